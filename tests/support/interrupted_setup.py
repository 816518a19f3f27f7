"""Begins to set the engine up in a process of its own, to be killed in the middle of it.

``python -m tests.support.interrupted_setup FOLDER``: says each step on standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import QgsApplication

from qgis_scrl.installation.installer import Installer, Plan


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    installer = Installer()
    installer.progressed.connect(lambda told: print(told.text, flush=True))
    installer.finished.connect(lambda _verified: application.exit(0))
    installer.failed.connect(lambda error: (print(error.text, flush=True), application.exit(1)))
    installer.install(Plan(target=Path(sys.argv[1])))
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
