"""Addresses of the standards."""

from django.urls import path

from emergencies.venue_standards import views

urlpatterns = [
    path("", views.standards, name="standards"),
    path("kinds/create/", views.create_kind, name="standards_kind_create"),
    path("kinds/<slug:code>/", views.kind, name="standards_kind"),
    path("kinds/<slug:code>/rules/create/", views.create_rule, name="standards_rule_create"),
    path("rules/<int:pk>/", views.rule, name="standards_rule"),
    path("versions/create/", views.create_version, name="standards_version_create"),
    path("items/create/", views.create_item, name="standards_item_create"),
    path("items/<slug:code>/", views.item, name="standards_item"),
    path("measures/create/", views.create_measure, name="standards_measure_create"),
    path("measures/<slug:code>/", views.measure, name="standards_measure"),
]
