"""Addresses of the administration."""

from django.urls import path

from governance.web.administration.access import views as access
from governance.web.administration.calendar import views as calendar
from governance.web.administration.limits import views as limits
from governance.web.administration.offices import views as offices
from governance.web.administration.openings import views as openings
from governance.web.administration.people import views as people
from governance.web.administration.status import views as status

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/new/", people.person_create, name="person_create"),
    path("people/<int:pk>/", people.person_detail, name="person_detail"),
    path("people/<int:pk>/edit/", people.person_edit, name="person_edit"),
    path("people/<int:pk>/posts/new/", people.post_give, name="post_give"),
    path("people/<int:pk>/deactivate/", people.person_deactivate, name="person_deactivate"),
    path("people/<int:pk>/reactivate/", people.person_reactivate, name="person_reactivate"),
    path("people/<int:pk>/password/", people.person_reset_password, name="person_reset_password"),
    path("people/<int:pk>/factor/", people.person_reset_factor, name="person_reset_factor"),
    path("posts/<int:pk>/end/", people.post_end, name="post_end"),
    path("offices/", offices.offices, name="offices"),
    path("offices/new/", offices.office_create, name="office_create"),
    path("offices/<int:pk>/", offices.office_edit, name="office_edit"),
    path("calendar/", calendar.calendar_years, name="calendar_years"),
    path("calendar/hours/", calendar.office_hours, name="office_hours"),
    path("calendar/<int:year>/", calendar.calendar_year, name="calendar_year"),
    path("calendar/<int:year>/load/", calendar.calendar_load, name="calendar_load"),
    path("calendar/<int:year>/local/", calendar.local_holiday_add, name="local_holiday_add"),
    path("calendar/local/<int:pk>/remove/", calendar.local_holiday_remove, name="local_holiday_remove"),
    path("limits/", limits.limits, name="limits"),
    path("limits/<str:code>/", limits.limit_detail, name="limit_detail"),
    path("limits/<str:code>/edit/", limits.limit_edit, name="limit_edit"),
    path("openings/", openings.openings, name="openings"),
    path("openings/export/", openings.openings_export, name="openings_export"),
    path("status/", status.system_status, name="system_status"),
    path("access/", access.access_matrix, name="access_matrix"),
]
