"""Annoy trees over the vectors of a part: built, checked and queried.

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
from .format import FileRecord, TreeRecord

TREES = 32
SEED = 20_210_601

_NODE_HEADER = 12  # Annoy, angular: number of descendants, then two children or the norm
_ERRNO = re.compile(r"\((\d+)\)\s*$")


class TreesDamaged(Exception):
    """The trees cannot be used; the vectors still can."""


def annoy_package() -> ModuleType | None:
    """Return the package ``annoy``, or None where it is not installed."""
    try:
        return importlib.import_module("annoy")
    except ImportError:
        return None


def write_trees(path: Path, vectors: NDArray[np.float16]) -> tuple[TreeRecord, FileRecord] | None:
    """Build the trees over ``vectors`` (N x D) and save them; the same vectors give the same file.

    Returns:
        What ``part.json`` says of them; None without the package ``annoy``.

    Raises:
        OSError: The file could not be written.
    """
    annoy = annoy_package()
    if annoy is None:
        return None
    size = vectors.shape[1]
    built = annoy.AnnoyIndex(size, "angular")
    built.set_seed(SEED)
    for row, vector in enumerate(vectors):
        built.add_item(row, vector.tolist())
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
    record = TreeRecord(TREES, SEED, _branches_sha256(path, len(vectors), size))
    return record, FileRecord(path.stat().st_size, sha256_of(path))


def load_trees(path: Path, rows: int, embedding_size: int, record: TreeRecord) -> Any:
    """Return the trees over the ``rows`` vectors of a part as an ``annoy.AnnoyIndex``, memory-mapped.

    Raises:
        TreesDamaged: The file is missing, has another size, or its branches are not those that
            were written, or lead astray. Annoy does not validate what it reads: a wrong branch would
            crash the process, or be followed without end.
        ModuleNotFoundError: ``annoy`` is not installed.
    """
    trees = importlib.import_module("annoy").AnnoyIndex(embedding_size, "angular")
    try:
        _check(path, rows, embedding_size, record)
        trees.load(str(path))
    except (OSError, UnicodeEncodeError) as error:
        raise TreesDamaged(str(error)) from error
    if trees.get_n_items() != rows:
        raise TreesDamaged(f"it contains {trees.get_n_items()} vectors, not {rows}")
    return trees


def _node_bytes(embedding_size: int) -> int:
    return _NODE_HEADER + 4 * embedding_size


def _check(path: Path, rows: int, embedding_size: int, record: TreeRecord) -> None:
    node = _node_bytes(embedding_size)
    size = path.stat().st_size
    if size % node or size < rows * node:
        raise TreesDamaged("its size is wrong")
    if _branches_sha256(path, rows, embedding_size) != record.nodes_sha256:
        raise TreesDamaged("its nodes do not match their checksum")
    nodes = np.memmap(path, dtype="<i4", mode="r", shape=(size // node, node // 4))
    if (nodes[:rows, 0] != 1).any():
        raise TreesDamaged("a leaf node is invalid")
    if not _branches_lead_down(nodes, rows):
        raise TreesDamaged("a branch node is invalid")


def _branches_lead_down(nodes: NDArray[np.int32], rows: int) -> bool:
    """Tell whether a search that follows the branches ends, and meets nothing but nodes of the file.

    A checksum shows damage only: an index may come from a stranger, whose checksums fit. What is checked is how Annoy
    1.17 lays its nodes out: a node of more descendants than it has room for has two children, which were written
    before it; any other lists vectors. Each has one parent, besides the copies of the roots at the end of the file.

    Args:
        nodes: int32 [nodes, 1 + K]: the number of descendants, then room for K children (or two, and the plane).
        rows: How many vectors there are; their nodes come first.
    """
    branches, room = nodes[rows:], nodes.shape[1] - 1
    counts = branches[:, 0]
    if not len(branches) or (counts < 1).any() or counts[-1] != rows:
        return False
    lists = counts <= room
    listed = branches[lists, 1:][np.arange(room) < counts[lists, None]]
    own = np.arange(rows, len(nodes))[~lists]
    children = branches[~lists, 1:3]
    if ((listed < 0) | (listed >= rows)).any() or (
        (children < 0) | (children >= own[:, None])
    ).any():
        return False
    other = np.flatnonzero(counts != rows)
    roots_from = rows + (other[-1] + 1 if len(other) else 0)
    # Without this, ways through the file could be more than anybody can follow.
    below = children >= rows
    parents = np.bincount(children[below], minlength=1)
    inner = np.bincount(children[below & (own < roots_from)[:, None]], minlength=1)
    return bool(parents.max() <= 2 and inner.max() <= 1)


def _branches_sha256(path: Path, rows: int, embedding_size: int) -> str:
    with path.open("rb") as stream:
        stream.seek(rows * _node_bytes(embedding_size))
        return hashlib.file_digest(stream, "sha256").hexdigest()
