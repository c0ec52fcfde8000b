"""Addresses of the yearly assessment."""

from django.urls import path

from supervision.assessment import views

urlpatterns = [
    path("", views.list, name="assessment_list"),
    path("create/", views.create, name="assessment_create"),
    path("<int:pk>/", views.detail, name="assessment_detail"),
    path("<int:pk>/edit/", views.edit, name="assessment_edit"),
    path("<int:pk>/export/", views.export, name="assessment_export"),
    path("<int:pk>/adjust/", views.adjust, name="assessment_adjust"),
    path("<int:pk>/units/<str:code>/", views.result, name="assessment_result"),
    path("<int:pk>/<slug:step>/", views.take_step, name="assessment_take_step"),
]
