<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>qgis_scrl</name>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/build_task.py"/>
        <source>Adding to voice index {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/build_task.py"/>
        <source>Building voice index {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>A build is already running. Wait until it has finished, or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Voice index {name} is ready: %n tile(s), {new} of them new, in {duration}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>%n image(s) left out: {reason}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The log names the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The build of {name} was stopped before anything was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The build of {name} was stopped. What is finished can be searched; Continue resumes the build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Speak now: say what you are looking for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Press Esc to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Listening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Release the button when you have finished; press Esc to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Recording stops when you stop speaking; press Esc to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>{name} has been deleted or moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>These hits were found with it, so the search cannot be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>There is no polygon layer in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Add one, or search the whole index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Searching for places like {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Say something to test the microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Speak and say what you are looking for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>No places found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Search another area, or rephrase the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>No place matches well; the closest ones are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Rephrase the question, or search another area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Select one in the list to see it on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n weaker one(s) hidden: move the score slider to see more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n place(s) found.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>no. {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{layer} is being edited. Save or discard the edits, then press Keep again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Other hits are still being saved. Press Keep again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>unknown reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>the layer is being edited; save the edits, then press Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>QGIS cannot open the file that was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{layer} was saved to {file}. Save the project to see it again next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>The hits could not be saved ({reason}). They are still on the map: right-click the layer and use Export &gt; Save Features As... to save them elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
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
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n tile(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
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
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
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
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
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
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Voice Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The engine stopped and is starting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Please wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>No voice index is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Select one above, or build a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is being built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>It can be searched in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Press Add layers to add imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Press Continue to build it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The engine is not ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Choose or build a voice index first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is being built; it can be searched in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>A search is running; press Esc to cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Only one file can be asked with. Drop a single sound file or picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>{name} is neither a sound file nor a picture. Drop a WAV, FLAC, OGG or MP3 file, or a picture such as PNG, JPEG or TIFF.</source>
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
        <location filename="../../qgis_scrl/layers/hits.py"/>
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
        <location filename="../../qgis_scrl/processing/search.py"/>
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
        <location filename="../../qgis_scrl/processing/search.py"/>
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
        <source>Search again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Repeat this search with the same question, voice index and filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Repeat this search</source>
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
        <source>Picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search for places that look like a picture (PNG, JPEG, TIFF or another raster file).
You can also drop one onto this panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a picture</source>
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
        <source>Pictures ({patterns});;All files (*)</source>
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
        <location filename="../../qgis_scrl/texts.py"/>
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
        <location filename="../../qgis_scrl/engine_client.py"/>
        <source>{problem} It is starting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/history.py"/>
        <source>Spoken question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/history.py"/>
        <source>Like {name}</source>
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
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>Voice search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <source>{low:.2f} to {high:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <source>Question</source>
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
        <source>Search your imagery by voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Open the Voice Search dock and record a question; press again to stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <source>Add imagery to voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <source>Adds rasters to a voice index. Rasters that it already contains are skipped, unless the file has changed. The tiles have the ground sizes and the overlap of the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>See {log} for details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>Folder NAME.scrl of a voice index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Build voice index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Makes imagery searchable by voice. The rasters are divided into square tiles, and each tile is embedded as a vector that can be compared with a spoken sentence. The result is a folder NAME.scrl without any imagery. The rasters are not changed.

Choose the ground size by what you are looking for: 50 to 100 m for a tennis court or an aeroplane, 200 m for a block of houses or a car park, 500 m for an airport or a harbour. An index may combine several sizes.

An interrupted build resumes where it stopped when it is run again with the same parameters.</source>
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
        <source>Overlap of neighbouring tiles (fraction of the side)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>0.5 also finds objects on the edge of two tiles, with four times as many tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Folder to create; its name usually ends in .scrl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>This voice index is in a temporary folder and is deleted when QGIS is closed. Choose a folder to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Ground size {size:g} m, suggested by the pixel size of {name} ({pixel:.3g} m).</source>
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
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n raster(s) already in the index, unchanged.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n tile(s) embedded in {seconds:.1f} s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n empty tile(s) skipped.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>The index contains %n tile(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>{raster} was left out: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>The area layer has no polygon, or none is selected. Draw or select one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>The extent and the polygons do not overlap. Leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>{layer} has no CRS. Set it: right-click the layer, Layer CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>A feature of {layer} is outside the area of the layer&apos;s CRS; the assigned CRS is probably wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>More than {limit} places are too many. Select a few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Raster layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Raster layers or files on this computer, in any CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Folder of rasters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>All rasters in this folder and its subfolders are added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Used only for rasters that have no CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>One band number, or three for red, green and blue: 3, 2, 1. Empty: automatic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>No imagery is selected. Choose raster layers or files, or a folder of rasters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>“{text}” is not a list of bands. Enter one band number, or three: 3, 2, 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>{path} cannot be opened as a raster. Check that the file exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>{layer} is not a raster layer. Choose layers with imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Voice index footprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Creates a layer with the footprint of every tile of a voice index: its ID, raster, ground size and acquisition date.</source>
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
        <location filename="../../qgis_scrl/processing/number_lists.py"/>
        <source>“{text}” is not a list of ground sizes. Enter metres: 100, 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/output_layers.py"/>
        <source>The output cannot be written: {reason} Choose another location or format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/provider.py"/>
        <source>Voice search (SCRL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/provider.py"/>
        <source>Voice search of imagery (SCRL)</source>
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
        <source>A polygon layer in any CRS, or its selected features.</source>
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
        <source>File names, separated by commas; * stands for any characters.</source>
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
        <source>Empty: all hits. The score is the probability that a hit is right, 0 to 1; 0.5 is a good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Keep only the best of hits that show the same place</source>
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
        <source>“{since}” is later than “{until}”. Swap the two dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Heard as: {phrases}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>No hits among %n tile(s). Reduce the minimum score, or rephrase the question.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>%n hit(s) among {tiles} ({method}); the best score is {score:.3f}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>%n of them with a score of {limit:.3f} or more; hits below it are more likely wrong.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Search by example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Finds places that look like a place on the map, or like an image. A point stands for the smallest tile there, a polygon for the mean of the tiles that are mostly inside it; several examples are combined. A place has to be covered by the voice index; an image need not be, and need not be georeferenced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>A place on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Finds more of what can be seen there.</source>
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
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Image as example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Images (*.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.webp);;All files (*.*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>An aerial picture of what you are looking for, seen from above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>No example is selected. Click a point on the map, or choose features or an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Search by recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Finds places that match what is said in an audio file. Describe in one sentence what can be seen from above: “white storage tanks beside a river”. The result is a layer with a polygon for each hit, best first, in EPSG:4326.

The voice search dock listens to the microphone; this algorithm is for models, batches and scripts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Recorded question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Audio files (*.wav *.flac *.ogg *.opus *.mp3);;All files (*.*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>One spoken English sentence, up to 30 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Install the plugin SCRL Voice Search again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Try again; if it happens again, see the log (View &gt; Panels &gt; Log Messages).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Copy diagnostics in Settings &gt; Options &gt; Voice search, and report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Widen the area or the dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording is silent (peak level {peak_dbfs:.0f} dBFS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the microphone is not muted and that QGIS may use it, or choose another one under Microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the microphone was not muted, and record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No speech was found in the recording ({seconds:.1f} s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Speak and say one sentence, close to the microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Record one spoken sentence, close to the microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording is {seconds:.0f} s long; the limit is {limit:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Say it in one sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Cut it to one sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read as audio: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a WAV, FLAC, OGG or MP3 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read as an image: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a picture or a raster, such as a PNG, JPEG or GeoTIFF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The search has no question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a recording, a place or an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The parts of the question cancel each other out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask with other examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Tile {tile_id} is not in {index}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index has changed since; ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a place where the voice index has tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The area lies outside all imagery of {index}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Move the map to where the index has imagery, or search the whole index; Show footprints shows where that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose an area inside it; “Voice index footprints” shows where that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The search area cannot be read from {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another area under Filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a polygon layer with a valid CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No tile matches the filters ({filters}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Widen the area or the dates under Filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{index} has no tile at {lon:.5f}, {lat:.5f} (longitude, latitude).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a place inside the footprints of the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No raster was found in {inputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose raster layers, files, or a folder that contains some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the file exists and opens in QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has no CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know it, set it under Rasters with missing metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know it, choose it under “CRS of rasters without one”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The extent of {path} is outside the area of its CRS; the assigned CRS is probably wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know the right one, set it under Rasters with missing metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Assign the right one to the file (Raster &gt; Projections &gt; Assign Projection).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is not georeferenced (no geotransform and no world file).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Georeference it first (Layer &gt; Georeferencer), or put a world file beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has {count} band(s); {bands} cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose other bands under Rasters with missing metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Enter one or three of its band numbers under “Bands to use”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} covers {width_m:.0f} x {height_m:.0f} m: too little for one tile of {ground_size_m:.0f} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a smaller ground size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has pixels of {pixel_m:.1f} m: a tile of {ground_size_m:.0f} m would be only {pixels:.0f} pixels wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a ground size of at least {advised_m:.0f} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is not a voice index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another voice index, or press New index… to build one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose the folder NAME.scrl of a voice index, or make one with “Build voice index”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} already exists and was built with different settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another name, or use Add layers to add imagery to that index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Use “Add imagery to voice index”, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has no tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Add layers to add imagery to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Add imagery with “Add imagery to voice index”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} was built with another model ({index_model}) than the installed one ({loaded_model}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Build it again with New index…, from the same imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Build it again with “Build voice index”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Details, then Check and repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Build it again with “Build voice index”, in a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Restore this file from a backup; without one, delete the folder {index} and build the index again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that you have read permission for this folder, and that its disk is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has format version {found}; this version reads up to {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Update the plugin SCRL Voice Search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is being written by another process (process ID {pid}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until that build has finished, here or in another QGIS; searching works meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until the other QGIS or program has finished building, then run this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is already being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until it has finished, or cancel that build; searching works meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until it has finished, then run this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} is not a raster of {index}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index has changed since; close Details and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Enter file names of rasters in the voice index; * stands for any number of characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that you have write permission for this folder, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The disk with {path} is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, then press Continue: the build resumes where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, then run this again: it resumes where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No microphone can be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Connect one, allow QGIS to use it, or choose another one under Microphone. Open… asks with a recording instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is being used for another recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Finish or cancel that recording first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No model was found in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The model in {path} cannot be loaded: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{name} is needed for this and is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Repair in Settings &gt; Options &gt; Voice search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database of coordinate reference systems (PROJ&apos;s proj.db) is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Repair in Settings &gt; Options &gt; Voice search; where the engine runs on Debian&apos;s or Ubuntu&apos;s own packages, `sudo apt install proj-data` fixes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search does not match this version of the plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Cancelled. What was finished is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine has rejected a request of the plugin: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Something unexpected happened: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Open the dock Voice Search and press Set up now, or choose a Python of your own in Settings &gt; Options &gt; Voice search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The Python chosen for the engine cannot be run: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another one in Settings &gt; Options &gt; Voice search, or empty the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search cannot be started ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check its Python in Settings &gt; Options &gt; Voice search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search ended while it was starting ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>See the message above the map, or Settings &gt; Options &gt; Voice search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search stopped unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search was restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search has not responded for {seconds:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Unexpected response from the engine of the voice search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The plugin is incomplete: there is no engine in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If its disk is not connected, connect it and choose the index again; if it was moved, open it at its new place; if it was deleted, remove it from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording cannot be saved in {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, or check that you have write permission for this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The footprints cannot be saved in {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The footprints in {path} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the disk has free space, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The package annoy is not installed: the question was compared with every tile, which is exact but slower in a large index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Part {part} has no usable search tree ({reason}) and was searched tile by tile; Check and repair in Details fixes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n tile(s) without a date were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} has changed and is indexed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine stopped; the build resumes as soon as it is running again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Nothing can be heard: the microphone is muted, or QGIS may not use it. Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is too loud and distorts; turn its level down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is very quiet; turn its level up, or speak closer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone works, but nobody spoke; say a sentence while it listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone works, and speech is heard well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Checking the installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Reading the rasters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Embedding tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Merging parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Verifying parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Writing footprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n raster(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n check(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n model(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
