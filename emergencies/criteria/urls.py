"""Addresses of the criteria."""

from django.urls import path

from emergencies.criteria import views

urlpatterns = [
    path("", views.criteria, name="criteria"),
    path("sectors/<slug:code>/", views.sector, name="criteria_sector"),
    path("sectors/<slug:code>/create/", views.create_criterion, name="criteria_criterion_create"),
    path("criteria/<int:pk>/", views.criterion, name="criteria_criterion"),
    path("rewards/<slug:grade>/", views.reward, name="criteria_reward"),
    path("levels/", views.levels, name="criteria_levels"),
    path("substances/<int:pk>/", views.substance, name="criteria_substance"),
]
