"""A question as data: asked, stored with a layer or in the history, asked again, sent to somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional, Union

from .codec import AbsolutePath, GeoJson


@dataclass(frozen=True)
class AudioPart:
    """A recorded sentence: what it says is looked for.

    Attributes:
        path: WAV, FLAC, OGG or MP3.
        weight: How much it counts beside the other parts; negative: unlike this.
    """

    path: AbsolutePath
    weight: float = 1.0
    kind: Literal["audio"] = "audio"


@dataclass(frozen=True)
class TextPart:
    """A typed sentence: what it says is looked for.

    Attributes:
        text: English; upper and lower case are the same.
        weight: As for :class:`AudioPart`.
    """

    text: str
    weight: float = 1.0
    kind: Literal["text"] = "text"


@dataclass(frozen=True)
class TilePart:
    """A tile of a voice index: its like is looked for.

    Attributes:
        index: The voice index that holds it; None: the one that is searched.
        weight: As for :class:`AudioPart`.
    """

    tile_id: int
    index: Optional[AbsolutePath] = None
    weight: float = 1.0
    kind: Literal["tile"] = "tile"


@dataclass(frozen=True)
class PlacePart:
    """A place on the map, covered by the index that is searched: its like is looked for.

    Attributes:
        geometry: A point (the smallest tile there) or a polygon (the mean of the tiles that lie mostly
            inside), EPSG:4326.
        weight: As for :class:`AudioPart`.
    """

    geometry: GeoJson
    weight: float = 1.0
    kind: Literal["place"] = "place"


@dataclass(frozen=True)
class ImagePart:
    """A picture, which need not be georeferenced: its like is looked for.

    Attributes:
        path: Any raster or picture file that GDAL reads.
        weight: As for :class:`AudioPart`.
    """

    path: AbsolutePath
    weight: float = 1.0
    kind: Literal["image"] = "image"


@dataclass(frozen=True)
class ProfilePart:
    """A search profile: what a question and its labels had become is looked for.

    Attributes:
        path: A file that ``save_profile`` has written.
        weight: As for :class:`AudioPart`.
    """

    path: AbsolutePath
    weight: float = 1.0
    kind: Literal["profile"] = "profile"


QueryPart = Union[AudioPart, TextPart, TilePart, PlacePart, ImagePart, ProfilePart]


@dataclass(frozen=True)
class Label:
    """Whether a tile shows what is looked for, as the user says.

    Attributes:
        yes: Whether it does.
        index: The voice index that holds it; None: the one that is searched.
    """

    tile_id: int
    yes: bool
    index: Optional[AbsolutePath] = None


@dataclass(frozen=True)
class Filters:
    """Conditions that a hit must meet, all of them.

    Attributes:
        area: It touches this area: a GeoJSON polygon, or the path of a vector file.
        since: Acquired then or later: ``2015``, ``2015-06`` or ``2015-06-30``.
        until: Or earlier.
        sources: Its raster has one of these names or paths; ``*`` and ``?`` stand for any characters.
        ground_sizes_m: The side of its tile is one of these.
    """

    area: Optional[Union[GeoJson, str]] = None
    since: Optional[str] = None
    until: Optional[str] = None
    sources: tuple[str, ...] = ()
    ground_sizes_m: tuple[float, ...] = ()


NO_FILTERS = Filters()


@dataclass(frozen=True)
class Period:
    """From one time to another, both included: ``2015``, ``2015-06`` or ``2015-06-30``; None: open."""

    since: Optional[str] = None
    until: Optional[str] = None

    @staticmethod
    def read(text: str) -> Period:
        """Return the period that a text means: ``2009``, or from one time to another, ``2009..2012``."""
        first, dots, last = (part.strip() for part in text.partition(".."))
        return Period(first or None, (last if dots else first) or None)


@dataclass(frozen=True)
class Query:
    """A question to a voice index.

    Attributes:
        parts: What is looked for: a weighted sum of one or more parts.
        filters: Where and when.
        k: Most hits wanted.
        min_score: Hits have at least this score; None: no threshold.
        suppress_overlap: Of hits that show the same place only the best stays.
        exact: Compare with every tile, without Annoy.
        labels: What the user has said of tiles: the question is moved towards the yes and away from the no, and a no
            of the searched index is no hit any more. Of several labels of a tile the last one counts.
        doubtful: Whether the hits are those tiles whose labels would teach most, in this order, instead of the best.
        per_source: Most hits of each raster; None: no limit. Neither a map of scores nor ``doubtful`` knows it, and a
            saved search, which tells all that is new, is saved without it.
    """

    parts: tuple[QueryPart, ...]
    filters: Filters = Filters()
    k: int = 20
    min_score: Optional[float] = None
    suppress_overlap: bool = True
    exact: bool = False
    labels: tuple[Label, ...] = ()
    doubtful: bool = False
    per_source: Optional[int] = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it is asked with, such as recordings."""
        return tuple(part.path for part in self.parts if hasattr(part, "path"))


#: Looks for nothing in particular; where and how many are still said.
NO_QUESTION = Query(())
