"""What QGIS is told when the engine fails at any method: each cell is tested, and stands in ``docs/reliability.md``.

``.venv/bin/python -m tests.support.fault_table`` writes the table anew.
"""

from __future__ import annotations

from pathlib import Path

from engine.contract.methods import INITIALIZE, METHODS, SHUTDOWN, Method
from tests.support.faulty_engine import FAULTS_OF_METHODS
from tests.support.paths import ROOT

PAGE = ROOT / "docs" / "reliability.md"
_BEGIN, _END = "<!-- made by tests.support.fault_table -->", "<!-- end -->"

#: The code of the sentence that is told, by fault.
_CODES = {
    "killed": "engine-stopped", "hung": "engine-hangs", "malformed": "engine-garbage",
    "of another type": "engine-garbage", "truncated": "engine-stopped", "huge": "engine-garbage",
}  # fmt: skip
#: After these the process is of no use any more.
ENDS_THE_ENGINE = ("killed", "hung", "malformed", "truncated", "huge")


def tested_methods() -> list[Method]:
    """Return the methods that are asked for; the handshake and the end have tests of their own."""
    return [
        method for method in METHODS.values() if method.name not in (INITIALIZE.name, SHUTDOWN.name)
    ]


def expected(method: Method, fault: str) -> str | None:
    """Return the code of the sentence that the request ends with; None: it is answered."""
    if fault in ENDS_THE_ENGINE and method.may_be_resent:
        return None
    return _CODES.get(fault)


def table() -> str:
    """Return the table, in Markdown."""
    lines = [
        f"| method | {' | '.join(FAULTS_OF_METHODS)} |",
        f"|---{'|---' * len(FAULTS_OF_METHODS)}|",
    ]
    for method in tested_methods():
        cells = [_cell(method, fault) for fault in FAULTS_OF_METHODS]
        lines.append(f"| `{method.name}` | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(method: Method, fault: str) -> str:
    code = expected(method, fault)
    if code is not None:
        return f"`{code}`"
    return "goes on by itself" if fault in ENDS_THE_ENGINE else "answered"


def with_table(page: str) -> str:
    """Return the page with the table made anew."""
    before, _, rest = page.partition(_BEGIN)
    return f"{before}{_BEGIN}\n{table()}\n{_END}{rest.partition(_END)[2]}"


if __name__ == "__main__":
    Path(PAGE).write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
