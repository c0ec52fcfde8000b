"""The project and its shared core: places, people, grants, calendar, deadlines, timeline, and the engine of procedures."""

from governance.celery import app as celery_app

__all__ = ["celery_app"]
