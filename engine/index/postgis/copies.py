"""A shared index as the source and the target of a copy: published, and pulled."""

from __future__ import annotations

import dataclasses

from ...contract.indexes import CopyReport
from ...contract.notices import Stage, Unit
from ...progress import Progress
from ..copies import Snapshot, check_nothing_lost, checksum_of
from ..state import IndexFile, PartEntry
from ..store import EmbeddedTiles
from .address import Address
from .database import Database
from .reader import PostgisStore
from .tables import make_generation, migrate, roles_statements
from .writer import PUBLISHING, PostgisWriter, copy_part, copying_writer


class PostgisSnapshot:
    """The :class:`engine.index.copies.Snapshot` of a shared index."""

    def __init__(self, address: Address) -> None:
        self._store = PostgisStore(address)
        self.uri = address.uri

    @property
    def index(self) -> IndexFile:
        """The state that was opened."""
        return self._store.state.index

    def tiles(self, entry: PartEntry) -> EmbeddedTiles:
        """Return the tiles of a part, checked."""
        tiles = self._store.tiles_of_part(entry)
        if checksum_of(tiles) != entry.sha256:
            raise self._store.damaged(f"part {entry.name} does not match its checksum")
        return tiles

    def checksum(self, entry: PartEntry) -> str:
        """Return the checksum of a part, which the state names."""
        return entry.sha256


def mirror(address: Address, snapshot: Snapshot, replace: bool, progress: Progress) -> CopyReport:
    """Publish an index: parts that are missing are copied, each at once, then a new state names them all."""
    database = Database(address, writes=True)
    with copying_writer(address, snapshot.index) as writer:
        check_nothing_lost(address.uri, writer.index, snapshot, replace)
        writer.drop_leftovers()
        generation, known = _table_for(database, writer, snapshot)
        entries = []
        copied = 0
        progress.start(Stage.COPYING_PARTS, len(snapshot.index.parts), Unit.PART)
        for entry in snapshot.index.parts:
            progress.check_cancelled()
            number = known.get(snapshot.checksum(entry))
            if number is None:
                tiles = snapshot.tiles(entry)
                sources = snapshot.index.sources
                made = copy_part(database, generation, PUBLISHING, tiles, sources, entry.work)
                copied += 1
            else:
                made = dataclasses.replace(entry, name=str(number), sha256=snapshot.checksum(entry))
            entries.append(made)
            progress.advance()
        index = dataclasses.replace(snapshot.index, parts=tuple(entries))
        progress.check_cancelled()
        writer.index_vectors(generation, index.rows)
        writer.replace(index, generation)
        writer.fill_places(progress)
        writer.sweep()
    with database.connection() as connection:
        statements = roles_statements(database, connection)
    return CopyReport(address.uri, len(entries), copied, index.rows, statements)


def _table_for(
    database: Database, writer: PostgisWriter, snapshot: Snapshot
) -> tuple[int, dict[str, int]]:
    """Return the table that takes the parts, and the parts that are there already under their checksums.

    It is that of the index, or, for vectors of another model, one beside it: perhaps one that an interrupted publish
    has begun.
    """
    with database.connection() as connection:
        migrate(database, connection)
        rows = connection.execute(
            database.named(
                "SELECT generation, checksum, part FROM {schema}.parts WHERE run IS NULL OR run = %s"
            ),
            (PUBLISHING,),
        ).fetchall()
    checksums = {snapshot.checksum(entry) for entry in snapshot.index.parts}
    same_model = writer.index.model_checksum == snapshot.index.model_checksum
    if writer.has_table and same_model:
        generation = writer.generation()
    else:
        begun = [g for g, checksum, _ in rows if checksum in checksums]
        if begun:
            generation = max(begun)
        else:
            with database.connection() as connection:
                generation = make_generation(database, connection, snapshot.index.embedding_size)
    return generation, {checksum: part for g, checksum, part in rows if g == generation}
