"""Appoints the first administrator; everybody else is appointed by administrators, in the portal."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from governance.people.enums import OfficeKind, OfficeType, Role
from governance.people.models import Office, Post, User
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.administration.people.services import create_person


class Command(BaseCommand):
    help = "Appoint the first administrator of a portal that has none, and print the password that must be changed at once."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("name", help="the person's name, as colleagues see it")

    @transaction.atomic
    def handle(self, *args, username, name, **options):
        at = timezone.now()
        if Post.objects.live(at).filter(role=Role.ADMINISTRATOR).exists():
            raise CommandError("This portal has an administrator already: ask that person for an account.")
        if User.objects.filter(username=username).exists():
            raise CommandError(f"The user name {username} is taken.")
        person = {"username": username, "name": name}
        _, password = create_person(person, office=government(), role=Role.ADMINISTRATOR, begins=at, ends=None, by=None, at=at)
        self.stdout.write(f"{username}: {password}")


def government():
    """The city's government as an office: an administrator's rights hold for all that lies below it."""
    city = Place.objects.at(Level.CITY).first()
    if city is None:
        raise CommandError("The divisions are not loaded: run manage.py load_divisions first.")
    facts = {
        "name": f"{city.name}人民政府",
        "short_name": "市政府",
        "kind": OfficeKind.TERRITORIAL,
        "type": OfficeType.GOVERNMENT,
        "place": city,
    }
    office, _ = Office.objects.get_or_create(code=f"{OfficeType.GOVERNMENT.value}-{city.code}", defaults=facts)
    return office
