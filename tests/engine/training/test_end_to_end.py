"""Training from pixels and samples: what is drawn is changed, keeps what it is, and teaches."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
import torch
from torch.nn import functional

from engine.audio.features import HOP_LENGTH, SAMPLE_RATE
from engine.model.checkpoint import ModelConfig, ScrlNetwork
from engine.training.augmentation import spoken_part
from engine.training.clip_assignment import Utterance
from engine.training.config import TrainingConfig
from engine.training.datasets import CaptionedImage
from engine.training.end_to_end import ImagePixels, VoiceSamples, change, look
from engine.training.fitting import Log, SpokenValidation, TextHead, fit_images, pool
from engine.training.spelling import Spelling
from engine.training.synthesis import Clip

CONFIG = TrainingConfig(
    embedding_size=32, image_pixels=32, end_to_end=True, averaging=0.9, image_views=2, head_steps=4,
    image_epochs=2, image_steps=6, polish_steps=0, batch_size=8, image_learning_rate=1e-3,
)  # fmt: skip


def test_places_look_different_each_time_and_the_same_with_the_same_seed():
    place = torch.randint(0, 256, (1, 3, 64, 64), generator=torch.Generator().manual_seed(0))
    many = place.float().repeat(40, 1, 1, 1)
    torch.manual_seed(1)
    seen = look(many)
    torch.manual_seed(1)
    assert torch.equal(look(many), seen)
    assert seen.shape == many.shape
    assert float(seen.min()) >= 0
    assert float(seen.max()) <= 255
    assert len({row.numpy().tobytes() for row in seen}) == 40
    # A place of one colour has no seam, wherever it is turned and cropped.
    flat = look(torch.full((20, 3, 64, 64), 100.0))
    assert float((flat.amax(dim=(2, 3)) - flat.amin(dim=(2, 3))).max()) < 0.5


def test_the_first_view_is_the_picture_itself():
    pixels = torch.randint(0, 256, (4, 3, 32, 32), dtype=torch.uint8)
    images = [CaptionedImage("ucm", str(n), "beach", (), "train", "train") for n in range(4)]
    seen = ImagePixels(images, pixels).batch(np.array([2, 2]), np.array([0, 1]))
    assert torch.equal(seen[0] * 128 + 127, pixels[2].float())
    assert not torch.equal(seen[0], seen[1])


def test_sounds_are_changed_and_stay_as_long_as_they_are():
    tone = torch.sin(torch.arange(16_000) * 0.3).repeat(60, 1)
    lengths = torch.full((60,), 12_000)
    tone[:, 12_000:] = 0
    torch.manual_seed(0)
    heard = change(tone, lengths)
    torch.manual_seed(0)
    assert torch.equal(change(tone, lengths), heard)
    assert bool(heard.isfinite().all())
    assert float(heard[:, 12_000:].abs().max()) == 0
    peaks = heard.abs().amax(dim=1)
    assert float(peaks.max()) <= 1
    assert float(peaks.max()) > 3 * float(peaks.min())
    # Whatever the room and the noise, most of what is heard is the tone.
    spectrum = torch.fft.rfft(heard[:, :12_000]).abs().square()
    at = round(0.3 / (2 * np.pi) * 12_000)
    share = spectrum[:, at - 40 : at + 41].sum(dim=1) / spectrum.sum(dim=1)
    assert float((share > 0.5).float().mean()) > 0.8


@pytest.fixture
def network():
    torch.manual_seed(0)
    return ScrlNetwork(ModelConfig("test", embedding_size=32, image_pixels=32), 3)


def clip_samples(seconds, loud=0.5):
    sound = loud * np.sin(np.arange(int(seconds * SAMPLE_RATE)) * 0.2)
    return np.round(sound * 32767).astype(np.int16)


def test_clips_are_heard_between_margins_in_the_order_asked_for(network):
    utterances = [Utterance("long"), Utterance("never spoken"), Utterance("short")]
    clips = [Clip("long", "espeak", "a"), Clip("short", "flite", "b"), Clip("short", "flite", "c")]
    parts = [clip_samples(2.0), clip_samples(0.5), clip_samples(0.6)]
    samples = torch.from_numpy(np.concatenate(parts))
    voices = VoiceSamples(utterances, clips, samples, np.array([len(part) for part in parts]))
    assert voices.usable.tolist() == [True, False, True]
    said = np.array([0, 2, 0, 2])
    torch.manual_seed(0)
    groups = list(voices.frames(network, said, np.random.default_rng(0)))
    lengths: dict[int, int] = {}
    for group in groups:
        assert group.encoded.shape[-1] == 384
        assert int(group.lengths.max()) <= group.encoded.shape[1]
        lengths |= dict(zip(group.rows.tolist(), group.lengths.tolist(), strict=True))
    frames = SAMPLE_RATE / HOP_LENGTH / 2
    for row, seconds in enumerate([2.0, 0.55, 2.0, 0.55]):
        assert 0.9 * seconds * frames < lengths[row] < (1.1 * seconds + 1) * frames
    assert pool(network, groups, 4).shape == (4, network.voice.head.channels)


def test_silence_at_the_ends_is_cut_off():
    sound = clip_samples(0.2)
    padded = np.concatenate([np.zeros(3000, np.int16), sound, np.ones(2000, np.int16)])
    assert abs(len(spoken_part(padded)) - len(sound)) < 20
    assert len(spoken_part(np.zeros(100, np.int16))) == 0


def small_world():
    rng = np.random.default_rng(0)
    colours = {"beach": (220, 200, 120), "forest": (20, 90, 30), "lake": (20, 40, 160)}
    images, pixels = [], []
    for kind, colour in colours.items():
        for n in range(8):
            images.append(
                CaptionedImage("ucm", f"{kind}{n}", kind, (f"a {kind}",), "train", "train")
            )
            noise = rng.normal(0, 20, (3, 32, 32))
            pixels.append(np.clip(np.array(colour)[:, None, None] + noise, 0, 255))
    return images, torch.tensor(np.stack(pixels)).to(torch.uint8)


def fit(network, run, config):
    run.mkdir(exist_ok=True)
    images, pixels = small_world()
    seen = ImagePixels(images, pixels)
    utterances = [Utterance(f"a {kind}", f"a {kind}") for kind in ("beach", "forest", "lake")]
    utterances += [Utterance(f"find a {kind}", kinds=(kind,)) for kind in ("beach", "lake")]
    utterances += [Utterance("anything else")]
    texts = functional.normalize(
        torch.randn(6, 384, generator=torch.Generator().manual_seed(1)), dim=-1
    )
    asked = SpokenValidation((), ("a beach",), (), (("lake",),), tuple(images))
    torch.manual_seed(0)
    text_head = TextHead(32)
    fit_images(
        network, text_head, seen, utterances, texts, seen, asked, (texts[:1], texts[4:5]), config,
        Log(run, lambda _: None),
    )  # fmt: skip
    return [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]


def test_the_whole_trunk_learns_and_the_averaged_weights_are_kept(network, tmp_path):
    before = {key: value.clone() for key, value in network.image.state_dict().items()}
    rows = fit(network, tmp_path / "run", CONFIG)
    assert [row["stage"] for row in rows] == ["image heads"] * 4 + ["images"] * 2
    after = network.image.state_dict()
    assert not any(
        torch.equal(before[key], after[key])
        for key in ("trunk.parts.0.0.weight", "trunk.parts.0.1.running_mean")
    )
    state = torch.load(tmp_path / "run" / "images.pt", weights_only=True)
    kept = torch.load(tmp_path / "run" / "images.best.pt", weights_only=True)
    key = "network.image.trunk.parts.0.0.weight"
    best = max(rows[4:], key=lambda row: row["score"])
    if best is rows[-1]:
        torch.testing.assert_close(kept[key], state["average"][key])
    assert not torch.equal(kept[key], state["module"][key])


def test_an_end_to_end_run_that_was_cut_off_goes_on(tmp_path, monkeypatch):
    def fresh():
        torch.manual_seed(0)
        return ScrlNetwork(ModelConfig("test", embedding_size=32, image_pixels=32), 3)

    class Killed(Exception):
        pass

    expected = fit(fresh(), tmp_path / "unbroken", CONFIG)
    written = Log.write

    def die(log, **row):
        written(log, **row)
        if row["stage"] == "images" and row["epoch"] == 1:
            raise Killed

    monkeypatch.setattr(Log, "write", die)
    with pytest.raises(Killed):
        fit(fresh(), tmp_path / "run", CONFIG)
    monkeypatch.setattr(Log, "write", written)
    again = fit(fresh(), tmp_path / "run", CONFIG)
    assert again[-1]["contrastive"] == pytest.approx(expected[-1]["contrastive"], abs=2e-3)


def test_end_to_end_leaves_nothing_frozen():
    assert (CONFIG.image_part, CONFIG.speech_part) == (0, 0)
    assert dataclasses.replace(TrainingConfig(), end_to_end=True).speech_part == 0


def test_spelling_learns_to_spell():
    torch.manual_seed(0)
    texts = ["a lake", "two ships", "12"]
    frames = torch.randn(3, 40, 16)
    lengths = torch.tensor([40, 30, 25])
    spelling = Spelling(16)
    frames = torch.nn.Parameter(frames)
    optimiser = torch.optim.Adam([*spelling.parameters(), frames], lr=0.05)
    first = float(spelling.loss(frames, lengths, texts).detach())
    for _ in range(120):
        loss = spelling.loss(frames, lengths, texts)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert float(loss.detach()) < 0.1 * first
    with torch.inference_mode():
        best = spelling.letters(frames[0]).argmax(dim=-1).tolist()
    letters = " abcdefghijklmnopqrstuvwxyz'"
    read = [now for now, before in zip(best, [0, *best], strict=False) if now and now != before]
    assert "".join(letters[number - 1] for number in read) == "a lake"
