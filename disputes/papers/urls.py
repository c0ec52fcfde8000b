"""Addresses of the papers for staff."""

from django.urls import path

from disputes.papers import views

urlpatterns = [
    path("<str:number>/order.<slug:form>", views.order, name="papers_order"),
    path("<str:number>/order-with-contact/", views.order_with_contact, name="papers_order_with_contact"),
    path("<str:number>/reply.<slug:form>", views.reply, name="papers_reply"),
]
