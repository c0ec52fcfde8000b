"""Addresses of the pages for everyone."""

from django.urls import path

from emergencies.safety_index.public import views

urlpatterns = [
    path("safety/index/", views.safety_index_published, name="safety_index_published"),
    path("safety/index/method/", views.safety_index_how, name="safety_index_how"),
    path("safety/index/data.json", views.safety_index_json, name="safety_index_json"),
    path("safety/index/preview/<str:number>/", views.safety_index_preview, name="safety_index_preview"),
    path("safety/index/<str:month>/", views.safety_index_month, name="safety_index_month"),
    path("safety/index/<str:month>/data/", views.safety_index_data, name="safety_index_data"),
    path("safety/index/<str:month>/<str:code>/", views.safety_index_county, name="safety_index_county"),
]
