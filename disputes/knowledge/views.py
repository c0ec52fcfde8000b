"""The keepers' pages of the common questions: list, write, revise, check, confirm, withdraw."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms.models import model_to_dict
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.knowledge import services
from disputes.knowledge.enums import RevisionState, State
from disputes.knowledge.filters import VIEWS, keeps, listed
from disputes.knowledge.forms import CheckForm, TextForm, WithdrawForm
from disputes.knowledge.models import TEXTS, Question
from disputes.knowledge.permissions import KEEP
from governance.web.listing import page_of
from governance.web.page import action, page


def require_city(user):
    if not keeps(user):
        raise PermissionDenied


def found(pk):
    question = Question.objects.filter(pk=pk).select_related("category", "noted_by").defer("search").first()
    if question is None:
        raise Http404
    return question


def trail(*more):
    return [(_("常见问题"), reverse("knowledge_list")), *more]


@page(KEEP)
def list(request):
    """Every question with its counts; tabs for what waits."""
    asked = request.GET.get("state", "")
    context = {
        "page": page_of(listed(asked, day=timezone.localdate()), request.GET.get("page")),
        "tabs": [{"label": label, "url": f"?state={name}", "active": name == asked, "count": None} for name, label in VIEWS],
        "keeps": keeps(request.user),
        "breadcrumb": [(_("常见问题"), "")],
    }
    return render(request, "disputes/knowledge/list.html", context)


@action(KEEP, of="city")
def create(request):
    """A new question."""
    require_city(request.user)
    form = TextForm(request.POST or None, at=timezone.now())
    if request.method == "POST" and form.is_valid():
        question = services.write(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已保存，等待另一个人核对。"))
        return redirect("knowledge_detail", question.pk)
    return form_page(request, form, _("新增问题"), reverse("knowledge_list"))


@action(KEEP, of="city")
def edit(request, pk):
    """Propose another text; a draft that waits is refused by its checker first."""
    require_city(request.user)
    question = found(pk)
    form = TextForm(request.POST or None, initial=model_to_dict(question, fields=TEXTS), at=timezone.now())
    if request.method == "POST" and form.is_valid():
        facts = {"by": request.user, "at": timezone.now(), **form.cleaned_data}
        return answered(request, lambda: services.revise(question, **facts), _("已保存修订，等待另一个人核对。"), pk)
    return form_page(request, form, _("修订问题"), reverse("knowledge_detail", args=[pk]))


def form_page(request, form, title, back):
    context = {"form": form, "title": title, "back": back, "submit": _("保存，等待核对"), "breadcrumb": trail((title, ""))}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


@action(KEEP, of="city")
def detail(request, pk):
    """The text as it stands, what waits, and what was decided before."""
    require_city(request.user)
    return detail_page(request, found(pk))


def detail_page(request, question, *, status=200, **forms):
    revisions = [*question.revisions.select_related("written_by", "checked_by", "category")]
    waiting = next((one for one in revisions if one.state == RevisionState.WAITING), None)
    context = {
        "question": services.answered([question], at=timezone.now())[0],
        "waiting": waiting,
        "is_own": bool(waiting) and waiting.written_by_id == request.user.pk,
        "revisions": [one for one in revisions if one.state != RevisionState.WAITING],
        "is_published": question.state == State.PUBLISHED,
        "check_form": CheckForm(),
        "withdraw_form": WithdrawForm(),
        "breadcrumb": trail((question.title, "")),
        **forms,
    }
    return render(request, "disputes/knowledge/detail.html", context, status=status)


@action(KEEP, of="city")
def check(request, pk):
    """Approve or refuse what another person wrote."""
    require_city(request.user)
    question, form = found(pk), CheckForm(request.POST)
    if request.method != "POST":
        return redirect("knowledge_detail", pk)
    if not form.is_valid():
        return detail_page(request, question, status=422, check_form=form)
    facts = {"approved": form.cleaned_data["approved"] == "yes", "note": form.cleaned_data["note"]}
    return answered(request, lambda: services.check(question, by=request.user, at=timezone.now(), **facts), _("已记录核对结果。"), pk)


@action(KEEP, of="city")
def confirm(request, pk):
    """It was reviewed and still holds."""
    require_city(request.user)
    question = found(pk)
    if request.method != "POST":
        return redirect("knowledge_detail", pk)
    return answered(request, lambda: services.confirm(question, by=request.user, at=timezone.now()), _("已复核，下次复核日期已顺延。"), pk)


@action(KEEP, of="city")
def withdraw(request, pk):
    """Take it off the public pages, with the reason."""
    require_city(request.user)
    question, form = found(pk), WithdrawForm(request.POST)
    if request.method != "POST":
        return redirect("knowledge_detail", pk)
    if not form.is_valid():
        return detail_page(request, question, status=422, withdraw_form=form)
    facts = {"by": request.user, "at": timezone.now(), "note": form.cleaned_data["note"]}
    return answered(request, lambda: services.withdraw(question, **facts), _("已撤下。"), pk)


def answered(request, act, said, pk):
    """Do it, say so or why not, and go back to the question."""
    try:
        act()
        messages.success(request, said)
    except services.KnowledgeRefused as refused:
        messages.error(request, str(refused))
    return redirect("knowledge_detail", pk)
