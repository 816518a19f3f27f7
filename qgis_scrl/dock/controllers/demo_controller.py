"""The demo scene: from one press to three questions, and away again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...compat import raster_source
from ...contract import AudioPart, IndexInfo, TextPart, methods
from ...demo import TILE_M, Demo
from ...errors import EngineError, not_written
from ...history import AskedQuery
from ...layers import group
from ...layers.hits import asked_of
from ...settings import Settings
from ...translation import tr
from ..engine_requests import EngineRequests
from ..widgets.demo_bar import DemoBar
from ..widgets.index_bar import IndexBar
from ..widgets.question_box import ask_first
from .index_controller import IndexController
from .map_view import MapView
from .question_controller import QuestionController
from .steps import Steps


class DemoController(QObject):
    """Does what the demo bar asks for.

    Signals:
        failed(object, object): An :class:`EngineError`, and what tries it again.
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
    """

    failed = pyqtSignal(object, object)
    told = pyqtSignal(str, int)

    def __init__(
        self,
        bar: DemoBar,
        index_bar: IndexBar,
        indexes: IndexController,
        asking: QuestionController,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._index_bar = index_bar
        self._indexes = indexes
        self._asking = asking
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._demo = Demo(settings)
        self._project = QgsProject.instance()
        self._copying = Steps(self)
        self._waits = self._opens = False
        self._before = ""
        self._said = ""
        bar.wanted.connect(self.begin)
        bar.question_wanted.connect(self.ask)
        bar.closed.connect(self.close)
        bar.remove_wanted.connect(self.want_to_remove)
        index_bar.remove_demo_action.triggered.connect(lambda _on=False: self.want_to_remove())
        indexes.chosen.connect(self.show)
        indexes.changed.connect(self.show)
        indexes.build_ended.connect(self._on_build_ended)
        asking.found.connect(self._on_found)
        engine_requests.client.state_changed.connect(self._on_client_state)
        self.show()

    @property
    def is_open(self) -> bool:
        """Whether the demo's index is the one that is searched."""
        index = self._index_bar.index
        return bool(index) and Path(index) == self._demo.index

    # --- what is shown -----------------------------------------------------------------------------

    def show(self) -> None:
        """Show the offer while no index is chosen, and the questions when that of the demo can be searched."""
        info = self._indexes.info
        self._index_bar.remove_demo_action.setVisible(self.is_open)
        if not self._index_bar.index:
            busy = tr("Opening the demo scene…") if self._opens else ""
            if self._waits:
                busy = tr("The demo scene opens as soon as the engine is ready.")
            text = (
                busy
                or self._said
                or tr("No imagery at hand? Try it with the demo scene: one press, three questions.")
            )
            self._bar.show_offer(text, not busy, self._demo.is_there and not busy)
        elif self.is_open and self._settings.demo_questions and info is not None and info.complete:
            self._bar.show_questions(tr("Three questions to begin with. Or ask your own, above."))
        else:
            self._bar.show_nothing()

    def close(self) -> None:
        """Show the questions no more."""
        self._settings.demo_questions = False
        self.show()

    # --- opening it --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Open the demo: files, layer, index, questions; what is there already is used again."""
        if self._opens:
            return
        if self._indexes.is_building:
            self._indexes.say_busy()
            return
        self._said = ""
        self._before = self._index_bar.index
        self._settings.demo_questions = True
        self._waits = not self._engine_requests.ready
        if not self._waits:
            self._opens = True
            self._copying.begin(self._copy())
        self.show()

    def _on_client_state(self, state: str) -> None:
        if self._waits and state == "ready":
            self.begin()
        elif self._waits and state == "failed":
            self._waits = False
            self.show()

    def _copy(self) -> Iterator[None]:
        try:
            yield from self._demo.copy()
        except OSError as error:
            self._on_not_written(error)
            return
        if not self._add_scene():
            self._on_not_written(OSError(0, tr("QGIS cannot open it")))
            return
        self._engine_requests.ask(
            "demo",
            methods.INDEX_INFO,
            methods.IndexParams(str(self._demo.index)),
            self._on_info,
            self._on_no_info,
        )

    def _on_not_written(self, error: OSError) -> None:
        self._opens = False
        self.failed.emit(not_written(self._demo.folder, error, "demo-not-written"), self.begin)
        self.show()

    def _add_scene(self) -> bool:
        """Add the scene to the project, below our own layers and above all others, unless it is there.

        Returns:
            Whether it is there.
        """
        layers = self._scene_layers()
        if not layers:
            layer = QgsRasterLayer(str(self._demo.scene), tr("Demo scene"), "gdal")
            if not layer.isValid():
                return False
            self._project.addMapLayer(layer, False)
            root, own = self._project.layerTreeRoot(), group.find_group(self._project)
            top = root.children().index(own) + 1 if own in root.children() else 0
            root.insertLayer(top, layer)
            layers = [layer]
        self._map.show_all(layers[0], anyway=True)
        return True

    def _scene_layers(self) -> list[QgsRasterLayer]:
        return [
            layer
            for layer in self._project.mapLayers().values()
            if isinstance(layer, QgsRasterLayer)
            and Path(raster_source(layer.source())[0]) == self._demo.scene
        ]

    def _on_info(self, info: IndexInfo) -> None:
        if info.complete and info.model_matches:
            self._opens = False
            self._index_bar.choose(str(self._demo.index))
        else:
            self._build(anew=not info.model_matches)

    def _on_no_info(self, error: EngineError) -> None:
        if error.is_cancelled:
            self._opens = False
            self.show()
        else:
            # It is not there, or it is damaged; nothing in it is worth more than its scene.
            self._build(anew=True)

    def _build(self, anew: bool) -> None:
        try:
            if anew:
                self._demo.remove_index()
        except OSError as error:
            self._on_not_written(error)
            return
        params = methods.BuildIndexParams(
            str(self._demo.index), (str(self._demo.scene),), (TILE_M,)
        )
        self._indexes.build(
            methods.BUILD_INDEX,
            params,
            self._demo.index.stem,
            _stopped(),
        )

    def _on_build_ended(self, index: str, error: EngineError | None) -> None:
        if not self._opens or Path(index) != self._demo.index:
            return
        self._opens = False
        if error is not None:
            # Half a demo is none: the dock is as empty as before, or shows the index that it showed.
            if error.is_cancelled:
                self._said = _stopped()
            self._settings.forget_index(index)
            self._index_bar.choose(self._before)
        self.show()

    # --- asking ------------------------------------------------------------------------------------

    def ask(self, number: int) -> None:
        """Ask one of the questions."""
        question = self._demo.questions[number]
        if question.recording:
            self._asking.ask_recording(question.recording)
        else:
            self._asking.ask_text(question.text)

    def _on_found(self, asked: AskedQuery, _result: object) -> None:
        """Close the questions when the user has asked one of their own."""
        ours = {one.recording or one.text for one in self._demo.questions}
        for part in asked.query.parts:
            text = part.text if isinstance(part, TextPart) else ""
            recording = part.path if isinstance(part, AudioPart) else ""
            if (recording or text) not in ours and self._settings.demo_questions:
                self.close()

    # --- removing it -------------------------------------------------------------------------------

    def want_to_remove(self) -> None:
        """Delete the demo, if the user really wants that."""
        ask_first(
            self._bar,
            tr("Remove the demo"),
            tr("Delete the demo scene and its voice index?"),
            tr(
                "Results and answers of the demo go with them. Your own layers and voice indexes stay, and the demo "
                "can be opened again at any time."
            ),
            self.remove,
        )

    def remove(self) -> None:
        """Delete the demo: its layers, its index, its files."""
        index = str(self._demo.index)
        if self._indexes.is_building and self.is_open:
            self.told.emit(
                tr("The demo's voice index is being built. Stop the build first."),
                int(Qgis.MessageLevel.Info),
            )
            return
        was_open = self.is_open
        self._settings.forget_index(index)
        if was_open:
            self._index_bar.choose("")
        else:
            self._index_bar.fill()
            self._index_bar.show_info(self._indexes.info)
        ours = [
            layer for layer in group.our_layers(self._project) if asked_of(layer).index == index
        ]
        self._project.removeMapLayers([layer.id() for layer in (*ours, *self._scene_layers())])
        self._map.redraw()
        self._said = ""
        try:
            self._demo.remove()
        except OSError as error:
            failure = not_written(self._demo.folder, error, "demo-not-removed")
            self.told.emit(failure.text, int(Qgis.MessageLevel.Warning))
        self.show()

    def end(self) -> None:
        """Let go of the engine."""
        self._copying.give_up()
        self._engine_requests.client.state_changed.disconnect(self._on_client_state)


def _stopped() -> str:
    return tr("The demo was stopped. Press the button once more, and it goes on.")
