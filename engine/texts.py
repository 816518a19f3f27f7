"""English texts for what the contract says as codes: stages, units, notes, verdicts.

Failures have theirs in :mod:`engine.errors`; the plugin has its own, translated, table of all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from .contract.methods import Phrase
from .contract.notices import Notice, Stage, Unit
from .errors import ERRORS, as_started, error_of, filled

STAGES: dict[Stage, str] = {
    Stage.LOADING_MODEL: "Loading the model",
    Stage.CHECKING_INSTALLATION: "Checking the installation",
    Stage.READING_SOURCES: "Reading raster metadata",
    Stage.SELECTING_TILES: "Selecting the tiles in the area",
    Stage.EMBEDDING_TILES: "Embedding tiles",
    Stage.READING_TILES: "Reading tiles",
    Stage.COMPARING_TILES: "Comparing tiles",
    Stage.MERGING_PARTS: "Merging parts",
    Stage.COPYING_PARTS: "Copying parts",
    Stage.VERIFYING_PARTS: "Verifying parts",
    Stage.WRITING_FOOTPRINTS: "Writing footprints",
    Stage.SCORING_TILES: "Scoring tiles",
    Stage.READING_NOTES: "Reading voice notes",
    Stage.SEARCHING_CATALOGUE: "Searching the catalogue",
    Stage.OTHER: "Working",
}
#: In the singular; the plural has an s.
UNITS: dict[Unit, str] = {
    Unit.TILE: "tile",
    Unit.SOURCE: "raster",
    Unit.PART: "part",
    Unit.CHECK: "check",
    Unit.MODEL: "model",
    Unit.NOTE: "note",
    Unit.OTHER: "step",
}
NOTES: dict[str, str] = {
    "annoy-missing": "The package annoy is not installed: every tile was compared, which is exact but "
    "slower in a large index.",
    "trees-unusable": "Part {part} {reason}, so every tile of it was compared; "
    "`python -m engine index verify {index} --repair` or `index compact` fixes it.",
    "not-taught": "The model was probably not taught what this names, so the hits may show something else; an example "
    "finds more: --image FILE or --like TILE_ID.",
    "undated-left-out": "{tiles} {tiles:tile|tiles} without a date {tiles:was|were} left out.",
    "source-reindexed": "{source} has changed and is indexed again.",
    "tiles-of-public-service": "{source} is served by {service}, whose terms of use usually forbid bulk download: ask "
    "the operator first, or index imagery of your own. In QGIS, Download imagery of a map service (scrl:fetchservice) "
    "downloads an area at a polite rate.",
    "tiles-of-few-pixels": "Tiles of {ground_size_m:g} m are only {pixels:.0f} pixels wide in {source}, whose pixels "
    "are {pixel_m:g} m: too few to show most things. Choose a --ground-size of at least {advised_m:.0f} m.",
    "crs-replaced": "{source} is indexed in {crs}, as asked, and not in its own CRS, {own}.",
    "new-hits-left-out": "Only the {hits} best new {hits:place is|places are} listed; there are more.",
    "notes-by-similarity": "Scores of notes are similarities here: only what pictures have to do with speech is "
    "calibrated.",
    "engine-restarted": "The engine stopped and was started again; this task continues.",
    "cluster-joined": "Building on the Dask cluster {address} with {count} {count:worker|workers}; dashboard: "
    "{dashboard}",
    "cluster-worker-left-out": "Worker {worker} gets no more parts of this build: {reason}",
    "cluster-workers-differ": "{count} {count:worker is|workers are} not used: {count:it runs|they run} {workers}, "
    "this computer runs {own}.",
}
#: Of a raster; each says what to change it with.
DECISIONS: dict[str, str] = {
    "crs-from-option": "CRS {crs}, as given with --crs, in place of the file's own, {own}.",
    "crs-from-option-only": "CRS {crs}, as given with --crs; the file names none that can be used.",
    "crs-from-layer": "CRS {crs}, that of the layer in QGIS, in place of the file's own, {own}; change it in the "
    "layer's properties, or with --crs.",
    "crs-from-layer-only": "CRS {crs}, that of the layer in QGIS; the file names none that can be used.",
    "crs-from-prj": "CRS {crs}, from {file}; give another with --crs.",
    "placed-by-gcps": "Warped to its {count} ground control points ({method}), from which it is {rms_m:g} m off (RMS); "
    "for a better fit, georeference it with more points.",
    "placed-by-rpcs": "Warped by its RPCs for ground at a height of {height_m:g} m above the ellipsoid, to within "
    "{error_m:g} m there (as the file says), less exactly where the ground is higher or lower; "
    "orthorectify it for exact positions.",
    "placed-by-rpcs-of-unknown-accuracy": "Warped by its RPCs for ground at a height of {height_m:g} m above the "
    "ellipsoid, less exactly where the ground is higher or lower; orthorectify it for exact positions.",
    "bands-from-layer": "Shows bands {bands}, those of the layer in QGIS; choose others with --bands.",
    "stretch-from-layer": "Contrast from the symbology of the layer in QGIS: {ranges} are black and white.",
    "stretch-from-option": "Contrast as given: {ranges} are black and white.",
    "bands-from-option": "Shows bands {bands}, as given with --bands.",
    "bands-by-header": "Shows bands {bands}, the default bands of the ENVI header; choose others with --bands.",
    "bands-by-name": "Shows bands {bands} ({names}) as red, green and blue; choose others with --bands.",
    "bands-by-wavelength": "Shows bands {bands} (central wavelengths {nanometres} nm) as red, green and blue; "
    "choose others with --bands.",
    "bands-by-product": "Shows bands {bands} as red, green and blue, the band order of {product}; choose others "
    "with --bands.",
    "bands-first": "Shows bands {bands} of {count}, whose meaning is not given in the file; choose "
    "others with --bands.",
    "date-from-option": "Acquired {date}, as given with --date.",
    "date-from-name": "Acquired {date}, from the file name; give another date with --date.",
    "date-from-catalogue": "Acquired {date}, as the catalogue says; give another date with --date.",
    "date-from-item": "Acquired {date}, from the metadata item {item}; give another date with --date.",
    "scene-composed": "One scene of several files: {files} are shown as red, green and blue.",
    "shown-inverted": "Shown as a positive: the file says that its lowest value is white (min-is-white). If that is "
    "wrong, change its photometric interpretation.",
    "overviews-ignored": "Its overviews (pyramids) show another picture and are not used, as if they "
    "were left from an earlier "
    "version of the file; build them again.",
    "public-service": "Served by {service}, whose terms of use usually forbid bulk download; take it out with "
    "`index remove-source`.",
    "nodata-from-option": "Pixels of value {value:g} are empty, as given with --nodata.",
    "nodata-guessed": "Pixels of value {values} are treated as empty although the file does not declare it; "
    "turn this off with --nodata none.",
    "nodata-beyond": "Pixels beyond {limit:g} are treated as empty although the file does not declare it; "
    "turn this off with --nodata none.",
    "collar-left-out": "The border of one single colour ({colours}; {percent} % of the raster) is treated as "
    "empty; turn this off with --nodata none.",
}
VERDICTS: dict[str, str] = {
    "microphone-silent": "Nothing can be heard: the microphone is muted, or this program is not allowed "
    "to use it. Check the system's sound settings, or choose another microphone.",
    "microphone-distorts": "The microphone is too loud and distorts; turn its level down.",
    "microphone-quiet": "The microphone is very quiet; turn its level up, or speak closer to it.",
    "microphone-no-speech": "The microphone works, but no speech was heard; say a sentence during the test.",
    "microphone-good": "The microphone works, and speech is clear.",
}


#: What has to be added on one system, as ``sys.platform``: the program that asks there is the terminal.
_ON_SYSTEM: dict[tuple[str, str], str] = {
    (
        "darwin",
        "microphone-silent",
    ): "On macOS, allow the terminal program in System Settings > Privacy & Security > Microphone.",
}


def text_of(notice: Notice, system: str = sys.platform) -> str:
    """Return the sentence of a note, a decision, a verdict or a failure.

    Args:
        notice: Code and values.
        system: Of the computer, as ``sys.platform``.

    Raises:
        KeyError: Nothing has that code, or a value is missing.
    """
    if notice.code in ERRORS:
        return error_of(notice).message
    values = {name: _shown(value) for name, value in notice.values.items()}
    said = filled(as_started({**NOTES, **DECISIONS, **VERDICTS}[notice.code]), values)
    more = _ON_SYSTEM.get((system, notice.code))
    return f"{said} {more}" if more else said


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _shown(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


def understood_title(phrases: Sequence[Phrase], spoken: bool = False) -> str:
    """Return what these phrases are: what was heard or understood, or else only the closest that there are."""
    if phrases and not phrases[0].likely:
        return "Closest known phrases"
    return "Heard as" if spoken else "Understood as"


def understood_as(phrases: Sequence[Phrase], spoken: bool = False) -> str:
    """Return the line that tells how a question was understood."""
    return f"{understood_title(phrases, spoken)}: {', '.join(phrase.text for phrase in phrases)}"
