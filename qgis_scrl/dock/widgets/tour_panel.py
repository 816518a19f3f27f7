"""A hint of the tour: what a part of the dock is for, beside that part, with Back, Next and Skip."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ...translation import tr
from . import theme
from .flow_layout import FlowLayout

_ARROW = 8
_CORNER = 5


class TourPanel(QFrame):
    """The bubble; a part of the dock like others, so that it covers nothing and keys and screen readers reach it.

    Signals:
        back_wanted(): Show the hint before.
        next_wanted(): Show the next hint, or end the tour after the last.
        skipped(): Show no more hints.
    """

    back_wanted = pyqtSignal()
    next_wanted = pyqtSignal()
    skipped = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._anchor: QWidget | None = None
        self._below = True
        self.title = QLabel()
        theme.bold(self.title)
        self.text = QLabel()
        self.count = theme.MutedLabel()
        self.count.setWordWrap(False)
        for label in (self.title, self.text, self.count):
            # A theme's style sheet would paint its own background over the bubble.
            label.setStyleSheet("background:transparent")
        for label in (self.title, self.text):
            theme.selectable(label)
        self.back_button = theme.button(
            tr("Back"), tr("Show the hint before"), self.back_wanted.emit
        )
        self.next_button = theme.button(tr("Next"), "", self.next_wanted.emit)
        self.skip_button = theme.button(
            tr("Skip"),
            tr("Show no more hints (Esc); the tour stays in the menu beside the voice index"),
            self.skipped.emit,
            name=tr("Skip the tour"),
        )
        buttons = theme.pack(
            FlowLayout(),
            self.count,
            self.back_button,
            self.next_button,
            self.skip_button,
            spacing=4,
        )
        theme.pack(QVBoxLayout(self), self.title, self.text, buttons, spacing=theme.gap(self))
        self.setVisible(False)

    def show_hint(self, number: int, count: int, title: str, text: str) -> None:
        """Show a hint.

        Args:
            number: Of the hint, from 1.
            count: How many there are.
            title: What it is about.
            text: What to know of it.
        """
        self.title.setText(title)
        self.text.setText(text)
        self.count.setText(tr("{number} of {count}").format(number=number, count=count))
        self.back_button.setEnabled(number > 1)
        last = number == count
        self.next_button.setText(tr("Done") if last else tr("Next"))
        self.next_button.setToolTip(tr("End the tour") if last else tr("Show the next hint"))
        self.next_button.setAccessibleName(self.next_button.text())
        self.skip_button.setVisible(not last)
        self.setAccessibleName(
            tr("Hint {number} of {count}: {title}").format(number=number, count=count, title=title)
        )
        # Who is on the button hears what is new at once.
        for widget in (self, self.next_button):
            widget.setAccessibleDescription(f"{title} {text}")
        self.setVisible(True)

    def point_at(self, anchor: QWidget, below: bool) -> None:
        """Point at a widget, from below it or from above."""
        self._anchor, self._below = anchor, below
        top, bottom = (_ARROW, 0) if below else (0, _ARROW)
        self.layout().setContentsMargins(9, 6 + top, 9, 7 + bottom)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Skip with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bubble, with an arrow to what it is about."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint, line = theme.tint_and_edge(self, theme.SCORE)
        painter.setPen(QPen(line, 1.2))
        painter.setBrush(tint)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._below:
            box.setTop(box.top() + _ARROW)
        else:
            box.setBottom(box.bottom() - _ARROW)
        edge = box.top() if self._below else box.bottom()
        tip = QPointF(self._aim(box), edge + (-_ARROW if self._below else _ARROW))
        foot = QPointF(_ARROW, 0)
        arrow = QPolygonF([QPointF(tip.x(), edge) - foot, tip, QPointF(tip.x(), edge) + foot])
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        painter.setBrush(line)
        painter.drawPolygon(arrow)

    def _aim(self, box: QRectF) -> float:
        """Return where along the edge the arrow is."""
        left, right = box.left() + 2 * _ARROW, box.right() - 2 * _ARROW
        if self._anchor is None:
            return left
        middle = QPoint(self._anchor.width() // 2, 0)
        return min(max(left, self.mapFromGlobal(self._anchor.mapToGlobal(middle)).x()), right)


class Outline(QWidget):
    """A frame around the part of the dock that a hint is about; keys and mouse do not notice it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVisible(False)

    def surround(self, anchor: QWidget) -> None:
        """Go where a widget is."""
        place = anchor.mapTo(self.parentWidget(), QPoint(0, 0))
        self.setGeometry(place.x() - 3, place.y() - 3, anchor.width() + 6, anchor.height() + 6)
        self.setVisible(True)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.seen(theme.SCORE, theme.ground_of(self)), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _CORNER, _CORNER)
