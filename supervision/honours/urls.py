"""Addresses of the procedure."""

from django.urls import path

from supervision.honours import views

urlpatterns = [
    path("", views.list, name="honours_list"),
    path("create/", views.create, name="honours_create"),
    path("export/", views.export, name="honours_export"),
    path("barred/", views.barred, name="honours_barred"),
    path("programmes/", views.programmes, name="honours_programmes"),
    path("programmes/create/", views.programme_create, name="honours_programme_create"),
    path("programmes/<int:pk>/", views.programme_edit, name="honours_programme_edit"),
    path("<str:number>/", views.detail, name="honours_detail"),
    path("<str:number>/names/", views.open_names, name="honours_names"),
    path("<str:number>/<slug:step>/", views.take_step, name="honours_take_step"),
]
