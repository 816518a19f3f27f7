"""Which bands of a raster are red, green and blue, by all that it says of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import rasterio
from rasterio.enums import ColorInterp

from ..contract.notices import Notice

Bands: TypeAlias = tuple[int, ...]

_COLOURS = ("red", "green", "blue")
_WORDS = {
    "red": frozenset({"red", "rot", "rouge", "rojo", "rosso", "vermelho"}),
    "green": frozenset({"green", "gruen", "grün", "vert", "verde"}),
    "blue": frozenset({"blue", "blau", "bleu", "azul", "blu"}),
}
# Neither is red, green or blue, whatever words it is called with.
_OTHER_BAND = re.compile(
    r"edge|infra|\bn?ir\d*\b|swir|vnir|thermal|coastal|aerosol|deep|ultra|yellow|pan\b|panchro|mask|alpha|cloud|quality"
)
# What a word is separated with: "Band_3_Red", "red-665".
_SEPARATORS = re.compile(r"[^a-zà-ÿ]+")
_COMMON_NAME = re.compile(r"common_?name$")
_NAME_ITEMS = frozenset({"name", "bandname", "longname", "description"})
_PREFIXES, _REST_OF_KEY = frozenset({"eo", "raster"}), re.compile(r"(\w+)=")
_LISTS_OF_BANDS = ("eo:bands", "bands", "eo_bands")

# Sentinel-2's B04 and T32TQM_20200831_B04_10m, Landsat's SR_B4 and Band 4 of a Landsat file; "Band 4" alone is any
# program's fourth band.
_CODE = re.compile(
    r"(?:^|[_\W])(?:(?:sr|toa|boa)[_ ]?)?b(and)?[_ ]?0*(\d{1,2})(?!\d)", re.IGNORECASE
)
_OLI_OR_MSI, _TM, _MODIS = (4, 3, 2), (3, 2, 1), (1, 4, 3)
_OF_TM = re.compile(r"(?<![A-Z0-9])L[TEM]0?[1-7]|landsat[-_ ]?[1-7](?!\d)", re.IGNORECASE)
_OF_MODIS = re.compile(r"sur_refl_b0|(?<![A-Z0-9])M[OYC]D(?:09|43)|modis", re.IGNORECASE)

# Of the human eye and of the red, green and blue bands of all sensors, in nanometres.
_WAVELENGTHS = {"red": (600, 700, 660), "green": (500, 600, 560), "blue": (420, 500, 480)}
_WAVELENGTH_ITEMS = frozenset(
    {"wavelength", "centralwavelength", "centralwavelengthum", "centerwavelength", "bandwavelength"}
)
_NANOMETRES_IN_TEXT = re.compile(
    r"(\d+(?:\.\d+)?)\s*(n|µ|u|micro)(?:m\b|anomet|met)", re.IGNORECASE
)
# Larger numbers are nanometres, smaller ones micrometres.
_MOST_MICROMETRES = 30.0

# The order of stacks whose bands say nothing: red, green and blue by the number of bands.
_PRODUCTS: tuple[tuple[str, re.Pattern[str], Mapping[int, Bands]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE), orders)
    for name, pattern, orders in (
        ("Sentinel-2", r"(?<![a-z0-9])S2[ABC](?![a-z0-9])|T\d\d[A-Z]{3}_\d{8}T|sentinel[-_ ]?2",
         {4: (3, 2, 1), 10: (3, 2, 1), 12: (4, 3, 2), 13: (4, 3, 2)}),
        ("Landsat 8 and 9", r"(?<![a-z0-9])L[CO]0?[89]|landsat[-_ ]?[89]",
         {6: (3, 2, 1), 7: (4, 3, 2), 8: (4, 3, 2), 9: (4, 3, 2), 10: (4, 3, 2), 11: (4, 3, 2)}),
        ("Landsat 4 to 7", r"(?<![a-z0-9])L[TE]0?[4-7]|landsat[-_ ]?[4-7]",
         {6: (3, 2, 1), 7: (3, 2, 1), 8: (3, 2, 1)}),
        ("Planet", r"Analytic|_BGRN|PSScene|psorthotile|reorthotile|_RE[1-5]_|rapideye|skysat",
         {4: (3, 2, 1), 5: (3, 2, 1), 8: (6, 4, 2)}),
        ("Maxar", r"-[MS][0-9D][AB]S[-_]|(?<![a-z0-9])(?:WV0[23]|GE01|QB02)(?![0-9])",
         {4: (3, 2, 1), 8: (5, 3, 2)}),
        ("NAIP", r"(?<![a-z0-9])m_\d{7}_[ns][ew]_", {4: (1, 2, 3)}),
        ("Gaofen", r"(?<![a-z0-9])GF[1-7]_", {4: (3, 2, 1)}),
    )
)  # fmt: skip


@dataclass(frozen=True)
class BandChoice:
    """The bands to show, and why these.

    Attributes:
        bands: One (grey, palette) or three (red, green, blue), from 1; none if there is nothing but alpha.
        decision: What was decided, if there was a choice.
    """

    bands: Bands
    decision: Notice | None = None


def bands_by_meaning(dataset: rasterio.DatasetReader, name: str) -> BandChoice:
    """Choose the bands to show by all that a raster says of them.

    In this order: default bands of an ENVI header, names (descriptions, ``eo:common_name``, B04), colour
    interpretation, a palette, wavelengths, what products of this name are made of, the first three, the first.

    Args:
        dataset: The open raster.
        name: Its file name, or that of the folder of a product.
    """
    meanings = list(dataset.colorinterp)
    pictures = [
        band for band, meaning in enumerate(meanings, start=1) if meaning != ColorInterp.alpha
    ]
    said = [_said_of(dataset, band) for band in range(1, dataset.count + 1)]
    _add_lists(dataset.tags(), said)
    by_header = _default_bands(dataset)
    if by_header:
        return BandChoice(by_header, _notice("bands-by-header", by_header))
    by_name = _by_name(said, name)
    if by_name:
        names = [said[band - 1].names[0] for band in by_name]
        return BandChoice(by_name, _notice("bands-by-name", by_name, names=names))
    if all(ColorInterp[colour] in meanings for colour in _COLOURS):
        return BandChoice(tuple(meanings.index(ColorInterp[colour]) + 1 for colour in _COLOURS))
    if meanings[0] == ColorInterp.palette:
        return BandChoice((1,))
    by_wavelength = _by_wavelength(said)
    if by_wavelength:
        lengths = [round(said[band - 1].nanometres or 0) for band in by_wavelength]
        return BandChoice(
            by_wavelength, _notice("bands-by-wavelength", by_wavelength, nanometres=lengths)
        )
    for product, pattern, orders in _PRODUCTS:
        if len(pictures) in orders and pattern.search(name):
            bands = orders[len(pictures)]
            return BandChoice(bands, _notice("bands-by-product", bands, product=product))
    bands = tuple(pictures[:3]) if len(pictures) >= 3 else tuple(pictures[:1])
    is_choice = len(pictures) > len(bands) or len(bands) == 3
    return BandChoice(
        bands, _notice("bands-first", bands, count=len(pictures)) if is_choice else None
    )


def _notice(code: str, bands: Bands, **values: object) -> Notice:
    return Notice(code, {"bands": list(bands), **values})


# --- what is said ----------------------------------------------------------------------------------


@dataclass
class _Said:
    """What a raster says of a band.

    Attributes:
        names: The most telling first.
        nanometres: Its wavelength.
    """

    names: list[str]
    nanometres: float | None = None


def _said_of(dataset: rasterio.DatasetReader, band: int) -> _Said:
    items = {_plain(key): value for key, value in _whole_keys(dataset.tags(band)).items()}
    common = [value for key, value in items.items() if _COMMON_NAME.search(key)]
    named = [value for key, value in items.items() if key.replace("_", "") in _NAME_ITEMS]
    description = dataset.descriptions[band - 1]
    names = [*common, *([description] if description else []), *named]
    length = _nanometres(items)
    if length is None:
        central = dataset.tags(band, ns="IMAGERY").get("CENTRAL_WAVELENGTH_UM", "")
        length = _number(central, 1000.0)
    if length is None and description:
        length = _nanometres_in(description)
    return _Said(names, length)


def _whole_keys(tags: Mapping[str, str]) -> dict[str, str]:
    """Return metadata with the keys that GDAL has split at their colon, such as ``eo:common_name``."""
    whole = {}
    for key, value in tags.items():
        rest = _REST_OF_KEY.match(value) if key in _PREFIXES else None
        whole[f"{key}:{rest[1]}" if rest else key] = (
            value[slice(rest.end(), None)] if rest else value
        )
    return whole


def _nanometres(items: Mapping[str, str]) -> float | None:
    unit = next((value for key, value in items.items() if "unit" in key), "").lower()
    for key, value in items.items():
        if key.replace("_", "").removeprefix("band") in _WAVELENGTH_ITEMS:
            length = _nanometres_in(value) or _number(value, 1.0)
            if length is None:
                continue
            is_micro = "micro" in unit or unit in ("um", "µm") or length < _MOST_MICROMETRES
            return length * 1000 if is_micro and length < _MOST_MICROMETRES else length
    return None


def _nanometres_in(text: str) -> float | None:
    found = _NANOMETRES_IN_TEXT.search(text)
    return None if found is None else float(found[1]) * (1.0 if found[2].lower() == "n" else 1000.0)


def _number(text: str, factor: float) -> float | None:
    try:
        return float(text) * factor
    except ValueError:
        return None


def _add_lists(tags: Mapping[str, str], said: list[_Said]) -> None:
    """Add what a list of all bands says, as STAC's ``eo:bands`` in the metadata of a file."""
    tags = _whole_keys(tags)
    for key in _LISTS_OF_BANDS:
        try:
            listed = json.loads(tags.get(key, ""))
        except ValueError:
            continue
        if isinstance(listed, list) and len(listed) == len(said):
            for band, entry in zip(said, listed, strict=True):
                if isinstance(entry, dict):
                    told = (
                        entry.get("common_name"),
                        entry.get("eo:common_name"),
                        entry.get("name"),
                    )
                    band.names[:0] = [name for name in told if isinstance(name, str)]
                    centre = entry.get("center_wavelength", entry.get("eo:center_wavelength"))
                    if band.nanometres is None and isinstance(centre, int | float):
                        band.nanometres = 1000.0 * centre


def _default_bands(dataset: rasterio.DatasetReader) -> Bands:
    """Return the bands that an ENVI header wants shown."""
    text = dataset.tags(ns="ENVI").get("default_bands", "")
    bands = tuple(int(number) for number in re.findall(r"\d+", text))
    usable = len(bands) in (1, 3) and all(1 <= band <= dataset.count for band in bands)
    return bands if usable else ()


# --- names -----------------------------------------------------------------------------------------


def _by_name(said: list[_Said], name: str) -> Bands:
    """Return the bands that are called red, green and blue, or by the codes of a sensor."""
    found: dict[str, int] = {}
    for colour in _COLOURS:
        for is_called in (_is_just, _is_among):
            bands = [
                band
                for band, one in enumerate(said, start=1)
                if any(is_called(colour, text.lower().strip()) for text in one.names)
            ]
            if bands:
                found[colour] = bands[0]
                break
    chosen = tuple(found[colour] for colour in _COLOURS if colour in found)
    return chosen if len(set(chosen)) == 3 else _by_code(said, name)


def _is_just(colour: str, text: str) -> bool:
    return text == colour or text == colour[0] or text in _WORDS[colour]


def _is_among(colour: str, text: str) -> bool:
    return not _OTHER_BAND.search(text) and bool(_WORDS[colour] & set(_SEPARATORS.split(text)))


def _by_code(said: list[_Said], name: str) -> Bands:
    codes: dict[int, int] = {}
    texts = " ".join(text for one in said for text in one.names)
    numbered = padded = 0
    for band, (text, code, is_word) in enumerate(_codes(said), start=1):
        if code is None:
            continue
        codes.setdefault(code, band)
        # "Band 1", "Band 2", ... in their own order are what programs call bands that have no name.
        numbered += code == band and (is_word or len(said) <= 4)
        padded += "b0" in text.lower()
    is_of_sensor = any(pattern.search(texts) for _, pattern, _ in _PRODUCTS)
    if not codes or (numbered == len(codes) and not padded and not is_of_sensor):
        return ()
    hints = f"{name} {texts}"
    is_tm = bool(_OF_TM.search(hints)) or (
        not padded and 6 not in codes and 7 in codes and max(codes) == 7
    )
    wanted = _MODIS if _OF_MODIS.search(hints) else _TM if is_tm else _OLI_OR_MSI
    return tuple(codes[code] for code in wanted) if all(code in codes for code in wanted) else ()


def _codes(said: list[_Said]) -> Iterator[tuple[str, int | None, bool]]:
    for one in said:
        for text in one.names:
            match = _CODE.search(text.strip())
            if match is not None:
                # B8A is beside B08, not in its place.
                is_a = text.strip()[slice(match.end(), match.end() + 1)].lower() == "a"
                yield text, None if is_a else int(match[2]), match[1] is not None
                break
        else:
            yield "", None, False


def _by_wavelength(said: list[_Said]) -> Bands:
    chosen = []
    for colour in _COLOURS:
        least, most, best = _WAVELENGTHS[colour]
        fitting = [
            (abs(one.nanometres - best), band)
            for band, one in enumerate(said, start=1)
            if one.nanometres is not None and least <= one.nanometres < most
        ]
        if fitting:
            chosen.append(min(fitting)[1])
    return tuple(chosen) if len(chosen) == 3 else ()


def _plain(key: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", key.lower()).strip("_")
