"""What CAP asks of a message, and where a message holds."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from emergencies.warnings.rules import CITY_TIME, NAMESPACE, Alert, cap_xml, covers, faults, moment, reference, urgency, without_nested

NOW = datetime(2026, 11, 23, 10, 0, 5, 7, tzinfo=CITY_TIME)
PATHS = st.lists(st.sampled_from(["1501", "150102", "150102001", "150102002", "150105", "150105001"]), min_size=1)


def alert(**facts):
    told = {
        "identifier": "20261123-000001-1", "sender": "bureau@example.org", "sent": NOW, "type": "Alert", "category": "Met", "event": "大风",
        "event_code": "gale", "level": "red", "certainty": "Likely", "headline": "大风红色预警", "description": "阵风十级。",
        "instruction": "关好门窗。", "sender_name": "应急管理局", "web": "https://example.org/warnings/1/",
        "places": (("150102", "新城区"),), "expires": NOW + timedelta(days=1), "level_label": "红色（一级）",
    }  # fmt: skip
    return Alert(**{**told, **facts})


def told(xml, name):
    return [node.text for node in etree.fromstring(xml.encode()).iter(f"{{{NAMESPACE}}}{name}")]


@pytest.mark.parametrize("level", ["", "red", "orange", "yellow", "blue"])
@pytest.mark.parametrize("kind", ["Alert", "Update", "Cancel"])
def test_every_sort_of_message_is_valid(kind, level):
    earlier = (reference("bureau@example.org", "20261123-000001-1", NOW),)
    xml = cap_xml(alert(type=kind, level=level, references=earlier, note="更正。", onset=NOW + timedelta(hours=3)))
    assert faults(xml) == []
    assert told(xml, "references") == ["bureau@example.org,20261123-000001-1,2026-11-23T10:00:05+08:00"]


@given(st.text(), st.text(min_size=1))
def test_whatever_is_written_comes_back_and_is_valid(headline, text):
    assert faults(cap_xml(alert(headline=headline, description=text))) == []


def test_the_schema_refuses_what_the_standard_forbids():
    xml = cap_xml(alert())
    for wrong in (xml.replace("<severity>Extreme", "<severity>Grave"), xml.replace("+08:00</sent>", "Z</sent>"),
                  xml.replace("<event>大风</event>", ""), xml.replace("cap:1.2", "cap:1.1")):  # fmt: skip
        assert faults(wrong)


def test_a_level_is_a_severity_and_a_place_its_code():
    xml = cap_xml(alert())
    assert told(xml, "severity") == ["Extreme"]
    assert told(xml, "areaDesc") == ["新城区"]
    assert "150102" in told(xml, "value")


@pytest.mark.parametrize(
    ("code", "told_as"),
    [("1501", ("GB/T 2260", "150100")), ("150102", ("GB/T 2260", "150102")), ("150102001", ("GB/T 10114", "150102001")),
     ("150102001003", ("统计用区划代码", "150102001003"))],
)  # fmt: skip
def test_the_code_of_a_place_is_told_with_what_it_is_one_of(code, told_as):
    xml = cap_xml(alert(places=((code, "某地"),)))
    geocode = next(etree.fromstring(xml.encode()).iter(f"{{{NAMESPACE}}}geocode"))
    assert tuple(part.text for part in geocode) == told_as
    assert faults(xml) == []


@pytest.mark.parametrize(("hours", "word"), [(None, "Immediate"), (-1, "Immediate"), (1, "Expected"), (2, "Future")])
def test_how_soon_one_must_act(hours, word):
    assert urgency(None if hours is None else NOW + timedelta(hours=hours), at=NOW) == word


@given(PATHS)
def test_an_area_without_its_nested_parts_covers_the_same(paths):
    whole = without_nested(paths)
    assert set(whole) <= set(paths)
    assert not [one for one in whole for other in whole if one != other and one.startswith(other)]
    for path in ("150102001001", "150105", "150103", "1501"):
        assert covers(whole, path) == covers(paths, path)


def test_a_moment_has_seconds_and_an_offset():
    assert moment(NOW) == "2026-11-23T10:00:05+08:00"
