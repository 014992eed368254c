from django.apps import AppConfig


class MonthlyPeopleConfig(AppConfig):
    name = "monthlypeople"
    verbose_name = "월간인물"
