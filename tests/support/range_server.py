"""A web server that answers ranges, as every server of imagery does; Python's own does not.

It runs as a process of its own, because rasterio does not let other threads run while it opens a file.
Prints its port, then serves the current folder until it is ended. With ``busy`` it answers 503 to the first range of
each file; with ``plain`` it knows neither ranges nor HEAD.
"""

from __future__ import annotations

import http.server
import io
import sys
from pathlib import Path
from typing import Any

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

    def send_head(self) -> Any:
        """Answer a range, or leave it to Python."""
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
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {first}-{end}/{len(content)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        return io.BytesIO(part)

    def log_message(self, *_: Any) -> None:
        """Stay quiet."""


if __name__ == "__main__":
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), RangeHandler) as server:
        print(server.server_port, flush=True)
        server.serve_forever()
