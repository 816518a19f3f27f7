"""What the engine does for whoever asks, QGIS or a terminal: functions on a session.

Each takes a :class:`~.session.Session`, the parameters of a method of :mod:`engine.contract.methods` and
the :class:`~engine.progress.Task` that it works for, and returns that method's result. Paths may be
relative here: a terminal's messages name them as the user typed them.
"""
