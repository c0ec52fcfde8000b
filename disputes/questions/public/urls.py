"""Addresses of the resident's answer."""

from django.urls import path

from disputes.questions.public import views

urlpatterns = [path("track/<str:number>/answer/", views.answer, name="answer_question")]
