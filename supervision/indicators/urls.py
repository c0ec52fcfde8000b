"""Addresses of the dashboard."""

from django.urls import path

from supervision.indicators import floor_views, views

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("checks/", views.checks, name="dashboard_checks"),
    path("map/", views.area_map, name="dashboard_map"),
    path("floors/", floor_views.floors, name="dashboard_floors"),
    path("floors/<str:code>/edit/", floor_views.floor_edit, name="dashboard_floor_edit"),
    path("<str:code>/", views.dashboard, name="dashboard_place"),
    path("<str:code>/sheet/", views.sheet, name="dashboard_sheet"),
    path("<str:code>/export/", views.export, name="dashboard_export"),
    path("<str:code>/days/", views.days, name="dashboard_days"),
    path("<str:code>/overdue/", views.late, name="dashboard_overdue"),
    path("<str:code>/report/<str:form>/", views.report, name="dashboard_report"),
]
