"""A version of an article on the very page that readers would get: for the newsroom, and by a secret link for one guest."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import contents, versions
from articles.article_page import article_page
from articles.models import Article, PreviewLink, Tag
from articles.moves import WITHDRAWN

# The newsroom's own, at the article's address


def is_asked_for(request):
    """Whether the address of an article names a version of it."""
    return "revision" in request.GET or "autosave" in request.GET


def preview(request, pk):
    """A version as approval would show it, for whoever may open the article in the newsroom. To others it does not exist."""
    version = article = None
    if request.user.is_staff:
        article = _articles(Article.objects.within_reach(request.user)).filter(pk=pk).first()
    if article:
        version = versions.find(article, which(request.GET), person=request.user)
    if version is None:
        raise Http404
    context = {"version": version, "as_printed": "print" in request.GET}
    response = _page(request, article, version, context)
    # The newsroom's own page shows it in a frame.
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def which(query):
    """The version (`articles.versions`) that an address names by `revision` or `autosave`; the newest, when by neither."""
    return f"a{query['autosave']}" if "autosave" in query else query.get("revision", versions.NEWEST)


def _articles(articles):
    """With everything that a preview needs; the rows of bylines and tags are not: the version has its own."""
    return articles.select_related("newest_revision__author", "approved_revision__author")


def _page(request, article, version, context):
    page = article_page(_filled(article, version), related=Article.objects.filter(pk__in=_related(article, version)))
    return private(render(request, "articles/article_preview.html", page | context))


def _related(article, version):
    return [pk for pk in version.content["related"] if pk != article.pk]


def _filled(article, version):
    """`article` with the content of `version` in it, and with the times that approval now would give it. Never to be saved."""
    contents.assign(article, version.content)
    contents.sign(article, contents.bylines_of(article, version.content))
    tags = Tag.objects.filter(pk__in=version.content["tags"]).order_by("name")
    article.tag_names = list(tags.values_list("name", flat=True))
    _set_times(article, version)
    return article


def _set_times(article, version):
    now = timezone.now()
    if article.live_at is None:
        article.approved_at = article.live_at = now
    elif not article.is_scheduled and version.revision and version.revision.pk != article.approved_revision_id:
        article.modified_at = now


def private(response):
    """Nobody keeps `response`, and no search engine lists it."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


# By a secret link


@require_safe
def shared_preview(request, token):
    """The newest version, for whoever holds the link, until it ends."""
    link = PreviewLink.objects.filter(token=token).select_related("article", "made_by").first()
    response = _shared(request, link) if link and link.is_valid else _ended(request, status=410 if link else 404)
    # The address is the key: no page that is opened from here learns it.
    response["Referrer-Policy"] = "no-referrer"
    return response


def _shared(request, link):
    article = _articles(Article.objects).get(pk=link.article_id)
    version = versions.find(article, versions.NEWEST, person=None)
    standing = _standing(article)
    return _page(request, article, version, {"version": version, "link": link, "standing": standing})


def _standing(article):
    """What a guest should know of the text."""
    if article.state == WITHDRAWN:
        return "내린 글입니다."
    if article.is_live:
        return "게재된 글을 고치고 있습니다." if article.is_pending else "게재된 글입니다."
    return "아직 게재되지 않은 글입니다."


def _ended(request, *, status):
    return private(render(request, "articles/preview_ended.html", status=status))
