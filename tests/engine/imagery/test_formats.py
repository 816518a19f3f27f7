"""Formats for which the engine's GDAL has no driver are told as such."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from engine.errors import FormatNotReadable
from engine.imagery import formats
from engine.imagery.formats import missing_format, readable_suffixes
from engine.imagery.source import describe_source, find_sources
from engine.imagery.source_uris import RASTER_SUFFIXES
from tests.support.rasters import write_plain

LACKING = [
    ("a.ecw", b"\x65\x02" + bytes(99), "ECW"),
    ("a.sid", b"msid\x04" + bytes(99), "MrSID"),
    ("a.hdf", b"\x0e\x03\x13\x01" + bytes(99), "HDF4"),
    ("MOD09.anything", b"\x0e\x03\x13\x01" + bytes(99), "HDF4"),
    ("a.kea", b"\x89KEA" + bytes(99), "KEA"),
]


@pytest.fixture
def as_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The drivers of rasterio's own wheels; a distribution's GDAL may have more."""
    lacking = {"ECW", "JP2ECW", "MrSID", "HDF4", "KEA"}
    monkeypatch.setattr(formats, "_drivers", lambda: frozenset({"GTiff", "HDF5"} - lacking))


@pytest.mark.usefixtures("as_shipped")
@pytest.mark.parametrize(("name", "content", "said"), LACKING)
def test_a_format_without_a_driver_is_named(
    name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert missing_format(path) == said
    (uri,) = find_sources([str(path)])
    with pytest.raises(FormatNotReadable) as caught:
        describe_source(uri)
    assert caught.value.values["format"] == said
    assert "QGIS" in caught.value.next_step


def test_damage_is_not_blamed_on_a_driver(tmp_path: Path) -> None:
    for name in ("a.tif", "a.jp2", "a.xyz"):
        (tmp_path / name).write_bytes(b"nothing")
        assert missing_format(tmp_path / name) is None
    assert missing_format(tmp_path / "none.ecw") is None


def test_suffixes_are_those_that_can_be_read(tmp_path: Path) -> None:
    suffixes = readable_suffixes()
    assert {".tif", ".vrt", ".jp2", ".gpkg", ".png"} <= set(suffixes)
    with rasterio.Env() as env:
        assert (".ecw" in suffixes) == ("ECW" in env.drivers())
        assert (".sid" in suffixes) == ("MrSID" in env.drivers())
    # Whatever a folder is searched for has a format here, so that it can be told if its driver is missing.
    assert set(RASTER_SUFFIXES) <= {s for one in formats._FORMATS for s in one.suffixes}
    path = write_plain(tmp_path / "a.tif", np.ones((1, 64, 64), np.uint8))
    assert missing_format(path) is None
