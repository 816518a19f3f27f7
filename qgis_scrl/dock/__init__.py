"""The dock widget, one module per visible part."""
