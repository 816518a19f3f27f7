"""The recognised phrases: a misheard question is noticed at once, and corrected with a click."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...answers import understood_title
from ...contract import Phrase
from ...translation import tr
from . import theme

SHOWN = 5


class RecognisedPhrases(theme.FollowsTheme, QWidget):
    """The phrases of the bundled vocabulary nearest to what was said or typed; each is a link.

    Signals:
        chosen(str): Search for this phrase instead of what was heard.
    """

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._title = ""
        self.phrases = QLabel()
        self.phrases.setWordWrap(True)
        self.phrases.setTextFormat(Qt.TextFormat.RichText)
        self.phrases.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.phrases.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.phrases.setToolTip(
            tr(
                "Known phrases that are closest to your question, closest first.\n"
                "Click one to search for it instead of what was heard (or Tab, then Enter)."
            )
        )
        self.phrases.setAccessibleName(tr("Recognised phrases"))
        self.phrases.linkActivated.connect(
            lambda number: self.chosen.emit(self._texts[int(number)])
        )
        theme.pack(QVBoxLayout(self), self.phrases, spacing=0)
        self.show_phrases(())

    def show_phrases(self, phrases: Sequence[Phrase], spoken: bool = True) -> None:
        """Show the phrases, the nearest first; none hides the panel.

        Args:
            phrases: The phrases.
            spoken: Whether something was spoken, or else typed.
        """
        self.setVisible(bool(phrases))
        self._title = understood_title(phrases, spoken)
        self._texts = [phrase.text for phrase in phrases[:SHOWN]]
        self.phrases.setAccessibleDescription(", ".join(self._texts))
        self._apply_theme()

    def _apply_theme(self) -> None:
        # Not the palette's colour of links: blue on a dark ground can hardly be read.
        style = f"color:{theme.text_colour(self).name()}"
        links = [
            f'<a href="{number}" style="{style}">{_unbroken(text)}</a>'
            for number, text in enumerate(self._texts)
        ]
        if links:
            links[0] = f"<b>{links[0]}</b>"
        text = f"<i>{escape(self._title)}:</i> " + " · ".join(links)
        if text != self.phrases.text():
            self.phrases.setText(text)


def _unbroken(text: str) -> str:
    """Return a phrase that does not break, so that it stays one thing to the eye, unless it is long."""
    return escape(text).replace(" ", "&nbsp;") if len(text) < 30 else escape(text)
