"""Everything `make check` looks at, one after the other; all of it runs, and one failure fails the whole."""

import base64
import os
import secrets
import subprocess
import sys
import time
from pathlib import Path

from governance.launch.places import ROOT

SCRIPTS = Path(sys.executable).parent
CODE = ("governance", "grids", "disputes", "emergencies", "supervision", "tests", "bench", "manage.py")
MANAGE = (sys.executable, "manage.py")


def checks():
    """(what is checked, command line, variables it needs besides ours)."""
    ruff = (sys.executable, "-m", "ruff")
    code = [name for name in CODE if (ROOT / name).exists()]
    return (
        ("style", (*ruff, "check", *code), {}),
        ("format", (*ruff, "format", "--check", *code), {}),
        ("templates", (sys.executable, "-m", "djlint", "templates", "--lint", "--profile", "django", "--quiet"), {}),
        ("who imports whom", (str(SCRIPTS / "lint-imports"),), {}),
        ("migrations", (*MANAGE, "makemigrations", "--check", "--dry-run"), {}),
        ("deployment", (*MANAGE, "check", "--deploy", "--fail-level", "WARNING"), production()),
        ("generated documents", (*MANAGE, "write_docs", "--check"), {}),
    )


def production():
    """Variables as in operation: the settings refuse the demo's secrets there."""
    return {
        "PORTAL_MODE": "production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "BLIND_INDEX_KEY": secrets.token_urlsafe(60),
        "SEAL_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "ALLOWED_HOSTS": "portal.example",
        "SITE_URL": "https://portal.example",
        "SMS_ADAPTER": "governance.notices.sms.HttpSms",
        "SMS_GATEWAY_URL": "https://sms.example/send",
        "SMS_GATEWAY_KEY": secrets.token_urlsafe(40),
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "LOG_LEVEL": "WARNING",
    }


def main():
    """Run all checks. Returns 1 when any failed, naming each."""
    failed = [label for label, command, variables in checks() if not passes(label, command, variables)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.", flush=True)
    return bool(failed)


def passes(label, command, variables):
    started = time.monotonic()
    environment = os.environ | {"LOG_LEVEL": "WARNING"} | variables
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    said = "ok" if done.returncode == 0 else "FAILED"
    print(f"{said:>6}  {label} ({time.monotonic() - started:.1f} s)", flush=True)
    if done.returncode:
        print(f"{done.stdout}{done.stderr}", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
