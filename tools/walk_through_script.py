"""The rest of the walk-through, inside QGIS: what comes after a question, its answers and its map of scores.

Follows :mod:`tools.qgis_demo_script`, and is used by it for the pictures of ``docs/walk-through.md``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog

from .in_qgis import Desktop

Picture = Callable[..., None]


def run(desktop: Desktop, task: dict[str, Any], picture: Picture) -> None:
    """Take the pictures.

    Args:
        desktop: QGIS with the plugin, in which a question has been asked.
        task: "earlier", the scene as it was at another time; "note", a recording; "indexes", a folder to write in.
        picture: Takes one: its name, and the widget if it is not the whole window.
    """
    keep_asking(desktop, picture)
    look_around(desktop, picture)
    record_note(desktop, Path(task["note"]), Path(task["indexes"]) / "walk.gpkg", picture)
    list_history(desktop, picture)
    make_layout(desktop, picture)
    add_earlier(desktop, Path(task["earlier"]))
    see_through_time(desktop, picture)


def keep_asking(desktop: Desktop, picture: Picture) -> None:
    """Save the question, to be asked of whatever is added."""
    dock = desktop.dock
    desktop.click(dock.results.keep_asking_button)
    dialog = _shown(desktop, lambda: dock.searches.dialog, "the saved searches")
    desktop.wait(dialog.keep_button.isEnabled, 30, "the question in the dialog")
    desktop.click(dialog.keep_button)
    desktop.wait(lambda: dialog.searches, 30, "saving the search")
    picture("8-keep-asking", dialog)
    dialog.close()


def look_around(desktop: Desktop, picture: Picture) -> None:
    """Group the tiles of the index."""
    dock = desktop.dock
    desktop.click(dock.index_bar.explore_button)
    dialog = _shown(desktop, lambda: dock.exploring.dialog, "looking around")
    desktop.wait(lambda: dialog.group_list.count(), 120, "the groups")
    desktop.pause(3.0)  # Until their pictures have come.
    picture("9-what-is-in-here", dialog)
    dialog.close()


def record_note(desktop: Desktop, recording: Path, file: Path, picture: Picture) -> None:
    """Record a voice note at the first hit."""
    dock = desktop.dock
    hit = dock.results.result.hits[0]
    desktop.click(dock.index_bar.notes_button)
    dialog = _shown(desktop, lambda: dock.notes.dialog, "the voice notes")
    dock.notes.use(str(file))
    dialog.author.setText("Ada")
    dialog.comment.setText("Checked on site")
    desktop.wait(dialog.record_button.isEnabled, 30, "being ready to record")
    desktop.click(dialog.record_button)
    canvas = desktop.iface.mapCanvas()
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        canvas.mapSettings().destinationCrs(),
        QgsProject.instance(),
    )
    place = canvas.getCoordinateTransform().transform(
        to_map.transform(QgsPointXY(hit.lon, hit.lat))
    )
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place.toQPointF().toPoint())
    listening = dialog.stop_button.isEnabled
    desktop.wait(listening, 60, "opening the microphone")
    desktop.pause(1.0)
    desktop.play(recording)
    desktop.wait(lambda: dialog.list.count(), 90, "the note")
    dialog.list.setCurrentRow(0)
    picture("10-voice-note", dialog)
    dialog.close()


def list_history(desktop: Desktop, picture: Picture) -> None:
    """List the questions of the project."""
    dock = desktop.dock
    dock.history.open()
    dialog = _shown(desktop, lambda: dock.history.dialog, "the questions")
    picture("11-history", dialog)
    dialog.close()


def make_layout(desktop: Desktop, picture: Picture) -> None:
    """Make an atlas of the hits."""
    before = set(QApplication.topLevelWidgets())
    desktop.dock.reporting.make_layout()

    def window() -> Any:
        for widget in set(QApplication.topLevelWidgets()) - before:
            if widget.isVisible() and widget.metaObject().className() == "QgsLayoutDesignerDialog":
                return widget
        return None

    desktop.wait(window, 90, "the layout")
    opened = window()
    opened.resize(1300, 760)
    desktop.pause(0.5)
    opened.findChild(QAction, "mActionZoomAll").trigger()
    desktop.pause(4.0)  # Until its map is drawn.
    picture("12-report", opened)
    opened.close()


def add_earlier(desktop: Desktop, raster: Path) -> None:
    """Add the scene of another time to the index."""
    dock = desktop.dock
    tiles = dock.indexes.info.tiles
    layer = desktop.open_raster(raster, raster.stem)
    desktop.click(dock.index_bar.add_button)

    def dialog() -> Any:
        for each in desktop.window.findChildren(QDialog):
            if each.isVisible() and each.metaObject().className() == "NewIndexDialog":
                return each
        return None

    desktop.wait(dialog, 30, "opening the dialog")
    opened = dialog()
    desktop.wait(opened.build_button.isEnabled, 120, "the estimate")
    desktop.click(opened.build_button)
    desktop.wait(
        lambda: not dock.index_bar.is_building and dock.indexes.info.tiles > tiles, 400, "adding"
    )
    QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)


def see_through_time(desktop: Desktop, picture: Picture) -> None:
    """Look at the first hit at both times."""
    dock = desktop.dock
    dock.time.show_tile(dock.results.result.hits[0])

    def pictured() -> bool:
        strip = dock.time.panel.strip if dock.time.panel is not None else None
        if strip is None or not strip.count():
            return False
        icons = [strip.item(row).icon().pixmap(96, 96).toImage() for row in range(strip.count())]
        return all(icon.pixelColor(icon.width() // 2, icon.height() // 2).alpha() for icon in icons)

    desktop.wait(pictured, 60, "the pictures of both times")
    desktop.wait_for_map()
    picture("13-through-time")


def _shown(desktop: Desktop, dialog: Callable[[], Any], what: str) -> Any:
    desktop.wait(lambda: dialog() is not None and dialog().isVisible(), 30, f"opening {what}")
    return dialog()
