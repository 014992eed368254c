from django.contrib.auth.views import LogoutView
from django.urls import path

from accounts import links, views

app_name = "accounts"
urlpatterns = [
    path("login/", views.SignIn.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("me/", views.Me.as_view(), name="me"),
    path("password/", views.Change.as_view(), name="password"),
    path("password-reset/", views.Forgotten.as_view(), name="forgotten"),
    path("password-reset/sent/", views.ForgottenSent.as_view(), name="forgotten-sent"),
    path("password-reset/<str:token>/", views.ByLink.as_view(purpose=links.FORGOTTEN), name="forgotten-link"),
    path("invitation/<str:token>/", views.ByLink.as_view(purpose=links.INVITATION), name="invitation-link"),
]
