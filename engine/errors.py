"""Every failure that a user can meet: a code, a sentence, and what to do about it.

A mistake of the user's, or of the computer's that the user can fix, is raised as a :class:`UserError`.
The command line prints it and exits with its ``exit_code``; QGIS gets its code and values, and has texts
of its own for them. Anything else that escapes is a bug.

To add one, write a subclass with a code and values of :data:`~.contract.notices.FAILURES` (only what no
request to the worker can meet is not there). The sentence and the next step are templates for the values.
"""

from __future__ import annotations

import math
import numbers
from collections.abc import Mapping
from enum import IntEnum
from typing import Any, ClassVar

from .contract.notices import Notice


class ExitCode(IntEnum):
    """Exit codes of ``python -m engine``."""

    OK = 0
    BUG = 1
    USAGE = 2
    QUERY = 3
    IMAGERY = 4
    INDEX = 5
    MACHINE = 6
    PARTIAL = 7
    CANCELLED = 130


class UserError(Exception):
    """A failure with a stable code, one sentence that says what is wrong, and the next step.

    Args:
        **values: What the templates ``message_template`` and ``next_step_template`` name.

    Attributes:
        values: The same, kept for machine-readable output.
    """

    code: ClassVar[str]
    exit_code: ClassVar[ExitCode] = ExitCode.BUG
    message_template: ClassVar[str] = "Something went wrong."
    next_step_template: ClassVar[str] = "Run `python -m engine doctor` and report what it prints."

    def __init__(self, **values: Any) -> None:
        self.values = values
        self.message = self.message_template.format(**values)
        self.next_step = self.next_step_template.format(**values)
        super().__init__(f"{self.message} {self.next_step}")

    def as_dict(self) -> dict[str, str]:
        """Return code, message and next step, as they go over a JSON edge."""
        return {"code": self.code, "message": self.message, "next_step": self.next_step}

    def notice(self) -> Notice:
        """Return code and values, for who has texts of their own."""
        return Notice(self.code, {name: _plain(value) for name, value in self.values.items()})


def _plain(value: Any) -> Any:
    """Return a value as text, number, or a list of them."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        # What is not finite fits no template; these are as far out as any.
        return 0.0 if math.isnan(value) else max(-1e9, min(1e9, float(value)))
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)


class UsageError(UserError):
    """Options that contradict each other or have no meaning together."""

    code = "usage"
    exit_code = ExitCode.USAGE
    message_template = "{problem}"
    next_step_template = "{advice}"


# --- the query ------------------------------------------------------------------------------------


class QueryError(UserError):
    """Something is wrong with the question."""

    exit_code = ExitCode.QUERY


class SilentRecording(QueryError):
    """All samples are zero, or so quiet that nothing can be heard."""

    code = "silent-recording"
    message_template = "The recording is silent (peak at {peak_dbfs:.0f} dBFS)."
    next_step_template = (
        "Check that the microphone is not muted and that this program is allowed to use it, "
        "or choose another one with --device."
    )


class NoSpeech(QueryError):
    """There is sound, but nobody speaks."""

    code = "no-speech"
    message_template = "No speech was found in the recording ({seconds:.1f} s)."
    next_step_template = "Say one sentence, close to the microphone, and try again."


class RecordingTooLong(QueryError):
    """A question is one sentence; half a minute is the limit."""

    code = "recording-too-long"
    message_template = (
        "The recording is {seconds:.0f} s long; the limit for a question is {limit:.0f} s."
    )
    next_step_template = "Shorten it to one sentence."


class NotAudio(QueryError):
    """The file cannot be decoded as sound."""

    code = "not-audio"
    message_template = "{path} cannot be read as audio: {reason}."
    next_step_template = "Use a WAV, FLAC, OGG or MP3 file."


class NoQuery(QueryError):
    """A search without a question."""

    code = "no-query"
    message_template = "The search has no question."
    next_step_template = (
        "Give a recording (--voice FILE), speak (--record), or give an example: "
        "a tile (--like TILE_ID) or an image (--image FILE)."
    )


class PartsCancelOut(QueryError):
    """The weighted sum of the parts of a question is zero."""

    code = "parts-cancel-out"
    exit_code = ExitCode.USAGE
    message_template = "The parts of the question cancel each other out."
    next_step_template = "Change their weights."


class NotAnImage(QueryError):
    """The file of a question cannot be read as a picture."""

    code = "not-an-image"
    message_template = "{path} cannot be read as an image: {reason}."
    next_step_template = "Use an image or raster that opens in QGIS, such as PNG, JPEG or GeoTIFF."


class UnknownTile(QueryError):
    """``--like`` names a tile that the index does not hold."""

    code = "unknown-tile"
    message_template = "Tile {tile_id} is not in {index}."
    next_step_template = "Use a tile ID from the results of an earlier search."


class AreaOutside(QueryError):
    """The area filter touches no source of the index."""

    code = "area-outside"
    message_template = "The area is outside the extent of {index}."
    next_step_template = (
        "The index covers {bounds} (west, south, east, north; EPSG:4326). Choose an area inside it."
    )


class AreaUnreadable(QueryError):
    """The area filter is not a vector file with polygons, nor four numbers."""

    code = "area-unreadable"
    message_template = "{path} cannot be used as an area: {reason}."
    next_step_template = (
        "Use a polygon layer with a CRS (GeoPackage, GeoJSON, Shapefile), "
        "or west,south,east,north in degrees."
    )


class NothingMatchesFilter(QueryError):
    """The filters together leave no tile to search."""

    code = "nothing-matches-filter"
    message_template = "No tile matches the filters ({filters})."
    next_step_template = "Use a larger area or a longer period; `python -m engine index info` shows what the index covers."


class NoTileThere(QueryError):
    """A place is given as the question, and the index has no tile there."""

    code = "no-tile-there"
    message_template = "{index} has no tile at {lon:.5f}, {lat:.5f} (longitude, latitude)."
    next_step_template = "Choose a location inside the footprints of the index."


# --- imagery --------------------------------------------------------------------------------------


class ImageryError(UserError):
    """Something is wrong with a source; other sources continue."""

    exit_code = ExitCode.IMAGERY


class NoSources(ImageryError):
    """Nothing to read."""

    code = "no-sources"
    message_template = "No raster found in {inputs}."
    next_step_template = "Give raster files, a folder that contains rasters, or a pattern such as 'scenes/*.tif' in quotes."


class SourceUnreadable(ImageryError):
    """The file is missing, not a raster, or broke in the middle."""

    code = "source-unreadable"
    message_template = "{path} cannot be read: {reason}."
    next_step_template = (
        "Check that the file exists and opens in QGIS; all other rasters are processed."
    )


class NoCrs(ImageryError):
    """The raster has no CRS."""

    code = "no-crs"
    message_template = "{path} has no CRS."
    next_step_template = (
        "If you know it, specify it, for example --crs EPSG:32633 or --crs FILE.prj."
    )


class WrongCrs(NoCrs):
    """The extent of the raster makes no sense in its CRS."""

    code = "wrong-crs"
    message_template = (
        "The extent of {path} is outside the area of its CRS; the assigned CRS is probably wrong."
    )
    next_step_template = "If you know the right one, specify it, for example --crs EPSG:32633."


class NotOnEarth(ImageryError):
    """The CRS is that of another celestial body: its tiles would be shown where they are not."""

    code = "not-on-earth"
    message_template = "{path} does not show the Earth: its CRS belongs to {body}."
    next_step_template = "Voice indexes hold imagery of the Earth only; leave it out."


class NoGeotransform(ImageryError):
    """The raster is not georeferenced."""

    code = "no-geotransform"
    message_template = "{path} is not georeferenced (no geotransform and no world file)."
    next_step_template = "Georeference it first (QGIS: Layer > Georeferencer), or add a world file."


class BadBands(ImageryError):
    """The bands asked for are not there."""

    code = "bad-bands"
    message_template = "{path} has {count} band(s); the selection {bands} is not possible."
    next_step_template = (
        "Give one or three band numbers from 1 to {count}, for example --bands 3 2 1."
    )


class TooSmall(ImageryError):
    """The raster is smaller than half a tile."""

    code = "source-too-small"
    message_template = (
        "{path} covers only {width_m:.0f} x {height_m:.0f} m, "
        "too little for a tile of {ground_size_m:.0f} m."
    )
    next_step_template = "Choose a smaller --ground-size."


class TooCoarse(ImageryError):
    """A tile would consist of a handful of pixels."""

    code = "source-too-coarse"
    message_template = (
        "{path} has a pixel size of {pixel_m:.1f} m; "
        "a tile of {ground_size_m:.0f} m would be only {pixels:.0f} pixels wide."
    )
    next_step_template = "Choose a --ground-size of at least {advised_m:.0f} m."


# --- the voice index ------------------------------------------------------------------------------


class VoiceIndexError(UserError):
    """Something is wrong with the voice index."""

    exit_code = ExitCode.INDEX


class IndexMissing(VoiceIndexError):
    """There is no voice index at that place."""

    code = "index-missing"
    message_template = "{path} is not a voice index."
    next_step_template = "Build one: python -m engine index build NAME.scrl RASTER ..."


class IndexExists(VoiceIndexError):
    """Building where another index, made otherwise, lies already."""

    code = "index-exists"
    message_template = "{path} already exists and was built with different settings ({difference})."
    next_step_template = "Use `index add` to add rasters to it, or choose another name."


class IndexEmpty(VoiceIndexError):
    """No tile to search."""

    code = "index-empty"
    message_template = "{path} contains no tiles."
    next_step_template = "Add rasters: python -m engine index add {path} RASTER ..."


class IndexOfAnotherModel(VoiceIndexError):
    """Vectors of two models cannot be compared."""

    code = "index-of-another-model"
    message_template = (
        "{path} was built with another model ({index_model}) than the one in use ({loaded_model})."
    )
    next_step_template = "Rebuild it with this model, or use the model it was built with (--model)."


class IndexDamaged(VoiceIndexError):
    """A file of the index does not hold what its checksum says."""

    code = "index-damaged"
    message_template = "{path} is damaged: {reason}."
    next_step_template = (
        "Run `python -m engine index verify {index} --repair` to drop the damaged part, "
        "then run the same `index build` or `index add` again."
    )


class IndexFileDamaged(IndexDamaged):
    """``index.json`` itself is not what was written: nothing says any more what the parts hold."""

    code = "index-file-damaged"
    next_step_template = "Restore that file from a backup; without one, delete the folder {index} and build it again."


class IndexUnreadable(VoiceIndexError):
    """The system does not let the index be read."""

    code = "index-unreadable"
    message_template = "{path} cannot be read: {reason}."
    next_step_template = "Check the permissions of the folder, and that its drive is connected."


class IndexFormatTooNew(VoiceIndexError):
    """Written by a later version."""

    code = "index-format-too-new"
    message_template = (
        "{path} has format version {found}; this version of qgis_scrl reads versions up to {known}."
    )
    next_step_template = "Update qgis_scrl."


class IndexLocked(VoiceIndexError):
    """Another process is writing the same index."""

    code = "index-locked"
    message_template = "{path} is being written by another process (PID {pid})."
    next_step_template = "Wait until it has finished, or end that process."


class IndexBusy(VoiceIndexError):
    """This process itself is writing the index."""

    code = "index-busy"
    message_template = "{path} is being written already."
    next_step_template = "Wait until that has finished, or cancel it; searching works meanwhile."


class UnknownSource(VoiceIndexError):
    """The raster named is not in the index."""

    code = "unknown-source"
    message_template = "{source} is not a raster of {index}."
    next_step_template = "`python -m engine index info {index}` lists its rasters."


# --- the machine ----------------------------------------------------------------------------------


class MachineError(UserError):
    """Something is wrong with the computer or the installation."""

    exit_code = ExitCode.MACHINE


class FolderNotWritable(MachineError):
    """The folder, or the file in it, cannot be written."""

    code = "folder-not-writable"
    message_template = "{path} cannot be written: {reason}."
    next_step_template = (
        "Choose another folder, or check that you have write permission for this one."
    )


class DiskFull(MachineError):
    """No space left."""

    code = "disk-full"
    message_template = "The disk is full: {path} cannot be written."
    next_step_template = (
        "Free some space, then run the same command again: it continues where it stopped."
    )


class NoMicrophone(MachineError):
    """No input device, or PortAudio is missing."""

    code = "no-microphone"
    message_template = "No microphone can be used: {reason}."
    next_step_template = (
        "Connect one, allow this program to use it, "
        "or choose one that `python -m engine doctor` lists with --device."
    )


class MicrophoneBusy(MachineError):
    """This process itself is recording."""

    code = "microphone-busy"
    message_template = "The microphone is in use by another recording."
    next_step_template = "Finish or cancel that recording first."


class ModelMissing(MachineError):
    """The checkpoint is not where it should be."""

    code = "model-missing"
    message_template = "No model found in {path}."
    next_step_template = "Reinstall qgis_scrl, or give the folder of a model: --model FOLDER."


class ModelDamaged(MachineError):
    """The checkpoint does not load."""

    code = "model-damaged"
    message_template = "The model in {path} cannot be loaded: {reason}."
    next_step_template = "Reinstall qgis_scrl, or give another model: --model FOLDER."


class MissingDependency(MachineError):
    """A package or program that this command needs is not installed."""

    code = "missing-dependency"
    message_template = "{name} is required for this and is not installed."
    next_step_template = "{advice}"


class CoordinateSystemsMissing(MachineError):
    """PROJ does not find its CRS database."""

    code = "coordinate-systems-missing"
    message_template = (
        "The CRS database (PROJ's proj.db) is missing; nothing can be placed on the map."
    )
    next_step_template = (
        "Restore it: on Debian and Ubuntu, if pyproj is the system's, `sudo apt install proj-data`; "
        "otherwise `python -m pip install --force-reinstall --no-deps pyproj`."
    )


class DataMissing(MachineError):
    """Training or evaluation data are not there."""

    code = "data-missing"
    message_template = "{path} does not contain the data ({missing} is missing)."
    next_step_template = "Give the folder that contains rsicd/, ucm/ and voices/: --data FOLDER."


class TrainingNotIncluded(MachineError):
    """Training and evaluation were asked of an installed plugin, which has neither code nor data."""

    code = "training-not-included"
    message_template = "The installed plugin can search; it cannot train or evaluate models."
    next_step_template = (
        "Use a checkout of the project's repository: its CONTRIBUTING.md says how to train."
    )


# --- the protocol ---------------------------------------------------------------------------------


class ProtocolMismatch(MachineError):
    """Plugin and engine are of different versions."""

    code = "protocol-mismatch"
    message_template = (
        "Plugin (protocol {asked}) and engine (protocol {known}) are of different versions."
    )
    next_step_template = "Reinstall qgis_scrl."


class BadRequest(MachineError):
    """What came over standard input is not a request."""

    code = "bad-request"
    message_template = "{problem}"
    next_step_template = "Reinstall qgis_scrl."


class UnexpectedFailure(UserError):
    """A bug of ours."""

    code = "bug"
    exit_code = ExitCode.BUG
    message_template = "Internal error in qgis_scrl ({what})."
    next_step_template = (
        "Please report it; attach {log} and the output of `python -m engine doctor`."
    )


class Cancelled(Exception):
    """The user cancelled. Not an error: what was finished stays."""

    code = "cancelled"
    message = "Cancelled; finished work is kept."

    def notice(self) -> Notice:
        """Return the code, as :meth:`UserError.notice`."""
        return Notice(self.code)


def _leaves(kind: type[UserError]) -> Mapping[str, type[UserError]]:
    below = {code: e for sub in kind.__subclasses__() for code, e in _leaves(sub).items()}
    return {**below, kind.code: kind} if "code" in vars(kind) else below


#: Every failure under its code.
ERRORS: Mapping[str, type[UserError]] = _leaves(UserError)


def error_of(notice: Notice) -> UserError:
    """Return the failure that a notice names, with its English texts.

    Raises:
        KeyError: There is no failure of that code.
    """
    return ERRORS[notice.code](**notice.values)
