"""The portal's addresses, and those of the floors."""

from django.urls import path

from bench import floors
from governance import urls as portal

handler400, handler403, handler404, handler500 = portal.handler400, portal.handler403, portal.handler404, portal.handler500

urlpatterns = [
    path("bench/fifty-rows/", floors.fifty_rows),
    path("bench/one-insert/", floors.one_insert),
    *portal.urlpatterns,
]
