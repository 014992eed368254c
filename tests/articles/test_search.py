import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import search
from articles.korean import fold
from articles.models import Article, SearchEntry
from tests.factories import ahead, at, make_article, make_reporter, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
State = Article.State
texts = st.text(
    st.one_of(
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), st.sampled_from("ㄱㅋ漢字Ab1 .,?‘’․\n\\'%_&|!:*")
    )
)


def found(query):
    return list(search.find(query))


# --- what is found ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("전고체 배터리 기술", "배터리"),
        ("혁신 클러스터를 찾다", "혁신클러스터"),
        ("혁신클러스터를 찾다", "혁신 클러스터"),
        ("대전에서는 벼를", "대전"),
        ("대전에서는 벼를", "벼"),
        ("간척지의 벼", "벼"),
        ("봄눈", "눈"),
        ("벼", "벼"),
        ("허브‘네트워크’개최", "네트워크"),
        ("부품․시스템", "부품시스템"),
        ("부품․시스템", "부품·시스템"),
        ("16.43㎢의 땅", "16.43km2"),
        ("SMART 그리드", "smart"),
        ("ＳＭＡＲＴ", "Smart"),
        ("㈜모루나사", "모루나사"),
        ("ㅋㅋ 웃다", "ㅋ"),
        ("漢字를 쓰다", "漢字"),
        ("논과 밭, 바다", "바다 논"),
        ("3·1 만세", "3.1"),
        ("나 혼자", "나 혼"),
    ],
)
def test_find(text, query):
    article = make_article(body=f"<p>{text}</p>")
    assert found(query) == [article]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("대전에서는 벼를", "대구"),
        ("가나 다라", "나가"),
        ("가나. 다라", "나다"),  # what ends one sentence and begins the next is no word
        ("가나 나다 다라", "가나다라"),  # each pair stands there, the word does not
        ("논과 밭", "논 바다"),
        ("100원", "%"),
        ("가나", "가_"),
        ("가나", "'가나':* | '다"),
    ],
)
def test_find_nothing(text, query):
    make_article(title="가마", body=f"<p>{text}</p>")
    assert found(query) == ([] if fold(query) != "가" else found("가"))


def test_find_in_every_part_of_an_article():
    reporter = make_reporter(name="한서윤")
    article = make_article(
        title="제목의 모란",
        subtitle="부제의 작약",
        caption="설명의 수국",
        body="<p>본문의 <strong>동백</strong></p>",
        bylines=[reporter, {"name": "표윤슬"}],
        tags=["매화"],
    )
    make_article(title="다른 기사")
    for query in ("모란", "작약", "수국", "동백", "한서윤", "표윤슬", "매화"):
        assert found(query) == [article]


def test_find_does_not_see_markup():
    make_article(body='<p><a href="https://example.com/" rel="noopener">글</a>&nbsp;</p>')
    assert (found("noopener"), found("nbsp"), found("href")) == ([], [], [])


def test_find_words_across_parts_but_not_one_word():
    article = make_article(title="모란", subtitle="작약")
    assert found("작약 모란") == [article]
    assert found("모란작약") == []


def test_find_newest_first():
    old = make_article(title="벼 하나", live_at=at("2026-11-01 09:00"))
    new = make_article(title="벼 둘", live_at=at("2026-11-02 09:00"))
    assert found("벼") == [new, old]


@pytest.mark.parametrize("state", [state for state in State if state != State.APPROVED])
def test_find_none_that_readers_may_not_see(state):
    seen = make_article(title="간척지의 벼")
    make_article(title="간척지의 벼", state=state)
    make_article(title="간척지의 벼", live_at=ahead(hours=1))
    assert found("간척지") == [seen]


@pytest.mark.parametrize("query", ["", " ", "…", "‘’", "\x00", "%", "\ufffd\ufffd"])
def test_find_nothing_for_nothing_to_look_for(query):
    make_article(title="… %")
    assert found(query) == []


def test_index_again_forgets_the_old_words():
    article = make_article(title="모란")
    article.title = "작약"
    search.index(article)
    assert (found("모란"), found("작약")) == ([], [article])
    assert SearchEntry.objects.count() == 1


def test_index_an_article_without_a_word():
    entry = SearchEntry.objects.get(article=make_article(state=State.DRAFT, title="", body=""))
    assert entry.text == ""


@given(texts)
def test_find_never_errs_whatever_is_typed(query):
    make_article(body="<p>벼</p>")
    assert all(article.is_live for article in search.find(query))


@given(texts.filter(fold), st.data())
def test_find_by_any_part_of_the_folded_text(text, data):
    from django.utils.html import escape

    article = make_article(title="제목", body=f"<p>{escape(text)}</p>")
    line = data.draw(st.sampled_from(SearchEntry.objects.get(article=article).text.split("\n")))
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, min(len(line), start + search.MAX_QUERY)))
    assert article in found(line[start:end])


# --- the words around ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("혁신 클러스터를 찾다", "혁신클러스터", "<mark>혁신 클러스터</mark>를 찾다"),
        ("벼와 보리와 벼", "벼", "<mark>벼</mark>와 보리와 <mark>벼</mark>"),
        ("벼와 보리", "보리 벼", "<mark>벼</mark>와 <mark>보리</mark>"),
        ("Smart grid", "SMART", "<mark>Smart</mark> grid"),
        ("벼와 보리", "밀", "벼와 보리"),
        ("벼와 보리", "…", "벼와 보리"),
        ("f(x) 값", "f(x)", "<mark>f(x)</mark> 값"),
    ],
)
def test_snippet(text, query, shown):
    assert search.snippet(f"<p>{text}</p>", query) == shown


def test_snippet_is_escaped_within_and_without_the_mark():
    shown = search.snippet("<p>&lt;b&gt;벼&lt;/b&gt; &amp;amp; &lt;script&gt;</p>", "<b>벼</b>")
    assert shown == "<mark>&lt;b&gt;벼&lt;/b&gt;</mark> &amp;amp; &lt;script&gt;"


def test_snippet_of_a_long_body_stands_around_the_word():
    text = "가나다 " * 100 + "모란 " + "라마바 " * 100
    shown = search.snippet(f"<p>{text}</p>", "모란")
    assert re.fullmatch(r"….{40}<mark>모란</mark>.{78}…", shown)


@given(texts, texts)
def test_snippet_is_the_text_whatever_is_looked_for(text, query):
    from django.utils.html import escape

    shown = parse(search.snippet(f"<p>{escape(text)}</p>", query))
    assert {element.tag for element in shown.walk()} <= {"mark"}
    assert shown.raw_text.strip("…") in " ".join(text.split()).strip() or "…" in text


# --- the page -----------------------------------------------------------------------------------------------------


def open_search(client, query=None, **more):
    response = client.get("/search/", ({} if query is None else {"q": query}) | more)
    return response, parse(response)


def test_search_page_without_a_query_asks_for_one(client):
    make_article()
    response, page = open_search(client)
    assert response.status_code == 200
    assert page.one("main").all("article") == page.one("main").all(class_="errorlist") == []


def test_search_page_shows_what_it_found(client):
    article = make_article(title="간척지의 벼", body="<p>짠 논에서 벼를 벤다.</p>")
    make_article(title="바다", live_at=at("2026-11-01 09:00"))
    _, page = open_search(client, "벼")
    item = page.one("main").one("article")
    assert item.one("h2").one("a")["href"] == article.get_absolute_url()
    assert item.one("mark").text == "벼"
    assert page.one("main").one("input", name="q")["value"] == "벼"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "찾을 말을 적어 주세요."),
        ("   ", "찾을 말을 적어 주세요."),
        ("‘…’!?", "글자나 숫자를 하나 이상 적어 주세요."),
        ("가\x00나", "찾을 수 없는 글자가 들어 있습니다."),
        ("가" * 61, "찾을 말은 60자까지 적을 수 있습니다."),
        ("<script>alert(1)</script>" * 3, "찾을 말은 60자까지 적을 수 있습니다."),
    ],
)
def test_search_page_says_at_the_field_what_is_wrong_and_keeps_what_was_typed(client, typed, said):
    make_article(title="가나")
    response, page = open_search(client, typed)
    field = page.one("main").one("input", name="q")
    assert response.status_code == 200
    assert page.one(id=field["aria-describedby"]).text == said
    assert (field["value"].strip(), field["aria-invalid"]) == (typed.strip(), "true")
    assert page.one("main").all("article") == []


def test_search_page_takes_60_characters(client):
    article = make_article(title="가" * 100)
    _, page = open_search(client, "가" * 60)
    assert page.one("main").one("article").one("h2").one("a")["href"] == article.get_absolute_url()


def test_search_page_that_found_nothing_says_so(client):
    make_article()
    response, page = open_search(client, "없는 말")
    assert response.status_code == 200
    assert page.one(class_="empty").text.startswith("찾은 기사가 없습니다: 없는 말")


def test_search_page_that_found_nothing_says_what_for_escaped_and_cut(client):
    _, page = open_search(client, f"<b>{'가' * 50}")
    said = page.one(class_="empty").one("strong")
    assert (said.text, said.all("b")) == (f"찾은 기사가 없습니다: <b>{'가' * 36}…", [])


def test_search_page_calls_searching_by_one_word(client):
    _, page = open_search(client, "없는 말")
    form = page.one("main").one("form", role="search")
    assert (form["aria-label"], form.one("button").text) == ("기사 검색", "검색")
    assert "".join(page.one("title").children) == "‘없는 말’ 검색 - 월간인물"


@pytest.mark.parametrize("raw", ["%B8%DE%B8%A3%BD%BA", "%C8%F7", "%FF%FE", "%E3%80", "%ED%A0%80", "a%B8%DEb"])
def test_search_page_with_bytes_of_another_encoding(client, raw):
    make_article(title="메르스")
    response = client.get(f"/search/?q={raw}")
    assert response.status_code == 200
    assert parse(response).one("main").all("article") == []


@pytest.mark.parametrize("state", [state for state in State if state != State.APPROVED])
def test_search_page_shows_nothing_hidden(client, state):
    make_article(title="숨은 모란", state=state)
    make_article(title="내일의 모란", live_at=ahead(days=1))
    shown = make_article(title="오늘의 모란")
    _, page = open_search(client, "모란")
    assert [link["href"] for link in page.one("main").all("a", href=True) if "/articles/" in link["href"]] == [
        shown.get_absolute_url()
    ]


def test_search_page_follows_the_words_an_article_has_now(client):
    from articles import workflow

    article = make_article(title="모란")
    desk = make_user("articles.desk_article", "articles.withdraw_article")
    workflow.withdraw(article, by=desk, reason="사실관계를 다시 확인하고 있습니다.")
    assert open_search(client, "모란")[1].one("main").all("article") == []


def test_search_page_escapes_the_query(client):
    typed = '"><script>alert(1)</script>'
    response, page = open_search(client, typed)
    assert page.one("main").one("input", name="q")["value"] == typed
    assert b"<script>alert" not in response.content


def test_search_page_pages_keep_the_query(client):
    for _ in range(21):
        make_article(title="벼 & 논")
    _, page = open_search(client, "벼 & 논")
    assert page.one("a", rel="next")["href"] == "?q=%EB%B2%BC+%26+%EB%85%BC&page=2"
    _, second = open_search(client, "벼 & 논", page=2)
    assert len(second.one("main").all("article")) == 1
    assert open_search(client, "벼 & 논", page=3)[0].status_code == 404


@pytest.mark.parametrize("query", [None, "", "…"])
def test_search_page_of_nothing_has_no_second_page(client, query):
    assert open_search(client, query, page=2)[0].status_code == 404


@given(st.text())
def test_search_page_opens_whatever_is_typed(client, typed):
    assert client.get("/search/", {"q": typed}).status_code == 200
