"""Sets the offices of the whole city up."""

from django.core.management.base import BaseCommand

from governance.people.establish import establish_offices


class Command(BaseCommand):
    help = "Add the territorial offices of every division and the bureaus of city and counties; those that exist are left alone."

    def handle(self, **options):
        self.stdout.write(f"offices: {establish_offices()} added")
