"""Addresses of the pages for everyone."""

from django.urls import path

from disputes.complaints.public import filing_views, tracking_views, views

urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("file/", filing_views.file_complaint, name="file_complaint"),
    path("file/check/", filing_views.file_check, name="file_check"),
    path("file/receipt/", filing_views.receipt, name="receipt"),
    path("track/mine/", tracking_views.mine, name="my_complaints"),
    path("track/<str:number>/", tracking_views.tracked, name="tracked"),
    path("track/<str:number>/rate/", tracking_views.rate, name="rate"),
    path("track/<str:number>/ask-reopening/", tracking_views.ask_reopening, name="ask_reopening"),
    path("track/<str:number>/withdraw/", tracking_views.withdraw, name="withdraw"),
    path("track/<str:number>/files/<uuid:key>/", tracking_views.attachment, name="public_attachment"),
]
