"""The pages of joint mediations, the form that opens one, and what a mediation's page shows of it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.joint import permissions as caps
from disputes.joint import services
from disputes.joint.filters import JointFilter
from disputes.joint.forms import JointForm, JointStepForm
from disputes.joint.models import JointMediation
from disputes.mediation import permissions as mediation_caps
from disputes.mediation.flow import BEFORE_OUTCOME
from disputes.mediation.models import Mediation
from governance.access.scope import may
from governance.flow.engine import StepRefused, available
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, find, page


def more(request, joint):
    """The dispute without its parties, and what each body said."""
    mediation = joint.mediation
    return {
        "mediation": mediation,
        "may_open": may(request.user, mediation_caps.VIEW, mediation),
        "bodies": services.bodies_of(joint),
        "sessions": mediation.sessions.order_by("serial"),
    }


def tabs(request):
    """What the post can act on."""
    if not may(request.user, caps.ANSWER):
        return []
    return [(_("待本单位答复"), {"awaited": MINE}), (_("本单位牵头"), {"lead": MINE})]


def sub(row):
    return _("调解 %(number)s · %(lead)s牵头") % {"number": row.mediation__number, "lead": row.lead__short_name}


WORK = Casework(
    model=JointMediation,
    view=caps.VIEW,
    filter=JointFilter,
    form=JointStepForm,
    title=gettext_lazy("联合调解"),
    parts=("disputes/joint/_facts.html",),
    more=more,
    tabs=tabs,
    line_words={"sub": sub},
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first."""
    return WORK.list_page(request)


@page(caps.VIEW, of="joint")
def detail(request, number):
    """What is mediated, by whom, and what each body said."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="joint", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.ASK, of="mediation", by=caps.ASK)
def create(request, number):
    """Invite other bodies to a dispute one mediates, or organises."""
    mediation, posted = find(Mediation.objects.for_detail(), request.user, caps.ASK, number=number), request.method == "POST"
    form = JointForm(request.POST if posted else None, mediation=mediation)
    if posted and form.is_valid():
        try:
            found = services.open_joint(mediation, by=request.user, at=timezone.now(), **form.cleaned_data)
        except StepRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已发出邀请，各单位答复后开始联合调解。"))
            return redirect(found if may(request.user, caps.VIEW, found) else mediation)
    trail = [(_("人民调解"), reverse("mediation_list")), (mediation.number, mediation.get_absolute_url()), (_("联合调解"), "")]
    context = {"form": form, "case": mediation, "can_join": services.can_join(mediation), "breadcrumb": trail}
    return render(request, "disputes/joint/create.html", context, status=422 if form.errors else 200)


def shown_on_mediation(request, case):
    """The joint mediation on the page of the dispute, or the door to one while it is being mediated."""
    if not isinstance(case, Mediation) or not case.accepted_at and case.state not in BEFORE_OUTCOME:
        return None
    joint, user = services.latest_of(case), request.user
    asks = case.state in BEFORE_OUTCOME and case.office_id and not (joint and joint.is_ongoing) and may(user, caps.ASK, case)
    url = reverse("joint_create", args=[case.number]) if asks else ""
    if joint is None:
        return {"template": "disputes/joint/_on_mediation.html", "joint": None, "create_url": url} if url else None
    shown = joint.get_absolute_url() if may(user, caps.VIEW, joint) else ""
    wanted = [step for step in available(joint, user) if step.main][:1] if shown else []
    panel = {"joint": joint, "url": shown, "bodies": services.bodies_of(joint), "wanted": wanted, "create_url": url}
    return {"template": "disputes/joint/_on_mediation.html", **panel}
