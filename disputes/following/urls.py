"""Addresses of following; the public ones stand beside the public pages."""

from django.urls import path

from disputes.following import views

urlpatterns = [
    path("clusters/", views.clusters, name="following_clusters"),
    path("clusters/<int:pk>/", views.cluster, name="following_cluster"),
    path("rules/", views.rules, name="following_rules"),
    path("rules/<int:pk>/", views.cluster_rule, name="following_rule"),
    path("<str:number>/similar/", views.similar, name="following_similar"),
]
