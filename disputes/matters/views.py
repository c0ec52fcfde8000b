"""The pages of body and justice bureau: the list, a matter with its versions and its two keys, drafting from a model."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.matters import permissions as caps
from disputes.matters import services
from disputes.matters.enums import VersionState
from disputes.matters.filters import MatterFilter
from disputes.matters.forms import MatterForm, MatterStepForm
from disputes.matters.models import TEXTS, Matter
from disputes.matters.rules import differs
from disputes.matters.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.web.casework.creating import opened
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def links(request):
    found = [{"label": _("公开页面"), "url": reverse("matters")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("matters_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.DRAFT):
        found.append({"label": _("拟定事项"), "url": reverse("matters_create"), "main": True})
    return found


def more(request, matter):
    """The versions with both keys, and what the waiting one would change."""
    versions = [*matter.versions.select_related("drafted_by", "drafted_office", "agreed_by", "agreed_office")]
    waiting = next((one for one in versions if one.state == VersionState.WAITING), None)
    return {"versions": versions, "changes": changes(matter, waiting) if waiting and matter.edition else []}


def changes(matter, waiting):
    """What is public beside what is proposed, of the texts that differ."""
    kept, told = ({name: getattr(row, name) for name in TEXTS} for row in (matter, waiting))
    shown = {"levels": lambda row: row.levels_label, "nature": lambda row: row.get_nature_display()}
    return [
        {"label": matter._meta.get_field(name).verbose_name, **{key: shown.get(name, lambda row, name=name: getattr(row, name))(row)
                                                                for key, row in (("now", matter), ("then", waiting))}}
        for name in differs(kept, told)
    ]  # fmt: skip


WORK = Casework(
    model=Matter,
    view=caps.VIEW,
    filter=MatterFilter,
    form=MatterStepForm,
    title=gettext_lazy("行政调解事项清单"),
    parts=("disputes/matters/_facts.html", "disputes/matters/_versions.html"),
    more=more,
    links=links,
    line_words=LINE_WORDS,
    export=(gettext_lazy("行政调解事项清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The matters of the own area, or of the own office."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered matters."""
    return WORK.export_page(request)


@page(caps.VIEW, of="matters")
def detail(request, number):
    """The matter, its versions, its keys."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="matters", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.DRAFT)
def create(request):
    """Draft a matter, from a model of the own line or from nothing."""
    context = {"breadcrumb": [(WORK.title, WORK.list_url), (_("拟定事项"), "")], "back": WORK.list_url}
    if not services.may_draft(request.user):
        return render(request, "disputes/matters/no_second_key.html", context)
    samples = services.samples_for(request.user)
    sample = samples.filter(code=request.GET.get("sample", "")).first()
    initial = {"submission": uuid4(), **({name: getattr(sample, name) for name in TEXTS} if sample else {})}
    form = MatterForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid() and (case := opened(form, services.draft, by=request.user)):
        messages.success(request, _("已拟定，编号 %(number)s，等待司法局会签。") % {"number": case.number})
        return redirect(case)
    context |= {"form": form, "samples": samples, "sample": sample}
    return render(request, "disputes/matters/form.html", context, status=422 if form.errors else 200)
