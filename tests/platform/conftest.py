import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def open_folder():
    """pytest closes its own folders to others; the account that root lends the server has to walk through."""
    with tempfile.TemporaryDirectory(prefix="monthlypeople-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name).resolve()
