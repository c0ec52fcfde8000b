"""Small pictures made on the server: icons, trend lines and bars as SVG, without script and without inline style."""

from functools import lru_cache
from html import escape

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, HEIGHT, MARGIN = 120, 32, 4


def fill(template, **values):
    """`format_html` for what stands on a page fifty times: text alone, nothing lazy. What is safe stays, all else is escaped."""
    return SafeString(template.format_map({name: one if isinstance(one, SafeString) else escape(one) for name, one in values.items()}))


def joined(parts):
    """Safe pieces in a row."""
    return SafeString(" ".join(part for part in parts if isinstance(part, SafeString)))


@lru_cache
def icon(name):
    """A decorative picture from `static/img/icons.svg`; the word beside it carries the meaning."""
    picture = '<svg class="icon" aria-hidden="true" focusable="false"><use href="{file}#{name}"/></svg>'
    return fill(picture, file=static("img/icons.svg"), name=name)


def badge(label, tone):
    """A word in one of the tones of docs/style.md."""
    return fill('<span class="badge badge-{tone}">{label}</span>', tone=tone, label=str(label))


def clock_line(clock):
    """A `Clock` in a list's cell: two short lines with a picture."""
    return fill(
        '<div class="deadline-line deadline-line-{tone}"><strong>{icon}{headline}</strong><span>{detail}</span></div>',
        tone=clock.tone, icon=icon(clock.icon), headline=clock.headline, detail=clock.detail,
    )  # fmt: skip


def sparkline(values, label, *, open_ended=False):
    """A trend of numbers, oldest first; None leaves a gap. `open_ended`: the last stretch is unfinished, so dashed.

    Empty when fewer than two values are known: one point is no trend.
    """
    points = _points(values)
    if sum(point is not None for point in points) < 2:
        return ""
    solid, dashed = (points[:-1], points[-2:]) if open_ended else (points, [])
    paths = [(_path(solid), ""), (_path(dashed), "is-dashed")]
    last = next(point for point in reversed(points) if point is not None)
    return format_html(
        '<svg class="sparkline" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<line x1="0" x2="{}" y1="{}" y2="{}"/>{}<circle cx="{}" cy="{}" r="2.5"/></svg>',
        *(WIDTH, HEIGHT, label, WIDTH, HEIGHT - 1, HEIGHT - 1),
        format_html_join("", '<path d="{}" class="{}"/>', (path for path in paths if path[0])),
        *last,
    )


def bar(numerator, denominator):
    """A share as a bar; decorative, for the number stands beside it."""
    share = round(100 * min(max(numerator / denominator, 0), 1), 1) if denominator else 0
    return format_html(
        '<svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="meter-ground" width="100" height="10"/><rect class="meter-value" width="{}" height="10"/></svg>',
        share,
    )


def ranged(numerator, denominator, ends, against=None):
    """A share as a bar with the ends between which the true one lies, and a line at another share; decorative: the numbers stand beside."""
    share = _hundredths(numerator / denominator) if denominator else 0
    low, high = map(_hundredths, ends or (0, 0))
    whisker = '<path class="meter-range" d="M{} 5H{}M{} 2V8M{} 2V8"/>'
    return format_html(
        '<svg class="meter meter-ranged" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="meter-ground" width="100" height="10"/><rect class="meter-value" y="1" width="{}" height="8"/>{}{}</svg>',
        share,
        format_html(whisker, low, high, low, high) if ends else "",
        "" if against is None else format_html('<path class="meter-against" d="M{} 0V10"/>', _hundredths(against)),
    )


def _hundredths(share):
    return round(100 * min(max(share, 0), 1), 1)


def _points(values):
    """Positions in the picture, None where there is no value; a line without rise runs in the middle."""
    known = [value for value in values if value is not None]
    low, high = (min(known), max(known)) if known else (0, 0)
    step = (WIDTH - 2 * MARGIN) / max(len(values) - 1, 1)
    depth = HEIGHT - 2 * MARGIN
    return [
        None
        if value is None
        else (
            round(MARGIN + index * step, 1),
            round(MARGIN + depth * (1 - ((value - low) / (high - low) if high > low else 0.5)), 1),
        )
        for index, value in enumerate(values)
    ]


def _path(points):
    """The path through the points, lifted over the gaps."""
    commands, lifted = [], True
    for point in points:
        if point is not None:
            commands.append(f"{'M' if lifted else 'L'}{point[0]} {point[1]}")
        lifted = point is None
    return " ".join(commands)
