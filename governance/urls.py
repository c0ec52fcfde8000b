"""All addresses of the portal."""

from django.urls import include, path

from governance.web import day_views, desk, health, presence, saved_views

handler400 = "governance.web.errors.bad_request"
handler403 = "governance.web.errors.forbidden"
handler404 = "governance.web.errors.not_found"
handler500 = "governance.web.errors.broken"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("desk/", desk.desk, name="desk"),
    path("desk/day/", day_views.day, name="day"),
    path("desk/keys/", day_views.keys, name="keys"),
    path("presence/<slug:procedure>/<str:number>/", presence.look, name="presence"),
    path("places/cascade/", desk.cascade, name="cascade"),
    path("files/<uuid:key>/", desk.attachment, name="attachment"),
    path("filters/save/", saved_views.save_filter, name="save_filter"),
    path("filters/forget/", saved_views.forget_filter, name="forget_filter"),
    path("filters/share/", saved_views.share_filter, name="share_filter"),
    path("", include("governance.web.leaves.urls")),
    path("account/", include("governance.web.account.urls")),
    path("inbox/", include("governance.web.inbox.urls")),
    path("administration/", include("governance.web.administration.urls")),
    path("audit/", include("governance.web.audit.urls")),
    path("tools/", include("governance.web.tools.urls")),
    path("track/", include("governance.web.tracking.urls")),
    path("", include("disputes.urls")),
    path("", include("grids.urls")),
    path("", include("emergencies.urls")),
    path("", include("supervision.urls")),
]
