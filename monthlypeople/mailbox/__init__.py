"""Letters of a development machine: an SMTP server that keeps what it is given, and pages that show it."""
