"""Addresses of the procedure."""

from django.urls import path

from emergencies.safety_index import views

urlpatterns = [
    path("", views.list, name="safety_index_list"),
    path("create/", views.create, name="safety_index_create"),
    path("export/", views.export, name="safety_index_export"),
    path("method/", views.method, name="safety_index_method"),
    path("method/create/", views.create_method, name="safety_index_method_create"),
    path("population/", views.population, name="safety_index_population"),
    path("population/export/", views.export_population, name="safety_index_population_export"),
    path("population/import/", views.bring_in_population, name="safety_index_population_import"),
    path("population/<str:code>/", views.put_population, name="safety_index_population_put"),
    path("<str:number>/", views.detail, name="safety_index_detail"),
    path("<str:number>/area/<str:code>/", views.area, name="safety_index_area"),
    path("<str:number>/<slug:step>/", views.take_step, name="safety_index_take_step"),
]
