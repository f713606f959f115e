"""Signing in, one's own password, and the page of a fault of our own.

Whatever is about a council is in the rooms.
"""

import logging
import secrets

from django.contrib import messages
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.shortcuts import render
from django.urls import reverse_lazy

from orgchart.forms import PasswordForm, SignInForm
from orgchart.gate import typed_in


class SignIn(LoginView):
    """Django's own signing in, with our page, and 422 where it is refused."""

    template_name = "sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


class Password(PasswordChangeView):
    """Django's own changing of one's password, likewise."""

    template_name = "password.html"
    form_class = PasswordForm
    success_url = reverse_lazy("home")

    def form_valid(self, form):
        messages.success(self.request, "Your password was changed.")
        return super().form_valid(form)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


def form_not_accepted(request, reason=""):
    """Answer a form that was open too long with what was typed into it."""
    return render(request, "403_csrf.html", {"typed": typed_in(request)}, status=403)


def server_error(request):
    """Answer a fault of ours with a reference, which stands in the log beside the fault."""
    reference = secrets.token_hex(4)
    logging.getLogger("orgchart").error("Fault %s at %r", reference, request.path, exc_info=True)
    return render(request, "500.html", {"reference": reference}, status=500)
