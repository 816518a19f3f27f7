"""One request after another through a layer's data provider, each looked at, at a polite rate.

The provider (tried with QGIS 3.22: XYZ, WMS and WMTS) keeps failures to itself: a tile that was refused, or is no
picture, becomes a hole, and the missing half of a JPEG becomes grey; ``QgsRasterBlockFeedback.errors()`` stays empty.
But the requests are made in the calling thread, by the network manager of that thread. Its signal ``finished`` comes
before the provider reads the reply, which can be looked at without taking anything from it. So authentication, proxy,
cache and the dialects of services remain QGIS's, and nothing goes unnoticed.

Newer QGIS (tried with 3.40 and 3.44) downloads the tiles of XYZ and WMTS in a thread of its own, and asks four times at
once for what fails. Its network manager in the main thread tells of these replies, too (:class:`TileListener`), their
content is in QGIS's cache, and what goes wrong is cancelled, by which time QGIS has mostly asked once more.
"""

from __future__ import annotations

import enum
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from qgis.core import (
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
    QgsNetworkRequestParameters,
    QgsRasterBlockFeedback,
    QgsRasterDataProvider,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, QUrl, pyqtSignal, pyqtSlot
from qgis.PyQt.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from ..translation import tr

#: How often a request is made before it is given up.
TRIES = 4
#: A service that asks for a longer pause is left alone.
LONGEST_PAUSE_S = 300.0
#: Requests a second, unless something else is said.
POLITE_RATE = 4.0
_SLOWEST_RATE = 0.25
_FIRST_PAUSE_S = 1.0
_BUSY = (429, 503)
_NOTHING_THERE = (204, 404, 410)
_NOT_ALLOWED = (401, 407)
_NO_USE = 400, 403, 405, 451
#: A JPEG that ends too early is filled with this colour.
_FILLING = b"\x80\x80\x80\xff"
_FILLED_ROWS = 8
_ENDS = {b"\x89PNG": b"IEND\xaeB`\x82", b"\xff\xd8\xff": b"\xff\xd9"}
_END_LENGTH = 64
#: What asks for tiles in QGIS, in the name that it gives its requests.
_TILES = "QgsWmsTiledImageDownloadHandler"
_REPEATED = "repeatTileRequest"
#: So long the main thread may be busy before it tells of a reply.
_BUSY_MAIN_THREAD_S = 20.0

# QGIS keeps tiles in memory; one that came incomplete must not be taken for whole when it comes from there.
_incomplete: set[tuple[str, str]] = set()
_listeners: set[TileListener] = set()


class Refused(Exception):
    """The service does not want to, or cannot go on: no further request is made."""


class LeftOut(Exception):
    """This picture was not to be had."""


class Stopped(Exception):
    """The user has cancelled."""


class Trouble(enum.Enum):
    """What can be wrong with a reply."""

    NONE = enum.auto()
    NOTHING_THERE = enum.auto()
    BUSY = enum.auto()
    FAILED = enum.auto()
    INCOMPLETE = enum.auto()
    NO_USE = enum.auto()
    NOT_ALLOWED = enum.auto()


@dataclass(frozen=True)
class Reply:
    """What came back.

    Attributes:
        trouble: What is wrong with it.
        status: The status of HTTP; 0 if none came.
        pause_s: How long the service asks to wait; 0 if it does not say.
        reason: The same in words.
        cached: Whether QGIS had it.
        url: What was asked for.
    """

    trouble: Trouble
    status: int
    pause_s: float
    reason: str
    cached: bool
    url: QUrl


class Pace:
    """Keeps requests apart.

    Args:
        rate: Most requests a second.
        stopped: Tells whether the user has cancelled.
    """

    def __init__(self, rate: float, stopped: Callable[[], bool]) -> None:
        self._rate = rate
        self._stopped = stopped
        self._next = 0.0

    @property
    def rate(self) -> float:
        """Most requests a second, as it is now."""
        return self._rate

    def wait(self) -> None:
        """Wait until the next request may be made.

        Raises:
            Stopped: The user has cancelled.
        """
        while True:
            if self._stopped():
                raise Stopped
            left = self._next - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, 0.1))

    def count(self, requests: int) -> None:
        """Note that so many requests were made."""
        self._next = max(self._next, time.monotonic()) + requests / self._rate

    def rest(self, seconds: float) -> None:
        """Make no request for so long."""
        self._next = max(self._next, time.monotonic() + seconds)

    def slow_down(self) -> None:
        """Make half as many requests from now on, within reason."""
        self._rate = max(min(self._rate, _SLOWEST_RATE), self._rate / 2)


class Fetcher:
    """Fetches pictures of a service, in one thread.

    Args:
        provider: The data provider of the layer, or a clone that belongs to this thread.
        pace: Keeps the requests apart.
        feedback: Cancels a request that is under way.
        listener: Hears of tiles that QGIS downloads in another thread.

    Attributes:
        requests: How many have been made, without those that QGIS's cache answered.
    """

    def __init__(
        self,
        provider: QgsRasterDataProvider,
        pace: Pace,
        feedback: QgsRasterBlockFeedback,
        listener: TileListener,
    ) -> None:
        self._provider = provider
        self._pace = pace
        self._feedback = feedback
        self._listener = listener
        self.requests = 0

    def fetch(self, bounds: QgsRectangle, side: int) -> bytes | None:
        """Return the pixels of a square: blue, green, red, alpha, row by row.

        Returns:
            ``4 * side * side`` bytes; None if the service has nothing there.

        Raises:
            LeftOut: It could not be fetched, or not as a whole.
            Refused: The service lets nobody in, or wants to be left alone for long.
            Stopped: The user has cancelled.
        """
        reason = ""
        for attempt in range(TRIES):
            self._pace.wait()
            pixels, replies = self._ask(bounds, side)
            if self._feedback.isCanceled():
                raise Stopped
            made = sum(not reply.cached for reply in replies)
            self.requests += made
            self._pace.count(made)
            worst = max(replies, key=lambda reply: reply.trouble.value, default=None)
            trouble = worst.trouble if worst is not None else Trouble.NONE
            if attempt and not replies and not any((pixels or b"")[3::4]):
                # QGIS has joined it with the last one, which it was still repeating, and tells of neither.
                trouble = Trouble.FAILED
            elif trouble in (Trouble.NONE, Trouble.NOTHING_THERE):
                if pixels is not None and not self._cut_off(pixels, side, bounds, bool(replies)):
                    return pixels if any(pixels[3::4]) else None
                if pixels is None:
                    if trouble is Trouble.NOTHING_THERE:
                        return None
                    trouble, reason = Trouble.FAILED, tr("the layer gave no pixels")
                else:
                    trouble, reason = Trouble.INCOMPLETE, _incomplete_text()
            elif worst is not None:
                reason = worst.reason
            self._react(trouble, reason, replies, bounds, attempt)
        raise LeftOut(reason)

    def _react(
        self,
        trouble: Trouble,
        reason: str,
        replies: list[Reply],
        bounds: QgsRectangle,
        attempt: int,
    ) -> None:
        """Let the service rest before the next try.

        Raises:
            LeftOut: Another try is of no use.
            Refused: The same for all other pictures.
        """
        if trouble is Trouble.NOT_ALLOWED:
            raise Refused(reason)
        if trouble is Trouble.NO_USE:
            raise LeftOut(reason)
        if trouble is Trouble.INCOMPLETE:
            _incomplete.add(self._key(bounds))
            cache = QgsNetworkAccessManager.instance().cache()
            for reply in replies:
                if cache is not None:
                    cache.remove(reply.url)
        asked = max((reply.pause_s for reply in replies), default=0.0)
        if asked > LONGEST_PAUSE_S:
            text = tr("the service asks for a pause of {minutes:.0f} minutes")
            raise Refused(text.format(minutes=asked / 60))
        self._pace.rest(max(asked, _FIRST_PAUSE_S * 2**attempt))
        if trouble is Trouble.BUSY:
            self._pace.slow_down()

    def _ask(self, bounds: QgsRectangle, side: int) -> tuple[bytes | None, list[Reply]]:
        # A clone has not kept the last picture of a WMS, as a provider does.
        provider = self._provider.clone()
        # Rounding must not make it touch the neighbouring tiles.
        within = bounds.buffered(-1e-3 * bounds.width() / side)
        feedback = QgsRasterBlockFeedback()
        cancel = self._feedback.canceled
        cancel.connect(feedback.cancel, Qt.ConnectionType.DirectConnection)
        try:
            with _replies() as noted:
                self._listener.begin(lambda: noted or feedback.cancel())
                block = provider.block(1, within, side, side, feedback)
            replies = noted or self._listener.heard()
        finally:
            cancel.disconnect(feedback.cancel)
        if not block.isValid() or block.width() != side or block.height() != side:
            return None, replies
        pixels = bytes(block.data())
        return (pixels if len(pixels) == 4 * side * side else None), replies

    def _cut_off(self, pixels: bytes, side: int, bounds: QgsRectangle, is_new: bool) -> bool:
        """Tell whether a picture is only the upper part of one."""
        key = self._key(bounds)
        if is_new:
            _incomplete.discard(key)
        elif key in _incomplete:
            return True
        return pixels.endswith(_FILLING * (side * _FILLED_ROWS))

    def _key(self, bounds: QgsRectangle) -> tuple[str, str]:
        return self._provider.dataSourceUri(), bounds.toString(3)


class TileListener(QObject):
    """Hears, in the main thread, of the tiles that QGIS downloads in a thread of its own; used in any thread.

    Tiles that QGIS downloads meanwhile to draw the map cannot be told from them, and count as requests, too.
    A context manager: it hears nothing before, and lets go at the end.
    """

    _wanted = pyqtSignal(bool)
    _asked = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._heard: list[Reply] = []
        self._on_trouble: Callable[[], object] = lambda: None
        self._caught_up = threading.Event()
        self.moveToThread(QCoreApplication.instance().thread())
        self._wanted.connect(self._listen)
        self._asked.connect(self._catch_up)

    def __enter__(self) -> TileListener:
        # Kept: where it is used, Python must not delete what belongs to the main thread.
        _listeners.add(self)
        self._wanted.emit(True)
        return self

    def __exit__(self, *_error: object) -> None:
        self._wanted.emit(False)

    def begin(self, on_trouble: Callable[[], object]) -> None:
        """Forget what was heard; call something at the next reply with which something is wrong."""
        self._on_trouble = on_trouble
        self._heard = []

    def heard(self) -> list[Reply]:
        """Return the replies since :meth:`begin`, when the main thread has told of all that have come."""
        if QThread.currentThread() != self.thread():
            # What was posted to the main thread before comes before.
            self._caught_up.clear()
            self._asked.emit()
            self._caught_up.wait(_BUSY_MAIN_THREAD_S)
        return self._heard

    @pyqtSlot(bool)
    def _listen(self, wanted: bool) -> None:
        manager = QgsNetworkAccessManager.instance()
        if wanted:
            manager.finished.connect(self._note)
            self.setParent(manager)  # Qt deletes it, not Python.
        else:
            manager.finished.disconnect(self._note)
            _listeners.discard(self)
            self.deleteLater()

    @pyqtSlot()
    def _catch_up(self) -> None:
        self._caught_up.set()

    def _note(self, content: QgsNetworkReplyContent) -> None:
        if _is_tile(content) and not 300 <= _status(content) < 400:
            reply = _looked_at(content)
            self._heard.append(reply)
            if reply.trouble is not Trouble.NONE:
                self._on_trouble()


def _is_tile(content: QgsNetworkReplyContent) -> bool:
    """Return whether a reply is to the first request for a tile; one that QGIS repeats may come when all is over."""
    parameters = QgsNetworkRequestParameters
    try:
        asker, place = (
            str(content.request().attribute(QNetworkRequest.Attribute(int(key))))
            for key in (parameters.AttributeInitiatorClass, parameters.AttributeInitiatorRequestId)
        )
    except (TypeError, ValueError):
        return True  # PyQt6 knows no attributes but Qt's own.
    return asker == _TILES and _REPEATED not in place


@contextmanager
def _replies() -> Iterator[list[Reply]]:
    """Note the replies that come to this thread meanwhile."""
    manager = QgsNetworkAccessManager.instance()
    # QGIS's own signal of that name hides Qt's.
    finished = QNetworkAccessManager.finished.__get__(manager)
    noted: list[Reply] = []

    def note(reply: QNetworkReply) -> None:
        # A redirection is followed; what it leads to is the reply.
        if not 300 <= _status(reply) < 400:
            noted.append(_looked_at(reply))

    finished.connect(note)
    try:
        yield noted
    finally:
        finished.disconnect(note)


def _status(reply: QNetworkReply | QgsNetworkReplyContent) -> int:
    return int(reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0)


def _looked_at(reply: QNetworkReply | QgsNetworkReplyContent) -> Reply:
    status = _status(reply)
    cached = bool(reply.attribute(QNetworkRequest.Attribute.SourceIsFromCacheAttribute))
    pause, trouble, reason = 0.0, Trouble.NONE, ""
    if status in _NOTHING_THERE:
        trouble = Trouble.NOTHING_THERE
    elif status in _NOT_ALLOWED:
        trouble = Trouble.NOT_ALLOWED
        text = tr("the service asks for a valid user name, password or token (HTTP {status})")
        reason = text.format(status=status)
    elif status in _BUSY:
        trouble = Trouble.BUSY
        pause = _pause_asked_for(bytes(reply.rawHeader(b"Retry-After")))
        reason = tr("the service is busy (HTTP {status})").format(status=status)
    elif status >= 400:
        trouble = Trouble.NO_USE if status in _NO_USE else Trouble.FAILED
        reason = tr("the service answers with an error (HTTP {status})").format(status=status)
    elif reply.error() != QNetworkReply.NetworkError.NoError:
        trouble, reason = Trouble.FAILED, str(reply.errorString())
    else:
        content = _content(reply)
        kind = bytes(reply.rawHeader(b"Content-Type")).decode("latin-1").lower()
        end = next((end for start, end in _ENDS.items() if content and content.startswith(start)), None)  # fmt: skip
        if end is None and (content == b"" or kind.startswith(("text/", "application/"))):
            trouble = Trouble.FAILED
            reason = tr("the service answers with something that is not an image")
        elif content and end is not None and end not in content[-_END_LENGTH:]:
            trouble, reason = Trouble.INCOMPLETE, _incomplete_text()
    return Reply(trouble, status, pause, reason, cached, _url(reply))


def _url(reply: QNetworkReply | QgsNetworkReplyContent) -> QUrl:
    return reply.url() if isinstance(reply, QNetworkReply) else reply.request().url()


def _content(reply: QNetworkReply | QgsNetworkReplyContent) -> bytes | None:
    """Return what came; None if it is not known, since the service does not let QGIS keep it."""
    if isinstance(reply, QNetworkReply):
        return bytes(reply.peek(reply.bytesAvailable()))
    cache = QgsNetworkAccessManager.instance().cache()
    kept = None if cache is None else cache.data(_url(reply))
    return None if kept is None else bytes(kept.readAll())


def _incomplete_text() -> str:
    return tr("an image arrived incomplete")


def _pause_asked_for(text: bytes) -> float:
    """Return the seconds of a header Retry-After; a date there is taken for a minute."""
    if not text:
        return 0.0
    return float(text) if text.strip().isdigit() else 60.0
