"""Under load and fault: what `make torture` runs, and the short form of it in `make test`.

``python -m tests.torture [fuzz|kill|faults|soak] --seed N --minutes M --count N``; what was run with which result is
written down in ``docs/reliability.md``.
"""
