"""An S3 server on this computer, of moto, in an environment of its own (requirements/object-store.txt)."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from .paths import ROOT

_SERVER = (
    ROOT / ".venv-object-store" / ("Scripts" if sys.platform == "win32" else "bin") / "moto_server"
)
_BUCKET = "imagery"


def environment(port: int) -> dict[str, str]:
    """Return what whoever uses the server at that port has in the environment."""
    return {
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_REGION": "us-east-1",
        "AWS_ALLOW_HTTP": "true",
    }


@contextlib.contextmanager
def bucket(port: int) -> Iterator[str]:
    """Run a server with one bucket: its address."""
    if not _SERVER.exists():
        pytest.skip("needs the environment that `make setup-tests` makes: .venv-object-store")
    server = subprocess.Popen(
        [str(_SERVER), "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _make_bucket(f"http://127.0.0.1:{port}/{_BUCKET}", server)
        yield f"s3://{_BUCKET}"
    finally:
        server.kill()
        server.wait()


def _make_bucket(url: str, server: subprocess.Popen[bytes]) -> None:
    request = urllib.request.Request(url, method="PUT")  # noqa: S310 (of this computer)
    while True:
        try:
            urllib.request.urlopen(request).close()  # noqa: S310
        except urllib.error.URLError:
            assert server.poll() is None
            time.sleep(0.1)
        else:
            return
