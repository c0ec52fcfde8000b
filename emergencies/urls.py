"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("venues/", include("emergencies.venues.urls")),
    path("drills/", include("emergencies.drills.urls")),
    path("hazards/", include("emergencies.hazards.urls")),
    path("standards/", include("emergencies.standards.urls")),
    path("safety-lists/", include("emergencies.checklists.urls")),
    path("premises/", include("emergencies.premises.urls")),
    path("inspection-plans/", include("emergencies.inspection_plans.urls")),
    path("", include("emergencies.inspections.urls")),
    path("", include("emergencies.checklists.public.urls")),
    path("", include("emergencies.inspection_plans.public.urls")),
    path("", include("emergencies.inspections.public.urls")),
    path("", include("emergencies.drills.public.urls")),
]
