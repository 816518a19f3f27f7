"""The address of a shared index: ``postgresql://USER@HOST:PORT/DATABASE?schema=SCHEMA``, and what libpq adds."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from ...contract.indexes import AUTHCFG, DEFAULT_SCHEMA, auth_configuration, shared_address
from ...errors import UsageError

#: PostgreSQL cuts longer names off without a word.
_LONGEST_NAME = 63


@dataclass(frozen=True)
class Address:
    """Where a shared index is.

    Attributes:
        uri: The address without any password: for messages, and for whoever keeps it.
        schema: The schema of its tables.
        parameters: What libpq connects with; may hold a password.
        authcfg: The id of the authentication configuration of QGIS that knows the rest; empty: there is none.
    """

    uri: str
    schema: str
    parameters: dict[str, str] = field(repr=False, compare=False)
    authcfg: str = ""

    @classmethod
    def parse(cls, uri: str) -> Address:
        """Read an address.

        Raises:
            UsageError: It is none.
        """
        advice = "Write it as postgresql://USER@HOST/DATABASE?schema=SCHEMA."
        try:
            parts = urlsplit(uri)
            options = parse_qsl(parts.query, keep_blank_values=True)
            schema = dict(options).get("schema") or DEFAULT_SCHEMA
            rest = [(name, value) for name, value in options if name not in ("schema", AUTHCFG)]
            known = conninfo_to_dict(
                urlunsplit(parts._replace(query=urlencode(rest, quote_via=quote), fragment=""))
            )
        except (ValueError, ProgrammingError):
            # What libpq says of it may quote a password.
            problem = "This is not the address of a database that can be understood."
            raise UsageError(problem=problem, advice=advice) from None
        # psycopg takes a per cent sign for a parameter, also in a quoted name.
        if "\0" in schema or "%" in schema or len(schema.encode()) > _LONGEST_NAME:
            raise UsageError(
                problem=f"A schema cannot be called {schema!r}.",
                advice=f"Use a name of at most {_LONGEST_NAME} bytes, without %.",
            )
        parameters = {name: str(value) for name, value in known.items() if value is not None}
        return cls(shared_address(uri), schema, parameters, auth_configuration(uri))

    @property
    def server(self) -> str:
        """The server and the database, for messages."""
        return self.uri.partition("?")[0]
