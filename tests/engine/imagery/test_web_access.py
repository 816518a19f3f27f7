"""Files that would make GDAL ask a server, or run code, and what the engine lets them do."""

from __future__ import annotations

import contextlib
import html
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio

from engine.application.build import describe_sources
from engine.application.session import Session
from engine.contract.methods import DescribeSourcesParams
from engine.errors import NotAnImage, SourceOnWeb, SourceUnreadable
from engine.imagery.dataset import gdal_settings
from engine.imagery.picture import read_picture
from engine.imagery.reader import read_tiles
from engine.imagery.source import describe_source, find_sources
from engine.imagery.tiling import TileSpec
from engine.imagery.web_access import check_named, web_address
from engine.index.builder import add_to_index, build_index
from engine.progress import Task
from tests.support import range_server
from tests.support.rasters import positions, write_plain
from tests.support.scenes import PixelStatistics

VRT = (
    '<VRTDataset rasterXSize="{size}" rasterYSize="64"><SRS>EPSG:32633</SRS>'
    "<GeoTransform>500000,10,0,5300000,0,-10</GeoTransform>{more}"
    '<VRTRasterBand dataType="Byte" band="1">{sources}</VRTRasterBand></VRTDataset>'
)
SOURCE = (
    '<SimpleSource><SourceFilename relativeToVRT="1">{name}</SourceFilename><SourceBand>1</SourceBand>'
    '<SourceProperties RasterXSize="{size}" RasterYSize="64" DataType="Byte" BlockXSize="64" BlockYSize="64"/>'
    '<SrcRect xOff="0" yOff="0" xSize="{size}" ySize="64"/><DstRect xOff="{left}" yOff="0" xSize="{size}" ySize="64"/>'
    "</SimpleSource>"
)
WMS = (
    '<GDAL_WMS><Service name="TMS"><ServerUrl>{address}/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service><DataWindow>'
    "<UpperLeftX>-2e7</UpperLeftX><UpperLeftY>2e7</UpperLeftY><LowerRightX>2e7</LowerRightX>"
    "<LowerRightY>-2e7</LowerRightY><TileLevel>3</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY>"
    "</DataWindow><Projection>EPSG:3857</Projection><BandsCount>3</BandsCount></GDAL_WMS>"
)
WMTS = "<GDAL_WMTS><GetCapabilitiesUrl>{address}/capabilities</GetCapabilitiesUrl></GDAL_WMTS>"


def vrt_of(*names: str, more: str = "", size: int = 64) -> str:
    parts = [
        SOURCE.format(name=html.escape(name), size=size, left=size * place)
        for place, name in enumerate(names)
    ]
    return VRT.format(size=size * len(names), sources="".join(parts), more=more)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Nobody answers here; whoever connects is seen."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def address_of(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def was_asked(listener: socket.socket) -> bool:
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "served"
    folder.mkdir()
    write_plain(folder / "far.tif", positions(64, 64, "uint8", 1))
    with subprocess.Popen(
        [sys.executable, range_server.__file__],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.terminate()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda a: vrt_of(f"/vsicurl/{a}/x.tif"), id="a part on the web"),
        pytest.param(lambda a: vrt_of(f"{a}/x.tif"), id="a part by its address"),
        pytest.param(lambda a: vrt_of(WMS.format(address=a)), id="a part that is a service"),
        pytest.param(lambda a: vrt_of(vrt_of(f"/vsicurl/{a}/x.tif")), id="a virtual raster inside it"),
        pytest.param(lambda a: vrt_of("inner/inner.vrt"), id="a virtual raster beside it"),
        pytest.param(lambda a: WMS.format(address=a), id="a service"),
        pytest.param(lambda a: WMTS.format(address=a), id="its description on the web"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["scene.vrt", "scene.tif"])
def test_nothing_in_a_folder_makes_a_connection(content, name, listener, tmp_path: Path) -> None:
    address = address_of(listener)
    folder = tmp_path / "imagery"
    (folder / "inner").mkdir(parents=True)
    text = content(address)
    (folder / name).write_text(text)
    (folder / "inner" / "inner.vrt").write_text(vrt_of(f"/vsicurl/{address}/y.tif"))
    write_plain(folder / "near.tif", positions(64, 64, "uint8", 1))
    told = describe_sources(
        Session(), DescribeSourcesParams(inputs=(str(folder), f"{folder}/**/*.vrt")), Task()
    )
    assert [source.name for source in told.sources] == ["near.tif"]
    refused = {Path(failed.source).name: failed.failure for failed in told.failed}
    if name == "scene.vrt" and not text.startswith("<VRT"):
        # Found by the pattern only: in a folder such a file is no imagery.
        assert "scene.vrt" in refused
    assert refused[name].code == "source-on-web"
    assert address in refused[name].values["address"]
    assert not was_asked(listener)


def test_a_build_refuses_it_too_and_one_that_was_named_is_read(server: str, tmp_path: Path) -> None:
    vrt = tmp_path / "imagery" / "far.vrt"
    vrt.parent.mkdir()
    vrt.write_text(vrt_of(f"/vsicurl/{server}/far.tif"))
    encoder = PixelStatistics()
    spec = TileSpec((300.0,), pixels=encoder.tile_pixels)
    index = tmp_path / "x.scrl"
    report = build_index(index, [str(vrt.parent)], encoder, spec, part_tiles=64, batch_size=8)
    assert [failed.failure.code for failed in report.failed] == ["source-on-web"]
    report = build_index(index, [str(vrt)], encoder, spec, part_tiles=64, batch_size=8)
    assert not report.failed
    assert report.tiles > 0
    # Once it is in the index, its folder may be named again.
    report = add_to_index(index, [str(vrt.parent)], encoder, batch_size=8)
    assert not report.failed
    assert report.tiles_in_index > 0


def test_a_list_of_catalogue_images_is_a_name_and_its_folder_is_none(tmp_path: Path) -> None:
    items = tmp_path / "imagery" / "found.json"
    items.parent.mkdir()
    items.write_text(
        '{"type": "Feature", "stac_version": "1.0.0", "assets": {"visual": {"href": "https://example.org/a.tif"}}}'
    )
    (uri,) = find_sources([str(items)])
    assert uri == "/vsicurl/https://example.org/a.tif"
    check_named(uri, [str(items)])
    check_named(uri, ["https://example.org/a.tif"])
    check_named(uri, [uri])
    with pytest.raises(SourceOnWeb):
        check_named(uri, [str(items.parent)])


def test_a_file_that_hides_its_address_gets_no_connection_even_if_it_is_named(
    listener, tmp_path: Path
) -> None:
    # Large enough for threads of GDAL's own, which know nothing of the settings of the thread that reads.
    text = vrt_of(*(f"/vsicurl/{address_of(listener)}/{n}.tif" for n in range(3)), size=20_000)
    # GDAL takes an attribute for an element.
    text = re.sub(
        r'<SimpleSource><SourceFilename relativeToVRT="1">([^<]+)</SourceFilename>',
        r'<SimpleSource SourceFilename="\1">',
        text,
    )
    (tmp_path / "scene.vrt").write_text(text)
    assert web_address(str(tmp_path / "scene.vrt")) is None
    uri = str(tmp_path / "scene.vrt")
    with gdal_settings(uri), rasterio.open(uri) as dataset, pytest.raises(rasterio.RasterioIOError):
        dataset.read(1)
    assert not was_asked(listener)


def test_addresses_that_nobody_opens_are_none(tmp_path: Path) -> None:
    write_plain(tmp_path / "near.tif", positions(64, 64, "uint8", 1))
    more = '<Metadata><MDI key="licence">https://example.org/licence</MDI></Metadata>'
    (tmp_path / "near.vrt").write_text(
        vrt_of(
            "near.tif", more=f"<!-- <SourceFilename>https://example.org</SourceFilename> -->{more}"
        )
    )
    told = describe_sources(Session(), DescribeSourcesParams(inputs=(str(tmp_path),)), Task())
    assert [source.name for source in told.sources] == ["near.vrt"]


def test_virtual_rasters_that_name_each_other_come_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "a.vrt").write_text(vrt_of("b.vrt"))
    (tmp_path / "b.vrt").write_text(vrt_of("a.vrt"))
    assert web_address(str(tmp_path / "a.vrt")) is None
    source = describe_source(str(tmp_path / "a.vrt"))
    with pytest.raises(SourceUnreadable):
        next(read_tiles(source, TileSpec((300.0,), pixels=32), 0, 1))


@pytest.mark.parametrize("read", [describe_source, lambda path: read_picture(path, 32)])
def test_python_in_a_virtual_raster_is_not_run(read, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("GDAL_VRT_ENABLE_PYTHON", "YES")
    proof = tmp_path / "ran"
    write_plain(tmp_path / "near.tif", positions(64, 64, "uint8", 1))
    code = f"open({str(proof)!r}, 'w')\ndef f(inputs, out, *rest, **more):\n    out[:] = 1\n"
    text = vrt_of("near.tif").replace(
        'band="1">',
        'band="1" subClass="VRTDerivedRasterBand"><PixelFunctionType>f</PixelFunctionType>'
        f"<PixelFunctionLanguage>Python</PixelFunctionLanguage><PixelFunctionCode><![CDATA[{code}]]>"
        "</PixelFunctionCode>",
    )
    (tmp_path / "code.vrt").write_text(text)
    with contextlib.suppress(SourceUnreadable, NotAnImage):
        read(str(tmp_path / "code.vrt"))
    assert not proof.exists()
    # It is not that GDAL could not.
    with rasterio.open(tmp_path / "code.vrt") as dataset:
        assert np.all(dataset.read(1) == 1)
    assert proof.exists()
