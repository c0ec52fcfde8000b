"""Pid files: a number alone proves nothing; what a killed run left is found and ended with its whole group."""

import os
import subprocess
import sys
import time

import pytest

from governance.launch import processes

SLEEP = "import time; time.sleep(60)  # left-by-a-killed-run"
PARENT = f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {SLEEP!r}]).pid, flush=True); {SLEEP}"
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); " + SLEEP
MARKER = "left-by-a-killed-run"


@pytest.fixture
def spawn():
    started = []

    def start(code):
        command = [sys.executable, "-c", code]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
        started.append(child)
        while not processes.command_line(child.pid) and child.poll() is None:
            time.sleep(0.01)
        return child

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize("text", ["", "abc\n", "\n12\n"])
def test_a_broken_pid_file_holds_no_pid(tmp_path, text):
    (tmp_path / "pid").write_text(text)
    assert processes.read_pid(tmp_path / "pid") is None


def test_a_missing_pid_file_holds_no_pid(tmp_path):
    assert processes.read_pid(tmp_path / "pid") is None


def test_only_the_first_line_of_a_pid_file_counts(tmp_path):
    (tmp_path / "pid").write_text("4711\n/somewhere\n1790000000\n")
    assert processes.read_pid(tmp_path / "pid") == 4711


def test_a_process_is_found_by_pid_and_command_line(tmp_path, spawn):
    child = spawn(SLEEP)
    (tmp_path / "pid").write_text(f"{child.pid}\n")
    assert processes.living(tmp_path / "pid", marker=MARKER) == child.pid


def test_a_number_that_another_program_has_now_is_not_ours(tmp_path):
    (tmp_path / "pid").write_text(f"{os.getpid()}\n")
    assert processes.living(tmp_path / "pid", marker=MARKER) is None


def test_another_program_with_our_old_number_is_left_alone(tmp_path, spawn):
    child = spawn("import time; time.sleep(60)")
    (tmp_path / "pid").write_text(f"{child.pid}\n")
    assert not processes.end_leftover(tmp_path / "pid", marker=MARKER)
    assert child.poll() is None
    assert not (tmp_path / "pid").exists()


def test_a_leftover_is_ended_and_its_pid_file_removed(tmp_path, spawn):
    child = spawn(SLEEP)
    (tmp_path / "pid").write_text(f"{child.pid}\n")
    assert processes.end_leftover(tmp_path / "pid", marker=MARKER)
    assert child.wait(timeout=5) == -15
    assert not (tmp_path / "pid").exists()


def test_one_that_does_not_hear_is_killed(spawn):
    child = spawn(DEAF)
    child.stdout.readline()
    processes.end(child.pid, within=0.3)
    assert child.wait(timeout=5) == -9


def test_its_children_go_with_it(spawn):
    child = spawn(PARENT)
    grandchild = int(child.stdout.readline())
    processes.end(child.pid, within=0.1)
    assert processes.wait_until_gone(grandchild, within=5)


def test_a_dead_process_has_no_command_line(spawn):
    child = spawn("pass")
    child.wait()
    assert processes.command_line(child.pid) == ""
