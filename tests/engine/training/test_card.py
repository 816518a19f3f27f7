"""The model card names what a model was made from."""

from __future__ import annotations

import json
from pathlib import Path

from engine.model.files import CARD, WEIGHTS
from engine.training.card import write_card
from engine.training.config import TrainingConfig
from engine.training.datasets import MORE, CaptionedImage
from engine.training.synthesis import Clip


def test_the_card_names_every_source_with_its_licence(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS).write_bytes(bytes(2_000_000))
    rows = (
        {"stage": "voice", "epoch": 3, "score": 80.0, "val_map": 85.5},
        {"stage": "fusion", "scene_weight": 0.3},
    )
    (tmp_path / "log.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    images = [
        CaptionedImage("rsicd", "a", "pond", ("a pond",), "train", "train"),
        CaptionedImage(MORE, "b", "wetland", (), "train", "train", "nwpu"),
        CaptionedImage(MORE, "c", "flooded", (), "train", "train", "harvey"),
        CaptionedImage(MORE, "d", None, ("two cars",), "train", "train", "vhr"),
    ]
    clips = [Clip("a pond", "espeak", "en-gb"), Clip("a pond", "kokoro", "af_sarah+am_echo")]
    config = TrainingConfig(start_weights="/data/aerial-lite0.safetensors")
    write_card(tmp_path, config, images, clips, tmp_path, [], [], "evaluate")
    card = (tmp_path / CARD).read_text(encoding="utf-8")
    assert "knows the 3 kinds" in card
    assert "aerial-lite0.safetensors" in card.split("## Training data")[0]
    data = card.split("## Training data")[1].split("## Speakers")[0]
    for said in (
        "| 1 images | CC BY 4.0 |",
        "NWPU-RESISC45",
        "NWPU VHR-10",
        "| 1 images | research use |",
    ):
        assert said in data
    assert "EuroSAT" not in data, "no image of it was used"
    assert "3 different voices" in card
