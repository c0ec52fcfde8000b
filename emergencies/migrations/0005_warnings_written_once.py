"""What went before the public is written once: the database refuses to change or delete a message."""

from django.db import migrations

from governance.timeline.append_only import forward, reverse

TABLE = "emergencies_warningmessage"


class Migration(migrations.Migration):
    dependencies = [("emergencies", "0004_warnings")]

    operations = [migrations.RunSQL(forward(TABLE), reverse(TABLE))]
