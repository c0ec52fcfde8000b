"""Addresses of the administrators' pages; those of the interface itself stand in `public/`."""

from django.urls import path

from disputes.open311 import views

urlpatterns = [
    path("keys/", views.keys, name="open311_keys"),
    path("keys/issue/", views.issue_key, name="open311_issue"),
    path("keys/<int:pk>/", views.key, name="open311_key"),
    path("keys/<int:pk>/end/", views.end_key, name="open311_end"),
    path("attributes/", views.attributes, name="open311_attributes"),
    path("attributes/<slug:code>/", views.category, name="open311_category"),
    path("attributes/questions/<int:pk>/", views.attribute, name="open311_attribute"),
]
