"""The real dock with an index of the demo scene, on a screen that a screen reader can look at: ``python -m tests.accessibility.app INDEX``.

A line on its standard input presses Enter where the focus is; it ends when that is closed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.PyQt.QtCore import QSocketNotifier, Qt
from qgis.PyQt.QtTest import QTest
from qgis.testing import start_app


def main() -> None:
    """Build an index, and show the dock with it, until nobody looks any more."""
    app = start_app()
    from qgis_scrl.contract import methods
    from qgis_scrl.engine_client import EngineClient
    from qgis_scrl.settings import Settings
    from qgis_scrl.translation import install_translator
    from tests.support.desk import Desk, of_the_scene
    from tests.support.events import Told

    Settings().clear()
    install_translator("en")
    index = Path(sys.argv[1])
    client = EngineClient()
    Told(client.request(methods.BUILD_INDEX, of_the_scene(index, 500))).wait(120)
    desk = Desk(client)
    desk.use(index)

    def on_input() -> None:
        if os.read(sys.stdin.fileno(), 64):
            QTest.keyClick(app.focusWidget(), Qt.Key.Key_Return)
        else:
            app.quit()

    keys = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    keys.activated.connect(lambda *_: on_input())
    desk.iface.window.setWindowTitle(f"QGIS with {index.stem}")
    # Xvfb has no window manager that would give the window the keys.
    desk.iface.window.activateWindow()
    app.setActiveWindow(desk.iface.window)
    app.exec()
    desk.clear()
    client.stop()


if __name__ == "__main__":
    main()
