"""Which function of the application answers which method of the contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .application import (
    build,
    catalogue,
    changes,
    engine,
    exploration,
    inspection,
    labels,
    recording,
    reporting,
    search,
    voice_notes,
    watching,
)
from .application.session import Session
from .contract import methods
from .contract.methods import Method, Params, Result
from .progress import Task

#: The functions under the names of their methods; ``shutdown`` is the worker's own.
HANDLERS: dict[str, Callable[[Session, Any, Task], Any]] = {}


def _serve(
    method: Method[Params, Result], function: Callable[[Session, Params, Task], Result]
) -> None:
    HANDLERS[method.name] = function


_serve(methods.INITIALIZE, engine.initialize)
_serve(methods.USE_CREDENTIALS, engine.use_credentials)
_serve(methods.WARM_UP, engine.warm_up)
_serve(methods.DIAGNOSTICS, engine.diagnostics)
_serve(methods.DESCRIBE_SOURCES, build.describe_sources)
_serve(methods.ESTIMATE_BUILD, build.estimate_build)
_serve(methods.BUILD_INDEX, build.build_index)
_serve(methods.ADD_TO_INDEX, build.add_to_index)
_serve(methods.RESUME_BUILD, build.resume_build)
_serve(methods.REEMBED_INDEX, build.reembed_index)
_serve(methods.INDEX_INFO, inspection.index_info)
_serve(methods.VERIFY_INDEX, inspection.verify_index)
_serve(methods.COMPACT_INDEX, inspection.compact_index)
_serve(methods.COPY_INDEX, inspection.copy_index)
_serve(methods.REMOVE_SOURCE, inspection.remove_source)
_serve(methods.RELOCATE_INDEX, inspection.relocate_index)
_serve(methods.EXPLORE_INDEX, exploration.explore_index)
_serve(methods.THUMBNAILS, inspection.thumbnails)
_serve(methods.WRITE_FOOTPRINTS, inspection.write_footprints)
_serve(methods.WRITE_REPORT, reporting.write_report)
_serve(methods.LIST_MICROPHONES, recording.list_microphones)
_serve(methods.RECORD, recording.record)
_serve(methods.TEST_MICROPHONE, recording.test_microphone)
_serve(methods.READ_RECORDING, recording.read_recording)
_serve(methods.SEARCH, search.search)
_serve(methods.SEARCH_CATALOGUE, catalogue.search_catalogue)
_serve(methods.FIND_CHANGES, changes.find_changes)
_serve(methods.THROUGH_TIME, changes.tiles_through_time)
_serve(methods.SCORE_MAP, search.score_map)
_serve(methods.SAVE_PROFILE, labels.save_profile)
_serve(methods.EXPORT_LABELS, labels.export_labels)
_serve(methods.SAVE_SEARCH, watching.save_search)
_serve(methods.SAVED_SEARCHES, watching.saved_searches)
_serve(methods.REMOVE_SEARCH, watching.remove_search)
_serve(methods.RENAME_SEARCH, watching.rename_search)
_serve(methods.WATCH_INDEX, watching.watch_index)
_serve(methods.MARK_SEEN, watching.mark_seen)
_serve(methods.ADD_NOTE, voice_notes.add_note)
_serve(methods.IMPORT_NOTES, voice_notes.import_notes)
_serve(methods.LIST_NOTES, voice_notes.list_notes)
_serve(methods.SEARCH_NOTES, voice_notes.search_notes)
_serve(methods.SAVE_NOTE_SOUND, voice_notes.save_note_sound)
_serve(methods.REMOVE_NOTE, voice_notes.remove_note)
_serve(methods.REEMBED_NOTES, voice_notes.reembed_notes)
