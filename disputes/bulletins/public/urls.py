"""Addresses of the published bulletins."""

from django.urls import path

from disputes.bulletins.public import views

urlpatterns = [
    path("bulletins/", views.bulletins, name="bulletins"),
    path("bulletins/index.json", views.bulletins_json, name="bulletins_json"),
    path("bulletins/<str:month>/", views.bulletin, name="bulletin"),
    path("bulletins/<str:month>/data.json", views.bulletin_json, name="bulletin_json"),
    path("bulletins/<str:month>/v<int:number>/", views.version, name="bulletin_version"),
]
