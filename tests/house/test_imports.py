"""Who may import whom: the five contracts of .importlinter."""

import os
import subprocess
import sys

from tests.house.sources import ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_the_five_contracts_hold():
    run = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
    assert "Contracts: 6 kept, 0 broken." in run.stdout
