"""Building a voice index, or adding to one: imagery, ground sizes, and an estimate of the build."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsFileWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ... import texts
from ...compat import crs_text
from ...contract import (
    BuildEstimate,
    IndexInfo,
    LayerOptions,
    ProgressReport,
    SourceFailure,
    SourceOptions,
    index_name,
    indexes,
    methods,
)
from ...engine_client import EngineClient
from ...errors import EngineError, reason_of
from ...help import Topic
from ...layers.conversion import ConversionTask, readable
from ...layers.raster_layers import RasterChoice, raster_choices
from ...paths import exists
from ...services.service import is_service
from ...settings import Settings
from ...synchronised_folders import synchronised_here
from ...translation import tr, tr_later
from ..engine_requests import EngineRequests
from ..widgets import formatting, theme
from ..widgets.announcing import LiveLabel
from ..widgets.collapsible_section import CollapsibleSection
from ..widgets.file_dialogs import choose_files, choose_folder
from ..widgets.filters_panel import DateField
from ..widgets.flow_layout import FlowLayout
from ..widgets.ground_sizes import GroundSizes
from ..widgets.help_button import add_help

#: What every engine reads, until it has said more.
_SUFFIXES = (".tif", ".tiff", ".vrt", ".jp2", ".img", ".gpkg", ".png", ".jpg", ".jpeg")
_ENDING = ".scrl"
_PATH_ROLE = Qt.ItemDataRole.UserRole
_OPTIONS_ROLE = Qt.ItemDataRole.UserRole + 1
_SHOWN_ROLE = Qt.ItemDataRole.UserRole + 2
_FAILURES_SHOWN = 4
_READING = tr_later("Reading the images…")
_NOT_IN_NAMES = r'[<>:"/\\|?*\x00-\x1f]'
#: Of a folder, in bytes, whatever the file system.
_LONGEST_NAME = 255


class NewIndexDialog(QDialog):
    """Asks which imagery a voice index is built from, and how.

    Args:
        client: The engine: describes rasters and estimates builds.
        settings: The default folder and the default ground sizes.
        project: Its raster layers are offered.
        add_to: The index to add to; None builds a new one.
        suffixes: How the names of files end that the engine can read; empty if that is not known.

    Signals:
        build_wanted(object, object, str): The method that builds, its parameters, name of the index.
        download_wanted(): Imagery of a map service is to be downloaded first; the dialog is closed.
        catalogue_wanted(): Images of a catalogue are to be chosen, for :meth:`add_images`.
    """

    build_wanted = pyqtSignal(object, object, str)
    download_wanted = pyqtSignal()
    catalogue_wanted = pyqtSignal()

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        project: QgsProject,
        parent: QWidget | None = None,
        add_to: IndexInfo | None = None,
        suffixes: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._requests = EngineRequests(client, self)
        self._settings = settings
        self._add_to = add_to
        self._suffixes = suffixes or _SUFFIXES
        self._has_failed = False
        self._has_described = False
        self._convertible: list[str] = []
        self._not_converted: dict[str, str] = {}
        self._conversion: ConversionTask | None = None
        self._sized = False
        name = Path(add_to.path).stem if add_to else ""
        self.setWindowTitle(
            tr("Add imagery to {index}").format(index=name) if add_to else tr("New voice index")
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        page = QWidget()
        self.sizes = GroundSizes()
        boxes = [self._imagery_box(project), self._missing_metadata_box()]
        if add_to is None:
            boxes.insert(1, self._ground_sizes_box())
            boxes.append(self._destination_box())
        layout = theme.pack(QVBoxLayout(page), *boxes)
        layout.setContentsMargins(2, 2, 8, 2)
        layout.addStretch(1)
        scroll = theme.scroll_area(page)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(page.minimumSizeHint().width() + bar)
        self.estimate = QLabel()
        self.estimate.setWordWrap(True)
        self.estimate.setAccessibleName(tr("Build estimate"))
        theme.bold(self.estimate)
        self.warning = LiveLabel()
        self.warning.setWordWrap(True)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        self.warning.setVisible(False)
        self.problems = theme.MutedLabel()
        self.problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problems.setAccessibleName(tr("Skipped images"))
        self.convert_button = theme.button(
            tr("Convert to GeoTIFF…"),
            tr("Let QGIS write images that only QGIS can read as GeoTIFF, and index those files"),
            self._on_convert,
        )
        self.convert_button.setVisible(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.build_button = self.buttons.addButton(
            tr("Add") if add_to else tr("Build"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.build_button.setDefault(True)
        self.build_button.setToolTip(
            tr("Start the build in the background; you can already search the finished tiles")
        )
        self.buttons.accepted.connect(self._on_build)
        self.buttons.rejected.connect(self.reject)
        add_help(self, self.buttons, Topic.BUILDING)
        convert = theme.pack(FlowLayout(), self.convert_button)
        parts = (scroll, self.estimate, self.warning, self.problems, convert, self.buttons)
        theme.pack(QVBoxLayout(self), *parts, wide=scroll, margin=None)

        self._soon = QTimer(self, singleShot=True, interval=250, timeout=self._ask)
        self.list.itemChanged.connect(self._on_imagery)
        self.sizes.changed.connect(self._on_changed)
        client.state_changed.connect(self._on_engine)
        if settings.ground_sizes_m:
            self.sizes.set_sizes(settings.ground_sizes_m)
        self._page = page
        self._on_imagery()

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def inputs(self) -> list[str]:
        """Paths of the checked imagery."""
        return [
            str(item.data(_PATH_ROLE))
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked and item.data(_PATH_ROLE)
        ]

    @property
    def layers(self) -> tuple[LayerOptions, ...]:
        """What the checked layers say otherwise than their files."""
        role = _SHOWN_ROLE if self.as_shown.isChecked() else _OPTIONS_ROLE
        return tuple(
            options
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
            for options in item.data(role) or ()
        )

    @property
    def folder(self) -> Path:
        """Folder of the index to be built."""
        name = self.name.text().strip()
        name = name[: -len(_ENDING)] if name.lower().endswith(_ENDING) else name
        return Path(self.place.filePath().strip()).expanduser() / f"{name}{_ENDING}"

    @property
    def options(self) -> SourceOptions:
        """The metadata to assume for rasters that have none."""
        bands = tuple(int(number) for number in re.findall(r"\d+", self.bands.text()))
        return SourceOptions(
            crs=crs_text(self.crs.crs()) or None,
            bands=bands or None,
            date=self.date.day,
            nodata=self._nodata,
            guess_empty=self.empty.currentData() != "none",
            keep_flat=self.keep_flat.isChecked(),
        )

    @property
    def _nodata(self) -> float | None:
        """The value of empty pixels; None if none is to be given, or what is written is no number."""
        if self.empty.currentData() != "value":
            return None
        return indexes.pixel_value(self.nodata.text().replace(",", "."))

    @property
    def params(self) -> methods.BuildIndexParams | methods.AddToIndexParams:
        """Parameters of the method that builds."""
        inputs = tuple(self.inputs)
        if self._add_to is not None:
            return methods.AddToIndexParams(
                self._add_to.path,
                inputs,
                self.options,
                layers=self.layers,
                cluster=self._settings.build_cluster,
            )
        sizes = tuple(self.sizes.sizes)
        return methods.BuildIndexParams(
            str(self.folder),
            inputs,
            sizes,
            options=self.options,
            layers=self.layers,
            cluster=self._settings.build_cluster,
        )

    @property
    def problem(self) -> str:
        """Why it cannot be built with these settings; empty if it can."""
        if self._conversion is not None:
            return tr("Converting images…")
        if not self.inputs:
            return tr("Select at least one image, or add files or a folder.")
        bands = re.findall(r"\d+", self.bands.text())
        if self.bands.text().strip() and len(bands) not in (1, 3):
            return tr("Enter one or three band numbers, such as 4 3 2.")
        if self.empty.currentData() == "value" and self._nodata is None:
            return tr("Enter the value of empty pixels, such as 0 or -9999.")
        if self._add_to is not None:
            return ""
        if not self.sizes.sizes:
            # One is suggested as soon as the images have been read.
            return tr("Select at least one ground size.") if self._has_described else tr(_READING)
        name = self.name.text().strip()
        if not name:
            return tr("Enter a name for the index.")
        if re.search(_NOT_IN_NAMES, name) or name.strip(".") == "":
            return tr("The name must not contain any of these characters: {characters}").format(
                characters='< > : " / \\ | ? *'
            )
        if not self.folder.is_absolute():  # Otherwise it would lie wherever QGIS was started.
            return tr("Choose a folder for the index.")
        if len(self.folder.name.encode()) > _LONGEST_NAME:
            return tr("The name is too long.")
        if exists(self.folder):
            return tr("{name} already exists in this folder. Choose another name.").format(
                name=self.folder.name
            )
        return ""

    def add_paths(self, paths: Sequence[str]) -> None:
        """Add files or folders to the list, checked."""
        known = {str(item.data(_PATH_ROLE)) for item in self._items()}
        for path in paths:
            if path and path not in known:
                name = Path(path).name or path
                if Path(path).is_dir():
                    name = tr("{folder} (folder)").format(folder=name)
                item = self._item(name, path)
                item.setToolTip(path)
                self.list.addItem(item)
        self._on_imagery()

    def add_images(self, images: Sequence[methods.CatalogueImage]) -> None:
        """Add images of a catalogue to the list, checked; they keep the dates that it names."""
        known = {str(item.data(_PATH_ROLE)) for item in self._items()}
        for image in images:
            if image.uri not in known:
                item = self._item(image.item, image.uri)
                item.setToolTip(image.uri)
                said = (LayerOptions(image.uri, date=image.date),) if image.date else ()
                for role in (_OPTIONS_ROLE, _SHOWN_ROLE):
                    item.setData(role, said)
                self.list.addItem(item)
        self._on_imagery()

    # --- parts of the dialog ---------------------------------------------------------------------

    def _imagery_box(self, project: QgsProject) -> QWidget:
        box = QGroupBox(tr("Imagery"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Imagery"))
        self.list.setToolTip(tr("The selected layers, files and folders will be indexed"))
        self.list.setFixedHeight(self.fontMetrics().height() * 7)
        for choice in raster_choices(project):
            self.list.addItem(self._layer_item(choice))
        files = theme.button(
            tr("Add files…"), tr("Add image files that are not in the project"), self._add_files
        )
        folder = theme.button(
            tr("Add folder…"),
            tr("Add all images in a folder and its subfolders"),
            self._add_folder,
        )
        self.download_button = theme.button(
            tr("Download from map service…"),
            tr("Download what an XYZ, WMS or WMTS layer shows in an area, to index that"),
            self._on_download,
        )
        self.download_button.setVisible(any(map(is_service, project.mapLayers().values())))
        buttons = files, folder, self.download_button
        for button in buttons:
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = theme.pack(FlowLayout(), *buttons, spacing=theme.gap(self))
        self.as_shown = QCheckBox(tr("Colours as on the map"))
        self.as_shown.setToolTip(
            tr(
                "Index the layers in the colours in which the map shows them; otherwise, bands and contrast are chosen "
                "automatically. True colour is recognised best."
            )
        )
        self.as_shown.setVisible(any(item.data(_SHOWN_ROLE) for item in self._items()))
        self.as_shown.toggled.connect(lambda _on: self._on_imagery())
        self.catalogue_button = theme.button(
            tr("From a catalogue (STAC)…"),
            tr("Search a STAC catalogue for images, and index them where they lie"),
            self.catalogue_wanted.emit,
        )
        row.addWidget(self.catalogue_button)
        theme.pack(QVBoxLayout(box), self.list, row, self.as_shown, margin=None)
        return box

    def _ground_sizes_box(self) -> QWidget:
        box = QGroupBox(tr("Object size"))
        theme.pack(QVBoxLayout(box), self.sizes, margin=None)
        return box

    def _missing_metadata_box(self) -> QWidget:
        box = CollapsibleSection(tr("Rasters with missing metadata"))
        box.setToolTip(tr("Values to use for images whose files do not contain them"))
        self.crs = QgsProjectionSelectionWidget()
        self.crs.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs.setCrs(QgsCoordinateReferenceSystem())
        self.crs.setAccessibleName(tr("CRS of rasters without one"))
        self.crs.setToolTip(tr("CRS to assign to rasters without one"))
        self.crs.crsChanged.connect(lambda _crs: self._on_imagery())
        self.date = DateField(
            tr("unknown"),
            tr("Acquisition date of rasters without one"),
            tr("Acquisition date of rasters whose files do not contain one"),
        )
        self.date.dateChanged.connect(lambda _date: self._on_imagery())
        self.bands = QLineEdit()
        theme.readable_placeholder(self.bands, tr("automatic"))
        self.bands.setAccessibleName(tr("Bands to use"))
        self.bands.setToolTip(
            tr("One band for grayscale, or three for red, green and blue, such as 4 3 2")
        )
        self.bands.textChanged.connect(lambda _text: self._on_imagery())
        self.empty = QComboBox()
        for choice, text in (
            ("guess", tr("found automatically")),
            ("value", tr("of this value")),
            ("none", tr("only as declared in the file")),
        ):
            self.empty.addItem(text, choice)
        self.empty.setAccessibleName(tr("Empty pixels"))
        self.empty.setToolTip(
            tr(
                "Pixels that show nothing, such as -9999 or the black border of a rotated image, in rasters that do "
                "not declare them"
            )
        )
        theme.calm_wheel(self.empty)
        self.nodata = QLineEdit()
        self.nodata.setVisible(False)
        self.nodata.setAccessibleName(tr("Value of empty pixels"))
        self.nodata.setToolTip(tr("Value of empty pixels, such as 0 or -9999"))
        self.empty.currentIndexChanged.connect(self._on_empty)
        self.nodata.textChanged.connect(lambda _text: self._on_imagery())
        self.keep_flat = QCheckBox(tr("Keep tiles of one single colour"))
        self.keep_flat.setToolTip(tr("They show nothing, and are left out otherwise."))
        self.keep_flat.toggled.connect(lambda _on: self._on_imagery())
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("&CRS"), self.crs)
        form.addRow(tr("Acquisi&tion date"), self.date)
        form.addRow(tr("&Bands"), self.bands)
        form.addRow(tr("&Empty pixels"), self.empty)
        form.addRow("", self.nodata)
        form.addRow(self.keep_flat)
        return box

    def _destination_box(self) -> QWidget:
        box = QGroupBox(tr("Voice index"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the voice index"))
        self.name.setToolTip(tr("Name of the index in the Voice Search panel"))
        self.name.textChanged.connect(lambda _text: self._on_changed())
        self.place = QgsFileWidget()
        self.place.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.place.setFilePath(self._settings.index_folder)
        self.place.setAccessibleName(tr("Folder for the voice index"))
        self.place.setToolTip(
            tr("The index does not contain the imagery itself, so it needs much less space")
        )
        self.place.fileChanged.connect(lambda _path: self._on_changed())
        self.place.fileChanged.connect(lambda _path: self._show_place_hint())
        self.place_hint = theme.MutedLabel()
        self.place_hint.setAccessibleName(tr("About this folder"))
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Folder"), self.place)
        form.addRow(self.place_hint)
        self._show_place_hint()
        return box

    def _show_place_hint(self) -> None:
        """Say of a folder that is copied to a server what that means; it can be used all the same."""
        program = synchronised_here(self.folder.parent)
        self.place_hint.setVisible(bool(program))
        if program:
            text = tr(
                "{program} synchronises this folder: the whole index is uploaded, and files that are being uploaded "
                "may be locked for moments. A folder outside of it is faster."
            )
            self.place_hint.setText(text.format(program=program))

    def _layer_item(self, choice: RasterChoice) -> QListWidgetItem:
        item = self._item(choice.name, choice.path)
        item.setData(_OPTIONS_ROLE, choice.options)
        item.setData(_SHOWN_ROLE, choice.shown)
        item.setToolTip(choice.problem or choice.path)
        if not choice.usable:
            # In the row itself: a tooltip of a disabled row is seldom found.
            item.setText(choice.reason)
            item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, choice.problem)
        return item

    def _item(self, text: str, path: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(_PATH_ROLE, path)
        item.setCheckState(Qt.CheckState.Checked)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _add_files(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in self._suffixes)
        kinds = tr("Images ({patterns});;All files (*)").format(patterns=patterns)
        choose_files(self, tr("Add images"), self._start_folder(), self.add_paths, kinds)

    def _add_folder(self) -> None:
        title = tr("Add folder of images")
        choose_folder(self, title, self._start_folder(), lambda path: self.add_paths([path]))

    def _on_download(self) -> None:
        # The area is drawn on the map, which this dialog covers.
        self.reject()
        self.download_wanted.emit()

    def _start_folder(self) -> str:
        paths = [path for path in self.inputs if exists(path)]
        return str(Path(paths[-1]).parent) if paths else QgsProject.instance().homePath()

    def _on_empty(self, _row: int) -> None:
        self.nodata.setVisible(self.empty.currentData() == "value")
        self._on_imagery()

    # --- requests and responses ------------------------------------------------------------------

    def _on_imagery(self, _item: object = None) -> None:
        """The imagery has changed: suggest a name, describe it, estimate anew."""
        if self._add_to is None and not self.name.isModified():
            self.name.setText(self._suggested_name())
        if self._requests.running("describe"):
            self.problems.clear()
        self._requests.give_up("describe")
        self._described_for: methods.DescribeSourcesParams | None = None
        self._has_described = False
        self._on_changed()

    def _suggested_name(self) -> str:
        paths = self.inputs
        if not paths or exists(paths[0]):
            return Path(paths[0]).stem if paths else ""
        # An address: its file is often one of many of the same name.
        names = (item.text() for item in self._items() if item.data(_PATH_ROLE) == paths[0])
        return re.sub(_NOT_IN_NAMES, "_", next(names))

    def _on_changed(self) -> None:
        self._requests.give_up("estimate")
        self._has_failed = False
        problem = self.problem
        self.build_button.setEnabled(not problem)
        self.estimate.setText(problem or tr("Estimating…"))
        self.warning.setVisible(False)
        if self.inputs:
            self._soon.start()

    def _ask(self) -> None:
        """Describe the imagery, unless that was done, and estimate the build."""
        asked = methods.DescribeSourcesParams(tuple(self.inputs), self.options, self.layers)
        if not asked.inputs or self._conversion is not None:
            return
        if self._requests.running("describe"):
            return
        if self._described_for != asked:
            self._described_for = asked
            request = self._requests.ask(
                "describe",
                methods.DESCRIBE_SOURCES,
                asked,
                self._on_described,
                self._show_failure,
            )
            request.progressed.connect(self._on_progress)
        elif not self.problem:
            self._ask_estimate()

    def _on_progress(self, report: ProgressReport) -> None:
        waits = self._requests.running("describe") or self._requests.running("estimate")
        if waits and self.problem in ("", tr(_READING)):
            self.estimate.setText(formatting.progress(report))

    def _on_described(self, result: methods.DescribeSourcesResult) -> None:
        self._has_described = True
        self._show_skipped(result.failed)
        if result.sources:
            sizes = Counter(source.suggested_ground_size_m for source in result.sources)
            self.sizes.suggest(sizes.most_common(1)[0][0])
            self._on_changed()
        elif result.failed:
            self.estimate.setText(tr("None of these images can be used."))
            self.build_button.setEnabled(False)

    def _ask_estimate(self) -> None:
        params = methods.EstimateBuildParams(
            tuple(self.inputs),
            tuple(self._add_to.ground_sizes_m if self._add_to else self.sizes.sizes),
            self._add_to.overlap if self._add_to else 0.0,
            self.options,
            self.layers,
        )
        request = self._requests.ask(
            "estimate", methods.ESTIMATE_BUILD, params, self._on_estimated, self._show_failure
        )
        request.progressed.connect(self._on_progress)

    def _on_estimated(self, estimate: BuildEstimate) -> None:
        self._show_skipped(estimate.failed)
        # Not by colour: the sign says that it is a warning.
        warnings = [f"⚠ {texts.note(note)}" for note in estimate.notes]
        self.warning.setVisible(bool(warnings) and not self.problem)
        self.warning.setText("\n".join(warnings))
        if self.problem:
            return
        self.build_button.setEnabled(estimate.tiles > 0)
        if estimate.tiles:
            text = tr("About %n tile(s), {duration}, {size} of disk space.", n=estimate.tiles)
            duration, size = formatting.duration(estimate.seconds), formatting.size(estimate.bytes)
            self.estimate.setText(text.format(duration=duration, size=size))
        else:
            self.estimate.setText(tr("There are no tiles. Choose other imagery or ground sizes."))

    def _on_engine(self, state: str) -> None:
        """Repeat the requests when an engine that stopped is ready again."""
        if state == "ready" and self._has_failed:
            self._on_imagery()

    def _show_failure(self, error: EngineError) -> None:
        if not error.is_cancelled:
            self._has_failed = True
            self.estimate.setText(error.text)

    def _show_skipped(self, failed: Sequence[SourceFailure]) -> None:
        skipped = tr("Skipped: {reason}")
        lines = [
            skipped.format(reason=texts.sentence(entry.failure))
            for entry in failed[:_FAILURES_SHOWN]
        ]
        if len(failed) > _FAILURES_SHOWN:
            lines.append(tr("%n more image(s) skipped", n=len(failed) - _FAILURES_SHOWN))
        not_converted = tr("{name} cannot be converted: {reason}")
        lines += [
            not_converted.format(name=Path(source).name, reason=reason)
            for source, reason in self._not_converted.items()
        ]
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))
        self._convertible = [
            entry.source
            for entry in failed
            if entry.failure.code == "format-not-readable" and readable(entry.source)
        ]
        self.convert_button.setVisible(bool(self._convertible))

    def _on_convert(self) -> None:
        title = tr("Folder for the GeoTIFF files")
        choose_folder(self, title, self._start_folder(), self._convert)

    def _convert(self, folder: str) -> None:
        """Have QGIS write what only it can read; the files take the places of the images."""
        task = self._conversion = ConversionTask(self._convertible, Path(folder))
        task.progressChanged.connect(self._on_converting)
        task.taskCompleted.connect(self._on_converted)
        task.taskTerminated.connect(self._on_converted)
        self.convert_button.setVisible(False)
        self._requests.end()
        self._on_changed()
        QgsApplication.taskManager().addTask(task)

    def _on_converting(self, percent: float) -> None:
        text = tr("Converting images… {percent:.0f}%")
        self.estimate.setText(text.format(percent=percent))

    def _on_converted(self) -> None:
        task, self._conversion = self._conversion, None
        if task is None:
            return
        items = {str(item.data(_PATH_ROLE)): item for item in self._items()}
        for source, file in task.written.items():
            if source in items:
                self._take_place(items[source], source, file)
        self._not_converted = task.failures
        self.add_paths([file for source, file in task.written.items() if source not in items])

    def _take_place(self, item: QListWidgetItem, source: str, file: str) -> None:
        """Let a converted file take the place of its image; what a layer says of it still counts."""
        item.setData(_PATH_ROLE, file)
        item.setToolTip(file)
        for role in (_OPTIONS_ROLE, _SHOWN_ROLE):
            item.setData(role, tuple(replace(x, source=file) for x in item.data(role) or ()))

    def _on_build(self) -> None:
        if self.problem:
            self._on_changed()
            return
        method = methods.ADD_TO_INDEX if self._add_to else methods.BUILD_INDEX
        params = self.params
        name = index_name(params.index)
        if self._add_to is None:
            try:
                self.folder.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                text = tr("The folder {folder} cannot be created ({reason}). Choose another one.")
                reason = reason_of(error)
                self.estimate.setText(text.format(folder=self.folder.parent, reason=reason))
                return
        self._requests.end()
        self.build_wanted.emit(method, params, name)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the preferred size of the content, within the screen."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            self.resize(self.fontMetrics().averageCharWidth() * 82, self.height())
            # Collapsed boxes know their height only once they have been shown.
            QTimer.singleShot(0, self._fit)

    def _fit(self) -> None:
        self.layout().activate()
        line = self.fontMetrics().height()
        missing = self._page.sizeHint().height() - self._page.parentWidget().height() + 2 * line
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(QSize(self.width(), self.height() + missing).boundedTo(room))

    def done(self, result: int) -> None:
        """Close; running requests and conversions are cancelled."""
        self._soon.stop()
        if self._conversion is not None:
            self._conversion.cancel()
        self._requests.end()
        super().done(result)
