"""The pages of admissions, and the list everyone can read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.people.enums import Role
from grids.admission.enums import State
from grids.admission.flow import FACTS
from grids.admission.models import Admission, Duty
from tests import actors
from tests.grids.admission.conftest import FACTS as TYPED

LIST, CREATE, PUBLIC = reverse("admission_list"), reverse("admission_create"), reverse("grid_duties")
HTMX = {"HTTP_HX_REQUEST": "true"}


def step_url(case, name):
    return reverse("admission_take_step", args=[case.number, name])


def sent(client, case, name, headers, **typed):
    """Open a step's form, and send it."""
    assert client.get(step_url(case, name), **headers).status_code == 200
    answer = client.post(step_url(case, name), {"note": "经研究，予以办理。", **typed}, **headers)
    assert answer.status_code == (200 if headers else 302), answer.context and answer.context["form"].errors
    return answer


def typed(**facts):
    return {name: str(value) for name, value in {**TYPED, "begins": "2030-01-01", "ends": "2031-01-01", **facts}.items()}


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_duty_enters_page_by_page(signed_in, applicant, decider, finance, clerk, headers):
    answer = signed_in(applicant).post(CREATE, typed())
    case = Admission.objects.get()
    assert answer["Location"] == case.get_absolute_url()
    chosen = [person.acting_post.office_id for person in (finance, clerk)]
    sent(signed_in(decider), case, "name_reviewers", headers, offices=chosen)
    for person in (finance, clerk):
        sent(signed_in(person), case, "state", headers, stance="agree")
    sent(signed_in(decider), case, "admit", headers, rate="300", begins="2030-01-01", ends="2031-01-01", conditions="")
    assert Admission.objects.get().state == State.ADMITTED
    assert "即将实施" in signed_in(decider).get(PUBLIC).content.decode()


WRONG = [({"rate": "0"}, "rate"), ({"ends": "2029-01-01"}, "ends"), ({"basis": ""}, "basis"), ({"begins": "不是"}, "begins")]


@pytest.mark.parametrize(("wrong", "field"), WRONG)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(signed_in, applicant, wrong, field):
    answer = signed_in(applicant).post(CREATE, typed(**wrong))
    assert (answer.status_code, Admission.objects.exists()) == (422, False)
    assert field in answer.context["form"].errors
    assert TYPED["working_rules"] in answer.content.decode()


def test_too_few_offices_are_told_beside_their_field(signed_in, application, decider, finance):
    url = reverse("admission_take_step", args=[application.number, "name_reviewers"])
    answer = signed_in(decider).post(url, {"offices": [finance.acting_post.office_id], "note": "请本周内提出意见。"})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"offices"})
    assert "请本周内提出意见。" in answer.content.decode()


def test_who_sees_an_application_and_who_does_not(application, applicant, decider, finance, clerk, official):
    neighbour = actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY)
    people = [applicant, decider, official, finance, clerk, neighbour]
    seen = [Admission.objects.visible_to(person, Admission.view_capability).exists() for person in people]
    assert seen == [True, True, True, False, False, False]


def test_who_was_named_sees_it(reviewed, finance, clerk):
    for person in (finance, clerk):
        assert Admission.objects.visible_to(person, Admission.view_capability).exists()


@pytest.mark.parametrize("query", ["", "?awaited=mine&state=all", "?applied=mine", "?state=yearly", "?q=燃气"])
def test_every_question_of_the_list_is_answered(signed_in, application, applicant, query):
    assert signed_in(applicant).get(LIST + query).status_code == 200


def test_the_list_asks_as_much_for_ten_as_for_one(signed_in, applying, decider):
    client = signed_in(decider)
    counts = []
    for number in (1, 9):
        [applying() for _ in range(number)]
        client.get(LIST)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_public_list_tells_what_stands_and_what_left(client, admitted, moving, today_is):
    shown = client.get(PUBLIC).content.decode()
    assert [word for word in ("记好民情日记", admitted.title, "300") if word not in shown] == []
    moving(admitted, "withdraw", ends_on=today_is)
    again = client.get(PUBLIC, {"place": actors.COUNTY})
    assert [duty.label for duty in again.context["ended"]] == [admitted.title]
    assert client.get(PUBLIC, {"place": actors.OTHER_COUNTY}).context["ended"] == []


@pytest.mark.parametrize("form", ["", "csv"])
def test_the_public_list_is_a_file_too(client, admitted, form):
    answer = client.get(reverse("grid_duties_download"), {"format": form})
    assert answer.status_code == 200
    assert len(b"".join(answer.streaming_content)) > 500


def test_the_register_is_a_file_too(signed_in, application, decider):
    assert signed_in(decider).get(reverse("admission_export") + "?state=all").status_code == 200


def test_the_forms_ask_for_every_fact(signed_in, applicant):
    assert set(signed_in(applicant).get(CREATE).context["form"].fields) == set(FACTS)


def test_the_desk_says_what_waits(signed_in, application, decider):
    assert "准入待组织会审" in signed_in(decider).get(reverse("desk")).content.decode()


def test_the_city_keeps_the_worker_s_own_duties_and_a_county_does_not(signed_in, decider):
    city, duty = actors.actor(Role.LEADING_OFFICE, actors.CITY), Duty.objects.get(code="diary")
    address = reverse("admission_duty", args=[duty.pk])
    typed = {"label": "记好民情日记", "description": "随走随记。", "basis": "条例第五十一条", "in_force_from": "2022-11-01", "order": "2"}
    assert signed_in(city).post(address, typed)["Location"] == reverse("admission_duties")
    assert signed_in(city).post(reverse("admission_duty_create"), {**typed, "label": "第十一项"}).status_code == 302
    assert list(Duty.objects.statutory().values_list("description", flat=True)).count("随走随记。") == 2
    assert signed_in(city).post(address, {**typed, "label": ""}).status_code == 422
    assert "第十一项" in signed_in(city).get(reverse("admission_duties")).content.decode()
    assert signed_in(decider).get(address).status_code == 403


def test_who_was_silent_is_asked_no_more_once_it_is_decided(admitted):
    assert Admission.objects.get().awaited_ids == []
