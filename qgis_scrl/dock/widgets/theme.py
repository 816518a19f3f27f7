"""Widgets, icons and colours that follow the theme, light or dark, at any scaling."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QPixmapCache,
    QResizeEvent,
    QShowEvent,
)
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QLabel,
    QLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
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
# What they mark is seen on any ground once :func:`seen` has fitted them to it.
SCORE = QColor("#3f7be0")
SPEECH = QColor("#e0484e")
GOOD = QColor("#2f9e5b")
WARNING = QColor("#d98b00")

#: Least contrasts of WCAG 2.2, level AA; a little more for text, since smoothed strokes lose some.
GRAPHIC, TEXT = 3.0, 4.6

#: Side of an icon, and the height of a line that goes with it, in pixels.
_ICON, _ICON_LINE = 16, 18
_SIZES = (16, 20, 24, 32, 40, 48, 64, 96)
#: Base of the mix-ins, which cannot be Qt classes: PyQt allows only one Qt base per class.
_AnyWidget: Any = object


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


class FollowsTheme(_AnyWidget):
    """Mix-in that reapplies the theme's colours when they may have changed; list it before the Qt class."""

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
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.ApplicationPaletteChange,
            QEvent.Type.StyleChange,
        ):
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


def over(colour: QColor, ground: QColor) -> QColor:
    """Return what a translucent colour looks like on an opaque ground."""
    return mixed(ground, colour, colour.alphaF())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(x) for x in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def seen(colour: QColor, *grounds: QColor, least: float = GRAPHIC) -> QColor:
    """Return a colour, made lighter or darker until it is seen on its grounds.

    Args:
        colour: Opaque.
        grounds: What it is drawn on and beside, opaque.
        least: Contrast wanted with each of them.

    Returns:
        The nearest such colour; where there is none, black or white.
    """
    return QColor.fromRgb(_fitted(colour.rgb(), tuple(g.rgb() for g in grounds), least))


# Asked whenever something is painted, of a handful of colours.
@functools.lru_cache(maxsize=256)
def _fitted(rgb: int, rgbs_of_grounds: tuple[int, ...], least: float) -> int:
    colour, grounds = QColor.fromRgb(rgb), [QColor.fromRgb(each) for each in rgbs_of_grounds]
    best, most = colour, 0.0
    for step in range(21):
        for end in (QColor("black"), QColor("white")):
            tried = mixed(colour, end, step / 20)
            reached = min(contrast(tried, ground) for ground in grounds)
            if reached >= least:
                return int(tried.rgb())
            if reached > most:
                best, most = tried, reached
    return int(best.rgb())


def tint_and_edge(widget: QWidget, colour: QColor) -> tuple[QColor, QColor]:
    """Return the faint ground of a part of a widget, and what marks its edge, both of one colour."""
    ground = ground_of(widget)
    tint = mixed(ground, colour, 0.14)
    return tint, seen(colour, ground, tint)


def ground_of(widget: QWidget, role: QPalette.ColorRole = QPalette.ColorRole.Window) -> QColor:
    """Return what a widget is drawn on; see :func:`text_colour` for themes that are style sheets."""
    widget.ensurePolished()
    part: QWidget | None = widget
    while part is not None:
        colour = QColor(part.palette().color(QPalette.ColorGroup.Active, role))
        # What a style sheet does not paint shows what is behind it.
        if colour.alpha() == 255:
            return colour
        part = part.parentWidget()
    return QColor(QApplication.palette().color(QPalette.ColorGroup.Active, role))


def quiet_on(text: QColor, ground: QColor, strength: float = 0.7) -> QColor:
    """Return the colour of secondary text: as weak as ``strength``, unless it could not be read then."""
    return QColor.fromRgb(_quiet(text.rgb(), ground.rgb(), strength))


@functools.lru_cache(maxsize=256)
def _quiet(text_rgb: int, ground_rgb: int, strength: float) -> int:
    text, ground = QColor.fromRgb(text_rgb), QColor.fromRgb(ground_rgb)
    for step in range(round(strength * 20), 20):
        weaker = mixed(ground, text, step / 20)
        if contrast(weaker, ground) >= TEXT:
            return int(weaker.rgb())
    return text_rgb


def muted(widget: QWidget, strength: float = 0.7) -> QColor:
    """Return the colour of secondary text; at 0.7 readable on a light and on a dark background."""
    return faint(text_colour(widget), strength)


class _DrawsIcon(FollowsTheme):
    """Draws a button's icon in the colour of its text."""

    icon_name = ""

    def _apply_theme(self) -> None:
        if self.icon_name:
            self.setIcon(themed_icon(self.icon_name, self))
            # Whoever has a larger font needs larger icons; in whole multiples they stay sharp.
            times = round(self.fontMetrics().height() / _ICON_LINE)
            if times > 1:
                self.setIconSize(QSize(times * _ICON, times * _ICON))


class _PushButton(_DrawsIcon, QPushButton):
    pass


class ElidedButton(_PushButton):
    """A button whose text is elided where there is no room for it; the tooltip must hold the whole."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size for the whole text."""
        metrics = self.fontMetrics()
        missing = metrics.horizontalAdvance(self._whole) - metrics.horizontalAdvance(self.text())
        return QSize(super().sizeHint() + QSize(missing, 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size for a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 12), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as much of the text as there is room for."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self._whole)
        shown = elided(self._whole, self, self.width() - around)
        if shown != self.text():
            self.setText(shown)


class _ToolButton(_DrawsIcon, QToolButton):
    pass


def button(
    text: str,
    tip: str,
    action: Callable[[], None] | None = None,
    *,
    icon: str = "",
    name: str = "",
    elided_text: bool = False,
) -> QPushButton:
    """Return a button that is not the dialog's default button.

    Args:
        text: On the button.
        tip: Tooltip.
        action: What a click does.
        icon: Name of the icon; empty: none.
        name: For screen readers; empty: the text.
        elided_text: Whether the text may be elided; the tip must hold all of it.
    """
    made = ElidedButton(text) if elided_text else _PushButton(text)
    made.setAutoDefault(False)
    _describe(made, tip, action, icon, name or text)
    return made


def tool_button(
    text: str, icon: str, tip: str, name: str = "", action: Callable[[], None] | None = None
) -> QToolButton:
    """Return a flat button that Tab reaches; a text stands next to its icon. See :func:`button`."""
    made = _ToolButton()
    made.setText(text)
    if text:
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _describe(made, tip, action, icon, name or text)
    return made


def _describe(made: Any, tip: str, action: Callable[[], None] | None, icon: str, name: str) -> None:
    made.icon_name = icon
    made.setToolTip(tip)
    made.setAccessibleName(name)
    if action is not None:
        made.clicked.connect(lambda _checked=False: action())


def busy_bar(height: int) -> QProgressBar:
    """Return a thin bar, ``height`` pixels high, that shows that something is going on."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setFixedHeight(height)
    return bar


def scroll_area(content: QWidget) -> QScrollArea:
    """Return a scroll area without a frame around a widget."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


def bold(label: QLabel) -> None:
    """Set a label in bold."""
    font = label.font()
    font.setBold(True)
    label.setFont(font)


def selectable(label: QLabel) -> None:
    """Let users copy a label's text, such as errors into e-mails; the text wraps at any width."""
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)


def pack(
    layout: QLayout,
    *parts: QWidget | QLayout,
    wide: QWidget | QLayout | None = None,
    spacing: int | None = None,
    margin: int | None = 0,
) -> Any:
    """Add widgets and layouts to a layout, and return it.

    Args:
        layout: Takes them, in this order.
        parts: The widgets and layouts.
        wide: The part that takes the remaining room; None: none.
        spacing: Pixels between them; None: as the layout has it.
        margin: Pixels around them; None: as the layout has it.
    """
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    if wide is not None:
        layout.setStretchFactor(wide, 1)
    if spacing is not None:
        layout.setSpacing(spacing)
    if margin is not None:
        layout.setContentsMargins(margin, margin, margin, margin)
    return layout


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


class _ReadablePlaceholder(QObject):
    """Keeps what an empty field suggests readable: Qt's own colour has a contrast of 4.0, WCAG AA asks for 4.5."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the theme."""
        shown = (QEvent.Type.Show, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in shown and isinstance(watched, QWidget):
            palette, role = watched.palette(), QPalette.ColorRole
            text = palette.color(QPalette.ColorGroup.Active, role.Text)
            colour = quiet_on(text, palette.color(QPalette.ColorGroup.Active, role.Base))
            # Setting a palette causes a change event itself.
            if palette.color(role.PlaceholderText) != colour:
                palette.setColor(role.PlaceholderText, colour)
                watched.setPalette(palette)
        return False


def readable_placeholder(field: QLineEdit, text: str) -> None:
    """Show what an empty field means, or what may be typed into it, in a colour that can be read."""
    field.setPlaceholderText(text)
    field.installEventFilter(_ReadablePlaceholder(field))


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


class MutedLabel(FollowsTheme, QLabel):
    """A label for secondary text: wrapped, in a weaker colour."""

    # Qt may report a change of the theme before the constructor has ended.
    _following = False

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)

    def _apply_theme(self) -> None:
        if self._following:
            return  # Setting a palette causes a change event itself.
        self._following = True
        palette = QApplication.palette(self)
        colour = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
        mine = self.palette()
        mine.setColor(QPalette.ColorRole.WindowText, quiet_on(colour, ground_of(self)))
        self.setPalette(mine)
        self._following = False
