"""The newsroom's side of the articles app, one file an idea."""

from articles.admin import articles, shelves

__all__ = ["articles", "shelves"]
