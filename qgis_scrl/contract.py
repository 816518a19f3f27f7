"""The contract with the engine (``engine/contract``), for the plugin; its only way to anything of the engine's.

In the installed plugin the engine lies inside the plugin's folder; in a checkout, and in a profile whose
plugin folder is a link to one, it lies beside it. In both, its modules are ``qgis_scrl.engine...`` in QGIS,
so that no other plugin's ``engine`` can be meant.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.contract import (
        audio,
        codec,
        engine,
        indexes,
        messages,
        methods,
        notices,
        public_services,
        queries,
        tiles,
        voice_notes,
    )
else:
    if not (Path(__file__).parent / "engine").is_dir():
        sys.modules[__package__].__path__.append(str(Path(__file__).resolve().parents[1]))
    from .engine.contract import (
        audio,
        codec,
        engine,
        indexes,
        messages,
        methods,
        notices,
        public_services,
        queries,
        tiles,
        voice_notes,
    )

__all__ = [
    "audio", "codec", "engine", "indexes", "messages", "methods", "notices", "public_services", "queries", "tiles",
    "voice_notes",
]  # fmt: skip

# What most of the plugin needs, under its own name.
ContractError = codec.ContractError
GeoJson = codec.GeoJson
from_json = codec.from_json
to_json = codec.to_json
Notice = notices.Notice
ProgressReport = notices.ProgressReport
Stage = notices.Stage
Unit = notices.Unit
Query = queries.Query
Filters = queries.Filters
Period = queries.Period
NO_QUESTION = queries.NO_QUESTION
QueryPart = queries.QueryPart
AudioPart = queries.AudioPart
TextPart = queries.TextPart
TilePart = queries.TilePart
PlacePart = queries.PlacePart
ImagePart = queries.ImagePart
ProfilePart = queries.ProfilePart
Label = queries.Label
Tile = tiles.Tile
Hit = tiles.Hit
OddTile = tiles.OddTile
DatedTile = tiles.DatedTile
Method = methods.Method
Nothing = methods.Nothing
SearchParams = methods.SearchParams
SearchResult = methods.SearchResult
SavedSearch = methods.SavedSearch
Phrase = methods.Phrase
TileGroup = methods.TileGroup
Change = methods.Change
IndexInfo = indexes.IndexInfo
IndexedSource = indexes.IndexedSource
searches_file = indexes.searches_file
user_data_folder = indexes.user_data_folder
index_name = indexes.index_name
shared_address = indexes.shared_address
has_password = indexes.has_password
auth_configuration = indexes.auth_configuration
AUTHCFG = indexes.AUTHCFG
is_shared = codec.is_shared
is_address = codec.is_address
SourceInfo = indexes.SourceInfo
SourceFailure = indexes.SourceFailure
SourceOptions = indexes.SourceOptions
LayerOptions = indexes.LayerOptions
BuildReport = indexes.BuildReport
CopyReport = indexes.CopyReport
BuildEstimate = indexes.BuildEstimate
Microphone = audio.Microphone
RecordingInfo = audio.RecordingInfo
LevelReport = audio.LevelReport
Handshake = engine.Handshake
Diagnostics = engine.Diagnostics
VoiceNote = voice_notes.VoiceNote
NoteHit = voice_notes.NoteHit
