"""我也遇到: joining a complaint that was offered as the same."""

from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from disputes.complaints.public import filing
from disputes.complaints.public.services import account_of
from disputes.following.public import services
from disputes.following.public.forms import JoinForm
from governance.flow.engine import StepRefused
from governance.web.guard.limits import limited
from governance.web.page import PUBLIC, action
from governance.web.tracking.receipts import handed_out

SEND = "join"  # the button of the page itself; other pages post what was typed there


@action(PUBLIC)
@never_cache
@limited("follow_same", settings.PUBLIC_POSTS_PER_HOUR)
@sensitive_post_parameters("answers", "phone", "name", "words")
def same(request, token):
    """The form, with what was typed on the way here; sent, it gives a number and a code of one's own."""
    lead = services.lead_of(token)
    if lead is None:
        messages.info(request, _("这件事已经办结，不能再加入。您可以单独提交。"))
        return redirect("file_complaint")
    if SEND not in request.POST and "challenge_switch" not in request.POST:
        return form_page(request, JoinForm(initial=brought(request)), lead, token)
    if receipt := services.sent_before(request.POST.get("submission", "")):
        return handed_out(request, receipt, "receipt")
    form = JoinForm(request.POST)
    if not form.is_valid():
        return form_page(request, form, lead, token, status=200 if form.wants_another else 422)
    try:
        receipt = joined(request, lead, form.cleaned_data, at=timezone.now())
        return handed_out(request, receipt, "receipt")
    except services.JoinedAlready:
        form.add_error("phone", _("这个电话已经登记过“我也遇到”，每个电话只计一次。请用当时的编号和查询码查看进展。"))
    except (StepRefused, ValidationError) as refused:
        form.add_error(None, refused if isinstance(refused, ValidationError) else str(refused))
    return form_page(request, form, lead, token, status=422)


def joined(request, lead, typed, *, at):
    facts = services.facts_of(typed, lead, at=at)
    return services.join(lead, facts, submission=typed["submission"], at=at, resident=account_of(request.user))


def brought(request):
    """What the person typed on the pages before."""
    text = request.POST.get("answers", "")
    answers = filing.opened(text) if text else None
    if not answers:
        return {"submission": uuid4()}
    kept = {name: answers.get(name) for name in ("phone", "name", "is_secret", "submission")}
    return {**kept, "words": answers.get("description"), "answers": text}


def form_page(request, form, lead, token, *, status=200):
    trail = [(_("首页"), reverse("home")), (_("我要反映"), reverse("file_complaint")), (_("我也遇到"), "")]
    context = {"form": form, "one": services.shown(lead), "token": token, "button": SEND, "breadcrumb": trail}
    return render(request, "public/same.html", context, status=status)
