"""Speech for training: many voices of four engines, made in parallel, kept on disk, resumable.

Formant synthesis (espeak-ng), unit selection and diphones (flite), a neural engine (Kokoro-82M), and one
distilled from a training speaker of it (hibari), whose single voice is turned into many by resampling.
A clip is named by what it says and how; a clip whose file exists is not made again, so a run that
was cut off goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import shutil
import subprocess  # nosec B404: speech engines are programs, called by name with argument lists
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import soundfile
from scipy.signal import resample_poly

from ..errors import MissingDependency
from ..progress import Progress

SAMPLE_RATE = 16_000

_VOICES = tomllib.loads(Path(__file__).with_name("voices.toml").read_text(encoding="utf-8"))
ESPEAK_ACCENTS, ESPEAK_VARIANTS, FLITE_VOICES, KOKORO_TRAINING, KOKORO_VALIDATION, KOKORO_TEST = (
    tuple(_VOICES[name])
    for name in (
        "espeak_accents", "espeak_variants", "flite", "kokoro_training", "kokoro_validation",
        "kokoro_test",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Clip:
    """A sentence in one voice.

    Attributes:
        text: What is said.
        engine: "espeak", "flite", "hibari" or "kokoro".
        voice: The engine's name of the voice; two Kokoro voices joined by "+" are blended evenly.
        speed: Relative rate, 1 is the engine's normal one.
        pitch: Relative pitch, 1 is the voice's own; of hibari also the formants (not Kokoro).
    """

    text: str
    engine: str
    voice: str
    speed: float = 1.0
    pitch: float = 1.0

    @property
    def key(self) -> str:
        """The clip's name on disk."""
        text = json.dumps([self.engine, self.voice, self.speed, self.pitch, self.text])
        return hashlib.sha256(text.encode()).hexdigest()[:24]

    def path(self, cache: Path) -> Path:
        """Return where the clip lies under the cache folder."""
        return cache / self.engine / self.key[:2] / f"{self.key}.flac"


def _rng(seed: int, *parts: str) -> np.random.Generator:
    digest = hashlib.sha256("\0".join((str(seed), *parts)).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


@dataclass(frozen=True)
class Cast:
    """How many clips each engine speaks of a text; a fraction is the share of texts that get one more."""

    espeak: float = 0.0
    flite: float = 0.0
    hibari: float = 0.0
    kokoro: float = 0.0


def plan_clips(
    sentences: Iterable[str],
    seed: int,
    cast: Cast,
    kokoro_voices: Sequence[str] = KOKORO_TRAINING,
) -> list[Clip]:
    """Choose voices for sentences; the choice depends on nothing but sentence, seed and cast.

    Args:
        sentences: What to say.
        seed: Changes all choices.
        cast: How many clips each engine speaks.
        kokoro_voices: The speakers to draw from; half of the clips blend two.

    Returns:
        The clips, grouped by engine so that the fast ones come first.
    """
    groups: dict[str, list[Clip]] = {"espeak": [], "flite": [], "hibari": [], "kokoro": []}
    for text in sentences:
        rng = _rng(seed, text)
        for engine in groups:
            share = getattr(cast, engine)
            one_more = share % 1 > 0 and rng.random() < share % 1
            for _ in range(int(share) + one_more):
                groups[engine].append(_draw_clip(text, engine, rng, kokoro_voices))
    return [clip for group in groups.values() for clip in group]


def _draw_clip(
    text: str, engine: str, rng: np.random.Generator, kokoro_voices: Sequence[str]
) -> Clip:
    if engine == "espeak":
        accent = ESPEAK_ACCENTS[rng.integers(len(ESPEAK_ACCENTS))]
        variant = ESPEAK_VARIANTS[rng.integers(len(ESPEAK_VARIANTS))]
        voice = f"{accent}+{variant}" if variant else accent
        return Clip(text, engine, voice, _round(rng, 0.75, 1.2), _round(rng, 0.7, 1.3))
    if engine == "flite":
        voice = FLITE_VOICES[rng.integers(len(FLITE_VOICES))]
        return Clip(text, engine, voice, _round(rng, 0.8, 1.2), _round(rng, 0.85, 1.15))
    if engine == "hibari":
        # From a large man's voice to a child's.
        return Clip(text, engine, "heart", _round(rng, 0.8, 1.3), _round(rng, 0.7, 1.15))
    first, second = rng.choice(len(kokoro_voices), 2, replace=False)
    blend = rng.random() < 0.5
    voice = kokoro_voices[first] + (f"+{kokoro_voices[second]}" if blend else "")
    return Clip(text, engine, voice, _round(rng, 0.85, 1.25))


def _round(rng: np.random.Generator, low: float, high: float) -> float:
    return round(float(rng.uniform(low, high)), 2)


def synthesise(
    clips: Sequence[Clip],
    cache: Path,
    progress: Progress,
    jobs: int = 2,
    kokoro: Path | None = None,
) -> None:
    """Make the clips that are not in the cache yet.

    Args:
        clips: What to make.
        cache: Folder for the files: FLAC, 16 kHz, mono.
        progress: Told of every clip; may cancel, what is made stays.
        jobs: How many espeak-ng and flite processes run side by side.
        kokoro: Folder with ``model.onnx``, ``voices/*.bin`` and ``config.json``.

    Raises:
        MissingDependency: An engine that a clip needs is not installed.
    """
    missing = [clip for clip in clips if not clip.path(cache).is_file()]
    for name, program in (("espeak", "espeak-ng"), ("flite", "flite")):
        if any(clip.engine == name for clip in missing) and shutil.which(program) is None:
            raise MissingDependency(name=program, advice=f"apt-get install {program}")
    progress.start("Synthesising speech", len(missing), "clip")
    programs = [clip for clip in missing if clip.engine in ("espeak", "flite")]
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        futures = [pool.submit(_speak_by_program, clip, cache) for clip in programs]
        try:
            for future in as_completed(futures):
                future.result()
                progress.advance()
                progress.check_cancelled()
        finally:
            for future in futures:
                future.cancel()
    neural: dict[str, Callable[[], Speaker]] = {
        "hibari": HibariSpeaker,
        "kokoro": lambda: KokoroSpeaker(kokoro),
    }
    for engine, load in neural.items():
        wanted = [clip for clip in missing if clip.engine == engine]
        speaker = load() if wanted else None
        for clip in wanted:
            if speaker is not None:
                _write(clip.path(cache), speaker.speak(clip))
            progress.advance()
            progress.check_cancelled()


class Speaker(Protocol):
    """A neural engine, loaded."""

    def speak(self, clip: Clip) -> np.ndarray:
        """Return the samples of a clip, float32 [n] at 16 kHz."""


def _write(path: Path, samples: np.ndarray) -> None:
    """Write a clip under a temporary name first: a file that exists is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    peak = float(np.abs(samples).max(initial=1e-6))
    soundfile.write(temporary, samples * (0.7 / peak), SAMPLE_RATE, format="FLAC")
    temporary.replace(path)


def _speak_by_program(clip: Clip, cache: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "clip.wav"
        if clip.engine == "espeak":
            command = [
                "espeak-ng", "-v", clip.voice, "-s", str(round(170 * clip.speed)),
                "-p", str(round(min(99, 50 * clip.pitch))), "-w", str(wav), clip.text,
            ]  # fmt: skip
        else:
            base_pitch = {"slt": 170, "rms": 100, "awb": 120, "kal16": 105}[clip.voice]
            command = [
                "flite", "-voice", clip.voice, "--setf", f"duration_stretch={1 / clip.speed:.2f}",
                "--setf", f"int_f0_target_mean={base_pitch * clip.pitch:.0f}",
                "-t", clip.text, "-o", str(wav),
            ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=60)  # nosec B603
        samples, rate = soundfile.read(wav, dtype="float32")
    if rate != SAMPLE_RATE:
        divisor = int(np.gcd(rate, SAMPLE_RATE))
        samples = resample_poly(samples, SAMPLE_RATE // divisor, rate // divisor)
    _write(clip.path(cache), samples)


class HibariSpeaker:
    """hibari (Apache-2.0), distilled from Kokoro's training speaker af_heart.

    Raises:
        MissingDependency: The package is not installed.
    """

    def __init__(self) -> None:
        if importlib.util.find_spec("hibari") is None:
            raise MissingDependency(name="hibari-tts", advice="Run `make setup-training`.")
        import hibari

        self._voice = hibari.Hibari()

    def speak(self, clip: Clip) -> np.ndarray:
        """Return the samples of a clip, float32 [n] at 16 kHz."""
        # Played faster, a voice is higher and its speaker smaller; the pace is made up for.
        samples = self._voice(clip.text, speed=clip.speed / clip.pitch, seed=0)
        ratio = Fraction(2, 3) / Fraction(clip.pitch).limit_denominator(40)
        return resample_poly(samples, ratio.numerator, ratio.denominator).astype(np.float32)


class KokoroSpeaker:
    """Kokoro-82M through onnxruntime, with phonemes by espeak-ng.

    Args:
        folder: Holds ``model.onnx``, ``voices/NAME.bin`` and ``config.json`` (the phoneme numbers).

    Raises:
        MissingDependency: onnxruntime or the files are not there.
    """

    def __init__(self, folder: Path | None) -> None:
        advice = "Run `make setup-training`."
        if folder is None or not (folder / "model.onnx").is_file():
            raise MissingDependency(name="Kokoro-82M", advice=advice)
        if importlib.util.find_spec("onnxruntime") is None:
            raise MissingDependency(name="onnxruntime", advice=advice)
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # Threads that wait must not burn the other processes' time.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._vocabulary: dict[str, int] = config["vocab"]
        self._folder = folder
        self._styles: dict[str, np.ndarray] = {}

    def _style(self, voice: str, tokens: int) -> np.ndarray:
        """Return the style vector [1, 256] for a sentence of that many tokens."""
        rows = []
        for name in voice.split("+"):
            if name not in self._styles:
                raw = np.fromfile(self._folder / "voices" / f"{name}.bin", dtype=np.float32)
                self._styles[name] = raw.reshape(-1, 1, 256)
            rows.append(self._styles[name][min(tokens, len(self._styles[name]) - 1)])
        return np.stack(rows).mean(axis=0, dtype=np.float32)

    def phonemes(self, text: str, accent: str) -> str:
        """Return the IPA of a sentence; commas stay, they make the speaker pause."""
        spoken = []
        for clause in re.split(r"[,;:.]+", text):
            if clause.strip():
                done = subprocess.run(  # nosec B603 B607
                    ["espeak-ng", "-q", "--ipa", "-v", accent, clause.strip()],
                    check=True, capture_output=True, text=True, timeout=30,
                )  # fmt: skip
                spoken.append(" ".join(done.stdout.split()))
        return ", ".join(spoken) + "."

    def speak(self, clip: Clip) -> np.ndarray:
        """Return the samples of a clip, float32 [n] at 16 kHz."""
        accent = "en-gb" if clip.voice.startswith("b") else "en-us"
        text = self.phonemes(clip.text, accent)
        tokens = [self._vocabulary[symbol] for symbol in text if symbol in self._vocabulary][:500]
        inputs: dict[str, Any] = {
            "style": self._style(clip.voice, len(tokens)),
            "speed": np.array([clip.speed], dtype=np.float32),
        }
        names = [item.name for item in self._session.get_inputs()]
        inputs["input_ids" if "input_ids" in names else "tokens"] = np.array(
            [[0, *tokens, 0]], dtype=np.int64
        )
        samples = self._session.run(None, inputs)[0].reshape(-1)
        return resample_poly(samples, 2, 3).astype(np.float32)
