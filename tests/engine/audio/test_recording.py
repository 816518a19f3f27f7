"""Reading and writing sound files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import resample_poly

from engine.audio.recording import (
    MAX_SECONDS,
    SAMPLE_RATE,
    Recording,
    read_recording,
    resample,
    to_mono,
    write_recording,
)
from engine.errors import DiskFull, FolderNotWritable, NotAudio, RecordingTooLong
from tests.support.sounds import QUESTION_FLAC, QUESTION_MP3, QUESTION_OGG, likeness, question, tone


def dbfs(samples: np.ndarray) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(np.square(samples))) + 1e-12))


@pytest.mark.parametrize(
    ("name", "rate", "channels", "options", "wanted"),
    [
        ("a.wav", 16_000, 1, {"subtype": "PCM_16"}, 0.9999),
        ("a.wav", 8_000, 1, {"subtype": "PCM_16"}, 0.95),
        ("a.wav", 8_000, 1, {"subtype": "ULAW"}, 0.95),
        ("a.wav", 11_025, 1, {"subtype": "PCM_U8"}, 0.97),
        ("a.wav", 44_100, 2, {"subtype": "PCM_24"}, 0.999),
        ("a.wav", 48_000, 6, {"subtype": "FLOAT"}, 0.999),
        ("a.wav", 96_000, 1, {"subtype": "DOUBLE"}, 0.999),
        ("a.flac", 44_100, 2, {}, 0.999),
        ("a.ogg", 48_000, 2, {"subtype": "VORBIS"}, 0.97),
        ("a.ogg", 24_000, 1, {"subtype": "OPUS"}, 0.95),
        ("a.mp3", 44_100, 2, {}, 0.97),
        ("a.mp3", 22_050, 1, {}, 0.97),
        ("no_suffix", 32_000, 1, {"format": "WAV"}, 0.999),
    ],
)
def test_reads_any_format_rate_and_channels(
    tmp_path: Path, name: str, rate: int, channels: int, options: dict[str, str], wanted: float
) -> None:
    spoken = question()
    played = resample_poly(spoken, rate, SAMPLE_RATE)
    soundfile.write(tmp_path / name, np.stack([played] * channels, axis=1), rate, **options)

    recording = read_recording(tmp_path / name)

    assert recording.samples.dtype == np.float32
    assert recording.samples.ndim == 1
    assert recording.origin == str(tmp_path / name)
    assert recording.seconds == pytest.approx(len(spoken) / SAMPLE_RATE, abs=0.08)
    assert np.abs(recording.samples).max() <= 1.0
    assert likeness(recording.samples, spoken) > wanted
    assert dbfs(recording.samples) == pytest.approx(dbfs(spoken), abs=0.7)


@pytest.mark.parametrize("path", [QUESTION_FLAC, QUESTION_OGG, QUESTION_MP3], ids=lambda p: p.name)
def test_reads_the_committed_recordings(path: Path) -> None:
    recording = read_recording(path)
    assert recording.seconds == pytest.approx(2.65, abs=0.08)
    assert likeness(recording.samples, question()) > 0.97


def test_one_silent_channel_does_not_halve_the_level(tmp_path: Path) -> None:
    spoken = question()
    stereo = np.stack([np.full_like(spoken, 0.001), spoken], axis=1)
    soundfile.write(tmp_path / "a.wav", stereo, SAMPLE_RATE, subtype="FLOAT")
    assert np.allclose(read_recording(tmp_path / "a.wav").samples, spoken, atol=1e-6)


def test_two_different_channels_are_averaged() -> None:
    left, right = tone(300, 0.1), tone(700, 0.1)
    assert np.allclose(to_mono(np.stack([left, right], axis=1)), (left + right) / 2, atol=1e-6)


def test_opposite_channels_do_not_cancel() -> None:
    spoken = question()
    assert np.allclose(to_mono(np.stack([spoken, -spoken], axis=1)), spoken)


def test_float_samples_over_full_scale_or_not_numbers_are_mended(tmp_path: Path) -> None:
    spoken = question() * 10
    spoken[100], spoken[200] = np.nan, np.inf
    soundfile.write(tmp_path / "a.wav", spoken, SAMPLE_RATE, subtype="FLOAT")
    samples = read_recording(tmp_path / "a.wav").samples
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() == pytest.approx(1.0)


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000])
def test_what_16_khz_cannot_hold_is_removed_not_folded_back(rate: int) -> None:
    length = rate  # a second, whose ends ring
    folded = resample(tone(9_000, 1.0, rate=rate)[:length], rate)[1_000:-1_000]
    kept = resample(tone(6_800, 1.0, rate=rate)[:length], rate)[1_000:-1_000]
    assert dbfs(folded) < -80
    assert dbfs(kept) == pytest.approx(dbfs(tone(6_800)), abs=0.1)


@settings(max_examples=25)
@given(
    rate=st.sampled_from([8_000, 11_025, 12_000, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000])
    | st.integers(8_000, 48_000),
    count=st.integers(1, 4_000),
    seed=st.integers(0, 2**32 - 1),
)
def test_resampling_keeps_the_duration_and_the_range(rate: int, count: int, seed: int) -> None:
    samples = np.random.default_rng(seed).uniform(-1, 1, count).astype(np.float32)
    resampled = resample(samples, rate)
    assert len(resampled) == -(-count * SAMPLE_RATE // rate)
    assert resampled.dtype == np.float32
    assert np.abs(resampled).max() <= 1.0


def test_31_seconds_are_too_long(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", tone(440, 31.0, rate=8_000), 8_000)
    with pytest.raises(RecordingTooLong) as caught:
        read_recording(tmp_path / "a.wav")
    assert caught.value.values["seconds"] == pytest.approx(31.0)
    assert "30 s" in str(caught.value)


@pytest.mark.parametrize("name", ["a.wav", "a.mp3"])
def test_30_seconds_are_not_too_long(tmp_path: Path, name: str) -> None:
    soundfile.write(tmp_path / name, tone(440, MAX_SECONDS, rate=8_000), 8_000)
    assert read_recording(tmp_path / name).seconds == pytest.approx(MAX_SECONDS, abs=0.1)


def text_file(path: Path) -> None:
    path.write_text("white storage tanks beside a river\n" * 100)


def random_bytes(path: Path) -> None:
    path.write_bytes(np.random.default_rng(0).bytes(50_000))


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))


def no_samples(path: Path) -> None:
    soundfile.write(path, np.zeros(0), SAMPLE_RATE, format="WAV")


def header_only(path: Path) -> None:
    soundfile.write(path, question(), SAMPLE_RATE, format="WAV")
    path.write_bytes(path.read_bytes()[:30])


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("missing.wav", lambda path: None, "no such file"),
        ("folder.wav", lambda path: path.mkdir(), "folder"),
        ("empty.wav", lambda path: path.touch(), "empty"),
        ("text.wav", text_file, "not in a known audio format"),
        ("text.mp3", text_file, "not in a known audio format"),
        ("text.ogg", text_file, "not in a known audio format"),
        ("text.raw", text_file, "not in a known audio format"),
        ("random.mp3", random_bytes, "not in a known audio format"),
        ("picture.png", picture, "not in a known audio format"),
        ("zero_length.wav", no_samples, "no audio"),
        ("header.wav", header_only, "error in WAV file: No 'data'"),
    ],
)
def test_what_is_no_sound_is_refused(tmp_path: Path, name: str, make, reason: str) -> None:
    path = tmp_path / name
    make(path)
    with pytest.raises(NotAudio, match=reason) as caught:
        read_recording(path)
    assert str(path) in caught.value.message
    assert "WAV, FLAC, OGG or MP3" in caught.value.next_step


@pytest.mark.parametrize(
    "kind", ["AVR", "SVX", "VOC", "NIST", "MAT5", "PVF", "IRCAM", "SDS", "PAF"]
)
def test_formats_whose_missing_end_nobody_tells_are_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.snd"
    soundfile.write(path, question(), SAMPLE_RATE, format=kind, subtype="PCM_16")
    with pytest.raises(NotAudio, match=f"{kind}.* files are not supported"):
        read_recording(path)


@pytest.mark.parametrize("rate", [999_983, 2**31 - 1])
def test_a_rate_of_no_sound_card_is_refused_before_it_fills_the_memory(
    rate: int, tmp_path: Path
) -> None:
    path = tmp_path / "rate.wav"
    soundfile.write(path, np.zeros(100), rate)
    with pytest.raises(NotAudio, match=str(rate)):
        read_recording(path)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.mp3"])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    soundfile.write(path, question(), SAMPLE_RATE)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(NotAudio) as caught:
        read_recording(path)
    assert caught.value.code == "not-audio"


def test_a_wav_written_to_a_pipe_is_read_although_its_size_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, question(), SAMPLE_RATE, subtype="PCM_16")
    whole = bytearray(path.read_bytes())
    at = whole.index(b"data") + 4
    whole[4:8] = whole[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(whole)
    assert read_recording(path).seconds == pytest.approx(len(question()) / SAMPLE_RATE)


def test_written_recordings_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "question.wav"
    recording = Recording(question(), "microphone")
    write_recording(path, recording)
    again = read_recording(path)
    assert again.seconds == recording.seconds
    assert np.allclose(again.samples, recording.samples, atol=2 / 32_768)


def test_writing_into_no_folder_says_so(tmp_path: Path) -> None:
    recording = Recording(question(), "microphone")
    with pytest.raises(FolderNotWritable, match="no such file or directory"):
        write_recording(tmp_path / "missing" / "a.wav", recording)
    with pytest.raises(FolderNotWritable):
        write_recording(tmp_path, recording)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_writing_onto_a_full_disk_says_so() -> None:
    with pytest.raises(DiskFull):
        write_recording("/dev/full", Recording(question(), "microphone"))
