"""The pages of the criteria: every version, and the next one. They hold for the whole city."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.colours import services
from disputes.colours.forms import Criteria, SchemeForm
from disputes.colours.models import ColourScheme
from disputes.colours.permissions import KEEP, READ
from governance.web.administration.reach import acts_for_city, require_city
from governance.web.page import action, page


@page(READ)
def list(request):
    """The version in force, and those before and after it."""
    context = {
        "schemes": ColourScheme.objects.select_related("by").prefetch_related("rules"),
        "may_change": acts_for_city(request.user, KEEP),
        "breadcrumb": [(_("纠纷等级标准"), "")],
    }
    return render(request, "disputes/colours/list.html", context)


@action(KEEP, of="city")
def publish(request):
    """The next version, from the latest one."""
    require_city(request.user, KEEP)
    base, data = ColourScheme.objects.prefetch_related("rules").first(), request.POST if request.method == "POST" else None
    form = SchemeForm(data, base=base)
    known = [{name: getattr(rule, name) for name in ("code", "label", "colour", "fact", "threshold")} for rule in base.rules.all()]
    form.rowset = criteria = Criteria(data, initial=known, prefix="rule")
    if data and form.is_valid() and criteria.is_valid():
        scheme = services.publish(rules=criteria.criteria(), by=request.user, **form.given())
        messages.success(request, _("已发布版本 %(version)s；已评定的纠纷仍按原版本。") % {"version": scheme})
        return redirect("colours")
    wrong = bool(form.errors or data and any(criteria.errors))
    context = {"form": form, "criteria": criteria, "breadcrumb": [(_("纠纷等级标准"), reverse("colours")), (_("发布新版本"), "")]}
    return render(request, "disputes/colours/publish.html", context, status=422 if wrong else 200)
