"""What stands on the front page: what the desk has placed, filled up with the newest."""

from dataclasses import dataclass
from itertools import chain, islice

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from articles.models import Article, Issue, Placement, Section
from articles.most_read import most_read

SIZES = {Placement.Slot.HEADLINE: 1, Placement.Slot.IMPORTANT: 4, Placement.Slot.ORDINARY: 8}
IN_SECTION = 4


@dataclass(frozen=True)
class SectionBlock:
    section: Section
    articles: list[Article]


def front_page():
    """The context of the home page. The number of queries does not depend on the number of articles."""
    placed = _placed()
    newest = Article.objects.live().newest_first().values_list("pk", flat=True)[: sum(SIZES.values())]
    slots = _filled(placed, newest)
    shown = set(chain(*slots.values())) & set(chain(*placed.values()))
    sections = _sections_with_newest(besides=shown)
    wanted = chain(*slots.values(), *(section.newest for section in sections))
    rows = {article.pk: article for article in Article.objects.filter(pk__in=set(wanted)).for_listing()}

    def articles(ids):
        return [rows[pk] for pk in ids if pk in rows]

    return {
        "headline": next(iter(articles(slots[Placement.Slot.HEADLINE])), None),
        "important": articles(slots[Placement.Slot.IMPORTANT]),
        "ordinary": articles(slots[Placement.Slot.ORDINARY]),
        "blocks": [SectionBlock(section, articles(section.newest)) for section in sections if section.newest],
        "sections": sections,
        "most_read": most_read(),
        "issue": Issue.objects.out().with_covers().first(),
    }


def _placed():
    """Ids of the articles that the desk has placed, by slot."""
    placed = {slot: [] for slot in SIZES}
    slot_of = {}
    for slot, article_id in Placement.objects.current().values_list("slot", "article_id"):
        # Two rows may overlap for an hour: the first counts, so that nothing stands on the page twice.
        if slot_of.setdefault(article_id, slot) == slot and article_id not in placed[slot]:
            placed[slot].append(article_id)
    return placed


def _filled(placed, newest):
    """Ids by slot. Only an empty slot is filled with the newest: a desk that placed two pieces wants two."""
    taken = set(chain.from_iterable(placed.values()))
    free = (pk for pk in newest if pk not in taken)
    return {slot: placed[slot][:size] or list(islice(free, size)) for slot, size in SIZES.items()}


def _sections_with_newest(besides):
    """Every section with `newest`, ids of its newest articles that do not stand above by the desk's choice."""
    live = Article.objects.live().filter(section=OuterRef("pk")).exclude(pk__in=besides)
    newest = live.newest_first().values("pk")[:IN_SECTION]
    return list(Section.objects.annotate(newest=ArraySubquery(newest)))
