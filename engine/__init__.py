"""The engine of qgis_scrl: spoken search over georeferenced imagery, without QGIS."""

__version__ = "0.1.0"
