"""Rasters of any CRS and band layout become square RGB tiles of one ground size."""
