"""Dates as newspapers here write them, in the admin too: 2023.10.12 14:51."""

DATE_FORMAT = SHORT_DATE_FORMAT = "Y.m.d"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "Y.m.d H:i"
