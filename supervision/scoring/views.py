"""A reviewer's own seats and score sheet, the naming of reviewers, and the trial of other weights."""

from decimal import Decimal

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.web.page import action, page
from supervision.assessment import permissions as caps
from supervision.assessment.enums import WEIGHED, State
from supervision.assessment.models import SchemeItem
from supervision.assessment.services import SchemeRefused
from supervision.assessment.views import found, is_leader, require_city, trail
from supervision.scoring import services
from supervision.scoring.forms import ReviewersForm, ScoreSheet
from supervision.scoring.rules import tried_weights


@page(caps.SCORE)
def seats(request):
    """The items one was named to score, each with how many units are still open."""
    found_seats = [{"seat": seat, **progress(seat)} for seat in services.seats_of(request.user)]
    return render(request, "supervision/scoring/seats.html", {"seats": found_seats, "breadcrumb": [(_("我的评分"), "")]})


def progress(seat):
    rows = [row for row in services.rows_to_score(seat) if not row["is_own"]]
    return {"total": len(rows), "left": sum(row["points"] is None for row in rows)}


@action(caps.SCORE)
def score(request, item):
    """One's own points for every unit of an item, given apart from the other's; whoever was not named is told so."""
    row = SchemeItem.objects.filter(pk=item).select_related("scheme").first()
    if row is None:
        raise Http404
    seat = services.seat_of(request.user, row)
    if seat is None or row.scheme.state != State.PUBLISHED:
        context = {"item": row, "breadcrumb": [(_("我的评分"), reverse("scoring_seats")), (row.label, "")]}
        return render(request, "supervision/scoring/not_named.html", context)
    posted = request.POST if request.method == "POST" else None
    sheet, refused = ScoreSheet(services.rows_to_score(seat), most=row.weight, data=posted), ""
    if posted is not None and sheet.is_valid():
        try:
            count = services.score(seat, sheet.given, at=timezone.now())
            messages.success(request, _("已保存 %(count)s 个单位的评分。") % {"count": count})
            return redirect("scoring_score", item=row.pk)
        except SchemeRefused as told:
            refused = str(told)
    crumb = [(_("我的评分"), reverse("scoring_seats")), (row.label, "")]
    context = {"seat": seat, "item": row, "sheet": sheet, "refused": refused, "opens": is_leader(request.user), "breadcrumb": crumb}
    return render(request, "supervision/scoring/score.html", context, status=422 if posted is not None else 200)


@action(caps.DRAW_UP, of="city")
def reviewers(request, pk):
    """Name two reviewers and a third for every manual item."""
    require_city(request.user)
    scheme = found(pk)
    form = ReviewersForm(request.POST if request.method == "POST" else None, scheme=scheme)
    if form.is_bound and form.is_valid():
        try:
            services.name_reviewers(scheme, form.chosen)
            messages.success(request, _("已指定评审人。"))
            return redirect("assessment_detail", pk=scheme.pk)
        except SchemeRefused as refused:
            form.add_error(None, str(refused))
    crumb = trail((str(scheme), reverse("assessment_detail", args=[pk])), (_("指定评审人"), ""))
    context = {"scheme": scheme, "form": form, "breadcrumb": crumb}
    return render(request, "supervision/scoring/reviewers.html", context, status=422 if form.errors else 200)


@page(caps.VIEW)
def what_if(request, pk):
    """How totals, classes and ranks would stand under other weights; nothing is saved."""
    scheme = found(pk)
    items = scheme.items.of_kind(*WEIGHED)
    weights = tried_weights({item.pk: request.GET.get(f"w{item.pk}", "") for item in items}, {item.pk: item.weight for item in items})
    reads = is_leader(request.user)
    context = {
        "scheme": scheme,
        "items": [{"item": item, "name": f"w{item.pk}", "weight": weights[item.pk]} for item in items],
        "sum": sum(weights.values(), Decimal(0)),
        "rows": services.what_if(scheme, weights) if reads else (),
        "reads": reads,
        "breadcrumb": trail((str(scheme), reverse("assessment_detail", args=[pk])), (_("权重测算"), "")),
    }
    return render(request, "supervision/scoring/what_if.html", context)
