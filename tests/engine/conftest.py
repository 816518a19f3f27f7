"""Fixtures of the engine's tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine is slow: no test of properties fails for that.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
