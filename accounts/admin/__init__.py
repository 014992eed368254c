"""Registers the newsroom's admin pages of this app."""

from django.contrib import admin

from accounts.admin import people, roles

__all__ = ["people", "roles"]

admin.site.login_template = "admin/accounts/login.html"
admin.site.password_change_template = "admin/accounts/password_change.html"  # noqa: S105 - a page, not a password
