"""What to do about a failure, in the words of QGIS.

The engine's own next steps name options of the command line. Where such a step has a button here,
the button is named instead.
"""

from __future__ import annotations

_IN_QGIS = {
    "silent-recording": "Check that the microphone is not muted and that QGIS may use it, or choose "
    "another one under Microphone.",
    "no-speech": "Press Speak and say one sentence, close to the microphone.",
    "recording-too-long": "Say it in one sentence.",
    "not-audio": "Choose a WAV, FLAC, OGG or MP3 file.",
    "no-query": "Press Speak and say what you look for.",
    "area-outside": "Move the map to where the index has imagery, or search the whole index; "
    "Show footprints shows where that is.",
    "nothing-matches-filter": "Widen the area or the dates under Where and when.",
    "no-sources": "Choose raster layers, files, or a folder that holds some.",
    "no-crs": "If you know it, set it under Rasters that do not tell.",
    "bad-bands": "Choose other bands under Rasters that do not tell.",
    "source-too-small": "Choose a smaller ground size.",
    "source-too-coarse": "Choose a larger ground size.",
    "index-missing": "Choose another voice index, or press New index... to build one.",
    "index-gone": "If its disk is away, bring it back and choose it again; if it was moved, open it where it is; "
    "if it is gone, take it off the list.",
    "index-exists": "Choose another name, or use Add layers to add imagery to that index.",
    "index-empty": "Press Add layers to give it imagery.",
    "index-of-another-model": "Build it again with New index..., from the same imagery.",
    "index-damaged": "Press Details, then Check and repair.",
    "index-format-too-new": "Update the plugin SCRL Voice Search.",
    "index-locked": "Wait until that build has finished, here or in another QGIS; searching works meanwhile.",
    "no-microphone": "Plug one in, allow QGIS to use it, or choose another one under Microphone. "
    "Open... asks with a recording instead.",
    "unknown-source": "The index has changed since; close Details and open it again.",
    "unknown-tile": "The index has changed since; ask again.",
    "disk-full": "Free some space, then press Continue: the build goes on where it stopped.",
    "model-missing": "Install the plugin SCRL Voice Search again.",
    "model-damaged": "Install the plugin SCRL Voice Search again.",
    "coordinate-systems-missing": "Press Repair in Settings > Options > Voice search; where the engine runs "
    "on Debian's or Ubuntu's own packages, `sudo apt install proj-data` mends it.",
    "protocol-mismatch": "Install the plugin SCRL Voice Search again; its parts are of different "
    "versions.",
    "bug": "Copy diagnostics in Settings > Options > Voice search, and report it.",
}


def next_step(code: str, otherwise: str = "") -> str:
    """Return what to do in QGIS about the failure ``code``.

    Args:
        code: The code of the failure, one of ``engine/errors.py`` or of the plugin.
        otherwise: The engine's own next step, for codes whose step is the same everywhere.
    """
    return _IN_QGIS.get(code, otherwise)


def sentence(code: str, message: str, otherwise: str = "") -> str:
    """Return what went wrong and what to do about it."""
    return f"{message} {next_step(code, otherwise)}".strip()
