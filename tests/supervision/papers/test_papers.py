"""Every measure has its paper, as Word and as PDF, and a proof of service."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from governance.deadlines.models import Deadline
from governance.flow import engine
from supervision.orders.models import Order
from supervision.papers.models import Paper
from supervision.papers.rules import document_number
from tests.supervision.cast import JUDGED, SAID, SERVICE, TALK, drafted, listed, noticed, published, reported, served, summoned

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SHEET = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def text(answer):
    """What a Word paper says."""
    document = Document(BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def removed(cast, at):
    finding = engine.take(published(cast, at), "report", by=cast.clerk, at=at + DAY, note="已改。", files=[])
    finding = engine.take(finding, "pass_inspection", by=cast.county, at=at + 2 * DAY, note="到位。", photos=[])
    return engine.take(finding, "remove", by=cast.official, at=at + 3 * DAY, note="同意解除。")


def talked(cast, at):
    held = at + 2 * DAY
    return engine.take(summoned(cast, at), "talk", by=cast.official, at=held, note="当面指出问题。", talk_at=held, **SAID)


def extended(cast, at):
    finding = engine.take(published(cast, at), "ask_extension", by=cast.clerk, at=at + DAY, note="施工受气温影响。", amount=2)
    return engine.take(finding, "grant_extension", by=cast.official, at=at + 2 * DAY, note="同意。")


def reviewed(cast, at):
    order = reported(cast, served(cast, at), at + DAY)
    return engine.take(order, "pass_inspection", by=cast.county, at=at + 2 * DAY, note="现场复查，整改到位。").finding


FORMS = [
    (noticed, "notice", "予以通报。"), (summoned, "invitation", "领导小组会议室"), (talked, "record", "一周内完成。"),
    (listed, "listing", "2027年2月21日 24:00"), (extended, "extension", "施工受气温影响。"), (removed, "removal", "同意解除。"),
    (reviewed, "review", "现场复查，整改到位。"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "kind", "words"), FORMS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_measure_has_its_paper_in_word_and_pdf(make, kind, words, signed_in, cast, at):
    finding, client = make(cast, at), signed_in(cast.county)
    paper = Paper.objects.get(finding=finding, kind=kind)
    word = client.get(reverse("oversight_paper", args=[finding.number, paper.pk, "docx"]))
    said = text(word)
    assert all(one in said for one in (cast.unit.name, paper.document, words))
    assert "{{" not in said
    assert client.get(reverse("oversight_paper", args=[finding.number, paper.pk, "pdf"])).content.startswith(b"%PDF")


def test_a_paper_waits_to_be_served_and_the_unit_can_sign_for_it(signed_in, cast, at):
    finding = noticed(cast, at)
    assert (finding.unserved, Deadline.objects.of(finding).still_open().get().term) == (1, "oversight.serve")
    page = signed_in(cast.clerk).get(finding.get_absolute_url()).content.decode()
    assert "签收文书" in page
    assert "情况属实。" not in page
    signed = engine.take(finding, "sign", by=cast.clerk, at=at + DAY, paper=finding.papers.get(), receiver="办公室主任")
    assert (signed.unserved, signed.due_at) == (0, None)
    assert (signed.papers.get().way, signed.papers.get().served_at) == ("electronic", at + DAY)


def test_a_refusal_is_left_before_a_witness_and_the_receipt_says_so(signed_in, cast, at):
    finding = noticed(cast, at)
    url, client = reverse("oversight_take_step", args=[finding.number, "serve"]), signed_in(cast.county)
    typed = {"paper": finding.papers.get().pk, "way": "direct", "receiver": "", "refused": "on", "witness": "", "version": finding.version}
    assert {*client.post(url, typed).context["form"].errors} == {"way", "witness"}
    assert client.post(url, typed | {"way": "left", "witness": "社区副主任"}).status_code == 302
    receipt = text(client.get(reverse("oversight_receipt", args=[finding.number, finding.papers.get().pk, "docx"])))
    assert all(word in receipt for word in ("拒绝签收", "社区副主任", "留置送达"))


def test_what_is_served_is_not_served_again(cast, at):
    finding = noticed(cast, at)
    paper = finding.papers.get()
    finding = engine.take(finding, "serve", by=cast.county, at=at, paper=paper, scans=[], **SERVICE)
    with pytest.raises(engine.StepRefused):
        engine.take(finding, "serve", by=cast.county, at=at, paper=paper, scans=[], **SERVICE)


def test_the_signed_record_is_kept_as_a_scan(cast, at):
    finding, sheet = talked(cast, at), SimpleUploadedFile("约谈记录.pdf", SHEET, content_type="application/pdf")
    record = finding.papers.get(kind="record")
    engine.take(finding, "file_scan", by=cast.county, at=at + 3 * DAY, paper=record, scans=[sheet])
    assert [file.name for file in record.scans.all()] == ["约谈记录.pdf"]


def test_a_record_has_no_proof_of_service(signed_in, cast, at):
    finding = talked(cast, at)
    url = reverse("oversight_receipt", args=[finding.number, finding.papers.get(kind="record").pk, "docx"])
    assert signed_in(cast.county).get(url).status_code == 404


def test_numbers_run_through_for_an_office_and_a_year(cast, at):
    assert [noticed(cast, at).papers.get().serial for _twice in range(2)] == [1, 2]
    assert document_number(path="150102", place="新城区", year=2026, serial=2) == "新城区社治督〔2026〕2号"


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["orders_notice", "orders_receipt"])
def test_an_order_has_its_notice_and_receipt(name, form, signed_in, cast, at):
    served(cast, at)
    order = Order.objects.get()
    answer = signed_in(cast.clerk).get(reverse(name, args=[order.number, form]))
    assert answer.status_code == 200
    assert form == "pdf" or all(word in text(answer) for word in (cast.unit.name, order.document))


def test_no_other_form_is_made(signed_in, cast, at):
    order = served(cast, at)
    assert signed_in(cast.county).get(reverse("orders_notice", args=[order.number, "exe"])).status_code == 404


@pytest.mark.parametrize(("step", "given"), [("notify", {}), ("summon", TALK), ("list", {})])
def test_a_paper_names_the_matter_it_is_about(signed_in, cast, complaint, at, step, given):
    dated = {"summon": {"talk_at": at + 2 * DAY}, "list": {"listed_until": (at + 90 * DAY).date()}}.get(step, {})
    finding = engine.take(drafted(cast, at, subject=complaint), "confirm", by=cast.official, at=at, note="情况属实。", **JUDGED)
    finding = engine.take(finding, step, by=cast.official, at=at, note="请即整改。", **given, **dated)
    paper = finding.papers.get()
    word = signed_in(cast.county).get(reverse("oversight_paper", args=[finding.number, paper.pk, "docx"]))
    assert f"所涉事项：12345接诉即办 {complaint.number}。" in text(word)
