"""What QGIS and the engine say to each other, described once and imported by both sides.

Standard library only, and Python 3.9 (QGIS's own on Windows) to 3.14: this package is loaded into QGIS's
Python as well as into the engine's. Annotations are read at run time, so that they are written with
``Optional`` and ``Union``. The tables of ``docs/protocol.md`` are made from it by ``tools/protocol_tables.py``.

    queries     a question: weighted parts, filters, number of hits, threshold
    tiles       a tile and a hit: one list of attributes for every file, layer and message
    indexes     imagery and voice indexes: descriptions and reports
    audio       microphones and recordings
    engine      the engine itself: handshake, diagnostics
    notices     what is said in passing: failures, notes, stages of long work, as codes with values
    methods     every method: parameters, result, failures, time limit, whether it may be sent again
    codec       between these types and plain JSON
    messages    JSON-RPC 2.0: between requests, responses, notifications and lines of bytes
"""
