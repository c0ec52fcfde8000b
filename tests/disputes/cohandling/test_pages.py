"""The pages of co-handling orders, and what the lead reads on the complaint's page."""

import pytest
from django.urls import reverse

from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Complaint
from tests.disputes.consultations.test_pages import HTMX, copies, page_of, sent, statements, step_url

LIST = reverse("cohandling_list")


def rows(client, **query):
    return len(client.get(LIST, query).context["page"].rows)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_helper_reports_and_the_lead_reads_it(signed_in, part, lead, helper, headers):
    sent(signed_in(helper), part, "sign", headers, note="")
    sent(signed_in(helper), part, "report", headers, note="已清理渣土，处罚两车。")
    assert "已清理渣土，处罚两车。" in page_of(signed_in(lead), part.complaint)
    assert "已清理渣土，处罚两车。" in page_of(signed_in(lead), part)


def test_an_answer_too_early_is_refused_with_the_names_and_nothing_typed_is_lost(signed_in, handling, lead, helper):
    answer = signed_in(lead).post(step_url(handling, "reply"), {"note": "已督促整改。"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert helper.acting_post.office.short_name in page
    assert "已督促整改。" in page


def test_a_dispatch_names_those_who_help(signed_in, complaint, operator, lead, helper, clerk):
    client, office = signed_in(operator), clerk.acting_post.office_id
    sent(client, complaint, "classify", {}, kind="complaint", category=complaint.category_id, urgency="normal", note="")
    wrong = client.post(step_url(complaint, "dispatch"), {"office": office, "joint_offices": [office]})
    assert set(wrong.context["form"].errors) == {"joint_offices"}
    sent(client, complaint, "dispatch", {}, office=office, joint_offices=[helper.acting_post.office_id])
    assert Complaint.objects.get().office_id == office
    assert CoHandling.objects.get().office == helper.acting_post.office


def test_lead_and_helper_each_have_their_list(signed_in, part, lead, helper):
    assert (rows(signed_in(helper), holder="mine"), rows(signed_in(helper), lead="mine")) == (1, 0)
    assert (rows(signed_in(lead), holder="mine"), rows(signed_in(lead), lead="mine")) == (0, 1)


def test_the_list_takes_the_same_statements_for_one_row_and_for_ten(signed_in, part, operator, helper):
    client = signed_in(operator)
    one = statements(client, LIST + "?state=all")
    orders = type(part.order)
    order = orders.objects.get(pk=part.order_id)
    for serial in range(10, 19):
        order.pk, order.serial = None, serial
        order._state.adding = True
        order.save(force_insert=True)
        copies(CoHandling.objects.order_by("pk").first(), 1, order=order, state="ended", closed_at=part.opened_at)
    assert statements(client, LIST + "?state=all") == one
