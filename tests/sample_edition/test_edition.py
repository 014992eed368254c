"""What the edition must hold: enough to judge every page by, and nothing of real people but where it belongs."""

import collections
import gzip
import hashlib
import html
import re
import tomllib

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.roles import ROLES
from articles import korean, search
from articles.models import (
    Article,
    Byline,
    DailyReads,
    Issue,
    MostRead,
    Photo,
    Placement,
    SearchEntry,
    Section,
    Series,
    Tag,
)
from monthlypeople.sample_edition import loader
from publisher.models import Badge, Masthead, StandingPage
from reporters.models import Reporter
from tests.page import parse
from tests.whole_site.promises import assert_promises

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]
State = Article.State
REAL_NAMES = ["김예진", "박성래", "남윤실", "문채영", "이재진", "이상명", "권종원", "오휘명", "김영환"]
MODELS = [
    User, Masthead, Badge, StandingPage, Reporter, Section, Series, Tag, Issue, Photo, Article, Byline, Placement, SearchEntry,
    DailyReads, MostRead,
]  # fmt: skip


@pytest.fixture(scope="module")
def articles(edition):
    return {
        article.pk: article
        for article in Article.objects.select_related("section", "lead_photo").prefetch_related(
            "bylines__reporter", "tags"
        )
    }


@pytest.fixture(scope="module")
def heads():
    return {int(file.stem): loader.read(file)[0] for file in (loader.HERE / "articles").glob("*.html")}


def words_of(article):
    """Everything readable of an article, a part a line."""
    bylines = [f"{byline.name} {byline.title} {byline.role}" for byline in article.bylines.all()]
    tags = [tag.name for tag in article.tags.all()]
    return "\n".join(
        [article.title, article.subtitle, article.caption, korean.plain_text(article.body), *bylines, *tags]
    )


def sentences_of(article):
    """Sentences of eight characters or more: cut behind . ? ! … and at the end of each block."""
    blocks = re.split(r"</(?:p|h[2-4]|li|td|th|caption|figcaption|blockquote)>|<br>", article.body)
    texts = (
        [html.unescape(re.sub(r"<[^>]*>", "", block)) for block in blocks] + article.subtitle_lines + [article.caption]
    )
    sentences = [sentence.strip(" \n”“’‘\"'") for text in texts for sentence in re.split(r"(?<=[.?!…])", text)]
    return [sentence for sentence in sentences if len(sentence) >= 8]


# --- how much -----------------------------------------------------------------------------------------------------


def test_edition_has_what_was_asked_for(articles):
    assert sorted(articles) == list(range(1, 63))
    assert (Issue.objects.count(), Issue.objects.out().count()) == (3, 3)
    assert Reporter.objects.count() == 13
    assert Section.objects.count() == 11
    assert Series.objects.count() == 3
    assert set(StandingPage.objects.values_list("slug", flat=True)) == set(StandingPage.Kind.values)
    assert (Masthead.objects.count(), Badge.objects.count()) == (1, 3)


def test_edition_has_long_pieces(articles):
    long = [
        article for article in articles.values() if article.is_live and len(korean.plain_text(article.body)) >= 1200
    ]
    assert len(long) >= 20


def test_edition_says_no_sentence_twice(articles):
    counted = collections.Counter(sentence for article in articles.values() for sentence in sentences_of(article))
    assert [sentence for sentence, count in counted.items() if count > 1] == []
    assert len(counted) > 1500


def test_edition_has_no_title_or_subtitle_twice(articles):
    for said in ("title", "caption"):
        counted = collections.Counter(getattr(article, said) for article in articles.values() if getattr(article, said))
        assert [text for text, count in counted.items() if count > 1] == []


def test_edition_next_article_gets_the_next_number(articles):
    with transaction.atomic():
        assert Article.objects.create().pk == 63
        transaction.set_rollback(True)


def test_edition_has_every_section_series_and_issue_in_use(articles):
    live = Article.objects.live()
    assert set(live.values_list("section", flat=True)) >= set(Section.objects.values_list("pk", flat=True))
    assert set(live.values_list("series", flat=True)) >= set(Series.objects.values_list("pk", flat=True))
    assert all(live.filter(issue=issue).count() >= 10 and issue.cover for issue in Issue.objects.all())
    assert (
        list(live.filter(section__slug="photo").values_list("body", flat=True).filter(body__contains="<figure")) != []
    )


def test_edition_has_a_second_page_to_turn_to(articles):
    assert Article.objects.live().count() > 40


# --- states and awkward cases -------------------------------------------------------------------------------------


def test_edition_states_are_those_of_its_files(articles, heads):
    assert {number: article.state for number, article in articles.items()} == {
        number: head.get("state", "approved") for number, head in heads.items()
    }
    assert {article.state for article in articles.values()} == set(State)
    assert {number: article.change for number, article in articles.items() if article.change} == {
        number: Article.Change.SUBMITTED for number, head in heads.items() if "change" in head
    }
    assert {article.change for article in articles.values() if article.is_live} == {"", Article.Change.SUBMITTED}


def test_edition_times_are_those_of_its_files(articles, heads):
    for number, head in heads.items():
        article = articles[number]
        if article.state in (State.APPROVED, State.WITHDRAWN):
            assert article.live_at == head["live_at"]
            assert article.approved_at == min(head["live_at"], article.approved_at)
        else:
            assert (article.live_at, article.approved_at) == (None, None)
        assert article.modified_at == head.get("modified_at")


def test_edition_has_a_scheduled_article(articles, heads):
    ahead = {number for number, head in heads.items() if "live_at" in head and head["live_at"] > timezone.now()}
    assert {number for number, article in articles.items() if article.is_scheduled} == ahead
    assert 14 in ahead


def test_edition_covers_the_awkward_cases(articles):
    live = [article for article in articles.values() if article.is_live]
    bylines = {article.pk: list(article.bylines.all()) for article in live}
    assert [one for one in live if len(bylines[one.pk]) == 2]
    assert [one for one in live if len(bylines[one.pk]) == 3]
    assert [one for one in live if any(byline.reporter is None for byline in bylines[one.pk])]
    assert [one for one in live if len(one.title) == 60]
    assert [one for one in live if len(one.title) <= 4]
    assert [one for one in live if one.lead_photo is None]
    assert [one for one in live if one.lead_photo and one.lead_photo.is_tall]
    assert [one for one in live if one.lead_photo and one.lead_photo.width == one.lead_photo.height]
    assert [one for one in live if one.lead_photo and one.lead_photo.width > 2 * one.lead_photo.height]
    assert [one for one in live if len(one.subtitle_lines) == 2]
    assert [one for one in live if not one.subtitle]
    assert [one for one in live if one.modified_at]
    assert [one for one in live if one.body.count("<figure") >= 5]
    assert [one for one in live if "<table>" in one.body]
    assert [one for one in live if "<blockquote>" in one.body]
    assert [one for one in live if len(korean.plain_text(one.body)) < 200]
    assert [one for one in live if not one.tags.all()]
    assert [one for one in live if one.issue_id is None]
    assert [one for one in articles.values() if not one.body]
    assert [reporter for reporter in Reporter.objects.all() if not reporter.email]


def test_edition_front_page_has_every_slot_filled_by_the_desk():
    slots = collections.Counter(Placement.objects.current().values_list("slot", flat=True))
    assert slots["headline"] == 1
    assert slots["important"] >= 3
    assert slots["ordinary"] >= 4


def test_edition_most_read_are_live_and_falling():
    counts = list(MostRead.objects.values_list("count", flat=True))
    assert len(counts) == 10
    assert counts == sorted(set(counts), reverse=True)


def test_edition_related_articles_are_in_the_edition(articles, heads):
    for number, head in heads.items():
        assert set(articles[number].related.values_list("pk", flat=True)) == set(head.get("related", []))


def test_edition_pictures_are_all_there_described_and_used(articles):
    pictures = tomllib.loads((loader.HERE / "pictures" / "pictures.toml").read_text("utf-8"))
    used = set(Photo.objects.values_list("alt", flat=True))
    assert all(picture["alt"] and picture["credit"] and len(picture["alt"]) <= 200 for picture in pictures.values())
    assert used <= {picture["alt"] for picture in pictures.values()}
    assert Photo.objects.filter(alt="").count() == 0
    named = {int(pk) for article in articles.values() for pk in re.findall(r'data-photo="(\d+)"', article.body)}
    assert named <= set(Photo.objects.values_list("pk", flat=True))


def test_edition_bodies_are_what_the_sanitiser_lets_through(articles):
    from monthlypeople.richtext import sanitise

    assert [number for number, article in articles.items() if sanitise(article.body) != article.body] == []


# --- people -------------------------------------------------------------------------------------------------------


def test_edition_sign_ins_work_by_name_and_by_address():
    names = ["reporter", "desk", "chief", "ombudsman", "publisher", "admin", "reader"]
    assert sorted(User.objects.values_list("username", flat=True)) == sorted(names)
    for name in names:
        assert authenticate(username=name, password="monthlypeople").username == name
        assert authenticate(username=f"{name}@example.com", password="monthlypeople").username == name


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("reporter", ["기자"]),
        ("desk", ["데스크"]),
        ("chief", ["편집장"]),
        ("ombudsman", ["고충처리인"]),
        ("publisher", ["발행인"]),
        ("admin", ["관리자"]),
        ("reader", []),
    ],
)
def test_edition_sign_ins_may_do_what_their_roles_say_and_nothing_else(name, roles):
    user = User.objects.get(username=name)
    assert (user.roles, user.is_staff, user.is_superuser) == (roles, bool(roles), False)
    assert user.get_all_permissions() == {name for role in roles for name in ROLES[role].permissions}
    assert user.user_permissions.count() == 0


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("reporter", "own"),
        ("desk", "all but trash"),
        ("chief", "all but trash"),
        ("ombudsman", "all but trash"),
        ("publisher", "all but trash"),
        ("admin", "none"),
        ("reader", "none"),
    ],
)
def test_edition_sign_ins_see_the_articles_that_are_theirs_to_see(articles, name, shown):
    person = User.objects.get(username=name)
    all_but_trash = {number for number, article in articles.items() if article.state != State.TRASHED}
    own = {number for number, article in articles.items() if article.owner and article.owner.username == name}
    seen = {article.pk for article in Article.objects.within_reach(person)}
    assert seen == {"own": own, "all but trash": all_but_trash, "none": set()}[shown]


def test_edition_every_article_but_the_first_was_approved_by_the_chief(articles):
    approved = [article for article in articles.values() if article.state in (State.APPROVED, State.WITHDRAWN)]
    assert {article.pk for article in approved if article.approver is None} == {1}
    assert {article.approver.username for article in approved if article.approver} == {"chief"}


def test_edition_real_names_stand_where_they_belong_alone(articles):
    assert Reporter.objects.get(name="김예진").bylines.get().article_id == 1
    elsewhere = [words_of(article) for number, article in articles.items() if number != 1]
    elsewhere += [f"{page.title}\n{page.body}" for page in StandingPage.objects.all()]
    elsewhere += [f"{issue.theme}\n{issue.introduction}" for issue in Issue.objects.all()]
    elsewhere += [f"{one.name}\n{one.description}" for one in [*Section.objects.all(), *Series.objects.all()]]
    elsewhere += [f"{photo.alt}\n{photo.credit}" for photo in Photo.objects.all()]
    elsewhere += [f"{one.name} {one.beat} {one.motto}" for one in Reporter.objects.exclude(name="김예진")]
    elsewhere += [f"{user.get_full_name()}" for user in User.objects.all()]
    assert {name for name in REAL_NAMES for text in elsewhere if name in text} == set()
    assert {
        name for name in REAL_NAMES if name in words_of(articles[1]) + str(Reporter.objects.get(slug="kim-yejin"))
    } >= {"이재진", "김영환", "김예진"}


def test_edition_addresses_are_at_example_com(articles):
    text = "\n".join([*map(words_of, articles.values()), *StandingPage.objects.values_list("body", flat=True)])
    addresses = set(re.findall(r"[\w.+-]+@[\w.-]+", text)) | set(
        Reporter.objects.exclude(email="").values_list("email", flat=True)
    )
    addresses |= set(User.objects.values_list("email", flat=True))
    assert {address for address in addresses if not address.endswith("@example.com")} == set()


def test_edition_makes_up_no_address_for_the_real_reporter():
    reporter = Reporter.objects.get(name="김예진")
    assert (reporter.email, reporter.beat, reporter.motto, bool(reporter.photo)) == ("", "", "", False)


# --- the first article --------------------------------------------------------------------------------------------


def test_first_article_keeps_the_facts_of_the_seed(articles):
    article = articles[1]
    assert article.title == "충북지역혁신클러스터 활성화를 위한‘허브 네트워크’개최"
    assert article.subtitle == "사업 참여기업 및 클러스터 입주기업 성장발판 마련"
    assert article.caption == "충북지역혁신클러스터 활성화를 위한‘허브 네트워크’"
    assert f"{timezone.localtime(article.approved_at):%Y.%m.%d %H:%M}" == "2023.10.12 14:51"
    assert article.live_at == article.approved_at
    assert [str(byline) for byline in article.bylines.all()] == ["김예진 기자"]
    text = korean.plain_text(article.body)
    for fact in (
        "16.43㎢", "255억원", "178억원", "77억원", "400억원", "260억원", "140억원", "150여 명", "12일", "2017년 12월", "14개 시도",
        "2027년", "그랜드플라자 청주호텔", "부품․시스템", "이재진 대표", "이상명 교수", "권종원 센터장", "오휘명 책임", "김영환 충북지사",
    ):  # fmt: skip
        assert fact in text


def test_first_article_quotes_nobody(articles):
    assert [sign for sign in '“”"' if sign in korean.plain_text(articles[1].body)] == []


def test_first_article_is_an_import_without_times_that_nobody_told(articles):
    article = articles[1]
    assert (article.is_imported, article.posted_at, article.modified_at, article.approver) == (True, None, None, None)
    assert article.import_digest == hashlib.sha256(article.body.encode()).hexdigest()


def test_masthead_is_the_seeds_with_its_gap():
    masthead = Masthead.objects.in_force().first()
    assert (masthead.title, masthead.registration_number, masthead.is_imported) == ("월간인물", "서울 아 03717", True)
    assert [gap.partition(".")[0] for gap in masthead.gaps] == ["책임분야가 없는 편집인: 박성래, 남윤실"]
    assert list(Badge.objects.values_list("label", "starts_on", "ends_on")) == [
        ("우수콘텐츠", None, None),
        ("우수콘텐츠", None, None),
        ("인터넷신문위원회", None, None),
    ]


def test_seed_stands_beside_the_edition():
    from articles.dumps import import_dump
    from tests.articles.dumps.test_placing import SEED

    if not SEED:
        pytest.skip("the seed is not beside the repository (../shared/seed/*.txt)")
    with transaction.atomic():
        result = import_dump(SEED[0].read_bytes())
        assert result.article.pk != 1
        assert result.article.bylines.get().reporter.slug == "kim-yejin"
        assert [remark for remark in result.remarks if remark.startswith("발행 정보")] == []
        assert "인증ㆍ선정" not in "".join(result.remarks)
        transaction.set_rollback(True)


# --- the pages ----------------------------------------------------------------------------------------------------


@pytest.fixture
def anonymous():
    return Client()


def test_edition_every_live_article_keeps_the_promises_of_a_page(anonymous, articles):
    for number, article in articles.items():
        response = anonymous.get(f"/articles/{number}/")
        withheld = 410 if article.state == State.WITHDRAWN else 404
        assert (number, response.status_code) == (number, 200 if article.is_live else withheld)
        if article.is_live:
            assert_promises(response)


def test_edition_article_pages_are_light(anonymous, articles):
    live = [number for number, article in articles.items() if article.is_live]
    sizes = {number: len(gzip.compress(anonymous.get(f"/articles/{number}/").content, 6)) for number in live}
    assert {number: size for number, size in sizes.items() if size > 14 * 1024} == {}


def test_edition_article_pages_take_no_more_than_eight_queries(anonymous, articles, django_assert_max_num_queries):
    for number, article in articles.items():
        if article.is_live:
            with django_assert_max_num_queries(8):
                anonymous.get(f"/articles/{number}/")


def test_edition_lists_keep_the_promises_of_a_page(anonymous, django_assert_max_num_queries):
    shelves = [
        *Section.objects.all(),
        *Series.objects.all(),
        *Tag.objects.all()[:5],
        *Reporter.objects.all(),
        *Issue.objects.all(),
    ]
    addresses = [
        "/",
        "/articles/",
        "/articles/?page=2",
        "/articles/?page=3",
        "/reporters/",
        "/issues/",
        "/search/?q=벼",
    ]
    for address in [*addresses, *(shelf.get_absolute_url() for shelf in shelves)]:
        with django_assert_max_num_queries(8):
            response = anonymous.get(address)
        assert (address, response.status_code) == (address, 200)
        assert_promises(response)


def test_edition_standing_pages_are_filled_in(anonymous):
    for page in StandingPage.objects.all():
        shown = assert_promises(anonymous.get(page.get_absolute_url())).one(class_="prose")
        assert "[[" not in shown.raw_text
        assert len(shown.text) > 400


def test_edition_standing_pages_keep_their_notes_to_staff(anonymous):
    noted = StandingPage.objects.exclude(note="")
    assert noted.count() > 0
    for page in noted:
        text = parse(anonymous.get(page.get_absolute_url())).text
        assert [line for line in page.note.splitlines() if line.strip() and " ".join(line.split()) in text] == []


def test_edition_standing_page_of_the_ombudsperson_names_them_from_the_masthead(anonymous):
    assert "박성래" not in StandingPage.objects.get(slug="ombudsman").body
    shown = parse(anonymous.get("/pages/ombudsman/")).one(class_="prose").text
    assert "박성래" in shown
    assert "psr@monthlypeople.com" in shown


@pytest.mark.parametrize(
    ("query", "number"), [("충북지역혁신클러스터", 1), ("목해린", 2), ("부품시스템", 1), ("밤버스", 4), ("김예진", 1)]
)
def test_edition_is_found_by_search(query, number):
    assert number in [article.pk for article in search.find(query)]


# --- a second time ------------------------------------------------------------------------------------------------


def test_second_load_refuses_and_changes_nothing():
    before = {model: list(model.objects.order_by("pk").values()) for model in MODELS}
    with pytest.raises(loader.Refused, match=r"있던 것은 그대로입니다\."):
        loader.load()
    call_command("load_sample_edition", if_empty=True)
    assert {model: list(model.objects.order_by("pk").values()) for model in MODELS} == before
