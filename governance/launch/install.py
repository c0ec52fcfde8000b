"""The virtual environment: made and kept as the pinned requirements say; standard library only, run by any Python.

`python3 governance/launch/install.py [--dev]` from any folder; it does nothing while requirements and Python stand.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
OLDEST = (3, 11)
NO_VENV = "This Python cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv"


def main(*, development):
    """Runtime packages always, those for tests and checks on request; then the pages' third-party files."""
    if sys.version_info < OLDEST:
        sys.exit(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}: try make PYTHON=python3.11 run")
    if not usable():
        make()
    for name in (RUNTIME, DEVELOPMENT) if development else (RUNTIME,):
        if not installed(name):
            fill(name)
    subprocess.run([PYTHON, "-m", "governance.launch.assets"], cwd=ROOT, check=True)


def usable():
    """Whether the environment was made in this folder, which its scripts name, and its Python still runs."""
    facts = VENV / "pyvenv.cfg"
    if not PYTHON.exists() or not facts.exists() or f"{VENV}\n" not in facts.read_text():
        return False
    asked = [PYTHON, "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def make():
    print(f"Making the virtual environment {VENV} …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", VENV], cwd=ROOT, check=False).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(NO_VENV)


def fill(name):
    """pip install, then the stamp: Python compiles what is imported, which is a part of it. Ends with pip's own message when it fails."""
    print(f"Installing {name} (once, a minute or two) …", flush=True)
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--no-compile", "--disable-pip-version-check", "-r", ROOT / name]
    if subprocess.run(pip, cwd=ROOT, check=False).returncode:
        sys.exit(f"pip could not install {name}; its message stands above.")
    stamp(name).write_text(fingerprint(name))


def installed(name):
    return stamp(name).exists() and stamp(name).read_text() == fingerprint(name)


def stamp(name):
    return VENV / f".{name}.stamp"


def fingerprint(name):
    """Changes with the list; the stamp itself goes when the environment is made anew."""
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


if __name__ == "__main__":
    main(development="--dev" in sys.argv[1:])
