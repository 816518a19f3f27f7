"""Imagery of map services: what a layer shows in an area becomes files that the engine can read."""
