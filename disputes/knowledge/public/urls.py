"""Addresses of the common questions for everyone."""

from django.urls import path

from disputes.knowledge.public import views

urlpatterns = [
    path("questions/", views.questions, name="questions"),
    path("questions/fitting/", views.fitting, name="questions_fitting"),
    path("questions/answered/", views.answered, name="question_answered"),
    path("questions/<int:pk>/", views.question, name="question"),
]
