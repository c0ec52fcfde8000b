"""A lasting child reads the code, waits for the word, and then is the program it was named."""

import subprocess
import sys

import pytest

from governance.launch import places, runner

TELLS = "calendar"  # a program of the standard library that prints and ends


@pytest.fixture
def child():
    running = subprocess.Popen(
        [sys.executable, "-m", "governance.launch.child", TELLS, "2022", "5"],
        cwd=places.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield running
    running.kill()
    running.communicate()


def test_it_works_at_the_word(child):
    said, _ = child.communicate("begin\n", timeout=60)
    assert "May 2022" in said
    assert child.returncode == 0


def test_without_the_word_it_does_nothing(child):
    said, why = child.communicate("", timeout=60)
    assert (said, why) == ("", "Nobody prepares the database any more.\n")
    assert child.returncode == 1


def test_every_lasting_child_waits_and_can_be_found_again():
    for name, command in runner.commands("127.0.0.1", 8000).items():
        assert "governance.launch.child" in command
        assert runner.MARKERS[name] in command
