"""Addresses of the chapter."""

urlpatterns = []
