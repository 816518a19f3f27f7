"""`make demo`: build a voice index of the demo scene, ask it spoken questions, draw the hits.

Runs the commands that a user would type, shows them, and leaves everything in ``build/demo``. With
``--raster`` or ``--voice`` it does the same with files of the user's own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely.geometry import shape

from .hit_picture import Answer, draw_answers

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "resources" / "demo"
OUT = ROOT / "build" / "demo"
GROUND_SIZES = ("200", "300")
OVERLAP = "0.5"
SHOWN = ("airport", "storagetanks", "beach")
# A hit is right if at least this part of the tile, or of the place, is common to both.
RIGHT_SHARE = 0.2


@dataclass(frozen=True)
class Question:
    """A spoken question; ``kind`` names the right places of the demo scene, if they are known."""

    text: str
    recording: Path
    kind: str | None = None


def demo_questions() -> list[Question]:
    """Return the twelve questions that come with the demo scene."""
    rows = json.loads((DEMO / "questions.json").read_text(encoding="utf-8"))
    return [Question(row["text"], DEMO / row["file"], row["kind"]) for row in rows]


def engine(*arguments: str | Path) -> None:
    """Run a command of the engine as a user would, and show it."""
    words = [str(argument) for argument in arguments]
    shown = " ".join(word.replace(f"{ROOT}/", "") for word in words)
    print(f"\n$ python -m engine {shown}", flush=True)
    done = subprocess.run([sys.executable, "-m", "engine", *words], cwd=ROOT)
    if done.returncode:
        sys.exit(done.returncode)


def places() -> dict[str, shapely.Geometry]:
    """Return where each kind of place of the demo scene is, EPSG:4326."""
    found: dict[str, list[shapely.Geometry]] = {}
    collection = json.loads((DEMO / "places.geojson").read_text(encoding="utf-8"))
    for feature in collection["features"]:
        found.setdefault(feature["properties"]["kind"], []).append(shape(feature["geometry"]))
    return {kind: shapely.union_all(shapes) for kind, shapes in found.items()}


def right_ranks(hits: Path, place: shapely.Geometry, most: int = 3) -> list[int]:
    """Return the ranks of the first hits that show a place."""
    ranks = []
    for feature in json.loads(hits.read_text(encoding="utf-8"))["features"][:most]:
        tile = shape(feature["geometry"])
        common = tile.intersection(place).area
        largest = max(part.area for part in getattr(place, "geoms", [place]))
        if common >= RIGHT_SHARE * min(tile.area, largest):
            ranks.append(feature["properties"]["rank"])
    return ranks


def main() -> None:
    """Run the demo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raster", type=Path, help="a raster of your own")
    parser.add_argument("--voice", type=Path, help="a recorded question of your own")
    parser.add_argument(
        "--all", action="store_true", help="ask all twelve questions, count the right answers"
    )
    chosen = parser.parse_args()
    raster = (chosen.raster or DEMO / "scene.tif").absolute()
    questions = demo_questions()
    if chosen.voice:
        questions = [Question(chosen.voice.name, chosen.voice.absolute())]
    elif not chosen.all:
        questions = [question for question in questions if question.kind in SHOWN]

    OUT.mkdir(parents=True, exist_ok=True)
    index = OUT / (f"{raster.stem}.scrl" if chosen.raster else "demo.scrl")
    sizes = () if chosen.raster else ("--ground-size", *GROUND_SIZES, "--overlap", OVERLAP)
    engine("index", "build", index, raster, *sizes)
    truth = {} if chosen.raster else places()
    answers, right = [], 0
    for question in questions:
        hits = OUT / f"hits-{question.recording.stem}.geojson"
        print(f"\nAsking: “{question.text}”")
        engine("search", index, "--voice", question.recording, "-k", "3", "--out", hits)
        answers.append(Answer(question.text, hits))
        if question.kind in truth:
            ranks = right_ranks(hits, truth[question.kind])
            right += bool(ranks)
            print(
                f"Right place ({question.kind}): "
                + (f"hit {', '.join(map(str, ranks))}" if ranks else "none")
            )
    picture = OUT / "hits.png"
    draw_answers(raster, answers, picture)
    if truth and all(question.kind in truth for question in questions):
        print(
            f"\n{right} of {len(questions)} questions have the right place among their first 3 hits."
        )
    print(f"Picture of the hits: {picture.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
