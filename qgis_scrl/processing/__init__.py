"""Voice search in QGIS's Processing toolbox, modeler, batch and ``qgis_process``."""
