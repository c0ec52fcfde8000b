"""Addresses of the chapter."""

from django.urls import include, path

urlpatterns = [
    path("venues/", include("emergencies.venues.urls")),
    path("venues-import/", include("emergencies.venuefiles.urls")),
    path("plans/", include("emergencies.plans.urls")),
    path("drills/", include("emergencies.drills.urls")),
    path("criteria/", include("emergencies.criteria.urls")),
    path("danger-sources/", include("emergencies.danger_sources.urls")),
    path("hazards/", include("emergencies.hazards.urls")),
    path("standards/", include("emergencies.venue_standards.urls")),
    path("", include("emergencies.venues.public.urls")),
    path("safety-lists/", include("emergencies.checklists.urls")),
    path("premises/", include("emergencies.premises.urls")),
    path("inspection-plans/", include("emergencies.inspection_plans.urls")),
    path("", include("emergencies.inspections.urls")),
    path("", include("emergencies.checklists.public.urls")),
    path("", include("emergencies.inspection_plans.public.urls")),
    path("", include("emergencies.inspections.public.urls")),
    path("", include("emergencies.drills.public.urls")),
    path("", include("emergencies.hazards.public.urls")),
    path("incidents/", include("emergencies.incidents.urls")),
    path("owed/", include("emergencies.owed.urls")),
    path("safety-index/", include("emergencies.safety_index.urls")),
    path("safety-tips/", include("emergencies.safety_tips.urls")),
    path("", include("emergencies.safety_index.public.urls")),
    path("mass-events/", include("emergencies.mass_events.urls")),
    path("", include("emergencies.mass_events.public.urls")),
]
