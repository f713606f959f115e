"""What a person types of a council and its people.

Its one rule: a form says beside the field what the rules of `people` would refuse.
"""

from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.models import User
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from divisions import once, people
from divisions.models import Council, Membership
from orgchart.forms import faults

DEFAULT_KINDS = "directorate\ndivision\nservice\nteam"
MOST_KINDS, LONGEST_KIND = 30, 100
NAME = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}


class _Form(forms.Form):
    """A form whose faults stand in a summary too."""

    use_required_attribute = False

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)


class NewCouncilForm(_Form):
    """A new council's name, and its words for its units."""

    name = forms.CharField(
        label="Name of the council",
        max_length=300,
        help_text="As its papers print it",
        error_messages={"required": "Type the name of the council"},
    )
    kinds = forms.CharField(
        label="Its words for its units",
        initial=DEFAULT_KINDS,
        help_text="One a line, the highest first. They can be changed later",
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": "Type at least one word, such as directorate"},
    )
    once = once.field()

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_kinds(self):
        lines = [" ".join(line.split()) for line in self.cleaned_data["kinds"].splitlines()]
        kinds = list({line.casefold(): line for line in lines if line}.values())
        if any(len(kind) > LONGEST_KIND for kind in kinds):
            raise ValidationError(f"A word has at most {LONGEST_KIND} characters")
        if len(kinds) > MOST_KINDS:
            raise ValidationError(f"There may be {MOST_KINDS} words, one a line")
        return kinds

    def start(self, user):
        """Start the council; if this was sent before, give the one that was started then."""
        said, sent = self.cleaned_data, once.sent(self.data)
        return Council.start(said["name"], said["kinds"], user, sent)


class AddPersonForm(_Form):
    """Somebody to be added: the name they sign in with, their role, their first password."""

    username = forms.CharField(
        label="Name to sign in with",
        max_length=150,
        validators=[
            UnicodeUsernameValidator(
                message="Write the name in letters, digits and @ . + - _, without spaces"
            )
        ],
        help_text="Letters, digits and @ . + - _",
        widget=forms.TextInput(NAME),
        error_messages={"required": "Type the name that the person will sign in with"},
    )
    role = forms.ChoiceField(
        choices=[("", "Choose"), *Membership.Role.choices],
        error_messages={"required": "Choose a role"},
    )
    password = forms.CharField(
        label="First password",
        required=False,
        strip=False,
        help_text="Left empty, one is made and shown to you once. The person changes it later",
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args, council, **kwargs):
        super().__init__(*args, **kwargs)
        self.council, self.made = council, None

    def clean_username(self):
        name = User.normalize_username(self.cleaned_data["username"])
        if self.council.memberships.filter(user__username__iexact=name).exists():
            raise ValidationError(f"{name} is one of the people already. Change the role above.")
        if not people.may_be_added(self.council, name):
            raise ValidationError(str(people.NameRefused()))
        return name

    def clean_password(self):
        if password := self.cleaned_data["password"]:
            name = self.cleaned_data.get("username", "")
            password_validation.validate_password(password, User(username=name))
        return password

    def save_as(self, by):
        """Add the person; `made` is then the password, if one was made here and is theirs."""
        typed = self.cleaned_data["password"]
        password = typed or people.new_password()
        name, role = self.cleaned_data["username"], self.cleaned_data["role"]
        membership, is_new = people.add(self.council, name, role, password, by)
        self.made = password if is_new and not typed else None
        return membership, is_new


class RoleForm(_Form):
    """Another role for one of the people."""

    role = forms.ChoiceField(choices=Membership.Role.choices)


class SpanForm(_Form):
    """How many posts at most should report to one."""

    span_limit = forms.IntegerField(
        label="At most so many posts should report to one",
        required=False,
        min_value=1,
        max_value=500,
        help_text="Left empty, there is no limit. It is checked in every draft; nothing is refused",
        widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={"invalid": "Type a whole number, such as 8"},
    )
