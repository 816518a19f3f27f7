"""How times between the last word and the map are summed up; measuring itself needs QGIS."""

from __future__ import annotations

from benchmarks.voice_to_map import STAGES, WAIT, summarise


def times(wait: float, other: float) -> dict[str, float]:
    return {name: wait if name == WAIT else other for name in STAGES}


def test_medians_and_percentiles_of_stages_and_of_sums():
    result = summarise([times(800.0 + i, float(i)) for i in range(1, 101)], 1000)
    others = len(STAGES) - 1
    assert result.questions == 100
    assert result.stages["search"].median == 50.5
    assert result.stages["search"].p95 == 95.0
    assert result.total.p95 == 95.0 * others
    assert result.with_wait.p95 == 895.0 + 95.0 * others
    text = result.tables()[0].text()
    assert "end-of-speech wait" in text
    assert "1,000 tiles" in text


def test_what_is_outlined_meanwhile_is_no_stage_of_the_answer():
    outlined = [{**times(500.0, 1.0), "outlined": 400.0 + i} for i in range(3)]
    result = summarise(outlined, 5, early=True)
    assert result.total.median == len(STAGES) - 1
    assert result.outlined is not None
    assert result.outlined.median == 401.0
    assert "places outlined meanwhile" in result.tables()[0].text()
    assert summarise([times(500.0, 1.0)], 5).outlined is None


def test_one_question_has_no_spread():
    result = summarise([times(800.0, 10.0)], 5)
    assert result.total.median == result.total.p95 == 10.0 * (len(STAGES) - 1)
