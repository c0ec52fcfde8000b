"""What only the database can promise: reports of incidents, their receipts, the log of command and counts of an outbreak are written once."""

from django.db import migrations

from governance.timeline import append_only

WRITTEN_ONCE = (
    "emergencies_incidentreport",
    "emergencies_reportreceipt",
    "emergencies_logline",
    "emergencies_epidemiccount",
)


class Migration(migrations.Migration):
    dependencies = [("governance", "0002_functions"), ("emergencies", "0004_command_reports_reviews")]

    operations = [migrations.RunSQL(append_only.forward(table), append_only.reverse(table)) for table in WRITTEN_ONCE]
