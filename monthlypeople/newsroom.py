"""The admin's site: Unfold's, with the addresses closed that Django and Unfold leave open to everybody who works here."""

import functools

from django.contrib.admin.exceptions import NotRegistered
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from unfold.sites import UnfoldAdminSite

from monthlypeople import menu


class NewsroomSite(UnfoldAdminSite):
    def get_app_list(self, request, app_label=None):
        """In our groups; an app's own page (`app_label`) keeps to that app."""
        apps = super().get_app_list(request, app_label)
        return apps if app_label else menu.grouped(apps)

    def get_urls(self):
        shortcut = "r/<path:content_type_id>/<path:object_id>/"
        own = path(shortcut, self.admin_view(self.view_on_site), name="view_on_site")
        return [own, *(pattern for pattern in super().get_urls() if getattr(pattern, "name", "") != own.name)]

    def admin_view(self, view, cacheable=False):
        """Every address of the admin: a filter or a term with a NUL, which PostgreSQL keeps nowhere, is no failure of ours."""

        @functools.wraps(view)
        def answer(request, *args, **kwargs):
            try:
                return view(request, *args, **kwargs)
            except ValueError as error:
                if "NUL (0x00)" in str(error):  # psycopg2's own words
                    raise BadRequest("NUL") from error
                raise

        return super().admin_view(answer, cacheable)

    def view_on_site(self, request, content_type_id, object_id):
        """The public page of what the person may see in the admin. Django's leads anybody to any row's address: a secret link too."""
        found = self._seen(request, content_type_id, object_id)
        if not hasattr(found, "get_absolute_url"):
            raise Http404
        return redirect(found)

    def _seen(self, request, content_type_id, object_id):
        try:
            keeper = self.get_model_admin(ContentType.objects.get_for_id(content_type_id).model_class())
        except (ContentType.DoesNotExist, NotRegistered, ValueError):
            return None
        found = keeper.get_object(request, object_id)
        return found if found and keeper.has_view_permission(request, found) else None

    def search(self, request, extra_context=None):
        """Unfold's search among the names of the menu, which takes any `page` for one that there is."""
        try:
            return super().search(request, extra_context)
        except InvalidPage as error:
            raise Http404 from error
