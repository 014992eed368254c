"""What the ids in a content (`articles.contents`) are called, for comparing two of them in words."""

from articles.bodies import photo_ids
from articles.models import Article, Issue, Photo, Section, Series, Tag
from reporters.models import Reporter

SORTS = {
    "section": Section.objects.all(),
    "series": Series.objects.all(),
    "issue": Issue.objects.all(),
    "lead_photo": Photo.objects.all(),
    "tags": Tag.objects.all(),
    "reporter": Reporter.objects.all(),
}


class Names:
    """Called with a field and an id that stands in it, tells its name; "" for what is there no more, and for an article that
    `person` may not see: what somebody types may hold any id.

    The first question about a field is one query for all of its ids; later ones, and fields nobody asks about, are none.
    """

    def __init__(self, *contents, person):
        self._contents = contents
        self._sorts = SORTS | {"related": Article.objects.linkable(person).only("title")}
        self._known = {}

    def __call__(self, field, number):
        if field not in self._known:
            wanted = set().union(*(_ids(field, content) for content in self._contents))
            self._known[field] = self._sorts[field].in_bulk(wanted)
        return _said(self._known[field].get(number))


def _said(found):
    """A photo is told by what it shows; nothing is told of what is gone."""
    if found is None:
        return ""
    return found.alt if isinstance(found, Photo) else str(found)


def _ids(field, content):
    """Every id of that sort in `content`."""
    if field == "reporter":
        return {byline["reporter"] for byline in content["bylines"] if byline.get("reporter")}
    if field == "lead_photo":
        return photo_ids(content["body"]) | ({content["lead_photo"]} - {None})
    value = content[field]
    return set(value) if isinstance(value, list) else {value} - {None}
