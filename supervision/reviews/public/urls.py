"""Addresses of what the people's congress publishes."""

from django.urls import path

from supervision.reviews.public import views

urlpatterns = [
    path("", views.published_reviews, name="published_reviews"),
    path("<str:number>/", views.published_review, name="published_review"),
]
