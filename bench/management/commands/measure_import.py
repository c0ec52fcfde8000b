"""How fast a sheet of complaints is taken in: rows a second of the dry run and of the taking. Leaves no trace."""

import json
from datetime import timedelta
from io import BytesIO
from itertools import cycle
from time import monotonic, process_time

from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from disputes.complaints.models import Category
from disputes.imports import services
from disputes.imports.data.columns import columns
from governance.files.storage import discard
from governance.places.models import Place
from governance.sheets.columns import Column
from governance.sheets.writing import write_xlsx


class Command(BaseCommand):
    help = "Take in a sheet of --rows complaints in a transaction that is rolled back; print the figures as JSON."

    def add_arguments(self, parser):
        parser.add_argument("--rows", type=int, default=10_000)

    def handle(self, *, rows, **options):
        file, at = sheet_of(rows, at=timezone.now()), timezone.now()
        spent = process_time()
        with transaction.atomic():
            sheet, checking = timed(lambda: services.check(services.receive(file, by=None, at=at), at=at))
            services.begin_taking(sheet, at=at)
            sheet, taking = timed(lambda: services.take(sheet, at=at))
            transaction.set_rollback(True)
        discard([sheet.stored])
        told = {"rows": rows, "taken": sheet.taken, "check_seconds": round(checking, 1), "take_seconds": round(taking, 1)}
        told |= {"rows_a_second": round(rows / (checking + taking)), "cpu_seconds": round(process_time() - spent, 1)}
        self.stdout.write(json.dumps(told))


def timed(work):
    started = monotonic()
    return work(), monotonic() - started


def sheet_of(count, *, at):
    """A sheet as a clerk fills it in, every row of another place and category."""
    heads, target = [Column(one.name, one.label) for one in columns(Place.objects.none())], BytesIO()
    places = cycle(Place.objects.at("village").in_use().order_by("path"))
    leaves = cycle([leaf.full_name for leaf in Category.objects.leaves()] + [""])
    drawn = zip(range(count), places, leaves, strict=False)
    write_xlsx(target, heads, (row(number, place, leaf, at=at) for number, place, leaf in drawn))
    return ContentFile(target.getvalue(), name="bench.xlsx")


def row(number, place, leaf, *, at):
    return {
        "origin": f"bench {at:%s}", "external_number": str(number), "source": "来信", "opened_at": at - timedelta(minutes=number % 9000),
        "kind": "投诉", "category": leaf, "urgency": "", "place": place.full_name, "landmark": "3号楼", "is_secret": "", "is_anonymous": "",
        "against": "", "description": f"楼下烧烤店夜里吵闹，孩子睡不着，第{number}次反映。", "name": "张三", "phone": f"138{number:08d}",
    }  # fmt: skip
