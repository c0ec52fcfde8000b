"""The pages of a file: who sees how far it is, who alone opens it, editing, printing, scans, the register."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from disputes.dossier.models import KeptPaper, Scan
from disputes.mediation.models import Mediation
from governance.files.sweeping import clean_orphans
from governance.flow import engine
from governance.people.enums import Role
from governance.privacy.models import Opening
from tests import actors
from tests.core.papers.test_binding import scanned, texts
from tests.disputes.mediation.conftest import in_the_file, walk

SEEN = {"purpose": "verify"}
READ = {
    Role.MEDIATOR,
    Role.CENTRE_OFFICER,
    Role.TOWNSHIP_CLERK,
    Role.VILLAGE_CLERK,
    Role.LEADING_OFFICIAL,
    Role.LEADING_OFFICE,
    Role.AUDITOR,
}


def to(name, case, *more):
    return reverse(f"dossier_{name}", args=[case.number, *more])


def as_sent(form):
    """What a browser sends of a form as it was opened."""
    return {name: "" if form[name].value() is None else form[name].value() for name in form.fields}


def upload(name="张三身份证.pdf", pages=2):
    return SimpleUploadedFile(name, scanned("PDF", pages), content_type="application/pdf")


@pytest.fixture
def at_work(signed_in, mediator):
    return signed_in(mediator)


@pytest.fixture
def scan(at_work, agreed, media):
    at_work.post(to("add_scans", agreed), {"target": "identity:", "files": [upload()]})
    return Scan.objects.get()


def test_how_far_it_is_stands_on_the_case_and_on_its_own_page(at_work, agreed, mediator, at):
    page = at_work.get(agreed.get_absolute_url()).content.decode()
    assert "必备材料 0 / 6 项" in page
    assert "补齐后才能归档" in page
    in_the_file(agreed, mediator, at)
    assert "必备材料 6 / 6 项" in at_work.get(to("detail", agreed)).content.decode()
    assert "补齐后才能归档" not in at_work.get(agreed.get_absolute_url()).content.decode()


def test_who_sees_the_case_sees_how_far_its_file_is_and_opens_nothing(signed_in, agreed, mediator, at):
    in_the_file(agreed, mediator, at)
    sees, opens = set(), set()
    for role in actors.HOME:
        client = signed_in(actors.actor(role))
        answer = client.get(to("detail", agreed))
        sees |= {role} if answer.status_code == 200 else set()
        assert not any(secret in answer.content.decode() for secret in ("张三", "李四", "13800000000"))
        for name, more in (("print", ()), ("edit", ("agreement",)), ("fill", ()), ("add_scans", ())):
            answered = client.post(to(name, agreed, *more), {**SEEN, "paper": "agreement.pdf"})
            opens |= {role} if answered.status_code in (200, 302, 422) else set()
    assert (sees, opens) == (READ, {Role.MEDIATOR})


def test_a_committee_that_does_not_hold_it_opens_nothing(at_work, agreed, scan):
    Mediation.objects.update(office=actors.office("committee", actors.OTHER_TOWNSHIP))
    for name, more in (("print", ()), ("edit", ("note",)), ("fill", ()), ("scan", (scan.pk,)), ("remove_scan", (scan.pk,))):
        assert at_work.post(to(name, agreed, *more), {**SEEN, "paper": "agreement.pdf"}).status_code == 404, name


def test_without_a_purpose_nothing_is_opened(at_work, agreed, scan):
    for name, more in (("print", ()), ("edit", ("agreement",)), ("fill", ()), ("scan", (scan.pk,))):
        assert at_work.post(to(name, agreed, *more), {"paper": "agreement.pdf"}).status_code == 422, name
    assert not Opening.objects.exists()


def test_a_paper_is_edited_before_it_is_printed(at_work, agreed):
    page = at_work.post(to("edit", agreed, "agreement"), SEEN)
    form = page.context["form"]
    assert (form.initial["base"], form["parties-0-name"].value(), "支付八百元" in form["duties"].value()) == (0, "张三", True)
    sent = as_sent(form)
    sent |= {"parties-0-work": "教师", "duties": "一、三日内修复。", "keep": "1"}
    assert at_work.post(to("edit", agreed, "agreement"), sent).status_code == 302
    answer = at_work.post(to("print", agreed), {**SEEN, "paper": "agreement.docx"})
    words = "\n".join(paragraph.text for paragraph in Document(BytesIO(answer.content)).paragraphs)
    assert ("职业或者职务：教师" in words, "支付八百元" in words, "三日内修复" in words) == (True, False, True)
    kept = KeptPaper.objects.get()
    assert (kept.version, kept.edited, Opening.objects.filter(field="content").count()) == (1, True, 1)


def test_filled_in_anew_it_says_what_the_case_says_now(at_work, agreed, mediator, at):
    in_the_file(agreed, mediator, at)
    agreed.parties.update(nature="organisation")
    kept = at_work.post(to("edit", agreed, "agreement"), SEEN).context["form"]
    anew = at_work.post(to("edit", agreed, "agreement"), {**SEEN, "anew": "1"}).context["form"]
    assert [form["parties-0-nature"].value() for form in (kept, anew)] == ["自然人", "法人、其他组织"]
    assert anew.initial["base"] == 1


def test_who_was_second_keeps_what_was_typed(at_work, agreed):
    form = at_work.post(to("edit", agreed, "note"), SEEN).context["form"]
    sent = as_sent(form) | {"keep": "1"}
    at_work.post(to("edit", agreed, "note"), sent)
    answer = at_work.post(to("edit", agreed, "note"), {**sent, "course": "我写的"})
    assert (answer.status_code, answer.context["form"]["course"].value(), answer.context["form"]["base"].value()) == (422, "我写的", 1)
    assert at_work.post(to("edit", agreed, "note"), {**sent, "course": "我写的", "base": "1"}).status_code == 302


@pytest.mark.parametrize("key", ["nothing", "record", "record-0", "agreement-1"])
def test_other_words_name_no_paper(at_work, agreed, key):
    assert at_work.post(to("edit", agreed, key), SEEN).status_code == 404
    assert at_work.post(to("print", agreed), {**SEEN, "paper": f"{key}.pdf"}).status_code == 404


def test_a_scan_is_kept_sealed_and_opened_for_a_purpose(at_work, agreed, scan, at):
    assert (scan.pages, scan.item, "张三" in scan.name, "张三" in str(scan.original)) == (2, "identity", False, False)
    assert "张三" not in at_work.get(to("detail", agreed)).content.decode()
    answer = at_work.post(to("scan", agreed, scan.pk), SEEN)
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert "no-store" in answer["Cache-Control"]
    assert Opening.objects.get().field == "original"
    assert clean_orphans(at=at) == 0


def test_a_signed_original_takes_the_form_s_place(at_work, agreed, media, mediator, at):
    in_the_file(agreed, mediator, at)
    at_work.post(to("add_scans", agreed), {"target": "agreement:agreement", "files": [upload(pages=3)]})
    pages = texts(at_work.post(to("print", agreed), {**SEEN, "paper": "file.pdf"}).content)
    numbers = pages[1].partition("人民调解协议书")[2]
    assert "–" in numbers
    assert not any("自愿达成如下协议" in page for page in pages)


def test_what_is_no_scan_is_refused_beside_the_field(at_work, agreed, media):
    broken = SimpleUploadedFile("坏.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    for files, target in (([broken], "identity:"), ([], "identity:"), ([upload()], ""), ([upload()], "cover:")):
        answer = at_work.post(to("add_scans", agreed), {"target": target, "files": files})
        assert (answer.status_code, bool(answer.context["form"].errors)) == (422, True)
    assert not Scan.objects.exists()


def test_a_scan_is_taken_out_with_its_reason(at_work, agreed, scan):
    assert at_work.post(to("remove_scan", agreed, scan.pk), {"why": ""}).status_code == 422
    at_work.post(to("remove_scan", agreed, scan.pk), {"why": "传错了"})
    scan.refresh_from_db()
    assert (scan.removed_why, scan.removed_at is not None) == ("传错了", True)
    assert at_work.post(to("scan", agreed, scan.pk), SEEN).status_code == 404


def test_the_whole_file_is_handed_out_only_when_it_is_whole(at_work, agreed, mediator, at):
    answer = at_work.post(to("print", agreed), {**SEEN, "paper": "file.pdf"}, follow=True)
    assert "卷宗缺：" in answer.content.decode()
    in_the_file(agreed, mediator, at)
    answer = at_work.post(to("print", agreed), {**SEEN, "paper": "file.pdf"})
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def statements(client, address):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_the_register_lists_numbers_and_costs_the_same_for_many(at_work, opening, mediator, at):
    case, address = walk(opening().mediation, mediator, at), reverse("dossier_list")
    page = at_work.get(address, {"q": "人调字第1号", "year": "2026"}).content.decode()
    assert case.dossier.document in page
    assert at_work.get(address, {"q": "不存在"}).context["page"].rows == []
    one = statements(at_work, address)
    for _number in range(3):
        walk(opening().mediation, mediator, at)
    assert statements(at_work, address) == one
    sheet = b"".join(at_work.get(reverse("dossier_export"), {"format": "csv"}).streaming_content).decode("utf-8-sig")
    assert (sheet.count("人调字第"), "张三" in sheet) == (4, False)


def test_the_register_shows_what_one_may_see_alone(signed_in, opening, mediator, at):
    walk(opening().mediation, mediator, at)
    for role, sees in ((Role.TOWNSHIP_CLERK, 1), (Role.AUDITOR, 1)):
        assert len(signed_in(actors.actor(role)).get(reverse("dossier_list")).context["page"].rows) == sees
    other = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    assert signed_in(other).get(reverse("dossier_list")).context["page"].rows == []


def test_what_the_case_does_not_say_yet_is_not_filled_in(signed_in, mediation, mediator, at):
    case = walk(mediation, mediator, at, until="assign")
    client = signed_in(mediator)
    said = client.post(to("fill", case), SEEN, follow=True).content.decode()
    assert "已按案件内容生成 4 份必备文书" in said
    said = client.post(to("fill", case), SEEN, follow=True).content.decode()
    assert "还没有可以填写的案件内容" in said


def printed(client, case, paper, kind="docx"):
    answer = client.post(to("print", case), {**SEEN, "paper": f"{paper}.{kind}"})
    assert answer.status_code == 200, paper
    return answer.content


def words_of(content):
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_paper_says_what_the_case_says_and_opens_no_more_than_it_prints(at_work, agreed):
    record = words_of(printed(at_work, agreed, "record-1"))
    assert all(text in record for text in ("调解员讲解民法典。", "李四", "双方同意再谈。"))
    assert set(Opening.objects.values_list("field", flat=True)) == {"name"}
    agreement = words_of(printed(at_work, agreed, "agreement"))
    assert all(text in agreement for text in ("人民调解协议书", "支付八百元", "银行转账", "一式3份", "13800000000"))
    assert printed(at_work, agreed, "agreement", "pdf").startswith(b"%PDF-")


def test_an_invitation_is_printed_while_its_session_lies_ahead(at_work, mediation, mediator, at):
    case = walk(mediation, mediator, at, until="assign")
    assert at_work.post(to("print", case), {**SEEN, "paper": "invitation-1.pdf"}).status_code == 404
    given = {"scheduled_for": at + actors.days(2), "venue": "调委会", "room": "第一调解室", "invite_way": "letter"}
    case = engine.take(case, "schedule", by=mediator, at=at, **given)
    assert "调解通知书（第1次）" in at_work.get(to("detail", case)).content.decode()
    text = words_of(printed(at_work, case, "invitation-1"))
    assert all(words in text for words in ("调解通知书", "2026年11月25日 10:00", "调委会第一调解室", "张三", "李四"))


def test_the_notice_of_ending_lists_the_other_ways(at_work, mediation, mediator, at):
    case = walk(mediation, mediator, at, until="assign", accept={"kind": "labour"})
    case = engine.take(case, "end", by=mediator, at=at, end_reason="apart", note="差距过大。")
    assert "劳动人事争议仲裁委员会" in words_of(printed(at_work, case, "ending"))


def test_every_right_of_printing_is_reached_from_the_case(at_work, mediation):
    assert to("detail", mediation) in at_work.get(mediation.get_absolute_url()).content.decode()
    assert at_work.get(to("detail", mediation)).status_code == 200
