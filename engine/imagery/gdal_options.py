"""How GDAL is set wherever rasters are opened."""

from __future__ import annotations

from collections.abc import Mapping

# GDAL's own default is 5 % of the machine's memory, which is too little for a row of tiles on a small
# machine and needlessly much on a large one. This holds the two rows of blocks that a row of small tiles touches in a
# raster 100,000 pixels wide (RGB, blocks of 512): each block is decoded once.
BLOCK_CACHE_BYTES = 320 * 1024 * 1024

#: For every raster.
GDAL_OPTIONS: Mapping[str, str | int | bool] = {
    "GDAL_CACHEMAX": BLOCK_CACHE_BYTES,
    "GDAL_HTTP_CONNECTTIMEOUT": 20,
    "GDAL_HTTP_TIMEOUT": 120,
    "GDAL_HTTP_MAX_RETRY": 3,
    "GDAL_HTTP_RETRY_DELAY": 1,
    # A VRT can hold Python code; whoever runs QGIS may have allowed that for other programs.
    "GDAL_VRT_ENABLE_PYTHON": "NO",
    # A description of a map service may name any folder for it; a build reads every tile once.
    "GDAL_ENABLE_WMS_CACHE": False,
    "VSI_CACHE": True,
    "VSI_CACHE_SIZE": 32 * 1024 * 1024,
}

NOT_A_PROXY = "no web"
#: With these GDAL makes no connection. The name of a file that is none comes first, since what GDAL could not open
#: it takes for missing from then on; a proxy that is none stops what is not asked for by ``/vsicurl/``, such as
#: tiles of a WMS; the threads that read the parts of a large VRT side by side would know of neither.
NO_WEB: Mapping[str, str | int | bool] = {
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "GDAL_HTTP_PROXY": NOT_A_PROXY,
    "GDAL_HTTPS_PROXY": NOT_A_PROXY,
    "VRT_NUM_THREADS": "1",
}
