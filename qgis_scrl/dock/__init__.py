"""The dock widget: its visible parts, the dialogs it opens, and what happens when they are clicked."""
