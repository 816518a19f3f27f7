<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>qgis_scrl</name>
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
