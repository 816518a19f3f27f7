"""Weights in eight bits, stored and multiplied."""

from __future__ import annotations

import platform

import numpy as np
import pytest
import torch
from torch import nn

from engine.audio.recording import read_recording
from engine.model import checkpoint
from engine.model.quantisation import (
    IntegerLinear,
    SevenBitLinear,
    multiplies_integers,
    multiplies_seven_bits,
    quantise,
    use_integers,
)
from engine.model.voice_encoder import SpeechEncoder
from tests.support.instructions import printed_with
from tools.demo import demo_questions

exact = pytest.mark.skipif(not multiplies_integers(), reason="this processor has no VNNI")
seven_bit = pytest.mark.skipif(
    not multiplies_seven_bits(), reason="this torch or processor has no seven bits"
)


def test_quantised_weights_are_within_half_a_step():
    weight = torch.randn(64, 32, 3) * torch.logspace(-3, 1, 64)[:, None, None]
    steps, scale = quantise(weight)
    assert steps.dtype == torch.int8
    error = (steps.float() * scale[:, None, None] - weight).abs().amax(dim=(1, 2))
    assert bool((error <= scale * 0.5001).all())


@exact
def test_integer_layer_is_near_the_layer_it_replaces():
    torch.manual_seed(0)
    linear = nn.Linear(384, 1536)
    x = torch.randn(2, 50, 384) * torch.logspace(-3, 3, 50)[:, None]
    with torch.inference_mode():
        wanted, got = linear(x), IntegerLinear(linear)(x)
    assert got.shape == wanted.shape
    # Both sides are rounded to half a step of 1/127 of the largest.
    assert float(((got - wanted).norm(dim=-1) / wanted.norm(dim=-1)).max()) < 0.02


@exact
def test_integer_layer_computes_each_row_by_itself():
    linear = IntegerLinear(nn.Linear(384, 384))
    x = torch.randn(1, 40, 384)
    beside = torch.cat([x, 1000 * torch.randn(1, 40, 384)])
    assert torch.equal(linear(beside)[:1], linear(x))
    assert torch.equal(linear(torch.zeros(1, 384)), linear.bias[None])


@exact
def test_speech_encoder_in_integers_hears_the_same():
    torch.manual_seed(0)
    speech, log_mel = SpeechEncoder().eval(), torch.randn(1, 80, 300)
    with torch.inference_mode():
        wanted = speech(log_mel)
        use_integers(speech)
        got = speech(log_mel)
    assert not any(isinstance(module, nn.Linear) for module in speech.modules())
    assert float(nn.functional.cosine_similarity(got, wanted, dim=-1).min()) > 0.99


@seven_bit
@pytest.mark.parametrize("sign", [1, -1])
def test_seven_bits_do_not_overflow(sign):
    linear = nn.Linear(384, 64)
    with torch.inference_mode():
        linear.weight.fill_(sign * 3.0)
        got = SevenBitLinear(linear)(2 * torch.ones(5, 384))
    assert float((got - linear.bias.detach() - sign * 2304).abs().max()) < 2304 / 127


@seven_bit
def test_a_question_in_seven_bits_is_heard_the_same(monkeypatch):
    monkeypatch.setattr(checkpoint, "multiplies_integers", lambda: False)
    seven_bits = checkpoint.load_model()
    kinds = {type(layer) for layer in seven_bits.network.voice.speech.modules()}
    assert SevenBitLinear in kinds
    assert nn.Linear not in kinds
    monkeypatch.setattr(checkpoint, "multiplies_seven_bits", lambda: False)
    floats = checkpoint.load_model()
    samples = read_recording(demo_questions()[0].recording).samples
    got, wanted = (each.encode_voice(samples) for each in (seven_bits, floats))
    assert 0.999 < float(got @ wanted) < 0.9999999


ASKED = """
import numpy as np
from engine.model.checkpoint import load_model
from engine.model.quantisation import multiplies_integers
print(multiplies_integers())
print(*load_model().encode_voice(np.sin(np.arange(32000) ** 1.5).astype(np.float32)))
"""


@pytest.mark.skipif(
    platform.machine().lower() not in ("x86_64", "amd64"), reason="oneDNN's switch is for x86"
)
def test_processors_whose_products_overflow_compute_otherwise():
    answers = [printed_with(instructions, ASKED) for instructions in ("DEFAULT", "SSE41")]
    assert answers[0][0] == str(multiplies_integers())
    assert answers[1][0] == "False"
    vectors = [np.array(line[1].split(), dtype=float) for line in answers]
    assert vectors[0] @ vectors[1] > 0.99
