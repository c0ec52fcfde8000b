"""Makes the floor's one table in a database that is measured."""

from django.core.management.base import BaseCommand
from django.db import connection

from bench.models import FloorRow


class Command(BaseCommand):
    help = "The table behind the floor of writing; does nothing where it stands."

    def handle(self, **options):
        if FloorRow._meta.db_table not in connection.introspection.table_names():
            with connection.schema_editor() as editor:
                editor.create_model(FloorRow)
