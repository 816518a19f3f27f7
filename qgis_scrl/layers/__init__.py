"""Hits, footprints and maps of scores as styled map layers."""
