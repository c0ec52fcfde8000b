"""One answer for each page of a procedure: the worklist, the case, a step, many steps at once, the exported list.

A procedure's `views.py` declares its gates and hands over to its `Casework`; what only that procedure shows is named there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from governance import registry
from governance.access.scope import is_barred, may, places_for, standing_of
from governance.cases.models import Handover, WorkOrder
from governance.deadlines.models import Deadline, Extension
from governance.files.enums import AttachmentKind
from governance.files.models import Attachment
from governance.flow.engine import available, held_back
from governance.prepared import Prepared, PreparedOf
from governance.timeline.models import Event
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import bulk_page
from governance.web.casework.filters import ALL, FIRST_DUE
from governance.web.casework.lines import labels, lines
from governance.web.casework.texts import with_text
from governance.web.casework.travelling import is_kept_from, went_along
from governance.web.downloads import CSV, download
from governance.web.figures import opened_figure
from governance.web.listing import page_kept, page_of
from governance.web.near import shown_calendar
from governance.web.page import find_prepared, is_htmx
from governance.web.presence import present
from governance.web.saved import saved_filters
from governance.web.steps import buttons

EXPORTED_AT_MOST = 100_000
DEADLINES = PreparedOf(lambda: Deadline.objects.select_related("limit").order_by("due_at", "pk"))
ORDERS = PreparedOf(lambda: WorkOrder.objects.select_related("office"))
FILES = PreparedOf(lambda: Attachment.objects.order_by("at", "pk"))
EVENTS = PreparedOf(lambda: Event.objects.with_actors().order_by("-sequence"))
HANDOVERS = Prepared(Handover.objects.touching, kind=int, key=int)


def _nothing(*_args):
    return {}


def _no_links(*_args):
    return ()


@dataclass(frozen=True)
class Casework:
    """The pages of a procedure.

    `parts` are the templates of the left side of a case, the facts first; `more(request, case)` is what they need besides,
    `form_parts` and `form_more(case, step, form)` the same for a step's form; `texts(case, step, user)` are `Texts` for its note.
    `links(request)` stand above the list,
    `case_links(request, case)` above a case: dicts of `label` `url` `[icon]` `[main]` `[needs_rows]`. `line_words` goes to `lines`,
    `tabs(request)` gives (label, query) pairs, `export` is the file's name, its columns, and a queryset's rows for it.
    """

    model: Any
    view: Any
    filter: type
    form: type
    title: Any
    parts: tuple
    more: Callable = _nothing
    form_parts: tuple = ()
    form_more: Callable = _nothing
    texts: Callable = _no_links
    links: Callable = _no_links
    case_links: Callable = _no_links
    tabs: Callable = _no_links
    bulk: tuple = ()
    line_words: Any = None
    export: tuple | None = None

    @property
    def procedure(self):
        return self.model.flow.procedure

    @property
    def list_url(self):
        return reverse(f"{self.procedure}_list")

    def visible(self, request):
        return self.model.objects.visible_to(request.user, self.view)

    def wanted(self, request):
        """What makes the rows the address asks for, in its order, with the filter or the dashboard's figure that says so."""
        figure = opened_figure(request, self.procedure)
        if figure:
            return lambda: figure.rows(self.visible(request)).order_by("-opened_at", "-id"), None, figure
        filters = SimpleLazyObject(lambda: self.filter(request.GET, queryset=self.visible(request), request=request))
        if not request.GET:  # most often: what is to be done
            return lambda: self.visible(request).ongoing().order_by(*FIRST_DUE), filters, None
        return lambda: filters.qs.order_by(*filters.order()), filters, None

    def list_page(self, request):
        """The worklist: first due first, the whole filter in the address."""
        rows, filters, figure = self.wanted(request)
        asked, number, now = urlencode(asked_of(request)), request.GET.get("page", 1), timezone.now()
        key = self.filter, asked, standing_of(request.user)
        shown = page_of(rows(), number, read=lambda rows: rows.lines()) if figure else page_kept(key, self.model, rows, number)
        request.calendar, bulk = shown_calendar(), [one for one in self.bulk if may(request.user, one.needs)]
        words = {"choosing": bool(bulk), **(self.line_words or {})}
        context = {
            "work": self,
            "page": shown,
            "lines": lines(self.model, shown.rows, at=now, calendar=request.calendar, **words),
            "labels": labels(),
            "figure": figure,
            "saved": saved_filters(request.user, f"{self.procedure}_list"),
            "links": self._list_links(request),
            "bulk": bulk,
            "breadcrumb": [(self.title, "")],
        }
        if not figure:
            context |= {"filter": SimpleLazyObject(lambda: filters.shown()), "asked": asked, "tabs": self._tabs(request)}
        return render(request, "cases/list.html", context)

    def _list_links(self, request):
        """What stands above the list; the exported list also as CSV."""
        found = []
        for link in self.links(request):
            found.append({"format": None, **link})
            if self.export and link["url"] == reverse(f"{self.procedure}_export"):
                found.append({**link, "label": _("导出 CSV"), "format": CSV["format"]})
        return found

    def _tabs(self, request):
        """The questions asked most, in one press: what the post can act on."""
        found = [(_("在办"), {}), *self.tabs(request), (_("全部"), {"state": ALL})]
        asked = {name: value for name, value in request.GET.items() if value and name not in {"page", "order"}}
        return [{"label": label, "url": address(self.list_url, query), "active": query == asked, "count": None} for label, query in found]

    @cached_property
    def numbered(self):
        """A case by its number, with all its page tells."""
        return Prepared(lambda number: self.model.objects.for_detail().filter(number=number).order_by(), number=str)

    @cached_property
    def numbered_for_step(self):
        return Prepared(lambda number: self.model.objects.for_step().filter(number=number).order_by(), number=str)

    def seen(self, request, number):
        return find_prepared(self.numbered, request.user, self.view, number=number)

    def panel(self, request, case):
        """Everything the page of a case tells."""
        user, links = request.user, self.case_links(request, case)
        handovers, untold = shown_handovers(case, user)
        return {
            "work": self,
            "case": case,
            **buttons(case, user, lambda step: self.step_url(case, step.name)),
            "deadlines": DEADLINES.of(case),
            "events": told_events(case, untold),
            "extension": waiting_extension(case),
            "orders": ORDERS.of(case),
            "files": shown_files(case),
            "handovers": handovers,
            "case_links": links,
            "main_link": next((link for link in links if link.get("main")), None),  # what is done on a page of its own
            "breadcrumb": [(self.title, self.list_url), (case.number, "")],
            "panels": shown_panels(request, case),
            **self.more(request, case),
        }

    def detail_page(self, request, number):
        """The case: left what is told, right what can be done now."""
        case = self.seen(request, number)
        return render(request, "cases/detail.html", {**self.panel(request, case), "present": present(case, request.user)})

    def step_url(self, case, name):
        return reverse(f"{self.procedure}_take_step", args=[case.number, name])

    def way_to(self, case):
        return [(self.title, self.list_url), (case.number, case.get_absolute_url())]

    def step_page(self, request, number, name):
        """The form of a step, and its taking. Plain: a page of its own; htmx: the form, then the panel."""
        wanted = self.numbered_for_step if request.method == "POST" else self.numbered
        case = find_prepared(wanted, request.user, self.view, number=number)
        step = step_for(case, name, request.user)
        if request.method == "GET" and step not in available(case, request.user):
            return self._cannot_now(request, case, step)
        cascade = self._cascade(request, case, step)
        if cascade and is_htmx(request) and any(key.startswith("place_") for key in request.GET):
            return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
        form = self._step_form(request, case, step, cascade)
        if asks_next_level(request):
            form.errors.clear()
        elif "fill" in request.POST:
            form.errors.clear()
            form.data = with_text(form.data, self.texts(case, step, request.user), request.POST["fill"])
        elif form.is_bound and form.is_valid() and (moved := form.take(by=request.user, at=timezone.now())):
            messages.success(request, _("已完成：%(step)s。") % {"step": step.label})
            return self._answered(request, moved)
        return self._form_page(request, case, form, cascade)

    def _cannot_now(self, request, case, step):
        """The case moved on, another office holds it, or it is too early: say so, and show how it stands."""
        told = _("“%(step)s”现在不能办理，请以当前状态“%(state)s”为准。") % {"step": step.label, "state": case.state_label}
        if case.state in step.source:
            told = held_back(case, step, request.user, at=timezone.now()) or told
        if is_htmx(request):
            return render(request, "cases/_moved_on.html", {"case": case, "told": told})
        messages.warning(request, told)
        return redirect(case)

    def _cascade(self, request, case, step):
        """The place selects of a step that asks for a place, else None."""
        if "place" not in step.fields:
            return None
        return cascade_of(request, places_for(request.user, step.needs), url=self.step_url(case, step.name), start=case.place_path)

    def _step_form(self, request, case, step, cascade):
        data = None
        if request.method == "POST":
            data = with_place(request, cascade) if cascade else request.POST
        return self.form(data, request.FILES or None, case=case, step=step, user=request.user)

    def _form_page(self, request, case, form, cascade):
        context = {
            "work": self,
            "case": case,
            "form": form,
            "step": form.step,
            "step_url": self.step_url(case, form.step.name),
            "cascade": cascade,
            "in_panel": is_htmx(request),
            "extension": waiting_extension(case),
            "texts": self.texts(case, form.step, request.user),
            "breadcrumb": [*self.way_to(case), (form.step.label, "")],
            **self.form_more(case, form.step, form),
        }
        name = "_step.html" if is_htmx(request) else "step.html"
        return render(request, f"cases/{name}", context, status=422 if form.errors else 200)

    def _answered(self, request, case):
        """After a step: the panel and what was said for htmx, the case's page otherwise; the list, where the case went out of reach."""
        if not may(request.user, self.view, case):
            return HttpResponse(headers={"HX-Redirect": self.list_url}) if is_htmx(request) else redirect(self.list_url)
        if not is_htmx(request):
            return redirect(case)
        return render(request, "cases/_answered.html", self.panel(request, self.seen(request, case.number)))

    def bulk_page(self, request):
        """Many at once; every row gets its own result."""
        return bulk_page(self, request)

    def export_page(self, request):
        """Excel or CSV of the filtered rows, written as they are read."""
        rows = self.wanted(request)[0]()
        if rows.order_by().values("pk")[: EXPORTED_AT_MOST + 1].count() > EXPORTED_AT_MOST:
            messages.error(request, _("超过 %(most)s 件，请先缩小范围，再分次导出。") % {"most": f"{EXPORTED_AT_MOST:,}"})
            return redirect(f"{self.list_url}?{request.GET.urlencode()}")
        name, columns, rows_of = self.export
        return download(request, name, columns, rows_of(rows))


def asked_of(request):
    """(name, value) pairs of what the address asks of a list, whichever page of it."""
    return [(name, value) for name, value in request.GET.items() if name != "page"]


def address(base, query):
    return f"{base}?{urlencode(query)}" if query else base


def step_for(case, name, user):
    """The step of that name, if it is one for this person; 404 for all others."""
    found = next((step for step in case.flow.steps if step.name == name), None)
    if found is None or not hasattr(found.needs, "roles") or not may(user, found.needs, case):
        raise Http404
    return found


def waiting_extension(case):
    """What somebody asked for and nobody decided, as whoever decides must read it; or None."""
    if not getattr(case, "extension_asked", False):
        return None
    return Extension.objects.waiting_of(case).select_related("deadline__limit", "asked_by").first()


def shown_files(case):
    """Attachments with their addresses, which ask the case's gate."""
    return addressed(FILES.of(case))


def addressed(rows):
    found = []
    for row in rows:
        url = reverse("attachment", args=[row.pk])
        facts = {"name": row.name, "size": row.size, "url": url, "shows_result": row.kind == AttachmentKind.PROOF}
        found.append({**facts, "thumbnail_url": f"{url}?thumbnail" if row.thumbnail else ""})
    return found


def shown_panels(request, case):
    """What other procedures tell of the case. A panel asks the database only where the case itself says that there is something."""
    return [panel for build in registry.declared("panels") if (panel := build(request, case))]


def shown_handovers(case, user):
    """Where the matter came from and went to; a link only for who may open the other side, and not a word to whom that side keeps out
    (their numbers come second)."""
    found, untold = [], []
    for row in HANDOVERS.rows(kind=ContentType.objects.get_for_model(case).pk, key=case.pk):
        outward = row.is_from(case)
        other = row.target if outward else row.source
        if is_barred(user, other):
            untold.append(other.number)
            continue
        reachable = may(user, other.view_capability, other)
        label = _("转出至") if outward else _("转自")
        facts = {"label": label, "procedure": other.flow.label, "number": other.number, "at": row.at}
        facts["ended"] = outward and not other.is_ongoing  # who handed it on hears of the end without opening it
        files = [] if outward or is_kept_from(user, other) else addressed(went_along(row))
        found.append({**facts, "url": other.get_absolute_url() if reachable else "", "files": files})
    return found, untold


def told_events(case, untold):
    """The timeline, without what it says of cases that keep the reader out."""
    events = EVENTS.of(case)
    return [event for event in events if not (event.kind.startswith("handover.") and event.data.get("number") in untold)]
