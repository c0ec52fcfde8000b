"""Several bodies mediate one dispute: each answers once, one leads, and across areas the next higher centre organises."""

import pytest
from django.db import transaction
from django.urls import reverse

from disputes.joint.enums import FINAL, State
from disputes.joint.flow import FLOW
from disputes.joint.models import JointMediation
from disputes.joint.services import open_joint
from disputes.mediation.models import Mediation
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.disputes.mediation.conftest import walk

MATTER = "涉及物业、供热两个部门。"


@pytest.fixture
def bureau(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="housing")


@pytest.fixture
def joining(mediation, mediator, bureau, at):
    def opened(areas=(), lead=None, offices=None):
        chosen = [bureau.acting_post.office] if offices is None else offices
        return open_joint(mediation, offices=chosen, areas=list(areas), lead=lead, matter=MATTER, by=mediator, at=at)

    return opened


def test_within_a_county_the_committee_organises_and_leads(joining, committee, bureau):
    joint = joining()
    assert (joint.office, joint.lead, joint.awaited_ids) == (committee, committee, [bureau.acting_post.office_id])


def test_across_counties_the_city_s_centre_organises_and_the_matter_is_red(joining, mediation):
    city = actors.office(OfficeType.CENTRE, actors.CITY)
    beside = actors.office(OfficeType.CENTRE, actors.OTHER_COUNTY)
    joint = joining(areas=[actors.place(actors.OTHER_COUNTY)])
    assert (joint.office, beside.pk in joint.awaited_ids, joint.place.code) == (city, True, actors.place(actors.CITY).code)
    assert Mediation.objects.get(pk=mediation.pk).colour == "red"


def test_it_begins_when_everyone_answered_and_ends_with_a_result(joining, bureau, mediator, at):
    joint = engine.take(joining(), "answer", by=bureau, at=at, stance="joins", note="派员参加。")
    joint = JointMediation.objects.get(pk=joint.pk)
    assert (joint.state, joint.answers.get().office) == (State.RUNNING, bureau.acting_post.office)
    done = engine.take(joint, "conclude", by=mediator, at=at, note="达成一致。")
    assert (done.state, done.result) == (State.CONCLUDED, "达成一致。")


def test_each_body_answers_once_and_strangers_never(joining, bureau, at):
    joint = joining()
    engine.take(joint, "answer", by=bureau, at=at, stance="declines", note="无此职责。")
    for person in (bureau, actors.actor(Role.DEPARTMENT_HANDLER, trade="water")):
        with pytest.raises(engine.StepRefused):
            engine.take(joint, "answer", by=person, at=at, stance="joins", note="参加。")


def test_it_ends_with_the_mediation(joining, mediation, mediator, at):
    joint = joining()
    walk(mediation, mediator, at, until="agree")
    assert JointMediation.objects.get(pk=joint.pk).state == State.CALLED_OFF


def test_a_body_sees_the_dispute_and_no_party(joining, bureau, signed_in, mediation):
    joint = joining()
    client = signed_in(bureau)
    page = client.get(joint.get_absolute_url()).content.decode()
    assert mediation.description in page
    assert not any(words in page for words in ("张**", "李**", "13800000000"))
    assert client.get(mediation.get_absolute_url()).status_code in {403, 404}


def test_nobody_else_sees_it(joining, bureau, mediator):
    joining()
    seeing = [bureau, mediator, actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.AUDITOR)]
    blind = [actors.actor(Role.DEPARTMENT_HANDLER, trade="water"), actors.actor(Role.MEDIATOR, actors.OTHER_TOWNSHIP)]
    blind += [actors.actor(Role.GRID_WORKER), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)]
    seen = [JointMediation.objects.visible_to(one, JointMediation.view_capability).exists() for one in (*seeing, *blind)]
    assert seen == [True] * len(seeing) + [False] * len(blind)


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, joining, mediator, at):
    joint, by = joining(), SYSTEM if step.needs == SYSTEM else mediator
    for state in [state for state in State if state not in step.source]:
        JointMediation.objects.filter(pk=joint.pk).update(state=state, closed_at=at if state in FINAL else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(joint, step.name, by=by, at=at, note="说明", **dict.fromkeys(step.fields))


def test_the_form_invites_and_the_mediation_shows_who(signed_in, mediator, bureau, mediation):
    client, address = signed_in(mediator), reverse("joint_create", args=[mediation.number])
    assert client.get(address).status_code == 200
    empty = client.post(address, {"matter": MATTER})
    assert (empty.status_code, set(empty.context["form"].errors)) == (422, {"offices"})
    assert client.post(address, {"matter": MATTER, "offices": [bureau.acting_post.office_id]}).status_code == 302
    page = client.get(mediation.get_absolute_url()).content.decode()
    assert bureau.acting_post.office.short_name in page
    assert client.get(reverse("joint_list")).context["page"].rows[0].mediation__number == mediation.number
