"""What the monkey does inside a desktop QGIS: it presses, types and chooses whatever there is, at random.

Runs in QGIS's own process, through :mod:`tools.in_qgis`; :mod:`.monkey` starts it and judges.
"""

from __future__ import annotations

import faulthandler
import os
import random
import shutil
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.support.paths import QUESTIONS, SCENE
from tests.support.qgis_scenarios import built, started
from tools.in_qgis import PLUGIN, Desktop, NeverHappened

_TEXTS = (
    "", " ", "white storage tanks", "a beach", "boats", "200", "300, 500", "0", "-1", "1e9", "2019", "2024-06-12", "ä 日本 <b>&amp;",
    "'; DROP TABLE tiles; --", "x" * 3_000, "http://127.0.0.1:9/", "postgresql://nobody@127.0.0.1:9/none?schema=x", "9.29, 48.30", "NaN",
)  # fmt: skip
_KEYS = (
    "Key_Escape", "Key_Return", "Key_Space", "Key_Tab", "Key_Delete", "Key_Down", "Key_Up", "Key_Home", "Key_End", "Key_Y", "Key_N", "Key_I",
    "Key_T", "Key_Menu",
)  # fmt: skip
#: Longer than this without a turn, and QGIS hangs: where is written down, and it is ended.
_HANGS = 300
_TURN_MS = 25


def play(desktop: Desktop, task: dict[str, Any]) -> dict[str, Any]:
    """Use everything at random, then check that a question is still answered."""
    monkey = _Monkey(desktop, task)
    monkey.begin()
    try:
        desktop.wait(lambda: monkey.over, 60 * task["minutes"] + 600, "the end of the monkey")
    finally:
        monkey.end()
    monkey.check()
    return {"turns": monkey.turns, "found": monkey.found, "longest_s": round(monkey.longest, 1)}


class _Monkey:
    """Takes a turn now and then, also while a dialog of QGIS's own waits for an answer."""

    def __init__(self, desktop: Desktop, task: dict[str, Any]) -> None:
        self.desktop = desktop
        self.home = Path(task["folder"])
        self.count: int = task["count"]
        self.deadline = time.monotonic() + 60 * task["minutes"]
        self.random = random.Random(task["seed"])
        self.index = self.home / "monkey.scrl"
        self.turns = 0
        self.found: list[str] = []
        self.longest = 0.0
        self.over = False
        self._taking_turn = 0
        self._seen_files = 0
        # Open as long as it plays: a crash must find what was written before.
        self._log: TextIO = (self.home / "turns.txt").open("w", encoding="utf-8")
        self._hangs: TextIO = Path(task["hangs"]).open("w", encoding="utf-8")  # noqa: SIM115
        weights: dict[Callable[[], str], float] = {
            self._use_a_widget: 80, self._press_a_key: 12, self._ask: 8, self._ask_a_recording: 3, self._use_the_map: 6,
            self._use_a_layer: 6, self._add_a_layer: 2, self._use_the_dock: 2, self._wait: 4, self._come_back: 2,
            self._kill_the_engine: 0.15, self._new_project: 0.3, self._reload: 0.15,
        }  # fmt: skip
        self._actions, self._weights = list(weights), list(weights.values())

    def begin(self) -> None:
        """Build an index, and begin."""
        # What is typed may become a file: nothing outside of the own folder is named.
        os.chdir(self.home)
        for file in (SCENE, *sorted(QUESTIONS.glob("*.ogg"))[:3]):
            shutil.copy(file, self.home)
        self.desktop.open_raster(SCENE, "scene")
        QgsSettings().setValue("qgis_scrl/index_folder", str(self.home))
        started(self.desktop)
        built(self.desktop, self.index, str(SCENE), [300.0])
        # No browser, and no question of QGIS's own about tracebacks.
        QDesktopServices.openUrl = lambda _url: True
        sys.excepthook = lambda *error: self._find("".join(traceback.format_exception(*error)))
        threading.excepthook = lambda told: self._find(f"in a thread: {told.exc_value!r}")
        sys.unraisablehook = lambda told: self._find(f"ignored: {told.exc_value!r} in {told.object!r}")  # fmt: skip
        self._turn()

    def end(self) -> None:
        """Stop."""
        self.over = True
        faulthandler.cancel_dump_traceback_later()
        self._log.close()
        self._hangs.close()

    def check(self) -> None:
        """Ask a question as if nothing had happened.

        Raises:
            NeverHappened: It is not answered.
        """
        desktop = self.desktop
        answers: list[Any] = []
        desktop.plugin = qgis.utils.plugins[PLUGIN]
        dock = desktop.dock = desktop.plugin.dock
        for layer in QgsProject.instance().mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.isEditable():
                layer.rollBack()
        self._come_back()
        dock.cancel()
        built(desktop, self.home / "afterwards.scrl", str(SCENE), [400.0])
        dock.composer.forget()
        desktop.wait(dock.speak.open_button.isEnabled, 120, "being ready for a question")
        dock.answered.connect(answers.append)
        dock.speak.text_entered.emit("white storage tanks", False)
        desktop.wait(lambda: bool(answers), 120, f"an answer ({dock.banner.message})")
        if not answers[0].hits:
            raise NeverHappened("nothing was found")

    # --- a turn ----------------------------------------------------------------------------------

    def _turn(self) -> None:
        if self._log.closed:
            return
        # Not one timer for all turns: it does not tick while its own slot waits for a dialog.
        QTimer.singleShot(_TURN_MS, self._turn)
        if self._taking_turn and _waiting() is None:
            return  # It waits for something that is no dialog.
        if self.over or self.turns >= self.count or time.monotonic() > self.deadline:
            self.over = True
            # What waits for an answer would keep this waiting, too.
            waiting = _waiting()
            if waiting is not None:
                waiting.close()
            return
        faulthandler.dump_traceback_later(_HANGS, exit=True, file=self._hangs)
        self.turns += 1
        self._taking_turn += 1
        began = time.monotonic()
        try:
            waiting = _waiting()
            if isinstance(waiting, QFileDialog):
                told = self._choose_a_file(waiting)
            elif isinstance(waiting, QDialog) and not _is_known(waiting):
                waiting.close()
                told = f"closes {type(waiting).__name__}"
            else:
                (action,) = self.random.choices(self._actions, self._weights)
                told = action()
            self._note(told)
        except Exception:
            self._find(traceback.format_exc())
        finally:
            self._taking_turn -= 1
        self.longest = max(self.longest, time.monotonic() - began)

    def _note(self, told: str) -> None:
        if not self._log.closed:
            self._log.write(f"{self.turns} {told}\n")
            self._log.flush()

    def _find(self, what: str) -> None:
        self._note(f"FOUND {what}")
        self.found.append(what)

    # --- what it can do --------------------------------------------------------------------------

    def _use_a_widget(self) -> str:
        choices = self._widgets()
        if not choices:
            return "nothing to press"
        widget = self.random.choice(choices)
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        told = f"{type(widget).__name__} {widget.accessibleName() or text or widget.objectName()!r}"
        if isinstance(widget, QMenu):
            return f"{told} {self._trigger(widget)}"
        if isinstance(widget, QToolButton) and widget.menu() is not None and self.random.random() < 0.7:  # fmt: skip
            widget.menu().aboutToShow.emit()
            return f"{told} {self._trigger(widget.menu())}"
        self._note(f"{told}...")  # Before, in case it is the last.
        if isinstance(widget, QAbstractButton):
            widget.click()
        elif isinstance(widget, QComboBox):
            widget.setCurrentIndex(self.random.randrange(max(1, widget.count())))
            widget.activated.emit(widget.currentIndex())
        elif isinstance(widget, QAbstractSlider):
            widget.setValue(self.random.randint(widget.minimum(), widget.maximum()))
        elif isinstance(widget, QSpinBox):
            widget.setValue(self.random.randint(widget.minimum(), min(widget.maximum(), 2_000)))
        elif isinstance(widget, QTabBar):
            widget.setCurrentIndex(self.random.randrange(max(1, widget.count())))
        elif isinstance(widget, QAbstractItemView):
            return f"{told} {self._use_a_list(widget)}"
        elif isinstance(widget, QLineEdit):
            self._type(widget)
        return told

    def _widgets(self) -> list[Any]:
        """Return what could be used now: of the topmost dialog, else of the dock and of our dialogs."""
        waiting = _waiting()
        if isinstance(waiting, QMenu):
            return [waiting]
        roots = [waiting] if waiting is not None else [self._dock(), *_our_windows()]
        kinds = (QAbstractButton, QComboBox, QAbstractSlider, QAbstractItemView, QLineEdit, QAbstractSpinBox, QTabBar)  # fmt: skip
        found: list[Any] = []
        for root in roots:
            found += [each for each in root.findChildren(QWidget) if isinstance(each, kinds) and not isinstance(each, QHeaderView) and each.isVisible() and each.isEnabled()]  # fmt: skip
        return found

    def _dock(self) -> Any:
        return qgis.utils.plugins[PLUGIN].dock

    def _trigger(self, menu: QMenu) -> str:
        actions = [each for each in menu.actions() if each.isEnabled() and not each.isSeparator()]
        if not actions or self.random.random() < 0.1:
            menu.close()
            return "closed"
        action = self.random.choice(actions)
        self._note(f"menu {action.text()!r}...")
        menu.close()
        action.trigger()
        return action.text()

    def _use_a_list(self, view: QAbstractItemView) -> str:
        model = view.model()
        rows = model.rowCount(view.rootIndex()) if model is not None else 0
        if not rows:
            return "empty"
        row = self.random.randrange(rows)
        index = model.index(row, 0, view.rootIndex())
        view.setCurrentIndex(index)
        what = self.random.randrange(4)
        if what == 1:
            view.activated.emit(index)
        elif what == 2:
            QTest.keyClick(view, self._key())
        elif what == 3:
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.visualRect(index).center())  # fmt: skip
        return f"row {row}, {what}"

    def _key(self) -> Any:
        return getattr(Qt.Key, self.random.choice(_KEYS))

    def _type(self, field: QLineEdit) -> None:
        texts = (*_TEXTS, *map(str, self._files()))
        field.setText(self.random.choice(texts))
        field.textEdited.emit(field.text())
        if self.random.random() < 0.5:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def _files(self) -> list[Path]:
        return [self.home, self.home / "nothing here", *sorted(self.home.iterdir())]

    def _choose_a_file(self, dialog: QFileDialog) -> str:
        """Choose as a user would, but write nowhere else than in the own folder."""
        writing = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        if self.random.random() < 0.25:
            dialog.reject()
            return "file dialog: cancelled"
        self._seen_files += 1
        name = f"new {self._seen_files}{dialog.defaultSuffix() and '.'}{dialog.defaultSuffix()}"
        path = str(self.home / name) if writing else str(self.random.choice(self._files()))
        dialog.close()
        self._note(f"file dialog: {path}...")
        dialog.filesSelected.emit([path])
        dialog.fileSelected.emit(path)
        return f"file dialog: {path}"

    def _press_a_key(self) -> str:
        target = QApplication.focusWidget() or self._dock()
        key = self._key()
        self._note(f"key {int(key)} in {type(target).__name__}...")
        QTest.keyClick(target, key)
        return "key"

    def _ask(self) -> str:
        sentence = f"{self.random.choice(_TEXTS[2:5])} {self.random.randrange(100)}"
        self._dock().speak.text_entered.emit(sentence, self.random.random() < 0.2)
        if self.random.random() < 0.7:
            self._wait_for_an_answer()
        return f"asks {sentence!r}"

    def _wait_for_an_answer(self) -> None:
        end = time.monotonic() + 3
        self.desktop.wait(
            lambda: self._dock().state.value != "searching" or time.monotonic() > end, 30, "waiting"
        )

    def _ask_a_recording(self) -> str:
        recording = self.random.choice(sorted(QUESTIONS.glob("*.ogg")))
        self._dock().speak.recording_chosen.emit(str(recording))
        return f"asks {recording.name}"

    def _use_the_map(self) -> str:
        canvas = self.desktop.iface.mapCanvas()
        what = self.random.randrange(5)
        if what == 0:
            canvas.zoomByFactor(self.random.choice((0.2, 0.5, 2.0, 5.0)))
        elif what == 1:
            canvas.zoomToFullExtent()
        elif what == 2:
            canvas.refreshAllLayers()
        else:
            place = QPoint(self.random.randrange(max(1, canvas.width())), self.random.randrange(max(1, canvas.height())))  # fmt: skip
            button = Qt.MouseButton.LeftButton if what == 3 else Qt.MouseButton.RightButton
            QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, place)
        return f"map {what}"

    def _use_a_layer(self) -> str:
        project = QgsProject.instance()
        layers = sorted(project.mapLayers().values(), key=lambda each: (each.name(), each.id()))
        if not layers:
            return "no layer"
        layer = self.random.choice(layers)
        what = self.random.choice(("remove", "show", "activate", "edit", "rename", "select", "delete a feature"))  # fmt: skip
        told = f"layer {layer.name()!r}: {what}"
        self._note(f"{told}...")
        if what == "remove":
            project.removeMapLayer(layer.id())
        elif what == "show":
            node = project.layerTreeRoot().findLayer(layer.id())
            if node is not None:
                node.setItemVisibilityChecked(not node.itemVisibilityChecked())
        elif what == "activate":
            self.desktop.iface.setActiveLayer(layer)
        elif what == "rename":
            layer.setName(self.random.choice(_TEXTS)[:40])
        elif isinstance(layer, QgsVectorLayer):
            if what == "select":
                layer.selectAll()
            elif what == "edit" and not layer.isEditable():
                layer.startEditing()
            elif what == "edit":
                self.random.choice((layer.rollBack, layer.commitChanges))()
            elif layer.isEditable():
                layer.deleteFeature(next((each.id() for each in layer.getFeatures()), 0))
        return told

    def _add_a_layer(self) -> str:
        if self.random.random() < 0.5:
            QgsProject.instance().addMapLayer(QgsRasterLayer(str(SCENE), "scene"))
            return "adds the scene"
        vector = QgsVectorLayer("Polygon?crs=EPSG:3857&field=name:string", "mine", "memory")
        QgsProject.instance().addMapLayer(vector)
        return "adds an empty layer"

    def _use_the_dock(self) -> str:
        dock, what = self._dock(), self.random.randrange(3)
        if what == 0:
            dock.setVisible(not dock.isVisible())
        elif what == 1:
            qgis.utils.plugins[PLUGIN].type()
        else:
            dock.resize(self.random.randrange(200, 900), self.random.randrange(200, 900))
        return f"dock {what}"

    def _wait(self) -> str:
        end = time.monotonic() + self.random.random()
        self.desktop.wait(lambda: time.monotonic() > end, 5, "waiting")
        return "waits"

    def _come_back(self) -> str:
        """Close what is open and search the whole index: otherwise it would soon find nothing to do."""
        for widget in _shown_windows(QDialog, QMenu):
            widget.close()
        dock = self._dock()
        dock.show()
        dock.filters.area.setCurrentIndex(0)
        dock.filters.since.clear()
        dock.filters.until.clear()
        dock.index_bar.choose(str(self.index))
        return "comes back"

    def _kill_the_engine(self) -> str:
        engine = qgis.utils.plugins[PLUGIN].client.process_id
        if engine:
            os.kill(engine, signal.SIGKILL)
        return f"kills the engine {engine}"

    def _new_project(self) -> str:
        if QApplication.activeModalWidget() is not None:
            return "no new project"
        self._note("new project...")
        QgsProject.instance().setDirty(False)
        self.desktop.iface.newProject(False)
        return "new project"

    def _reload(self) -> str:
        if QApplication.activeModalWidget() is not None or self._taking_turn > 1:
            return "not loaded anew"
        self._note("loads the plugin anew...")
        if not qgis.utils.unloadPlugin(PLUGIN):
            raise NeverHappened("the plugin cannot be unloaded")
        if not (qgis.utils.loadPlugin(PLUGIN) and qgis.utils.startPlugin(PLUGIN)):
            raise NeverHappened("the plugin cannot be loaded again")
        return "loads the plugin anew"


def _shown_windows(*kinds: type[QWidget]) -> list[Any]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kinds) and each.isVisible()]  # fmt: skip


def _waiting() -> QWidget | None:
    """Return the menu or the dialog that must be answered first; None if there is none."""
    foreign = (each for each in _shown_windows(QDialog) if not _is_known(each))
    return next(iter((*_shown_windows(QMenu), *foreign)), QApplication.activeModalWidget())


def _our_windows() -> list[Any]:
    """Return the dialogs that are open and belong to the plugin, or to Qt; files are chosen in their turn."""
    return [each for each in _shown_windows(QDialog) if _is_known(each) and not isinstance(each, QFileDialog)]  # fmt: skip


def _is_known(dialog: QWidget) -> bool:
    """Return whether a dialog is one of the plugin's or of Qt's; QGIS's own are closed."""
    of_qt = isinstance(dialog, (QMessageBox, QFileDialog, QInputDialog))
    return of_qt or type(dialog).__module__.startswith(PLUGIN)
