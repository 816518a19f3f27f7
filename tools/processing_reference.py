"""``docs/processing.md``, made from the algorithms: ``.venv-qgis/bin/python -m tools.processing_reference``."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingParameterDefinition

PAGE = Path(__file__).resolve().parents[1] / "docs" / "processing.md"
_HEAD = """# Processing algorithms

Every algorithm of the provider *Voice search (SCRL)*, made from the algorithms themselves. They are in the Processing toolbox, in models, and in
`qgis_process run scrl:NAME`; how they are used says the [user guide](user-guide.md).
"""


def page() -> str:
    """Return the page as it should be; QGIS must have been started."""
    from qgis_scrl.processing.provider import ALGORITHMS

    return "\n".join([_HEAD, *(_section(kind().create()) for kind in ALGORITHMS)])


def _section(algorithm: QgsProcessingAlgorithm) -> str:
    lines = [f"## {algorithm.displayName()}", "", f"`scrl:{algorithm.name()}`", ""]
    lines += [algorithm.shortHelpString(), "", "| parameter | name | type | |", "|---|---|---|---|"]
    for parameter in algorithm.parameterDefinitions():
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        kind = parameter.type() + (", optional" if parameter.flags() & optional else "")
        words = (parameter.description(), f"`{parameter.name()}`", kind, parameter.help())
        lines.append(f"| {' | '.join(_cell(word) for word in words)} |")
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    PAGE.write_text(page(), encoding="utf-8")
    application.exitQgis()
