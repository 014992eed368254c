from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class MonthlyPeopleConfig(AppConfig):
    name = "monthlypeople"
    verbose_name = "월간인물"


class NewsroomConfig(admin_apps.AdminConfig):
    """Django's admin, with our site in the place of its own."""

    default = False
    default_site = "monthlypeople.newsroom.NewsroomSite"
