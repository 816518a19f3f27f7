"""The question as chips, one for each part: what it is, how much it counts, and a button that takes it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QEvent, QPoint, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import (
    QActionGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...contract import AudioPart, ImagePart, ProfilePart, QueryPart, TextPart, TilePart
from ...history import AskedQuery, PartDetails
from ...translation import tr, tr_later
from . import formatting, theme
from .flow_layout import FlowLayout

#: What a part can count, and what is said of it.
WEIGHTS = (
    (2.0, tr_later("Double weight")),
    (1.0, tr_later("Normal weight")),
    (0.5, tr_later("Half weight")),
    (-1.0, tr_later("Not this")),
)
_ICON_PIXELS = 15
_FEWEST_LETTERS = 5
_CORNER = 5
_GAP = 3


def weight_text(weight: float) -> str:
    """Return a weight as a chip shows it."""
    if weight == -1:
        return tr("not")
    if weight < 0:
        return tr("not ×{weight}").format(weight=formatting.number(-weight))
    return "×½" if weight == 0.5 else f"×{formatting.number(weight)}"


def part_text(part: QueryPart, details: PartDetails) -> str:
    """Return what a chip says of a part."""
    if isinstance(part, TextPart):
        return part.text
    if isinstance(part, AudioPart):
        return tr("heard: {phrase}").format(phrase=details.name) if details.name else tr("spoken")
    if isinstance(part, ImagePart):
        return details.name or tr("picture")
    if isinstance(part, ProfilePart):
        return details.name or tr("search profile")
    if isinstance(part, TilePart):
        return tr("like {name}").format(name=details.name) if details.name else tr("an example")
    return details.name or tr("a place")


def _part_icon(part: QueryPart) -> tuple[str, str]:
    """Return the icon of a kind of part, and what it means."""
    if isinstance(part, TextPart):
        return "type", tr("typed")
    if isinstance(part, AudioPart):
        return "microphone", tr("spoken")
    if isinstance(part, ImagePart):
        return "picture", tr("picture")
    if isinstance(part, ProfilePart):
        return "profile", tr("search profile")
    return "place", tr("a place")


class _Icon(theme.FollowsTheme, QLabel):
    """The kind of a part."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._apply_theme()

    def _apply_theme(self) -> None:
        ratio = self.devicePixelRatioF()
        colour = theme.text_colour(self)
        self.setPixmap(theme.coloured_pixmap(self._name, _ICON_PIXELS, colour, ratio))


class Chip(QWidget):
    """A part of a question; Del removes it.

    Signals:
        weighed(float): It is to count so much.
        removed(): It is to be taken away.
    """

    weighed = pyqtSignal(float)
    removed = pyqtSignal()

    def __init__(self, part: QueryPart, details: PartDetails) -> None:
        super().__init__()
        self._weight = part.weight
        text = part_text(part, details)
        icon, kind = _part_icon(part)
        sign = _Icon(icon)
        sign.setToolTip(kind)
        self.text = theme.ElidedLabel(text)
        # As wide as its text, unless the dock is narrower than that.
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.text.setMinimumWidth(self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS)
        shown = weight_text(part.weight)
        self.weight = theme.tool_button(
            shown,
            "",
            tr("How much this counts: choose another weight, or “Not this”"),
            tr("Weight of {part}: {weight}").format(part=text, weight=shown),
            self._show_weights,
        )
        self.remove = theme.tool_button(
            "",
            "cancel",
            tr("Remove from the question (Del)"),
            tr("Remove {part}").format(part=text),
            self.removed.emit,
        )
        self.remove.setIconSize(QSize(_ICON_PIXELS - 3, _ICON_PIXELS - 3))
        self.menu = QMenu(self)
        self._fill_menu()
        layout = theme.pack(
            QHBoxLayout(self), sign, self.text, self.weight, self.remove, wide=self.text, spacing=1
        )
        layout.setContentsMargins(6, 0, 1, 0)
        layout.insertSpacing(1, _GAP)
        self.setAccessibleName(f"{kind}: {text}, {shown}")

    def _fill_menu(self) -> None:
        group = QActionGroup(self.menu)
        for weight, meaning in WEIGHTS:
            short = weight_text(weight) if weight > 0 else "−"
            action = self.menu.addAction(f"{short}\t{tr(meaning)}")
            action.setCheckable(True)
            action.setChecked(weight == self._weight)
            action.triggered.connect(lambda _on=False, chosen=weight: self._weigh(chosen))
            group.addAction(action)

    def _weigh(self, weight: float) -> None:
        if weight != self._weight:
            self.weighed.emit(weight)

    def _show_weights(self) -> None:
        self.menu.popup(self.weight.mapToGlobal(QPoint(0, self.weight.height())))

    def event(self, event: QEvent) -> bool:
        """Keep Del from QGIS, where it deletes features, while the chip has the focus."""
        return _overrides(event, _removes) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Remove it with Del or Backspace."""
        if _removes(event):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw its ground, in another colour if the part is not wanted."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.SPEECH if self._weight < 0 else theme.SCORE
        tint, edge = theme.tint_and_edge(self, colour)
        painter.setPen(edge)
        painter.setBrush(tint)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _CORNER, _CORNER)


class QuestionChips(QWidget):
    """The parts of the question that is shown, and what changes it; hidden while there is none.

    Signals:
        weighed(int, float): A part, by its number, is to count so much.
        removed(int): A part, by its number, is to be taken away.
        undo_wanted(): The former question is wanted back.
        adding_changed(bool): What is asked next is to be added to the question, or not.
    """

    weighed = pyqtSignal(int, float)
    removed = pyqtSignal(int)
    undo_wanted = pyqtSignal()
    adding_changed = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[Chip] = []
        self.add_button = theme.tool_button(
            tr("Add"),
            "add",
            tr(
                "Add what you speak, type or show next to this question.\n"
                "Or hold Ctrl while you press Enter, click the map or drop a file."
            ),
            tr("Add to the question"),
        )
        self.add_button.setCheckable(True)
        self.add_button.toggled.connect(self.adding_changed)
        self.undo_button = theme.tool_button(
            "",
            "undo",
            tr("Undo: ask the previous question again (Ctrl+Z)"),
            tr("Back to the previous question"),
            self.undo_wanted.emit,
        )
        self._flow = theme.pack(FlowLayout(4), self.add_button, self.undo_button)
        theme.pack(QVBoxLayout(self), self._flow)
        self.setAccessibleName(tr("The question"))
        self.show_question(None, False)

    @property
    def is_adding(self) -> bool:
        """Whether what is asked next is to be added to the question."""
        return bool(self.add_button.isChecked() and self.chips)

    def show_question(self, asked: AskedQuery | None, undoable: bool) -> None:
        """Show the parts of a question; None: there is none.

        Args:
            asked: The question.
            undoable: Whether there is a former one to go back to.
        """
        # Of the window, not of the application: while a menu closes, that has none.
        focus = self.window().focusWidget()
        focused = next((n for n, chip in enumerate(self.chips) if chip.isAncestorOf(focus)), None)
        for chip in self.chips:
            self._flow.remove(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(part, details) for part, details in asked.parts] if asked else []
        for number, chip in enumerate(self.chips):
            chip.weighed.connect(lambda weight, n=number: self.weighed.emit(n, weight))
            chip.removed.connect(lambda n=number: self.removed.emit(n))
        self._arrange([*self.chips, self.add_button, self.undo_button])
        self.add_button.setVisible(bool(self.chips))
        if not self.chips:
            self.add_button.setChecked(False)
        self.undo_button.setVisible(undoable)
        self.setVisible(bool(self.chips) or undoable)
        if focused is not None:
            # Whoever weighs with the keyboard stays where they were.
            last = self.chips[min(focused, len(self.chips) - 1)].weight if self.chips else None
            (last or self.undo_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, widgets: Sequence[QWidget]) -> None:
        """Put the widgets into this order, on the screen and for Tab."""
        for chip in self.chips:
            self._flow.addWidget(chip)
        self._flow.arrange(widgets)
        for widget in widgets:
            widget.show()
        stops = [stop for chip in self.chips for stop in (chip.weight, chip.remove)]
        stops += [self.add_button, self.undo_button]
        for before, after in zip(stops, stops[1:]):
            self.setTabOrder(before, after)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z from QGIS, where it takes an edit back, while the focus is here."""
        return _overrides(event, _undoes) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go back with Ctrl+Z."""
        if _undoes(event):
            self.undo_button.click()
        else:
            super().keyPressEvent(event)

    def set_usable(self, usable: bool) -> None:
        """Allow changes of the question."""
        for widget in (*self.chips, self.add_button, self.undo_button):
            widget.setEnabled(usable)


def _removes(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def _undoes(event: QKeyEvent) -> bool:
    return bool(event.matches(QKeySequence.StandardKey.Undo))


def _overrides(event: QEvent, wanted: Callable[[QKeyEvent], bool]) -> bool:
    """Take a key that would be one of QGIS's shortcuts; returns whether it was taken."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if wanted(event):
        event.accept()
        return True
    return False
