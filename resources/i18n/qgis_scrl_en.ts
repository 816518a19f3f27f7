<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>qgis_scrl</name>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>%n recording(s) still in use. Close other windows of QGIS, then try again.</source>
        <translation>
            <numerusform>%Ln recording still in use. Close other windows of QGIS, then try again.</numerusform>
            <numerusform>%Ln recordings still in use. Close other windows of QGIS, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} is published: %n tile(s). {copied} of {parts} parts were copied.</source>
        <translation>
            <numerusform>{name} is published: %Ln tile. {copied} of {parts} parts were copied.</numerusform>
            <numerusform>{name} is published: %Ln tiles. {copied} of {parts} parts were copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} is on this computer, too: %n tile(s). {copied} of {parts} parts were copied.</source>
        <translation>
            <numerusform>{name} is on this computer, too: %Ln tile. {copied} of {parts} parts were copied.</numerusform>
            <numerusform>{name} is on this computer, too: %Ln tiles. {copied} of {parts} parts were copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Voice index {name} is ready: %n tile(s), {new} of them new, in {duration}.</source>
        <translation>
            <numerusform>Voice index {name} is ready: %Ln tile, {new} of them new, in {duration}.</numerusform>
            <numerusform>Voice index {name} is ready: %Ln tiles, {new} of them new, in {duration}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>%n image(s) left out: {reason}</source>
        <translation>
            <numerusform>%Ln image left out: {reason}</numerusform>
            <numerusform>%Ln images left out: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Bands, dates or empty pixels of %n image(s) had to be decided: see Details.</source>
        <translation>
            <numerusform>Bands, dates or empty pixels of %Ln image had to be decided: see Details.</numerusform>
            <numerusform>Bands, dates or empty pixels of %Ln images had to be decided: see Details.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>%n answer(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln answer written to {file}.</numerusform>
            <numerusform>%Ln answers written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>%n of them must be embedded again before they can be searched.</source>
        <translation>
            <numerusform>%Ln of them must be embedded again before they can be searched.</numerusform>
            <numerusform>%Ln of them must be embedded again before they can be searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>%n note(s), those that fit best first.</source>
        <translation>
            <numerusform>%Ln note, those that fit best first.</numerusform>
            <numerusform>%Ln notes, those that fit best first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n doubtful place(s).</source>
        <translation>
            <numerusform>%Ln doubtful place.</numerusform>
            <numerusform>%Ln doubtful places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n weaker one(s) hidden: move the score slider to see more.</source>
        <translation>
            <numerusform>%Ln weaker one hidden: move the score slider to see more.</numerusform>
            <numerusform>%Ln weaker ones hidden: move the score slider to see more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>The %n best place(s) found.</source>
        <translation>
            <numerusform>The %Ln best place found.</numerusform>
            <numerusform>The %Ln best places found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n place(s) found.</source>
        <translation>
            <numerusform>%Ln place found.</numerusform>
            <numerusform>%Ln places found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{percent}% of %n place(s) have a score of {limit:.2f} or more.</source>
        <translation>
            <numerusform>{percent}% of %Ln place have a score of {limit:.2f} or more.</numerusform>
            <numerusform>{percent}% of %Ln places have a score of {limit:.2f} or more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>%n date(s) of this place. Left and right go through time, and the map follows; Enter zooms in.</source>
        <translation>
            <numerusform>%Ln date of this place. Left and right go through time, and the map follows; Enter zooms in.</numerusform>
            <numerusform>%Ln dates of this place. Left and right go through time, and the map follows; Enter zooms in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/watch_controller.py"/>
        <source>%n new place(s) for “{name}”</source>
        <translation>
            <numerusform>%Ln new place for “{name}”</numerusform>
            <numerusform>%Ln new places for “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/watch_controller.py"/>
        <source>%n new place(s) for {names}</source>
        <translation>
            <numerusform>%Ln new place for {names}</numerusform>
            <numerusform>%Ln new places for {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>%n image(s) found.</source>
        <translation>
            <numerusform>%Ln image found.</numerusform>
            <numerusform>%Ln images found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>%Ln image selected</numerusform>
            <numerusform>%Ln images selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>%n change(s) in {compared} places.</source>
        <translation>
            <numerusform>%Ln change in {compared} places.</numerusform>
            <numerusform>%Ln changes in {compared} places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>{year} (%n date(s))</source>
        <translation>
            <numerusform>{year} (%Ln date)</numerusform>
            <numerusform>{year} (%Ln dates)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>%n tile(s) in {groups}.</source>
        <translation>
            <numerusform>%Ln tile in {groups}.</numerusform>
            <numerusform>%Ln tiles in {groups}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>%n group(s)</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n tile(s)</source>
        <translation>
            <numerusform>%Ln tile</numerusform>
            <numerusform>%Ln tiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete %n recording(s), {size}?</source>
        <translation>
            <numerusform>Delete %Ln recording, {size}?</numerusform>
            <numerusform>Delete %Ln recordings, {size}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>{shown} of %n question(s)</source>
        <translation>
            <numerusform>{shown} of %Ln question</numerusform>
            <numerusform>{shown} of %Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>%n question(s)</source>
        <translation>
            <numerusform>%Ln question</numerusform>
            <numerusform>%Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build not finished: %n tile(s) remaining.</source>
        <translation>
            <numerusform>Build not finished: %Ln tile remaining.</numerusform>
            <numerusform>Build not finished: %Ln tiles remaining.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n image(s) with decisions: select one to read them.</source>
        <translation>
            <numerusform>%Ln image with decisions: select one to read them.</numerusform>
            <numerusform>%Ln images with decisions: select one to read them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n image(s) relocated.</source>
        <translation>
            <numerusform>%Ln image relocated.</numerusform>
            <numerusform>%Ln images relocated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n problem(s) repaired.</source>
        <translation>
            <numerusform>%Ln problem repaired.</numerusform>
            <numerusform>%Ln problems repaired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n part(s) merged into {number}.</source>
        <translation>
            <numerusform>%Ln part merged into {number}.</numerusform>
            <numerusform>%Ln parts merged into {number}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n more problem(s)</source>
        <translation>
            <numerusform>%Ln more problem</numerusform>
            <numerusform>%Ln more problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>About %n tile(s), {duration}, {size} of disk space.</source>
        <translation>
            <numerusform>About %Ln tile, {duration}, {size} of disk space.</numerusform>
            <numerusform>About %Ln tiles, {duration}, {size} of disk space.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>%n more image(s) skipped</source>
        <translation>
            <numerusform>%Ln more image skipped</numerusform>
            <numerusform>%Ln more images skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>%n tile(s) of {sizes}</source>
        <translation>
            <numerusform>%Ln tile of {sizes}</numerusform>
            <numerusform>%Ln tiles of {sizes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>%n image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>%n place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>{shown} of %n place(s)</source>
        <translation>
            <numerusform>{shown} of %Ln place</numerusform>
            <numerusform>{shown} of %Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Show %n hidden place(s) with a lower score</source>
        <translation>
            <numerusform>Show %Ln hidden place with a lower score</numerusform>
            <numerusform>Show %Ln hidden places with a lower score</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The folder {folder} lacks %n wheel(s) that this computer needs: {packages}.</source>
        <translation>
            <numerusform>The folder {folder} lacks %Ln wheel that this computer needs: {packages}.</numerusform>
            <numerusform>The folder {folder} lacks %Ln wheels that this computer needs: {packages}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>%n small package(s)</source>
        <translation>
            <numerusform>%Ln small package</numerusform>
            <numerusform>%Ln small packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>%n item(s) without a picture in red, green and blue left out.</source>
        <translation>
            <numerusform>%Ln item without a picture in red, green and blue left out.</numerusform>
            <numerusform>%Ln items without a picture in red, green and blue left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>%n entry(ies) of the catalogue could not be read.</source>
        <translation>
            <numerusform>%Ln entry of the catalogue could not be read.</numerusform>
            <numerusform>%Ln entries of the catalogue could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>%n line(s) copied. Paste them into your bug report.</source>
        <translation>
            <numerusform>%Ln line copied. Paste them into your bug report.</numerusform>
            <numerusform>%Ln lines copied. Paste them into your bug report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>%n recording(s) still in use. Stop playback, then try again.</source>
        <translation>
            <numerusform>%Ln recording still in use. Stop playback, then try again.</numerusform>
            <numerusform>%Ln recordings still in use. Stop playback, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n raster(s) already in the index, unchanged.</source>
        <translation>
            <numerusform>%Ln raster already in the index, unchanged.</numerusform>
            <numerusform>%Ln rasters already in the index, unchanged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n tile(s) embedded in {seconds:.1f} s.</source>
        <translation>
            <numerusform>%Ln tile embedded in {seconds:.1f} s.</numerusform>
            <numerusform>%Ln tiles embedded in {seconds:.1f} s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n empty tile(s) skipped.</source>
        <translation>
            <numerusform>%Ln empty tile skipped.</numerusform>
            <numerusform>%Ln empty tiles skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>The index contains %n tile(s).</source>
        <translation>
            <numerusform>The index contains %Ln tile.</numerusform>
            <numerusform>The index contains %Ln tiles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) are there already.</source>
        <translation>
            <numerusform>%Ln block are there already.</numerusform>
            <numerusform>%Ln blocks are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) were left out.</source>
        <translation>
            <numerusform>%Ln block were left out.</numerusform>
            <numerusform>%Ln blocks were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) are in the folder.</source>
        <translation>
            <numerusform>%Ln block are in the folder.</numerusform>
            <numerusform>%Ln blocks are in the folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>%n note(s) added; {known} were there already.</source>
        <translation>
            <numerusform>%Ln note added; {known} were there already.</numerusform>
            <numerusform>%Ln notes added; {known} were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>%n tile(s); the best score is {score:.3f}.</source>
        <translation>
            <numerusform>%Ln tile; the best score is {score:.3f}.</numerusform>
            <numerusform>%Ln tiles; the best score is {score:.3f}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>No hits among %n tile(s). Reduce the minimum score, or rephrase the question.</source>
        <translation>
            <numerusform>No hits among %Ln tile. Reduce the minimum score, or rephrase the question.</numerusform>
            <numerusform>No hits among %Ln tiles. Reduce the minimum score, or rephrase the question.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>%n hit(s) among {tiles} ({method}); the best score is {score:.3f}.</source>
        <translation>
            <numerusform>%Ln hit among {tiles} ({method}); the best score is {score:.3f}.</numerusform>
            <numerusform>%Ln hits among {tiles} ({method}); the best score is {score:.3f}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>%n of them with a score of {limit:.3f} or more; hits below it are more likely wrong.</source>
        <translation>
            <numerusform>%Ln of them with a score of {limit:.3f} or more; hits below it are more likely wrong.</numerusform>
            <numerusform>%Ln of them with a score of {limit:.3f} or more; hits below it are more likely wrong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>{name}: %n new place(s) in {tiles}.</source>
        <translation>
            <numerusform>{name}: %Ln new place in {tiles}.</numerusform>
            <numerusform>{name}: %Ln new places in {tiles}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/reports.py"/>
        <source>%n place(s) in the report have no picture, because their images have been moved or deleted. If they were moved, use Relocate… under Details in the dock, then make the report again.</source>
        <translation>
            <numerusform>%Ln place in the report has no picture, because its image has been moved or deleted. If it was moved, use Relocate… under Details in the dock, then make the report again.</numerusform>
            <numerusform>%Ln places in the report have no picture, because their images have been moved or deleted. If they were moved, use Relocate… under Details in the dock, then make the report again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has %n band(s); {bands} cannot be used.</source>
        <translation>
            <numerusform>{path} has %Ln band; {bands} cannot be used.</numerusform>
            <numerusform>{path} has %Ln bands; {bands} cannot be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n of the {total} images of {index} cannot be read, such as {source}; the index stays as it was.</source>
        <translation>
            <numerusform>%Ln of the {total} images of {index} cannot be read, such as {source}; the index stays as it was.</numerusform>
            <numerusform>%Ln of the {total} images of {index} cannot be read, such as {source}; the index stays as it was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} holds %n image(s) that {source} does not, such as {example}.</source>
        <translation>
            <numerusform>{path} holds %Ln image that {source} does not, such as {example}.</numerusform>
            <numerusform>{path} holds %Ln images that {source} does not, such as {example}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n of the {total} parts could not be finished on the cluster: {reason}.</source>
        <translation>
            <numerusform>%Ln of the {total} parts could not be finished on the cluster: {reason}.</numerusform>
            <numerusform>%Ln of the {total} parts could not be finished on the cluster: {reason}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n tile(s) without a date were left out.</source>
        <translation>
            <numerusform>%Ln tile without a date were left out.</numerusform>
            <numerusform>%Ln tiles without a date were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Building on the Dask cluster {address} with %n worker(s); dashboard: {dashboard}</source>
        <translation>
            <numerusform>Building on the Dask cluster {address} with %Ln worker; dashboard: {dashboard}</numerusform>
            <numerusform>Building on the Dask cluster {address} with %Ln workers; dashboard: {dashboard}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n worker(s) are not used: they run {workers}, this computer runs {own}.</source>
        <translation>
            <numerusform>%Ln worker are not used: they run {workers}, this computer runs {own}.</numerusform>
            <numerusform>%Ln workers are not used: they run {workers}, this computer runs {own}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n raster(s)</source>
        <translation>
            <numerusform>%Ln raster</numerusform>
            <numerusform>%Ln rasters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n check(s)</source>
        <translation>
            <numerusform>%Ln check</numerusform>
            <numerusform>%Ln checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
</TS>
