"""`run`: the whole portal in one terminal – services, set-up, web server, worker, beat – and its orderly end.

A dead child is started again; one that dies before the portal was ever ready, or five times within a minute, ends
everything.
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import deque
from contextlib import suppress

from governance.environment import RUNNING
from governance.launch import places, port, postgres, processes, redis, services

LOCK = places.RUN / "lock"
PREPARE = "prepare"
MARKERS = {
    "web": "gunicorn",
    "worker": "celery",
    "beat": "celery",
    PREPARE: "governance.launch.prepare",
}
GUNICORN = places.ROOT / "governance" / "launch" / "gunicorn.json"
ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
TICK = 0.3  # seconds
ENDING = "ending"
PATIENCE_WITH_ORPHAN = 4.0  # seconds until an earlier run is taken to be alive and well
PATIENCE_WITH_ENDING = 40.0  # seconds an earlier run gets to finish its end
DEATHS_ALLOWED, WITHIN = 5, 60.0  # restarts of one child, seconds
AGAIN = ": started again"
NO_REDIS = "no Redis on this machine: Celery's messages go through PostgreSQL, which is polled once a second"


class Ended(Exception):
    """Somebody asked the portal to end: Ctrl-C, SIGTERM, or the make above us went away."""


def commands(host, number):
    """The command line of every lasting child."""
    child = [sys.executable, "-m", "governance.launch.child"]
    celery = [*child, "celery", "-A", "governance.celery"]
    bind = f"[{host}]:{number}" if ":" in host else f"{host}:{number}"
    web = ["--bind", bind, "--worker-class", "gthread", "--workers", str(min(4, os.cpu_count() or 2)), "--threads", "8"]
    lines = ["--keep-alive", "30", "--no-control-socket", "--log-config-json", str(GUNICORN)]
    loaded_once = ["--preload"]  # the workers are forked from one that has read the whole code
    long_addresses = ["--limit-request-line", "8190"]  # what is searched for is refused by its form, not by the server
    quiet = ["--without-gossip", "--without-mingle", "--loglevel", "INFO"]
    return {
        "web": [*child, "gunicorn", "governance.wsgi:application", *web, *lines, *loaded_once, *long_addresses],
        "worker": [*celery, "worker", "--concurrency", "2", *quiet],
        "beat": [*celery, "beat", "--schedule", str(places.RUN / "beat"), "--pidfile=", "--loglevel", "INFO"],
    }


class Portal:
    """One running portal: its services and children. Every child leads a process group and has a pid file."""

    def __init__(self, host, number):
        self.address, self.commands = port.address(host, number), commands(host, number)
        self.services = services.standing()
        self.restarts = os.environ.get("RESTART", "yes") != "no"
        self.children, self.deaths = {}, {name: deque(maxlen=DEATHS_ALLOWED) for name in self.commands}
        self.environment, self.ready, self.began = {}, False, time.monotonic()
        self.parent = os.getppid() if os.environ.get("MAKELEVEL") else None

    def say(self, text):
        print(f"[{time.monotonic() - self.began:5.1f} s] {text}", flush=True)

    def serve(self):
        """From nothing to a portal that is watched. Leaves by `Ended` or `Refused`."""
        self.start_services()
        for name in self.commands:
            self.start(name)
        self.prepare()
        for name in self.commands:
            self.begin(name)
        self.say(f"Portal: {self.address}   logs: {places.LOGS}   Ctrl-C ends everything")
        while True:
            self.look_after()
            time.sleep(TICK)

    def start_services(self):
        """Database and Redis, and the file by which a `manage.py` in another terminal finds them."""
        self.say("Starting database and Redis …")
        given = self.services.start(adopt=True)
        self.environment = {"PORTAL_MODE": "demo", "SITE_URL": self.address} | os.environ | given
        if "DATABASE_URL" in given:
            self.say(f"Database files: {self.services.cluster.data}")
        if not self.environment.get("REDIS_URL"):
            self.say(f"Notice: {NO_REDIS}")
        lines = [f"{name}={self.environment[name]}\n" for name in services.NAMES if self.environment.get(name)]
        RUNNING.unlink(missing_ok=True)
        RUNNING.touch(mode=0o600)
        RUNNING.write_text("".join(lines), encoding="utf-8")

    def prepare(self):
        """Tables, divisions, calendar, limits, demo: a child, so that this process stays small. Raises `Refused`."""
        self.say("Setting up:")
        quiet = {"LOG_LEVEL": "WARNING"} | self.environment
        child = self.spawn(PREPARE, [sys.executable, "-m", "governance.launch.prepare"], out=None, environment=quiet)
        while child.poll() is None:
            self.check_parent()
            time.sleep(0.05)
        self.forget(PREPARE)
        if child.returncode:
            raise places.Refused("The set-up failed; the reason stands above.")

    def start(self, name):
        log = places.LOGS / f"{name}.log"
        with log.open("ab") as out:
            self.spawn(name, self.commands[name], out=out)

    def begin(self, name):
        """The word for a child that has read the code meanwhile. One that died is seen to by `look_after`."""
        with suppress(BrokenPipeError), self.children[name].stdin as told:
            told.write(b"begin\n")

    def spawn(self, name, command, *, out, environment=None):
        self.children[name] = subprocess.Popen(
            command,
            cwd=places.ROOT,
            env=environment or self.environment,
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        pid_file(name).write_text(f"{self.children[name].pid}\n")
        return self.children[name]

    def forget(self, name):
        """After a child's end: whatever is left of its group, and its pid file."""
        processes.send_group(self.children.pop(name).pid, signal.SIGKILL)
        pid_file(name).unlink(missing_ok=True)

    def look_after(self):
        """One tick: the parent, the children, the services, and the last line when all is ready."""
        self.check_parent()
        for name in [name for name, child in self.children.items() if child.poll() is not None]:
            self.replace(name)
        self.look_after_services()
        if not self.ready and answers(f"{self.address}/readyz"):
            self.ready = True
            print(f"ready {self.address}", flush=True)

    def check_parent(self):
        if self.parent and os.getppid() != self.parent:
            raise Ended

    def replace(self, name):
        """Start a dead child again. Raises `Refused` when that is of no use."""
        status = self.children[name].returncode
        self.forget(name)
        deaths, now = self.deaths[name], time.monotonic()
        deaths.append(now)
        hopeless = len(deaths) == DEATHS_ALLOWED and now - deaths[0] < WITHIN
        if hopeless or not self.ready:
            log = places.LOGS / f"{name}.log"
            raise places.Refused(f"The {name} process ended with status {status}. The end of {log}:\n{postgres.tail(log)}")
        self.say(f"The {name} process ended with status {status}{AGAIN if self.restarts else '.'}")
        if self.restarts:
            self.start(name)
            self.begin(name)

    def look_after_services(self):
        """A database or Redis of ours that went away comes back; the portal bears with the gap."""
        if not self.restarts:
            return
        if self.services.redis and self.services.redis.poll() is not None:
            self.say(f"Redis ended{AGAIN}")
            self.services.start_redis()
        if self.services.own_database and not postgres.running(self.services.cluster):
            self.say(f"The database ended{AGAIN}")
            postgres.start(self.services.cluster)

    def stop(self):
        """Children first and together, then the services, then the traces."""
        for child in self.children.values():
            processes.send(child.pid, signal.SIGTERM)
        limit = time.monotonic() + processes.PATIENCE
        for name in list(self.children):
            wait_for_end(self.children[name], until=limit)
            self.forget(name)
        self.services.stop()
        RUNNING.unlink(missing_ok=True)


def wait_for_end(child, *, until):
    try:
        child.wait(timeout=max(0.1, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        processes.send_group(child.pid, signal.SIGKILL)
        child.wait()


def run():
    """Start, serve, end. Returns the exit status. Raises `Refused` before anything is started when it cannot work."""
    host, number = port.wanted()
    places.writable(places.VAR)
    for folder in (places.RUN, places.LOGS):
        places.writable(folder)
    with take_lock(port.address(host, number)) as lock:
        end_leftovers()
        port.check(host, number)
        rotate_logs()
        listen()
        return live(Portal(host, number), lock)


def live(portal, lock):
    try:
        portal.serve()
    except Ended:
        portal.say("Ending …")
    finally:
        turn_deaf()
        write_lock(lock, ENDING)
        portal.stop()
    portal.say("Ended; database and Redis too.")
    return 0


def listen():
    """Ctrl-C and SIGTERM end the portal; so does a terminal that closes, unless nohup said otherwise."""
    for received in ENDS:
        if received != signal.SIGHUP or signal.getsignal(received) != signal.SIG_IGN:
            signal.signal(received, hear)


def hear(number, frame):
    """Once is enough: the end takes seconds and is not to be disturbed."""
    turn_deaf()
    raise Ended


def turn_deaf():
    for received in ENDS:
        signal.signal(received, signal.SIG_IGN)


def take_lock(address):
    """The lock of this checkout: held by one living run, freed by the system when that is killed. Raises `Refused`."""
    file = LOCK.open("a+", encoding="utf-8")
    began = time.monotonic()
    while not locked(file):
        waited, said = time.monotonic() - began, LOCK.read_text(encoding="utf-8")
        if waited > (PATIENCE_WITH_ENDING if said == ENDING else PATIENCE_WITH_ORPHAN):
            raise places.Refused(f"The portal of this checkout already runs: {said}\nEnd it with Ctrl-C there, or: make stop")
        time.sleep(0.2)
    write_lock(file, f"{address} (process {os.getpid()})")
    return file


def locked(file):
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def write_lock(file, text):
    file.seek(0)
    file.truncate()
    file.write(text)
    file.flush()


def is_running():
    """Whether a run of this checkout lives and its services can be used."""
    if not LOCK.exists():
        return False
    with LOCK.open("a+", encoding="utf-8") as file:
        return not locked(file) and RUNNING.exists()


def end_leftovers():
    """End what a killed run left: its children by pid file and command line, Redis. Its database is simply used on."""
    for name, marker in MARKERS.items():
        if pid := processes.living(pid_file(name), marker=marker):
            processes.send(pid, signal.SIGTERM)
    ended = [name for name, marker in MARKERS.items() if processes.end_leftover(pid_file(name), marker=marker)]
    redis_file = services.redis_folder() / "redis.pid"
    if processes.end_leftover(redis_file, marker=redis.MARKER):
        ended.append("redis")
    RUNNING.unlink(missing_ok=True)
    if ended:
        print(f"An earlier run was killed; ended what it left: {', '.join(ended)}", flush=True)


def pid_file(name):
    return places.RUN / f"{name}.pid"


def rotate_logs():
    """One earlier log of each child is kept."""
    for name in MARKERS:
        log = places.LOGS / f"{name}.log"
        if log.exists():
            log.replace(log.with_suffix(".log.1"))


def answers(url):
    """Whether the address answers 200 within a second, past any proxy of the environment."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=2) as answer:
            return answer.status == 200
    except (OSError, urllib.error.HTTPError):
        return False


def stop():
    """End the running portal from another terminal, and whatever a killed one left, database included."""
    if is_running():
        said = LOCK.read_text(encoding="utf-8")
        pid = int(said.rpartition("process ")[2].rstrip(")")) if "process " in said else None
        if pid:
            processes.send(pid, signal.SIGTERM)
            processes.wait_until_gone(pid, within=PATIENCE_WITH_ENDING)
    end_leftovers()
    postgres.stop(postgres.standing())
    print("Ended.", flush=True)
    return 0
