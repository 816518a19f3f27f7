"""Annoy trees over the centres of a part's cells: built, checked and queried.

They are optional: without the package ``annoy``, or with a damaged file, the search scores every
vector instead.
"""

from __future__ import annotations

import hashlib
import importlib
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..files import sha256_of, sync_file
from .cells import CellsDamaged
from .format import FileRecord, TreeRecord

TREES = 8
SEED = 20_210_601

_NODE_HEADER = 12  # Annoy, angular: number of descendants, then two children or the norm
_ERRNO = re.compile(r"\((\d+)\)\s*$")


def annoy_package() -> ModuleType | None:
    """Return the package ``annoy``, or None where it is not installed."""
    try:
        return importlib.import_module("annoy")
    except ImportError:
        return None


def write_trees(path: Path, centres: NDArray[np.float32]) -> tuple[TreeRecord, FileRecord]:
    """Build the trees over ``centres`` (K x D) and save them; the same ones give the same file.

    Returns:
        What ``part.json`` says of them.

    Raises:
        ModuleNotFoundError: ``annoy`` is not installed.
        OSError: The file could not be written.
    """
    annoy = importlib.import_module("annoy")
    size = centres.shape[1]
    built = annoy.AnnoyIndex(size, "angular")
    built.set_seed(SEED)
    for cell, centre in enumerate(centres):
        built.add_item(cell, centre.tolist())
    # One thread: with several, the trees depend on how the machine schedules them.
    built.build(TREES, n_jobs=1)
    try:
        built.save(str(path))
    except OSError as error:
        # Annoy puts the system's error number into the text only.
        number = _ERRNO.search(str(error))
        raise OSError(int(number[1]) if number else 0, str(error)) from error
    built.unload()
    sync_file(path)
    cells = len(centres)
    record = TreeRecord(TREES, SEED, _branches_sha256(path, cells, size), cells)
    return record, FileRecord(path.stat().st_size, sha256_of(path))


def load_trees(path: Path, embedding_size: int, record: TreeRecord) -> Any:
    """Return the trees over the centres of a part's cells as an ``annoy.AnnoyIndex``, memory-mapped.

    Raises:
        CellsDamaged: The file is missing, has another size, or its branches are not those that
            were written, or lead astray. Annoy does not validate what it reads: a wrong branch would
            crash the process, or be followed without end.
        ModuleNotFoundError: ``annoy`` is not installed.
    """
    trees = importlib.import_module("annoy").AnnoyIndex(embedding_size, "angular")
    try:
        _check(path, embedding_size, record)
        trees.load(str(path))
    except (OSError, UnicodeEncodeError) as error:
        raise CellsDamaged(str(error)) from error
    if trees.get_n_items() != record.cells:
        raise CellsDamaged(f"it contains {trees.get_n_items()} cells, not {record.cells}")
    return trees


def _node_bytes(embedding_size: int) -> int:
    return _NODE_HEADER + 4 * embedding_size


def _check(path: Path, embedding_size: int, record: TreeRecord) -> None:
    cells = record.cells
    node = _node_bytes(embedding_size)
    size = path.stat().st_size
    if size % node or size < cells * node:
        raise CellsDamaged("its size is wrong")
    if _branches_sha256(path, cells, embedding_size) != record.nodes_sha256:
        raise CellsDamaged("its nodes do not match their checksum")
    nodes = np.memmap(path, dtype="<i4", mode="r", shape=(size // node, node // 4))
    if (nodes[:cells, 0] != 1).any():
        raise CellsDamaged("a leaf node is invalid")
    if not _branches_lead_down(nodes, cells):
        raise CellsDamaged("a branch node is invalid")


def _branches_lead_down(nodes: NDArray[np.int32], cells: int) -> bool:
    """Tell whether a search that follows the branches ends, and meets nothing but nodes of the file.

    A checksum shows damage only: an index may come from a stranger, whose checksums fit. What is checked is how Annoy
    1.17 lays its nodes out: a node of more descendants than it has room for has two children, which were written
    before it; any other lists centres. Each has one parent, besides the copies of the roots at the end of the file.

    Args:
        nodes: int32 [nodes, 1 + K]: the number of descendants, then room for K children (or two, and the plane).
        cells: How many centres there are; their nodes come first.
    """
    branches, room = nodes[cells:], nodes.shape[1] - 1
    counts = branches[:, 0]
    if not len(branches) or (counts < 1).any() or counts[-1] != cells:
        return False
    lists = counts <= room
    listed = branches[lists, 1:][np.arange(room) < counts[lists, None]]
    own = np.arange(cells, len(nodes))[~lists]
    children = branches[~lists, 1:3]
    if ((listed < 0) | (listed >= cells)).any() or (
        (children < 0) | (children >= own[:, None])
    ).any():
        return False
    other = np.flatnonzero(counts != cells)
    roots_from = cells + (other[-1] + 1 if len(other) else 0)
    # Without this, ways through the file could be more than anybody can follow.
    below = children >= cells
    parents = np.bincount(children[below], minlength=1)
    inner = np.bincount(children[below & (own < roots_from)[:, None]], minlength=1)
    return bool(parents.max() <= 2 and inner.max() <= 1)


def _branches_sha256(path: Path, cells: int, embedding_size: int) -> str:
    with path.open("rb") as stream:
        stream.seek(cells * _node_bytes(embedding_size))
        return hashlib.file_digest(stream, "sha256").hexdigest()
