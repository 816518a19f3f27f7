"""Every failure that a user can meet: a code, a sentence, and what to do about it.

A mistake of the user's, or of the machine's that the user can mend, is raised as a
:class:`UserError`. The command line prints it and exits with its ``exit_code``; the wire sends it
as a JSON-RPC error; QGIS shows it in the message bar. Anything else that escapes is a bug.

To add one, write a subclass: ``code`` never changes once released (scripts match on it), the
sentence and the next step are templates filled from the keyword arguments of the constructor.
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
    message_template = (
        "The recording is silent (loudest sample at {peak_dbfs:.0f} dB of full scale)."
    )
    next_step_template = (
        "Check that the microphone is not muted and that this program has the permission to use "
        "it, or choose another one with --device."
    )


class NoSpeech(QueryError):
    """There is sound, but nobody speaks."""

    code = "no-speech"
    message_template = "No speech was found in the recording ({seconds:.1f} s)."
    next_step_template = "Speak one sentence, close to the microphone, and try again."


class RecordingTooLong(QueryError):
    """A question is one sentence; half a minute is the limit."""

    code = "recording-too-long"
    message_template = "The recording lasts {seconds:.0f} s; a question may last {limit:.0f} s."
    next_step_template = "Cut it to one sentence."


class NotAudio(QueryError):
    """The file cannot be decoded as sound."""

    code = "not-audio"
    message_template = "{path} cannot be read as sound: {reason}."
    next_step_template = "Use a WAV, FLAC, OGG or MP3 file."


class NoQuery(QueryError):
    """A search without a question."""

    code = "no-query"
    message_template = "The search has no question."
    next_step_template = (
        "Give a recording (--voice FILE), speak (--record), or name a tile (--like TILE_ID)."
    )


class PartsCancelOut(QueryError):
    """The weighted sum of the parts of a question is zero."""

    code = "parts-cancel-out"
    exit_code = ExitCode.USAGE
    message_template = "The parts of the question cancel each other out."
    next_step_template = "Give them other weights."


class NotAnImage(QueryError):
    """The file of a question cannot be read as a picture."""

    code = "not-an-image"
    message_template = "{path} cannot be read as an image: {reason}."
    next_step_template = "Use a picture or raster that QGIS opens, such as PNG, JPEG or GeoTIFF."


class UnknownTile(QueryError):
    """``--like`` names a tile that the index does not hold."""

    code = "unknown-tile"
    message_template = "Tile {tile_id} is not in {index}."
    next_step_template = "Take a tile id from the table of an earlier search."


class AreaOutside(QueryError):
    """The area filter touches no source of the index."""

    code = "area-outside"
    message_template = "The area lies outside every source of {index}."
    next_step_template = "The index covers {bounds} (west, south, east, north in EPSG:4326); choose an area inside it."


class AreaUnreadable(QueryError):
    """The area filter is not a vector file with polygons, nor four numbers."""

    code = "area-unreadable"
    message_template = "{path} gives no area: {reason}."
    next_step_template = (
        "Use a vector file with polygons and a coordinate system (GeoPackage, GeoJSON, Shapefile), "
        "or four numbers west,south,east,north."
    )


class NothingMatchesFilter(QueryError):
    """The filters together leave no tile to search."""

    code = "nothing-matches-filter"
    message_template = "No tile passes the filters ({filters})."
    next_step_template = (
        "Widen the area or the dates; `python -m engine index info` lists what the index holds."
    )


class NoTileThere(QueryError):
    """A place is given as the question, and the index has no tile there."""

    code = "no-tile-there"
    message_template = "{index} has no tile at {lon:.5f}, {lat:.5f} (longitude, latitude)."
    next_step_template = "Choose a place inside the footprints of the index."


# --- imagery --------------------------------------------------------------------------------------


class ImageryError(UserError):
    """Something is wrong with a source; other sources continue."""

    exit_code = ExitCode.IMAGERY


class NoSources(ImageryError):
    """Nothing to read."""

    code = "no-sources"
    message_template = "No raster was found in {inputs}."
    next_step_template = "Name raster files, a folder that holds some, or a pattern such as 'scenes/*.tif' in quotes."


class SourceUnreadable(ImageryError):
    """The file is missing, not a raster, or broke in the middle."""

    code = "source-unreadable"
    message_template = "{path} cannot be read: {reason}."
    next_step_template = (
        "Check that the file is there and opens in QGIS; what else was asked for is finished."
    )


class NoCrs(ImageryError):
    """The raster does not say in which coordinate system it lies."""

    code = "no-crs"
    message_template = "{path} has no coordinate system."
    next_step_template = "If you know it, say it: --crs EPSG:32633."


class WrongCrs(NoCrs):
    """In the coordinate system that it names, the raster lies nowhere on the Earth."""

    code = "wrong-crs"
    message_template = "{path} lies nowhere on the Earth: its coordinate system must be wrong."
    next_step_template = "If you know the right one, say it: --crs EPSG:32633."


class NoGeotransform(ImageryError):
    """The raster does not say where it lies."""

    code = "no-geotransform"
    message_template = "{path} has no position (no geotransform and no world file)."
    next_step_template = (
        "Georeference it first (QGIS: Layer > Georeferencer), or put a world file beside it."
    )


class BadBands(ImageryError):
    """The bands asked for are not there."""

    code = "bad-bands"
    message_template = "{path} has {count} band(s); {bands} cannot be used."
    next_step_template = "Give one or three band numbers between 1 and {count}: --bands 3 2 1."


class TooSmall(ImageryError):
    """The raster is smaller than half a tile."""

    code = "source-too-small"
    message_template = (
        "{path} covers {width_m:.0f} x {height_m:.0f} m: "
        "too little for one tile of {ground_size_m:.0f} m."
    )
    next_step_template = "Choose a smaller --ground-size."


class TooCoarse(ImageryError):
    """A tile would consist of a handful of pixels."""

    code = "source-too-coarse"
    message_template = (
        "{path} has pixels of {pixel_m:.1f} m: "
        "a tile of {ground_size_m:.0f} m would be {pixels:.0f} pixels wide."
    )
    next_step_template = "Choose a larger --ground-size, at least {advised_m:.0f} m."


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
    message_template = "{path} exists and was built otherwise ({difference})."
    next_step_template = "Use `index add` to add imagery, or choose another name."


class IndexEmpty(VoiceIndexError):
    """No tile to search."""

    code = "index-empty"
    message_template = "{path} holds no tile."
    next_step_template = "Add imagery: python -m engine index add {path} RASTER ..."


class IndexOfAnotherModel(VoiceIndexError):
    """Vectors of two models cannot be compared."""

    code = "index-of-another-model"
    message_template = (
        "{path} was built with another model ({index_model}) than the one loaded ({loaded_model})."
    )
    next_step_template = (
        "Build it again with this model, or load the model it was built with (--model)."
    )


class IndexDamaged(VoiceIndexError):
    """A file of the index does not hold what its checksum says."""

    code = "index-damaged"
    message_template = "{path} is damaged: {reason}."
    next_step_template = (
        "Run `python -m engine index verify {index} --repair` to drop the damaged part, "
        "then the same `index build` or `index add` again."
    )


class IndexFileDamaged(IndexDamaged):
    """``index.json`` itself is not what was written: nothing says any more what the parts hold."""

    code = "index-file-damaged"
    next_step_template = (
        "Put that file back from a copy; without one, remove the folder {index} and build it again."
    )


class IndexUnreadable(VoiceIndexError):
    """The system does not let the index be read."""

    code = "index-unreadable"
    message_template = "{path} cannot be read: {reason}."
    next_step_template = "Check the permissions of the folder, and that its disk is there."


class IndexFormatTooNew(VoiceIndexError):
    """Written by a later version."""

    code = "index-format-too-new"
    message_template = "{path} has format version {found}; this version reads up to {known}."
    next_step_template = "Update qgis_scrl."


class IndexLocked(VoiceIndexError):
    """Another process is writing the same index."""

    code = "index-locked"
    message_template = "{path} is being written by another process (number {pid})."
    next_step_template = "Wait until it has finished, or end that process."


class IndexBusy(IndexLocked):
    """This process itself is writing the index."""

    code = "index-busy"
    message_template = "{path} is being built already."
    next_step_template = (
        "Wait until it has finished, or cancel that build; searching works meanwhile."
    )


class UnknownSource(VoiceIndexError):
    """The source named is not in the index."""

    code = "unknown-source"
    message_template = "{source} is not a source of {index}."
    next_step_template = "`python -m engine index info {index}` lists them."


# --- the machine ----------------------------------------------------------------------------------


class MachineError(UserError):
    """Something is wrong with the computer or the installation."""

    exit_code = ExitCode.MACHINE


class FolderNotWritable(MachineError):
    """The folder, or the file in it, cannot be written."""

    code = "folder-not-writable"
    message_template = "{path} cannot be written: {reason}."
    next_step_template = "Choose another place, or change the permissions of the folder."


class DiskFull(MachineError):
    """No space left."""

    code = "disk-full"
    message_template = "The disk with {path} is full."
    next_step_template = (
        "Free some space, then run the same command again: it continues where it stopped."
    )


class NoMicrophone(MachineError):
    """No input device, or PortAudio is missing."""

    code = "no-microphone"
    message_template = "No microphone can be used: {reason}."
    next_step_template = (
        "Plug one in, allow this program to use it, "
        "or choose one of `python -m engine doctor` with --device."
    )


class MicrophoneBusy(MachineError):
    """This process itself is recording."""

    code = "microphone-busy"
    message_template = "The microphone is being used for another recording."
    next_step_template = "Finish or cancel that recording first."


class ModelMissing(MachineError):
    """The checkpoint is not where it should be."""

    code = "model-missing"
    message_template = "No model was found in {path}."
    next_step_template = "Install qgis_scrl again, or name a folder with a model: --model FOLDER."


class ModelDamaged(MachineError):
    """The checkpoint does not load."""

    code = "model-damaged"
    message_template = "The model in {path} cannot be loaded: {reason}."
    next_step_template = "Install qgis_scrl again, or name another model: --model FOLDER."


class MissingDependency(MachineError):
    """A package or program that this command needs is not installed."""

    code = "missing-dependency"
    message_template = "{name} is needed for this and is not installed."
    next_step_template = "{advice}"


class CoordinateSystemsMissing(MachineError):
    """PROJ has no list of coordinate systems."""

    code = "coordinate-systems-missing"
    message_template = (
        "The list of coordinate systems (PROJ's proj.db) is missing: nothing can be put on the map."
    )
    next_step_template = (
        "Put it back: on Debian and Ubuntu, if pyproj is the system's, `sudo apt install proj-data`; else "
        "`python -m pip install --force-reinstall --no-deps pyproj`."
    )


class DataMissing(MachineError):
    """Training or evaluation data are not there."""

    code = "data-missing"
    message_template = "{path} does not hold the data ({missing} is missing)."
    next_step_template = "Name the folder that holds rsicd/, ucm/ and voices/: --data FOLDER."


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
    message_template = "The engine speaks protocol {known}, the plugin protocol {asked}."
    next_step_template = "Install qgis_scrl again, so that plugin and engine are of one version."


class BadRequest(MachineError):
    """What came over standard input is not a request."""

    code = "bad-request"
    message_template = "{problem}"
    next_step_template = "Install qgis_scrl again, so that plugin and engine are of one version."


class UnexpectedFailure(UserError):
    """A bug of ours."""

    code = "bug"
    exit_code = ExitCode.BUG
    message_template = "Something went wrong inside qgis_scrl ({what})."
    next_step_template = (
        "Please report it with the file {log} and what `python -m engine doctor` prints."
    )


class Cancelled(Exception):
    """The user cancelled. Not an error: what was finished stays."""

    code = "cancelled"
    message = "Cancelled; what was finished stays."

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
