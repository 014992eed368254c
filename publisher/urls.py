from django.urls import path

from publisher import views

app_name = "publisher"
urlpatterns = [path("<slug:slug>/", views.page, name="page")]
