"""What every form of the site has: its faults, in words, each with the field it stands beside."""

from dataclasses import dataclass

from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm


@dataclass(frozen=True)
class Fault:
    """What is to be put right; `field` is the id of the field, None if it is about the whole."""

    text: str
    field: str | None


def faults(form):
    """List what is wrong in a form, in the order of its fields, for the summary on top."""
    whole = [Fault(text, None) for text in form.non_field_errors()]
    return whole + [
        Fault(text, field.id_for_label) for field in form.visible_fields() for text in field.errors
    ]


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "The name and the password do not go together. Type both again.",
        "inactive": "This person may no longer sign in.",
    }

    username = forms.CharField(
        label="Name",
        error_messages={"required": "Type your name"},
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        error_messages={"required": "Type your password"},
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)


class PasswordForm(PasswordChangeForm):
    error_messages = {
        "password_incorrect": "This is not your password as it now is. Type it again.",
        "password_mismatch": "The two new passwords differ. Type both again.",
    }
    LABELS = {
        "old_password": ("Password as it now is", "Type your password as it now is"),
        "new_password1": ("New password", "Type a new password"),
        "new_password2": ("New password once more", "Type the new password once more"),
    }

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        for name, (label, required) in self.LABELS.items():
            field = self.fields[name]
            field.label, field.help_text = label, ""
            field.error_messages["required"] = required
            field.widget.attrs.pop("autofocus", None)

    @property
    def rules(self):
        """What a new password must be."""
        return password_validation.password_validators_help_texts()

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)
