"""The group "Voice search" of the layer tree, and keeping its layers for good."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorFileWriterTask,
    QgsVectorLayer,
)

from .hits import PROPERTY, is_hits_layer

GROUP = "Voice search"


def voice_search_group(project: QgsProject) -> QgsLayerTreeGroup:
    """Return the group "Voice search" at the top of the layer tree; makes it if it is not there."""
    root = project.layerTreeRoot()
    group = root.findGroup(GROUP)
    return group if group is not None else root.insertGroup(0, GROUP)


def add_layer(project: QgsProject, layer: QgsMapLayer, below: bool = False) -> None:
    """Put a layer into the group, folded, so that the tree stays short.

    Args:
        project: The project.
        layer: The layer.
        below: Whether it lies below the others, not on top of them.
    """
    project.addMapLayer(layer, False)
    node = voice_search_group(project).insertLayer(-1 if below else 0, layer)
    node.setExpanded(False)


def hide_others(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Show a layer of hits, and none of the others: ranks of two questions would mix."""
    root = project.layerTreeRoot()
    for other in hits_layers(project):
        node = root.findLayer(other.id())
        if node is not None:
            node.setItemVisibilityChecked(other.id() == layer.id())


def our_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """Return all layers of the project that the plugin has made."""
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.customProperty(PROPERTY + "layer", "")
    ]


def hits_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers of hits, kept and temporary."""
    return [layer for layer in our_layers(project) if is_hits_layer(layer)]


def is_temporary(layer: QgsVectorLayer) -> bool:
    """Return whether a layer is lost when QGIS ends."""
    return bool(layer.providerType() == "memory")


def clear(project: QgsProject, kept_too: bool = False) -> int:
    """Take our layers out of the project; files of kept ones stay on disk.

    Args:
        project: The project.
        kept_too: Also those that are saved with it.

    Returns:
        How many.
    """
    doomed = [
        layer.id()
        for layer in our_layers(project)
        if kept_too or is_temporary(layer) or not is_hits_layer(layer)
    ]
    project.removeMapLayers(doomed)
    root = project.layerTreeRoot()
    group = root.findGroup(GROUP)
    if group is not None and not group.children():
        root.removeChildNode(group)
    return len(doomed)


def free_table(file: Path, wanted: str) -> str:
    """Return a name for a new table of a GeoPackage; no other has it.

    Args:
        file: The GeoPackage; it may not be there yet.
        wanted: What it is to be called; a number is put after what is taken.
    """
    # QGIS puts a bar between the parts of a layer's address.
    wanted = wanted.replace("|", "-")
    taken: set[str] = set()
    if file.exists():
        found = QgsProviderRegistry.instance().querySublayers(str(file))
        taken = {table.name().lower() for table in found}
    name, number = wanted, 2
    while name.lower() in taken:
        name, number = f"{wanted} ({number})", number + 1
    return name


def write_task(layer: QgsVectorLayer, file: Path, table: str) -> QgsVectorFileWriterTask:
    """Make a task that writes a layer as a table of a GeoPackage, beside what that holds already.

    The window stays free meanwhile: writing waits for the disk.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = table
    options.fileEncoding = "UTF-8"
    options.actionOnExistingFile = (
        QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        if file.exists()
        else QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteFile
    )
    return QgsVectorFileWriterTask(layer, str(file), options)


def turn_into_kept(layer: QgsVectorLayer, file: Path, table: str) -> bool:
    """Let a layer show its table in the GeoPackage from now on; name, style and place stay.

    Returns:
        False if the table cannot be opened; the layer is then as it was.
    """
    uri = f"{file}|layername={table}"
    probe = QgsVectorLayer(uri, "probe", "ogr")
    if not probe.isValid():
        return False
    subset = layer.subsetString()
    layer.setDataSource(uri, layer.name(), "ogr")
    if subset:
        layer.setSubsetString(subset)
    return bool(layer.isValid())
