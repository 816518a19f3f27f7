"""Hits and footprints as styled map layers."""
