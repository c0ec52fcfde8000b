"""The data of the first procedure agree with one another and with the flow they steer."""

import re
import string

import pytest

from disputes.complaints.data.load import rows
from disputes.complaints.enums import Urgency
from disputes.complaints.flow import FLOW
from disputes.complaints.models import RoutingTarget
from governance.people import establish
from governance.people.enums import OfficeType
from governance.places.enums import Level
from governance.places.services import rows as division_rows

FILES = ("categories.csv", "routing.csv", "standard_replies.csv", "not_accepted_reasons.csv")
CODES = frozenset({"code", "parent_code", "category", "step", "bureau", "keywords", "level", "target", "type", "urgency"})
CATEGORIES = {row["code"]: row for row in rows("categories.csv")}
BUREAUS = {row["code"]: row for row in division_rows(establish.BUREAUS)}
LEAVES = [row for row in CATEGORIES.values() if row["parent_code"]]


def test_the_catalogue_has_two_levels_of_about_twelve_by_eight():
    tops = [row for row in CATEGORIES.values() if not row["parent_code"]]
    sizes = [sum(leaf["parent_code"] == top["code"] for leaf in LEAVES) for top in tops]
    assert 12 <= len(tops) <= 14
    assert min(sizes) >= 8
    assert {leaf["parent_code"] for leaf in LEAVES} == {top["code"] for top in tops}


@pytest.mark.parametrize("name", FILES)
def test_no_code_stands_twice(name):
    keys = [(row.get("code"), row.get("category"), row.get("level")) for row in rows(name)]
    assert len(keys) == len(set(keys))


def test_no_name_stands_twice_below_one_top():
    names = [(leaf["parent_code"], leaf["name"]) for leaf in LEAVES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", CATEGORIES.values(), ids=lambda row: row["code"])
def test_a_category_is_complete_and_what_is_sensitive_is_never_public(row):
    assert row["bureau"] in BUREAUS
    assert row["urgency"] in Urgency.values
    assert row["name"]
    assert row["hint"]
    assert len(row["keywords"].split("|")) >= 2
    assert (row["public"], row["sensitive"]) in {("yes", "no"), ("no", "yes")}


def test_labour_medicine_and_family_are_sensitive():
    private = {code for code, row in CATEGORIES.items() if row["sensitive"] == "yes"}
    assert {"0801", "1003", "0906", "1306", "1304"} <= private


@pytest.mark.parametrize("row", rows("routing.csv"), ids=lambda row: f"{row['category']}-{row['level']}")
def test_a_route_leads_from_a_known_matter_to_an_office_that_exists_there(row):
    bureau = BUREAUS[CATEGORIES[row["category"]]["bureau"]]
    assert row["level"] in Level.values
    assert row["target"] in RoutingTarget.values
    assert row["copy_to_county"] in {"yes", "no"}
    assert row["target"] != RoutingTarget.COUNTY_BUREAU or len(row["category"]) == 2 or bureau["level"] == "county"
    assert row["target"] != RoutingTarget.VILLAGE or row["level"] == Level.VILLAGE


def test_a_bureau_that_only_the_city_has_is_never_looked_for_in_a_county():
    only_city = [leaf for leaf in LEAVES if BUREAUS[leaf["bureau"]]["level"] == "city"]
    targets = {(row["category"], row["level"]): row["target"] for row in rows("routing.csv")}
    assert only_city
    for leaf in only_city:
        for level in Level.values:
            inherited = targets.get((leaf["parent_code"], level))
            assert targets.get((leaf["code"], level), inherited) != RoutingTarget.COUNTY_BUREAU, (leaf["code"], level)


@pytest.mark.parametrize("row", BUREAUS.values(), ids=lambda row: row["code"])
def test_a_bureau_of_the_counties_has_a_name_pattern_for_districts_and_for_banners(row):
    assert row["type"] in OfficeType.values
    assert row["city_name"].startswith("呼和浩特市")
    for name in ("district_name", "banner_name"):
        assert ("{place}" in row[name]) == (row["level"] == "county")


@pytest.mark.parametrize("row", rows("standard_replies.csv"), ids=lambda row: row["code"])
def test_a_standard_reply_belongs_to_a_step_and_uses_known_placeholders(row):
    assert row["category"] in {"", *CATEGORIES}
    assert FLOW.step(row["step"]).name == row["step"]
    assert {field for _, field, _, _ in string.Formatter().parse(row["text"]) if field} <= {
        "number",
        "place",
        "office",
        "limit",
    }


def test_every_refusal_tells_the_right_way():
    assert all(row["label"] and len(row["right_way"]) >= 30 for row in rows("not_accepted_reasons.csv"))


@pytest.mark.parametrize("name", FILES)
def test_chinese_texts_use_chinese_punctuation(name):
    for row in rows(name):
        for key in row.keys() - CODES:
            assert not re.search(r"[一-鿿][,;:?!()]|[,;:?!()][一-鿿]", row[key]), (name, row[key])
