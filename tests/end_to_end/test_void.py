"""Void around a scene, of which no metadata say anything, is never the answer to a question."""

from __future__ import annotations

import pytest

from benchmarks.void_hits import CONTROL, VARIANTS, VoidHits, measure_void_hits
from engine.model.checkpoint import ScrlModel


@pytest.fixture(scope="module")
def measured(model: ScrlModel) -> dict[str, VoidHits]:
    result = measure_void_hits(model, (CONTROL, *VARIANTS), side=600)
    print(*(table.text() for table in result.tables()))
    return {found.variant: found for found in result.variants}


@pytest.mark.parametrize("name", [variant.name for variant in VARIANTS])
def test_no_hit_shows_void(name: str, measured: dict[str, VoidHits]) -> None:
    found = measured[name]
    assert found.void_hits == 0
    assert found.lost == 0
    assert found.hits >= 10
    assert found.tiles > 20


def test_void_would_be_among_the_hits_if_it_were_not_left_out(
    measured: dict[str, VoidHits],
) -> None:
    assert measured[CONTROL.name].void_hits > 0
