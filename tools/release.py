"""`make release`: all of a release that can be done offline: checks, zip, notes, tag.

Refuses while the project has no public home, while anything is not committed, without a section of
this version in the changelog, and where the zip is not fit. Nothing leaves this computer: pushing the
tag and handing the zip to the plugin repository stay with a person.
"""

from __future__ import annotations

import re
import subprocess
import sys

from .make_zip import DIST, PLUGIN, CannotMake, git, make_zip
from .plugin_metadata import ROOT, read_metadata, undecided_addresses


def obstacles(version: str) -> list[str]:
    """Return what stands in the way of releasing a version, a sentence each."""
    found = []
    undecided = undecided_addresses(read_metadata())
    if undecided:
        found.append(
            f"No public home is decided: {', '.join(undecided)} in metadata.txt are still at example.org. "
            "Set them there; nothing else names them."
        )
    if git("status", "--porcelain", "--untracked-files=no").strip():
        found.append("Something is not committed: `git status`.")
    if git("tag", "--list", f"v{version}").strip():
        found.append(f"The tag v{version} is there already: raise the version in metadata.txt.")
    if not notes(version):
        found.append(f"CHANGELOG.md has no section [{version}]: name the unreleased one so.")
    return found


def notes(version: str) -> str:
    """Return the changelog's section of a version; empty if there is none."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = re.search(
        rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## \[|\Z)", text, re.MULTILINE | re.DOTALL
    )
    return section.group(1).strip() if section else ""


def main() -> None:
    """Make the release, or say everything that stands in its way."""
    version = read_metadata()["version"]
    try:
        found = obstacles(version)
        if found:
            sys.exit(f"No release of {version}.\n" + "\n".join(f"- {problem}" for problem in found))
        file = make_zip()
    except CannotMake as failure:
        sys.exit(f"No release. {failure}")
    if subprocess.run([sys.executable, "-m", "tools.check_zip", str(file)], cwd=ROOT).returncode:
        sys.exit(f"No release of {version}: the zip is not fit.")
    notes_file = DIST / f"{PLUGIN}.{version}.notes.md"
    notes_file.write_text(f"# SCRL Voice Search {version}\n\n{notes(version)}\n", encoding="utf-8")
    git("tag", "-a", f"v{version}", "-m", f"SCRL Voice Search {version}")
    print(
        f"{file.relative_to(ROOT)} and {notes_file.name} are ready, and the tag v{version} is set."
    )
    print("Left to do: push the tag, and hand the zip to the plugin repository.")


if __name__ == "__main__":
    main()
