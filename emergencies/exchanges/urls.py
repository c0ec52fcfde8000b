"""Addresses of the procedure."""

from django.urls import path

from emergencies.exchanges import views

urlpatterns = [
    path("", views.list, name="exchanges_list"),
    path("receive/", views.receive, name="exchanges_receive"),
    path("of/<str:number>/", views.share, name="exchanges_share"),
    path("<int:pk>/", views.detail, name="exchanges_detail"),
    path("<int:pk>/file.json", views.file, name="exchanges_file"),
    path("<int:pk>/answer/", views.answer, name="exchanges_answer"),
    path("<int:pk>/paper/<slug:form>/", views.paper, name="exchanges_paper"),
]
