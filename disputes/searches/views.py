"""The pages of searches: worklist, a village's search and its steps, the rounds with their progress, the sensitive periods."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.mediation.enums import Kind
from disputes.searches import permissions as caps
from disputes.searches import services
from disputes.searches.enums import Handling, State
from disputes.searches.filters import OWED, SearchFilter
from disputes.searches.forms import PeriodForm, RoundForm, SearchStepForm
from disputes.searches.models import Round, Search, SensitivePeriod
from disputes.searches.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.creating import create_page
from governance.web.casework.pages import Casework
from governance.web.formats import cn_date
from governance.web.listing import page_of
from governance.web.near import shown_calendar
from governance.web.page import action, find, page


def links(request):
    found = [{"label": _("排查轮次"), "url": reverse("searches_rounds")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("searches_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.CALL):
        found.append({"label": _("发起排查"), "url": reverse("searches_create"), "main": True})
    return found


def tabs(request):
    return [(_("未完成"), {"state": OWED}), (_("发现纠纷的"), {"found": "yes", "state": "all"}), (_("已完成"), {"state": State.DONE.value})]


def more(request, search):
    entries = [*search.entries.select_related("by")]
    return {"entries": entries, "grids_done": len({entry.grid for entry in entries}), "round": search.round}


WORK = Casework(
    model=Search,
    view=caps.VIEW,
    filter=SearchFilter,
    form=SearchStepForm,
    title=gettext_lazy("矛盾纠纷排查"),
    parts=("disputes/searches/_facts.html", "disputes/searches/_entries.html"),
    more=more,
    links=links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.STEER, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("矛盾纠纷排查情况"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    return WORK.list_page(request)


@page(caps.VIEW, of="searches")
def detail(request, number):
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="searches", by="step")
def take_step(request, number, step):
    return WORK.step_page(request, number, step)


@action(caps.VIEW)
def bulk(request):
    return WORK.bulk_page(request)


@page(caps.EXPORT)
def export(request):
    return WORK.export_page(request)


@action(caps.CALL)
def create(request):
    """Call a round; what is usual is filled in."""
    lead = _("选到村（社区）、乡镇（街道）或者旗县区；范围内每个村（社区）都要在结束日期前完成排查。")
    return create_page(
        WORK, request, form=RoundForm, needs=caps.CALL, act=services.call_round, title=_("发起排查"), lead=f"{due_words(request)}{lead}"
    )


def due_words(request):
    """When the own place's next round is due."""
    day, last = services.next_round(request.user.acting_post.office.place, at=timezone.now())
    if day is None:
        return ""
    told = {"title": last.title, "begins": cn_date(last.begins), "day": cn_date(day)}
    if last.repeats:
        return _("上一轮“%(title)s”%(begins)s开始，下一轮由系统于%(day)s发起，不用另行发起。") % told
    return _("上一轮“%(title)s”%(begins)s开始，下一轮应在%(day)s前开始。") % told


@page(caps.VIEW)
def rounds(request):
    """The rounds one may see, the newest first, each with its progress."""
    rows = Round.objects.visible_to(request.user, caps.VIEW).newest_first()
    context = {
        "page": page_of(rows, request.GET.get("page"), shape=lambda rows: rows.with_counts()),
        "may_call": may(request.user, caps.CALL),
        "keeps_periods": keeps_periods(request.user),
        "due_words": due_words(request) if may(request.user, caps.CALL) else "",
        "breadcrumb": [(WORK.title, WORK.list_url), (_("排查轮次"), "")],
    }
    return render(request, "disputes/searches/rounds.html", context)


@page(caps.VIEW, of="search_round")
def round_detail(request, number):
    """How far a round is: which villages still owe their search, and what was found."""
    called = find(Round.objects.with_counts(), request.user, caps.VIEW, number=number)
    request.calendar = shown_calendar()
    rows = Search.objects.visible_to(request.user, caps.VIEW).filter(round=called).select_related("place", "office")
    shown = page_of(rows.order_by(F("closed_at").asc(nulls_first=True), "place_path"), request.GET.get("page"))
    units = Deadline.objects.first_units([(Search, search.pk) for search in shown.rows if search.due_at])
    for search in shown.rows:
        search.unit = units.get((Search, search.pk))
    context = {
        "round": called,
        "page": shown,
        "found": found_table(called),
        "may_remind": called.n_owed and may(request.user, caps.STEER, called),
        **next_of(called, request.user),
        "list_query": f"{WORK.list_url}?round={called.number}&state=",
        "breadcrumb": [(WORK.title, WORK.list_url), (_("排查轮次"), reverse("searches_rounds")), (called.title, "")],
    }  # fmt: skip
    return render(request, "disputes/searches/round.html", context)


def next_of(called, user):
    """When the calendar calls the next one, told on the newest round of a place, and whether the person may change that."""
    day, last = services.next_round(called.place, at=timezone.now())
    is_newest = last is not None and last.pk == called.pk
    return {"next_day": day if is_newest else None, "may_repeat": is_newest and may(user, caps.CALL, called)}


@action(caps.CALL, of="search_round")
def repeat(request, number):
    """Let the calendar go on calling, or stop it."""
    called = find(Round.objects.select_related("place"), request.user, caps.CALL, number=number)
    if request.method == "POST":
        services.let_repeat(called, request.POST.get("repeats") == "yes")
        messages.success(request, _("已保存。"))
    return redirect(called)


def found_table(called):
    """Kinds down, what became of them across."""
    counts, ways = {}, Handling.values
    for row in services.findings_of(called):
        line = counts.setdefault(row["dispute"], dict.fromkeys(ways, 0))
        line[row["way"]] += 1
    return [
        {"kind": Kind(kind).label, "cells": [(Handling(way).label, line[way]) for way in ways], "all": sum(line.values())}
        for kind, line in counts.items()
    ]


@action(caps.STEER, of="search_round")
def remind(request, number):
    """Press every village that still owes."""
    called = find(Round.objects.select_related("place"), request.user, caps.STEER, number=number)
    if request.method == "POST":
        pressed, not_pressed = services.remind_all(called, by=request.user, at=timezone.now())
        told = _("已催办 %(n)s 个村（社区）；%(m)s 个今天已经催办过，没有重复。") % {"n": pressed, "m": not_pressed}
        messages.success(request, told)
    return redirect(called)


def keeps_periods(user):
    """The periods hold for the whole city: its centre keeps them."""
    return any(may(user, caps.PERIODS, city) for city in Place.objects.at(Level.CITY))


def require_city(user):
    if not keeps_periods(user):
        raise PermissionDenied


def period_trail(*rest):
    return [(WORK.title, WORK.list_url), (_("重点时段"), reverse("searches_periods")), *rest]


@page(caps.VIEW)
def periods(request):
    """The dated periods in which rounds follow one another sooner."""
    rows = SensitivePeriod.objects.order_by("-begins", "-pk")
    context = {"page": page_of(rows, request.GET.get("page")), "keeps": keeps_periods(request.user), "today": timezone.localdate(),
               "breadcrumb": period_trail()}  # fmt: skip
    return render(request, "disputes/searches/periods.html", context)


@action(caps.PERIODS, of="city")
def period_create(request):
    require_city(request.user)
    return period_page(request, PeriodForm(request.POST or None), _("新增重点时段"))


@action(caps.PERIODS, of="city")
def period_edit(request, pk):
    require_city(request.user)
    period = SensitivePeriod.objects.filter(pk=pk).first()
    if period is None:
        raise Http404
    return period_page(request, PeriodForm(request.POST or None, instance=period), _("修改重点时段"))


def period_page(request, form, title):
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("已保存。"))
        return redirect("searches_periods")
    context = {"form": form, "title": title, "back": reverse("searches_periods"), "breadcrumb": period_trail((title, ""))}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
