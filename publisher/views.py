from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from publisher.models import StandingPage


@require_safe
def page(request, slug):
    page = get_object_or_404(StandingPage, slug=slug)
    crumbs = [("홈", reverse("home")), (page.title, None)]
    return render(request, "publisher/page_detail.html", {"page": page, "crumbs": crumbs})
