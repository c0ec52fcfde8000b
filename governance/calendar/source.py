"""Where a year's days come from: official arrangements from `chinesecalendar`, later years estimated by `holidays`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from chinese_calendar.constants import Holiday, holidays, workdays
from holidays import country_holidays

from governance.calendar.workdays import DayKind

FIRST_YEAR = 2022
ESTIMATED_AHEAD = 2

DECEMBER = 12
FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}

# Numbers of the yearly notices of the State Council's General Office (国务院办公厅关于…年部分节假日安排的通知).
NOTICES = {
    2022: "国办发明电〔2021〕11号",
    2023: "国办发明电〔2022〕16号",
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}


@dataclass(frozen=True)
class Day:
    """A day that is not what its place in the week says, and the festival it belongs to."""

    date: date
    kind: DayKind
    name: str


@dataclass(frozen=True)
class Arrangement:
    """The days of one year, whether an official notice stands behind them, and which."""

    year: int
    days: tuple[Day, ...]
    official: bool
    source: str


def known_years():
    """The years to load: official ones from `FIRST_YEAR` on, and the next ones as an estimate."""
    return range(FIRST_YEAR, max(holidays).year + ESTIMATED_AHEAD + 1)


def arrangement(year):
    """The days of a year from the libraries. Raises `ValueError` before `FIRST_YEAR`."""
    if year < FIRST_YEAR:
        raise ValueError(f"No arrangement is carried for {year}: the first year is {FIRST_YEAR}.")
    if year <= max(holidays).year:
        return Arrangement(year, tuple(_arranged(year)), official=True, source=_official_source(year))
    source = f"holidays {version('holidays')}（推算，待国务院办公厅通知）"
    return Arrangement(year, tuple(_estimated(year)), official=False, source=source)


def _arranged(year):
    for days, kind in ((holidays, DayKind.HOLIDAY), (workdays, DayKind.MAKE_UP)):
        yield from (Day(day, kind, _name(name)) for day, name in sorted(days.items()) if _arranged_for(day) == year)


def _name(english):
    """The festival's name as the notices write it."""
    name = Holiday(english).chinese
    return FULL_NAMES.get(name, name)


def _arranged_for(day):
    """The year whose notice names a day: rest at New Year may begin in December, and nothing else lies there."""
    return day.year + 1 if day.month == DECEMBER else day.year


def _estimated(year):
    days: Iterable[tuple[date, str]] = country_holidays("CN", years=year, language="zh_CN").items()
    for day, name in sorted(days):
        yield Day(day, DayKind.HOLIDAY, name.replace("; ", "、"))


def _official_source(year):
    if year in NOTICES:
        return f"国务院办公厅关于{year}年部分节假日安排的通知（{NOTICES[year]}）"
    return f"chinesecalendar {version('chinesecalendar')}"
