"""Tools around the engine: set-up, the demo and its scene."""
