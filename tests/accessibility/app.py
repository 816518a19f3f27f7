"""The real dock with an index of the demo scene, on a screen that a screen reader can look at: ``python -m tests.accessibility.app INDEX``.

Ends when its standard input is closed.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from qgis.PyQt.QtCore import QMetaObject, Qt
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

    def wait() -> None:
        sys.stdin.read()
        QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)

    threading.Thread(target=wait, daemon=True).start()
    desk.iface.window.setWindowTitle(f"QGIS with {index.stem}")
    # Xvfb has no window manager that would give the window the keys.
    desk.iface.window.activateWindow()
    app.setActiveWindow(desk.iface.window)
    app.exec()
    desk.clear()
    client.stop()


if __name__ == "__main__":
    main()
