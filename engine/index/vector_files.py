"""Vector files of the user's, read by pyogrio, which makes no connection for them."""

from __future__ import annotations

import pyogrio
import pyogrio.raw

from ..imagery.gdal_options import NO_WEB

# A file may be a virtual layer that names a server. pyogrio has a GDAL of its own, set for all threads; what
# is read through it are files on this computer.
pyogrio.set_gdal_config_options(dict(NO_WEB))

read = pyogrio.raw.read
list_layers = pyogrio.list_layers
