"""The engine itself: who it is, and making it ready."""

from __future__ import annotations

import os
import platform
import time

import numpy as np

from .. import __version__
from ..capabilities import capabilities, model_identity
from ..contract.engine import Handshake
from ..contract.methods import PROTOCOL, InitializeParams, Nothing, WarmUpResult
from ..errors import ProtocolMismatch
from ..progress import Task
from .session import Session


def initialize(_session: Session, params: InitializeParams, _task: Task) -> Handshake:
    """Say who the engine is.

    Raises:
        ProtocolMismatch: The plugin speaks another protocol.
    """
    if params.protocol != PROTOCOL:
        raise ProtocolMismatch(known=PROTOCOL, asked=params.protocol)
    return Handshake(
        protocol=PROTOCOL,
        engine=__version__,
        python=platform.python_version(),
        process=os.getpid(),
        model=model_identity(),
        capabilities=capabilities(),
    )


def warm_up(session: Session, _params: Nothing, task: Task) -> WarmUpResult:
    """Load everything that the first question needs, and ask a test question."""
    began = time.monotonic()
    model = session.model()
    task.check_cancelled()
    from ..audio.speech import EndOfSpeech, find_speech
    from ..imagery.proj_data import check_proj_data
    from ..index import geometry, hit_files, search  # noqa: F401 (so that the first search need not)

    # An environment that cannot place anything on the map is not ready, whatever else it can.
    check_proj_data()
    sound = (0.1 * np.sin(np.arange(16_000) / 5)).astype(np.float32)
    find_speech(sound)
    EndOfSpeech().feed(sound[:1600])
    task.check_cancelled()
    model.encode_voice(sound)
    model.encode_images(np.zeros((1, model.tile_pixels, model.tile_pixels, 3), dtype=np.uint8))
    return WarmUpResult(time.monotonic() - began)
