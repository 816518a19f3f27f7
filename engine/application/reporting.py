"""Reports of hits."""

from __future__ import annotations

from ..contract.indexes import WrittenReport
from ..contract.methods import WriteReportParams
from ..progress import Task
from .session import Session


def write_report(_session: Session, params: WriteReportParams, task: Task) -> WrittenReport:
    """Write hits as one HTML page with pictures.

    Raises:
        UserError: As the method says.
    """
    from ..index.report import write_report as write
    from ..index.store import open_store

    # Of whatever model: its rasters are all that is needed of the index.
    missing = write(params, open_store(params.index).info, task)
    return WrittenReport(params.out, len(params.hits), missing)
