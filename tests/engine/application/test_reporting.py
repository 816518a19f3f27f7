"""Reports: one HTML page that needs nothing else, whatever the names in it."""

from __future__ import annotations

import base64
import io
import json
import shutil
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from PIL import Image

from engine import cli
from engine.application.build import build_index
from engine.application.reporting import write_report
from engine.application.search import search
from engine.contract.methods import (
    BuildIndexParams,
    ReportWords,
    SearchParams,
    WriteReportParams,
)
from engine.contract.queries import Label, Query, TextPart
from engine.errors import Cancelled, FolderNotWritable, UsageError
from engine.progress import Task
from tests.support import paths

NASTY = """<script>alert("1")</script> & 'o' </title>"""


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.text = path.read_text(encoding="utf-8")
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(self.text)
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style" and data.strip():
            self.words.append(data.strip())

    def pictures(self, tag: str) -> list[Image.Image]:
        uris = [
            attrs.get("src") or attrs.get("xlink:href") for name, attrs in self.tags if name == tag
        ]
        parts = [str(uri).split("base64,") for uri in uris]
        assert all(kind == "data:image/jpeg;" for kind, _ in parts)
        return [Image.open(io.BytesIO(base64.b64decode(data))) for _, data in parts]


@pytest.fixture(scope="module")
def found(session, index):
    query = Query((TextPart("storage tanks"),), k=6)
    return search(session, SearchParams(index, query), Task())


@pytest.fixture
def written(session, index, found, tmp_path):
    def write(**changes: Any) -> Page:
        params = WriteReportParams(index, found.hits, str(tmp_path / "report.html"), "Tanks")
        params = replace(params, **changes)
        assert write_report(session, params, Task()).tiles == len(params.hits)
        return Page(Path(params.out))

    return write


def test_a_page_needs_nothing_else_and_shows_every_hit(written, found):
    page = written(
        facts=(("Question", "storage tanks"),),
        labels=(Label(found.hits[0].tile_id, True), Label(found.hits[1].tile_id, False)),
        crs="EPSG:32632",
    )
    names = {name for name, _ in page.tags}
    assert not names & {"script", "link", "iframe", "object", "form"}
    for _, attrs in page.tags:
        for name in ("src", "href", "xlink:href"):
            assert (attrs.get(name) or "#").startswith(("data:", "#"))
    assert "url(" not in page.text
    assert "@import" not in page.text
    assert "prefers-color-scheme: dark" in page.text
    assert "@media print" in page.text
    pictures = page.pictures("img")
    assert len(pictures) == 6
    assert all(picture.size == (288, 288) for picture in pictures)
    assert all(np.asarray(picture).std() > 5 for picture in pictures), "pictures of the ground"
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    links = [str(attrs["href"])[1:] for name, attrs in page.tags if name == "a"]
    assert links == [f"hit-{rank}" for rank in range(1, 7)]
    assert set(links) <= ids, "the map leads to the hits"
    best = found.hits[0]
    assert f"1 · Score {100 * best.score:.0f}%" in page.words
    assert f"{best.lat:.5f}, {best.lon:.5f}" in page.words
    (place,) = [word for word in page.words if "(EPSG:32632)" in word][:1]
    x, y = map(float, place.split(" (")[0].split(", "))
    with rasterio.open(paths.SCENE) as scene:
        assert scene.bounds.left < x < scene.bounds.right
        assert scene.bounds.bottom < y < scene.bounds.top
    assert page.words.count("Yes") == page.words.count("No") == 1


def test_the_map_shows_hits_where_they_are_in_their_raster(written, found):
    page = written()
    (picture,) = page.pictures("image")
    (raster,) = [attrs for name, attrs in page.tags if name == "image"]
    a, b, c, d, e, f = map(float, str(raster["transform"])[7:-1].split())
    assert picture.size == (800, 800)
    marks = [attrs for name, attrs in page.tags if name == "text"]
    for mark, hit in zip(marks, found.hits, strict=True):
        column, row, width, height = hit.window
        column, row = column + width / 2, row + height / 2
        assert a * column + c * row + e == pytest.approx(float(str(mark["x"])), abs=1)
        assert b * column + d * row + f == pytest.approx(float(str(mark["y"])), abs=1)


def test_every_name_is_escaped(written, found):
    hits = (replace(found.hits[0], source=NASTY), *found.hits[1:])
    words = ReportWords(made_with=NASTY, language='de"><script>')
    page = written(hits=hits, title=NASTY, facts=((NASTY, NASTY),), words=words)
    assert "script" not in {name for name, _ in page.tags}
    assert "<script" not in page.text
    assert page.words.count(NASTY) == 5 + 1, "title, heading, name and value, raster, foot"
    assert page.tags[0] == ("html", {"lang": 'de"><script>'})


def test_a_raster_that_is_gone_costs_its_pictures_only(session, tmp_path):
    scene = tmp_path / "moved.tif"
    shutil.copy(paths.SCENE, scene)
    index = str(tmp_path / "moved.scrl")
    build_index(session, BuildIndexParams(index, (str(scene),), (1000.0,)), Task())
    hits = search(session, SearchParams(index, Query((TextPart("river"),), k=2)), Task()).hits
    scene.unlink()
    params = WriteReportParams(index, hits, str(tmp_path / "r.html"), "River", calibrated=False)
    assert write_report(session, params, Task()).without_picture == 2
    page = Page(tmp_path / "r.html")
    assert page.words.count(ReportWords().no_picture) == 2
    told = "⚠ " + ReportWords().pictures_missing.format(missing=2, places=2)
    assert told in page.words, "said at the top, not only at each place"
    assert page.pictures("img") == page.pictures("image") == []
    assert f"1 · Similarity {hits[0].similarity:.3f}" in page.words


def test_what_cannot_be_written_is_told_and_leaves_what_was_there(
    written, session, index, found, tmp_path
):
    for changes, error in (
        ({"out": str(tmp_path / "r.pdf")}, UsageError),
        ({"out": str(tmp_path / "none" / "r.html")}, FolderNotWritable),
        ({"crs": "EPSG:7"}, UsageError),
    ):
        with pytest.raises(error):
            written(**changes)
    assert list(tmp_path.iterdir()) == []
    page = written(hits=())
    assert "Places (0)" in page.words
    assert "svg" not in {name for name, _ in page.tags}
    before = page.text
    task = Task()
    task.is_cancelled = True
    with pytest.raises(Cancelled):
        write_report(
            session, WriteReportParams(index, found.hits, str(tmp_path / "report.html"), ""), task
        )
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == before


def test_search_writes_a_report(index, tmp_path, monkeypatch, capsys):
    def run(*words: object) -> tuple[int, str]:
        asked = ["search", index, "--text", "storage tanks", "-k", "3", *map(str, words)]
        monkeypatch.setattr(sys, "argv", ["engine", *asked])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), capsys.readouterr().out

    out = tmp_path / "r.html"
    code, said = run("--report", out, "--yes", "27")
    assert code == 0
    assert f"Saved the report {out}" in said.replace("\n", "")
    page = Page(out)
    assert len(page.pictures("img")) == 3
    assert page.words.count("storage tanks") >= 2
    assert "Yes" in page.words
    assert "⚠" not in " ".join(page.words)
    out.unlink()
    code, said = run("--report", out, "--json")
    assert code == 0
    assert len(json.loads(said)["features"]) == 3
    assert out.exists()
    code, said = run("--report", tmp_path / "r.txt")
    assert code == 2
    assert said == "", "refused before anything is asked"


def test_a_terminal_says_that_pictures_are_missing_and_what_to_do(
    session, tmp_path, monkeypatch, capsys
):
    scene = tmp_path / "moved.tif"
    shutil.copy(paths.SCENE, scene)
    index = tmp_path / "moved.scrl"
    build_index(session, BuildIndexParams(str(index), (str(scene),), (1000.0,)), Task())
    scene.unlink()
    words = [
        "search",
        str(index),
        "--text",
        "river",
        "-k",
        "1",
        "--report",
        str(tmp_path / "r.html"),
    ]
    monkeypatch.setattr(sys, "argv", ["engine", *words])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    said = " ".join(capsys.readouterr().err.split())
    assert "1 of 1 place in the report has no picture" in said
    assert f"index relocate {index} OLD NEW" in said
