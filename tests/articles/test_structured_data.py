import json

import pytest

from tests.factories import at, make_article, make_masthead, make_photo, make_reporter, make_section
from tests.page import parse

pytestmark = pytest.mark.django_db
HOSTILE = "</script><script>alert(1)</script> & <!-- ‘벼’"


def data_of(client, article):
    script = parse(client.get(article.get_absolute_url())).one("script", type="application/ld+json")
    return json.loads("".join(script.children))


def test_news_article_says_what_the_page_says(client):
    make_masthead(title="월간견본")
    reporter = make_reporter(slug="han", name="한서윤", title="기자")
    article = make_article(
        title="짠 논",
        subtitle="첫 줄\n둘째 줄",
        section=make_section(name="커버스토리"),
        bylines=[reporter, {"name": "표윤슬"}],
        tags=["벼", "논"],
        lead_photo=make_photo(),
        live_at=at("2026-11-02 09:30"),
        modified_at=at("2026-11-03 10:00"),
    )
    article.refresh_from_db()
    address = f"http://testserver/articles/{article.pk}/"
    assert data_of(client, article) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "짠 논",
        "description": "첫 줄 둘째 줄",
        "image": [f"http://testserver{article.lead_photo.file.url}"],
        "datePublished": article.live_at.isoformat(),
        "dateModified": article.modified_at.isoformat(),
        "author": [
            {"@type": "Person", "name": "한서윤", "jobTitle": "기자", "url": "http://testserver/reporters/han/"},
            {"@type": "Person", "name": "표윤슬"},
        ],
        "mainEntityOfPage": address,
        "url": address,
        "inLanguage": "ko",
        "isAccessibleForFree": True,
        "articleSection": "커버스토리",
        "keywords": ["논", "벼"],
        "publisher": {"@type": "NewsMediaOrganization", "name": "월간견본", "url": "http://testserver/"},
    }


def test_news_article_of_nobody_is_the_publishers(client):
    make_masthead(title="월간견본")
    data = data_of(client, make_article(import_digest="d" * 64))
    assert data["author"] == [data["publisher"]]
    assert "articleSection" not in data
    assert "keywords" not in data


def test_news_article_without_a_picture_has_the_magazines(client):
    data = data_of(client, make_article())
    assert data["image"] == ["http://testserver/static/img/share-default.jpg"]
    assert data["dateModified"] == data["datePublished"]


def test_news_article_hostile_words_stay_inside_the_script(client):
    make_masthead(title=HOSTILE)
    article = make_article(
        title=HOSTILE, bylines=[{"name": HOSTILE[:40], "title": HOSTILE[:40]}], tags=["<script>alert(1)&-->"]
    )
    response = client.get(article.get_absolute_url())
    assert data_of(client, article)["headline"] == HOSTILE
    assert data_of(client, article)["author"][0]["name"] == HOSTILE[:40]
    raw = response.content.decode().partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert [sign for sign in "<>&" if sign in raw] == []
