"""Addresses of the files. `number` is the case's."""

from django.urls import path

from disputes.dossier import views

urlpatterns = [
    path("", views.list, name="dossier_list"),
    path("export/", views.export, name="dossier_export"),
    path("items/", views.items, name="dossier_items"),
    path("items/revise/", views.revise_items, name="dossier_revise_items"),
    path("<str:number>/", views.detail, name="dossier_detail"),
    path("<str:number>/print/", views.print_paper, name="dossier_print"),
    path("<str:number>/fill/", views.fill, name="dossier_fill"),
    path("<str:number>/scans/", views.add_scans, name="dossier_add_scans"),
    path("<str:number>/scans/<int:pk>/", views.open_scan, name="dossier_scan"),
    path("<str:number>/scans/<int:pk>/remove/", views.remove_scan, name="dossier_remove_scan"),
    path("<str:number>/papers/<slug:key>/", views.edit, name="dossier_edit"),
]
