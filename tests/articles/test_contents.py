import json

import pytest

from articles import contents
from articles.models import Article
from tests.factories import (
    ahead,
    make_article,
    make_content,
    make_issue,
    make_photo,
    make_reporter,
    make_section,
    make_series,
)

pytestmark = pytest.mark.django_db


def make_full():
    related = make_article()
    return make_article(
        title="‘漢字 서당’에서 “왜요?”를 배우다… 아홉 살ㆍ열 살․열한 살",
        subtitle="첫 줄\n둘째 줄",
        caption="담장 앞.",
        series=make_series(),
        issue=make_issue(),
        page=12,
        lead_photo=make_photo(),
        tags=["수리", "자전거"],
        related=[related],
        bylines=[{"name": "표윤슬", "title": "수필가"}, make_reporter(title="차장")],
        is_advertorial=True,
        advertorial_label="광고",
        ai_use="generated",
        ai_note="요약은 AI로 만들었습니다.",
        embargo_until=ahead(days=-1),
    )


def test_content_of_a_row_is_plain_json_and_gives_the_row_back():
    article = make_full()
    content = contents.of(article)
    assert json.loads(json.dumps(content)) == content == contents.tidy(content)
    assert set(content) == set(contents.EMPTY)
    other = make_article()
    contents.assign(other, content)
    other.save()
    contents.write_lists(other, content)
    assert contents.of(Article.objects.get(pk=other.pk)) == content


def test_content_leaves_nothing_that_a_person_types_out():
    """Every column that people may edit is one that a version keeps."""
    editable = {field.name for field in Article._meta.get_fields() if getattr(field, "editable", False)}
    assert editable - {"id", "created_at"} == set(contents.EMPTY) - {"bylines"}


def test_tidy_knows_every_field_and_no_other():
    content = contents.tidy({"title": "제목", "state": "approved", "comment_count": 9})
    assert content == contents.EMPTY | {"title": "제목"}


def test_tidy_takes_out_what_the_database_cannot_hold():
    content = contents.tidy(make_content(title="간\x00척지", body="<p>\x00벼</p>", bylines=[{"name": "표\x00윤슬"}]))
    assert (content["title"], content["body"], content["bylines"][0]["name"]) == ("간척지", "<p>벼</p>", "표윤슬")


def test_tidy_cleans_the_body_and_the_names():
    content = contents.tidy(
        make_content(
            body='<p onclick="x">글</p><script>1</script>',
            tags=[3, 1, 3],
            related=[9, 2, 9],
            bylines=[{"name": " 표윤슬 "}],
        )
    )
    assert (content["body"], content["tags"], content["related"]) == ("<p>글</p>", [1, 3], [9, 2])
    assert content["bylines"] == [{"reporter": None, "name": "표윤슬", "title": "", "role": ""}]


def test_write_lists_leaves_out_what_is_gone_and_the_article_itself():
    article, other = make_article(), make_article()
    gone = 10**9
    content = make_content(
        tags=[gone],
        related=[article.pk, gone, other.pk],
        bylines=[{"reporter": gone, "name": "", "title": "", "role": ""}],
    )
    contents.write_lists(article, content)
    assert (list(article.tags.all()), list(article.related.all()), list(article.bylines.all())) == ([], [other], [])


def test_assign_leaves_out_what_is_gone():
    article, section = make_article(), make_section()
    contents.assign(article, make_content(section=section.pk, series=10**9, issue=10**9, lead_photo=10**9))
    assert (article.section, article.series, article.issue, article.lead_photo) == (section, None, None, None)


def test_write_lists_touches_no_byline_that_stays(django_assert_num_queries):
    article = make_article(bylines=[make_reporter()])
    kept = article.bylines.get()
    contents.write_lists(article, contents.of(article))
    assert article.bylines.get() == kept
