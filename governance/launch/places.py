"""Where the launcher keeps things: `var/` of the checkout, or a place keyed by the checkout that another uid can reach.

PostgreSQL refuses to run as root. Started by root, the database therefore belongs to another account, and a checkout
under a closed home (`/root`, mode 700) is no place for it: the cluster then lives in /var/lib, and we say so.
"""

import hashlib
import os
import pwd
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
RUN = VAR / "run"
LOGS = VAR / "log"
LONGEST_SOCKET_FOLDER = 85  # bytes: a Unix socket's whole path must stay below 104 (macOS) or 108 (Linux)
UNPRIVILEGED = ("nobody", "daemon", "postgres")


class Refused(SystemExit):
    """The portal cannot be started as things are; the message says what to do."""


def key(root=ROOT):
    """A short name of this checkout, for folders outside it."""
    return hashlib.sha256(str(root).encode()).hexdigest()[:10]


def own_account():
    return pwd.getpwuid(os.getuid())


def writable(folder):
    """The folder, made if it lacks. Raises `Refused` when this user may not write there."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Refused(f"{folder} cannot be written by this user: it was made by another one. Remove it, or run as that user.")
    return folder


def server_account():
    """The account the database server runs as: ours, or an unprivileged one when we are root. Raises `Refused`."""
    if os.getuid():
        return own_account()
    for name in UNPRIVILEGED:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Refused("PostgreSQL does not run as root and there is no account 'nobody' here: run as an ordinary user.")


def drop_to(account):
    """Arguments for subprocess that make a child run as the account; none where it is ours already."""
    if os.getuid() == account.pw_uid:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def reachable(path, *, account):
    """Whether the account may enter the folder or run the file: asked of the system, with all its rights and mounts."""
    asked = subprocess.run(["test", "-x", str(path)], check=False, cwd="/", **drop_to(account))
    return asked.returncode == 0


def home(*, account, root=ROOT):
    """The folder for database files: `var/` of the checkout, else one outside that the account can enter."""
    outside = f"hohhot-portal-{key(root)}"
    for place in (root / "var", Path("/var/lib", outside), Path(tempfile.gettempdir(), outside)):
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(place, os.W_OK) and reachable(place, account=account):
            return place
    raise Refused(f"No folder for the database files: {root / 'var'} cannot be written by this user.")


def sockets(name, *, account, place):
    """A private folder with a path short enough for Unix sockets."""
    folder = place / "run" / name
    if len(os.fsencode(folder)) > LONGEST_SOCKET_FOLDER:
        folder = Path("/tmp", f"portal-{key(folder)}-{os.getuid()}")
    return private(folder, account=account)


def private(folder, *, account):
    """The folder, closed to everybody but the account. Raises `Refused` when somebody else made it before us."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.lstat().st_uid not in {os.getuid(), account.pw_uid} or folder.is_symlink():
        raise Refused(f"{folder} belongs to another user: remove it, or run as that user.")
    if folder.lstat().st_uid != account.pw_uid:
        os.chown(folder, account.pw_uid, account.pw_gid)
    folder.chmod(0o700)
    return folder
