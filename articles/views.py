from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles import previews, search
from articles.article_page import article_page, crumbs
from articles.forms import SearchForm
from articles.models import Article, Issue, Section, Series, Tag
from articles.most_read import most_read, reads
from articles.paging import page_of
from reporters.models import Reporter


@require_safe
def article_detail(request, pk):
    if previews.is_asked_for(request):
        return previews.preview(request, pk)
    article = Article.objects.live().for_reading().filter(pk=pk).first()
    if article is None:
        return _withdrawn(request, get_object_or_404(Article.objects.withdrawn(), pk=pk))
    return render(request, "articles/article_detail.html", article_page(article, related=article.related))


def _withdrawn(request, article):
    """What stands in the place of an article that was taken down: nothing of it but its title."""
    context = {"article": article, "crumbs": crumbs(article.section)}
    return render(request, "articles/withdrawn.html", context, status=410)


@csrf_exempt  # Nothing of the reader is in it, and nothing but a number comes of it; a page for everyone holds no token.
@require_POST
def article_reads(request, pk):
    """An article was on a reader's screen for a while. Sent by the page's script; counted in batches."""
    if pk < 2**63:
        reads.add(pk)
    return HttpResponse(status=204)


def _list(request, articles, *, kicker, heading, description="", crumbs=()):
    shown, page = page_of(articles, request)
    context = {
        "articles": shown,
        "page": page,
        "kicker": kicker,
        "heading": heading,
        "description": description,
        "crumbs": [("홈", reverse("home")), *crumbs, (heading, None)],
        "most_read": most_read(),
    }
    return render(request, "articles/article_list.html", context)


@require_safe
def all_articles(request):
    return _list(request, Article.objects.live().newest_first(), kicker="모두", heading="전체 기사")


@require_safe
def section(request, slug):
    section = get_object_or_404(Section, slug=slug)
    articles = Article.objects.live().filter(section=section).newest_first()
    return _list(request, articles, kicker="섹션", heading=section.name, description=section.description)


@require_safe
def series(request, slug):
    series = get_object_or_404(Series, slug=slug)
    articles = Article.objects.live().filter(series=series).newest_first()
    return _list(
        request,
        articles,
        kicker="연재",
        heading=series.name,
        description=series.description,
        crumbs=[("연재", reverse("articles:series-list"))],
    )


@require_safe
def series_list(request):
    crumbs = [("홈", reverse("home")), ("연재", None)]
    return render(request, "articles/series_list.html", {"series_list": Series.objects.all(), "crumbs": crumbs})


@require_safe
def tag(request, name):
    tag = get_object_or_404(Tag, name=name)
    return _list(request, Article.objects.live().filter(tags=tag).newest_first(), kicker="키워드", heading=tag.name)


@require_safe
def reporter_list(request):
    reporters = Reporter.objects.order_by("name")
    return render(
        request,
        "reporters/reporter_list.html",
        {"reporters": reporters, "crumbs": [("홈", reverse("home")), ("기자", None)]},
    )


@require_safe
def reporter_detail(request, slug):
    reporter = get_object_or_404(Reporter, slug=slug)
    articles, page = page_of(Article.objects.live().by(reporter).newest_first(), request)
    crumbs = [("홈", reverse("home")), ("기자", reverse("articles:reporters")), (reporter.name, None)]
    return render(
        request,
        "reporters/reporter_detail.html",
        {"reporter": reporter, "articles": articles, "page": page, "crumbs": crumbs},
    )


@require_safe
def issue_list(request):
    years = {}
    for issue in Issue.objects.out().with_covers():
        years.setdefault(issue.month.year, []).append(issue)
    crumbs = [("홈", reverse("home")), ("지난 호", None)]
    return render(request, "articles/issue_list.html", {"years": list(years.items()), "crumbs": crumbs})


@require_safe
def issue_detail(request, month):
    issue = get_object_or_404(Issue.objects.out().with_covers(), month=month)
    sections = {}
    for article in issue.articles.live().for_listing().order_by("section__order", "page", "live_at", "id"):
        sections.setdefault(article.section, []).append(article)
    context = {
        "issue": issue,
        "contents": list(sections.items()),
        "issues": list(Issue.objects.out().with_covers().exclude(pk=issue.pk)[:24]),
        "crumbs": [("홈", reverse("home")), ("지난 호", reverse("articles:issues")), (str(issue), None)],
    }
    return render(request, "articles/issue_detail.html", context)


@require_safe
def search_results(request):
    form = SearchForm(request.GET if "q" in request.GET else None)
    context = {"form": form, "q": request.GET.get("q", ""), "results": None, "page": None}
    if form.is_valid():
        query = form.cleaned_data["q"]
        results, page = page_of(search.find(query), request)
        bodies = dict(Article.objects.filter(pk__in=[article.pk for article in results]).values_list("pk", "body"))
        for article in results:
            article.snippet = search.snippet(bodies[article.pk] or article.title, query)
        context |= {"q": query, "results": results, "page": page}
    elif request.GET.get("page", "1") != "1":
        raise Http404
    return render(request, "articles/search.html", context)
