"""Recordings whose header does not say how long they are, and recordings that end too early."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from engine.audio.recording import SAMPLE_RATE, read_recording
from engine.errors import NotAudio, RecordingTooLong
from tests.support.recorders import LENGTH_UNSAID, encoded, of_unsaid_length
from tests.support.sounds import QUESTION_FLAC, likeness, question

CASES = Path(__file__).parents[4] / "shared" / "cases"


@pytest.mark.parametrize("name", LENGTH_UNSAID)
def test_a_header_without_a_length_is_read_to_the_end(name: str, tmp_path: Path) -> None:
    spoken = question()
    path = tmp_path / name
    path.write_bytes(of_unsaid_length(name, spoken, SAMPLE_RATE))
    recording = read_recording(path)
    assert recording.seconds == pytest.approx(len(spoken) / SAMPLE_RATE, abs=0.1)
    assert likeness(recording.samples, spoken) > 0.97


@pytest.mark.parametrize("name", ["wav-killed", "aiff-killed", "flac-piped", "mp3-of-varying-rate"])
def test_such_a_recording_may_have_any_rate_and_channels(name: str, tmp_path: Path) -> None:
    from scipy.signal import resample_poly

    spoken = question()
    played = resample_poly(spoken, 44_100, SAMPLE_RATE)
    path = tmp_path / name
    path.write_bytes(of_unsaid_length(name, np.stack([played, played], axis=1), 44_100))
    recording = read_recording(path)
    assert recording.seconds == pytest.approx(len(spoken) / SAMPLE_RATE, abs=0.1)
    assert likeness(recording.samples, spoken) > 0.97


@pytest.mark.parametrize("name", ["flac-piped", "wav-killed", "au-piped", "mp3-of-varying-rate"])
def test_what_is_too_long_is_told_with_its_true_length(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(of_unsaid_length(name, np.resize(question(), 75 * SAMPLE_RATE), SAMPLE_RATE))
    with pytest.raises(RecordingTooLong) as caught:
        read_recording(path)
    assert caught.value.values["seconds"] == pytest.approx(75, abs=0.2)


@pytest.mark.parametrize("kind", ["WAV", "AIFF", "CAF", "AU", "W64", "RF64"])
def test_a_recording_of_nothing_is_told(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.write_bytes(encoded(np.zeros(0, np.float32), SAMPLE_RATE, kind))
    with pytest.raises(NotAudio, match="no audio"):
        read_recording(path)


def test_what_describes_the_sound_behind_it_is_no_sound(tmp_path: Path) -> None:
    content = encoded(question(), SAMPLE_RATE, "WAV")
    note = b"LIST" + (10_000).to_bytes(4, "little") + b"INFOICMT" + bytes(9_992)
    path = tmp_path / "noted.wav"
    path.write_bytes(content + note)
    assert len(read_recording(path).samples) == len(question())
    # A recording of nothing, with a note.
    path.write_bytes(encoded(np.zeros(0, np.float32), SAMPLE_RATE, "WAV") + note)
    with pytest.raises(NotAudio, match="no audio"):
        read_recording(path)


@pytest.mark.parametrize(
    ("kind", "how"),
    [("WAV", {}), ("FLAC", {}), ("AIFF", {}), ("OGG", {"subtype": "VORBIS"}), ("OGG", {"subtype": "OPUS"}),
     ("MP3", {"bitrate_mode": "VARIABLE"}), ("MP3", {"bitrate_mode": "CONSTANT"}),
     ("AU", {}), ("CAF", {}), ("W64", {}), ("RF64", {}), ("WAV", {"subtype": "IMA_ADPCM"})],
)  # fmt: skip
@pytest.mark.parametrize("part", [0.55, 0.8])
def test_what_ends_too_early_is_told(kind: str, how: dict, part: float, tmp_path: Path) -> None:
    content = encoded(question(), SAMPLE_RATE, kind, **how)
    path = tmp_path / "cut"
    path.write_bytes(content[: int(part * len(content))])
    with pytest.raises(NotAudio, match="cut off"):
        read_recording(path)


@pytest.mark.parametrize("name", ["flac-piped", "mp3-of-varying-rate", "mp3-of-constant-rate"])
def test_what_ends_inside_a_frame_is_told_without_a_length_too(name: str, tmp_path: Path) -> None:
    content = of_unsaid_length(name, question(), SAMPLE_RATE)
    path = tmp_path / name
    path.write_bytes(content[: len(content) * 6 // 10])
    with pytest.raises(NotAudio, match="cut off"):
        read_recording(path)


@pytest.mark.parametrize("tag", [b"TAG" + bytes(125), b"APETAGEX" + bytes(300), b"ID3" + bytes(99)])
def test_tags_behind_an_mp3_file_are_no_frames(tag: bytes, tmp_path: Path) -> None:
    content = of_unsaid_length("mp3-of-constant-rate", question(), SAMPLE_RATE)
    path = tmp_path / "tagged.mp3"
    head = b"ID3\x03\x00\x00\x00\x00\x02\x00" + bytes(256)
    path.write_bytes(head + content + tag)
    assert likeness(read_recording(path).samples, question()) > 0.97


def test_junk_between_the_frames_of_an_mp3_file_is_skipped(tmp_path: Path) -> None:
    content = of_unsaid_length("mp3-of-constant-rate", question(), SAMPLE_RATE)
    half = content.index(content[:2], len(content) // 2)
    path = tmp_path / "patched.mp3"
    path.write_bytes(content[:half] + bytes(500) + content[half:])
    assert read_recording(path).seconds == pytest.approx(2.65, abs=0.15)


@pytest.mark.skipif(not CASES.is_dir(), reason="../shared/cases is absent")
@pytest.mark.parametrize("name", ["flac-unknown-length.flac", "wav-data-size-0.wav"])
def test_the_shared_cases(name: str) -> None:
    assert read_recording(CASES / name).seconds == pytest.approx(2.925)


def test_an_ordinary_file_is_read_as_libsndfile_reads_it() -> None:
    wanted, rate = soundfile.read(QUESTION_FLAC, dtype="float32")
    assert rate == SAMPLE_RATE
    assert np.array_equal(read_recording(QUESTION_FLAC).samples, wanted)
