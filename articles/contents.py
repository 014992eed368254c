"""The content of an article as one document: what a Revision keeps, taken from the row and written to it.

A content is a dict of plain JSON values: texts and flags as in `Article`; `section`, `series`, `issue` and `lead_photo` as
ids or None; `tags` and `related` as lists of ids; `bylines` as a list of dicts of `reporter` (id or None), `name`, `title`
and `role`, in order; `embargo_until` as ISO 8601 text or None.
"""

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime

from articles.models import Article, Byline, Issue, Photo, Section, Series, Tag
from monthlypeople.richtext import sanitise
from reporters.models import Reporter

TEXTS = ("title", "subtitle", "body", "caption", "advertorial_label", "ai_use", "ai_note")
FLAGS = ("no_caption", "is_advertorial")
RELATIONS = {"section": Section, "series": Series, "issue": Issue, "lead_photo": Photo}
LISTS = {"tags": Tag, "related": Article}
BYLINE = ("reporter", "name", "title", "role")
EMPTY = {
    **dict.fromkeys(TEXTS, ""),
    "ai_use": "none",
    **dict.fromkeys(FLAGS, False),
    **dict.fromkeys(RELATIONS),
    "page": None,
    "embargo_until": None,
    "tags": [],
    "related": [],
    "bylines": [],
}
COLUMNS = (*TEXTS, *FLAGS, *RELATIONS, "page", "embargo_until")


def of(article):
    """What the row of `article` holds."""
    content = {name: getattr(article, name) for name in (*TEXTS, *FLAGS, "page")}
    content |= {name: getattr(article, f"{name}_id") for name in RELATIONS}
    content |= {name: list(getattr(article, name).order_by("pk").values_list("pk", flat=True)) for name in LISTS}
    content["bylines"] = [dict(row) for row in article.bylines.values(*BYLINE)]
    content["embargo_until"] = article.embargo_until.isoformat() if article.embargo_until else None
    return content


def tidy(content):
    """`content` as it may be stored: every field there and no other, the body sanitised, names without spaces around them."""
    content = EMPTY | {name: _without_nul(value) for name, value in content.items() if name in EMPTY}
    content["body"] = sanitise(content["body"])
    content["tags"], content["related"] = sorted(set(content["tags"])), list(dict.fromkeys(content["related"]))
    content["bylines"] = [_tidy_byline(byline) for byline in content["bylines"]]
    return content


def _without_nul(value):
    """PostgreSQL takes no NUL, and no person means one."""
    return value.replace("\x00", "") if isinstance(value, str) else value


def check(content):
    """Raises ValidationError for bylines that cannot be: of nobody, or of one reporter twice."""
    if not all(byline["reporter"] or byline["name"] for byline in content["bylines"]):
        raise ValidationError({"bylines": "기자를 고르거나 이름을 적어 주세요."})
    reporters = [byline["reporter"] for byline in content["bylines"] if byline["reporter"]]
    if len(reporters) != len(set(reporters)):
        raise ValidationError({"bylines": "같은 기자가 두 번 들어 있습니다."})


def _tidy_byline(byline):
    return {"reporter": byline.get("reporter")} | {
        name: _without_nul(str(byline.get(name) or "")).strip() for name in ("name", "title", "role")
    }


def assign(article, content):
    """Give `article` the values of its own columns (COLUMNS), in memory. What has been deleted since is left out."""
    for name in (*TEXTS, *FLAGS, "page"):
        setattr(article, name, content[name])
    for name, model in RELATIONS.items():
        setattr(article, name, model.objects.filter(pk=content[name]).first() if content[name] else None)
    article.embargo_until = parse_datetime(content["embargo_until"]) if content["embargo_until"] else None


def write_lists(article, content):
    """Write what hangs on the row of `article` (locked by the caller): its tags, related articles and bylines."""
    for name, model in LISTS.items():
        others = model.objects.exclude(pk=article.pk) if model is Article else model.objects
        getattr(article, name).set(others.filter(pk__in=content[name]))
    bylines = bylines_of(article, content)
    if [_described(byline) for byline in article.bylines.all()] != [_described(byline) for byline in bylines]:
        article.bylines.all().delete()
        Byline.objects.bulk_create(bylines)


def bylines_of(article, content):
    """The bylines that `content` names, unsaved, in order, with their reporters at hand."""
    reporters = Reporter.objects.in_bulk({byline["reporter"] for byline in content["bylines"] if byline["reporter"]})
    written = [
        Byline(
            article=article, reporter=reporters.get(byline["reporter"]), **{name: byline[name] for name in BYLINE[1:]}
        )
        for byline in content["bylines"]
    ]
    kept = [byline for byline in written if byline.reporter or byline.name]
    for order, byline in enumerate(kept):
        byline.order = order
    return kept


def sign(article, bylines):
    """Let `article` have these unsaved `bylines` (list), in memory: pages ask for `article.bylines.all()`, and find them."""
    article._prefetched_objects_cache = {"bylines": bylines}  # noqa: SLF001 - what prefetch_related fills has no other door


def _described(byline):
    return (byline.reporter_id, byline.name, byline.title, byline.role, byline.order)
