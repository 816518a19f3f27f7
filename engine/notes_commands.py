"""``python -m engine notes``: voice notes, recordings that belong to places.

Adds its commands to those of :mod:`engine.cli` when it is imported, which :mod:`engine.__main__` does.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import PROGRAM
from .cli import (
    AreaOption,
    ImageOption,
    JsonOption,
    LikeOption,
    ModelOption,
    NumberListCommand,
    SinceOption,
    TextOption,
    UntilOption,
    VoiceOption,
    WeightOption,
    answer,
    app,
    query_parts,
    weighted,
)
from .console import Output
from .contract import methods
from .contract.codec import to_json
from .contract.queries import Filters, PlacePart, Query, QueryPart
from .contract.voice_notes import (
    AddNoteParams,
    ImportNotesParams,
    NoteParams,
    NotesParams,
    SaveNoteSoundParams,
    SearchNotesParams,
    VoiceNote,
)
from .errors import ExitCode, UsageError, error_of
from .texts import counted, text_of, understood_as

notes_app = typer.Typer(
    help="Voice notes: recordings that belong to places, searched by what they describe.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(notes_app, name="notes")

NotesArgument = Annotated[
    Path, typer.Argument(help="GeoPackage of voice notes, NAME.gpkg.", metavar="NOTES")
]
NoteIdArgument = Annotated[
    int, typer.Argument(help="As `notes list` prints it.", metavar="NOTE_ID")
]
AuthorOption = Annotated[str, typer.Option(help="Who recorded it.", metavar="NAME")]
COLUMNS = ("note", "latitude", "longitude", "time", "author", "seconds", "comment", "recording")


@notes_app.command("add")
def add(
    notes: NotesArgument,
    recording: Annotated[
        Path, typer.Argument(help="WAV, FLAC, OGG or MP3; it is copied into the GeoPackage.")
    ],
    lon: Annotated[float, typer.Option(help="Longitude of the place, in degrees.")],
    lat: Annotated[float, typer.Option(help="Latitude.")],
    author: AuthorOption = "",
    comment: Annotated[str, typer.Option(help="A title, or what else is to be kept.")] = "",
    time: Annotated[
        str | None,
        typer.Option(
            help="When it was recorded: 2024-05-31T10:15:00. Default: as its name says, or when the file was written."
        ),
    ] = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a recording as a voice note; makes the GeoPackage if there is none."""
    params = AddNoteParams(str(notes), str(recording), lon, lat, author, comment, time)
    added = answer(methods.ADD_NOTE, params, model)
    output = Output(as_json)
    output.json(to_json(added))
    output.text(f"Added note {added.note_id} to {notes}.")


@notes_app.command("import")
def import_(
    notes: NotesArgument,
    folder: Annotated[Path, typer.Argument(help="Folder with the recordings.")],
    positions: Annotated[
        Path | None,
        typer.Option(
            help="Where they were recorded: a .csv with the columns file and lon, lat (or x, y), perhaps time, "
            "author, comment; or a .gpx track of that time. Default: the only CSV or GPX file of the folder, "
            "else names such as N48.1234_E11.5678.wav.",
            metavar="FILE",
        ),
    ] = None,
    crs: Annotated[str, typer.Option(help="CRS of the columns x and y.")] = "EPSG:4326",
    clock_offset: Annotated[
        float,
        typer.Option(
            help="Seconds that the recorder's clock is ahead of the GPX track's; negative: behind.",
            metavar="SECONDS",
        ),
    ] = 0.0,
    author: AuthorOption = "",
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a folder of recordings; what the GeoPackage holds already is left out."""
    done = answer(
        methods.IMPORT_NOTES,
        ImportNotesParams(
            str(notes),
            str(folder),
            None if positions is None else str(positions),
            crs,
            clock_offset,
            author,
        ),
        model,
    )
    output = Output(as_json)
    failures = [(failed.recording, error_of(failed.failure)) for failed in done.failed]
    failed = [{"recording": path, **error.as_dict()} for path, error in failures]
    output.json({**to_json(done), "failed": failed})
    output.text(
        f"Added {counted(len(done.added), 'note')} to {notes}; {counted(done.known, 'was', 'were')} in it already."
    )
    for path, error in failures:
        output.text(f"Left out {path}: {error.message} {error.next_step}")
    if failures:
        nothing = not done.added and not done.known
        raise typer.Exit(int(failures[0][1].exit_code if nothing else ExitCode.PARTIAL))


@notes_app.command("list")
def list_(notes: NotesArgument, as_json: JsonOption = False) -> None:
    """List the notes of a GeoPackage."""
    found = answer(methods.LIST_NOTES, NotesParams(str(notes)))
    output = Output(as_json)
    output.json(to_json(found))
    output.table(
        counted(len(found.notes), "voice note"), COLUMNS, [_row(note) for note in found.notes]
    )
    if found.of_another_model:
        output.text(
            f"{found.of_another_model} of them were embedded with another model and cannot be searched: run "
            f'`{PROGRAM} notes reembed "{notes}"`.'
        )


@notes_app.command("search", cls=NumberListCommand)
def search(
    notes: NotesArgument,
    index: Annotated[
        str | None,
        typer.Option(
            help="Voice index that --like and --place refer to, NAME.scrl.", metavar="INDEX"
        ),
    ] = None,
    voice: VoiceOption = None,
    text: TextOption = None,
    like: LikeOption = None,
    image: ImageOption = None,
    place: Annotated[
        str | None,
        typer.Option(
            help="Which notes fit here? The smallest tile of the index at this place is asked with.",
            metavar="LON,LAT",
        ),
    ] = None,
    weight: WeightOption = None,
    k: Annotated[int, typer.Option("-k", "--hits", help="Maximum number of notes.", min=1)] = 20,
    area: AreaOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_score: Annotated[
        float | None, typer.Option(help="Leave out notes with a lower score.")
    ] = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the notes that describe what a tile, a place or a picture shows, or what is said or typed."""
    if place is None:
        parts = query_parts(voice, text, like, image, None, weight)
    else:
        said = any((voice, text, like, image))
        other = query_parts(voice, text, like, image) if said else ()
        parts = weighted([*other, _place(place)], weight or [])
    query = Query(parts, Filters(area, since, until), k, min_score)
    params = SearchNotesParams(str(notes), query, index)
    found = answer(methods.SEARCH_NOTES, params, model)
    output = Output(as_json)
    output.json({**to_json(found), "notes": [text_of(note) for note in found.notes]})
    for note in found.notes:
        output.text(text_of(note))
    if found.understood:
        output.text(understood_as(found.understood))
    output.table(
        f"{len(found.hits)} of {counted(found.searched, 'voice note')}",
        ("rank", "score", *COLUMNS),
        [(hit.rank, round(hit.score, 3), *_row(hit)) for hit in found.hits],
    )


@notes_app.command("export")
def export(
    notes: NotesArgument,
    note_id: NoteIdArgument,
    out: Annotated[Path, typer.Option(help="WAV file to write.", metavar="FILE")],
    as_json: JsonOption = False,
) -> None:
    """Write the sound of a note as a WAV file. From notes to places: `search INDEX --voice FILE`."""
    written = answer(methods.SAVE_NOTE_SOUND, SaveNoteSoundParams(str(notes), note_id, str(out)))
    output = Output(as_json)
    output.json(to_json(written))
    output.text(f"Wrote {written.seconds:.1f} s to {out}.")


@notes_app.command("remove")
def remove(notes: NotesArgument, note_id: NoteIdArgument, as_json: JsonOption = False) -> None:
    """Delete a note with its sound, for good."""
    removed = answer(methods.REMOVE_NOTE, NoteParams(str(notes), note_id))
    output = Output(as_json)
    output.json(to_json(removed))
    output.text(f"Deleted note {removed.note_id} and its sound.")


@notes_app.command("reembed")
def reembed(notes: NotesArgument, model: ModelOption = None, as_json: JsonOption = False) -> None:
    """Embed the notes of another model anew, from their sound."""
    done = answer(methods.REEMBED_NOTES, NotesParams(str(notes)), model)
    output = Output(as_json)
    output.json(to_json(done))
    output.text(f"Embedded {done.reembedded} of {done.total} notes anew.")


def _place(text: str) -> QueryPart:
    """Return the part of a question that a longitude and a latitude mean.

    Raises:
        UsageError: They are none.
    """
    try:
        lon, lat = (float(number) for number in text.split(","))
    except ValueError as error:
        raise UsageError(
            problem=f"{text} is not a place.", advice="Give --place LON,LAT in degrees."
        ) from error
    return PlacePart({"type": "Point", "coordinates": [lon, lat]})


def _row(note: VoiceNote) -> tuple[object, ...]:
    return (
        note.note_id, round(note.lat, 6), round(note.lon, 6), note.time, note.author, round(note.seconds, 1),
        note.comment, note.recording,
    )  # fmt: skip
