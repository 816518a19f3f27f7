"""The voice index: choose one, build one, add to it, see what it contains."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...contract import IndexInfo, ProgressReport, index_name, is_address, is_shared
from ...help import Topic, open_help
from ...settings import Settings
from ...translation import tr
from . import formatting, theme
from .file_dialogs import choose_folder
from .flow_layout import FlowLayout

_OPEN = "open-another"
_CONNECT = "connect-to-shared"


class IndexBar(QWidget):
    """The part of the dock that shows which index is searched.

    Attributes:
        is_building: Whether an index is being built or copied.

    Signals:
        index_chosen(str): Folder of the voice index to search, or address of a shared one; empty: none.
        shared_wanted(): A shared index is to be connected to.
    """

    index_chosen = pyqtSignal(str)
    shared_wanted = pyqtSignal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.is_building = False
        self._is_copy = False
        self._info: IndexInfo | None = None

        self.choice = QComboBox()
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice.setAccessibleName(tr("Voice index"))
        theme.calm_wheel(self.choice)
        self.new_button = theme.button(
            tr("New index…"),
            tr("Build a voice index from layers, files or a folder"),
            icon="new-index",
            name=tr("New voice index"),
        )
        self.summary = theme.MutedLabel()
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.summary.setAccessibleName(tr("Contents of the voice index"))

        self.add_button = theme.tool_button(
            tr("Add layers"),
            "add-layers",
            tr("Add imagery to this index; imagery already in it is not processed again"),
        )
        self.explore_button = theme.tool_button(
            tr("What is in here?"),
            "explore",
            tr(
                "Group the tiles of this index by what they look like, and find those that are least like the rest; "
                "no question is needed"
            ),
        )
        self.more_button = theme.tool_button(
            "",
            "more",
            tr(
                "More about this index: its dates, what has changed, saved searches, footprints, details, tour"
            ),
            tr("More about this index"),
        )
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.help_button = theme.tool_button(
            "",
            "help",
            tr("Show the user guide in the browser (F1)"),
            tr("Help"),
            lambda: open_help(Topic.CONTENTS),
        )
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.more_button.setMenu(self._menu)
        self.time_action = self._action(
            tr("Through time…"),
            tr("Click a place on the map to see it at all dates of this index"),
        )
        self.changes_action = self._action(
            tr("What has changed…"),
            tr("Compare two dates of this index, place by place"),
        )
        self.searches_action = self._action(
            tr("Saved searches…"),
            tr("Questions that are asked of all imagery that is added to this index"),
        )
        self._menu.addSeparator()
        self.footprints_action = self._action(
            tr("Show footprints"), tr("Add a layer that shows where this index has imagery")
        )
        self.details_action = self._action(
            tr("Details…"), tr("Show the contents of this index; check and repair it")
        )
        self.publish_action = self._action(
            tr("Publish to a shared index…"),
            tr("Copy this index into a PostgreSQL database, where a team can search it"),
        )
        self.pull_action = self._action(
            tr("Copy to this computer…"),
            tr("Copy this shared index into a folder, where it needs no database"),
        )
        self._menu.addSeparator()
        self.tour_action = self._action(
            tr("Show the tour"), tr("Five hints about this panel, one after the other")
        )
        self.remove_demo_action = self._action(
            tr("Remove the demo"),
            tr("Delete the demo scene and its voice index; your own layers and indexes stay"),
        )
        self.notes_button = theme.tool_button(
            tr("Voice notes"),
            "microphone",
            tr(
                "Record notes at places, listen to them, and find those that fit a place or a question"
            ),
        )
        self.continue_button = theme.button(
            tr("Continue"),
            tr("Continue the build where it stopped"),
            name=tr("Continue the unfinished build"),
        )
        self.reembed_button = theme.button(
            tr("Embed again"),
            tr(
                "Embed the same imagery with the installed model, with the same settings; the index is replaced when "
                "all is done"
            ),
        )
        for button in (self.continue_button, self.reembed_button):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        self.progress_text = QLabel()
        self.progress_text.setWordWrap(True)
        self.progress_text.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding
        )
        self.progress_bar = QProgressBar()
        self.cancel_button = theme.tool_button("", "cancel", tr("Stop the build"))
        self._describe_progress(False)

        first = theme.pack(
            QHBoxLayout(),
            self.choice,
            self.new_button,
            self.more_button,
            self.help_button,
            wide=self.choice,
        )
        second = theme.pack(
            FlowLayout(),
            self.continue_button,
            self.reembed_button,
            self.add_button,
            self.explore_button,
            self.notes_button,
        )
        bar = theme.pack(
            QHBoxLayout(), self.progress_bar, self.cancel_button, wide=self.progress_bar, spacing=4
        )
        self._progress = QWidget()
        theme.pack(QVBoxLayout(self._progress), self.progress_text, bar, spacing=2)
        parts = (first, self.summary, second, self._progress)
        theme.pack(QVBoxLayout(self), *parts, spacing=theme.gap(self))

        self._progress.setVisible(False)
        self.fill()
        self.choice.activated.connect(self._on_activated)

    @property
    def index(self) -> str:
        """Folder of the chosen voice index; empty: none."""
        value = self.choice.currentData()
        return "" if value in (None, _OPEN, _CONNECT) else str(value)

    def fill(self) -> None:
        """List the indexes that were used before."""
        self.choice.blockSignals(True)
        self.choice.clear()
        known = self._settings.recent_indexes
        last = self._settings.last_index
        if not last:
            self.choice.addItem(tr("Choose a voice index"), "")
        names = Counter(map(index_name, known))
        for folder in known:
            name = index_name(folder)
            shared = is_shared(folder)
            place = (
                urlsplit(folder).hostname or tr("database") if shared else Path(folder).parent.name
            )
            text = name if names[name] == 1 and not shared else f"{name} ({place})"
            self.choice.addItem(text, folder)
            tip = folder if shared else str(Path(folder))
            self.choice.setItemData(self.choice.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        if self.choice.count():
            self.choice.insertSeparator(self.choice.count())
        self.choice.addItem(tr("Open another index…"), _OPEN)
        self.choice.addItem(tr("Connect to a shared index…"), _CONNECT)
        self.choice.setCurrentIndex(max(0, self.choice.findData(last)))
        self.choice.blockSignals(False)
        self._info = None
        self._show_summary()

    def choose(self, folder: str) -> None:
        """Make a voice index the chosen one; an empty text chooses none."""
        if folder:
            self._settings.remember_index(folder)
        else:
            self._settings.last_index = ""
        self.fill()
        self.index_chosen.emit(folder)

    def show_info(self, info: IndexInfo | None, problem: str = "") -> None:
        """Show what the chosen index contains, or why that is not known."""
        self._info = info
        self._show_summary(problem)

    def begin_build(self, name: str, is_copy: bool = False) -> None:
        """Show that a build has started, or that an index is being copied."""
        self.is_building, self._is_copy = True, is_copy
        self._describe_progress(is_copy)
        self.progress_text.setText(tr("{name}: starting…").format(name=name))
        self.progress_bar.setRange(0, 0)
        self._progress.setVisible(True)
        self.cancel_button.setEnabled(True)
        self._show_summary()

    def _describe_progress(self, is_copy: bool) -> None:
        """Say what the progress is of, and what stopping it leaves."""
        if is_copy:
            name, tip = (
                tr("Progress of the copy"),
                tr("Progress of the copy; you can go on searching"),
            )
            stop = tr("Stop copying")
            stop_tip = tr("Stop copying; the next time goes on where it was stopped")
        else:
            name = tr("Build progress")
            tip = tr("Build progress; you can already search the finished tiles")
            stop = tr("Stop the build")
            stop_tip = tr("Stop the build; finished tiles are kept and you can continue later")
        self.progress_bar.setAccessibleName(name)
        self.progress_bar.setToolTip(tip)
        self.cancel_button.setAccessibleName(stop)
        self.cancel_button.setToolTip(stop_tip)

    def show_progress(self, name: str, report: ProgressReport) -> None:
        """Show the progress of a build or a copy; its name may be empty."""
        text = formatting.progress(report)
        self.progress_text.setText(
            tr("{name}: {progress}").format(name=name, progress=text) if name else text
        )
        self.progress_bar.setRange(0, max(0, report.total))
        self.progress_bar.setValue(report.done)
        self.progress_bar.setAccessibleDescription(text)

    def stopping_build(self) -> None:
        """Show that the build, or the copy, is being stopped."""
        self.progress_text.setText(
            tr("Stopping; what is copied is kept…")
            if self._is_copy
            else tr("Stopping; finished tiles are kept…")
        )
        self.cancel_button.setEnabled(False)

    def end_build(self) -> None:
        """Show that nothing is being built or copied any more."""
        self.is_building = False
        self._progress.setVisible(False)
        self._show_summary()

    def _on_activated(self, row: int) -> None:
        value = self.choice.itemData(row)
        if value in (_OPEN, _CONNECT):
            # Back to the chosen index, until another one is opened.
            self.choice.setCurrentIndex(max(0, self.choice.findData(self._settings.last_index)))
            if value == _OPEN:
                self._open_another()
            else:
                self.shared_wanted.emit()
        elif value is not None:
            self.choose(str(value))

    def _open_another(self) -> None:
        title = tr("Open voice index (folder NAME.scrl)")
        choose_folder(self, title, self._settings.index_folder, self.choose)

    def _show_summary(self, problem: str = "") -> None:
        info = self._info if self.index else None
        unfinished = info is not None and not info.complete and not self.is_building
        self.choice.setToolTip(self.index or tr("Choose the voice index to search"))
        text = problem
        if info is not None:
            sizes = ", ".join(formatting.metres(size) for size in info.ground_sizes_m)
            parts = [tr("%n tile(s) of {sizes}", n=info.tiles).format(sizes=sizes)]
            parts.append(tr("%n image(s)", n=len(info.sources)))
            years = formatting.years(info.since, info.until)
            if years:
                parts.append(years)
            lines = [" · ".join(parts)]
            if unfinished:
                lines.append(tr("Build not finished: %n tile(s) remaining.", n=info.pending_tiles))
            if not info.model_matches:
                lines.append(tr("Built with a different model. Embed it again to search it."))
            text = "\n".join(lines)
        self.summary.setText(text)
        self.summary.setVisible(bool(text))
        other_model = info is not None and not info.model_matches and not self.is_building
        self.continue_button.setVisible(unfinished and not other_model)
        self.reembed_button.setVisible(other_model)
        self.new_button.setEnabled(not self.is_building)
        self.add_button.setEnabled(info is not None and not self.is_building)
        self.footprints_action.setEnabled(info is not None and info.tiles > 0)
        self.explore_button.setEnabled(info is not None and info.tiles > 0 and info.model_matches)
        self.details_action.setEnabled(info is not None)
        self.more_button.setEnabled(info is not None)
        copied = info is not None and info.tiles > 0 and not self.is_building
        for action, shown in (
            (self.publish_action, not is_address(self.index)),
            (self.pull_action, is_shared(self.index)),
        ):
            action.setVisible(shown)
            action.setEnabled(copied)
        askable = info is not None and info.tiles > 0 and info.model_matches
        for action in (self.time_action, self.changes_action, self.searches_action):
            action.setEnabled(askable)

    def _action(self, text: str, tip: str) -> QAction:
        made = self._menu.addAction(text)
        made.setToolTip(tip)
        return made
