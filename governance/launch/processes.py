"""Processes found again by pid file and command line, so that the next run can end what a killed one left."""

import os
import signal
import subprocess
import time
from pathlib import Path

PATIENCE = 15.0  # seconds a process gets to end by itself
PATIENCE_WITH_LEFTOVERS = 5.0  # seconds: what was cut off is done again, so nothing is lost by being brisk


def command_line(pid):
    """The command line of a living process; empty when there is none (or only its undead entry in the table)."""
    record = Path("/proc", str(pid), "cmdline")
    if Path("/proc/self/cmdline").exists():
        try:
            return record.read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        except OSError:
            return ""
    asked = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return asked.stdout.strip()


def read_pid(file):
    """The number on the first line of a pid file; None when the file is missing or broken."""
    try:
        return int(file.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def living(file, *, marker):
    """The pid in the file, if its process lives with the marker on its command line: numbers are used again."""
    pid = read_pid(file)
    return pid if pid and marker in command_line(pid) else None


def end(pid, *, within=PATIENCE, gently=signal.SIGTERM):
    """Ask the process to end, wait, then kill its whole group (each of ours leads one)."""
    send(pid, gently)
    wait_until_gone(pid, within=within)
    if is_leader(pid):
        send_group(pid, signal.SIGKILL)
    send(pid, signal.SIGKILL)
    wait_until_gone(pid, within=2.0)


def wait_until_gone(pid, *, within):
    limit = time.monotonic() + within
    while command_line(pid) and time.monotonic() < limit:
        time.sleep(0.05)
    return not command_line(pid)


def is_leader(pid):
    try:
        return os.getpgid(pid) == pid != os.getpgrp()
    except ProcessLookupError:
        return False


def send(pid, number):
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        return


def send_group(pid, number):
    try:
        os.killpg(pid, number)
    except (ProcessLookupError, PermissionError):
        return


def end_leftover(file, *, marker):
    """End what a killed run left under this pid file; the file goes either way. True when something was ended."""
    pid = living(file, marker=marker)
    if pid:
        end(pid, within=PATIENCE_WITH_LEFTOVERS)
    file.unlink(missing_ok=True)
    return bool(pid)
