"""A tile server of the whole Earth, on this machine."""

from __future__ import annotations

import io
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

import numpy as np
from PIL import Image


def description(address: str) -> str:
    """Return what GDAL reads as a raster of the tiles at an address, 18 levels deep."""
    side = "20037508.34"
    return (
        f'<GDAL_WMS><Service name="TMS"><ServerUrl>{address}</ServerUrl></Service>'
        f"<DataWindow><UpperLeftX>-{side}</UpperLeftX><UpperLeftY>{side}</UpperLeftY><LowerRightX>{side}</LowerRightX>"
        f"<LowerRightY>-{side}</LowerRightY><TileLevel>18</TileLevel><TileCountX>1</TileCountX>"
        "<TileCountY>1</TileCountY><YOrigin>top</YOrigin></DataWindow><Projection>EPSG:3857</Projection>"
        "<BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY><BandsCount>3</BandsCount></GDAL_WMS>"
    )


class TileServer:
    """Serves tiles of noise while it is entered.

    Attributes:
        requests: How many have been asked for.
    """

    def __init__(self) -> None:
        self.requests = 0

    @property
    def address(self) -> str:
        """The address of a tile, as GDAL writes it."""
        return f"http://127.0.0.1:{self._server.server_port}/${{z}}/${{x}}/${{y}}.png"

    def __enter__(self) -> TileServer:
        outer = self
        content = io.BytesIO()
        noise = np.random.default_rng(0).integers(1, 255, (256, 256, 3), dtype=np.uint8)
        Image.fromarray(noise).save(content, "PNG")

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.requests += 1
                self.send_response(200)
                self.send_header("Content-Type", "image/png")
                self.end_headers()
                self.wfile.write(content.getvalue())

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
