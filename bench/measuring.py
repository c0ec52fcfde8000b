"""Times pages against their floors, turn by turn, so that whatever slows the machine for a moment slows both."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from statistics import quantiles

from bench.client import Client
from bench.pages import FLOORS

TURN = 4  # requests of one kind before the other kind has its turn
DELAYED = (0.038, 0.046)  # seconds: where a delayed acknowledgement would show


@dataclass
class Times:
    """Seconds of the answers of one page."""

    seconds: list = field(default_factory=list)

    def percentile(self, share):
        """In milliseconds."""
        return round(1000 * quantiles(self.seconds, n=100, method="inclusive")[share - 1], 2)

    @property
    def p50(self):
        return self.percentile(50)

    @property
    def p95(self):
        return self.percentile(95)


@dataclass
class Measured:
    """A page and its floor on one database, by the same clients in turn."""

    page: Times = field(default_factory=Times)
    floor: Times = field(default_factory=Times)

    @property
    def ratio(self):
        return round(self.page.p50 / self.floor.p50, 2)


def statements(page, facts, port):
    """How many SQL statements the page takes, once everything that is kept for a while is kept."""
    with closing(Client(port, page.who(facts, 0))) as client:
        for _ in range(3):
            request = page.ask(facts, 0)
            _seconds, count, _text = client.send(request.path, data=request.data, expected=request.expected, counting=True)
    return count


def warm_up(page, facts, port, *, requests):
    """Let every thread of the server open its connection and compile its templates; nothing is kept."""
    everyone = range(requests)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda client: turn(page, facts, port, client, 2), everyone))


def measure(page, servers, *, clients, turns):
    """{size: Measured}: page and floor on each server in turn, `clients` at a time, `turns` × `TURN` requests of each."""
    found = {size: Measured() for size in servers}
    with ThreadPoolExecutor(clients) as pool:
        for _ in range(turns):
            for size, (facts, port) in servers.items():
                found[size].page.seconds += together(pool, page, facts, port, clients)
                found[size].floor.seconds += together(pool, FLOORS[page.floor], facts, port, clients)
    return found


def together(pool, page, facts, port, clients):
    """The seconds of one turn of all clients side by side."""
    each = pool.map(lambda client: turn(page, facts, port, client, TURN), range(clients))
    return [second for seconds in each for second in seconds]


def turn(page, facts, port, client, requests):
    """One client's requests over one kept connection; the first, which opens it, is not counted."""
    with closing(Client(port, page.who(facts, client))) as browser:
        seconds = []
        for _ in range(requests + 1):
            request = page.ask(facts, client)
            seconds.append(browser.send(request.path, data=request.data, expected=request.expected)[0])
    return seconds[1:]


def delayed(times):
    """The share of answers that took as long as a delayed acknowledgement takes."""
    low, high = DELAYED
    return sum(low <= second <= high for second in times.seconds) / len(times.seconds)
