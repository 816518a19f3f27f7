"""The plugin's texts: each goes through ``tr()``, each is translated, and Qt answers with the translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from qgis_scrl.translation import (
    CONTEXT,
    install_translator,
    qgis_locale,
    remove_translator,
    tr,
    tr_later,
)
from tools import translations
from tools.translations import LANGUAGES, SOURCES, CannotExtract, Message

#: Taken away, with the mark that uses it, when German and French are complete.
UPDATE = "run `make translations` and commit what it changes"
TRANSLATE = "translate what is unfinished in resources/i18n/*.ts, then run `make translations` (DROP=1: without vanished texts)"


# --- texts outside of tr() ---------------------------------------------------------------------------

#: Calls whose texts the user sees, or hears from a screen reader.
SHOWING = re.compile(
    r"set(Text|ToolTip|StatusTip|WhatsThis|WindowTitle|Title|PlaceholderText|AccessibleName|"
    r"AccessibleDescription|Help|SpecialValueText|Suffix|Prefix|InformativeText|HeaderLabels|"
    r"HorizontalHeaderLabels|LabelText|ItemText|Format|Description|ButtonText|ToolTipText|NameFilter)"
    r"|push(Message|Info|Warning|Critical)|reportError|showMessage|showText"
    r"|add(Item|Items|Action|Row|Tab|Menu|Button|Section|Group|PluginToRasterMenu)|insertItem"
    r"|question|warning|information|critical|about"
    r"|get(OpenFileName|OpenFileNames|SaveFileName|ExistingDirectory|Text|Item)"
    r"|Q(Label|Action|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|DockWidget|Menu|"
    r"TableWidgetItem|TreeWidgetItem|ListWidgetItem|MessageBox|ProgressDialog)"
    r"|QgsProcessing(Parameter|Output)\w+|QgsProcessingException|EngineError|StatusMessage|InstallProgress"
    r"|MutedLabel|ElidedLabel|CollapsibleSection|button|choose_\w+"
)
#: Calls whose texts nobody sees but who reads the code, the log or a traceback.
HIDDEN = re.compile(
    r"(?!EngineError)\w*Error|_?log|logMessage|(has|get)attr|compile|search|match|fullmatch|findall|sub|"
    r"setObjectName|setStyleSheet|exit|path|strftime|NotAMessage|_failed"
)
PROSE = re.compile(r"[^\W\d_]{2,}[,;:.]? [^\W\d_]{2,}|^[A-Z][a-z]+[.:]?$")
LETTERS = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r"[a-z]+(-[a-z]+)+")

#: Texts that stay English, by module and function or constant: why.
ENGLISH: dict[str, str] = {
    "diagnostics.py": "the page is pasted into a bug report, for developers",
    "engine_client.py:LOG_TAB": "the log is English",
    "engine_client.py:_take_handshake": "the log is English",
    "layers/notes.py:_NO_WIDGET": "QGIS's own name of a widget",
    "processing/geojson.py": "GeoJSON's own words",
    "installation/environment_check.py": "runs in the engine's Python; its output goes into the log",
    "installation/setup_errors.py:_package": "what pip prints",
    "installation/setup_errors.py:_PACKAGE": "what pip prints",
    "installation/long_paths.py:_KEY": "a key of the registry",
    "services/service.py:_TITLES": "QGIS's own, which QGIS translates",
    "demo.py": "questions are asked in English, and files do not change with the language",
    "synchronised_folders.py": "names of programs and of their folders",
    "settings.py:_default_index_folder": "a folder, which must not change with the language",
}


class _Finder(ast.NodeVisitor):
    """Finds the literals that a user may meet outside of ``tr``."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.found: list[str] = []
        self._scope: list[str] = []
        self._calls: list[str] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._within(node.name, node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._within(node.name, node)

    def visit_Assign(self, node: ast.Assign) -> None:
        target = node.targets[0]
        self._within(target.id if isinstance(target, ast.Name) else "", node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:  # The annotation of a name is no text.
            self._within(node.target.id if isinstance(node.target, ast.Name) else "", node.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        for part in (node.left, *node.comparators):
            if not isinstance(part, ast.Constant):
                self.visit(part)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if not isinstance(node.op, ast.Div):  # Folders of a path.
            self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # Docstrings.
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        self.visit(node.func)
        if name in translations.MARKERS:
            return
        self._calls.append(name)
        # Icons are named after their files.
        named = [keyword.value for keyword in node.keywords if keyword.arg != "icon"]
        for part in (*node.args, *named):
            self.visit(part)
        self._calls.pop()

    def visit_Constant(self, node: ast.Constant) -> None:
        if not isinstance(node.value, str):
            return
        call = self._calls[-1] if self._calls else ""
        if CODE.fullmatch(node.value):
            return
        if HIDDEN.fullmatch(call) and not SHOWING.fullmatch(call):
            return
        shown = LETTERS if SHOWING.fullmatch(call) else PROSE
        places = {self.module, *(f"{self.module}:{name}" for name in self._scope)}
        if shown.search(node.value) and not places & set(ENGLISH):
            self.found.append(
                f"{self.module}:{node.lineno}: {node.value[:60]!r} ({call or 'no call'})"
            )

    def _within(self, name: str, node: ast.AST) -> None:
        self._scope.append(name)
        calls, self._calls = self._calls, []
        self.generic_visit(node)
        self._calls = calls
        self._scope.pop()


def _literals(path: Path) -> list[str]:
    finder = _Finder(path.relative_to(SOURCES).as_posix())
    finder.visit(ast.parse(path.read_text(encoding="utf-8")))
    return finder.found


@pytest.mark.parametrize(
    "path", translations.modules(), ids=lambda path: path.relative_to(SOURCES).as_posix()
)
def test_no_text_is_shown_that_cannot_be_translated(path: Path) -> None:
    assert _literals(path) == []


# --- the files of the translators --------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_the_texts_of_the_sources(language: str) -> None:
    wanted = {
        text
        for text, message in translations.extract().items()
        if message.counts or language != translations.SOURCE_LANGUAGE
    }
    messages = _messages(language)
    there = {text for text, message in messages.items() if message.state != "vanished"}
    assert sorted(wanted - there) == [], UPDATE
    assert sorted(there - wanted) == [], UPDATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_no_translation_is_left_over(language: str) -> None:
    states = {text: message.state for text, message in _messages(language).items() if message.state}
    assert states == {}, TRANSLATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_name_the_same_values_and_end_alike(language: str) -> None:
    for text, message in _messages(language).items():
        for form in filter(None, message.forms):
            assert translations.placeholders(form) == translations.placeholders(text), form
            assert form.count("&") == text.count("&"), form
            assert form == form.strip(), form
            for end in (".", "…", ":", "?"):
                assert form.endswith(end) == text.endswith(end), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_answers_with_the_translation(language: str, request: pytest.FixtureRequest) -> None:
    translator = QTranslator()
    assert translator.load(str(translations.path_of(language).with_suffix(".qm"))), UPDATE
    # Through the application: in PyQt5 a translator itself takes texts of ASCII letters only.
    QCoreApplication.installTranslator(translator)
    request.addfinalizer(lambda: QCoreApplication.removeTranslator(translator))
    for text, message in _messages(language).items():
        if message.state:
            continue
        if message.counts:
            answers = [QCoreApplication.translate(CONTEXT, text, None, count) for count in (1, 2)]
            expected = [message.forms[i].replace("%Ln", str(i + 1)) for i in range(2)]
        else:
            answers, expected = [QCoreApplication.translate(CONTEXT, text)], message.forms
        assert answers == expected, UPDATE


def _messages(language: str) -> dict[str, Message]:
    return translations.read_ts(translations.path_of(language))


# --- what the tools do ---------------------------------------------------------------------------------


def test_texts_are_found_in_their_order_and_put_together() -> None:
    code = 'a = tr("One " "text") + str(2)\nb = {1: tr_later("Two")}\nc = tr(b[1], n=2), tr("%n x", n=3)\n'
    assert [text for text, _line in translations.texts_of(code, "m")] == ["One text", "Two", "%n x"]


@pytest.mark.parametrize(
    "code",
    [
        'tr(f"{x} is full")', 'tr("a" + b)', 'tr("{} is full".format(x))', "tr()", "tr(3)", 'tr("")',
        'tr("%n places")', 'tr("places", n=3)', 'tr("a" if b else "c")', "tr_later(text)",
    ],
)  # fmt: skip
def test_what_cannot_be_extracted_is_refused(code: str) -> None:
    with pytest.raises(CannotExtract, match="m:1"):
        list(translations.texts_of(code, "m"))


def test_a_translation_stays_while_its_text_does(tmp_path: Path) -> None:
    path = tmp_path / "x_de.ts"
    old = [
        Message("Same “text” & more", ["a.py"], ["Derselbe <Text>"], ""),
        Message("%n place(s)", ["a.py"], ["%n Ort", ""], "unfinished"),
        Message("Gone", ["a.py"], ["Weg"], ""),
        Message("Gone, too", ["a.py"], [""], "unfinished"),
    ]
    translations.write_ts(path, "de", old)
    assert list(translations.read_ts(path).values()) == old
    texts = {m.source: Message(m.source, ["b.py"]) for m in (old[0], old[1], Message("New"))}
    merged = translations.merge(texts, translations.read_ts(path), "de")
    assert [(m.source, m.forms, m.state) for m in merged] == [
        (old[0].source, ["Derselbe <Text>"], ""),
        ("%n place(s)", ["%Ln Ort", ""], "unfinished"),
        ("New", [""], "unfinished"),
        ("Gone", ["Weg"], "vanished"),
    ]
    kept = translations.merge(texts, translations.read_ts(path), "de", drop_vanished=True)
    assert [m.source for m in kept] == [old[0].source, "%n place(s)", "New"]
    english = translations.merge({**texts, "%n box(es)": Message("%n box(es)")}, {}, "en")
    assert [(m.forms, m.state) for m in english] == [
        (["%Ln place", "%Ln places"], ""),
        (["%Ln box", "%Ln boxes"], ""),
    ]


# --- in QGIS -------------------------------------------------------------------------------------------


@pytest.fixture
def locale() -> Iterator[QgsSettings]:
    """QGIS's settings of the locale, put back afterwards."""
    settings = QgsSettings()
    yield settings
    settings.remove("locale")
    install_translator("en")


def test_the_locale_of_qgis_is_followed(locale: QgsSettings) -> None:
    locale.setValue("locale/overrideFlag", True)
    for name in ("de_AT", "pt_BR"):
        locale.setValue("locale/userLocale", name)
        assert qgis_locale() == name


def test_a_language_falls_back_to_its_main_one_and_an_unknown_one_to_english(
    locale: QgsSettings,
) -> None:
    counting = next(iter(_messages("en")))
    english = _messages("en")[counting].forms
    german = _messages("de")[counting]
    for name, forms in {
        "en_GB": english, "ja": english, "C": english, "de": german.forms, "de_AT": german.forms,
    }.items():  # fmt: skip
        install_translator(name)
        expected = english if forms is german.forms and german.state else forms
        assert tr(counting, n=1) == expected[0].replace("%Ln", "1")
        assert tr(tr_later(counting), n=5) == expected[1].replace("%Ln", "5")
    remove_translator()
    assert tr(counting, n=5) == translations.COUNT.sub("5", counting)
