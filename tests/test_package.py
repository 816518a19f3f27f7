"""The package: rules of the plugin repository, lock files, licences, one place of the version."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml

from engine.model import files
from tests.support.paths import ROOT
from tools import make_zip, release, sbom, zip_rules
from tools.plugin_metadata import read_metadata, undecided_addresses

LOCKS = sorted((ROOT / "requirements" / "lock").glob("*-py3*.txt"))
REQUIREMENT = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("the zip is made of what git knows")
    return make_zip.make_zip(tmp_path_factory.mktemp("dist"))


def test_the_zip_keeps_the_rules_of_the_plugin_repository(made):
    assert zip_rules.problems(made) == []


def test_the_same_sources_give_the_same_bytes(made, tmp_path):
    assert make_zip.make_zip(tmp_path).read_bytes() == made.read_bytes()


def test_the_zip_holds_the_engine_and_not_its_training(made):
    with zipfile.ZipFile(made) as archive:
        names = set(archive.namelist())
    assert "qgis_scrl/engine/worker.py" in names
    assert "qgis_scrl/requirements/lock/windows-py312.txt" in names
    assert not [name for name in names if "/training/" in name or "/tests/" in name]


def test_the_zip_holds_one_model_and_says_which_if_it_is_not_the_default(made, tmp_path):
    models = sorted({path.parent.name for path in files.MODELS.glob(f"*/{files.WEIGHTS}")})
    for model in models:
        file = made if model == files.DEFAULT else make_zip.make_zip(tmp_path, model)
        with zipfile.ZipFile(file) as archive:
            held = {name.split("/")[3] for name in archive.namelist() if "/models/" in name}
        assert held == {model}
        assert (model in file.name) is (model != files.DEFAULT)
        assert zip_rules.problems(file) == []
    with pytest.raises(make_zip.CannotMake, match=files.DEFAULT):
        make_zip.make_zip(tmp_path, "scrl-0")


def _changed(made: Path, folder: Path, change) -> Path:
    """Write the zip again with other members."""
    other = folder / made.name
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(other, "w") as new:
        members = {entry.filename: old.read(entry) for entry in old.infolist()}
        change(members)
        for name, content in members.items():
            new.writestr(zipfile.ZipInfo(name), content)
    return other


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("qgis_scrl/engine/fast.so", b"", "program or library"),
        ("qgis_scrl/__pycache__/plugin.pyc", b"", "does not belong"),
        ("qgis_scrl/.hidden", b"", "hidden"),
        ("other/file.py", b"", "outside"),
        ("qgis_scrl/license", b"", "twice"),
    ],
)
def test_what_the_repository_would_refuse_is_found(made, tmp_path, path, content, said):
    broken = _changed(made, tmp_path, lambda members: members.update({path: content}))
    assert any(said in problem for problem in zip_rules.problems(broken))


@pytest.mark.parametrize("key", zip_rules.REQUIRED)
def test_missing_metadata_are_found(made, tmp_path, key):
    def without(members):
        text = members["qgis_scrl/metadata.txt"].decode("utf-8")
        members["qgis_scrl/metadata.txt"] = re.sub(
            rf"(?m)^{key}=.*(?:\n +.*)*\n", "", text
        ).encode()

    broken = _changed(made, tmp_path, without)
    assert any(key in problem for problem in zip_rules.problems(broken))


def test_a_zip_that_is_too_large_and_one_that_is_none(made, tmp_path):
    large = tmp_path / made.name
    large.write_bytes(b"0" * (zip_rules.MOST_BYTES + 1))
    found = zip_rules.problems(large)
    assert any("25,000,000" in problem for problem in found)
    assert "It is not a zip." in found


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_package_of_a_lock_file_is_exact_and_has_its_sums(path):
    text = path.read_text(encoding="utf-8")
    packages = REQUIREMENT.findall(text)
    assert {"torch", "torchaudio", "silero-vad", "rasterio", "sounddevice"} <= {
        p[0] for p in packages
    }
    rest = REQUIREMENT.sub("", text)
    assert [line for line in rest.splitlines() if line and not line.startswith("#")] == []
    assert re.search(r"^# download: \d+ bytes$", text, re.MULTILINE)
    assert ("nvidia-" in text) == path.stem.endswith("-cuda")


def test_every_package_of_a_lock_file_has_a_licence_for_the_list_of_parts():
    known = sbom.licences()
    for path in (ROOT / "requirements" / "lock").glob("*.txt"):
        for name in re.findall(r"^([a-z0-9-]+)==", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert ("nvidia-" if name.startswith("nvidia-") else name) in known, name
    assert known["annoy"] == known["annoy-mm"] == "Apache-2.0"


def test_the_zip_tells_what_is_new(made, tmp_path):
    with zipfile.ZipFile(made) as archive:
        held = archive.read("qgis_scrl/metadata.txt").decode()
    (tmp_path / "metadata.txt").write_text(held, encoding="utf-8")
    told, own = read_metadata(tmp_path / "metadata.txt"), read_metadata()
    lines = told.pop("changelog").splitlines()
    assert {**own, "changelog": ""} == {**told, "changelog": ""}
    assert lines[0] == own["version"]
    assert "Added" in lines
    assert any(line.startswith("- The plugin for QGIS") for line in lines)


def test_the_forms_of_the_repository_are_sound():
    for path in (ROOT / ".github").rglob("*.yml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert content, path.name
        if "body" in content:
            assert content["name"]
            assert content["description"]
            ids = [part["id"] for part in content["body"]]
            assert len(set(ids)) == len(ids)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == read_metadata()["version"]


def test_what_is_locked_is_what_was_tested():
    pinned = dict(
        line.split("==") for line in (ROOT / "requirements" / "engine.txt").read_text().splitlines()
    )
    locked = {
        name: version
        for name, version, _ in REQUIREMENT.findall(
            (ROOT / "requirements" / "lock" / "linux-py311.txt").read_text()
        )
    }
    assert {name: locked[name].partition("+")[0] for name in pinned} == pinned


def test_every_package_that_is_downloaded_has_its_licence_named():
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for path in (ROOT / "requirements" / "lock").glob("*.txt"):
        for name in re.findall(r"^([a-z0-9-]+)==", path.read_text(encoding="utf-8"), re.MULTILINE):
            known = name in page or name.startswith("nvidia-")
            assert known, f"{name} of {path.name} is not in docs/dependencies.md"


def test_addresses_stand_in_one_place():
    for path in (
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "qgis_scrl").rglob("*.py"),
    ):
        assert "example.org" not in path.read_text(encoding="utf-8"), path.name


def test_no_release_without_a_home():
    metadata = read_metadata()
    said = release.obstacles(metadata["version"])
    assert any("No public home" in problem for problem in said) == bool(
        undecided_addresses(metadata)
    )
    decided = dict.fromkeys(("tracker", "repository", "homepage"), "https://forge.test/qgis_scrl")
    assert undecided_addresses({**metadata, **decided, "email": "us@forge.test"}) == []


def test_the_installed_engine_says_that_it_cannot_train(made, tmp_path):
    import subprocess
    import sys

    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path)
    for command in (["train", "--data", "."], ["evaluate", "--data", "."]):
        done = subprocess.run(
            [sys.executable, "-B", "-m", "engine", *command],
            cwd=tmp_path / "qgis_scrl", capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 6
        assert "cannot train" in done.stderr
        assert "Traceback" not in done.stderr
