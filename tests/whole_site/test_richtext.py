import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from monthlypeople.richtext import sanitise, with_framed_tables
from tests.page import parse

PLAIN = {
    "p", "br", "hr", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "strong", "em", "b", "i", "u", "s", "sub", "sup",
    "table", "caption", "thead", "tbody", "tr", "figcaption",
}  # fmt: skip
ALLOWED = {name: set() for name in PLAIN} | {
    "a": {"href", "rel"},
    "figure": {"data-photo"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><animate attributeName=href values=javascript:alert(1)></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<p onclick=alert(1) style='position:fixed' class=x id=y>글</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='file:///C:/a.hwp'>x</a>",
    "<a href='//evil.example/'>x</a>",
    "<a href='/\\evil.example'>x</a>",
    "<a href='https:///evil.example'>x</a>",
    "<a href='https://a.example/\u2028'>x</a>",
    "<a href='http://a.example/' target=_blank onmouseover=x()>x</a>",
    "<iframe src=https://evil.example></iframe>",
    "<object data=x><p><object><p>x",
    "<embed src=x><applet><a href=/x><applet><a href=/y>",
    "<form action=/admin/><input name=q><button><p>x</p></button></form>",
    "<p><button><p>x</p></button></p>",
    "<style>@import 'x'</style>",
    "<link rel=stylesheet href=x><meta http-equiv=refresh content='0;url=x'><base href=//x>",
    "<!-- <script> --><!--[if IE]><script>x</script><![endif]-->",
    "<template><script>x</script></template><noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea></textarea><title><script>x</script></title>",
    "<xmp><script>x</script></xmp><plaintext>",
    "<figure data-photo='1 onload=x' onclick=y>",
    "<figure data-photo='12345678901'><figure data-photo='１２'><figure data-photo='-1'>",
    "<td colspan='99999999999999999999' rowspan=2>칸</td>",
    "<table><tr><th scope=row onclick=x>가<td colspan=2>나</table>",
    "<table>밖<form><tr><td>x</form>",
    "<h1>제목</h1><div><span>글</span></div><font color=red>빨강</font>",
    "<p>\x00글\x1b\ufffe</p>",
    "</p></div></article></body></html>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &",
    "]]><![CDATA[<script>x</script>]]>",
    '<a href="https://a.example/?q=\'"><b>x</a></b>',
    "<b><p>x</b>y</p>",
]
fragments = st.lists(
    st.one_of(
        st.sampled_from(HOSTILE),
        st.text(max_size=8),
        st.sampled_from(["<p>", "</p>", "<table>", "<td>", "<a href=/x>", "<"]),
    ),
    max_size=6,
).map("".join)


def assert_only_our_elements(markup):
    for element in parse(markup).walk():
        assert element.tag in ALLOWED
        assert set(element.attributes) <= ALLOWED[element.tag]
        if "href" in element.attributes:
            assert re.match(r"https?://[^/\\\s]|mailto:[^@\s]+@|/(?![/\\])|#", element["href"], re.IGNORECASE)
            assert element["rel"] == "noopener"
        for name in {"colspan", "rowspan", "data-photo"} & set(element.attributes):
            assert re.fullmatch("[0-9]{1,9}", element[name])


@pytest.mark.parametrize("markup", HOSTILE)
def test_sanitise_lets_nothing_through_but_our_elements(markup):
    assert_only_our_elements(sanitise(markup))


@given(fragments)
@example("<p><button><p>x</p></button></p>")
@example("<object><p><object><p>x")
def test_sanitise_any_mixture_and_twice_changes_nothing(markup):
    once = sanitise(markup)
    assert_only_our_elements(once)
    assert sanitise(once) == once


@pytest.mark.parametrize(
    "markup",
    [
        "<p>글 <strong>굵게</strong> <em>기울여</em><br>다음 줄</p>",
        "<h2>사잇제목</h2><h3>작게</h3><blockquote><p>“말”</p></blockquote>",
        "<ul><li>하나</li></ul><ol><li>둘</li></ol><hr>",
        '<table><caption>표</caption><thead><tr><th scope="col">가</th></tr></thead><tbody><tr><td colspan="2">나</td></tr></tbody></table>',
        '<figure data-photo="12"><figcaption>설명</figcaption></figure>',
        '<p><a href="https://example.com/a?b=1&amp;c=2#d" rel="noopener">밖</a> <a href="/articles/1/" rel="noopener">안</a></p>',
        '<p><a href="mailto:psr@example.com" rel="noopener">편지</a> <a href="#title" rel="noopener">위로</a></p>',
        "<p>‘허브’개최․㎢ “말” &lt; &gt; &amp;&nbsp;끝</p>",
    ],
)
def test_sanitise_leaves_what_we_write_as_it_is(markup):
    assert sanitise(markup) == markup


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        ("<script>alert(1)</script>", ""),
        ("<div>글</div>", "글"),
        ("<h1>제목</h1>", "제목"),
        ("<p>가<img src='file:///C:/a.png'>나</p>", "<p>가나</p>"),
        ("<a href='javascript:x'>글</a>", '<a rel="noopener">글</a>'),
        ("<p>닫지 않은", "<p>닫지 않은</p>"),
        ("<svg><a href=/x>글</a></svg>뒤", "뒤"),
    ],
)
def test_sanitise_takes_away(markup, left):
    assert sanitise(markup) == left


@given(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"])))
def test_sanitise_keeps_every_character_of_text(text):
    from django.utils.html import escape

    assert parse(sanitise(escape(text))).raw_text == text


def test_table_is_framed_for_the_keyboard_and_named():
    framed = parse(with_framed_tables(sanitise("<p>앞</p><table><tr><td>칸</table><p>뒤</p>")))
    frame = framed.one("div")
    assert frame.attributes == {"class": "prose__table", "role": "group", "aria-label": "표", "tabindex": "0"}
    assert [child.tag for child in frame.children] == ["table"]
    assert [element.tag for element in framed.children] == ["p", "div", "p"]


@given(fragments)
@example("<table><tr><td><table><tr><td>x")
@example('<a href="https://a.example/<table>">x</a><p>&lt;table&gt;</p>')
def test_every_table_of_any_mixture_is_framed_and_nothing_else(markup):
    clean = sanitise(markup)
    framed = parse(with_framed_tables(clean))
    assert [table.parent for table in framed.all("table")] == framed.all("div", class_="prose__table")
    assert len(framed.all("table")) == len(parse(clean).all("table"))
    assert framed.raw_text == parse(clean).raw_text
