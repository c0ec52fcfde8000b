"""Addresses below /account/. No name space: the whole portal links to sign-in and account by these names."""

from django.urls import path

from governance.web.account import factor_views, views

urlpatterns = [
    path("", views.account, name="account"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("password/", views.change_password, name="change_password"),
    path("post/", views.choose_post, name="choose_post"),
    path("register/", views.register, name="register"),
    path("large-type/", views.large_type, name="large_type"),
    path("second-factor/", factor_views.second_factor, name="second_factor"),
    path("second-factor/start/", factor_views.start_second_factor, name="start_second_factor"),
    path("second-factor/recovery-codes/", factor_views.renew_recovery_codes, name="renew_recovery_codes"),
]
