"""The plugin under PyQt6, in an environment of its own: ``make test-qt6``."""
