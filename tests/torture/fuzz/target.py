"""What is fuzzed: one kind of input, how it is made, and how the engine uses it."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from pathlib import Path


class Target(ABC):
    """One kind of input.

    Attributes:
        cpu_seconds: What one input may take at most, on one processor.
        memory_bytes: Address space that one input may take beyond what is loaded.
    """

    cpu_seconds = 20
    memory_bytes = 1_500_000_000

    @abstractmethod
    def __init__(self, samples: Path) -> None:
        """Make the valid inputs, once for each process.

        Args:
            samples: A folder for them.
        """

    @abstractmethod
    def write(self, rng: random.Random, folder: Path) -> str:
        """Write one broken input; what decides is ``rng`` alone.

        Args:
            rng: Belongs to this input.
            folder: Empty.

        Returns:
            What was done to it, in a few words.
        """

    @abstractmethod
    def use(self, folder: Path) -> None:
        """Use the input as the engine would.

        Raises:
            UserError: The input was refused, in a sentence.
        """


class Wrong(Exception):
    """The use of an input ended without a traceback, and yet not as it must."""
