"""Images that a STAC catalogue names: where they lie, and what there is to say of them."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsGeometry, QgsPointXY

from ..contract import methods
from ..translation import tr, tr_later

#: What STAC calls licences that are none of SPDX's.
_TERMS = {
    "proprietary": tr_later("proprietary (a licence of its own; see the catalogue)"),
    "various": tr_later("various (see the catalogue)"),
    "other": tr_later("other (see the catalogue)"),
}


def footprint_of(image: methods.CatalogueImage) -> QgsGeometry:
    """Return the outline of an image in EPSG:4326; empty if the catalogue does not say where it lies."""
    corners = [QgsPointXY(lon, lat) for lon, lat in image.footprint]
    return QgsGeometry.fromPolygonXY([corners]) if corners else QgsGeometry()


def found_in_words(found: methods.SearchCatalogueResult) -> Iterator[str]:
    """Yield what else there is to say of the images that were found, a sentence each."""
    if found.without_picture:
        yield tr(
            "%n item(s) without a picture in red, green and blue left out.", n=found.without_picture
        )
    if found.unreadable:
        yield tr("%n entry(ies) of the catalogue could not be read.", n=found.unreadable)
    if found.more:
        yield tr("There may be more: narrow the search, or raise the maximum number of images.")
    if found.terms:
        terms = ", ".join(tr(_TERMS[term]) if term in _TERMS else term for term in found.terms)
        yield tr("Licences, as the catalogue names them: {terms}.").format(terms=terms)
    elif found.images:
        yield tr(
            "The catalogue names no licence; ask its operator what you may do with the images."
        )
