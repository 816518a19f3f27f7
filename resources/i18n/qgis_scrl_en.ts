<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>qgis_scrl</name>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n tile(s)</source>
        <translation>
            <numerusform>%Ln tile</numerusform>
            <numerusform>%Ln tiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
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
        <source>%n problem(s) repaired.</source>
        <translation>
            <numerusform>%Ln problem repaired.</numerusform>
            <numerusform>%Ln problems repaired.</numerusform>
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
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n part(s) merged into {number}.</source>
        <translation>
            <numerusform>%Ln part merged into {number}.</numerusform>
            <numerusform>%Ln parts merged into {number}.</numerusform>
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
        <source>Show %n weaker place(s)</source>
        <translation>
            <numerusform>Show %Ln weaker place</numerusform>
            <numerusform>Show %Ln weaker places</numerusform>
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
</context>
</TS>
