"""The working calendar, as administrators keep it."""

from datetime import date, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from governance.calendar.models import CalendarDay, CalendarYear
from governance.calendar.services import current_calendar
from governance.deadlines.models import Deadline
from governance.timeline.models import Event
from governance.web.models import ActKind, AdministrativeAct
from governance.web.tasks import recount_deadlines, recount_owed

pytestmark = pytest.mark.django_db
NOTICE = "国务院办公厅关于2027年部分节假日安排的通知"
ROWS = "2027-01-01,放假,元旦\n2027-01-02,放假,元旦\n2027-01-03,放假,元旦"
LOAD = {"source": NOTICE, "official": "on", "rows": ROWS}


def load(client, year=2027, **facts):
    """Preview, then save what the preview showed."""
    url = reverse("calendar_load", args=[year])
    seen = client.post(url, {**LOAD, **facts, "preview": "1"})
    digest = seen.context["previewed"]
    return client.post(url, {**LOAD, **facts, "save": "1", "previewed": digest})


def test_the_years_tell_which_rest_on_a_notice(as_city):
    years = {year.year: year.official for year in as_city.get(reverse("calendar_years")).context["years"]}
    assert years[2026]
    assert not years[2027]


def test_a_year_shows_its_days(as_city):
    assert "国庆节" in as_city.get(reverse("calendar_year", args=[2026])).content.decode()


def test_a_preview_changes_nothing(as_city):
    answer = as_city.post(reverse("calendar_load", args=[2027]), {**LOAD, "preview": "1"})
    assert answer.context["report"].became_official
    assert answer.context["report"].removed
    assert not CalendarYear.objects.get(year=2027).official


def test_a_notice_with_too_few_days_is_questioned(as_city):
    answer = as_city.post(reverse("calendar_load", args=[2027]), {**LOAD, "preview": "1"})
    assert "本次只有 3 天放假" in answer.content.decode()


def test_a_notice_is_loaded_and_noted(as_city):
    load(as_city)
    assert CalendarYear.objects.get(year=2027).source == NOTICE
    assert set(CalendarDay.objects.filter(year__year=2027).values_list("date", flat=True)) == {date(2027, 1, day) for day in (1, 2, 3)}
    act = AdministrativeAct.objects.about("calendar:2027").get()
    assert (act.kind, act.data["recount_from"]) == (ActKind.YEAR_LOADED, 2027)


def test_a_file_counts_before_the_pasted_lines(as_city):
    file = SimpleUploadedFile("2027.csv", "2027-05-01,放假,劳动节".encode("gb18030"))
    answer = as_city.post(reverse("calendar_load", args=[2027]), {**LOAD, "file": file, "preview": "1"})
    assert answer.context["form"]["rows"].value() == "2027-05-01,放假,劳动节"


def test_what_was_changed_after_the_preview_is_shown_again(as_city):
    url = reverse("calendar_load", args=[2027])
    digest = as_city.post(url, {**LOAD, "preview": "1"}).context["previewed"]
    answer = as_city.post(url, {**LOAD, "rows": f"{ROWS}\n2027-05-01,放假,劳动节", "save": "1", "previewed": digest})
    assert answer.context["report"].added or answer.context["report"].changed
    assert not CalendarYear.objects.get(year=2027).official


def test_wrong_lines_are_shown_and_nothing_typed_is_lost(as_city):
    answer = as_city.post(reverse("calendar_load", args=[2027]), {**LOAD, "rows": "2027-13-01,放假,元旦", "preview": "1"})
    assert "第 1 行" in answer.content.decode()
    assert "2027-13-01,放假,元旦" in answer.content.decode()


def test_an_estimate_never_replaces_a_notice(as_city):
    answer = as_city.post(reverse("calendar_load", args=[2026]), {"source": "推算", "rows": "2026-01-01,放假,元旦", "preview": "1"})
    assert "不能改回推算" in answer.content.decode()
    assert CalendarYear.objects.get(year=2026).official


def test_a_county_reads_but_does_not_change(as_county):
    assert as_county.get(reverse("calendar_year", args=[2027])).status_code == 200
    assert as_county.post(reverse("calendar_load", args=[2027]), {**LOAD, "save": "1"}).status_code == 403
    assert not CalendarYear.objects.get(year=2027).official


def test_a_local_holiday_is_added_and_taken_back(as_city):
    given = {"day": "2027-06-16", "name": "那达慕", "source": "呼和浩特市人民政府通知"}
    as_city.post(reverse("local_holiday_add", args=[2027]), given)
    row = CalendarDay.objects.local().get()
    assert not current_calendar().is_working_day(date(2027, 6, 16))
    as_city.post(reverse("local_holiday_remove", args=[row.pk]))
    assert current_calendar().is_working_day(date(2027, 6, 16))


def test_a_holiday_is_not_added_twice(as_city):
    given = {"day": "2026-10-01", "name": "国庆节", "source": "通知"}
    assert "已是放假日" in as_city.post(reverse("local_holiday_add", args=[2026]), given).content.decode()


def test_office_hours_hold_from_the_day_on(as_city):
    day = timezone.localdate() + timedelta(days=30)
    hours = {
        "morning_opens": "08:30",
        "morning_closes": "12:00",
        "afternoon_opens": "14:00",
        "afternoon_closes": "17:00",
    }
    as_city.post(reverse("office_hours"), {"valid_from": f"{day:%F}", **hours})
    assert current_calendar().hours_on(day).periods[0] == (time(8, 30), time(12))
    assert current_calendar().hours_on(day - timedelta(days=1)).periods[0] != (time(8, 30), time(12))


@pytest.mark.parametrize(("name", "value"), [("valid_from", "2020-01-01"), ("morning_closes", "15:00"), ("afternoon_closes", "")])
def test_impossible_hours_are_refused(as_city, name, value):
    day = timezone.localdate() + timedelta(days=30)
    hours = {
        "morning_opens": "08:30",
        "morning_closes": "12:00",
        "afternoon_opens": "14:00",
        "afternoon_closes": "17:00",
    }
    answer = as_city.post(reverse("office_hours"), {"valid_from": f"{day:%F}", **hours, name: value})
    assert answer.context["form"].errors


def test_open_limits_are_counted_anew_once(as_city, complaint):
    """Every working day of the clock's first week becomes free, so its end moves, and the case says why."""
    clock = Deadline.objects.of(complaint).order_by("due_at").first()
    given = {"day": f"{timezone.localtime(clock.due_at):%F}", "name": "那达慕", "source": "通知"}
    as_city.post(reverse("local_holiday_add", args=[2026]), given)
    act = AdministrativeAct.objects.get(kind=ActKind.LOCAL_HOLIDAY)
    recount_deadlines(act.pk)
    recount_owed()
    assert Deadline.objects.get(pk=clock.pk).due_at > clock.due_at
    assert Event.objects.of(complaint).filter(kind="deadline.recounted").count() == 1
    assert act.consequences.get().data == {"count": 1, "numbers": [complaint.number]}


def test_a_recount_whose_message_was_lost_is_caught_up(as_city):
    load(as_city)
    recount_owed()
    assert AdministrativeAct.objects.filter(kind=ActKind.RECOUNTED).count() == 1
    assert "个事项的期限有变化" in as_city.get(reverse("calendar_year", args=[2027])).content.decode()


@pytest.mark.parametrize("name", ["calendar_load", "local_holiday_add"])
def test_the_forms_open(as_city, name):
    assert as_city.get(reverse(name, args=[2027])).status_code == 200


@pytest.mark.parametrize("year", [0, 1999, 2201, 99999])
def test_a_year_out_of_all_proportion_does_not_exist(as_city, year):
    assert as_city.get(reverse("calendar_load", args=[year])).status_code == 404


def test_a_year_changed_since_the_preview_is_shown_again(as_city):
    """Two administrators load one year: who previewed first sees what the other saved before anything is written."""
    url = reverse("calendar_load", args=[2027])
    digest = as_city.post(url, {**LOAD, "preview": "1"}).context["previewed"]
    assert load(as_city, rows=f"{ROWS}\n2027-05-01,放假,劳动节").status_code == 302
    answer = as_city.post(url, {**LOAD, "save": "1", "previewed": digest})
    assert answer.status_code == 200
    assert answer.context["report"].removed
    assert CalendarDay.objects.filter(date="2027-05-01").exists()
