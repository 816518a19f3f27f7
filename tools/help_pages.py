"""``resources/help``, the guide as pages that a browser opens without a network: ``.venv/bin/python -m tools.help_pages``.

Each section of the user guide is a page of its own, so that Help leads to it by its file alone: what
follows a # is lost where Windows opens a file. Pictures are made smaller: they travel in the plugin's zip.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
FOLDER = ROOT / "resources" / "help"
CONTENTS = "index"
WALK_THROUGH = "walk-through"
#: Widest picture of a page, in pixels.
WIDEST = 1100
_QUALITY = 72
_STYLE = """:root { color-scheme: light dark; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .9rem; padding-bottom: .5rem; border-bottom: 1px solid #8888; }
img { max-width: 100%; height: auto; border: 1px solid #8886; border-radius: 4px; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { border: 1px solid #8886; padding: .35rem .6rem; text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: .6rem .8rem; background: #8882; border-radius: 4px; }
code { font-size: .92em; }
a { color: #1a66c2; }
@media (prefers-color-scheme: dark) { a { color: #7db6ff; } }
.sub { margin-left: 1.5rem; }
"""


@dataclass(frozen=True)
class Section:
    """A section of the guide, with everything before the next heading.

    Attributes:
        title: Its heading, without a number.
        level: 1 for a chapter, 2 for what is in it.
        anchor: What links in the guide call it.
        text: Its Markdown, without the heading.
    """

    title: str
    level: int
    anchor: str
    text: str

    @property
    def page(self) -> str:
        """Name of its page, without an ending."""
        return re.sub(r"^\d+-", "", self.anchor)


def sections(guide: str) -> list[Section]:
    """Return the sections of the guide."""
    parts = re.split(r"(?m)^(#{2,3}) (.+)$", guide)
    found = []
    for marks, heading, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        title = re.sub(r"^\d+\. ", "", heading)
        found.append(Section(title, len(marks) - 1, anchor, text))
    return found


def pages() -> dict[str, str]:
    """Return the text of every page, and of the style sheet, under its file name."""
    guide = (DOCS / "user-guide.md").read_text(encoding="utf-8")
    walk = (DOCS / "walk-through.md").read_text(encoding="utf-8")
    every = sections(guide)
    anchors = {section.anchor: section.page for section in every}
    made = {"help.css": _STYLE}
    order = [CONTENTS, *(section.page for section in every)]
    titles = {CONTENTS: "Contents", **{section.page: section.title for section in every}}
    for number, section in enumerate(every, 1):
        around = [(order[number - 1], "Back"), *((page, "Next") for page in order[number + 1 :][:1])]  # fmt: skip
        links = [(CONTENTS, "Contents")] if number > 1 else []
        links += [(page, f"{word}: {titles[page]}") for page, word in around]
        text = f"# {section.title}\n{section.text}"
        made[f"{section.page}.html"] = _page(section.title, links, _body(text, anchors))
    title = walk.partition("\n")[0].lstrip("# ")
    made[f"{WALK_THROUGH}.html"] = _page(title, [(CONTENTS, "Contents")], _body(walk, anchors))
    entries = [
        f'<p{" class=sub" if section.level > 1 else ""}><a href="{section.page}.html">{html.escape(section.title)}</a></p>'
        for section in every
    ]
    intro = (
        "<h1>Voice Search</h1>\n"
        f'<p>In a hurry: <a href="{WALK_THROUGH}.html">{html.escape(title)}</a>. These pages need no network.</p>\n'
    )
    made[f"{CONTENTS}.html"] = _page("Voice Search", [], intro + "\n".join(entries) + "\n")
    return made


def pictures() -> list[str]:
    """Return the names of the pictures of the guide, without an ending."""
    text = "".join((DOCS / name).read_text(encoding="utf-8") for name in ("user-guide.md", "walk-through.md"))  # fmt: skip
    return sorted(set(re.findall(r"\]\(images/([\w-]+)\.png\)", text)))


def picture(name: str) -> Image.Image:
    """Return a picture as the pages show it: at most as wide as a page."""
    with Image.open(DOCS / "images" / f"{name}.png") as opened:
        shown = opened.convert("RGB")
    if shown.width <= WIDEST:
        return shown
    height = round(shown.height * WIDEST / shown.width)
    return shown.resize((WIDEST, height), Image.Resampling.LANCZOS)


def _page(title: str, links: list[tuple[str, str]], body: str) -> str:
    shown = "".join(f'<a href="{page}.html">{html.escape(word)}</a>\n' for page, word in links)
    nav = f"<nav>\n{shown}</nav>\n" if links else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{html.escape(title)}</title>\n<link rel="stylesheet" href="help.css">\n</head>\n<body>\n'
        f"{nav}<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _body(text: str, anchors: dict[str, str]) -> str:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(text)
    for token in tokens:
        if token.children:
            token.children = _linked(token.children, anchors)
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _linked(tokens: list[Token], anchors: dict[str, str]) -> list[Token]:
    """Return the tokens of a paragraph with links that lead to other pages; what has none is only text."""
    kept, dropped = [], False
    for token in tokens:
        if token.type == "link_open":
            target = _target(str(token.attrs["href"]), anchors)
            dropped = target is None
            if target is not None:
                token.attrs["href"] = target
        elif token.type == "image":
            token.attrs["src"] = str(token.attrs["src"]).replace(".png", ".webp")
        if not (dropped and token.type in ("link_open", "link_close")):
            kept.append(token)
    return kept


def _target(link: str, anchors: dict[str, str]) -> str | None:
    """Return where a link of the guide leads in these pages; None: it leads out of them.

    Raises:
        ValueError: It leads to a section that the guide does not have.
    """
    page, _, anchor = link.partition("#")
    if link.startswith(("http://", "https://")):
        return link
    if page == "walk-through.md":
        return f"{WALK_THROUGH}.html"
    if page not in ("", "user-guide.md"):
        return None
    if anchor and anchor not in anchors:
        raise ValueError(f"The guide has no section {anchor}.")
    return f"{anchors[anchor] if anchor else CONTENTS}.html"


def main() -> None:
    """Write the pages and their pictures anew, and remove what is not made any more."""
    images = FOLDER / "images"
    images.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in (*FOLDER.glob("*.*"), *images.glob("*.*")):
        if old.name not in made and old.stem not in pictures():
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    for name in pictures():
        picture(name).save(images / f"{name}.webp", quality=_QUALITY, method=6)


if __name__ == "__main__":
    main()
