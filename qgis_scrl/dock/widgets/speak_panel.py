"""Asking a question: the large button, the microphone's level, other ways to give a recording."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.PyQt.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QActionGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...compat import SoundPlayer
from ...contract import LevelReport, Microphone, TextPart
from ...history import AskedQuery
from ...translation import tr
from . import formatting, theme
from .file_dialogs import choose_file
from .flow_layout import FlowLayout
from .question_field import QuestionField
from .recent_questions import PlayButton, RecentQuestions
from .waveform import Waveform

#: A press this long means: record until the button is released.
HOLD_MILLISECONDS = 350
SOUND_SUFFIXES = (".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3")
PROFILE_SUFFIX = ".scrlprofile"
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".jp2", ".bmp", ".gif")
_QUIETEST_DBFS = -60.0


class SpeakButton(QAbstractButton):
    """The large button: a click starts or stops a recording; held down, it records until released.

    Signals:
        tapped(): Clicked, or pressed with Space or Enter.
        held(): Held down long enough to mean: record until released.
        let_go(): Released after ``held``.
    """

    tapped = pyqtSignal()
    held = pyqtSignal()
    let_go = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._listening = False
        self._is_held = self._was_held = False
        self._hold = QTimer(
            self, singleShot=True, interval=HOLD_MILLISECONDS, timeout=self._on_held
        )
        self.pressed.connect(self._on_pressed)
        self.released.connect(self._on_released)
        self.clicked.connect(self._on_clicked)
        self.show_listening(False)

    def show_listening(self, listening: bool, text: str = "") -> None:
        """Show a button that stops the recording, or one that starts it."""
        self._listening = listening
        self.setText(text or (tr("Stop") if listening else tr("Speak")))
        if listening:
            self.setToolTip(tr("Stop recording and search (Esc cancels)"))
            self.setAccessibleName(tr("Stop recording and search"))
        else:
            self.setToolTip(
                tr(
                    "Press and say what you are looking for; recording stops when you stop "
                    "speaking.\nOr hold the button down while you speak."
                )
            )
            self.setAccessibleName(tr("Speak a question"))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter do what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.tapped.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the preferred size: large, this is the dock's main button."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 22, round(metrics.height() * 3.1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the minimum size."""
        return QSize(self.fontMetrics().averageCharWidth() * 14, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the button: blue to start, red while recording."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, text = self._colours()
        ring = 2.0
        box = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.text_colour(self), 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8), 8.2, 8.2)
        font = QFont(self.font())
        font.setBold(True)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * 1.25)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        side = round(metrics.height() * 1.35)
        between = side * 0.3
        room = box.width() - 12 - side - between
        text_shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        width = side + between + metrics.horizontalAdvance(text_shown)
        left = max(box.left() + 6, box.center().x() - width / 2)
        ratio = self.devicePixelRatioF()
        sign = theme.coloured_pixmap("stop" if self._listening else "microphone", side, text, ratio)
        painter.drawPixmap(QPointF(left, box.center().y() - side / 2), sign)
        painter.setPen(text)
        area = QRectF(
            left + side + between, box.top(), box.right() - left - side - between, box.height()
        )
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text_shown)

    def _colours(self) -> tuple[QColor, QColor]:
        if not self.isEnabled():
            return theme.muted(self, 0.13), theme.muted(self, 0.7)
        if self._listening:
            return (theme.LISTENING_HOVER if self._lit() else theme.LISTENING), QColor("white")
        return (theme.ACCENT_HOVER if self._lit() else theme.ACCENT), QColor("white")

    def _lit(self) -> bool:
        return self.isDown() or self.underMouse()

    def _on_pressed(self) -> None:
        self._was_held = False
        # While recording, a press means stop, however long it is.
        if not self._listening:
            self._hold.start()

    def _on_held(self) -> None:
        if self.isDown():
            self._is_held = True
            self.held.emit()

    def _on_released(self) -> None:
        self._hold.stop()
        if self._is_held:
            self._is_held, self._was_held = False, True
            self.let_go.emit()

    def _on_clicked(self) -> None:
        # Qt also emits clicked when a long press ends on the button.
        if not self._was_held:
            self.tapped.emit()


class LevelMeter(QWidget):
    """A thin bar that shows the level of the microphone.

    Attributes:
        is_speaking: Whether somebody speaks.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.is_speaking = False
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Input level of the microphone"))
        self.setAccessibleName(tr("Input level"))

    def show_level(self, dbfs: float, speaking: bool = False) -> None:
        """Show a level in dB relative to full scale."""
        self._share = min(1.0, max(0.0, 1.0 - dbfs / _QUIETEST_DBFS))
        self.is_speaking = speaking
        self.setAccessibleDescription(tr("{level} dB").format(level=formatting.number(dbfs, 0)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = theme.over(theme.muted(self, 0.18), theme.ground_of(self))
        painter.setBrush(track)
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        filled = QRectF(self.rect())
        filled.setWidth(filled.width() * self._share)
        painter.setBrush(theme.seen(theme.SPEECH if self.is_speaking else theme.SCORE, track))
        painter.drawRoundedRect(filled, 2, 2)


class SpeakPanel(QWidget):
    """The part of the dock with which a question is asked.

    Attributes:
        is_listening: Whether a recording is being made.
        is_testable: Whether the microphone can be tested: not while the engine is busy with a search.

    Signals:
        speak_wanted(bool): Record a question; True: until ``stop_wanted``, not until silence.
        stop_wanted(): Stop recording and search.
        text_entered(str, bool): Search for this sentence; True: in addition to the question that is shown.
        recording_chosen(str): Search with this audio file.
        image_chosen(str): Search with this picture.
        example_wanted(bool): A place is to be shown on the map; False: not any more.
        profile_chosen(str): Search with this search profile.
        microphone_chosen(str): Use this microphone from now on; empty for the default one.
        microphones_wanted(): The list of microphones is about to be shown.
        questions_wanted(): The list of earlier questions is about to be shown.
        test_wanted(): Test the microphone.
    """

    speak_wanted = pyqtSignal(bool)
    stop_wanted = pyqtSignal()
    text_entered = pyqtSignal(str, bool)
    recording_chosen = pyqtSignal(str)
    image_chosen = pyqtSignal(str)
    example_wanted = pyqtSignal(bool)
    profile_chosen = pyqtSignal(str)
    microphone_chosen = pyqtSignal(str)
    microphones_wanted = pyqtSignal()
    questions_wanted = pyqtSignal()
    test_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_listening = False
        self._microphones: tuple[Microphone, ...] | None = None
        self._chosen_microphone = ""
        self._reason = self._reason_not_to_type = ""
        self.is_testable = False
        self._folder = ""
        self.player = SoundPlayer(self)

        self.button = SpeakButton()
        self.button.tapped.connect(self._on_tapped)
        self.button.held.connect(lambda: self.speak_wanted.emit(True))
        self.button.let_go.connect(self.stop_wanted)
        self.field = QuestionField()
        self.field.entered.connect(self.text_entered)
        self.waveform = Waveform()
        self.level = LevelMeter()
        self.time_left = QLabel()
        self.time_left.setToolTip(tr("Time left to start speaking, or to finish"))
        self.time_left.setAccessibleName(tr("Time left"))
        self.time_left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        metrics = self.time_left.fontMetrics()
        self.time_left.setMinimumWidth(metrics.horizontalAdvance(formatting.seconds(88) + " "))
        self.play_button = PlayButton(self.player)

        # The menu is not the button's own: its arrow would overlap the neighbour's icon.
        self.microphone_button = theme.tool_button(
            tr("Microphone"),
            "microphone",
            tr("Choose and test the microphone"),
            action=self._show_microphones,
        )
        self._microphone_menu = QMenu(self)
        self._microphone_menu.setToolTipsVisible(True)
        self.open_button = theme.tool_button(
            tr("Open…"),
            "open-recording",
            tr(
                "Search with a file: a recording, a picture or a search profile.\n"
                "You can also drop one onto this panel."
            ),
            tr("Search with a file"),
            self._show_files,
        )
        self.files_menu = QMenu(self)
        self.files_menu.setToolTipsVisible(True)
        self.example_button = theme.tool_button(
            tr("Show me one"),
            "show-one",
            tr(
                "Click a place on the map, or drag a box around it, to find more places like it.\n"
                "It may be on any image layer, even outside the voice index. Hold Ctrl to add it to the question."
            ),
            tr("Show an example on the map"),
        )
        self.example_button.setCheckable(True)
        self.example_button.clicked.connect(self.example_wanted)
        self.again_button = theme.tool_button(
            "",
            "ask-again",
            tr("Ask again: listen to your recent questions and search with them once more"),
            tr("Ask a recent question again"),
            self._show_recent,
        )
        self.history_button = theme.tool_button(
            "",
            "history",
            tr("All questions of this project: find, ask again, keep or forget them"),
            tr("All questions of this project"),
        )
        self.recent = RecentQuestions(self.player, self)

        heard = theme.pack(
            QHBoxLayout(),
            self.play_button,
            self.waveform,
            self.time_left,
            wide=self.waveform,
            spacing=4,
        )
        self._heard = QWidget()
        theme.pack(QVBoxLayout(self._heard), heard, self.level, spacing=3)
        self._buttons = (self.microphone_button, self.open_button, self.example_button)
        others = theme.pack(FlowLayout(), *self._buttons)
        typed = theme.pack(
            QHBoxLayout(), self.field, self.again_button, self.history_button, wide=self.field, spacing=2
        )  # fmt: skip
        theme.pack(
            QVBoxLayout(self), self.button, typed, self._heard, others, spacing=theme.gap(self)
        )
        self._heard.setVisible(False)
        self.set_questions(())

    # --- state -----------------------------------------------------------------------------------

    def set_usable(self, usable: bool, reason: str = "") -> None:
        """Allow questions, or show why there can be none."""
        self._reason = "" if usable else reason
        self.button.setEnabled(usable or self.is_listening)
        if not usable and not self.is_listening:
            self.button.setToolTip(reason)
        elif not self.is_listening:
            self.button.show_listening(False)
        free = usable and not self.is_listening
        self.open_button.setEnabled(free)
        self.example_button.setEnabled(free)
        self.again_button.setEnabled(free and self.recent.count > 0)

    def set_typable(self, reason: str = "") -> None:
        """Allow typed questions, unless there is a reason against them: a search that runs is none."""
        self._reason_not_to_type = reason
        self.field.set_usable(tr("A recording is being made") if self.is_listening else reason)

    def begin_listening(self, testing: bool = False) -> None:
        """Show that the microphone is about to open."""
        self.player.stop()
        self.is_listening = True
        self.waveform.listen()
        self.level.show_level(_QUIETEST_DBFS)
        self.time_left.clear()
        self.button.setEnabled(True)
        self.button.show_listening(True, tr("Stop test") if testing else "")
        self.play_button.setVisible(False)
        self.level.setVisible(True)
        self.time_left.setVisible(True)
        self._heard.setVisible(True)
        for button in self._buttons:
            button.setEnabled(False)
        self.again_button.setEnabled(False)
        self.set_typable(self._reason_not_to_type)

    def hear(self, report: LevelReport) -> None:
        """Show a level report of the microphone."""
        speaking = report.state == "speaking"
        self.waveform.hear(report.peaks, speaking)
        self.level.show_level(report.level_dbfs, speaking)
        self.time_left.setText(formatting.seconds(report.seconds_left))

    def end_listening(self, question: AskedQuery | None = None) -> None:
        """Show that the microphone is closed, and the recording if there is one."""
        self.is_listening = False
        self.button.show_listening(False)
        self.microphone_button.setEnabled(True)
        self.set_usable(not self._reason, self._reason)
        self.set_typable(self._reason_not_to_type)
        if question is None:
            self._heard.setVisible(False)
        else:
            self.show_question(question)

    def show_question(self, question: AskedQuery | None) -> None:
        """Show the sentence, or the waveform, of the question that is, or was, asked; None: of none."""
        parts = question.query.parts if question is not None else ()
        only = parts[0] if len(parts) == 1 else None
        self.field.show_sentence(only.text if isinstance(only, TextPart) else "")
        spoken = question is not None and bool(question.recording)
        self._heard.setVisible(spoken)
        if question is None or not spoken:
            self.player.stop()
            return
        self.waveform.show_recording(question.spoken.peaks)
        self.level.setVisible(False)
        self.play_button.show_recording(question.recording)
        seconds = question.spoken.seconds
        self.time_left.setText(formatting.seconds(seconds, 1) if seconds else "")
        self.time_left.setVisible(bool(seconds))

    def set_questions(self, questions: Sequence[AskedQuery]) -> None:
        """Show these under "Ask again", and complete their sentences."""
        self.recent.set_questions(questions)
        self.field.set_known([sentence for asked in questions for sentence in asked.sentences])
        self.set_usable(not self._reason, self._reason)

    # --- microphones -----------------------------------------------------------------------------

    def set_microphones(self, microphones: Sequence[Microphone] | None, chosen: str) -> None:
        """Show the microphones; None: they are not known yet."""
        self._microphones = None if microphones is None else tuple(microphones)
        self._chosen_microphone = chosen
        self._fill_microphones()

    def _show_microphones(self) -> None:
        self._fill_microphones()
        self.microphones_wanted.emit()
        button = self.microphone_button
        self._microphone_menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _fill_microphones(self) -> None:
        menu = self._microphone_menu
        menu.clear()
        group = QActionGroup(menu)
        names = [""]
        if self._microphones:
            # ALSA lists the system's default device once more, under this name.
            names += [found.name for found in self._microphones if found.name != "default"]
        if self._chosen_microphone and self._chosen_microphone not in names:
            names.append(self._chosen_microphone)
        known = {microphone.name for microphone in self._microphones or ()}
        for name in dict.fromkeys(names):
            missing = bool(name) and self._microphones is not None and name not in known
            title = name or tr("System default")
            if missing:
                title = tr("{microphone} (not connected)").format(microphone=name)
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(name == self._chosen_microphone)
            action.setToolTip(tr("Use this microphone"))
            action.triggered.connect(lambda _on=False, chosen=name: self._choose(chosen))
            group.addAction(action)
        if self._microphones is None:
            menu.addAction(tr("Searching for microphones…")).setEnabled(False)
        elif not self._microphones:
            menu.addAction(tr("No microphone found")).setEnabled(False)
        menu.addSeparator()
        test = menu.addAction(theme.themed_icon("microphone-test", menu), tr("Test microphone"))
        test.setToolTip(tr("Speak for three seconds to check that the microphone records you"))
        test.triggered.connect(self.test_wanted)
        there = self._microphones is None or bool(self._microphones)
        test.setEnabled(there and self.is_testable)

    def _choose(self, name: str) -> None:
        self._chosen_microphone = name
        self.microphone_chosen.emit(name)

    # --- other ways ------------------------------------------------------------------------------

    def _on_tapped(self) -> None:
        if self.is_listening:
            self.stop_wanted.emit()
        else:
            self.speak_wanted.emit(False)

    def _show_files(self) -> None:
        # Now: the theme may have changed.
        self.files_menu.clear()
        for text, icon, tip, action in (
            (
                tr("Recording…"),
                "microphone",
                tr("Search with an audio file (WAV, FLAC, OGG, MP3)"),
                self._open,
            ),
            (
                tr("Picture…"),
                "picture",
                tr(
                    "Search for places that look like a picture (PNG, JPEG, TIFF or another raster file)"
                ),
                self._open_picture,
            ),
            (
                tr("Search profile…"),
                "profile",
                tr("Search with a question that has learned from yes and no"),
                self._open_profile,
            ),
        ):
            entry = self.files_menu.addAction(theme.themed_icon(icon, self), text)
            entry.setToolTip(tip)
            entry.triggered.connect(lambda _on=False, action=action: action())
        self.files_menu.popup(self.open_button.mapToGlobal(QPoint(0, self.open_button.height())))

    def _open(self) -> None:
        kinds = tr("Audio files ({patterns});;All files (*)")
        self._choose_file(tr("Open recording"), kinds, SOUND_SUFFIXES, self.recording_chosen.emit)

    def _open_picture(self) -> None:
        kinds = tr("Pictures ({patterns});;All files (*)")
        title = tr("Search with a picture")
        self._choose_file(title, kinds, PICTURE_SUFFIXES, self.image_chosen.emit)

    def _open_profile(self) -> None:
        kinds = tr("Search profiles ({patterns});;All files (*)")
        title = tr("Search with a search profile")
        self._choose_file(title, kinds, (PROFILE_SUFFIX,), self.profile_chosen.emit)

    def _choose_file(
        self, title: str, kinds: str, suffixes: Sequence[str], chosen: Callable[[str], None]
    ) -> None:
        def on_chosen(path: str) -> None:
            self._folder = str(Path(path).parent)
            chosen(path)

        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        choose_file(self, title, self._folder, on_chosen, kinds.format(patterns=patterns))

    def _show_recent(self) -> None:
        # Some may have been deleted in the options, or by another window.
        self.questions_wanted.emit()
        self.recent.show_below(self.again_button)
