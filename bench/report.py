"""What was measured, as a table for people and as JSON for programs."""

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from bench.measuring import delayed
from bench.server import THREADS, WORKERS

LATEST = Path(__file__).resolve().parent.parent / "var" / "bench" / "latest.json"
HEAD = ("page", "scope", "statements", "p50 ms", "p95 ms", "ratio", "growth", "8: p50", "8: p95", "8: ratio", "aim")


def machine():
    """Facts without which no figure means anything."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else 0
    return {
        "system": platform.platform(),
        "processor": processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(memory / 2**30, 1),
        "load_at_start": os.getloadavg()[0],
        "python": platform.python_version(),
        "gunicorn": f"{WORKERS} workers × {THREADS} threads, keep-alive",
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def processor():
    facts = Path("/proc/cpuinfo")
    if not facts.is_file():
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in facts.read_text().splitlines() if line.startswith("model name")]
    return names[0] if names else platform.processor()


def entry(page, rows, count, alone, crowd, *, small, large):
    """One page as `latest.json` holds it: on the large database, with one client and with eight."""
    here, many = alone[large], crowd[large]
    return {
        "name": page.name,
        "scope": page.scope,
        "rows": rows,
        "p50": here.page.p50,
        "p95": here.page.p95,
        "ratio": here.ratio,
        "query_count": count,
        "growth": round(here.page.p50 / alone[small].page.p50, 2),
        "floor_p50": here.floor.p50,
        "floor_p95": here.floor.p95,
        "with_8_clients": {"p50": many.page.p50, "p95": many.page.p95, "ratio": many.ratio, "floor_p50": many.floor.p50},
        "delayed_share": round(delayed(here.page), 3),
        "aim": {"ratio": page.ratio_aim, "query_count": page.statements_aim, "growth": page.growth_aim},
    }


def floors(entries, pages):
    """The floors as the pages met them: {name: {p50, p95}}, in milliseconds."""
    found = {}
    for entry_, page in zip(entries, pages, strict=True):
        found.setdefault(page.floor, []).append((entry_["floor_p50"], entry_["floor_p95"]))
    return {name: {"p50": middle(times, 0), "p95": middle(times, 1)} for name, times in found.items()}


def middle(pairs, index):
    values = sorted(pair[index] for pair in pairs)
    return values[len(values) // 2]


def missed(found):
    """In words, which aims a page misses."""
    aims = found["aim"]
    return [
        f"{name} {found[name]} > {aims[name]}"
        for name in ("ratio", "query_count", "growth")
        if aims[name] is not None and found[name] > aims[name]
    ]


def table(entries):
    """Lines of the table."""
    rows = [HEAD, *(row(found) for found in entries)]
    widths = [max(len(str(line[column])) for line in rows) for column in range(len(HEAD))]
    return ["  ".join(str(cell).ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in rows]


def row(found):
    many = found["with_8_clients"]
    return (
        found["name"], found["scope"], found["query_count"], found["p50"], found["p95"], found["ratio"], found["growth"], many["p50"],
        many["p95"], many["ratio"], "; ".join(missed(found)) or "met",
    )  # fmt: skip


def write(facts, entries, pages, *, small, large):
    """Keep the run as `var/bench/latest.json`."""
    LATEST.parent.mkdir(parents=True, exist_ok=True)
    kept = {"machine": facts, "small": small, "large": large, "floor": floors(entries, pages), "pages": entries}
    LATEST.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return LATEST
