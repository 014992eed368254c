"""What goes into the log."""

import logging
import re

_SECRET_LINK = re.compile(r"(/preview/|/accounts/[a-z-]+/)[^/\s]{16,}")


class WithoutSecrets(logging.Filter):
    """Django logs the address of every page that it refuses. Where the address is a key by itself, the key is left out."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _SECRET_LINK.sub(r"\1…", record.getMessage()), ()
        return True
