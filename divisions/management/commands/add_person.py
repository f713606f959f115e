"""Add a person to a council in a role; the first password is set with `changepassword`."""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from divisions.models import Council, Membership


class Command(BaseCommand):
    help = "Give a person a role in a council. Set the password with `changepassword USERNAME`."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("council", help="the council's slug")
        parser.add_argument("role", choices=Membership.Role.values)

    def handle(self, *, username, council, role, **options):
        try:
            council = Council.objects.get(slug=council)
        except Council.DoesNotExist as error:
            slugs = ", ".join(Council.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no council “{council}”. There are: {slugs}.") from error
        user, is_new = User.objects.get_or_create(username=username)
        if is_new:
            user.set_unusable_password()
            user.save()
        Membership.objects.update_or_create(council=council, user=user, defaults={"role": role})
        self.stdout.write(f"{username} is now {role} of {council}.")
        if not user.has_usable_password():
            self.stdout.write(f"Set a password: manage.py changepassword {username}")
