"""`python -m bench`: see bench/README.md. Talks to 127.0.0.1 alone, sends a bounded number of requests, then ends."""

import argparse
import json
import subprocess
import sys
from contextlib import ExitStack

from bench import report
from bench.databases import ROOT, manage, provide
from bench.measuring import measure, statements, warm_up
from bench.pages import FLOORS, PAGES
from bench.server import environment, serving

CROWD = 8


def main(words):
    """Make what is missing, measure, tell. Returns the exit status: 0, whatever the figures are."""
    asked = parser().parse_args(words)
    facts = report.machine()
    sizes = sorted({asked.small, asked.large})
    for size in sizes:
        provide(size, reuse=asked.reuse)
    manage(sizes[0], "collectstatic", "--no-input", "-v0", settings="bench.settings")
    with ExitStack() as servers:
        running = {size: (gathered(size), servers.enter_context(serving(size, asked.port + place))) for place, size in enumerate(sizes)}
        entries = [measured(page, running, asked) for page in wanted(asked.only)]
    print("\n".join(report.table(entries)))
    print(report.write(facts, entries, wanted(asked.only), small=sizes[0], large=sizes[-1]))
    return 0


def parser():
    top = argparse.ArgumentParser(prog="python -m bench", description="Measures the portal's pages against two floors.")
    top.add_argument("--small", type=int, default=60_000, help="complaints in the small database")
    top.add_argument("--large", type=int, default=600_000, help="complaints in the large database")
    top.add_argument("--turns", type=int, default=15, help="turns of four requests for one client; a third of it for eight")
    top.add_argument("--port", type=int, default=8450, help="this port and the next are used")
    top.add_argument("--only", default="", help="pages whose name begins so")
    top.add_argument("--reuse", action="store_true", help="take databases that stand though migrations changed")
    return top


def wanted(only):
    return [page for page in PAGES if page.name.startswith(only)]


def gathered(size):
    """Sessions, cases and answers, from inside the project."""
    words = [sys.executable, "manage.py", "prepare_bench"]
    said = subprocess.run(words, cwd=ROOT, env=environment(size), stdout=subprocess.PIPE, check=True).stdout
    return json.loads(said.splitlines()[-1])


def measured(page, running, asked):
    """One page on both databases: its statements, then one client, then eight."""
    small, large = min(running), max(running)
    count = statements(page, *running[large])
    for facts, port in running.values():
        warm_up(page, facts, port, requests=2 * CROWD)
        warm_up(FLOORS[page.floor], facts, port, requests=CROWD)
    alone = measure(page, running, clients=1, turns=asked.turns)
    crowd = measure(page, running, clients=CROWD, turns=max(2, asked.turns // 3))
    found = report.entry(page, running[large][0]["rows"], count, alone, crowd, small=small, large=large)
    print("  ".join(map(str, report.row(found))), flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
