"""Builds the demo scene once for every line of standard input, by whatever engine ``PYTHONPATH`` leads to."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from engine.imagery.tiling import TileSpec
from engine.index.builder import build_index
from engine.model.checkpoint import load_model

model = load_model()
spec = TileSpec(tuple(map(float, sys.argv[2:])), 0.25, model.tile_pixels)
for _ in sys.stdin:
    with tempfile.TemporaryDirectory() as folder:
        wall, cpu = time.perf_counter(), time.process_time()
        report = build_index(
            Path(folder) / "b.scrl", [sys.argv[1]], model, spec, part_tiles=2048, batch_size=32
        )
        took = [time.perf_counter() - wall, time.process_time() - cpu, report.tiles]
    print(json.dumps(took), flush=True)
