"""The visible parts of the dock: they show what they are told, and tell what was clicked."""
