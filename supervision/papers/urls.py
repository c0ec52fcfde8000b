"""Addresses of the papers."""

from django.urls import path

from supervision.papers import views

urlpatterns = [
    path("<str:number>/<int:pk>.<slug:form>", views.paper, name="oversight_paper"),
    path("<str:number>/<int:pk>/receipt.<slug:form>", views.receipt, name="oversight_receipt"),
]
