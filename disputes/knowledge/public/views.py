"""常见问题 for everyone: search, read, the answers beside a filing, and the word that one of them was enough."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from disputes.complaints.models import Category
from disputes.knowledge.models import Question
from disputes.knowledge.public.advice import advise
from disputes.knowledge.services import answered as filled_in
from disputes.knowledge.services import count_helped, searched
from governance.web.guard.limits import allow, limited
from governance.web.page import PUBLIC, action, page

LOOKED_UP_PER_HOUR = 20 * settings.PUBLIC_POSTS_PER_HOUR  # it is asked again while one types
LONGEST_SEARCH = 40
CARRIED = ("answers", "place_county", "place_township", "place_village")
LONGEST_CARRIED = 12_000  # characters of the signed answers


@page(PUBLIC)
def questions(request):
    """All of them by matter, or those that answer a search."""
    text, code = request.GET.get("q", "")[:LONGEST_SEARCH], request.GET.get("category", "")
    found, exact = searched(text, at=timezone.now()) if text.strip() else ([], True)
    context = {
        "text": text,
        "found": found,
        "exact": exact,
        "groups": [] if text.strip() else grouped(code),
        "categories": Category.objects.tops().filter(pk__in=in_use()),
        "code": code,
        "breadcrumb": [(_("首页"), reverse("home")), (_("常见问题"), "")],
    }
    return render(request, "disputes/knowledge/questions.html", context)


def in_use():
    """Groups that have a published question."""
    return {
        row.category.parent_id or row.category_id for row in Question.objects.published().exclude(category=None).select_related("category")
    }


def grouped(code):
    """[(group, questions)] with the general ones first; one group alone where the address names it."""
    rows = (
        Question.objects.published()
        .select_related("category__parent")
        .only("title", "category__name", "category__code", "category__parent")
    )
    found = {}
    for row in rows:
        group = row.category and (row.category.parent or row.category)
        if not code or (group and group.code == code):
            found.setdefault(("", _("通用")) if group is None else (group.code, group.name), []).append(row)
    return [{"label": key[1], "questions": found[key]} for key in sorted(found)]


@page(PUBLIC, of="question")
def question(request, pk):
    """One question with its answer and where the answer comes from."""
    row = Question.objects.published().filter(pk=pk).defer("search").first()
    if row is None:
        raise Http404
    trail = [(_("首页"), reverse("home")), (_("常见问题"), reverse("questions")), (row.title, "")]
    return render(request, "disputes/knowledge/question.html", {"question": filled_in([row], at=timezone.now())[0], "breadcrumb": trail})


@action(PUBLIC)
@limited("questions_fitting", LOOKED_UP_PER_HOUR)
@sensitive_post_parameters("description")
def fitting(request):
    """The answers beside what is being typed, for htmx. A POST: what people write about their troubles belongs in no log of addresses."""
    if request.method != "POST":
        return redirect("questions")
    found = advise(request.POST.get("description", "")[:2000])
    return render(request, "public/_advised.html", {"advice": [found] if found else []})


@action(PUBLIC)
@limited("question_answered", settings.PUBLIC_POSTS_PER_HOUR)
def answered(request):
    """It was enough: thanks, counted once an hour per address; whoever thinks again goes back with everything typed."""
    pk = request.POST.get("question", "")
    if request.method != "POST" or not pk.isdigit() or len(pk) > 9:
        return redirect("questions")
    if allow(request, f"helped-{pk}", 1):
        count_helped(int(pk))
    carried = {name: request.POST[name] for name in CARRIED if request.POST.get(name)}
    fits = len(carried.get("answers", "")) <= LONGEST_CARRIED
    context = {
        "carried": carried if "answers" in carried and fits else {},
        "breadcrumb": [(_("首页"), reverse("home")), (_("常见问题"), reverse("questions"))],
    }
    return render(request, "disputes/knowledge/thanks.html", context)
