import pytest
from django.utils import timezone

from articles.readiness import CHECKS, reasons_against
from tests.factories import ahead, make_content, make_photo

pytestmark = pytest.mark.django_db
BYLINE = {"reporter": None, "name": "표윤슬", "title": "수필가", "role": ""}
WHOLE = {"section": 1, "bylines": [BYLINE]}


def reasons(**content):
    return reasons_against(make_content(**WHOLE | content), live_at=timezone.now())


def test_article_that_lacks_nothing():
    photo = make_photo()
    body = f'<p>글</p><figure data-photo="{photo.pk}"><figcaption>작업대.</figcaption></figure>'
    assert reasons(lead_photo=photo.pk, caption="담장 앞에서.", body=body) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"title": ""}, "제목이 없습니다."),
        ({"title": " \u3000\n"}, "제목이 없습니다."),
        ({"section": None}, "섹션을 고르지 않았습니다."),
        ({"bylines": []}, "필자가 없습니다."),
        ({"is_advertorial": True}, "기사형 광고에 광고 표시가 없습니다."),
        (
            {"is_advertorial": True, "advertorial_label": "광고", "bylines": [BYLINE | {"reporter": 1}]},
            "기사형 광고에는 기자 이름을 달지 않습니다. 광고주나 제작사 이름을 적어 주세요.",
        ),
        ({"ai_use": "generated"}, "AI가 만든 것이 들어 있는데 독자에게 보일 AI 표시가 없습니다."),
    ],
)
def test_article_that_lacks_one_thing(content, said):
    assert reasons(**content) == [said]


@pytest.mark.parametrize(
    "content",
    [
        {"is_advertorial": True, "advertorial_label": "기사형 광고"},
        {"ai_use": "assistive"},
        {"ai_use": "generated", "ai_note": "요약은 AI로 만들고 기자가 확인했습니다."},
    ],
)
def test_article_that_says_what_it_is(content):
    assert reasons(**content) == []


def test_picture_without_alternative_text():
    without, decorative, told = make_photo(alt=" "), make_photo(alt="", is_decorative=True), make_photo()
    body = "".join(
        f'<figure data-photo="{photo.pk}"><figcaption>설명.</figcaption></figure>' for photo in (decorative, told)
    )
    said = (
        f"대체 텍스트가 없는 사진이 있습니다(사진 {without.pk}). "
        "사진에 대체 텍스트를 적거나 꾸밈 사진으로 표시해 주세요."
    )
    assert reasons(lead_photo=without.pk, caption="설명.", body=body) == [said]
    inside = f'<figure data-photo="{without.pk}"><figcaption>설명.</figcaption></figure>'
    assert reasons(body=body + inside) == [said]
    assert reasons(lead_photo=told.pk, caption="설명.", body=body) == []


@pytest.mark.parametrize("caption", ["", "<figcaption></figcaption>", "<figcaption> \n</figcaption>"])
def test_picture_without_caption_needs_a_decision(caption):
    photo = make_photo()
    body = f'<figure data-photo="{photo.pk}">{caption}</figure>'
    how = "설명을 적거나 ‘설명 없이 싣기’를 고르세요."
    assert reasons(body=body * 2) == [f"설명이 없는 사진이 있습니다(본문 사진 2장). {how}"]
    assert reasons(lead_photo=photo.pk) == [f"설명이 없는 사진이 있습니다(대표 사진). {how}"]
    assert reasons(lead_photo=photo.pk, body=body) == [f"설명이 없는 사진이 있습니다(대표 사진, 본문 사진 1장). {how}"]
    assert reasons(lead_photo=photo.pk, body=body, no_caption=True) == []


def test_picture_made_by_ai_without_its_mark():
    unmarked, marked = make_photo(ai_use="generated"), make_photo(ai_use="generated", ai_mark="AI로 만든 그림")
    said = f"AI 표시가 없는 AI 사진이 있습니다(사진 {unmarked.pk})."
    assert reasons(lead_photo=unmarked.pk, caption="설명.") == [said]
    assert reasons(lead_photo=marked.pk, caption="설명.") == []


def test_embargo_holds_until_its_time():
    until = ahead(hours=5)
    content = make_content(**WHOLE, embargo_until=until.isoformat())
    said = [f"엠바고가 {timezone.localtime(until):%Y.%m.%d %H:%M}까지입니다. 게재 시각은 그 뒤여야 합니다."]
    assert reasons_against(content, live_at=timezone.now()) == said
    assert reasons_against(content, live_at=until) == []
    assert reasons_against(content, live_at=None) == []


def test_everything_that_is_missing_is_said_at_once_in_the_order_of_the_checks():
    photo = make_photo(alt="", ai_use="generated")
    content = make_content(
        title="",
        lead_photo=photo.pk,
        is_advertorial=True,
        bylines=[],
        ai_use="generated",
        embargo_until=ahead(hours=1).isoformat(),
    )
    said = reasons_against(content, live_at=timezone.now())
    # All but the one that asks for bylines to be there.
    assert len(said) == len(CHECKS) - 1
    assert [said[0][:2], said[-1][:3]] == ["제목", "엠바고"]
