"""The calendar that the notices for 2022–2026 make, with the estimates for 2027 and 2028."""

import pytest
from hypothesis import settings

from governance.calendar.source import arrangement
from governance.calendar.workdays import Calendar

settings.register_profile("shared_machine", deadline=None)  # how long one example takes says nothing there
settings.load_profile("shared_machine")


@pytest.fixture(scope="session")
def calendar():
    years = [arrangement(year) for year in range(2022, 2029)]
    return Calendar(
        days={day.date: day.kind for year in years for day in year.days},
        official_years=frozenset(year.year for year in years if year.official),
    )
