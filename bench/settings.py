"""The portal's own settings with the floors beside it, and a way to ask how many statements a page takes."""

from governance.settings import *  # noqa: F403
from governance.settings import BASE_DIR, INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [*INSTALLED_APPS, "bench"]
MIDDLEWARE = ["bench.counting.CountStatements", *MIDDLEWARE]
ROOT_URLCONF = "bench.urls"
STATIC_ROOT = BASE_DIR / "var" / "bench" / "static"  # collected anew by every run
