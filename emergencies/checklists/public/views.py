"""安全检查表公示: whoever is inspected may know beforehand what is looked at, and look for himself."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from emergencies.checklists.enums import Topic
from emergencies.checklists.models import CheckList
from emergencies.checklists.services import current_version
from governance.web.page import PUBLIC, page


@page(PUBLIC)
def checklists_published(request):
    """The lists in use, by field."""
    rows = [*CheckList.objects.in_use().prefetch_related("kinds")]
    groups = [(topic.label, [row for row in rows if row.topic == topic]) for topic in Topic]
    context = {
        "groups": [(label, found) for label, found in groups if found],
        "breadcrumb": [(_("首页"), reverse("home")), (_("安全检查表"), "")],
    }
    return render(request, "emergencies/checklists/published.html", context)


@page(PUBLIC)
def checklist_published(request, code):
    """One list: what is looked at, how, and under which rule."""
    checklist = CheckList.objects.in_use().filter(code=code).prefetch_related("kinds").first()
    version = current_version(checklist) if checklist else None
    if version is None:
        raise Http404
    trail = [(_("首页"), reverse("home")), (_("安全检查表"), reverse("checklists_published")), (checklist.label, "")]
    context = {"checklist": checklist, "version": version, "items": version.items.all(), "breadcrumb": trail}
    return render(request, "emergencies/checklists/published_one.html", context)
