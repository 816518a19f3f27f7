"""Plays the engine's part of a recorded conversation: ``python -m tests.support.player NAME WORK``.

What the client says is compared with the recording; if it differs, the player says so on standard
error and leaves.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests import conversations


def main() -> None:
    """Play."""
    for line in conversations.load(sys.argv[1], Path(sys.argv[2])):
        if line.speaker == "engine":
            sys.stdout.buffer.write(line.data)
            sys.stdout.buffer.flush()
            continue
        if line.speaker == "sound":
            continue
        heard = sys.stdin.buffer.readline()
        if not heard:
            return
        if json.loads(heard) != line.message:
            sys.stderr.write(f"heard {heard!r} instead of {line.message}\n")
            sys.exit(1)
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
