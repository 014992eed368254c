import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from articles import contents, moves, search, workflow
from articles.models import Article, LogEntry, Revision
from tests.factories import (
    ago,
    ahead,
    at,
    make_article,
    make_content,
    make_photo,
    make_reporter,
    make_section,
    make_user,
)

pytestmark = pytest.mark.django_db
State, Change = Article.State, Article.Change
WRITER = ("articles.view_article", "articles.add_article", "articles.change_article", "articles.submit_article")
REPORTER = (*WRITER, "articles.correct_article")
DESK = (*REPORTER, "articles.desk_article", "articles.approve_article", "articles.withdraw_article")
REASON = "둘째 문단의 날짜를 확인해 주세요."

# Of each verb: the function with what it needs, whence, whither, the permission, and who: own, desk or either.
SCHEDULED, LIVE = "scheduled", "live"
OPEN = {(State.DRAFT, ""), (State.RETURNED, "")}
VERBS = {
    "submit": (workflow.submit, {}, OPEN, (State.SUBMITTED, ""), "submit_article", "either"),
    "recall": (workflow.recall, {}, {(State.SUBMITTED, "")}, (State.DRAFT, ""), "submit_article", "own"),
    "return": (
        workflow.send_back,
        {"reason": REASON},
        {(State.SUBMITTED, "")},
        (State.RETURNED, ""),
        "approve_article",
        "desk",
    ),
    "approve": (workflow.approve, {}, {(State.SUBMITTED, "")}, (State.APPROVED, ""), "approve_article", "desk"),
    "reschedule": (
        workflow.reschedule,
        {"live_at": ahead(days=9)},
        {(SCHEDULED, change) for change in Change},
        None,
        "approve_article",
        "desk",
    ),
    "unschedule": (
        workflow.unschedule,
        {},
        {(SCHEDULED, change) for change in Change},
        (State.SUBMITTED, ""),
        "approve_article",
        "desk",
    ),
    "submit_change": (
        workflow.submit_change,
        {},
        {(place, change) for place in (SCHEDULED, LIVE) for change in (Change.EDITING, Change.RETURNED)},
        (State.APPROVED, Change.SUBMITTED),
        "correct_article",
        "either",
    ),
    "recall_change": (
        workflow.recall_change,
        {},
        {(SCHEDULED, Change.SUBMITTED), (LIVE, Change.SUBMITTED)},
        (State.APPROVED, Change.EDITING),
        "correct_article",
        "own",
    ),
    "return_change": (
        workflow.return_change,
        {"reason": REASON},
        {(SCHEDULED, Change.SUBMITTED), (LIVE, Change.SUBMITTED)},
        (State.APPROVED, Change.RETURNED),
        "approve_article",
        "desk",
    ),
    "approve_change": (
        workflow.approve_change,
        {},
        {(place, change) for place in (SCHEDULED, LIVE, State.WITHDRAWN) for change in moves.PENDING},
        ("as it was", ""),
        "approve_article",
        "desk",
    ),
    "discard_change": (
        workflow.discard_change,
        {},
        {
            (place, change)
            for place in (SCHEDULED, LIVE, State.WITHDRAWN)
            for change in (Change.EDITING, Change.RETURNED)
        },
        ("as it was", ""),
        "correct_article",
        "either",
    ),
    "withdraw": (
        workflow.withdraw,
        {"reason": REASON},
        {(LIVE, change) for change in Change},
        (State.WITHDRAWN, "as it was"),
        "withdraw_article",
        "desk",
    ),
    "reinstate": (
        workflow.reinstate,
        {},
        {(State.WITHDRAWN, change) for change in Change},
        (State.APPROVED, "as it was"),
        "withdraw_article",
        "desk",
    ),
    "trash": (workflow.trash, {}, {(State.DRAFT, "")}, (State.TRASHED, ""), "change_article", "owner"),
    "untrash": (workflow.untrash, {}, {(State.TRASHED, "")}, (State.DRAFT, ""), "change_article", "owner"),
    "assign": (
        workflow.assign,
        {"to": "somebody"},
        {(place, change) for place in (SCHEDULED, LIVE, State.WITHDRAWN) for change in Change}
        | {(State.DRAFT, ""), (State.SUBMITTED, ""), (State.RETURNED, "")},
        None,
        "desk_article",
        "desk",
    ),
}
SAVES = {
    "write": (OPEN, "change_article", "either"),
    "edit": ({(State.SUBMITTED, "")}, "change_article", "desk"),
    "correct": (
        {(p, c) for p in (SCHEDULED, LIVE) for c in ("", Change.EDITING, Change.RETURNED)},
        "correct_article",
        "either",
    ),
    "edit_change": ({(SCHEDULED, Change.SUBMITTED), (LIVE, Change.SUBMITTED)}, "correct_article", "desk"),
    "rework": ({(State.WITHDRAWN, change) for change in Change}, "correct_article", "desk"),
}
PLACES = [
    (State.DRAFT, ""),
    (State.SUBMITTED, ""),
    (State.RETURNED, ""),
    (State.TRASHED, ""),
    *((place, change) for place in (SCHEDULED, LIVE, State.WITHDRAWN) for change in Change),
]
allowed = pytest.mark.parametrize(
    ("name", "place"), [(name, place) for name, verb in VERBS.items() for place in PLACES if place in verb[2]]
)
refused = pytest.mark.parametrize(
    ("name", "place"), [(name, place) for name, verb in VERBS.items() for place in PLACES if place not in verb[2]]
)


def make_at(place, **fields):
    """An article that lacks nothing, in that state and with that change under way."""
    state, change = place
    whole = {"section": make_section(), "bylines": [make_reporter()]}
    if state in (SCHEDULED, LIVE):
        whole |= {"state": State.APPROVED, "live_at": ahead(days=1) if state == SCHEDULED else ago(hours=2)}
    else:
        whole |= {"state": state}
    if (state, change) in [(State.SUBMITTED, ""), (State.RETURNED, "")]:
        whole |= {"submitted_at": ago(hours=1)}
    return make_article(**whole | {"change": change} | fields)


def make_person(side, article, *permissions):
    """Somebody on that side of the desk of `article`, with just those permissions."""
    if side in ("own", "owner"):
        person = make_user(*permissions)
        Article.objects.filter(pk=article.pk).update(owner=person)
        return person
    return make_user("articles.desk_article", *permissions)


def do(name, article, *, by, **more):
    verb, arguments, *_ = VERBS[name]
    arguments = {key: make_user(*WRITER) if value == "somebody" else value for key, value in arguments.items()}
    return verb(article, by=by, **arguments | more)


def sides(name):
    return {"either": ["own", "desk"]}.get(VERBS[name][5], [VERBS[name][5]])


def place_of(article):
    article = Article.objects.get(pk=article.pk)
    return (article.state, article.change)


def test_every_move_of_the_table_is_tried_here():
    table = {name: move for name, move in moves.MOVES.items() if name not in moves.SAVES}
    assert set(table) == set(VERBS)
    assert set(moves.SAVES) == set(SAVES)
    for name, (_, _, _, _, permission, side) in VERBS.items():
        assert (name, table[name].permission, table[name].side) == (name, permission, moves.Side[side.upper()])


@allowed
def test_verb_from_where_it_is_allowed(name, place):
    _, _, _, to, permission, _ = VERBS[name]
    for side in sides(name):
        article = make_at(place)
        person = make_person(side, article, f"articles.{permission}")
        before = place_of(article)
        do(name, article, by=person)
        state, change = to or before
        assert place_of(article) == (
            before[0] if state == "as it was" else state,
            before[1] if change == "as it was" else change,
        )
        entry = LogEntry.objects.filter(article=article).get()
        assert (entry.verb, entry.by) == (name, person)
        assert (entry.from_stage, entry.to_stage) == (":".join(filter(None, before)), article_code(article))
        assert entry.reason == (REASON if name in ("return", "return_change", "withdraw") else "")


def article_code(article):
    return Article.objects.get(pk=article.pk).code


@refused
def test_verb_from_where_it_is_not_allowed_changes_nothing(name, place):
    article = make_at(place)
    person = make_user(*DESK)
    Article.objects.filter(pk=article.pk).update(owner=person)
    before = row(article)
    with pytest.raises(ValidationError) as refusal:
        do(name, article, by=person)
    assert refusal.value.messages == [
        f"‘{Article.objects.get(pk=article.pk).stage}’ 상태의 기사에는 할 수 없는 일입니다."
    ]
    assert (row(article), LogEntry.objects.count(), Revision.objects.count()) == (before, 0, 0)


def row(article):
    return Article.objects.filter(pk=article.pk).values().get()


@allowed
def test_verb_by_somebody_without_the_permission(name, place):
    permission = f"articles.{VERBS[name][4]}"
    article = make_at(place)
    person = make_user(*set(DESK) - {permission}, is_staff=True)
    Article.objects.filter(pk=article.pk).update(owner=person)
    with pytest.raises(PermissionDenied, match=r"이 일을 할 권한이 없습니다\."):
        do(name, article, by=person)
    assert (place_of(article), LogEntry.objects.count()) == ((article.state, article.change), 0)


@allowed
def test_verb_by_somebody_on_the_wrong_side_of_the_desk(name, place):
    """A stranger may do nothing, the owner not what is the desk's to do, the desk not what is the owner's."""
    article = make_at(place)
    own_only = [permission for permission in DESK if permission != "articles.desk_article"]
    strangers = [make_user(*own_only)]
    if VERBS[name][5] in ("own", "owner"):
        strangers.append(make_user(*DESK))
    if VERBS[name][5] == "owner":
        strangers.append(make_user(*DESK))
        article.bylines.create(reporter=make_reporter(user=strangers[-1]), order=9)
    if VERBS[name][5] == "desk":
        owner = make_user(*own_only)
        Article.objects.filter(pk=article.pk).update(owner=owner)
        strangers.append(owner)
    for person in strangers:
        with pytest.raises(PermissionDenied):
            do(name, article, by=person)
    assert (place_of(article), LogEntry.objects.count()) == ((article.state, article.change), 0)


@pytest.mark.parametrize("name", [name for name, verb in VERBS.items() if verb[5] not in ("own", "owner")])
def test_verb_by_the_desk_of_another_section(name):
    article = make_at(next(place for place in PLACES if place in VERBS[name][2]))
    person = make_user(*DESK)
    person.desk_sections.add(make_section())
    with pytest.raises(PermissionDenied):
        do(name, article, by=person)
    other = make_user(*DESK)
    other.desk_sections.add(article.section)
    do(name, article, by=other)
    assert LogEntry.objects.get().by == other


@allowed
def test_verb_by_somebody_at_rest(name, place):
    article = make_at(place)
    person = make_user(*DESK, is_active=False)
    Article.objects.filter(pk=article.pk).update(owner=person)
    with pytest.raises(PermissionDenied):
        do(name, article, by=person)
    assert place_of(article) == (article.state, article.change)


def test_verb_judges_the_row_and_not_the_copy_in_hand():
    article = make_at((State.SUBMITTED, ""))
    stale = Article.objects.get(pk=article.pk)
    chief = make_user(*DESK)
    workflow.send_back(article, by=chief, reason=REASON)
    with pytest.raises(ValidationError):
        workflow.approve(stale, by=chief)


# What is typed


def test_begin_makes_a_draft_of_ones_own_with_its_first_version():
    person = make_user(*WRITER)
    content = make_content(title="첫 줄", body="<p>글</p>", bylines=[{"name": " 표윤슬 ", "title": "수필가"}])
    article = workflow.begin(by=person, content=content)
    article.refresh_from_db()
    assert (article.state, article.owner, article.title, article.body) == (State.DRAFT, person, "첫 줄", "<p>글</p>")
    assert [str(byline) for byline in article.bylines.all()] == ["표윤슬 수필가"]
    revision = article.newest_revision
    assert (revision.number, revision.author, revision.base, revision.kind) == (1, person, None, "saved")
    assert LogEntry.objects.get().verb == "begin"


def test_begin_by_somebody_who_may_not_write():
    with pytest.raises(PermissionDenied):
        workflow.begin(by=make_user("articles.view_article"), content=make_content())
    assert Article.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "place"), [(name, place) for name, save in SAVES.items() for place in PLACES if place in save[0]]
)
def test_save_where_it_is_allowed(name, place):
    _, permission, side = SAVES[name]
    for one_side in {"either": ["own", "desk"]}.get(side, [side]):
        article = make_at(place, title="옛 제목")
        person = make_person(one_side, article, f"articles.{permission}")
        revision = workflow.save(article, by=person, content=make_content(title="새 제목"), base=None)
        article = Article.objects.get(pk=article.pk)
        is_seen = place[0] in (SCHEDULED, LIVE, State.WITHDRAWN)
        assert article.title == ("옛 제목" if is_seen else "새 제목")
        assert (article.newest_revision, revision.number, revision.content["title"]) == (revision, 2, "새 제목")
        # What stood there before anybody typed is the first version.
        assert revision.base.content["title"] == "옛 제목"
        assert article.change == (
            (Change.SUBMITTED if place[1] == Change.SUBMITTED and name != "rework" else Change.EDITING)
            if is_seen
            else ""
        )
        assert LogEntry.objects.filter(article=article).get().verb == name


@pytest.mark.parametrize("place", PLACES)
def test_save_by_whoever_may_not(place):
    article = make_at(place)
    others = [make_user(*REPORTER), make_user("articles.desk_article", "articles.view_article")]
    owner = make_user(*WRITER)  # may not correct what readers see
    if place not in OPEN:
        Article.objects.filter(pk=article.pk).update(owner=owner)
        others.append(owner)
    for person in others:
        with pytest.raises((PermissionDenied, ValidationError)):
            workflow.save(article, by=person, content=make_content(title="남의 글"), base=None)
    assert (Revision.objects.count(), row(article)["title"]) == (0, article.title)


def test_save_of_a_filed_article_by_its_reporter_says_why_not():
    article = make_at((State.SUBMITTED, ""))
    reporter = make_person("own", article, *REPORTER)
    with pytest.raises(ValidationError, match="‘송고’ 상태라 지금은 고칠 수 없습니다"):
        workflow.save(article, by=reporter, content=make_content(title="고침"), base=None)


def begun(by, **content):
    return workflow.begin(by=by, content=make_content(**content))


def test_save_over_a_newer_version_is_refused_with_it_in_hand():
    person = make_user(*WRITER, last_name="한서윤")
    article = begun(person, title="하나")
    base = article.newest_revision.pk
    second = workflow.save(article, by=person, content=make_content(title="둘"), base=base)
    with pytest.raises(workflow.Conflict) as refusal:
        workflow.save(article, by=person, content=make_content(title="셋"), base=base)
    assert refusal.value.newest == second
    assert refusal.value.messages == [
        f"한서윤 님이 {timezone.localtime(second.saved_at):%H:%M}에 2판을 먼저 저장했습니다."
    ]
    assert [one.content["title"] for one in Revision.objects.saved()] == ["둘", "하나"]


def test_save_from_a_version_that_never_was_is_refused():
    article = make_at((State.DRAFT, ""))
    person = make_person("own", article, *WRITER)
    with pytest.raises(ValidationError, match="바탕이 된 판을 찾을 수 없습니다"):
        workflow.save(article, by=person, content=make_content(), base=10**9)


def test_save_of_the_same_adds_no_version():
    person = make_user(*WRITER)
    article = begun(person, title="그대로")
    again = workflow.save(article, by=person, content=make_content(title="그대로"), base=article.newest_revision.pk)
    assert (again.number, Revision.objects.count(), LogEntry.objects.count()) == (1, 1, 1)


def test_save_cleans_the_body_and_is_found_by_nobody_before_approval():
    person = make_user(*WRITER)
    article = begun(person, title="간척지의 벼", body='<p onclick="x()">글</p><script>alert(1)</script>')
    assert (article.newest_revision.content["body"], Article.objects.get().body) == ("<p>글</p>", "<p>글</p>")
    assert list(search.find("간척지")) == []


@pytest.mark.parametrize(
    ("bylines", "said"),
    [
        ([{"title": "수필가"}], "기자를 고르거나 이름을 적어 주세요."),
        ("twice", "같은 기자가 두 번 들어 있습니다."),
    ],
)
def test_save_of_bylines_that_cannot_be(bylines, said):
    person = make_user(*WRITER)
    article = begun(person)
    if bylines == "twice":
        bylines = [{"reporter": make_reporter().pk}] * 2
    with pytest.raises(ValidationError) as refusal:
        workflow.save(article, by=person, content=make_content(bylines=bylines), base=article.newest_revision.pk)
    assert refusal.value.message_dict == {"bylines": [said]}
    assert Revision.objects.count() == 1


def test_save_settles_the_autosave_of_its_tab_and_of_no_other():
    person, tab, other = make_user(*WRITER), uuid.uuid4(), uuid.uuid4()
    article = begun(person)
    for one in (tab, other):
        workflow.autosave(article, by=person, tab=one, content=make_content(title="쓰는 중"), base=None)
    workflow.save(article, by=person, content=make_content(title="다 씀"), base=article.newest_revision.pk, tab=tab)
    assert [one.tab for one in Revision.objects.autosaves()] == [other]


def test_restore_is_a_new_version_with_the_old_words():
    person = make_user(*WRITER)
    article = begun(person, title="하나")
    workflow.save(article, by=person, content=make_content(title="둘"), base=article.newest_revision.pk)
    base = Article.objects.get().newest_revision_id
    third = workflow.restore(article, by=person, number=1, base=base)
    assert (third.number, third.content["title"], third.note) == (3, "하나", "1판을 되살림")
    assert Article.objects.get().title == "하나"


def test_restore_leaves_out_what_has_been_deleted_since():
    person = make_user(*WRITER)
    series_photo = make_photo()
    article = begun(person, title="하나", lead_photo=series_photo.pk)
    workflow.save(article, by=person, content=make_content(title="둘"), base=article.newest_revision.pk)
    series_photo.delete()
    workflow.restore(article, by=person, number=1, base=Article.objects.get().newest_revision_id)
    assert (Article.objects.get().title, Article.objects.get().lead_photo) == ("하나", None)


def test_autosave_is_kept_apart_from_versions_and_overwritten_as_one_types():
    person, tab = make_user(*WRITER), uuid.uuid4()
    article = begun(person, title="저장한 제목")
    base = article.newest_revision.pk
    for title in ("쓰", "쓰는", "쓰는 중"):
        kept = workflow.autosave(article, by=person, tab=tab, content=make_content(title=title), base=base)
    assert [one.content["title"] for one in Revision.objects.autosaves()] == ["쓰는 중"]
    assert (kept.number, kept.base_id, Article.objects.get().title) == (None, base, "저장한 제목")
    assert LogEntry.objects.count() == 1


def test_autosave_of_something_new_begins_one_article_however_often_it_is_sent():
    person, tab = make_user(*WRITER), uuid.uuid4()
    for title in ("간", "간척지"):
        kept = workflow.autosave(None, by=person, tab=tab, content=make_content(title=title), base=None)
    article = Article.objects.get()
    assert (kept.article, article.owner, str(article)) == (article, person, "간척지")
    assert article.newest_revision is None
    workflow.save(article, by=person, content=make_content(title="간척지의 벼"), base=None, tab=tab)
    assert [one.number for one in Revision.objects.all()] == [1]


def test_article_with_nothing_saved_yet_is_not_filed():
    person = make_user(*WRITER)
    workflow.autosave(None, by=person, tab=uuid.uuid4(), content=make_content(title="쓰는 중"), base=None)
    with pytest.raises(ValidationError, match="아직 저장하지 않은 기사입니다"):
        workflow.submit(Article.objects.get(), by=person)
    assert workflow.trash(Article.objects.get(), by=person).state == State.TRASHED


def test_autosave_keeps_what_was_typed_though_it_may_no_longer_be_saved():
    person = make_user(*REPORTER)
    article = begun(person, title="송고한 글")
    workflow.submit(article, by=person)
    kept = workflow.autosave(article, by=person, tab=uuid.uuid4(), content=make_content(title="더 쓴 글"), base=None)
    assert (kept.content["title"], Article.objects.get().title) == ("더 쓴 글", "송고한 글")


@pytest.mark.parametrize("permissions", [WRITER, ("articles.view_article", "articles.oversee_article")])
def test_autosave_of_what_one_may_not_write_or_see(permissions):
    article = begun(make_user(*WRITER))
    with pytest.raises(PermissionDenied):
        workflow.autosave(article, by=make_user(*permissions), tab=uuid.uuid4(), content=make_content(), base=None)
    assert list(Revision.objects.autosaves()) == []


def test_autosave_of_a_tab_that_has_another_article_open():
    person, tab = make_user(*WRITER), uuid.uuid4()
    one, other = begun(person), begun(person)
    workflow.autosave(one, by=person, tab=tab, content=make_content(title="하나"), base=None)
    with pytest.raises(ValidationError, match="다른 기사의 것"):
        workflow.autosave(other, by=person, tab=tab, content=make_content(title="둘"), base=None)
    assert Revision.objects.autosaves().get().content["title"] == "하나"


def test_autosave_is_discarded_by_its_author_or_the_owner_of_somebody_who_left():
    leaver, owner, other = make_user(*DESK), make_user(*WRITER), make_user(*DESK)
    article = begun(owner)
    kept = workflow.autosave(article, by=leaver, tab=uuid.uuid4(), content=make_content(), base=None)
    for person in (owner, other):
        with pytest.raises(PermissionDenied):
            workflow.discard_autosave(kept, by=person)
    leaver.is_active = False
    leaver.save()
    kept.refresh_from_db()
    with pytest.raises(PermissionDenied):
        workflow.discard_autosave(kept, by=other)
    workflow.discard_autosave(kept, by=owner)
    assert list(Revision.objects.autosaves()) == []


# The way to readers, and back


def test_submit_keeps_the_time():
    article = make_at((State.DRAFT, ""))
    reporter = make_person("own", article, *WRITER)
    before = timezone.now()
    assert before <= workflow.submit(article, by=reporter).submitted_at <= timezone.now()


def test_submit_asks_for_a_title_alone():
    person = make_user(*WRITER)
    nameless = begun(person, title=" \u3000", body="<p>글</p>")
    with pytest.raises(ValidationError) as refusal:
        workflow.submit(nameless, by=person)
    assert refusal.value.messages == ["제목이 없습니다."]
    assert row(nameless)["submitted_at"] is None
    assert workflow.submit(begun(person, title="제목만"), by=person).state == State.SUBMITTED


@pytest.mark.parametrize("reason", ["", " \n "])
def test_send_back_and_withdraw_want_a_reason(reason):
    desk = make_user(*DESK)
    filed, seen = make_at((State.SUBMITTED, "")), make_at((LIVE, ""))
    with pytest.raises(ValidationError) as refusal:
        workflow.send_back(filed, by=desk, reason=reason)
    assert refusal.value.message_dict == {"reason": ["돌려보내는 까닭을 적어 주세요."]}
    with pytest.raises(ValidationError) as refusal:
        workflow.withdraw(seen, by=desk, reason=reason)
    assert refusal.value.message_dict == {"reason": ["내리는 까닭을 적어 주세요. 독자가 읽습니다."]}
    assert (place_of(filed)[0], place_of(seen)[0]) == (State.SUBMITTED, State.APPROVED)


def test_approve_keeps_who_and_when_and_is_live_at_once():
    chief = make_user(*DESK)
    before = timezone.now()
    article = workflow.approve(make_at((State.SUBMITTED, "")), by=chief)
    assert article.approver == chief
    assert before <= article.approved_at == article.live_at <= timezone.now()
    assert (article.is_live, article.approved_revision) == (True, article.newest_revision)


def test_approve_for_later_is_scheduled_and_appears_by_itself():
    moment = ahead(hours=1)
    article = workflow.approve(make_at((State.SUBMITTED, "")), by=make_user(*DESK), live_at=moment)
    assert (article.live_at, article.is_scheduled, article.is_live) == (moment, True, False)
    assert (list(Article.objects.live()), list(Article.objects.scheduled())) == ([], [article])
    assert (list(Article.objects.live(moment)), list(Article.objects.scheduled(moment))) == ([article], [])
    assert LogEntry.objects.get().details == {"live_at": moment.isoformat()}


def test_time_that_has_passed_is_refused_and_the_minute_that_has_begun_is_now():
    desk = make_user(*DESK)
    article, scheduled = make_at((State.SUBMITTED, "")), make_at((SCHEDULED, ""))
    for verb, one in ((workflow.approve, article), (workflow.reschedule, scheduled)):
        with pytest.raises(ValidationError) as refusal:
            verb(one, by=desk, live_at=ago(minutes=5))
        assert list(refusal.value.message_dict) == ["live_at"]
    before = timezone.now()
    assert workflow.approve(article, by=desk, live_at=ago(seconds=30)).live_at >= before


def test_approve_refuses_with_all_reasons_at_once_and_writes_nothing():
    article = make_article(state=State.SUBMITTED, title="", section=None)
    before = row(article)
    with pytest.raises(ValidationError) as refusal:
        workflow.approve(article, by=make_user(*DESK))
    assert refusal.value.messages == ["제목이 없습니다.", "섹션을 고르지 않았습니다.", "필자가 없습니다."]
    assert (row(article), LogEntry.objects.count(), Revision.objects.count()) == (before, 0, 0)


def test_approve_approves_the_version_that_was_read_and_no_other():
    desk = make_user(*DESK)
    article = make_at((State.SUBMITTED, ""))
    read = workflow.save(article, by=desk, content=contents.of(article) | {"title": "읽은 판"}, base=None)
    newer = workflow.save(article, by=desk, content=contents.of(article) | {"title": "새 판"}, base=read.pk)
    with pytest.raises(workflow.Conflict) as refusal:
        workflow.approve(article, by=desk, revision=read.pk)
    assert (refusal.value.newest, place_of(article)[0]) == (newer, State.SUBMITTED)
    assert workflow.approve(article, by=desk, revision=newer.pk).title == "새 판"


def test_approve_of_what_was_moved_to_a_section_that_is_not_ones_own():
    desk, section = make_user(*DESK), make_section()
    desk.desk_sections.add(section)
    article = make_at((LIVE, ""), section=section)
    workflow.save(article, by=desk, content=contents.of(article) | {"section": make_section().pk}, base=None)
    with pytest.raises(ValidationError) as refusal:
        workflow.approve_change(article, by=desk)
    assert refusal.value.messages == ["맡지 않은 섹션으로 옮겨진 기사입니다."]
    assert Article.objects.get().section == section


def test_autosave_of_what_readers_see_leaves_the_row_alone():
    """An import has no version yet, and yet is no draft: what somebody types in it is nobody else's to see."""
    reporter = make_user(*REPORTER)
    article = make_article(import_digest="d" * 64, title="독자가 보는 제목", bylines=[make_reporter(user=reporter)])
    before = row(article)
    workflow.autosave(article, by=reporter, tab=uuid.uuid4(), content=make_content(title=""), base=None)
    assert (row(article), Revision.objects.autosaves().count()) == (before, 1)


def test_embargo_later_than_the_time_at_which_readers_saw_it_is_refused_with_the_other_reasons():
    desk = make_user(*DESK)
    article = make_at((LIVE, ""))
    content = contents.of(article) | {"title": "", "embargo_until": ahead(days=1).isoformat()}
    workflow.save(article, by=desk, content=content, base=None)
    article.refresh_from_db()
    with pytest.raises(ValidationError) as refusal:
        workflow.approve_change(article, by=desk)
    assert [reason[:3] for reason in refusal.value.messages] == ["제목이", "엠바고"]
    assert workflow.reasons_against_approval(article, by=desk) == refusal.value.messages


def test_embargo_is_kept_by_approval_and_by_a_new_time():
    desk, until = make_user(*DESK), ahead(days=1)
    article = make_at((State.SUBMITTED, ""), embargo_until=until)
    said = [f"엠바고가 {timezone.localtime(until):%Y.%m.%d %H:%M}까지입니다. 게재 시각은 그 뒤여야 합니다."]
    with pytest.raises(ValidationError) as refusal:
        workflow.approve(article, by=desk)
    assert refusal.value.messages == said
    assert workflow.approve(article, by=desk, live_at=until).is_scheduled
    with pytest.raises(ValidationError) as refusal:
        workflow.reschedule(article, by=desk, live_at=ahead(hours=1))
    assert refusal.value.messages == said
    assert Article.objects.get().live_at == until


def test_unschedule_undoes_the_approval_and_takes_in_what_was_changed_since():
    desk = make_user(*DESK)
    article = make_at((SCHEDULED, ""), title="승인한 제목")
    workflow.save(article, by=desk, content=contents.of(article) | {"title": "고친 제목"}, base=None)
    assert Article.objects.get().title == "승인한 제목"
    fresh = workflow.unschedule(article, by=desk)
    assert (fresh.title, fresh.live_at, fresh.approver, fresh.approved_revision) == ("고친 제목", None, None, None)


# A change of what was approved before


def test_change_of_a_live_article_waits_while_readers_see_the_old_one():
    reporter, desk = make_user(*REPORTER), make_user(*DESK)
    article = make_at((LIVE, ""), title="옛 제목", owner=reporter, approved_at=ago(hours=3))
    workflow.save(article, by=reporter, content=contents.of(article) | {"title": "간척지의 벼"}, base=None)
    workflow.submit_change(article, by=reporter)
    seen = Article.objects.live().get()
    assert (seen.title, seen.modified_at, list(search.find("간척지"))) == ("옛 제목", None, [])
    before = timezone.now()
    fresh = workflow.approve_change(article, by=desk)
    assert (fresh.title, fresh.approved_at, fresh.live_at) == ("간척지의 벼", seen.approved_at, seen.live_at)
    assert before <= fresh.modified_at <= timezone.now()
    assert (fresh.approver, list(search.find("간척지"))) == (seen.approver, [fresh])


def test_change_before_the_time_has_come_was_seen_by_nobody():
    desk = make_user(*DESK)
    article = make_at((SCHEDULED, ""))
    workflow.save(article, by=desk, content=contents.of(article) | {"title": "고친 제목"}, base=None)
    fresh = workflow.approve_change(article, by=desk)
    assert (fresh.title, fresh.modified_at) == ("고친 제목", None)


def test_change_that_lacks_something_is_refused_and_readers_see_the_old_one():
    desk = make_user(*DESK)
    article = make_at((LIVE, ""), title="옛 제목")
    workflow.save(article, by=desk, content=contents.of(article) | {"title": "", "bylines": []}, base=None)
    with pytest.raises(ValidationError) as refusal:
        workflow.approve_change(article, by=desk)
    assert refusal.value.messages == ["제목이 없습니다.", "필자가 없습니다."]
    assert Article.objects.get().title == "옛 제목"


def test_change_is_discarded_and_stays_in_the_history():
    reporter = make_user(*REPORTER)
    article = make_at((LIVE, ""), title="옛 제목", owner=reporter)
    workflow.save(article, by=reporter, content=contents.of(article) | {"title": "버릴 제목"}, base=None)
    fresh = workflow.discard_change(article, by=reporter)
    assert (fresh.title, fresh.change) == ("옛 제목", "")
    assert [one.content["title"] for one in Revision.objects.saved()] == ["옛 제목", "버릴 제목", "옛 제목"]
    assert fresh.newest_revision.note == "수정을 버리고 1판으로"


# Down, and up again


def test_withdraw_keeps_the_row_its_approval_and_its_text():
    article = make_at((LIVE, ""), title="내릴 기사")
    fresh = workflow.withdraw(article, by=make_user(*DESK), reason=f" {REASON} ", notice_url="/pages/ombudsman/")
    assert (fresh.title, fresh.approver, fresh.live_at) == ("내릴 기사", article.approver, article.live_at)
    assert (fresh.withdrawn_reason, fresh.notice_url) == (REASON, "/pages/ombudsman/")
    assert (list(Article.objects.live()), list(Article.objects.withdrawn())) == ([], [fresh])


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "corrections", "https://"]
)
def test_withdraw_with_an_address_that_is_none(address):
    article = make_at((LIVE, ""))
    with pytest.raises(ValidationError) as refusal:
        workflow.withdraw(article, by=make_user(*DESK), reason=REASON, notice_url=address)
    assert refusal.value.message_dict == {"notice_url": ["알림의 주소는 https://… 또는 /…로 적어 주세요."]}
    assert place_of(article)[0] == State.APPROVED


def test_reinstate_shows_it_as_it_was():
    desk = make_user(*DESK)
    article = make_at((LIVE, ""))
    workflow.withdraw(article, by=desk, reason=REASON)
    fresh = workflow.reinstate(article, by=desk)
    assert (fresh.is_live, fresh.live_at, fresh.modified_at) == (True, article.live_at, None)
    assert (fresh.withdrawn_at, fresh.withdrawn_reason) == (None, "")


def test_imported_article_is_withdrawn_and_reinstated_though_it_has_no_section():
    desk = make_user(*DESK)
    article = make_article(import_digest="d" * 64)
    workflow.withdraw(article, by=desk, reason=REASON)
    assert workflow.reinstate(article, by=desk).is_live


# A draft that nobody was shown


def test_draft_that_was_filed_once_is_not_trashed():
    person = make_user(*WRITER)
    article = begun(person, title="글")
    workflow.submit(article, by=person)
    workflow.recall(article, by=person)
    with pytest.raises(ValidationError):
        workflow.trash(article, by=person)
    assert place_of(article)[0] == State.DRAFT


# People


def test_assign_to_somebody_who_may_not_write():
    article = make_at((State.DRAFT, ""))
    for person in (make_user("articles.view_article"), make_user(*WRITER, is_active=False)):
        with pytest.raises(ValidationError) as refusal:
            workflow.assign(article, by=make_user(*DESK), to=person)
        assert refusal.value.message_dict == {"to": ["기사를 쓸 수 있는 사람을 고르세요."]}


def test_hand_over_gives_everything_to_the_successor_and_says_so():
    leaver, successor, admin = make_user(*REPORTER), make_user(*REPORTER, last_name="민서하"), make_user()
    kept = make_at((State.DRAFT, ""), owner=leaver)
    seen = make_at((LIVE, ""), owner=leaver)
    others = make_at((State.DRAFT, ""), owner=make_user())
    assert workflow.hand_over(leaver, to=successor, by=admin) == ["기사 2편을 민서하 님에게 넘겼습니다."]
    owners = dict(Article.objects.values_list("pk", "owner"))
    assert owners == {kept.pk: successor.pk, seen.pk: successor.pk, others.pk: others.owner_id}
    assert {(entry.verb, entry.by, entry.details["to"]) for entry in LogEntry.objects.all()} == {
        ("assign", admin, "민서하")
    }


@pytest.mark.parametrize("successor", [None, "reader"])
def test_hand_over_of_unfinished_work_wants_somebody_who_can_finish_it(successor):
    leaver = make_user(*REPORTER)
    article = make_at((State.SUBMITTED, ""), owner=leaver)
    with pytest.raises(ValidationError) as refusal:
        workflow.hand_over(leaver, to=successor and make_user(), by=make_user())
    assert list(refusal.value.message_dict) == ["successor"]
    assert Article.objects.get() == article


def test_hand_over_of_finished_work_needs_nobody():
    leaver = make_user(*REPORTER)
    make_at((LIVE, ""), owner=leaver)
    assert workflow.hand_over(leaver, to=None, by=make_user()) == []
    assert Article.objects.get().owner == leaver


# From elsewhere


def test_publish_import_is_live_at_the_time_of_its_approval():
    article = workflow.publish_import(Article(title="옮긴 기사"), digest="d" * 64, approved_at=at("2023-10-12 14:51"))
    article.refresh_from_db()
    moment = at("2023-10-12 14:51")
    assert (article.state, article.approved_at, article.live_at) == (State.APPROVED, moment, moment)
    assert (article.is_imported, article.approver, article.is_live) == (True, None, True)
    assert list(search.find("옮긴")) == [article]
    assert [(entry.verb, entry.by) for entry in LogEntry.objects.all()] == [("import", None)]


def test_publish_import_without_a_time_of_approval_is_not_public():
    article = workflow.publish_import(Article(title="옮긴 기사"), digest="d" * 64, approved_at=None)
    article.refresh_from_db()
    assert (article.state, article.live_at, article.is_imported) == (State.DRAFT, None, True)
    assert list(Article.objects.live()) == []


def test_publish_import_without_a_title_is_refused():
    with pytest.raises(ValidationError) as refusal:
        workflow.publish_import(Article(), digest="d" * 64, approved_at=ago(days=1))
    assert refusal.value.messages == ["게재할 기사에는 제목과 섹션이 있어야 합니다."]
    assert Article.objects.count() == 0
