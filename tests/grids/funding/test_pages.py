"""The pages of duties' money."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.people.enums import Role
from grids.funding.enums import State
from grids.funding.models import Allotment
from tests import actors
from tests.grids import makers

LIST = reverse("funding_list")
HTMX = {"HTTP_HX_REQUEST": "true"}


def step_url(case, name):
    return reverse("funding_take_step", args=[case.number, name])


def sent(client, case, name, headers, **typed):
    assert client.get(step_url(case, name), **headers).status_code == 200
    answer = client.post(step_url(case, name), {"note": "", **typed}, **headers)
    assert answer.status_code == (200 if headers else 302), answer.context and answer.context["form"].errors


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_money_is_paid_and_received_page_by_page(signed_in, allotment, payer, clerk, headers):
    sent(signed_in(payer), allotment, "pay", headers, amount="200", paid_on="2026-11-20", voucher="A-1")
    sent(signed_in(clerk), allotment, "confirm_part", headers)
    sent(signed_in(payer), allotment, "pay", headers, amount="400", paid_on="2026-11-21")
    sent(signed_in(clerk), allotment, "confirm", headers)
    assert Allotment.objects.get(pk=allotment.pk).state == State.SETTLED
    assert "足额到账" in signed_in(payer).get(allotment.get_absolute_url()).content.decode()


def test_too_much_is_told_beside_the_field(signed_in, allotment, payer):
    answer = signed_in(payer).post(step_url(allotment, "pay"), {"amount": "601", "paid_on": "2026-11-20"})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"amount"})
    assert "601" in answer.content.decode()


def test_many_townships_are_paid_and_confirmed_at_once(signed_in, opened, payer, clerk):
    numbers = [*Allotment.objects.values_list("number", flat=True)]
    signed_in(payer).post(reverse("funding_bulk"), {"action": "pay", "selected": numbers})
    assert set(Allotment.objects.values_list("state", flat=True)) == {State.PAID}
    signed_in(clerk).post(reverse("funding_bulk"), {"action": "confirm", "selected": numbers})
    assert set(Allotment.objects.values_list("state", flat=True)) == {State.PAID, State.SETTLED}


def test_who_sees_an_allotment_and_who_does_not(allotment, payer, clerk, decider, officer):
    other = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    bureau = actors.actor(Role.DEPARTMENT_HANDLER, trade="health")
    people = [payer, clerk, decider, officer, other, bureau]
    rows = [Allotment.objects.visible_to(person, Allotment.view_capability).filter(pk=allotment.pk).exists() for person in people]
    assert rows == [True, True, True, True, False, False]


def test_the_list_asks_as_much_for_ten_as_for_one(signed_in, duty, decider, at):
    client, counts = signed_in(decider), []
    for serial in (1, 2):
        scene = [makers.duty(code=f"gas{serial}{number}", office=duty.office) for number in range(serial**3)]
        for one in scene:
            case = Allotment(duty=one, receiver=duty.office, year=2026, rate=1, grids=1, months=1, owed=1, title="经费", place=duty.place)
            case.number, case.place_path, case.opened_at = f"n{one.pk}", duty.place.path, at
            case.save()
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("query", ["?year=2026&state=all", "?duty=gas", "?due=late", "?state=paid"])
def test_every_question_of_the_list_is_answered(signed_in, allotment, payer, query):
    assert signed_in(payer).get(LIST + query).status_code == 200


def test_the_register_is_a_file_too(signed_in, allotment, payer):
    assert signed_in(payer).get(reverse("funding_export")).status_code == 200


def test_the_desk_says_what_is_owed(signed_in, allotment, payer):
    assert "准入经费待拨付" in signed_in(payer).get(reverse("desk")).content.decode()
