"""The engine's environment: found, made, checked, mended and removed."""
