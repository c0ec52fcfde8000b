"""The whole file (卷宗) of a mediation as one PDF, from the command line."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from disputes.dossier.services import DossierRefused, bind
from disputes.mediation.models import Mediation
from governance.privacy.enums import Purpose


class Command(BaseCommand):
    help = (
        "Write a mediation's file as one PDF. Ends with 1, naming what is missing, while the file is not whole. Each opening is recorded."
    )

    def add_arguments(self, parser):
        parser.add_argument("number", help="the number of the case")
        parser.add_argument("--out", required=True, type=Path, help="the PDF to write")

    def handle(self, *, number, out, **options):
        mediation = Mediation.objects.for_detail().filter(number=number).first()
        if mediation is None:
            raise CommandError(f"没有编号为 {number} 的调解事项。")
        with transaction.atomic():
            content = self._bound(mediation)
            self._written(out, content)
        self.stdout.write(f"{out} {len(content)}")

    def _bound(self, mediation):
        opening = {"by": None, "at": timezone.now(), "purpose": Purpose.BIND, "reason": ""}
        try:
            return bind(mediation, opening=opening)
        except DossierRefused as refused:
            raise CommandError(str(refused)) from refused

    def _written(self, out, content):
        try:
            out.write_bytes(content)
        except OSError as failure:
            raise CommandError(f"无法写入 {out}：{failure.strerror}") from failure
