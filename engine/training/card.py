"""The model card that lies beside the weights: what it is, what it learned from, what to expect."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..model.files import CARD, WEIGHTS
from .config import TrainingConfig
from .datasets import MORE, CaptionedImage
from .evaluation import Honesty, Result
from .synthesis import KOKORO_VALIDATION, Clip

_TEMPLATE = Path(__file__).with_name("card.md")
#: The sets of ``more``: what they are, and their licences.
_MORE = {
    "nwpu": ("NWPU-RESISC45 (Cheng, Han and Lu 2017; Google Earth imagery)", "research use"),
    "eurosat": ("EuroSAT RGB (Helber et al. 2019; Sentinel-2)", "MIT"),
    "harvey": ("Hurricane Harvey damage (Cao and Choe 2020)", "CC BY 4.0"),
    "treecover": ("tree cover (DeepGlobe 2018)", "research use"),
    "pools": ("swimming pools (Pool-Detection)", "not stated"),
    "solar": ("rooftop solar (solar-panel-detection; USGS imagery)", "not stated"),
    "turbine": ("wind turbines (wind-turbine-detector; NAIP)", "MIT, imagery public domain"),
    "vhr": ("scenes of NWPU VHR-10 (Cheng et al. 2014)", "research use"),
    "vhrchip": ("objects of NWPU VHR-10", "research use"),
}


def write_card(
    folder: Path,
    config: TrainingConfig,
    images: Sequence[CaptionedImage],
    clips: Sequence[Clip],
    run: Path,
    results: Sequence[Result],
    honesty: Sequence[Honesty],
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
        honesty: What its answers say; may be empty.
        command: What printed the results.
    """
    used = Counter(image.dataset for image in images)
    used_more = Counter(image.source for image in images if image.dataset == MORE)
    engines = Counter(clip.engine for clip in clips)
    # espeak-ng's names join accent and variant, Kokoro's the speakers of a blend.
    voices = {
        (clip.engine, voice)
        for clip in clips
        for voice in (clip.voice.split("+") if clip.engine == "kokoro" else [clip.voice])
    }
    text = _TEMPLATE.read_text(encoding="utf-8").format(
        name=folder.name,
        size=config.embedding_size,
        megabytes=(folder / WEIGHTS).stat().st_size / 1e6,
        rsicd=used["rsicd"],
        ucm=used["ucm"],
        more="".join(
            f"| {what} | {used_more[source]} images | {licence} |\n"
            for source, (what, licence) in _MORE.items()
            if used_more[source]
        ),
        kinds=len({image.kind for image in images if image.kind is not None}),
        started=(
            f"fine-tuned end to end before (`{Path(config.start_weights).name}`), "
            if config.start_weights
            else ""
        ),
        sentences=len({clip.text for clip in clips}),
        clips=len(clips),
        engines=_listed(engines),
        kokoro=engines["kokoro"],
        speakers=len(voices),
        speakers_by_engine=_listed(Counter(engine for engine, _ in voices)),
        validation_speakers=", ".join(KOKORO_VALIDATION),
        metrics="\n\n".join(
            table for table in (metrics_table(results, command), honesty_table(honesty)) if table
        ),
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


def honesty_table(honesty: Sequence[Honesty]) -> str:
    """Return what answers say as Markdown."""
    if not honesty:
        return ""
    lines = [
        "What answers say; percent of the questions. *Not taught*: the model says that it does not know the thing well.",
        "",
        "| questions | modality | says | asked | percent |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.questions} | {r.modality} | {r.says} | {r.asked} | {r.percent:.1f} |"
        for r in honesty
    ]
    return "\n".join(lines)


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
