"""What happens when a question is to be asked again and again: saved, listed, asked, renamed, removed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...contract import (
    AudioPart,
    ImagePart,
    Query,
    QueryPart,
    SavedSearch,
    methods,
    searches_file,
)
from ...errors import EngineError, not_written
from ...history import AskedQuery, now
from ...settings import Settings
from ...translation import tr
from ..dialogs.saved_searches_dialog import SavedSearchesDialog
from ..engine_requests import EngineRequests
from ..widgets.index_bar import IndexBar
from ..widgets.results_panel import ResultsPanel
from .index_dialog_controller import IndexDialogController
from .results_controller import ResultsController

_LIST, _CHANGE = "saved-searches", "change-searches"


class SavedSearchesController(IndexDialogController):
    """Opens the dialog of saved searches and does what it asks for.

    Signals:
        asked(object): Ask this :class:`AskedQuery` as it is.
    """

    asked = pyqtSignal(object)

    dialog: SavedSearchesDialog | None

    def __init__(
        self,
        bar: IndexBar,
        panel: ResultsPanel,
        answers: ResultsController,
        engine_requests: EngineRequests,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(bar, engine_requests, (_LIST,), parent)
        self._panel = panel
        self._answers = answers
        self._settings = settings
        self._removed: list[SavedSearch] = []
        bar.searches_action.triggered.connect(lambda _checked=False: self.open())
        panel.keep_asking_button.clicked.connect(self.open)
        answers.shown.connect(lambda *_answer: self._show_question())

    def open(self, _checked: bool = False) -> None:
        """Open the dialog for the chosen index, or bring it to the front."""
        if not self._bar.index:
            return
        if self.dialog is None:
            dialog = self.dialog = SavedSearchesDialog(self._bar.index, self._bar)
            dialog.keep_wanted.connect(self._keep)
            dialog.ask_wanted.connect(self._ask)
            dialog.rename_wanted.connect(self._rename)
            dialog.remove_wanted.connect(self._remove)
            dialog.undo_wanted.connect(self._undo)
            dialog.finished.connect(self._on_closed)
            dialog.show()
            self._list()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self._show_question()
        # Without a question there is nothing to name.
        first = self.dialog.list if self._question() is None else self.dialog.name
        first.setFocus()

    def _show_question(self) -> None:
        if self.dialog is not None:
            self.dialog.show_question(self._question())

    def _question(self) -> AskedQuery | None:
        """Return the question whose hits are listed, with the lowest score that is shown; None if there is none."""
        asked = self._answers.asked_query
        if asked is None or self.dialog is None or asked.index != self.dialog.index:
            return None
        query = replace(asked.query, min_score=self._panel.least_score, doubtful=False)
        return replace(asked, query=query)

    def _list(self, chosen: str = "") -> None:
        if self.dialog is None:
            return

        def show(found: methods.SavedSearchesResult) -> None:
            if self.dialog is not None:
                self.dialog.show_searches(found.searches, chosen)

        params = methods.IndexParams(self.dialog.index)
        self._engine_requests.ask(_LIST, methods.SAVED_SEARCHES, params, show, self._fail)

    def _keep(self, name: str) -> None:
        asked = self._question()
        if asked is None or self.dialog is None:
            return
        try:
            query = self._lasting(asked.query)
        except OSError as error:
            self._fail(not_written(self._folder, error))
            return
        said = tr("“{name}” is asked of all imagery that is added from now on.")
        params = methods.SaveSearchParams(self.dialog.index, name, query)
        self._change(methods.SAVE_SEARCH, params, said)

    def _change(
        self,
        method: methods.Method[methods.Params, SavedSearch],
        params: methods.Params,
        said: str,
    ) -> None:
        """Let the engine change the saved searches; then list them, and say so."""

        def done(search: SavedSearch) -> None:
            if method is methods.REMOVE_SEARCH:
                self._removed.append(search)
            elif getattr(params, "seen", None) is not None:
                self._removed.pop()
            if self.dialog is not None:
                self.dialog.undo_button.setEnabled(bool(self._removed))
                self.dialog.say(said.format(name=search.name))
            self._list(search.name)

        self._engine_requests.ask(_CHANGE, method, params, done, self._fail)

    def _ask(self, search: SavedSearch) -> None:
        if self.dialog is not None:
            self.asked.emit(AskedQuery(search.query, self.dialog.index, now(), search.name))

    def _rename(self, search: SavedSearch, name: str) -> None:
        if self.dialog is not None:
            params = methods.RenameSearchParams(self.dialog.index, search.name, name)
            self._change(methods.RENAME_SEARCH, params, tr("It is called “{name}” now."))

    def _remove(self, search: SavedSearch) -> None:
        if self.dialog is not None:
            params = methods.RemoveSearchParams(self.dialog.index, search.name)
            self._change(methods.REMOVE_SEARCH, params, tr("“{name}” was removed."))

    def _undo(self) -> None:
        if self.dialog is not None and self._removed:
            search = self._removed[-1]
            params = methods.SaveSearchParams(
                self.dialog.index, search.name, search.query, seen=search.seen
            )
            self._change(methods.SAVE_SEARCH, params, tr("“{name}” is back."))

    @property
    def _folder(self) -> Path:
        """Where recordings and pictures of saved searches are kept: beside the searches."""
        index = self.dialog.index if self.dialog is not None else self._bar.index
        return searches_file(index).with_suffix("")

    def _lasting(self, query: Query) -> Query:
        """Return a question with copies of our own files: the history deletes them after a while.

        Raises:
            OSError: They cannot be copied.
        """
        parts: list[QueryPart] = []
        for part in query.parts:
            if (
                isinstance(part, (AudioPart, ImagePart))
                and Path(part.path).parent == self._settings.questions_folder
            ):
                self._folder.mkdir(parents=True, exist_ok=True)
                part = replace(part, path=str(shutil.copy2(part.path, self._folder)))
            parts.append(part)
        return replace(query, parts=tuple(parts))

    def _fail(self, error: EngineError) -> None:
        if self.dialog is not None and not error.is_cancelled:
            self.dialog.say(error.text)
            # A name that could not be given is taken back.
            self.dialog.show_searches(self.dialog.searches)

    def _on_closed(self, result: int) -> None:
        super()._on_closed(result)
        self._removed = []
