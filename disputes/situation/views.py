"""The situation on one page, as sheets, and the method of its warnings."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.situation import services
from disputes.situation.data import telling
from disputes.situation.forms import MethodForm
from disputes.situation.models import WarningMethod
from disputes.situation.permissions import KEEP, VIEW
from governance.access.scope import places_for
from governance.calendar.months import month_named
from governance.sheets.columns import Column
from governance.web.administration.reach import acts_for_city, require_city
from governance.web.downloads import download
from governance.web.formats import cn_month
from governance.web.page import action, page

TITLE = gettext_lazy("矛盾纠纷形势分析")
COUNTS = (
    Column("", gettext_lazy("月份"), value=lambda row: cn_month(row["month"])),
    Column("place", gettext_lazy("地点"), width=24),
    Column("source", gettext_lazy("来源")),
    Column("matter", gettext_lazy("事项"), width=20),
    Column("count", gettext_lazy("件数")),
)
WARNINGS = (
    Column("place", gettext_lazy("地点"), width=40),
    Column("source", gettext_lazy("来源")),
    Column("matter", gettext_lazy("事项"), width=20),
    Column("count", gettext_lazy("本月件数")),
    Column("", gettext_lazy("前几个月逐月件数"), value=lambda row: "、".join(str(n) for n in row["before"]), width=30),
    Column("", gettext_lazy("前几个月平均"), value=lambda row: round(row["mean"], 1)),
    Column("", gettext_lazy("本月预期"), value=lambda row: round(row["expected"], 1)),
    Column("line", gettext_lazy("提示线")),
)


def asked(request):
    """The place and the month the address asks for; the own office's place and the running month where it says nothing it may."""
    places = places_for(request.user, VIEW)
    home = request.user.acting_post.office.place
    place = places.filter(code=request.GET.get("place", "")).exclude(level="village").first() or home
    return place, month_named(request.GET.get("month", ""), telling.months_offered(timezone.now()))


def way_up(request, place):
    """From the own office's place down to the one shown."""
    home = request.user.acting_post.office.place
    lineage = places_for(request.user, VIEW).lineage(place.path)
    return [one for one in lineage if one.path.startswith(home.path) and one != place]


@page(VIEW)
def situation(request):
    """How many, of what, where, whether it rises; nothing is counted here."""
    place, month = asked(request)
    context = {
        **telling.told(place, month),
        "above": [{"label": one.short_name, "url": telling.page_url(one.code, month)} for one in way_up(request, place)],
        "months_offered": [
            {"value": f"{one:%Y-%m}", "label": cn_month(one), "chosen": one == month} for one in telling.months_offered(timezone.now())
        ],
        "export_query": f"place={place.code}&month={month:%Y-%m}",
        "breadcrumb": [(TITLE, "")],
    }
    return render(request, "disputes/situation/situation.html", context)


@page(VIEW)
def export(request):
    """The counts, or the warnings with their inputs, as Excel or CSV."""
    place, month = asked(request)
    if request.GET.get("what") != "warnings":
        return download(request, f"{TITLE}_{place.short_name}", COUNTS, telling.counts_of(place, month))
    at = services.computed_at()
    method = WarningMethod.objects.in_force(at) if at else None
    rows = telling.warnings(place, month, method, at=at) if method else []
    version = method.version if method else ""
    return download(request, f"{_('矛盾纠纷预警')}_{place.short_name}_{version}", WARNINGS, rows)


@page(VIEW)
def methods(request):
    """Every version of the method, the one in force first."""
    context = {
        "methods": WarningMethod.objects.select_related("by"),
        "in_force": WarningMethod.objects.in_force(timezone.now()),
        "may_change": acts_for_city(request.user, KEEP),
        "breadcrumb": [(TITLE, reverse("situation")), (_("预警方法"), "")],
    }
    return render(request, "disputes/situation/methods.html", context)


@action(KEEP, of="city")
def create_method(request):
    """The next version of the method, from now on."""
    require_city(request.user, KEEP)
    now = timezone.now()
    base = WarningMethod.objects.in_force(now)
    filled = {"months": base.months, "least": base.least, "ratio": base.ratio, "percent": base.chance * 100} if base else None
    form = MethodForm(request.POST if request.method == "POST" else None, initial=filled)
    if form.is_bound and form.is_valid():
        made = services.publish_method(by=request.user, at=now, **form.facts())
        messages.success(request, _("已发布预警方法 %(version)s。") % {"version": made.version})
        return redirect("situation_methods")
    title = _("发布预警方法新版本")
    back = reverse("situation_methods")
    trail = [(TITLE, reverse("situation")), (_("预警方法"), back), (title, "")]
    context = {"form": form, "title": title, "back": back, "submit": _("发布"), "breadcrumb": trail}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
