"""Addresses of scoring."""

from django.urls import path

from supervision.scoring import views

urlpatterns = [
    path("", views.seats, name="scoring_seats"),
    path("items/<int:item>/", views.score, name="scoring_score"),
    path("schemes/<int:pk>/reviewers/", views.reviewers, name="scoring_reviewers"),
    path("schemes/<int:pk>/what-if/", views.what_if, name="scoring_what_if"),
]
