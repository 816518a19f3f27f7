"""A server that speaks as much of PostgreSQL's protocol as it takes to ask for a password, and to refuse it."""

from __future__ import annotations

import contextlib
import socketserver
import struct
import threading
from collections.abc import Iterator
from typing import Any

#: Requests for encryption, by TLS and by GSSAPI.
_ENCRYPT = (80877103, 80877104)
_CLEARTEXT = 3


class RefusingServer:
    """Lets nobody in, and says the name and the password back, as no good server would.

    Attributes:
        knocks: User and password of everybody who wanted to be let in.
        address: Where it is.
    """

    def __init__(self, port: int) -> None:
        self.knocks: list[tuple[str, str]] = []
        self.address = f"postgresql://127.0.0.1:{port}/imagery"


class _Visit(socketserver.StreamRequestHandler):
    server: Any

    def handle(self) -> None:
        while True:
            length, code = struct.unpack("!ii", self.rfile.read(8))
            rest = self.rfile.read(length - 8)
            if code not in _ENCRYPT:
                break
            self.wfile.write(b"N")
        words = rest.decode().split("\0")
        user = dict(zip(words[::2], words[1::2], strict=False))["user"]
        self.wfile.write(b"R" + struct.pack("!ii", 8, _CLEARTEXT))
        if self.rfile.read(1) != b"p":
            return  # It has no password.
        (length,) = struct.unpack("!i", self.rfile.read(4))
        password = self.rfile.read(length - 4).rstrip(b"\0").decode()
        self.server.told.knocks.append((user, password))
        said = f'password authentication failed for user "{user}", who said {password}'
        fields = (b"SFATAL", b"VFATAL", b"C28P01", b"M" + said.encode(), b"")
        body = b"\0".join(fields) + b"\0"
        self.wfile.write(b"E" + struct.pack("!i", len(body) + 4) + body)


@contextlib.contextmanager
def refusing_server() -> Iterator[RefusingServer]:
    """Run one on the loopback interface."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Visit) as server:
        server.daemon_threads = True
        told = RefusingServer(server.server_address[1])
        server.told = told  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
