"""The rendered demo scene: what is drawn, where, and how light falls on it."""
