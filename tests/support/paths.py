"""Where things lie in this checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources" / "demo"
SCENE = DEMO / "scene.tif"
QUESTIONS = DEMO / "questions"
AIRPORT = QUESTIONS / "01-airport.ogg"
BALL_FIELD = QUESTIONS / "02-baseballfield.ogg"
BEACH = QUESTIONS / "03-beach.ogg"
HARBOUR = QUESTIONS / "08-port.ogg"
TANKS = QUESTIONS / "11-storagetanks.ogg"
