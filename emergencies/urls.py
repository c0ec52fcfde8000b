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
    path("standards/", include("emergencies.standards.urls")),
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
    path("", include("emergencies.incidents.public.urls")),
    path("incident-reports/", include("emergencies.incident_reports.urls")),
    path("incident-reviews/", include("emergencies.incident_reviews.urls")),
    path("command/", include("emergencies.command.urls")),
    path("owed/", include("emergencies.owed.urls")),
    path("mass-events/", include("emergencies.mass_events.urls")),
    path("", include("emergencies.mass_events.public.urls")),
]
