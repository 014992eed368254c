"""Text dumps of article pages, as a browser copies them, and the articles made of them.

Not a character of title, subtitle, caption and body is changed. What cannot be placed is said in words.
"""

from articles.dumps.placing import import_dump
from articles.dumps.reading import Unreadable

__all__ = ["Unreadable", "import_dump"]
