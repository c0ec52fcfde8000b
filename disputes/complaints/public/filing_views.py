"""Filing without an account: the form, the page 核对, the receipt."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from disputes.complaints import terms
from disputes.complaints.public import filing, services
from disputes.complaints.public.filing import Draft, draft_of, places_of, stages
from disputes.complaints.public.forms import FilingForm, SendForm
from disputes.complaints.rules import sounds_like_emergency
from disputes.complaints.services import handling_limit, suggestions
from governance import registry
from governance.deadlines.models import Deadline
from governance.web.guard.challenge import PICTURE, WORDS
from governance.web.guard.forms import SWITCH
from governance.web.guard.limits import allow, limited, too_many
from governance.web.offices import label_of, offices_named, offices_of
from governance.web.page import PUBLIC, action, page
from governance.web.tracking.receipts import handed_out, kept

KINDS = {PICTURE, WORDS}
FORM_POSTS_PER_HOUR = 6 * settings.PUBLIC_POSTS_PER_HOUR  # one filing may turn the form's page several times


@action(PUBLIC)
@limited("file_complaint", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("description", "name", "phone", "answers")
def file_complaint(request):
    """The form. It comes back with everything typed until it can be checked, and with the files that were sent."""
    at = timezone.now()
    if request.method != "POST":
        return form_page(request, FilingForm(at=at), Draft(cascade=places_of(request)))
    if request.FILES and not allow(request, "uploads", settings.PUBLIC_POSTS_PER_HOUR):
        return too_many(request)
    draft = draft_of(request, at=at)
    form = FilingForm(draft.data, at=at)
    if draft.wish or draft.refused:
        return form_page(request, FilingForm(initial=draft.data, at=at), draft)
    if not form.is_valid():
        return form_page(request, form, draft, status=422)
    if draft.unseen_level:
        return form_page(request, FilingForm(initial=draft.data, at=at), draft)
    answers = filing.sealed(form)
    if handed_on := filing.handed_on(answers):
        advised(request, form.cleaned_data["description"], form.cleaned_data["category"])  # counted here, shown on the next page
        return handed_on
    return check_page(request, SendForm(initial={"answers": answers}), form)


def form_page(request, form, draft, *, status=200):
    description = form["description"].value() or ""
    if draft.cascade.place:
        form.fields["against"].offer(offices_of(draft.cascade.place.path))
    asked = draft.wish in {"suggest", "use_category"} or "category" in form.errors
    context = {
        "form": form,
        "draft": draft,
        "suggestions": suggestions(description) if asked else [],
        "advice": advised(request, description),
        "asked_for_suggestions": asked,
        "sounds_like_emergency": sounds_like_emergency(description),
        "accused": meant_offices(form, draft),
        "unseen": draft.unseen_level if not draft.wish else None,
        "stages": stages(0),
        "breadcrumb": [(_("首页"), reverse("home")), (_("我要反映"), "")],
    }
    return render(request, "public/file.html", context, status=status)


def meant_offices(form, draft):
    """The offices the typed name can mean, where it means several or the person asked."""
    asked = offices_named(form["against"].value() or "") if draft.wish == "find_office" else form.fields["against"].candidates
    return [label_of(office) for office in asked]


def advised(request, text, category=None):
    """What other procedures say to a text before it is filed; they count it where it was sent."""
    counts = request.method == "POST"
    return [found for advise in registry.declared("advice") if (found := advise(text, category, counts=counts))] if text else []


@action(PUBLIC)
@never_cache
@limited("file_check", settings.PUBLIC_POSTS_PER_HOUR)
@sensitive_post_parameters("answers")
def file_check(request):
    """核对 with its sum, then the filing itself. Sent twice, or gone back to, it is filed once and the receipt comes again."""
    text = request.POST.get("answers", "") if request.method == "POST" else filing.carried(request)
    answers = filing.opened(text)
    if answers is None:
        if request.method == "POST":
            messages.error(request, _("页面内容不完整，没有提交成功，请重新填写。"))
        return redirect("file_complaint")
    if receipt := services.filed_before(answers["submission"]):
        return handed_out(request, receipt, "receipt") if request.method == "POST" else redirect("receipt")
    at = timezone.now()
    form = FilingForm(answers, at=at)
    if not form.is_valid():
        return back_to_form(request, form, answers, at=at)
    form.suggested = answers["suggested"]
    if request.method != "POST":
        return check_page(request, asked_again(request, text), form)
    return sent_once(request, form, answers, at=at)


def sent_once(request, form, answers, *, at):
    """File it, when the sum is right; another question is an address of its own, which one can go back to."""
    send_form = SendForm(request.POST)
    if send_form.wants_another and filing.carried(request):
        return redirect(f"{reverse('file_check')}?{SWITCH}={send_form.data[SWITCH]}")
    if not send_form.is_valid():
        return check_page(request, send_form, form, status=200 if send_form.wants_another else 422)
    try:
        account = services.account_of(request.user)
        sent = services.send(form.cleaned_data, submission=answers["submission"], at=at, resident=account)
        return handed_out(request, sent, "receipt")
    except ValidationError as failure:
        form.add_error("held", failure)
        return back_to_form(request, form, answers, at=at)


def asked_again(request, text):
    """The sum as it was asked for: a picture, or words."""
    wanted = {SWITCH: request.GET[SWITCH]} if request.GET.get(SWITCH) in KINDS else {}
    return SendForm({"answers": text, **wanted}) if wanted else SendForm(initial={"answers": text})


def check_page(request, send_form, form, *, status=200):
    """核对: every answer with its way back, what is known near by, and the sum."""
    facts = form.cleaned_data
    near = {"place": facts["place"], "category": facts["category"], "text": facts["description"]}
    context = {
        "form": send_form,
        "answers": send_form["answers"].value(),
        "place_codes": filing.place_codes(facts["place"]),
        "rows": filing.rows_of(facts, suggested=form.suggested),
        "similar": services.similar(**near, at=timezone.now()),
        "advice": advised(request, facts["description"], facts["category"]),
        "sounds_like_emergency": sounds_like_emergency(facts["description"]),
        "stages": stages(1),
        "breadcrumb": [(_("首页"), reverse("home")), (_("我要反映"), reverse("file_complaint")), (_("核对"), "")],
    }
    return render(request, "public/check.html", context, status=status)


def back_to_form(request, form, answers, *, at):
    """Something checked earlier holds no longer (a file expired, a category was withdrawn): the form, with the rest."""
    files = services.keep_photographs(answers["held"], [], at=at)
    draft = Draft(answers, places_of(request), files.held, files.refused)
    return form_page(request, form, draft, status=422)


@page(PUBLIC, of="complaints", by="code")
@never_cache
def receipt(request):
    """Number and code, for ten minutes in the browser that filed; after that only the person knows the code."""
    found = kept(request)
    complaint = services.tracked(found.number) if found else None
    if complaint is None:
        return redirect("track")
    context = {
        "case": complaint,
        "code": found.code,
        "deadline": Deadline.objects.of(complaint).running().filter(term=terms.DISPATCH.name).select_related("limit").first(),
        "handling": handling_limit(complaint, at=complaint.opened_at),
        "stages": stages(2),
        "breadcrumb": [(_("首页"), reverse("home")), (_("提交成功"), "")],
    }
    return render(request, "public/receipt.html", context)
