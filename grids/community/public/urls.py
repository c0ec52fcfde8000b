"""Addresses of the public calendar; the pages of deliberation, volunteering and the directory stand beside it."""

from django.urls import path

from grids.community.public import views

urlpatterns = [
    path("", views.community, name="community"),
    path("activity/<str:number>/", views.activity, name="activity_public"),
    path("activity/<str:number>/files/<uuid:key>/", views.photo, name="activity_file"),
    path("<str:code>/", views.place_page, name="community_place"),
    path("<str:code>/calendar.ics", views.calendar_file, name="community_ics"),
]
