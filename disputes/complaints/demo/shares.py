"""How demands are spread over matters, months, hours and outcomes.

INVENTED FOR THE DEMO. The figures are plausible for a cold northern city; none of them was measured, and none says
anything about a real district: what differs between counties is drawn from their code, not from knowledge of them.
"""

from bisect import bisect
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from itertools import accumulate
from zlib import crc32

from disputes.complaints.demo.catalogue import leaves, suited

HEATING_STARTS, HEATING_ENDS = (10, 15), (4, 15)  # month, day: the city's heating season
HEATING_RUNNING = frozenset(["0101", "0102", "0103", "0104", "0108"])  # no cold radiator to complain of in July
HEATING_AT_REST = 2  # what is left of the matter outside the season: fees, pipes

# top of the catalogue → weight in January … December
TOPS = {
    "01": (34, 26, 16, 8, 2, 2, 2, 2, 4, 20, 40, 38),
    "02": (13, 12, 14, 15, 15, 15, 15, 15, 15, 14, 13, 12),
    "03": (9, 8, 8, 8, 9, 11, 13, 12, 9, 8, 8, 9),
    "04": (9, 7, 9, 10, 12, 13, 14, 14, 12, 10, 9, 9),
    "05": (5, 5, 9, 12, 13, 15, 15, 14, 12, 9, 6, 5),
    "06": (8, 7, 9, 9, 9, 9, 9, 9, 10, 9, 8, 8),
    "07": (8, 8, 9, 8, 8, 9, 9, 9, 8, 9, 8, 8),
    "08": (11, 6, 6, 6, 6, 6, 6, 6, 7, 7, 8, 11),
    "09": (3, 3, 5, 4, 5, 8, 8, 8, 7, 4, 4, 3),
    "10": (5, 5, 5, 5, 4, 4, 4, 4, 5, 5, 6, 7),
    "11": (3, 3, 5, 7, 8, 8, 7, 7, 6, 5, 4, 3),
    "12": (7, 7, 5, 5, 6, 6, 6, 6, 5, 5, 5, 5),
    "13": (5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5),
}
# where the place is a village
IN_THE_COUNTRY = {"01": 0.3, "02": 0.15, "04": 0.6, "06": 0.5, "09": 0.6, "11": 9.0, "12": 0.7}
IN_TOWN = {"11": 0.04}
NOT_IN_TOWN = frozenset({"0608", "1102", "1103", "1104"})
NOT_IN_THE_COUNTRY = frozenset(["0203", "0205", "0207", "0209", "0401", "0505", "0601", "0603", "0604", "0704", "0903", "1201", "1207"])
LEAVES = {  # within a top; 1 where not named
    "0101": 4, "0102": 1.5, "0104": 1.5,
    "0201": 3, "0202": 1.6, "0203": 1.8, "0205": 0.6,
    "0301": 1.8, "0304": 1.2, "0306": 1.8, "0307": 0.7,
    "0401": 1.8, "0404": 1.5, "0405": 2, "0406": 0.5,
    "0501": 2.2, "0502": 1.8, "0507": 0.4,
    "0601": 1.5, "0602": 2.4, "0605": 1.4, "0608": 0.5,
    "0701": 2, "0704": 2, "0705": 1.4, "0706": 1.4, "0702": 0.6, "0707": 0.6,
    "0801": 3, "0802": 2.2,
    "0901": 1.6, "0906": 0.4,
    "1003": 0.5, "1006": 1.6, "1007": 1.8,
    "1101": 1.6, "1106": 1.6,
    "1201": 1.8, "1202": 1.8, "1205": 1.6, "1206": 0.5,
    "1301": 1.6, "1306": 0.3, "1308": 0.8,
}  # fmt: skip

KINDS = {"consult": 24, "help": 29, "complaint": 37, "report": 5, "suggestion": 5}
KINDS_OF_TOP = {  # where a matter is asked about or reported more than usual
    "01": {"consult": 12, "help": 44, "complaint": 42, "report": 0, "suggestion": 2},
    "05": {"consult": 6, "help": 20, "complaint": 52, "report": 18, "suggestion": 4},
    "07": {"consult": 12, "help": 20, "complaint": 52, "report": 14, "suggestion": 2},
    "08": {"consult": 26, "help": 44, "complaint": 22, "report": 6, "suggestion": 2},
    "10": {"consult": 46, "help": 20, "complaint": 28, "report": 2, "suggestion": 4},
    "12": {"consult": 8, "help": 34, "complaint": 34, "report": 20, "suggestion": 4},
    "13": {"consult": 48, "help": 22, "complaint": 22, "report": 2, "suggestion": 6},
}
SOURCES = {"phone": 62, "wechat": 14, "web": 12, "grid": 4.5, "visit": 3, "police": 2, "superior": 1.5, "letter": 1}
ONLINE = frozenset({"web", "wechat"})

HOURS_BY_PHONE = (2, 1, 1, 1, 1, 2, 6, 18, 44, 62, 60, 50, 28, 26, 44, 52, 50, 44, 36, 30, 24, 18, 11, 5)
HOURS_ONLINE = (8, 4, 2, 1, 1, 2, 7, 16, 28, 34, 33, 31, 34, 30, 28, 29, 30, 31, 33, 40, 44, 42, 30, 17)
HOURS_OF_OFFICES = (0, 0, 0, 0, 0, 0, 0, 0, 10, 34, 36, 24, 2, 2, 18, 34, 32, 18, 2, 0, 0, 0, 0, 0)
WEEKDAYS = (1.22, 1.12, 1.06, 1.04, 1.0, 0.82, 0.74)  # Monday first

ANONYMOUS_REPORTS, SECRET = 0.35, 0.06  # share of reports without a name; of the others, who want to stay unknown


def drawn(rng, weights):
    """A key of a {key: weight} mapping."""
    return rng.choices(tuple(weights), weights=tuple(weights.values()))[0]


def heating_runs(day):
    """Whether the day lies in the heating season, both ends counted."""
    return (day.month, day.day) >= HEATING_STARTS or (day.month, day.day) <= HEATING_ENDS


def matter(rng, *, day, rural):
    """(category code, kind) of a demand on that day; only such as somebody would raise then and there."""
    codes, heights = _ladder(day.month, rural, heating_runs(day))
    while True:
        code = codes[bisect(heights, rng.random() * heights[-1])]
        kind = drawn(rng, KINDS_OF_TOP.get(code[:2], KINDS))
        if suited(code, kind, day.month):
            return code, kind


@cache
def _ladder(month, rural, heating):
    """Codes and their summed weights, for one draw by bisection."""
    codes = [code for code in leaves() if _fits(code, rural, heating)]
    totals = _totals(codes)
    heights = {top: HEATING_AT_REST if top == "01" and not heating else TOPS[top][month - 1] for top in totals}
    setting = IN_THE_COUNTRY if rural else IN_TOWN
    weights = (heights[code[:2]] * setting.get(code[:2], 1) * LEAVES.get(code, 1) / totals[code[:2]] for code in codes)
    return codes, list(accumulate(weights))


def _fits(code, rural, heating):
    foreign = NOT_IN_THE_COUNTRY if rural else NOT_IN_TOWN
    return code not in foreign and (heating or code not in HEATING_RUNNING)


def _totals(codes):
    totals = {}
    for code in codes:
        totals[code[:2]] = totals.get(code[:2], 0) + LEAVES.get(code, 1)
    return totals


def source(rng):
    return drawn(rng, SOURCES)


def day_weight(day):
    """How busy a day is: the week's curve times the month's sum."""
    return WEEKDAYS[day.weekday()] * sum(weights[day.month - 1] for weights in TOPS.values()) / 100


def days(rng, *, first: date, last: date, amount):
    """`amount` days from `first` to `last`, busy ones more often, in order."""
    span = [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]
    return sorted(rng.choices(span, weights=[day_weight(day) for day in span], k=amount))


def time_of_day(rng, *, source):
    """When in the day a demand comes in (Asia/Shanghai)."""
    curve = HOURS_ONLINE if source in ONLINE else HOURS_BY_PHONE if source == "phone" else HOURS_OF_OFFICES
    return time(rng.choices(range(24), weights=curve)[0], rng.randrange(60), rng.randrange(60))


@dataclass(frozen=True)
class Outcome:
    """How one demand will go. `solved` and `satisfaction` are empty where nobody was reached and nobody rated."""

    contact_in_time: bool
    reply_in_time: bool
    objected: bool
    extended: bool
    reworked: bool
    reached: bool
    solved: str
    satisfaction: str
    rates: bool  # whether the resident rates in person
    asks_reopening: bool


HARD = {  # less is solved, by how much
    "0204": 0.16, "0205": 0.16, "0206": 0.24, "0207": 0.2, "0209": 0.1,
    "0408": 0.16,
    "0704": 0.16,
    "0902": 0.06,
    "1003": 0.18,
    "1101": 0.12, "1102": 0.12, "1108": 0.1,
}  # fmt: skip
SATISFACTION = {
    "yes": {"satisfied": 80, "fairly": 16, "dissatisfied": 4},
    "partly": {"satisfied": 24, "fairly": 48, "dissatisfied": 28},
    "no": {"satisfied": 5, "fairly": 17, "dissatisfied": 78},
}


def lean(county_code):
    """What a county is better or worse by in the demo, −0.07 … 0.07: from its code, meaning nothing."""
    return (crc32(f"demo {county_code}".encode()) % 1401 - 700) / 10_000


def outcome(rng, *, county_code, category_code, kind):
    """One draw of how it goes; about nine in ten are contacted and answered in time, four in five solved."""
    shift, hard = lean(county_code), HARD.get(category_code, 0)
    solved = _solved(rng, shift - hard, kind)
    satisfaction = drawn(rng, SATISFACTION[solved])
    reached, rates = rng.random() < 0.86, rng.random() < 0.24
    known = reached or rates
    return Outcome(
        contact_in_time=rng.random() < 0.93 + shift,
        reply_in_time=rng.random() < 0.91 + shift - hard / 2,
        objected=rng.random() < 0.045,
        extended=rng.random() < 0.05 + hard / 2,
        reworked=solved != "yes" and rng.random() < 0.22,
        reached=reached,
        solved=solved if known else "",
        satisfaction=satisfaction if known else "",
        rates=rates,
        asks_reopening=solved == "no" and rng.random() < 0.12,
    )


def _solved(rng, shift, kind):
    """Questions are nearly always answered; the rest depends on place and matter."""
    chance = rng.random()
    good = 0.94 if kind in {"consult", "suggestion"} else 0.79 + shift
    return "yes" if chance < good else "partly" if chance < good + (1 - good) * 0.45 else "no"
