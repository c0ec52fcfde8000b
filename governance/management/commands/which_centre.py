"""Art. 43: who organises a matter that touches these areas."""

import json

from django.core.management.base import BaseCommand, CommandError

from governance.people.services import NoCentre, centre_for
from governance.places.models import Place
from governance.places.rules import trimmed


class Command(BaseCommand):
    help = "Print the centre that organises across the given divisions (Art. 43) as JSON: office, place_code, level."

    def add_arguments(self, parser):
        parser.add_argument("codes", nargs="+", metavar="CODE", help="division code, with or without its filling zeros")

    def handle(self, *, codes, **options):
        try:
            centre = centre_for([path_of(code) for code in codes])
        except NoCentre as error:
            raise CommandError(str(error)) from error
        answer = {"office": centre.name, "place_code": centre.place.code, "level": centre.place.level}
        self.stdout.write(json.dumps(answer, ensure_ascii=False))


def path_of(code):
    path = Place.objects.filter(code=trimmed(code)).values_list("path", flat=True).first()
    if path is None:
        raise CommandError(f"no division has the code {code}")
    return path
