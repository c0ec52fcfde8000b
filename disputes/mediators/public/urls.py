"""Addresses of the public directory, and of a party's choice."""

from django.urls import path

from disputes.mediators.public import views

urlpatterns = [
    path("mediation-committees/", views.directory, name="mediator_directory"),
    path("mediation-committees/<str:number>/", views.committee, name="mediator_committee"),
    path("mediate/<str:number>/mediator/", views.choice, name="mediator_choice"),
    path("mediate/mediator/<str:number>/", views.answer, name="mediator_answer"),
]
