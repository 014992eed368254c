from django.apps import AppConfig


class ReportersConfig(AppConfig):
    name = "reporters"
    verbose_name = "기자 소개"
