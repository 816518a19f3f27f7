"""A server of map tiles (XYZ), WMS and WMTS that shows the demo scene, and fails as it is told to.

It runs as a process of its own, prints its port, then serves until it is ended. The first part of the path says how
it behaves (:data:`HABITS`); ``/log`` returns the requests that have come, one a line, as JSON, and forgets them and what has
been refused.
"""

from __future__ import annotations

import base64
import io
import json
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
import rasterio
from PIL import Image
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT

#: What the user "analyst" with the password "good" sends.
SIGNED_IN = "Basic " + base64.b64encode(b"analyst:good").decode()
HALF = 20037508.342789244
TILE = 256
DEEPEST = 18
#: What to do before or instead of an answer.
HABITS = frozenset({
    "well", "busy", "always-busy", "overloaded", "expired", "half", "half-jpeg", "slow", "down", "missing", "wordy",
})  # fmt: skip


class Painter:
    """Draws the scene in EPSG:3857."""

    def __init__(self, path: Path) -> None:
        with (
            rasterio.open(path) as scene,
            WarpedVRT(
                scene, crs="EPSG:3857", resampling=Resampling.bilinear, add_alpha=True
            ) as warped,
        ):
            self.pixels = warped.read([1, 2, 3, warped.count])
            self.bounds = tuple(warped.bounds)
            self.step = warped.transform.a

    def draw(self, bounds: tuple[float, ...], width: int, height: int, kind: str) -> bytes:
        """Return a picture of a box, empty where the scene is not."""
        west, south, east, north = bounds
        columns = west + (np.arange(width) + 0.5) * (east - west) / width
        rows = north - (np.arange(height) + 0.5) * (north - south) / height
        x = np.floor((columns - self.bounds[0]) / self.step).astype(int)
        y = np.floor((self.bounds[3] - rows) / self.step).astype(int)
        _, high, wide = self.pixels.shape
        inside = ((y >= 0) & (y < high))[:, None] & ((x >= 0) & (x < wide))[None, :]
        found = self.pixels[:, np.clip(y, 0, high - 1)[:, None], np.clip(x, 0, wide - 1)[None, :]]
        picture = Image.fromarray(np.moveaxis(np.where(inside, found, 0), 0, -1))
        content = io.BytesIO()
        if kind == "JPEG":
            picture.convert("RGB").save(content, kind, quality=90)
        else:
            picture.save(content, kind)
        return content.getvalue()


def tile_bounds(zoom: int, column: int, row: int) -> tuple[float, float, float, float]:
    """Return the box of a tile in EPSG:3857."""
    side = 2 * HALF / 2**zoom
    return (
        column * side - HALF,
        HALF - (row + 1) * side,
        (column + 1) * side - HALF,
        HALF - row * side,
    )


def wms_capabilities(address: str) -> str:
    """Return what the WMS says of itself."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>Demo</Title><OnlineResource xlink:href="{address}"/>
<Fees>free of charge</Fees><AccessConstraints>Only for tests</AccessConstraints></Service>
<Capability><Request>
<GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{address}?"/></Get></HTTP></DCPType></GetCapabilities>
<GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{address}?"/></Get></HTTP></DCPType></GetMap>
</Request><Exception><Format>XML</Format></Exception>
<Layer><Title>Demo</Title><CRS>EPSG:3857</CRS>
<Layer><Name>scene</Name><Title>Scene</Title><CRS>EPSG:3857</CRS>
<EX_GeographicBoundingBox><westBoundLongitude>-180</westBoundLongitude><eastBoundLongitude>180</eastBoundLongitude>
<southBoundLatitude>-85</southBoundLatitude><northBoundLatitude>85</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="EPSG:3857" minx="-{HALF}" miny="-{HALF}" maxx="{HALF}" maxy="{HALF}"/>
</Layer></Layer></Capability></WMS_Capabilities>"""


def wmts_capabilities(address: str) -> str:
    """Return what the WMTS says of itself."""
    matrices = "".join(
        f"<TileMatrix><ows:Identifier>{zoom}</ows:Identifier>"
        f"<ScaleDenominator>{2 * HALF / TILE / 2**zoom / 0.00028!r}</ScaleDenominator>"
        f"<TopLeftCorner>-{HALF} {HALF}</TopLeftCorner><TileWidth>{TILE}</TileWidth><TileHeight>{TILE}</TileHeight>"
        f"<MatrixWidth>{2**zoom}</MatrixWidth><MatrixHeight>{2**zoom}</MatrixHeight></TileMatrix>"
        for zoom in range(DEEPEST + 1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
<ows:ServiceIdentification><ows:Title>Demo</ows:Title><ows:ServiceType>OGC WMTS</ows:ServiceType>
<ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion><ows:Fees>none</ows:Fees>
<ows:AccessConstraints>Only for tests</ows:AccessConstraints></ows:ServiceIdentification>
<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="{address}?">
<ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint>
</ows:Get></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
<Contents><Layer><ows:Title>Scene</ows:Title><ows:Identifier>scene</ows:Identifier>
<ows:WGS84BoundingBox><ows:LowerCorner>-180 -85</ows:LowerCorner><ows:UpperCorner>180 85</ows:UpperCorner></ows:WGS84BoundingBox>
<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
<TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink></Layer>
<TileMatrixSet><ows:Identifier>web</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
{matrices}</TileMatrixSet></Contents></Capabilities>"""


class Handler(BaseHTTPRequestHandler):
    """Answers one request after the other of each connection."""

    protocol_version = "HTTP/1.1"
    painter: Painter
    lock = threading.Lock()
    log: list[dict[str, object]] = []  # noqa: RUF012 - shared by all requests
    seen: Counter[str] = Counter()  # noqa: RUF012

    def do_GET(self) -> None:
        """Draw a tile or a map, or fail."""
        address = urlsplit(self.path)
        habit, *rest = address.path.strip("/").split("/")
        query = {name.lower(): values[0] for name, values in parse_qs(address.query).items()}
        if habit == "log":
            with self.lock:
                text = "\n".join(json.dumps(entry) for entry in self.log)
                self.log.clear()
                self.seen.clear()
            return self.answer(200, text.encode(), "text/plain")
        if habit not in HABITS:
            return self.answer(400, b"no such habit", "text/plain")
        if query.get("request", "").lower() == "getcapabilities":
            here = f"http://{self.headers['Host']}{address.path}"
            made = wmts_capabilities if rest[-1:] == ["wmts"] else wms_capabilities
            return self.answer(200, made(here).encode(), "text/xml")
        with self.lock:
            times = self.seen[self.path]
            self.seen[self.path] += 1
            self.log.append({
                "path": self.path, "at": time.time(), "token": self.headers.get("Authorization", ""),
                "agent": self.headers.get("User-Agent", ""),
            })  # fmt: skip
        if habit == "missing" and sum(map(ord, self.path)) % 2:
            return self.answer(404, b"no such tile", "text/plain")
        if habit == "down" or (habit == "overloaded" and not times):
            return self.answer(503, b"overloaded", "text/plain")
        if habit == "always-busy" or (habit == "busy" and not times):
            return self.answer(429, b"too many requests", "text/plain", {"Retry-After": "1"})
        if habit == "expired" and self.headers.get("Authorization") != SIGNED_IN:
            return self.answer(401, b"token expired", "text/plain")
        if habit == "wordy":
            return self.answer(200, b"<ServiceException>no</ServiceException>", "text/xml")
        if habit == "slow":
            time.sleep(0.4)
        kind = "JPEG" if habit == "half-jpeg" else "PNG"
        if "bbox" in query:
            bounds = tuple(float(value) for value in query["bbox"].split(","))
            width, height = int(query["width"]), int(query["height"])
        else:
            if rest[-1:] == ["wmts"]:
                zoom, column, row = (
                    int(query[name]) for name in ("tilematrix", "tilecol", "tilerow")
                )
            else:
                zoom, column, row = (int(part.partition(".")[0]) for part in rest[-3:])
            bounds, width, height = tile_bounds(zoom, column, row), TILE, TILE
        content = self.painter.draw(bounds, width, height, kind)
        if habit.startswith("half") and not times:
            content = content[: len(content) // 2]
        self.answer(200, content, f"image/{kind.lower()}")

    def answer(
        self, status: int, content: bytes, kind: str, headers: dict[str, str] | None = None
    ) -> None:
        """Send an answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


if __name__ == "__main__":
    Handler.painter = Painter(Path(sys.argv[1]))
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        print(server.server_port, flush=True)
        server.serve_forever()
