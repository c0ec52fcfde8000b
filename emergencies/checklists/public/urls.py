"""Addresses of the pages for everyone."""

from django.urls import path

from emergencies.checklists.public import views

urlpatterns = [
    path("safety/check-lists/", views.checklists_published, name="checklists_published"),
    path("safety/check-lists/<slug:code>/", views.checklist_published, name="checklist_published"),
]
