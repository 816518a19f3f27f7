"""Numbers as people read them."""

from __future__ import annotations

from datetime import date

from ... import texts
from ...contract import ProgressReport

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 tile", "12,345 tiles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def size(amount: float) -> str:
    """Return an amount of bytes: "12.3 MB"."""
    unit = 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount /= 1000
        unit += 1
    return f"{amount:.0f} {_UNITS[unit]}" if unit < 2 else f"{amount:.1f} {_UNITS[unit]}"


def duration(seconds: float) -> str:
    """Return a duration, roughly: "20 s", "3 min", "2 h 10 min"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def progress(report: ProgressReport) -> str:
    """Return how far something is: "Embedding tiles: 120 of 4,000 · 190/s · 20 s left"."""
    parts = [texts.stage(report.stage)]
    if report.total > 0:
        parts[0] += f": {report.done:,} of {report.total:,}"
    elif report.done > 0:
        parts[0] += f": {report.done:,}"
    if report.rate:
        rate = f"{report.rate:,.0f}" if report.rate >= 10 else f"{report.rate:.1f}"
        parts.append(f"{rate}/s")
    if report.seconds_left is not None and report.done < report.total:
        parts.append(f"{duration(report.seconds_left)} left")
    return " · ".join(parts)


def degrees(west: float, south: float, east: float, north: float) -> str:
    """Return bounds as people read them: "9.2696° to 9.3103° E, 48.2938° to 48.3209° N"."""

    def pair(low: float, high: float, names: str) -> str:
        if low >= 0:
            return f"{low:.4f}° to {high:.4f}° {names[1]}"
        if high <= 0:
            return f"{-low:.4f}° to {-high:.4f}° {names[0]}"
        return f"{-low:.4f}° {names[0]} to {high:.4f}° {names[1]}"

    return f"{pair(west, east, 'WE')}, {pair(south, north, 'SN')}"


def days(since: date | None, until: date | None) -> str:
    """Return a range of days: "2024-06-12", "2015-01-01 to 2019-12-31", "unknown"."""
    if not since or not until:
        return str(since or until or "unknown")
    return str(since) if since == until else f"{since} to {until}"


def span(since: date | None, until: date | None) -> str:
    """Return the years that dates span: "2015" or "2015 to 2019"; empty if unknown."""
    if not since or not until:
        return ""
    first, last = since.year, until.year
    return str(first) if first == last else f"{first} to {last}"
