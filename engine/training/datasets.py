"""The image sets: RSICD and UC Merced with captions, ``more`` with labels, and their splits.

The layout is that of ``../shared/DATA.md``: a folder per set with ``captions.jsonl`` and
``images.zip``, and ``voices/`` with recorded test questions. ``more`` holds parts of several sets in one
archive: the *source* of an image says which of them it is from.

Splits. Image-voice papers use two partitions of RSICD whose test parts overlap each other's training
parts. So that one model can be judged honestly on both, it is trained only on images that *both*
count as training (:func:`select`); the published numbers it stands beside had more data. ``more`` has no
test part; a tenth of its places is for validation (:func:`_validation_places`).
"""

from __future__ import annotations

import hashlib
import io
import json
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import rasterio
from rasterio.io import MemoryFile

from ..errors import DataMissing

# The sets with captions and test parts, and the one with labels.
DATASETS = ("rsicd", "ucm")
MORE = "more"
# Of ``more``: a line for each place with several pictures, their names without ".webp".
_PLACES = {
    f"{image}.webp": images[0]
    for line in Path(__file__).with_name("places.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for images in [line.split()]
    for image in images
}
Part = Literal["train", "val", "test_standard", "test_80_20"]

# Scenes of UC Merced that the other sets have under another name.
SAME_SCENE = {
    "agricultural": "farmland",
    "baseballdiamond": "baseballfield",
    "harbor": "port",
    "parkinglot": "parking",
}
# Kinds that are part of a more general one. NWPU, whose pictures come from two collections, has both: even in
# one set nobody says whether "residential" is dense.
PART_OF = {
    "denseresidential": "residential",
    "mediumresidential": "residential",
    "sparseresidential": "residential",
    "circularfarmland": "farmland",
    "rectangularfarmland": "farmland",
}
# Kinds that overlap in meaning, or of which one picture may show several: between two sets, nobody says
# whether an "airplane" of one is unlike an "airport" of the other, so such pairs teach nothing.
RELATED_SCENES = (
    {"airport", "airplane", "runway", "vehicle", "parking"},
    {
        "viaduct", "overpass", "freeway", "intersection", "bridge", "parking", "railwaystation",
        "railway", "roundabout", "vehicle",
    },
    {
        "buildings", "commercial", "center", "industrial", "denseresidential", "mobilehomepark",
        "square", "school", "church", "resort", "mediumresidential", "sparseresidential",
        "residential", "palace", "roof", "solarroof", "swimmingpool", "flooded", "intacthouses",
        "parking", "vehicle",
    },
    {"industrial", "commercial", "residential", "railway", "railwaystation", "freeway", "roundabout"},
    {"industrial", "powerstation", "storagetanks", "port", "railway"},
    {
        "park", "golfcourse", "meadow", "playground", "tenniscourt", "stadium", "chaparral",
        "forest", "bareland", "desert", "mountain", "sparseresidential", "farmland", "school",
    },
    {"playground", "tenniscourt", "basketballcourt", "baseballfield", "stadium", "school", "park"},
    {
        "park", "golfcourse", "meadow", "chaparral", "forest", "bareland", "desert", "mountain",
        "sparseresidential", "farmland", "terrace", "circularfarmland", "rectangularfarmland",
        "herbaceous", "orchard", "wetland", "scatteredtrees", "treeless", "intacthouses",
        "windturbine",
    },
    {"pond", "river", "beach", "port", "bridge", "resort", "golfcourse", "park"},
    {"pond", "lake", "river", "openwater", "wetland", "flooded", "island", "bridge", "park"},
    {"openwater", "lake", "river", "beach", "port", "ship", "island", "seaice", "bridge"},
    {"snowberg", "mountain", "seaice", "cloud", "island", "openwater"},
    {"mountain", "lake", "island", "forest"},
    {"pond", "swimmingpool", "resort"},
    # Without trees are yards of railways and blocks of houses, too.
    {
        "treeless", "railway", "railwaystation", "industrial", "commercial", "buildings", "freeway",
        "residential", "denseresidential", "mediumresidential", "parking", "center", "square",
    },
)  # fmt: skip
# Of ``more``: the share of its places to validate on, and how few images of a kind say nothing.
VALIDATION_SHARE = 0.1
FEWEST_OF_A_KIND = 5
# What the counting captions of VHR-10's scenes call the kinds.
_COUNTED = {
    "airplane": "airplane", "ship": "ship", "storage tank": "storagetanks", "car": "vehicle",
    "tennis court": "tenniscourt", "baseball diamond": "baseballfield", "harbour": "port",
    "running track": "playground", "basketball court": "basketballcourt", "bridge": "bridge",
}  # fmt: skip


@dataclass(frozen=True)
class CaptionedImage:
    """One image with its scene and what people wrote about it.

    Attributes:
        dataset: The folder that it lies in.
        image: Its name inside ``images.zip``.
        scene: The label that its set gives it; None: it has captions only, and no term with labels uses it.
        sentences: Its captions; may be empty where there is a scene.
        split: Its part of the standard caption split.
        split_80_20: Its part of the split that image-voice papers use.
        source: The set that labelled it, which knows how its own kinds differ; by default ``dataset``.
    """

    dataset: str
    image: str
    scene: str | None
    sentences: tuple[str, ...]
    split: str
    split_80_20: str
    source: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", self.source or self.dataset)

    @property
    def kind(self) -> str | None:
        """The scene under the name that all sets share."""
        return None if self.scene is None else SAME_SCENE.get(self.scene, self.scene)

    @property
    def shown(self) -> frozenset[str]:
        """The kinds that can be seen in it: its own or, where it has none, those that its captions count."""
        if self.kind is not None:
            return frozenset((self.kind,))
        said = " ".join(self.sentences)
        return frozenset(kind for name, kind in _COUNTED.items() if name in said)


@dataclass(frozen=True)
class SpokenSentence:
    """A recording of a sentence: one line of ``voices/manifest.jsonl``."""

    path: Path
    dataset: str
    speaker: str
    sentence: str


def normalise_sentence(caption: str) -> str:
    """Return the words of a caption as one speaks them: lower case, single spaces, no full stop."""
    return " ".join(caption.lower().replace(" .", "").replace(" ,", ",").split()).rstrip(". ")


def load_captions(data: Path, dataset: str) -> list[CaptionedImage]:
    """Read ``captions.jsonl`` of one set.

    Raises:
        DataMissing: The file is not there.
    """
    rows = _rows(data, f"{dataset}/captions.jsonl")
    if dataset == MORE:
        kept = _validation_places([(row["image"], row["kind"]) for row in rows])
        for row in rows:
            part = "val" if place_of(row["image"]) in kept else "train"
            row |= {
                "scene": row["kind"],
                "source": row["set"],
                "split": part,
                "split_80_20": "train",
            }
    return [
        CaptionedImage(
            dataset=dataset,
            image=row["image"],
            scene=row["scene"],
            sentences=tuple(normalise_sentence(text) for text in row["captions"]),
            split=row["split"],
            split_80_20=row["split_80_20"],
            source=row.get("source", dataset),
        )
        for row in rows
    ]


def place_of(image: str) -> str:
    """Name the place that an image of ``more`` shows: pictures of one place share it (``places.txt``)."""
    return _PLACES.get(image, image)


def _validation_places(images: Sequence[tuple[str, str | None]]) -> set[str]:
    """Choose the places of ``more`` to validate on: a tenth, by a hash of their names.

    Places more are added in the order of that hash for kinds that would have fewer than
    :data:`FEWEST_OF_A_KIND` images, up to a quarter of the kind.
    """
    names = sorted({place_of(image) for image, _ in images}, key=_hashed)
    kept = {place for place in names if _hashed(place) < VALIDATION_SHARE}
    by_kind: dict[str, list[str]] = defaultdict(list)
    for image, kind in images:
        if kind is not None:
            by_kind[kind].append(place_of(image))
    for _, places in sorted(by_kind.items()):
        wanted = min(FEWEST_OF_A_KIND, len(places) // 4)
        for place in sorted(set(places), key=_hashed):
            if sum(other in kept for other in places) >= wanted:
                break
            kept.add(place)
    return kept


def _hashed(place: str) -> float:
    """Return a number from 0 to 1 that depends on the name alone."""
    return int.from_bytes(hashlib.sha256(place.encode()).digest()[:8], "big") / 2**64


def _rows(data: Path, name: str) -> list[dict[str, Any]]:
    with _existing(data, name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _existing(data: Path, name: str) -> Path:
    if not (data / name).is_file():
        raise DataMissing(path=data, missing=name)
    return data / name


def in_part(image: CaptionedImage, part: Part) -> bool:
    """Say whether an image belongs to a part.

    Training takes what no test part holds; validation comes from the same images. UCM is only ever
    tested on its 80/20 split, so its standard test part is free for training.
    """
    if part == "test_standard":
        return image.split == "test"
    if part == "test_80_20":
        return image.split_80_20 == "test"
    if image.split_80_20 == "test" or (image.split == "test" and image.dataset != "ucm"):
        return False
    return (image.split == "val") == (part == "val")


def related(kind: str, other: str) -> bool:
    """Say whether two different kinds of scene overlap in meaning."""
    return kind != other and any(kind in group and other in group for group in RELATED_SCENES)


def part_of(kind: str, other: str) -> bool:
    """Say whether one of two kinds of scene is the more general one of the other."""
    return PART_OF.get(kind) == other or PART_OF.get(other) == kind


def select(images: Iterable[CaptionedImage], part: Part) -> list[CaptionedImage]:
    """Return the images of one part, in their order."""
    return [image for image in images if in_part(image, part)]


def unique_sentences(images: Iterable[CaptionedImage]) -> list[str]:
    """Return the different sentences of some images, sorted."""
    return sorted({text for image in images for text in image.sentences})


def rows_by_dataset(images: Sequence[CaptionedImage]) -> dict[str, np.ndarray]:
    """Return the positions, int [n], of the labelled images of each data set."""
    names = np.array([image.dataset if image.kind is not None else "" for image in images])
    return {str(name): np.flatnonzero(names == name) for name in np.unique(names) if name}


def shows(images: Sequence[CaptionedImage], asked: Sequence[Sequence[str]]) -> np.ndarray:
    """Return bool [n, m]: whether image m is of one of the kinds that question n names."""
    kinds = np.array([image.kind or "" for image in images])
    return np.array([np.isin(kinds, list(named)) for named in asked]).reshape(-1, len(images))


def overlaps(images: Sequence[CaptionedImage], asked: Sequence[Sequence[str]]) -> np.ndarray:
    """Return bool [n, m]: whether image m, not right for question n, is of a kind that overlaps with what it names."""
    kinds = sorted({image.kind or "" for image in images})
    rows = np.array([kinds.index(image.kind or "") for image in images])
    unclear = [
        [any(related(name, kind) or part_of(name, kind) for name in named) for kind in kinds]
        for named in asked
    ]
    return np.array(unclear, dtype=bool).reshape(-1, len(kinds))[:, rows] & ~shows(images, asked)


def load_voices(data: Path) -> list[SpokenSentence]:
    """Read ``voices/manifest.jsonl``: the test questions, never to be trained on.

    Raises:
        DataMissing: The manifest is not there.
    """
    return [
        SpokenSentence(
            path=data / "voices" / row["file"],
            dataset=row["dataset"],
            speaker=row["speaker"],
            sentence=normalise_sentence(row["caption"]),
        )
        for row in _rows(data, "voices/manifest.jsonl")
    ]


def read_images(
    data: Path, images: Sequence[CaptionedImage], pixels: int
) -> Iterator[tuple[int, np.ndarray]]:
    """Read the images, resampled to a square.

    Args:
        data: The data folder.
        images: Which ones, of any set.
        pixels: Side in pixels.

    Yields:
        Position in ``images`` and the pixels, uint8 [pixels, pixels, 3].

    Raises:
        DataMissing: ``images.zip`` of a set is not there.
    """
    archives: dict[str, zipfile.ZipFile] = {}
    with ExitStack() as opened:
        for position, image in enumerate(images):
            if image.dataset not in archives:
                path = _existing(data, f"{image.dataset}/images.zip")
                archives[image.dataset] = opened.enter_context(zipfile.ZipFile(path))
            yield position, decode_image(archives[image.dataset].read(image.image), pixels)


def decode_image(content: bytes, pixels: int) -> np.ndarray:
    """Decode an image file held in memory and resample it to a square, uint8 [pixels, pixels, 3].

    Through rasterio, with the same resampling that tiles get, so that training sees what the
    product sees.
    """
    # Photographs of a training set have no position, and rasterio says so of every one.
    warnings.filterwarnings("ignore", category=rasterio.errors.NotGeoreferencedWarning)
    with MemoryFile(io.BytesIO(content)) as memory, memory.open() as raster:
        shrinking = raster.width > pixels
        resampling = (
            rasterio.enums.Resampling.average if shrinking else rasterio.enums.Resampling.cubic
        )
        array = raster.read((1, 2, 3), out_shape=(3, pixels, pixels), resampling=resampling)
    return np.ascontiguousarray(array.transpose(1, 2, 0))
