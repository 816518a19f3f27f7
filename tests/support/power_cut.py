"""Cuts the power in the middle of an operation on an index: what was not synchronised is lost.

``python -m tests.support.power_cut OPERATION INDEX SCENES STEP TEMPLATE``, as :mod:`tests.support.killed_process`; every
STEPth moment leaves two folders: INDEX-MOMENT-lost.scrl, where neither names nor contents survived that no ``fsync`` has
confirmed, and INDEX-MOMENT-names.scrl, where all names did, and contents did not. A real disk does something in between.

Only ``os.fsync`` is watched: of a file it confirms the content, of a folder the names. That holds for files which a C
library has written, too (Annoy's), since the engine synchronises them itself.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from .killed_process import TOUCHES, at_every, run_operation


class Disk:
    """What is on the disk for sure."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._contents: dict[int, bytes] = {}
        self._names: dict[int, dict[str, int]] = {}
        # As long as they are open no other file gets their numbers.
        self._open: list[int] = []
        self._sync = os.fsync
        for path in [root, *root.rglob("*")]:
            self._confirm(path, os.open(path, os.O_RDONLY))
        os.fsync = self._fsync  # type: ignore[assignment]

    def _fsync(self, descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if path == self._root or self._root in path.parents:
            self._confirm(path, os.dup(descriptor))

    def _confirm(self, path: Path, descriptor: int) -> None:
        self._open.append(descriptor)
        number = os.fstat(descriptor).st_ino
        if path.is_dir():
            self._names[number] = {child.name: child.stat().st_ino for child in path.iterdir()}
        else:
            self._contents[number] = path.read_bytes()

    def survivors(self, target: Path) -> None:
        """Write what was confirmed."""
        self._write(self._root.stat().st_ino, target)

    def _write(self, number: int, target: Path) -> None:
        if number not in self._names and number in self._contents:
            target.write_bytes(self._contents[number])
            return
        if number not in self._names and not self._is_folder(number):
            target.write_bytes(b"")
            return
        target.mkdir()
        for name, inode in self._names.get(number, {}).items():
            self._write(inode, target / name)

    def _is_folder(self, number: int) -> bool:
        return any(path.is_dir() and path.stat().st_ino == number for path in self._root.rglob("*"))

    def survivors_with_all_names(self, target: Path) -> None:
        """Write all names, and of the contents what was confirmed."""
        target.mkdir()
        for path in sorted(self._root.rglob("*")):
            copy = target / path.relative_to(self._root)
            if path.is_dir():
                copy.mkdir()
            else:
                copy.write_bytes(self._contents.get(path.stat().st_ino, b""))


def run_cut(operation: str, index: Path, scenes: Path, moment: int) -> bool:
    """Run in a process of its own; tell whether the power was cut before the operation ended. The index is removed."""
    index.mkdir(exist_ok=True)
    pid = os.fork()
    if pid == 0:
        disk = Disk(index)
        count = 0

        def cut(code: int) -> None:
            name = index.name.removesuffix(".scrl")
            disk.survivors(index.with_name(f"{name}-lost.scrl"))
            disk.survivors_with_all_names(index.with_name(f"{name}-names.scrl"))
            os._exit(code)

        def watch(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal count
            if count != -1 and event in TOUCHES and str(arguments[0]).startswith(str(index)):
                count += 1
                if count == moment:
                    count = -1
                    cut(9)

        sys.addaudithook(watch)
        try:
            run_operation(operation, index, scenes)
            count = -1
            cut(0)
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    shutil.rmtree(index)
    if status not in (0, 9):
        raise RuntimeError(f"{operation} failed at moment {moment}: {status}")
    return status != 0


if __name__ == "__main__":
    at_every(run_cut)
