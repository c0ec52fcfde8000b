"""The exported list: the filtered rows, every column named, no contact data."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.complaints.sheet import COLUMNS
from governance.people.enums import Role
from governance.web.casework import pages
from governance.web.formats import last_minute
from tests import actors

EXPORT = reverse("complaints_export")


def sheet(answer):
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)), read_only=True)
    return [list(row) for row in book.active.iter_rows(values_only=True)]


def test_it_holds_exactly_the_filtered_rows(signed_in, operator, filing):
    wanted, _other = filing(kind="help").complaint, filing(kind="report")
    rows = sheet(signed_in(operator).get(EXPORT, {"kind": "help"}))
    assert [row[0] for row in rows] == ["受理编号", wanted.number]


def test_every_column_is_filled_as_people_say_it(signed_in, operator, complaint):
    head, row = sheet(signed_in(operator).get(EXPORT))
    told = dict(zip(head, row, strict=True))
    assert len(head) == len(COLUMNS)
    assert (told["状态"], told["类型"], told["地点"]) == ("已登记", "投诉", complaint.place.full_name)
    assert told["登记时间"].hour == 10
    assert told["当前期限"] == timezone.localtime(complaint.due_at).replace(tzinfo=None)


def test_the_sheet_is_called_as_the_list(signed_in, operator, complaint):
    book = openpyxl.load_workbook(BytesIO(b"".join(signed_in(operator).get(EXPORT).streaming_content)))
    assert book.sheetnames == ["诉求清单"]


def test_a_limit_at_the_day_s_end_is_the_last_minute_of_its_day():
    midnight = datetime(2026, 11, 25, 16, tzinfo=UTC)
    assert [last_minute(one) for one in (None, midnight, midnight + timedelta(hours=9))] == [
        None, midnight - timedelta(minutes=1), midnight + timedelta(hours=9),
    ]  # fmt: skip


def test_the_same_rows_come_as_csv(signed_in, operator, filing):
    client, wanted, _other = signed_in(operator), filing(kind="help").complaint, filing(kind="report")
    answer = client.get(EXPORT, {"kind": "help", "format": "csv"})
    told = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert answer["Content-Type"].startswith("text/csv")
    assert [line.split(",")[0] for line in told] == ["受理编号", wanted.number]


def test_every_list_offers_both_and_keeps_its_filter(signed_in, operator, filing):
    filing(kind="help")
    page = signed_in(operator).get(reverse("complaints_list"), {"kind": "help"}).content.decode()
    assert f"{EXPORT}?kind=help&amp;format=csv" in page
    assert f'{EXPORT}?kind=help"' in page


def test_it_never_holds_contact_data(signed_in, operator, filing):
    filing(name="王小明", phone="13912345678")
    text = str(sheet(signed_in(operator).get(EXPORT)))
    assert "139" not in text
    assert "王" not in text


def test_only_the_own_reach_is_exported(signed_in, complaint):
    assert len(sheet(signed_in(actors.actor(Role.TOWNSHIP_CLERK)).get(EXPORT))) == 2
    assert len(sheet(signed_in(actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)).get(EXPORT))) == 1


def test_the_statements_do_not_grow_with_the_rows(signed_in, operator, filing):
    client, counts = signed_in(operator), []
    for _ in range(2):
        filing()
        with CaptureQueriesContext(connection) as caught:
            sheet(client.get(EXPORT))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_more_than_a_sheet_holds_is_refused_with_a_word(signed_in, operator, filing, monkeypatch):
    monkeypatch.setattr(pages, "EXPORTED_AT_MOST", 1)
    filing(), filing()
    answer = signed_in(operator).get(EXPORT, {"kind": "complaint"}, follow=True)
    assert answer.redirect_chain[0][0].endswith("?kind=complaint")
    assert "请先缩小范围" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.MEDIATOR])
def test_who_reads_no_complaints_exports_none(signed_in, offices, role):
    assert signed_in(actors.actor(role)).get(EXPORT).status_code == 403
