"""Components: what they say, to whom, and that they need nothing undefined."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.conf import settings
from django.template.backends.django import DjangoTemplates
from django.template.loader import get_template
from django.test import RequestFactory

from governance.calendar.workdays import Calendar
from governance.deadlines.enums import DeadlineState
from governance.web import tags
from governance.web.listing import Page

AT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
UNDEFINED = "UNDEFINED"


class Filing(forms.Form):
    title = forms.CharField(label="标题", help_text="一句话说明")
    kind = forms.ChoiceField(label="类型", choices=[("ask", "咨询"), ("help", "求助")], widget=forms.RadioSelect)
    secret = forms.BooleanField(label="身份保密", required=False)
    landmark = forms.CharField(label="附近标志", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


@pytest.fixture
def render(monkeypatch):
    """Draws a component for a request to an address; an undefined variable shows as UNDEFINED."""
    calls = []
    monkeypatch.setattr(tags, "shown_calendar", lambda: calls.append(1) or Calendar())
    monkeypatch.setattr(tags.timezone, "now", lambda: AT)
    one = settings.TEMPLATES[0]
    options = {**one["OPTIONS"], "string_if_invalid": f"{UNDEFINED} %s", "context_processors": []}
    engine = DjangoTemplates({"NAME": "loud", "DIRS": one["DIRS"], "APP_DIRS": True, "OPTIONS": options})

    def draw(name, address="/", user=None, **context):
        request = RequestFactory().get(address)
        request.user = user
        source = f'{{% include "components/{name}" %}}' if name.endswith(".html") else name
        html = engine.from_string(source).render({"request": request, **context}, request)
        assert UNDEFINED not in html
        return html

    draw.calendars = calls
    return draw


def deadline(**changes):
    limit = SimpleNamespace(unit="working_days", citation_label="《某条例》第十八条")
    row = {
        "label": "办结答复",
        "state": DeadlineState.RUNNING,
        "is_open": True,
        "due_at": AT + timedelta(days=2),
        "limit": limit,
    }
    return SimpleNamespace(**{**row, "provisional": False, "met_at": None, "lapsed_at": None, **changes})


def event(**changes):
    return SimpleNamespace(**{"at": AT, "label": "签收", "actor_label": "迎新路街道", "note": "", "public": True, **changes})


def page(**changes):
    return Page(**{"rows": [1], "number": 2, "has_next": True, "count": 1000, "count_is_more": True, **changes})


def test_a_badge_says_its_word(render):
    assert render("badge.html", label="办理中", tone="active").strip() == '<span class="badge badge-active">办理中</span>'


def test_a_badge_cannot_carry_markup(render):
    assert "&lt;b&gt;" in render("badge.html", label="<b>", tone="active")


def test_a_deadline_says_what_is_left_until_when_and_on_what_ground(render):
    html = render("deadline.html", deadline=deadline())
    assert "剩 2 个工作日" in html
    assert "11月25日 09:00 前" in html
    assert "依据《某条例》第十八条" in html


def test_a_provisional_deadline_says_so(render):
    assert "暂定" in render("deadline.html", deadline=deadline(provisional=True))
    assert "暂定" not in render("deadline.html", deadline=deadline())


def test_fifty_rows_ask_for_one_calendar(render):
    source = '{% for due_at in moments %}{% include "components/due.html" with due_at=due_at only %}{% endfor %}'
    assert render(source, moments=[AT + timedelta(days=2)] * 50).count("剩 2 个工作日") == 50
    assert len(render.calendars) == 1


def test_ended_clocks_stand_below_the_open_ones(render):
    met = deadline(label="签收", state=DeadlineState.MET, is_open=False, met_at=AT)
    html = render("deadlines.html", deadlines=[met, deadline()])
    assert html.index("办结答复") < html.index("签收")
    assert "按期完成" in html


def test_only_staff_see_which_events_the_resident_sees(render):
    assert "反映人可见" in render("timeline.html", events=[event()], person="反映人", followed=True)
    assert "反映人可见" not in render("timeline.html", events=[event()])
    assert "反映人可见" not in render("timeline.html", events=[event(public=False)], person="反映人")


def test_an_event_tells_when_who_and_why(render):
    html = render("timeline.html", events=[event(note="已电话联系")])
    assert 'datetime="2026-11-23T09:00+08:00"' in html
    assert "迎新路街道" in html
    assert "已电话联系" in html


def test_a_step_is_a_link_with_and_without_script(render):
    html = render("steps.html", steps=[{"label": "签收", "url": "/take/sign/", "tone": "main"}])
    assert 'href="/take/sign/"' in html
    assert 'hx-get="/take/sign/"' in html
    assert 'hx-target="#step-form"' in html


def test_the_phase_a_case_is_in_is_marked_for_screen_readers(render):
    html = render("progress.html", phases=[{"label": "受理", "state": "done"}, {"label": "办理", "state": "current"}])
    assert html.count('aria-current="step"') == 1
    assert "已完成" in html


def test_a_field_ties_label_hint_and_error_to_its_input(render):
    html = render("{{ form }}", form=Filing({}))
    assert '<label for="id_title">标题' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-invalid="true"' in html


def test_radio_buttons_are_a_group_with_a_legend(render):
    html = render("{{ form }}", form=Filing())
    assert "<legend>类型" in html
    assert html.count("<fieldset") == 1


def test_what_may_be_left_out_says_so_and_nothing_else_does(render):
    html = render("{{ form }}", form=Filing())
    assert html.count("选填") == 1
    assert html.index("附近标志") < html.index("选填")


def test_the_summary_of_errors_takes_the_focus_and_leads_to_the_fields(render):
    html = render("{{ form }}", form=Filing({}))
    assert "autofocus" in html
    assert 'href="#id_title"' in html
    assert 'href="#id_kind_0"' in html
    assert 'id="id_kind_0"' in html


def test_a_form_without_errors_has_no_summary(render):
    assert "error-summary" not in render("{{ form }}", form=Filing())


def test_an_error_of_a_hidden_field_is_not_lost(render):
    assert "请填写整数" in render("{{ form }}", form=Filing({"title": "灯", "kind": "ask", "version": "x"}))


def test_turning_the_page_keeps_the_filter(render):
    html = render("pagination.html", address="/list?state=open&page=2", page=page())
    assert 'href="?state=open&amp;page=3"' in html
    assert 'href="?state=open&amp;page=1"' in html
    assert "条以上" in html


def test_the_last_page_leads_nowhere_further(render):
    html = render("pagination.html", page=page(number=1, has_next=False, count=3, count_is_more=False))
    assert "href" not in html
    assert "条以上" not in html


def test_a_heading_sorts_and_at_the_second_press_the_other_way(render):
    source = '{% sort_header "due" "时限" %}'
    assert 'href="?state=open&amp;order=due"' in render(source, address="/?state=open&page=4")
    again = render(source, address="/?order=due")
    assert 'aria-sort="ascending"' in again
    assert 'href="?order=-due"' in again


def test_a_filter_keeps_the_order_and_can_be_cleared(render):
    html = render("filters.html", address="/list?order=due", form=Filing(), target="rows")
    assert 'name="order" value="due"' in html
    assert 'href="/list"' in html
    assert 'hx-target="#rows"' in html


def test_the_cascade_works_by_a_button_where_there_is_no_script(render):
    options = [{"value": "150102", "label": "新城区"}]
    level = {"name": "place_county", "label": "旗县区", "options": options, "value": "150102", "error": ""}
    html = render("cascade.html", levels=[level], url="/places/")
    assert '<option value="150102" selected>新城区</option>' in html
    assert 'name="choose_place"' in html


def figure(**changes):
    row = {"label": "响应率", "numerator": 7, "denominator": 8, "is_rate": True, "small": True, "rows_url": "/rows/"}
    return {**row, "trend": (), **changes}


def test_a_share_shows_its_denominator_and_opens_its_rows(render):
    html = render("figure.html", figure=figure(base_url="/all/"))
    assert '<a href="/rows/">87.5%</a>' in html
    assert '7 / <a href="/all/">8</a>' in html
    assert "仅供参考" in html


def test_a_count_is_grouped_and_has_no_denominator(render):
    html = render("figure.html", figure=figure(numerator=4260, is_rate=False, unit="件"))
    assert '<a href="/rows/">4\u2009260</a>' in html
    assert "figure-detail" not in html


def test_a_trend_is_told_in_words_too(render):
    html = render("figure.html", figure=figure(trend=(1, 2), trend_label="近十二个月响应率", trend_open=False))
    assert 'aria-label="近十二个月响应率"' in html


def test_bars_name_the_numbers_and_what_is_too_small(render):
    rows = [
        {"label": "新城区", "numerator": 90, "denominator": 100, "small": False},
        {"label": "武川县", "numerator": 9, "denominator": 10, "small": True},
    ]
    labels = {
        "caption": "比较",
        "label": "旗县区",
        "value_label": "响应率",
        "numerator_label": "按期",
        "denominator_label": "应办",
    }
    html = render("bars.html", bars={**labels, "rows": rows})
    assert "90 / 100" in html
    assert html.count("不参与排名") == 1


def test_an_empty_answer_is_said_to_be_empty(render):
    assert "未填写" in render("summary.html", rows=[{"label": "附近标志", "value": ""}])


def test_a_table_names_the_column_in_every_cell(render):
    columns = [{"label": "单位", "numeric": False}, {"label": "件数", "numeric": True}]
    html = render("table.html", table={"columns": columns, "rows": [{"cells": ["新城区", 3], "url": "/x/"}]})
    assert 'data-label="件数" class="is-numeric"' in html
    assert '<a href="/x/">新城区</a>' in html


@pytest.mark.parametrize(
    ("name", "context"),
    [
        ("banner.html", {"title": "已保存"}),
        ("empty.html", {"title": "没有待办"}),
        ("emergency.html", {}),
        ("receipt.html", {"number": "HS-1", "code": "K7QM"}),
        ("sealed.html", {"mask": "138****0000"}),
        ("form_actions.html", {"submit": "提交"}),
        ("bulk.html", {"actions": [{"name": "sign", "label": "签收"}]}),
        ("tabs.html", {"tabs": [{"label": "全部", "url": "/"}]}),
        ("stepper.html", {"stages": [{"label": "内容", "state": "current"}]}),
        ("services.html", {"services": [{"title": "我要反映", "text": "两分钟", "url": "/"}]}),
        ("files.html", {"attachments": [{"name": "a.jpg", "url": "/f/", "size": 2048, "thumbnail_url": ""}]}),
    ],
)
def test_what_is_optional_may_be_left_out(render, name, context):
    first = next(iter(context.values()), "110")
    shown = next(iter(first[0].values())) if isinstance(first, list) else first
    assert str(shown) in render(name, **context)


ERRORS = ["400", "403", "403_csrf", "404", "429", "500", "locked_out"]


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_says_what_to_do_next(render, name):
    html = render(f'{{% include "errors/{name}.html" %}}')
    assert html.count("<h1>") == 1
    assert "返回首页" in html
    assert "12345" in html


def test_the_page_of_a_broken_server_needs_nothing_from_it():
    assert "系统暂时出现问题" in get_template("errors/500.html").render()


def test_a_staff_page_names_the_post_one_acts_for(render):
    office = SimpleNamespace(short_name="新城区综治中心")
    post = SimpleNamespace(office=office, get_role_display="综治中心工作人员")
    user = SimpleNamespace(is_authenticated=True, name="娜仁", acting_post=post, live_posts=[post])
    html = render('{% include "components/staff_header.html" %}', user=user)
    assert "新城区综治中心 · 综治中心工作人员" in html
    assert "切换岗位" not in html


def test_the_navigation_marks_where_one_is(render):
    items = [{"label": "待办", "url": "/list", "active": "page"}, {"label": "登记", "url": "/new", "active": ""}]
    html = render("navigation.html", navigation=[{"label": "诉求", "items": items, "open": True}])
    assert html.count('aria-current="page"') == 1
    assert '<a href="/list" aria-current="page">' in html


def test_large_type_can_be_switched_on_and_off(render):
    assert 'value="1"' in render("large_type.html", large_type_url="/large/")
    assert 'value="0"' in render("large_type.html", large_type_url="/large/", large_type=True)
