"""The voice index on disk, and the search in it."""
