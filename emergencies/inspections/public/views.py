"""核验检查记录: whoever holds the paper sees that it is genuine, and what was found. No name of a person is shown in full."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from emergencies.inspections.data.facts import signed_words
from emergencies.inspections.public.services import proven
from emergencies.inspections.rules import order_words
from emergencies.inspections.views import proof_of
from governance.web.page import PUBLIC, page


def found(key):
    inspection = proven(key)
    if inspection is None:
        raise Http404
    return inspection


@page(PUBLIC)
def inspection_proof(request, key):
    """The record on the screen."""
    inspection = found(key)
    context = {
        "inspection": inspection,
        "answers": inspection.answers.select_related("item", "hazard"),
        "order": order_words(inspection.failed, inspection.rectify_by),
        "signed": signed_words(inspection),
        "breadcrumb": [(_("首页"), reverse("home")), (_("核验检查记录"), "")],
    }
    return render(request, "emergencies/inspections/proof.html", context)


@page(PUBLIC)
def inspection_proof_pdf(request, key):
    """The record as a paper."""
    return proof_of(request, found(key))
