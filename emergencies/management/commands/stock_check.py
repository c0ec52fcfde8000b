"""Whether the books of reserves are right: balances against movements, cards against shelves, orders against what is on the way."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from emergencies.releases.services import check as check_orders
from emergencies.stockpiles.models import StockMovement
from emergencies.stockpiles.services import check as check_books


class Command(BaseCommand):
    help = "Compare the books of reserves with every movement; prints each difference and exits with 1 where there is any."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object instead of lines")

    def handle(self, *, as_json, **options):
        with transaction.atomic():
            if len(connection.savepoint_ids) == 0:  # the outermost transaction: everything is read as of one moment
                connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            differences, movements = [*check_books(), *check_orders()], StockMovement.objects.count()
        if as_json:
            self.stdout.write(json.dumps({"movements": movements, "differences": differences}, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join([*differences, f"{movements} movements, {len(differences)} differences"]))
        if differences:
            raise CommandError(f"{len(differences)} differences", returncode=1)
