"""What only the database can promise: rows written once, and the search function behind generated columns."""

from django.db import migrations

from governance.search import sql
from governance.timeline import append_only

WRITTEN_ONCE = ("governance_event", "governance_opening", "governance_administrativeact")


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial")]

    operations = [
        migrations.RunSQL(append_only.FUNCTION, append_only.DROP_FUNCTION),
        *(migrations.RunSQL(append_only.forward(table), append_only.reverse(table)) for table in WRITTEN_ONCE),
        migrations.RunSQL(sql.FORWARD, sql.REVERSE),
    ]
