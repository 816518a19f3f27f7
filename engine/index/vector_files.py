"""Vector files of the user's, read by pyogrio, which makes no connection for them.

Where rasterio and pyogrio have the same GDAL, that holds for the thread that reads, and, if it is the main thread, for
all threads until it has read: a limit of :class:`rasterio.Env`.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pyogrio
import pyogrio.raw
import rasterio
from rasterio.env import get_gdal_config

from ..imagery.gdal_options import NO_WEB

_PROBE = "QGIS_SCRL_PROBE"


def _shares_gdal() -> bool:
    """Return whether rasterio and pyogrio stand on one GDAL (Debian's, conda's); their wheels bring one each."""
    pyogrio.set_gdal_config_options({_PROBE: "YES"})
    try:
        return get_gdal_config(_PROBE) is not None
    finally:
        pyogrio.set_gdal_config_options({_PROBE: None})


SHARES_GDAL = _shares_gdal()
# A file may be a virtual layer that names a server. What pyogrio sets holds for all threads: where rasterio has the
# same GDAL, rasters on the web could not be read any more.
if not SHARES_GDAL:
    pyogrio.set_gdal_config_options(dict(NO_WEB))


def _without_web() -> AbstractContextManager[Any]:
    return rasterio.Env(**NO_WEB) if SHARES_GDAL else nullcontext()


def read(path: Any, **options: Any) -> Any:
    """Read a layer; arguments, result and errors are those of ``pyogrio.raw.read``."""
    with _without_web():
        return pyogrio.raw.read(path, **options)


def list_layers(path: Any) -> Any:
    """Return the layers of a file, as ``pyogrio.list_layers`` does."""
    with _without_web():
        return pyogrio.list_layers(path)
