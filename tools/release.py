"""`make release`: all of a release that can be done offline: checks, zip, list of parts, notes, tag.

`make release DRY=1` does all of it but the tag, and names what stands in the way of a real one.

Refuses while the project has no public home, while anything is not committed, without a section of
this version in the changelog, and where the zip is not fit. Nothing leaves this computer: pushing the
tag and handing the zip to the plugin repository stay with a person.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from .make_zip import DIST, PLUGIN, CannotMake, git, make_zip
from .plugin_metadata import ROOT, notes, read_metadata, undecided_addresses
from .sbom import write_sboms


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


def main() -> None:
    """Make the release, or say everything that stands in its way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="set no tag; go on past obstacles")
    dry = parser.parse_args().dry_run
    version = read_metadata()["version"]
    try:
        found = obstacles(version)
        said = "\n".join(f"- {problem}" for problem in found)
        if found and not dry:
            sys.exit(f"No release of {version}.\n{said}")
        file = make_zip()
    except CannotMake as failure:
        sys.exit(f"No release. {failure}")
    if subprocess.run([sys.executable, "-m", "tools.check_zip", str(file)], cwd=ROOT).returncode:
        sys.exit(f"No release of {version}: the zip is not fit.")
    parts = write_sboms(DIST / f"{PLUGIN}.{version}.sbom")
    notes_file = DIST / f"{PLUGIN}.{version}.notes.md"
    news = notes(version) or notes("Unreleased")
    notes_file.write_text(f"# SCRL Voice Search {version}\n\n{news}\n", encoding="utf-8")
    print(f"Ready: {file.relative_to(ROOT)}, {len(parts)} lists of parts, {notes_file.name}.")
    if dry:
        print(f"A dry run: no tag. In the way of a release:\n{said or '- nothing'}")
        return
    git("tag", "-a", f"v{version}", "-m", f"SCRL Voice Search {version}")
    print(
        f"The tag v{version} is set. Left to do: push it, and hand the zip to the plugin repository."
    )


if __name__ == "__main__":
    main()
