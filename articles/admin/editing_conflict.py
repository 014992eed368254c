"""Two people saved from one version: both texts, what merging them comes to, and what was chosen where they collide."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import comparison, contents, versions
from articles.admin.fields import MinuteInput, is_id
from articles.merging import merge
from articles.models import Revision
from articles.names import Names

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Both:
    """`mine` is what was typed, `theirs` what somebody saved meanwhile (contents). In `merged`, my text stands where they collide."""

    mine: dict
    theirs: dict
    merged: dict
    collisions: list  # names of fields
    taken: list  # names of fields into which something of theirs was merged
    changes: list  # from theirs to mine, as the partial of the comparison takes them

    @property
    def labels(self):
        return self._labels_of(self.collisions)

    @property
    def taken_labels(self):
        return self._labels_of(self.taken)

    def _labels_of(self, names):
        return [change.label for change in self.changes if change.field in names]

    @property
    def texts(self):
        """Of fields that collide, both texts, for the page's script."""
        names = [name for name in self.collisions if name in contents.TEXTS and name != "ai_use"]
        return {MINE: {name: self.mine[name] for name in names}, THEIRS: {name: self.theirs[name] for name in names}}


def both(article, mine, theirs):
    """`mine` (an autosave) and `theirs` (the version that stands now), which go back to one version."""
    ours, others = contents.EMPTY | mine.content, contents.EMPTY | theirs.content
    merged = merge(base=_base(article, mine), mine=ours, theirs=others)
    return Both(
        mine=ours,
        theirs=others,
        merged=merged.content,
        collisions=merged.conflicts,
        taken=merged.taken,
        changes=comparison.compare(others, ours, Names(others, ours, person=mine.author)),
    )


def _base(article, autosave):
    """What the autosave was begun from: nothing, or for an article from elsewhere what its row held then."""
    if autosave.base:
        return contents.EMPTY | autosave.base.content
    first = article.revisions.saved().filter(number=1, author=None).first()
    return contents.EMPTY | first.content if first else contents.EMPTY


def picked(data, article, *, person):
    """`data` (the form, as it was sent) with the text that was chosen in each field where two collided (`pick-title`: mine, theirs)."""
    picks = {name: data.get(f"pick-{name}") for name in contents.EMPTY if data.get(f"pick-{name}") in (MINE, THEIRS)}
    if article is None or not picks:
        return data
    texts = {MINE: _mine(data, article, person), THEIRS: _theirs(data, article)}
    data = data.copy()
    for name, whose in picks.items():
        if texts[whose] is not None:
            _put(data, name, texts[whose][name])
    return data


def _mine(data, article, person):
    version = versions.find(article, f"a{data.get('continued', '')}", person=person)
    return version.content if version else None


def _theirs(data, article):
    base = data.get("base", "")
    revision = Revision.objects.saved().filter(article=article, pk=base).first() if is_id(base) else None
    return contents.EMPTY | revision.content if revision else None


def _put(data, name, value):
    """Write one field of a content into `data` as a browser would send it."""
    if name == "bylines":
        _put_bylines(data, value)
    elif name == "embargo_until":
        data[name] = f"{timezone.localtime(parse_datetime(value)):{MinuteInput.format}}" if value else ""
    elif name in contents.FLAGS:
        data.setlist(name, ["on"] if value else [])
        if not value:
            del data[name]
    else:
        data.setlist(
            name, [str(one) for one in value] if isinstance(value, list) else ["" if value is None else str(value)]
        )


def _put_bylines(data, rows):
    for key in [key for key in data if key.startswith("bylines-")]:
        del data[key]
    data["bylines-TOTAL_FORMS"], data["bylines-INITIAL_FORMS"] = str(len(rows)), "0"
    for place, row in enumerate(rows):
        data[f"bylines-{place}-ORDER"] = str(place + 1)
        for name in contents.BYLINE:
            data[f"bylines-{place}-{name}"] = "" if row[name] is None else str(row[name])
