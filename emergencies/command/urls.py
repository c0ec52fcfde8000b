"""Addresses of the procedure."""

from django.urls import path

from emergencies.command import views

urlpatterns = [
    path("", views.list, name="command_list"),
    path("export/", views.export, name="command_export"),
    path("bulk/", views.bulk, name="command_bulk"),
    path("teams/", views.teams, name="command_teams"),
    path("teams/create/", views.create_team, name="command_team_create"),
    path("teams/<int:pk>/", views.team, name="command_team"),
    path("board/<str:number>/", views.board, name="command_board"),
    path("board/<str:number>/live/", views.board_live, name="command_live"),
    path("board/<str:number>/log/", views.write_log, name="command_log"),
    path("board/<str:number>/files/", views.add_files, name="command_files"),
    path("board/<str:number>/task/", views.issue, name="command_issue"),
    path("board/<str:number>/forces/", views.deploy, name="command_deploy"),
    path("board/<str:number>/forces/<int:key>/", views.move, name="command_move"),
    path("board/<str:number>/step/<slug:step>/", views.step, name="command_step"),
    path("<str:number>/", views.detail, name="command_detail"),
    path("<str:number>/<slug:step>/", views.take_step, name="command_take_step"),
]
