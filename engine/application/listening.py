"""What a question finds while it is still being spoken."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..contract.methods import SearchParams, SearchResult
from ..errors import Cancelled, NoSpeech, SilentRecording
from ..progress import Task
from .session import Heard, Session

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..audio.recording import Recording, Samples

    Vector = NDArray[np.float32]

#: So many hits at most are told meanwhile; the answer has all.
MOST_HITS = 50

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Encoded:
    """What had been said at some moment, checked and encoded.

    Attributes:
        heard: The recording that it would be.
        vector: Its unit vector (D).
    """

    heard: Heard
    vector: Vector


class _Quietly(Task):
    """A search meanwhile: nobody watches it; it ends with the recording."""

    def __init__(self, listening: Listening) -> None:
        self._listening = listening

    def check_cancelled(self) -> None:
        """Raise Cancelled if the recording has ended."""
        if self._listening.is_over:
            raise Cancelled


class Listening:
    """Encodes what has been said so far, and searches with it, one piece at a time in a thread of its own.

    Nothing that goes wrong here ends the recording: whoever asks the whole question is told then.

    Args:
        session: Has the index and the model.
        params: What will be asked; one part is the recording.
        path: The file that the recording will be, as that part names it.
        task: Told what is found; the recording's own.

    Attributes:
        is_over: Whether the recording has ended: nothing more is searched or told.
    """

    def __init__(self, session: Session, params: SearchParams, path: str, task: Task) -> None:
        self.is_over = False
        self._session = session
        query = replace(params.query, k=min(params.query.k, MOST_HITS))
        self._params = replace(params, query=query, out=None)
        self._path = path
        self._task = task
        # One thread: a piece is encoded, then searched with.
        self._executor = ThreadPoolExecutor(1, "listening")
        self._taken: tuple[Samples, Future[Encoded]] | None = None
        self._searching: Future[None] | None = None

    def __enter__(self) -> Listening:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.is_over = True
        self._executor.shutdown(wait=False, cancel_futures=True)

    def take(self, samples: Samples) -> bool:
        """Begin to search with what has been said so far.

        Returns:
            Whether it has begun: not while it is at an earlier piece.
        """
        if self._searching is not None and not self._searching.done():
            return False
        encoding = self._executor.submit(self._encode, samples)
        self._taken = samples, encoding
        self._searching = self._executor.submit(self._tell, encoding)
        return True

    def encoded(self, spoken: Recording) -> Encoded | None:
        """Return a recording that was encoded before it ended; None if more was said, or it was not encoded."""
        import numpy as np

        self.is_over = True
        if self._taken is None:
            return None
        samples, encoding = self._taken
        # What is being encoded is waited for: it would be done now otherwise.
        if not np.array_equal(samples, spoken.samples) or encoding.exception():
            return None
        return encoding.result()

    def _tell(self, encoding: Future[Encoded]) -> None:
        try:
            encoded = encoding.result()
            if not self.is_over:
                result = self._search(encoded)
                if not self.is_over:
                    self._task.found(result)
        except (Cancelled, NoSpeech, SilentRecording):
            return
        except Exception as error:
            _log.warning("what has been said so far is not searched: %s", error)

    def _encode(self, samples: Samples) -> Encoded:
        from ..audio.recording import Recording
        from ..audio.speech import check_speech

        whole = Recording(samples, self._path)
        speech = check_speech(whole)
        vector = self._session.model().encode_voice(speech.samples)
        return Encoded(Heard(whole, speech), vector)

    def _search(self, encoded: Encoded) -> SearchResult:
        from .search import find, understand

        spoken = self._path, encoded.vector
        quietly = _Quietly(self)
        question = understand(
            self._session, self._params.index, self._params.query, quietly, spoken
        )
        return find(question, None, quietly)
