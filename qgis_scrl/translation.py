"""The plugin's texts in the user's language.

Every text that a user can meet is an English literal inside ``tr("...")``, values are put in after it:
``tr("{name} cannot be read: {reason}.").format(name=name, reason=reason)``. ``make translations`` collects
the literals into ``resources/i18n/qgis_scrl_LANGUAGE.ts`` and compiles them.
"""

from __future__ import annotations

import re

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

# One context for the whole plugin: a text that appears twice is translated once.
CONTEXT = "qgis_scrl"
# Below every other language: its file holds the singular and plural forms of the source texts.
_SOURCE_LANGUAGE = "en"

_DECIMALS = re.compile(r"\.(\d)f")

_installed: list[QTranslator] = []


def tr(text: str, *, n: int | None = None) -> str:
    """Return a text in the user's language.

    Args:
        text: English literal; the extraction sees neither variables nor f-strings.
        n: Count that picks singular or plural and replaces ``%n``: ``tr("%n place(s)", n=2000)`` is
            "2,000 places".
    """
    if n is None:
        return str(QCoreApplication.translate(CONTEXT, text))
    # `make translations` writes %n as %Ln into the translations, for which Qt uses the locale's digits.
    return str(QCoreApplication.translate(CONTEXT, text, None, n))


def tr_later(text: str) -> str:
    """Mark a literal for translation and return it as it is; ``tr(variable)`` translates it at use.

    For tables and constants, which are made before the translation is loaded.
    """
    return text


class LocaleFloat(float):
    """A number that ``"{value:.1f}".format(...)`` writes with the locale's decimal separator."""

    def __format__(self, spec: str) -> str:
        """Return it as text; another ``spec`` than a number of decimals is Python's."""
        decimals = _DECIMALS.fullmatch(spec)
        if decimals is None:
            return super().__format__(spec)
        return str(QLocale().toString(float(self), "f", int(decimals[1])))


def install_translator(locale: str | None = None) -> None:
    """Load the translation for QGIS's locale (``de_AT`` falls back to ``de``, an unknown one to English).

    Loading again replaces what was loaded.

    Args:
        locale: Such as ``de_AT``; None for the one that QGIS itself uses.
    """
    # Later: the environment's errors are told in these texts.
    from .environment import resource_path

    remove_translator()
    folder = str(resource_path("i18n"))
    # Qt asks the one installed last first, and takes qgis_scrl_de for qgis_scrl_de_AT by itself.
    for language in (_SOURCE_LANGUAGE, locale or qgis_locale()):
        translator = QTranslator()
        if translator.load(f"qgis_scrl_{language}", folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)


def remove_translator() -> None:
    """Take the translation out of Qt again."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())


def qgis_locale() -> str:
    """Return the locale that QGIS's own texts are in, such as ``de`` or ``pt_BR``."""
    # Empty in `qgis_process`, set by `qgis --lang`; locale() follows the options and then the system.
    name = str(QgsApplication.instance().translation() or QgsApplication.locale())
    return name.replace("-", "_")
