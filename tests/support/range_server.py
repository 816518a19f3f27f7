"""A web server that answers ranges, as every server of imagery does; Python's own does not.

It runs as a process of its own, because rasterio does not let other threads run while it opens a file.
Prints its port, then serves the current folder until it is ended. With ``busy`` it answers 503 to the first range of
each file, with ``limited`` 429 to the first request of each; with ``plain`` it knows neither ranges nor HEAD; with
``closed`` it answers 429 for an hour; with ``expired`` it refuses every raster (403); with ``half`` it breaks off in the middle of each range. ``/api`` is a STAC API
of the items in ``items.json``, two a page.
"""

from __future__ import annotations

import http.server
import io
import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

HABIT = sys.argv[1] if len(sys.argv) > 1 else ""


class RangeHandler(http.server.SimpleHTTPRequestHandler):
    """Python's file server with ranges."""

    refused: set[str] = set()  # noqa: RUF012 - shared by all requests

    def do_HEAD(self) -> None:
        """Answer without the content, if that is known here."""
        if HABIT == "plain":
            self.send_error(405)
        else:
            super().do_HEAD()

    def send_json(self, document: dict[str, Any]) -> io.BytesIO:
        """Answer with JSON."""
        content = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def api(self) -> io.BytesIO:
        """Answer as a STAC API does."""
        address = f"http://{self.headers['Host']}"
        asked = urlsplit(self.path)
        if asked.path.rstrip("/") == "/api":
            links = [
                {"rel": "search", "href": f"{address}/api/search", "type": "application/geo+json"},
                {"rel": "self", "href": f"{address}/api"},
            ]
            conforms = [
                "https://api.stacspec.org/v1.0.0/core",
                "https://api.stacspec.org/v1.0.0/item-search",
            ]
            return self.send_json({
                "type": "Catalog", "id": "api", "stac_version": "1.0.0", "description": "Tests",
                "links": links, "conformsTo": conforms,
            })  # fmt: skip
        values = {key: value[0] for key, value in parse_qs(asked.query).items()}
        items = json.loads(Path("items.json").read_text())["features"]
        if "bbox" in values:
            west, south, east, north = map(float, values["bbox"].split(","))
            items = [
                i for i in items
                if i["bbox"][0] <= east and i["bbox"][2] >= west and i["bbox"][1] <= north and i["bbox"][3] >= south
            ]  # fmt: skip
        first = int(values.get("page", 0))
        links = []
        if first + 2 < len(items):
            following = urlencode({**values, "page": first + 2})
            links = [{"rel": "next", "href": f"{address}/api/search?{following}"}]
        return self.send_json(
            {"type": "FeatureCollection", "features": items[first : first + 2], "links": links}
        )

    def send_head(self) -> Any:
        """Answer a range, or leave it to Python."""
        there = self.path.startswith("/api") or Path(self.translate_path(self.path)).is_file()
        if HABIT == "closed":
            self.send_response(429)
            self.send_header("Retry-After", "3600")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if HABIT == "limited" and there and self.path not in self.refused:
            self.refused.add(self.path)
            self.send_response(429)
            self.send_header("Retry-After", "1")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if HABIT == "expired" and self.path.endswith(".tif"):
            return self.send_error(403)
        if self.path.startswith("/api"):
            return self.api()
        wanted = None if HABIT == "plain" else self.headers.get("Range")
        if HABIT == "busy" and wanted is not None and self.path not in self.refused:
            self.refused.add(self.path)
            return self.send_error(503)
        path = Path(self.translate_path(self.path))
        if wanted is None or not path.is_file():
            return super().send_head()
        content = path.read_bytes()
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        end = min(int(last) if last else len(content) - 1, len(content) - 1)
        part = content[int(first) : end + 1]
        if HABIT == "half":
            part = part[: len(part) // 2]
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {first}-{end}/{len(content)}")
        self.send_header("Content-Length", str(end + 1 - int(first)))
        self.end_headers()
        return io.BytesIO(part)

    def log_message(self, *_: Any) -> None:
        """Stay quiet."""


if __name__ == "__main__":
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), RangeHandler) as server:
        print(server.server_port, flush=True)
        server.serve_forever()
