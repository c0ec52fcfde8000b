"""The check lists, as whoever keeps them for the city sees them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.checklists import services
from emergencies.checklists.forms import CheckItemSet, CheckListForm
from emergencies.checklists.models import CheckList
from emergencies.checklists.permissions import KEEP
from governance.web.administration.reach import require_city
from governance.web.page import action, page


def found_list(pk):
    checklist = CheckList.objects.filter(pk=pk).first()
    if checklist is None:
        raise Http404
    return checklist


@page(KEEP)
def list(request):
    """Every check list with its version in use."""
    rows = CheckList.objects.prefetch_related("versions", "kinds")
    return render(request, "emergencies/checklists/list.html", {"rows": rows, "breadcrumb": [(_("安全检查表"), "")]})


@action(KEEP, of="city")
def create(request):
    """A new check list."""
    require_city(request.user, KEEP)
    return edit_page(request, CheckList(order=CheckList.objects.count() + 1), None)


@action(KEEP, of="city")
def edit(request, pk):
    """Change a check list; other items make another version, and what was done stays as it was done."""
    require_city(request.user, KEEP)
    checklist = found_list(pk)
    return edit_page(request, checklist, services.current_version(checklist))


def edit_page(request, checklist, version):
    first = [services.facts_of(item) for item in version.items.all()] if version else []
    form = CheckListForm(request.POST or None, instance=checklist, initial={"seen": version.number if version else None})
    form.rowset = items = CheckItemSet(request.POST or None, prefix="items", initial=first)
    valid = form.is_bound and all([form.is_valid(), items.is_valid()])
    if valid and published(request, form, items):
        return redirect("checklists_list")
    context = {
        "form": form, "items": items, "checklist": checklist, "version": version,
        "breadcrumb": [(_("安全检查表"), reverse("checklists_list")), (checklist.label if version else _("新建检查表"), "")],
    }  # fmt: skip
    wrong = form.is_bound and not (valid and form.is_valid())
    return render(request, "emergencies/checklists/form.html", context, status=422 if wrong else 200)


def published(request, form, items):
    """Save the list; False where somebody else published another version meanwhile."""
    facts = {"kinds": form.cleaned_data["kinds"], "by": request.user, "at": timezone.now(), "seen": form.cleaned_data["seen"]}
    try:
        version = services.publish(form.instance, items.rows, **facts)
    except services.ListRefused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("已保存，现为第%(number)s版。") % {"number": version.number})
    return True


@action(KEEP, of="city")
def switch(request, pk):
    """Use a check list for new plans, or no more."""
    require_city(request.user, KEEP)
    checklist = found_list(pk)
    if request.method == "POST":
        services.switch(checklist, on=request.POST.get("on") == "1")
        messages.success(request, _("已保存。"))
    return redirect("checklists_list")
