"""The plugin as QGIS sees it: everything that it adds, it removes."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .environment import resource_path
from .settings import Settings
from .translation import install_translator, remove_translator, tr, tr_later

if TYPE_CHECKING:
    from .dock.dock_widget import VoiceSearchDock
    from .engine_client import EngineClient
    from .layer_menu import LayerMenu
    from .options_page import OptionsFactory
    from .processing.provider import ScrlProvider

MENU = tr_later("Voice Search")
SPEAK_SHORTCUT = "Ctrl+Alt+V"
TYPE_SHORTCUT = "Ctrl+Alt+F"
# Not with a letter that AltGr makes a sign of: on a German keyboard, AltGr+Q is @, and to Windows AltGr is Ctrl+Alt.
HISTORY_SHORTCUT = "Ctrl+Alt+J"
_SECONDS = 12


def forget_types() -> None:
    """Empty the caches of :mod:`typing`: one class of ours in them keeps all modules of an unloaded plugin, 2.6 MB."""
    # What Python's own tests call for the same reason; caches alone, so nothing is lost where it is named otherwise.
    for clear in getattr(typing, "_cleanups", ()):
        clear()


class VoiceSearchPlugin:
    """Loads with QGIS; the engine starts only when the dock is shown, or an algorithm is run.

    Args:
        iface: QGIS's interface; None inside ``qgis_process``.

    Attributes:
        client: The engine; None before ``initGui``.
        dock: The dock; None before ``initGui``.
    """

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self.client: EngineClient | None = None
        self.dock: VoiceSearchDock | None = None
        self._provider: ScrlProvider | None = None
        self._options: OptionsFactory | None = None
        self._layer_menu: LayerMenu | None = None
        self._actions: list[QAction] = []
        self._with_shortcuts: list[QAction] = []
        # Here, not in initGui: `qgis_process` calls initProcessing only.
        install_translator()

    # QGIS calls these by name.
    def initProcessing(self) -> None:  # noqa: N802
        """Add the algorithms; all that ``qgis_process`` needs."""
        from .processing.provider import ScrlProvider

        self._provider = ScrlProvider(self.client)
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802
        """Add the dock, its actions, the page of options and the algorithms."""
        from .dock.controllers.map_view import MapView
        from .dock.dock_widget import VoiceSearchDock
        from .engine_client import EngineClient
        from .layer_menu import LayerMenu
        from .options_page import OptionsFactory

        settings = Settings()
        self.client = EngineClient()
        self.dock = VoiceSearchDock(
            self.client, settings, MapView(self._iface), self._iface.mainWindow()
        )
        self.dock.told.connect(self._tell)
        # Before it is added: a dock that is hidden first does not start the engine.
        self.dock.hide()
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self._add_actions()
        icon = QIcon(str(resource_path("icons", "ask-again.svg")))
        self._layer_menu = LayerMenu(self._iface, self.dock.history, icon)
        self._options = OptionsFactory(
            self.client, settings, self.dock.repair, self.dock.look_again
        )
        self._iface.registerOptionsWidgetFactory(self._options)
        self.initProcessing()

    def unload(self) -> None:
        """Remove all that was added, and end the engine."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._options is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
        for action in self._with_shortcuts:
            self._iface.unregisterMainWindowAction(action)
        self._with_shortcuts = []
        for action in self._actions:
            self._iface.removePluginRasterMenu(tr(MENU), action)
            self._iface.removeToolBarIcon(action)
            action.deleteLater()
        self._actions = []
        if self._layer_menu is not None:
            self._layer_menu.end()
            self._layer_menu = None
        if self.dock is not None:
            self.dock.end()
            self._iface.removeDockWidget(self.dock)
            self.dock.setParent(None)
            self.dock.deleteLater()
            self.dock = None
        if self.client is not None:
            self.client.stop()
            self.client.deleteLater()
            self.client = None
        remove_translator()
        forget_types()

    def speak(self) -> None:
        """Show the dock and ask a question by voice, or stop listening."""
        if self.dock is not None:
            self.dock.setUserVisible(True)
            self.dock.toggle()

    def type(self) -> None:
        """Show the dock with the cursor where a question is typed."""
        if self.dock is not None:
            self.dock.setUserVisible(True)
            self.dock.type()

    def open_history(self) -> None:
        """Show the dock and the questions of the project."""
        if self.dock is not None:
            self.dock.setUserVisible(True)
            self.dock.history.open()

    def _add_actions(self) -> None:
        if self.dock is None:
            return
        window = self._iface.mainWindow()
        icon = QIcon(str(resource_path("icons", "icon.svg")))
        show = QAction(icon, tr(MENU), window)
        show.setObjectName("ScrlShowDock")
        show.setToolTip(tr("Search your imagery by voice"))
        show.setCheckable(True)
        self.dock.setToggleVisibilityAction(show)
        speak = QAction(icon, tr("Speak a question"), window)
        speak.setObjectName("ScrlSpeak")
        speak.setToolTip(
            tr("Open the Voice Search dock and record a question; press again to stop recording")
        )
        speak.triggered.connect(lambda _checked=False: self.speak())
        write = QAction(icon, tr("Type a question"), window)
        write.setObjectName("ScrlType")
        write.setToolTip(tr("Open the Voice Search dock and type a question"))
        write.triggered.connect(lambda _checked=False: self.type())
        history = QAction(icon, tr("Questions of this project"), window)
        history.setObjectName("ScrlHistory")
        history.setToolTip(tr("Find, ask again, keep or forget the questions of this project"))
        history.triggered.connect(lambda _checked=False: self.open_history())
        shortcuts = {speak: SPEAK_SHORTCUT, write: TYPE_SHORTCUT, history: HISTORY_SHORTCUT}
        # With this the user finds them under Settings > Keyboard Shortcuts.
        for action, shortcut in shortcuts.items():
            self._iface.registerMainWindowAction(action, shortcut)
            self._with_shortcuts.append(action)
        for action in (show, speak, write, history):
            self._iface.addPluginToRasterMenu(tr(MENU), action)
            self._actions.append(action)
        self._iface.addToolBarIcon(show)

    def _tell(self, sentence: str, level: int) -> None:
        seconds = 0 if level == int(Qgis.MessageLevel.Critical) else _SECONDS
        self._iface.messageBar().pushMessage(
            tr("Voice search"), sentence, Qgis.MessageLevel(level), seconds
        )
