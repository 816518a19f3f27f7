"""Rasters drawn at random over all that a file may say, each with the truth about it beside."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from hypothesis import strategies as st
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, Resampling
from rasterio.shutil import copy
from scipy.ndimage import gaussian_filter

WIDTH, HEIGHT = 150, 130

R, G, B, A, N, U, GREY = (
    ColorInterp[name] for name in ("red", "green", "blue", "alpha", "nir", "undefined", "gray")
)


@dataclass(frozen=True)
class Bands:
    """What the bands are, and how the file says so.

    Attributes:
        hold: What each holds: a colour, "nir", "other" or "alpha".
        names: Descriptions, if the file has any.
        meanings: Colour interpretation, if the file has one.
        file: Begin of its name, if that tells.
    """

    hold: tuple[str, ...]
    names: tuple[str, ...] | None = None
    meanings: tuple[ColorInterp, ...] | None = None
    file: str = "scene"

    @property
    def shown(self) -> tuple[int, ...]:
        """Numbers from 0 of the bands to show."""
        if "red" not in self.hold:
            return (0,)
        return tuple(self.hold.index(colour) for colour in ("red", "green", "blue"))


BANDS = {
    "grey": Bands(("grey",)),
    "grey and alpha": Bands(("grey", "alpha"), meanings=(GREY, A)),
    "rgb": Bands(("red", "green", "blue")),
    "rgba": Bands(("red", "green", "blue", "alpha"), meanings=(R, G, B, A)),
    "bgr": Bands(("blue", "green", "red"), names=("Blue", "Green", "Red")),
    "bgrn": Bands(("blue", "green", "red", "nir"), names=("blue", "green", "red", "nir")),
    "nrgb": Bands(("nir", "red", "green", "blue"), meanings=(N, R, G, B)),
    "sentinel-2": Bands(("blue", "green", "red", "nir"), names=("B02", "B03", "B04", "B08")),
    "planet": Bands(("other", "blue", "other", "green", "other", "red", "other", "nir"),
                    names=("coastal_blue", "blue", "green_i", "green", "yellow", "red", "rededge", "nir")),
    "landsat": Bands(("other", "blue", "green", "red", "nir", "other", "other"), file="LC08_L2SP_033033_20150926"),
}  # fmt: skip

#: Driver, suffix, types, most bands, what it keeps: nodata, names, any transform.
DRIVERS: dict[str, tuple[str, str, tuple[str, ...], int, frozenset[str]]] = {
    "GTiff": ("GTiff", ".tif", ("uint8", "uint16", "int16", "int32", "float32", "float64"), 99,
              frozenset({"nodata", "names", "turned", "masks", "alpha"})),
    "COG": ("COG", ".tif", ("uint8", "uint16", "int16", "float32"), 99, frozenset({"nodata", "names", "turned", "alpha"})),
    "HFA": ("HFA", ".img", ("uint8", "uint16", "int16", "float32"), 99, frozenset({"nodata", "names"})),
    "ENVI": ("ENVI", ".dat", ("uint8", "uint16", "int16", "int32", "float32"), 99, frozenset({"nodata", "names"})),
    "EHdr": ("EHdr", ".bil", ("uint8", "uint16", "int16", "float32"), 99, frozenset({"nodata", "names"})),
    "JP2OpenJPEG": ("JP2OpenJPEG", ".jp2", ("uint8", "uint16"), 4, frozenset({"turned", "alpha"})),
    "PNG": ("PNG", ".png", ("uint8", "uint16"), 4, frozenset({"turned", "alpha"})),
    "VRT": ("VRT", ".vrt", ("uint8", "uint16", "int16", "float32"), 99, frozenset({"nodata", "names", "turned", "alpha"})),
}  # fmt: skip

#: CRS, where the raster begins, and the size of a pixel in its units.
PLACES = {
    "EPSG:32633": (400_000.0, 5_500_000.0, 0.5), "EPSG:32733": (500_000.0, 7_000_000.0, 10.0),
    "EPSG:4326": (11.0, 60.0, 1e-5), "EPSG:3857": (1e6, 9.2e6, 2.0), "EPSG:2056": (2_600_000.0, 1_200_000.0, 0.1),
    "EPSG:3035": (4_321_000.0, 3_210_000.0, 30.0), "EPSG:3031": (-2_400_000.0, 1_000_000.0, 30.0),
    "EPSG:2263": (987_000.0, 211_000.0, 3.0), "EPSG:3832": (3_339_000.0, -2e6, 50.0),
}  # fmt: skip
SHAPES = {
    "north-up": Affine.scale(1, -1), "oblong": Affine.scale(1.5, -1), "south-up": Affine.identity(),
    "rotated": Affine.rotation(25) @ Affine.scale(1, -1), "sheared": Affine.shear(15, 0) @ Affine.scale(1, -1),
    "turned over": Affine.scale(-1, -1),
}  # fmt: skip
_LARGEST = {"uint8": 255, "uint16": 10_000, "int16": 10_000, "int32": 100_000}
_UNDECLARED = {
    "uint8": (0, 255), "uint16": (0, 65535), "int16": (-9999, -32768, 0), "int32": (-9999, -(2**31)),
    "float32": (-9999.0, -3.4028234663852886e38, 0.0, math.nan), "float64": (-9999.0, 1e20, math.nan),
}  # fmt: skip


@dataclass(frozen=True)
class Drawing:
    """A raster to be written.

    Attributes:
        driver: Of :data:`DRIVERS`.
        dtype: Type of all bands.
        bands: Of :data:`BANDS`.
        crs: Of :data:`PLACES`.
        shape: Of :data:`SHAPES`.
        void: Where nothing is: "none", "strip" or "turned".
        void_said: How the file says so: "nodata", "mask", "mask beside", "alpha", "not".
        void_value: What the pixels hold there.
        place_said: Where the file says where it lies: "inside", "point", "beside".
        overviews: Whether there are any.
        statistics: Whether a file of statistics lies beside it, as QGIS writes.
        seed: Of what is shown.
    """

    driver: str
    dtype: str
    bands: str
    crs: str
    shape: str
    void: str
    void_said: str
    void_value: float
    place_said: str
    overviews: bool
    statistics: bool
    seed: int

    @property
    def transform(self) -> Affine:
        """From pixels to the CRS."""
        x, y, size = PLACES[self.crs]
        return Affine.translation(x, y) @ Affine.scale(size) @ SHAPES[self.shape]

    def shown(self) -> NDArray[np.bool_]:
        """Where something is, [rows, columns]."""
        row, column = np.mgrid[:HEIGHT, :WIDTH] + 0.5
        if self.void == "strip":
            return np.asarray(column > WIDTH / 3)
        if self.void == "turned":
            x, y, angle = column - WIDTH / 2, row - HEIGHT / 2, math.radians(20)
            along, across = x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)  # fmt: skip
            return np.asarray((np.abs(along) < 0.4 * WIDTH) & (np.abs(across) < 0.4 * HEIGHT))
        return np.ones((HEIGHT, WIDTH), dtype=bool)

    def values(self) -> NDArray[Any]:
        """Bands [bands, rows, columns], each a picture of its own."""
        hold = BANDS[self.bands].hold
        rng = np.random.default_rng(self.seed)
        hills = gaussian_filter(rng.standard_normal((len(hold), HEIGHT, WIDTH)), (0, 6, 6))
        low, high = hills.min(axis=(1, 2), keepdims=True), hills.max(axis=(1, 2), keepdims=True)
        picture = 0.15 + 0.7 * (hills - low) / (high - low) + 0.02 * rng.random(hills.shape)
        values = (picture * _LARGEST.get(self.dtype, 1.0)).astype(self.dtype)
        empty = ~self.shown()
        if self.void_said != "alpha":
            values[:, empty] = self.void_value
        if "alpha" in hold:
            opaque = 1.0 if self.dtype.startswith("float") else np.iinfo(self.dtype).max
            alpha = np.full((HEIGHT, WIDTH), opaque, dtype=self.dtype)
            alpha[empty] = 0
            values[hold.index("alpha")] = alpha
        return values


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Draw rasters that can exist: what the driver does not know is not asked of it."""
    driver = draw(st.sampled_from(sorted(DRIVERS)))
    _, _, dtypes, most, keeps = DRIVERS[driver]
    dtype = draw(st.sampled_from(dtypes))
    possible = [
        name
        for name, bands in BANDS.items()
        if len(bands.hold) <= most
        and (bands.names is None or "names" in keeps)
        and (bands.meanings is None or ("alpha" in keeps and driver not in ("PNG", "JP2OpenJPEG")) or "alpha" in bands.hold)
        and ("alpha" not in bands.hold or ("alpha" in keeps and dtype in ("uint8", "uint16")))
        and not (driver == "PNG" and len(bands.hold) == 4 and "alpha" not in bands.hold)
        and not (driver == "JP2OpenJPEG" and len(bands.hold) in (2, 4) and dtype != "uint8")
    ]  # fmt: skip
    bands = draw(st.sampled_from(possible))
    void = draw(st.sampled_from(["none", "strip", "turned"]))
    if "alpha" in BANDS[bands].hold:
        said = "alpha"
    else:
        ways = ["not"] + ["nodata"] * ("nodata" in keeps) + ["mask", "mask beside"] * ("masks" in keeps)  # fmt: skip
        said = draw(st.sampled_from(ways)) if void != "none" else "not"
    # GDAL turns what is south-up over when it writes JPEG 2000.
    shapes = sorted(SHAPES) if "turned" in keeps else ["north-up", "oblong"]
    if driver == "JP2OpenJPEG":
        shapes = [shape for shape in shapes if shape not in ("south-up", "turned over")]
    return Drawing(
        driver=driver,
        dtype=dtype,
        bands=bands,
        # GDAL writes feet of the US survey as international ones into ENVI's headers.
        crs=draw(st.sampled_from(sorted(set(PLACES) - ({"EPSG:2263"} if driver == "ENVI" else set())))),
        shape=draw(st.sampled_from(shapes)),
        void=void,
        void_said=said,
        void_value=draw(st.sampled_from(_UNDECLARED[dtype])),
        place_said=draw(st.sampled_from(["inside", "point", "beside"] if driver == "GTiff" else ["inside"])),
        overviews=draw(st.booleans()) if driver in ("GTiff", "HFA") else False,
        statistics=draw(st.booleans()),
        seed=draw(st.integers(0, 2**16)),
    )  # fmt: skip


def write_drawing(drawing: Drawing, folder: Path) -> Path:
    """Write a raster as it was drawn; return its path."""
    driver, suffix, *_ = DRIVERS[drawing.driver]
    bands, values, shown = BANDS[drawing.bands], drawing.values(), drawing.shown()
    path = folder / f"{bands.file}{suffix}"
    options: dict[str, Any] = {}
    if drawing.void_said == "nodata":
        options["nodata"] = drawing.void_value
    if drawing.place_said == "beside":
        options["profile"] = "BASELINE"
    if driver == "JP2OpenJPEG":
        options |= {"quality": "100", "reversible": "yes"}
    is_copied = driver in ("COG", "VRT", "PNG", "JP2OpenJPEG")
    made = folder / f"{bands.file}_made.tif" if is_copied else path
    settings = {"GDAL_TIFF_INTERNAL_MASK": drawing.void_said == "mask"}
    tags = {"AREA_OR_POINT": "Point"} if drawing.place_said == "point" else {}
    own = {} if is_copied else options
    with rasterio.Env(**settings):
        with rasterio.open(
            made, "w", driver="GTiff" if is_copied else driver, width=WIDTH, height=HEIGHT, count=len(values),
            dtype=values.dtype, crs=drawing.crs, transform=drawing.transform,
            **{"nodata": options.get("nodata"), **own}, **({"alpha": "unspecified"} if driver == "GTiff" and bands.meanings is None and len(values) in (2, 4) else {}),
        ) as out:  # fmt: skip
            out.update_tags(**tags)
            if bands.meanings is not None:
                out.colorinterp = bands.meanings
            for number, name in enumerate(bands.names or (), start=1):
                out.set_band_description(number, name)
            out.write(values)
            if drawing.void_said.startswith("mask"):
                out.write_mask(shown)
        if is_copied:
            copy(made, path, driver=driver, **{key: value for key, value in options.items() if key != "nodata"})  # fmt: skip
        if drawing.overviews:
            with rasterio.open(path, "r+") as out:
                out.build_overviews([2, 4], Resampling.average)
    if drawing.statistics:
        with rasterio.open(path) as seen:
            seen.statistics(1, approx=True)
    return path
