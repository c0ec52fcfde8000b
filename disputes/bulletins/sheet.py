"""A bulletin as its readers see it: everything from the frozen figures, nothing counted."""

from datetime import date

from disputes.bulletins.enums import State


def told(bulletin):
    """What the page shows: the city's rates with their trend, counties by group, townships by county."""
    figures = bulletin.figures
    rates, codes = figures["rates"], [one["code"] for one in figures["rates"]]
    trend = figures["trend"]
    return {
        "bulletin": bulletin,
        "city": figures["city"],
        "rates": [{**one, **headline(one["code"], figures)} for one in figures["rates"]],
        "received": figures["received"],
        "groups": grouped(figures["counties"], rates),
        "townships": [{**row, "groups": grouped(figures["townships"][row["code"]], rates)} for row in figures["counties"]],
        "trend": [{"month": month_of(one["month"]), "cells": at(one, figures["city"]["code"], codes)} for one in reversed(trend)],
        "by_county": [by_county(row, trend, codes) for row in figures["counties"]],
        "is_replaced": bulletin.state == State.REPLACED,
    }


def headline(code, figures):
    """The city's own rate and its way here."""
    line = [one["values"].get(figures["city"]["code"], {}).get(code) for one in figures["trend"]]
    return {"value": figures["city"]["values"][code], "line": line}


def grouped(rows, rates):
    """[{group, rows}] from A to C, what is not shown last, each row with its rates in the order of the columns."""
    found = {}
    for row in rows:
        found.setdefault(row["group"], []).append({**row, "cells": cells(row, rates)})
    return [{"group": group, "rows": found[group]} for group in sorted(found, key=lambda group: (group is None, group))]


def cells(row, rates):
    """A place's rates in the order of the columns, each with the name of its column."""
    return [{"label": one["label"], "value": row["values"].get(one["code"])} for one in rates]


def at(entry, place, codes):
    return [entry["values"].get(place, {}).get(code) for code in codes]


def by_county(row, trend, codes):
    """A county's line for each rate."""
    return {"name": row["name"], "lines": [[one["values"].get(row["code"], {}).get(code) for one in trend] for code in codes]}


def month_of(text):
    return date.fromisoformat(f"{text}-01")
