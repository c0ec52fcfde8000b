"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("complaints/replies/", include("disputes.replies.urls")),
    path("complaints/", include("disputes.complaints.urls")),
    path("imports/", include("disputes.imports.urls")),
    path("papers/", include("disputes.papers.urls")),
    path("consultations/", include("disputes.consultations.urls")),
    path("cohandling/", include("disputes.cohandling.urls")),
    path("colours/", include("disputes.colours.urls")),
    path("diversion/", include("disputes.diversion.urls")),
    path("joint/", include("disputes.joint.urls")),
    path("mediation/", include("disputes.mediation.urls")),
    path("dossiers/", include("disputes.dossier.urls")),
    path("retention/", include("disputes.retention.urls")),
    path("", include("disputes.questions.public.urls")),
    path("", include("disputes.retention.public.urls")),
    path("open311/", include("disputes.open311.public.urls")),
    path("open311/", include("disputes.open311.urls")),
    path("following/", include("disputes.following.urls")),
    path("", include("disputes.following.public.urls")),
    path("monthly-bulletins/", include("disputes.bulletins.urls")),
    path("knowledge/", include("disputes.knowledge.urls")),
    path("published/", include("disputes.openness.urls")),
    path("", include("disputes.bulletins.public.urls")),
    path("", include("disputes.knowledge.public.urls")),
    path("", include("disputes.complaints.public.urls")),
    path("", include("disputes.mediation.public.urls")),
    path("", include("disputes.papers.public.urls")),
]
