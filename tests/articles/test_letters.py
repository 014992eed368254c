import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from articles import contents, workflow
from articles.models import Article
from tests.factories import ahead, make_article, make_reporter, make_section, make_user

pytestmark = pytest.mark.django_db
State = Article.State


def letters():
    """What waits to be sent: (to, subject, body)."""
    tasks = [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.order_by("enqueued_at", "pk")]
    return [(task["to"], task["subject"], task["body"]) for task in tasks]


def make_member(role, name, **fields):
    return make_user(role=role, is_staff=True, username=name, email=f"{name}@example.com", **fields)


def make_filed(owner, **fields):
    whole = {"state": State.SUBMITTED, "owner": owner, "section": make_section(), "bylines": [make_reporter()]}
    return make_article(**whole | {"title": "간척지의\n벼"} | fields)


def test_filing_is_told_to_the_desks_of_the_section():
    reporter = make_member("기자", "seoyun", last_name="한", first_name="서윤")
    section = make_section()
    minding, elsewhere = make_member("데스크", "minding"), make_member("데스크", "elsewhere")
    minding.desk_sections.add(section)
    elsewhere.desk_sections.add(make_section())
    make_member("데스크", "everywhere")
    article = make_filed(reporter, state=State.DRAFT, section=section)
    workflow.submit(article, by=reporter)
    [(to, subject, body)] = letters()
    assert (to, subject) == ("minding@example.com", "송고: 간척지의 벼")
    assert body.splitlines()[0] == "한서윤 님이 기사를 송고했습니다. 데스크의 승인을 기다립니다."
    assert body.splitlines()[-1].endswith(reverse("admin:articles_article_change", args=[article.pk]))
    assert body.splitlines()[-1].startswith("http")


def test_filing_in_a_section_that_nobody_minds_is_told_to_those_who_mind_all():
    reporter = make_member("기자", "reporter")
    make_member("데스크", "elsewhere").desk_sections.add(make_section())
    make_member("데스크", "everywhere")
    make_member("편집장", "chief")
    make_member("데스크", "resting", is_active=False)
    make_member("발행인", "publisher")
    workflow.submit(make_filed(reporter, state=State.DRAFT), by=reporter)
    assert [to for to, *_ in letters()] == ["chief@example.com", "everywhere@example.com"]


def test_return_is_told_to_the_owner_and_to_those_who_sign_with_the_reason():
    owner, signing = make_member("기자", "owner"), make_member("기자", "signing")
    desk = make_member("데스크", "desk")
    article = make_filed(owner, bylines=[make_reporter(user=signing), make_reporter()])
    workflow.send_back(article, by=desk, reason="날짜를 확인해 주세요.")
    assert [(to, subject) for to, subject, _ in letters()] == [
        ("owner@example.com", "반려: 간척지의 벼"),
        ("signing@example.com", "반려: 간척지의 벼"),
    ]
    assert "날짜를 확인해 주세요." in letters()[0][2].splitlines()


def test_approval_tells_when_readers_will_see_it():
    owner, desk = make_member("기자", "owner"), make_member("데스크", "desk")
    moment = ahead(days=1)
    workflow.approve(make_filed(owner), by=desk, live_at=moment)
    [(to, subject, body)] = letters()
    assert (to, subject) == ("owner@example.com", "승인: 간척지의 벼")
    assert f"{moment.astimezone().strftime('%Y')}" in body


def test_nobody_writes_to_oneself_or_to_whoever_has_no_address():
    desk = make_member("데스크", "desk")
    workflow.approve(make_filed(desk), by=desk)
    silent = make_user(role="기자", is_staff=True)
    workflow.send_back(make_filed(silent), by=desk, reason="까닭")
    assert letters() == []


def test_refused_verb_sends_no_letter():
    owner, desk = make_member("기자", "owner"), make_member("데스크", "desk")
    article = make_filed(owner, bylines=[])
    with pytest.raises(ValidationError):
        workflow.approve(article, by=desk)
    assert letters() == []


@pytest.mark.parametrize(
    ("verb", "arguments", "subject"),
    [
        (workflow.approve_change, {}, "수정 반영: 옛 제목"),
        (workflow.withdraw, {"reason": "사실 확인"}, "내림: 옛 제목"),
    ],
)
def test_what_readers_come_to_see_is_told_to_the_owner(verb, arguments, subject):
    owner, desk = make_member("기자", "owner"), make_member("데스크", "desk")
    article = make_filed(owner, state=State.APPROVED, title="옛 제목")
    workflow.save(article, by=desk, content=contents.of(article) | {"subtitle": "고침"}, base=None)
    verb(article, by=desk, **arguments)
    assert [(to, said) for to, said, _ in letters()] == [("owner@example.com", subject)]
