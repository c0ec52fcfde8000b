"""Addresses of the pages for everyone."""

from django.urls import path

from emergencies.inspections.public import views

urlpatterns = [
    path("safety/records/<str:key>/", views.inspection_proof, name="inspection_proof"),
    path("safety/records/<str:key>/pdf/", views.inspection_proof_pdf, name="inspection_proof_pdf"),
]
