"""Art. 12 and 58: titles are granted, and a unit that failed its assessment gets none."""

import pytest
from django.db import transaction
from django.urls import reverse

from governance.flow import engine
from governance.people.enums import Role
from supervision.assessment.services import lock, publish
from supervision.honours.enums import FINAL, State
from supervision.honours.flow import FLOW
from supervision.honours.models import Honour
from supervision.honours.rules import persons_fault
from supervision.honours.services import nominate
from tests import actors
from tests.supervision.assessment.schemes import figures, scheme
from tests.supervision.cast import listed

pytestmark = pytest.mark.django_db
PAIRS = [(state, step) for state in State for step in FLOW.steps]
CREATE = reverse("honours_create")


def proposed(cast, at, **facts):
    return nominate(
        **{"unit": cast.unit, "award": "safe_township", "year": 2026, "merits": "成绩突出。", "by": cast.county, "at": at, **facts}
    )


@pytest.fixture
def typed(cast):
    return {"unit": cast.unit.pk, "award": "safe_township", "year": 2026, "persons": "", "merits": "成绩突出。"}


@pytest.fixture
def failed(cast, at):
    """The township failed the last locked assessment."""
    figures({("complaints.on_time", actors.TOWNSHIP): (1, 40), ("complaints.solved", actors.TOWNSHIP): (1, 40)})
    lock(publish(scheme(level="township"), at=at), by=cast.city, at=at)


@pytest.mark.parametrize(("state", "step"), PAIRS, ids=lambda value: getattr(value, "name", str(value)))
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, step, cast, at):
    if state in step.source:
        assert step in FLOW.leaving(state)
        return
    honour = proposed(cast, at)
    Honour.objects.filter(pk=honour.pk).update(state=state, closed_at=at if state in FINAL else None)
    with pytest.raises(engine.StepRefused), transaction.atomic():
        engine.take(honour, step.name, by=cast.official, at=at, note="说明", **dict.fromkeys(step.fields))


def test_a_title_is_proposed_granted_and_withdrawn(cast, at):
    granted = engine.take(proposed(cast, at), "grant", by=cast.official, at=at, decision="表彰决定1号")
    assert (granted.state, granted.decision, granted.closed_at) == (State.GRANTED, "表彰决定1号", at)
    assert engine.take(granted, "withdraw", by=cast.official, at=at, note="材料不实。").state == State.WITHDRAWN


def test_a_failed_unit_is_barred_with_the_article_named(signed_in, cast, typed, failed):
    answer = signed_in(cast.county).post(CREATE, typed)
    assert [*answer.context["form"].errors] == ["unit"]
    assert "第五十八条" in answer.content.decode()
    assert not Honour.objects.exists()


def test_so_are_its_people(signed_in, cast, typed, failed):
    answer = signed_in(cast.county).post(CREATE, typed | {"award": "worker", "persons": 2})
    assert "unit" in answer.context["form"].errors


def test_what_fails_after_the_nomination_is_not_granted(signed_in, cast, at, request):
    honour = proposed(cast, at)
    request.getfixturevalue("failed")
    with pytest.raises(engine.StepRefused, match="第五十八条"):
        engine.take(honour, "grant", by=cast.official, at=at, decision="1号")
    assert "不得授予" in signed_in(cast.official).get(honour.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("field", "value"), [("merits", ""), ("persons", 3), ("year", 1999), ("unit", "")])
def test_what_is_wrong_is_said_beside_its_field(signed_in, cast, typed, field, value):
    answer = signed_in(cast.county).post(CREATE, typed | {field: value})
    assert (answer.status_code, [*answer.context["form"].errors]) == (422, [field])


def test_the_same_title_is_proposed_once_a_year(signed_in, cast, typed, at):
    client = signed_in(cast.county)
    client.post(CREATE, typed)
    assert [*client.post(CREATE, typed).context["form"].errors] == ["unit"]
    assert Honour.objects.count() == 1


def test_persons_fit_the_title():
    assert [persons_fault(*facts) for facts in ((True, None), (True, 3), (True, 99), (False, None), (False, 1))] == [
        "how_many", "", "how_many", "", "not_personal",
    ]  # fmt: skip


def test_pages_list_export_and_who_sees_them(signed_in, cast, at):
    honour = proposed(cast, at)
    client = signed_in(cast.official)
    assert client.get(reverse("honours_list")).context["page"].count == 1
    assert client.get(honour.get_absolute_url()).status_code == 200
    assert client.get(reverse("honours_export"))["Content-Type"].endswith("spreadsheetml.sheet")
    others = [actors.actor(Role.TOWNSHIP_CLERK), actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY)]
    assert not any(Honour.objects.visible_to(person, Honour.view_capability).exists() for person in others)


def test_who_decides_reads_that_the_unit_is_listed(signed_in, cast, at):
    honour = proposed(cast, at)
    page = reverse("honours_detail", args=[honour.number])
    assert "正在挂牌督办" not in signed_in(cast.official).get(page).content.decode()
    engine.take(listed(cast, at), "publish", by=cast.county, at=at, public_text="逾期未改。")
    assert "正在挂牌督办" in signed_in(cast.official).get(page).content.decode()
