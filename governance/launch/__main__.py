"""`python -m governance.launch run | stop | exec [--throwaway | --cluster NAME] -- COMMAND …`"""

import argparse
import os
import sys

from governance.launch import commands, places, runner


def main(words):
    """Read the words, do the one thing. Returns the exit status."""
    os.chdir(places.ROOT)
    asked = parser().parse_args(words)
    if asked.action == "exec":
        command = asked.command[1:] if asked.command[:1] == ["--"] else asked.command
        return commands.execute(command, throwaway=asked.throwaway, cluster=asked.cluster)
    return runner.run() if asked.action == "run" else runner.stop()


def parser():
    top = argparse.ArgumentParser(prog="python -m governance.launch", description="Starts the portal and what it needs.")
    actions = top.add_subparsers(dest="action", required=True)
    actions.add_parser("run", help="services, set-up, web server, worker and beat, until Ctrl-C")
    actions.add_parser("stop", help="end the running portal, its database included")
    run = actions.add_parser("exec", help="run one command among the services it needs")
    run.add_argument("--throwaway", action="store_true", help="fresh services in a temporary folder, removed afterwards")
    run.add_argument("--cluster", default="portal", help="a lasting database of its own under this name")
    run.add_argument("command", nargs=argparse.REMAINDER)
    return top


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
