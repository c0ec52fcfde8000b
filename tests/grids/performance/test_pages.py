"""The pages of the monthly books."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.people.enums import Role
from grids.performance.models import Absence, Formula, Objection, PayExport, Score, Sheet, Training
from tests import actors
from tests.grids.performance.conftest import OCTOBER

HTMX = {"HTTP_HX_REQUEST": "true"}
MINE, CLOSE, REGISTER = reverse("performance_mine"), reverse("performance_close"), reverse("performance_register")


def url(name, row):
    return reverse(f"performance_{name}", args=[row.pk])


@pytest.fixture
def open_now(score):
    """Published in the tests' November; made open for objections at the clock's today."""
    Sheet.objects.update(object_until=timezone.now() + actors.days(3))
    return score


def test_a_month_is_closed_and_published_page_by_page(signed_in, trainings, clerk):
    client = signed_in(clerk)
    shown = client.get(CLOSE, {"month": "2026-10"}).content.decode()
    assert "3/4" in shown
    assert "无数据" in shown
    answer = client.post(CLOSE, {"month": "2026-10"})
    sheet = Sheet.objects.get()
    assert answer["Location"] == url("month", sheet)
    assert "没有数据来源" in client.get(url("month", sheet)).content.decode()
    assert client.get(url("publish", sheet)).status_code == 200
    client.post(url("publish", sheet))
    assert Sheet.objects.get().is_published
    assert "2026年10月" in client.get(reverse("performance_months")).content.decode()


def test_a_worker_sees_the_own_published_figures_opened_onto_their_rows(signed_in, open_now, worker):
    shown = signed_in(worker).get(MINE).content.decode()
    assert "75.00" in shown
    page = signed_in(worker).get(url("score", open_now)).content.decode()
    assert [word for word in ("培训16日", "未完成", "提出异议") if word not in page] == []


def test_nobody_sees_the_figures_of_a_colleague_or_of_a_month_not_published(signed_in, sheet, worker, colleague):
    own, other = Score.objects.get(author=worker), Score.objects.get(author=colleague)
    assert [signed_in(worker).get(url("score", row)).status_code for row in (own, other)] == [404, 404]


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_figure_is_objected_to_and_corrected_page_by_page(signed_in, open_now, worker, clerk, headers):
    item = open_now.items.get(component="training")
    assert signed_in(worker).get(url("object", open_now)).status_code == 200
    signed_in(worker).post(url("object", open_now), {"item": item.pk, "reason": "16日的培训本人参加了。"})
    case = Objection.objects.get()
    step = reverse("performance_take_step", args=[case.number, "uphold"])
    assert signed_in(clerk).get(step, **headers).status_code == 200
    answer = signed_in(clerk).post(step, {"note": "签到表属实。", "done": "4", "due": "4"}, **headers)
    assert answer.status_code == (200 if headers else 302)
    page = signed_in(worker).get(url("score", open_now)).content.decode()
    assert [word for word in ("100.00", "由 3/4 更正", "签到表属实") if word not in page] == []
    assert "已更正" in signed_in(worker).get(case.get_absolute_url()).content.decode()


@pytest.mark.parametrize("reason", ["", "错", "数字不对，请更正"])
def test_an_objection_without_reason_is_told_so(signed_in, open_now, worker, reason):
    answer = signed_in(worker).post(url("object", open_now), {"item": open_now.items.first().pk, "reason": reason})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"reason"})
    assert reason in answer.content.decode()


def test_a_figure_objected_to_already_is_told_beside_the_field(signed_in, open_now, objection, worker):
    answer = signed_in(worker).post(url("object", open_now), {"item": objection.item_id, "reason": "16日的培训本人参加了。"})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"item"})


def test_after_the_limit_the_page_says_so_and_asks_nothing(signed_in, published, worker):
    Sheet.objects.update(object_until=timezone.now())
    page = signed_in(worker).get(url("object", Score.objects.get(author=worker))).content.decode()
    assert "不在异议期内" in page
    assert 'name="reason"' not in page


def test_who_exports_for_pay_is_told_what_is_not_settled(signed_in, open_now, objection, clerk):
    assert "还有 1 件异议没有答复" in signed_in(clerk).get(url("pay", open_now.sheet)).content.decode()


def test_more_done_than_due_is_told_beside_the_field(signed_in, objection, clerk):
    step = reverse("performance_take_step", args=[objection.number, "uphold"])
    answer = signed_in(clerk).post(step, {"note": "属实。", "done": "9", "due": "4"})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"done"})


def test_a_correction_to_the_same_figure_is_told_beside_the_field(signed_in, objection, clerk):
    step = reverse("performance_take_step", args=[objection.number, "uphold"])
    same = {"done": objection.item.done, "due": objection.item.due}
    answer = signed_in(clerk).post(step, {"note": "属实。", **same})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"done"})


def test_the_export_for_pay_is_recorded_and_asks_what_for(signed_in, published, clerk):
    client = signed_in(clerk)
    assert client.post(url("pay", published), {"purpose": ""}).status_code == 422
    assert not PayExport.objects.exists()
    answer = client.post(url("pay", published), {"purpose": "发放十月报酬"})
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats")
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert "发放十月报酬" in client.get(url("month", published)).content.decode()


def test_the_month_asks_as_much_for_two_workers_as_for_ten(signed_in, published, clerk):
    client, counts, first = signed_in(clerk), [], Score.objects.first()
    for more in (0, 8):
        for _ in range(more):
            post = actors.actor(Role.GRID_WORKER).acting_post
            Score.objects.create(sheet=published, post=post, author=post.user, place_path=first.place_path)
        with CaptureQueriesContext(connection) as queries:
            client.get(url("month", published))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_closing_asks_as_much_for_two_workers_as_for_ten(signed_in, trainings, clerk):
    client, counts = signed_in(clerk), []
    for more in (0, 8):
        [actors.actor(Role.GRID_WORKER) for _ in range(more)]
        client.get(CLOSE, {"month": "2026-10"})
        with CaptureQueriesContext(connection) as queries:
            client.get(CLOSE, {"month": "2026-10"})
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_township_keeps_leave_and_training(signed_in, worker, clerk):
    client, post = signed_in(clerk), worker.acting_post
    client.post(REGISTER, {"post": post.pk, "kind": "rest", "first": "2026-11-20", "last": "2026-11-21"})
    row = Absence.objects.get()
    assert (row.post, row.last) == (post, date(2026, 11, 21))
    assert worker.name in client.get(REGISTER).content.decode()
    assert client.get(url("absence_remove", row)).status_code == 200
    client.post(url("absence_remove", row))
    assert not Absence.objects.exists()
    client.post(reverse("performance_training_create"), {"title": "消防知识", "held_on": "2026-11-02", "hours": "2"})
    made = Training.objects.get()
    attended = made.attendances.get(post=post)
    client.post(url("training", made), {f"of{one.pk}": "missed" for one in made.attendances.all()})
    attended.refresh_from_db()
    assert attended.presence == "missed"


def test_days_the_wrong_way_round_are_told_beside_the_field(signed_in, worker, clerk):
    typed = {"post": worker.acting_post.pk, "kind": "rest", "first": "2026-11-20", "last": "2026-11-19"}
    answer = signed_in(clerk).post(REGISTER, typed)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"last"})


@pytest.mark.parametrize(("spot", "status"), [("60", 302), ("50", 422)])
def test_the_city_writes_a_new_formula_whose_weights_make_100(signed_in, db, spot, status):
    client = signed_in(actors.actor(Role.LEADING_OFFICE, actors.CITY))
    create = reverse("performance_formula_create")
    month = client.get(create).context["form"].fields["valid_from"].choices[0][0]
    answer = client.post(create, {"valid_from": month, "basis": "呼社治办〔2026〕9号", "spot": spot, "training": "40"})
    assert answer.status_code == status
    assert Formula.objects.count() == (2 if status == 302 else 1)
    assert client.get(reverse("performance_formulas")).status_code == 200


def test_a_county_writes_none(signed_in, db):
    client = signed_in(actors.actor(Role.LEADING_OFFICE))
    assert client.get(reverse("performance_formula_create")).status_code == 403


def test_the_desks_say_what_waits(signed_in, objection, clerk, worker, open_now):
    assert "绩效异议待答复" in signed_in(clerk).get(reverse("desk")).content.decode()
    assert "我的绩效可核对" in signed_in(worker).get(reverse("desk")).content.decode()


def test_the_first_month_of_the_list_is_the_one_that_is_over(signed_in, trainings, clerk, at):
    assert OCTOBER in signed_in(clerk).get(CLOSE).context["offered"]


def test_months_before_the_books_began_are_not_offered(signed_in, sheet, clerk):
    assert all(month > OCTOBER for month in signed_in(clerk).get(CLOSE).context["offered"])


def test_a_worker_s_month_so_far_is_shown(signed_in, worker):
    assert signed_in(worker).get(MINE).context["items"][0]["weight"] == Decimal(30)
