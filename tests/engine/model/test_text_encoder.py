"""Typed questions: words to subwords to vectors."""

from __future__ import annotations

import json

import pytest
import torch

from engine.errors import ModelCannotRead, ModelDamaged, TextEmpty
from engine.model.checkpoint import ModelConfig, ScrlNetwork, load_model, save_model
from engine.model.files import CONFIG, TOKENS
from engine.model.text_encoder import TextEncoder, Tokenizer, pad_numbers

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
TOKENS_LIST = [*LETTERS, *(f"##{letter}" for letter in LETTERS), "storage", "tank", "##s", "river"]
TOKENS_LIST = list(dict.fromkeys(TOKENS_LIST))


@pytest.fixture
def tokenizer():
    return Tokenizer(TOKENS_LIST)


def words(tokenizer, text):
    return [tokenizer.tokens[number] for number in tokenizer(text)]


def test_the_longest_subword_that_fits_comes_first(tokenizer):
    assert words(tokenizer, "Storage tanks, RIVER!") == ["storage", "tank", "##s", "river"]
    assert words(tokenizer, "xy") == ["x", "##y"]
    assert words(tokenizer, "Éclair") == words(tokenizer, "eclair")


def test_what_cannot_be_written_is_left_out(tokenizer):
    assert tokenizer("") == tokenizer("!? …") == tokenizer("石油タンク") == []
    assert words(tokenizer, "石 tank") == ["tank"]


def test_a_text_without_end_is_cut(tokenizer):
    assert len(tokenizer("tank " * 10_000)) == Tokenizer.LONGEST


def test_texts_embed_alike_alone_and_in_a_batch(tokenizer):
    torch.manual_seed(0)
    encoder = TextEncoder(32, len(TOKENS_LIST)).eval()
    numbers = [tokenizer(text) for text in ("river", "storage tanks beside a river", "tanks")]
    with torch.inference_mode():
        together = encoder(*pad_numbers(numbers))
        alone = torch.cat([encoder(*pad_numbers([each])) for each in numbers])
        turned = encoder(*pad_numbers([list(reversed(numbers[1]))]))
    torch.testing.assert_close(together, alone, atol=1e-5, rtol=0)
    torch.testing.assert_close(together.norm(dim=-1), torch.ones(3))
    # The order of the words counts, a little even before anything is learned.
    assert not torch.allclose(turned[0], together[1], atol=1e-4)


@pytest.fixture
def folder(tmp_path):
    torch.manual_seed(0)
    config = ModelConfig("reads", embedding_size=32, image_pixels=32, tokens=len(TOKENS_LIST))
    save_model(ScrlNetwork(config, 2), config, tmp_path, TOKENS_LIST)
    return tmp_path


def test_a_model_with_a_text_encoder_reads(folder):
    model = load_model(folder)
    vector = model.encode_text("storage tanks")
    assert vector.shape == (32,)
    assert float(vector @ model.encode_text("STORAGE tanks.")) == pytest.approx(1, abs=1e-5)
    assert float(vector @ model.encode_text("river")) < 0.999
    with pytest.raises(TextEmpty, match="no word"):
        model.encode_text("?!")


def test_a_model_without_one_says_so(tmp_path):
    config = ModelConfig("hears", embedding_size=32, image_pixels=32)
    save_model(ScrlNetwork(config, 2), config, tmp_path)
    with pytest.raises(ModelCannotRead, match="hears"):
        load_model(tmp_path).encode_text("river")


@pytest.mark.parametrize("damage", ["missing", "short", "count"])
def test_subwords_that_do_not_belong_to_the_weights_are_damage(folder, damage):
    if damage == "missing":
        (folder / TOKENS).unlink()
    elif damage == "short":
        (folder / TOKENS).write_text("a\nb\n")
    else:
        config = json.loads((folder / CONFIG).read_text())
        (folder / CONFIG).write_text(json.dumps({**config, "tokens": 5}))
    with pytest.raises(ModelDamaged):
        load_model(folder)


def test_subwords_are_part_of_what_the_checksum_names(folder):
    before = load_model(folder).checksum
    listed = (folder / TOKENS).read_text().split()
    (folder / TOKENS).write_text("\n".join([listed[1], listed[0], *listed[2:]]))
    assert load_model(folder).checksum != before
