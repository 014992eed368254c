"""The nouns of the magazine, one file an idea."""

from articles.models.article import Article, Byline
from articles.models.issue import Issue
from articles.models.log import LogEntry
from articles.models.photo import Photo
from articles.models.placement import Placement
from articles.models.reads import DailyReads, MostRead
from articles.models.revision import OpenTab, PreviewLink, Revision
from articles.models.search import SearchEntry
from articles.models.taxonomy import Section, Series, Tag

__all__ = [
    "Article",
    "Byline",
    "DailyReads",
    "Issue",
    "LogEntry",
    "MostRead",
    "OpenTab",
    "Photo",
    "Placement",
    "PreviewLink",
    "Revision",
    "SearchEntry",
    "Section",
    "Series",
    "Tag",
]
