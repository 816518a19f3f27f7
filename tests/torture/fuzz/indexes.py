"""The files of a voice index, with checksums that do not fit and with such as do."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import struct
from pathlib import Path
from typing import Any

import numpy as np

from engine.contract.codec import to_json
from engine.contract.queries import Query, TextPart
from engine.errors import UserError
from engine.imagery.tiling import TileSpec
from engine.index.builder import add_to_index, build_index
from engine.index.filters import Area
from engine.index.folder import part as part_files
from engine.index.folder.annoy_trees import load_trees, write_trees
from engine.index.folder.cells import CellsDamaged
from engine.index.folder.format import TreeRecord
from engine.index.maintenance import compact_index, index_info, verify_index
from engine.index.saved_searches import (
    SearchesFile,
    StoredSearch,
    asked_rasters,
    changing_searches,
    read_searches,
    searches_file,
)
from engine.index.search import SearchOptions, search
from engine.index.store import open_store
from engine.index.tiles_layer import write_tiles_layer
from tests.support.scenes import PIXELS, PixelStatistics, write_scene

from .mutators import break_bytes, break_json, break_xml
from .target import Target, Wrong

_WHOLE = "part.json"


class IndexFiles(Target):
    """Everything in a voice index."""

    def __init__(self, samples: Path) -> None:
        self._encoder = PixelStatistics()
        scenes = samples / "scenes"
        scenes.mkdir(exist_ok=True)
        write_scene(scenes / "a_20150601.tif", seed=1)
        write_scene(scenes / "b.tif", seed=2, west=500_200.0, empty_rows=60)
        self._scenes = scenes
        self._index = samples / "whole.scrl"
        if not self._index.exists():
            spec = TileSpec((20.0, 40.0), overlap=0.25, pixels=PIXELS)
            # Small parts get trees, too.
            least, part_files.MIN_ROWS = part_files.MIN_ROWS, 1
            try:
                build_index(
                    self._index, [str(scenes)], self._encoder, spec, part_tiles=60, batch_size=16
                )
            finally:
                part_files.MIN_ROWS = least
        self._query = open_store(self._index).vectors([0])[0]
        self._area = Area.from_bounds(*(index_info(self._index).bounds or (0.0, 0.0, 1.0, 1.0)))

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break one file; in half of the cases so that all checksums fit."""
        index = folder / "x.scrl"
        shutil.copytree(self._index, index)
        if rng.random() < 0.2:
            # Writing takes much longer than reading, and reads all before.
            (folder / "writes").touch()
        name = rng.choice(("index.json", "index.json", "part.json", "rows.npy", "rows.npy", "vectors.npy", "tree.ann", "tiles.fgb", "tiles.vrt"))  # fmt: skip
        if name == "index.json":
            document = json.loads((index / name).read_bytes())
            (index / name).write_bytes(break_json(rng, document))
            return name
        if name == "tiles.vrt":
            text = (index / name).read_text()
            (index / name).write_bytes(break_xml(rng, text, str(self._scenes)))
            return name
        part = index / "parts" / "00001"
        file = part / name
        content = file.read_bytes()
        if name == "part.json":
            broken = break_json(rng, json.loads(content))
        elif name.endswith(".npy") and rng.random() < 0.5:
            broken = _with_array_head(rng, content)
        elif name == "rows.npy" and rng.random() < 0.7:
            broken = _with_other_rows(rng, content)
        else:
            broken = break_bytes(rng, content)
        file.write_bytes(broken)
        forged = rng.random() < 0.6
        if forged:
            _forge(index, part, name)
        return f"{name}{', its checksums fit' if forged else ''}"

    def use(self, folder: Path) -> None:
        """Search, list, write, verify, add and merge: nothing is lost, whatever is refused."""
        index = folder / "x.scrl"
        untouched = {
            name: (index / "parts" / name / "vectors.npy").read_bytes()
            for name in ("00000", "00002")
        }
        said = (index / "index.json").read_bytes()
        uses = (
            lambda: search(open_store(index), self._query, SearchOptions(k=500, suppress_overlap=False)),
            lambda: search(open_store(index), self._query, SearchOptions(area=self._area, exact=True)),
            lambda: list(open_store(index).items()), lambda: index_info(index), lambda: verify_index(index),
            lambda: write_tiles_layer(folder / "tiles.gpkg", open_store(index)),
        )  # fmt: skip
        refused = _first_refusal(uses)
        if (index / "index.json").read_bytes() != said:
            raise Wrong("reading has changed the index")
        if refused is not None and not (folder / "writes").exists():
            raise refused
        if not (folder / "writes").exists():
            return
        writes = (
            lambda: add_to_index(index, [str(self._scenes)], self._encoder, batch_size=16),
            lambda: verify_index(index, repair=True), lambda: compact_index(index),
        )  # fmt: skip
        refused_writes = _first_refusal(writes[:1])
        if refused_writes is not None and refused_writes.code.startswith("index-file"):
            for name, content in untouched.items():
                if (index / "parts" / name / "vectors.npy").read_bytes() != content:
                    raise Wrong(f"part {name} is lost")
        refused = refused or refused_writes or _first_refusal(writes[1:])
        if refused is not None:
            raise refused


def _first_refusal(uses: Any) -> UserError | None:
    refused = None
    for use in uses:
        try:
            use()
        except UserError as error:
            refused = refused or error
    return refused


def _with_array_head(rng: random.Random, content: bytes) -> bytes:
    """Return an array under another head: NumPy reads it as Python."""
    length = struct.unpack("<H", content[8:10])[0]
    head, data = content[10 : 10 + length].decode(), content[10 + length :]
    said = rng.choice((
        head.replace("'<f2'", "'|O'").replace("('id', '<i8')", "('id', '|O')"), head.replace("False", "True"),
        head.replace("(", "(" * 150, 1), "{'descr': '<f2', 'fortran_order': False, 'shape': (9999999999, 24), }",
        "{'descr': '<f2', 'fortran_order': False, 'shape': (-1, 24), }", "{'descr': '<f2', 'shape': ()}", "__import__('os').system('x')",
        "{'descr': '<V1000000000', 'fortran_order': False, 'shape': (1,), }", head.replace("24", "0"), "[" * 500, "9" * 5000,
        "{'descr': [('id', '<i8', (1000000, 1000000))], 'fortran_order': False, 'shape': (3,), }", head[: len(head) // 2],
    )).encode()  # fmt: skip
    version = rng.choice((b"\x01\0", b"\x01\0", b"\x02\0", b"\x03\0", b"\x09\0"))
    size = struct.pack("<H" if version[0] == 1 else "<I", min(len(said), 65_535))
    return b"\x93NUMPY" + version + size + said + data


def _with_other_rows(rng: random.Random, content: bytes) -> bytes:
    """Return rows with values that no builder writes."""
    length = 10 + struct.unpack("<H", content[8:10])[0]
    from engine.index.rows import ROW_DTYPE

    rows = np.frombuffer(content[length:], dtype=ROW_DTYPE).copy()
    for _ in range(rng.choice((1, 2, 5))):
        name = rng.choice(ROW_DTYPE.names or ())
        chosen = rng.choice((slice(0, 1), slice(None), slice(5, 9)))
        value = rng.choice(
            (0, -1, 1, 2**31 - 1, -(2**31), 1e308, float("nan"), float("inf"), -1e30, 180.0, 91.0)
        )
        if ROW_DTYPE[name].kind == "i":
            value = int(value) if abs(value) < 2**31 else 2**31 - 1
        rows[name][chosen] = value
    return content[:length] + rows.tobytes()


def _forge(index: Path, part: Path, name: str) -> None:
    """Make the checksums above a file fit to it."""

    def sum_of(file: Path) -> str:
        return hashlib.sha256(file.read_bytes()).hexdigest()

    if name != _WHOLE:
        document = json.loads((part / _WHOLE).read_bytes())
        document["files"][name] = {
            "size": (part / name).stat().st_size,
            "sha256": sum_of(part / name),
        }
        if name == "tree.ann":
            branches = (part / name).read_bytes()[
                document["rows"] * (12 + 4 * document["embedding_size"]) :
            ]
            document["tree"]["nodes_sha256"] = hashlib.sha256(branches).hexdigest()
        (part / _WHOLE).write_text(json.dumps(document))
    whole = json.loads((index / "index.json").read_bytes())
    for entry in whole["parts"]:
        if entry["name"] == part.name:
            entry["sha256"] = sum_of(part / _WHOLE)
    (index / "index.json").write_text(json.dumps(whole))


class Trees(Target):
    """Annoy's trees, whose checksum fits: Annoy itself checks nothing."""

    _ROWS, _SIZE = 600, 8

    def __init__(self, samples: Path) -> None:
        rng = np.random.default_rng(0)
        vectors = rng.normal(size=(self._ROWS, self._SIZE))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        file = samples / "tree.ann"
        write_trees(file, vectors.astype(np.float32))
        self._content = file.read_bytes()
        self._query = vectors[0].astype(np.float32)

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break branches as somebody would who knows the format."""
        node = 12 + 4 * self._SIZE
        data = bytearray(self._content)
        count = len(data) // node
        for _ in range(rng.choice((1, 1, 2, 5, 50))):
            number = (
                rng.randrange(self._ROWS, count) if rng.random() < 0.9 else rng.randrange(count)
            )
            at = number * node + 4 * rng.choice((0, 1, 2, rng.randrange(node // 4)))
            value = rng.choice((
                0, 1, 2, 3, 10, self._ROWS, self._ROWS - 1, count - 1, count, count + 1, number, number - 1, number + 1, 2**31 - 1, -1,
                -(2**31), 10**6, 10**7, rng.randrange(count),
            ))  # fmt: skip
            struct.pack_into("<i", data, at, value)
        if rng.random() < 0.1:
            del data[node * rng.randrange(count) :]
        if rng.random() < 0.1:
            data = bytearray(break_bytes(rng, bytes(data)))
        (folder / "tree.ann").write_bytes(data)
        return "branches"

    def use(self, folder: Path) -> None:
        """Load the trees and ask them."""
        file = folder / "tree.ann"
        branches = file.read_bytes()[self._ROWS * (12 + 4 * self._SIZE) :]
        record = TreeRecord(8, 0, hashlib.sha256(branches).hexdigest(), self._ROWS)
        try:
            trees = load_trees(file, self._SIZE, record)
        except CellsDamaged:
            # The search then scores every vector instead.
            return
        for count in (1, 50, self._ROWS):
            found = trees.get_nns_by_vector(self._query.tolist(), count, 4_096)
            if found and not 0 <= min(found) <= max(found) < self._ROWS:
                raise Wrong("a cell that there is not")
        trees.unload()


class SavedSearches(Target):
    """The saved searches of an index."""

    def __init__(self, samples: Path) -> None:
        index = samples / "x.scrl"
        write_scene(samples / "a.tif", seed=1)
        if not index.exists():
            spec = TileSpec((40.0,), pixels=PIXELS)
            build_index(
                index,
                [str(samples / "a.tif")],
                PixelStatistics(),
                spec,
                part_tiles=60,
                batch_size=16,
            )
        rasters = asked_rasters(open_store(index).info)
        stored = StoredSearch(
            "tanks", Query((TextPart("storage tanks"),)), "m", "2026-01-01", None, rasters
        )
        self._document = to_json(SearchesFile((stored,)))

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break values, or the text."""
        searches_file(folder).write_bytes(break_json(rng, self._document))
        return "a value or the text"

    def use(self, folder: Path) -> None:
        """Read them and change them: what cannot be read stays as it is."""
        before = searches_file(folder).read_bytes()
        try:
            read_searches(folder)
            with changing_searches(folder) as searches:
                searches.reverse()
        except UserError:
            if searches_file(folder).read_bytes() != before:
                raise Wrong("a file that cannot be read was written") from None
            raise
        read_searches(folder)
