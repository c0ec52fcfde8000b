"""What only the database can promise: these rows are written once, and refused to whoever would change or delete them."""

from django.db import migrations

from governance.timeline.append_only import forward, reverse

TABLES = (
    "emergencies_incidentreport",
    "emergencies_reportreceipt",
    "emergencies_logline",
    "emergencies_epidemiccount",
    "emergencies_warningmessage",
    "emergencies_stockmovement",
)


class Migration(migrations.Migration):
    dependencies = [("emergencies", "0003_incidents_to_safety_index"), ("governance", "0002_functions")]

    operations = [migrations.RunSQL(forward(table), reverse(table)) for table in TABLES]
