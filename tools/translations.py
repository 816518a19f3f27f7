"""`make translations`: collect the plugin's texts for the translators, and compile what they have made of them.

Reads every ``tr("...")`` and ``tr_later("...")`` of ``qgis_scrl/``, merges them into
``resources/i18n/qgis_scrl_LANGUAGE.ts`` (Qt Linguist opens these) and runs Qt's ``lrelease``. English has
a file for its singular and plural forms only. A translation stays as long as its source text does; after
that it is marked as vanished, until ``--drop-vanished`` takes it out.

Not Qt's own ``lupdate``: it takes the name of a class for the context, and does not know our ``tr``.
"""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from .plugin_metadata import ROOT
from .setup_environment import SetupFailed, install_system_packages

SOURCES = ROOT / "qgis_scrl"
FOLDER = ROOT / "resources" / "i18n"
CONTEXT = "qgis_scrl"
SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "de", "fr")
#: Each of the three languages has a singular and a plural.
FORMS = 2
MARKERS = ("tr", "tr_later")
#: A count; Qt writes that of %Ln as the locale does: 12,345.
COUNT = re.compile(r"%L?n")
LRELEASE_PACKAGE = "qttools5-dev-tools"
# The last one asks qtchooser, which is also there when no lrelease is.
LRELEASES = (
    "/usr/lib/qt6/bin/lrelease",
    "/usr/lib/qt5/bin/lrelease",
    "pyside6-lrelease",
    "lrelease",
)


class CannotExtract(Exception):
    """A text is not written so that it can be translated; the message names the line."""


@dataclass
class Message:
    """One text in one language.

    Attributes:
        source: In English.
        files: Modules that it appears in, relative to the repository.
        forms: Its translation; singular and plural if it counts something. An empty one is missing.
        state: "" (finished), "unfinished" or "vanished".
    """

    source: str
    files: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    state: str = "unfinished"

    @property
    def counts(self) -> bool:
        """Whether it has a singular and a plural."""
        return COUNT.search(self.source) is not None


def modules(sources: Path = SOURCES) -> list[Path]:
    """Return the plugin's modules; in an installed one the engine and its environment lie beside them."""
    others = {sources / "engine", sources / ".venv"}
    return sorted(path for path in sources.rglob("*.py") if not others.intersection(path.parents))


def extract(sources: Path = SOURCES) -> dict[str, Message]:
    """Return the texts of the plugin by themselves, in the order of modules and lines.

    Raises:
        CannotExtract: An argument of ``tr`` is put together at run time, or ``n`` and ``%n`` do not match.
    """
    found: dict[str, Message] = {}
    for path in modules(sources):
        name = path.relative_to(sources.parent).as_posix()
        for text, _line in texts_of(path.read_text(encoding="utf-8"), name):
            message = found.setdefault(text, Message(text))
            if name not in message.files:
                message.files.append(name)
    return found


def texts_of(code: str, name: str) -> Iterator[tuple[str, int]]:
    """Yield each text of a module with its line; see :func:`extract`."""
    calls = [
        node
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKERS
    ]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        argument = call.args[0] if call.args else None
        where = f"{name}:{call.lineno}"
        if not isinstance(argument, ast.Constant):
            # A variable has its text from tr_later.
            if argument is None or _is_made(argument) or _name_of(call) == "tr_later":
                raise CannotExtract(f"{where}: tr() takes a literal; put values in with .format().")
            continue
        text = argument.value
        if not isinstance(text, str) or not text.strip():
            raise CannotExtract(f"{where}: tr() takes a text.")
        counted = any(keyword.arg == "n" for keyword in call.keywords)
        if _name_of(call) == "tr" and counted != bool(COUNT.search(text)):
            raise CannotExtract(f"{where}: n= and %n belong together.")
        yield text, call.lineno


def _is_made(argument: ast.expr) -> bool:
    """Say whether a text is put together, not taken from somewhere."""
    if isinstance(argument, ast.Call):
        return isinstance(argument.func, ast.Attribute) and argument.func.attr == "format"
    return isinstance(argument, (ast.JoinedStr, ast.BinOp, ast.IfExp))


def _name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def placeholders(text: str) -> list[str]:
    """Return the values that a text names, ``{name}`` without its format and ``%n``, sorted."""
    return sorted(match[1] or "%n" for match in re.finditer(r"\{(\w+)[^}]*\}|%L?n", text))


def read_ts(path: Path) -> dict[str, Message]:
    """Return the messages of a file by their source texts; none if there is no file."""
    if not path.is_file():
        return {}
    found = {}
    for node in ET.parse(path).getroot().iter("message"):  # noqa: S314 - a file of ours
        translation = node.find("translation")
        if translation is None:
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")]
        message = Message(
            node.findtext("source") or "",
            [location.get("filename", "").replace("../", "") for location in node.iter("location")],
            forms or [translation.text or ""],
            translation.get("type", ""),
        )
        found[message.source] = message
    return found


def merge(
    texts: dict[str, Message], known: dict[str, Message], language: str, drop_vanished: bool = False
) -> list[Message]:
    """Return the messages of a language: those of the sources, then what has vanished from them.

    Args:
        texts: Of the sources.
        known: Of the file so far.
        language: English takes only those that count something.
        drop_vanished: Leave out what has vanished.
    """
    merged = []
    for text, message in texts.items():
        if language == SOURCE_LANGUAGE and not message.counts:
            continue
        old = known.get(text)
        forms = old.forms if old is not None else _first_forms(message, language)
        forms = [form.replace("%n", "%Ln") for form in forms]
        finished = all(forms) and (old is None or old.state != "unfinished")
        merged.append(
            Message(text, message.files, forms, "" if finished else "unfinished")
        )  # fmt: skip
    if not drop_vanished:
        merged += [
            Message(text, [], old.forms, "vanished")
            for text, old in known.items()
            if text not in texts and any(old.forms)
        ]
    return merged


def _first_forms(message: Message, language: str) -> list[str]:
    """Return the forms of a new text: empty, but English makes its own of ``(s)`` and ``(es)``."""
    if language == SOURCE_LANGUAGE:
        return [re.sub(r"\((s|es)\)", ending, message.source) for ending in ("", r"\1")]
    return [""] * (FORMS if message.counts else 1)


def write_ts(path: Path, language: str, messages: Iterable[Message]) -> None:
    """Write a file as Qt Linguist would, but without line numbers, which change with every edit."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="{SOURCE_LANGUAGE}">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for message in messages:
        kind = f' type="{message.state}"' if message.state else ""
        lines.append('    <message numerus="yes">' if message.counts else "    <message>")
        lines += [f'        <location filename="../../{name}"/>' for name in message.files]
        lines.append(f"        <source>{_xml(message.source)}</source>")
        if message.counts:
            lines.append(f"        <translation{kind}>")
            lines += [
                f"            <numerusform>{_xml(form)}</numerusform>" for form in message.forms
            ]
            lines.append("        </translation>")
        else:
            lines.append(f"        <translation{kind}>{_xml(message.forms[0])}</translation>")
        lines.append("    </message>")
    lines += ["</context>", "</TS>", ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def _xml(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def find_lrelease() -> str:
    """Return Qt's compiler of translations; installs Debian's package if there is none.

    Raises:
        SetupFailed: It cannot be installed.
    """
    for again in (False, True):
        for candidate in LRELEASES:
            program = shutil.which(candidate)
            if (
                program
                and not subprocess.run([program, "-version"], capture_output=True).returncode
            ):
                return program
        if not again:
            install_system_packages([LRELEASE_PACKAGE])
    raise SetupFailed(f"{LRELEASE_PACKAGE} has brought no lrelease.")


def path_of(language: str) -> Path:
    """Return the file of a language's texts."""
    return FOLDER / f"qgis_scrl_{language}.ts"


def update(drop_vanished: bool = False) -> None:
    """Merge the texts of the sources into all files and say what is missing."""
    texts = extract()
    for language in LANGUAGES:
        path = path_of(language)
        messages = merge(texts, read_ts(path), language, drop_vanished)
        write_ts(path, language, messages)
        states = [message.state for message in messages]
        print(
            f"{path.relative_to(ROOT)}: {len(messages)} texts, {states.count('unfinished')} unfinished, "
            f"{states.count('vanished')} vanished"
        )


def compile_all() -> None:
    """Make the .qm files, which the plugin loads."""
    lrelease = find_lrelease()
    for language in LANGUAGES:
        path = path_of(language)
        command = [lrelease, "-silent", str(path), "-qm", str(path.with_suffix(".qm"))]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise SetupFailed(f"{path.name} cannot be compiled: {done.stderr.strip()}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Collect and compile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--drop-vanished", action="store_true", help="take out translations that nothing asks for"
    )
    chosen = parser.parse_args(arguments)
    try:
        update(chosen.drop_vanished)
        compile_all()
    except (CannotExtract, SetupFailed) as failure:
        sys.exit(f"No translations. {failure}")


if __name__ == "__main__":
    main()
