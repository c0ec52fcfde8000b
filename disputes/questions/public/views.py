"""The resident reads the question on the tracking page and answers it there."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from disputes.complaints.public.tracking_views import own, renewed, tracked_page
from disputes.questions import services
from disputes.questions.public.forms import AnswerForm
from disputes.questions.views import open_question
from governance.files.models import PendingUpload
from governance.files.services import hold_all
from governance.flow.engine import StepRefused
from governance.web.guard.limits import allow, limited, too_many
from governance.web.page import PUBLIC, action
from governance.web.tracking.views import CODE


def told(complaint):
    """The open question with a blank form, or None."""
    if not complaint.question_open:
        return None
    form = AnswerForm(initial={"version": complaint.version})
    return {"template": "disputes/questions/_answer.html", "form": form, **open_question(complaint)}


@action(PUBLIC, of="complaints", by=CODE)
@never_cache
@limited("answer_question", settings.PUBLIC_POSTS_PER_HOUR)
def answer(request, number):
    """The answer with its files; a refused one is told, and nothing typed or sent is lost."""
    complaint, at = own(request, number), timezone.now()
    if complaint is None or request.method != "POST":
        return tracked_page(request, number) if complaint is None else redirect("tracked", number)
    if request.FILES and not allow(request, "uploads", settings.PUBLIC_POSTS_PER_HOUR):
        return too_many(request)
    form = typed(request, at=at)
    if form.is_valid() and answered(complaint, form, at=at):
        messages.success(request, _("已收到您的答复，办理计时已恢复。"))
        return redirect("tracked", number)
    return tracked_page(request, number, refused={"answer_question": renewed(form, number)}, status=422)


def typed(request, *, at):
    """The form as typed, with the files that came along held for the next try; each file refused has its sentence."""
    data = request.POST.copy()
    tokens = [token for token in data.getlist("held") if token not in data.getlist("drop")]
    files = hold_all(request.FILES.getlist("files"), already=len(tokens), at=at)
    data.setlist("held", [*tokens, *(held.token for held in files.kept)])
    form = AnswerForm(data, at=at)
    form.waiting = PendingUpload.objects.waiting(at=at).filter(token__in=data.getlist("held"))
    for sentence in files.refused:
        form.add_error("files", sentence)
    return form


def answered(complaint, form, *, at):
    """Whether the engine took the answer; if not, the form says why."""
    facts = form.cleaned_data
    try:
        services.answer(complaint, text=facts["note"], files=facts["held"], version=facts["version"], at=at)
    except StepRefused as refused:
        form.add_error(None, str(refused))
    except ValidationError as expired:
        form.add_error("files", expired)
    return not form.errors
