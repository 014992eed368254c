"""/styleguide/, under DEBUG only: colours, type and every part of the pages in every state, of objects never saved."""

import datetime
from dataclasses import dataclass

from django.contrib.staticfiles.storage import staticfiles_storage
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from articles import contents
from articles.forms import SearchForm
from articles.models import Article, Byline, Issue, Photo, Section
from articles.paging import Page
from publisher.models import Masthead
from reporters.models import Reporter

COLOURS = [
    "paper",
    "paper-shade",
    "paper-raised",
    "ink",
    "ink-soft",
    "ink-faint",
    "rule",
    "rule-firm",
    "vermilion",
    "vermilion-bright",
]
COLOURS += ["mark", "night", "night-ink-soft"]
SIZES = range(9, 0, -1)
AT = datetime.datetime(2026, 11, 12, 5, 51, tzinfo=datetime.UTC)
SHORT = "느린 배"
TITLE = "새벽 첫차 정류장에 의자 열두 개가 놓이기까지"
LONG = "창원 나사 공장 직원 스물세 명이 볼트 상자에 표를 넣어 사장을 뽑던 날, 반품 대장은 천삼 일째 비어 있었다"
SUBTITLE = "인천 청소 노동자들이 모은 커피값 84만 원\n시청 담당자는 견적서를 세 번 고쳐 썼다"
BODY = """<p>의자는 밤에 왔다. 네 사람이 볼트를 조이는 동안 첫차는 아직 차고에 있었다.</p><h2>앉을 곳</h2>
<p>서서 기다린 시간을 모두 더하면 <a href="/">한 사람의 한 해</a>가 된다. <strong>열두 개</strong>면 넉넉했다.</p>
<blockquote><p>다리가 먼저 고맙다고 하데요.</p></blockquote><ul><li>긴 의자 여섯</li><li>짧은 의자 여섯</li></ul>
<table><caption>들어간 돈</caption><thead><tr><th scope="col">항목</th><th scope="col">금액</th></tr></thead>
<tbody><tr><th scope="row">나무</th><td>51만 원</td></tr><tr><th scope="row">볼트</th><td>6만 원</td></tr></tbody></table>
<h3>남은 돈</h3><p>27만 원으로는 등을 하나 달았다.</p>"""


@dataclass(frozen=True)
class Specimen:
    """One part in one state, as HTML."""

    template: str
    state: str
    html: str


def _photo(name="wide", width=1600, height=1067):
    photo = Photo(
        file=f"img/styleguide-{name}.svg", width=width, height=height, alt="견본 그림.", credit="그림 월간인물"
    )
    photo.file.storage = staticfiles_storage
    return photo


WIDE, TALL = _photo(), _photo("tall", 1000, 1500)
SECTION = Section(slug="society", name="사회ㆍ사람", description="뉴스가 지나간 자리에 남은 사람들.")
ISSUE = Issue(
    month=datetime.date(2026, 11, 1), number=139, theme="캐묻는 사람", introduction="질문을 되묻는 사람들을 만났습니다."
)
REPORTER = Reporter(slug="bae", name="배유찬", beat="사회", motto="지나간 뒤에 다시 간다", email="bae@example.com")
ONE = [Byline(reporter=REPORTER, title="기자")]
TWO = [Byline(reporter=REPORTER, title="기자", role="글"), Byline(name="임바다", title="사진가", role="사진")]


def _article(*, bylines=ONE, **fields):
    values = {
        "pk": 1,
        "title": TITLE,
        "subtitle": SUBTITLE,
        "section": SECTION,
        "lead_photo": WIDE,
        "live_at": AT,
        "approved_at": AT,
    }
    article = Article(**values | fields)
    contents.sign(article, bylines)
    return article


ARTICLE = _article()
STATES = [
    ("보통", ARTICLE),
    ("긴 제목, 두 사람", _article(title=LONG, bylines=TWO)),
    ("사진 없음", _article(lead_photo=None)),
    ("세로 사진, 부제 없음, 이름 없음", _article(title=SHORT, lead_photo=TALL, subtitle="", bylines=[])),
]
MASTHEAD = Masthead(
    copyright_notice="무단 전재와 배포를 금합니다.",
    open_reporting="반론과 정정을 요청할 수 있습니다.",
    ombudsperson="고충인",
)
BADGES = [{"label": "우수콘텐츠", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}, {"label": "인터넷신문위원회"}]


def _parts():
    """Template, state, context: everything that is shown."""
    for template in (
        "articles/_headline",
        "articles/_card",
        "articles/_list_item",
        "articles/_line",
        "articles/_lead_photo",
    ):
        yield from ((template, state, {"article": article}) for state, article in STATES)
    yield (
        "articles/_lead_photo",
        "그림 없이 설명만",
        {"article": _article(lead_photo=None, caption="파일이 남지 않은 사진의 설명.")},
    )
    for template in ("articles/_byline", "articles/_times"):
        yield template, "한 사람", {"article": ARTICLE}
        yield (
            template,
            "두 사람, 호와 면, 고친 때",
            {"article": _article(bylines=TWO, issue=ISSUE, page=22, modified_at=AT)},
        )
    yield "articles/_share", "", {"article": ARTICLE}
    yield "articles/_sticky_title", "스크립트가 보여 줌", {"article": ARTICLE}
    yield "articles/_crumbs", "", {"crumbs": [("홈", "/"), ("지난 호", "/issues/"), ("2026년 11월호", None)]}
    yield "articles/_related", "", {"related": [article for _, article in STATES]}
    yield (
        "articles/_tags",
        "",
        {"tag_names": ["논", "혁신클러스터", "서른 글자에 가까운 아주 긴 키워드 하나가 있는 때"]},
    )
    writers = {"bylines": TWO, "others": [ARTICLE], "others_by": REPORTER}
    yield "articles/_writers", "기자와 외부 필자", writers
    yield "articles/_comments", "", {"article": ARTICLE}
    yield "articles/_most_read", "열 편", {"most_read": [article for _, article in STATES] * 2 + [ARTICLE] * 2}
    yield "articles/_most_read", "비었음", {"most_read": []}
    yield "articles/_ordinary", "비었음", {"ordinary": []}
    yield "articles/_block", "", {"section": SECTION, "articles": [article for _, article in STATES]}
    yield "articles/_issue_band", "표지 없음", {"issue": ISSUE}
    with_cover = Issue(month=datetime.date(2026, 10, 1), theme="짜는 사람", cover=TALL)
    yield (
        "articles/_issues",
        "표지 있음과 없음",
        {"issues": [with_cover, ISSUE, Issue(month=datetime.date(2026, 9, 1))]},
    )
    contents = [
        (SECTION, [_article(page=12), _article(title=LONG, page=128, bylines=TWO)]),
        (None, [_article(title=SHORT)]),
    ]
    yield "articles/_contents", "", {"contents": contents}
    yield "articles/_contents", "비었음", {"contents": []}
    yield "articles/_listing", "비었음", {"articles": [], "page": Page(1, has_next=False)}
    for number, has_next in ((1, True), (7, True), (8, False)):
        yield "articles/_pager", f"{number}쪽", {"page": Page(number, has_next=has_next)}
    yield "articles/_search_form", "", {"form": SearchForm(), "q": ""}
    yield "articles/_search_form", "잘못 적음", {"form": SearchForm({"q": "…"}), "q": "…"}
    yield "reporters/_portrait", "사진 없음", {"photo": None, "name": "배유찬"}
    yield "publisher/_open_reporting", "", {"masthead": MASTHEAD}
    yield "publisher/_badges", "기간 있음과 모름", {"badges": BADGES}


@require_safe
def styleguide(request):
    shared = {"heading_level": 4, "loading": "lazy"}
    specimens = [
        Specimen(template, state, render_to_string(f"{template}.html", shared | context, request))
        for template, state, context in _parts()
    ]
    context = {"colours": COLOURS, "sizes": SIZES, "specimens": specimens, "article": _article(body=BODY)}
    return render(request, "styleguide.html", context)
