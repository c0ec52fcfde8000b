"""Addresses of the procedure."""

from django.urls import path

from grids.performance import views

urlpatterns = [
    path("", views.list, name="performance_list"),
    path("mine/", views.mine, name="performance_mine"),
    path("months/", views.months, name="performance_months"),
    path("months/close/", views.close, name="performance_close"),
    path("months/<int:pk>/", views.month, name="performance_month"),
    path("months/<int:pk>/publish/", views.publish, name="performance_publish"),
    path("months/<int:pk>/pay/", views.pay, name="performance_pay"),
    path("scores/<int:pk>/", views.score, name="performance_score"),
    path("scores/<int:pk>/object/", views.object_to, name="performance_object"),
    path("formulas/", views.formulas, name="performance_formulas"),
    path("formulas/create/", views.formula_create, name="performance_formula_create"),
    path("register/", views.register, name="performance_register"),
    path("register/absences/<int:pk>/remove/", views.absence_remove, name="performance_absence_remove"),
    path("register/trainings/create/", views.training_create, name="performance_training_create"),
    path("register/trainings/<int:pk>/", views.training, name="performance_training"),
    path("<str:number>/", views.detail, name="performance_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="performance_take_step"),
]
