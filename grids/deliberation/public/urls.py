"""Addresses of the pages for everyone."""

from django.urls import path

from grids.deliberation.public import views

urlpatterns = [
    path("", views.deliberations, name="deliberations"),
    path("raise/", views.raise_matter, name="raise_matter"),
    path("receipt/", views.receipt, name="matter_receipt"),
    path("mine/<str:number>/", views.tracked, name="matter_tracked"),
    path("mine/<str:number>/withdraw/", views.withdraw, name="withdraw_matter"),
    path("<str:number>/", views.deliberation, name="deliberation_public"),
    path("<str:number>/files/<uuid:key>/", views.file, name="deliberation_file"),
]
