"""Numbers, sizes, dates and positions as the user's locale writes them."""

from __future__ import annotations

from datetime import date
from typing import Optional, Union

from qgis.core import QgsCoordinateFormatter
from qgis.PyQt.QtCore import QDate, QDateTime, QLocale, Qt, QTime

from ... import texts
from ...contract import ProgressReport
from ...translation import tr

_SHORTEST = QLocale.FloatingPointPrecisionOption.FloatingPointShortest
_SI = QLocale.DataSizeFormat.DataSizeSIFormat
_SHORT = QLocale.FormatType.ShortFormat
_DEGREES = QgsCoordinateFormatter.Format.FormatDecimalDegrees

#: A day, or its ISO 8601 text; None if it is not known.
Day = Optional[Union[date, str]]


def number(value: float, decimals: int | None = None) -> str:
    """Return a number; without ``decimals`` with as many (at most three) as it has."""
    if decimals is None:
        return str(QLocale().toString(round(float(value), 3), "f", _SHORTEST))
    return str(QLocale().toString(float(value), "f", decimals))


def percent(share: float) -> str:
    """Return a share from 0 to 1 in percent."""
    return tr("{number}%").format(number=number(100 * share, 0))


def size(amount: float) -> str:
    """Return an amount of bytes: "306 kB", "12.3 MB"."""
    decimals = 1 if amount >= 1_000_000 else 0
    return str(QLocale().formattedDataSize(round(amount), decimals, _SI))


def seconds(value: float, decimals: int = 0) -> str:
    """Return a number of seconds: "3.2 s"."""
    return tr("{number} s").format(number=number(value, decimals))


def duration(value: float) -> str:
    """Return a duration in seconds, roughly: "20 s", "3 min", "2 h 10 min"."""
    if value < 90:
        return seconds(max(1, round(value)))
    minutes = round(value / 60)
    if minutes < 90:
        return tr("{minutes} min").format(minutes=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def metres(value: float) -> str:
    """Return a length on the ground: "200 m", "0.5 m"."""
    return tr("{number} m").format(number=number(value))


def distance(value: float) -> str:
    """Return a distance in metres, roughly: "141 m", "1.2 km"."""
    if value < 1000:
        return metres(round(value))
    kilometres = value / 1000
    text = number(kilometres, 1 if kilometres < 100 else 0)
    return tr("{number} km").format(number=text)


def progress(report: ProgressReport) -> str:
    """Return the state of a long request: "Embedding tiles: 120 of 4,000 · 190/s · 20 s left"."""
    task, done = texts.stage(report.stage), number(report.done)
    if report.total > 0:
        total = number(report.total)
        parts = [tr("{task}: {done} of {total}").format(task=task, done=done, total=total)]
    elif report.done > 0:
        parts = [tr("{task}: {done}").format(task=task, done=done)]
    else:
        parts = [task]
    if report.rate:
        rate = number(report.rate, 0 if report.rate >= 10 else 1)
        parts.append(tr("{rate}/s").format(rate=rate))
    if report.seconds_left is not None and report.done < report.total:
        parts.append(tr("{duration} left").format(duration=duration(report.seconds_left)))
    return " · ".join(parts)


def bounds(west: float, south: float, east: float, north: float) -> str:
    """Return an extent in degrees: "9.2696°E to 9.3103°E, 48.2938°N to 48.3209°N"."""
    return tr("{west} to {east}, {south} to {north}").format(
        west=QgsCoordinateFormatter.formatX(west, _DEGREES, 4),
        east=QgsCoordinateFormatter.formatX(east, _DEGREES, 4),
        south=QgsCoordinateFormatter.formatY(south, _DEGREES, 4),
        north=QgsCoordinateFormatter.formatY(north, _DEGREES, 4),
    )


def date_format() -> str:
    """Return how the locale writes dates, with all digits of the year."""
    pattern = str(QLocale().dateFormat(_SHORT))
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def day(value: Day) -> str:
    """Return a day; empty if it is not known."""
    parsed = QDate.fromString(str(value)[:10], Qt.DateFormat.ISODate)
    return str(QLocale().toString(parsed, date_format())) if parsed.isValid() else ""


def clock_time(moment: str) -> str:
    """Return the time of day of a moment, given in ISO 8601."""
    parsed: QTime = QDateTime.fromString(moment, Qt.DateFormat.ISODate).time()
    return str(QLocale().toString(parsed, _SHORT))


def moment(value: str) -> str:
    """Return date and time of a moment, given in ISO 8601."""
    return tr("{date}, {time}").format(date=day(value), time=clock_time(value))


def days(since: Day, until: Day) -> str:
    """Return a range of days: "6/12/2024", "1/1/2015 to 12/31/2019", "unknown"."""
    first, last = day(since), day(until)
    if not first or not last:
        return first or last or tr("unknown")
    return first if first == last else tr("{first} to {last}").format(first=first, last=last)


def years(since: Day, until: Day) -> str:
    """Return the years that dates span: "2015" or "2015 to 2019"; empty if unknown."""
    if not since or not until:
        return ""
    first, last = str(since)[:4], str(until)[:4]
    return first if first == last else tr("{first} to {last}").format(first=first, last=last)
