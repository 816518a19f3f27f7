"""Where recordings were made: from a CSV file, from a GPX track, or from their names."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError

from ..errors import NoteWithoutPosition, PositionsUnreadable, UsageError
from ..paths import reason_of
from . import vector_files

#: Between two points of a track that are further apart in time nobody knows where the recorder was.
MOST_GAP_S = 300.0
#: Unless a recording was made so shortly before a point, or after it.
MOST_AWAY_S = 60.0

_LONGITUDES = ("lon", "longitude", "long", "lng")
_LATITUDES = ("lat", "latitude")
_DECIMAL = r"\d{1,3}(?:\.\d+)?"
#: ``N48.1234_E11.5678``, and ``48.1234,11.5678`` (latitude first; a decimal point in both).
_LETTERS = re.compile(rf"([NS])({_DECIMAL})[_, -]?([EW])({_DECIMAL})", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<![\d.])(-?\d{1,2}\.\d+)[,_ ]+(-?\d{1,3}\.\d+)(?![\d])")
#: 20240531_101500, 2024-05-31T10-15-00, 2024-05-31 10.15.00
_MOMENT = re.compile(
    r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})[T_ -](\d{2})[-.:_]?(\d{2})[-.:_]?(\d{2})(?!\d)"
)


@dataclass(frozen=True)
class Position:
    """Where a recording was made, and what else was written of it.

    Attributes:
        lon: Longitude, degrees, EPSG:4326.
        lat: Latitude.
        time: When; None: not said.
        author: Who made it; empty: not said.
        comment: What was written beside it.
    """

    lon: float
    lat: float
    time: datetime | None = None
    author: str = ""
    comment: str = ""


#: Tells the position of a recording; raises NoteWithoutPosition.
Positions = Callable[[Path], Position]


def find_positions(
    folder: Path, file: Path | None, crs: str = "EPSG:4326", clock_offset_s: float = 0.0
) -> Positions:
    """Return what tells the positions of the recordings of a folder.

    Args:
        folder: The recordings.
        file: A ``.csv`` or ``.gpx``; None: the only CSV or else GPX file of the folder, else the recordings' names.
        crs: Of the columns ``x`` and ``y``.
        clock_offset_s: Seconds that the recorder's clock is ahead of that of the GPX file.

    Raises:
        PositionsUnreadable: The file is not of that kind.
        UsageError: The CRS is none.
    """
    if file is None:
        for suffix in (".csv", ".gpx"):
            found = [path for path in folder.iterdir() if path.suffix.lower() == suffix]
            if len(found) == 1:
                file = found[0]
                break
    if file is None:
        return position_in_name
    if file.suffix.lower() == ".csv":
        return _from_table(file, crs)
    if file.suffix.lower() == ".gpx":
        return _from_track(file, clock_offset_s)
    raise PositionsUnreadable(path=file, reason="its name ends neither in .csv nor in .gpx")


def position_in_name(recording: Path) -> Position:
    """Return the position that the name of a recording says: ``N48.1234_E11.5678``, or ``48.1234,11.5678``.

    Raises:
        NoteWithoutPosition: It says none.
    """
    name = recording.stem
    letters, numbers = _LETTERS.search(name), _NUMBERS.search(name)
    if letters:
        south, lat, west, lon = letters.groups()
        signed = float(lat) * _sign(south, "S"), float(lon) * _sign(west, "W")
    elif numbers:
        signed = float(numbers[1]), float(numbers[2])
    else:
        raise NoteWithoutPosition(recording=recording.name, reason="its name says none")
    return _checked(Position(signed[1], signed[0]), recording)


def moment_of(recording: Path) -> datetime:
    """Return when a recording was made: as its name says, else when the file was written.

    Raises:
        OSError: The file cannot be looked at.
    """
    for found in _MOMENT.finditer(recording.stem):
        try:
            return datetime(*map(int, found.groups())).astimezone()  # type: ignore[arg-type]
        except ValueError:
            continue
    return datetime.fromtimestamp(recording.stat().st_mtime).astimezone()


def read_moment(text: str) -> datetime:
    """Return a time as ISO 8601 writes it; without a time zone it is this computer's.

    Raises:
        UsageError: It is none.
    """
    try:
        return datetime.fromisoformat(text.strip()).astimezone()
    except (ValueError, OverflowError) as error:
        raise UsageError(
            problem=f"{text} is not a time.", advice="Write it as in 2024-05-31T10:15:00."
        ) from error


def _sign(letter: str, negative: str) -> int:
    return -1 if letter.upper() == negative else 1


def _checked(position: Position, recording: Path) -> Position:
    if not (math.isfinite(position.lon) and abs(position.lon) <= 180 and abs(position.lat) <= 90):
        raise NoteWithoutPosition(
            recording=recording.name,
            reason=f"longitude {position.lon:g}, latitude {position.lat:g} is not on Earth",
        )
    return position


def _from_table(file: Path, crs: str) -> Positions:
    """Return what looks recordings up in a CSV file, by their names, whatever the case."""
    rows = _rows(file)
    columns = set(rows[0]) if rows else set()
    x, y = (
        next((name for name in names if name in columns), None)
        for names in ((*_LONGITUDES, "x"), (*_LATITUDES, "y"))
    )
    if "file" not in columns or x is None or y is None:
        raise PositionsUnreadable(
            path=file, reason="its first line does not name the columns file, lon and lat"
        )
    to_degrees = _to_degrees(crs) if x == "x" else None
    by_name = {Path(row["file"].replace("\\", "/")).name.lower(): row for row in rows}

    def position(recording: Path) -> Position:
        row = by_name.get(recording.name.lower())
        if row is None:
            raise NoteWithoutPosition(recording=recording.name, reason=f"it is not in {file.name}")
        try:
            # Spreadsheets of some languages write a decimal comma.
            lon, lat = (float(row[name].replace(",", ".")) for name in (x, y))
        except ValueError as error:
            raise NoteWithoutPosition(
                recording=recording.name, reason=f"{file.name} gives no numbers for it"
            ) from error
        if to_degrees is not None:
            lon, lat = to_degrees.transform(lon, lat)
        written = row.get("time", "")
        time = read_moment(written) if written else None
        told = row.get("author", ""), row.get("comment", "")
        return _checked(Position(lon, lat, time, *told), recording)

    return position


def _rows(file: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file under the names of its columns, in lower case."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            start = stream.read(4096)
            stream.seek(0)
            head = start.partition("\n")[0]
            delimiter = max(",;\t", key=head.count)
            table = csv.DictReader(stream, delimiter=delimiter, restval="")
            return [
                {name.strip().lower(): value.strip() for name, value in row.items() if name}
                for row in table
            ]
    except OSError as error:
        raise PositionsUnreadable(path=file, reason=reason_of(error)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise PositionsUnreadable(path=file, reason="it is no table of text (UTF-8)") from error


def _to_degrees(crs: str) -> Transformer:
    try:
        return Transformer.from_crs(CRS.from_user_input(crs), "EPSG:4326", always_xy=True)
    except ProjError as error:
        raise UsageError(
            problem=f"{crs} is not a CRS.", advice="Give one such as EPSG:32633."
        ) from error


def _from_track(file: Path, clock_offset_s: float) -> Positions:
    """Return what finds the place on a GPX track at the time of a recording."""
    times, lons, lats = _track(file)

    def position(recording: Path) -> Position:
        try:
            made = moment_of(recording) - timedelta(seconds=clock_offset_s)
        except OSError as error:
            raise NoteWithoutPosition(recording=recording.name, reason=reason_of(error)) from error
        moment = made.timestamp()
        after = int(np.searchsorted(times, moment))
        before, after = max(0, after - 1), min(after, len(times) - 1)
        is_between = times[0] <= moment <= times[-1] and times[after] - times[before] <= MOST_GAP_S
        nearest = float(np.abs(times[[before, after]] - moment).min())
        if not is_between and nearest > MOST_AWAY_S:
            raise NoteWithoutPosition(
                recording=recording.name,
                reason=f"{file.name} has no point near {made:%Y-%m-%d %H:%M:%S %z}",
            )
        lon, lat = (float(np.interp(moment, times, values)) for values in (lons, lats))
        return _checked(Position(lon, lat, made), recording)

    return position


def _track(file: Path) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return times (seconds since 1970), longitudes and latitudes of the track points that have a time, by time."""
    try:
        meta, _fids, shapes, values = vector_files.read(
            file, layer="track_points", columns=["time"], datetime_as_string=True
        )
    except (DataSourceError, DataLayerError, ValueError) as error:
        raise PositionsUnreadable(path=file, reason="it is not a GPX file") from error
    written = values[list(meta["fields"]).index("time")]
    timed = [i for i, text in enumerate(written) if text]
    if not timed:
        raise PositionsUnreadable(path=file, reason="no point of its tracks has a time")
    places = shapely.get_coordinates(shapely.from_wkb(np.asarray(shapes)[timed]))
    moments = np.array([_utc(str(written[i])).timestamp() for i in timed])
    order = np.argsort(moments, kind="stable")
    return moments[order], places[order, 0], places[order, 1]


def _utc(text: str) -> datetime:
    """Return a time of a GPX file, which is UTC unless it says otherwise."""
    moment = datetime.fromisoformat(text.replace("/", "-"))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
