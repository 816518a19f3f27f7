"""The group "Voice search" of the layer tree, and saving its layers to files."""

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

from ..history import AskedQuery
from ..translation import tr, tr_later
from .hits import PROPERTY, is_hits_layer
from .score_map import is_of, score_maps

_NAME = tr_later("Voice search")
#: Saved with the project: the group's name depends on the language, and users may change it.
_MARK = PROPERTY + "group"


def find_group(project: QgsProject) -> QgsLayerTreeGroup | None:
    """Return the plugin's group of the layer tree; None if there is none."""
    root = project.layerTreeRoot()
    for group in root.findGroups(True):
        if group.customProperty(_MARK):
            return group
    # Projects of earlier versions have no mark.
    return root.findGroup(_NAME) or root.findGroup(tr(_NAME))


def voice_search_group(project: QgsProject) -> QgsLayerTreeGroup:
    """Return the plugin's group; creates it at the top of the layer tree if there is none."""
    group = find_group(project)
    if group is None:
        group = project.layerTreeRoot().insertGroup(0, tr(_NAME))
    group.setCustomProperty(_MARK, True)
    return group


def add_layer(
    project: QgsProject, layer: QgsMapLayer, below: bool = False, expanded: bool = False
) -> None:
    """Add a layer to the group.

    Args:
        project: The project.
        layer: The layer.
        below: Whether it goes below the others, not on top of them.
        expanded: Whether its legend is shown; otherwise it is collapsed, so that the tree stays short.
    """
    project.addMapLayer(layer, False)
    node = voice_search_group(project).insertLayer(-1 if below else 0, layer)
    node.setExpanded(expanded)


def hide_others(project: QgsProject, layer: QgsVectorLayer, asked: AskedQuery) -> None:
    """Show a layer of hits and the map of its question, and hide those of others: two searches would mix.

    Args:
        project: The project.
        layer: The layer of hits.
        asked: Its question.
    """
    for other in hits_layers(project):
        show_layer(project, other, other.id() == layer.id())
    for other_map in score_maps(project):
        show_layer(project, other_map, is_of(other_map, asked))


def show_layer(project: QgsProject, layer: QgsMapLayer, visible: bool = True) -> None:
    """Show or hide a layer."""
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is not None:
        node.setItemVisibilityChecked(visible)


def our_layers(project: QgsProject) -> list[QgsMapLayer]:
    """Return all layers of the project that the plugin has created."""
    return [
        layer
        for layer in project.mapLayers().values()
        if layer.customProperty(PROPERTY + "layer", "")
    ]


def hits_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers of hits, kept and temporary."""
    return [layer for layer in our_layers(project) if is_hits_layer(layer)]


def knows_question(layer: QgsMapLayer) -> bool:
    """Return whether a layer knows the question that it answers, and can ask it again."""
    return bool(layer.customProperty(PROPERTY + "asked", ""))


def remove_layers(project: QgsProject, kind: str, index: Path) -> None:
    """Remove the layers of one kind, such as "footprints", that show a voice index."""
    for layer in our_layers(project):
        is_of_index = str(layer.customProperty(PROPERTY + "index", "")) == str(index)
        if is_of_index and layer.customProperty(PROPERTY + "layer") == kind:
            project.removeMapLayer(layer.id())


def is_temporary(layer: QgsMapLayer) -> bool:
    """Return whether a layer is lost when QGIS is closed."""
    return bool(layer.providerType() == "memory")


def clear(project: QgsProject, kept_too: bool = False) -> int:
    """Remove our layers from the project; files of kept ones stay on disk.

    Args:
        project: The project.
        kept_too: Also those that are saved with it.

    Returns:
        Number of layers removed.
    """
    doomed = [
        layer.id()
        for layer in our_layers(project)
        if kept_too or is_temporary(layer) or not is_hits_layer(layer)
    ]
    project.removeMapLayers(doomed)
    group = find_group(project)
    if group is not None and not group.children():
        group.parent().removeChildNode(group)
    return len(doomed)


def free_table(file: Path, wanted: str) -> str:
    """Return an unused name for a new table of a GeoPackage.

    Args:
        file: The GeoPackage; it need not exist.
        wanted: The preferred name; a number is appended if it is taken.
    """
    # QGIS separates the parts of a layer's source by bars.
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
    """Return a task that writes a layer as a table of a GeoPackage and keeps its other tables.

    QGIS stays responsive meanwhile: writing waits for the disk.
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
    """Make a layer read its table in the GeoPackage from now on, all of it; name, style and position stay.

    Returns:
        False if the table cannot be opened; the layer is then unchanged.
    """
    uri = f"{file}|layername={table}"
    probe = QgsVectorLayer(uri, "probe", "ogr")
    if not probe.isValid():
        return False
    layer.setDataSource(uri, layer.name(), "ogr")
    return bool(layer.isValid())
