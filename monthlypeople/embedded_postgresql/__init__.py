"""A database backend that brings its own PostgreSQL.

Nothing starts until something connects. The first process to connect starts the server, the last one to leave stops
it; in between it is shared. See docs/decisions/0001-embedded-postgresql.md.
"""

EMBEDDED_URL = "embedded:"
DATABASE = "monthlypeople"
