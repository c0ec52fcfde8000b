"""The papers of a supervision as Word and as PDF, each with its proof of service."""

from django.http import Http404
from django.utils.translation import gettext as _

from governance.papers.filling import FORMS, made
from governance.web.page import page
from supervision.oversight.permissions import VIEW
from supervision.oversight.views import WORK
from supervision.papers.data import facts


def found(request, number, pk, form):
    """The paper of a finding the person may see; 404 for all others."""
    finding = WORK.seen(request, number)
    paper = finding.papers.filter(pk=pk).select_related("issuer").first()
    if paper is None or form not in FORMS:
        raise Http404
    return finding, paper


@page(VIEW, of="oversight_paper")
def paper(request, number, pk, form):
    """The paper as it was issued."""
    _finding, one = found(request, number, pk, form)
    return made(facts.template(one.kind), {**one.facts, "document": one.document}, name=one.label, form=form)


@page(VIEW, of="oversight_paper")
def receipt(request, number, pk, form):
    """送达回证 of the paper; of a record that is signed there is none."""
    finding, one = found(request, number, pk, form)
    if not one.is_served_at_all:
        raise Http404
    told = facts.service_facts(one.document, str(one.get_kind_display()), one, issuer=one.issuer.name, addressee=finding.addressee)
    return made(facts.template(facts.RECEIPT), told, name=f"{_('送达回证')} {one.document}", form=form)
