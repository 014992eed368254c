"""What differs between two versions of an article, in Korean words. Pure: nothing here asks the database.

From small to large: `sequences`, `text` (words), `markup` (the blocks of a body), their `pairing` and `form`,
`body`, and `content`: all fields, with what ids are called by `naming`.
"""

from articles.comparison.content import compare

__all__ = ["compare"]
