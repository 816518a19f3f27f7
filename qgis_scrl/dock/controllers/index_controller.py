"""What happens with voice indexes: choosing, building, looking into them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ... import texts
from ...contract import (
    BuildReport,
    CopyReport,
    IndexInfo,
    Method,
    Notice,
    ProgressReport,
    auth_configuration,
    index_name,
    is_shared,
    methods,
)
from ...credentials import LOCKED
from ...errors import EngineError, not_written
from ...layers import group
from ...layers.footprints import make_footprints_layer
from ...settings import Settings
from ...translation import tr
from ..dialogs.catalogue_dialog import CatalogueDialog
from ..dialogs.index_details_dialog import IndexDetailsDialog
from ..dialogs.new_index_dialog import NewIndexDialog
from ..dialogs.shared_index_dialog import SharedIndexDialog
from ..engine_requests import EngineRequests
from ..widgets import formatting
from ..widgets.file_dialogs import choose_folder
from ..widgets.index_bar import IndexBar
from ..widgets.question_box import ask_first, show_text
from ..widgets.status_banner import log
from .build_task import BuildParams, BuildTask
from .map_view import MapView
from .service_download import open_download

_REFRESH_WHILE_BUILDING = 4000
#: Written first, and whole: where it is not, there is no voice index (docs/index-format.md).
INDEX_FILE = "index.json"


class IndexController(QObject):
    """Does what the index bar asks for.

    Attributes:
        info: What the chosen index holds; None if that is not known.
        raster_suffixes: How the names of raster files end that the engine can read; empty if that is not known.

    Signals:
        chosen(): Another index is searched from now on.
        changed(): What is known of the index, or of a build, has changed.
        failed(object, object): An :class:`EngineError`, and what tries it again (or None).
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
        build_ended(str, object): No build of this index is running any more; why it failed, as an :class:`EngineError`,
            or None.
    """

    chosen = pyqtSignal()
    changed = pyqtSignal()
    failed = pyqtSignal(object, object)
    told = pyqtSignal(str, int)
    build_ended = pyqtSignal(str, object)

    def __init__(
        self,
        bar: IndexBar,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._project = QgsProject.instance()
        self.info: IndexInfo | None = None
        self.raster_suffixes: tuple[str, ...] = ()
        self._build: BuildTask | None = None
        self._index_before = ""
        self._refresh_timer = QTimer(self, interval=_REFRESH_WHILE_BUILDING, timeout=self.refresh)
        bar.index_chosen.connect(self._on_index)
        bar.shared_wanted.connect(self.connect_to_shared)
        bar.new_button.clicked.connect(self.new_index)
        bar.add_button.clicked.connect(self._add_layers)
        bar.footprints_action.triggered.connect(lambda _on=False: self._show_footprints())
        bar.publish_action.triggered.connect(lambda _on=False: self._ask_where_to_publish())
        bar.pull_action.triggered.connect(lambda _on=False: self._ask_where_to_pull())
        bar.details_action.triggered.connect(lambda _on=False: self._show_details())
        bar.continue_button.clicked.connect(self._continue_build)
        bar.reembed_button.clicked.connect(self._reembed)
        bar.cancel_button.clicked.connect(self._cancel_build)

    @property
    def is_building(self) -> bool:
        """Whether an index is being built or copied."""
        return self._build is not None

    @property
    def is_unborn(self) -> bool:
        """Whether the chosen index is being built and holds nothing yet."""
        building = self._build is not None and self._build.index == self._bar.index
        return building and not (self.info is not None and self.info.tiles)

    def new_index(self) -> None:
        """Ask what a new voice index is to be built of."""
        self._open_builder(None)

    def connect_to_shared(self) -> None:
        """Ask for the address of a shared index, and choose it."""
        dialog = SharedIndexDialog(self._bar)
        dialog.chosen.connect(self._take_shared)
        dialog.open()

    def _take_shared(self, address: str) -> None:
        # The user has just named it, and expects to be asked for a password, if ever.
        if auth_configuration(address):
            self._engine_requests.client.unlock()
        self._bar.choose(address)

    def unlock(self) -> None:
        """Let QGIS ask for its master password, then ask what the chosen index holds."""
        self._engine_requests.client.unlock()
        self.refresh()

    def _ask_where_to_publish(self) -> None:
        """Ask for the address at which others are to find the chosen index."""
        index = self._bar.index
        dialog = SharedIndexDialog(self._bar, published=index_name(index))
        dialog.chosen.connect(lambda to: self.copy(methods.CopyIndexParams(index, to)))
        dialog.open()

    def _ask_where_to_pull(self) -> None:
        """Ask for the folder into which the chosen index is to be copied."""
        index = self._bar.index
        # A schema may be called what a folder may not.
        name = re.sub(r'[\\/:*?"<>|\0]', "_", index_name(index)) + ".scrl"
        choose_folder(
            self._bar,
            tr("Folder in which the copy, {name}, is to lie").format(name=name),
            self._settings.index_folder,
            lambda folder: self.copy(methods.CopyIndexParams(index, str(Path(folder) / name))),
        )

    def copy(self, params: methods.CopyIndexParams) -> None:
        """Publish an index, or pull one; the chosen one stays."""
        if self._build is not None:
            self.say_busy()
            return
        name = index_name(params.source)
        # The client asks for the master password, once for both addresses, and again when it is tried again.
        request = self._engine_requests.client.request(methods.COPY_INDEX, params)
        doing = (
            tr("Publishing voice index {name}")
            if is_shared(params.target)
            else tr("Copying voice index {name} to this computer")
        )
        self._build = BuildTask(doing.format(name=name), request, name)
        self._follow(self._build, self._on_copied, self._on_copy_failed, is_copy=True)

    def _on_copied(self, report: CopyReport) -> None:
        build = self._end_build(True)
        if build is None:
            return
        self._settings.list_index(report.index)
        self._bar.fill()
        self._bar.show_info(self.info)
        self._refresh_target(build)
        text = (
            tr(
                "{name} is published: %n tile(s). {copied} of {parts} parts were copied.",
                n=report.tiles,
            )
            if is_shared(report.index)
            else tr(
                "{name} is on this computer, too: %n tile(s). {copied} of {parts} parts were copied.",
                n=report.tiles,
            )
        )
        text = text.format(
            name=build.name,
            copied=formatting.number(report.copied),
            parts=formatting.number(report.parts),
        )
        more = tr("The list of indexes has it.")
        self.told.emit(f"{text} {more}", int(Qgis.MessageLevel.Success))
        if report.statements:
            show_text(
                self._bar,
                tr("Publish to a shared index"),
                tr(
                    "Others cannot use it yet: you may make no roles in this database. Let an administrator run these "
                    "statements:"
                ),
                report.statements,
            )
        self.changed.emit()

    def _refresh_target(self, copy: BuildTask) -> None:
        """Ask what the chosen index holds now, if it is what was copied to: it may have been chosen meanwhile."""
        if copy.index == self._bar.index:
            self.refresh()

    def _on_copy_failed(self, error: EngineError) -> None:
        build = self._end_build(False)
        if build is None:
            return
        self._bar.show_info(self.info)
        self._refresh_target(build)
        params = build.request.params
        if error.is_cancelled:
            stopped = tr(
                "{name} has not been copied as a whole. The next time goes on where it was stopped."
            )
            self.told.emit(stopped.format(name=build.name), int(Qgis.MessageLevel.Info))
        elif error.code == "would-remove-sources":
            ask_first(
                self._bar,
                tr("Images would be lost"),
                tr("Copy {name} all the same?").format(name=build.name),
                error.text,
                lambda: self.copy(replace(params, replace=True)),
            )
        else:
            self.told.emit(error.text, int(Qgis.MessageLevel.Critical))
            self.failed.emit(error, lambda: self.copy(params))
        self.changed.emit()

    def _add_layers(self) -> None:
        if self.info is not None:
            self._open_builder(self.info)

    def _open_builder(self, add_to: IndexInfo | None, imagery: Sequence[str] = ()) -> None:
        if self._build is not None:
            self.say_busy()
            return
        dialog = NewIndexDialog(
            self._engine_requests.client, self._settings, self._project, self._bar, add_to,
            self.raster_suffixes,
        )  # fmt: skip
        dialog.add_paths(imagery)
        dialog.build_wanted.connect(self.build)
        dialog.download_wanted.connect(lambda: self._download(add_to))
        dialog.catalogue_wanted.connect(lambda: self._open_catalogue(dialog))
        dialog.open()

    def say_busy(self) -> None:
        """Tell that one index at a time is built or copied."""
        self.told.emit(
            tr("An index is being built or copied. Wait until that has finished, or stop it."),
            int(Qgis.MessageLevel.Info),
        )

    def _open_catalogue(self, builder: NewIndexDialog) -> None:
        dialog = CatalogueDialog(
            self._engine_requests.client, self._settings, self._map.settings(), self._project,
            builder,
        )  # fmt: skip
        dialog.chosen.connect(builder.add_images)
        dialog.open()

    def _download(self, add_to: IndexInfo | None) -> None:
        """Let Processing download imagery of a map service, then go on with what has come."""
        opened = open_download(
            Path(self._settings.index_folder),
            self._project,
            lambda raster: self._open_builder(add_to, [raster]),
        )
        if not opened:
            self.told.emit(
                tr(
                    "Processing is switched off. Switch it on in Plugins > Manage and Install Plugins…."
                ),
                int(Qgis.MessageLevel.Warning),
            )

    def build(
        self, method: Method[Any, BuildReport], params: BuildParams, name: str, stopped: str = ""
    ) -> None:
        """Build or extend a voice index, or go on with its build.

        Args:
            method: What is done.
            params: Its parameters.
            name: Of the index, for people.
            stopped: What is said if the user stops it; empty: what has become of the index.
        """
        if self._build is not None:
            return
        request = self._engine_requests.client.request(method, params)
        doing = (
            tr("Adding to voice index {name}")
            if method is methods.ADD_TO_INDEX
            else tr("Building voice index {name}")
        )
        build = self._build = BuildTask(doing.format(name=name), request, name, stopped)
        self._index_before = self._bar.index
        if build.index != self._bar.index:
            self._settings.remember_index(build.index)
            self.info = None
            self._bar.fill()
            self.chosen.emit()
        self._refresh_timer.start()
        self._follow(build, self._on_built, self._on_build_failed)

    def _follow(
        self,
        task: BuildTask,
        finished: Callable[[Any], None],
        failed: Callable[[EngineError], None],
        is_copy: bool = False,
    ) -> None:
        """Show how a build or a copy goes, in the bar and among QGIS's tasks."""
        task.request.progressed.connect(self._on_build_progress)
        task.request.noted.connect(lambda notice: log(texts.note(notice)))
        task.request.finished.connect(finished)
        task.request.failed.connect(failed)
        self._bar.begin_build(task.name, is_copy)
        QgsApplication.taskManager().addTask(task)
        self.changed.emit()

    def _on_build_progress(self, report: ProgressReport) -> None:
        if self._build is not None:
            self._build.setProgress(report.percent)
            # Its name only if another index is chosen.
            other = self._build.index != self._bar.index
            self._bar.show_progress(self._build.name if other else "", report)

    def _on_built(self, report: BuildReport) -> None:
        build = self._end_build(True)
        if build is None:
            return
        sentences = [
            tr(
                "Voice index {name} is ready: %n tile(s), {new} of them new, in {duration}.",
                n=report.tiles_in_index,
            ).format(
                name=build.name,
                new=formatting.number(report.tiles),
                duration=formatting.duration(report.seconds),
            )
        ]
        level = Qgis.MessageLevel.Success
        if report.failed:
            level = Qgis.MessageLevel.Warning
            for failed in report.failed:
                log(f"Left out {failed.source}: {texts.sentence(failed.failure)}")
            reason = texts.sentence(report.failed[0].failure)
            sentences.append(
                tr("%n image(s) left out: {reason}", n=len(report.failed)).format(reason=reason)
            )
            if len(report.failed) > 1:
                sentences.append(tr("The log names the others."))
        for decided in report.decisions:
            for notice in decided.decisions:
                log(f"{decided.source}: {texts.note(notice)}")
        if report.decisions:
            text = tr(
                "Bands, dates or empty pixels of %n image(s) had to be decided: see Details.",
                n=len(report.decisions),
            )
            sentences.append(text)
        self.told.emit(" ".join(sentences), int(level))
        self.build_ended.emit(build.index, None)
        self.refresh()

    def _on_build_failed(self, error: EngineError) -> None:
        build = self._end_build(False)
        if build is None:
            return
        left = self._leave_unborn(build.index)
        if error.is_cancelled:
            if build.stopped:
                stopped = build.stopped
            elif build.request.method is methods.REEMBED_INDEX:
                stopped = tr("{name} stays as it was. Embed again goes on where it was stopped.")
            elif left:
                stopped = tr("The build of {name} was stopped before anything was written.")
            else:
                stopped = tr(
                    "The build of {name} was stopped. What is finished can be searched; Continue "
                    "resumes the build."
                )
            self.told.emit(stopped.format(name=build.name), int(Qgis.MessageLevel.Info))
        elif error.code == "build-too-large":
            self._ask_again(build, error)
        else:
            self.told.emit(error.text, int(Qgis.MessageLevel.Critical))
            self.failed.emit(error, None)
        self.build_ended.emit(build.index, error)
        self.refresh()

    def _ask_again(self, build: BuildTask, error: EngineError) -> None:
        """Build what takes more than a day, or more room than there is, if the user wants it all the same."""
        request = build.request
        confirmed = replace(request.params, confirmed=True)
        ask_first(
            self._bar,
            tr("Large build"),
            tr("Build voice index {name} all the same?").format(name=build.name),
            error.text,
            lambda: self.build(request.method, confirmed, build.name),
        )

    def _leave_unborn(self, index: str) -> bool:
        """Forget an index of which nothing was written, and go back to the one before it.

        Returns:
            Whether nothing was written.
        """
        if is_shared(index) or (Path(index) / INDEX_FILE).exists():
            return False
        chosen = index == self._bar.index
        self._settings.forget_index(index)
        if chosen:
            self._bar.choose(self._index_before if self._index_before != index else "")
        else:
            self._bar.fill()
            self._bar.show_info(self.info)
        return True

    def _end_build(self, good: bool) -> BuildTask | None:
        build, self._build = self._build, None
        self._refresh_timer.stop()
        self._bar.end_build()
        if build is not None:
            build.end(good)
        return build

    def _cancel_build(self) -> None:
        if self._build is not None:
            self._bar.stopping_build()
            self._build.stop()

    def _continue_build(self) -> None:
        index = self._bar.index
        if index:
            params = methods.ResumeBuildParams(index, self._settings.build_cluster)
            self.build(methods.RESUME_BUILD, params, index_name(index))

    def _reembed(self) -> None:
        index = self._bar.index
        if index:
            params = methods.ReembedIndexParams(index, cluster=self._settings.build_cluster)
            self.build(methods.REEMBED_INDEX, params, index_name(index))

    def _on_index(self, _folder: str) -> None:
        self.info = None
        self.chosen.emit()
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Ask what the chosen index holds now."""
        index = self._bar.index
        if index and self._engine_requests.ready:
            params = methods.IndexParams(index)
            self._engine_requests.ask(
                "info", methods.INDEX_INFO, params, self._on_info, self._on_no_info
            )

    def _on_info(self, info: IndexInfo) -> None:
        if Path(info.path) != Path(self._bar.index):
            return
        self.info = info
        self._bar.show_info(info)
        self.changed.emit()

    def _on_no_info(self, error: EngineError) -> None:
        is_written = self._build is not None and self._build.index == self._bar.index
        if error.is_cancelled or (is_written and error.code == "index-missing"):
            return  # What has just begun has not written anything yet.
        self.info = None
        self._bar.show_info(None, error.message)
        if error.code == "index-missing":
            self.failed.emit(EngineError(Notice("index-gone", error.notice.values)), self.forget)
        else:
            self.failed.emit(error, self.unlock if error.code == LOCKED else self.refresh)

    def forget(self) -> None:
        """Take the chosen index off the list; its folder stays, if it is somewhere."""
        self._forget(self._bar.index)

    def _show_details(self) -> None:
        if self.info is None:
            return
        dialog = IndexDetailsDialog(self._engine_requests.client, self.info, self._bar)
        dialog.changed.connect(self.refresh)
        dialog.forget_wanted.connect(self._forget)
        dialog.open()

    def _forget(self, folder: str) -> None:
        self._settings.forget_index(folder)
        self._bar.choose("")

    def _show_footprints(self) -> None:
        address = self._bar.index
        index = Path(address)
        # Read anew: the index may have grown.
        group.remove_layers(self._project, "footprints", index)
        layer = make_footprints_layer(index)
        if layer is None:
            out = self._settings.data_folder / f"{index_name(address)} footprints.gpkg"
            try:
                out.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                failure = not_written(out, error, "footprints-not-written")
                self.failed.emit(failure, self._show_footprints)
                return
            self._engine_requests.ask(
                "footprints",
                methods.WRITE_FOOTPRINTS,
                methods.WriteFootprintsParams(address, str(out)),
                lambda file: self._add_footprints(make_footprints_layer(index, Path(file.path))),
                lambda error: self.failed.emit(error, self._show_footprints),
            )
            return
        self._add_footprints(layer)

    def _add_footprints(self, layer: QgsVectorLayer | None) -> None:
        if layer is None:
            self.failed.emit(
                EngineError(Notice("footprints-unreadable", {"path": self._bar.index})),
                self._show_footprints,
            )
            return
        group.add_layer(self._project, layer, below=True)
        self._map.show_all(layer)
        self.changed.emit()

    def end(self) -> None:
        """Let go of the build; what is finished stays, and it can go on another time."""
        self._refresh_timer.stop()
        if self._build is not None:
            self._build.stop()
            self._build.end(False)
