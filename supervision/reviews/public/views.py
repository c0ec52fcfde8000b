"""人大监督公开: questions and answers as they were published, with what is followed up until when. Units, nobody's name."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.web.listing import page_of
from governance.web.page import PUBLIC, page
from supervision.reviews import services


@page(PUBLIC)
def published_reviews(request):
    """The reviews, the newest first."""
    shown = page_of(services.published_reviews(), request.GET.get("page", 1))
    return render(request, "supervision/reviews/public/list.html", {"page": shown, "breadcrumb": [*trail(), (_("人大监督公开"), "")]})


def trail():
    return [(_("首页"), reverse("home")), (_("公开数据"), reverse("open_data"))]


@page(PUBLIC)
def published_review(request, number):
    """One review with all its questions."""
    case = services.published_reviews().filter(number=number).first()
    if case is None:
        raise Http404
    context = {
        "case": case,
        "questions": case.questions.select_related("unit"),
        "breadcrumb": [*trail(), (_("人大监督公开"), reverse("published_reviews")), (case.title, "")],
    }
    return render(request, "supervision/reviews/public/detail.html", context)
