"""``resources/help`` is what the guide makes it."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PIL import Image

from tools import help_pages

MADE = help_pages.pages()
AGAIN = "run `make pages`"


def test_the_pages_are_up_to_date():
    there = {path.name: path.read_text(encoding="utf-8") for path in help_pages.FOLDER.glob("*.*")}
    assert there == MADE, AGAIN


@pytest.mark.parametrize("name", help_pages.pictures())
def test_the_pictures_are_those_of_the_guide(name):
    with Image.open(help_pages.FOLDER / "images" / f"{name}.webp") as opened:
        shown = np.asarray(opened.convert("RGB"), dtype=float)
    wanted = np.asarray(help_pages.picture(name), dtype=float)
    assert shown.shape == wanted.shape, AGAIN
    # Compressed, and by this or that version of the encoder.
    assert np.abs(shown - wanted).mean() < 4.0, AGAIN


@pytest.mark.parametrize("page", sorted(name for name in MADE if name.endswith(".html")))
def test_everything_that_a_page_needs_is_there(page):
    text = MADE[page]
    links = re.findall(r'(?:href|src)="([^"]+)"', text)
    outside = [link for link in links if "://" in link]
    assert all(link.startswith("https://www.python.org/") for link in outside)
    for link in set(links) - set(outside):
        assert (help_pages.FOLDER / link).is_file(), link
    assert "<script" not in text
    assert "](" not in text, "a link that was not understood"


def test_the_pages_are_small_and_every_one_is_reached():
    size = sum(path.stat().st_size for path in help_pages.FOLDER.rglob("*.*"))
    assert size < 1_500_000
    for name in MADE:
        assert name in ("index.html", "help.css") or f'href="{name}"' in MADE["index.html"]


def test_a_link_to_no_section_is_found():
    with pytest.raises(ValueError, match="no section"):
        help_pages._body("[there](#nowhere)", {})
