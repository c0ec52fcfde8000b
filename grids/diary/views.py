"""The pages of the diary: writing, reading, searching, the writer's month, who owes an entry, and the counts for those above."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.calendar.months import month_after, month_before, month_typed, weeks_of
from governance.privacy.services import open_sealed
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.pages import Casework, address
from governance.web.holding import still_held, tell_refused, typed
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page
from grids.diary import permissions as caps
from grids.diary import services
from grids.diary.enums import Kind
from grids.diary.filters import UNREAD, EntryFilter
from grids.diary.forms import EntryForm, EntryStepForm
from grids.diary.models import Entry
from grids.diary.sheet import COLUMNS, LINE_WORDS, sheet_rows
from grids.mesh.models import Grid


class Diary(Casework):
    """A diary is read, newest first; it is no list of work."""

    def wanted(self, request):
        rows, filters, figure = super().wanted(request)
        return (rows if request.GET else lambda: self.visible(request).order_by("-opened_at", "-id")), filters, figure

    def _tabs(self, request):
        asked = {name: value for name, value in request.GET.items() if value and name not in {"page", "order"}}
        found = [(_("全部"), {}), (_("未阅"), {"state": UNREAD}), *((label, {"kind": kind}) for kind, label in Kind.choices)]
        return [{"label": label, "url": address(self.list_url, query), "active": query == asked, "count": None} for label, query in found]


def links(request):
    """What stands above the list."""
    found = [{"label": _("导出 Excel"), "url": reverse("diary_export"), "icon": "download", "needs_rows": True}]
    wanted = (
        (caps.WRITE, _("我的月历"), "diary_month"),
        (caps.FOLLOW, _("逾期未记"), "diary_owed"),
        (caps.COUNT, _("数量"), "diary_counts"),
        (caps.WRITE, _("记日记"), "diary_create"),
    )
    for gate, label, name in wanted:
        if may(request.user, gate):
            found.append({"label": label, "url": reverse(name), "main": name == "diary_create"})
    return found


def more(request, entry):
    """What the page of an entry tells besides what every case tells."""
    return {"revisions": entry.revisions.order_by("-until", "-pk"), "may_open_contact": has_contact(entry)}


def has_contact(entry):
    return bool(entry.contact_name or entry.contact_phone)


WORK = Diary(
    model=Entry,
    view=caps.VIEW,
    filter=EntryFilter,
    form=EntryStepForm,
    title=gettext_lazy("民情日记"),
    parts=("grids/diary/_facts.html",),
    more=more,
    links=links,
    bulk=(Bulk("read", gettext_lazy("批量标为已阅"), caps.READ, taking("read", gettext_lazy("已阅")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("民情日记"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The diary: one's own for who writes, one's area's for the offices over him."""
    return WORK.list_page(request)


@page(caps.VIEW)
def export(request):
    """XLSX of what one may read anyway."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Mark many as read at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="diary")
def detail(request, number):
    """The entry: left what is written, right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="diary", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.WRITE)
def create(request):
    """Written on the way, on a phone: a press on the kind, some words, and kept."""
    at = timezone.now()
    reachable = Grid.objects.visible_to(request.user, caps.WRITE).active(timezone.localdate(at))
    own = [*reachable.served_by(request.user, at).order_by("place_path")]
    form = EntryForm(typed(request, at=at), at=at, grids=reachable, own=own, initial={"submission": uuid4()})
    if form.is_bound:
        tell_refused(request, form)
        if form.is_valid():
            entry = services.write(by=request.user, at=at, **form.facts())
            messages.success(request, _("已记下。今天之内可以修改，之后可以补充。"))
            return redirect(entry)
    return create_page(request, form, at=at)


def create_page(request, form, *, at):
    context = {
        "form": form,
        "kinds": Kind.choices,
        "chosen": form.data.get("kind", "") if form.is_bound else "",
        "held": still_held(form, at=at),
        "next_due": services.next_due(request.user, at=at),
        "breadcrumb": [(WORK.title, WORK.list_url), (_("记日记"), "")],
    }
    return render(request, "grids/diary/write.html", context, status=422 if form.errors else 200)


@page(caps.WRITE)
def month(request):
    """One's own month, day by day."""
    first = month_typed(request.GET.get("month", ""), today=timezone.localdate())
    before, after = month_before(first), month_after(first)
    written, of_day = Entry.objects.visible_to(request.user, caps.VIEW).by(request.user).between(first, after), {}
    for entry in written.only("number", "title", "kind", "happened_on").order_by("happened_on", "pk"):
        of_day.setdefault(entry.happened_on, []).append(entry)
    today = timezone.localdate()
    weeks = [[day and {"day": day, "entries": of_day.get(day, []), "is_today": day == today} for day in week] for week in weeks_of(first)]
    context = {
        "weeks": weeks,
        "first": first,
        "before": f"{before:%Y-%m}",
        "after": f"{after:%Y-%m}",
        "total": sum(map(len, of_day.values())),
        "breadcrumb": [(WORK.title, WORK.list_url), (_("我的月历"), "")],
    }
    return render(request, "grids/diary/month.html", context)


@page(caps.FOLLOW)
def owed(request):
    """Who wrote nothing for longer than the limit allows; a reminder, no ranking."""
    rows = services.owed(request.user, caps.FOLLOW, at=timezone.now())
    return render(request, "grids/diary/owed.html", {"rows": rows, "breadcrumb": [(WORK.title, WORK.list_url), (_("逾期未记"), "")]})


@page(caps.COUNT)
def counts(request):
    """How many entries there are, place by place: all that is known of a diary above the township."""
    home = request.user.acting_post.office.place
    first = month_typed(request.GET.get("month", ""), today=timezone.localdate())
    before, after = month_before(first), month_after(first)
    rows = services.counts(Entry.objects.visible_to(request.user, caps.COUNT).within(home.path).between(first, after), home)
    context = {
        "rows": rows,
        "kinds": Kind.labels,
        "total": sum(row["total"] for row in rows),
        "home": home,
        "first": first,
        "before": f"{before:%Y-%m}",
        "after": f"{after:%Y-%m}",
        "breadcrumb": [(_("民情日记数量"), "")],
    }
    return render(request, "grids/diary/counts.html", context)


@action(caps.VIEW, of="diary")
def open_contact(request, number):
    """Show name and telephone once, for a stated purpose; each opening is recorded."""
    entry = WORK.seen(request, number)
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if not has_contact(entry):
        raise Http404
    if form.is_bound and form.is_valid():
        facts = {"by": request.user, "at": timezone.now(), **form.cleaned_data}
        names = [name for name in ("contact_name", "contact_phone") if getattr(entry, name)]
        opened = {name: open_sealed(entry, name, **facts) for name in names}
    name = "_contact.html" if is_htmx(request) else "contact.html"
    context = {"case": entry, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(entry), (_("联系人"), "")]}
    answer = render(request, f"grids/diary/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer
