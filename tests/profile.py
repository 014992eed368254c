"""Loaded by pytest before anything else (`-p tests.profile`): settings find the test profile when they are read."""

import os

os.environ["MONTHLYPEOPLE_PROFILE"] = "test"
os.environ["SECRET_KEY"] = "the secret of the tests, which guards nothing; it is long enough for Django's checks"
# Given, DATABASE_URL is where the tests run. What var/environment recorded for `make serve` is not theirs to touch.
os.environ.setdefault("DATABASE_URL", "embedded:")
os.environ["EMAIL_URL"] = "smtp://127.0.0.1:25"
