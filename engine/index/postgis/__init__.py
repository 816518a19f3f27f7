"""A voice index in PostgreSQL, with PostGIS and pgvector: many analysts ask it at once while it is written.

``docs/shared-index.md`` describes its tables and how to run it; :mod:`engine.index.store` is the interface.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from ...contract.indexes import CopyReport, VerifyReport
from ...progress import Progress
from ..copies import Snapshot
from ..store import StoreInfo, StoreSettings
from .address import Address
from .copies import PostgisSnapshot
from .copies import mirror as mirror_index
from .database import Database
from .reader import PostgisStore, current_state
from .writer import PostgisWriter, find_problems, postgis_writer

# Of one tile beside its vector: its row and footprint, their share of the B-tree and of GiST, its place in its part.
_ROW_BYTES = 420
# And in the index of vectors, which holds the vector again: its list, and room that is left free.
_LIST_BYTES = 20


def info(uri: str) -> StoreInfo:
    """Describe a shared index, by its state alone."""
    database = Database(Address.parse(uri))
    return current_state(database).index.info(database.address.uri)


def bytes_per_tile(embedding_size: int) -> int:
    """Return the approximate size of a tile in the database in bytes."""
    return 4 * embedding_size + _ROW_BYTES + _LIST_BYTES


def bytes_stored(uri: str) -> int:
    """Return the size of all tables and their indexes."""
    database = Database(Address.parse(uri))
    current_state(database)
    rows = database.fetch(
        database.named(
            "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = %(schema)s AND c.relkind = 'r'"
        ),
        {"schema": database.address.schema},
    )
    return int(rows[0][0])


def tiles_of_sources(uri: str) -> dict[int, int]:
    """Return the number of tiles under the number of each source that has any."""
    return PostgisStore(Address.parse(uri)).tiles_by_source()


def verify(uri: str, progress: Progress) -> VerifyReport:
    """Compare every part with its checksum, and every vector with the unit length."""
    store = PostgisStore(Address.parse(uri))
    problems = find_problems(store, progress)
    return VerifyReport(store.info.parts, store.info.tiles, problems, False)


def open(uri: str) -> PostgisStore:
    """Open a shared index for search."""
    return PostgisStore(Address.parse(uri))


def write(uri: str, settings: StoreSettings | None) -> AbstractContextManager[PostgisWriter]:
    """Be the only writer of a shared index."""
    return postgis_writer(Address.parse(uri), settings)


def snapshot(uri: str) -> PostgisSnapshot:
    """Return a shared index to be pulled."""
    return PostgisSnapshot(Address.parse(uri))


def mirror(uri: str, snapshot: Snapshot, replace: bool, progress: Progress) -> CopyReport:
    """Publish an index."""
    return mirror_index(Address.parse(uri), snapshot, replace, progress)
