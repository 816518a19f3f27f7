"""The demo in QGIS: opens the scene, builds its voice index, speaks, and takes pictures of the window.

Everything is real: a desktop QGIS (on a screen that nobody sees), the plugin, the engine, a recording
from a microphone, into which PulseAudio plays the question.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import rasterio
from PIL import Image

from .demo import DEMO, OUT, Question, demo_questions
from .qgis_desktop import CannotRun, fail, run_in_qgis
from .qgis_profile import ROOT

HOME = OUT / "qgis"
PICTURES = ROOT / "docs" / "images"
SECONDS = 600
# Of these, the first is the one whose answer is shown large.
SHOWN = ("storagetanks", "airport", "beach")


def run(
    raster: Path,
    questions: list[Question],
    pictures: Path,
    ground_sizes: list[float],
    all_pictures: bool,
) -> None:
    """Let QGIS do it.

    Args:
        raster: What is searched.
        questions: What is asked, one after the other.
        pictures: Folder for the pictures.
        ground_sizes: Sides of the tiles; empty takes what the plugin suggests.
        all_pictures: Also of every step on the way, as the README shows them.

    Raises:
        CannotRun: QGIS is not there, or something did not happen in it.
    """
    indexes = HOME / "indexes"
    if indexes.exists():
        shutil.rmtree(indexes)
    indexes.mkdir(parents=True)
    earlier = HOME / "scene 2019-06-03.tif"
    if all_pictures:
        write_earlier(raster, earlier)
    outcome = run_in_qgis(
        "tools.qgis_demo_script",
        {
            "raster": str(raster),
            "questions": [[q.text, str(q.recording), q.kind or ""] for q in questions],
            "pictures": str(pictures),
            "indexes": str(indexes),
            "ground_sizes": ground_sizes,
            "all_pictures": all_pictures,
            "earlier": str(earlier),
            "note": str(questions[0].recording),
        },
        HOME,
        seconds=SECONDS,
    )
    print("\nPictures of the QGIS window:")
    for name in outcome["pictures"]:
        make_small(Path(name))
        print(f"  {Path(name).relative_to(ROOT)}")


def write_earlier(raster: Path, file: Path) -> None:
    """Write the demo scene as it might have been in 2019: fields where the tank farm is now."""
    with rasterio.open(raster) as scene:
        pixels, profile = scene.read(), scene.profile
    pixels[:, 1800:2405, 1790:2210] = pixels[:, 30:635, 890:1310]
    with rasterio.open(file, "w", **profile) as earlier:
        earlier.write(pixels)
        earlier.update_tags(TIFFTAG_DATETIME="2019:06:03 10:30:00")


def make_small(picture: Path) -> None:
    """Let a PNG have 256 colours: a third of the size, and nobody sees it."""
    with Image.open(picture) as image:
        small = image.convert("RGB").quantize(256, kmeans=2, dither=Image.Dither.FLOYDSTEINBERG)
    small.save(picture, optimize=True)


def main() -> None:
    """Run the demo in QGIS."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raster", type=Path, help="a raster of your own")
    parser.add_argument("--voice", type=Path, help="a recorded question of your own")
    parser.add_argument(
        "--screenshots", action="store_true", help="take the README's pictures, in docs/images"
    )
    chosen = parser.parse_args()
    by_kind = {question.kind: question for question in demo_questions()}
    questions = [by_kind[kind] for kind in (SHOWN[:1] if chosen.screenshots else SHOWN)]
    if chosen.voice:
        questions = [Question(chosen.voice.name, chosen.voice.absolute())]
    raster = (chosen.raster or DEMO / "scene.tif").absolute()
    try:
        run(
            raster,
            questions,
            PICTURES if chosen.screenshots else OUT,
            [] if chosen.raster else [200.0, 300.0],
            chosen.screenshots,
        )
    except CannotRun as error:
        fail(error)


if __name__ == "__main__":
    main()
