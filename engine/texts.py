"""English texts for what the contract says as codes: stages, units, notes, verdicts.

Failures have theirs in :mod:`engine.errors`; the plugin has its own, translated, table of all of them.
"""

from __future__ import annotations

from .contract.notices import Notice, Stage, Unit
from .errors import ERRORS, error_of

STAGES: dict[Stage, str] = {
    Stage.LOADING_MODEL: "Loading the model",
    Stage.CHECKING_INSTALLATION: "Checking the installation",
    Stage.READING_SOURCES: "Reading raster metadata",
    Stage.EMBEDDING_TILES: "Embedding tiles",
    Stage.MERGING_PARTS: "Merging parts",
    Stage.VERIFYING_PARTS: "Verifying parts",
    Stage.WRITING_FOOTPRINTS: "Writing footprints",
    Stage.OTHER: "Working",
}
#: In the plural.
UNITS: dict[Unit, str] = {
    Unit.TILE: "tiles",
    Unit.SOURCE: "rasters",
    Unit.PART: "parts",
    Unit.CHECK: "checks",
    Unit.MODEL: "models",
    Unit.OTHER: "steps",
}
NOTES: dict[str, str] = {
    "annoy-missing": "The package annoy is not installed: every tile was compared, which is exact but "
    "slower in a large index.",
    "trees-unusable": "Part {part} {reason}, so every tile of it was compared; "
    "`python -m engine index verify {index} --repair` or `index compact` fixes it.",
    "undated-left-out": "{tiles} tiles without a date were left out.",
    "source-reindexed": "{source} has changed and is indexed again.",
    "engine-restarted": "The engine stopped and was started again; this task continues.",
}
VERDICTS: dict[str, str] = {
    "microphone-silent": "Nothing can be heard: the microphone is muted, or this program is not allowed "
    "to use it. Check the system's sound settings, or choose another microphone.",
    "microphone-distorts": "The microphone is too loud and distorts; turn its level down.",
    "microphone-quiet": "The microphone is very quiet; turn its level up, or speak closer to it.",
    "microphone-no-speech": "The microphone works, but no speech was heard; say a sentence during the test.",
    "microphone-good": "The microphone works, and speech is clear.",
}


def text_of(notice: Notice) -> str:
    """Return the sentence of a note, a verdict or a failure.

    Raises:
        KeyError: Nothing has that code, or a value is missing.
    """
    if notice.code in ERRORS:
        return error_of(notice).message
    return {**NOTES, **VERDICTS}[notice.code].format(**notice.values)
