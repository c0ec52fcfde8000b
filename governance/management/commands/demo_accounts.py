"""Lists the accounts of the demo."""

import json

from django.core.management.base import BaseCommand, CommandError

from governance import registry
from governance.people.models import User
from governance.web.demo.accounts import listed


class Command(BaseCommand):
    help = "List the demo's accounts with their published passwords; refuses where there are none."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true")

    def handle(self, **options):
        if not User.objects.filter(is_demo=True).exists():
            raise CommandError("this database holds no demo accounts")
        accounts = listed()
        if options["json"]:
            more = {name: build() for name, build in registry.demo_access().items()}
            self.stdout.write(json.dumps({"accounts": accounts, **more}, ensure_ascii=False))
            return
        for account in accounts:
            self.stdout.write(f"{account['username']:<18}{account['password']:<18}{account['role']:<20}{account['office'] or ''}")
