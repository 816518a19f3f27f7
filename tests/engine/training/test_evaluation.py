"""Commands against the third set: kinds count alike, and those with few images do not."""

from __future__ import annotations

import shutil

import pytest

from engine.model.checkpoint import load_model
from engine.progress import Task
from engine.training.clip_assignment import SpokenPhrase
from engine.training.datasets import FEWEST_OF_A_KIND, MORE, load_captions, select
from engine.training.evaluation import MORE_TEST, TYPED, embed_images, measure_commands
from engine.training.phrases import Phrase
from engine.training.synthesis import Clip
from tests.support.paths import ROOT
from tests.support.shared_data import DATA, needs_shared


@needs_shared
def test_a_command_finds_the_validation_images_of_its_kind(tmp_path):
    model = load_model(None)
    validating = select(load_captions(DATA, MORE), "val")
    images = [
        image
        for kind, count in (("storagetanks", 6), ("forest", 6), ("roundabout", 4))
        for image in [i for i in validating if i.kind == kind][:count]
    ]
    vectors = embed_images(model, DATA, images, Task())

    def command(kind: str) -> SpokenPhrase:
        clip = Clip(f"find the {kind}", "kokoro", "af_bella")
        clip.path(tmp_path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / "data" / "storage_tanks.flac", clip.path(tmp_path))
        return SpokenPhrase(Phrase(clip.text, (kind,)), clip)

    # Asked in the same words: for storage tanks right, for a forest not one is; four roundabouts are too few to count.
    asked = [command("storagetanks"), command("forest"), command("roundabout")]
    unheard = SpokenPhrase(Phrase("find ponds", ("pond",)), Clip("find ponds", "kokoro", "af_kore"))
    tests = [(MORE_TEST, images, vectors)]
    result, typed = measure_commands(model, "commands", [*asked, unheard], tmp_path, tests, Task())
    # Typed, each asks in its own words.
    assert (typed.sound, typed.queries) == (TYPED, 3)
    assert typed.p10 > 80
    assert FEWEST_OF_A_KIND == 5
    assert (result.test, result.queries, result.items) == (MORE_TEST, 3, 16)
    assert result.p10 == pytest.approx(50, abs=9)
    assert result.r10 is None
    alone, _ = measure_commands(model, "commands", asked[:1], tmp_path, tests, Task())
    assert alone.p10 > 80
    assert measure_commands(model, "commands", [unheard], tmp_path, tests, Task()) == []
