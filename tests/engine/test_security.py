"""What SECURITY.md promises of the engine: no connection, private recordings, harmless tables."""

from __future__ import annotations

import ast
import csv
import itertools
import os
import shutil
import socket
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.audio.recording import Recording, write_recording
from engine.console import bug_report
from engine.errors import AreaUnreadable, ImageryError, PositionsUnreadable
from engine.imagery.source import describe_source
from engine.index.filters import Area
from engine.index.hit_files import write_hits
from engine.index.note_positions import find_positions
from tests.engine.test_cli import write_raster
from tests.support.paths import QUESTIONS, ROOT


def _tool(*command: str) -> str:
    """Return the path of a program that runs here with these arguments, or skip the test."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{command[0]} is not allowed here: {done.stderr.strip()}")
    return program


def _engine(prefix: list[str], *arguments: str | Path) -> str:
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "engine", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_build_and_a_spoken_search_need_no_network_and_open_no_internet_socket(tmp_path):
    alone = [_tool("unshare", "--map-root-user", "--net", "true"), "--map-root-user", "--net"]
    trace = _tool("strace", "-o", "/dev/null", "true")
    write_raster(tmp_path / "scene.tif")
    index = tmp_path / "x.scrl"
    for number, arguments in enumerate(
        [
            ("index", "build", index, tmp_path / "scene.tif", "--ground-size", "100"),
            ("search", index, "--voice", next(QUESTIONS.glob("*.ogg")), "--json"),
        ]
    ):
        log = tmp_path / f"{number}.strace"
        traced = [*alone, trace, "-f", "-qq", "-e", "trace=socket", "-o", str(log)]
        _engine(traced, *arguments)
        opened = log.read_text(encoding="utf-8")
        assert "AF_INET" not in opened, opened


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_a_recording_can_be_read_by_its_user_only(tmp_path):
    file = tmp_path / "said.wav"
    file.write_bytes(b"")
    file.chmod(0o644)
    previous = os.umask(0)
    try:
        for path in (file, tmp_path / "new.wav"):
            write_recording(path, Recording(np.zeros(16_000, np.float32), "a test"))
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(previous)


def test_a_spreadsheet_takes_nothing_in_a_table_of_hits_for_a_formula(tmp_path):
    from tests.engine.index.test_hit_files import make_hits

    hits = [replace(make_hits()[0], source=f"{start}cmd|' /C calc'!A0") for start in "=+-@\t\r"]
    write_hits(tmp_path / "hits.csv", hits)
    with (tmp_path / "hits.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [row["source"] for row in rows] == [f"'{hit.source}" for hit in hits]
    # Numbers stay numbers: west of Greenwich is no formula.
    assert all(float(row["lon"]) == 8.005 for row in rows)


#: What runs code that it reads, unpacks names that climb, or expands entities of XML: modules and functions.
FORBIDDEN = {
    "pickle", "cPickle", "dill", "cloudpickle", "marshal", "shelve", "joblib", "yaml",
    "zipfile", "tarfile", "xml", "lxml",
}  # fmt: skip
FORBIDDEN_CALLS = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "torch.load",
    "torch.hub.load",
    "os.system",
}


def _dotted(node: ast.expr) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join(reversed([*parts, node.id])) if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("room", ["engine", "qgis_scrl"])
def test_nothing_that_is_shipped_unpickles_or_runs_what_it_reads(room):
    files = [path for path in (ROOT / room).rglob("*.py") if "training" not in path.parts]
    assert len(files) > 50
    found = []
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if not isinstance(node, ast.Import | ast.ImportFrom | ast.Call):
                continue
            if isinstance(node, ast.Import):
                names = [alias.name.partition(".")[0] for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [(node.module or "").partition(".")[0]] if not node.level else []
            else:
                called = _dotted(node.func)
                if called in FORBIDDEN_CALLS:
                    found.append((path.name, node.lineno, called))
                if called.endswith(("np.load", "numpy.load")):
                    keywords = {word.arg: word.value for word in node.keywords}
                    if ast.unparse(keywords.get("allow_pickle", ast.Constant(None))) != "False":
                        found.append((path.name, node.lineno, called))
            found += [(path.name, node.lineno, name) for name in names if name in FORBIDDEN]
    assert found == []


_LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in itertools.pairwise("abcdefghij")
)
_DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{_LAUGHS}]>'


def _most_memory() -> int:
    """Return how many bytes this process has had at most; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    told = status.read_text(encoding="ascii") if status.is_file() else "VmHWM: 0 kB"
    return 1024 * int(told.partition("VmHWM:")[2].split()[0])


_READ = {
    ".gpx": lambda file: find_positions(file.parent, file),
    ".vrt": lambda file: describe_source(str(file)),
    ".tif": lambda file: describe_source(str(file)),
}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("area.kml", '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>&j;</name><Polygon>'
         "<outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs>"
         "</Polygon></Placemark></Document></kml>"),
        ("area.gml", '<c xmlns="http://www.opengis.net/gml"><featureMember><f><n>&j;</n></f></featureMember></c>'),
        ("area.ovf", "<OGRVRTDataSource><OGRVRTLayer><SrcDataSource>&j;</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"),
        ("track.gpx", '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>&j;</name><trkseg>'
         '<trkpt lat="1" lon="1"><time>2024-05-31T10:00:00Z</time></trkpt></trkseg></trk></gpx>'),
        ("scene.vrt", '<VRTDataset rasterXSize="8" rasterYSize="8"><SRS>&j;</SRS></VRTDataset>'),
        ("scene.tif", "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>&j;</ServerUrl></Service></GDAL_WMS>"),
    ],
)  # fmt: skip
def test_entities_that_grow_without_end_are_an_error_and_no_memory(name, content, tmp_path):
    file = tmp_path / name
    file.write_text(_DOCTYPE + content)
    before = _most_memory()
    with pytest.raises((AreaUnreadable, PositionsUnreadable, ImageryError)):
        _READ.get(file.suffix, Area.from_file)(file)
    assert _most_memory() - before < 300e6


def test_a_layer_of_an_area_or_a_track_makes_no_connection(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        for source in (f"/vsicurl/{address}/a.geojson", f"{address}/a.geojson"):
            text = (
                f'<OGRVRTDataSource><OGRVRTLayer name="track_points"><SrcDataSource>{source}</SrcDataSource>'
                "<SrcLayer>a</SrcLayer></OGRVRTLayer></OGRVRTDataSource>"
            )
            (tmp_path / "area.vrt").write_text(text)
            (tmp_path / "track.gpx").write_text(text)
            with pytest.raises(AreaUnreadable):
                Area.from_file(tmp_path / "area.vrt")
            with pytest.raises(PositionsUnreadable):
                find_positions(tmp_path, None)
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_the_report_of_a_bug_can_be_read_by_its_user_only(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    previous = os.umask(0)
    try:
        log = Path(bug_report(ValueError("x")).values["log"])
    finally:
        os.umask(previous)
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
