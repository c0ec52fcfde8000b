"""Addresses of the pages for staff; those of the interface itself stand in `public/`."""

from django.urls import path

from emergencies.hotlines import views

urlpatterns = [
    path("", views.hotlines, name="hotlines_list"),
    path("add/", views.add, name="hotlines_add"),
    path("messages/", views.messages_list, name="hotlines_messages"),
    path("messages/<int:pk>/", views.message, name="hotlines_message"),
    path("messages/<int:pk>/text/", views.text, name="hotlines_text"),
    path("refusals/", views.refusals, name="hotlines_refusals"),
    path("keys/<int:pk>/end/", views.end_key, name="hotlines_end_key"),
    path("<str:code>/", views.hotline, name="hotlines_hotline"),
    path("<str:code>/close/", views.close, name="hotlines_close"),
    path("<str:code>/key/", views.rotate, name="hotlines_rotate"),
]
