"""The recognised phrases: a misheard question is noticed at once."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...contract import Phrase
from ...translation import tr
from . import theme

SHOWN = 5


class RecognisedPhrases(QWidget):
    """The phrases of the bundled vocabulary nearest to what was said or typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = theme.MutedLabel(tr("Heard as"))
        self.phrases = QLabel()
        self.phrases.setWordWrap(True)
        self.phrases.setTextFormat(Qt.TextFormat.RichText)
        self.phrases.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.phrases.setToolTip(
            tr(
                "Known phrases that are closest to your question, closest first.\n"
                "The search uses your voice, not these words. If they are wrong, ask again."
            )
        )
        self.phrases.setAccessibleName(tr("Recognised phrases"))
        theme.pack(QVBoxLayout(self), self.title, self.phrases, spacing=0)
        self.show_phrases(())

    def show_phrases(self, phrases: Sequence[Phrase]) -> None:
        """Show the phrases, the nearest first; none hides the panel."""
        self.setVisible(bool(phrases))
        texts = [phrase.text for phrase in phrases[:SHOWN]]
        # Words do not break within a phrase, so that each stays one thing to the eye.
        pieces = [
            escape(text).replace(" ", "&nbsp;") if len(text) < 30 else escape(text)
            for text in texts
        ]
        if pieces:
            pieces[0] = f"<b>{pieces[0]}</b>"
        self.phrases.setText(" · ".join(pieces))
        self.phrases.setAccessibleDescription(", ".join(texts))
