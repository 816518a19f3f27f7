"""The public Python interface: its examples, what it takes and gives, and the package that pip makes of it."""

from __future__ import annotations

import ast
import doctest
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pyogrio
import pytest
import shapely
import soundfile

import engine
from engine import api, errors
from engine.contract.methods import SearchResult
from tests.support.paths import ROOT, SCENE, TANKS


@pytest.fixture(scope="module")
def opened(index) -> api.Index:
    return engine.open_index(index)


def _examples() -> list[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    return [test for test in finder.find(api) if test.examples]


@pytest.mark.parametrize("example", _examples(), ids=lambda example: example.name)
def test_the_examples_are_true(example, opened, tmp_path):
    example.globs = {
        "scrl": engine,
        "shapely": shapely,
        "index": opened,
        "folder": str(opened.path),
        "new_folder": tmp_path / "new.scrl",
        "scene": SCENE,
        "recording": TANKS,
    }
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=said.append)
    assert not said, "".join(said)


def test_what_is_promised_is_there_and_typed():
    # The stub is what type checkers believe.
    stub = ast.parse((ROOT / "engine" / "__init__.pyi").read_text(encoding="utf-8"))
    typed = {a.asname for node in stub.body if isinstance(node, ast.ImportFrom) for a in node.names}
    assert typed == set(api.__all__) == set(engine.__all__) - {"__version__"}
    assert all(getattr(engine, name) is getattr(api, name) for name in api.__all__)
    with pytest.raises(AttributeError, match="speak"):
        _ = engine.speak  # type: ignore[attr-defined]


def test_the_code_of_the_notebook_runs(monkeypatch):
    cells = nbformat.read(ROOT / "docs" / "notebook.ipynb", as_version=4).cells
    monkeypatch.setitem(sys.modules, "scrl", engine)
    monkeypatch.chdir(ROOT / "docs")
    names: dict[str, Any] = {}
    for cell in cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, "notebook", "exec"), names)  # noqa: S102 (what it is for)
    assert len(names["hits"]) == 5
    assert "harbour" in names["spoken"].understood[0]


def test_the_package_is_light_until_it_is_used():
    heavy = "{'torch', 'numpy', 'shapely', 'rasterio', 'typer'} & set(sys.modules)"
    program = f"import sys, engine, engine.contract.methods; sys.exit(str({heavy} or ''))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == ""


def test_every_way_to_ask(opened):
    sound, rate = soundfile.read(TANKS)
    recorded = opened.ask(file=TANKS, count=5)
    ids = [hit.tile_id for hit in recorded]
    assert [hit.tile_id for hit in opened.ask(audio=sound, rate=rate, count=5)] == ids
    whole = (sound * 32767).astype(np.int16)
    stereo = np.stack([whole, whole], axis=1)
    # Rounded to 16 bits, so that hits of nearly the same score may change places.
    scores = {hit.tile_id: hit.score for hit in opened.ask(audio=stereo, rate=rate, count=5)}
    assert scores == pytest.approx({hit.tile_id: hit.score for hit in recorded}, abs=0.01)
    best = recorded[0]
    assert opened.ask(like=best, count=1)[0] == opened.ask(like=best.tile_id, count=1)[0]
    assert opened.ask(like=best, count=1)[0].tile_id == best.tile_id
    centre = shapely.Point(best.lon, best.lat)
    for place in (centre, shapely.geometry.mapping(centre), {"type": "Feature", "geometry": shapely.geometry.mapping(centre)}):  # fmt: skip
        assert opened.ask(place=place, count=1)[0].tile_id == best.tile_id
    assert opened.ask(file=SCENE, count=1)[0].source == "scene.tif"
    assert "storage tanks" in opened.ask("storage tanks", file=TANKS).understood


def test_conditions(opened):
    every = opened.ask("a forest", count=100, merge=False, exact=True)
    assert len(every) == every.searched == opened.info.tiles
    assert all(hit.score >= 0.5 for hit in opened.ask("a forest", threshold=0.5))
    some = opened.ask("a forest", count=100, per_source=3)
    assert [hit.tile_id for hit in some] == [hit.tile_id for hit in opened.ask("a forest", count=3)]
    west = shapely.box(*opened.info.bounds[:2], every[0].lon, opened.info.bounds[3])
    for area in (west, shapely.geometry.mapping(west), ",".join(map(str, west.bounds))):
        found = opened.ask("a forest", area=area, count=100)
        assert 0 < found.searched < every.searched
        assert all(hit.geometry.intersects(west) for hit in found)
    with pytest.raises(errors.UserError):
        opened.ask("a forest", sources=["other.tif"])
    with pytest.raises(errors.UserError):
        opened.ask("a forest", ground_sizes=[99])


def test_mistakes_say_what_to_do(opened, tmp_path):
    with pytest.raises(errors.IndexMissing, match="or build one"):
        engine.open_index(tmp_path / "none.scrl")
    with pytest.raises(errors.NoQuery):
        opened.ask()
    with pytest.raises(errors.UsageError, match="rate=16000"):
        opened.ask(audio=np.zeros(16_000))
    for samples in (np.zeros((2, 2, 2)), np.full(100, np.nan), np.array(["a"])):
        with pytest.raises(errors.UsageError, match="no sound"):
            opened.ask(audio=samples, rate=16_000)
    with pytest.raises(errors.SilentRecording):
        opened.ask(audio=np.zeros(16_000), rate=16_000)
    with pytest.raises(errors.NotAudio):
        opened.ask(file=tmp_path / "none.wav")
    with pytest.raises(errors.UsageError, match=r"\.gpkg"):
        opened.ask("a forest").to_file(tmp_path / "hits.shp")
    with pytest.raises(errors.FolderNotWritable):
        opened.ask("a forest").to_geojson(tmp_path / "none" / "hits.geojson")


def test_hits_go_elsewhere(opened, tmp_path):
    hits = opened.ask("a forest", count=4)
    hits.to_file(tmp_path / "hits.gpkg")
    _, _, shapes, _ = pyogrio.raw.read(tmp_path / "hits.gpkg")
    assert len(shapes) == len(hits) == 4
    text = hits.to_geojson(tmp_path / "hits.geojson")
    assert (tmp_path / "hits.geojson").read_text(encoding="utf-8") == text
    # What the files hold is what other libraries are shown.
    written, shown = json.loads(text)["features"], json.loads(json.dumps(hits.__geo_interface__))
    for one, other in zip(written, shown["features"], strict=True):
        assert set(one["properties"]) == set(other["properties"])
        areas = [shapely.geometry.shape(each["geometry"]) for each in (one, other)]
        assert areas[0].symmetric_difference(areas[1]).area < 1e-9
    assert hits[:2] == tuple(hits)[:2]
    assert "<td>scene.tif</td>" in hits._repr_html_()
    assert repr(api.Hits(SearchResult((), 0, "exact"))) == "<0 hits in 0 tiles>"


def test_a_build_tells_how_far_it_is_and_what_it_left_out(tmp_path):
    (tmp_path / "broken.tif").write_bytes(b"no raster")
    told: list[tuple[str, int, int]] = []
    inputs = [SCENE, tmp_path / "broken.tif"]
    with pytest.warns(UserWarning, match=r"broken\.tif"):
        built = engine.build_index(
            tmp_path / "new.scrl", inputs, ground_sizes=[1000], progress=lambda *step: told.append(step)
        )  # fmt: skip
    assert built.build_report is not None
    assert len(built.build_report.failed) == 1
    embedding = [(done, total) for stage, done, total in told if stage == "Embedding tiles"]
    assert embedding[-1][0] == embedding[-1][1] == built.info.tiles
    assert built.add(SCENE).skipped_sources
    built.close()
    assert built.ask("a forest", count=1)


def test_who_raises_in_the_callback_stops_the_build(tmp_path):
    def stop(*_step: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.build_index(tmp_path / "new.scrl", SCENE, ground_sizes=[1000], progress=stop)
    assert engine.build_index(tmp_path / "new.scrl", SCENE, ground_sizes=[1000]).info.complete


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A folder into which pip has installed a checkout; a copy of it, for building leaves files."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("engine", "resources"):
        shutil.copytree(
            ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "i18n")
        )
    for name in ("pyproject.toml", "metadata.txt", "README.md", "LICENSE", "MANIFEST.in"):
        shutil.copy(ROOT / name, copy)
    site = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--no-deps", "--no-index",
         "--no-build-isolation", "--target", str(site), str(copy)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return site


def _run(site: Path, *words: str) -> str:
    # -P: nothing of the folder that it is run in.
    done = subprocess.run(
        [sys.executable, "-P", *words], cwd=site, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(site), "PATH": "", "HOME": str(site)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_package_holds_what_it_needs_and_nothing_else(site):
    mine = ROOT / "engine"
    modules = {
        str(path.relative_to(mine))
        for path in mine.rglob("*.py")
        if path.relative_to(mine).parts[0] != "training"
    }
    assert modules == {
        str(path.relative_to(site / "scrl")) for path in (site / "scrl").rglob("*.py")
    }
    held = {str(path.relative_to(site / "scrl")) for path in (site / "scrl").rglob("*.*")}
    assert {"py.typed", "__init__.pyi", "index/report.html"} <= held
    assert "resources/models/scrl-3/model.safetensors" in held
    assert "resources/demo/scene.tif" not in held
    assert {path.name.split(".")[0].split("-")[0] for path in site.iterdir()} == {
        "scrl", "bin", "qgis_scrl",
    }  # fmt: skip


def test_the_package_answers_on_the_command_line(site, index):
    scrl = str(site / "bin" / "scrl")
    assert "Usage: scrl [OPTIONS] COMMAND" in _run(site, scrl, "--help")
    # The model that has come along is the one that made the index.
    found = json.loads(_run(site, scrl, "index", "info", index, "--json"))
    assert found["model_matches"]


def test_the_package_says_what_its_user_can_do(site):
    program = (
        "import scrl\nprint(scrl.__version__)\n"
        "try:\n    scrl.open_index('none.scrl')\nexcept scrl.UserError as error:\n    print(error)\n"
    )
    version, mistake = _run(site, "-c", program).splitlines()
    assert version == engine.__version__
    assert "scrl index build NAME.scrl" in mistake
    assert "engine" not in mistake


@pytest.mark.slow
def test_the_package_searches(site, index):
    program = (
        f"import scrl; print(scrl.open_index({index!r}).ask('white storage tanks').understood[0])"
    )
    assert _run(site, "-c", program).strip() == "storage tanks"


def test_what_pip_brings_along_is_what_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = dict(line.split(">=") for line in project["dependencies"])
    pinned = dict(
        line.split("==")
        for name in ("engine.txt", "engine-no-deps.txt")
        for line in (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    )
    assert set(asked) == set(pinned)
    for name, least in asked.items():
        assert [int(n) for n in least.split(".")] <= [int(n) for n in pinned[name].split(".")]
