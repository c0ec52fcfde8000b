"""Addresses of the procedure."""

from django.urls import path

from grids.patrols import views

urlpatterns = [
    path("", views.list, name="patrols_list"),
    path("export/", views.export, name="patrols_export"),
    path("bulk/", views.bulk, name="patrols_bulk"),
    path("calendar/", views.calendar, name="patrols_calendar"),
    path("routes/", views.routes, name="patrols_routes"),
    path("routes/create/", views.route_create, name="patrols_route_create"),
    path("routes/<int:pk>/", views.route_edit, name="patrols_route_edit"),
    path("plans/", views.plans, name="patrols_plans"),
    path("plans/create/", views.plan_create, name="patrols_plan_create"),
    path("plans/<int:pk>/stop/", views.plan_stop, name="patrols_plan_stop"),
    path("check-lists/", views.checklists, name="patrols_checklists"),
    path("check-lists/create/", views.checklist_create, name="patrols_checklist_create"),
    path("check-lists/<int:pk>/", views.checklist_edit, name="patrols_checklist_edit"),
    path("check-lists/<int:pk>/switch/", views.checklist_switch, name="patrols_checklist_switch"),
    path("<str:number>/", views.detail, name="patrols_detail"),
    path("<str:number>/walk/", views.walk, name="patrols_walk"),
    path("<str:number>/<slug:step>/", views.take_step, name="patrols_take_step"),
]
