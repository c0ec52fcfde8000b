"""A page of a list: fifty rows and whether there are more, without counting millions."""

from dataclasses import dataclass

from django.db.models import QuerySet

from governance.cases.lines import lines_kept
from governance.web.casework.counting import Question, answers

PAGE_SIZE = 50
COUNT_UP_TO = 1000
LAST_PAGE = 200


@dataclass
class Page:
    """Rows of one page. `count` stops at `COUNT_UP_TO`; `count_is_more` says that it did."""

    rows: list
    number: int
    has_next: bool
    count: int
    count_is_more: bool

    @property
    def has_previous(self):
        return self.number > 1

    @property
    def previous_number(self):
        return self.number - 1

    @property
    def next_number(self):
        return self.number + 1

    @property
    def first_index(self):
        return (self.number - 1) * PAGE_SIZE + 1 if self.rows else 0

    @property
    def last_index(self):
        return (self.number - 1) * PAGE_SIZE + len(self.rows)


def page_of(queryset: QuerySet, number, *, shape=None, read=list):
    """The page of that number (text from the address is fine); a page that does not exist shows the first.

    `shape(rows)` narrows what is read of the rows shown; it is not asked for the count. `read(rows)` makes a list of them.
    """
    number, start = placed(number)
    shaped = shape(queryset) if shape else queryset
    rows = read(shaped[start : start + PAGE_SIZE + 1])
    count = counted(queryset, rows) if number == 1 else counted(queryset, None)
    return Page(rows[:PAGE_SIZE], number, len(rows) > PAGE_SIZE, min(count, COUNT_UP_TO), count > COUNT_UP_TO)


def page_of_list(rows, number):
    """The same of rows that were put together in memory."""
    number, start = placed(number)
    count = len(rows)
    return Page(rows[start : start + PAGE_SIZE], number, count > start + PAGE_SIZE, min(count, COUNT_UP_TO), count > COUNT_UP_TO)


def page_kept(key, model, rows, number):
    """The same for the lines of the worklist `rows()`, composed once for all that `key` stands for; `model` is what it lists."""
    number, start = placed(number)
    found = lines_kept((key, number), model, lambda: rows()[start : start + PAGE_SIZE + 1])
    is_whole = number == 1 and len(found) <= PAGE_SIZE
    count = len(found) if is_whole else answers([Question(key, rows, COUNT_UP_TO)])[0]
    return Page(found[:PAGE_SIZE], number, len(found) > PAGE_SIZE, min(count, COUNT_UP_TO), count > COUNT_UP_TO)


def placed(number):
    """(the number of the page, the index of its first row)"""
    number = int(number) if str(number).isdigit() and 1 <= int(number) <= LAST_PAGE else 1
    return number, (number - 1) * PAGE_SIZE


def counted(queryset, first_rows):
    """How many rows there are, as far as `COUNT_UP_TO`; a short first page is its own count."""
    if first_rows is not None and len(first_rows) <= PAGE_SIZE:
        return len(first_rows)
    return queryset.order_by().values("pk")[: COUNT_UP_TO + 1].count()
