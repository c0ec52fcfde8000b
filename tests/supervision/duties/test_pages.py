"""The pages of the ledger: who sees what, filing, raising, changing a duty, the public summary."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from governance.people.enums import OfficeType, Role
from governance.places.models import Place
from governance.timeline.models import Event
from governance.timeline.record import verify
from supervision.duties.models import Article, Duty, DutyState, Filing
from supervision.duties.services import refresh
from supervision.oversight.models import Finding
from tests import actors
from tests.supervision.duties.conftest import DOCUMENT, state_of

PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
ALL = {"state": "all"}


@pytest.fixture(autouse=True)
def today(at, time_machine):
    time_machine.move_to(at, tick=False)


def offices_seen(client):
    page = client.get(reverse("duties_list"), ALL).context["page"]
    return {row.office.place.path for row in page.rows}


def test_each_sees_the_offices_of_the_own_area(ledger, signed_in, clerk, chief):
    actors.office(OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP)
    stranger = actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY)
    refresh(2026, at=DutyState.objects.first().checked_at)
    assert offices_seen(signed_in(clerk)) == {actors.TOWNSHIP, actors.VILLAGE}
    assert offices_seen(signed_in(chief)) == {actors.COUNTY, actors.TOWNSHIP, actors.VILLAGE, actors.OTHER_TOWNSHIP}
    assert offices_seen(signed_in(stranger)) == {actors.OTHER_COUNTY}


def test_a_bureau_sees_its_own_rows_alone(ledger, signed_in, at):
    police = actors.actor(Role.DEPARTMENT_HANDLER, trade="police")
    actors.actor(Role.DEPARTMENT_HANDLER, trade="fire")
    refresh(2026, at=at)
    page = signed_in(police).get(reverse("duties_list"), ALL).context["page"]
    assert {row.office_id for row in page.rows} == {police.acting_post.office_id}


def test_the_list_asks_as_much_for_one_row_as_for_ten(ledger, signed_in, chief, at, django_assert_max_num_queries):
    client, asked = signed_in(chief), {**ALL, "article": 5, "level": "township"}
    client.get(reverse("duties_list"), asked)
    with django_assert_max_num_queries(40) as one:
        client.get(reverse("duties_list"), asked)
    for place in Place.objects.below(actors.COUNTY).filter(level="township")[:9]:
        actors.office(OfficeType.TOWNSHIP, place.code)
    refresh(2026, at=at)
    with django_assert_max_num_queries(len(one.captured_queries)):
        assert len(client.get(reverse("duties_list"), asked).context["page"].rows) > 5


def test_without_a_state_the_list_shows_the_gaps(ledger, signed_in, chief):
    rows = signed_in(chief).get(reverse("duties_list")).context["page"].rows
    assert rows
    assert {row.state for row in rows} <= {"missing", "partly"}


@pytest.mark.parametrize("asked", [{"article": "x"}, {"place": "1501'"}, {"year": "1999"}, {"page": "-1"}, {"q": "平安"}])
def test_a_strange_filter_breaks_nothing(ledger, signed_in, chief, asked):
    assert signed_in(chief).get(reverse("duties_list"), asked).status_code == 200


def test_the_sheet_holds_the_rows_of_the_filter(ledger, signed_in, chief):
    answer = signed_in(chief).get(reverse("duties_export"), {"format": "csv", "article": "48"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "第48条第1款" in text
    assert "第22条" not in text


def test_the_clerk_files_the_document_and_the_files_open_behind_the_same_gate(row, signed_in, clerk):
    client = signed_in(clerk)
    upload = SimpleUploadedFile("报告.pdf", PAPER, content_type="application/pdf")
    answer = client.post(reverse("duties_file", args=[row.pk]), {**DOCUMENT, "files": upload})
    assert answer.status_code == 302
    assert state_of("5-3-township").state == "fulfilled"
    page = client.get(row.get_absolute_url())
    assert "报告.pdf" in page.content.decode()
    filing = Filing.objects.get()
    assert [event.kind for event in Event.objects.of(filing)] == ["duties.filed"]
    assert verify(Event.objects.of(filing)).count == filing.version == 1


@pytest.mark.parametrize(
    ("changes", "field"), [({"title": ""}, "title"), ({"issued_on": "2027-01-01"}, "issued_on"), ({"document_number": ""}, "files")]
)
def test_a_wrong_filing_is_told_beside_its_field(row, signed_in, clerk, changes, field):
    answer = signed_in(clerk).post(reverse("duties_file", args=[row.pk]), {**DOCUMENT, **changes})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Filing.objects.exists()


def test_nobody_files_for_another_office(row, signed_in, chief, city_chief):
    for person in (chief, city_chief):
        assert signed_in(person).post(reverse("duties_file", args=[row.pk]), DOCUMENT).status_code == 302
    assert not Filing.objects.exists()


def test_a_leading_group_s_office_files_for_the_government_of_its_place(ledger, signed_in, chief, at):
    actors.office(OfficeType.GOVERNMENT, actors.COUNTY)
    refresh(2026, at=at)
    row = state_of("5-2-county")
    signed_in(chief).post(reverse("duties_file", args=[row.pk]), DOCUMENT)
    assert state_of("5-2-county").state == "fulfilled"


def test_a_paper_is_handed_back_with_a_reason(row, signed_in, clerk, chief):
    signed_in(clerk).post(reverse("duties_file", args=[row.pk]), DOCUMENT)
    address = reverse("duties_return", args=[Filing.objects.get().pk])
    client = signed_in(chief)
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "没有落实情况。"}).status_code == 302
    assert state_of("5-3-township").state == "not_due"
    assert "没有落实情况。" in client.get(row.get_absolute_url()).content.decode()


def test_a_gap_is_raised_with_one_press_and_once(ledger, signed_in, chief):
    gap = state_of("48-1-village")
    client = signed_in(chief)
    back = reverse("duties_list")
    for _press in range(2):
        assert client.post(reverse("duties_raise", args=[gap.pk]), {"next": back})["Location"] == back
    finding = Finding.objects.get()
    assert (finding.unit, finding.place_path) == (gap.office, actors.VILLAGE)
    assert finding.number in client.get(gap.get_absolute_url()).content.decode()


def test_only_a_leading_group_s_office_raises(ledger, signed_in, clerk):
    assert signed_in(clerk).post(reverse("duties_raise", args=[state_of("48-1-village").pk])).status_code == 403
    assert not Finding.objects.exists()


def test_an_office_reads_what_is_asked_of_it_and_how_to_meet_it(ledger, signed_in, clerk):
    page = signed_in(clerk).get(reverse("duties_mine"))
    lines = {line["row"].code: line["way"] for group in page.context["groups"] for line in group["lines"]}
    assert lines["5-3-township"]["url"] == reverse("duties_file", args=[state_of("5-3-township").pk])
    assert lines["43-3-township"]["url"] == reverse("complaints_list")


def test_every_article_has_its_page(ledger, signed_in, chief):
    client = signed_in(chief)
    assert {client.get(one.get_absolute_url()).status_code for one in Article.objects.order_by("number")} == {200}
    assert client.get(reverse("duties_articles")).status_code == 200
    assert client.get(reverse("duties_article", args=[63])).status_code == 404


CHANGED = {
    "paragraph": 1, "level": "township", "office_type": "township", "trade": "", "summary": "按季报告", "evidence": "",
    "document": "季度报告", "period": "quarter", "due_on": "12-20", "least": 1, "share": 100, "ground": 1, "on": "2026-12-01",
    "reason": "改为季度。",
}  # fmt: skip


def test_the_city_changes_a_duty_from_a_day_on(ledger, signed_in, city_chief):
    duty = Duty.objects.get(code="5-3-township")
    client, address = signed_in(city_chief), reverse("duties_edit", args=[duty.pk])
    opened = client.get(address).context["form"].initial["opened_with"]
    assert client.post(address, {**CHANGED, "opened_with": opened}).status_code == 302
    assert [one.summary for one in Duty.objects.filter(code=duty.code).order_by("in_force_from")] == [duty.summary, "按季报告"]
    assert "按季报告" in client.get(duty.article.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"document": ""}, "document"), ({"evidence": "mesh.drawn"}, "document"), ({"due_on": "13-40"}, "due_on"),
        ({"office_type": "bureau"}, "trade"), ({"level": "site"}, "level"), ({"reason": ""}, "reason"), ({"share": 0}, "share"),
    ],
)  # fmt: skip
def test_a_wrong_duty_is_told_beside_its_field(ledger, signed_in, city_chief, changes, field):
    answer = signed_in(city_chief).post(reverse("duties_create", args=[5]), {**CHANGED, **changes})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_a_duty_is_added_and_taken_off(ledger, signed_in, city_chief):
    client = signed_in(city_chief)
    assert client.post(reverse("duties_create", args=[5]), {**CHANGED, "on": "2026-11-23"}).status_code == 302
    duty = Duty.objects.get(code="5-own1-township")
    assert client.post(reverse("duties_end", args=[duty.pk]), {"reason": "不再需要。"}).status_code == 302
    duty.refresh_from_db()
    assert duty.in_force_until == duty.in_force_from


def test_the_public_reads_counts_and_no_office(ledger, client, at):
    for place in Place.objects.below(actors.COUNTY).filter(level="village")[:8]:
        actors.office(OfficeType.VILLAGE, place.code)
    refresh(2026, at=at)
    page = client.get(reverse("duty_ledger"))
    shown = {line["article"].number: line for group in page.context["chapters"] for line in group["lines"] if line["shown"]}
    assert {line["due"] >= 5 for line in shown.values()} <= {True}
    assert 50 not in shown
    assert "平安建设办公室</" not in page.content.decode()
