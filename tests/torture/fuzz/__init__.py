"""Fuzzing that knows the structure of what it breaks.

A :class:`~.target.Target` makes valid inputs and breaks them (:mod:`.mutators`); a process of its own (:mod:`.case`) uses
each as the engine would, with limits of time and memory; :mod:`.campaign` starts these processes, asks for one input after
the other by number, and keeps what failed. Target, seed and number give the same input again.
"""
