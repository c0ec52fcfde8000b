"""The file of an incident: its checksum, what is refused, and reading in what another city tells."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emergencies.exchanges import rules, services
from emergencies.exchanges.models import Exchange
from emergencies.incidents.models import Incident
from governance.people.enums import Role
from governance.timeline.models import Event
from tests import actors
from tests.emergencies.exchanges.makers import heard, shared
from tests.emergencies.incidents.scenes import reported

JSON = st.dictionaries(st.text(max_size=5), st.one_of(st.integers(), st.text(max_size=9), st.none(), st.booleans()), max_size=5)


@pytest.fixture
def officer(offices):
    return actors.actor(Role.LEADING_OFFICE)


@pytest.fixture
def incident(officer, at):
    return reported(at, officer, name="张三", phone="13800000000", lightly_hurt=2)


def take_in(content, by, at):
    return services.take_in(content, place=actors.place(actors.COUNTY), by=by, at=at)


@given(JSON)
def test_a_checksum_knows_its_content_however_it_is_written(content):
    sealed = rules.sealed(content)
    again = json.loads(json.dumps(dict(reversed(sealed.items())), indent=3))
    assert rules.checksum(again) == sealed["checksum"] == rules.checksum(content)


def test_a_file_can_be_read_back(incident, officer, at):
    exchange = shared(incident, officer, at)
    assert rules.read(rules.written(exchange.content).encode()) == exchange.content
    assert exchange.content["from"] == {"code": "150100", "name": "呼和浩特市"}


def test_nobody_is_named_in_a_file(incident, officer, at):
    text = rules.written(shared(incident, officer, at).content)
    assert "张三" not in text
    assert "13800000000" not in text


def test_each_file_of_an_incident_has_its_own_serial_and_stands_on_the_timeline(incident, officer, at):
    made = [shared(incident, officer, at), shared(incident, officer, at), shared(incident, officer, at, code="150900")]
    assert [(one.partner.short_name, one.serial) for one in made] == [("包头", 1), ("包头", 2), ("乌兰察布", 1)]
    assert Event.objects.of(incident).filter(kind="exchanges.share").count() == 3


def test_an_incident_of_another_city_becomes_one_here(officer, at):
    taken = take_in(heard(at), officer, at)
    incident = Incident.objects.get()
    assert (taken.is_new, taken.is_known) == (True, False)
    assert (incident.source, incident.source_number, incident.source_name) == ("other_city", "150200-BT-0007", "包头市")
    assert (incident.kind.code, incident.lightly_hurt, incident.place.code) == ("chemicals", 1, actors.COUNTY)


def test_the_same_file_again_changes_nothing(officer, at):
    first, again = take_in(heard(at), officer, at), take_in(heard(at), officer, at)
    assert (again.exchange, again.is_known, Incident.objects.count()) == (first.exchange, True, 1)


def test_a_later_file_is_added_and_an_earlier_only_kept(officer, at):
    take_in(heard(at, serial=2, description="已封堵。"), officer, at)
    take_in(heard(at, serial=3, description="恢复通行。"), officer, at)
    take_in(heard(at), officer, at)
    incident = Incident.objects.get()
    notes = [*Event.objects.of(incident).filter(kind="incidents.source_update").values_list("note", flat=True)]
    assert (len(notes), Exchange.objects.count(), incident.description) == (1, 3, "已封堵。")
    assert "恢复通行" in notes[0]


def test_another_content_under_the_same_serial_is_refused(officer, at):
    take_in(heard(at), officer, at)
    with pytest.raises(services.NotForUs, match="内容不同"):
        take_in(heard(at, description="别的事。"), officer, at)


@pytest.mark.parametrize(
    ("changes", "told"),
    [({"to": {"code": "150300", "name": "乌海市"}}, "不是发给本市"), ({"from": {"code": "110000", "name": "北京市"}}, "不在协作城市")],
)
def test_a_file_of_a_stranger_or_for_another_is_refused(officer, at, changes, told):
    with pytest.raises(services.NotForUs, match=told):
        take_in(heard(at, changes=changes.items()), officer, at)
    assert not Incident.objects.exists()


def test_one_changed_letter_is_noticed(at):
    raw = rules.written(heard(at)).replace("少量泄漏", "大量泄漏").encode()
    with pytest.raises(rules.Unreadable, match="checksum"):
        rules.read(raw)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"serial": 0}, "serial"), ({"serial": True}, "serial"), ({"number": ""}, "number"), ({"made_at": "gestern"}, "made_at"),
     ({"incident": []}, "incident"), ({"from": {}}, "from"), ({"request": 5}, "request"), ({"format": "2"}, "format")],
)  # fmt: skip
def test_a_field_of_the_file_that_does_not_fit_is_named(at, changes, field):
    with pytest.raises(rules.Unreadable, match=field):
        rules.read(rules.written(heard(at, changes=changes.items())).encode())


WRONG = {
    "title": "",
    "description": "a\x00",
    "occurred_at": "2026-01-01",
    "figures": {"dead": -1},
    "latitude": 99,
    "kind": 7,
    "place": "x" * 121,
}


@pytest.mark.parametrize("field", WRONG)
def test_a_field_of_the_incident_that_does_not_fit_is_named(at, field):
    with pytest.raises(rules.Unreadable, match=field):
        rules.read(rules.written(heard(at, **{field: WRONG[field]})).encode())


@pytest.mark.parametrize("raw", [b"", b"[]", b"\xff", b"[" * 9000, b'{"format": NaN}'])
def test_what_is_no_file_is_refused(raw):
    with pytest.raises(rules.Unreadable):
        rules.read(raw)
