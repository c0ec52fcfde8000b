"""The golden table: how often every kind must drill, and by which law; the same from the command."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from emergencies.drills.data.load import load_drill_rules
from emergencies.drills.models import DrillRule
from emergencies.drills.services import intervals
from emergencies.venues.models import VenueKind

pytestmark = pytest.mark.django_db

YEARLY = (1, "years", "本条例第二十二条")
HALF_YEARLY = (6, "months", "生产安全事故应急条例第八条")
TWO_YEARS = (2, "years", "生产安全事故应急条例第八条")
GOLDEN = {
    "school": YEARLY, "hospital": YEARLY, "stadium": YEARLY, "airport": YEARLY, "station": YEARLY, "railway": YEARLY,
    "rail_transit": HALF_YEARLY, "mall": HALF_YEARLY, "hotel": HALF_YEARLY, "entertainment": HALF_YEARLY, "cinema": YEARLY,
    "tourist": HALF_YEARLY, "market": YEARLY, "care_home": YEARLY, "dangerous_goods": HALF_YEARLY, "construction": HALF_YEARLY,
    "township": TWO_YEARS, "government": TWO_YEARS,
}  # fmt: skip


def told(*kinds, **options):
    out = StringIO()
    call_command("drill_interval", *kinds, stdout=out, **options)
    return out.getvalue()


def test_every_kind_has_the_interval_of_the_table(at):
    found = {kind: (limit.amount, limit.unit, rule.citation) for kind, (rule, limit) in intervals(at=at).items()}
    assert found == GOLDEN
    assert set(VenueKind.objects.in_use().values_list("code", flat=True)) == set(GOLDEN) - {"township", "government"}


def test_the_command_tells_interval_and_citation():
    assert told("mall", "school") == (
        "mall\t6个月\t生产安全事故应急条例第八条\t每半年至少一次\nschool\t1年\t本条例第二十二条\t每年至少一次\n"
    )
    row = json.loads(told("government", as_json=True))[0]
    assert (row["kind"], row["amount"], row["unit"], row["mark"], row["limit"]) == ("government", 2, "years", "A", "drills.government")


def test_without_a_kind_it_tells_them_all_and_an_unknown_one_is_an_error():
    assert [line.split("\t")[0] for line in told().splitlines()] == sorted(GOLDEN)
    with pytest.raises(CommandError, match="no such kind: casino"):
        told("casino")


def test_a_rule_out_of_use_binds_nobody(at):
    DrillRule.objects.filter(code="drills.half_yearly.mall").update(active=False)
    rule, limit = intervals(at=at)["mall"]
    assert (rule.citation, limit.amount, limit.unit) == ("本条例第二十二条", 1, "years")


def test_the_rules_are_loaded_once():
    assert load_drill_rules() == {"drill rules": 0}
