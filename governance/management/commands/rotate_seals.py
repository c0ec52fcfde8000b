"""Seal every personal fact anew under the first key of SEAL_KEYS."""

from django.core.management.base import BaseCommand

from governance.privacy.rotation import keys_in_use, rotate, sealed_models
from governance.privacy.sealing import newest_key_name


class Command(BaseCommand):
    """Put the new key first in SEAL_KEYS, restart the portal, run this, then take the old key away. Safe to break off
    and run again.
    """

    help = "Seal every personal fact anew under the first key of SEAL_KEYS; safe to break off and run again."

    def add_arguments(self, parser):
        parser.add_argument("--batch", type=int, default=500, help="rows per transaction (default 500)")
        parser.add_argument("--count", action="store_true", help="only count the tokens of each key")

    def handle(self, *args, batch, count, **options):
        for model, names in sealed_models():
            if not count:
                self._rotate(model, names, batch=batch)
            self._tell(model, names)

    def _rotate(self, model, names, *, batch):
        done = 0
        for rows in rotate(model, names, batch=batch):
            done += rows
            self.stdout.write(f"{model._meta.label}: {done} rows sealed anew")

    def _tell(self, model, names):
        for key, number in sorted(keys_in_use(model, names).items()):
            mark = "newest" if key == newest_key_name() else "older"
            self.stdout.write(f"{model._meta.label}: {number} facts under {key} ({mark})")
