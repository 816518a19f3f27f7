"""The only writer of a shared index: every change is committed in one transaction."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import json
import math
import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from psycopg import sql

from ...contract.codec import to_json
from ...contract.indexes import IndexProblem, VerifyReport
from ...contract.notices import Stage, Unit
from ...errors import IndexDamaged, IndexExists, IndexLocked, IndexMissing, ServerUnreachable
from ...imagery.source import Source
from ...progress import Progress
from ..copies import checksum_of
from ..plan import NewSource, PlannedPart, SourceRecord, WorkRange, joined
from ..scoring import not_of_unit_length
from ..state import IndexFile, PartEntry
from ..store import EmbeddedTiles, StoreInfo, StoreSettings
from .address import Address
from .database import Connection, Database
from .places import forget, places_of_part
from .reader import PostgisStore, Role, State, lists_of, read_state, vector_indexes
from .rows import chosen_tiles, write_rows
from .tables import make_generation, migrate, next_number, show_as_layer, tiles_table

KEPT = datetime.timedelta(hours=1)
"""What has left the index is kept so long, for those who opened it before."""

LISTS_FROM = 10_000
"""An index of fewer tiles needs no index of its vectors."""

MOST_LISTS = 1_500
"""More would take too much memory to make: its k-means compares 50 samples a list with every list."""

#: Parts that a publish has copied and not shown yet: the next one goes on with them.
PUBLISHING = "publishing"
#: Of the advisory locks in a database, those of our writers.
_LOCKS = 0x5C71


@dataclasses.dataclass(frozen=True)
class PostgisTarget:
    """The :class:`engine.index.store.PartTarget` of a shared index: parts that no state names yet.

    Attributes:
        address: Where the index is.
        generation: The number of the table.
        run: Of the writer; the next one deletes what another run has left.
    """

    address: Address
    generation: int
    run: str

    def write(
        self, part: PlannedPart, tiles: EmbeddedTiles, sources: Sequence[SourceRecord]
    ) -> PartEntry:
        """Copy a part into the table; :meth:`PostgisWriter.commit` makes it one of the index."""
        database = Database(self.address, writes=True)
        return copy_part(database, self.generation, self.run, tiles, sources, part.work)


def copy_part(
    database: Database,
    generation: int,
    run: str,
    tiles: EmbeddedTiles,
    sources: Sequence[SourceRecord],
    work: Sequence[WorkRange],
) -> PartEntry:
    """Write tiles as a part that no state names yet, all of it or nothing."""
    by_number = {record.number: record for record in sources}
    with database.connection() as connection:
        number = next_number(database, connection, "part_numbers")
        bounds = write_rows(database, connection, generation, number, tiles, by_number)
        checksum = checksum_of(tiles)
        connection.execute(
            database.named(
                "INSERT INTO {schema}.parts (part, generation, tiles, checksum, run, places)"
                " VALUES (%(part)s, %(generation)s, %(tiles)s, %(checksum)s, %(run)s, {places})",
                places=places_of_part(database, generation, "%(part)s"),
            ),
            {
                "part": number,
                "generation": generation,
                "tiles": len(tiles.tile_ids),
                "checksum": checksum,
                "run": run,
            },
        )
    west, south, east, north = bounds.tolist()
    entry_bounds = (west, south, east, north)
    return PartEntry(str(number), len(tiles.tile_ids), entry_bounds, joined(work), checksum)


class PostgisWriter:
    """The :class:`engine.index.store.VectorStoreWriter` of a shared index that has been locked.

    Args:
        database: Where it is.
        lock: The connection that holds the lock: if it is lost, nothing can be committed.
        index: Its state, or that of a new index.
        generation: The number of its table; None for a new index.
        role: Whether it is the index, or what is to take its place.
    """

    def __init__(
        self,
        database: Database,
        lock: Connection,
        index: IndexFile,
        generation: int | None,
        role: Role = "current",
    ) -> None:
        self._database = database
        self._lock = lock
        self._index = index
        self._generation = generation
        self._role: Role = role
        self._run = uuid.uuid4().hex

    @property
    def info(self) -> StoreInfo:
        """Description of the index as of the last commit."""
        return self._index.info(self._database.address.uri)

    @property
    def index(self) -> IndexFile:
        """The state as of the last commit."""
        return self._index

    @property
    def target(self) -> PostgisTarget:
        """Where part jobs put what they have made."""
        return PostgisTarget(self._database.address, self.generation(), self._run)

    def generation(self) -> int:
        """Return the number of the table of tiles, which is made if there is none."""
        if self._generation is None:
            with self._changing() as connection:
                migrate(self._database, connection)
                self._generation = make_generation(
                    self._database, connection, self._index.embedding_size
                )
        return self._generation

    @property
    def has_table(self) -> bool:
        """Whether the index has a table already."""
        return self._generation is not None

    def drop_leftovers(self) -> None:
        """Delete what runs have left that were killed, but for an interrupted publish."""
        if self._generation is not None:
            self.sweep([PUBLISHING])

    def plan(
        self,
        added: Sequence[NewSource] = (),
        replaced: frozenset[int] = frozenset(),
        postponed: frozenset[int] = frozenset(),
    ) -> tuple[PlannedPart, ...]:
        """Write down new sources, and plan the parts to be made."""
        index = self._without(replaced) if replaced else self._index
        if added:
            index = index.with_sources(added)
        if index is not self._index:
            self.replace(index)
        return index.planned_parts(postponed)

    def commit(self, part: PlannedPart, written: PartEntry | None) -> None:
        """Name a part in the state."""
        self.replace(self._index.with_part(part, written))

    def remove_sources(self, numbers: frozenset[int]) -> None:
        """Take sources and their tiles out of the index."""
        self.replace(self._without(numbers))

    def relocate(
        self, sources: Mapping[int, Source], inputs: tuple[str, ...], progress: Progress
    ) -> None:
        """Give sources other addresses; no part names them."""
        progress.start(Stage.WRITING_FOOTPRINTS, 1, Unit.PART)
        progress.check_cancelled()
        self.replace(self._index.relocated(sources, inputs))
        progress.advance()

    def compact(self, progress: Progress) -> None:
        """Make the index of vectors where it is missing or has too few lists; parts of a table need no merging."""
        progress.start(Stage.MERGING_PARTS, 1, Unit.PART)
        progress.check_cancelled()
        self.index_vectors(self.generation(), self._index.rows)
        progress.advance()
        self.fill_places(progress)

    def index_vectors(self, generation: int, rows: int) -> None:
        """Make the index of the vectors of a generation that has so many rows, if that pays.

        The lists are what k-means finds in what is there: when there is four times as much, they are made anew.
        """
        lists = min(round(math.sqrt(rows)), MOST_LISTS)
        replaced = vector_indexes(self._database, generation)
        made = lists_of(replaced)
        if rows < LISTS_FROM or (made is not None and lists < 2 * made):
            return
        tiles = tiles_table(generation)
        with self._changing() as connection:
            self._grant_memory(connection, lists)
            statement = "CREATE INDEX ON {schema}.{tiles} USING ivfflat (vector halfvec_ip_ops) WITH (lists = {lists})"
            connection.execute(
                self._database.named(statement, tiles=tiles, lists=sql.Literal(lists))
            )
            for index in replaced:
                connection.execute(
                    self._database.named("DROP INDEX {schema}.{index}", index=sql.Identifier(index))
                )
        with self._database.explained():
            self._lock.execute(self._database.named("ANALYZE {schema}.{tiles}", tiles=tiles))

    def fill_places(self, progress: Progress) -> None:
        """Write down the places of parts of the state that an earlier version has written, which had none.

        Stopped between two parts, it goes on from there the next time.
        """
        missing = self._fetch(
            "SELECT part FROM {schema}.parts WHERE places IS NULL AND part = ANY(%s)",
            [int(entry.name) for entry in self._index.parts],
        )
        if missing:
            progress.start(Stage.WRITING_FOOTPRINTS, len(missing), Unit.PART)
        for (part,) in missing:
            progress.check_cancelled()
            self._write_places(part)
            progress.advance()

    def _write_places(self, part: int) -> None:
        database = self._database
        places = places_of_part(database, self.generation(), "%(part)s")
        with self._changing() as connection:
            connection.execute(
                database.named(
                    "UPDATE {schema}.parts SET places = {places} WHERE part = %(part)s",
                    places=places,
                ),
                {"part": part},
            )
        # Neither the part's name nor its checksum tells that they are others now.
        forget()

    def _fetch(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._changing() as connection:
            return connection.execute(self._database.named(statement), values).fetchall()

    def _grant_memory(self, connection: Connection, lists: int) -> None:
        """Let this transaction have the memory that making so many lists takes; pgvector refuses to do with less."""
        samples = max(50 * lists, 10_000)
        distances = 4 * lists * (samples + lists)
        vectors = 4 * self._index.embedding_size * (samples + 4 * lists)
        needed = math.ceil(1.25 * (distances + vectors) / 2**20) + 64
        connection.execute(
            "SELECT set_config('maintenance_work_mem', greatest(%s,"
            " (SELECT setting::bigint / 1024 FROM pg_settings WHERE name = 'maintenance_work_mem')) || 'MB', true)",
            (needed,),
        )

    @contextlib.contextmanager
    def successor(self, settings: StoreSettings) -> Iterator[PostgisWriter]:
        """Be the only writer of a second state, whose tiles lie in a table of their own."""
        try:
            with self._changing() as connection:
                begun: State | None = read_state(self._database, connection, "successor")
        except (IndexMissing, IndexDamaged):
            begun = None
        if begun is not None and begun.index.info("").settings.differences(settings):
            self._forget_successor()
            begun = None
        index, generation = (
            (IndexFile.begin(settings), None) if begun is None else (begun.index, begun.generation)
        )
        yield PostgisWriter(self._database, self._lock, index, generation, "successor")

    def succeed(self) -> None:
        """Let the successor's state be the current one."""
        with self._changing() as connection:
            following = read_state(self._database, connection, "successor")
            connection.execute(
                self._database.named("DELETE FROM {schema}.states WHERE role = 'successor'")
            )
            self._write_state(connection, following.index, following.generation)
        self._index, self._generation = following.index, following.generation

    def repair(self, progress: Progress) -> VerifyReport:
        """Verify; drop damaged parts, and write down again where the tiles of a part are."""
        index = self._index
        problems = find_problems(PostgisStore(self._database.address), progress)
        damaged = {problem.part for problem in problems if problem.remedy == "dropped"}
        for problem in problems:
            if problem.part not in damaged:
                self._write_places(int(problem.part))
        if damaged:
            parts = tuple(entry for entry in index.parts if entry.name not in damaged)
            self.replace(dataclasses.replace(index, parts=parts))
            with self._changing() as connection:
                # No copy may take them for sound because of their checksums.
                connection.execute(
                    self._database.named(
                        "UPDATE {schema}.parts SET run = 'damaged' WHERE part = ANY(%s)"
                    ),
                    ([int(part) for part in damaged],),
                )
            self.sweep([PUBLISHING])
        return VerifyReport(len(index.parts), index.rows, problems, bool(problems))

    def replace(self, index: IndexFile, generation: int | None = None) -> None:
        """Make ``index`` the state, in one transaction.

        Args:
            index: The state; its parts have been written.
            generation: The table of its tiles, if it is another one.
        """
        chosen = self.generation() if generation is None else generation
        with self._changing() as connection:
            migrate(self._database, connection)
            self._write_state(connection, index, chosen)
        self._index, self._generation = index, chosen

    def sweep(self, kept_runs: Sequence[str] = ()) -> None:
        """Delete rows that no state names: at once if none ever did, else when they have been kept long enough."""
        database = self._database
        with self._changing() as connection:
            gone = connection.execute(
                database.named(
                    "SELECT generation, array_agg(part) FROM {schema}.parts"
                    " WHERE (run IS NOT NULL AND run <> ALL(%s)) OR retired < now() - %s GROUP BY generation"
                ),
                ([*kept_runs, self._run], KEPT),
            ).fetchall()
            for generation, parts in gone:
                tiles = tiles_table(generation)
                connection.execute(
                    database.named(
                        "DELETE FROM {schema}.{tiles} WHERE part = ANY(%s)", tiles=tiles
                    ),
                    (parts,),
                )
                connection.execute(
                    database.named("DELETE FROM {schema}.parts WHERE part = ANY(%s)"), (parts,)
                )
        self._drop_old_tables()

    def _drop_old_tables(self) -> None:
        """Drop the tables of former models that hold nothing any more."""
        database = self._database
        with self._changing() as connection:
            empty = connection.execute(
                database.named(
                    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    " WHERE n.nspname = %s AND c.relkind = 'r' AND c.relname ~ '^tiles_[0-9]+$'"
                    " AND substr(c.relname, 7)::int NOT IN (SELECT generation FROM {schema}.parts)"
                    " AND substr(c.relname, 7)::int NOT IN (SELECT generation FROM {schema}.states)"
                    " AND c.relname <> %s"
                ),
                (database.address.schema, f"tiles_{self._generation}"),
            ).fetchall()
            for (name,) in empty:
                connection.execute(
                    database.named("DROP TABLE {schema}.{tiles}", tiles=sql.Identifier(name))
                )

    def _write_state(self, connection: Connection, index: IndexFile, generation: int) -> None:
        database, role = self._database, self._role
        number = next_number(database, connection, "state_numbers")
        shown = connection.execute(
            database.named("SELECT generation FROM {schema}.states WHERE role = %s"), (role,)
        ).fetchone()
        named = [int(entry.name) for entry in index.parts]
        connection.execute(
            database.named(
                "INSERT INTO {schema}.states (role, state, generation, document) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT (role) DO UPDATE SET state = excluded.state, generation = excluded.generation,"
                " document = excluded.document, written = now()"
            ),
            (role, number, generation, json.dumps(to_json(index))),
        )
        connection.execute(
            database.named(
                "UPDATE {schema}.parts SET run = NULL, retired = NULL WHERE part = ANY(%s)"
            ),
            (named,),
        )
        connection.execute(
            database.named(
                "UPDATE {schema}.parts SET retired = now() WHERE run IS NULL AND retired IS NULL AND"
                " (generation = %s AND part <> ALL(%s) OR generation NOT IN (SELECT generation FROM {schema}.states))"
            ),
            (generation, named),
        )
        self._write_sources(connection, index, generation)
        if role == "current" and shown != (generation,):
            show_as_layer(database, connection, generation)

    def _write_sources(self, connection: Connection, index: IndexFile, generation: int) -> None:
        """Bring the table of sources up to date, which the layer shows."""
        columns: tuple[list[Any], ...] = ([], [], [], [])
        for record in index.sources:
            source = record.source
            values = (record.number, source.name, source.uri, source.date)
            for column, value in zip(columns, values, strict=True):
                column.append(_storable(value))
        connection.execute(
            self._database.named(
                "DELETE FROM {schema}.sources WHERE generation = %s AND source <> ALL(%s::int[])"
            ),
            (generation, columns[0]),
        )
        connection.execute(
            self._database.named(
                "INSERT INTO {schema}.sources AS s (generation, source, name, path, date)"
                " SELECT %s, * FROM unnest(%s::int[], %s::text[], %s::text[], %s::date[])"
                " ON CONFLICT (generation, source) DO UPDATE"
                " SET name = excluded.name, path = excluded.path, date = excluded.date"
                " WHERE (s.name, s.path, s.date) IS DISTINCT FROM (excluded.name, excluded.path, excluded.date)"
            ),
            (generation, *columns),
        )

    def _without(self, numbers: frozenset[int]) -> IndexFile:
        """Return the state without some sources; parts that held some are written again; not yet committed."""
        index = self._index
        store = (
            PostgisStore(self._database.address)
            if index.parts and self._role == "current"
            else None
        )
        parts: list[PartEntry] = []
        empty: list[WorkRange] = list(index.empty_work)
        for entry in index.parts:
            left = [work for work in entry.work if work.source not in numbers]
            if len(left) == len(entry.work):
                parts.append(entry)
                continue
            if not left:
                continue
            tiles = self._tiles_of(entry, store)
            tiles = chosen_tiles(tiles, ~np.isin(tiles.sources, list(numbers)))
            if len(tiles.tile_ids):
                parts.append(
                    copy_part(
                        self._database, self.generation(), self._run, tiles, index.sources, left
                    )
                )
            else:
                empty += left
        kept = dataclasses.replace(index, parts=tuple(parts), empty_work=joined(empty))
        return kept.without(numbers)

    def _tiles_of(self, entry: PartEntry, store: PostgisStore | None) -> EmbeddedTiles:
        tiles = (store or PostgisStore(self._database.address, self._role)).tiles_of_part(entry)
        if checksum_of(tiles) != entry.sha256:
            uri = self._database.address.uri
            reason = f"part {entry.name} does not match its checksum"
            raise IndexDamaged(path=uri, reason=reason, index=uri)
        return tiles

    def _forget_successor(self) -> None:
        with self._changing() as connection:
            database = self._database
            connection.execute(
                database.named(
                    "UPDATE {schema}.parts SET run = 'dropped' WHERE generation ="
                    " (SELECT generation FROM {schema}.states WHERE role = 'successor')"
                )
            )
            connection.execute(
                database.named("DELETE FROM {schema}.states WHERE role = 'successor'")
            )
        self.sweep()

    @contextlib.contextmanager
    def _changing(self) -> Iterator[Connection]:
        """Be in a transaction of the connection that holds the lock."""
        if self._lock.closed or self._lock.broken:
            raise ServerUnreachable(
                server=self._database.address.server,
                reason="the connection that holds the lock is lost",
            )
        with self._database.explained(), self._lock.transaction():
            yield self._lock


@contextlib.contextmanager
def postgis_writer(address: Address, settings: StoreSettings | None) -> Iterator[PostgisWriter]:
    """Be the only writer of a shared index; see :meth:`engine.index.store.Backend.write`."""
    database = Database(address, writes=True)
    lock = database.connect()
    try:
        with locked(database, lock):
            state = _state(database, lock, settings)
            if isinstance(state, State):
                # Parts are written before they are committed.
                with database.explained(), lock.transaction():
                    migrate(database, lock)
            index, generation = (
                (state.index, state.generation)
                if isinstance(state, State)
                else (IndexFile.begin(state), None)
            )
            writer = PostgisWriter(database, lock, index, generation)
            writer.drop_leftovers()
            yield writer
    finally:
        lock.close()


@contextlib.contextmanager
def copying_writer(address: Address, index: IndexFile) -> Iterator[PostgisWriter]:
    """Be the only writer of an index that is to become like another one; ``index`` is where a new one begins."""
    database = Database(address, writes=True)
    lock = database.connect()
    try:
        with locked(database, lock):
            try:
                with database.explained(), lock.transaction():
                    state = read_state(database, lock)
            except IndexMissing:
                begun = dataclasses.replace(index, sources=(), parts=(), empty_work=())
                yield PostgisWriter(database, lock, begun, None)
            else:
                yield PostgisWriter(database, lock, state.index, state.generation)
    finally:
        lock.close()


@contextlib.contextmanager
def locked(database: Database, connection: Connection) -> Iterator[None]:
    """Be the only writer of the index; the server gives the lock back when the connection ends, however it ends.

    Raises:
        IndexLocked: Another one is writing.
    """
    key = (_LOCKS, database.address.schema)
    with database.explained():
        row = connection.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", key).fetchone()
        if not row or not row[0]:
            other = connection.execute(
                "SELECT a.pid, a.usename, coalesce(a.client_hostname, host(a.client_addr), 'the server')"
                " FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                " WHERE l.locktype = 'advisory' AND l.granted AND l.classid = %s::oid"
                " AND l.objid = (hashtext(%s)::bigint & 4294967295)::oid"
                " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())",
                key,
            ).fetchone()
            pid = (
                "unknown"
                if other is None
                else f"{other[0]} on the server, {other[1]} from {other[2]}"
            )
            raise IndexLocked(path=database.address.uri, pid=pid)
    yield


def _state(
    database: Database, connection: Connection, settings: StoreSettings | None
) -> State | StoreSettings:
    """Return the state that is to be continued, or the settings of a new index; raises as :func:`postgis_writer`."""
    with database.explained(), connection.transaction():
        try:
            state = read_state(database, connection)
        except IndexMissing:
            if settings is None:
                raise
            return settings
    if settings is not None:
        differences = state.index.info("").settings.differences(settings)
        if differences:
            raise IndexExists(path=database.address.uri, difference=differences)
    return state


def find_problems(store: PostgisStore, progress: Progress) -> tuple[IndexProblem, ...]:
    """Compare every part with its checksum, every vector with the unit length, all ids with each other."""
    index = store.state.index
    problems: list[IndexProblem] = []
    seen = np.zeros(0, dtype=np.int64)
    progress.start(Stage.VERIFYING_PARTS, len(index.parts), Unit.PART)
    for entry in index.parts:
        progress.check_cancelled()
        reason = ""
        try:
            tiles = store.tiles_of_part(entry)
        except IndexDamaged as error:
            reason = str(error.values["reason"])
        else:
            if checksum_of(tiles) != entry.sha256:
                reason = "it does not match its checksum"
            elif not_of_unit_length(tiles.vectors.astype(np.float32)).any():
                reason = "a vector is not a unit vector"
            elif len(twice := np.intersect1d(seen, tiles.tile_ids)):
                reason = f"tile {twice[0]} is also in another part"
            seen = np.union1d(seen, tiles.tile_ids)
        if reason:
            table = f"tiles_{store.state.generation}"
            problems.append(IndexProblem(entry.name, table, reason, "dropped"))
        elif not store.has_right_places(entry):
            reason = "its column places does not say where its tiles are"
            problems.append(IndexProblem(entry.name, "parts", reason, "rewritten"))
        progress.advance()
    return tuple(problems)


def _storable(value: Any) -> Any:
    """Return text as PostgreSQL can keep it: a path may hold bytes that are no UTF-8."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode().replace("\0", "")
    return value
