"""Benchmarks: ratios within one run; results and commands are in ``docs/benchmarks.md``."""
