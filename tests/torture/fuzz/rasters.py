"""Rasters of many formats, with broken tags, boxes, pixels, and XML from a stranger."""

from __future__ import annotations

import random
import struct
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from engine.errors import BuildTooLarge, UserError
from engine.imagery.picture import read_picture
from engine.imagery.reader import read_tiles
from engine.imagery.source import describe_source
from engine.imagery.tiling import TileSpec, about_tiles, count_tiles
from tests.support.drawn_rasters import Drawing, write_drawing

from .areas import _crs
from .mutators import break_bytes, break_xml
from .target import Target

#: Driver, type, bands, CRS, shape, void, how it is said, where the place is said.
_DRAWINGS = (
    ("GTiff", "uint8", "rgb", "EPSG:32633", "north-up", "none", "not", "inside"),
    ("GTiff", "uint16", "sentinel-2", "EPSG:4326", "rotated", "strip", "nodata", "inside"),
    ("GTiff", "float32", "grey", "EPSG:3031", "north-up", "turned", "mask", "beside"),
    ("COG", "uint8", "rgba", "EPSG:3857", "north-up", "turned", "alpha", "inside"),
    ("HFA", "uint16", "grey", "EPSG:2056", "north-up", "none", "not", "inside"),
    ("ENVI", "int16", "planet", "EPSG:32733", "north-up", "strip", "nodata", "inside"),
    ("EHdr", "uint8", "bgr", "EPSG:3035", "north-up", "none", "not", "inside"),
    ("JP2OpenJPEG", "uint8", "rgb", "EPSG:32633", "north-up", "none", "not", "inside"),
    ("PNG", "uint8", "rgb", "EPSG:32633", "north-up", "none", "not", "inside"),
    ("VRT", "uint8", "rgb", "EPSG:32633", "north-up", "none", "not", "inside"),
)  # fmt: skip
_XML = (
    '<GDAL_WMS><Service name="TMS"><ServerUrl>file://{secret}</ServerUrl></Service><DataWindow><UpperLeftX>-2e7</UpperLeftX><UpperLeftY>2e7'
    '</UpperLeftY><LowerRightX>2e7</LowerRightX><LowerRightY>-2e7</LowerRightY><TileLevel>3</TileLevel><TileCountX>1</TileCountX><TileCountY>1'
    "</TileCountY></DataWindow><Projection>EPSG:3857</Projection><BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY><BandsCount>3</BandsCount>"
    "<Cache><Path>{outside}</Path></Cache></GDAL_WMS>",
    '<kml xmlns="http://www.opengis.net/kml/2.2"><GroundOverlay><Icon><href>{secret}</href></Icon><LatLonBox><north>1</north><south>0</south>'
    "<east>1</east><west>0</west></LatLonBox></GroundOverlay></kml>",
    '<VRTDataset rasterXSize="100" rasterYSize="100"><SRS>EPSG:32633</SRS><GeoTransform>4e5,1,0,5e6,0,-1</GeoTransform><VRTRasterBand dataType="Byte" '
    'band="1" subClass="VRTDerivedRasterBand"><PixelFunctionType>f</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage>'
    "<PixelFunctionCode><![CDATA[\ndef f(a, o, *b, **c):\n    open('{outside}/python', 'w')\n]]></PixelFunctionCode></VRTRasterBand></VRTDataset>",
    '<VRTDataset rasterXSize="200" rasterYSize="200"><SRS>EPSG:32633</SRS><GeoTransform>4e5,1,0,5e6,0,-1</GeoTransform><VRTRasterBand dataType="Byte" '
    'band="1"><SimpleSource><SourceFilename relativeToVRT="1">{self}</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>',
    '<VRTDataset rasterXSize="2147483647" rasterYSize="2147483647"><SRS>EPSG:3857</SRS><GeoTransform>0,0.0001,0,0,0,-0.0001</GeoTransform>'
    '<VRTRasterBand dataType="Float64" band="1"/></VRTDataset>',
    '<VRTDataset rasterXSize="200" rasterYSize="200"><SRS>EPSG:32633</SRS><GeoTransform>4e5,1,0,5e6,0,-1</GeoTransform><VRTRasterBand dataType="Byte" '
    'band="1" subClass="VRTRawRasterBand"><SourceFilename relativeToVRT="0">{secret}</SourceFilename><ImageOffset>-1</ImageOffset><PixelOffset>0</PixelOffset>'
    "<LineOffset>0</LineOffset></VRTRasterBand></VRTDataset>",
    '<VRTDataset rasterXSize="200" rasterYSize="200"><SRS>EPSG:32633</SRS><GeoTransform>4e5,1,0,5e6,0,-1</GeoTransform><VRTRasterBand dataType="Byte" '
    'band="1"><KernelFilteredSource><SourceFilename relativeToVRT="1">a.tif</SourceFilename><SourceBand>1</SourceBand><Kernel normalized="1"><Size>1000001'
    "</Size><Coefs>1</Coefs></Kernel></KernelFilteredSource></VRTRasterBand></VRTDataset>",
)  # fmt: skip
_AUX = (
    '<PAMDataset><SRS>EPSG:32633</SRS><GeoTransform>4e5,1,0,5e6,0,-1</GeoTransform><Metadata><MDI key="TIFFTAG_DATETIME">2015:06:30 10:00:00</MDI>'
    '</Metadata><PAMRasterBand band="1"><NoDataValue>0</NoDataValue><ColorInterp>Gray</ColorInterp><Metadata><MDI key="STATISTICS_MAXIMUM">255</MDI>'
    "</Metadata></PAMRasterBand></PAMDataset>"
)
#: How TIFF files are laid out inside.
_LAYOUTS: tuple[dict[str, Any], ...] = (
    {"compress": "lzw", "predictor": 2, "tiled": True, "blockxsize": 32, "blockysize": 32},
    {"compress": "jpeg", "photometric": "ycbcr"}, {"compress": "deflate", "interleave": "band"}, {"compress": "packbits"},
    {"BIGTIFF": "YES", "tiled": True, "blockxsize": 16, "blockysize": 16},
)  # fmt: skip
_TYPES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8}


class Rasters(Target):
    """Rasters of ten formats, their sidecars, and XML that GDAL takes for rasters."""

    cpu_seconds = 30

    def __init__(self, samples: Path) -> None:
        self._secret = samples.parent / "secret.tif"
        self._sets: list[tuple[str, dict[str, bytes]]] = []
        for number, (driver, dtype, bands, crs, shape, void, said, place) in enumerate(_DRAWINGS):
            folder = samples / f"{number}"
            folder.mkdir(exist_ok=True)
            value = 0 if dtype == "uint8" else -9999 if dtype in ("int16", "float32") else 65535
            drawing = Drawing(
                driver,
                dtype,
                bands,
                crs,
                shape,
                void,
                said,
                value,
                place,
                number % 3 == 1 and driver == "GTiff",
                False,
                number,
            )
            path = write_drawing(drawing, folder)
            self._sets.append(
                (path.name, {file.name: file.read_bytes() for file in folder.iterdir()})
            )
        image = np.random.default_rng(0).integers(0, 255, (3, 96, 96), dtype=np.uint8)
        for number, options in enumerate(_LAYOUTS):
            path = samples / f"c{number}.tif"
            with rasterio.open(
                path, "w", driver="GTiff", width=96, height=96, count=3, dtype="uint8", crs="EPSG:32633",
                transform=rasterio.Affine(1, 0, 4e5, 0, -1, 5e6), **options,
            ) as out:  # fmt: skip
                out.write(image)
            self._sets.append((path.name, {path.name: path.read_bytes()}))
        if not self._secret.exists():
            self._secret.write_bytes(self._sets[0][1][self._sets[0][0]])

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break one of them, or write XML."""
        name, files = rng.choice(self._sets)
        files = dict(files)
        kind = rng.choice(("head", "head", "bytes", "xml", "vrt", "sidecar", "cut"))
        if kind == "xml":
            self._write_xml(rng, folder)
            return kind
        if kind == "vrt":
            name, files = next((n, dict(f)) for n, f in self._sets if n.endswith(".vrt"))
            files[name] = break_xml(rng, files[name].decode(), str(self._secret))
        elif kind == "head" and files[name][:4] in (b"II*\0", b"II+\0"):
            files[name] = _with_other_tags(rng, files[name])
        elif kind == "sidecar":
            files[name + ".aux.xml"] = break_xml(rng, _AUX, str(self._secret))
            stem = name.rsplit(".", 1)[0]
            files[stem + ".prj"] = _crs(rng).encode()
            files[stem + rng.choice((".tfw", ".wld", ".hdr"))] = b"\n".join(
                rng.choice((b"1", b"0", b"-1", b"nan", b"1e308", b"x", b"inf", b"4e5")) for _ in range(rng.choice((2, 6, 100)))
            )  # fmt: skip
        elif kind == "cut":
            files[name] = files[name][: rng.randrange(len(files[name]))]
        else:
            target = rng.choice(sorted(files))
            files[target] = break_bytes(rng, files[target])
        for file, content in files.items():
            (folder / file).write_bytes(content)
        (folder.parent / "main").write_text(name)
        return f"{name}: {kind}"

    def _write_xml(self, rng: random.Random, folder: Path) -> None:
        outside = folder.parent.parent
        text = (
            rng.choice(_XML)
            .replace("{secret}", str(self._secret))
            .replace("{outside}", str(outside))
            .replace("{self}", "a.vrt")
        )
        name = rng.choice(("a.vrt", "a.vrt", "a.xml", "a.kml"))
        content = text.encode() if rng.random() < 0.5 else break_xml(rng, text, str(self._secret))
        (folder / name).write_bytes(content)
        (folder.parent / "main").write_text(name)

    def use(self, folder: Path) -> None:
        """Describe it, plan its tiles, read some; and take it for a picture."""
        path = str(folder / (folder.parent / "main").read_text())
        refused = None
        for use in (_tiles, lambda path: read_picture(path, 64)):
            try:
                use(path)
            except UserError as error:
                refused = error
        if refused is not None:
            raise refused


def _tiles(path: str) -> None:
    source = describe_source(path)
    spec = TileSpec((max(32 * source.pixel_size_m, 1e-3),), pixels=32)
    about = about_tiles(source, spec)
    if about > 1_000_000:
        # As a build asks first.
        raise BuildTooLarge(tiles=about, days=1, size_gb=1, free_gb=1)
    for _ in read_tiles(source, spec, 0, min(count_tiles(source, spec), 12), batch_size=4):
        pass


def _with_other_tags(rng: random.Random, content: bytes) -> bytes:
    """Change tag, type, count or value of entries of the first directory."""
    big = content[2] == 43
    start = (
        struct.unpack_from("<Q", content, 8)[0] if big else struct.unpack_from("<I", content, 4)[0]
    )
    count = struct.unpack_from("<Q" if big else "<H", content, start)[0]
    first, size = (start + 8, 20) if big else (start + 2, 12)
    data = bytearray(content)
    values = (
        0,
        1,
        2,
        3,
        5,
        8,
        16,
        255,
        256,
        32767,
        34712,
        50000,
        65535,
        2**24,
        2**31 - 1,
        2**31,
        2**32 - 1,
    )
    for _ in range(rng.choice((1, 1, 2, 3))):
        at = first + size * rng.randrange(count)
        what = rng.randrange(6)
        if what == 0:
            struct.pack_into("<H", data, at, rng.choice((256, 257, 258, 259, 262, 273, 277, 278, 279, 284, 317, 320, 322, 324, 338, 339, 33550, 33922, 34264, 34735, 34736, 34737, 42112, 42113, 50844)))  # fmt: skip
        elif what == 1:
            struct.pack_into("<H", data, at + 2, rng.choice((*_TYPES, 0, 99)))
        elif what == 2:
            struct.pack_into("<Q" if big else "<I", data, at + 4, rng.choice(values))
        else:
            struct.pack_into(
                "<I",
                data,
                at + (12 if big else 8),
                rng.choice((*values, rng.randrange(len(data)), start)),
            )
    return bytes(data)
