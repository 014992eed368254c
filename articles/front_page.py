"""What stands on the front page: what the desk has placed, filled up with the newest."""

from dataclasses import dataclass
from itertools import chain

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from articles.models import Article, Issue, Placement, Section
from articles.most_read import most_read

IMPORTANT, ORDINARY, IN_SECTION = 4, 8, 4


@dataclass(frozen=True)
class SectionBlock:
    section: Section
    articles: list[Article]


def front_page():
    """The context of the home page. The number of queries does not depend on the number of articles."""
    placed = {slot: [] for slot in Placement.Slot}
    for placement in Placement.objects.current().values_list("slot", "article_id"):
        placed[placement[0]].append(placement[1])
    newest = list(Article.objects.live().newest_first().values_list("pk", flat=True)[: 1 + IMPORTANT + ORDINARY])
    sections = _sections_with_newest()
    articles = _articles(chain(newest, *placed.values(), *(section.newest for section in sections)))

    free = [pk for pk in newest if not any(pk in ids for ids in placed.values())]
    chosen = {}
    for slot, size in (
        (Placement.Slot.HEADLINE, 1),
        (Placement.Slot.IMPORTANT, IMPORTANT),
        (Placement.Slot.ORDINARY, ORDINARY),
    ):
        ids = placed[slot][:size]
        # Only an empty place is filled: a desk that placed two pieces wants two.
        while not placed[slot] and free and len(ids) < size:
            ids.append(free.pop(0))
        chosen[slot] = [articles[pk] for pk in ids if pk in articles]
    return {
        "sections": sections,
        "headline": next(iter(chosen[Placement.Slot.HEADLINE]), None),
        "important": chosen[Placement.Slot.IMPORTANT],
        "ordinary": chosen[Placement.Slot.ORDINARY],
        "blocks": [
            SectionBlock(section, [articles[pk] for pk in section.newest if pk in articles])
            for section in sections
            if section.newest
        ],
        "most_read": most_read(),
        "issue": Issue.objects.out().with_covers().first(),
    }


def _sections_with_newest():
    newest = Article.objects.live().filter(section=OuterRef("pk")).newest_first().values("pk")[:IN_SECTION]
    return list(Section.objects.annotate(newest=ArraySubquery(newest)))


def _articles(ids):
    return {article.pk: article for article in Article.objects.filter(pk__in=set(ids)).for_listing()}
