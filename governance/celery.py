"""The Celery application: tasks are found in every `tasks.py` below the installed apps of the project."""

import os

from celery import Celery
from django_structlog.celery.steps import DjangoStructLogInitStep

from governance.environment import ROOT
from governance.schedule import SCHEDULE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "governance.settings")

CHAPTERS = ("governance", "grids", "disputes", "emergencies", "supervision")


def task_packages():
    """Dotted names of the packages that hold a tasks.py."""
    return sorted(".".join(file.parent.relative_to(ROOT).parts) for chapter in CHAPTERS for file in (ROOT / chapter).rglob("tasks.py"))


app = Celery("governance")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = SCHEDULE
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks(task_packages)
