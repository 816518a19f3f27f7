"""A shared index, open for search: a state of it, whatever is published meanwhile."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NoReturn

import numpy as np
import shapely
from numpy.typing import NDArray
from psycopg import sql

from ...contract.codec import ContractError, from_json
from ...contract.notices import Stage, Unit
from ...errors import IndexDamaged, IndexMissing, IndexUnreadable, UnknownTile, UsageError
from ...progress import Progress
from ..chosen_rows import Rows
from ..scoring import not_of_unit_length
from ..state import IndexFile, PartEntry
from ..store import Conditions, EmbeddedTiles, ScoredTiles, Selection, StoreInfo
from ..tile_table import TileTable
from .address import Address
from .choice import Choice
from .database import Connection, Database
from .places import places_of_part, read_places
from .ranking import PostgisRanking, as_text, distance, scored_tiles
from .rows import COLUMNS, VECTOR, table_of, tiles_of
from .selection import BY_KEY, Filter, place_condition, ranges_of, rows_in_ranges
from .tables import HAS_PLACES, check_layout, tiles_table

Role = Literal["current", "successor"]

_BATCH_ROWS = 8_192
# A number from a message may be any.
_NO_TILE = int(np.iinfo(np.int64).max)


@dataclasses.dataclass(frozen=True)
class State:
    """A state of an index.

    Attributes:
        number: Another one after every commit.
        generation: The number of the table of its tiles.
        layout: Of the tables.
        index: What it says; its parts are called by their numbers in the table.
    """

    number: int
    generation: int
    layout: int
    index: IndexFile

    @property
    def parts(self) -> list[int]:
        """The numbers of its parts."""
        return [int(entry.name) for entry in self.index.parts]


def read_state(database: Database, connection: Connection, role: Role = "current") -> State:
    """Return the state of an index.

    Raises:
        IndexMissing: There is none.
        IndexFormatTooNew: A later version has written it.
        IndexDamaged: It is not what was written.
    """
    uri = database.address.uri
    layout = check_layout(database, connection)
    if layout is None:
        raise IndexMissing(path=uri)
    row = connection.execute(
        database.named("SELECT state, generation, document FROM {schema}.states WHERE role = %s"),
        (role,),
    ).fetchone()
    if row is None:
        raise IndexMissing(path=uri)
    try:
        index = from_json(IndexFile, json.loads(row[2]), "document")
        state = State(row[0], row[1], layout, index)
        if any(number < 0 for number in state.parts):
            raise ContractError("a part has no number")
    except (ValueError, UsageError) as error:
        reason = f"its description cannot be read ({error})"
        raise IndexDamaged(path=uri, reason=reason, index=uri) from error
    return state


def current_state(database: Database, role: Role = "current") -> State:
    """Return the state of an index now; raises as :func:`read_state`."""
    with database.connection() as connection:
        return read_state(database, connection, role)


class PostgisStore:
    """The :class:`engine.index.store.VectorStore` of a shared index.

    Rows of a part never change, and are kept for some time after they have left the index: so every question is about
    the state that was opened, and needs no transaction that stays open.
    """

    def __init__(self, address: Address, role: Role = "current") -> None:
        self._database = Database(address)
        self._state = current_state(self._database, role)
        self.info: StoreInfo = self._state.index.info(address.uri)
        self._sources = self._state.index.source_by_number()
        self._table = self._database.named(
            "{schema}.{tiles}", tiles=tiles_table(self._state.generation)
        )
        self._rows = {int(entry.name): entry.rows for entry in self._state.index.parts}
        self._size = self.info.settings.embedding_size
        self._lists: int | None = None
        self._lists_known = False

    def is_current(self) -> bool:
        """Tell whether the state is still the same."""
        try:
            rows = self._database.fetch(
                self._database.named("SELECT state FROM {schema}.states WHERE role = 'current'")
            )
        except IndexMissing:
            return False
        return bool(rows) and rows[0][0] == self._state.number

    def prepare(self) -> None:
        """Look for the index of vectors, and read of it once."""
        if self._vector_lists() is not None and self.info.tiles:
            query = np.full(self._size, self._size**-0.5, dtype=np.float32)
            self.nearest(query, self.select(Conditions())).best(1)

    def select(self, conditions: Conditions, progress: Progress | None = None) -> Selection:
        """Return exactly the tiles that meet conditions; the server decides at the edge of an area."""
        if conditions == Conditions():
            return Selection(self.info.tiles, 0, self.info.tiles, Filter(self._rows))
        self._check_kept()
        told = progress or Progress()
        choice = Choice(conditions, self._state.index.parts, self._state.index.sources)
        told.start(Stage.SELECTING_TILES, len(choice.looked_at), Unit.PART)
        for entry, places in read_places(
            self._database, self._state.generation, self._state.layout, choice.looked_at, told
        ):
            choice.look_at(entry, places)
            told.advance()
        if choice.edge:
            choice.settle(self._touching(choice.edge, conditions.area, told))
        return choice.selection()

    def nearest(
        self, query: NDArray[np.float32], selection: Selection, exact: bool = False
    ) -> PostgisRanking:
        """Rank selected tiles; an index of vectors proposes candidates where the filters leave many."""
        return PostgisRanking(
            self._database,
            self._table,
            selection.chosen,
            self.info.tiles,
            query,
            None if exact else self._vector_lists(),
            self._table_of,
            self._missing,
        )

    def scores(self, query: NDArray[np.float32], selection: Selection) -> Iterator[ScoredTiles]:
        """Yield every selected tile with its similarity, up to :data:`_BATCH_ROWS` at a time."""
        values = {"query": as_text(query)}
        for rows in self._pages(selection.chosen, distance(), values):
            found = [row[7] for row in rows]
            scores = -np.array(found, dtype=np.float64).astype(np.float32)
            if not np.isfinite(scores).all():
                raise self.damaged("a vector is not finite")
            tiles = tiles_of([row[:7] for row in rows], self._size)
            yield scored_tiles(tiles, scores, -np.inf, self._table_of)

    def embeddings(
        self, selection: Selection
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Yield ids and vectors of selected tiles, up to :data:`_BATCH_ROWS` at a time."""
        for rows in self._pages(selection.chosen, VECTOR):
            tiles = tiles_of(rows, self._size)
            yield tiles.tile_ids, self._unit(tiles)

    def vectors(self, tile_ids: Sequence[int]) -> NDArray[np.float32]:
        """Return the unit vectors [N, D] of tiles."""
        vectors = np.empty((len(tile_ids), self._size), dtype=np.float32)
        places: dict[int, list[int]] = {}
        for place, tile_id in enumerate(tile_ids):
            places.setdefault(tile_id, []).append(place)
        for rows in self._of_ids(tile_ids, VECTOR):
            tiles = tiles_of(rows, self._size)
            for tile_id, vector in zip(tiles.tile_ids.tolist(), self._unit(tiles), strict=True):
                vectors[places.pop(tile_id)] = vector
        if places:
            raise UnknownTile(tile_id=next(iter(places)), index=self._database.address.uri)
        return vectors

    def items(self, tile_ids: Sequence[int] | None = None) -> Iterator[TileTable]:
        """Yield tiles, all or some, up to :data:`_BATCH_ROWS` at a time."""
        nothing = sql.SQL("NULL")
        everything = self.select(Conditions()).chosen
        pages = (
            self._pages(everything, nothing)
            if tile_ids is None
            else self._of_ids(tile_ids, nothing)
        )
        for rows in pages:
            yield self._table_of(tiles_of([row[:7] for row in rows], self._size))

    def items_at(self, place: shapely.Geometry) -> Iterator[TileTable]:
        """Yield the tiles whose footprints touch a place."""
        where, values = place_condition(place)
        statement = sql.SQL(
            "SELECT {columns} FROM {table} WHERE part = ANY(%(parts)s::int[]) AND {where}"
        ).format(columns=COLUMNS, table=self._table, where=where)
        rows = self._database.fetch(statement, {"parts": self._state.parts, **values})
        for start in range(0, len(rows), _BATCH_ROWS):
            page = rows[slice(start, start + _BATCH_ROWS)]
            yield self._table_of(tiles_of(page, self._size))

    # --- for maintenance and copies -----------------------------------------------------------------

    @property
    def state(self) -> State:
        """The state that was opened."""
        return self._state

    def tiles_of_part(self, entry: PartEntry) -> EmbeddedTiles:
        """Return all tiles of a part, ids ascending."""
        part = int(entry.name)
        whole = Filter({part: entry.rows})
        rows = [row for page in self._pages(whole, VECTOR) for row in page]
        return tiles_of(rows, self._size)

    def has_right_places(self, entry: PartEntry) -> bool:
        """Tell whether what is kept to choose among the tiles of a part is what follows from them, or is not kept."""
        if self._state.layout < HAS_PLACES:
            return True
        made = places_of_part(self._database, self._state.generation, "p.part")
        rows = self._database.fetch(
            self._database.named(
                "SELECT coalesce(p.places = {made}, true) FROM {schema}.parts p WHERE p.part = %(part)s",
                made=made,
            ),
            {"part": int(entry.name)},
        )
        return bool(rows) and bool(rows[0][0])

    def tiles_by_source(self) -> dict[int, int]:
        """Return the number of tiles under the number of each source that has any."""
        statement = sql.SQL(
            "SELECT source, count(*) FROM {table} WHERE part = ANY(%(parts)s::int[]) GROUP BY source"
        ).format(table=self._table)
        return dict(self._database.fetch(statement, {"parts": self._state.parts}))

    # --- inside -------------------------------------------------------------------------------------

    def _touching(
        self, edge: Mapping[int, Rows], place: shapely.Geometry, progress: Progress
    ) -> dict[int, NDArray[np.int64]]:
        """Return the ids of those tiles of parts whose footprints touch a place, as the server compares them."""
        where, values = place_condition(place)
        statement = sql.SQL("SELECT part, tile_id FROM {rows} WHERE {where}").format(
            rows=rows_in_ranges(self._table), where=where
        )
        ranges = ranges_of({part: rows.ids for part, rows in edge.items()})
        rows = self._database.fetch(statement, {**values, **ranges.values()}, BY_KEY, progress)
        found = np.array(rows, dtype=np.int64).reshape(-1, 2)
        return {part: found[found[:, 0] == part, 1] for part in edge}

    def _pages(
        self, chosen: Filter, more: sql.Composable, values: Mapping[str, Any] | None = None
    ) -> Iterator[list[tuple[Any, ...]]]:
        """Yield rows of :data:`COLUMNS` and one more, part by part, ids ascending.

        Every page is a question of its own, so that no transaction stays open between them.
        """
        for part, tiles in chosen.parts.items():
            pages = self._some if part in chosen.some else self._whole
            left = tiles
            for rows in pages(chosen, part, more, values or {}):
                left -= len(rows)
                yield rows
            if left:
                self._missing()

    def _whole(
        self, chosen: Filter, part: int, more: sql.Composable, values: Mapping[str, Any]
    ) -> Iterator[list[tuple[Any, ...]]]:
        """Yield pages of a part of which all tiles are chosen."""
        statement = sql.SQL(
            "SELECT {columns}, {more} FROM {table}"
            " WHERE part = %(part)s AND tile_id > %(after)s ORDER BY tile_id LIMIT %(most)s"
        ).format(columns=COLUMNS, more=more, table=self._table)
        known = {**values, "part": part, "most": _BATCH_ROWS}
        after, left = -_NO_TILE, chosen.parts[part]
        while left > 0:
            rows = self._database.fetch(statement, {**known, "after": after})
            if not rows:
                return
            left -= len(rows)
            after = rows[-1][0]
            yield rows

    def _some(
        self, chosen: Filter, part: int, more: sql.Composable, values: Mapping[str, Any]
    ) -> Iterator[list[tuple[Any, ...]]]:
        """Yield pages of a part of which some tiles are chosen."""
        statement = sql.SQL("SELECT {columns}, {more} FROM {rows} ORDER BY tile_id").format(
            columns=COLUMNS, more=more, rows=rows_in_ranges(self._table)
        )
        for ranges in chosen.pages(part, _BATCH_ROWS):
            rows = self._database.fetch(statement, {**values, **ranges.values()}, BY_KEY)
            if rows:
                yield rows

    def _of_ids(
        self, tile_ids: Sequence[int], more: sql.Composable
    ) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows of some ids, as far as the index holds them."""
        wanted = sorted({tile_id for tile_id in tile_ids if -_NO_TILE <= tile_id <= _NO_TILE})
        statement = sql.SQL(
            "SELECT {columns}, {more} FROM {table}"
            " WHERE part = ANY(%(parts)s::int[]) AND tile_id = ANY(%(wanted)s::bigint[])"
        ).format(columns=COLUMNS, more=more, table=self._table)
        for start in range(0, len(wanted), _BATCH_ROWS):
            some = wanted[slice(start, start + _BATCH_ROWS)]
            rows = self._database.fetch(statement, {"parts": self._state.parts, "wanted": some})
            if rows:
                yield rows

    def _vector_lists(self) -> int | None:
        """Return how many lists the index of vectors has; None if there is none that can be used."""
        if not self._lists_known:
            self._lists = lists_of(vector_indexes(self._database, self._state.generation))
            self._lists_known = True
        return self._lists

    def _check_kept(self) -> None:
        """Check that what belonged to the state has not been deleted meanwhile.

        Raises:
            IndexUnreadable: It has: the index was changed long ago.
        """
        rows = self._database.fetch(
            self._database.named(
                "SELECT count(*) FROM {schema}.parts WHERE part = ANY(%(parts)s::int[])"
            ),
            {"parts": self._state.parts},
        )
        if rows[0][0] != len(self._state.parts):
            reason = "it has been changed since, and what it held has been deleted; ask again"
            raise IndexUnreadable(path=self._database.address.uri, reason=reason)

    def _missing(self) -> NoReturn:
        """Say that tiles of the state are not there.

        Raises:
            IndexUnreadable: It has been changed long ago.
            IndexDamaged: It has not.
        """
        self._check_kept()
        raise self.damaged("tiles of it are missing")

    def _unit(self, tiles: EmbeddedTiles) -> NDArray[np.float32]:
        vectors: NDArray[np.float32] = tiles.vectors.astype(np.float32)
        if not_of_unit_length(vectors).any():
            raise self.damaged("a vector is not a unit vector")
        return vectors

    def _table_of(self, tiles: EmbeddedTiles) -> TileTable:
        return table_of(tiles, self._sources, self._database.address.uri)

    def damaged(self, reason: str) -> IndexDamaged:
        """Return the error that says what is wrong."""
        uri = self._database.address.uri
        return IndexDamaged(path=uri, reason=reason, index=uri)


def vector_indexes(database: Database, generation: int) -> dict[str, int | None]:
    """Return the indexes of the vectors of a generation by name, and their lists; None where one is not to be used."""
    rows = database.fetch(
        sql.SQL(
            "SELECT x.relname, CASE WHEN a.amname = 'ivfflat' AND i.indisvalid THEN coalesce(("
            "SELECT option_value::int FROM pg_options_to_table(x.reloptions) WHERE option_name = 'lists'), 100) END"
            " FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid"
            " JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_class x ON x.oid = i.indexrelid"
            " JOIN pg_am a ON a.oid = x.relam"
            " WHERE n.nspname = %(schema)s AND t.relname = %(table)s AND a.amname IN ('ivfflat', 'hnsw')"
        ),
        {"schema": database.address.schema, "table": f"tiles_{generation}"},
    )
    return dict(rows)


def lists_of(indexes: dict[str, int | None]) -> int | None:
    """Return how many lists the index that is used has, of :func:`vector_indexes`; None if there is none."""
    return max((lists for lists in indexes.values() if lists is not None), default=None)
