"""Addresses of the interface. A program's address ends in its format; a page for people stands above it."""

from django.urls import path, register_converter

from disputes.open311.public import pages, views


class Form:
    """The two formats an address can end in."""

    regex = "xml|json"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(Form, "form")

urlpatterns = [
    path("", pages.interface, name="open311"),
    path("openapi.json", pages.openapi, name="open311_openapi"),
    path("v2/discovery.<form:form>", views.discovery, name="open311_discovery"),
    path("v2/services.<form:form>", views.service_list, name="open311_services"),
    path("v2/services/<slug:code>.<form:form>", views.service_definition, name="open311_service"),
    path("v2/requests.<form:form>", views.requests, name="open311_requests"),
    path("v2/requests/<str:number>.<form:form>", views.one_request, name="open311_request"),
    path("v2/tokens/<str:token>.<form:form>", views.token, name="open311_token"),
    path("v2/servicerequestupdates.<form:form>", views.updates, name="open311_updates"),
    path("v2/", views.discovery, name="open311_root"),
    path("v2/<path:rest>", views.unknown, name="open311_unknown"),
]
