"""`exec`: one command with a database and Redis around it, its exit status handed on."""

import os
import signal
import subprocess
from contextlib import contextmanager

from governance import environment
from governance.launch import runner, services


def execute(words, *, throwaway=False, cluster="portal"):
    """Run the command among services, then stop those this process started. Returns the command's exit status."""
    with around(throwaway=throwaway, cluster=cluster) as given:
        mode = "test" if throwaway else "demo"
        return wait_for(words, env={"PORTAL_MODE": mode} | os.environ | given)


@contextmanager
def around(*, throwaway, cluster):
    """The variables that lead to the services: a running portal's, throw-away ones, or the standing cluster's."""
    if not throwaway and cluster == "portal" and runner.is_running():
        environment.load_running()
        yield {}
    elif throwaway:
        with services.throwaway() as found:
            yield found.start()
    else:
        found = services.standing(cluster)
        try:
            yield found.start()
        finally:
            found.stop()


def wait_for(words, *, env):
    """The child hears Ctrl-C from the terminal itself; a SIGTERM to us is handed on. Either way we wait for its end."""
    child = subprocess.Popen(words, env=env)
    signal.signal(signal.SIGINT, lambda *_: None)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _: child.send_signal(received))
    status = child.wait()
    return 128 - status if status < 0 else status
