"""Write the demo project: the demo scene as a layer, in its own coordinate system, seen as a whole.

Runs with QGIS's Python: ``.venv-qgis/bin/python -m tools.demo_project FILE.qgz``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsReferencedRectangle

SCENE = Path(__file__).resolve().parents[1] / "resources" / "demo" / "scene.tif"


def write_project(file: Path) -> None:
    """Write the project.

    Raises:
        OSError: It cannot be written, or the scene cannot be opened.
    """
    layer = QgsRasterLayer(str(SCENE), "Demo scene (rendered)")
    project = QgsProject()
    if not layer.isValid():
        raise OSError(f"QGIS cannot open {SCENE}")
    project.addMapLayer(layer)
    project.setCrs(layer.crs())
    project.setTitle("Voice search: the demo scene")
    view = project.viewSettings()
    view.setDefaultViewExtent(QgsReferencedRectangle(layer.extent(), layer.crs()))
    file.parent.mkdir(parents=True, exist_ok=True)
    if not project.write(str(file)):
        raise OSError(f"{file} cannot be written: {project.error()}")


def main() -> None:
    """Write it where the command line says."""
    application = QgsApplication([], False)
    application.initQgis()
    write_project(Path(sys.argv[1]).absolute())
    application.exitQgis()


if __name__ == "__main__":
    main()
