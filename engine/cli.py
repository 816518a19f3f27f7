"""``python -m engine COMMAND``: voice search from a terminal or a script.

Results go to standard output (``--json``: one JSON document), progress and messages to standard
error. Exit codes: 0 done; 1 a bug of ours; 2 wrong options; 3 something is wrong with the question;
4 with the imagery; 5 with the voice index; 6 with the machine or the installation; 7 done, but some
sources failed; 130 cancelled.
"""

from __future__ import annotations

import dataclasses
import io
import json
import os
import sys
import time
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from . import __version__
from .console import LevelBar, Output, fail, working
from .errors import ExitCode, NoQuery, TrainingNotIncluded, UsageError, UserError
from .paths import check_folder, exists, writing

if TYPE_CHECKING:
    import numpy as np

    from .imagery.source import SourceOptions
    from .index.builder import BuildReport
    from .index.search import VoiceIndex
    from .model.checkpoint import ScrlModel

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
    "Exit codes: 0 done, 1 a bug, 2 wrong options, 3 question, 4 imagery, 5 voice index, "
    "6 machine or installation, 7 done but some sources failed, 130 cancelled."
)
app = typer.Typer(
    help="Search your own imagery by speaking.\n\n" + EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
index_app = typer.Typer(
    help="Build and look after voice indexes.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(index_app, name="index")

JsonOption = Annotated[
    bool, typer.Option("--json", help="Print one JSON document instead of tables.")
]
ModelOption = Annotated[
    Path | None,
    typer.Option("--model", help="Folder of another model than the bundled one.", metavar="FOLDER"),
]
IndexArgument = Annotated[
    Path, typer.Argument(help="Folder of the voice index, NAME.scrl.", metavar="INDEX")
]
InputsArgument = Annotated[
    list[str],
    typer.Argument(
        help="Rasters: files, folders, patterns in quotes, web addresses.", metavar="RASTER..."
    ),
]
CrsOption = Annotated[
    str | None,
    typer.Option(
        help="Coordinate system of rasters that name none, or one in which they lie nowhere on the Earth, "
        "e.g. EPSG:32633."
    ),
]
BandsOption = Annotated[
    list[int] | None,
    typer.Option(
        help="One or three band numbers to show as grey or red, green, blue.", metavar="N [N N]"
    ),
]
DateOption = Annotated[
    datetime | None,
    typer.Option(
        "--date", formats=["%Y-%m-%d"], help="Acquisition date of rasters that do not tell theirs."
    ),
]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.")
    ] = False,
) -> None:
    """Search your own imagery by speaking."""
    if version:
        print(f"qgis_scrl {__version__}")
        raise typer.Exit


# --- voice indexes ---------------------------------------------------------------------------------


@index_app.command("build", cls=NumberListCommand)
def build(
    index: IndexArgument,
    rasters: InputsArgument,
    ground_size: Annotated[
        list[float] | None,
        typer.Option(
            help="Sides of the tiles in metres on the ground; several numbers make tiles of several "
            "sizes. Default: about 200 pixels of the first raster.",
            metavar="METRES [METRES ...]",
        ),
    ] = None,
    overlap: Annotated[
        float,
        typer.Option(help="Part of the side that neighbouring tiles share.", min=0.0, max=0.9),
    ] = 0.0,
    crs: CrsOption = None,
    bands: BandsOption = None,
    acquired: DateOption = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Build a voice index of rasters.

    An interrupted build goes on where it stopped when the same command is given again.
    """
    from .imagery.source import describe_source, find_sources
    from .imagery.tiling import TileSpec, default_ground_size
    from .index.builder import build_index

    options = _source_options(crs, bands, acquired)
    if not ground_size:
        ground_size = [
            _suggest(find_sources(rasters), options, describe_source, default_ground_size)
        ]
    encoder = _load(model)
    spec = TileSpec(tuple(sorted(set(ground_size))), overlap=overlap, pixels=encoder.tile_pixels)
    with working() as progress:
        report = build_index(index, rasters, encoder, spec, options, progress=progress)
    _print_report(index, report, Output(as_json))


def _suggest(uris: Sequence[str], options: SourceOptions, describe: Any, default: Any) -> float:
    """Return the default ground size of the first raster that can be read."""
    failure: UserError | None = None
    for uri in uris:
        try:
            return float(default(describe(uri, options)))
        except UserError as error:
            failure = failure or error
    raise failure or UsageError(problem="There is no raster.", advice="Name one.")


@index_app.command("add", cls=NumberListCommand)
def add(
    index: IndexArgument,
    rasters: InputsArgument,
    crs: CrsOption = None,
    bands: BandsOption = None,
    acquired: DateOption = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add rasters to a voice index; what it holds already is not read again."""
    from .index.builder import add_to_index

    options = _source_options(crs, bands, acquired)
    with working() as progress:
        report = add_to_index(index, rasters, _load(model), options, progress=progress)
    _print_report(index, report, Output(as_json))


@index_app.command("info")
def info(index: IndexArgument, as_json: JsonOption = False) -> None:
    """Say what a voice index holds."""
    from .index.maintenance import index_info

    found, output = index_info(index), Output(as_json)
    output.json(dataclasses.asdict(found))
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
            f"Not finished: {found.pending_tiles} tiles to go. Give the same build or add command again."
        )
    output.table(
        "Sources",
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


@index_app.command("verify")
def verify(
    index: IndexArgument,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair", help="Drop or rewrite what is damaged; the same build makes it again."
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Compare every file of a voice index with its checksum."""
    from .index.maintenance import verify_index

    with working() as progress:
        report = verify_index(index, repair, progress)
    output = Output(as_json)
    output.json(dataclasses.asdict(report))
    if not report.problems:
        output.text(f"All is well: {report.tiles} tiles in {report.parts} parts.")
        return
    output.table(
        "Problems",
        ("part", "file", "what is wrong", "repaired" if report.repaired else "--repair would"),
        [(p.part, p.file, p.reason, p.remedy) for p in report.problems],
    )
    if not report.repaired:
        raise typer.Exit(int(ExitCode.INDEX))


@index_app.command("compact")
def compact(index: IndexArgument, as_json: JsonOption = False) -> None:
    """Merge small parts, so that searches open fewer files."""
    from .index.maintenance import compact_index

    with working() as progress:
        report = compact_index(index, progress)
    output = Output(as_json)
    output.json(dataclasses.asdict(report))
    output.text(
        f"{report.parts_before} parts became {report.parts_after}; "
        f"{report.bytes_before / 1e6:.1f} MB became {report.bytes_after / 1e6:.1f} MB."
    )


@index_app.command("remove-source")
def remove(
    index: IndexArgument,
    source: Annotated[str, typer.Argument(help="Path or file name, as `index info` prints it.")],
    as_json: JsonOption = False,
) -> None:
    """Take a raster and its tiles out of a voice index; the raster itself stays."""
    from .index.maintenance import remove_source

    with working() as progress:
        report = remove_source(index, source, progress)
    output = Output(as_json)
    output.json(dataclasses.asdict(report))
    output.text(f"Removed {source}.")


def _source_options(
    crs: str | None, bands: list[int] | None, acquired: datetime | None
) -> SourceOptions:
    from .imagery.source import SourceOptions

    return SourceOptions(
        crs=crs,
        bands=tuple(bands) if bands else None,
        date=acquired.date() if acquired else None,
    )


def _print_report(index: Path, report: BuildReport, output: Output) -> None:
    """Print what a build did; leaves with 7 if some sources failed, with their code if all did."""
    from .index.format import INDEX_FILE
    from .index.maintenance import index_info

    if report.failed and not exists(index / INDEX_FILE):
        # Nothing could be read: why is more to the point than that there is no index.
        raise report.failed[0][1]
    holds = index_info(index).tiles
    document = dataclasses.asdict(dataclasses.replace(report, failed=()))
    document["failed"] = [{"source": uri, **error.as_dict()} for uri, error in report.failed]
    document["tiles_in_index"] = holds
    output.json(document)
    rate = report.tiles / report.seconds if report.seconds else 0.0
    output.text(
        f"{index}: {report.tiles} tiles embedded in {report.seconds:.1f} s ({rate:.1f} a second), "
        f"{report.skipped_empty} empty ones left out; it holds {holds} tiles."
    )
    if report.skipped_sources:
        output.text(f"{len(report.skipped_sources)} sources were there already, unchanged.")
    for uri in report.reindexed_sources:
        output.text(f"{uri} had changed and was indexed anew.")
    for uri, error in report.failed:
        output.text(f"Left out {uri}: {error.message} {error.next_step}")
    if report.failed:
        nothing = not report.tiles and not holds
        raise typer.Exit(int(report.failed[0][1].exit_code if nothing else ExitCode.PARTIAL))


# --- search ----------------------------------------------------------------------------------------


@app.command("search", cls=NumberListCommand)
def search(
    index: IndexArgument,
    voice: Annotated[
        list[Path] | None,
        typer.Option(
            help="A recorded question: WAV, FLAC, OGG or MP3. May be given again.", metavar="FILE"
        ),
    ] = None,
    record: Annotated[
        bool, typer.Option("--record", help="Speak now; stops by itself when you stop speaking.")
    ] = False,
    device: Annotated[
        str | None,
        typer.Option(help="Microphone: number or part of its name, as `doctor` lists them."),
    ] = None,
    save: Annotated[
        Path | None, typer.Option(help="Keep what was recorded as a WAV file.", metavar="FILE")
    ] = None,
    like: Annotated[
        list[int] | None,
        typer.Option(
            help="Search what looks like this tile. May be given again.", metavar="TILE_ID"
        ),
    ] = None,
    weight: Annotated[
        list[float] | None,
        typer.Option(
            help="How much each part of the question counts: recordings, then the spoken one, then "
            "tiles. Default: all the same. A negative number searches away from it.",
            metavar="NUMBER [NUMBER ...]",
        ),
    ] = None,
    k: Annotated[int, typer.Option("-k", "--hits", help="Most hits wanted.", min=1)] = 20,
    area: Annotated[
        str | None,
        typer.Option(
            help="Only there: a vector file with polygons in any coordinate system, or "
            "west,south,east,north in degrees.",
            metavar="FILE|W,S,E,N",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(help="Acquired then or later: 2015, 2015-06 or 2015-06-30.", metavar="DATE"),
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Acquired then or earlier.", metavar="DATE")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            help="Only this raster: name, path or pattern. May be given again.", metavar="NAME"
        ),
    ] = None,
    ground_size: Annotated[
        list[float] | None,
        typer.Option(help="Only tiles of these sides.", metavar="METRES [METRES ...]"),
    ] = None,
    merge: Annotated[
        bool,
        typer.Option(
            "--merge/--no-merge", help="Of hits that show the same place, keep only the best."
        ),
    ] = True,
    exact: Annotated[
        bool, typer.Option("--exact", help="Compare with every tile, without Annoy.")
    ] = False,
    min_score: Annotated[
        float | None,
        typer.Option(
            help="Leave out hits with less than this score; 0.5 is as likely right as wrong."
        ),
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            help="Write the hits with their footprints: .gpkg, .geojson or .csv. May be given again.",
            metavar="FILE",
        ),
    ] = None,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the places that look like what is said.

    With --json the hits are a GeoJSON FeatureCollection in EPSG:4326.
    """
    from .index.filters import parse_area, parse_since, parse_until
    from .index.hit_files import hits_as_geojson, write_hits, writer_for
    from .index.search import SearchOptions, VoiceIndex

    if not voice and not record and not like:
        raise NoQuery
    if save is not None and not record:
        raise UsageError(
            problem="--save keeps what is spoken now, and nothing is to be recorded.",
            advice="Add --record, or leave --save away.",
        )
    for path in out or []:
        writer_for(path)
    for path in [*(out or []), *([] if save is None else [save])]:
        check_folder(path.parent, path)  # before somebody speaks for nothing
    options = SearchOptions(
        k=k,
        area=parse_area(area) if area else None,
        since=parse_since(since) if since else None,
        until=parse_until(until) if until else None,
        sources=tuple(source or ()),
        ground_sizes_m=tuple(ground_size) if ground_size else None,
        suppress_overlap=merge,
        exact=exact,
        min_score=min_score,
    )
    encoder = _load(model)
    opened = VoiceIndex.open(index, encoder.checksum)
    query = _query(encoder, opened, voice or [], record, device, save, like or [], weight or [])
    spoken = bool(voice) or record
    understood = encoder.understood(query) if spoken else []
    begun = time.perf_counter()
    result = opened.search(query, options, encoder.calibration(spoken))
    seconds = time.perf_counter() - begun
    output = Output(as_json)
    if as_json:
        for path in out or []:
            write_hits(path, result.hits)
        document = json.loads(hits_as_geojson(result.hits))
        document |= {
            "searched": result.searched,
            "method": result.method,
            "notes": list(result.notes),
            "understood": [dataclasses.asdict(phrase) for phrase in understood],
            "default_min_score": encoder.default_min_score,
            "seconds": round(seconds, 4),
        }
        output.json(document)
    for note in result.notes:
        output.text(note)
    if understood:
        output.text(f"Understood as: {', '.join(phrase.text for phrase in understood)}")
    output.table(
        f"{len(result.hits)} hits of {result.searched} tiles ({result.method}, {1000 * seconds:.0f} ms)",
        ("rank", "score", "latitude", "longitude", "size", "date", "tile", "source"),
        [
            (h.rank, round(h.score, 3), round(h.lat, 6), round(h.lon, 6), f"{h.ground_size_m:g} m",
             h.date, h.tile_id, h.source)
            for h in result.hits
        ],
    )  # fmt: skip
    if not as_json:
        # Behind the table: a disk that is full must not cost the answer.
        for path in out or []:
            write_hits(path, result.hits)
            output.text(f"Written to {path}")


def _query(
    encoder: ScrlModel,
    index: VoiceIndex,
    voices: Sequence[Path],
    record_now: bool,
    device: str | None,
    save: Path | None,
    like: Sequence[int],
    weights: Sequence[float],
) -> np.ndarray:
    """Return the unit vector of a question made of recordings, the microphone and tiles."""
    from .audio.recording import read_recording, write_recording
    from .audio.speech import check_speech
    from .index.search import blend_queries

    vectors = [encoder.encode_voice(check_speech(read_recording(path)).samples) for path in voices]
    if record_now:
        spoken = _record(device)
        if save is not None:
            write_recording(save, spoken)
        vectors.append(encoder.encode_voice(check_speech(spoken).samples))
    vectors += [index.vector_of_tile(tile) for tile in like]
    if weights and len(weights) != len(vectors):
        raise UsageError(
            problem=f"The question has {len(vectors)} parts, and {len(weights)} weights were given.",
            advice="Give one --weight number for each --voice, --record and --like, in this order.",
        )
    return blend_queries(list(zip(vectors, weights or [1.0] * len(vectors), strict=True)))


def _record(device: str | None) -> Any:
    """Record a question, with a level bar; Ctrl-C cancels."""
    from .audio.microphone import record as record_speech

    chosen = int(device) if device is not None and device.isdigit() else device
    sys.stderr.write("Speak now; press Ctrl-C to cancel.\n")
    with LevelBar() as bar:
        return record_speech(chosen, on_level=bar.show)


# --- model ------------------------------------------------------------------------------------------


def _load(folder: Path | None) -> ScrlModel:
    from .model.checkpoint import load_model

    return load_model(folder)


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
    from .training.evaluation import evaluate as evaluate_model

    if out is not None:
        check_folder(out.parent, out)
    with working() as progress:
        results = evaluate_model(
            _load(model), data, progress, noise or (10.0,), speakers, cache / "speech"
        )
    document = [result.as_dict() for result in results]
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


@app.command("train")
def train(
    data: Annotated[Path, typer.Option(help="Folder with rsicd/ and ucm/.", metavar="FOLDER")],
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
        chosen = dataclasses.replace(chosen, seed=seed)
    if epochs is not None:
        chosen = dataclasses.replace(chosen, epochs=epochs)
    output = out or run / "model"
    with working() as progress:
        train_model(data, run, cache, output, chosen, progress, progress.note, device, limit)
    Output().text(
        f"The model is in {output}. Measure it: python -m engine evaluate --data {data} --model {output}"
    )


@app.command("worker")
def worker() -> None:
    """Answer the QGIS plugin over standard input and output (docs/protocol.md)."""
    from .worker import main as run_worker

    run_worker()


@app.command("doctor")
def doctor(model: ModelOption = None, as_json: JsonOption = False) -> None:
    """Check versions, microphone, model and disk: one page for a bug report."""
    from .doctor import run_checks

    checks, output = run_checks(model), Output(as_json)
    output.json([dataclasses.asdict(check) for check in checks])
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
    try:
        app(prog_name="python -m engine")
    except (Exception, KeyboardInterrupt) as error:
        fail(error, as_json)
