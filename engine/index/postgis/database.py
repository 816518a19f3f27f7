"""Connections to the server: opened as needed, opened again when they are lost; failures in our words."""

from __future__ import annotations

import contextlib
import threading
import weakref
from collections.abc import Iterator, Mapping
from typing import Any

import psycopg
from psycopg import errors, sql

from ...contract.indexes import SECRETS
from ...errors import (
    Cancelled,
    CredentialsUnknown,
    DiskFull,
    IndexMissing,
    IndexUnreadable,
    NoRightOnServer,
    ServerLacksExtension,
    ServerRefuses,
    ServerUnreachable,
    UserError,
)
from ...progress import Progress
from ..credentials import CREDENTIALS
from .address import Address

CONNECT_SECONDS = 10
#: The first pgvector that goes on with a filtered search instead of returning too little.
PGVECTOR = (0, 8)
_CANCEL_SECONDS = 0.2
#: How servers in English say that they know the user not, or the password.
_REFUSALS = (
    "password",
    "authentication",
    "pg_hba.conf",
    "role ",
    "not permitted to log in",
    "permission denied",
)

#: Classes of codes: the connection has failed, or somebody has ended it.
_LOST = ("08", "57")

Connection = psycopg.Connection[tuple[Any, ...]]
Rows = list[tuple[Any, ...]]


class Database:
    """The database of a shared index; several threads may use it at once.

    Args:
        address: Where it is.
        writes: Whether anything is written; if not, the server would refuse it.
    """

    def __init__(self, address: Address, writes: bool = False) -> None:
        self.address = address
        self._writes = writes
        self._lock = threading.Lock()
        self._idle: list[Connection] = []
        weakref.finalize(self, _close, self._idle)

    @property
    def schema(self) -> sql.Identifier:
        """The schema, quoted."""
        return sql.Identifier(self.address.schema)

    def named(self, statement: str, **names: sql.Composable) -> sql.Composed:
        """Return a statement with ``{schema}`` and other names in it, quoted."""
        return sql.SQL(statement).format(schema=self.schema, **names)

    def connect(self) -> Connection:
        """Return a new connection, which commits every statement by itself.

        Raises:
            ServerUnreachable, ServerRefuses, ServerLacksExtension, CredentialsUnknown: There is none.
        """
        known = {"connect_timeout": str(CONNECT_SECONDS), "application_name": "qgis_scrl"}
        known |= self.address.parameters
        credentials = self._credentials()
        try:
            # Never prepared: after some repetitions the server would plan without the values, and read an area from its
            # parameter again for every row.
            connection = psycopg.connect(
                autocommit=True,
                prepare_threshold=None,
                **(known | credentials),  # type: ignore[arg-type]
            )
        except psycopg.Error as error:
            failure = self._no_connection(error, credentials)
            if isinstance(failure, ServerRefuses):
                # QGIS gives them again with the next request: its user may have corrected them there.
                CREDENTIALS.drop(self.address.authcfg, credentials)
            raise failure from None
        try:
            with self.explained():
                self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _credentials(self) -> dict[str, str]:
        """Return what the address's configuration of QGIS stands for; nothing where it names none.

        Raises:
            CredentialsUnknown: QGIS has not said it.
        """
        if not self.address.authcfg:
            return {}
        known = CREDENTIALS.of(self.address.authcfg)
        if known is None:
            raise CredentialsUnknown(authcfg=self.address.authcfg, server=self.address.server)
        return known

    @contextlib.contextmanager
    def connection(self) -> Iterator[Connection]:
        """Lend a connection, inside a transaction; one that is lost is not used again."""
        connection = self._take()
        try:
            with self.explained(), connection.transaction():
                yield connection
        finally:
            self._give_back(connection)

    def fetch(
        self,
        statement: sql.SQL | sql.Composed,
        values: Mapping[str, Any] | None = None,
        settings: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> Rows:
        """Ask, and return all rows; asks once more where the connection had been lost.

        Args:
            statement: A query that changes nothing.
            values: Its parameters.
            settings: Of the server, for this query.
            progress: Asked whether to stop while the server works.
        """
        for attempt in range(2):
            connection = self._take(fresh=bool(attempt))
            try:
                with self.explained(), _cancelling(connection, progress), connection.transaction():
                    if settings:
                        each = sql.SQL(", ").join(
                            sql.SQL("set_config({}, {}, true)").format(name, value)
                            for name, value in settings.items()
                        )
                        connection.execute(sql.SQL("SELECT {}").format(each))
                    return connection.cursor(binary=True).execute(statement, values).fetchall()
            except ServerUnreachable:
                if attempt:
                    raise
            finally:
                self._give_back(connection)
        raise AssertionError

    @contextlib.contextmanager
    def explained(self) -> Iterator[None]:
        """Turn what the server says into what the user can do about it."""
        try:
            yield
        except psycopg.Error as error:
            if error.sqlstate is None and isinstance(
                error, psycopg.InterfaceError | psycopg.OperationalError
            ):
                raise self._lost(error) from error
            raise self._failure(error) from error

    def _failure(self, error: psycopg.Error) -> UserError | Cancelled:
        uri = self.address.uri
        match error:
            case errors.DiskFull():
                return DiskFull(path=uri)
            case errors.QueryCanceled():
                return Cancelled()
            case errors.InsufficientPrivilege() | errors.ReadOnlySqlTransaction():
                return self.no_right(error)
            case errors.UndefinedTable() | errors.InvalidSchemaName() | errors.UndefinedColumn():
                return IndexMissing(path=uri)
        if (error.sqlstate or "")[:2] in _LOST:
            return self._lost(error)
        return IndexUnreadable(path=uri, reason=self._words(error))

    def no_right(self, error: psycopg.Error) -> NoRightOnServer:
        """Return the error for something that the user may not do."""
        role = f"{self.address.schema}_{'writer' if self._writes else 'reader'}"
        return NoRightOnServer(path=self.address.uri, reason=self._words(error), role=role)

    def no_schema(self) -> NoRightOnServer:
        """Return the error for a schema that is not there, and that the user may not make."""
        schema = self.address.schema
        reason = (
            f"there is no schema {schema}; an administrator makes it with its roles"
            " (docs/shared-index.md, Roles)"
        )
        return NoRightOnServer(path=self.address.uri, reason=reason, role=f"{schema}_writer")

    def _lost(self, error: psycopg.Error) -> ServerUnreachable:
        return ServerUnreachable(server=self.address.server, reason=self._words(error))

    def _no_connection(self, error: psycopg.Error, credentials: Mapping[str, str]) -> UserError:
        words = self._words(error, credentials)
        kind = ServerRefuses if any(w in words for w in _REFUSALS) else ServerUnreachable
        return kind(server=self.address.server, reason=words)

    def _words(self, error: psycopg.Error, credentials: Mapping[str, str] | None = None) -> str:
        """Return what the server says, in one line, without a password that it might quote.

        Args:
            error: What has been raised.
            credentials: With what the connection was tried; None: with what is known now.
        """
        if credentials is None:
            credentials = CREDENTIALS.of(self.address.authcfg) or {}
        text = error.diag.message_primary or str(error).strip().partition("\n")[0]
        for name in ("FATAL: ", "connection failed: "):
            text = text.rpartition(name)[2]
        for parameters in (self.address.parameters, credentials):
            for secret in SECRETS:
                if hidden := parameters.get(secret):
                    text = text.replace(hidden, "***")
        # QGIS keeps the name as secret as the password.
        if user := credentials.get("user"):
            text = text.replace(f'"{user}"', '"***"')
        return text.strip().rstrip(".") or type(error).__name__

    def _prepare(self, connection: Connection) -> None:
        """Check the extensions, and let their types and operators be found wherever they are installed.

        Raises:
            ServerLacksExtension: One is missing, or too old.
        """
        found = {
            name: (schema, version)
            for name, schema, version in connection.execute(
                "SELECT e.extname, n.nspname, e.extversion FROM pg_extension e"
                " JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname IN ('postgis', 'vector')"
            )
        }
        for name in ("postgis", "vector"):
            if name not in found:
                raise self.lacking(name)
        version = tuple(int(number) for number in found["vector"][1].split(".")[:2])
        if version < PGVECTOR:
            raise self.lacking("vector")
        path = sql.SQL(", ").join(
            sql.Identifier(schema) for schema in dict.fromkeys(s for s, _ in found.values())
        )
        connection.execute(sql.SQL("SET search_path = {}, pg_temp").format(path))
        if self._writes:
            self.act_as_writer(connection)
        else:
            connection.execute("SET default_transaction_read_only = on")

    def act_as_writer(self, connection: Connection) -> None:
        """Act as the role of writers, if the user is one: what one writer makes, all others must be able to change."""
        role = f"{self.address.schema}_writer"
        if connection.execute(
            "SELECT 1 FROM pg_roles WHERE rolname = %s AND pg_has_role(session_user, oid, 'MEMBER')",
            (role,),
        ).fetchone():
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))

    def lacking(self, extension: str) -> ServerLacksExtension:
        """Return the error for an extension that is missing or too old."""
        shown = {"postgis": "PostGIS", "vector": "pgvector 0.8 or newer"}[extension]
        return ServerLacksExtension(
            server=self.address.server, extension=shown, statement=f"CREATE EXTENSION {extension};"
        )

    def _take(self, fresh: bool = False) -> Connection:
        with self._lock:
            if fresh:
                _close(self._idle)
            elif self._idle:
                return self._idle.pop()
        return self.connect()

    def _give_back(self, connection: Connection) -> None:
        if connection.closed or connection.broken:
            return
        with self._lock:
            self._idle.append(connection)


def _close(connections: list[Connection]) -> None:
    while connections:
        connections.pop().close()


@contextlib.contextmanager
def _cancelling(connection: Connection, progress: Progress | None) -> Iterator[None]:
    """Ask ``progress`` from time to time whether to stop, and let the server stop then."""
    if progress is None:
        yield
        return
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_CANCEL_SECONDS):
            try:
                progress.check_cancelled()
            except Cancelled:
                connection.cancel_safe()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
