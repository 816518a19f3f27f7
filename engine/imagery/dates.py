"""When a raster was acquired, from its metadata or its name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

EARLIEST = datetime.date(1900, 1, 1)
# Of years of two digits: before, nobody wrote 23FEB57 into the name of a file.
_EARLIEST_SHORT_YEAR = 1960

# In order of trust; compared without case and signs, with whatever stands before them
# ("NC_GLOBAL#time_coverage_start").
_ACQUISITION_ITEMS = (
    "acquisitiondatetime",
    "acquisitiondate",
    "dateacquired",
    "acquisitiontime",
    "acquired",
    "datatake1datatakesensingstart",
    "sensingtime",
    "sensingstart",
    "sensingdate",
    "productstarttime",
    "startdatetime",
    "rangebeginningdate",
    "timecoveragestart",
    "firstlinetime",
    "earliestacqtime",
    "imagedatetime",
    "nitfidatim",
    "collectiondate",
    "imagingdate",
    "flightdate",
    "capturedate",
)
# The name of a property of STAC; as an ending it would be TIFFTAG_DATETIME too.
_EXACT_ITEMS = ("datetime",)
# Set by the clock of a camera, which may have lost its time.
_CLOCK_ITEMS = ("exifdatetimeoriginal",)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# Hours, minutes, seconds and what some add of a second.
_TIME = r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d\d{0,3})?"

# What only one kind of product is called: (pattern, order of day, month and year in it).
_PRODUCTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Landsat scene: sensor, path, row, year, day of year, station, version.
        r"(?<![a-z0-9])L[A-Z]\d\d{6}(?P<year>\d{4})(?P<doy>\d{3})[A-Z]{3}\d\d",
        # EO-1: sensor, path, row, year, day of year.
        r"(?<![a-z0-9])EO1[AH]\d{6}(?P<year>\d{4})(?P<doy>\d{3})",
        # MODIS, VIIRS (.A2015269.) and cuts of them (doy2015269).
        r"(?<![a-z0-9])(?:A|doy)(?P<year>\d{4})(?P<doy>\d{3})(?!\d)",
        # Harmonized Landsat Sentinel: 2015269T153810; PDS and others: 2015-269T15:38:10.
        r"(?<!\d)(?P<year>\d{4})-?(?P<doy>\d{3})T\d\d",
        # ASTER: version, month, day, year, time.
        r"(?<![a-z0-9])AST_[A-Z0-9]+_00\d(?P<month>\d\d)(?P<day>\d\d)(?P<year>\d{4})\d{6}",
        # Maxar: year, month, day, time.
        rf"(?<![a-z0-9])(?P<year>\d\d){_MONTH}(?P<day>\d\d){_TIME}(?!\d)",
        # NITF 2.0: day, time, month, year.
        rf"(?<![a-z0-9])(?P<day>\d\d){_TIME}Z{_MONTH}(?P<year>\d\d)(?!\d)",
    )
)
_YEAR_FIRST = (
    re.compile(
        r"(?<!\d)(?P<year>\d{4})(?P<sep>[-_.:/ ])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)"
    ),
    re.compile(rf"(?<!\d)(?P<year>\d{{4}})(?P<month>\d\d)(?P<day>\d\d)(?:{_TIME})?(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<year>\d{{4}})[-_. ]?{_MONTH}[-_. ]?(?P<day>\d\d)(?!\d)", re.IGNORECASE
    ),
)
_MONTH_NAMED = (
    re.compile(
        rf"(?<!\d)(?P<day>\d\d?)[-_. ]?{_MONTH}[-_., ]*(?P<year>\d{{4}})(?!\d)", re.IGNORECASE
    ),
    re.compile(
        rf"(?<![a-z]){_MONTH}[-_. ]?(?P<day>\d\d?),? ?[-_. ](?P<year>\d{{4}})(?!\d)", re.IGNORECASE
    ),
    # Maxar without the time, which writes the year first; with signs between, people do not.
    re.compile(rf"(?<![a-z0-9])(?P<year>\d\d){_MONTH}(?P<day>\d\d)(?![a-z0-9])", re.IGNORECASE),
    re.compile(
        rf"(?<![a-z0-9])(?P<day>\d\d?)[-_. ]?{_MONTH}[-_. ]?(?P<year>\d\d)(?!\d)", re.IGNORECASE
    ),
)
_DAY_FIRST = (
    re.compile(
        r"(?<!\d)(?P<day>\d\d)(?P<either>[-_.:/ ])(?P<month>\d\d)(?P=either)(?P<year>\d{4})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4})(?!\d)"),
)
_ORDINAL = (re.compile(r"^\s*(?P<year>\d{4})-(?P<doy>\d{3})(?!\d)"),)
# What a date behind one of these words tells is when somebody worked at a desk.
_DESK_WORK = re.compile(
    r"(?<![a-z])(?:process(?:ed|ing)?|proc|creat(?:ed|ion)|export(?:ed)?|publish(?:ed)?|deliver(?:ed|y)?|print(?:ed)?"
    r"|generated|updated|modified|uploaded|downloaded|edited|version|rev)[-_. :]*(?:on|date)?[-_. :]*$",
    re.IGNORECASE,
)
# The day that clocks begin to count with: of Macintosh, Unix, DOS and GPS.
_EPOCHS = (
    datetime.date(1904, 1, 1),
    datetime.date(1970, 1, 1),
    datetime.date(1980, 1, 1),
    datetime.date(1980, 1, 6),
)
# Seen from another time zone, an epoch is a day earlier.
_NO_DATES = frozenset(
    epoch + datetime.timedelta(days=days) for epoch in _EPOCHS for days in (-1, 0)
)
# Where cameras begin.
_CAMERA_START = datetime.date(2000, 1, 1)


@dataclass(frozen=True)
class FoundDate:
    """An acquisition date and where it stands.

    Attributes:
        date: The date.
        item: The metadata item, such as ``ACQUISITIONDATETIME``; None: the name.
    """

    date: datetime.date
    item: str | None


def acquisition_date(
    tags: Mapping[str, str], imagery_tags: Mapping[str, str], name: str
) -> datetime.date | None:
    """Return the acquisition date of a raster: that of :func:`find_acquisition_date`."""
    found = find_acquisition_date({**tags, **imagery_tags}, name)
    return None if found is None else found.date


def find_acquisition_date(items: Mapping[str, str], name: str) -> FoundDate | None:
    """Find when a raster was acquired.

    An item that says "acquired" wins. ``TIFFTAG_DATETIME`` is the time at which a program wrote the
    file: an earlier date in the file name is nearer to the truth and wins over it. A clock that was reset
    (1904, 1970, 1980, 2000-01-01) says nothing, and one that says New Year's Day less than a name does.

    Args:
        items: Metadata items of the dataset and of its ``IMAGERY`` domain.
        name: File name, or that of the folder of a product.

    Returns:
        The date; None if nothing plausible was found (not before 1900, not in the future).
    """
    plain = {_plain(key): (key, value) for key, value in items.items()}
    for wanted in (*_ACQUISITION_ITEMS, *_EXACT_ITEMS):
        for key, (item, value) in plain.items():
            if key == wanted or (wanted not in _EXACT_ITEMS and key.endswith(wanted)):
                found = _first(value, in_metadata=True)
                if found is not None and found not in _NO_DATES:
                    return FoundDate(found, item)
    for key, (item, value) in plain.items():
        if key in _CLOCK_ITEMS:
            found = _clock_date(value)
            if found is not None:
                return FoundDate(found, item)
    return _of_name_or_file(name, items.get("TIFFTAG_DATETIME", ""))


def _of_name_or_file(name: str, written: str) -> FoundDate | None:
    named, tagged = first_date(name), _clock_date(written)
    if tagged is not None and (tagged.month, tagged.day) == (1, 1) and named is not None:
        tagged = None
    found = [
        FoundDate(date, item)
        for date, item in ((named, None), (tagged, "TIFFTAG_DATETIME"))
        if date is not None
    ]
    return min(found, key=lambda one: one.date, default=None)


def _clock_date(text: str) -> datetime.date | None:
    """Return what a camera's or computer's clock said, unless it was reset."""
    found = _first(text, in_metadata=True)
    return None if found in _NO_DATES or found == _CAMERA_START else found


def first_date(text: str) -> datetime.date | None:
    """Return the most trustworthy plausible date in a name.

    Read are, in this order: what products are called (Landsat's and MODIS's year and day of year, ASTER,
    Maxar's 23FEB08 with a time), 20090818, 2009-08-18, 20090818T101559; 18AUG2009, 23FEB08; 18-08-2009,
    18082009. Of dates of the same kind the first one counts; one behind "created" or "processed" does not.
    """
    return _first(text, in_metadata=False)


def _first(text: str, in_metadata: bool) -> datetime.date | None:
    kinds: tuple[tuple[re.Pattern[str], ...], ...] = (
        _PRODUCTS,
        _YEAR_FIRST,
        _MONTH_NAMED,
        _DAY_FIRST,
    )
    if in_metadata:
        kinds = (_ORDINAL, *kinds)
    for patterns in kinds:
        found = [one for pattern in patterns for one in _dates(pattern, text)]
        if found:
            return min(found, key=lambda one: one[0])[1]
    return None


def _dates(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, datetime.date]]:
    """Yield places and plausible dates."""
    latest = datetime.datetime.now(tz=datetime.UTC).date() + datetime.timedelta(days=1)
    start = 0
    # Overlapping matches matter: in "1234_2015_09_26" the first four digits are no year.
    while (match := pattern.search(text, start)) is not None:
        start = match.start() + 1
        date = _date(match.groupdict(), latest)
        plausible = date is not None and EARLIEST <= date <= latest
        if date and plausible and not _DESK_WORK.search(text[: match.start()]):
            yield match.start(), date


def _date(said: Mapping[str, str | None], latest: datetime.date) -> datetime.date | None:
    """Return the date of what a pattern has found; None if there is no such day."""
    year = int(said["year"] or 0)
    if len(said["year"] or "") == 2:
        year += 2000 if 2000 + year <= latest.year else 1900
        if year < _EARLIEST_SHORT_YEAR:
            return None
    doy = said.get("doy")
    try:
        if doy is not None:
            date = datetime.date(year, 1, 1) + datetime.timedelta(days=int(doy) - 1)
            return date if int(doy) >= 1 and date.year == year else None
        month = said.get("month")
        number = int(month) if month else 1 + _MONTHS.index((said.get("name") or "")[:3].lower())
        day = int(said.get("day") or 0)
        if number > 12 and said.get("either"):
            number, day = day, number  # 09/26/2015, as Americans write.
        return datetime.date(year, number, day)
    except (ValueError, OverflowError):
        return None


def _plain(key: str) -> str:
    return re.sub(r"[^a-z0-9]", "", key.lower())
