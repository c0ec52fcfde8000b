"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("dashboard/", include("supervision.indicators.urls")),
    path("oversight/", include("supervision.oversight.urls")),
    path("listing/", include("supervision.listing.urls")),
    path("papers/", include("supervision.papers.urls")),
    path("orders/", include("supervision.orders.urls")),
    path("assessment/", include("supervision.assessment.urls")),
    path("scoring/", include("supervision.scoring.urls")),
    path("appraisals/", include("supervision.appraisals.urls")),
    path("honours/", include("supervision.honours.urls")),
    path("duties/", include("supervision.duties.urls")),
    path("duty-ledger/", include("supervision.duties.public.urls")),
    path("recommendations/", include("supervision.recommendations.urls")),
    path("reviews/", include("supervision.reviews.urls")),
    path("tips/", include("supervision.tips.urls")),
    path("supervise-us/", include("supervision.tips.public.urls")),
    path("open-data/congress/", include("supervision.reviews.public.urls")),
    path("open-data/", include("supervision.indicators.public.urls")),
    path("open-data/supervision/", include("supervision.orders.public.urls")),
    path("open-data/honours/", include("supervision.honours.public.urls")),
]
