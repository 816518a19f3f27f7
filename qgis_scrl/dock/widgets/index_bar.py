"""The voice index: choose one, build one, add to it, see what it holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...contract import IndexInfo, ProgressReport
from ...settings import Settings
from . import formatting, theme
from .file_dialogs import choose_folder
from .flow_layout import FlowLayout

_OPEN = "open another"


class IndexBar(theme.ThemedWidget):
    """The part of the dock that says what is searched.

    Signals:
        index_chosen(str): Folder of the voice index to search; empty: none.
        new_wanted(): Build a new voice index.
        add_wanted(): Add imagery to the chosen one.
        footprints_wanted(): Show its footprints on the map.
        details_wanted(): Show what it holds.
        continue_wanted(): Go on with its unfinished build.
        cancel_wanted(): Stop the build that is going on.
    """

    index_chosen = pyqtSignal(str)
    new_wanted = pyqtSignal()
    add_wanted = pyqtSignal()
    footprints_wanted = pyqtSignal()
    details_wanted = pyqtSignal()
    continue_wanted = pyqtSignal()
    cancel_wanted = pyqtSignal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._building = False
        self._info: IndexInfo | None = None

        self.choice = QComboBox()
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice.setAccessibleName("Voice index")
        theme.calm_wheel(self.choice)
        self.new_button = QPushButton("New index...")
        theme.wear(self.new_button, "new-index")
        self.new_button.setToolTip("Build a voice index from layers, files or a folder")
        self.new_button.setAccessibleName("New voice index")
        self.new_button.clicked.connect(self.new_wanted)
        self.summary = theme.MutedLabel()
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.summary.setAccessibleName("What the voice index holds")

        self.add_button = theme.tool_button(
            "Add layers", "add-layers", "Add imagery to this index; what it holds is not read again"
        )
        self.footprints_button = theme.tool_button(
            "Show footprints", "footprints", "Show on the map where this index has imagery"
        )
        self.details_button = theme.tool_button(
            "Details", "details", "What this index holds; check and repair it"
        )
        self.add_button.clicked.connect(self.add_wanted)
        self.footprints_button.clicked.connect(self.footprints_wanted)
        self.details_button.clicked.connect(self.details_wanted)
        self.continue_button = QPushButton("Continue")
        self.continue_button.setToolTip("Go on with the build where it stopped")
        self.continue_button.setAccessibleName("Continue the unfinished build")
        self.continue_button.clicked.connect(self.continue_wanted)
        self.continue_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        self.progress_text = QLabel()
        self.progress_text.setWordWrap(True)
        self.progress_text.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding
        )
        self.progress_bar = QProgressBar()
        self.progress_bar.setAccessibleName("Progress of the build")
        self.progress_bar.setToolTip("Progress of the build; you can search what is done so far")
        self.cancel_button = QToolButton()
        theme.wear(self.cancel_button, "cancel")
        self.cancel_button.setAutoRaise(True)
        self.cancel_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel_button.setToolTip("Stop the build; what is done stays, and it can go on later")
        self.cancel_button.setAccessibleName("Stop the build")
        self.cancel_button.clicked.connect(self.cancel_wanted)

        first = QHBoxLayout()
        first.addWidget(self.choice, 1)
        first.addWidget(self.new_button)
        second = FlowLayout()
        for button in (self.add_button, self.footprints_button, self.details_button):
            second.addWidget(button)
        unfinished = QHBoxLayout()
        unfinished.addWidget(self.summary, 1)
        unfinished.addWidget(self.continue_button)
        self._progress = QWidget()
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.progress_bar, 1)
        bar.addWidget(self.cancel_button)
        progress = QVBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(2)
        progress.addWidget(self.progress_text)
        progress.addLayout(bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.gap(self))
        layout.addLayout(first)
        layout.addLayout(unfinished)
        layout.addLayout(second)
        layout.addWidget(self._progress)

        self._progress.setVisible(False)
        self.fill()
        self.choice.activated.connect(self._on_activated)

    # --- which index -----------------------------------------------------------------------------

    @property
    def index(self) -> str:
        """Folder of the chosen voice index; empty: none."""
        value = self.choice.currentData()
        return "" if value in (None, _OPEN) else str(value)

    def fill(self) -> None:
        """Offer the indexes that were used before."""
        self.choice.blockSignals(True)
        self.choice.clear()
        known = self._settings.recent_indexes
        last = self._settings.last_index
        if not last:
            self.choice.addItem("Choose a voice index", "")
        names = Counter(Path(folder).stem for folder in known)
        for folder in known:
            path = Path(folder)
            alone = names[path.stem] == 1
            self.choice.addItem(path.stem if alone else f"{path.stem} ({path.parent.name})", folder)
            self.choice.setItemData(self.choice.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)
        if self.choice.count():
            self.choice.insertSeparator(self.choice.count())
        self.choice.addItem("Open another index...", _OPEN)
        self.choice.setCurrentIndex(max(0, self.choice.findData(last)))
        self.choice.blockSignals(False)
        self._info = None
        self._say()

    def choose(self, folder: str) -> None:
        """Make a voice index the chosen one; an empty text chooses none."""
        if folder:
            self._settings.remember_index(folder)
        else:
            self._settings.last_index = ""
        self.fill()
        self.index_chosen.emit(folder)

    def show_info(self, info: IndexInfo | None, problem: str = "") -> None:
        """Show what the chosen index holds, or why that is not known."""
        self._info = info
        self._say(problem)

    # --- building --------------------------------------------------------------------------------

    @property
    def is_building(self) -> bool:
        """Whether a build is going on."""
        return self._building

    def begin_build(self, name: str) -> None:
        """Show that a build has begun."""
        self._building = True
        self.progress_text.setText(f"{name}: starting...")
        self.progress_bar.setRange(0, 0)
        self._progress.setVisible(True)
        self.cancel_button.setEnabled(True)
        self._say()

    def show_progress(self, name: str, report: ProgressReport) -> None:
        """Show how far the build is."""
        text = formatting.progress(report)
        self.progress_text.setText(f"{name}: {text}" if name else text)
        self.progress_bar.setRange(0, max(0, report.total))
        self.progress_bar.setValue(report.done)
        self.progress_bar.setAccessibleDescription(formatting.progress(report))

    def stopping_build(self) -> None:
        """Show that the build is being stopped."""
        self.progress_text.setText("Stopping; what is done stays...")
        self.cancel_button.setEnabled(False)

    def end_build(self) -> None:
        """Show that no build is going on."""
        self._building = False
        self._progress.setVisible(False)
        self._say()

    # --- inner workings --------------------------------------------------------------------------

    def _on_activated(self, row: int) -> None:
        value = self.choice.itemData(row)
        if value == _OPEN:
            # Back to what is chosen, until another one is.
            self.choice.setCurrentIndex(max(0, self.choice.findData(self._settings.last_index)))
            self._open_another()
        elif value is not None:
            self.choose(str(value))

    def _open_another(self) -> None:
        start = self._settings.index_folder
        choose_folder(self, "Open a voice index (a folder NAME.scrl)", start, self.choose)

    def _say(self, problem: str = "") -> None:
        info, has = self._info, bool(self.index)
        self.choice.setToolTip(self.index or "Choose the voice index that is searched")
        text = problem
        if info is not None:
            sizes = " and ".join(f"{size:g}" for size in info.ground_sizes_m)
            parts = [f"{formatting.count(info.tiles, 'tile')} of {sizes} m"]
            parts.append(formatting.count(len(info.sources), "image"))
            years = formatting.span(info.since, info.until)
            if years:
                parts.append(years)
            text = " · ".join(parts)
            if not info.complete and not self._building:
                text += f". Not finished: {formatting.count(info.pending_tiles, 'tile')} to go."
            if not info.model_matches:
                text += ". Built with another model: build it again to search it."
        self.summary.setText(text)
        self.summary.setVisible(bool(text))
        unfinished = info is not None and not info.complete and not self._building
        self.continue_button.setVisible(unfinished)
        self.new_button.setEnabled(not self._building)
        self.add_button.setEnabled(has and info is not None and not self._building)
        self.footprints_button.setEnabled(has and info is not None and info.tiles > 0)
        self.details_button.setEnabled(has and info is not None)

    def _dress(self) -> None:
        theme.dress(
            self.new_button,
            self.add_button,
            self.footprints_button,
            self.details_button,
            self.cancel_button,
        )
