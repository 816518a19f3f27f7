"""Where the data for tests lie that are not part of the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"

needs_shared = pytest.mark.skipif(
    not DATA.is_dir(), reason="the data of ../shared/data are not here (CI has them)"
)
