"""An article told to somebody who may read it in the newsroom and not write it."""

from articles import contents, korean
from articles.models import Article, Tag
from articles.models.photo import AIUse


def facts(article, content, *, person):
    """What `content` says besides title, subtitle and body, as (label, text); what it does not say is left out.

    So are articles that `person` may not see.
    """
    told = Article(pk=article.pk)
    contents.assign(told, content)
    tags = Tag.objects.filter(pk__in=content["tags"]).order_by("name").values_list("name", flat=True)
    related = Article.objects.linkable(person).filter(pk__in=content["related"]).only("title")
    rows = [
        ("섹션", told.section),
        (
            "필자",
            ", ".join(
                f"{line} ({line.role})" if line.role else str(line) for line in contents.bylines_of(told, content)
            ),
        ),
        ("연재", told.series),
        ("키워드", ", ".join(tags)),
        ("호", told.issue and f"{told.issue}{f' {told.page}면' if told.page else ''}"),
        ("대표 사진", told.lead_photo),
        ("사진 설명", told.caption or ("설명 없이 싣기" if told.no_caption else "")),
        ("관련 기사", ", ".join(str(one) for one in related)),
        ("엠바고", told.embargo_until and korean.stamp(told.embargo_until)),
        ("광고 표시", told.is_advertorial and (told.advertorial_label or "기사형 광고")),
        ("생성형 AI", told.ai_use != AIUse.NONE and told.get_ai_use_display()),
        ("AI 표시", told.ai_note),
        ("담당", article.owner),
    ]
    return [(label, text) for label, text in rows if text]
