"""The command line as scripts use it: options as documented, JSON, exit codes, messages."""

from __future__ import annotations

import itertools
import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyogrio
import pyogrio.raw
import pytest
import rasterio
import shapely
import soundfile
from rasterio.transform import from_origin

from engine import cli
from engine.cli import spread_number_lists
from engine.console import TerminalProgress, bug_report
from engine.contract.audio import LevelReport
from engine.contract.notices import Stage, Unit
from engine.errors import Cancelled, ExitCode, NoMicrophone
from engine.index import score_grid
from tests.support.microphone import VirtualMicrophone
from tests.support.paths import QUESTIONS, ROOT, SCENE


def write_raster(
    path: Path, size: int = 300, east: float = 500_000.0, crs: str | None = "EPSG:32632"
) -> Path:
    pixels = np.random.default_rng(0).integers(0, 255, (3, size, size), dtype=np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=size, height=size, count=3, dtype="uint8", crs=crs,
        transform=from_origin(east, 5_400_000, 1, 1),
    ) as raster:  # fmt: skip
        raster.write(pixels)
    return path


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command in this process; returns exit code, standard output, standard error."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["engine", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return call


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> Path:
    """A small index of a corner of the demo scene, built by the command itself."""
    folder = tmp_path_factory.mktemp("index")
    path = folder / "demo.scrl"
    done = subprocess.run(
        [sys.executable, "-m", "engine", "index", "build", path, SCENE, "--ground-size", "400",
         "600", "--json"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["tiles"] == report["tiles_in_index"] == 64 + 25
    assert report["failed"] == []
    return path


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["--ground-size", "100", "200"], ["--ground-size", "100", "--ground-size", "200"]),
        (
            ["a", "--bands", "3", "2", "1", "b"],
            ["a", "--bands", "3", "--bands", "2", "--bands", "1", "b"],
        ),
        (["--weight", "1", "-0.5", "-k", "3"], ["--weight", "1", "--weight", "-0.5", "-k", "3"]),
        (["--ground-size", "--json"], ["--ground-size", "--json"]),
        (["x", "--ground-size"], ["x", "--ground-size"]),
        (["--bands", "--ground-size", "1"], ["--bands", "--ground-size", "1"]),
        (["--ground-size", "1", "--ground-size"], ["--ground-size", "1", "--ground-size"]),
        (
            ["--ground-size", "100", "--ground-size", "200"],
            ["--ground-size", "100", "--ground-size", "200"],
        ),
    ],
)
def test_number_lists(typed, meant):
    assert spread_number_lists(typed) == meant


@pytest.mark.parametrize(
    "command",
    [[], ["index"], ["index", "build"], ["index", "add"], ["index", "info"], ["index", "verify"],
     ["index", "compact"], ["index", "relocate"], ["index", "remove-source"], ["search"], ["evaluate"], ["train"],
     ["watch"], ["watch", "add"], ["watch", "list"], ["watch", "remove"], ["watch", "run"], ["doctor"]],
    ids=" ".join,
)  # fmt: skip
def test_help(run, command):
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert "Usage: python -m engine" in out
    undocumented = [
        line
        for line in out.splitlines()
        if line.strip().startswith("--") and len(line.split()) == 1
    ]
    for line in undocumented:  # the text of a long option follows on the next line
        assert out.split(line)[1].strip(), line


def test_search_prints_geojson(run, index, tmp_path):
    out_file = tmp_path / "hits.geojson"
    code, out, _ = run(
        "search",
        index,
        "--voice",
        QUESTIONS / "01-airport.ogg",
        "-k",
        "4",
        "--out",
        out_file,
        "--json",
    )
    assert code == 0
    answer = json.loads(out)
    assert answer["type"] == "FeatureCollection"
    assert answer["searched"] == 89
    assert answer["method"] in ("annoy", "exact")
    hits = [feature["properties"] for feature in answer["features"]]
    assert [hit["rank"] for hit in hits] == [1, 2, 3, 4]
    assert all(a["score"] >= b["score"] for a, b in itertools.pairwise(hits))
    assert all(9.2 < hit["lon"] < 9.4 and 48.2 < hit["lat"] < 48.4 for hit in hits)
    assert json.loads(out_file.read_text())["features"] == answer["features"]


def test_search_writes_a_map_of_scores_beside_the_hits(run, index, tmp_path, monkeypatch):
    tif, points = tmp_path / "map.tif", tmp_path / "map.fgb"
    ask = ("search", index, "--text", "storage tanks", "-k", "2")
    code, out, _ = run(*ask, "--heatmap", tif, "--heatmap", points, "--json")
    assert code == 0
    answer = json.loads(out)
    assert answer["heatmap"]["tiles"] == answer["searched"] == 89
    best = answer["features"][0]["properties"]["score"]
    assert answer["heatmap"]["best_score"] == pytest.approx(best, abs=1e-4)
    with rasterio.open(tif) as raster:
        assert raster.read(1).max() == pytest.approx(best, abs=1e-4)
        assert answer["heatmap"]["cells"] == [raster.width, raster.height]
    assert pyogrio.read_info(points)["features"] == 89
    code, out, _ = run(*ask, "--heatmap", tif, "--ground-size", "600")
    assert code == 0
    assert "Scores of 25 tiles" in out
    assert f"saved to {tif}" in out
    # What cannot be mapped does not cost the hits.
    monkeypatch.setattr(score_grid, "MAX_CELLS", 3)
    code, out, err = run(*ask, "--heatmap", tif)
    assert code == ExitCode.QUERY
    assert "2 hits in 89 tiles" in out
    assert "lie too far apart" in err
    for wrong in (("map.png",), ("a.tif", "b.tif"), ("a.gpkg", "b.fgb"), ("none/a.tif",)):
        options = [word for name in wrong for word in ("--heatmap", tmp_path / name)]
        assert run(*ask, *options)[0] in (ExitCode.USAGE, ExitCode.MACHINE)
    assert {path.name for path in tmp_path.iterdir()} == {"map.tif", "map.fgb"}


def test_search_prints_a_table_and_writes_every_format(run, index, tmp_path):
    files = [tmp_path / f"hits.{ending}" for ending in ("gpkg", "geojson", "csv")]
    options = [word for file in files for word in ("--out", file)]
    code, out, _ = run("search", index, "--voice", QUESTIONS / "03-beach.ogg", "-k", "3", *options)
    assert code == 0
    assert "rank" in out
    assert "scene.tif" in out
    assert all(file.stat().st_size > 300 for file in files)


def test_blend_and_likeness(run, index):
    _, out, _ = run("search", index, "--voice", QUESTIONS / "01-airport.ogg", "-k", "1", "--json")
    tile = json.loads(out)["features"][0]["properties"]["tile_id"]
    code, out, _ = run("search", index, "--like", tile, "-k", "2", "--json")
    first = json.loads(out)["features"][0]["properties"]
    assert code == 0
    assert first["tile_id"] == tile
    assert first["similarity"] == pytest.approx(1, abs=1e-3)
    code, out, _ = run(
        "search", index, "--voice", QUESTIONS / "03-beach.ogg", "--like", tile, "--weight", "0.001",
        "1", "-k", "1", "--json",
    )  # fmt: skip
    assert json.loads(out)["features"][0]["properties"]["tile_id"] == tile
    code, out, _ = run("search", index, "--like", tile, "--weight", "1", "2", "--json")
    assert code == ExitCode.USAGE
    assert "1 part, but 2 weights were given" in json.loads(out)["error"]["message"]


def test_filters(run, index):
    west = "9.2697,48.2938,9.28,48.3"
    code, out, _ = run(
        "search", index, "--voice", QUESTIONS / "07-forest.ogg", "--area", west, "--json"
    )
    assert code == 0
    assert 0 < json.loads(out)["searched"] < 30
    code, out, _ = run(
        "search", index, "--voice", QUESTIONS / "07-forest.ogg", "--ground-size", "600", "--since",
        "2024", "--until", "2024-06", "--json",
    )  # fmt: skip
    assert json.loads(out)["searched"] == 25
    forest = QUESTIONS / "07-forest.ogg"
    code, out, _ = run("search", index, "--voice", forest, "--since", "2030", "--json")
    assert code == ExitCode.QUERY
    assert json.loads(out)["error"]["code"] == "nothing-matches-filter"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda p: soundfile.write(p, np.zeros(32_000), 16_000), "silent-recording"),
        (lambda p: soundfile.write(p, np.random.default_rng(0).normal(0, 0.05, 32_000), 16_000), "no-speech"),
        (lambda p: soundfile.write(p, np.random.default_rng(0).normal(0, 0.1, 31 * 16_000), 16_000), "recording-too-long"),
        (lambda p: p.write_text("no sound"), "not-audio"),
        (lambda p: None, "not-audio"),
    ],
    ids=["silence", "noise", "long", "text", "missing"],
)  # fmt: skip
def test_bad_questions(run, index, tmp_path, make, code):
    recording = tmp_path / "question.wav"
    make(recording)
    left, out, err = run("search", index, "--voice", recording, "--json")
    assert left == ExitCode.QUERY
    assert json.loads(out)["error"]["code"] == code
    assert "What to do:" in err
    assert "Traceback" not in err


def test_nothing_could_be_indexed(run, tmp_path):
    size = ("--ground-size", "10000")
    code, out, _ = run("index", "build", tmp_path / "x.scrl", SCENE, *size, "--json")
    assert code == ExitCode.IMAGERY
    assert json.loads(out)["error"]["code"] == "source-too-small"


def test_bad_options(run, index, tmp_path):
    assert run("search", index)[0] == ExitCode.QUERY
    assert run("search", index, "--like", "1", "--out", tmp_path / "hits.xyz")[0] == ExitCode.USAGE
    assert run("search", index, "--like", "1", "-k", "0")[0] == ExitCode.USAGE
    assert run("search", index, "--like", "999999")[0] == ExitCode.QUERY
    assert run("search", tmp_path / "none.scrl", "--like", "1")[0] == ExitCode.INDEX
    assert run("search", index, "--like", "1", "--model", tmp_path)[0] == ExitCode.MACHINE
    assert run("index", "build", tmp_path / "x.scrl", tmp_path / "none.tif")[0] == ExitCode.IMAGERY
    assert run("evaluate", "--data", tmp_path)[0] == ExitCode.MACHINE
    assert run("nonsense")[0] == ExitCode.USAGE


@pytest.mark.parametrize(
    "given", [["storage tanks"], ["storage", "tanks"], ["--voice", "storage tanks"]]
)
def test_a_question_that_is_no_file_is_to_be_given_as_text(run, index, given):
    code, _, message = run("search", index, *given)
    assert code == ExitCode.USAGE
    assert '--text "storage tanks"' in message
    assert run("search", index, "--text", "storage tanks")[0] == 0


def test_a_file_without_an_option_may_be_a_recording_or_a_picture(run, index):
    code, _, message = run("search", index, SCENE)
    assert code == ExitCode.USAGE
    assert f'--voice "{SCENE}"' in message
    assert f'--image "{SCENE}"' in message


def test_hits_that_cannot_be_written_are_shown(run, index, tmp_path):
    (tmp_path / "taken.csv").mkdir()
    left, out, err = run("search", index, "--like", "1", "-k", "3", "--out", tmp_path / "taken.csv")
    assert left == ExitCode.MACHINE
    assert "scene.tif" in out
    assert "directory" in err


def test_nobody_speaks_for_nothing(run, index, tmp_path, monkeypatch):
    """What cannot be kept or written is told before the microphone opens."""
    opened = "engine.audio.microphone.record"
    monkeypatch.setattr(opened, lambda *_args, **_options: pytest.fail("it was opened"))
    for option in ("--save", "--out"):
        left, _, err = run("search", index, "--record", option, tmp_path / "none" / "x.csv")
        assert left == ExitCode.MACHINE
        assert "there is no such folder" in err
    for wrong in (["--since", "soon"], ["--area", "nowhere"], ["--weight", "1", "2"]):
        assert run("search", index, "--record", *wrong)[0] != 0
    assert run("search", tmp_path / "none.scrl", "--record")[0] == ExitCode.INDEX
    left, _, err = run("search", index, "--like", "1", "--save", tmp_path / "x.wav")
    assert left == ExitCode.USAGE
    assert "--record" in err


@pytest.mark.parametrize(
    ("options", "adaptive"),
    [((), True), (("--end-of-speech", "adaptive"), True), (("--end-of-speech", "pause"), False)],
)
def test_when_a_recording_ends_can_be_chosen(run, index, monkeypatch, options, adaptive):
    told = []

    def listen(*_args, **given):
        told.append(given["adaptive"])
        raise NoMicrophone(reason="it is not there")

    monkeypatch.setattr("engine.audio.microphone.record", listen)
    assert run("search", index, "--record", *options)[0] == ExitCode.MACHINE
    assert told == [adaptive]
    assert run("search", index, "--record", "--end-of-speech", "later")[0] == ExitCode.USAGE


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize("ending", ["| true", ">/dev/full", ">&-", ">&- 2>&-"])
def test_whoever_does_not_listen_gets_no_traceback(tmp_path, index, ending, options):
    if sys.platform == "win32":
        pytest.skip("needs a POSIX shell")
    for path in (index, tmp_path / "none.scrl"):
        command = [sys.executable, "-m", "engine", "index", "info", str(path), *options]
        done = subprocess.run(
            ["sh", "-c", f"{shlex.join(command)} {ending}"],
            cwd=ROOT,
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        assert "AttributeError" not in done.stderr
        assert "Exception ignored" not in done.stderr
        if path != index and "2>" not in ending:
            assert "is not a voice index" in done.stderr


def test_a_crs_given_wins_over_that_of_the_file(run, tmp_path):
    path = write_raster(tmp_path / "a.tif", crs="EPSG:32633")
    prj, index = tmp_path / "right.prj", tmp_path / "a.scrl"
    prj.write_text(rasterio.CRS.from_epsg(32632).to_wkt(version="WKT1_ESRI"))
    code, _, err = run("index", "build", index, path, "--ground-size", "150", "--crs", prj)
    assert code == 0
    assert "EPSG:32632, as asked, and not in its own CRS, EPSG:32633" in " ".join(err.split())
    info = json.loads(run("index", "info", index, "--json")[1])
    assert [source["crs"] for source in info["sources"]] == ["EPSG:32632"]
    code, _, err = run("index", "add", index, path, "--crs", tmp_path / "missing.prj")
    assert code == ExitCode.USAGE
    assert "missing.prj" in err


def test_life_of_an_index(run, tmp_path):
    one, two = write_raster(tmp_path / "one.tif"), write_raster(tmp_path / "two.tif", east=510_000)
    lost = write_raster(tmp_path / "lost.tif", crs=None)
    index = tmp_path / "life.scrl"
    code, out, _err = run("index", "build", index, one, lost, "--ground-size", "150", "--json")
    report = json.loads(out)
    assert code == ExitCode.PARTIAL
    assert report["tiles"] == 4
    assert report["failed"][0]["code"] == "no-crs"
    assert "--crs" in report["failed"][0]["next_step"]
    code, out, _ = run("index", "add", index, two, "--date", "2020-05-01", "--json")
    assert (code, json.loads(out)["tiles"], json.loads(out)["tiles_in_index"]) == (0, 4, 8)
    code, out, _ = run("index", "add", index, lost, "--crs", "EPSG:32633")
    assert code == 0
    assert "it holds 12 tiles" in out
    info = json.loads(run("index", "info", index, "--json")[1])
    assert info["tiles"] == 12
    assert [s["date"] for s in info["sources"] if s["name"] == "two.tif"] == ["2020-05-01"]
    assert "12 tiles" in run("index", "info", index)[1]
    assert run("index", "remove-source", index, "one.tif")[0] == 0
    assert run("index", "remove-source", index, "one.tif")[0] == ExitCode.INDEX
    code, out, _ = run("index", "compact", index)
    assert code == 0
    code, out, _ = run("index", "verify", index)
    assert code == 0
    assert "8 tiles" in out
    vectors = next(index.glob("parts/*/vectors.npy"))
    content = bytearray(vectors.read_bytes())
    content[-10] ^= 0xFF
    vectors.write_bytes(content)
    code, out, _ = run("index", "verify", index)
    assert code == ExitCode.INDEX
    assert "vectors.npy" in out
    assert run("index", "verify", index, "--repair")[0] == 0


def test_an_empty_list_of_changes_says_what_to_ask_next(run, tmp_path):
    index = tmp_path / "same.scrl"
    for year in (2012, 2021):
        path = write_raster(tmp_path / f"scene_{year}-07-01.tif")
        command = "build" if year == 2012 else "add"
        sizes = ["--ground-size", "150"] if year == 2012 else []
        assert run("index", command, index, path, *sizes)[0] == 0
    ask = ("index", "changes", index, "--before", "2012", "--after", "2021", "--text", "a lake")
    code, out, _ = run(*ask, "--rose", "0.3")
    assert code == 0
    assert "0 changes in 4 places" in out
    assert "risen by 0.3 or more" in " ".join(out.split())
    assert "--fell" in out
    code, out, _ = run(*ask, "--fell", "0.2")
    assert "fallen by 0.2 or more" in " ".join(out.split())
    assert "--rose" in out


def test_latitude_and_longitude_in_the_wrong_order_are_named(run, index):
    for wrong in ("-99.15,47.02", "48.3,800"):
        code, _, err = run("index", "through-time", index, "--at", wrong)
        assert code == ExitCode.USAGE
        assert "The latitude comes first" in " ".join(err.split())
    code, _, err = run("index", "through-time", index, "--at", "9.28,48.3")
    assert code == ExitCode.QUERY
    assert "--at takes latitude,longitude" in " ".join(err.split())


def test_a_wrong_path_is_named_as_the_first_thing_to_check(run, tmp_path, index):
    missing = tmp_path / "none.wav"
    for option in ("--voice", "--image"):
        code, _, err = run("search", index, option, missing)
        assert code == ExitCode.QUERY
        assert "Give the path of" in " ".join(err.split())
    code, _, err = run("search", tmp_path / "moved.scrl", "--text", "a lake")
    assert code == ExitCode.INDEX
    assert "wherever it lies now" in " ".join(err.split())


def test_an_index_without_saved_searches_says_where_they_are_kept(run, tmp_path):
    index = tmp_path / "one.scrl"
    run("index", "build", index, write_raster(tmp_path / "one.tif"), "--ground-size", "150")
    code, out, _ = run("watch", "list", index)
    assert code == 0
    assert "0 saved searches" in out
    assert "one searches.json" in " ".join(out.split())
    assert run("watch", "add", index, "lakes", "--text", "a lake")[0] == 0
    out = run("watch", "list", index)[1]
    assert "1 saved search" in out
    assert "one searches.json" in " ".join(out.split())


def test_names_are_shown_as_they_are(run, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")  # A table cuts long names into lines.
    folder = tmp_path / "[red]"
    folder.mkdir()
    raster = write_raster(folder / "scene[old] :sun:.tif")
    code, out, err = run("index", "build", folder / "x.scrl", raster, "--ground-size", "100")
    assert code == 0
    assert str(folder / "x.scrl") in out
    _, out, _ = run("index", "info", folder / "x.scrl")
    assert "scene[old] :sun:.tif" in out.replace("\n", "")
    _, _, err = run("search", folder / "x.scrl", "--like", "0", "--source", "[/nothing]")
    assert "Error: [/nothing] " in err


def test_default_ground_size_needs_no_option(run, tmp_path):
    raster = write_raster(tmp_path / "one.tif")
    # Nor does its folder have to be there.
    code, out, _ = run("index", "build", tmp_path / "new" / "i.scrl", raster, "--json")
    assert code == 0
    assert json.loads(out)["tiles"] >= 1


def test_only_failing_sources_leave_with_their_code(run, tmp_path):
    lost = write_raster(tmp_path / "lost.tif", crs=None)
    code, _, err = run("index", "build", tmp_path / "i.scrl", lost)
    assert code == ExitCode.IMAGERY
    assert "--crs" in err


def test_doctor(run):
    code, out, _ = run("doctor", "--json")
    checks = {check["topic"]: check for check in json.loads(out)}
    assert code == 0
    assert checks["Model"]["ok"]
    assert checks["Test question"]["ok"]
    assert checks["torchaudio works"]["ok"]
    assert "Microphones" in checks


def test_a_bug_is_told_without_a_traceback_and_keeps_it_in_a_file(
    run, index, tmp_path, monkeypatch
):
    def broken(*_arguments):
        raise ZeroDivisionError("injected")

    monkeypatch.setattr("engine.index.maintenance.index_info", broken)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    code, _, err = run("index", "info", index)
    assert code == ExitCode.BUG
    assert "Traceback" not in err
    log = next((tmp_path / "qgis_scrl").glob("failure-*.txt"))
    assert "ZeroDivisionError: injected" in log.read_text()


@pytest.mark.parametrize("home", ["", "a file", "unknown"])
def test_a_bug_is_kept_in_a_file_also_without_a_home(tmp_path, monkeypatch, home):
    (tmp_path / "a file").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    if home == "unknown":  # the user of a container that nobody has named
        pwd = pytest.importorskip("pwd", reason="other systems know their users")
        monkeypatch.delenv("XDG_STATE_HOME", raising=False)
        monkeypatch.delenv("HOME", raising=False)
        monkeypatch.setattr(pwd, "getpwuid", lambda number: {}[number])
    else:
        monkeypatch.setenv("XDG_STATE_HOME", home and str(tmp_path / home))
        monkeypatch.setenv("HOME", str(tmp_path / "a file"))
    log = bug_report(ValueError("injected")).values["log"]
    assert log.is_relative_to(tmp_path / "temporary")
    assert {item.name for item in tmp_path.iterdir()} == {"a file", "temporary"}
    assert "ValueError: injected" in log.read_text()


def test_ctrl_c_while_modules_are_loaded_leaves_no_traceback():
    script = """
import runpy, sys

class Interrupted:
    def find_spec(self, name, *_others):
        if name == "engine.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupted())
runpy.run_module("engine", run_name="__main__")
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == ExitCode.CANCELLED
    assert done.stderr == ""


def test_version(run):
    from engine import __version__

    assert run("--version")[1].strip() == f"qgis_scrl {__version__}"


@pytest.fixture
def speaking(index, tmp_path, virtual_microphone: VirtualMicrophone):
    """Begin `search --record` in a process of its own; returns it when it listens."""
    command = [sys.executable, "-m", "engine", "search", index, "--record", "--json", "-k", "3"]
    process = subprocess.Popen(
        [*command, "--save", tmp_path / "said.wav"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    assert "Ctrl-C" in process.stderr.readline()
    yield process
    process.kill()
    process.communicate()


@pytest.mark.microphone
def test_a_question_is_spoken_and_kept(speaking, index, tmp_path, run, virtual_microphone):
    virtual_microphone.play_file(QUESTIONS / "11-storagetanks.ogg")
    out, err = speaking.communicate(timeout=300)
    assert speaking.returncode == 0, err
    spoken = json.loads(out)
    assert len(spoken["features"]) == 3
    assert spoken["understood"]
    _, out, _ = run("search", index, "--voice", tmp_path / "said.wav", "-k", "3", "--json")
    first = [answer["features"][0]["properties"]["tile_id"] for answer in (spoken, json.loads(out))]
    assert first[0] == first[1]


@pytest.mark.microphone
def test_ctrl_c_ends_a_recording(speaking, tmp_path):
    speaking.send_signal(signal.SIGINT)
    out, err = speaking.communicate(timeout=300)
    assert speaking.returncode == ExitCode.CANCELLED
    assert out == ""
    assert "Traceback" not in err
    assert not (tmp_path / "said.wav").exists()


@pytest.mark.parametrize(("total", "said"), [(1, "1 raster\n"), (2, "2 rasters\n")])
def test_progress_counts_in_words_that_go_with_the_number(capsys, total, said):
    with TerminalProgress() as progress:
        progress.start(Stage.READING_SOURCES, total, Unit.SOURCE)
    assert capsys.readouterr().err.endswith(said)


def test_ctrl_c_waits_for_the_next_level():
    with TerminalProgress(patient=False) as progress:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        progress.level(LevelReport(-40.0, (0.1,), "waiting", 8.0))
        signal.raise_signal(
            signal.SIGINT
        )  # inside a lock of the display or of the sound it must not raise
        with pytest.raises(Cancelled):
            progress.check_cancelled()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_tiles_of_few_pixels_are_told_with_a_size_that_works(run, tmp_path):
    raster = write_coarse(tmp_path / "coarse.tif")
    _, _, err = run("index", "build", tmp_path / "x.scrl", raster, "--ground-size", "64", "200")
    said = " ".join(err.split())
    for size, pixels in ((64, 6), (200, 20)):
        assert f"Tiles of {size} m are only {pixels} pixels wide in coarse.tif" in said
    assert said.count("Choose a --ground-size of at least 490 m.") == 2
    _, _, err = run("index", "build", tmp_path / "y.scrl", raster, "--ground-size", "490")
    assert "only" not in err
    left, _, err = run("index", "build", tmp_path / "z.scrl", raster, "--ground-size", "64")
    assert left == ExitCode.IMAGERY
    assert "What to do: Choose a --ground-size of at least 490 m." in " ".join(err.split())


# --- what is decided about rasters, and said --------------------------------------------------------


def write_coarse(path: Path) -> Path:
    """A raster of 10 m pixels, 2 km wide."""
    pixels = np.random.default_rng(1).integers(20, 230, (3, 200, 200), dtype=np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=200, height=200, count=3, dtype="uint8", crs="EPSG:32632",
        transform=from_origin(500_000, 5_400_000, 10, 10),
    ) as raster:  # fmt: skip
        raster.write(pixels)
    return path


def write_collared(path: Path) -> Path:
    """A raster whose left third is -9999 and declared by nobody, from a day that its name tells."""
    pixels = np.random.default_rng(1).integers(0, 3000, (300, 300), dtype=np.int16)
    pixels[:, :100] = -9999
    with rasterio.open(
        path, "w", driver="GTiff", width=300, height=300, count=1, dtype="int16", crs="EPSG:32632",
        transform=from_origin(500_000, 5_400_000, 1, 1),
    ) as raster:  # fmt: skip
        raster.write(pixels, 1)
    return path


def test_decisions_are_told_with_how_to_change_them(run, tmp_path):
    raster = write_collared(tmp_path / "scene_20190504.tif")
    path = tmp_path / "x.scrl"
    build = ("index", "build", path, raster, "--ground-size", "50")
    code, out, _ = run(*build)
    assert code == 0
    told = " ".join(out.split())
    assert "scene_20190504.tif: Acquired 2019-05-04, from the file name" in told
    assert "Pixels of value -9999" in told
    assert "--nodata none" in told
    assert "Acquired" not in run(*build)[1]  # nothing was indexed by this run
    told = " ".join(run("index", "info", path)[1].split())
    assert "give another date with --date" in told
    assert "--nodata none" in told
    (source,) = json.loads(run("index", "info", path, "--json")[1])["sources"]
    assert {"code": "date-from-name", "values": {"date": "2019-05-04"}} in source["decisions"]
    added = run("index", "add", path, raster, "--date", "2020-01-02", "--json")[1]
    ((decided),) = json.loads(added)["decisions"]
    assert decided["source"] == str(raster)
    assert {"code": "date-from-option", "values": {"date": "2020-01-02"}} in decided["decisions"]


def test_what_is_the_same_for_many_rasters_is_told_once(run, tmp_path):
    for number in range(3):
        write_raster(tmp_path / f"part{number}_20190504.tif", east=500_000 + 300 * number)
    _, out, _ = run("index", "build", tmp_path / "x.scrl", tmp_path, "--ground-size", "100")
    assert out.count("2019-05-04") == 1
    assert "3 rasters (part0_20190504.tif, ...): Acquired 2019-05-04" in " ".join(out.split())


def test_nodata(run, tmp_path):
    raster = write_collared(tmp_path / "scene.tif")

    def tiles(name: str, *options: str) -> int:
        code, out, _ = run(
            "index", "build", tmp_path / name, raster, "--ground-size", "50", "--json", *options
        )
        assert code == 0
        return int(json.loads(out)["tiles"])

    assert tiles("guessed.scrl") == 24
    assert tiles("told.scrl", "--nodata", "-9999") == 24
    assert tiles("none.scrl", "--nodata", "none", "--keep-flat") == 36
    # They are shown then, but all in one colour.
    assert tiles("flat.scrl", "--nodata", "none") == 24
    for wrong in ("black", "inf"):
        code, _, err = run("index", "build", tmp_path / "y.scrl", raster, "--nodata", wrong)
        assert code == 2
        assert f"{wrong} is not a nodata value" in err


def test_an_area_is_a_layer_of_a_file(run, index, tmp_path):
    west, south, east, north = json.loads(run("index", "info", index, "--json")[1])["bounds"]
    path = tmp_path / "areas.gpkg"
    middle = (west + east) / 2
    for name, box in (
        ("everything", shapely.box(west, south, east, north)),
        ("left half", shapely.box(west, south, middle, north)),
    ):
        pyogrio.raw.write(
            path, shapely.to_wkb(np.array([box], dtype=object)), [np.arange(1)], ["number"],
            geometry_type="Polygon", crs="EPSG:4326", layer=name, append=path.exists(),
        )  # fmt: skip
    ask = ("search", index, "--voice", QUESTIONS / "01-airport.ogg", "--json", "--area")
    code, out, _ = run(*ask, path)
    assert code == 3
    error = json.loads(out)["error"]
    assert error["code"] == "area-of-several-layers"
    assert "everything, left half" in error["message"]
    half = json.loads(run(*ask, f"{path}|layername=left half")[1])["searched"]
    whole = json.loads(run(*ask, f"{path}|layername=everything")[1])["searched"]
    assert half < whole == 64 + 25
