"""What the user has said of hits: yes or no, in order, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .contract import Hit, Label


class Labelling:
    """The labels of one question in one voice index.

    Args:
        labels: Those that it begins with.
    """

    def __init__(self, labels: Iterable[Label] = ()) -> None:
        self._yes: dict[int, bool] = {label.tile_id: label.yes for label in labels}
        #: What each step changed: the earlier label of each tile, None if it had none.
        self._steps: list[dict[int, bool | None]] = []

    @property
    def by_tile(self) -> Mapping[int, bool]:
        """Whether each labelled tile is a yes, in the order in which they were labelled."""
        return self._yes

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels, as a question takes them."""
        return tuple(Label(tile_id, yes) for tile_id, yes in self._yes.items())

    @property
    def yes(self) -> int:
        """How many are a yes."""
        return sum(self._yes.values())

    @property
    def no(self) -> int:
        """How many are a no."""
        return len(self._yes) - self.yes

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._steps)

    @property
    def touched(self) -> set[int]:
        """The tiles that have a label, or may get one back."""
        return {*self._yes, *(tile_id for step in self._steps for tile_id in step)}

    def label(self, hits: Iterable[Hit], yes: bool | None) -> bool:
        """Label hits, or (None) take their labels away; says whether that changed something."""
        return self._change({hit.tile_id: yes for hit in hits})

    def add(self, labels: Iterable[Label]) -> None:
        """Take over the labels of tiles that have none."""
        self._change(
            {label.tile_id: label.yes for label in labels if label.tile_id not in self._yes}
        )

    def clear(self) -> bool:
        """Take all labels away; that can be undone like any other step."""
        return self._change(dict.fromkeys(self._yes))

    def undo(self) -> tuple[int, ...]:
        """Take the last step back; returns the tiles that it had changed."""
        if not self._steps:
            return ()
        step = self._steps.pop()
        self._set(step)
        return tuple(step)

    def _change(self, wanted: Mapping[int, bool | None]) -> bool:
        earlier = {
            tile_id: self._yes.get(tile_id)
            for tile_id, yes in wanted.items()
            if self._yes.get(tile_id) is not yes
        }
        if not earlier:
            return False
        self._steps.append(earlier)
        self._set({tile_id: wanted[tile_id] for tile_id in earlier})
        return True

    def _set(self, labels: Mapping[int, bool | None]) -> None:
        for tile_id, yes in labels.items():
            self._yes.pop(tile_id, None)
            if yes is not None:
                self._yes[tile_id] = yes
