"""Included under /dev/mail/, in the development and debug profiles only."""

from django.urls import path

from monthlypeople.mailbox import views

app_name = "mailbox"
urlpatterns = [
    path("", views.letter_list, name="list"),
    path("<slug:key>/", views.letter_detail, name="detail"),
]
