"""A STAC catalogue on a web server: static (``/catalog.json``), and as an API (``/api``)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support import range_server

#: Day, clouds and column (0.1 degrees each) of what the catalogue has.
ITEMS = {"a": ("2019-05-04", 3.0, 0), "b": ("2019-08-01", 80.0, 0), "c": ("2020-05-04", None, 1)}


def item(name: str, address: str, day: str, cloud: float | None, column: int) -> dict[str, Any]:
    """Return a STAC item whose picture is NAME.tif."""
    west, south = 11.0 + 0.1 * column, 48.0
    east, north = west + 0.05, south + 0.05
    corners = [[east, south], [east, north], [west, north], [west, south], [east, south]]
    properties: dict[str, Any] = {"datetime": f"{day}T10:00:00Z", "license": "CC-BY-4.0"}
    if cloud is not None:
        properties["eo:cloud_cover"] = cloud
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": name, "collection": "ortho",
        "geometry": {"type": "Polygon", "coordinates": [corners]}, "bbox": [west, south, east, north], "links": [],
        "properties": properties,
        "assets": {
            "thumbnail": {"href": f"{address}/thumbnail.png", "roles": ["thumbnail"]},
            "visual": {"href": f"{address}/{name}.tif", "roles": ["visual"], "file:size": 4096, "gsd": 1.0},
        },
    }  # fmt: skip


class CatalogueServer:
    """Serves a folder with the images ``a.tif``, ``b.tif`` and ``c.tif``.

    Args:
        web: The folder.
    """

    def __init__(self, web: Path) -> None:
        self.web = web
        self._running: list[subprocess.Popen[str]] = []

    def start(self, habit: str = "") -> str:
        """Begin to serve, write the catalogue, and return the address; for habits see :mod:`.range_server`."""
        process = subprocess.Popen(
            [sys.executable, "-u", range_server.__file__, habit], cwd=self.web, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self._running.append(process)
        assert process.stdout is not None
        address = f"http://127.0.0.1:{process.stdout.readline().strip()}"
        items = [item(name, address, *values) for name, values in ITEMS.items()]
        (self.web / "items.json").write_text(
            json.dumps({"type": "FeatureCollection", "features": items})
        )
        links: list[dict[str, str]] = []
        for each in items:
            # Relative, as static catalogues have them.
            each["assets"]["visual"]["href"] = f"./{each['id']}.tif"
            (self.web / f"{each['id']}.json").write_text(json.dumps(each))
            links.append({"rel": "item", "href": f"./{each['id']}.json"})
        root = {
            "type": "Catalog", "stac_version": "1.0.0", "id": "ortho", "description": "Tests", "links": links,
        }  # fmt: skip
        (self.web / "catalog.json").write_text(json.dumps(root))
        return address

    def end(self) -> None:
        """End all servers."""
        for process in self._running:
            process.kill()
            process.communicate()
