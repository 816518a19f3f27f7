"""When a raster was acquired, from its metadata or its name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

EARLIEST = datetime.date(1900, 1, 1)

# In order of trust; compared without case, underscores and colons.
_ACQUISITION_ITEMS = (
    "acquisitiondatetime",
    "acquisitiondate",
    "dateacquired",
    "acquisitiontime",
    "datatake1datatakesensingstart",
    "sensingtime",
    "sensingstart",
    "productstarttime",
    "startdatetime",
    "imagedatetime",
    "nitfidatim",
    "exifdatetimeoriginal",
    "imagingdate",
    "flightdate",
    "capturedate",
)
_SEPARATED = r"(?P<year>\d{4})(?P<sep>[-_.:/])(?P<month>\d{2})(?P=sep)(?P<day>\d{2})"
_COMPACT = r"(?P<cyear>\d{4})(?P<cmonth>\d{2})(?P<cday>\d{2})"
_DATE = re.compile(
    rf"(?<!\d)(?:{_SEPARATED}(?!\d)|{_COMPACT}(?!\d)"
    rf"|{_COMPACT.replace('<c', '<t')}(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d))"
)


def acquisition_date(
    tags: Mapping[str, str], imagery_tags: Mapping[str, str], name: str
) -> datetime.date | None:
    """Return the acquisition date of a raster.

    An item that says "acquired" wins. ``TIFFTAG_DATETIME`` is the time at which a program wrote the
    file: an earlier date in the file name is nearer to the truth and wins over it.

    Args:
        tags: Metadata items of the dataset.
        imagery_tags: Items of its ``IMAGERY`` domain.
        name: File name.

    Returns:
        The date; None if nothing plausible was found (not before 1900, not in the future).
    """
    items = {_plain(key): value for key, value in {**tags, **imagery_tags}.items()}
    for item in _ACQUISITION_ITEMS:
        found = first_date(items.get(item, ""))
        if found is not None:
            return found
    candidates = [first_date(name), first_date(tags.get("TIFFTAG_DATETIME", ""))]
    return min((date for date in candidates if date is not None), default=None)


def first_date(text: str) -> datetime.date | None:
    """Return the first plausible date in a text: 20090818, 2009-08-18, 20090818T101559, ..."""
    latest = datetime.datetime.now(tz=datetime.UTC).date() + datetime.timedelta(days=1)
    # Overlapping matches matter: in "1234_2015_09_26" the first four digits are no year.
    for start in range(len(text)):
        match = _DATE.match(text, start)
        if match is None:
            continue
        year, month, day = (
            int(match["year"] or match["cyear"] or match["tyear"]),
            int(match["month"] or match["cmonth"] or match["tmonth"]),
            int(match["day"] or match["cday"] or match["tday"]),
        )
        try:
            date = datetime.date(year, month, day)
        except ValueError:
            continue
        if EARLIEST <= date <= latest:
            return date
    return None


def _plain(key: str) -> str:
    return re.sub(r"[^a-z0-9]", "", key.lower())
