"""The words for what engine and plugin say in codes: failures with their advice, notes, stages, units.

One table of failures: what is wrong, what to do about it in the dock, and what to do about it in
Processing, where buttons are parameters and algorithms. The engine has its own, English tables for the
terminal and the logs.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any, Literal

from .contract import Notice, Stage, Unit
from .translation import LocaleFloat, tr, tr_later

Place = Literal["dock", "processing"]


@dataclass(frozen=True)
class Failure:
    """What a failure reads like; templates that name the values of its code.

    Attributes:
        message: What is wrong, in one sentence.
        dock: What to do about it in the dock.
        processing: What to do about it in Processing; None: the same.
    """

    message: str
    dock: str
    processing: str | None = None


NO_PASSWORD = tr_later(
    "Leave the password out: addresses are kept in settings and projects. Put it into an authentication configuration "
    "of QGIS and choose a connection that has it, or into PostgreSQL's password file (pgpass) or service file."
)
_REINSTALL = tr_later("Install the plugin SCRL Voice Search again.")
_RETRY = tr_later("Try again; if it happens again, see the log (View > Panels > Log Messages).")
_REPORT = tr_later("Copy diagnostics in Settings > Options > Voice search, and report it.")
_DATES = tr_later("Widen the area or the dates.")

#: Failures that the plugin itself finds, with the values that their sentences may name.
PLUGIN_FAILURES: dict[str, tuple[str, ...]] = {
    "engine-missing": (),
    "engine-python-unusable": ("path",),
    "engine-not-started": ("reason",),
    "engine-ended-at-start": ("reason",),
    "engine-not-running": (),
    "engine-stopped": (),
    "engine-restarted": (),
    "engine-hangs": ("seconds",),
    "engine-garbage": (),
    "engine-refused": (),
    "plugin-incomplete": ("path",),
    "credentials-locked": (),
    "credentials-missing": ("authcfg",),
    "credentials-unusable": ("authcfg", "reason"),
    "index-gone": ("path",),
    "recording-not-kept": ("path", "reason"),
    "picture-not-kept": ("path", "reason"),
    "footprints-not-written": ("path", "reason"),
    "footprints-unreadable": ("path",),
    "demo-not-written": ("path", "reason"),
    "demo-not-removed": ("path", "reason"),
    "score-map-unreadable": ("path",),
}

# fmt: off
FAILURES: dict[str, Failure] = {
    "usage": Failure("{problem}", "{advice}"),
    # The question.
    "silent-recording": Failure(
        tr_later("The recording is silent (peak level {peak_dbfs:.0f} dBFS)."),
        tr_later("Check that the microphone is not muted and that QGIS may use it, or choose another one under "
                 "Microphone."),
        tr_later("Check that the microphone was not muted, and record it again.")),
    "no-speech": Failure(
        tr_later("No speech was found in the recording ({seconds:.1f} s)."),
        tr_later("Press Speak and say one sentence, close to the microphone."),
        tr_later("Record one spoken sentence, close to the microphone.")),
    "recording-too-long": Failure(
        tr_later("The recording is {seconds:.0f} s long; the limit is {limit:.0f} s."),
        tr_later("Say it in one sentence."),
        tr_later("Cut it to one sentence.")),
    "not-audio": Failure(
        tr_later("{path} cannot be read as audio: {reason}."),
        tr_later("Choose a WAV, FLAC, OGG or MP3 file.")),
    "not-an-image": Failure(
        tr_later("{path} cannot be read as an image: {reason}."),
        tr_later("Choose a picture or a raster, such as a PNG, JPEG or GeoTIFF file.")),
    "no-query": Failure(
        tr_later("The search has no question."),
        tr_later("Press Speak and say what you are looking for."),
        tr_later("Choose a recording, a place or an image, or type a question.")),
    "text-empty": Failure(
        tr_later("There is no word in “{question}”."),
        tr_later("Name in English what to look for, for example: storage tanks beside a river.")),
    "model-cannot-read": Failure(
        tr_later("The model {model} understands spoken questions only."),
        tr_later("Speak the question, or update the plugin.")),
    "parts-cancel-out": Failure(
        tr_later("The parts of the question cancel each other out."),
        tr_later("Remove a part of the question, or change its weight."),
        tr_later("Ask with other examples.")),
    "unknown-tile": Failure(
        tr_later("Tile {tile_id} is not in {index}."),
        tr_later("The index has changed since; ask again."),
        tr_later("Choose a place where the voice index has tiles.")),
    "profile-unreadable": Failure(
        tr_later("{path} cannot be used as a search profile: {reason}."),
        tr_later("Ask whoever made it to save it again with Save as search profile.")),
    "profile-of-another-model": Failure(
        tr_later("{path} was made with another model ({profile_model}) than the installed one ({loaded_model})."),
        tr_later("Ask its question again, answer Y or N to some hits, and save a new search profile.")),
    "search-file-gone": Failure(
        tr_later("The saved search {name} asks with {path}, which is gone."),
        tr_later("Put the file back, or save the search again with “Save search”, and let it replace the old one.")),
    "search-tiles-renumbered": Failure(
        tr_later("The saved search {name} refers to tiles of {index} as they were before it was embedded with another "
                 "model."),
        tr_later("Save it again with tiles of the index as it is now.")),
    "unknown-search": Failure(
        tr_later("{index} has no saved search {name}."),
        tr_later("Check the name of the search.")),
    "search-exists": Failure(
        tr_later("{index} already has a saved search {name}."),
        tr_later("Choose another name."),
        tr_later("Choose another name, or tick “Replace a search of the same name”.")),
    "notes-unreadable": Failure(
        tr_later("{path} cannot be used as voice notes: {reason}."),
        tr_later("Choose a GeoPackage of voice notes, or make a new one with New."),
        tr_later("Choose a GeoPackage of voice notes; “Import voice notes” makes one.")),
    "notes-busy": Failure(
        tr_later("{path} is being changed by another program."),
        tr_later("Save or cancel the edits of its layer, then try again.")),
    "notes-of-another-model": Failure(
        tr_later("{count} of the {total} voice notes in {path} were embedded with another model than the installed "
                 "one."),
        tr_later("Press Embed again: it embeds them anew, from their sound."),
        tr_later("Open the file under Voice notes in the dock, and press Embed again.")),
    "unknown-note": Failure(
        tr_later("{path} has no voice note {note_id}."),
        tr_later("It has been deleted meanwhile; open the file again.")),
    "no-recordings": Failure(
        tr_later("No recording found in {folder}."),
        tr_later("Choose the folder that contains the recordings: WAV, FLAC, OGG or MP3 files.")),
    "note-without-position": Failure(
        tr_later("{recording} has no position: {reason}."),
        tr_later("Give the positions in a CSV file (file, lon, lat) or a GPX track, or name the file as in "
                 "N48.1234_E11.5678.wav.")),
    "positions-unreadable": Failure(
        tr_later("The positions in {path} cannot be read: {reason}."),
        tr_later("Choose a CSV file with the columns file, lon, lat (or x, y and their CRS), or a GPX file with a "
                 "track.")),
    "no-labels": Failure(
        tr_later("There are no answers to export."),
        tr_later("Select a hit in the list and press Y or N.")),
    "area-outside": Failure(
        tr_later("The area lies outside all imagery of {index}."),
        tr_later("Move the map to where the index has imagery, or search the whole index; Show footprints "
                 "shows where that is."),
        tr_later("Choose an area inside it; “Voice index footprints” shows where that is.")),
    "area-unreadable": Failure(
        tr_later("The search area cannot be read from {path}: {reason}."),
        tr_later("Choose another area under Filters."),
        tr_later("Choose a polygon layer with a valid CRS.")),
    "area-of-several-layers": Failure(
        tr_later("{path} contains several polygon layers: {layers}."),
        tr_later("Choose one of them as the search area under Filters."),
        tr_later("Choose one of its layers, not the file: {path}|layername={example}.")),
    "nothing-matches-filter": Failure(
        tr_later("No tile matches the filters ({filters})."),
        tr_later("Widen the area or the dates under Filters."),
        _DATES),
    "nothing-to-compare": Failure(
        tr_later("No place of {index} was acquired both in the earlier ({before}) and in the later time ({after})."),
        _DATES),
    "map-too-large": Failure(
        tr_later("The map of scores would have more than {most} cells: its tiles lie too far apart."),
        tr_later("Search only the map view or a polygon under Filters, then colour that."),
        tr_later("Limit it to an extent or to large tiles.")),
    "no-tile-there": Failure(
        tr_later("{index} has no tile at {lon:.5f}, {lat:.5f} (longitude, latitude)."),
        tr_later("Choose a place inside the footprints of the index, or one where the map shows imagery."),
        tr_later("Choose a place inside the footprints of the index.")),
    # Imagery.
    "no-sources": Failure(
        tr_later("No raster was found in {inputs}."),
        tr_later("Choose raster layers, files, or a folder that contains some.")),
    "source-unreadable": Failure(
        tr_later("{path} cannot be read: {reason}."),
        tr_later("Check that the file exists and opens in QGIS.")),
    "catalogue-unreadable": Failure(
        tr_later("The catalogue {catalogue} cannot be searched: {reason}."),
        tr_later("Check the address, which is that of a STAC API or of a file catalog.json, and your connection, then "
                 "press Search again."),
        tr_later("Check the address, which is that of a STAC API or of a file catalog.json, and your connection.")),
    "format-not-readable": Failure(
        tr_later("{path} is in {format} format, which the engine cannot read."),
        tr_later("When you add it to an index, choose Convert to GeoTIFF, if QGIS can read it."),
        tr_later("If QGIS can read it, convert it first (Raster > Conversion > Translate).")),
    "no-crs": Failure(
        tr_later("{path} has no CRS."),
        tr_later("If you know it, set it under Rasters with missing metadata."),
        tr_later("If you know it, choose it under “CRS of rasters without one”.")),
    "wrong-crs": Failure(
        tr_later("The extent of {path} is outside the area of its CRS; the assigned CRS is probably wrong."),
        tr_later("If you know the right one, set it under Rasters with missing metadata."),
        tr_later("Assign the right one to the file (Raster > Projections > Assign Projection).")),
    "not-on-earth": Failure(
        tr_later("{path} does not show the Earth: its CRS belongs to {body}."),
        tr_later("Voice indexes hold imagery of the Earth only; leave it out.")),
    "no-geotransform": Failure(
        tr_later("{path} is not georeferenced (no geotransform and no world file)."),
        tr_later("Georeference it first (Layer > Georeferencer), or put a world file beside it.")),
    "source-on-web": Failure(
        tr_later("{path} is read from the web ({address}), but only the folder that holds it was chosen."),
        tr_later("Nothing is fetched because a file in a folder says so. If you trust it, choose the file itself, or "
                 "add it to the map and choose the layer.")),
    "bad-bands": Failure(
        tr_later("{path} has %n band(s); {bands} cannot be used."),
        tr_later("Choose other bands under Rasters with missing metadata."),
        tr_later("Enter one or three of its band numbers under “Bands to use”.")),
    "source-too-small": Failure(
        tr_later("{path} covers {width_m:.0f} x {height_m:.0f} m: too little for one tile of "
                 "{ground_size_m:.0f} m."),
        tr_later("Choose a smaller ground size.")),
    "source-too-coarse": Failure(
        tr_later("{path} has pixels of {pixel_m:.1f} m: a tile of {ground_size_m:.0f} m would be only "
                 "{pixels:.0f} pixels wide."),
        tr_later("Choose a ground size of at least {advised_m:.0f} m.")),
    "source-moved": Failure(
        tr_later("{source} appears to be a raster of {index} that was moved from {old} to {new}."),
        tr_later("If it was moved, press Details, then Relocate…; if it is another raster, remove the old one there "
                 "first."),
        tr_later("If it was moved, use Relocate… under Details in the dock Voice Search; if it is "
                 "another raster, remove "
                 "the old one there first.")),
    "source-differs": Failure(
        tr_later("{path} cannot take the place of {source}: {difference}."),
        tr_later("The index keeps the old path. Add the new raster with Add layers."),
        tr_later("The index keeps the old path. Add the new raster with “Add imagery to voice index”.")),
    "build-too-large": Failure(
        tr_later("This build has about {tiles} tiles: about {days:.1f} days of work and {size_gb:.1f} GB on disk "
                 "({free_gb:.1f} GB are free)."),
        tr_later("Choose a larger ground size or a smaller area of the imagery."),
        tr_later("Choose a larger ground size or a smaller area of the imagery; to build it all the "
                 "same, tick “Build even "
                 "if it takes more than a day or the free disk”.")),
    # The voice index.
    "index-missing": Failure(
        tr_later("{path} is not a voice index."),
        tr_later("Choose another voice index, or press New index… to build one."),
        tr_later("Choose the folder NAME.scrl of a voice index, or make one with “Build voice index”.")),
    "index-exists": Failure(
        tr_later("{path} already exists and was built with different settings."),
        tr_later("Choose another name, or use Add layers to add imagery to that index."),
        tr_later("Use “Add imagery to voice index”, or choose another folder.")),
    "index-empty": Failure(
        tr_later("{path} has no tiles."),
        tr_later("Press Add layers to add imagery to it."),
        tr_later("Add imagery with “Add imagery to voice index”.")),
    "index-of-another-model": Failure(
        tr_later("{path} was built with another model ({index_model}) than the installed one ({loaded_model})."),
        tr_later("Press Embed again: same imagery, same settings."),
        tr_later("Choose it in the Voice Search panel and press Embed again.")),
    "reembedding-incomplete": Failure(
        tr_later("%n of the {total} images of {index} cannot be read, such as {source}; the index stays as it was."),
        tr_later("Make them available, or remove them under Details, then press Embed again; what has been embedded "
                 "is kept."),
        tr_later("Make them available, then try again; what has been embedded is kept.")),
    "index-damaged": Failure(
        tr_later("{path} is damaged: {reason}."),
        tr_later("Press Details, then Check and repair."),
        tr_later("Build it again with “Build voice index”, in a new folder.")),
    "index-file-damaged": Failure(
        tr_later("{path} is damaged: {reason}."),
        tr_later("Restore this file from a backup; without one, delete the folder {index} and build the index "
                 "again.")),
    "index-unreadable": Failure(
        tr_later("{path} cannot be read: {reason}."),
        tr_later("Check that you have read permission for this folder, and that its disk is connected.")),
    "index-format-too-new": Failure(
        tr_later("{path} has format version {found}; this version reads up to {known}."),
        tr_later("Update the plugin SCRL Voice Search.")),
    "index-locked": Failure(
        tr_later("{path} is being written by another process (process ID {pid})."),
        tr_later("Wait until that build has finished, here or in another QGIS; searching works meanwhile."),
        tr_later("Wait until the other QGIS or program has finished building, then run this again.")),
    "index-busy": Failure(
        tr_later("{path} is already being written."),
        tr_later("Wait until it has finished, or cancel that build; searching works meanwhile."),
        tr_later("Wait until it has finished, then run this again.")),
    "would-remove-sources": Failure(
        tr_later("{path} holds %n image(s) that {source} does not, such as {example}."),
        tr_later("Take a copy of the shared index first and add to that copy, or choose another schema or name.")),
    "server-unreachable": Failure(
        tr_later("The database {server} cannot be reached: {reason}."),
        tr_later("Check its address and the network, then try again; finished work is kept.")),
    "server-refuses": Failure(
        tr_later("The database {server} does not let you in: {reason}."),
        tr_later("Check user name and password: in QGIS's authentication configuration if the address names one "
                 "(Settings > Options > Authentication), if not in PostgreSQL's password file (pgpass) or service "
                 "file.")),
    "credentials-unknown": Failure(
        tr_later("The engine was not given user and password of the authentication configuration {authcfg} for "
                 "{server}."),
        tr_later("Check the configuration in Settings > Options > Authentication, then try again.")),
    "credentials-locked": Failure(
        tr_later("The shared index needs a password that QGIS keeps under lock."),
        tr_later("Press Try again, and enter QGIS's master password."),
        tr_later("Run this again and enter QGIS's master password; for qgis_process, the variable "
                 "QGIS_AUTH_PASSWORD_FILE names a file that holds it.")),
    "credentials-missing": Failure(
        tr_later("This QGIS has no authentication configuration {authcfg}."),
        tr_later("Connect to the shared index again, with a connection of this QGIS that has user and password in an "
                 "authentication configuration.")),
    "credentials-unusable": Failure(
        tr_later("The authentication configuration {authcfg} cannot be used for a database: {reason}."),
        tr_later("Choose a connection whose configuration has user and password (Basic) or certificates (PKI).")),
    "extension-missing": Failure(
        tr_later("The database {server} does not have {extension}."),
        tr_later("Ask its administrator to install it, then to run: {statement}")),
    "no-right-on-server": Failure(
        tr_later("You may not do that with {path}: {reason}."),
        tr_later("Ask the administrator of the database to give you the role {role}.")),
    "searches-unreadable": Failure(
        tr_later("The saved searches in {path} cannot be read: {reason}."),
        tr_later("Restore this file from a backup; to begin anew, rename it. It is left as it is until then.")),
    "unknown-source": Failure(
        tr_later("{source} is not a raster of {index}."),
        tr_later("The index has changed since; close Details and open it again."),
        tr_later("Enter file names of rasters in the voice index; * stands for any number of characters.")),
    # The computer.
    "folder-not-writable": Failure(
        tr_later("{path} cannot be written: {reason}."),
        tr_later("Check that you have write permission for this folder, or choose another one.")),
    "disk-full": Failure(
        tr_later("The disk with {path} is full."),
        tr_later("Free some space, then try again. A build keeps what it has finished: Continue resumes it."),
        tr_later("Free some space, then run this again. A build keeps what it has finished, and resumes there.")),
    "no-microphone": Failure(
        tr_later("No microphone can be used: {reason}."),
        tr_later("Connect one, allow QGIS to use it, or choose another one under Microphone. Open… asks with a "
                 "recording instead.")),
    "microphone-busy": Failure(
        tr_later("The microphone is being used for another recording."),
        tr_later("Finish or cancel that recording first.")),
    "model-missing": Failure(tr_later("No model was found in {path}."), _REINSTALL),
    "model-damaged": Failure(tr_later("The model in {path} cannot be loaded: {reason}."), _REINSTALL),
    "missing-dependency": Failure(
        tr_later("{name} is needed for this and is not installed."),
        tr_later("Press Repair in Settings > Options > Voice search.")),
    "coordinate-systems-missing": Failure(
        tr_later("The database of coordinate reference systems (PROJ's proj.db) is missing."),
        tr_later("Press Repair in Settings > Options > Voice search; where the engine runs on Debian's or "
                 "Ubuntu's own packages, `sudo apt install proj-data` fixes it.")),
    # The cluster.
    "cluster-packages-missing": Failure(
        tr_later("A cluster takes Dask, which is not installed for the engine."),
        tr_later("Install it from a terminal: {command}")),
    "cluster-unreachable": Failure(
        tr_later("The Dask scheduler {address} cannot be reached: {reason}."),
        tr_later("Check its address in Settings > Options > Voice search, and that it is running; without an address, "
                 "this computer builds alone.")),
    "cluster-without-workers": Failure(
        tr_later("The Dask scheduler {address} has no worker of the voice search."),
        tr_later("Ask whoever runs the cluster to start its workers, then try again.")),
    "cluster-of-another-version": Failure(
        tr_later("The workers of {address} run {workers}; this computer runs {own}."),
        tr_later("The same version of the plugin, with the same model, must be installed there and here.")),
    "cluster-lost": Failure(
        tr_later("The connection to the Dask scheduler {address} was lost."),
        tr_later("Try again once the scheduler is running again. A build keeps what it has finished: Continue resumes "
                 "it."),
        tr_later("Run this again once the scheduler is running again. A build keeps what it has finished, and resumes "
                 "there.")),
    "cluster-parts-lost": Failure(
        tr_later("%n of the {total} parts could not be finished on the cluster: {reason}."),
        tr_later("Everything else is in the index. Press Continue to do what is left."),
        tr_later("Everything else is in the index. Run this again to do what is left.")),
    "staging-unusable": Failure(
        tr_later("{address} cannot be used to bring parts from the workers: {reason}."),
        tr_later("Check the staging storage in Settings > Options > Voice search, and its credentials in the "
                 "environment of QGIS and of the workers.")),
    # Between plugin and engine.
    "protocol-mismatch": Failure(
        tr_later("The engine of the voice search does not match this version of the plugin."),
        _REINSTALL),
    "cancelled": Failure(tr_later("Cancelled. What was finished is kept."), ""),
    "bad-request": Failure(tr_later("The engine has rejected a request of the plugin: {problem}."), _REPORT),
    "bug": Failure(tr_later("Something unexpected happened: {what}."), _REPORT),
    "engine-missing": Failure(
        tr_later("The engine of the voice search is not installed."),
        tr_later("Open the dock Voice Search and press Set up now, or choose a Python of your own in Settings "
                 "> Options > Voice search.")),
    "engine-python-unusable": Failure(
        tr_later("The Python chosen for the engine cannot be run: {path}."),
        tr_later("Choose another one in Settings > Options > Voice search, or empty the field.")),
    "engine-not-started": Failure(
        tr_later("The engine of the voice search cannot be started ({reason})."),
        tr_later("Check its Python in Settings > Options > Voice search.")),
    "engine-ended-at-start": Failure(
        tr_later("The engine of the voice search ended while it was starting ({reason})."),
        _RETRY),
    "engine-not-running": Failure(
        tr_later("The engine of the voice search is not running."),
        tr_later("See the message above the map, or Settings > Options > Voice search.")),
    "engine-stopped": Failure(tr_later("The engine of the voice search stopped unexpectedly."), _RETRY),
    "engine-restarted": Failure(
        tr_later("The engine of the voice search was restarted."),
        tr_later("Ask again.")),
    "engine-hangs": Failure(
        tr_later("The engine of the voice search has not responded for {seconds:.0f} s."),
        _RETRY),
    "engine-garbage": Failure(tr_later("Unexpected response from the engine of the voice search."), _RETRY),
    "engine-refused": Failure(
        tr_later("The engine of the voice search does not match this version of the plugin."),
        _REINSTALL),
    "plugin-incomplete": Failure(
        tr_later("The plugin is incomplete: there is no engine in {path}."),
        _REINSTALL),
    "index-gone": Failure(
        tr_later("{path} is not a voice index."),
        tr_later("If its disk is not connected, connect it and choose the index again; if it was moved, open "
                 "it at its new place; if it was deleted, remove it from the list.")),
    "recording-not-kept": Failure(
        tr_later("The recording cannot be saved in {path}: {reason}."),
        tr_later("Free some space, or check that you have write permission for this folder.")),
    "picture-not-kept": Failure(
        tr_later("The picture of the place cannot be saved in {path}: {reason}."),
        tr_later("Free some space, or check that you have write permission for this folder.")),
    "footprints-not-written": Failure(
        tr_later("The footprints cannot be saved in {path}: {reason}."),
        tr_later("Free some space, or check that you have write permission for this folder.")),
    "score-map-unreadable": Failure(
        tr_later("QGIS cannot open the map of scores {path}."),
        tr_later("Check that the disk has free space, and try again.")),
    "demo-not-written": Failure(
        tr_later("The demo scene cannot be copied to {path}: {reason}."),
        tr_later("Free some space, or check that you have write permission for this folder.")),
    "demo-not-removed": Failure(
        tr_later("The demo cannot be deleted in {path}: {reason}."),
        tr_later("Restart QGIS, and delete this folder.")),
    "footprints-unreadable": Failure(
        tr_later("The footprints in {path} cannot be opened."),
        tr_later("Check that the disk has free space, and try again.")),
}

NOTES: dict[str, str] = {
    "annoy-missing": tr_later(
        "The package annoy is not installed: the question was compared with every tile, which is exact but "
        "slower in a large index."
    ),
    "trees-unusable": tr_later(
        "Part {part} has no usable search tree ({reason}) and was searched tile by tile; Check and repair in "
        "Details fixes it."
    ),
    "not-taught": tr_later(
        "The model was probably not taught what this names, so the hits may show something else. "
        "An example finds more: "
        "“More like this” at a hit that is right, or an image dropped on this panel."
    ),
    "undated-left-out": tr_later("%n tile(s) without a date were left out."),
    "source-reindexed": tr_later("{source} has changed and is indexed again."),
    "tiles-of-public-service": tr_later(
        "{source} is served by {service}, whose terms of use usually forbid bulk download. Ask the operator first, or "
        "use imagery of your own."
    ),
    "tiles-of-few-pixels": tr_later(
        "Tiles of {ground_size_m:.0f} m are only {pixels:.0f} pixels wide in {source}, whose pixels are {pixel_m:.3g} "
        "m: too few to show most things. Choose a ground size of at least {advised_m:.0f} m."
    ),
    "crs-replaced": tr_later("{source} is indexed in {crs}, as asked, and not in its own CRS, {own}."),
    "new-hits-left-out": tr_later("Only the best {hits} new places are listed; there are more."),
    "notes-by-similarity": tr_later("The scores of these notes are similarities: only what pictures have to do with "
                                    "speech is calibrated."),
    "engine-restarted": tr_later("The engine stopped; the build resumes as soon as it is running again."),
    "cluster-joined": tr_later("Building on the Dask cluster {address} with %n worker(s); dashboard: {dashboard}"),
    "cluster-worker-left-out": tr_later("Worker {worker} gets no more parts of this build: {reason}"),
    "cluster-workers-differ": tr_later(
        "%n worker(s) are not used: they run {workers}, this computer runs {own}."
    ),
}
#: What the engine has decided about a raster, and how to change that; in dock and Processing alike.
DECISIONS: dict[str, str] = {
    "crs-from-option": tr_later("CRS {crs}, as given when it was added, instead of the file's own, {own}."),
    "crs-from-option-only": tr_later("CRS {crs}, as given when it was added; the file has none that can be used."),
    "crs-from-layer": tr_later(
        "CRS {crs}, that of the layer, instead of the file's own, {own}. To use another one, set the CRS "
        "of the layer and "
        "add it again."
    ),
    "crs-from-layer-only": tr_later("CRS {crs}, that of the layer; the file has none that can be used."),
    "crs-from-prj": tr_later("CRS {crs}, from {file}."),
    "placed-by-gcps": tr_later(
        "Warped to its {count} ground control points, with a residual of {rms_m:.3g} m (RMS). For a better fit, "
        "georeference it with more points."
    ),
    "placed-by-rpcs": tr_later(
        "Warped by its RPCs for ground at a height of {height_m:g} m, to within {error_m:g} m there "
        "according to the file; "
        "less exact where the ground is higher or lower. Orthorectify it for exact positions."
    ),
    "placed-by-rpcs-of-unknown-accuracy": tr_later(
        "Warped by its RPCs for ground at a height of {height_m:g} m; less exact where the ground is higher or lower. "
        "Orthorectify it for exact positions."
    ),
    "bands-from-layer": tr_later("Shows bands {bands}, those of the layer."),
    "stretch-from-layer": tr_later("Contrast of the layer: {ranges} are black and white."),
    "stretch-from-option": tr_later("Contrast as given when it was added: {ranges} are black and white."),
    "overviews-ignored": tr_later(
        "Its overviews (pyramids) show another picture, probably an earlier version of the file, and are "
        "not used. Build "
        "them again."
    ),
    "bands-from-option": tr_later("Shows bands {bands}, as chosen when it was added."),
    "bands-by-header": tr_later(
        "Shows bands {bands}, the default bands of the ENVI header. To use others, add the raster again "
        "with other bands."
    ),
    "bands-by-name": tr_later(
        "Shows bands {bands} ({names}) as red, green and blue. To use others, add the raster again with other bands."
    ),
    "bands-by-wavelength": tr_later(
        "Shows bands {bands} (central wavelengths {nanometres} nm) as red, green and blue. To use others, add the "
        "raster again with other bands."
    ),
    "bands-by-product": tr_later(
        "Shows bands {bands} as red, green and blue, the band order of {product}. To use others, add the raster again "
        "with other bands."
    ),
    "bands-first": tr_later(
        "Shows bands {bands} of {count}; the file does not say what they mean. To use others, add the "
        "raster again with "
        "other bands."
    ),
    "scene-composed": tr_later("One scene of several files: {files} are shown as red, green and blue."),
    "shown-inverted": tr_later(
        "Shown as a positive: the file says that its lowest value is white (min-is-white). If that is "
        "wrong, correct its "
        "photometric interpretation."
    ),
    "public-service": tr_later(
        "Served by {service}, whose terms of use usually forbid bulk download. To take it out, use Remove image… under "
        "Details."
    ),
    "date-from-option": tr_later("Acquired {date}, as given when it was added."),
    "date-from-name": tr_later(
        "Acquired {date}, according to the file name. If that is wrong, add the raster again with its acquisition date."
    ),
    "date-from-catalogue": tr_later(
        "Acquired {date}, according to the catalogue. If that is wrong, add the raster again with its acquisition date."
    ),
    "date-from-item": tr_later(
        "Acquired {date}, according to the metadata item {item}. If that is wrong, add the raster again with its "
        "acquisition date."
    ),
    "nodata-from-option": tr_later("Pixels of value {value:g} are empty, as given when it was added."),
    "nodata-guessed": tr_later(
        "Pixels of value {values} are treated as empty although the file does not declare it. If they are not, add the "
        "raster again without looking for empty pixels."
    ),
    "nodata-beyond": tr_later(
        "Pixels beyond {limit:g} are treated as empty although the file does not declare it. If they are not, add the "
        "raster again without looking for empty pixels."
    ),
    "collar-left-out": tr_later(
        "The border of one single colour ({colours}; {percent:.0f}% of the raster) is treated as empty. "
        "If it is not, add "
        "the raster again without looking for empty pixels."
    ),
}
#: Sentences that count something: the value that picks singular or plural.
_COUNTS = {
    "bad-bands": "count",
    "undated-left-out": "tiles",
    "reembedding-incomplete": "count",
    "cluster-parts-lost": "count",
    "cluster-joined": "count",
    "cluster-workers-differ": "count",
    "would-remove-sources": "count",
}

VERDICTS: dict[str, str] = {
    "microphone-silent": tr_later(
        "Nothing can be heard: the microphone is muted, or QGIS may not use it. Check it in the system's sound "
        "settings, or choose another one."
    ),
    "microphone-distorts": tr_later("The microphone is too loud and distorts; turn its level down."),
    "microphone-quiet": tr_later("The microphone is very quiet; turn its level up, or speak closer to it."),
    "microphone-no-speech": tr_later(
        "The microphone works, but nobody spoke; say a sentence while it listens."
    ),
    "microphone-good": tr_later("The microphone works, and speech is heard well."),
}

#: macOS asks for the program that was started, with the words of its bundle; QGIS's has none for the microphone.
_TERMINAL = tr_later(
    "On macOS, QGIS does not ask for the microphone, and then hears silence: quit QGIS, start it in Terminal "
    "(/Applications/QGIS.app/Contents/MacOS/QGIS) and let Terminal use the microphone, or ask with a sound file."
)
#: What has to be added where it is another program than the user thinks that must be allowed.
_ON_SYSTEM: dict[tuple[str, str], str] = {
    ("darwin", code): _TERMINAL for code in ("silent-recording", "microphone-silent")
}

STAGES: dict[Stage, str] = {
    Stage.LOADING_MODEL: tr_later("Loading the model"),
    Stage.CHECKING_INSTALLATION: tr_later("Checking the installation"),
    Stage.READING_SOURCES: tr_later("Reading the rasters"),
    Stage.SELECTING_TILES: tr_later("Selecting the tiles in the search area"),
    Stage.EMBEDDING_TILES: tr_later("Embedding tiles"),
    Stage.READING_TILES: tr_later("Reading tiles"),
    Stage.COMPARING_TILES: tr_later("Comparing tiles"),
    Stage.MERGING_PARTS: tr_later("Merging parts"),
    Stage.COPYING_PARTS: tr_later("Copying parts"),
    Stage.VERIFYING_PARTS: tr_later("Verifying parts"),
    Stage.WRITING_FOOTPRINTS: tr_later("Writing footprints"),
    Stage.SCORING_TILES: tr_later("Scoring tiles"),
    Stage.READING_NOTES: tr_later("Reading voice notes"),
    Stage.SEARCHING_CATALOGUE: tr_later("Searching the catalogue"),
    Stage.OTHER: tr_later("Working"),
}

UNITS: dict[Unit, str] = {
    Unit.TILE: tr_later("%n tile(s)"),
    Unit.SOURCE: tr_later("%n raster(s)"),
    Unit.PART: tr_later("%n part(s)"),
    Unit.CHECK: tr_later("%n check(s)"),
    Unit.MODEL: tr_later("%n model(s)"),
    Unit.NOTE: tr_later("%n note(s)"),
    Unit.OTHER: tr_later("%n step(s)"),
}
# fmt: on


def message(failure: Notice, otherwise: str = "") -> str:
    """Return what is wrong, in one sentence.

    Args:
        failure: Code and values.
        otherwise: The sentence for a code that is not in the table, such as the engine's English one.
    """
    known = FAILURES.get(failure.code)
    text = _filled(known.message, failure) if known is not None else ""
    return text or otherwise or failure.code


def next_step(
    failure: Notice, place: Place = "dock", otherwise: str = "", system: str = sys.platform
) -> str:
    """Return what to do about a failure; empty if there is nothing to say.

    Args:
        failure: Code and values.
        place: Where the user is.
        otherwise: The advice for a code that is not in the table.
        system: Of the computer, as ``sys.platform``.
    """
    known = FAILURES.get(failure.code)
    if known is None:
        return otherwise
    in_processing = place == "processing" and known.processing is not None
    if in_processing:
        return _filled(known.processing or "", failure)
    return _with_system(_filled(known.dock, failure), failure, system)


def sentence(failure: Notice, place: Place = "dock") -> str:
    """Return what is wrong and what to do about it."""
    return f"{message(failure)} {next_step(failure, place)}".strip()


def note(notice: Notice) -> str:
    """Return what a note or a decision says; failures may be noted, too."""
    template = NOTES.get(notice.code) or DECISIONS.get(notice.code)
    if template is None:
        return message(notice)
    return _filled(template, notice) or notice.code


def verdict(notice: Notice, system: str = sys.platform) -> str:
    """Return what a microphone test says, on a computer of that system (as ``sys.platform``)."""
    said = _filled(VERDICTS.get(notice.code, ""), notice) or notice.code
    return _with_system(said, notice, system)


def _with_system(said: str, notice: Notice, system: str) -> str:
    """Return what is said, and what holds on this system beside it."""
    more = _ON_SYSTEM.get((system, notice.code))
    return f"{said} {tr(more)}" if more else said


def stage(what: Stage) -> str:
    """Return what long work is doing, as a title."""
    return tr(STAGES[what])


def count(unit: Unit, number: int) -> str:
    """Return a number with its noun: "1 tile", "4000 tiles"."""
    return tr(UNITS[unit], n=number)


def _filled(template: str, notice: Notice) -> str:
    """Return a template in the user's language with its values; empty if they do not fit."""
    values = {name: _shown(value) for name, value in notice.values.items()}
    try:
        n = int(notice.values[_COUNTS[notice.code]]) if "%n" in template else None
        return tr(template, n=n).format(**values) if template else ""
    except (IndexError, KeyError, TypeError, ValueError):
        return ""


def _shown(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return LocaleFloat(value) if isinstance(value, float) else value
