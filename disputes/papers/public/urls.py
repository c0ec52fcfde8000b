"""The letter of reply for the person it is for."""

from django.urls import path

from disputes.papers.public import views

urlpatterns = [path("track/<str:number>/reply.pdf", views.reply, name="reply_letter")]
