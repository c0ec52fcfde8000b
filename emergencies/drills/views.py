"""The pages of drills: list, detail, every step."""

from datetime import date

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.drills import permissions as caps
from emergencies.drills import services
from emergencies.drills.enums import State
from emergencies.drills.filters import MISSED, SOON, TO_IMPROVE, DrillFilter
from emergencies.drills.forms import DrillStepForm
from emergencies.drills.models import Drill, DrillRule, Subscription
from emergencies.drills.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.calendar.months import month_after, month_before, month_typed, weeks_of
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.pages import Casework
from governance.web.holding import shown_held
from governance.web.page import action, page

SHOWN = 60  # drills told one by one below the month


def links(request):
    found = [{"label": _("演练日历"), "url": reverse("drills_calendar")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("drills_export"), "icon": "download", "needs_rows": True})
    return found


def tabs(request):
    """What is asked most."""
    return [
        (_("60日内须组织"), {"state": SOON}),
        (_("逾期未组织"), {"state": MISSED}),
        (_("措施逾期"), {"state": TO_IMPROVE}),
        (_("已报送"), {"state": State.REPORTED.value}),
    ]


def case_links(request, drill):
    return [{"label": _("场所信息"), "url": drill.venue.get_absolute_url()}] if drill.venue else []


def more(request, drill):
    """What the page of a drill tells besides: every rule that applies, the binding one marked, and what is to be put right."""
    rules = DrillRule.objects.applying_to(drill.venue.kind) if drill.venue else [drill.rule]
    return {"rules": rules, "measures": drill.measures.order_by("until", "pk"), "today": timezone.localdate()}


WORK = Casework(
    model=Drill,
    view=caps.VIEW,
    filter=DrillFilter,
    form=DrillStepForm,
    title=gettext_lazy("应急演练"),
    parts=("emergencies/drills/_facts.html", "emergencies/drills/_record.html"),
    more=more,
    form_parts=("cases/_held.html",),
    form_more=shown_held,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.SUPERVISE, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急演练清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The obligations: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="drills")
def detail(request, number):
    """The obligation: which rule binds, what is owed by when, and the record of the drill."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="drills", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.VIEW)
def calendar(request):
    """The month: what is planned on which day, and by which day what must be held; below it the drills of a day, or of all."""
    today = timezone.localdate()
    first = month_typed(request.GET.get("month", ""), today=today)
    after = month_after(first)
    rows, last, day = Drill.objects.visible_to(request.user, caps.VIEW), date.fromordinal(after.toordinal() - 1), day_typed(request, first)
    since, until = (day, day) if day else (first, last)
    days = services.days_of(rows, first, last)
    found = (rows.planned_between(since, until) | rows.due_between(since, until)).select_related("place", "venue__kind", "rule")
    told = [*found.order_by("planned_on", "due_at", "pk")[: SHOWN + 1]]
    context = {
        "first": first, "day": day, "today": today, "before": f"{month_before(first):%Y-%m}", "after": f"{after:%Y-%m}",
        "weeks": [[one and {"day": one, **days.get(one, {})} for one in week] for week in weeks_of(first)],
        "drills": told[:SHOWN], "more": len(told) > SHOWN, "breadcrumb": [(WORK.title, WORK.list_url), (_("演练日历"), "")],
    }  # fmt: skip
    return render(request, "emergencies/drills/calendar.html", context)


def day_typed(request, first):
    """The day of the month the address asks for, or None."""
    try:
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return None
    return day if (day.year, day.month) == (first.year, first.month) else None


@action(caps.VIEW)
def subscribe(request):
    """The person's private address of the calendar, for a telephone or Outlook: made, made anew, given up."""
    if request.method == "POST":
        if "stop" in request.POST:
            services.unsubscribe(request.user)
            messages.success(request, _("已停止订阅，原地址不再可用。"))
        else:
            services.subscribe(request.user, at=timezone.now())
            messages.success(request, _("已生成订阅地址，原地址不再可用。"))
        return redirect("drills_subscribe")
    own = Subscription.objects.filter(user=request.user).first()
    address = request.build_absolute_uri(reverse("drills_feed", args=[services.key_of(own)])) if own else ""
    trail = [(WORK.title, WORK.list_url), (_("演练日历"), reverse("drills_calendar")), (_("订阅"), "")]
    answer = render(request, "emergencies/drills/subscribe.html", {"own": own, "address": address, "breadcrumb": trail})
    add_never_cache_headers(answer)
    return answer
