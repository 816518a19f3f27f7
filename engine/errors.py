"""Every failure that a user can meet: a code, a sentence, and what to do about it.

A mistake of the user's, or of the computer's that the user can fix, is raised as a :class:`UserError`.
The command line prints it and exits with its ``exit_code``; QGIS gets its code and values, and has texts
of its own for them. Anything else that escapes is a bug.

To add one, write a subclass, whose sentences document it, and add its code to the methods of
:mod:`~.contract.methods` that can fail so.
"""

from __future__ import annotations

import math
import numbers
from collections.abc import Mapping
from enum import IntEnum
from typing import Any, ClassVar

from . import PROGRAM
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


def as_started(text: str) -> str:
    """Return a text in which commands begin as the user's do."""
    return text.replace("python -m engine", PROGRAM)


class _Count(int):
    """A number that ``"{tiles:tile|tiles}"`` writes as the word that goes with it."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        return (one if self == 1 else many) if bar else super().__format__(spec)


def filled(template: str, values: Mapping[str, Any]) -> str:
    """Return a template with its values; ``{count:is|are}`` is the word for one, or for another number."""
    counted = {
        name: _Count(value) if type(value) is int else value for name, value in values.items()
    }
    return template.format(**counted)


class UserError(Exception):
    """A failure with a stable code, one sentence that says what is wrong, and the next step.

    Args:
        **values: What the sentences name.

    Attributes:
        values: The same, kept for machine-readable output.
        message: What is wrong; in the class, a template for the values.
        next_step: What to do about it; likewise.
    """

    code: ClassVar[str]
    exit_code: ClassVar[ExitCode] = ExitCode.BUG
    message: str = "Something went wrong."
    next_step: str = "Run `python -m engine doctor` and report what it prints."

    def __init__(self, **values: Any) -> None:
        self.values = values
        self.message = filled(self.message, values)
        self.next_step = filled(as_started(self.next_step), values)
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
    code = "usage"
    exit_code = ExitCode.USAGE
    message = "{problem}"
    next_step = "{advice}"


# --- the query ------------------------------------------------------------------------------------


class QueryError(UserError):
    """Something is wrong with the question."""

    exit_code = ExitCode.QUERY


class SilentRecording(QueryError):
    code = "silent-recording"
    message = "The recording is silent (peak at {peak_dbfs:.0f} dBFS)."
    next_step = (
        "Check that the microphone is not muted and that this program is allowed to use it, "
        "or choose another one with --device."
    )


class NoSpeech(QueryError):
    code = "no-speech"
    message = "No speech was found in the recording ({seconds:.1f} s)."
    next_step = "Say one sentence, close to the microphone, and try again."


class RecordingTooLong(QueryError):
    code = "recording-too-long"
    message = "The recording is {seconds:.0f} s long; the limit for a question is {limit:.0f} s."
    next_step = "Shorten it to one sentence."


class NotAudio(QueryError):
    code = "not-audio"
    message = "{path} cannot be read as audio: {reason}."
    next_step = "Give the path of a WAV, FLAC, OGG or MP3 file."


class NoQuery(QueryError):
    code = "no-query"
    message = "The search has no question."
    next_step = (
        "Give a recording (--voice FILE), speak (--record), type (--text TEXT), or give an example: "
        "a tile (--like TILE_ID), an image (--image FILE) or a search profile (--profile FILE)."
    )


class TextEmpty(QueryError):
    code = "text-empty"
    exit_code = ExitCode.USAGE
    message = 'There is no word in "{question}".'
    next_step = "Name in English what to look for, for example: storage tanks beside a river."


class ModelCannotRead(QueryError):
    code = "model-cannot-read"
    message = "The model {model} understands spoken questions only."
    next_step = "Speak the question, or use a newer model."


class PartsCancelOut(QueryError):
    code = "parts-cancel-out"
    exit_code = ExitCode.USAGE
    message = "The parts of the question cancel each other out."
    next_step = "Change their weights."


class NotAnImage(QueryError):
    code = "not-an-image"
    message = "{path} cannot be read as an image: {reason}."
    next_step = (
        "Give the path of an image or raster that opens in QGIS, such as PNG, JPEG or GeoTIFF."
    )


class UnknownTile(QueryError):
    code = "unknown-tile"
    message = "Tile {tile_id} is not in {index}."
    next_step = "Use a tile ID from the results of an earlier search."


class AreaOutside(QueryError):
    code = "area-outside"
    message = "The area is outside the extent of {index}."
    next_step = (
        "The index covers {bounds} (west, south, east, north; EPSG:4326). Choose an area inside it."
    )


class AreaUnreadable(QueryError):
    code = "area-unreadable"
    message = "{path} cannot be used as an area: {reason}."
    next_step = (
        "Use a polygon layer with a CRS (GeoPackage, GeoJSON, Shapefile), "
        "or west,south,east,north in degrees."
    )


class AreaOfSeveralLayers(QueryError):
    code = "area-of-several-layers"
    message = "{path} has several polygon layers: {layers}."
    next_step = 'Name the one to use, for example --area "{path}|layername={example}".'


class NothingMatchesFilter(QueryError):
    code = "nothing-matches-filter"
    message = "No tile matches the filters ({filters})."
    next_step = "Use a larger area or a longer period; `python -m engine index info` shows what the index covers."


class NothingToCompare(QueryError):
    code = "nothing-to-compare"
    message = "No place of {index} was acquired both from {before} and from {after}."
    next_step = (
        "Give other dates; `python -m engine index info` shows when each raster was acquired."
    )


class ScoreMapTooLarge(QueryError):
    code = "map-too-large"
    message = "The map of scores would have {cells:,} cells, more than {most:,}: its tiles lie too far apart."
    next_step = (
        "Limit it to an area with --area or to large tiles with --ground-size, or write points: --heatmap "
        "FILE.gpkg."
    )


class NoTileThere(QueryError):
    code = "no-tile-there"
    message = "{index} has no tile at {lon:.5f}, {lat:.5f} (longitude, latitude)."
    next_step = (
        "Choose a location inside the footprints of the index; `python -m engine index info` shows its extent. "
        "Mind the order: --at takes latitude,longitude, --place takes longitude,latitude."
    )


class ProfileUnreadable(QueryError):
    code = "profile-unreadable"
    message = "{path} cannot be used as a search profile: {reason}."
    next_step = "Ask whoever made it to save it again: --save-profile NAME.scrlprofile."


class ProfileOfAnotherModel(QueryError):
    code = "profile-of-another-model"
    message = (
        "{path} was made with another model ({profile_model}) than the one in use ({loaded_model})."
    )
    next_step = (
        "Use the model it was made with (--model), or ask its question again with this one, "
        "label some hits and save a new profile."
    )


class NoLabels(QueryError):
    code = "no-labels"
    message = "There are no labels to export."
    next_step = (
        "Say of some tiles whether they show what you are looking for: --yes TILE_ID, --no TILE_ID."
    )


class SearchFileGone(QueryError):
    code = "search-file-gone"
    message = "The saved search {name} asks with {path}, which is gone."
    next_step = "Put the file back, or save the search again (`watch add --replace`)."


class SearchTilesRenumbered(QueryError):
    code = "search-tiles-renumbered"
    message = (
        "The saved search {name} refers to tiles of {index} as they were before it was embedded with another "
        "model."
    )
    next_step = "Save it again (`watch add --replace`) with tiles of the index as it is now."


class UnknownSearch(QueryError):
    code = "unknown-search"
    message = "{index} has no saved search {name}."
    next_step = '`python -m engine watch list "{index}"` lists those that it has.'


class SearchExists(QueryError):
    code = "search-exists"
    exit_code = ExitCode.USAGE
    message = "{index} already has a saved search {name}."
    next_step = "Choose another name, or add --replace."


# --- voice notes ----------------------------------------------------------------------------------


class NotesUnreadable(QueryError):
    code = "notes-unreadable"
    message = "{path} cannot be used as voice notes: {reason}."
    next_step = "Give a GeoPackage that `python -m engine notes add` or `notes import` has made."


class NotesBusy(QueryError):
    code = "notes-busy"
    message = "{path} is being changed by another program."
    next_step = "Save or cancel the edits of its layer in QGIS, then try again."


class NotesOfAnotherModel(QueryError):
    code = "notes-of-another-model"
    message = (
        "{count} of the {total} {total:voice note|voice notes} in {path} {count:was|were} embedded with another model "
        "than the one in use."
    )
    next_step = (
        'Run `python -m engine notes reembed "{path}"`: it embeds them anew, from their sound.'
    )


class UnknownNote(QueryError):
    code = "unknown-note"
    message = "{path} has no voice note {note_id}."
    next_step = '`python -m engine notes list "{path}"` lists those that it has.'


class NoRecordings(QueryError):
    code = "no-recordings"
    message = "No recording found in {folder}."
    next_step = "Give the folder that contains the recordings: WAV, FLAC, OGG or MP3 files."


class NoteWithoutPosition(QueryError):
    code = "note-without-position"
    message = "{recording} has no position: {reason}."
    next_step = (
        "Give the positions in a CSV file (file, lon, lat) or a GPX track, or name the file as in "
        "N48.1234_E11.5678.wav."
    )


class PositionsUnreadable(QueryError):
    code = "positions-unreadable"
    message = "The positions in {path} cannot be read: {reason}."
    next_step = "Give a CSV file with the columns file, lon, lat (or x, y with --crs), or a GPX file with a track."


# --- imagery --------------------------------------------------------------------------------------


class ImageryError(UserError):
    """Something is wrong with a source; other sources continue."""

    exit_code = ExitCode.IMAGERY


class NoSources(ImageryError):
    code = "no-sources"
    message = "No raster found in {inputs}."
    next_step = "Give raster files, a folder that contains rasters, or a pattern such as 'scenes/*.tif' in quotes."


class SourceUnreadable(ImageryError):
    code = "source-unreadable"
    message = "{path} cannot be read: {reason}."
    next_step = "Check that the path is right and that the file opens in QGIS. Other rasters are not affected."


class CatalogueUnreadable(ImageryError):
    code = "catalogue-unreadable"
    message = "The catalogue {catalogue} cannot be searched: {reason}."
    next_step = "Check its address: that of a STAC API, or of a file catalog.json."


class FormatNotReadable(ImageryError):
    """GDAL on this computer may read it, that of the engine does not."""

    code = "format-not-readable"
    message = "{path} is in {format} format, for which the engine's GDAL has no driver."
    next_step = "If it opens in QGIS, export it there as GeoTIFF (Layer > Save As); all other rasters are processed."


class NoCrs(ImageryError):
    code = "no-crs"
    message = "{path} has no CRS."
    next_step = "If you know it, specify it, for example --crs EPSG:32633 or --crs FILE.prj."


class WrongCrs(NoCrs):
    code = "wrong-crs"
    message = (
        "The extent of {path} is outside the area of its CRS; the assigned CRS is probably wrong."
    )
    next_step = "If you know the right one, specify it, for example --crs EPSG:32633."


class NotOnEarth(ImageryError):
    code = "not-on-earth"
    message = "{path} does not show the Earth: its CRS belongs to {body}."
    next_step = "Voice indexes hold imagery of the Earth only; leave it out."


class NoGeotransform(ImageryError):
    code = "no-geotransform"
    message = "{path} is not georeferenced (no geotransform and no world file)."
    next_step = "Georeference it first (QGIS: Layer > Georeferencer), or add a world file."


class SourceOnWeb(ImageryError):
    code = "source-on-web"
    message = "{path} is read from the web ({address}), but only a folder or a pattern was named."
    next_step = "Nothing is fetched because a file in a folder says so. If it is yours, name the file itself."


class BadBands(ImageryError):
    code = "bad-bands"
    message = "{path} has {count} {count:band|bands}; the selection {bands} is not possible."
    next_step = "Give one or three band numbers from 1 to {count}, for example --bands 3 2 1."


class TooSmall(ImageryError):
    code = "source-too-small"
    message = (
        "{path} covers only {width_m:.0f} x {height_m:.0f} m, "
        "too little for a tile of {ground_size_m:.0f} m."
    )
    next_step = "Choose a smaller --ground-size."


class TooCoarse(ImageryError):
    code = "source-too-coarse"
    message = (
        "{path} has a pixel size of {pixel_m:.1f} m; "
        "a tile of {ground_size_m:.0f} m would be only {pixels:.0f} pixels wide."
    )
    next_step = "Choose a --ground-size of at least {advised_m:.0f} m."


class SourceMoved(ImageryError):
    code = "source-moved"
    message = "{source} appears to be a raster of {index} that was moved from {old} to {new}."
    next_step = (
        'If it was moved, run `python -m engine index relocate "{index}" "{old}" "{new}"`: nothing is embedded again. '
        "If it is another raster, remove the old one first with `index remove-source`."
    )


class SourceDiffers(ImageryError):
    code = "source-differs"
    message = "{path} cannot take the place of {source}: {difference}."
    next_step = (
        "The index keeps the old path; add the new raster with `python -m engine index add`."
    )


class BuildTooLarge(ImageryError):
    code = "build-too-large"
    message = (
        "This build has about {tiles:,.0f} tiles: about {days:,.1f} days of work and {size_gb:,.1f} GB on disk "
        "({free_gb:,.1f} GB are free)."
    )
    next_step = "Choose a larger --ground-size or a smaller area of the imagery; to build it all the same, add --yes."


# --- the voice index ------------------------------------------------------------------------------


class VoiceIndexError(UserError):
    """Something is wrong with the voice index."""

    exit_code = ExitCode.INDEX


class IndexMissing(VoiceIndexError):
    code = "index-missing"
    message = "{path} is not a voice index."
    next_step = (
        "Give the folder NAME.scrl, wherever it lies now, or build one: "
        "python -m engine index build NAME.scrl RASTER ..."
    )


class IndexExists(VoiceIndexError):
    code = "index-exists"
    message = "{path} already exists and was built with different settings ({difference})."
    next_step = "Use `index add` to add rasters to it, or choose another name."


class IndexEmpty(VoiceIndexError):
    code = "index-empty"
    message = "{path} contains no tiles."
    next_step = "Add rasters: python -m engine index add {path} RASTER ..."


class IndexOfAnotherModel(VoiceIndexError):
    code = "index-of-another-model"
    message = (
        "{path} was built with another model ({index_model}) than the one in use ({loaded_model})."
    )
    next_step = (
        'Run `python -m engine index reembed "{path}"` (same rasters, sizes and options; the index is replaced when '
        "all is done), or use the model it was built with (--model)."
    )


class ReembeddingIncomplete(VoiceIndexError):
    code = "reembedding-incomplete"
    message = (
        "{count} of the {total} {total:raster|rasters} of {index} cannot be read, such as {source}; the index stays "
        "as it was."
    )
    next_step = (
        "Make them available, or take them out (`index remove-source`), then run `index reembed` again: what has been "
        "embedded is kept."
    )


class IndexDamaged(VoiceIndexError):
    code = "index-damaged"
    message = "{path} is damaged: {reason}."
    next_step = (
        "Run `python -m engine index verify {index} --repair` to drop the damaged part, "
        "then run the same `index build` or `index add` again."
    )


class IndexFileDamaged(IndexDamaged):
    """``index.json`` itself is not what was written: nothing says any more what the parts hold."""

    code = "index-file-damaged"
    next_step = "Restore that file from a backup; without one, delete the folder {index} and build it again."


class IndexUnreadable(VoiceIndexError):
    code = "index-unreadable"
    message = "{path} cannot be read: {reason}."
    next_step = "Check the permissions of the folder, and that its drive is connected."


class IndexFormatTooNew(VoiceIndexError):
    code = "index-format-too-new"
    message = (
        "{path} has format version {found}; this version of qgis_scrl reads versions up to {known}."
    )
    next_step = "Update qgis_scrl."


class IndexLocked(VoiceIndexError):
    code = "index-locked"
    message = "{path} is being written by another process (PID {pid})."
    next_step = "Wait until it has finished, or end that process."


class IndexBusy(VoiceIndexError):
    code = "index-busy"
    message = "{path} is being written already."
    next_step = "Wait until that has finished, or cancel it; searching works meanwhile."


class ServerUnreachable(VoiceIndexError):
    code = "server-unreachable"
    message = "The database {server} cannot be reached: {reason}."
    next_step = "Check host, port and name of the database, and the network; then try again: finished work is kept."


class ServerRefuses(VoiceIndexError):
    code = "server-refuses"
    message = "The database {server} does not let you in: {reason}."
    next_step = "Check user and password: in the connection in QGIS, or in PGPASSWORD or the file ~/.pgpass."


class CredentialsUnknown(VoiceIndexError):
    code = "credentials-unknown"
    message = "Only QGIS knows the authentication configuration {authcfg}, with which {server} is to be connected to."
    next_step = "Leave authcfg out of the address, and name the user; the password belongs in the file ~/.pgpass."


class ServerLacksExtension(VoiceIndexError):
    code = "extension-missing"
    message = "The database {server} does not have {extension}."
    next_step = "Ask its administrator to install it, then to run: {statement}"


class NoRightOnServer(VoiceIndexError):
    code = "no-right-on-server"
    message = "You may not do that with {path}: {reason}."
    next_step = "Ask the administrator of the database to run: GRANT {role} TO your user."


class WouldRemoveSources(VoiceIndexError):
    code = "would-remove-sources"
    message = (
        "{path} holds {count} {count:raster|rasters} that {source} does not, such as {example}."
    )
    next_step = "Pull it first and add to the copy, choose another schema or name, or add --replace to lose them."


class SearchesUnreadable(VoiceIndexError):
    code = "searches-unreadable"
    message = "The saved searches in {path} cannot be read: {reason}."
    next_step = (
        "Restore that file from a backup; to begin anew, rename it. It is left as it is until then."
    )


class UnknownSource(VoiceIndexError):
    code = "unknown-source"
    message = "{source} is not a raster of {index}."
    next_step = "`python -m engine index info {index}` lists its rasters."


# --- the machine ----------------------------------------------------------------------------------


class MachineError(UserError):
    """Something is wrong with the computer or the installation."""

    exit_code = ExitCode.MACHINE


class FolderNotWritable(MachineError):
    code = "folder-not-writable"
    message = "{path} cannot be written: {reason}."
    next_step = "Choose another folder, or check that you have write permission for this one."


class DiskFull(MachineError):
    code = "disk-full"
    message = "The disk is full: {path} cannot be written."
    next_step = "Free some space, then run the same command again: it continues where it stopped."


class FileVanished(MachineError):
    """In a terminal; QGIS is told ``engine-stopped`` by its client."""

    code = "file-vanished"
    message = "A file that was open can no longer be read: the network share or the disk on which it lies has gone."
    next_step = "Connect it again, then run the same command again: what was finished is kept."


class NoMicrophone(MachineError):
    code = "no-microphone"
    message = "No microphone can be used: {reason}."
    next_step = (
        "Connect one, allow this program to use it, "
        "or choose one that `python -m engine doctor` lists with --device."
    )


class MicrophoneBusy(MachineError):
    code = "microphone-busy"
    message = "The microphone is in use by another recording."
    next_step = "Finish or cancel that recording first."


class ModelMissing(MachineError):
    code = "model-missing"
    message = "No model found in {path}."
    next_step = "Reinstall qgis_scrl, or give the folder of a model: --model FOLDER."


class ModelDamaged(MachineError):
    code = "model-damaged"
    message = "The model in {path} cannot be loaded: {reason}."
    next_step = "Reinstall qgis_scrl, or give another model: --model FOLDER."


class MissingDependency(MachineError):
    code = "missing-dependency"
    message = "{name} is required for this and is not installed."
    next_step = "{advice}"


class CoordinateSystemsMissing(MachineError):
    code = "coordinate-systems-missing"
    message = "The CRS database (PROJ's proj.db) is missing; nothing can be placed on the map."
    next_step = (
        "Restore it: on Debian and Ubuntu, if pyproj is the system's, `sudo apt install proj-data`; "
        "otherwise `python -m pip install --force-reinstall --no-deps pyproj`."
    )


class DataMissing(MachineError):
    code = "data-missing"
    message = "{path} does not contain the data ({missing} is missing)."
    next_step = "Give the folder that contains rsicd/, ucm/ and voices/: --data FOLDER."


class TrainingNotIncluded(MachineError):
    """Training and evaluation were asked of an installed plugin, which has neither code nor data."""

    code = "training-not-included"
    message = "The installed plugin can search; it cannot train or evaluate models."
    next_step = "Use a checkout of the project's repository: its CONTRIBUTING.md says how to train."


# --- the cluster ----------------------------------------------------------------------------------


class ClusterError(MachineError):
    """Something is wrong with the Dask cluster that a build was given to; what is finished stays."""


class ClusterPackagesMissing(ClusterError):
    code = "cluster-packages-missing"
    message = "A build on a cluster takes Dask, which is not installed for the engine."
    next_step = "Install it: {command}"


class ClusterUnreachable(ClusterError):
    code = "cluster-unreachable"
    message = "The Dask scheduler {address} cannot be reached: {reason}."
    next_step = "Check the address, and that `python -m engine cluster-scheduler` is running there."


class ClusterWithoutWorkers(ClusterError):
    code = "cluster-without-workers"
    message = "The Dask scheduler {address} has no worker of qgis_scrl."
    next_step = "Start workers: `python -m engine cluster-worker {address}`, then run the same command again."


class ClusterOfAnotherVersion(ClusterError):
    code = "cluster-of-another-version"
    message = "The workers of {address} run {workers}; this computer runs {own}."
    next_step = (
        "Install the same version of qgis_scrl, with the same model, there and here, and start the workers "
        "again."
    )


class ClusterLost(ClusterError):
    code = "cluster-lost"
    message = "The connection to the Dask scheduler {address} was lost."
    next_step = (
        "Start scheduler and workers again if they have ended, then run the same command again. What a build has "
        "finished is kept: it continues where it stopped."
    )


class ClusterPartsLost(ClusterError):
    code = "cluster-parts-lost"
    message = (
        "{count} of the {total} {total:part|parts} could not be finished on the cluster: {reason}."
    )
    next_step = (
        "Everything else is in the index. Look into the log of the workers, then run the same command again: "
        "it does what is left."
    )


class StagingUnusable(ClusterError):
    code = "staging-unusable"
    message = "{address} cannot be used to bring parts from the workers: {reason}."
    next_step = (
        "Check the address, and that its credentials are in the environment of this computer and of the "
        "workers (AWS_ACCESS_KEY_ID and the like)."
    )


# --- the protocol ---------------------------------------------------------------------------------


class ProtocolMismatch(MachineError):
    code = "protocol-mismatch"
    message = "Plugin (protocol {asked}) and engine (protocol {known}) are of different versions."
    next_step = "Reinstall qgis_scrl."


class BadRequest(MachineError):
    code = "bad-request"
    message = "{problem}"
    next_step = "Reinstall qgis_scrl."


class UnexpectedFailure(UserError):
    """A bug of ours."""

    code = "bug"
    exit_code = ExitCode.BUG
    message = "Internal error in qgis_scrl ({what})."
    next_step = "Please report it; attach {log} and the output of `python -m engine doctor`."


class Cancelled(Exception):
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
