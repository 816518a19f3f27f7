"""``python -m engine COMMAND``: voice search from a terminal or a script.

Each command makes the parameters of a method of the contract, lets :mod:`engine.application` answer, and
prints that. Results go to standard output (``--json``: one JSON document), progress and messages to
standard error. Exit codes: :class:`engine.errors.ExitCode`.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import typer
from typer.core import TyperCommand

from . import PROGRAM, __version__
from .console import Output, TerminalProgress, explain_vanished_files, fail
from .contract import methods
from .contract.codec import is_address, is_shared, to_json
from .contract.indexes import (
    BuildReport,
    RelocateReport,
    SourceOptions,
    pixel_value,
    searches_file,
    shown_index,
)
from .contract.methods import (
    Method,
    NewHits,
    Params,
    Result,
    ScoreMapResult,
    SearchResult,
    WatchIndexResult,
)
from .contract.notices import Notice
from .contract.queries import (
    AudioPart,
    Filters,
    ImagePart,
    Label,
    Period,
    PlacePart,
    ProfilePart,
    Query,
    QueryPart,
    TextPart,
    TilePart,
)
from .contract.tiles import Hit
from .errors import ExitCode, NoQuery, TrainingNotIncluded, UsageError, UserError, error_of
from .paths import check_folder, place_of, reason_of, writing
from .texts import counted, text_of, understood_as, understood_title

if TYPE_CHECKING:
    from .application.search import Question
    from .application.session import Session
    from .index.score_map import ScoreMapFiles

NUMBER_LISTS = ("--ground-size", "--bands", "--weight", "--noise")


def spread_number_lists(arguments: Sequence[str]) -> list[str]:
    """Turn ``--ground-size 100 200`` into ``--ground-size 100 --ground-size 200``."""
    spread: list[str] = []
    option: str | None = None
    bare: list[str] = []  # An option without its number yet: the parser says so.
    for argument in arguments:
        if option is not None and _is_number(argument):
            spread += [option, argument]
            bare = []
            continue
        spread += bare
        option = argument if argument in NUMBER_LISTS else None
        bare = [] if option is None else [option]
        if option is None:
            spread.append(argument)
    return spread + bare


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


class NumberListCommand(TyperCommand):
    """A command whose number lists may be written after one option name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments."""
        return super().parse_args(ctx, spread_number_lists(args))


EXIT_CODES = (
    "Exit codes: 0 done, 1 internal error, 2 invalid options, 3 question, 4 imagery, 5 voice index, "
    "6 computer or installation, 7 done but some rasters failed, 130 cancelled."
)
app = typer.Typer(
    help="Search your own imagery by speaking.\n\n" + EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
index_app = typer.Typer(
    help="Build and maintain voice indexes.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(index_app, name="index")
labels_app = typer.Typer(
    help="Use labelled tiles elsewhere.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(labels_app, name="labels")
watch_app = typer.Typer(
    help="Keep asking: saved searches are asked of whatever is added to a voice index.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(watch_app, name="watch")

JsonOption = Annotated[
    bool, typer.Option("--json", help="Print one JSON document instead of tables.")
]
ModelOption = Annotated[
    Path | None,
    typer.Option(
        "--model", help="Folder of a model to use instead of the bundled one.", metavar="FOLDER"
    ),
]
IndexArgument = Annotated[
    str,
    typer.Argument(
        help="Folder of the voice index, NAME.scrl, or postgresql://HOST/DATABASE?schema=SCHEMA; to search it on a "
        "cluster, dask://HOST:PORT/FOLDER.",
        metavar="INDEX",
    ),
]
InputsArgument = Annotated[
    list[str],
    typer.Argument(help="Rasters: files, folders, patterns in quotes, URLs.", metavar="RASTER..."),
]
CrsOption = Annotated[
    str | None,
    typer.Option(
        help="CRS of the rasters, e.g. EPSG:32633, or a .prj file; also of those that name another one."
    ),
]
BandsOption = Annotated[
    list[int] | None,
    typer.Option(
        help="Bands to use: one (grey) or three (red, green, blue) band numbers.", metavar="N [N N]"
    ),
]
DateOption = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="Acquisition date of rasters without one."),
]
NodataOption = Annotated[
    str | None,
    typer.Option(
        help="Value of empty pixels that the rasters do not declare; none: nothing but what they declare is empty. "
        "Default: values such as -9999 and borders of one single colour are looked for.",
        metavar="VALUE|none",
    ),
]
KeepFlatOption = Annotated[
    bool, typer.Option("--keep-flat", help="Keep tiles of one single colour.")
]
AreaOption = Annotated[
    str | None,
    typer.Option(
        help="Only in this area: a polygon layer in any CRS, or west,south,east,north in degrees.",
        metavar="FILE|W,S,E,N",
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        help="Acquired on or after this date: 2015, 2015-06 or 2015-06-30.", metavar="DATE"
    ),
]
UntilOption = Annotated[
    str | None, typer.Option(help="Acquired on or before this date.", metavar="DATE")
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option(help="Only this raster: name, path or pattern. May be repeated.", metavar="NAME"),
]
OnlySizesOption = Annotated[
    list[float] | None,
    typer.Option(help="Only tiles of these ground sizes.", metavar="METRES [METRES ...]"),
]


class EndOfSpeechRule(StrEnum):
    """When a recording ends."""

    ADAPTIVE = "adaptive"
    PAUSE = "pause"


VoiceOption = Annotated[
    list[str] | None,
    typer.Option(
        help="A recorded question: WAV, FLAC, OGG or MP3. May be repeated.", metavar="FILE"
    ),
]
TextOption = Annotated[
    list[str] | None,
    typer.Option(
        help='A typed question, such as "tennis courts in a park". May be repeated.',
        metavar="TEXT",
    ),
]
LikeOption = Annotated[
    list[int] | None,
    typer.Option(help="Search for what looks like this tile. May be repeated.", metavar="TILE_ID"),
]
ImageOption = Annotated[
    list[str] | None,
    typer.Option(
        help="Search for what looks like this image; it need not be georeferenced. If it is not "
        "square, its centre is used. May be repeated.",
        metavar="FILE",
    ),
]
ProfileOption = Annotated[
    list[str] | None,
    typer.Option(
        help="Search with a search profile, a file that --save-profile has written. May be repeated.",
        metavar="FILE",
    ),
]
WeightOption = Annotated[
    list[float] | None,
    typer.Option(
        help="Weight of each part of the question, in this order: --voice, --record, --text, --like, "
        "--image, --profile. Default: all equal. A negative weight means: unlike this.",
        metavar="NUMBER [NUMBER ...]",
    ),
]
MergeOption = Annotated[
    bool,
    typer.Option("--merge/--no-merge", help="Keep only the best of overlapping hits."),
]
LabelledYesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--yes",
        help="Tiles that show what you are looking for: 12,57. May be repeated.",
        metavar="TILE_ID[,...]",
    ),
]
LabelledNoOption = Annotated[
    list[str] | None,
    typer.Option(
        "--no",
        help="Tiles that do not show it. May be repeated.",
        metavar="TILE_ID[,...]",
    ),
]
YesOption = Annotated[
    bool,
    typer.Option(
        "--yes", "-y", help="Build even if it takes more than a day, or more space than is free."
    ),
]
ClusterOption = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        help="Let the workers of a Dask cluster make the parts: address of its scheduler, such as tcp://host:8786 "
        "(docs/cluster.md).",
        metavar="ADDRESS",
    ),
]
WorkersOption = Annotated[
    int,
    typer.Option(
        "--workers",
        help="Let so many processes of this computer make the parts, each with one thread.",
        min=0,
    ),
]
StagingOption = Annotated[
    str | None,
    typer.Option(
        "--staging",
        help="Storage through which workers that do not reach the folder of the index send their parts: a folder "
        "or an address such as s3://bucket/prefix.",
        metavar="ADDRESS",
    ),
]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Search your own imagery by speaking."""
    if version:
        print(f"qgis_scrl {__version__}")
        raise typer.Exit


def answer(method: Method[Params, Result], params: Params, model: Path | None = None) -> Result:
    """Let the application answer, as it answers QGIS; shows progress, and Ctrl-C ends it at the next step."""
    from .application.session import Session
    from .handlers import HANDLERS

    with TerminalProgress() as progress:
        return HANDLERS[method.name](Session(model), params, progress)


def _cluster(scheduler: str | None, workers: int, staging: str | None) -> methods.Cluster | None:
    """Return who makes the parts of a build; None: this process."""
    if scheduler is None and not workers:
        if staging is not None:
            raise UsageError(
                problem="--staging has no meaning without a cluster.",
                advice="Add --cluster ADDRESS, or leave --staging out.",
            )
        return None
    return methods.Cluster(scheduler, workers, staging)


# --- voice indexes ---------------------------------------------------------------------------------


@index_app.command("build", cls=NumberListCommand)
def build(
    index: IndexArgument,
    rasters: InputsArgument,
    ground_size: Annotated[
        list[float] | None,
        typer.Option(
            help="Tile side in metres on the ground; several numbers make tiles of several sizes. "
            "Default: about 200 pixels of the first raster.",
            metavar="METRES [METRES ...]",
        ),
    ] = None,
    overlap: Annotated[
        float,
        typer.Option(
            help="Overlap of neighbouring tiles as a share of their side.", min=0.0, max=0.9
        ),
    ] = 0.0,
    crs: CrsOption = None,
    bands: BandsOption = None,
    acquired: DateOption = None,
    nodata: NodataOption = None,
    keep_flat: KeepFlatOption = False,
    part_tiles: Annotated[
        int | None,
        typer.Option(
            help="Most tiles in a part of a new index. Default: 2048; more suit an index of tens of millions.",
            metavar="N",
        ),
    ] = None,
    cluster: ClusterOption = None,
    workers: WorkersOption = 0,
    staging: StagingOption = None,
    yes: YesOption = False,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Build a voice index of rasters.

    The same command again continues a build that was interrupted, here or in QGIS.
    """
    params = methods.BuildIndexParams(
        index,
        tuple(rasters),
        tuple(ground_size or ()),
        overlap,
        _source_options(crs, bands, acquired, nodata, keep_flat),
        confirmed=yes,
        cluster=_cluster(cluster, workers, staging),
        part_tiles=part_tiles,
    )
    place = place_of(index)
    if isinstance(place, Path):
        with writing(place):
            place.parent.mkdir(parents=True, exist_ok=True)
    _print_report(index, answer(methods.BUILD_INDEX, params, model), Output(as_json))


@index_app.command("add", cls=NumberListCommand)
def add(
    index: IndexArgument,
    rasters: InputsArgument,
    crs: CrsOption = None,
    bands: BandsOption = None,
    acquired: DateOption = None,
    nodata: NodataOption = None,
    keep_flat: KeepFlatOption = False,
    cluster: ClusterOption = None,
    workers: WorkersOption = 0,
    staging: StagingOption = None,
    yes: YesOption = False,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add rasters to a voice index; unchanged rasters in it are not read again."""
    options = _source_options(crs, bands, acquired, nodata, keep_flat)
    params = methods.AddToIndexParams(
        index,
        tuple(rasters),
        options,
        confirmed=yes,
        cluster=_cluster(cluster, workers, staging),
    )
    _print_report(index, answer(methods.ADD_TO_INDEX, params, model), Output(as_json))


@index_app.command("info")
def info(index: IndexArgument, as_json: JsonOption = False) -> None:
    """Show what a voice index contains."""
    found = answer(methods.INDEX_INFO, methods.IndexParams(index))
    output = Output(as_json)
    output.json(to_json(found))
    sizes = ", ".join(f"{size:g} m" for size in found.ground_sizes_m)
    bounds = ", ".join(f"{b:.5f}" for b in found.bounds) if found.bounds else "nothing"
    output.text(
        f"{found.path}: {found.tiles} tiles in {found.parts} parts, {found.bytes_on_disk / 1e6:.1f} MB"
    )
    output.text(f"Ground sizes {sizes}; overlap {found.overlap:.0%}; model {found.model_checksum}")
    output.text(
        f"Covers {bounds} (west, south, east, north); acquired {found.since or '?'} to {found.until or '?'}"
    )
    if not found.complete:
        output.text(
            f"Incomplete: {found.pending_tiles} tiles left. Run the same build or add command again."
        )
    output.table(
        "Rasters",
        ("name", "tiles", "complete", "date", "pixel m", "CRS", "path"),
        [
            (
                s.name,
                s.tiles,
                "yes" if s.complete else "no",
                s.date,
                round(s.pixel_size_m, 3),
                s.crs,
                s.uri,
            )
            for s in found.sources
        ],
    )
    _print_decisions(((s.name, s.decisions) for s in found.sources), output)


@index_app.command("verify")
def verify(
    index: IndexArgument,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair",
            help="Rewrite or drop damaged parts; building again restores what was dropped.",
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Compare every file of a voice index with its checksum."""
    report = answer(methods.VERIFY_INDEX, methods.VerifyIndexParams(index, repair))
    output = Output(as_json)
    output.json(to_json(report))
    if not report.problems:
        output.text(
            f"No problems: {counted(report.tiles, 'tile')} in {counted(report.parts, 'part')}."
        )
        return
    output.table(
        "Problems",
        ("part", "file", "problem", "repaired" if report.repaired else "--repair would"),
        [(p.part, p.file, p.reason, p.remedy) for p in report.problems],
    )
    if not report.repaired:
        raise typer.Exit(int(ExitCode.INDEX))


@index_app.command("compact")
def compact(index: IndexArgument, as_json: JsonOption = False) -> None:
    """Merge small parts, so that searches open fewer files."""
    report = answer(methods.COMPACT_INDEX, methods.IndexParams(index))
    output = Output(as_json)
    output.json(to_json(report))
    output.text(
        f"Parts: {report.parts_before} before, {report.parts_after} after; "
        f"size: {report.bytes_before / 1e6:.1f} MB before, {report.bytes_after / 1e6:.1f} MB after."
    )


AddressArgument = Annotated[
    str,
    typer.Argument(
        help="Database of the shared index: postgresql://USER@HOST/DATABASE. libpq finds the password: in ~/.pgpass, "
        "PGPASSWORD or a service file.",
        metavar="ADDRESS",
    ),
]
SchemaOption = Annotated[
    str | None,
    typer.Option(
        help="Schema of its tables; by default that of the address (?schema=), or scrl.",
        metavar="NAME",
    ),
]
ReplaceOption = Annotated[
    bool, typer.Option("--replace", help="Lose rasters that only the index being written holds.")
]


@index_app.command("publish")
def publish(
    index: Annotated[
        str, typer.Argument(help="Folder of the voice index, NAME.scrl.", metavar="INDEX")
    ],
    address: AddressArgument,
    schema: SchemaOption = None,
    replace_it: ReplaceOption = False,
    as_json: JsonOption = False,
) -> None:
    """Publish a voice index in a PostgreSQL database, for many to search at once.

    Only what the database lacks is copied, and is shown all at once when it is complete. The same command again
    continues one that was interrupted.
    """
    _copy(index, _address(address, schema), replace_it, Output(as_json))


@index_app.command("pull")
def pull(
    address: AddressArgument,
    index: Annotated[str, typer.Argument(help="Folder for the copy, NAME.scrl.", metavar="INDEX")],
    schema: SchemaOption = None,
    replace_it: ReplaceOption = False,
    as_json: JsonOption = False,
) -> None:
    """Copy a shared voice index into a folder, to search it without the database; only what it lacks is copied."""
    _copy(_address(address, schema), index, replace_it, Output(as_json))


def _copy(source: str, target: str, replace_it: bool, output: Output) -> None:
    report = answer(methods.COPY_INDEX, methods.CopyIndexParams(source, target, replace_it))
    output.json(to_json(report))
    output.text(
        f"{report.index}: {report.tiles} tiles in {report.parts} parts, {report.copied} of them copied now."
    )
    if report.statements:
        output.text(
            "Not everybody has their rights yet. An administrator of the database runs this, then grants the roles "
            "to users:"
        )
        output.text(report.statements)


def _address(address: str, schema: str | None) -> str:
    """Return the address of a shared index, in the schema that is asked for."""
    if not is_shared(address):
        raise UsageError(
            problem=f"{address} is not the address of a database.",
            advice="Write it as postgresql://USER@HOST/DATABASE.",
        )
    if schema is None:
        return address
    parts = urlsplit(address)
    options = [(n, v) for n, v in parse_qsl(parts.query, keep_blank_values=True) if n != "schema"]
    query = urlencode([*options, ("schema", schema)], quote_via=quote)
    return urlunsplit(parts._replace(query=query))


@index_app.command("remove-source")
def remove(
    index: IndexArgument,
    source: Annotated[str, typer.Argument(help="Path or file name, as `index info` prints it.")],
    as_json: JsonOption = False,
) -> None:
    """Remove a raster and its tiles from a voice index; the raster file itself is kept."""
    report = answer(methods.REMOVE_SOURCE, methods.RemoveSourceParams(index, source))
    output = Output(as_json)
    output.json(to_json(report))
    output.text(f"Removed {source}.")


@index_app.command("reembed")
def reembed(
    index: IndexArgument,
    cluster: ClusterOption = None,
    workers: WorkersOption = 0,
    staging: StagingOption = None,
    yes: YesOption = False,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Embed the rasters of an index of another model anew: same rasters, tile sizes and options.

    The index stays as it is until all is done. The same command again continues one that was interrupted.
    """
    params = methods.ReembedIndexParams(
        index, confirmed=yes, cluster=_cluster(cluster, workers, staging)
    )
    _print_report(index, answer(methods.REEMBED_INDEX, params, model), Output(as_json))


@index_app.command("relocate")
def relocate(
    index: IndexArgument,
    old: Annotated[
        str,
        typer.Argument(
            help="How the paths of the rasters begin in the index: a drive, a folder; or the whole path of one.",
            metavar="OLD",
        ),
    ],
    new: Annotated[str, typer.Argument(help="How they begin now.", metavar="NEW")],
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell a voice index that its rasters lie elsewhere now; nothing is embedded again.

    Each raster is compared with what was indexed: its size, its position and some tiles. One that is missing or
    differs keeps its old path.
    """
    report = answer(methods.RELOCATE_INDEX, methods.RelocateParams(index, old, new), model)
    output = Output(as_json)
    failures = _failures(report, output)
    for source in report.relocated:
        output.text(f"{source.source} is now {source.new}.")
    for uri, error in failures:
        output.text(f"Kept {uri}: {error.message} {error.next_step}")
    if failures:
        raise typer.Exit(int(ExitCode.PARTIAL if report.relocated else failures[0][1].exit_code))


@index_app.command("explore", cls=NumberListCommand)
def explore(
    index: IndexArgument,
    groups: Annotated[int, typer.Option(help="Number of groups, at most.", min=1, max=100)] = 12,
    oddities: Annotated[
        int,
        typer.Option(
            help="How many of the tiles that look least like the rest are listed.", min=0, max=1000
        ),
    ] = 10,
    area: AreaOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    source: SourceOption = None,
    ground_size: OnlySizesOption = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Also save the tiles with their groups, and the oddities: .gpkg.", metavar="FILE"
        ),
    ] = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what is in a voice index, without a question: groups of tiles that look alike, and oddities.

    To search for more like a group, give its examples to `search`: --like TILE_ID.
    """
    filters = Filters(area, since, until, tuple(source or ()), tuple(ground_size or ()))
    params = methods.ExploreIndexParams(
        index, groups, oddities, filters, None if out is None else str(out)
    )
    found = answer(methods.EXPLORE_INDEX, params, model)
    output = Output(as_json)
    output.json(to_json(found))
    for note in found.notes:
        output.text(text_of(note))
    output.table(
        f"{counted(len(found.groups), 'group')} of {counted(found.searched, 'tile')}",
        ("group", "tiles", "share", "looks like", "examples"),
        [
            (g.number, g.tiles, f"{g.share:.1%}", g.description,
             " ".join(str(tile.tile_id) for tile in g.examples))
            for g in found.groups
        ],
    )  # fmt: skip
    if found.oddities:
        output.table(
            "Least like the rest",
            ("rank", "similarity", "latitude", "longitude", "size", "date", "tile", "source"),
            [
                (o.rank, round(o.similarity, 3), round(o.lat, 6), round(o.lon, 6),
                 f"{o.ground_size_m:g} m", o.date, o.tile_id, o.source)
                for o in found.oddities
            ],
        )  # fmt: skip
    if out is not None:
        output.text(f"Saved to {out}")


@index_app.command("changes", cls=NumberListCommand)
def changes(
    index: IndexArgument,
    before: Annotated[
        str,
        typer.Option(
            help="The earlier time: 2009, 2009-08, 2009-08-18, or from one to another: 2009..2012.",
            metavar="TIME",
        ),
    ],
    after: Annotated[str, typer.Option(help="The later time, likewise.", metavar="TIME")],
    text: Annotated[
        str | None,
        typer.Option(
            help='What is looked for, such as "wetland": where its score has changed, not only the picture.',
            metavar="TEXT",
        ),
    ] = None,
    voice: Annotated[
        str | None, typer.Option(help="The same as a recorded question.", metavar="FILE")
    ] = None,
    rose: Annotated[
        float | None,
        typer.Option(help="Only where the score has risen by at least this, 0 to 1.", metavar="BY"),
    ] = None,
    fell: Annotated[
        float | None,
        typer.Option(help="Only where it has fallen by at least this.", metavar="BY"),
    ] = None,
    k: Annotated[int, typer.Option("-k", "--hits", help="Maximum number of places.", min=1)] = 20,
    area: AreaOption = None,
    ground_size: OnlySizesOption = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Save the places with their footprints: .gpkg.", metavar="FILE"),
    ] = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find what has changed between two times: where the picture has moved most, or the score of a question has.

    Season, light and camera, which move all places alike, are predicted away.
    """
    if rose is not None and fell is not None:
        raise UsageError(
            problem="A score cannot both rise and fall.", advice="Give --rose or --fell."
        )
    asked = (
        query_parts([voice] if voice else None, [text] if text else None) if voice or text else ()
    )
    filters = Filters(area, ground_sizes_m=tuple(ground_size or ()))
    found = answer(
        methods.FIND_CHANGES,
        methods.FindChangesParams(
            index,
            Period.read(before),
            Period.read(after),
            Query(asked, filters, k),
            "any" if rose is None and fell is None else "fell" if rose is None else "rose",
            rose if rose is not None else fell or 0.0,
            None if out is None else str(out),
        ),
        model,
    )
    output = Output(as_json)
    output.json(to_json(found))
    for note in found.notes:
        output.text(text_of(note))
    if found.understood:
        output.text(understood_as(found.understood))
    output.table(
        f"{counted(len(found.changes), 'change')} in {counted(found.compared, 'place')}",
        ("rank", "change", "score before", "score after", "latitude", "longitude", "size", "from", "to", "tiles"),
        [
            (c.rank, round(c.change, 2), _rounded(c.score_before), _rounded(c.score_after),
             round(c.after.lat, 6), round(c.after.lon, 6), f"{c.after.ground_size_m:g} m",
             c.before.date, c.after.date, f"{c.before.tile_id}, {c.after.tile_id}")
            for c in found.changes
        ],
    )  # fmt: skip
    if not found.changes and not (rose is None and fell is None):
        least, way = (rose, "risen") if rose is not None else (fell, "fallen")
        other = "--fell" if rose is not None else "--rose"
        output.text(
            f"At no place has the score {way} by {least:g} or more. Ask with a smaller number, with {other}, or "
            "without it for the places whose picture has changed most."
        )
    if out is not None:
        output.text(f"Saved to {out}")


@index_app.command("through-time")
def through_time(
    index: IndexArgument,
    tile: Annotated[
        int | None,
        typer.Option(help="The place of this tile: its ID in a search.", metavar="ID"),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(
            help="The place at a latitude and longitude, such as 47.11,-99.12.", metavar="LAT,LON"
        ),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(help="What is looked for: prints its score at each date.", metavar="TEXT"),
    ] = None,
    voice: Annotated[
        str | None, typer.Option(help="The same as a recorded question.", metavar="FILE")
    ] = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one place at all its dates: the tile of each date that fits it best."""
    asked = (
        query_parts([voice] if voice else None, [text] if text else None) if voice or text else ()
    )
    found = answer(
        methods.THROUGH_TIME,
        methods.ThroughTimeParams(index, _place(tile, at), Query(asked)),
        model,
    )
    output = Output(as_json)
    output.json(to_json(found))
    for note in found.notes:
        output.text(text_of(note))
    output.table(
        f"{counted(len(found.tiles), 'tile')} of one place",
        ("date", "score", "latitude", "longitude", "size", "tile", "source"),
        [
            (t.date, _rounded(t.score), round(t.lat, 6), round(t.lon, 6), f"{t.ground_size_m:g} m",
             t.tile_id, t.source)
            for t in found.tiles
        ],
    )  # fmt: skip


def _place(tile: int | None, at: str | None) -> TilePart | PlacePart:
    """Return the place that options give.

    Raises:
        UsageError: They give none or two, or it is no latitude and longitude.
    """
    if (tile is None) == (at is None):
        raise UsageError(problem="Which place?", advice="Give either --tile ID or --at LAT,LON.")
    if tile is not None:
        return TilePart(tile)
    try:
        lat, lon = (float(number) for number in str(at).split(","))
    except ValueError as error:
        raise UsageError(
            problem=f"{at!r} is not a latitude and a longitude.",
            advice="Write both in degrees, such as --at 47.11,-99.12.",
        ) from error
    # Swapped, or not degrees: the engine's own message is about shapes from the map.
    if not (abs(lat) <= 90.0 and abs(lon) <= 540.0):
        raise UsageError(
            problem=f"{at!r} is not a latitude and a longitude in degrees.",
            advice="The latitude comes first, such as --at 47.11,-99.12.",
        )
    return PlacePart({"type": "Point", "coordinates": [lon, lat]})


def _rounded(score: float | None) -> float | str:
    return "" if score is None else round(score, 3)


def _source_options(
    crs: str | None,
    bands: list[int] | None,
    acquired: datetime | None,
    nodata: str | None,
    keep_flat: bool,
) -> SourceOptions:
    """Return what the options say of the rasters.

    Raises:
        UsageError: ``nodata`` is no number.
    """
    value: float | None = None
    if nodata is not None and nodata.lower() not in ("none", "nan"):
        value = pixel_value(nodata)
        if value is None:
            raise UsageError(
                problem=f"{nodata} is not a nodata value.",
                advice="Give a number, such as --nodata 0 or --nodata -9999, or --nodata none.",
            )
    return SourceOptions(
        crs=_crs_of_file(crs),
        crs_wins=crs is not None,
        bands=tuple(bands) if bands else None,
        date=acquired.date() if acquired else None,
        nodata=value,
        guess_empty=nodata is None or value is not None,
        keep_flat=keep_flat,
    )


def _print_decisions(sources: Iterable[tuple[str, Sequence[Notice]]], output: Output) -> None:
    """Print what was decided about rasters and how to change it, once for all of which it is the same."""
    said: dict[str, list[str]] = {}
    for name, decisions in sources:
        for decision in decisions:
            said.setdefault(text_of(decision), []).append(name)
    for text, names in said.items():
        whose = names[0] if len(names) == 1 else f"{len(names)} rasters ({names[0]}, ...)"
        output.text(f"{whose}: {text}")


def _crs_of_file(crs: str | None) -> str | None:
    """Return the CRS in the file that ``--crs`` names, or what it says if it names none."""
    if crs is None or Path(crs).suffix.lower() not in (".prj", ".wkt", ".qpj"):
        return crs
    try:
        return Path(crs).expanduser().read_text(encoding="utf-8-sig", errors="replace").strip()
    except OSError as error:
        raise UsageError(
            problem=f"{crs} cannot be read: {reason_of(error)}.",
            advice="Give an authority code such as EPSG:32633, or a .prj file.",
        ) from error


def _failures(report: BuildReport | RelocateReport, output: Output) -> list[tuple[str, UserError]]:
    """Print a report as JSON, if that is wanted, with the sentences of its failures, and return these."""
    failures = [(failed.source, error_of(failed.failure)) for failed in report.failed]
    failed = [{"source": uri, **error.as_dict()} for uri, error in failures]
    output.json({**to_json(report), "failed": failed})
    return failures


def _shown(index: str) -> str:
    """Return where an index is, for a page that others will read: never with a password."""
    return shown_index(index) if is_address(index) else str(Path(index).absolute())


def _print_report(index: str, report: BuildReport, output: Output) -> None:
    """Print what a build did; exits with 7 if some rasters failed, with their code if all did."""
    from .imagery.source_uris import source_name

    failures = _failures(report, output)
    rate = report.tiles / report.seconds if report.seconds else 0.0
    output.text(
        f"{index}: {report.tiles} tiles embedded in {report.seconds:.1f} s ({rate:.1f} per second), "
        f"{report.skipped_empty} empty ones left out; it holds {report.tiles_in_index} tiles."
    )
    if report.skipped_sources:
        skipped = len(report.skipped_sources)
        was = "was" if skipped == 1 else "were"
        output.text(f"{counted(skipped, 'raster')} {was} already indexed and unchanged.")
    _print_decisions(((source_name(of.source), of.decisions) for of in report.decisions), output)
    for uri in report.reindexed_sources:
        output.text(f"{uri} had changed and was indexed again.")
    for uri, error in failures:
        output.text(f"Left out {uri}: {error.message} {error.next_step}")
    if failures:
        nothing = not report.tiles and not report.tiles_in_index
        raise typer.Exit(int(failures[0][1].exit_code if nothing else ExitCode.PARTIAL))


# --- search ----------------------------------------------------------------------------------------


@app.command("search", cls=NumberListCommand, context_settings={"allow_extra_args": True})
def search(
    context: typer.Context,
    index: IndexArgument,
    voice: VoiceOption = None,
    record: Annotated[
        bool,
        typer.Option("--record", help="Record a question now; stops when you stop speaking."),
    ] = False,
    device: Annotated[
        str | None,
        typer.Option(help="Microphone: number or part of its name, as `doctor` lists them."),
    ] = None,
    save: Annotated[
        Path | None, typer.Option(help="Save the recording as a WAV file.", metavar="FILE")
    ] = None,
    end_of_speech: Annotated[
        EndOfSpeechRule,
        typer.Option(
            help="When a recording ends: adaptive, after 0.5 s of silence if the question sounds complete, else after "
            "0.8 s; pause, always after 0.8 s, for whoever makes pauses."
        ),
    ] = EndOfSpeechRule.ADAPTIVE,
    text: TextOption = None,
    like: LikeOption = None,
    image: ImageOption = None,
    profile: ProfileOption = None,
    yes: LabelledYesOption = None,
    no: LabelledNoOption = None,
    doubtful: Annotated[
        bool,
        typer.Option(
            "--doubtful",
            help="Show the tiles whose labels would teach most, instead of the best.",
        ),
    ] = False,
    save_profile: Annotated[
        Path | None,
        typer.Option(
            help="Save what the question and its labels have become as a search profile, NAME.scrlprofile.",
            metavar="FILE",
        ),
    ] = None,
    weight: WeightOption = None,
    k: Annotated[int, typer.Option("-k", "--hits", help="Maximum number of hits.", min=1)] = 20,
    per_source: Annotated[
        int | None,
        typer.Option(
            help="Maximum number of hits of each raster. Default: no limit.",
            min=1,
            metavar="NUMBER",
        ),
    ] = None,
    area: AreaOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    source: SourceOption = None,
    ground_size: OnlySizesOption = None,
    merge: MergeOption = True,
    exact: Annotated[
        bool, typer.Option("--exact", help="Compare every tile, without Annoy.")
    ] = False,
    min_score: Annotated[
        float | None,
        typer.Option(
            help="Leave out hits with a lower score; at 0.5 a hit is as likely right as wrong."
        ),
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            help="Save the hits with their footprints: .gpkg, .geojson or .csv. May be repeated.",
            metavar="FILE",
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            help="Save the hits as one HTML page with pictures, which opens without a network: .html.",
            metavar="FILE",
        ),
    ] = None,
    heatmap: Annotated[
        list[Path] | None,
        typer.Option(
            help="Also save the score of every tile that meets the filters: .tif for a raster (the best score in each "
            "cell), .gpkg or .fgb for points. One of each.",
            metavar="FILE",
        ),
    ] = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the places that look like what is said or typed.

    With --json the hits are a GeoJSON FeatureCollection in EPSG:4326.
    """
    from .application import labels as profiles
    from .application import recording
    from .application import search as application
    from .application.session import Session
    from .index import hit_files
    from .index.report import check_report

    sentences = [said for said in voice or [] if not Path(said).suffix and not Path(said).exists()]
    if context.args or sentences:
        raise _question_without_option(context.args or sentences)
    if save is not None and not record:
        raise UsageError(
            problem="--save keeps the recording, but nothing is recorded.",
            advice="Add --record, or leave out --save.",
        )
    for path in out or []:
        application.check_output(path)
    if report is not None:
        check_report(report)
    map_files = _map_files(heatmap or [])
    output = Output(as_json)
    with TerminalProgress(patient=False) as progress, tempfile.TemporaryDirectory() as folder:
        spoken = save or Path(folder) / "question.wav"
        voices = [*(voice or []), *([str(spoken)] if record else [])]
        filters = Filters(area, since, until, tuple(source or ()), tuple(ground_size or ()))
        parts = query_parts(voices, text, like, image, profile, weight)
        labelled = _labels(yes, no)
        query = Query(parts, filters, k, min_score, merge, exact, labelled, doubtful, per_source)
        session = Session(model)
        if record:
            # Before somebody speaks for nothing.
            application.check(session, methods.SearchParams(index, query))
            adaptive = end_of_speech is EndOfSpeechRule.ADAPTIVE
            wanted = methods.RecordParams(str(spoken), device, adaptive=adaptive)
            recording.record(session, wanted, progress)
        question = application.understand(session, index, query, progress)
        result = application.find(question, None, progress)
        # A profile that cannot be written must not cost the answer; but of JSON there is one document.
        not_saved: UserError | None = None
        if save_profile is not None:
            typed = ", ".join(text or ())
            try:
                profiles.save_profile(
                    session,
                    methods.SaveProfileParams(
                        index, query, str(save_profile), save_profile.stem, typed
                    ),
                    progress,
                )
                output.text(f"Saved the search profile {save_profile}")
            except UserError as error:
                if as_json:
                    raise
                not_saved = error
    if as_json:
        for path in out or []:
            hit_files.write_hits(path, result.hits)
        if report is not None:
            _write_report(session, index, query, result, report)
        document = json.loads(hit_files.hits_as_geojson(result.hits))
        document |= {
            "searched": result.searched,
            "method": result.method,
            "notes": [text_of(note) for note in result.notes],
            "understood": to_json(result.understood),
            "default_min_score": result.default_min_score,
            "seconds": round(result.timings_ms.search / 1000, 4),
        }
        if map_files is not None:
            mapped = _coloured(question, map_files)
            document["heatmap"] = {
                "raster": mapped.raster,
                "points": mapped.points,
                "tiles": mapped.searched,
                "best_score": mapped.best_score,
                "likely_share": mapped.likely_share,
                "cells": mapped.cells,
            }
        output.json(document)
    for note in result.notes:
        output.text(text_of(note))
    if result.understood:
        output.text(understood_as(result.understood, spoken=bool(voices)))
    limit = result.default_min_score
    if limit and result.hits and result.hits[0].score < limit:
        output.text("No tile matches well; the closest ones are shown.")
    output.table(
        f"{counted(len(result.hits), 'hit')} in {counted(result.searched, 'tile')} "
        f"({result.method}, {result.timings_ms.search:.0f} ms)",
        HIT_COLUMNS,
        _rows_of_hits(result.hits),
    )
    if not as_json:
        # Behind the table: a disk that is full must not cost the answer.
        for path in out or []:
            hit_files.write_hits(path, result.hits)
            output.text(f"Saved to {path}")
        if report is not None:
            _write_report(session, index, query, result, report)
            output.text(f"Saved the report {report}")
        if map_files is not None:
            _print_map(_coloured(question, map_files), output)
    if not_saved is not None:
        raise not_saved


def _write_report(
    session: Session, index: str, query: Query, result: SearchResult, out: Path
) -> None:
    """Write hits as an HTML page; shows progress."""
    from .application.reporting import write_report

    asked = ", ".join(_part_text(part) for part in query.parts)
    filters = query.filters
    facts = {
        "Question": asked,
        understood_title(result.understood): ", ".join(each.text for each in result.understood),
        "Voice index": _shown(index),
        "Asked": f"{datetime.now():%Y-%m-%d %H:%M}",
        "Model": session.identity().name,
        "Area": str(filters.area or ""),
        "Acquired": f"{filters.since or '...'} to {filters.until or '...'}"
        if filters.since or filters.until
        else "",
        "Rasters": ", ".join(filters.sources),
        "Tile sizes": ", ".join(f"{size:g} m" for size in filters.ground_sizes_m),
        "Most hits of each raster": "" if query.per_source is None else str(query.per_source),
        "Minimum score": "" if query.min_score is None else f"{query.min_score:g}",
        "Hits": f"{len(result.hits)} in {counted(result.searched, 'tile')}",
    }
    params = methods.WriteReportParams(
        index,
        result.hits,
        str(out),
        asked,
        tuple((name, value) for name, value in facts.items() if value),
        query.labels,
        calibrated=bool(result.default_min_score),
    )
    with TerminalProgress(patient=False) as progress:
        missing = write_report(session, params, progress).without_picture
        if missing:
            progress.note(
                f"{missing} of {counted(len(result.hits), 'place')} in the report "
                f"{'has' if missing == 1 else 'have'} no picture, because the raster has been moved or deleted. "
                "If it was moved, tell the index where to with "
                f"`{PROGRAM} index relocate {_shown(index)} OLD NEW`, then make the report again."
            )


def _part_text(part: QueryPart) -> str:
    """Return a part of a question as the options give it."""
    if isinstance(part, TextPart):
        text = part.text
    elif isinstance(part, TilePart):
        text = f"like tile {part.tile_id}"
    elif isinstance(part, PlacePart):
        text = "like a place"
    else:
        text = Path(part.path).name
    return text if part.weight == 1.0 else f"{text} (weight {part.weight:g})"


HIT_COLUMNS = ("rank", "score", "latitude", "longitude", "size", "date", "tile", "source")


def _rows_of_hits(hits: Sequence[Hit]) -> list[tuple[object, ...]]:
    return [
        (h.rank, round(h.score, 3), round(h.lat, 6), round(h.lon, 6), f"{h.ground_size_m:g} m",
         h.date, h.tile_id, h.source)
        for h in hits
    ]  # fmt: skip


def _coloured(question: Question, files: ScoreMapFiles) -> ScoreMapResult:
    """Write a map of scores; shows progress."""
    from .application.search import colour

    with TerminalProgress(patient=False) as progress:
        return colour(question, files, progress)


def _print_map(written: ScoreMapResult, output: Output) -> None:
    likely, limit = written.likely_share, written.default_min_score
    share = "" if likely is None else f", {likely:.1%} of them with {limit:.2f} or more"
    for file in filter(None, (written.raster, written.points)):
        output.text(
            f"Scores of {written.searched} tiles (best {written.best_score:.3f}{share}) saved to {file}"
        )


def _map_files(paths: Sequence[Path]) -> ScoreMapFiles | None:
    """Return where a map of scores goes; None if none is wanted.

    Raises:
        UsageError: Two rasters, two layers of points, or an ending that names no format.
        FolderNotWritable: There is no folder for one.
    """
    from .application.search import check_map_output
    from .index.score_map import RASTERS

    rasters = [str(path) for path in paths if path.suffix.lower() in RASTERS]
    points = [str(path) for path in paths if path.suffix.lower() not in RASTERS]
    if max(len(rasters), len(points)) > 1:
        raise UsageError(
            problem="A map of scores is one raster, one layer of points, or both.",
            advice="Give --heatmap one .tif, one .gpkg or .fgb, or one of each.",
        )
    if not paths:
        return None
    return check_map_output(next(iter(rasters), None), next(iter(points), None))


def _question_without_option(words: Sequence[str]) -> UsageError:
    """Return what to say of a question that was given as it is."""
    if Path(words[0]).is_file():
        return UsageError(
            problem=f"It is not clear what to do with {words[0]}.",
            advice=f'Add --voice "{words[0]}" if it is a recording, or --image "{words[0]}" if it is a picture.',
        )
    question = " ".join(words)
    return UsageError(
        problem=f"{question} is neither an option nor a file.",
        advice=f'Ask a typed question with --text "{question}".',
    )


def query_parts(
    voices: Sequence[str] | None,
    text: Sequence[str] | None,
    like: Sequence[int] | None = None,
    image: Sequence[str] | None = None,
    profile: Sequence[str] | None = None,
    weight: Sequence[float] | None = None,
) -> tuple[QueryPart, ...]:
    """Return the parts of a question that options give.

    Raises:
        NoQuery: None is given.
        UsageError: There are weights for more or fewer parts.
    """
    asked: list[QueryPart] = [
        *map(AudioPart, voices or []), *map(TextPart, text or []), *map(TilePart, like or []),
        *map(ImagePart, image or []), *map(ProfilePart, profile or []),
    ]  # fmt: skip
    return weighted(asked, weight or [])


def weighted(parts: Sequence[QueryPart], weights: Sequence[float]) -> tuple[QueryPart, ...]:
    """Return the parts of a question with their weights, which were given in the same order."""
    if not parts:
        raise NoQuery
    if weights and len(weights) != len(parts):
        raise UsageError(
            problem=f"The question has {counted(len(parts), 'part')}, but "
            f"{counted(len(weights), 'weight was', 'weights were')} given.",
            advice="Give one --weight for each --voice, --record, --text, --like, --image and --profile, in this "
            "order.",
        )
    weights = weights or [1.0] * len(parts)
    return tuple(replace(part, weight=w) for part, w in zip(parts, weights, strict=True))


def _labels(yes: Sequence[str] | None, no: Sequence[str] | None) -> tuple[Label, ...]:
    """Return the labels that options give.

    Raises:
        UsageError: Something is no tile ID, or is both.
    """
    ids = [
        [_tile_id(text) for each in given or () for text in each.split(",")] for given in (yes, no)
    ]
    both = set(ids[0]) & set(ids[1])
    if both:
        raise UsageError(
            problem=f"Tile {min(both)} is given with --yes and with --no.",
            advice="Leave it out of one of them.",
        )
    return tuple(
        Label(tile, sign) for sign, tiles in zip((True, False), ids, strict=True) for tile in tiles
    )


def _tile_id(text: str) -> int:
    if not text.strip().isdecimal():
        raise UsageError(
            problem=f"{text!r} is not a tile ID.",
            advice="Give the numbers that a search prints, separated by commas: --yes 12,57.",
        )
    return int(text)


@labels_app.command("export")
def export(
    index: IndexArgument,
    out: Annotated[
        Path,
        typer.Option(
            help="File to write: .gpkg for footprints, .json for COCO with a folder of pictures beside it.",
            metavar="FILE",
        ),
    ],
    yes: LabelledYesOption = None,
    no: LabelledNoOption = None,
    question: Annotated[
        str, typer.Option(help="What the labels answer; names the category.", metavar="TEXT")
    ] = "",
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write labelled tiles as training data."""
    params = methods.ExportLabelsParams(index, _labels(yes, no), question, str(out))
    written = answer(methods.EXPORT_LABELS, params, model)
    output = Output(as_json)
    output.json(to_json(written))
    output.text(f"Wrote {written.tiles} labels to {out}.")


# --- saved searches ---------------------------------------------------------------------------------


@watch_app.command("add", cls=NumberListCommand)
def watch_add(
    index: IndexArgument,
    name: Annotated[str, typer.Argument(help="What the search is called.")],
    voice: VoiceOption = None,
    text: TextOption = None,
    like: LikeOption = None,
    image: ImageOption = None,
    profile: ProfileOption = None,
    yes: LabelledYesOption = None,
    no: LabelledNoOption = None,
    weight: WeightOption = None,
    area: AreaOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    source: SourceOption = None,
    ground_size: OnlySizesOption = None,
    merge: MergeOption = True,
    min_score: Annotated[
        float | None,
        typer.Option(
            help="Least score of what is told. Default: that of the model, at which a hit is as likely right as wrong."
        ),
    ] = None,
    replace_it: Annotated[
        bool, typer.Option("--replace", help="Replace a search of the same name.")
    ] = False,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Save a search, to be asked of whatever is added to the index from now on.

    Recordings, images and profiles stay where they are, and must stay there; an area is copied.
    """
    voices, images, profiles = (
        [os.path.abspath(path) for path in paths or []]  # noqa: PTH100 (links stay links)
        for paths in (voice, image, profile)
    )
    query = Query(
        query_parts(voices, text, like, images, profiles, weight),
        Filters(area, since, until, tuple(source or ()), tuple(ground_size or ())),
        min_score=min_score,
        suppress_overlap=merge,
        labels=_labels(yes, no),
    )
    params = methods.SaveSearchParams(index, name, query, replace_it)
    saved = answer(methods.SAVE_SEARCH, params, model)
    output = Output(as_json)
    output.json(to_json(saved))
    output.text(
        f"Saved the search {saved.name}. Ask it of what has been added: {PROGRAM} watch run {shown_index(index)}"
    )


@watch_app.command("list")
def watch_list(index: IndexArgument, as_json: JsonOption = False) -> None:
    """List the saved searches of an index."""
    found = answer(methods.SAVED_SEARCHES, methods.IndexParams(index))
    output = Output(as_json)
    output.json(to_json(found))
    output.table(
        f"{counted(len(found.searches), 'saved search', 'saved searches')}",
        ("name", "question", "saved", "last asked of new tiles"),
        [
            (search.name, _in_words(search.query), search.saved, search.asked or "not yet")
            for search in found.searches
        ],
    )
    if not found.searches:
        output.text(f"Save one: {PROGRAM} watch add {shown_index(index)} NAME --text QUESTION.")
    where = searches_file(index)
    if is_address(index):
        output.text(f"Those of an index with an address are kept on this computer, in “{where}”.")
    elif found.searches:
        output.text(f"They are kept in “{where}”.")
    else:
        output.text(
            f"If the index was moved: its searches are in “{where.name}”, which belongs beside it."
        )


@watch_app.command("remove")
def watch_remove(
    index: IndexArgument,
    name: Annotated[str, typer.Argument(help="As `watch list` prints it.")],
    as_json: JsonOption = False,
) -> None:
    """Remove a saved search."""
    removed = answer(methods.REMOVE_SEARCH, methods.RemoveSearchParams(index, name))
    output = Output(as_json)
    output.json(to_json(removed))
    output.text(f"Removed the search {removed.name}.")


@watch_app.command("rename")
def watch_rename(
    index: IndexArgument,
    name: Annotated[str, typer.Argument(help="As `watch list` prints it.")],
    new_name: Annotated[str, typer.Argument(help="What it is to be called.")],
    as_json: JsonOption = False,
) -> None:
    """Give a saved search another name."""
    params = methods.RenameSearchParams(index, name, new_name)
    renamed = answer(methods.RENAME_SEARCH, params)
    output = Output(as_json)
    output.json(to_json(renamed))
    output.text(f"The search {name} is called {renamed.name} now.")


@watch_app.command("run")
def watch_run(
    index: IndexArgument,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Folder in which the new hits of each search are saved, each time as a new GeoPackage.",
            metavar="FOLDER",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing if nothing is new; for cron.")
    ] = False,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask the saved searches of the tiles that have been added since they were last asked.

    What is printed or saved is not told again; if that fails, it is told the next time.
    """
    if out is not None:
        check_folder(out, out)
    found = answer(methods.WATCH_INDEX, methods.WatchIndexParams(index), model)
    failures = [error_of(each.failure) for each in found.searches if each.failure is not None]
    if failures or not quiet or any(each.hits for each in found.searches):
        if as_json:
            Output(as_json).json({"searches": [_new_hits_as_json(e, out) for e in found.searches]})
        else:
            _print_new_hits(index, found, out)
    # What nobody could read or write has not been seen.
    sys.stdout.flush()
    told = tuple(each.name for each in found.searches if each.failure is None)
    answer(methods.MARK_SEEN, methods.MarkSeenParams(index, told, found.seen))
    if failures:
        raise typer.Exit(int(ExitCode.PARTIAL if told else failures[0].exit_code))


def _print_new_hits(index: str, found: WatchIndexResult, out: Path | None) -> None:
    """Print what is new for each search, and then save it."""
    from .index.hit_files import write_new_hits

    output = Output()
    if not found.searches:
        output.text(
            f'{index} has no saved searches. Save one: {PROGRAM} watch add {index} NAME --text "..."'
        )
    elif not any(each.hits or each.failure for each in found.searches):
        output.text("Nothing new.")
    for each in found.searches:
        for note in each.notes if each.hits else ():
            output.text(text_of(note))
        if each.hits:
            output.table(
                f"{each.name}: {len(each.hits)} new in {counted(each.searched, 'tile')}",
                HIT_COLUMNS,
                _rows_of_hits(each.hits),
            )
        if each.failure is not None:
            error = error_of(each.failure)
            output.text(f"{each.name} was not asked: {error.message} {error.next_step}")
    # Behind the tables: a disk that is full must not cost the answer.
    for each in found.searches:
        if each.hits and out is not None:
            output.text(f"Saved to {write_new_hits(out, each.name, each.hits)}")


def _new_hits_as_json(found: NewHits, out: Path | None) -> dict[str, Any]:
    """Return what is new for a search as a document; it is saved before."""
    from .index.hit_files import hits_as_geojson, write_new_hits

    file = write_new_hits(out, found.name, found.hits) if out is not None and found.hits else None
    return {
        "name": found.name,
        "searched": found.searched,
        "hits": json.loads(hits_as_geojson(found.hits)),
        "file": None if file is None else str(file),
        "notes": [text_of(note) for note in found.notes],
        "error": None if found.failure is None else error_of(found.failure).as_dict(),
    }


def _in_words(query: Query) -> str:
    """Return as one line what a question is asked with."""
    said = []
    for part in query.parts:
        if isinstance(part, TextPart):
            text = part.text
        elif isinstance(part, TilePart):
            text = f"tile {part.tile_id}"
        elif isinstance(part, PlacePart):
            text = "a place on the map"
        else:
            text = Path(part.path).name
        said.append(text if part.weight == 1.0 else f"{text} ({part.weight:g})")
    return ", ".join(said)


# --- model ------------------------------------------------------------------------------------------


def _require_training() -> None:
    """Refuse what only a checkout of the repository can do.

    Raises:
        TrainingNotIncluded: This is the engine of an installed plugin.
    """
    if not (Path(__file__).parent / "training" / "run.py").is_file():
        raise TrainingNotIncluded


@app.command("evaluate", cls=NumberListCommand)
def evaluate(
    data: Annotated[
        Path, typer.Option(help="Folder with rsicd/, ucm/ and voices/.", metavar="FOLDER")
    ],
    noise: Annotated[
        list[float] | None,
        typer.Option(
            help="Also with noise at these signal-to-noise ratios in dB.", metavar="DB [DB ...]"
        ),
    ] = None,
    speakers: Annotated[
        bool, typer.Option("--speakers/--no-speakers", help="Also each speaker alone.")
    ] = True,
    cache: Annotated[
        Path,
        typer.Option(
            help="Folder of `train`: spoken commands that lie there are asked, too.",
            metavar="FOLDER",
        ),
    ] = Path(".cache"),
    out: Annotated[
        Path | None, typer.Option(help="Also write the results as JSON.", metavar="FILE")
    ] = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Measure a model on UCM and RSICD with recorded questions: the benchmark tables."""
    _require_training()
    from .model.checkpoint import load_model
    from .training.evaluation import evaluate as evaluate_model
    from .training.evaluation import evaluate_honesty

    if out is not None:
        check_folder(out.parent, out)
    with TerminalProgress() as progress:
        measured, speech = load_model(model), cache / "speech"
        results = evaluate_model(measured, data, progress, noise or (10.0,), speakers, speech)
        honesty = evaluate_honesty(measured, data, speech, progress) if speech.is_dir() else []
    document = {
        "retrieval": [asdict(result) for result in results],
        "honesty": [asdict(row) for row in honesty],
    }
    if out is not None:
        with writing(out):
            out.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    output = Output(as_json)
    output.json(document)
    for direction, title in (("V->I", "Voice to image"), ("I->V", "Image to voice")):
        output.table(
            f"{title} (percent; mAP and P: class level, R: paired)",
            ("test", "questions", "sound", "queries", "items", "mAP", "mAP@150", "P@1", "P@5", "P@10",
             "R@1", "R@5", "R@10"),
            [
                (r.test, r.questions, r.sound, r.queries, r.items,
                 *("" if value is None else f"{value:.1f}"
                   for value in (r.map, r.map_150, r.p1, r.p5, r.p10, r.r1, r.r5, r.r10)))
                for r in results
                if r.direction == direction
            ],
        )  # fmt: skip
    if honesty:
        output.table(
            "What answers say (percent of the questions)",
            ("questions", "modality", "says", "asked", "percent"),
            [(r.questions, r.modality, r.says, r.asked, f"{r.percent:.1f}") for r in honesty],
        )


@app.command("train")
def train(
    data: Annotated[
        Path, typer.Option(help="Folder with rsicd/, ucm/ and more/.", metavar="FOLDER")
    ],
    run: Annotated[
        Path,
        typer.Option(
            help="Folder of this training; one that was cut off goes on.", metavar="FOLDER"
        ),
    ] = Path("training_runs/latest"),
    cache: Annotated[
        Path, typer.Option(help="Speech and features that trainings share.", metavar="FOLDER")
    ] = Path(".cache"),
    out: Annotated[
        Path | None,
        typer.Option(help="Where the checkpoint goes. Default: RUN/model.", metavar="FOLDER"),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            help="JSON with other settings than the defaults (see TrainingConfig).", metavar="FILE"
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Decides all that is random.")] = None,
    epochs: Annotated[int | None, typer.Option(help="Epochs of the second stage.", min=1)] = None,
    device: Annotated[str, typer.Option(help="cpu or cuda.")] = "cpu",
    limit: Annotated[
        int | None, typer.Option(help="Only about so many images, to try it out.", min=20)
    ] = None,
) -> None:
    """Train a model. Needs `make setup-training`; hours on a CPU, resumable at any time."""
    _require_training()
    from .training.config import read_config
    from .training.run import train as train_model

    chosen = read_config(config)
    if seed is not None:
        chosen = replace(chosen, seed=seed)
    if epochs is not None:
        chosen = replace(chosen, epochs=epochs)
    output = out or run / "model"
    with TerminalProgress() as progress:
        train_model(data, run, cache, output, chosen, progress, progress.note, device, limit)
    Output().text(
        f"The model is in {output}. Measure it: {PROGRAM} evaluate --data {data} --model {output}"
    )


@app.command("worker")
def worker() -> None:
    """Answer the QGIS plugin over standard input and output (docs/protocol.md)."""
    from .worker import main as run_worker

    run_worker()


@app.command("cluster-worker")
def cluster_worker(
    address: Annotated[
        str,
        typer.Argument(help="Address of the scheduler: tcp://HOST:8786.", metavar="ADDRESS"),
    ],
    processes: Annotated[
        int | None,
        typer.Option(
            help="Worker processes, each with one thread. Default: one a processor.", min=1
        ),
    ] = None,
    ports: Annotated[
        str | None,
        typer.Option(
            help="Ports to listen at, two for each process, as a firewall lets them through. Default: any.",
            metavar="FIRST:LAST",
        ),
    ] = None,
    model: ModelOption = None,
) -> None:
    """Make parts of voice indexes for whoever builds on this cluster (docs/cluster.md).

    Ends when the scheduler is gone, or with Ctrl-C.
    """
    from .application.cluster import run_workers

    run_workers(address, processes, model, _ports(ports) if ports is not None else None)


def _ports(text: str) -> tuple[int, int]:
    """Return the first and the last port of a range."""
    first, colon, last = text.partition(":")
    if not (
        colon and first.isdecimal() and last.isdecimal() and 0 < int(first) <= int(last) < 65_536
    ):
        raise UsageError(
            problem=f"{text} is no range of ports.", advice="Write it as FIRST:LAST: 9000:9063."
        )
    return int(first), int(last)


@app.command("cluster-scheduler")
def cluster_scheduler(
    host: Annotated[
        str | None,
        typer.Option(
            help="Address of this computer to listen at, or tls://ADDRESS. Default: all of them.",
            metavar="HOST",
        ),
    ] = None,
    port: Annotated[int, typer.Option(help="Port to listen at.", metavar="N")] = 8786,
    dashboard: Annotated[
        str, typer.Option(help="Where the dashboard is served.", metavar="[HOST]:PORT")
    ] = ":8787",
) -> None:
    """Hand out the parts of builds to workers: a Dask scheduler, for a trusted network (docs/cluster.md)."""
    from .application.cluster import run_scheduler

    run_scheduler(host, port, dashboard)


@app.command("doctor")
def doctor(model: ModelOption = None, as_json: JsonOption = False) -> None:
    """Check versions, microphone, model and disk: one page for a bug report."""
    checks = answer(methods.DIAGNOSTICS, methods.Nothing(), model).checks
    output = Output(as_json)
    output.json(to_json(checks))
    output.table(
        f"qgis_scrl doctor, {date.today()}",
        ("", "what", "found", "what to do"),
        [("ok" if c.ok else "!!", c.topic, c.value, c.next_step) for c in checks],
    )
    if not next(check.ok for check in checks if check.topic == "Model"):
        raise typer.Exit(int(ExitCode.MACHINE))


def main() -> None:
    """Run the command line; every failure becomes a message and an exit code."""
    as_json = "--json" in sys.argv[1:]
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name that the terminal or the pipe has no letters for must not cost the answer.
        sys.stdout.reconfigure(errors="backslashreplace")
    if sys.argv[1:2] != ["worker"]:  # whose client sees how it ended
        explain_vanished_files(as_json)
    try:
        app(prog_name=PROGRAM)
    except (Exception, KeyboardInterrupt) as error:
        fail(error, as_json)
