"""Movements of reserves are written once: the database refuses to change or delete them."""

from django.db import migrations

from governance.timeline import append_only

TABLE = "emergencies_stockmovement"


class Migration(migrations.Migration):
    dependencies = [("emergencies", "0004_stockpiles"), ("governance", "0002_functions")]
    operations = [migrations.RunSQL(append_only.forward(TABLE), append_only.reverse(TABLE))]
