"""How long the desk waits: server time of whole requests, in this process, with the database beside it.

    DATABASE_URL=postgres://…/scratch .venv/bin/python bench/desk.py 100000

The database must be empty (migrated or not), or filled by an earlier run: it gets that many articles, one of 30,000
characters with 500 versions, and a person of each role that is measured.
"""

import random
import sys
import uuid

from corpus import clock, fill
from django.test import Client

from accounts.groups import give
from accounts.models import User
from articles import workflow
from articles.contents import EMPTY
from articles.models import Article, Revision, Section

LIST = "/admin/articles/article/"
CHARACTERS, VERSIONS = 30_000, 500
SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4, 7)]


def text(seed):
    """A body of that many characters which no database makes small by packing."""
    chance = random.Random(seed)  # noqa: S311 - filler, nothing secret
    words = " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(CHARACTERS // 4))
    return "".join(f"<p>{words[start : start + 300]}</p>" for start in range(0, len(words), 300))


def person(role):
    user, _ = User.objects.get_or_create(username=f"bench-{role}", defaults={"is_staff": True})
    give(user, [role])
    return User.objects.get(pk=user.pk)


def signed_in(user):
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user)
    return client


def long_article(owner):
    """An article of the owner's with its versions; found again in a later run."""
    title = "판이 많은 긴 기사"
    found = Article.objects.filter(title=title, owner=owner).first()
    if found:
        return found
    section = Section.objects.get(slug="many")
    content = EMPTY | {"title": title, "section": section.pk, "bylines": [{"name": "표윤슬"}]}
    article = workflow.begin(by=owner, content=content | {"body": text(1)})
    for number in range(2, VERSIONS + 1):
        base = Article.objects.get(pk=article.pk).newest_revision_id
        workflow.save(article, by=owner, content=content | {"body": text(number)}, base=base)
    return article


fill(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
reporter, desk, chief = person("기자"), person("데스크"), person("편집장")
desk.desk_sections.set(Section.objects.filter(slug="many"))
article = long_article(reporter)

for who in (reporter, desk, chief):
    client = signed_in(who)
    for query in ("", "?stage=waiting", "?stage=live", "?q=제목 777", "?p=1000", "?o=6", "?section__id__exact=1"):
        clock(
            f"{who.username} list {query}",
            lambda client=client, query=query: client.get(LIST + query),
            runs=9,
            limit=500,
        )

client = signed_in(reporter)
page = f"{LIST}{article.pk}/"
clock("history of 500 versions", lambda: client.get(f"{page}history/"), runs=15, limit=300)
clock("the last page of that history", lambda: client.get(f"{page}history/?page=5"), runs=15, limit=300)
clock("comparison of two long versions", lambda: client.get(f"{page}compare/?from=1&to=500"), runs=9)
clock("the editor, opened", lambda: client.get(f"{page}change/"), runs=15)
clock("preview", lambda: client.get(f"/articles/{article.pk}/?revision=500"), runs=15)

base = Article.objects.get(pk=article.pk).newest_revision_id
typed = {
    "title": "판이 많은 긴 기사",
    "person": reporter.pk,
    "base": base,
    "tab": str(uuid.uuid4()),
    "bylines-TOTAL_FORMS": 1,
    "bylines-INITIAL_FORMS": 0,
    "bylines-0-name": "표윤슬",
}
bodies = iter([text(-number) for number in range(120)])
clock(
    "autosave of 30,000 characters",
    lambda: client.post(f"{page}autosave/", typed | {"body": next(bodies)}),
    runs=100,
    limit=150,
)
Revision.objects.autosaves().filter(author=reporter).delete()
