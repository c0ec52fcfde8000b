"""Addresses of the procedure."""

from django.urls import path

from emergencies.cooperation import views

urlpatterns = [
    path("", views.list, name="cooperation_list"),
    path("create/", views.create, name="cooperation_create"),
    path("export/", views.export, name="cooperation_export"),
    path("partners/", views.partners, name="cooperation_partners"),
    path("partners/create/", views.create_partner, name="cooperation_partner_create"),
    path("partners/<str:code>/", views.partner, name="cooperation_partner"),
    path("partners/<str:code>/contacts/", views.create_contact, name="cooperation_contact_create"),
    path("contacts/<int:pk>/", views.contact, name="cooperation_contact"),
    path("<str:number>/", views.detail, name="cooperation_detail"),
    path("<str:number>/minutes/<slug:form>/", views.paper, name="cooperation_paper"),
    path("<str:number>/<slug:step>/", views.take_step, name="cooperation_take_step"),
]
