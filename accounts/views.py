from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.views import LoginView
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView

from accounts import links, passwords
from accounts.forms import ChangeForm, ChooseForm, ForgottenForm, SignInForm
from accounts.sign_ins import address_of

hides_passwords = method_decorator(sensitive_post_parameters(), name="dispatch")
never_cached = method_decorator(never_cache, name="dispatch")


class SignIn(LoginView):
    template_name = "accounts/login.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


@never_cached
class Me(LoginRequiredMixin, TemplateView):
    """What a signed-in person is told about their own account. Never cached, shown to that person alone."""

    template_name = "accounts/me.html"


@never_cached
class Forgotten(FormView):
    """Ask for a letter. The answer says nothing about whether the account exists."""

    template_name = "accounts/forgotten.html"
    form_class = ForgottenForm
    success_url = reverse_lazy("accounts:forgotten-sent")

    def form_valid(self, form):
        passwords.ask_for_letter(email=form.cleaned_data["email"], place=address_of(self.request))
        return super().form_valid(form)


class ForgottenSent(TemplateView):
    template_name = "accounts/forgotten_sent.html"


@never_cached
@hides_passwords
class ByLink(FormView):
    """Choose a password by the link of a letter, and be signed in. Opening the page ends nothing: mail programs open links."""

    template_name = "accounts/choose.html"
    form_class = ChooseForm
    purpose = None

    def dispatch(self, request, *args, token, **kwargs):
        try:
            self.person = links.read(self.purpose, token)
            return super().dispatch(request, *args, token=token, **kwargs)
        except links.Ended as ended:
            return self.ended(ended.why)

    def ended(self, why):
        context = {"why": why, "is_invitation": self.purpose == links.INVITATION}
        return render(self.request, "accounts/link_ended.html", context, status=404 if why == "broken" else 410)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.person}

    def get_context_data(self, **context):
        return super().get_context_data(person=self.person, is_invitation=self.purpose == links.INVITATION, **context)

    def form_valid(self, form):
        person = passwords.choose(self.purpose, self.kwargs["token"], form.cleaned_data["new_password1"])
        login(self.request, person)
        return redirect("admin:index" if person.is_staff else "accounts:me")


@never_cached
@hides_passwords
class Change(LoginRequiredMixin, FormView):
    template_name = "accounts/change.html"
    form_class = ChangeForm
    success_url = reverse_lazy("accounts:me")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        person = passwords.change(self.request.user, form.cleaned_data["new_password1"])
        # This session goes on; every other of the person's ends with the old password.
        update_session_auth_hash(self.request, person)
        messages.success(self.request, "비밀번호를 바꾸었습니다. 다른 기기에서는 로그아웃되었습니다.")
        return super().form_valid(form)
