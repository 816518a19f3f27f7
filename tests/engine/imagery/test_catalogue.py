"""STAC catalogues: what is found in them, and what is built of it by ranges, with servers that fail."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shapely
from rasterio.shutil import copy

from engine.application.build import add_to_index, build_index
from engine.application.catalogue import search_catalogue
from engine.application.session import Session
from engine.contract import methods
from engine.contract.methods import BuildReport, SearchCatalogueParams, SearchCatalogueResult
from engine.errors import (
    Cancelled,
    CatalogueUnreadable,
    FolderNotWritable,
    MissingDependency,
    SourceUnreadable,
)
from engine.imagery import catalogue
from engine.imagery.reader import read_tiles
from engine.imagery.source import describe_source, find_sources
from engine.imagery.tiling import TileSpec
from engine.index.store import store_info
from engine.progress import Progress, Task
from tests.support.catalogue_server import ITEMS, CatalogueServer
from tests.support.paths import SCENE

Serving = Callable[[str], str]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serving]:
    """Write the images and the catalogue into a folder, and serve it; returns the address."""
    web = tmp_path / "web"
    web.mkdir()
    copy(SCENE, web / "a.tif", driver="COG", BLOCKSIZE=256)
    for name in "bc":
        (web / f"{name}.tif").write_bytes((web / "a.tif").read_bytes())
    server = CatalogueServer(web)
    yield server.start
    server.end()


def found(address: str, **wanted: Any) -> SearchCatalogueResult:
    return search_catalogue(Session(), SearchCatalogueParams(address, **wanted), Task())


@pytest.mark.parametrize("way", ["/api", "/catalog.json"])
def test_images_are_found_by_area_date_and_cloud(serve: Serving, way: str) -> None:
    address = serve("")
    result = found(address + way)
    assert [(image.item, image.date) for image in result.images] == [
        (name, date.fromisoformat(values[0])) for name, values in ITEMS.items()
    ]
    first = result.images[0]
    assert first.uri == f"/vsicurl/{address}/a.tif"
    assert (first.cloud_percent, first.size_bytes, first.pixel_size_m) == (3.0, 4096, 1.0)
    assert shapely.Polygon(first.footprint).bounds == pytest.approx((11.0, 48.0, 11.05, 48.05))
    assert result.terms == ("CC-BY-4.0",)
    assert not result.more

    def names(**wanted: Any) -> str:
        return "".join(image.item for image in found(address + way, **wanted).images)

    assert names(area="10.9,47.9,11.06,48.1") == "ab"
    assert names(since="2019-06") == "bc"
    assert names(until="2019") == "ab"
    assert names(max_cloud=20) == "ac"  # which of c nobody knows
    assert names(collections=("ortho",)) == "abc"
    assert names(collections=("other",)) == ""
    assert names(limit=2) == "ab"
    assert found(address + way, limit=2).more


def test_the_list_is_indexed_where_the_images_lie(serve: Serving, tmp_path: Path) -> None:
    address = serve("limited")
    saved = tmp_path / "wanted.json"
    found(f"{address}/api", until="2019-06", save=str(saved))
    session, index = Session(), tmp_path / "far.scrl"

    def build() -> BuildReport:
        params = methods.BuildIndexParams(str(index), (str(saved),), (400.0,))
        return build_index(session, params, Task())

    report = build()
    assert report.tiles > 0
    assert not report.failed
    (record,) = store_info(index).sources
    assert record.source.uri == f"/vsicurl/{address}/a.tif"
    assert record.source.date == date(2019, 5, 4)
    assert any(d.code == "date-from-catalogue" for d in record.source.decisions)
    assert build().parts == 0  # all of it is there
    params = methods.AddToIndexParams(str(index), (str(saved),))
    assert add_to_index(session, params, Task()).parts == 0


def test_the_users_date_wins(serve: Serving, tmp_path: Path) -> None:
    address = serve("")
    saved = tmp_path / "wanted.json"
    found(f"{address}/api", limit=1, save=str(saved))
    session = Session()
    params = methods.BuildIndexParams(
        str(tmp_path / "x.scrl"), (str(saved),), (400.0,),
        options=methods.SourceOptions(date=date(1999, 1, 2)),
    )  # fmt: skip
    build_index(session, params, Task())
    assert store_info(tmp_path / "x.scrl").sources[0].source.date == date(1999, 1, 2)


def test_links_that_have_expired_are_told(serve: Serving) -> None:
    address = serve("expired")
    (uri,) = find_sources([f"{address}/a.tif"])
    with pytest.raises(SourceUnreadable, match=r"403.*search the catalogue again"):
        describe_source(uri)


def test_half_a_tile_is_never_indexed(serve: Serving) -> None:
    address = serve("half")
    (uri,) = find_sources([f"{address}/a.tif"])

    def read() -> None:
        list(read_tiles(describe_source(uri), TileSpec((400.0,), pixels=32), 0, 16))

    with pytest.raises(SourceUnreadable):
        read()


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("missing.json", None, "404"),
        ("page.json", "<html>", "catalog"),
        ("list.json", "[1, 2]", "catalog"),
        ("other.json", '{"type": "Topology", "id": 3}', "catalog"),
        ("broken.json", '{"type": "Catalog", "stac_version": "1.0.0", "links": 3}', "catalog"),
    ],
)
def test_what_is_no_catalogue_is_told(
    serve: Serving, tmp_path: Path, path: str, content: str | None, reason: str
) -> None:
    address = serve("")
    if content is not None:
        (tmp_path / "web" / path).write_text(content)
    with pytest.raises(CatalogueUnreadable) as told:
        found(f"{address}/{path}")
    assert reason in told.value.message
    assert "Traceback" not in told.value.message


def test_nobody_listens(unused_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "RETRIES", 0)
    with pytest.raises(
        CatalogueUnreadable, match="cannot be searched: its server cannot be reached"
    ):
        found(f"http://127.0.0.1:{unused_port}/api")


def test_nothing_of_that_name(tmp_path: Path) -> None:
    with pytest.raises(CatalogueUnreadable, match="there is no such file"):
        found(str(tmp_path / "catalog.json"))


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_items_without_a_picture_are_counted(serve: Serving, tmp_path: Path) -> None:
    address = serve("")
    path = tmp_path / "web" / "items.json"
    document = json.loads(path.read_text())
    del document["features"][1]["assets"]["visual"]
    document["features"][2]["geometry"] = {"type": "Polygon", "coordinates": "here"}
    path.write_text(json.dumps(document))
    result = found(f"{address}/api")
    assert [image.item for image in result.images] == ["a", "c"]
    assert result.images[1].footprint == ()
    assert result.without_picture == 1


def test_the_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pystac_client", None)
    with pytest.raises(MissingDependency, match="pystac-client"):
        found("http://127.0.0.1:9/none")


def test_a_search_can_be_stopped(serve: Serving) -> None:
    class Impatient(Progress):
        is_cancelled = True

    with pytest.raises(Cancelled):
        catalogue.search_catalogue(f"{serve('')}/api", catalogue.Wanted(), Impatient())


def test_what_a_dead_link_hides_is_counted(serve: Serving, tmp_path: Path) -> None:
    address = serve("")
    (tmp_path / "web" / "b.json").unlink()
    (tmp_path / "web" / "c.json").write_text("[")
    result = found(f"{address}/catalog.json")
    assert [image.item for image in result.images] == ["a"]
    assert result.unreadable == 2


def test_a_busy_server_does_not_decide_how_long_is_waited(
    serve: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = serve("closed")
    monkeypatch.setattr(catalogue, "LONGEST_WAIT_SECONDS", 0.2)
    with pytest.raises(CatalogueUnreadable, match=r"busy.*429"):
        found(f"{address}/api")
    monkeypatch.setattr(catalogue, "LONGEST_WAIT_SECONDS", 600.0)
    task = Task()
    threading.Timer(1.0, lambda: setattr(task, "is_cancelled", True)).start()
    with pytest.raises(Cancelled):
        search_catalogue(Session(), SearchCatalogueParams(f"{address}/api"), task)


def test_a_list_that_cannot_be_saved_is_told_before_the_search(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        found("http://127.0.0.1:9/none", save=str(tmp_path / "no" / "such" / "list.json"))
