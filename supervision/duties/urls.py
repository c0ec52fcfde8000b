"""Addresses of the ledger of duties."""

from django.urls import path

from supervision.duties import views

urlpatterns = [
    path("", views.list, name="duties_list"),
    path("export/", views.export, name="duties_export"),
    path("refresh/", views.refresh, name="duties_refresh"),
    path("mine/", views.mine, name="duties_mine"),
    path("offices/<int:pk>/", views.office, name="duties_office"),
    path("articles/", views.articles, name="duties_articles"),
    path("articles/<int:number>/", views.article, name="duties_article"),
    path("articles/<int:number>/edit/", views.article_edit, name="duties_article_edit"),
    path("articles/<int:number>/create/", views.create, name="duties_create"),
    path("rules/<int:pk>/edit/", views.edit, name="duties_edit"),
    path("rules/<int:pk>/end/", views.end, name="duties_end"),
    path("filings/<int:pk>/return/", views.give_back, name="duties_return"),
    path("<int:pk>/", views.detail, name="duties_detail"),
    path("<int:pk>/file/", views.file, name="duties_file"),
    path("<int:pk>/raise/", views.raise_gap, name="duties_raise"),
]
