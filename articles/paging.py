"""Pages of a list by plain `?page=N`: no COUNT, and a page far back costs little more than the first."""

from dataclasses import dataclass

from django.http import Http404

from articles.models import Article

PAGE_SIZE = 20
MAX_PAGE = 1_000_000


@dataclass(frozen=True)
class Page:
    number: int
    has_next: bool

    @property
    def has_previous(self):
        return self.number > 1

    @property
    def next_number(self):
        return self.number + 1

    @property
    def previous_number(self):
        return self.number - 1


def page_of(articles, request):
    """The articles of the page that `request` asks for, ready for a list, and the `Page`. Raises Http404 for no such page.

    `articles` is an ordered queryset of Article. First the ids alone are read, which an index answers without touching
    the table; then the twenty rows.
    """
    number = _page_number(request.GET.get("page", "1"))
    start = (number - 1) * PAGE_SIZE
    ids = list(articles.values_list("pk", flat=True)[start : start + PAGE_SIZE + 1])
    if not ids and number > 1:
        raise Http404("그런 쪽이 없습니다.")
    shown = ids[:PAGE_SIZE]
    rows = {article.pk: article for article in Article.objects.filter(pk__in=shown).for_listing()}
    return [rows[pk] for pk in shown if pk in rows], Page(number, has_next=len(ids) > PAGE_SIZE)


def _page_number(text):
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= MAX_PAGE or len(text) > 9:
        raise Http404("쪽 번호가 아닙니다.")
    return int(text)
