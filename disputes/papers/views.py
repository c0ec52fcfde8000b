"""The papers of a complaint for staff: the order and the letter of reply, as Word and as PDF."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints.permissions import OPEN_CONTACT, VIEW
from disputes.complaints.views import WORK, may_open_contact, open_both
from disputes.papers.data import facts
from governance.papers.filling import FORMS, made
from governance.privacy.enums import Purpose
from governance.web.opening import OpeningForm
from governance.web.page import action, page


@page(VIEW, of="complaints")
def order(request, number, form):
    """交办单, without the reporter's contact."""
    complaint = WORK.seen(request, number)
    return order_paper(request, complaint, form, reporter=facts.hidden_reporter(complaint))


@action(OPEN_CONTACT, of="complaints", by=VIEW)
def order_with_contact(request, number):
    """交办单 with name and telephone, for whoever handles the case: opened for a stated purpose, and recorded."""
    complaint = WORK.seen(request, number)
    if not may_open_contact(request.user, complaint):
        raise Http404
    form = OpeningForm(request.POST if request.method == "POST" else None, initial={"purpose": Purpose.CONTACT})
    if form.is_bound and form.is_valid():
        opened = open_both(complaint, by=request.user, at=timezone.now(), **form.cleaned_data)
        reporter = "　".join(filter(None, (opened.get("reporter_name"), opened.get("reporter_phone"))))
        return order_paper(request, complaint, request.POST.get("form", ""), reporter=reporter)
    trail = [*WORK.way_to(complaint), (_("打印交办单（含联系方式）"), "")]
    return render(request, "disputes/papers/contact.html", {"case": complaint, "form": form, "breadcrumb": trail}, status=status_of(form))


def status_of(form):
    return 422 if form.errors else 200


def order_paper(request, complaint, form, *, reporter):
    if form not in FORMS:
        raise Http404
    found = facts.order_of(complaint)
    if found is None:
        messages.error(request, _("还没有派单，没有交办单可以打印。"))
        return redirect(complaint)
    told = facts.order_facts(complaint, found, reporter=reporter)
    return made(facts.template(facts.ORDER), told, name=f"{_('交办单')} {found.number}", form=form)


@page(VIEW, of="complaints")
def reply(request, number, form):
    """答复函, as the person gets it."""
    complaint = WORK.seen(request, number)
    found = facts.reply_of(complaint)
    if found is None:
        messages.error(request, _("还没有答复，没有答复函可以打印。"))
        return redirect(complaint)
    return reply_paper(complaint, found, form)


def reply_paper(complaint, found, form):
    if form not in FORMS:
        raise Http404
    name = f"{_('答复函')} {complaint.number}"
    return made(facts.template(facts.REPLY), facts.reply_facts(complaint, found), name=name, form=form)
