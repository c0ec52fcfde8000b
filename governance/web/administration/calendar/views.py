"""The working calendar: its years, the days of one, loading a year, local holidays, office hours."""

from hashlib import sha256

from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.calendar.models import CalendarDay, CalendarYear
from governance.calendar.services import current_calendar
from governance.calendar.workdays import DayKind
from governance.permissions import CALENDAR
from governance.web.administration.calendar import services
from governance.web.administration.calendar.forms import LocalHolidayForm, OfficeHoursForm, YearForm
from governance.web.administration.calendar.lines import written
from governance.web.administration.reach import acts_for_city, one, require_city
from governance.web.models import AdministrativeAct
from governance.web.page import action, page

ACTS_SHOWN = 30
STATUTORY_HOLIDAYS = 13
YEARS = range(2000, 2201)  # what a CalendarYear may be
RECOUNTING = _("已保存。正在重新计算受影响的在办期限，结果见管理记录。")


def trail(*more):
    return [(_("工作日历"), reverse("calendar_years")), *more]


def year_label(year):
    return _("%(year)s 年") % {"year": year}


@page(CALENDAR)
def calendar_years(request):
    """The loaded years, which of them rest on a notice, and the office hours."""
    years = CalendarYear.objects.annotate(count=Count("days")).order_by("-year")
    context = {
        "years": years,
        "next_year": (years[0].year if years else timezone.localdate().year) + 1,
        "office": list(reversed(current_calendar().office)),
        "may_change": acts_for_city(request.user, CALENDAR),
        "acts": AdministrativeAct.objects.about(services.OFFICE_HOURS).with_actors()[:ACTS_SHOWN],
        "breadcrumb": [(_("工作日历"), "")],
    }
    return render(request, "administration/calendar/list.html", context)


@page(CALENDAR)
def calendar_year(request, year):
    """The days of one year that differ from their place in the week."""
    row = one(CalendarYear.objects.order_by("year"), year=year)
    context = {
        "year": row,
        "days": CalendarDay.objects.filter(year=row),
        "local_days": CalendarDay.objects.local().in_year(year),
        "may_change": acts_for_city(request.user, CALENDAR),
        "acts": AdministrativeAct.objects.about(services.subject(year)).with_actors()[:ACTS_SHOWN],
        "breadcrumb": trail((year_label(year), "")),
    }
    return render(request, "administration/calendar/detail.html", context)


@action(CALENDAR, of="city")
def calendar_load(request, year):
    """Load a year: check the lines, look at what would change, then save exactly that."""
    require_city(request.user, CALENDAR)
    if year not in YEARS:
        raise Http404
    form = YearForm(request.POST or None, request.FILES or None, year=year, initial=initial(year))
    context = {"year": year, "breadcrumb": trail((year_label(year), ""), (_("载入"), ""))}
    if request.method == "POST" and form.is_valid():
        if request.POST.get("previewed") == digest(year, form) and "save" in request.POST:
            return save_year(request, year, form)
        context |= {"previewed": digest(year, form), "too_few": too_few(form), "report": preview(year, form)}
        if context["report"]:
            form = YearForm({**form.data.dict(), "rows": written(form.cleaned_data["days"])}, year=year)
    return render(request, "administration/calendar/load.html", {**context, "form": form})


def too_few(form):
    """How many days of rest a notice names, where they are fewer than the statutory ones (放假办法: 13 since 2025)."""
    count = sum(day.kind == DayKind.HOLIDAY for day in form.cleaned_data["days"])
    return count if form.cleaned_data["official"] and count < STATUTORY_HOLIDAYS else None


def digest(year, form):
    """Names what a preview showed and what it was compared with, so that only that is saved, and over nothing else."""
    days, kept = written(form.cleaned_data["days"]), initial(year).get("rows", "")
    return sha256(f"{form.cleaned_data['source']}\n{form.cleaned_data['official']}\n{days}\n{kept}".encode()).hexdigest()


def initial(year):
    """What the year holds now, as a start for editing."""
    row = CalendarYear.objects.filter(year=year).first()
    if row is None:
        return {"official": True}
    return {"official": True, "source": row.source if row.official else "", "rows": written(row.days.order_by("date"))}


def preview(year, form):
    try:
        return services.preview(year, **loaded(form), at=timezone.now())
    except services.Refused as refused:
        form.add_error("official", str(refused))
        return None


def save_year(request, year, form):
    """Save what the preview showed; it was refused there if it can be refused at all."""
    services.load(year, **loaded(form), by=request.user, at=timezone.now())
    messages.success(request, RECOUNTING)
    return redirect("calendar_year", year=year)


def loaded(form):
    return {name: form.cleaned_data[name] for name in ("days", "official", "source")}


@action(CALENDAR, of="city")
def local_holiday_add(request, year):
    """Add a day the local government gave free."""
    require_city(request.user, CALENDAR)
    form = LocalHolidayForm(request.POST or None, year=year)
    if request.method == "POST" and form.is_valid():
        day, given = form.cleaned_data["day"], {name: form.cleaned_data[name] for name in ("name", "source")}
        try:
            services.add_local_holiday(day, **given, by=request.user, at=timezone.now())
        except services.Refused as refused:
            form.add_error("day", str(refused))
        else:
            messages.success(request, RECOUNTING)
            return redirect("calendar_year", year=year)
    return form_page(
        request,
        form,
        _("增加地方放假日"),
        trail((year_label(year), reverse("calendar_year", args=[year])), (_("地方放假日"), "")),
    )


@action(CALENDAR, of="city")
def local_holiday_remove(request, pk):
    """Take a local holiday back."""
    require_city(request.user, CALENDAR)
    row = one(CalendarDay.objects.local(), pk=pk)
    if request.method == "POST":
        services.remove_local_holiday(row, by=request.user, at=timezone.now())
        messages.success(request, RECOUNTING)
        return redirect("calendar_year", year=row.date.year)
    context = {"day": row, "breadcrumb": trail((_("取消地方放假日"), ""))}
    return render(request, "administration/calendar/remove.html", context)


@action(CALENDAR, of="city")
def office_hours(request):
    """Let other office hours hold from a day on."""
    require_city(request.user, CALENDAR)
    form = OfficeHoursForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("periods", "valid_from")}
        services.set_office_hours(**given, by=request.user, at=timezone.now())
        messages.success(request, RECOUNTING)
        return redirect("calendar_years")
    return form_page(request, form, _("调整办公时间"), trail((_("办公时间"), "")))


def form_page(request, form, title, breadcrumb):
    return render(request, "administration/calendar/form.html", {"form": form, "title": title, "breadcrumb": breadcrumb})
