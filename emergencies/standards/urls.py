"""Addresses of the standards."""

from django.urls import path

from emergencies.standards import views

urlpatterns = [
    path("", views.standards, name="standards"),
    path("kinds/create/", views.create_kind, name="standards_kind_create"),
    path("kinds/<slug:code>/", views.kind, name="standards_kind"),
    path("kinds/<slug:code>/rules/create/", views.create_rule, name="standards_rule_create"),
    path("rules/<int:pk>/", views.rule, name="standards_rule"),
    path("versions/create/", views.create_version, name="standards_version_create"),
]
