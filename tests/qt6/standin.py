"""A thin stand-in for ``qgis``, so that the plugin's modules run under PyQt6 without QGIS.

``qgis.PyQt`` is PyQt6 itself, which is what is to be tested: a name or an enumeration that Qt 6 lacks
fails here as it would in QGIS 4. QGIS's own widgets become the Qt widgets that they are made of; of
everything else only the names are there, and whatever is done with them does nothing.
"""

from __future__ import annotations

import importlib
import sys
import types
from typing import Any

from PyQt6 import QtCore, QtGui, QtWidgets

_QT_MODULES = ("sip", "QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg", "QtTest")


class Anything:
    """Has every attribute, can be called, and is nothing."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __call__(self, *arguments: Any, **named: Any) -> Anything:
        return Anything()

    def __iter__(self) -> Any:
        return iter(())

    def __getitem__(self, place: Any) -> Anything:
        return Anything()

    def __bool__(self) -> bool:
        return False

    def __int__(self) -> int:
        return 0

    def __index__(self) -> int:
        return 0

    def __float__(self) -> float:
        return 0.0

    def __str__(self) -> str:
        return ""

    def __or__(self, other: Any) -> Anything:
        return self

    __ror__ = __and__ = __or__


class _AnyClass(type):
    """Its classes have every attribute, too: enumerations, static functions."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()


def _any_class(name: str) -> type:
    return _AnyClass(name, (Anything,), {"__module__": "qgis.core"})


class QgsSettings:
    """Settings that last as long as the process."""

    _values: dict[str, Any] = {}  # noqa: RUF012

    def value(self, key: str, default: Any = None, **_named: Any) -> Any:
        return self._values.get(key, default)

    def setValue(self, key: str, value: Any) -> None:  # noqa: N802
        self._values[key] = value

    def remove(self, key: str) -> None:
        for name in [n for n in self._values if n == key or n.startswith(f"{key}/")]:
            del self._values[name]


class QgsApplication(metaclass=_AnyClass):
    """Knows a folder for settings."""

    @staticmethod
    def qgisSettingsDirPath() -> str:  # noqa: N802
        return QtCore.QDir.tempPath() + "/qgis-scrl-qt6/"


class QgsTask(QtCore.QObject):
    """A task that is never run."""

    class Flag:
        CanCancel = 1

    def __init__(self, *_arguments: Any) -> None:
        super().__init__()


class QgsProject(QtCore.QObject):
    """An empty project."""

    layersAdded = QtCore.pyqtSignal(object)  # noqa: N815
    layersWillBeRemoved = QtCore.pyqtSignal(object)  # noqa: N815
    layersRemoved = QtCore.pyqtSignal(object)  # noqa: N815
    crsChanged = QtCore.pyqtSignal()  # noqa: N815
    cleared = QtCore.pyqtSignal()
    readProject = QtCore.pyqtSignal(object)  # noqa: N815

    def mapLayers(self) -> dict[str, Any]:  # noqa: N802
        return {}

    def __getattr__(self, name: str) -> Any:
        return Anything()

    @staticmethod
    def instance() -> QgsProject:
        return _PROJECT


_PROJECT = QgsProject()


class _Lenient:
    """For widgets: what QGIS adds to Qt's class can be called and does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return Anything()


def _widget(name: str, base: type, **more: Any) -> type:
    return type(base)(name, (_Lenient, base), {"__module__": "qgis.gui", **more})


class _AnyEnum(Anything, metaclass=_AnyClass):
    """An enumeration of QGIS's, nested in a widget's class."""


class _DoubleSpinBox(QtWidgets.QDoubleSpinBox):
    def setClearValue(self, *_arguments: Any) -> None:  # noqa: N802
        pass

    def setShowClearButton(self, *_arguments: Any) -> None:  # noqa: N802
        pass


class _FileWidget(QtWidgets.QWidget):
    StorageMode = _AnyEnum
    fileChanged = QtCore.pyqtSignal(str)  # noqa: N815

    def filePath(self) -> str:  # noqa: N802
        return ""

    def __getattr__(self, name: str) -> Any:
        return Anything()


class _LayerCombo(QtWidgets.QComboBox):
    layerChanged = QtCore.pyqtSignal(object)  # noqa: N815

    def currentLayer(self) -> None:  # noqa: N802
        return None

    def __getattr__(self, name: str) -> Any:
        return Anything()


class _DateEdit(QtWidgets.QDateTimeEdit):
    def __getattr__(self, name: str) -> Any:
        return Anything()


class _ProjectionWidget(QtWidgets.QWidget):
    CrsOption = _AnyEnum
    crsChanged = QtCore.pyqtSignal(object)  # noqa: N815

    def __getattr__(self, name: str) -> Any:
        return Anything()


class _CollapsibleGroupBox(QtWidgets.QGroupBox):
    collapsedStateChanged = QtCore.pyqtSignal(bool)  # noqa: N815

    def setCollapsed(self, collapsed: bool) -> None:  # noqa: N802
        self.collapsedStateChanged.emit(collapsed)

    def setSaveCollapsedState(self, save: bool) -> None:  # noqa: N802
        pass

    def isCollapsed(self) -> bool:  # noqa: N802
        return False

    def __getattr__(self, name: str) -> Any:
        return Anything()


class _DockWidget(QtWidgets.QDockWidget):
    closed = QtCore.pyqtSignal()
    opened = QtCore.pyqtSignal()
    closedStateChanged = QtCore.pyqtSignal(bool)  # noqa: N815

    def isUserVisible(self) -> bool:  # noqa: N802
        return self.isVisible()

    def setUserVisible(self, visible: bool) -> None:  # noqa: N802
        self.setVisible(visible)

    def setToggleVisibilityAction(self, action: Any) -> None:  # noqa: N802
        pass


class _MapTool(QtCore.QObject):
    deactivated = QtCore.pyqtSignal()

    def __init__(self, canvas: Any) -> None:
        super().__init__()

    def setCursor(self, cursor: QtCore.Qt.CursorShape) -> None:  # noqa: N802
        pass

    def __getattr__(self, name: str) -> Any:
        return Anything()


WIDGETS: dict[str, type] = {
    "QgsDockWidget": _DockWidget,
    "QgsDoubleSpinBox": _DoubleSpinBox,
    "QgsFileWidget": _FileWidget,
    "QgsMapLayerComboBox": _LayerCombo,
    "QgsDateEdit": _DateEdit,
    "QgsProjectionSelectionWidget": _ProjectionWidget,
    "QgsCollapsibleGroupBox": _CollapsibleGroupBox,
    "QgsOptionsPageWidget": QtWidgets.QWidget,
    "QgsMapCanvas": QtWidgets.QWidget,
    "QgsMapTool": _MapTool,
}
CLASSES: dict[str, type] = {
    "QgsSettings": QgsSettings,
    "QgsApplication": QgsApplication,
    "QgsTask": QgsTask,
    "QgsProject": QgsProject,
}


def _module(name: str, known: dict[str, type]) -> types.ModuleType:
    module = types.ModuleType(name)

    def get(attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        found = known.setdefault(attribute, _any_class(attribute))
        setattr(module, attribute, found)
        return found

    module.__getattr__ = get  # type: ignore[method-assign]
    return module


def install() -> None:
    """Put the stand-in where ``import qgis``, and GDAL that QGIS brings, find it."""
    package = types.ModuleType("qgis")
    package.__path__ = []
    pyqt = types.ModuleType("qgis.PyQt")
    pyqt.__path__ = []
    modules = {
        "qgis": package,
        "qgis.PyQt": pyqt,
        "qgis.core": _module("qgis.core", CLASSES),
        "qgis.gui": _module("qgis.gui", WIDGETS),
        "qgis.utils": _module("qgis.utils", {}),
        "processing": _module("processing", {}),
        "osgeo": _module("osgeo", {}),
    }
    for name in _QT_MODULES:
        modules[f"qgis.PyQt.{name}"] = importlib.import_module(f"PyQt6.{name}")
    # As QGIS's own qgis.PyQt does under Qt 6.
    for moved in ("QAction", "QActionGroup", "QShortcut"):
        setattr(QtWidgets, moved, getattr(QtGui, moved))
    for name, module in modules.items():
        sys.modules[name] = module
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(modules[parent], child, module)
