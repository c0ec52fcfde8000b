"""交办单 and 答复函: what they say, who gets them, and that nobody's telephone is on them unless it was opened for it."""

from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from docx import Document

from disputes.complaints.models import Complaint
from disputes.papers.data import facts
from governance.cases.tracking import code_index
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import Role
from governance.privacy.models import Opening
from governance.web.formats import cn_due
from tests import actors

ANSWER = "已责令该店22时后停止室外经营。\n我们会继续巡查，“回头看”一次。"


@pytest.fixture
def dispatched(filing, operator, offices, at):
    """A complaint handed to the township, with an instruction."""

    def file(**facts):
        case = filing(**facts).complaint
        given = {"kind": case.kind, "category": case.category, "urgency": case.urgency}
        case = engine.take(case, "classify", by=operator, at=at, **given)
        office = offices["township", actors.TOWNSHIP]
        return engine.take(case, "dispatch", by=operator, at=at, office=office, note="请当面核实。")

    return file


@pytest.fixture
def replied(dispatched, clerk, at):
    case = engine.take(dispatched(), "sign", by=clerk, at=at)
    case = engine.take(case, "contact", by=clerk, at=at, note="已电话联系。")
    return engine.take(case, "reply", by=clerk, at=at, note=ANSWER)


def with_pass(client, case):
    """Give number and query code."""
    Complaint.objects.filter(pk=case.pk).update(query_code_index=code_index("ABC234"))
    client.post(reverse("track"), {"number": case.number, "code": "ABC234"})


def words(answer):
    """The text of a paper, Word or PDF, without breaks."""
    if answer["Content-Type"] == "application/pdf":
        text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(answer.content))
    else:
        paper = Document(BytesIO(answer.content))
        cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
        text = "".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])
    return "".join(text.split())


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_order_says_what_is_to_be_done_by_when(signed_in, clerk, dispatched, form):
    case = dispatched()
    text = words(signed_in(clerk).get(reverse("papers_order", args=[case.number, form])))
    for said in ("诉求交办单", f"{case.number}-P1", case.office.name, "请当面核实。", "烧烤店夜里吵闹", "签收时限", "办理时限", "依据"):
        assert said in text
    assert "1380000" not in text
    assert "张三" not in text


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_letter_says_what_was_answered_and_no_name(signed_in, clerk, replied, form):
    text = words(signed_in(clerk).get(reverse("papers_reply", args=[replied.number, form])))
    for said in ("答复函", "尊敬的反映人：", "已责令该店22时后停止室外经营。", "“回头看”一次。", "2026年11月23日"):
        assert said in text
    assert "张三" not in text
    assert clerk.name not in text


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_contact_is_printed_for_a_purpose_and_recorded(signed_in, clerk, dispatched, form):
    case, client = dispatched(), signed_in(clerk)
    address = reverse("papers_order_with_contact", args=[case.number])
    assert client.post(address, {"form": form}).status_code == 422
    text = words(client.post(address, {"form": form, "purpose": "contact"}))
    assert "张三13800000000" in text
    assert Opening.objects.filter(by=clerk, case_number=case.number).count() == 2


def test_who_may_not_know_the_person_prints_no_contact(signed_in, dispatched, clerk, official):
    secret = dispatched(is_secret=True)
    address = reverse("papers_order_with_contact", args=[secret.number])
    assert signed_in(clerk).post(address, {"form": "pdf", "purpose": "contact"}).status_code == 404
    assert signed_in(official).get(address).status_code == 403
    text = words(signed_in(clerk).get(reverse("papers_order", args=[secret.number, "pdf"])))
    assert "要求身份保密" in text


def test_before_there_is_a_paper_the_page_says_so(signed_in, operator, complaint):
    for name in ("papers_order", "papers_reply"):
        page = signed_in(operator).get(reverse(name, args=[complaint.number, "pdf"]), follow=True).content.decode()
        assert "可以打印" in page


def test_links_stand_on_the_page_of_the_case(signed_in, clerk, replied, operator, complaint):
    page = signed_in(clerk).get(replied.get_absolute_url()).content.decode()
    assert reverse("papers_order", args=[replied.number, "pdf"]) in page
    assert reverse("papers_reply", args=[replied.number, "docx"]) in page
    assert "papers" not in signed_in(operator).get(complaint.get_absolute_url()).content.decode()


def test_other_townships_print_nothing(signed_in, replied):
    stranger = signed_in(actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP))
    for name in ("papers_order", "papers_reply"):
        assert stranger.get(reverse(name, args=[replied.number, "pdf"])).status_code == 404


def test_an_unknown_form_is_not_there(signed_in, clerk, replied):
    assert signed_in(clerk).get(reverse("papers_reply", args=[replied.number, "exe"])).status_code == 404


def test_the_person_gets_the_letter_with_number_and_code(client, replied):
    address = reverse("reply_letter", args=[replied.number])
    assert client.get(address)["Location"].startswith(reverse("track"))
    with_pass(client, replied)
    assert address in client.get(reverse("tracked", args=[replied.number])).content.decode()
    answer = client.get(address)
    assert "已责令该店" in words(answer)
    assert "no-store" in answer["Cache-Control"]


def test_before_the_reply_there_is_no_letter(client, complaint):
    with_pass(client, complaint)
    answer = client.get(reverse("reply_letter", args=[complaint.number]))
    assert answer["Location"] == reverse("tracked", args=[complaint.number])
    assert "还没有答复，暂时没有答复函" in client.get(answer["Location"]).content.decode()


def printed(case):
    """The labels of the limits on the order that stands, and when it was issued."""
    order = facts.order_of(case)
    return order.number[-2:], [clock["label"] for clock in facts.clocks_of(case, order)], order.issued_at


def test_an_order_of_a_reopened_case_prints_no_limit_of_the_round_before(replied, operator, at):
    said = {"reached": True, "solved": "partly", "satisfaction": "dissatisfied"}
    case = engine.take(replied, "call_back", by=operator, at=at, **said)
    case = engine.take(case, "close", by=operator, at=at)
    case = engine.take(case, "ask_reopening", by=RESIDENT, at=at, note="还是吵。")
    later = at + timedelta(days=2)
    case = engine.take(case, "reopen", by=operator, at=later, note="请再次处理。")
    assert printed(case) == ("P3", ["办理"], later)  # P2 went to the county as a copy


def test_a_case_sent_back_prints_the_limit_it_is_done_again_by(replied, operator, at):
    later = at + timedelta(days=2)
    case = engine.take(replied, "return_for_rework", by=operator, at=later, note="请补充。")
    due = Deadline.objects.of(case).still_open().get(term="complaints.handle").due_at
    assert facts.clocks_of(case, facts.order_of(case))[-1]["due"] == cn_due(due)


def test_a_case_dispatched_again_prints_the_limits_of_the_new_order(dispatched, operator, clerk, offices, at):
    case = engine.take(dispatched(), "sign", by=clerk, at=at)
    case = engine.take(case, "recall", by=operator, at=at + timedelta(hours=1), note="改派。")
    later = at + timedelta(days=2)
    case = engine.take(case, "dispatch", by=operator, at=later, office=offices["centre", actors.COUNTY])
    number, labels, _issued = printed(case)
    started = Deadline.objects.of(case).still_open().filter(label__in=labels).values_list("started_at", flat=True)
    assert (set(labels), set(started)) == ({"签收", "联系反映人", "办理"}, {later})
    assert number != "P1"


def test_an_ordinary_order_fits_one_page(signed_in, clerk, dispatched):
    answer = signed_in(clerk).get(reverse("papers_order", args=[dispatched().number, "pdf"]))
    assert len(pypdfium2.PdfDocument(answer.content)) == 1
