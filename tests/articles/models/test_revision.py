import uuid

import pytest
from django.db import IntegrityError
from django.utils import timezone

from articles.models import Article, OpenTab, PreviewLink, Revision
from tests.factories import ago, ahead, make_article, make_content, make_user

pytestmark = pytest.mark.django_db
Kind = Revision.Kind


def make_revision(article=None, **fields):
    fields = {"kind": Kind.SAVED, "content": make_content(), "author": make_user()} | fields
    return Revision.objects.create(article=article or make_article(), **fields)


def test_saved_versions_newest_first_without_autosaves():
    article = make_article()
    first, second = make_revision(article, number=1), make_revision(article, number=2)
    kept = make_revision(article, kind=Kind.AUTOSAVE, tab=uuid.uuid4())
    assert list(article.revisions.saved()) == [second, first]
    assert list(article.revisions.autosaves()) == [kept]
    assert (str(second), str(kept)) == ("2판", "자동 저장")


def test_version_has_its_number_once():
    article = make_article()
    make_revision(article, number=1)
    with pytest.raises(IntegrityError, match="revision_number_once"):
        make_revision(article, number=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": Kind.SAVED, "number": None},
        {"kind": Kind.SAVED, "number": 1, "tab": uuid.uuid4()},
        {"kind": Kind.AUTOSAVE, "number": 1, "tab": uuid.uuid4()},
        {"kind": Kind.AUTOSAVE, "tab": None},
        {"kind": Kind.AUTOSAVE, "tab": uuid.uuid4(), "author": None},
    ],
)
def test_version_is_either_saved_or_of_a_tab(fields):
    with pytest.raises(IntegrityError, match="revision_saved_has_number_autosave_has_tab"):
        make_revision(**fields)


def test_tab_has_one_autosave():
    person, tab = make_user(), uuid.uuid4()
    make_revision(kind=Kind.AUTOSAVE, author=person, tab=tab)
    with pytest.raises(IntegrityError, match="revision_autosave_once_a_tab"):
        make_revision(kind=Kind.AUTOSAVE, author=person, tab=tab)


def test_version_is_previewed_at_the_articles_own_address():
    article = make_article()
    saved = make_revision(article, number=3)
    kept = make_revision(article, kind=Kind.AUTOSAVE, tab=uuid.uuid4())
    assert saved.get_absolute_url() == f"/articles/{article.pk}/?revision=3"
    assert kept.get_absolute_url() == f"/articles/{article.pk}/?autosave={kept.pk}"


def test_version_names_its_author():
    person = make_user(last_name="한", first_name="서윤")
    assert make_revision(number=1, author=person).author_name == "한서윤"
    assert make_revision(number=1, author=None).author_name == "옮겨 온 글"


def test_tab_is_open_while_its_heart_beats():
    beating = OpenTab.objects.create(article=make_article(), person=make_user(), tab=uuid.uuid4())
    OpenTab.objects.create(article=make_article(), person=make_user(), tab=uuid.uuid4(), seen_at=ago(minutes=2))
    assert list(OpenTab.objects.open_now()) == [beating]


def test_link_is_valid_until_it_expires_or_is_revoked():
    article, person = make_article(), make_user()
    valid = PreviewLink.objects.create(article=article, made_by=person, expires_at=ahead(hours=1))
    PreviewLink.objects.create(article=article, made_by=person, expires_at=ago(minutes=1))
    PreviewLink.objects.create(article=article, made_by=person, expires_at=ahead(hours=1), revoked_at=timezone.now())
    assert list(PreviewLink.objects.valid()) == [valid]
    assert len({link.token for link in PreviewLink.objects.all()}) == 3
    assert min(len(link.token) for link in PreviewLink.objects.all()) >= 32


@pytest.mark.parametrize(
    ("fields", "stage"),
    [
        ({"state": Article.State.DRAFT}, "작성"),
        ({"state": Article.State.APPROVED}, "게재"),
        ({"state": Article.State.APPROVED, "live_at": ahead(days=1)}, "예약"),
        ({"state": Article.State.APPROVED, "change": Article.Change.SUBMITTED}, "게재 · 수정 송고"),
        ({"state": Article.State.WITHDRAWN, "change": Article.Change.EDITING}, "내림 · 수정 중"),
        ({"state": Article.State.TRASHED}, "휴지통"),
    ],
)
def test_stage_is_said_in_the_newsrooms_words(fields, stage):
    assert make_article(**fields).stage == stage


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("article_withdrawn_has_time_and_reason", {"state": Article.State.WITHDRAWN, "withdrawn_reason": ""}),
        ("article_withdrawn_has_time_and_reason", {"state": Article.State.WITHDRAWN, "withdrawn_at": None}),
        ("article_change_is_of_an_approved_one", {"state": Article.State.DRAFT, "change": Article.Change.EDITING}),
        ("article_trashed_was_never_filed", {"state": Article.State.TRASHED, "submitted_at": ago(hours=1)}),
        ("article_live_after_embargo", {"embargo_until": ahead(hours=1)}),
    ],
)
def test_article_that_cannot_be(constraint, fields):
    with pytest.raises(IntegrityError, match=constraint):
        make_article(**fields)
