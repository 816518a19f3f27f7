<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>qgis_scrl</name>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Acquired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Pixel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>CRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Images of the voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Images that this index was built from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Check and repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Compare all files with their checksums and remove damaged parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Merge small parts so that searches open fewer files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove the selected image from the index; the image file is not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove from list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove this index from the list; its folder is not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Open the folder of the index in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Voice index {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{title}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{tiles} (not finished)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{tiles} in {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n tile(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n part(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build not finished: %n tile(s) remaining.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{checksum} (current model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{checksum} (different model; rebuild the index)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Ground sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Tile overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Checking all files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Merging small parts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove {image} from this voice index?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Searches will no longer find its tiles. The image file is not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Removing {image}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{image} was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>No problems found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n problem(s) repaired.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Press Continue in the Voice Search panel to build removed parts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n more problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n part(s) merged into {number}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add imagery to {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>New voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Build estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Skipped images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Start the build in the background; you can already search the finished tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Select at least one image, or add files or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Enter one or three band numbers, such as 4 3 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Select at least one ground size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Enter a name for the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The name must not contain any of these characters: {characters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Choose a folder for the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{name} already exists in this folder. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{folder} (folder)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The selected layers, files and folders will be indexed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add image files that are not in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add all images in a folder and its subfolders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Object size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Rasters with missing metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Values to use for images whose files do not contain them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>CRS of rasters without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>CRS to assign to rasters without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Acquisition date of rasters without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Acquisition date of rasters whose files do not contain one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Bands to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>One band for grayscale, or three for red, green and blue, such as 4 3 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;CRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Acquisi&amp;tion date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;Bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Name of the voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Name of the index in the Voice Search panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Folder for the voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The index does not contain the imagery itself, so it needs much less space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Images ({patterns});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Estimating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>None of these images can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>About %n tile(s), {duration}, {size} of disk space.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>There are no tiles. Choose other imagery or ground sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Skipped: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>%n more image(s) skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The folder {folder} cannot be created ({reason}). Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>unknown reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/collapsible_section.py"/>
        <source>Expand or collapse: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/collapsible_section.py"/>
        <source>Expand or collapse this section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Whole index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search everything in the voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Current map extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the extent of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Selected features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons that are selected on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Polygon layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons of a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Polygon layer to search within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons of this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Only imagery acquired on this day or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Earliest acquisition date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Only imagery acquired on this day or earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Latest acquisition date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Maximum number of places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Maximum number of places to find, best matches first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>The first date is after the last date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Change the dates under Filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Filters: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search area, acquisition dates and number of places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, from {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, until {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{task}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{task}: {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{rate}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{duration} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{west} to {east}, {south} to {north}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{date}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>car, tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>house, swimming pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>house with garden, tennis court</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>large building, sports field, aircraft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>residential block, car park</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>village, harbour, airport terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>town district, airport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>town, lake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Side of the square tiles that the imagery is cut into. Select the size of what you are looking for; several sizes find both small and large objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Other ground size in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Add size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Add this size to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>{size}: {examples} (suggested)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>{size}: {examples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Nearest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>By image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>{distance} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Rank {rank}, score {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Acquired: {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Acquisition date unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Ground size: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Distance from the map centre: {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Zoom to place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Zoom the map to this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Search for places that look like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Copy coordinates ({position})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Latitude and longitude of the centre (WGS 84)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>New index…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build a voice index from layers, files or a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Contents of the voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add imagery to this index; imagery already in it is not processed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show footprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add a layer that shows where this index has imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show the contents of this index; check and repair it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue the build where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue the unfinished build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build progress; you can already search the finished tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop the build; finished tiles are kept and you can continue later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop the build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Choose a voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Open another index…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>{name}: starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>{name}: {progress}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stopping; finished tiles are kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Open voice index (folder NAME.scrl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Choose the voice index to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>%n tile(s) of {sizes}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>%n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Built with a different model. Rebuild the index to search it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Asked: {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Search again with this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Ask again: {question} ({moment})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Play the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Recent questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>There are no recent questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recognised_phrases.py"/>
        <source>Heard as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recognised_phrases.py"/>
        <source>Known phrases that are closest to your question, closest first.
The search uses your voice, not these words. If they are wrong, ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recognised_phrases.py"/>
        <source>Recognised phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Order of the list; distances are measured from the centre of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Order of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Hide results with a lower score in the list and on the map, without a new search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Minimum score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Also show results with a lower score: moves the score slider to its minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Search for places that look like the selected one (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Find more places like the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Save these results to a GeoPackage next to the voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep these results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Remove all temporary layers of the voice search from the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Remove all temporary result layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Places found will be listed here and shown on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Temporary layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>This layer is lost when QGIS is closed unless you keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Saved layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>This layer is stored in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>%n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>{shown} of %n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Show %n weaker place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Show %n hidden place(s) with a lower score</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Score ≥ {minimum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set-up progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set-up step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Use NVIDIA GPU (3 GB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Install the packages with CUDA, which builds indexes faster on an NVIDIA graphics card. Otherwise the processor (CPU) is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Download the packages and set up the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Use my own Python…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the Python of an environment that contains the engine&apos;s packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Install offline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up the engine without internet access, from a folder of wheels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Continue where the set-up stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Stop the set-up; downloaded files are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Open the log of the set-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the Python executable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the folder with the engine&apos;s wheels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>The set-up of the engine is not finished. It continues where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>The engine is not installed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Voice Search uses neural networks. They run on this computer in their own Python environment; the Python packages of QGIS are not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Looking for a suitable Python…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>This takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Checking your Python…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Setting up the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>You can keep working in QGIS and close this panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>There are no packages for this platform. Use your own Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>About {download} will be downloaded once (from {hosts}). About {disk} of disk space will be used in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop recording and search (Esc cancels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop recording and search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Press and say what you are looking for; recording stops when you stop speaking.
Or hold the button down while you speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Speak a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Input level of the microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Input level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>{level} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Time left to start speaking, or to finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Choose and test the microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with an audio file (WAV, FLAC, OGG, MP3).
You can also drop one onto this panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Open a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Listen to your recent questions and ask them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Ask a recent question again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>System default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>{microphone} (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Use this microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Searching for microphones…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>No microphone found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Test microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Speak for three seconds to check that the microphone records you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Open recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>The recording has been deleted, or cannot be played on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>There is no voice index yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Build one from your imagery, then search it by voice as often as you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Starting the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>This takes a few seconds. Meanwhile you can choose a voice index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Press Speak and say in English what you are looking for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Opening the microphone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Press Esc to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Search finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Select a place in the list to show it on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Unexpected response from the engine: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Try again. If the problem persists, copy the diagnostics in Settings &gt; Options &gt; Voice search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Waveform of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Level {level}, speech detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Level {level}, waiting for speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>No microphone can be used, only recordings can be opened: {reason}. This needs the package sounddevice and, on Debian and Ubuntu, `sudo apt install libportaudio2`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Finding a suitable Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Creating the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Downloading packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Installing packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Preparing torchaudio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Preparing Annoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Checking packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Testing the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{step}: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{step} ({done} of {total})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Cancelled. Downloaded files are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Writing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{path} is not a usable Python: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Choose the Python executable (python or python.exe) of an environment that contains the engine&apos;s packages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>the lock file cannot be created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Python {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>the file does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>exit code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>unexpected output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>checking the installed packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The folder of wheels {folder} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Choose the folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The folder {folder} lacks %n wheel(s) that this computer needs: {packages}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Add them to the folder, then press Try again; the user guide explains how to download them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>%n small package(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Annoy could not be installed: searches are exact, but slower in large indexes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The engine is installed but does not respond: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>{name} instead of CPython</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>32-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>Python {version} instead of {versions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>no packages for this processor type ({machine})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>glibc 2.28 or later is required; found: {libc}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>macOS 14 or later is required; found: {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>its module venv is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Set up with this Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Free some space, then press Try again. Downloaded files are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The file of {package} does not match its checksum: it was damaged in transit, or a proxy or mirror delivers another build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again. If it happens again, contact the administrator of the proxy or mirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The proxy refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check Settings &gt; Options &gt; Network &gt; Use proxy for web access (host, port, user, password), then press Try again; or install from local wheels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The certificate of the server is not trusted by this computer, as is common in corporate networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Import the certificate of your organisation in Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then press Try again; or install from local wheels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The package index cannot be reached: there is no internet connection, or a firewall blocks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check the connection, then press Try again; downloaded files are kept. Without internet access, install from local wheels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The path of a file is too long for Windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Ask your administrator to enable long paths in Windows, then press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Another program, probably an antivirus, has locked or removed a file of the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Exclude the folder of the engine from the antivirus scan, close other QGIS windows, then press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder of the engine is not writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check that you have write permission for this folder, then press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>None of the package indexes offers {package} for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Clear Package index in Settings &gt; Options &gt; Voice search (the CPU build of torch then comes from PyTorch&apos;s own index), or enter an index that has the package, then press Try again; or install from local wheels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>This Python cannot install packages: both pip and ensurepip are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>On Debian and Ubuntu, run `sudo apt install python3-venv`, then press Try again. Otherwise, install Python from python.org, or add the wheel of pip to the folder of wheels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The wheel of {package} does not match its checksum: it is damaged, or another build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Download the wheels again with the requirements file of this plugin version (see the user guide).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder of wheels does not contain {package} for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Add it to the folder, then press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The set-up of the engine failed at “{step}” (exit code {code}): {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The set-up of the engine failed at “{step}” (exit code {code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again. If it fails again, press Show log and report the problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>{package} comes from {host}, which cannot be reached from this computer; other package indexes can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The next package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Try again later. In a corporate network, ask for {host} to be allowed, or enter a mirror of it under Package index in Settings &gt; Options &gt; Voice search, then press Try again; or install from local wheels. Downloaded files are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The engine needs {needed} in {folder}, but only {free} is available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Free some space, then press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder {folder} is not writable: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check that you have write permission for this folder, or use your own Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Another QGIS is already setting up the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Wait until it has finished, then press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>No suitable Python found (64-bit {versions}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Checked: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install one from python.org or your system&apos;s packages, then press Try again; or use your own Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install Python {version} with its module venv (Debian and Ubuntu, if available: `sudo apt install python{version}-venv`), then press {button}. If it is installed in an unusual location, press Use my own Python and choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install Python {version} from python.org, then press {button}; the Python of QGIS is not changed. If it is installed in an unusual location, press Use my own Python and choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>No suitable Python found (64-bit {versions}); this QGIS comes with Python {own}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install the Microsoft Visual C++ Redistributable (x64), then press Try again. If it is already installed, an antivirus may have removed a file: exclude the folder of the engine from the scan, then press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again to reinstall damaged packages. An antivirus may have removed a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The package {package} is installed but cannot be loaded: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Create an environment on top of it: `{python} -m venv --system-site-packages ~/voice-search`, then run `~/voice-search/bin/python -m pip install --no-deps {packages}`. Then press Use my own Python and choose ~/voice-search/bin/python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Run `{python} -m pip install --no-deps {packages}`, then press Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press {button}: the packages are installed into a separate folder, and this Python is not changed. Or choose another Python that has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install them there and press Try again, choose another Python, or press Set up now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The Python {python} cannot run the engine. Missing packages: {packages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/footprints.py"/>
        <source>Footprints of {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/group.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Voice search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>Right-click the layer and use Export &gt; Save As… to export it to a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a web map service (WMS, WMTS or XYZ tiles), not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a web coverage service (WCS), not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is an ArcGIS map service, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a PostGIS raster, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is computed by QGIS, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} comes from the data provider {provider}, not from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} cannot be opened: its file has been moved or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} exists only in the memory of QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The area extends beyond the valid extent of its CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Zoom in, or search the whole index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The project has no CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Set the project CRS, or search the whole index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The map is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Zoom to a layer, or search the whole index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Polygons are selected in several layers: {layers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Click the layer that you want to use in the Layers panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>No polygon feature is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Select one or more polygons on the map, or choose another search area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} is not a polygon layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Choose a polygon layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} has no CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Right-click the layer and use Layer CRS &gt; Set Layer CRS… to set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} contains no polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Add a polygon, or choose another search area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The set-up is not finished. Press Repair to continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The Python of the environment no longer runs. Press Repair to create the environment again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Set up for another version of the plugin. Press Repair to update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Engine environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Environment status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>{index} (for torch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>None in addition to PyPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Package index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Packages come from PyPI; on Linux, torch comes from PyTorch&apos;s own index, because PyPI offers only the large CUDA build there. An index that you enter here, such as the mirror of your organisation, is used for all packages in addition to PyPI and instead of PyTorch&apos;s index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Check all packages and reinstall missing or damaged ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Remove environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Delete the environment to free disk space; voice indexes are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Package &amp;index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Python {version}, with NVIDIA GPU support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Python {version}, CPU only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The progress is shown in the Voice Search dock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Remove the engine&apos;s environment in {folder}? Voice indexes are kept, and the engine can be set up again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The engine is being set up in this or another QGIS window. Press Cancel in its Voice Search dock, or wait until the set-up has finished; then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Stopping the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The environment cannot be removed: {reason}. Close other QGIS windows and all programs that use {folder}, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Removed. The disk space is being freed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine is not running. It starts when the dock is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine stopped and is restarting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine cannot be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Errors and warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Everything (for bug reports)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Python of the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Python executable of the engine&apos;s environment. Leave empty to use the environment that the plugin manages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Engine status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Restart engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Stop the engine and start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Log level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>What the engine writes to the log messages panel of QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Microphone that records the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Number of recordings kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Number of recent questions whose recordings are kept on this computer, for Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Delete now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Delete the recordings of all questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Folder for new voice indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Folder in which new voice indexes are created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Suggested from the pixel size of the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Default ground sizes in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Side lengths of the tiles in metres, for example 100 200. Leave empty for a suggestion based on the pixel size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Zoom to the place selected in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>If unchecked, the place is selected and flashes, but the map does not move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Copy information about QGIS, the plugin and the engine, for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Status message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Log level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Recordings kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Voice indexes and results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Ground sizes (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Ground sizes must be numbers in metres, for example 100 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Collecting information…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>%n line(s) copied. Paste them into your bug report.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The recordings in {folder} cannot be deleted: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>%n recording(s) still in use. Stop playback, then try again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Ready (version {version}, model: {model})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Voice Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Search your imagery by voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Open the Voice Search dock and record a question; press again to stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>Cancelled. What was finished stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>The details are in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>The folder NAME.scrl of a voice index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Ground sizes of the tiles (metres; empty: suggested)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>One or more numbers: 100, 200. Empty: suggested from the pixel size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Overlap of neighbouring tiles (part of the side)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>0.5 finds what lies across the edge of two tiles, with four times as many tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>The folder to make; by custom its name ends in .scrl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>“{}” are no ground sizes. Write metres: 100, 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>This voice index lies in a temporary folder and is lost when QGIS ends. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Choose a folder to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Ground size {:g} m, suggested from the pixels of {} ({:.3g} m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>No raster was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Tiles in the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Tiles embedded by this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Rasters left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Rasters that were there already, unchanged: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>{} tiles embedded in {:.1f} s, {} empty ones left out. The index holds {} tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Left out {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>The layer with the area has no polygon (or none is selected). Draw or select one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>The extent and the polygons have nothing in common. Leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>{} has no coordinate system. Set it: right-click the layer, Layer CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>A feature of {} lies outside its coordinate system. Check the layer&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>More than {} places are no example. Select a few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>There is no example. Click a point on the map, or choose points or polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Raster layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Raster layers or files on this computer, in any coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Folder of rasters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>All rasters in it and in its subfolders are taken, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Coordinate system of rasters without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Used only for rasters that do not name theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>One band number, or three for red, green and blue: 3, 2, 1. Empty: found out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Acquisition date of rasters that do not tell theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>There is no imagery. Choose raster layers or files, or a folder that holds some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>“{}” are no bands. Write one band number, or three: 3, 2, 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>{} cannot be opened as a raster. Check that the file is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>{} is not a raster. Choose layers with imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Footprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Number of tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>{} cannot be opened. Check that the disk has space, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>{} tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/output_layers.py"/>
        <source>The output cannot be written: {} Choose another place or format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Number of hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Only inside these polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>A layer in any coordinate system, or its selected features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Only inside this extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Acquired since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Acquired until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Only these rasters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>File names, separated by commas; * stands for any letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Only tiles of these ground sizes (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Numbers: 100, 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Empty: all hits. A score says how likely a hit is right, 0 to 1; 0.5 is a good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Of hits that show the same place, keep only the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Compare with every tile (slower in large indexes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Number of hits found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>What was understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>No day is after {} and before {}. Exchange the two dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Understood: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>No hit among {} tiles. Lower the lowest score, or ask in other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>{} hits among {} tiles ({}); the best score is {:.3f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>{} of them have a score of {:.3f} or more; below it a hit is more likely wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>A place on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>More of what is seen there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Points or polygons as examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>A layer, or its selected features; a few of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Recorded question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Sound files (*.wav *.flac *.ogg *.opus *.mp3);;All files (*.*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>One spoken English sentence, 30 seconds at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
