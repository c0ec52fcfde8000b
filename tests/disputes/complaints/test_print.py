"""The work order on paper."""

from django.urls import reverse

from governance.web.formats import cn_due
from tests.disputes.complaints.test_flow import walk


def paper(client, complaint):
    return client.get(reverse("complaints_print", args=[complaint.number])).content.decode()


def test_it_prints_the_order_with_its_limit_and_source(signed_in, operator, clerk, complaint, at):
    case = walk(complaint, operator, clerk, at, until="sign")
    page, order = paper(signed_in(clerk), case), case.number
    due = next(row.due_at for row in signed_in(clerk).get(reverse("complaints_detail", args=[order])).context["orders"])
    assert f"{case.number}-P1" in page
    assert f"{cn_due(due)} 前" in page
    assert "依据" in page


def test_contact_data_stay_masked_on_paper(signed_in, operator, clerk, complaint, at):
    page = paper(signed_in(clerk), walk(complaint, operator, clerk, at, until="sign"))
    assert "138****0000" in page
    assert "13800000000" not in page


def test_a_secret_person_is_not_on_it_at_all(signed_in, operator, filing):
    page = paper(signed_in(operator), filing(is_secret=True).complaint)
    assert "138****0000" not in page
    assert "要求身份保密" in page


def test_before_the_dispatch_it_is_the_case_s_own_sheet(signed_in, operator, complaint):
    page = paper(signed_in(operator), complaint)
    assert "未派单" in page
    assert f"{complaint.number}-P" not in page
