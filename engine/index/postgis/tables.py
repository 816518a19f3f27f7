"""The tables of a shared index, in a schema of their own: made, migrated, given to readers and writers.

``docs/shared-index.md`` describes them to administrators.
"""

from __future__ import annotations

import psycopg
from psycopg import errors, sql

from ...errors import IndexFormatTooNew
from .database import Connection, Database

#: What changed from one layout of the tables to the next; a writer takes the steps that are missing.
MIGRATIONS = (
    """
    CREATE TABLE {schema}.states (
        role text PRIMARY KEY CHECK (role IN ('current', 'successor')),
        state bigint NOT NULL,
        generation int NOT NULL,
        document text NOT NULL,
        written timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE {schema}.parts (
        part int PRIMARY KEY,
        generation int NOT NULL,
        tiles int NOT NULL,
        checksum text NOT NULL,
        run text,
        retired timestamptz
    );
    CREATE TABLE {schema}.sources (
        generation int NOT NULL,
        source int NOT NULL,
        name text NOT NULL,
        path text NOT NULL,
        date date,
        PRIMARY KEY (generation, source)
    );
    CREATE SEQUENCE {schema}.state_numbers AS bigint;
    CREATE SEQUENCE {schema}.part_numbers AS int;
    CREATE SEQUENCE {schema}.generation_numbers AS int;
    """,
    # What engine.index.postgis.places reads. Not compressed: that takes longer than sending it.
    """
    ALTER TABLE {schema}.parts ADD COLUMN places bytea;
    ALTER TABLE {schema}.parts ALTER COLUMN places SET STORAGE EXTERNAL;
    """,
)

LAYOUT = len(MIGRATIONS)
HAS_PLACES = 2
"""The first layout whose parts have a column ``places``."""

_TILES = """
    CREATE TABLE {schema}.{tiles} (
        part int NOT NULL,
        tile_id bigint NOT NULL,
        source int NOT NULL,
        col float8 NOT NULL,
        "row" float8 NOT NULL,
        width float8 NOT NULL,
        height float8 NOT NULL,
        ground_size_m real NOT NULL,
        date date,
        footprint geometry(Polygon, 4326) NOT NULL,
        vector halfvec({size}) NOT NULL,
        PRIMARY KEY (part, tile_id)
    );
    CREATE INDEX ON {schema}.{tiles} USING gist (footprint);
"""
_LAYER = """
    CREATE OR REPLACE VIEW {schema}.tiles AS
    SELECT t.tile_id, s.name AS source, s.path AS source_path, t.date, t.ground_size_m, t.footprint
    FROM {schema}.{tiles} t
    JOIN {schema}.sources s ON s.generation = {generation} AND s.source = t.source
    WHERE t.part IN (
        SELECT part FROM {schema}.parts
        WHERE generation = {generation} AND run IS NULL AND retired IS NULL
    )
"""
_RIGHTS = """
GRANT USAGE ON SCHEMA {schema} TO {reader}, {writer};
GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {reader};
GRANT CREATE ON SCHEMA {schema} TO {writer};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {writer};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {writer};
"""


def tiles_table(generation: int) -> sql.Identifier:
    """Return the name of the table of a generation: of the tiles with vectors of one model."""
    return sql.Identifier(f"tiles_{generation}")


def check_layout(database: Database, connection: Connection) -> int | None:
    """Return the number of the layout of the tables, None if there are none.

    Raises:
        IndexFormatTooNew: A later version has made them.
    """
    there = connection.execute(
        "SELECT to_regclass(format('%%I.layout', %s::text)) IS NOT NULL", (database.address.schema,)
    ).fetchone()
    if not there or not there[0]:
        return None
    row = connection.execute(database.named("SELECT version FROM {schema}.layout")).fetchone()
    found = int(row[0]) if row else 0
    if found > LAYOUT:
        raise IndexFormatTooNew(path=database.address.uri, found=found, known=LAYOUT)
    return found


def migrate(database: Database, connection: Connection) -> None:
    """Make the schema and its tables, or bring them to the newest layout; inside a transaction of the writer's."""
    found = check_layout(database, connection)
    if found is None:
        _make_roles(database, connection)
        _make_schema(database, connection)
        database.act_as_writer(connection)
        connection.execute(
            database.named(
                "CREATE TABLE {schema}.layout (version int NOT NULL);"
                " INSERT INTO {schema}.layout VALUES (0)"
            )
        )
        found = 0
    database.act_as_writer(connection)
    for step in MIGRATIONS[found:]:
        connection.execute(database.named(step))
    if found < LAYOUT:
        connection.execute(
            database.named("UPDATE {schema}.layout SET version = {n}", n=sql.Literal(LAYOUT))
        )
        grant(database, connection)


def make_generation(database: Database, connection: Connection, embedding_size: int) -> int:
    """Make a table for the tiles of one model, and return its number."""
    generation = next_number(database, connection, "generation_numbers")
    names = {"tiles": tiles_table(generation), "size": sql.Literal(embedding_size)}
    connection.execute(database.named(_TILES, **names))
    grant(database, connection)
    return generation


def next_number(database: Database, connection: Connection, sequence: str) -> int:
    """Return the next number of a sequence of the schema."""
    row = connection.execute(
        "SELECT nextval(format('%%I.%%I', %s::text, %s::text)::regclass)",
        (database.address.schema, sequence),
    ).fetchone()
    return int(row[0]) if row else 0


def show_as_layer(database: Database, connection: Connection, generation: int) -> None:
    """Let the view ``tiles`` show a generation: the layer that QGIS opens."""
    names = {"tiles": tiles_table(generation), "generation": sql.Literal(generation)}
    connection.execute(database.named(_LAYER, **names))
    grant(database, connection)


def roles_of(schema: str) -> tuple[str, str]:
    """Return the names of the roles of those who read an index, and of those who write it."""
    return f"{schema}_reader", f"{schema}_writer"


def grant(database: Database, connection: Connection) -> None:
    """Give readers and writers their rights to all that is there, where these roles exist."""
    reader, writer = roles_of(database.address.schema)
    known = connection.execute(
        "SELECT count(*) FROM pg_roles WHERE rolname = ANY(%s)", ([reader, writer],)
    ).fetchone()
    if known and known[0] == 2:
        connection.execute(rights(database))


def rights(database: Database) -> sql.Composed:
    """Return the statements that give readers and writers their rights."""
    reader, writer = map(sql.Identifier, roles_of(database.address.schema))
    return database.named(_RIGHTS, reader=reader, writer=writer)


def roles_statements(database: Database, connection: Connection) -> str:
    """Return what an administrator has to run where the publisher may make no roles; nothing if all is right."""
    reader, writer = roles_of(database.address.schema)
    found = {
        name
        for (name,) in connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", ([reader, writer],)
        )
    }
    missing = [name for name in (reader, writer) if name not in found]
    owners = _owners(database, connection, writer)
    if not missing and not owners:
        return ""
    made = [sql.SQL("CREATE ROLE {};\n").format(sql.Identifier(name)) for name in missing]
    return sql.Composed([*made, *owners, rights(database)]).as_string(connection).strip()


def _owners(database: Database, connection: Connection, writer: str) -> list[sql.Composed]:
    """Return the statements that give writers what is not theirs; nothing if all is.

    Whoever owns a table alone is alone in bringing it to a newer layout, or the view to another model.
    """
    kinds = {"r": "TABLE", "v": "VIEW", "S": "SEQUENCE"}
    others = connection.execute(
        "SELECT c.relkind::text, c.relname, pg_get_userbyid(c.relowner) FROM pg_class c"
        " JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = %s AND c.relkind::text = ANY(%s) AND pg_get_userbyid(c.relowner) <> %s"
        " ORDER BY c.oid",
        (database.address.schema, list(kinds), writer),
    ).fetchall()
    if not others:
        return []
    to = sql.Identifier(writer)
    statements = [
        sql.SQL("GRANT {} TO {};\n").format(to, sql.Identifier(owner))
        for owner in dict.fromkeys(owner for _, _, owner in others)
    ]
    statements.append(database.named("ALTER SCHEMA {schema} OWNER TO {to};\n", to=to))
    for kind, name, _ in others:
        thing = sql.SQL(kinds[kind])
        names = {"kind": thing, "name": sql.Identifier(name), "to": to}
        statements.append(database.named("ALTER {kind} {schema}.{name} OWNER TO {to};\n", **names))
    return statements


def _make_roles(database: Database, connection: Connection) -> None:
    """Make the roles of the schema, if the user may."""
    may = connection.execute(
        "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if not may or not may[0]:
        return
    for name in roles_of(database.address.schema):
        try:
            with connection.transaction():
                connection.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(name)))
        except (errors.DuplicateObject, errors.InsufficientPrivilege):
            continue
    _reader, writer = map(sql.Identifier, roles_of(database.address.schema))
    try:
        with connection.transaction():
            connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(writer))
            connection.execute(
                database.named(
                    "CREATE SCHEMA IF NOT EXISTS {schema} AUTHORIZATION {writer}", writer=writer
                )
            )
    except psycopg.errors.InsufficientPrivilege:
        return


def _make_schema(database: Database, connection: Connection) -> None:
    there = connection.execute(
        "SELECT 1 FROM pg_namespace WHERE nspname = %s", (database.address.schema,)
    ).fetchone()
    if not there:
        # Not IF NOT EXISTS: that asks for the right to make schemas even where nothing is to be made.
        try:
            with connection.transaction():
                connection.execute(database.named("CREATE SCHEMA {schema}"))
        except errors.InsufficientPrivilege as error:
            raise database.no_schema() from error
