"""Points by hand belong to a result from now on; those written before are tied to the result of their place."""

from django.db import migrations

TIE = """
UPDATE supervision_adjustment AS given SET result_id = kept.id FROM supervision_result AS kept
WHERE given.result_id IS NULL AND kept.scheme_id = given.scheme_id AND kept.place_id = given.place_id AND kept.office_id IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("supervision", "0007_assessment")]

    operations = [migrations.RunSQL(TIE, migrations.RunSQL.noop)]
