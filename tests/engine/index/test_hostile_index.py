"""An index from somebody who means harm: links and names that lead out of it are not followed when it is changed."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from pathlib import Path

import pytest

from engine.errors import FolderNotWritable, IndexDamaged, IndexFileDamaged
from engine.index.builder import add_to_index
from engine.index.folder.format import INDEX_FILE, read_index
from engine.index.folder.part import Part
from engine.index.folder.transaction import LOCK_FILE, WRITER_FILE
from engine.index.maintenance import compact_index, index_info, remove_source
from engine.index.store import open_writer
from engine.progress import Progress
from tests.support.scenes import write_scene

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="Windows lets administrators only make links"
)


def add(index: Path, folder: Path, encoder) -> None:
    write_scene(folder / "new.tif", seed=9, west=600_000.0)
    add_to_index(index, [str(folder / "new.tif")], encoder, batch_size=8)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    (folder / "20240131").mkdir(parents=True)
    (folder / "20240131" / "thesis.txt").write_text("mine")
    (folder / "thesis.txt").write_text("mine")
    return folder


def untouched(outside: Path) -> bool:
    files = sorted(outside.rglob("*"))
    return [file.name for file in files] == ["20240131", "thesis.txt", "thesis.txt"] and all(
        file.read_text() == "mine" for file in files if file.is_file()
    )


def test_parts_behind_a_link_are_not_swept(index, outside, encoder, tmp_path) -> None:
    for folder in (index / "parts").iterdir():
        folder.rename(outside / folder.name)
    (index / "parts").rmdir()
    (index / "parts").symlink_to(outside)
    before = sorted(path.name for path in outside.rglob("*"))
    for change in (
        lambda: add(index, tmp_path, encoder),
        lambda: compact_index(index, Progress()),
        lambda: remove_source(index, read_index(index).sources[0].source.name),
    ):
        with pytest.raises(FolderNotWritable, match="link"):
            change()
    assert sorted(path.name for path in outside.rglob("*")) == before


def test_a_link_among_the_parts_is_removed_and_what_it_leads_to_stays(
    index, outside, encoder, tmp_path
) -> None:
    number = read_index(index).next.part
    for name in ("99999", f"{number:05d}", f"{number:05d}.tmp"):
        (index / "parts" / name).symlink_to(outside)
    add(index, tmp_path, encoder)
    assert untouched(outside)
    assert not [path for path in (index / "parts").iterdir() if path.is_symlink()]


@pytest.mark.parametrize(
    "name", [LOCK_FILE, WRITER_FILE, f"{INDEX_FILE}.tmp", "tiles.vrt", "tiles.vrt.tmp"]
)
def test_a_link_in_place_of_a_file_is_not_written_through(
    name, index, outside, encoder, tmp_path
) -> None:
    (index / name).unlink(missing_ok=True)
    (index / name).symlink_to(outside / "thesis.txt")
    try:
        add(index, tmp_path, encoder)
    except FolderNotWritable:
        assert name == LOCK_FILE
    assert untouched(outside)


def test_a_successor_behind_a_link_is_refused(index, outside) -> None:
    from engine.index.folder.writer import SUCCESSOR_FOLDER

    (index / SUCCESSOR_FOLDER).symlink_to(outside)
    with open_writer(index) as writer:
        settings = dataclasses.replace(writer.info.settings, model_checksum="b" * 64)
        with pytest.raises(FolderNotWritable, match="link"):
            writer.successor(settings).__enter__()
    assert untouched(outside)


def test_a_file_of_a_part_has_a_plain_name(index) -> None:
    found = read_index(index)
    file = index / "parts" / found.parts[0].name / "part.json"
    content = json.loads(file.read_bytes())
    some = next(iter(content["files"].values()))
    for name in ("../../outside/thesis.txt", "/etc/hosts", "..", "a/b.npy", "C:x.npy"):
        file.write_text(json.dumps({**content, "files": {**content["files"], name: some}}))
        checksum = hashlib.sha256(file.read_bytes()).hexdigest()
        entry = dataclasses.replace(found.parts[0], sha256=checksum)
        with pytest.raises(IndexDamaged, match="not the name"):
            Part(index, entry, found.embedding_size)


def test_a_part_has_a_number_for_a_name(index) -> None:
    content = json.loads((index / INDEX_FILE).read_bytes())
    for name in ("../outside", "/etc", "..", "00000/../../../outside", ""):
        content["parts"][0]["name"] = name
        (index / INDEX_FILE).write_text(json.dumps(content))
        with pytest.raises(IndexDamaged, match="not the name"):
            read_index(index)


def test_a_raster_that_lies_nowhere_is_told(index) -> None:
    """By what reads no row of it, too."""
    file = index / INDEX_FILE
    document = json.loads(file.read_bytes())
    document["sources"][0]["source"]["transform"][2] = 1e30
    file.write_text(json.dumps(document))
    with pytest.raises(IndexFileDamaged, match="nowhere"):
        index_info(index)
