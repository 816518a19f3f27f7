"""``python -m engine stac``: images of a STAC catalogue.

Adds its command to those of :mod:`engine.cli` when it is imported, which :mod:`engine.__main__` does.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import PROGRAM
from .cli import AreaOption, JsonOption, NumberListCommand, SinceOption, UntilOption, answer, app
from .console import Output
from .contract import methods
from .contract.codec import to_json
from .texts import counted


@app.command("stac", cls=NumberListCommand)
def stac(
    catalogue: Annotated[
        str,
        typer.Argument(
            help="Address of a STAC API or of a static catalogue, or a file catalog.json.",
            metavar="CATALOGUE",
        ),
    ],
    area: AreaOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    max_cloud: Annotated[
        float | None,
        typer.Option(
            help="Most clouds, in percent; images that do not say how many they have are kept.",
            min=0,
            max=100,
        ),
    ] = None,
    collection: Annotated[
        list[str] | None,
        typer.Option(help="Only in this collection; may be repeated.", metavar="ID"),
    ] = None,
    limit: Annotated[int, typer.Option(help="Maximum number of images.", min=1)] = 100,
    save: Annotated[
        Path | None,
        typer.Option(
            help="Save the list as JSON; `index build NAME.scrl FILE` indexes the images where they lie.",
            metavar="FILE",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Search a STAC catalogue for images that an index can be built of without downloading them.

    The only command that opens connections by itself: to the catalogue that you name.
    """
    found = answer(
        methods.SEARCH_CATALOGUE,
        methods.SearchCatalogueParams(
            str(catalogue),
            area,
            since,
            until,
            max_cloud,
            tuple(collection or ()),
            limit,
            None if save is None else str(save),
        ),
    )
    output = Output(as_json)
    output.json(to_json(found))
    output.table(
        counted(len(found.images), "image"),
        ("item", "collection", "date", "cloud", "MB", "image"),
        [
            (
                image.item, image.collection, image.date,
                None if image.cloud_percent is None else f"{image.cloud_percent:.0f} %",
                None if image.size_bytes is None else round(image.size_bytes / 1e6, 1),
                image.uri.removeprefix("/vsicurl/"),
            )
            for image in found.images
        ],
    )  # fmt: skip
    if found.without_picture:
        output.text(
            f"{found.without_picture} more have no image in red, green and blue, and are left out."
        )
    if found.unreadable:
        output.text(f"{found.unreadable} entries of the catalogue could not be read.")
    if found.more:
        output.text("There may be more: narrow the search, or raise --limit.")
    if found.terms:
        output.text(f"Licences, as the catalogue names them: {', '.join(found.terms)}")
    if save is not None:
        output.text(f"Saved to {save}. To index: {PROGRAM} index build NAME.scrl {save}")
