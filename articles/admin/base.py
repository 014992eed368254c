"""What the desk's screens of one article share. Each screen is a mixin in a file of its own; `articles.admin.articles` joins them."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.models import Article

READ, POST, READ_AND_POST = ("GET", "HEAD"), ("POST",), ("GET", "HEAD", "POST")


class ArticleScreens:
    """Base of the mixins: addresses below the admin's list of articles, and the article that an address names."""

    def screen(self, address, view, name, *, methods=READ):
        """An address of the admin: staff alone get to `view` (a method of the mixin), whatever they may then do there."""
        answer = self.admin_site.admin_view(never_cache(require_http_methods(methods)(_plain(view))))
        return path(address, answer, name=f"articles_article_{name}")

    def article_or_404(self, request, pk):
        """The article, if the person may see it at all: nobody learns of another from an answer that differs."""
        articles = Article.objects.within_reach(request.user).select_related("newest_revision", "section", "owner")
        article = articles.filter(pk=pk).first()
        if article is None:
            raise Http404
        return article

    def show(self, request, template, article, *, status=200, **context):
        """A page of the admin about `article` (None: one yet to be begun)."""
        about = {"opts": self.opts, "article": article, "original": article, "has_view_permission": True}
        context = self.admin_site.each_context(request) | about | context
        return TemplateResponse(request, f"admin/articles/article/{template}", context, status=status)


def _plain(view):
    """A function: decorators set attributes, which a bound method does not take."""

    def answer(request, **kwargs):
        return view(request, **kwargs)

    return answer
