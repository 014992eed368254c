from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path

from articles.sitemaps import SITEMAPS
from monthlypeople import views
from monthlypeople.media import media

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("articles.urls")),
    path("pages/", include("publisher.urls")),
    path("accounts/", include("accounts.urls")),
    path("admin/", admin.site.urls),
    path("robots.txt", views.robots, name="robots"),
    path(
        "sitemap.xml", sitemap_views.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-part"}, name="sitemap"
    ),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-part"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    re_path(r"^media/(?P<path>.+)$", media, name="media"),
]

if settings.PROFILE in ("development", "debug"):
    urlpatterns += [path("dev/mail/", include("monthlypeople.mailbox.urls"))]
if settings.DEBUG:
    from monthlypeople.styleguide import styleguide

    urlpatterns += [path("styleguide/", styleguide, name="styleguide")]
