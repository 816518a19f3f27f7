"""Icons and colours that follow the theme, light or dark, at any scaling."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QPixmapCache,
    QShowEvent,
)
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QWidget,
)

from ...environment import resource_path

# White text on any of these is readable (contrast above 4.5).
ACCENT = QColor("#2457b8")
ACCENT_HOVER = QColor("#1d4899")
LISTENING = QColor("#c2272d")
LISTENING_HOVER = QColor("#a51f25")
# Visible on a light and on a dark background.
SCORE = QColor("#3f7be0")
SPEECH = QColor("#e0484e")
GOOD = QColor("#2f9e5b")
WARNING = QColor("#d98b00")

_ICON = "icon_name"
_SIZES = (16, 20, 24, 32, 40, 48, 64, 96)


def icon_path(name: str) -> str:
    """Return the path of an icon of ``resources/icons``."""
    return str(resource_path("icons", f"{name}.svg"))


def coloured_pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in one colour.

    Args:
        name: Of the icon.
        size: Side in device-independent pixels.
        colour: What ``currentColor`` in the SVG becomes.
        ratio: Device pixels for each of them.
    """
    key = f"qgis_scrl/{name}/{size}/{colour.name(QColor.NameFormat.HexArgb)}/{ratio}"
    drawn = QPixmapCache.find(key)
    if drawn is not None and not drawn.isNull():
        return QPixmap(drawn)
    with open(icon_path(name), "rb") as file:  # noqa: PTH123 - Qt's path, may not be Python's
        drawing = file.read().replace(b"currentColor", colour.name().encode())
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def text_colour(widget: QWidget) -> QColor:
    """Return the colour of a widget's text, as its theme draws it.

    Some of QGIS's themes are style sheets: the application's palette does not know them, that of a
    widget does once it is polished.
    """
    widget.ensurePolished()
    colour: QColor = widget.palette().color(
        QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText
    )
    return colour


def themed_icon(name: str, widget: QWidget) -> QIcon:
    """Return an icon in the colour of the widget's text."""
    icon = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, text_colour(widget)),
        (QIcon.Mode.Disabled, muted(widget, 0.4)),
    ):
        for size in _SIZES:
            icon.addPixmap(coloured_pixmap(name, size, colour), mode)
    return icon


def recoloured(icon: QIcon, size: QSize, widget: QWidget) -> QIcon:
    """Return another icon in the colour of a widget's text.

    Args:
        icon: The icon; its shape is kept.
        size: In device-independent pixels.
        widget: The widget that shows it.
    """
    pixmap = icon.pixmap(size)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), text_colour(widget))
    painter.end()
    return QIcon(pixmap)


def elided(text: str, widget: QWidget, room: int) -> str:
    """Return as much of a text as a widget has room for, in pixels."""
    return str(widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room)))


def follows_theme(event: QEvent) -> bool:
    """Return whether an event reports a change of the theme."""
    return event.type() in (
        QEvent.Type.PaletteChange,
        QEvent.Type.ApplicationPaletteChange,
        QEvent.Type.StyleChange,
    )


class ThemedWidget(QWidget):
    """A widget that applies the theme's colours again whenever they may have changed."""

    def _apply_theme(self) -> None:
        """Apply icons and colours of the theme."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the theme's colours: a widget knows its style sheet from now on."""
        super().showEvent(event)
        self._apply_theme()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme."""
        super().changeEvent(event)
        if follows_theme(event):
            self._apply_theme()


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return a colour between two; ``share`` 0 is the first, 1 the second."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def faint(colour: QColor, strength: float) -> QColor:
    """Return a translucent colour; ``strength`` 1 is opaque."""
    through = QColor(colour)
    through.setAlphaF(strength)
    return through


def muted(widget: QWidget, strength: float = 0.7) -> QColor:
    """Return the colour of secondary text; at 0.7 readable on a light and on a dark background."""
    return faint(text_colour(widget), strength)


def button(text: str, tip: str, action: Callable[[], None]) -> QPushButton:
    """Return a button with a name for screen readers that is not the dialog's default button."""
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: action())
    return made


def tool_button(text: str, icon: str, tip: str = "", name: str = "") -> QToolButton:
    """Return a flat button with an icon that :func:`apply_icons` draws; Tab reaches it.

    Args:
        text: Next to the icon.
        icon: Name of the icon; empty: none.
        tip: Tooltip.
        name: For screen readers; empty: the text.
    """
    made = QToolButton()
    made.setText(text)
    set_icon(made, icon)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setToolTip(tip)
    made.setAccessibleName(name or text)
    return made


def set_icon(target: QAbstractButton, icon: str) -> None:
    """Choose the icon of a button, which :func:`apply_icons` draws."""
    target.setProperty(_ICON, icon)


def apply_icons(*buttons: QAbstractButton) -> None:
    """Draw the icons of buttons in the colour of their text."""
    for target in buttons:
        target.setIcon(themed_icon(str(target.property(_ICON)), target))


class _CalmWheel(QObject):
    """Leaves wheel events to the scroll area around a widget, until the widget has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Pass wheel events on."""
        if (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return False


def calm_wheel(*widgets: QWidget) -> None:
    """Keep scrolling past these widgets from changing their values."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(_CalmWheel(widget))


def gap(widget: QWidget | None = None) -> int:
    """Return the theme's distance between neighbours in pixels."""
    style = widget.style() if widget is not None else QApplication.style()
    return max(4, int(style.pixelMetric(QStyle.PixelMetric.PM_LayoutVerticalSpacing)))


class ElidedLabel(QLabel):
    """A label of one line, elided where it does not fit; the tooltip shows the whole text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, self.width()
        )
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), text)


class MutedLabel(QLabel):
    """A label for secondary text: wrapped, in a weaker colour."""

    # Qt may report a change of the theme before the constructor has ended.
    _following = False

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the theme's colour."""
        self._follow()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme."""
        super().changeEvent(event)
        if follows_theme(event):
            self._follow()

    def _follow(self) -> None:
        if self._following:
            return  # Setting a palette causes a change event itself.
        self._following = True
        palette = QApplication.palette(self)
        colour = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
        mine = self.palette()
        mine.setColor(QPalette.ColorRole.WindowText, faint(colour, 0.7))
        self.setPalette(mine)
        self._following = False
