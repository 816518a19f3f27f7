<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>qgis_scrl</name>
    <message>
        <location filename="../../qgis_scrl/answers.py"/>
        <source>Closest known phrases</source>
        <translation>Nächste bekannte Wendungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/answers.py"/>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Heard as</source>
        <translation>Verstanden als</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/answers.py"/>
        <source>Understood as</source>
        <translation>Gedeutet als</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/credentials.py"/>
        <source>its method is {method}</source>
        <translation>ihre Methode ist {method}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/changes_controller.py"/>
        <source>Writing the places…</source>
        <translation>Stellen werden geschrieben…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/changes_controller.py"/>
        <source>The places are on the map.</source>
        <translation>Die Stellen sind auf der Karte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Opening the demo scene…</source>
        <translation>Die Demo-Szene wird geöffnet…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>The demo scene opens as soon as the engine is ready.</source>
        <translation>Die Demo-Szene wird geöffnet, sobald die Engine bereit ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>No imagery at hand? Try it with the demo scene: one press, three questions.</source>
        <translation>Keine Bilder zur Hand? Mit der Demo-Szene ausprobieren: ein Klick, drei Fragen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Three questions to begin with. Or ask your own, above.</source>
        <translation>Drei Fragen für den Anfang. Oder oben eine eigene stellen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>QGIS cannot open it</source>
        <translation>QGIS kann sie nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Demo scene</source>
        <translation>Demo-Szene</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Remove the demo</source>
        <translation>Demo entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Delete the demo scene and its voice index?</source>
        <translation>Die Demo-Szene und ihren Sprachindex löschen?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Results and answers of the demo go with them. Your own layers and voice indexes stay, and the demo can be opened again at any time.</source>
        <translation>Ergebnisse und Antworten zur Demo werden mit gelöscht. Eigene Layer und Sprachindexe bleiben, und die Demo kann jederzeit wieder geöffnet werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>The demo&apos;s voice index is being built. Stop the build first.</source>
        <translation>Der Sprachindex der Demo wird gerade aufgebaut. Zuerst den Aufbau anhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>The demo was stopped. Press the button once more, and it goes on.</source>
        <translation>Die Demo wurde angehalten. Noch einmal auf die Schaltfläche drücken, dann geht es weiter.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <source>Click a place on the map, or drag a box around it.</source>
        <translation>Eine Stelle auf der Karte anklicken oder ein Rechteck um sie ziehen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <source>this place</source>
        <translation>diese Stelle</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <source>Reading the map at this place…</source>
        <translation>Die Karte an dieser Stelle wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Press Esc to cancel.</source>
        <translation>Abbrechen mit Esc.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <location filename="../../qgis_scrl/errors.py"/>
        <location filename="../../qgis_scrl/layers/conversion.py"/>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/exploration_controller.py"/>
        <source>group {number} ({phrase})</source>
        <translation>Gruppe {number} ({phrase})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/exploration_controller.py"/>
        <source>odd place {rank}</source>
        <translation>ungewöhnliche Stelle {rank}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/exploration_controller.py"/>
        <source>Writing the groups…</source>
        <translation>Gruppen werden geschrieben…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/exploration_controller.py"/>
        <source>The groups are on the map.</source>
        <translation>Die Gruppen sind auf der Karte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>It cannot be kept: {reason}.</source>
        <translation>Sie kann nicht behalten werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>There are no recordings on this computer.</source>
        <translation>Auf diesem Computer gibt es keine Aufnahmen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>%n recording(s) still in use. Close other windows of QGIS, then try again.</source>
        <translation>
            <numerusform>%Ln Aufnahme ist noch in Gebrauch. Andere QGIS-Fenster schließen, dann erneut versuchen.</numerusform>
            <numerusform>%Ln Aufnahmen sind noch in Gebrauch. Andere QGIS-Fenster schließen, dann erneut versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>All recordings have been deleted.</source>
        <translation>Alle Aufnahmen wurden gelöscht.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/image_controller.py"/>
        <source>{name} is in the project.</source>
        <translation>{name} ist im Projekt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/image_controller.py"/>
        <source>{name} was added to the project.</source>
        <translation>{name} wurde zum Projekt hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/image_controller.py"/>
        <source>{name} cannot be opened in QGIS. Check that it is still there: {path}</source>
        <translation>{name} kann in QGIS nicht geöffnet werden. Prüfen Sie, ob es noch da ist: {path}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/image_controller.py"/>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Folder in which the copy, {name}, is to lie</source>
        <translation>Ordner, in dem die Kopie {name} liegen soll</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Publishing voice index {name}</source>
        <translation>Sprachindex {name} wird veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Copying voice index {name} to this computer</source>
        <translation>Sprachindex {name} wird auf diesen Rechner kopiert</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} is published: %n tile(s). {copied} of {parts} parts were copied.</source>
        <translation>
            <numerusform>{name} ist veröffentlicht: %Ln Kachel. {copied} von {parts} Teilen wurden kopiert.</numerusform>
            <numerusform>{name} ist veröffentlicht: %Ln Kacheln. {copied} von {parts} Teilen wurden kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} is on this computer, too: %n tile(s). {copied} of {parts} parts were copied.</source>
        <translation>
            <numerusform>{name} liegt auch auf diesem Rechner: %Ln Kachel. {copied} von {parts} Teilen wurden kopiert.</numerusform>
            <numerusform>{name} liegt auch auf diesem Rechner: %Ln Kacheln. {copied} von {parts} Teilen wurden kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The list of indexes has it.</source>
        <translation>Er steht in der Liste der Indizes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Publish to a shared index</source>
        <translation>In einen gemeinsamen Index veröffentlichen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Others cannot use it yet: you may make no roles in this database. Let an administrator run these statements:</source>
        <translation>Andere können ihn noch nicht benutzen: Sie dürfen in dieser Datenbank keine Rollen anlegen. Lassen Sie einen Administrator diese Anweisungen ausführen:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} has not been copied as a whole. The next time goes on where it was stopped.</source>
        <translation>{name} ist noch nicht ganz kopiert. Das nächste Mal geht es dort weiter, wo angehalten wurde.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Images would be lost</source>
        <translation>Bilder gingen verloren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Copy {name} all the same?</source>
        <translation>{name} trotzdem kopieren?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>An index is being built or copied. Wait until that has finished, or stop it.</source>
        <translation>Es wird gerade ein Index aufgebaut oder kopiert. Warten, bis das fertig ist, oder es anhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Processing is switched off. Switch it on in Plugins &gt; Manage and Install Plugins….</source>
        <translation>Die Verarbeitung (Processing) ist ausgeschaltet. Schalten Sie sie unter Erweiterungen &gt; Erweiterungen verwalten und installieren… ein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Adding to voice index {name}</source>
        <translation>Sprachindex {name} wird ergänzt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Building voice index {name}</source>
        <translation>Sprachindex {name} wird aufgebaut</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Voice index {name} is ready: %n tile(s), {new} of them new, in {duration}.</source>
        <translation>
            <numerusform>Sprachindex {name} ist fertig: %Ln Kachel, davon {new} neu, in {duration}.</numerusform>
            <numerusform>Sprachindex {name} ist fertig: %Ln Kacheln, davon {new} neu, in {duration}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>%n image(s) left out: {reason}</source>
        <translation>
            <numerusform>%Ln Bild ausgelassen: {reason}</numerusform>
            <numerusform>%Ln Bilder ausgelassen: {reason}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The log names the others.</source>
        <translation>Das Protokoll nennt die übrigen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Bands, dates or empty pixels of %n image(s) had to be decided: see Details.</source>
        <translation>
            <numerusform>Über Bänder, Datum oder leere Pixel von %Ln Bild musste entschieden werden: siehe „Details“.</numerusform>
            <numerusform>Über Bänder, Daten oder leere Pixel von %Ln Bildern musste entschieden werden: siehe „Details“.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} stays as it was. Embed again goes on where it was stopped.</source>
        <translation>{name} bleibt, wie er war. „Neu einbetten“ macht dort weiter, wo abgebrochen wurde.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The build of {name} was stopped before anything was written.</source>
        <translation>Der Aufbau von {name} wurde angehalten, bevor etwas geschrieben wurde.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The build of {name} was stopped. What is finished can be searched; Continue resumes the build.</source>
        <translation>Der Aufbau von {name} wurde angehalten. Was fertig ist, kann durchsucht werden; „Fortsetzen“ setzt den Aufbau fort.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Large build</source>
        <translation>Großer Aufbau</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Build voice index {name} all the same?</source>
        <translation>Sprachindex {name} trotzdem aufbauen?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_dialog_controller.py"/>
        <source>Comparing tiles…</source>
        <translation>Kacheln werden verglichen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_dialog_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/keyboard_tool.py"/>
        <source>Arrow keys and Enter take the centre of the map; press Esc to cancel.</source>
        <translation>Pfeiltasten und Eingabetaste nehmen die Kartenmitte; Abbrechen mit Esc.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Click places on the map: a click or Enter is a yes, with Shift or the right button a no; U takes back, Esc leaves.</source>
        <translation>Stellen auf der Karte anklicken: Klick oder Eingabetaste ist ja, mit Umschalt oder der rechten Taste nein; U nimmt zurück, Esc beendet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>No place was found here. Click inside one of the squares on the map.</source>
        <translation>Hier wurde keine Stelle gefunden. In eines der Quadrate auf der Karte klicken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>{path} is not a file of answers</source>
        <translation>{path} ist keine Datei mit Antworten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>The folder of the voice index cannot be written to; your answers are kept in {file}.</source>
        <translation>In den Ordner des Sprachindex kann nicht geschrieben werden; die Antworten werden in {file} aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Your answers could not be saved ({reason}). They can be asked with until QGIS is closed; use Export answers to save them elsewhere.</source>
        <translation>Die Antworten konnten nicht gespeichert werden ({reason}). Bis QGIS beendet wird, kann mit ihnen gefragt werden; mit „Antworten exportieren“ lassen sie sich anderswo speichern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Save as search profile</source>
        <translation>Als Suchprofil speichern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Search profiles ({patterns})</source>
        <translation>Suchprofile ({patterns})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Footprints (*.gpkg)</source>
        <translation>Footprints (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Pictures with COCO annotations (*.json)</source>
        <translation>Bilder mit COCO-Annotationen (*.json)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Export answers</source>
        <translation>Antworten exportieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Saved the search profile {file}. Ask with it under Open…, in any index of this model.</source>
        <translation>Das Suchprofil {file} wurde gespeichert. Unter „Öffnen…“ kann damit gefragt werden, in jedem Index dieses Modells.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>%n answer(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln Antwort in {file} geschrieben.</numerusform>
            <numerusform>%Ln Antworten in {file} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>The file is made with the first note.</source>
        <translation>Die Datei entsteht mit der ersten Notiz.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>voice notes.gpkg</source>
        <translation>Sprachnotizen.gpkg</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>New voice notes</source>
        <translation>Neue Sprachnotizen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Open voice notes</source>
        <translation>Sprachnotizen öffnen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln Notiz</numerusform>
            <numerusform>%Ln Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>%n of them must be embedded again before they can be searched.</source>
        <translation>
            <numerusform>%Ln davon muss erst neu eingebettet werden, bevor sie durchsucht werden kann.</numerusform>
            <numerusform>%Ln davon müssen erst neu eingebettet werden, bevor sie durchsucht werden können.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The engine is not ready yet</source>
        <translation>Die Engine ist noch nicht bereit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Please wait a moment.</source>
        <translation>Bitte einen Moment warten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Speak now: describe the place.</source>
        <translation>Jetzt sprechen: die Stelle beschreiben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Listening… Recording stops when you stop speaking.</source>
        <translation>Aufnahme läuft… Sie endet, wenn nicht mehr gesprochen wird.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Ask a question in the dock first, then search the notes with it.</source>
        <translation>Zuerst im Bedienfeld eine Frage stellen, dann die Notizen damit durchsuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Press New to begin a file of voice notes, or Open.</source>
        <translation>„Neu“ drücken, um eine Datei mit Sprachnotizen zu beginnen, oder „Öffnen“.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>%n note(s), those that fit best first.</source>
        <translation>
            <numerusform>%Ln Notiz, die passendste zuerst.</numerusform>
            <numerusform>%Ln Notizen, die passendsten zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>None fits well.</source>
        <translation>Keine passt gut.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>The note cannot be played on this computer.</source>
        <translation>Die Notiz kann auf diesem Computer nicht abgespielt werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Delete a voice note</source>
        <translation>Sprachnotiz löschen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Delete the note “{note}”?</source>
        <translation>Die Notiz „{note}“ löschen?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>The note and its sound are deleted from the file. This cannot be undone.</source>
        <translation>Die Notiz und ihre Aufnahme werden aus der Datei gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>The note “{note}” and its sound have been deleted.</source>
        <translation>Die Notiz „{note}“ und ihre Aufnahme wurden gelöscht.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Click a place on the map.</source>
        <translation>Auf eine Stelle auf der Karte klicken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Speak now: say what you are looking for.</source>
        <translation>Jetzt sprechen: sagen, was gesucht wird.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Listening…</source>
        <translation>Aufnahme läuft…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Release the button when you have finished; press Esc to cancel.</source>
        <translation>Zum Beenden die Schaltfläche loslassen; Abbrechen mit Esc.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Recording stops when you stop speaking; press Esc to cancel.</source>
        <translation>Die Aufnahme endet, sobald nicht mehr gesprochen wird; Abbrechen mit Esc.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Reading {name}…</source>
        <translation>{name} wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>{name} has been deleted or moved.</source>
        <translation>{name} wurde gelöscht oder verschoben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>These hits were found with it, so the search cannot be repeated.</source>
        <translation>Diese Treffer wurden damit gefunden, daher kann die Suche nicht wiederholt werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>There is no polygon layer in this project.</source>
        <translation>Im Projekt gibt es keinen Polygonlayer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Add one, or search the whole index.</source>
        <translation>Einen hinzufügen oder den ganzen Index durchsuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Searching for places like {name}…</source>
        <translation>Suche nach Stellen wie {name}…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Searching for {question}…</source>
        <translation>Suche nach {question}…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Say something to test the microphone.</source>
        <translation>Zum Testen des Mikrofons etwas sagen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Speak and say what you are looking for.</source>
        <translation>„Sprechen“ drücken und sagen, was gesucht wird.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>HTML pages (*.html)</source>
        <translation>HTML-Seiten (*.html)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>Tiles searched</source>
        <translation>Durchsuchte Kacheln</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Minimum score</source>
        <translation>Mindestscore</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>The report was saved to {file}.</source>
        <translation>Der Bericht wurde in {file} gespeichert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>The layout “{name}” was added to the project, with a page for each place. Use Atlas &gt; Export Atlas as PDF there.</source>
        <translation>Das Layout „{name}“ wurde dem Projekt hinzugefügt, mit einer Seite je Stelle. Dort Atlas &gt; Atlas als PDF exportieren verwenden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>Making the report…</source>
        <translation>Der Bericht wird erstellt…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>This layer has no places any more.</source>
        <translation>Dieser Layer enthält keine Stellen mehr.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Those of a temporary layer are lost when its project is closed. Press Search again to find them once more.</source>
        <translation>Die eines Temporärlayers gehen verloren, wenn sein Projekt geschlossen wird. Mit „Erneut suchen“ werden sie wieder gefunden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>No places found.</source>
        <translation>Keine Stellen gefunden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Search another area, or rephrase the question.</source>
        <translation>In einem anderen Gebiet suchen oder die Frage anders formulieren.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n doubtful place(s).</source>
        <translation>
            <numerusform>%Ln zweifelhafte Stelle.</numerusform>
            <numerusform>%Ln zweifelhafte Stellen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>They are not the best matches: answer some with Y or N, then press Refine below the list.</source>
        <translation>Es sind nicht die besten Treffer: einige mit Y oder N beantworten, dann „Verfeinern“ unter der Liste drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>No place matches well; the closest ones are shown.</source>
        <translation>Keine Stelle passt gut; die ähnlichsten werden angezeigt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Rephrase the question, or search another area.</source>
        <translation>Die Frage anders formulieren oder in einem anderen Gebiet suchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Select one in the list to see it on the map.</source>
        <translation>Eine in der Liste wählen, um sie auf der Karte zu sehen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n weaker one(s) hidden: move the score slider to see more.</source>
        <translation>
            <numerusform>%Ln schwächere ausgeblendet: Score-Regler verschieben, um mehr zu sehen.</numerusform>
            <numerusform>%Ln schwächere ausgeblendet: Score-Regler verschieben, um mehr zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>There may be more: raise the number of places under Filters.</source>
        <translation>Vielleicht gibt es mehr: unter „Filter“ die Anzahl der Stellen erhöhen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>The %n best place(s) found.</source>
        <translation>
            <numerusform>Gefunden: die %Ln beste Stelle.</numerusform>
            <numerusform>Gefunden: die %Ln besten Stellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n place(s) found.</source>
        <translation>
            <numerusform>%Ln Stelle gefunden.</numerusform>
            <numerusform>%Ln Stellen gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>no. {rank}</source>
        <translation>Nr. {rank}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Scoring every place…</source>
        <translation>Alle Stellen werden bewertet…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Scoring every place… {percent}%</source>
        <translation>Alle Stellen werden bewertet… {percent} %</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Move the map slider to colour more or less of it.</source>
        <translation>Den Schieberegler der Karte verschieben, um mehr oder weniger einzufärben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{percent}% of %n place(s) have a score of {limit:.2f} or more.</source>
        <translation>
            <numerusform>{percent} % von %Ln Stelle haben einen Score von mindestens {limit:.2f}.</numerusform>
            <numerusform>{percent} % von %Ln Stellen haben einen Score von mindestens {limit:.2f}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>The whole map is coloured by score.</source>
        <translation>Die ganze Karte ist nach Score eingefärbt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{layer} is being edited. Save or discard the edits, then press Keep again.</source>
        <translation>{layer} wird bearbeitet. Änderungen speichern oder verwerfen, dann erneut „Behalten“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Other hits are still being saved. Press Keep again in a moment.</source>
        <translation>Andere Treffer werden noch gespeichert. Gleich noch einmal „Behalten“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>the layer is being edited; save the edits, then press Keep</source>
        <translation>der Layer wird bearbeitet; Änderungen speichern, dann „Behalten“ drücken</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>QGIS cannot open the file that was written</source>
        <translation>QGIS kann die geschriebene Datei nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{layer} was saved to {file}. Save the project to see it again next time.</source>
        <translation>{layer} wurde in {file} gespeichert. Das Projekt speichern, damit der Layer beim nächsten Mal wieder da ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>The hits could not be saved ({reason}). They are still on the map: right-click the layer and use Export &gt; Save Features As... to save them elsewhere.</source>
        <translation>Die Treffer konnten nicht gespeichert werden ({reason}). Sie sind noch auf der Karte: Rechtsklick auf den Layer, dann Export &gt; Objekte speichern als…, um sie an anderer Stelle zu speichern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/saved_searches_controller.py"/>
        <source>“{name}” is asked of all imagery that is added from now on.</source>
        <translation>„{name}“ wird von jetzt an bei allen neu hinzugefügten Bildern gefragt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/saved_searches_controller.py"/>
        <source>It is called “{name}” now.</source>
        <translation>Sie heißt jetzt „{name}“.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/saved_searches_controller.py"/>
        <source>“{name}” was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/saved_searches_controller.py"/>
        <source>“{name}” is back.</source>
        <translation>„{name}“ ist wieder da.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/service_download.py"/>
        <source>{name} imagery</source>
        <translation>{name} Bilddaten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>Click a place on the map to see it at all dates.</source>
        <translation>Auf eine Stelle auf der Karte klicken, um sie zu allen Daten zu sehen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>Looking for the tiles of this place…</source>
        <translation>Die Kacheln dieser Stelle werden gesucht…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>The voice index shows this place on one date only. Add imagery of other dates to compare it.</source>
        <translation>Der Sprachindex zeigt diese Stelle nur an einem Datum. Zum Vergleichen Bilder anderer Daten hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>%n date(s) of this place. Left and right go through time, and the map follows; Enter zooms in.</source>
        <translation>
            <numerusform>%Ln Datum dieser Stelle. Links und rechts gehen durch die Zeit, und die Karte folgt; die Eingabetaste zoomt.</numerusform>
            <numerusform>%Ln Daten dieser Stelle. Links und rechts gehen durch die Zeit, und die Karte folgt; die Eingabetaste zoomt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Speak or type</source>
        <translation>Sprechen oder tippen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Press Speak and say in English what you are looking for, such as “white storage tanks beside a river”. Or type it and press Enter.</source>
        <translation>„Sprechen“ drücken und auf Englisch sagen, was gesucht wird, etwa „white storage tanks beside a river“. Oder es tippen und die Eingabetaste drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>How sure, and how many</source>
        <translation>Wie sicher, und wie viele</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>The slider above the list hides places with a low score, at once and without a new search. How many places are searched for at most is set under Filters.</source>
        <translation>Der Schieberegler über der Liste blendet Stellen mit niedrigem Score aus, sofort und ohne neue Suche. Wie viele Stellen höchstens gesucht werden, steht unter „Filter“.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Show an example</source>
        <translation>Ein Beispiel zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>What is hard to say can be shown: press Show me one and click it on the map, or drag a box around it.</source>
        <translation>Was schwer zu sagen ist, lässt sich zeigen: „Eines zeigen“ drücken und es auf der Karte anklicken oder einen Rahmen darum ziehen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Yes and no</source>
        <translation>Ja und nein</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Answer places of the list with Y (yes) or N (no), then press Refine: the search learns what you mean.</source>
        <translation>Stellen der Liste mit Y (ja) oder N (nein) beantworten, dann „Verfeinern“ drücken: Die Suche lernt, was gemeint ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Only here, only then</source>
        <translation>Nur hier, nur dann</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Under Filters the search is limited to the map extent, to polygons or to dates of the imagery.</source>
        <translation>Unter „Filter“ wird die Suche auf die Kartenausdehnung, auf Polygone oder auf Aufnahmedaten eingeschränkt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/watch_controller.py"/>
        <source>%n new place(s) for “{name}”</source>
        <translation>
            <numerusform>%Ln neue Stelle zu „{name}“</numerusform>
            <numerusform>%Ln neue Stellen zu „{name}“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/watch_controller.py"/>
        <source>%n new place(s) for {names}</source>
        <translation>
            <numerusform>%Ln neue Stelle zu {names}</numerusform>
            <numerusform>%Ln neue Stellen zu {names}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/watch_controller.py"/>
        <source>New: {name}</source>
        <translation>Neu: {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Clouds</source>
        <translation>Wolken</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Images of a catalogue (STAC)</source>
        <translation>Bilder eines Katalogs (STAC)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Search the catalogue for images (Enter)</source>
        <translation>Den Katalog nach Bildern durchsuchen (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Stop searching</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/tiles_dialog.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Enter the address of a catalogue and press Search.</source>
        <translation>Die Adresse eines Katalogs eingeben und „Suchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/tiles_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Select all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Select all images</source>
        <translation>Alle Bilder wählen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Select none</source>
        <translation>Keine wählen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Select no image</source>
        <translation>Kein Bild wählen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Selected images</source>
        <translation>Gewählte Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Licences and notes</source>
        <translation>Lizenzen und Hinweise</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Add the selected images to the imagery of the index; they stay where they are</source>
        <translation>Die gewählten Bilder zu den Bilddaten des Index hinzufügen; sie bleiben, wo sie sind</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Address of the catalogue</source>
        <translation>Adresse des Katalogs</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Address of a STAC API or of a static catalogue, or the path of a file catalog.json</source>
        <translation>Adresse einer STAC-API oder eines statischen Katalogs, oder der Pfad einer Datei catalog.json</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Current map extent</source>
        <translation>Aktuelle Kartenausdehnung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Whole catalogue</source>
        <translation>Ganzer Katalog</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search area</source>
        <translation>Suchgebiet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Where the images lie, at least in part</source>
        <translation>Wo die Bilder liegen, zumindest zum Teil</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>any</source>
        <translation>offen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Earliest acquisition date</source>
        <translation>Frühestes Aufnahmedatum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Only imagery acquired on this day or later</source>
        <translation>Nur Bilddaten, die an diesem Tag oder später aufgenommen wurden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Latest acquisition date</source>
        <translation>Spätestes Aufnahmedatum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Only imagery acquired on this day or earlier</source>
        <translation>Nur Bilddaten, die an diesem Tag oder früher aufgenommen wurden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Limit the cloud cover</source>
        <translation>Bewölkung begrenzen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Leave cloudier images out; those that do not say how many clouds they have are kept</source>
        <translation>Stärker bewölkte Bilder auslassen; solche ohne Angabe der Bewölkung bleiben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Maximum cloud cover</source>
        <translation>Höchste Bewölkung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Maximum share of an image that clouds cover</source>
        <translation>Höchster Anteil eines Bildes, den Wolken bedecken</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>IDs of the collections to look in, separated by commas; empty: all</source>
        <translation>IDs der Sammlungen, in denen gesucht wird, durch Kommas getrennt; leer: alle</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Maximum number of images</source>
        <translation>Höchstzahl der Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Maximum number of images to list</source>
        <translation>Höchstzahl der Bilder in der Liste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>&amp;Catalogue</source>
        <translation>&amp;Katalog</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>A&amp;rea</source>
        <translation>&amp;Gebiet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Dates</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>C&amp;louds</source>
        <translation>&amp;Wolken</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>C&amp;ollections</source>
        <translation>&amp;Sammlungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>&amp;Images</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Images found</source>
        <translation>Gefundene Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Ticked images will be added; Space ticks or unticks one</source>
        <translation>Angekreuzte Bilder werden hinzugefügt; die Leertaste kreuzt eines an oder hebt das auf</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>The first date is after the last date.</source>
        <translation>Das erste Datum liegt nach dem letzten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Choose “Whole catalogue”, or close this window and show a place on the map.</source>
        <translation>„Ganzer Katalog“ wählen, oder dieses Fenster schließen und auf der Karte eine Stelle zeigen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Searching the catalogue</source>
        <translation>Katalog wird durchsucht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>%n image(s) found.</source>
        <translation>
            <numerusform>%Ln Bild gefunden.</numerusform>
            <numerusform>%Ln Bilder gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Choose a larger area, other dates or more clouds, and search again.</source>
        <translation>Ein größeres Gebiet, andere Daten oder mehr Wolken wählen und erneut suchen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>%Ln Bild gewählt</numerusform>
            <numerusform>%Ln Bilder gewählt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>{images}, {size}</source>
        <translation>{images}, {size}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>What has changed in {name}?</source>
        <translation>Was hat sich in {name} verändert?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Earlier date</source>
        <translation>Früheres Datum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Imagery of this time is compared</source>
        <translation>Bilder dieser Zeit werden verglichen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Later date</source>
        <translation>Späteres Datum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>with imagery of this time at the same places</source>
        <translation>mit Bildern dieser Zeit an denselben Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>the picture has changed most</source>
        <translation>sich das Bild am meisten verändert hat</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>the score of the question has risen</source>
        <translation>der Score der Frage gestiegen ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>the score of the question has fallen</source>
        <translation>der Score der Frage gefallen ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>the score of the question has risen or fallen</source>
        <translation>der Score der Frage gestiegen oder gefallen ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Season and light, which change every place, are left out of the account. A score that has risen: no wetland then, wetland now</source>
        <translation>Jahreszeit und Licht, die jede Stelle verändern, zählen nicht. Ein gestiegener Score: damals kein Feuchtgebiet, jetzt eines</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>What has changed</source>
        <translation>Was sich verändert hat</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>A score is between 0 and 1; 0.3 is a clear change</source>
        <translation>Ein Score liegt zwischen 0 und 1; 0,3 ist eine deutliche Veränderung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Least change of the score</source>
        <translation>Kleinste Veränderung des Scores</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>So many places are listed at most</source>
        <translation>So viele Stellen werden höchstens aufgelistet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Number of places</source>
        <translation>Anzahl der Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Only what the map shows</source>
        <translation>Nur was die Karte zeigt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Look only at tiles in the current extent of the map</source>
        <translation>Nur Kacheln in der aktuellen Kartenausdehnung betrachten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>&amp;Earlier:</source>
        <translation>&amp;Früher:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>&amp;Later:</source>
        <translation>&amp;Später:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Places &amp;where:</source>
        <translation>Stellen, &amp;wo:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>&amp;By at least:</source>
        <translation>&amp;Um mindestens:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>&amp;Number of places:</source>
        <translation>&amp;Anzahl Stellen:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Find changes</source>
        <translation>Veränderungen finden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Compare the two dates, place by place</source>
        <translation>Die beiden Daten Stelle für Stelle vergleichen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Stop comparing tiles</source>
        <translation>Das Vergleichen der Kacheln abbrechen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Places that have changed, before and after</source>
        <translation>Veränderte Stellen, vorher und nachher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Zoom to place</source>
        <translation>Auf Stelle zoomen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Zoom the map to the selected place (Enter)</source>
        <translation>Die Karte auf die gewählte Stelle zoomen (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Through time</source>
        <translation>Durch die Zeit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Show the selected place at all dates of the voice index</source>
        <translation>Die gewählte Stelle zu allen Daten des Sprachindex zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Add as layer</source>
        <translation>Als Layer hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Add the places that are listed to the map</source>
        <translation>Die aufgelisteten Stellen auf die Karte legen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>This index has imagery of one date only. Add imagery of another date to compare them.</source>
        <translation>Dieser Index hat nur Bilder eines Datums. Zum Vergleichen Bilder eines anderen Datums hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Ask a question in the dock to compare its scores.</source>
        <translation>Im Bedienfeld eine Frage stellen, um ihre Scores zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>The question: {question}</source>
        <translation>Die Frage: {question}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>%n change(s) in {compared} places.</source>
        <translation>
            <numerusform>%Ln Veränderung an {compared} Stellen.</numerusform>
            <numerusform>%Ln Veränderungen an {compared} Stellen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Nothing has changed so much. Try a smaller change, or other dates.</source>
        <translation>So sehr hat sich nichts verändert. Eine kleinere Veränderung oder andere Daten versuchen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>{year} (%n date(s))</source>
        <translation>
            <numerusform>{year} (%Ln Datum)</numerusform>
            <numerusform>{year} (%Ln Daten)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Score {before} → {after}</source>
        <translation>Score {before} → {after}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Changed {times} times as much as most places</source>
        <translation>{times}-mal so stark verändert wie die meisten Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>What is in {name}?</source>
        <translation>Was ist in {name}?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Into how many groups the tiles are divided, at most</source>
        <translation>In wie viele Gruppen die Kacheln höchstens eingeteilt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Number of groups</source>
        <translation>Anzahl der Gruppen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>&amp;Groups:</source>
        <translation>&amp;Gruppen:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Group again</source>
        <translation>Neu gruppieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Group the tiles anew with these settings</source>
        <translation>Die Kacheln mit diesen Einstellungen neu gruppieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Groups of tiles that look alike</source>
        <translation>Gruppen von Kacheln, die sich ähnlich sehen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Search for this group</source>
        <translation>Nach dieser Gruppe suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Search for places that look like the selected group (Enter)</source>
        <translation>Nach Stellen suchen, die so aussehen wie die gewählte Gruppe (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Places least like the rest</source>
        <translation>Stellen, die dem Rest am wenigsten ähneln</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>More like this</source>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Search for places that look like the selected one</source>
        <translation>Nach Stellen suchen, die so aussehen wie die gewählte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Least like the rest</source>
        <translation>Dem Rest am unähnlichsten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Tiles that look alike, the largest group first</source>
        <translation>Kacheln, die sich ähnlich sehen, die größte Gruppe zuerst</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Tiles that look like no other, the oddest first</source>
        <translation>Kacheln, die wie keine andere aussehen, die ungewöhnlichste zuerst</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Add as layers</source>
        <translation>Als Layer hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Add the tiles with a colour for each group, and those least like the rest, to the map</source>
        <translation>Die Kacheln mit einer Farbe je Gruppe und diejenigen, die dem Rest am wenigsten ähneln, zur Karte hinzufügen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>%n tile(s) in {groups}.</source>
        <translation>
            <numerusform>%Ln Kachel in {groups}.</numerusform>
            <numerusform>%Ln Kacheln in {groups}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>%n group(s)</source>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>{tiles} · {share}</source>
        <translation>{tiles} · {share}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n tile(s)</source>
        <translation>
            <numerusform>%Ln Kachel</numerusform>
            <numerusform>%Ln Kacheln</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <source>{number}: {phrases}</source>
        <translation>{number}: {phrases}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Group {number}: {phrases}; {tiles}, {share} of all</source>
        <translation>Gruppe {number}: {phrases}; {tiles}, {share} von allen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <source>Rank {rank}, similarity to the rest {similarity}</source>
        <translation>Rang {rank}, Ähnlichkeit mit dem Rest {similarity}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Questions of this project</source>
        <translation>Fragen dieses Projekts</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Find by words</source>
        <translation>Nach Wörtern suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Show only questions with all these words: what was typed or heard, examples, the name of the voice index (Ctrl+F)</source>
        <translation>Nur Fragen mit allen diesen Wörtern zeigen: Getipptes, Gehörtes, Beispiele, Name des Sprachindex (Strg+F)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Find questions by words</source>
        <translation>Fragen nach Wörtern suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Details of the selected question</source>
        <translation>Einzelheiten der ausgewählten Frage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Search again with this question: in the same voice index, with the same filters and answers (Enter)</source>
        <translation>Mit dieser Frage noch einmal suchen: im selben Sprachindex, mit denselben Filtern und Antworten (Eingabe)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Ask as text</source>
        <translation>Als Text fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Search with the words that were heard, because the recording has been deleted</source>
        <translation>Mit den Wörtern suchen, die gehört wurden, weil die Aufnahme gelöscht wurde</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Show its layer</source>
        <translation>Layer zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Show the layer of its results, if it is still in the project</source>
        <translation>Den Layer mit den Ergebnissen zeigen, falls er noch im Projekt ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Keep this question and its recording, however many others follow (K)</source>
        <translation>Diese Frage und ihre Aufnahme behalten, wie viele andere auch folgen (K)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Remove this question from the list; its recording is deleted when this window closes (Delete)</source>
        <translation>Diese Frage aus der Liste nehmen; ihre Aufnahme wird gelöscht, wenn dieses Fenster geschlossen wird (Entf)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Bring the question that was forgotten last back (Ctrl+Z)</source>
        <translation>Die zuletzt vergessene Frage zurückholen (Strg+Z)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Bring the forgotten question back</source>
        <translation>Die vergessene Frage zurückholen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete all recordings…</source>
        <translation>Alle Aufnahmen löschen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete all recorded questions from this computer, of other projects, too; the list stays</source>
        <translation>Alle aufgenommenen Fragen von diesem Computer löschen, auch die anderer Projekte; die Liste bleibt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>The question of this layer is not known.</source>
        <translation>Die Frage dieses Layers ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete all recordings</source>
        <translation>Alle Aufnahmen löschen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete %n recording(s), {size}?</source>
        <translation>
            <numerusform>%Ln Aufnahme löschen, {size}?</numerusform>
            <numerusform>%Ln Aufnahmen löschen, {size}?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>All recorded questions of all projects are deleted from this computer, kept ones, too. This cannot be undone. The questions stay in the list, with the words that were heard.</source>
        <translation>Alle aufgenommenen Fragen aller Projekte werden von diesem Computer gelöscht, auch die behaltenen. Das lässt sich nicht rückgängig machen. Die Fragen bleiben in der Liste, mit den Wörtern, die gehört wurden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>No question has been asked in this project yet.</source>
        <translation>In diesem Projekt wurde noch nichts gefragt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>No question has these words. Delete a word to see more.</source>
        <translation>Keine Frage enthält diese Wörter. Ein Wort löschen, um mehr zu sehen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>{shown} of %n question(s)</source>
        <translation>
            <numerusform>{shown} von %Ln Frage</numerusform>
            <numerusform>{shown} von %Ln Fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>%n question(s)</source>
        <translation>
            <numerusform>%Ln Frage</numerusform>
            <numerusform>%Ln Fragen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Sounds like: {phrases}</source>
        <translation>Klingt wie: {phrases}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Its area was too detailed to be saved: Ask again searches where the dock&apos;s filters say.</source>
        <translation>Das Gebiet hatte zu viele Einzelheiten, um gespeichert zu werden: „Noch einmal fragen“ sucht dort, wo es die Filter des Bedienfelds sagen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Its recording has been deleted, so it cannot be asked again as it was.</source>
        <translation>Die Aufnahme wurde gelöscht, deshalb kann die Frage nicht noch einmal so gestellt werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Speak it again.</source>
        <translation>Sie noch einmal sprechen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Speak it again, or press Ask as text to search with the words that were heard.</source>
        <translation>Sie noch einmal sprechen oder „Als Text fragen“ drücken, um mit den gehörten Wörtern zu suchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>{name} has been deleted or moved, so it cannot be asked again. Put the file back, or show another example.</source>
        <translation>{name} wurde gelöscht oder verschoben, deshalb kann die Frage nicht noch einmal gestellt werden. Die Datei zurücklegen oder ein anderes Beispiel zeigen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Voice index</source>
        <translation>Sprachindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Acquired</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>CRS</source>
        <translation>KBS</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Images of the voice index</source>
        <translation>Bilder des Sprachindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Images that this index was built from</source>
        <translation>Bilder, aus denen dieser Index aufgebaut wurde</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Check and repair</source>
        <translation>Prüfen und reparieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Compare all files with their checksums and remove damaged parts</source>
        <translation>Alle Dateien mit ihren Prüfsummen vergleichen und beschädigte Teile entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Compact</source>
        <translation>Verdichten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Merge small parts so that searches open fewer files</source>
        <translation>Kleine Teile zusammenführen, damit Suchen weniger Dateien öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove image…</source>
        <translation>Bild entfernen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove the selected image from the index; the image file is not deleted</source>
        <translation>Gewähltes Bild aus dem Index entfernen; die Bilddatei wird nicht gelöscht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Relocate…</source>
        <translation>Neuer Ort…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Say where the image files are now, if they were moved; nothing is embedded again</source>
        <translation>Angeben, wo die Bilddateien jetzt liegen, falls sie verschoben wurden; nichts wird neu eingebettet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Remove from list</source>
        <translation>Aus Liste entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove this index from the list; its folder is not deleted</source>
        <translation>Diesen Index aus der Liste entfernen; sein Ordner wird nicht gelöscht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Open the folder of the index in the file manager</source>
        <translation>Ordner des Index im Dateimanager öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Voice index {name}</source>
        <translation>Sprachindex {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>{title}: {text}</source>
        <translation>{title}: {text}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{tiles} (not finished)</source>
        <translation>{tiles} (nicht fertig)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{tiles} in {parts}</source>
        <translation>{tiles}, {parts}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n part(s)</source>
        <translation>
            <numerusform>%Ln Teil</numerusform>
            <numerusform>%Ln Teile</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build not finished: %n tile(s) remaining.</source>
        <translation>
            <numerusform>Aufbau nicht fertig: %Ln Kachel fehlt noch.</numerusform>
            <numerusform>Aufbau nicht fertig: %Ln Kacheln fehlen noch.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{checksum} (current model)</source>
        <translation>{checksum} (aktuelles Modell)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{checksum} (different model; rebuild the index)</source>
        <translation>{checksum} (anderes Modell; Index neu aufbauen)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Ground sizes</source>
        <translation>Kachelgrößen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Tile overlap</source>
        <translation>Kachelüberlappung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Extent</source>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n image(s) with decisions: select one to read them.</source>
        <translation>
            <numerusform>%Ln Bild mit Entscheidungen: zum Lesen auswählen.</numerusform>
            <numerusform>%Ln Bilder mit Entscheidungen: zum Lesen eines auswählen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Checking all files…</source>
        <translation>Alle Dateien werden geprüft…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Merging small parts…</source>
        <translation>Kleine Teile werden zusammengeführt…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove image</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove {image} from this voice index?</source>
        <translation>{image} aus diesem Sprachindex entfernen?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Searches will no longer find its tiles. The image file is not deleted.</source>
        <translation>Suchen finden seine Kacheln nicht mehr. Die Bilddatei wird nicht gelöscht.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Removing {image}…</source>
        <translation>{image} wird entfernt…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{image} was removed.</source>
        <translation>{image} wurde entfernt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>All images of this index are where they were.</source>
        <translation>Alle Bilder dieses Index liegen noch an ihrem Ort.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Choose the folder that was {folder}</source>
        <translation>Ordner wählen, der früher {folder} war</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Comparing the images in {folder}…</source>
        <translation>Bilder in {folder} werden verglichen…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n image(s) relocated.</source>
        <translation>
            <numerusform>Neuer Ort von %Ln Bild übernommen.</numerusform>
            <numerusform>Neuer Ort von %Ln Bildern übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{image} keeps its old path: {reason}</source>
        <translation>{image} behält den alten Pfad: {reason}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>No problems found.</source>
        <translation>Keine Probleme gefunden.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n problem(s) repaired.</source>
        <translation>
            <numerusform>%Ln Problem behoben.</numerusform>
            <numerusform>%Ln Probleme behoben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Press Continue in the Voice Search panel to build removed parts again.</source>
        <translation>„Fortsetzen“ im Bedienfeld „Sprachsuche“ drücken, um entfernte Teile wieder aufzubauen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n part(s) merged into {number}.</source>
        <translation>
            <numerusform>%Ln Teil zu {number} zusammengeführt.</numerusform>
            <numerusform>%Ln Teile zu {number} zusammengeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n more problem(s)</source>
        <translation>
            <numerusform>%Ln weiteres Problem</numerusform>
            <numerusform>%Ln weitere Probleme</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Reading the images…</source>
        <translation>Bilder werden gelesen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add imagery to {index}</source>
        <translation>Bilddaten zu {index} hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>New voice index</source>
        <translation>Neuer Sprachindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Build estimate</source>
        <translation>Schätzung für den Aufbau</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Skipped images</source>
        <translation>Übersprungene Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Convert to GeoTIFF…</source>
        <translation>In GeoTIFF umwandeln…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Let QGIS write images that only QGIS can read as GeoTIFF, and index those files</source>
        <translation>Bilder, die nur QGIS lesen kann, von QGIS als GeoTIFF schreiben lassen und diese Dateien indizieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Build</source>
        <translation>Aufbauen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Start the build in the background; you can already search the finished tiles</source>
        <translation>Aufbau im Hintergrund starten; fertige Kacheln können schon durchsucht werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Converting images…</source>
        <translation>Bilder werden umgewandelt…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Select at least one image, or add files or a folder.</source>
        <translation>Mindestens ein Bild wählen oder Dateien oder einen Ordner hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Enter one or three band numbers, such as 4 3 2.</source>
        <translation>Eine oder drei Kanalnummern eingeben, etwa 4 3 2.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Enter the value of empty pixels, such as 0 or -9999.</source>
        <translation>Den Wert leerer Pixel eingeben, zum Beispiel 0 oder -9999.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Select at least one ground size.</source>
        <translation>Mindestens eine Kachelgröße wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Enter a name for the index.</source>
        <translation>Einen Namen für den Index eingeben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The name must not contain any of these characters: {characters}</source>
        <translation>Der Name darf keines dieser Zeichen enthalten: {characters}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Choose a folder for the index.</source>
        <translation>Einen Ordner für den Index wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{name} already exists in this folder. Choose another name.</source>
        <translation>{name} ist in diesem Ordner schon vorhanden. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{folder} (folder)</source>
        <translation>{folder} (Ordner)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Imagery</source>
        <translation>Bilddaten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The selected layers, files and folders will be indexed</source>
        <translation>Die gewählten Layer, Dateien und Ordner werden indiziert</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add image files that are not in the project</source>
        <translation>Bilddateien hinzufügen, die nicht im Projekt sind</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add all images in a folder and its subfolders</source>
        <translation>Alle Bilder in einem Ordner und seinen Unterordnern hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Download from map service…</source>
        <translation>Von Kartendienst herunterladen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Download what an XYZ, WMS or WMTS layer shows in an area, to index that</source>
        <translation>Herunterladen, was ein XYZ-, WMS- oder WMTS-Layer in einem Gebiet zeigt, um es zu indizieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Colours as on the map</source>
        <translation>Farben wie in der Karte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Index the layers in the colours in which the map shows them; otherwise, bands and contrast are chosen automatically. True colour is recognised best.</source>
        <translation>Die Layer in den Farben indizieren, in denen die Karte sie zeigt; sonst werden Bänder und Kontrast automatisch gewählt. Echtfarben werden am besten erkannt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>From a catalogue (STAC)…</source>
        <translation>Aus einem Katalog (STAC)…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Search a STAC catalogue for images, and index them where they lie</source>
        <translation>Einen STAC-Katalog nach Bildern durchsuchen und sie dort indizieren, wo sie liegen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Object size</source>
        <translation>Objektgröße</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Rasters with missing metadata</source>
        <translation>Raster mit fehlenden Metadaten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Values to use for images whose files do not contain them</source>
        <translation>Werte für Bilder, deren Dateien sie nicht enthalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>CRS of rasters without one</source>
        <translation>KBS von Rastern ohne KBS</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>CRS to assign to rasters without one</source>
        <translation>KBS, das Rastern ohne KBS zugewiesen wird</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Acquisition date of rasters without one</source>
        <translation>Aufnahmedatum von Rastern ohne Datum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Acquisition date of rasters whose files do not contain one</source>
        <translation>Aufnahmedatum von Rastern, deren Dateien keines enthalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Bands to use</source>
        <translation>Zu verwendende Kanäle</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>One band for grayscale, or three for red, green and blue, such as 4 3 2</source>
        <translation>Ein Kanal für Graustufen oder drei für Rot, Grün und Blau, etwa 4 3 2</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>found automatically</source>
        <translation>automatisch gefunden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>of this value</source>
        <translation>mit diesem Wert</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>only as declared in the file</source>
        <translation>nur wie in der Datei angegeben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Empty pixels</source>
        <translation>Leere Pixel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Pixels that show nothing, such as -9999 or the black border of a rotated image, in rasters that do not declare them</source>
        <translation>Pixel, die nichts zeigen, etwa -9999 oder der schwarze Rand eines gedrehten Bildes, in Rastern, die sie nicht angeben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Value of empty pixels</source>
        <translation>Wert leerer Pixel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Value of empty pixels, such as 0 or -9999</source>
        <translation>Wert leerer Pixel, zum Beispiel 0 oder -9999</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Keep tiles of one single colour</source>
        <translation>Einfarbige Kacheln behalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>They show nothing, and are left out otherwise.</source>
        <translation>Sie zeigen nichts und werden sonst ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;CRS</source>
        <translation>&amp;KBS</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Acquisi&amp;tion date</source>
        <translation>A&amp;ufnahmedatum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;Bands</source>
        <translation>Kanä&amp;le</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;Empty pixels</source>
        <translation>&amp;Leere Pixel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Name of the voice index</source>
        <translation>Name des Sprachindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Name of the index in the Voice Search panel</source>
        <translation>Name des Index im Bedienfeld „Sprachsuche“</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Folder for the voice index</source>
        <translation>Ordner für den Sprachindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The index does not contain the imagery itself, so it needs much less space</source>
        <translation>Der Index enthält die Bilddaten selbst nicht und braucht daher viel weniger Platz</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>About this folder</source>
        <translation>Zu diesem Ordner</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{program} synchronises this folder: the whole index is uploaded, and files that are being uploaded may be locked for moments. A folder outside of it is faster.</source>
        <translation>{program} synchronisiert diesen Ordner: Der ganze Index wird hochgeladen, und Dateien können währenddessen kurz gesperrt sein. Ein Ordner außerhalb davon ist schneller.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Images ({patterns});;All files (*)</source>
        <translation>Bilder ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add folder of images</source>
        <translation>Ordner mit Bildern hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Estimating…</source>
        <translation>Schätzung läuft…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>None of these images can be used.</source>
        <translation>Keines dieser Bilder kann verwendet werden.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>About %n tile(s), {duration}, {size} of disk space.</source>
        <translation>
            <numerusform>Etwa %Ln Kachel, {duration}, {size} Speicherplatz.</numerusform>
            <numerusform>Etwa %Ln Kacheln, {duration}, {size} Speicherplatz.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>There are no tiles. Choose other imagery or ground sizes.</source>
        <translation>Es gibt keine Kacheln. Andere Bilddaten oder Kachelgrößen wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Skipped: {reason}</source>
        <translation>Übersprungen: {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>%n more image(s) skipped</source>
        <translation>
            <numerusform>%Ln weiteres Bild übersprungen</numerusform>
            <numerusform>%Ln weitere Bilder übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{name} cannot be converted: {reason}</source>
        <translation>{name} kann nicht umgewandelt werden: {reason}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Folder for the GeoTIFF files</source>
        <translation>Ordner für die GeoTIFF-Dateien</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Converting images… {percent:.0f}%</source>
        <translation>Bilder werden umgewandelt… {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The folder {folder} cannot be created ({reason}). Choose another one.</source>
        <translation>Der Ordner {folder} kann nicht angelegt werden ({reason}). Einen anderen wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Voice notes</source>
        <translation>Sprachnotizen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>File of voice notes</source>
        <translation>Datei mit Sprachnotizen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>New…</source>
        <translation>Neu…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Begin a new GeoPackage of voice notes</source>
        <translation>Ein neues GeoPackage mit Sprachnotizen beginnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Open a GeoPackage of voice notes</source>
        <translation>Ein GeoPackage mit Sprachnotizen öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Add a folder of recordings whose positions are in a CSV file, a GPX track or their names</source>
        <translation>Einen Ordner mit Aufnahmen hinzufügen, deren Positionen in einer CSV-Datei, einem GPX-Track oder ihren Namen stehen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Embed again</source>
        <translation>Neu einbetten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Embed the notes of another model anew, from their sound, so that they can be searched</source>
        <translation>Die Notizen eines anderen Modells aus ihren Aufnahmen neu einbetten, damit sie durchsucht werden können</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Who records the notes; kept for the next one</source>
        <translation>Wer die Notizen aufnimmt; wird für die nächste behalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>A title, or what else is to be kept with the next note</source>
        <translation>Ein Titel, oder was sonst mit der nächsten Notiz festgehalten werden soll</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Record a note here…</source>
        <translation>Hier eine Notiz aufnehmen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Click a place on the map, then speak; recording stops when you stop speaking</source>
        <translation>Auf eine Stelle auf der Karte klicken, dann sprechen; die Aufnahme endet, wenn nicht mehr gesprochen wird</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>At the GPS position</source>
        <translation>An der GPS-Position</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Record a note where the GPS receiver is; needs a connection in the GPS panel</source>
        <translation>Eine Notiz dort aufnehmen, wo der GPS-Empfänger ist; braucht eine Verbindung im GPS-Bedienfeld</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Stop recording, and keep the note</source>
        <translation>Die Aufnahme beenden und die Notiz behalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Which notes fit here?</source>
        <translation>Welche Notizen passen hier?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Click a place on the map: notes are ranked by how well they describe what it looks like</source>
        <translation>Auf eine Stelle auf der Karte klicken: Die Notizen werden danach geordnet, wie gut sie sein Aussehen beschreiben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Search with the question</source>
        <translation>Mit der Frage suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Rank the notes by the question that the dock shows</source>
        <translation>Die Notizen nach der Frage ordnen, die das Bedienfeld zeigt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>All notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>List all notes</source>
        <translation>Alle Notizen auflisten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Play the selected note, or stop it (Enter)</source>
        <translation>Die ausgewählte Notiz abspielen oder anhalten (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Find places like this</source>
        <translation>Solche Stellen finden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Search the voice index for places that look like what the selected note describes</source>
        <translation>Im Sprachindex nach Stellen suchen, die so aussehen, wie die ausgewählte Notiz beschreibt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Delete the selected note and its sound (Del)</source>
        <translation>Die ausgewählte Notiz und ihre Aufnahme löschen (Entf)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>&amp;Author:</source>
        <translation>&amp;Autor:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Co&amp;mment:</source>
        <translation>Ko&amp;mmentar:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>No file of voice notes is open.</source>
        <translation>Keine Datei mit Sprachnotizen ist geöffnet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>{rank}. {title} ({score})</source>
        <translation>{rank}. {title} ({score})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Saved searches of {name}</source>
        <translation>Gespeicherte Suchen von {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Name of the search</source>
        <translation>Name der Suche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>What the search is called when it has found something</source>
        <translation>Wie die Suche heißt, wenn sie etwas gefunden hat</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep asking</source>
        <translation>Weiter fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Ask this question of all imagery that is added to the index from now on</source>
        <translation>Diese Frage von jetzt an bei allen Bildern stellen, die dem Index hinzugefügt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Last asked</source>
        <translation>Zuletzt gefragt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Ask now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Search the whole index with the selected question (Enter)</source>
        <translation>Den ganzen Index mit der gewählten Frage durchsuchen (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Give the selected search another name (F2)</source>
        <translation>Der gewählten Suche einen anderen Namen geben (F2)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Ask the selected question no more (Del)</source>
        <translation>Die gewählte Frage nicht mehr stellen (Entf)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Bring the search back that was removed last (Ctrl+Z)</source>
        <translation>Die zuletzt entfernte Suche zurückholen (Strg+Z)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Ask a question in the dock to keep asking it of imagery that is added later.</source>
        <translation>Im Bedienfeld eine Frage stellen, um sie auch bei später hinzugefügten Bildern zu stellen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Your question: {question}</source>
        <translation>Ihre Frage: {question}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Your question: {question} (score ≥ {minimum})</source>
        <translation>Ihre Frage: {question} (Score ≥ {minimum})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>Publish {name} to a shared index</source>
        <translation>{name} in einen gemeinsamen Index veröffentlichen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>Connect to a shared index</source>
        <translation>Mit gemeinsamem Index verbinden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>PostgreSQL connections that are set up in QGIS: takes host, database, user and authentication configuration from one</source>
        <translation>In QGIS eingerichtete PostgreSQL-Verbindungen: übernimmt Host, Datenbank, Benutzer und Authentifizierungskonfiguration von einer davon</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>Where the database is: postgresql://USER@HOST/DATABASE</source>
        <translation>Wo die Datenbank liegt: postgresql://BENUTZER@HOST/DATENBANK</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>The schema of this index; made if it is missing. If it holds the index already, what is new is added</source>
        <translation>Das Schema dieses Index; fehlt es, wird es angelegt. Enthält es den Index schon, kommt hinzu, was neu ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>The schema in which the index was published; if empty, that of the address</source>
        <translation>Das Schema, in dem der Index veröffentlicht wurde; wenn leer, das der Adresse</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>QGIS &amp;connection:</source>
        <translation>QGIS-&amp;Verbindung:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>&amp;Database:</source>
        <translation>&amp;Datenbank:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>&amp;Schema:</source>
        <translation>&amp;Schema:</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>Write the address as postgresql://USER@HOST/DATABASE.</source>
        <translation>Schreiben Sie die Adresse als postgresql://BENUTZER@HOST/DATENBANK.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>User and password are those of QGIS&apos;s authentication configuration {authcfg}. The address holds only its name.</source>
        <translation>Benutzer und Passwort sind die der Authentifizierungskonfiguration {authcfg} von QGIS. Die Adresse enthält nur deren Kennung.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>The password is read from PostgreSQL&apos;s password file (pgpass) or service file. QGIS gives its own if the connection has an authentication configuration.</source>
        <translation>Das Passwort wird aus der Passwortdatei (pgpass) oder der Dienstdatei von PostgreSQL gelesen. Hat die Verbindung eine Authentifizierungskonfiguration, kommt es von QGIS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Voice Search</source>
        <translation>Sprachsuche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The engine stopped and is starting again.</source>
        <translation>Die Engine wurde beendet und startet neu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>No voice index is selected.</source>
        <translation>Kein Sprachindex gewählt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Select one above, or build a new one.</source>
        <translation>Oben einen wählen oder einen neuen aufbauen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is being built.</source>
        <translation>Der Sprachindex wird aufgebaut.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>It can be searched in a moment.</source>
        <translation>Er kann gleich durchsucht werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Press Add layers to add imagery.</source>
        <translation>„Layer hinzufügen“ drücken, um Bilddaten hinzuzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Press Continue to build it.</source>
        <translation>„Fortsetzen“ drücken, um ihn aufzubauen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is empty.</source>
        <translation>Der Sprachindex ist leer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Choose or build a voice index first</source>
        <translation>Zuerst einen Sprachindex wählen oder aufbauen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is being built; it can be searched in a moment</source>
        <translation>Der Sprachindex wird aufgebaut; er kann gleich durchsucht werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>A search is running; press Esc to cancel it</source>
        <translation>Es läuft eine Suche; Abbrechen mit Esc</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Only one file can be asked with. Drop a single sound file or picture.</source>
        <translation>Es kann nur mit einer Datei gesucht werden. Eine einzelne Audiodatei oder ein einzelnes Bild ablegen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>{name} is neither a sound file nor a picture. Drop a WAV, FLAC, OGG or MP3 file, or a picture such as PNG, JPEG or TIFF.</source>
        <translation>{name} ist weder eine Audiodatei noch ein Bild. Eine WAV-, FLAC-, OGG- oder MP3-Datei oder ein Bild (PNG, JPEG, TIFF) ablegen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/collapsible_section.py"/>
        <source>Expand or collapse: {title}</source>
        <translation>Auf- oder zuklappen: {title}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/collapsible_section.py"/>
        <source>Expand or collapse this section</source>
        <translation>Diesen Abschnitt auf- oder zuklappen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Try the demo scene</source>
        <translation>Demo-Szene öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Copy a small rendered scene into your profile, add it to the project, build its voice index and suggest three questions; takes less than a minute</source>
        <translation>Eine kleine gerenderte Szene ins Profil kopieren, zum Projekt hinzufügen, ihren Sprachindex aufbauen und drei Fragen vorschlagen; dauert weniger als eine Minute</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Try it with the demo scene</source>
        <translation>Mit der Demo-Szene ausprobieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Close these suggestions</source>
        <translation>Diese Vorschläge schließen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Delete the demo scene and its voice index; your own layers and indexes stay</source>
        <translation>Die Demo-Szene und ihren Sprachindex löschen; eigene Layer und Indexe bleiben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Ask with this recording, as if you had spoken: “{text}”</source>
        <translation>Mit dieser Aufnahme fragen, als wäre es gesprochen worden: „{text}“</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Spoken question: {text}</source>
        <translation>Gesprochene Frage: {text}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Ask “{text}”</source>
        <translation>„{text}“ fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Typed question: {text}</source>
        <translation>Getippte Frage: {text}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Whole index</source>
        <translation>Ganzer Index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search everything in the voice index</source>
        <translation>Den ganzen Sprachindex durchsuchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the extent of the map</source>
        <translation>Nur innerhalb der Kartenausdehnung suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Selected features</source>
        <translation>Gewählte Objekte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons that are selected on the map</source>
        <translation>Nur innerhalb der auf der Karte gewählten Polygone suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Polygon layer</source>
        <translation>Polygonlayer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons of a layer</source>
        <translation>Nur innerhalb der Polygone eines Layers suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Polygon layer to search within</source>
        <translation>Polygonlayer, in dem gesucht wird</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons of this layer</source>
        <translation>Nur innerhalb der Polygone dieses Layers suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Maximum number of places</source>
        <translation>Höchstzahl der Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Maximum number of places to find, best matches first</source>
        <translation>Höchstzahl der gesuchten Stellen, beste zuerst</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Where</source>
        <translation>&amp;Wo</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Places</source>
        <translation>&amp;Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Change the dates under Filters.</source>
        <translation>Die Datumsangaben unter „Filter“ ändern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Filters: {summary}</source>
        <translation>Filter: {summary}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search area, acquisition dates and number of places</source>
        <translation>Suchgebiet, Aufnahmezeitraum und Anzahl der Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, {first} to {last}</source>
        <translation>{area}, {first} bis {last}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, from {first}</source>
        <translation>{area}, ab {first}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, until {last}</source>
        <translation>{area}, bis {last}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} m</source>
        <translation>{number} m</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} km</source>
        <translation>{number} km</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{task}: {done} of {total}</source>
        <translation>{task}: {done} von {total}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{task}: {done}</source>
        <translation>{task}: {done}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{rate}/s</source>
        <translation>{rate}/s</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{duration} left</source>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{west} to {east}, {south} to {north}</source>
        <translation>{west} bis {east}, {south} bis {north}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>car, tree</source>
        <translation>Auto, Baum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>house, swimming pool</source>
        <translation>Haus, Schwimmbecken</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>house with garden, tennis court</source>
        <translation>Haus mit Garten, Tennisplatz</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>large building, sports field, aircraft</source>
        <translation>großes Gebäude, Sportplatz, Flugzeug</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>residential block, car park</source>
        <translation>Wohnblock, Parkplatz</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>village, harbour, airport terminal</source>
        <translation>Dorf, Hafen, Flughafenterminal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>town district, airport</source>
        <translation>Stadtteil, Flughafen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>town, lake</source>
        <translation>Stadt, See</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>landscape</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Side of the square tiles that the imagery is cut into. Select the size of what you are looking for; several sizes find both small and large objects.</source>
        <translation>Seitenlänge der quadratischen Kacheln, in die die Bilddaten zerlegt werden. Die Größe dessen wählen, was gesucht wird; mehrere Größen finden kleine und große Objekte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Other ground size in metres</source>
        <translation>Andere Kachelgröße in Metern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Add size</source>
        <translation>Größe hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Add this size to the list</source>
        <translation>Diese Größe zur Liste hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>{size}: {examples} (suggested)</source>
        <translation>{size}: {examples} (Vorschlag)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>{size}: {examples}</source>
        <translation>{size}: {examples}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/help_button.py"/>
        <source>Show the page of the user guide about this in the browser (F1)</source>
        <translation>Die Seite des Handbuchs dazu im Browser zeigen (F1)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Nearest first</source>
        <translation>Nächste zuerst</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>By image</source>
        <translation>Nach Bild</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>{distance} away</source>
        <translation>{distance} entfernt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <source>Rank {rank}, score {score}</source>
        <translation>Rang {rank}, Score {score}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Your answer: yes</source>
        <translation>Antwort: ja</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Your answer: no</source>
        <translation>Antwort: nein</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Acquired: {date}</source>
        <translation>Aufgenommen: {date}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Acquisition date unknown</source>
        <translation>Aufnahmedatum unbekannt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Ground size: {size}</source>
        <translation>Kachelgröße: {size}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Distance from the map centre: {distance}</source>
        <translation>Entfernung von der Kartenmitte: {distance}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Places found</source>
        <translation>Gefundene Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Zoom the map to this place</source>
        <translation>Karte auf diese Stelle zoomen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Search for places that look like this one</source>
        <translation>Nach Stellen suchen, die so aussehen wie diese</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Show this place at all dates of the voice index</source>
        <translation>Diese Stelle zu allen Daten des Sprachindex zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Add its image as a layer</source>
        <translation>Bild als Layer hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Add the whole raster of this place to the project</source>
        <translation>Das ganze Raster dieser Stelle zum Projekt hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Rank your voice notes by how well they describe this place</source>
        <translation>Die eigenen Sprachnotizen danach ordnen, wie gut sie diese Stelle beschreiben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Yes, this is it</source>
        <translation>Ja, das ist es</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>No, this is not it</source>
        <translation>Nein, das ist es nicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Remove the answer</source>
        <translation>Antwort entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>This place is neither a yes nor a no</source>
        <translation>Diese Stelle ist weder ein Ja noch ein Nein</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Copy coordinates ({position})</source>
        <translation>Koordinaten kopieren ({position})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Latitude and longitude of the centre (WGS 84)</source>
        <translation>Breite und Länge der Mitte (WGS 84)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Yes: more like this when you press Refine (Y)</source>
        <translation>Ja: mehr davon nach „Verfeinern“ (Y)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>No: nothing like this when you press Refine (N)</source>
        <translation>Nein: nichts dergleichen nach „Verfeinern“ (N)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>New index…</source>
        <translation>Neuer Index…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build a voice index from layers, files or a folder</source>
        <translation>Einen Sprachindex aus Layern, Dateien oder einem Ordner aufbauen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Contents of the voice index</source>
        <translation>Inhalt des Sprachindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add layers</source>
        <translation>Layer hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add imagery to this index; imagery already in it is not processed again</source>
        <translation>Bilddaten zu diesem Index hinzufügen; bereits enthaltene werden nicht erneut verarbeitet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>What is in here?</source>
        <translation>Was ist hier drin?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Group the tiles of this index by what they look like, and find those that are least like the rest; no question is needed</source>
        <translation>Die Kacheln dieses Index nach ihrem Aussehen gruppieren und diejenigen finden, die dem Rest am wenigsten ähneln; ohne eine Frage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>More about this index: its dates, what has changed, saved searches, footprints, details, tour</source>
        <translation>Mehr zu diesem Index: seine Zeitpunkte, Veränderungen, gespeicherte Suchen, Umrisse, Details, Rundgang</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>More about this index</source>
        <translation>Mehr zu diesem Index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show the user guide in the browser (F1)</source>
        <translation>Das Handbuch im Browser zeigen (F1)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Through time…</source>
        <translation>Durch die Zeit…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Click a place on the map to see it at all dates of this index</source>
        <translation>Auf eine Stelle der Karte klicken, um sie zu allen Daten dieses Index zu sehen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>What has changed…</source>
        <translation>Was hat sich verändert…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Compare two dates of this index, place by place</source>
        <translation>Zwei Daten dieses Index Stelle für Stelle vergleichen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Saved searches…</source>
        <translation>Gespeicherte Suchen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Questions that are asked of all imagery that is added to this index</source>
        <translation>Fragen, die bei allen Bildern gestellt werden, die diesem Index hinzugefügt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show footprints</source>
        <translation>Footprints zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add a layer that shows where this index has imagery</source>
        <translation>Layer hinzufügen, der zeigt, wo dieser Index Bilddaten hat</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show the contents of this index; check and repair it</source>
        <translation>Inhalt dieses Index anzeigen; ihn prüfen und reparieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Publish to a shared index…</source>
        <translation>In einen gemeinsamen Index veröffentlichen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Copy this index into a PostgreSQL database, where a team can search it</source>
        <translation>Diesen Index in eine PostgreSQL-Datenbank kopieren, in der ein Team ihn durchsuchen kann</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Copy to this computer…</source>
        <translation>Auf diesen Rechner kopieren…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Copy this shared index into a folder, where it needs no database</source>
        <translation>Diesen gemeinsamen Index in einen Ordner kopieren, wo er keine Datenbank braucht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show the tour</source>
        <translation>Rundgang zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Five hints about this panel, one after the other</source>
        <translation>Fünf Hinweise zu diesem Bedienfeld, einer nach dem anderen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Record notes at places, listen to them, and find those that fit a place or a question</source>
        <translation>Notizen an Stellen aufnehmen, anhören und die finden, die zu einer Stelle oder einer Frage passen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue the build where it stopped</source>
        <translation>Den Aufbau dort fortsetzen, wo er unterbrochen wurde</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue the unfinished build</source>
        <translation>Den unfertigen Aufbau fortsetzen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Embed the same imagery with the installed model, with the same settings; the index is replaced when all is done</source>
        <translation>Dieselben Bilder mit dem installierten Modell und denselben Einstellungen neu einbetten; der Index wird ersetzt, wenn alles fertig ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop the build</source>
        <translation>Den Aufbau anhalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Choose a voice index</source>
        <translation>Sprachindex wählen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Open another index…</source>
        <translation>Anderen Index öffnen…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Connect to a shared index…</source>
        <translation>Mit gemeinsamem Index verbinden…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>{name}: starting…</source>
        <translation>{name}: wird gestartet…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Progress of the copy</source>
        <translation>Fortschritt der Kopie</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Progress of the copy; you can go on searching</source>
        <translation>Fortschritt der Kopie; Sie können weiter suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop copying</source>
        <translation>Kopieren anhalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop copying; the next time goes on where it was stopped</source>
        <translation>Kopieren anhalten; das nächste Mal geht es dort weiter, wo angehalten wurde</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build progress</source>
        <translation>Fortschritt des Aufbaus</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build progress; you can already search the finished tiles</source>
        <translation>Fortschritt des Aufbaus; fertige Kacheln können schon durchsucht werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop the build; finished tiles are kept and you can continue later</source>
        <translation>Den Aufbau anhalten; fertige Kacheln bleiben erhalten, und er kann später fortgesetzt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>{name}: {progress}</source>
        <translation>{name}: {progress}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stopping; what is copied is kept…</source>
        <translation>Wird angehalten; was kopiert ist, bleibt erhalten…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stopping; finished tiles are kept…</source>
        <translation>Wird angehalten; fertige Kacheln bleiben erhalten…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Open voice index (folder NAME.scrl)</source>
        <translation>Sprachindex öffnen (Ordner NAME.scrl)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Choose the voice index to search</source>
        <translation>Den zu durchsuchenden Sprachindex wählen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>%n tile(s) of {sizes}</source>
        <translation>
            <numerusform>%Ln Kachel von {sizes}</numerusform>
            <numerusform>%Ln Kacheln von {sizes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>%n image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Built with a different model. Embed it again to search it.</source>
        <translation>Mit einem anderen Modell erstellt. Zum Suchen neu einbetten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Search again with your answers: more like what got a yes, nothing that got a no</source>
        <translation>Mit den Antworten erneut suchen: mehr von dem, was ein Ja bekam, nichts, was ein Nein bekam</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Refine the question with your answers</source>
        <translation>Die Frage mit den Antworten verfeinern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Answer on the map; undo, clear, save or export your answers</source>
        <translation>Auf der Karte antworten; Antworten rückgängig machen, löschen, speichern oder exportieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Show doubtful ones</source>
        <translation>Zweifelhafte zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Show the places about which the question is least sure: answers teach most there</source>
        <translation>Die Stellen zeigen, bei denen die Frage am unsichersten ist: dort lehren Antworten am meisten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Yes / No on the map</source>
        <translation>Ja / Nein auf der Karte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Click places on the map: a click is a yes, Shift+click or a right click a no; Esc leaves</source>
        <translation>Stellen auf der Karte anklicken: Klick ist ja, Umschalt+Klick oder Rechtsklick nein; Esc beendet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Undo the last answer</source>
        <translation>Letzte Antwort rückgängig machen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>In the list: U, Backspace or Ctrl+Z</source>
        <translation>In der Liste: U, Rücktaste oder Strg+Z</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Clear answers</source>
        <translation>Antworten löschen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Take back all answers to this question; this can be undone</source>
        <translation>Alle Antworten auf diese Frage zurücknehmen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Save as search profile…</source>
        <translation>Als Suchprofil speichern…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Save the question with what it has learned as a small file, for other indexes and colleagues</source>
        <translation>Die Frage mit dem, was sie gelernt hat, als kleine Datei speichern, für andere Indexe und Kollegen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Export answers…</source>
        <translation>Antworten exportieren…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Write the answers as training data: footprints (GeoPackage) or pictures (COCO)</source>
        <translation>Die Antworten als Trainingsdaten schreiben: Footprints (GeoPackage) oder Bilder (COCO)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>{yes} yes, {no} no</source>
        <translation>{yes} ja, {no} nein</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Answer places with Y (yes) or N (no), then press Refine.</source>
        <translation>Stellen mit Y (ja) oder N (nein) beantworten, dann „Verfeinern“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/new_places_bar.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/new_places_bar.py"/>
        <source>Add the new places to the map as a layer; after that they are no longer new</source>
        <translation>Die neuen Stellen als Layer zur Karte hinzufügen; danach gelten sie nicht mehr als neu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/new_places_bar.py"/>
        <source>Show new places</source>
        <translation>Neue Stellen zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_box.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Double weight</source>
        <translation>Doppeltes Gewicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Normal weight</source>
        <translation>Normales Gewicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Half weight</source>
        <translation>Halbes Gewicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Not this</source>
        <translation>Nicht dies</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>not ×{weight}</source>
        <translation>nicht ×{weight}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>heard: {phrase}</source>
        <translation>gehört: {phrase}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>spoken</source>
        <translation>gesprochen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>search profile</source>
        <translation>Suchprofil</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>like {name}</source>
        <translation>wie {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>an example</source>
        <translation>ein Beispiel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>a place</source>
        <translation>eine Stelle</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>How much this counts: choose another weight, or “Not this”</source>
        <translation>Wie viel dies zählt: ein anderes Gewicht oder „Nicht dies“ wählen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Weight of {part}: {weight}</source>
        <translation>Gewicht von {part}: {weight}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Remove from the question (Del)</source>
        <translation>Aus der Frage entfernen (Entf)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Remove {part}</source>
        <translation>{part} entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Add what you speak, type or show next to this question.
Or hold Ctrl while you press Enter, click the map or drop a file.</source>
        <translation>Was als Nächstes gesprochen, getippt oder gezeigt wird, zu dieser Frage hinzufügen.
Oder Strg halten und dabei die Eingabetaste drücken, auf die Karte klicken oder eine Datei ablegen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Add to the question</source>
        <translation>Zur Frage hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Undo: ask the previous question again (Ctrl+Z)</source>
        <translation>Rückgängig: die vorherige Frage wieder stellen (Strg+Z)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Back to the previous question</source>
        <translation>Zurück zur vorherigen Frage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>The question</source>
        <translation>Die Frage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Clear (Esc)</source>
        <translation>Leeren (Esc)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Clear what is typed</source>
        <translation>Getipptes löschen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Type a question</source>
        <translation>Eine Frage tippen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Type what to add</source>
        <translation>Tippen, was hinzukommt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Or type: storage tanks</source>
        <translation>Oder tippen: storage tanks</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Type in English what you are looking for, and press Enter.
Ctrl+Enter adds it to the question that is shown.</source>
        <translation>Auf Englisch tippen, was gesucht wird, und die Eingabetaste drücken.
Mit Strg+Eingabe kommt es zur angezeigten Frage hinzu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>The recording has been deleted, or cannot be played on this computer</source>
        <translation>Die Aufnahme wurde gelöscht oder kann auf diesem Computer nicht abgespielt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Stop playback</source>
        <translation>Wiedergabe beenden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Play the question</source>
        <translation>Frage abspielen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Asked: {moment}</source>
        <translation>Gefragt: {moment}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Search again with this question</source>
        <translation>Mit dieser Frage erneut suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Ask again: {question} ({moment})</source>
        <translation>Erneut fragen: {question} ({moment})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Recent questions</source>
        <translation>Frühere Fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>There are no recent questions.</source>
        <translation>Es gibt keine früheren Fragen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recognised_phrases.py"/>
        <source>Known phrases that are closest to your question, closest first.
Click one to search for it instead of what was heard (or Tab, then Enter).</source>
        <translation>Bekannte Wendungen, die der Frage am nächsten kommen, die nächste zuerst.
Eine anklicken (oder Tab, dann Eingabe), um nach ihr statt nach dem Gehörten zu suchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recognised_phrases.py"/>
        <source>Recognised phrases</source>
        <translation>Erkannte Wendungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Order of the list; distances are measured from the centre of the map</source>
        <translation>Reihenfolge der Liste; Entfernungen gelten ab der Kartenmitte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Hide results with a lower score in the list and on the map, without a new search</source>
        <translation>Ergebnisse mit niedrigerem Score in der Liste und auf der Karte ausblenden, ohne neue Suche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Also show results with a lower score: moves the score slider to its minimum</source>
        <translation>Auch Ergebnisse mit niedrigerem Score anzeigen: stellt den Score-Regler auf das Minimum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Colour only places with at least this score on the map, without a new search</source>
        <translation>Nur Stellen mit mindestens diesem Score auf der Karte einfärben, ohne neue Suche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Minimum score of the coloured map</source>
        <translation>Mindest-Score der eingefärbten Karte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Search for places that look like the selected one (M)</source>
        <translation>Nach Stellen suchen, die so aussehen wie die gewählte (M)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Find more places like the selected one</source>
        <translation>Weitere Stellen wie die gewählte suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Repeat this search with the same question, voice index and filters</source>
        <translation>Diese Suche mit derselben Frage, demselben Sprachindex und denselben Filtern wiederholen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Repeat this search</source>
        <translation>Diese Suche wiederholen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Colour map</source>
        <translation>Karte färben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Colour the whole map: every place of the voice index by its score for this question</source>
        <translation>Die ganze Karte einfärben: jede Stelle des Sprachindex nach ihrem Score für diese Frage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Colour the whole map by score</source>
        <translation>Ganze Karte nach Score einfärben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Ask this question of all imagery that is added to the voice index from now on</source>
        <translation>Diese Frage von jetzt an bei allen Bildern stellen, die dem Sprachindex hinzugefügt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep asking this question</source>
        <translation>Diese Frage weiter stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Save these results to a GeoPackage next to the voice index</source>
        <translation>Diese Ergebnisse in einem GeoPackage neben dem Sprachindex speichern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep these results</source>
        <translation>Diese Ergebnisse behalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Make a report of these results: an HTML page with pictures, or a print layout</source>
        <translation>Aus diesen Ergebnissen einen Bericht machen: eine HTML-Seite mit Bildern oder ein Drucklayout</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Make a report of these results</source>
        <translation>Aus diesen Ergebnissen einen Bericht machen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>HTML page…</source>
        <translation>HTML-Seite…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>One file with pictures and a map, which opens without a network</source>
        <translation>Eine Datei mit Bildern und Karte, die sich ohne Netz öffnen lässt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Print layout</source>
        <translation>Drucklayout</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>An atlas with a page for each place, for printing and for PDF</source>
        <translation>Ein Atlas mit einer Seite je Stelle, zum Drucken und für PDF</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Clear all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Remove all temporary layers of the voice search from the project</source>
        <translation>Alle temporären Layer der Sprachsuche aus dem Projekt entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Remove all temporary result layers</source>
        <translation>Alle temporären Ergebnislayer entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Places found will be listed here and shown on the map.</source>
        <translation>Gefundene Stellen werden hier aufgelistet und auf der Karte angezeigt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Temporary layer</source>
        <translation>Temporärlayer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>This layer is lost when QGIS is closed unless you keep it</source>
        <translation>Dieser Layer geht beim Beenden von QGIS verloren, wenn er nicht behalten wird</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Saved layer</source>
        <translation>Gespeicherter Layer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>This layer is stored in a file</source>
        <translation>Dieser Layer ist in einer Datei gespeichert</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>%n place(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>{shown} of %n place(s)</source>
        <translation>
            <numerusform>{shown} von %Ln Stelle</numerusform>
            <numerusform>{shown} von %Ln Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Show %n hidden place(s) with a lower score</source>
        <translation>
            <numerusform>%Ln ausgeblendete Stelle mit niedrigerem Score anzeigen</numerusform>
            <numerusform>%Ln ausgeblendete Stellen mit niedrigerem Score anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Map ≥ {minimum}</source>
        <translation>Karte ≥ {minimum}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Score ≥ {minimum}</source>
        <translation>Score ≥ {minimum}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set-up progress</source>
        <translation>Fortschritt der Einrichtung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set-up step</source>
        <translation>Schritt der Einrichtung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Use NVIDIA GPU (3 GB)</source>
        <translation>NVIDIA-GPU verwenden (3 GB)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Install the packages with CUDA, which builds indexes faster on an NVIDIA graphics card. Otherwise the processor (CPU) is used.</source>
        <translation>Die Pakete mit CUDA installieren; damit werden Indizes auf einer NVIDIA-Grafikkarte schneller aufgebaut. Andernfalls wird der Prozessor (CPU) verwendet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up now</source>
        <translation>Jetzt einrichten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Download the packages and set up the engine</source>
        <translation>Die Pakete herunterladen und die Engine einrichten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up with demo</source>
        <translation>Mit Demo einrichten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up the engine, then open a small rendered scene with three questions</source>
        <translation>Die Engine einrichten, dann eine kleine gerenderte Szene mit drei Fragen öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up and try the demo scene</source>
        <translation>Einrichten und Demo-Szene öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Use my own Python…</source>
        <translation>Eigenes Python verwenden…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the Python of an environment that contains the engine&apos;s packages</source>
        <translation>Das Python einer Umgebung wählen, die die Pakete der Engine enthält</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Install offline…</source>
        <translation>Offline installieren…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up the engine without internet access, from a folder of wheels</source>
        <translation>Die Engine ohne Internetzugang einrichten, aus einem Ordner mit Wheels</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Continue where the set-up stopped</source>
        <translation>Dort fortfahren, wo die Einrichtung unterbrochen wurde</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Stop the set-up; downloaded files are kept</source>
        <translation>Die Einrichtung anhalten; heruntergeladene Dateien bleiben erhalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Show log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Open the log of the set-up</source>
        <translation>Das Protokoll der Einrichtung öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the Python executable</source>
        <translation>Python-Programm wählen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the folder with the engine&apos;s wheels</source>
        <translation>Ordner mit den Wheels der Engine wählen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>The set-up of the engine is not finished. It continues where it stopped.</source>
        <translation>Die Einrichtung der Engine ist nicht abgeschlossen. Sie wird dort fortgesetzt, wo sie unterbrochen wurde.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>The engine is not installed yet.</source>
        <translation>Die Engine ist noch nicht installiert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Voice Search uses neural networks. They run on this computer in their own Python environment; the Python packages of QGIS are not changed.</source>
        <translation>Die Sprachsuche verwendet neuronale Netze. Sie laufen auf diesem Computer in einer eigenen Python-Umgebung; die Python-Pakete von QGIS werden nicht verändert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Looking for a suitable Python…</source>
        <translation>Passendes Python wird gesucht…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>This takes a few seconds.</source>
        <translation>Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Checking your Python…</source>
        <translation>Eigenes Python wird geprüft…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Setting up the engine…</source>
        <translation>Engine wird eingerichtet…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>You can keep working in QGIS and close this panel.</source>
        <translation>Währenddessen kann in QGIS weitergearbeitet und dieses Bedienfeld geschlossen werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>There are no packages for this platform. Use your own Python.</source>
        <translation>Für diese Plattform gibt es keine Pakete. Ein eigenes Python verwenden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>About {download} will be downloaded once (from {hosts}). About {disk} of disk space will be used in {folder}.</source>
        <translation>Einmalig werden etwa {download} heruntergeladen (von {hosts}). In {folder} werden etwa {disk} Speicherplatz belegt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Speak</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop recording and search (Esc cancels)</source>
        <translation>Aufnahme beenden und suchen (Esc bricht ab)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop recording and search</source>
        <translation>Aufnahme beenden und suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Press and say what you are looking for; recording stops when you stop speaking.
Or hold the button down while you speak.</source>
        <translation>Drücken und sagen, was gesucht wird; die Aufnahme endet, sobald nicht mehr gesprochen wird.
Oder die Schaltfläche beim Sprechen gedrückt halten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Speak a question</source>
        <translation>Eine Frage sprechen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Input level of the microphone</source>
        <translation>Eingangspegel des Mikrofons</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Input level</source>
        <translation>Eingangspegel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>{level} dB</source>
        <translation>{level} dB</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Time left to start speaking, or to finish</source>
        <translation>Restzeit bis zum Beginn oder bis zum Ende des Sprechens</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Choose and test the microphone</source>
        <translation>Das Mikrofon wählen und testen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a file: a recording, a picture or a search profile.
You can also drop one onto this panel.</source>
        <translation>Mit einer Datei suchen: einer Aufnahme, einem Bild oder einem Suchprofil.
Sie kann auch auf dieses Bedienfeld gezogen werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a file</source>
        <translation>Mit einer Datei suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Show me one</source>
        <translation>Eines zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Click a place on the map, or drag a box around it, to find more places like it.
It may be on any image layer, even outside the voice index. Hold Ctrl to add it to the question.</source>
        <translation>Eine Stelle auf der Karte anklicken oder ein Rechteck um sie ziehen, um ähnliche Stellen zu finden.
Sie kann auf jedem Bildlayer liegen, auch außerhalb des Sprachindex. Mit Strg kommt sie zur Frage hinzu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Show an example on the map</source>
        <translation>Ein Beispiel auf der Karte zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Ask again: listen to your recent questions and search with them once more</source>
        <translation>Erneut fragen: frühere Fragen anhören und noch einmal mit ihnen suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Ask a recent question again</source>
        <translation>Eine frühere Frage erneut stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>All questions of this project: find, ask again, keep or forget them</source>
        <translation>Alle Fragen dieses Projekts: suchen, noch einmal stellen, behalten oder vergessen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>All questions of this project</source>
        <translation>Alle Fragen dieses Projekts</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>A recording is being made</source>
        <translation>Es wird gerade aufgenommen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop test</source>
        <translation>Test beenden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>System default</source>
        <translation>Systemvorgabe</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>{microphone} (not connected)</source>
        <translation>{microphone} (nicht angeschlossen)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Use this microphone</source>
        <translation>Dieses Mikrofon verwenden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Searching for microphones…</source>
        <translation>Mikrofone werden gesucht…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>No microphone found</source>
        <translation>Kein Mikrofon gefunden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Test microphone</source>
        <translation>Mikrofon testen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Speak for three seconds to check that the microphone records you</source>
        <translation>Drei Sekunden lang sprechen, um zu prüfen, ob das Mikrofon aufnimmt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Recording…</source>
        <translation>Aufnahme…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with an audio file (WAV, FLAC, OGG, MP3)</source>
        <translation>Mit einer Audiodatei suchen (WAV, FLAC, OGG, MP3)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Picture…</source>
        <translation>Bild…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search for places that look like a picture (PNG, JPEG, TIFF or another raster file)</source>
        <translation>Stellen suchen, die wie ein Bild aussehen (PNG, JPEG, TIFF oder eine andere Rasterdatei)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search profile…</source>
        <translation>Suchprofil…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a question that has learned from yes and no</source>
        <translation>Mit einer Frage suchen, die aus Ja und Nein gelernt hat</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation>Audiodateien ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Open recording</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Pictures ({patterns});;All files (*)</source>
        <translation>Bilder ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a picture</source>
        <translation>Mit einem Bild suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search profiles ({patterns});;All files (*)</source>
        <translation>Suchprofile ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a search profile</source>
        <translation>Mit einem Suchprofil suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>There is no voice index yet.</source>
        <translation>Es gibt noch keinen Sprachindex.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Build one from your imagery, then search it by voice as often as you like.</source>
        <translation>Einen aus den eigenen Bilddaten aufbauen und dann beliebig oft per Sprache durchsuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Starting the engine…</source>
        <translation>Engine wird gestartet…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>This takes a few seconds. Meanwhile you can choose a voice index.</source>
        <translation>Das dauert einige Sekunden. Inzwischen kann ein Sprachindex gewählt werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Press Speak and say in English what you are looking for, or type it.</source>
        <translation>„Sprechen“ drücken und auf Englisch sagen, was gesucht wird, oder es tippen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Opening the microphone…</source>
        <translation>Mikrofon wird geöffnet…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Search finished.</source>
        <translation>Suche abgeschlossen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Select a place in the list to show it on the map.</source>
        <translation>Eine Stelle in der Liste wählen, um sie auf der Karte anzuzeigen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Something went wrong.</source>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Through Time</source>
        <translation>Durch die Zeit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>The place at each date, the earliest first</source>
        <translation>Die Stelle an jedem Datum, das früheste zuerst</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Score for the question: {score}</source>
        <translation>Score für die Frage: {score}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Show the hint before</source>
        <translation>Den vorigen Hinweis zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Show no more hints (Esc); the tour stays in the menu beside the voice index</source>
        <translation>Keine Hinweise mehr zeigen (Esc); der Rundgang bleibt im Menü neben dem Sprachindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Skip the tour</source>
        <translation>Rundgang überspringen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>End the tour</source>
        <translation>Den Rundgang beenden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Show the next hint</source>
        <translation>Den nächsten Hinweis zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Hint {number} of {count}: {title}</source>
        <translation>Hinweis {number} von {count}: {title}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Waveform of the recording</source>
        <translation>Wellenform der Aufnahme</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Level {level}, speech detected</source>
        <translation>Pegel {level}, Sprache erkannt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Level {level}, waiting for speech</source>
        <translation>Pegel {level}, warte auf Sprache</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/engine_client.py"/>
        <source>{problem} It is starting again.</source>
        <translation>{problem} Die Engine startet neu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/history.py"/>
        <source>Like examples</source>
        <translation>Wie Beispiele</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/history.py"/>
        <source>Spoken question</source>
        <translation>Gesprochene Frage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/history.py"/>
        <source>Like {name}</source>
        <translation>Ähnlich wie {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>No microphone can be used, only recordings can be opened: {reason}. This needs the package sounddevice and, on Debian and Ubuntu, `sudo apt install libportaudio2`.</source>
        <translation>Es kann kein Mikrofon verwendet werden, nur Aufnahmen können geöffnet werden: {reason}. Dafür sind das Paket sounddevice und unter Debian und Ubuntu `sudo apt install libportaudio2` nötig.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>STAC catalogues cannot be searched: {reason}. This needs the package pystac-client.</source>
        <translation>STAC-Kataloge können nicht durchsucht werden: {reason}. Dafür wird das Paket pystac-client gebraucht.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Finding a suitable Python</source>
        <translation>Passendes Python suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Creating the environment</source>
        <translation>Umgebung anlegen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Downloading packages</source>
        <translation>Pakete herunterladen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Installing packages</source>
        <translation>Pakete installieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Preparing torchaudio</source>
        <translation>torchaudio vorbereiten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Preparing Annoy</source>
        <translation>Annoy vorbereiten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Checking packages</source>
        <translation>Pakete prüfen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Testing the engine</source>
        <translation>Engine testen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{step}: {detail}</source>
        <translation>{step}: {detail}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{step} ({done} of {total})</source>
        <translation>{step} ({done} von {total})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>exit code {code}</source>
        <translation>Exit-Code {code}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Cancelled. Downloaded files are kept.</source>
        <translation>Abgebrochen. Heruntergeladene Dateien bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Writing files</source>
        <translation>Dateien schreiben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{path} is not a usable Python: {reason}.</source>
        <translation>{path} ist kein verwendbares Python: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Choose the Python executable (python or python.exe) of an environment that contains the engine&apos;s packages.</source>
        <translation>Das Python-Programm (python oder python.exe) einer Umgebung wählen, die die Pakete der Engine enthält.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>the lock file cannot be created</source>
        <translation>die Sperrdatei kann nicht angelegt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Python {version}</source>
        <translation>Python {version}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>the file does not exist</source>
        <translation>die Datei ist nicht vorhanden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>unexpected output</source>
        <translation>unerwartete Ausgabe</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>checking the installed packages</source>
        <translation>installierte Pakete werden geprüft</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The folder of wheels {folder} cannot be read: {reason}.</source>
        <translation>Der Ordner mit Wheels {folder} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Choose the folder again.</source>
        <translation>Den Ordner erneut wählen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The folder {folder} lacks %n wheel(s) that this computer needs: {packages}.</source>
        <translation>
            <numerusform>Im Ordner {folder} fehlt %Ln Wheel, das dieser Computer braucht: {packages}.</numerusform>
            <numerusform>Im Ordner {folder} fehlen %Ln Wheels, die dieser Computer braucht: {packages}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Add them to the folder, then press Try again; the user guide explains how to download them.</source>
        <translation>Sie im Ordner ergänzen, dann „Erneut versuchen“ drücken; das Benutzerhandbuch erklärt, wie sie heruntergeladen werden.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>%n small package(s)</source>
        <translation>
            <numerusform>%Ln kleines Paket</numerusform>
            <numerusform>%Ln kleine Pakete</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Annoy could not be installed: searches are exact, but slower in large indexes.</source>
        <translation>Annoy konnte nicht installiert werden: Suchen sind exakt, aber in großen Indizes langsamer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The engine is installed but does not respond: {reason}</source>
        <translation>Die Engine ist installiert, antwortet aber nicht: {reason}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>{name} instead of CPython</source>
        <translation>{name} statt CPython</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>32-bit</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>Python {version} instead of {versions}</source>
        <translation>Python {version} statt {versions}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>no packages for this processor type ({machine})</source>
        <translation>keine Pakete für diesen Prozessortyp ({machine})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>glibc 2.28 or later is required; found: {libc}</source>
        <translation>glibc 2.28 oder neuer ist nötig; gefunden: {libc}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>macOS 14 or later is required; found: {version}</source>
        <translation>macOS 14 oder neuer ist nötig; gefunden: {version}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>its module venv is missing</source>
        <translation>das Modul venv fehlt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Set up with this Python</source>
        <translation>Mit diesem Python einrichten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Free some space, then press Try again. Downloaded files are kept.</source>
        <translation>Platz schaffen, dann „Erneut versuchen“ drücken. Heruntergeladene Dateien bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The file of {package} does not match its checksum: it was damaged in transit, or a proxy or mirror delivers another build.</source>
        <translation>Die Prüfsumme für {package} stimmt nicht: Die Datei wurde bei der Übertragung beschädigt, oder ein Proxy oder Mirror liefert einen anderen Build.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again. If it happens again, contact the administrator of the proxy or mirror.</source>
        <translation>„Erneut versuchen“ drücken. Wenn es wieder geschieht, an die Administration des Proxys oder Mirrors wenden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The proxy refused the connection.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check Settings &gt; Options &gt; Network &gt; Use proxy for web access (host, port, user, password), then press Try again; or install from local wheels.</source>
        <translation>Unter Einstellungen &gt; Optionen &gt; Netzwerk &gt; Proxy für Webzugriff verwenden die Angaben prüfen (Host, Port, Benutzer, Passwort), dann „Erneut versuchen“ drücken; oder aus lokalen Wheels installieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The certificate of the server is not trusted by this computer, as is common in corporate networks.</source>
        <translation>Dieser Computer vertraut dem Zertifikat des Servers nicht, wie es in Firmennetzen häufig vorkommt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Import the certificate of your organisation in Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then press Try again; or install from local wheels.</source>
        <translation>Das Zertifikat der eigenen Organisation unter Einstellungen &gt; Optionen &gt; Authentifizierung &gt; Zertifikate verwalten importieren, dann „Erneut versuchen“ drücken; oder aus lokalen Wheels installieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The package index cannot be reached: there is no internet connection, or a firewall blocks it.</source>
        <translation>Der Paketindex ist nicht erreichbar: Es gibt keine Internetverbindung, oder eine Firewall blockiert ihn.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check the connection, then press Try again; downloaded files are kept. Without internet access, install from local wheels.</source>
        <translation>Die Verbindung prüfen, dann „Erneut versuchen“ drücken; heruntergeladene Dateien bleiben erhalten. Ohne Internetzugang aus lokalen Wheels installieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The path of a file is too long for Windows.</source>
        <translation>Der Pfad einer Datei ist für Windows zu lang.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Ask your administrator to enable long paths in Windows (LongPathsEnabled), restart QGIS, then press Try again; or choose the Python of an environment in a short folder.</source>
        <translation>Bitten Sie Ihren Administrator, in Windows lange Pfade zu aktivieren (LongPathsEnabled), starten Sie QGIS neu und drücken Sie „Erneut versuchen“; oder wählen Sie das Python einer Umgebung in einem Ordner mit kurzem Pfad.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Another program, probably an antivirus, has locked or removed a file of the engine.</source>
        <translation>Ein anderes Programm, wahrscheinlich ein Virenscanner, hat eine Datei der Engine gesperrt oder entfernt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Exclude the folder of the engine from the antivirus scan, close other QGIS windows, then press Try again.</source>
        <translation>Den Ordner der Engine vom Virenscan ausnehmen, andere QGIS-Fenster schließen, dann „Erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder of the engine is not writable.</source>
        <translation>Der Ordner der Engine ist nicht beschreibbar.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check that you have write permission for this folder, then press Try again.</source>
        <translation>Schreibrechte für diesen Ordner prüfen, dann „Erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>None of the package indexes offers {package} for this computer.</source>
        <translation>Keiner der Paketindizes bietet {package} für diesen Computer an.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Clear Package index in Settings &gt; Options &gt; Voice search (the CPU build of torch then comes from PyTorch&apos;s own index), or enter an index that has the package, then press Try again; or install from local wheels.</source>
        <translation>„Paketindex“ unter Einstellungen &gt; Optionen &gt; Sprachsuche leeren (der CPU-Build von torch kommt dann aus dem eigenen Index von PyTorch) oder einen Index eingeben, der das Paket hat, dann „Erneut versuchen“ drücken; oder aus lokalen Wheels installieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>This Python cannot install packages: both pip and ensurepip are missing.</source>
        <translation>Dieses Python kann keine Pakete installieren: pip und ensurepip fehlen beide.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>On Debian and Ubuntu, run `sudo apt install python3-venv`, then press Try again. Otherwise, install Python from python.org, or add the wheel of pip to the folder of wheels.</source>
        <translation>Unter Debian und Ubuntu `sudo apt install python3-venv` ausführen, dann „Erneut versuchen“ drücken. Andernfalls Python von python.org installieren oder das Wheel von pip im Ordner mit Wheels ergänzen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The wheel of {package} does not match its checksum: it is damaged, or another build.</source>
        <translation>Das Wheel für {package} passt nicht zu seiner Prüfsumme: Es ist beschädigt oder ein anderer Build.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Download the wheels again with the requirements file of this plugin version (see the user guide).</source>
        <translation>Die Wheels mit der Requirements-Datei dieser Version der Erweiterung erneut herunterladen (siehe Benutzerhandbuch).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder of wheels does not contain {package} for this computer.</source>
        <translation>Im Ordner mit Wheels fehlt {package} für diesen Computer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Add it to the folder, then press Try again.</source>
        <translation>Es im Ordner ergänzen, dann „Erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The set-up of the engine failed at “{step}” (exit code {code}): {reason}.</source>
        <translation>Die Einrichtung der Engine ist bei „{step}“ fehlgeschlagen (Exit-Code {code}): {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The set-up of the engine failed at “{step}” (exit code {code}).</source>
        <translation>Die Einrichtung der Engine ist bei „{step}“ fehlgeschlagen (Exit-Code {code}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again. If it fails again, press Show log and report the problem.</source>
        <translation>„Erneut versuchen“ drücken. Wenn es wieder fehlschlägt, „Protokoll anzeigen“ drücken und das Problem melden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>a package</source>
        <translation>ein Paket</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>{package} comes from {host}, which cannot be reached from this computer; other package indexes can.</source>
        <translation>{package} kommt von {host}; dieser Host ist von diesem Computer aus nicht erreichbar, andere Paketindizes schon.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The next package</source>
        <translation>Das nächste Paket</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Try again later. In a corporate network, ask for {host} to be allowed, or enter a mirror of it under Package index in Settings &gt; Options &gt; Voice search, then press Try again; or install from local wheels. Downloaded files are kept.</source>
        <translation>Später erneut versuchen. In einem Firmennetz {host} freigeben lassen oder einen Mirror davon unter „Paketindex“ in Einstellungen &gt; Optionen &gt; Sprachsuche eingeben, dann „Erneut versuchen“ drücken; oder aus lokalen Wheels installieren. Heruntergeladene Dateien bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The engine needs {needed} in {folder}, but only {free} is available.</source>
        <translation>Die Engine braucht {needed} in {folder}, aber nur {free} sind verfügbar.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Free some space, then press Try again.</source>
        <translation>Platz schaffen, dann „Erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder {folder} is not writable: {reason}.</source>
        <translation>Der Ordner {folder} ist nicht beschreibbar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check that you have write permission for this folder, or use your own Python.</source>
        <translation>Schreibrechte für diesen Ordner prüfen oder ein eigenes Python verwenden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder {folder} is too deep for Windows: paths in it would be {length} characters long, and Windows takes {limit}.</source>
        <translation>Der Ordner {folder} liegt für Windows zu tief: Pfade darin wären {length} Zeichen lang, Windows erlaubt {limit}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Another QGIS is already setting up the engine.</source>
        <translation>Ein anderes QGIS richtet die Engine bereits ein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Wait until it has finished, then press Try again.</source>
        <translation>Warten, bis es fertig ist, dann „Erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>No suitable Python found (64-bit {versions}).</source>
        <translation>Kein passendes Python gefunden (64 Bit, {versions}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Checked: {reasons}.</source>
        <translation>Geprüft: {reasons}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install one from python.org or your system&apos;s packages, then press Try again; or use your own Python.</source>
        <translation>Eines von python.org oder aus den Paketen des Systems installieren, dann „Erneut versuchen“ drücken; oder ein eigenes Python verwenden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install Python {version} with its module venv (Debian and Ubuntu, if available: `sudo apt install python{version}-venv`), then press {button}. If it is installed in an unusual location, press Use my own Python and choose it.</source>
        <translation>Python {version} mit seinem Modul venv installieren (Debian und Ubuntu, falls verfügbar: `sudo apt install python{version}-venv`), dann „{button}“ drücken. Wenn es an einem ungewöhnlichen Ort installiert ist, „Eigenes Python verwenden…“ drücken und es wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install Python {version} from python.org, then press {button}; the Python of QGIS is not changed. If it is installed in an unusual location, press Use my own Python and choose it.</source>
        <translation>Python {version} von python.org installieren, dann „{button}“ drücken; das Python von QGIS wird nicht verändert. Wenn es an einem ungewöhnlichen Ort installiert ist, „Eigenes Python verwenden…“ drücken und es wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>No suitable Python found (64-bit {versions}); this QGIS comes with Python {own}.</source>
        <translation>Kein passendes Python gefunden (64 Bit, {versions}); dieses QGIS bringt Python {own} mit.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install the Microsoft Visual C++ Redistributable (x64), then press Try again. If it is already installed, an antivirus may have removed a file: exclude the folder of the engine from the scan, then press Try again.</source>
        <translation>Das Microsoft Visual C++ Redistributable (x64) installieren, dann „Erneut versuchen“ drücken. Wenn es schon installiert ist, hat vielleicht ein Virenscanner eine Datei entfernt: den Ordner der Engine vom Scan ausnehmen, dann „Erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again to reinstall damaged packages. An antivirus may have removed a file.</source>
        <translation>„Erneut versuchen“ drücken, um beschädigte Pakete neu zu installieren. Vielleicht hat ein Virenscanner eine Datei entfernt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The package {package} is installed but cannot be loaded: {reason}.</source>
        <translation>Das Paket {package} ist installiert, kann aber nicht geladen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Create an environment on top of it: `{python} -m venv --system-site-packages ~/voice-search`, then run `~/voice-search/bin/python -m pip install --no-deps {packages}`. Then press Use my own Python and choose ~/voice-search/bin/python.</source>
        <translation>Eine Umgebung darauf aufsetzen: `{python} -m venv --system-site-packages ~/voice-search`, dann `~/voice-search/bin/python -m pip install --no-deps {packages}` ausführen. Dann „Eigenes Python verwenden…“ drücken und ~/voice-search/bin/python wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Run `{python} -m pip install --no-deps {packages}`, then press Try again.</source>
        <translation>`{python} -m pip install --no-deps {packages}` ausführen, dann „Erneut versuchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press {button}: the packages are installed into a separate folder, and this Python is not changed. Or choose another Python that has them.</source>
        <translation>„{button}“ drücken: Die Pakete werden in einen eigenen Ordner installiert, und dieses Python wird nicht verändert. Oder ein anderes Python wählen, das sie hat.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install them there and press Try again, choose another Python, or press Set up now.</source>
        <translation>Sie dort installieren und „Erneut versuchen“ drücken, ein anderes Python wählen oder „Jetzt einrichten“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The Python {python} cannot run the engine. Missing packages: {packages}.</source>
        <translation>Das Python {python} kann die Engine nicht ausführen. Fehlende Pakete: {packages}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layer_menu.py"/>
        <source>Ask this question again</source>
        <translation>Diese Frage noch einmal stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layer_menu.py"/>
        <source>Show its question</source>
        <translation>Frage zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>proprietary (a licence of its own; see the catalogue)</source>
        <translation>proprietär (eine eigene Lizenz; siehe Katalog)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>various (see the catalogue)</source>
        <translation>verschiedene (siehe Katalog)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>other (see the catalogue)</source>
        <translation>andere (siehe Katalog)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>%n item(s) without a picture in red, green and blue left out.</source>
        <translation>
            <numerusform>%Ln Eintrag ohne Bild in Rot, Grün und Blau ausgelassen.</numerusform>
            <numerusform>%Ln Einträge ohne Bild in Rot, Grün und Blau ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>%n entry(ies) of the catalogue could not be read.</source>
        <translation>
            <numerusform>%Ln Eintrag des Katalogs konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln Einträge des Katalogs konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>There may be more: narrow the search, or raise the maximum number of images.</source>
        <translation>Es gibt vielleicht mehr: die Suche eingrenzen oder die Höchstzahl der Bilder erhöhen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>Licences, as the catalogue names them: {terms}.</source>
        <translation>Lizenzen, wie der Katalog sie nennt: {terms}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>The catalogue names no licence; ask its operator what you may do with the images.</source>
        <translation>Der Katalog nennt keine Lizenz; beim Betreiber erfragen, wozu die Bilder verwendet werden dürfen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/changes.py"/>
        <source>Changes in {index}</source>
        <translation>Veränderungen in {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/changes.py"/>
        <source>Rank {rank}, {before} to {after}</source>
        <translation>Rang {rank}, {before} bis {after}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/conversion.py"/>
        <source>Converting images to GeoTIFF</source>
        <translation>Bilder werden in GeoTIFF umgewandelt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/footprints.py"/>
        <source>Footprints of {index}</source>
        <translation>Footprints von {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/group.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>Voice search</source>
        <translation>Sprachsuche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <source>Groups of {index}</source>
        <translation>Gruppen von {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <source>Least like the rest of {index}</source>
        <translation>Dem Rest von {index} am unähnlichsten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <source>{low:.2f} to {high:.2f}</source>
        <translation>{low:.2f} bis {high:.2f}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <source>Doubtful: {question}</source>
        <translation>Zweifelhaft: {question}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/labels.py"/>
        <source>Answers of {index}</source>
        <translation>Antworten zu {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/labels.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/labels.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>Right-click the layer and use Export &gt; Save As… to export it to a file first.</source>
        <translation>Rechtsklick auf den Layer, dann Export &gt; Speichern als…, um ihn zuerst in eine Datei zu exportieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>Download an area of it with Download imagery of a map service (scrl:fetchservice) in the Processing toolbox, and index that.</source>
        <translation>Laden Sie ein Gebiet mit „Bilddaten eines Kartendienstes herunterladen“ (scrl:fetchservice) aus den Verarbeitungswerkzeugen herunter und indizieren Sie dieses.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a web map service (WMS, WMTS or XYZ tiles), not a file.</source>
        <translation>{name} ist ein Webkartendienst (WMS, WMTS oder XYZ-Kacheln), keine Datei.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a web coverage service (WCS), not a file.</source>
        <translation>{name} ist ein Web-Coverage-Dienst (WCS), keine Datei.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is an ArcGIS map service, not a file.</source>
        <translation>{name} ist ein ArcGIS-Kartendienst, keine Datei.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a PostGIS raster, not a file.</source>
        <translation>{name} ist ein PostGIS-Raster, keine Datei.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is computed by QGIS, not a file.</source>
        <translation>{name} wird von QGIS berechnet und ist keine Datei.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} comes from the data provider {provider}, not from a file.</source>
        <translation>{name} kommt vom Datenanbieter {provider}, nicht aus einer Datei.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} cannot be opened: its file has been moved or deleted.</source>
        <translation>{name} kann nicht geöffnet werden: Die Datei wurde verschoben oder gelöscht.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} exists only in the memory of QGIS.</source>
        <translation>{name} existiert nur im Arbeitsspeicher von QGIS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Report: {title}</source>
        <translation>Bericht: {title}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Page {number} of {total}</source>
        <translation>Seite {number} von {total}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Tile size</source>
        <translation>Kachelgröße</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Unlikely</source>
        <translation>Unwahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Perhaps</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Very likely</source>
        <translation>Sehr wahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Least similar</source>
        <translation>Am wenigsten ähnlich</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Less similar</source>
        <translation>Weniger ähnlich</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Similar</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Most similar</source>
        <translation>Am ähnlichsten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Scores: {question}</source>
        <translation>Scores: {question}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Below {limit:.2f}: not coloured</source>
        <translation>Unter {limit:.2f}: nicht eingefärbt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The area extends beyond the valid extent of its CRS.</source>
        <translation>Das Gebiet reicht über den gültigen Bereich seines KBS hinaus.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Zoom in, or search the whole index.</source>
        <translation>Hineinzoomen oder den ganzen Index durchsuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The project has no CRS.</source>
        <translation>Das Projekt hat kein KBS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Set the project CRS, or search the whole index.</source>
        <translation>Das Projekt-KBS setzen oder den ganzen Index durchsuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The map is empty.</source>
        <translation>Die Karte ist leer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Zoom to a layer, or search the whole index.</source>
        <translation>Auf einen Layer zoomen oder den ganzen Index durchsuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Set the project CRS, then show the place again.</source>
        <translation>Das KBS des Projekts festlegen und die Stelle noch einmal zeigen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Polygons are selected in several layers: {layers}.</source>
        <translation>In mehreren Layern sind Polygone gewählt: {layers}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Click the layer that you want to use in the Layers panel.</source>
        <translation>Den gewünschten Layer im Layerfenster anklicken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>No polygon feature is selected.</source>
        <translation>Kein Polygonobjekt gewählt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Select one or more polygons on the map, or choose another search area.</source>
        <translation>Ein oder mehrere Polygone auf der Karte oder ein anderes Suchgebiet wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} is not a polygon layer.</source>
        <translation>{layer} ist kein Polygonlayer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Choose a polygon layer.</source>
        <translation>Einen Polygonlayer wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} has no CRS.</source>
        <translation>{layer} hat kein KBS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Right-click the layer and use Layer CRS &gt; Set Layer CRS… to set it.</source>
        <translation>Rechtsklick auf den Layer, dann Layer-KBS &gt; Layer-KBS setzen…, um es zu setzen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} contains no polygons.</source>
        <translation>{layer} enthält keine Polygone.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Add a polygon, or choose another search area.</source>
        <translation>Ein Polygon hinzufügen oder ein anderes Suchgebiet wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Not installed.</source>
        <translation>Nicht installiert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The set-up is not finished. Press Repair to continue.</source>
        <translation>Die Einrichtung ist nicht abgeschlossen. „Reparieren“ drücken, um sie fortzusetzen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The Python of the environment no longer runs. Press Repair to create the environment again.</source>
        <translation>Das Python der Umgebung läuft nicht mehr. „Reparieren“ drücken, um die Umgebung neu anzulegen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Set up for another version of the plugin. Press Repair to update it.</source>
        <translation>Für eine andere Version der Erweiterung eingerichtet. „Reparieren“ drücken, um sie zu aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Engine environment</source>
        <translation>Umgebung der Engine</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Environment status</source>
        <translation>Status der Umgebung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>{index} (for torch)</source>
        <translation>{index} (für torch)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>None in addition to PyPI</source>
        <translation>Keiner zusätzlich zu PyPI</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Package index</source>
        <translation>Paketindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Packages come from PyPI; on Linux, torch comes from PyTorch&apos;s own index, because PyPI offers only the large CUDA build there. An index that you enter here, such as the mirror of your organisation, is used for all packages in addition to PyPI and instead of PyTorch&apos;s index.</source>
        <translation>Pakete kommen von PyPI; unter Linux kommt torch aus dem eigenen Index von PyTorch, weil PyPI dort nur den großen CUDA-Build anbietet. Ein hier eingegebener Index, etwa der Mirror der eigenen Organisation, wird für alle Pakete zusätzlich zu PyPI und anstelle des Index von PyTorch verwendet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Check all packages and reinstall missing or damaged ones</source>
        <translation>Alle Pakete prüfen und fehlende oder beschädigte neu installieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Remove environment</source>
        <translation>Umgebung entfernen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Delete the environment to free disk space; voice indexes are kept</source>
        <translation>Die Umgebung löschen, um Speicherplatz freizugeben; Sprachindizes bleiben erhalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Package &amp;index</source>
        <translation>Paket&amp;index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Python {version}, with NVIDIA GPU support.</source>
        <translation>Python {version}, mit NVIDIA-GPU-Unterstützung.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Python {version}, CPU only.</source>
        <translation>Python {version}, nur CPU.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The progress is shown in the Voice Search dock.</source>
        <translation>Der Fortschritt wird im Bedienfeld „Sprachsuche“ angezeigt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Remove the engine&apos;s environment in {folder}? Voice indexes are kept, and the engine can be set up again at any time.</source>
        <translation>Die Umgebung der Engine in {folder} entfernen? Sprachindizes bleiben erhalten, und die Engine kann jederzeit wieder eingerichtet werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The engine is being set up in this or another QGIS window. Press Cancel in its Voice Search dock, or wait until the set-up has finished; then try again.</source>
        <translation>Die Engine wird gerade in diesem oder einem anderen QGIS-Fenster eingerichtet. „Abbrechen“ im dortigen Bedienfeld „Sprachsuche“ drücken oder warten, bis die Einrichtung abgeschlossen ist; dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Stopping the engine…</source>
        <translation>Engine wird beendet…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The environment cannot be removed: {reason}. Close other QGIS windows and all programs that use {folder}, then try again.</source>
        <translation>Die Umgebung kann nicht entfernt werden: {reason}. Andere QGIS-Fenster und alle Programme schließen, die {folder} verwenden, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Removed. The disk space is being freed.</source>
        <translation>Entfernt. Der Speicherplatz wird freigegeben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine is not running. It starts when the dock is opened.</source>
        <translation>Die Engine läuft nicht. Sie startet mit dem Bedienfeld.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine is starting…</source>
        <translation>Die Engine wird gestartet…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine stopped and is restarting…</source>
        <translation>Die Engine wurde beendet und startet neu…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine cannot be started.</source>
        <translation>Die Engine kann nicht gestartet werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Errors and warnings</source>
        <translation>Fehler und Warnungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Information</source>
        <translation>Informationen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Everything (for bug reports)</source>
        <translation>Alles (für Fehlerberichte)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Python of the engine</source>
        <translation>Python der Engine</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Python executable of the engine&apos;s environment. Leave empty to use the environment that the plugin manages.</source>
        <translation>Python-Programm der Umgebung der Engine. Leer lassen, um die Umgebung zu verwenden, die die Erweiterung verwaltet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Engine status</source>
        <translation>Status der Engine</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Restart engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Stop the engine and start it again</source>
        <translation>Die Engine beenden und wieder starten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Log level</source>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>What the engine writes to the log messages panel of QGIS</source>
        <translation>Was die Engine in das Protokoll von QGIS schreibt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Microphone that records the questions</source>
        <translation>Mikrofon, das die Fragen aufnimmt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Number of recordings kept</source>
        <translation>Anzahl der aufbewahrten Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Number of recent questions whose recordings are kept on this computer, for Ask again</source>
        <translation>Anzahl der letzten Fragen, deren Aufnahmen für „Erneut fragen“ auf diesem Computer aufbewahrt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Delete now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Delete the recordings of all questions</source>
        <translation>Die Aufnahmen aller Fragen löschen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Folder for new voice indexes</source>
        <translation>Ordner für neue Sprachindizes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Folder in which new voice indexes are created</source>
        <translation>Ordner, in dem neue Sprachindizes angelegt werden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Suggested from the pixel size of the images</source>
        <translation>Vorschlag aus der Pixelgröße der Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Default ground sizes in metres</source>
        <translation>Voreingestellte Kachelgrößen in Metern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Side lengths of the tiles in metres, for example 100 200. Leave empty for a suggestion based on the pixel size.</source>
        <translation>Seitenlängen der Kacheln in Metern, zum Beispiel 100 200. Leer lassen für einen Vorschlag aus der Pixelgröße.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>None: this computer builds alone</source>
        <translation>Keiner: Dieser Rechner baut allein</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Dask scheduler for builds</source>
        <translation>Dask-Scheduler für den Aufbau</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Address of a Dask scheduler whose workers build voice indexes, for example tcp://host:8786. Leave empty to build on this computer.</source>
        <translation>Adresse eines Dask-Schedulers, dessen Worker Sprachindizes aufbauen, zum Beispiel tcp://host:8786. Leer lassen, um auf diesem Rechner aufzubauen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>None: the workers reach the folder of the index</source>
        <translation>Keiner: Die Worker erreichen den Ordner des Index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Staging storage of the cluster</source>
        <translation>Zwischenspeicher des Clusters</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Folder or address through which the workers send what they have built, for example s3://bucket/prefix. Leave empty if they reach the folder of the voice index under the same path.</source>
        <translation>Ordner oder Adresse, über die die Worker schicken, was sie aufgebaut haben, zum Beispiel s3://bucket/prefix. Leer lassen, wenn sie den Ordner des Sprachindex unter demselben Pfad erreichen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Zoom to the place selected in the list</source>
        <translation>Auf die in der Liste gewählte Stelle zoomen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>If unchecked, the place is selected and flashes, but the map does not move</source>
        <translation>Wenn nicht aktiviert, wird die Stelle gewählt und blinkt, aber die Karte bewegt sich nicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Search while I speak</source>
        <translation>Suchen, während ich spreche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Places found with what has been said so far are outlined on the map, until the answer replaces them</source>
        <translation>Orte, die mit dem bisher Gesagten gefunden wurden, werden auf der Karte umrissen, bis die Antwort sie ersetzt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>End a recording sooner when the question sounds complete</source>
        <translation>Aufnahme früher beenden, wenn die Frage vollständig klingt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>If checked, 0.5 s of silence are enough where a sentence sounds complete. If unchecked, recording always waits for 0.8 s of silence, which gives you time for pauses.</source>
        <translation>Angekreuzt genügen 0,5 s Stille, wo ein Satz vollständig klingt. Sonst wartet die Aufnahme immer auf 0,8 s Stille, was Zeit für Pausen lässt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Copy information about QGIS, the plugin and the engine, for a bug report</source>
        <translation>Informationen über QGIS, die Erweiterung und die Engine für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Show the page of the user guide about installing the engine in the browser</source>
        <translation>Die Seite des Handbuchs zur Installation der Engine im Browser zeigen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Status message</source>
        <translation>Statusmeldung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Python</source>
        <translation>&amp;Python</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Log level</source>
        <translation>Protokoll&amp;stufe</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Microphone</source>
        <translation>&amp;Mikrofon</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Recordings kept</source>
        <translation>Aufbewahrte Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Voice indexes and results</source>
        <translation>Sprachindizes und Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Ground sizes (m)</source>
        <translation>&amp;Kachelgrößen (m)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Scheduler</source>
        <translation>&amp;Scheduler</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>S&amp;taging</source>
        <translation>&amp;Zwischenspeicher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Ground sizes must be numbers in metres, for example 100 200.</source>
        <translation>Kachelgrößen müssen Zahlen in Metern sein, zum Beispiel 100 200.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Collecting information…</source>
        <translation>Informationen werden gesammelt…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>%n line(s) copied. Paste them into your bug report.</source>
        <translation>
            <numerusform>%Ln Zeile kopiert. Sie kann in den Fehlerbericht eingefügt werden.</numerusform>
            <numerusform>%Ln Zeilen kopiert. Sie können in den Fehlerbericht eingefügt werden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The recordings in {folder} cannot be deleted: {reason}.</source>
        <translation>Die Aufnahmen in {folder} können nicht gelöscht werden: {reason}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>%n recording(s) still in use. Stop playback, then try again.</source>
        <translation>
            <numerusform>%Ln Aufnahme wird noch verwendet. Wiedergabe beenden, dann erneut versuchen.</numerusform>
            <numerusform>%Ln Aufnahmen werden noch verwendet. Wiedergabe beenden, dann erneut versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Ready (version {version}, model: {model})</source>
        <translation>Bereit (Version {version}, Modell: {model})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Search your imagery by voice</source>
        <translation>Die eigenen Bilddaten per Sprache durchsuchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Open the Voice Search dock and record a question; press again to stop recording</source>
        <translation>Das Bedienfeld „Sprachsuche“ öffnen und eine Frage aufnehmen; nochmals drücken, um die Aufnahme zu beenden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Open the Voice Search dock and type a question</source>
        <translation>Das Bedienfeld „Sprachsuche“ öffnen und eine Frage tippen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Find, ask again, keep or forget the questions of this project</source>
        <translation>Die Fragen dieses Projekts suchen, noch einmal stellen, behalten oder vergessen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <source>Add imagery to voice index</source>
        <translation>Bilddaten zu Sprachindex hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <source>append update tiles raster</source>
        <translation>hinzufügen ergänzen aktualisieren Kacheln Raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <source>Adds rasters to a voice index. Rasters that it already contains are skipped, unless the file has changed. The tiles have the ground sizes and the overlap of the index.</source>
        <translation>Fügt Raster zu einem Sprachindex hinzu. Raster, die er schon enthält, werden übersprungen, außer wenn sich die Datei geändert hat. Die Kacheln haben die Kachelgrößen und die Überlappung des Index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>voice speech speak search image retrieval scrl</source>
        <translation>Stimme Sprache sprechen Suche Bild Bildsuche scrl</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>See {log} for details.</source>
        <translation>Einzelheiten siehe {log}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>Folder NAME.scrl of a voice index.</source>
        <translation>Ordner NAME.scrl eines Sprachindex.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Build voice index</source>
        <translation>Sprachindex aufbauen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>embed tiles raster</source>
        <translation>einbetten aufbauen Kacheln Raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Makes imagery searchable by voice. The rasters are divided into square tiles, and each tile is embedded as a vector that can be compared with a spoken sentence. The result is a folder NAME.scrl without any imagery. The rasters are not changed.

Choose the ground size by what you are looking for: 50 to 100 m for a tennis court or an aeroplane, 200 m for a block of houses or a car park, 500 m for an airport or a harbour. An index may combine several sizes.

An interrupted build resumes where it stopped when it is run again with the same parameters.</source>
        <translation>Macht Bilddaten per Sprache durchsuchbar. Die Raster werden in quadratische Kacheln zerlegt, und jede Kachel wird als Vektor eingebettet, der mit einem gesprochenen Satz verglichen werden kann. Das Ergebnis ist ein Ordner NAME.scrl ohne Bilddaten. Die Raster werden nicht verändert.

Die Kachelgröße danach wählen, was gesucht wird: 50 bis 100 m für einen Tennisplatz oder ein Flugzeug, 200 m für einen Häuserblock oder einen Parkplatz, 500 m für einen Flughafen oder einen Hafen. Ein Index kann mehrere Größen enthalten.

Ein unterbrochener Aufbau wird fortgesetzt, wenn er mit denselben Parametern erneut ausgeführt wird.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Ground sizes of the tiles (metres; empty: suggested)</source>
        <translation>Kachelgrößen am Boden (Meter; leer: Vorschlag)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>One or more numbers: 100, 200. Empty: suggested from the pixel size.</source>
        <translation>Eine oder mehrere Zahlen: 100, 200. Leer: Vorschlag aus der Pixelgröße.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Overlap of neighbouring tiles (fraction of the side)</source>
        <translation>Überlappung benachbarter Kacheln (Anteil der Seitenlänge)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>0.5 also finds objects on the edge of two tiles, with four times as many tiles.</source>
        <translation>0,5 findet auch Objekte am Rand zweier Kacheln, mit viermal so vielen Kacheln.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Folder to create; its name usually ends in .scrl.</source>
        <translation>Anzulegender Ordner; sein Name endet üblicherweise auf .scrl.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>This voice index is in a temporary folder and is deleted when QGIS is closed. Choose a folder to keep it.</source>
        <translation>Dieser Sprachindex liegt in einem temporären Ordner und wird beim Beenden von QGIS gelöscht. Einen Ordner wählen, um ihn zu behalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Ground size {size:g} m, suggested by the pixel size of {name} ({pixel:.3g} m).</source>
        <translation>Kachelgröße {size:g} m, vorgeschlagen aus der Pixelgröße von {name} ({pixel:.3g} m).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>No raster was found.</source>
        <translation>Kein Raster gefunden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Tiles in the index</source>
        <translation>Kacheln im Index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Tiles embedded by this run</source>
        <translation>In diesem Lauf eingebettete Kacheln</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Rasters left out</source>
        <translation>Ausgelassene Raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>{raster}: {decision}</source>
        <translation>{raster}: {decision}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n raster(s) already in the index, unchanged.</source>
        <translation>
            <numerusform>%Ln Raster schon im Index, unverändert.</numerusform>
            <numerusform>%Ln Raster schon im Index, unverändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n tile(s) embedded in {seconds:.1f} s.</source>
        <translation>
            <numerusform>%Ln Kachel in {seconds:.1f} s eingebettet.</numerusform>
            <numerusform>%Ln Kacheln in {seconds:.1f} s eingebettet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n empty tile(s) skipped.</source>
        <translation>
            <numerusform>%Ln leere Kachel übersprungen.</numerusform>
            <numerusform>%Ln leere Kacheln übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>The index contains %n tile(s).</source>
        <translation>
            <numerusform>Der Index enthält %Ln Kachel.</numerusform>
            <numerusform>Der Index enthält %Ln Kacheln.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>{raster} was left out: {reason}</source>
        <translation>{raster} wurde ausgelassen: {reason}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>What is in an index</source>
        <translation>Was in einem Index ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>groups clusters outliers overview contents kmeans</source>
        <translation>Gruppen Cluster Ausreißer Überblick Inhalt k-Means</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Shows what is in a voice index without a question. Tiles that look alike are grouped, and each group is described by phrases; tiles that look least like the rest are listed. The results are a layer of all tiles with the number and the phrases of their groups, and a layer of the oddities, the oddest first.</source>
        <translation>Zeigt ohne eine Frage, was in einem Sprachindex ist. Kacheln, die sich ähnlich sehen, werden gruppiert, und jede Gruppe wird durch englische Ausdrücke beschrieben; Kacheln, die dem Rest am wenigsten ähneln, werden aufgelistet. Die Ergebnisse sind ein Layer aller Kacheln mit Nummer und Ausdrücken ihrer Gruppe und ein Layer der ungewöhnlichen Kacheln, die ungewöhnlichste zuerst.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>At most so many; fewer if there are fewer different tiles.</source>
        <translation>Höchstens so viele; weniger, wenn es weniger verschiedene Kacheln gibt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Number of tiles least like the rest</source>
        <translation>Anzahl der Kacheln, die dem Rest am wenigsten ähneln</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Tiles with groups</source>
        <translation>Kacheln mit Gruppen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Number of tiles</source>
        <translation>Anzahl der Kacheln</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Number of groups found</source>
        <translation>Anzahl der gefundenen Gruppen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Download imagery of a map service</source>
        <translation>Bilddaten eines Kartendienstes herunterladen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>xyz wms wmts tiles basemap</source>
        <translation>xyz wms wmts Kacheln Hintergrundkarte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Downloads what an XYZ, WMS or WMTS layer shows in an area, so that a voice index can be built of it. The result is a folder of GeoTIFF files and a virtual raster (VRT) of all of them, which is the input of Build voice index.

Many services do not allow this. The first run downloads nothing: it says how many requests are needed, how much space, and which terms the service states. Tick the confirmation and run it again.

Requests are made one at a time, through QGIS&apos;s own network settings, authentication and cache. A service that is busy is given time. Blocks that cannot be fetched whole are left out and named. Run it again with the same layer, area, resolution and folder to fetch what is missing.</source>
        <translation>Lädt herunter, was ein XYZ-, WMS- oder WMTS-Layer in einem Gebiet zeigt, damit daraus ein Sprachindex erstellt werden kann. Das Ergebnis ist ein Ordner mit GeoTIFF-Dateien und einem virtuellen Raster (VRT) aller Dateien, das die Eingabe von „Sprachindex aufbauen“ ist.

Viele Dienste erlauben das nicht. Der erste Lauf lädt nichts herunter: Er sagt, wie viele Anfragen und wie viel Platz nötig sind und welche Bedingungen der Dienst nennt. Setzen Sie dann das Häkchen zur Bestätigung und starten Sie erneut.

Es wird immer nur eine Anfrage zugleich gestellt, mit den Netzwerkeinstellungen, der Authentifizierung und dem Cache von QGIS. Ein ausgelasteter Dienst bekommt Zeit. Blöcke, die nicht vollständig geladen werden können, werden ausgelassen und genannt. Starten Sie erneut mit demselben Layer, Gebiet, derselben Auflösung und demselben Ordner, um Fehlendes nachzuladen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Layer of a map service</source>
        <translation>Layer eines Kartendienstes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>An XYZ, WMS or WMTS layer.</source>
        <translation>Ein XYZ-, WMS- oder WMTS-Layer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Only this part of the service is downloaded.</source>
        <translation>Nur dieser Teil des Dienstes wird heruntergeladen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Ground resolution (metres per pixel)</source>
        <translation>Bodenauflösung (Meter je Pixel)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Tiles of 200 m need 1 m, tiles of 50 m need 0.25 m. A tiled service is read at the zoom level that is as fine, or at its finest.</source>
        <translation>Kacheln von 200 m brauchen 1 m, Kacheln von 50 m brauchen 0,25 m. Ein gekachelter Dienst wird in der Zoomstufe gelesen, die so fein ist, oder in seiner feinsten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>I may download this imagery from this service</source>
        <translation>Ich darf diese Bilddaten von diesem Dienst herunterladen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The first run without it says how much that is, and which terms the service states.</source>
        <translation>Der erste Lauf ohne diese Bestätigung sagt, wie viel das ist und welche Bedingungen der Dienst nennt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Download even if it takes more than 10,000 requests</source>
        <translation>Auch mit mehr als 10.000 Anfragen herunterladen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Requests per second, at most</source>
        <translation>Anfragen je Sekunde, höchstens</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Folder for the imagery</source>
        <translation>Ordner für die Bilddaten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Folder to create, or the one of a download that is to go on.</source>
        <translation>Anzulegender Ordner oder der eines Downloads, der fortgesetzt werden soll.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Virtual raster of the imagery</source>
        <translation>Virtuelles Raster der Bilddaten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Blocks in the folder</source>
        <translation>Blöcke im Ordner</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Blocks left out</source>
        <translation>Ausgelassene Blöcke</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Requests made</source>
        <translation>Gestellte Anfragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Choose an XYZ, WMS or WMTS layer. Files can be indexed as they are.</source>
        <translation>Wählen Sie einen XYZ-, WMS- oder WMTS-Layer. Dateien können so indiziert werden, wie sie sind.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>{layer} cannot be opened. Check its address and your connection.</source>
        <translation>{layer} kann nicht geöffnet werden. Prüfen Sie die Adresse und Ihre Verbindung.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The area is empty. Draw one, or use the map view.</source>
        <translation>Das Gebiet ist leer. Zeichnen Sie eines oder nehmen Sie die Kartenansicht.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The area lies outside of {layer}.</source>
        <translation>Das Gebiet liegt außerhalb von {layer}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>about {megabytes:.0f} MB</source>
        <translation>etwa {megabytes:.0f} MB</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>{resolution:.3g} m per pixel</source>
        <translation>{resolution:.3g} m je Pixel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>That is a lot for one service: choose a smaller area or a coarser resolution, or allow it under Advanced parameters.</source>
        <translation>Das ist viel für einen Dienst: Wählen Sie ein kleineres Gebiet oder eine gröbere Auflösung, oder erlauben Sie es unter „Erweiterte Parameter“.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Nothing was downloaded. If you may download this, tick “I may download this imagery from this service” and run it again.</source>
        <translation>Es wurde nichts heruntergeladen. Wenn Sie das dürfen, setzen Sie das Häkchen „Ich darf diese Bilddaten von diesem Dienst herunterladen“ und starten Sie erneut.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) are there already.</source>
        <translation>
            <numerusform>%Ln Block ist schon da.</numerusform>
            <numerusform>%Ln Blöcke sind schon da.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Run it again with the same parameters to fetch what is missing.</source>
        <translation>Starten Sie erneut mit denselben Parametern, um Fehlendes nachzuladen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The download has stopped: {reason}. What has been downloaded is kept.</source>
        <translation>Der Download wurde beendet: {reason}. Was heruntergeladen ist, bleibt erhalten.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) were left out.</source>
        <translation>
            <numerusform>%Ln Block wurde ausgelassen.</numerusform>
            <numerusform>%Ln Blöcke wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The service shows nothing in this area. Check the layer on the map.</source>
        <translation>Der Dienst zeigt in diesem Gebiet nichts. Prüfen Sie den Layer auf der Karte.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) are in the folder.</source>
        <translation>
            <numerusform>%Ln Block ist im Ordner.</numerusform>
            <numerusform>%Ln Blöcke sind im Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>Only inside these polygons</source>
        <translation>Nur innerhalb dieser Polygone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>A polygon layer in any CRS, or its selected features.</source>
        <translation>Ein Polygonlayer in beliebigem KBS oder seine gewählten Objekte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Only inside this extent</source>
        <translation>Nur innerhalb dieser Ausdehnung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Acquired since</source>
        <translation>Aufgenommen ab</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Acquired until</source>
        <translation>Aufgenommen bis</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>Only these rasters</source>
        <translation>Nur diese Raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>File names, separated by commas; * stands for any characters.</source>
        <translation>Dateinamen, durch Kommas getrennt; * steht für beliebige Zeichen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>Only tiles of these ground sizes (metres)</source>
        <translation>Nur Kacheln dieser Kachelgrößen (Meter)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>Numbers: 100, 200.</source>
        <translation>Zahlen: 100, 200.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>“{since}” is later than “{until}”. Swap the two dates.</source>
        <translation>„{since}“ liegt nach „{until}“. Die beiden Datumsangaben tauschen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>change detection difference time date before after</source>
        <translation>Veränderung Änderungserkennung Unterschied Zeit Datum vorher nachher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Compares two times of the imagery in a voice index, place by place. Without a question it finds the places whose picture has changed most, beyond what season and light have changed everywhere; with a question, where its score has risen or fallen: “wetland” in 2020 and none in 2009. The result is a layer with a polygon for each place, most changed first, in EPSG:4326.</source>
        <translation>Vergleicht zwei Zeiten der Bilder in einem Sprachindex, Stelle für Stelle. Ohne Frage findet es die Stellen, deren Bild sich am meisten verändert hat, über das hinaus, was Jahreszeit und Licht überall verändert haben; mit einer Frage, wo ihr Wert gestiegen oder gefallen ist: „wetland“ im Jahr 2020 und keines 2009. Das Ergebnis ist ein Layer mit einem Polygon je Stelle, die größten Veränderungen zuerst, in EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>A year, a month or a day: 2009, 2009-08, 2009-08-18. From one to another: 2009..2012.</source>
        <translation>Ein Jahr, ein Monat oder ein Tag: 2009, 2009-08, 2009-08-18. Von einem bis zum anderen: 2009..2012.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Earlier time</source>
        <translation>Frühere Zeit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Later time</source>
        <translation>Spätere Zeit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>What to look for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>A word, a phrase or a sentence in English. Empty: any change of the picture.</source>
        <translation>Ein Wort, ein Ausdruck oder ein Satz auf Englisch. Leer: jede Veränderung des Bildes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>The score of the question has</source>
        <translation>Der Wert der Frage ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>risen or fallen</source>
        <translation>gestiegen oder gefallen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>risen</source>
        <translation>gestiegen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>fallen</source>
        <translation>gefallen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>By at least</source>
        <translation>Um mindestens</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>A score is between 0 and 1; 0.3 is a clear change.</source>
        <translation>Ein Wert liegt zwischen 0 und 1; 0,3 ist eine deutliche Veränderung.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Changes</source>
        <translation>Veränderungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Number of changes found</source>
        <translation>Anzahl der gefundenen Veränderungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Number of places compared</source>
        <translation>Anzahl der verglichenen Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Give an earlier and a later time, such as 2009 and 2020.</source>
        <translation>Eine frühere und eine spätere Zeit angeben, zum Beispiel 2009 und 2020.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>The area layer has no polygon, or none is selected. Draw or select one.</source>
        <translation>Der Gebietslayer hat kein Polygon, oder es ist keines gewählt. Eines zeichnen oder wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>The extent and the polygons do not overlap. Leave one of them out.</source>
        <translation>Die Ausdehnung und die Polygone überlappen sich nicht. Eines von beiden weglassen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>{layer} has no CRS. Set it: right-click the layer, Layer CRS.</source>
        <translation>{layer} hat kein KBS. Rechtsklick auf den Layer, dann Layer-KBS, um es zu setzen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>A feature of {layer} is outside the area of the layer&apos;s CRS; the assigned CRS is probably wrong.</source>
        <translation>Ein Objekt von {layer} liegt außerhalb des Bereichs des Layer-KBS; das zugewiesene KBS ist wahrscheinlich falsch.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>More than {limit} places are too many. Select a few.</source>
        <translation>Mehr als {limit} Stellen sind zu viele. Einige wenige wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Raster layers</source>
        <translation>Rasterlayer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Raster layers or files on this computer, in any CRS.</source>
        <translation>Rasterlayer oder Dateien auf diesem Computer, in beliebigem KBS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Folder of rasters</source>
        <translation>Ordner mit Rastern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>All rasters in this folder and its subfolders are added.</source>
        <translation>Alle Raster in diesem Ordner und seinen Unterordnern werden hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>A list saved by Search a catalogue (STAC), or other STAC items. The images are read where they lie, with the dates that the list names.</source>
        <translation>Eine Liste, die „Katalog durchsuchen (STAC)“ gespeichert hat, oder andere STAC-Einträge. Die Bilder werden dort gelesen, wo sie liegen, mit den Daten, die die Liste nennt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Used only for rasters that have no CRS.</source>
        <translation>Nur für Raster verwendet, die kein KBS haben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>One band number, or three for red, green and blue: 3, 2, 1. Empty: automatic.</source>
        <translation>Eine Kanalnummer oder drei für Rot, Grün und Blau: 3, 2, 1. Leer: automatisch.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>For rasters that do not declare it, or declare it wrongly: 0, -9999. Empty: found automatically; none: no pixels are empty but those that the raster declares.</source>
        <translation>Für Raster, die ihn nicht oder falsch angeben: 0, -9999. Leer: automatisch gefunden; none: nur die Pixel sind leer, die das Raster selbst angibt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Use the bands and contrast of the layers</source>
        <translation>Bänder und Kontrast der Layer verwenden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Layers are indexed in the colours in which the map shows them. Otherwise, bands and contrast are chosen automatically.</source>
        <translation>Layer werden in den Farben indiziert, in denen die Karte sie zeigt. Sonst werden Bänder und Kontrast automatisch gewählt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Build even if it takes more than a day or the free disk</source>
        <translation>Auch aufbauen, wenn es länger als einen Tag dauert oder der Speicherplatz nicht reicht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>No imagery is selected. Choose raster layers or files, or a folder of rasters.</source>
        <translation>Keine Bilddaten gewählt. Rasterlayer oder Dateien oder einen Ordner mit Rastern wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>{path} cannot be opened as a raster. Check that the file exists.</source>
        <translation>{path} kann nicht als Raster geöffnet werden. Prüfen, ob die Datei vorhanden ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>{layer} is not a raster layer. Choose layers with imagery.</source>
        <translation>{layer} ist kein Rasterlayer. Layer mit Bilddaten wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Import voice notes</source>
        <translation>Sprachnotizen importieren</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>notes recordings field gps gpx csv memo</source>
        <translation>Notizen Aufnahmen Feld GPS GPX CSV Memo</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Adds a folder of recordings to a GeoPackage of voice notes, each at the place where it was recorded. Places come from a CSV file with the columns file, lon, lat (or x, y), from a GPX track by the time of the recording, or from names such as N48.1234_E11.5678.wav. The sound is copied into the GeoPackage; recordings that it holds already are left out.</source>
        <translation>Fügt einem GeoPackage mit Sprachnotizen einen Ordner mit Aufnahmen hinzu, jede an dem Ort, an dem sie aufgenommen wurde. Die Orte stammen aus einer CSV-Datei mit den Spalten file, lon, lat (oder x, y), anhand der Aufnahmezeit aus einem GPX-Track oder aus Namen wie N48.1234_E11.5678.wav. Der Ton wird in das GeoPackage kopiert; Aufnahmen, die es schon enthält, werden ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Folder of recordings</source>
        <translation>Ordner mit Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>CSV or GPX files (*.csv *.gpx);;All files (*.*)</source>
        <translation>CSV- oder GPX-Dateien (*.csv *.gpx);;Alle Dateien (*.*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Empty: the only CSV or GPX file of the folder, else the names of the recordings.</source>
        <translation>Leer: die einzige CSV- oder GPX-Datei des Ordners, sonst die Namen der Aufnahmen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>CRS of the columns x and y</source>
        <translation>KBS der Spalten x und y</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Seconds that the recorder&apos;s clock is ahead of the GPX track&apos;s</source>
        <translation>Sekunden, die die Uhr des Aufnahmegeräts der des GPX-Tracks voraus ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Number of new notes</source>
        <translation>Anzahl neuer Notizen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>%n note(s) added; {known} were there already.</source>
        <translation>
            <numerusform>%Ln Notiz hinzugefügt; schon vorhanden: {known}.</numerusform>
            <numerusform>%Ln Notizen hinzugefügt; schon vorhanden: {known}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Voice index footprints</source>
        <translation>Footprints des Sprachindex</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>tiles outline coverage</source>
        <translation>Kacheln Umriss Abdeckung Footprint</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Creates a layer with the footprint of every tile of a voice index: its ID, raster, ground size and acquisition date.</source>
        <translation>Erzeugt einen Layer mit dem Footprint jeder Kachel eines Sprachindex: ihre ID, ihr Raster, ihre Kachelgröße und ihr Aufnahmedatum.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Footprints</source>
        <translation>Footprints</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/number_lists.py"/>
        <source>“{text}” is not a list of ground sizes. Enter metres: 100, 200.</source>
        <translation>„{text}“ ist keine Liste von Kachelgrößen. Meter eingeben: 100, 200.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/number_lists.py"/>
        <source>“{text}” is not a list of bands. Enter one band number, or three: 3, 2, 1.</source>
        <translation>„{text}“ ist keine Liste von Kanälen. Eine Kanalnummer oder drei eingeben: 3, 2, 1.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/number_lists.py"/>
        <source>“{text}” is not a value of pixels. Enter a number, such as 0 or -9999, or none.</source>
        <translation>„{text}“ ist kein Pixelwert. Eine Zahl wie 0 oder -9999 eingeben, oder none.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/output_layers.py"/>
        <source>The output cannot be written: {reason} Choose another location or format.</source>
        <translation>Die Ausgabe kann nicht geschrieben werden: {reason} Einen anderen Ort oder ein anderes Format wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/provider.py"/>
        <source>Voice search (SCRL)</source>
        <translation>Sprachsuche (SCRL)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/provider.py"/>
        <source>Voice search of imagery (SCRL)</source>
        <translation>Sprachsuche in Bilddaten (SCRL)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>A word, a phrase or a sentence in English.</source>
        <translation>Ein Wort, ein Ausdruck oder ein Satz auf Englisch.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Recorded question</source>
        <translation>Aufgenommene Frage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Audio files (*.wav *.flac *.ogg *.opus *.mp3);;All files (*.*)</source>
        <translation>Audiodateien (*.wav *.flac *.ogg *.opus *.mp3);;Alle Dateien (*.*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>One spoken English sentence, up to 30 seconds.</source>
        <translation>Ein gesprochener englischer Satz, bis zu 30 Sekunden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Search profile</source>
        <translation>Suchprofil</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Search profiles (*.scrlprofile);;All files (*.*)</source>
        <translation>Suchprofile (*.scrlprofile);;Alle Dateien (*.*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Saved in the dock with Save as search profile.</source>
        <translation>Im Bedienfeld mit „Als Suchprofil speichern“ gespeichert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>A place on the map</source>
        <translation>Eine Stelle auf der Karte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Finds more of what can be seen there.</source>
        <translation>Findet mehr von dem, was dort zu sehen ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Points or polygons as examples</source>
        <translation>Punkte oder Polygone als Beispiele</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>A layer, or its selected features; a few of them.</source>
        <translation>Ein Layer oder seine gewählten Objekte; einige wenige davon.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Image as example</source>
        <translation>Bild als Beispiel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Images (*.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.webp);;All files (*.*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.webp);;Alle Dateien (*.*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>An aerial picture of what you are looking for, seen from above.</source>
        <translation>Ein Luftbild dessen, was gesucht wird, von oben gesehen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Report of places found</source>
        <translation>Bericht über gefundene Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>html page print pictures thumbnails hits share document</source>
        <translation>HTML Seite Druck Bilder Vorschaubilder Treffer weitergeben Dokument</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Writes places that a search has found as one HTML page: the question, a map, and for each place its picture, score, position, date and raster. Everything is inside the file: it opens without a network, can be sent and printed. Pictures are read from the rasters of the voice index, where these still lie.</source>
        <translation>Schreibt Stellen, die eine Suche gefunden hat, als eine HTML-Seite: die Frage, eine Karte und zu jeder Stelle Bild, Score, Position, Datum und Raster. Alles steckt in der Datei: Sie öffnet sich ohne Netz und kann verschickt und gedruckt werden. Die Bilder werden aus den Rastern des Sprachindex gelesen, sofern diese noch dort liegen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>A layer that a search has made, or its selected features.</source>
        <translation>Ein Layer, den eine Suche erzeugt hat, oder dessen ausgewählte Objekte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Empty: the question.</source>
        <translation>Leer: die Frage.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Coordinate system of positions</source>
        <translation>Koordinatensystem der Positionen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Positions are given in it beside longitude and latitude. Empty: that of the project.</source>
        <translation>Positionen werden neben Länge und Breite darin angegeben. Leer: das des Projekts.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Also add a print layout to the project</source>
        <translation>Dem Projekt auch ein Drucklayout hinzufügen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>An atlas with a page for each place. Its pictures are put into a folder beside the report; the layer must be in the project.</source>
        <translation>Ein Atlas mit einer Seite je Stelle. Seine Bilder kommen in einen Ordner neben dem Bericht; der Layer muss im Projekt sein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>This layer holds no places that a search has found. Choose the layer of a search.</source>
        <translation>Dieser Layer enthält keine Stellen, die eine Suche gefunden hat. Den Layer einer Suche wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>This layer does not say which voice index its places are from. Search again, and make the report of the new layer.</source>
        <translation>Dieser Layer sagt nicht, aus welchem Sprachindex seine Stellen sind. Noch einmal suchen und den Bericht aus dem neuen Layer erstellen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>A print layout shows a layer of the project. Add the layer to the project first.</source>
        <translation>Ein Drucklayout zeigt einen Layer des Projekts. Den Layer zuerst dem Projekt hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>The layout “{name}” was added to the project.</source>
        <translation>Das Layout „{name}“ wurde dem Projekt hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Save search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>watch monitor new alert saved search keep asking</source>
        <translation>beobachten überwachen neu melden gespeicherte Suche weiter fragen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Saves a question beside a voice index, in the file “NAME searches.json”, to be asked of the imagery that is added from now on; “New places for saved searches” asks it. The searches of an index that has an address (a shared one, or one that a cluster searches) are your own, on this computer. A recording or a search profile must stay where it is; an area is copied.</source>
        <translation>Speichert eine Frage neben einem Sprachindex, in der Datei „NAME searches.json“. Sie gilt den Bilddaten, die von nun an hinzukommen; „Neue Stellen zu gespeicherten Suchen“ stellt sie. Die Suchen eines Index, der eine Adresse hat (eines gemeinsamen oder eines, den ein Cluster durchsucht), sind Ihre eigenen, auf diesem Rechner. Eine Aufnahme oder ein Suchprofil muss an seinem Platz bleiben; ein Gebiet wird kopiert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Empty: 0.5, at which a place is as likely right as wrong.</source>
        <translation>Leer: 0,5; dabei ist eine Stelle ebenso wahrscheinlich richtig wie falsch.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Replace a search of the same name</source>
        <translation>Eine Suche gleichen Namens ersetzen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Map of scores</source>
        <translation>Score-Karte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>heat map heatmap score raster probability all tiles query</source>
        <translation>Heatmap Wärmekarte Score Raster Wahrscheinlichkeit alle Kacheln Abfrage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Colours the whole map: computes the score of every tile of a voice index for a question that is typed, recorded, shown by examples, or a combination of these. The result is a raster (GeoTIFF) in the CRS of the indexed rasters, or in EPSG:4326 if they have several; a cell is as large as the step between the smallest tiles and has the best score of the tiles there. Points have the score of each single tile.</source>
        <translation>Färbt die ganze Karte ein: berechnet für eine getippte, aufgenommene oder durch Beispiele gezeigte Frage, oder mehrere davon zusammen, den Score jeder Kachel eines Sprachindex. Das Ergebnis ist ein Raster (GeoTIFF) im KBS der indizierten Raster, oder in EPSG:4326, wenn sie mehrere haben; eine Zelle ist so groß wie der Abstand der kleinsten Kacheln und hat den besten Score der Kacheln an dieser Stelle. Punkte haben den Score jeder einzelnen Kachel.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Scores of tiles (points)</source>
        <translation>Scores der Kacheln (Punkte)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Best score</source>
        <translation>Bester Score</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>%n tile(s); the best score is {score:.3f}.</source>
        <translation>
            <numerusform>%Ln Kachel; der beste Score ist {score:.3f}.</numerusform>
            <numerusform>%Ln Kacheln; der beste Score ist {score:.3f}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>{percent:.1f}% of them have a score of {limit:.3f} or more; those below it are more likely wrong.</source>
        <translation>{percent:.1f} % davon haben einen Score von mindestens {limit:.3f}; die darunter sind eher falsch.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>There is no question. Type what to look for, or choose a recording or an example.</source>
        <translation>Es gibt keine Frage. Geben Sie ein, was gesucht wird, oder wählen Sie eine Aufnahme oder ein Beispiel.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Number of hits</source>
        <translation>Anzahl der Treffer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Empty: all hits. The score is the probability that a hit is right, 0 to 1; 0.5 is a good start.</source>
        <translation>Leer: alle Treffer. Der Score ist die Wahrscheinlichkeit, dass ein Treffer richtig ist, von 0 bis 1; 0,5 ist ein guter Anfang.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Most hits of each raster</source>
        <translation>Höchstzahl der Treffer je Raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Empty: no limit. 1 shows the best place of each raster.</source>
        <translation>Leer: keine Grenze. 1 zeigt die beste Stelle jedes Rasters.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Keep only the best of hits that show the same place</source>
        <translation>Von Treffern, die dieselbe Stelle zeigen, nur den besten behalten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Compare with every tile (slower in large indexes)</source>
        <translation>Mit jeder Kachel vergleichen (langsamer in großen Indizes)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Number of hits found</source>
        <translation>Anzahl der gefundenen Treffer</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>No hits among %n tile(s). Reduce the minimum score, or rephrase the question.</source>
        <translation>
            <numerusform>Keine Treffer in %Ln Kachel. Den Mindestscore senken oder die Frage anders formulieren.</numerusform>
            <numerusform>Keine Treffer in %Ln Kacheln. Den Mindestscore senken oder die Frage anders formulieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>%n hit(s) among {tiles} ({method}); the best score is {score:.3f}.</source>
        <translation>
            <numerusform>%Ln Treffer in {tiles} ({method}); der beste Score ist {score:.3f}.</numerusform>
            <numerusform>%Ln Treffer in {tiles} ({method}); der beste Score ist {score:.3f}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>%n of them with a score of {limit:.3f} or more; hits below it are more likely wrong.</source>
        <translation>
            <numerusform>%Ln davon mit einem Score von {limit:.3f} oder mehr; Treffer darunter sind eher falsch.</numerusform>
            <numerusform>%Ln davon mit einem Score von {limit:.3f} oder mehr; Treffer darunter sind eher falsch.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Search by example</source>
        <translation>Suche mit Beispiel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>find query similar like place picture image chip</source>
        <translation>finden Frage ähnlich Stelle Bild Beispiel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Finds places that look like a place on the map, or like an image. A point stands for the smallest tile there, a polygon for the mean of the tiles that are mostly inside it; several examples are combined. A place has to be covered by the voice index; an image need not be, and need not be georeferenced.</source>
        <translation>Findet Stellen, die so aussehen wie eine Stelle auf der Karte oder wie ein Bild. Ein Punkt steht für die kleinste Kachel dort, ein Polygon für den Mittelwert der Kacheln, die überwiegend darin liegen; mehrere Beispiele werden kombiniert. Eine Stelle muss vom Sprachindex abgedeckt sein; ein Bild muss das nicht und braucht auch nicht georeferenziert zu sein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>No example is selected. Click a point on the map, or choose features or an image.</source>
        <translation>Kein Beispiel gewählt. Einen Punkt auf der Karte anklicken oder Objekte oder ein Bild wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_profile.py"/>
        <source>Search by profile</source>
        <translation>Mit Profil suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_profile.py"/>
        <source>find query profile saved question classifier labels feedback</source>
        <translation>finden Abfrage Profil gespeicherte Frage Klassifikator Labels Rückmeldung</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_profile.py"/>
        <source>Finds places with a search profile: a question that has learned from answers with yes and no, saved in the voice search dock as a file NAME.scrlprofile. It works with every voice index of the model it was made with. The score is the probability that a place is a yes. The result is a layer with a polygon for each hit, best first, in EPSG:4326.</source>
        <translation>Findet Stellen mit einem Suchprofil: einer Frage, die aus Antworten mit Ja und Nein gelernt hat, im Bedienfeld der Sprachsuche gespeichert als Datei NAME.scrlprofile. Es funktioniert mit jedem Sprachindex des Modells, mit dem es erstellt wurde. Der Score ist die Wahrscheinlichkeit, dass eine Stelle ein Ja ist. Das Ergebnis ist ein Layer mit einem Polygon je Treffer, der beste zuerst, in EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Search by recording</source>
        <translation>Suche mit Sprachaufnahme</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>find query sound audio</source>
        <translation>finden Frage Ton Audio Aufnahme</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Finds places that match what is said in an audio file. Describe in one sentence what can be seen from above: “white storage tanks beside a river”. The result is a layer with a polygon for each hit, best first, in EPSG:4326.

The voice search dock listens to the microphone; this algorithm is for models, batches and scripts.</source>
        <translation>Findet Stellen, die zu dem passen, was in einer Audiodatei gesagt wird. In einem englischen Satz beschreiben, was von oben zu sehen ist: „white storage tanks beside a river“. Das Ergebnis ist ein Layer mit einem Polygon für jeden Treffer, der beste zuerst, in EPSG:4326.

Das Bedienfeld „Sprachsuche“ hört auf das Mikrofon; dieser Algorithmus ist für Modelle, Stapelverarbeitung und Skripte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_text.py"/>
        <source>Search by text</source>
        <translation>Suche mit Text</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_text.py"/>
        <source>find query words typed sentence phrase</source>
        <translation>finden Abfrage Wörter getippt Satz</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_text.py"/>
        <source>Finds places that match a typed description. Describe in English what can be seen from above: “white storage tanks beside a river”. The result is a layer with a polygon for each hit, best first, in EPSG:4326.</source>
        <translation>Findet Stellen, die zu einer getippten Beschreibung passen. Auf Englisch beschreiben, was von oben zu sehen ist: „white storage tanks beside a river“. Das Ergebnis ist ein Layer mit einem Polygon je Treffer, die besten zuerst, in EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_text.py"/>
        <source>Type what to look for, in English.</source>
        <translation>Auf Englisch eingeben, wonach gesucht wird.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Search a catalogue (STAC)</source>
        <translation>Katalog durchsuchen (STAC)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>stac catalog satellite cog cloud download online</source>
        <translation>stac katalog satellit cog cloud herunterladen online</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Searches a STAC catalogue, an API or a static one, for images by area, date and clouds. The results are a layer with the footprint of each image and its address, which QGIS opens as a raster, and a list (JSON) from which Build voice index and Add imagery to voice index read the images where they lie. Nothing but descriptions is downloaded here.

Connections are opened only to the catalogue that you name, and to where its links lead. The licences that the catalogue names are in the log: check that they allow what you intend.</source>
        <translation>Durchsucht einen STAC-Katalog, eine API oder einen statischen, nach Bildern eines Gebiets, eines Zeitraums und einer Bewölkung. Die Ergebnisse sind ein Layer mit dem Footprint jedes Bildes und seiner Adresse, die QGIS als Raster öffnet, und eine Liste (JSON), nach der „Sprachindex aufbauen“ und „Bilddaten zu Sprachindex hinzufügen“ die Bilder dort lesen, wo sie liegen. Heruntergeladen werden hier nur Beschreibungen.

Verbindungen werden nur zum genannten Katalog aufgebaut und dorthin, wohin seine Verweise führen. Die Lizenzen, die der Katalog nennt, stehen im Protokoll: prüfen, ob sie die beabsichtigte Verwendung erlauben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>That of a STAC API or of a static catalogue, or a file catalog.json.</source>
        <translation>Die einer STAC-API oder eines statischen Katalogs, oder eine Datei catalog.json.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Maximum cloud cover (percent)</source>
        <translation>Höchste Bewölkung (Prozent)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Images that do not say how many clouds they have are kept.</source>
        <translation>Bilder ohne Angabe der Bewölkung bleiben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Only these collections</source>
        <translation>Nur diese Sammlungen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>IDs, separated by commas. Empty: all.</source>
        <translation>IDs, durch Kommas getrennt. Leer: alle.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Footprints of images</source>
        <translation>Footprints der Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>List of images</source>
        <translation>Liste der Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>STAC items (*.json)</source>
        <translation>STAC-Einträge (*.json)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>The input of Build voice index and Add imagery to voice index.</source>
        <translation>Die Eingabe von „Sprachindex aufbauen“ und „Bilddaten zu Sprachindex hinzufügen“.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Number of images</source>
        <translation>Anzahl der Bilder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Number of items without a picture</source>
        <translation>Anzahl der Einträge ohne Bild</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Enter the address of a catalogue, such as https://stac.example.net.</source>
        <translation>Die Adresse eines Katalogs eingeben, zum Beispiel https://stac.example.net.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Search voice notes</source>
        <translation>Sprachnotizen durchsuchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>notes recordings field memo which fit here</source>
        <translation>Notizen Aufnahmen Feld Memo passen hier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Ranks voice notes by how well they describe a place of a voice index, a picture, or what is said or typed. Notes that were recorded elsewhere count, too: somebody may have described a place like this. The result is a layer with a point for each note, best first, in EPSG:4326.</source>
        <translation>Ordnet Sprachnotizen danach, wie gut sie eine Stelle eines Sprachindex, ein Bild oder das Gesprochene oder Getippte beschreiben. Auch anderswo aufgenommene Notizen zählen: Jemand kann eine solche Stelle beschrieben haben. Das Ergebnis ist ein Layer mit einem Punkt für jede Notiz, die besten zuerst, in EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Needed for places: the notes are compared with its tiles there.</source>
        <translation>Für Stellen nötig: Die Notizen werden mit seinen Kacheln dort verglichen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Maximum number of notes</source>
        <translation>Höchstzahl der Notizen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Notes that fit</source>
        <translation>Passende Notizen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Number of notes that fit</source>
        <translation>Anzahl passender Notizen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Choose the voice index that the places are compared in.</source>
        <translation>Den Sprachindex wählen, in dem die Stellen verglichen werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>New places for saved searches</source>
        <translation>Neue Stellen zu gespeicherten Suchen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>Asks the saved searches of a voice index of the imagery that has been added since they were last asked. The result is a layer with a polygon for each new place, in EPSG:4326; the attribute “question” is the name of its search. What it has found once is not found again. Searches are saved with “Save search”.</source>
        <translation>Stellt die gespeicherten Suchen eines Sprachindex an die Bilddaten, die seit der letzten Abfrage hinzugekommen sind. Das Ergebnis ist ein Layer mit einem Polygon für jede neue Stelle, in EPSG:4326; das Attribut „question“ ist der Name der Suche. Was einmal gefunden wurde, wird nicht noch einmal gefunden. Gespeichert werden Suchen mit „Suche speichern“.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>New places</source>
        <translation>Neue Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>Number of new places</source>
        <translation>Anzahl neuer Stellen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>{index} has no saved searches. Save one with “Save search”.</source>
        <translation>{index} hat keine gespeicherten Suchen. Mit „Suche speichern“ eine speichern.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>{name}: %n new place(s) in {tiles}.</source>
        <translation>
            <numerusform>{name}: %Ln neue Stelle in {tiles}.</numerusform>
            <numerusform>{name}: %Ln neue Stellen in {tiles}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Asked with</source>
        <translation>Gefragt mit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>a place on the map</source>
        <translation>eine Stelle auf der Karte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>spoken, heard as “{words}”</source>
        <translation>gesprochen, gehört als „{words}“</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>typed “{words}”</source>
        <translation>getippt „{words}“</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>{part}, weight {weight}</source>
        <translation>{part}, Gewicht {weight}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Rasters</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Tile sizes</source>
        <translation>Kachelgrößen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>No picture: the raster has been moved or deleted</source>
        <translation>Kein Bild: Das Raster wurde verschoben oder gelöscht</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Without a picture, because their images have been moved or deleted: {missing} of {places} places.</source>
        <translation>Ohne Bild, weil ihre Raster verschoben oder gelöscht wurden: {missing} von {places} Stellen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Made with the QGIS plugin qgis_scrl</source>
        <translation>Erstellt mit dem QGIS-Plugin qgis_scrl</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/reports.py"/>
        <source>%n place(s) in the report have no picture, because their images have been moved or deleted. If they were moved, use Relocate… under Details in the dock, then make the report again.</source>
        <translation>
            <numerusform>%Ln Stelle im Bericht hat kein Bild, weil ihr Raster verschoben oder gelöscht wurde. Wurde es verschoben, im Bedienfeld unter „Details“ „Neuer Ort…“ wählen und den Bericht noch einmal erstellen.</numerusform>
            <numerusform>%Ln Stellen im Bericht haben kein Bild, weil ihre Raster verschoben oder gelöscht wurden. Wurden sie verschoben, im Bedienfeld unter „Details“ „Neuer Ort…“ wählen und den Bericht noch einmal erstellen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>{block} was left out: {reason}.</source>
        <translation>{block} wurde ausgelassen: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>{folder} contains other files. Choose an empty folder, or a new one.</source>
        <translation>{folder} enthält andere Dateien. Wählen Sie einen leeren oder einen neuen Ordner.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>{folder} contains imagery of another service, area or resolution. Choose another folder, or the same layer, area and resolution as before to go on.</source>
        <translation>{folder} enthält Bilddaten eines anderen Dienstes, Gebiets oder einer anderen Auflösung. Wählen Sie einen anderen Ordner, oder zum Fortsetzen denselben Layer, dasselbe Gebiet und dieselbe Auflösung wie zuvor.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>The imagery cannot be written to {folder} ({reason}). Choose another folder, or make room.</source>
        <translation>Die Bilddaten können nicht nach {folder} geschrieben werden ({reason}). Wählen Sie einen anderen Ordner oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the layer gave no pixels</source>
        <translation>der Layer lieferte keine Pixel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service asks for a pause of {minutes:.0f} minutes</source>
        <translation>der Dienst verlangt eine Pause von {minutes:.0f} Minuten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service asks for a valid user name, password or token (HTTP {status})</source>
        <translation>der Dienst verlangt gültigen Benutzernamen, Passwort oder Token (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service is busy (HTTP {status})</source>
        <translation>der Dienst ist ausgelastet (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service answers with an error (HTTP {status})</source>
        <translation>der Dienst antwortet mit einem Fehler (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service answers with something that is not an image</source>
        <translation>der Dienst antwortet mit etwas, das kein Bild ist</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>an image arrived incomplete</source>
        <translation>ein Bild kam unvollständig an</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/service.py"/>
        <source>The service states no terms: ask its owner.</source>
        <translation>Der Dienst nennt keine Bedingungen: Fragen Sie den Betreiber.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/service.py"/>
        <source>It is run by {owner}, whose terms of use usually forbid bulk download.</source>
        <translation>Er wird von {owner} betrieben; die Nutzungsbedingungen verbieten Massendownloads meist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Leave the password out: addresses are kept in settings and projects. Put it into an authentication configuration of QGIS and choose a connection that has it, or into PostgreSQL&apos;s password file (pgpass) or service file.</source>
        <translation>Lassen Sie das Passwort weg: Adressen werden in Einstellungen und Projekten gespeichert. Legen Sie es in einer Authentifizierungskonfiguration von QGIS ab und wählen Sie eine Verbindung, die sie verwendet, oder schreiben Sie es in die Passwortdatei (pgpass) oder die Dienstdatei von PostgreSQL.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Install the plugin SCRL Voice Search again.</source>
        <translation>Die Erweiterung SCRL Voice Search erneut installieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Try again; if it happens again, see the log (View &gt; Panels &gt; Log Messages).</source>
        <translation>Erneut versuchen; wenn es wieder geschieht, im Protokoll nachsehen (Ansicht &gt; Bedienfelder &gt; Protokoll).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Copy diagnostics in Settings &gt; Options &gt; Voice search, and report it.</source>
        <translation>Unter Einstellungen &gt; Optionen &gt; Sprachsuche „Diagnose kopieren“ drücken und das Problem melden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Widen the area or the dates.</source>
        <translation>Das Gebiet oder den Zeitraum erweitern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording is silent (peak level {peak_dbfs:.0f} dBFS).</source>
        <translation>Die Aufnahme ist stumm (Spitzenpegel {peak_dbfs:.0f} dBFS).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the microphone is not muted and that QGIS may use it, or choose another one under Microphone.</source>
        <translation>Prüfen, ob das Mikrofon stummgeschaltet ist und ob QGIS es verwenden darf, oder unter „Mikrofon“ ein anderes wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the microphone was not muted, and record it again.</source>
        <translation>Prüfen, ob das Mikrofon stummgeschaltet war, und erneut aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No speech was found in the recording ({seconds:.1f} s).</source>
        <translation>In der Aufnahme wurde keine Sprache gefunden ({seconds:.1f} s).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Speak and say one sentence, close to the microphone.</source>
        <translation>„Sprechen“ drücken und einen Satz sagen, nah am Mikrofon.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Record one spoken sentence, close to the microphone.</source>
        <translation>Einen gesprochenen Satz aufnehmen, nah am Mikrofon.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording is {seconds:.0f} s long; the limit is {limit:.0f} s.</source>
        <translation>Die Aufnahme ist {seconds:.0f} s lang; höchstens {limit:.0f} s sind möglich.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Say it in one sentence.</source>
        <translation>Es in einem Satz sagen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Cut it to one sentence.</source>
        <translation>Sie auf einen Satz kürzen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read as audio: {reason}.</source>
        <translation>{path} kann nicht als Audiodatei gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a WAV, FLAC, OGG or MP3 file.</source>
        <translation>Eine WAV-, FLAC-, OGG- oder MP3-Datei wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read as an image: {reason}.</source>
        <translation>{path} kann nicht als Bild gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a picture or a raster, such as a PNG, JPEG or GeoTIFF file.</source>
        <translation>Ein Bild oder ein Raster wählen, etwa eine PNG-, JPEG- oder GeoTIFF-Datei.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The search has no question.</source>
        <translation>Die Suche hat keine Frage.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a recording, a place or an image, or type a question.</source>
        <translation>Eine Aufnahme, eine Stelle oder ein Bild wählen, oder eine Frage eintippen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>There is no word in “{question}”.</source>
        <translation>In „{question}“ ist kein Wort.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Name in English what to look for, for example: storage tanks beside a river.</source>
        <translation>Auf Englisch nennen, wonach gesucht wird, zum Beispiel: storage tanks beside a river.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The model {model} understands spoken questions only.</source>
        <translation>Das Modell {model} versteht nur gesprochene Fragen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Speak the question, or update the plugin.</source>
        <translation>Die Frage sprechen oder das Plugin aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The parts of the question cancel each other out.</source>
        <translation>Die Teile der Frage heben sich gegenseitig auf.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Remove a part of the question, or change its weight.</source>
        <translation>Einen Teil der Frage entfernen oder sein Gewicht ändern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask with other examples.</source>
        <translation>Mit anderen Beispielen fragen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Tile {tile_id} is not in {index}.</source>
        <translation>Kachel {tile_id} ist nicht in {index}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index has changed since; ask again.</source>
        <translation>Der Index hat sich inzwischen geändert; erneut fragen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a place where the voice index has tiles.</source>
        <translation>Eine Stelle wählen, an der der Sprachindex Kacheln hat.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be used as a search profile: {reason}.</source>
        <translation>{path} kann nicht als Suchprofil verwendet werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask whoever made it to save it again with Save as search profile.</source>
        <translation>Von der Person, die es erstellt hat, mit „Als Suchprofil speichern“ erneut speichern lassen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} was made with another model ({profile_model}) than the installed one ({loaded_model}).</source>
        <translation>{path} wurde mit einem anderen Modell ({profile_model}) erstellt als dem installierten ({loaded_model}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask its question again, answer Y or N to some hits, and save a new search profile.</source>
        <translation>Die Frage erneut stellen, einige Treffer mit Y oder N beantworten und ein neues Suchprofil speichern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The saved search {name} asks with {path}, which is gone.</source>
        <translation>Die gespeicherte Suche {name} fragt mit {path}; diese Datei ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Put the file back, or save the search again with “Save search”, and let it replace the old one.</source>
        <translation>Die Datei zurücklegen, oder die Suche mit „Suche speichern“ neu speichern und die alte ersetzen lassen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The saved search {name} refers to tiles of {index} as they were before it was embedded with another model.</source>
        <translation>Die gespeicherte Suche {name} nennt Kacheln von {index}, wie sie vor der Einbettung mit einem anderen Modell waren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Save it again with tiles of the index as it is now.</source>
        <translation>Die Suche mit Kacheln des jetzigen Index neu speichern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{index} has no saved search {name}.</source>
        <translation>{index} hat keine gespeicherte Suche {name}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the name of the search.</source>
        <translation>Den Namen der Suche prüfen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{index} already has a saved search {name}.</source>
        <translation>{index} hat schon eine gespeicherte Suche {name}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another name, or tick “Replace a search of the same name”.</source>
        <translation>Einen anderen Namen wählen oder „Eine Suche gleichen Namens ersetzen“ ankreuzen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be used as voice notes: {reason}.</source>
        <translation>{path} kann nicht als Sprachnotizen verwendet werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a GeoPackage of voice notes, or make a new one with New.</source>
        <translation>Ein GeoPackage mit Sprachnotizen wählen oder mit „Neu“ eines anlegen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a GeoPackage of voice notes; “Import voice notes” makes one.</source>
        <translation>Ein GeoPackage mit Sprachnotizen wählen; „Sprachnotizen importieren“ legt eines an.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is being changed by another program.</source>
        <translation>{path} wird gerade von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Save or cancel the edits of its layer, then try again.</source>
        <translation>Die Änderungen an seinem Layer speichern oder verwerfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{count} of the {total} voice notes in {path} were embedded with another model than the installed one.</source>
        <translation>{count} der {total} Sprachnotizen in {path} wurden mit einem anderen als dem installierten Modell eingebettet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Embed again: it embeds them anew, from their sound.</source>
        <translation>„Neu einbetten“ drücken: Sie werden aus ihren Aufnahmen neu eingebettet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Open the file under Voice notes in the dock, and press Embed again.</source>
        <translation>Die Datei im Bedienfeld unter „Sprachnotizen“ öffnen und „Neu einbetten“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has no voice note {note_id}.</source>
        <translation>{path} enthält keine Sprachnotiz {note_id}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>It has been deleted meanwhile; open the file again.</source>
        <translation>Sie wurde inzwischen gelöscht; die Datei noch einmal öffnen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No recording found in {folder}.</source>
        <translation>Keine Aufnahme in {folder} gefunden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose the folder that contains the recordings: WAV, FLAC, OGG or MP3 files.</source>
        <translation>Den Ordner mit den Aufnahmen wählen: WAV-, FLAC-, OGG- oder MP3-Dateien.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{recording} has no position: {reason}.</source>
        <translation>{recording} hat keine Position: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Give the positions in a CSV file (file, lon, lat) or a GPX track, or name the file as in N48.1234_E11.5678.wav.</source>
        <translation>Die Positionen in einer CSV-Datei (file, lon, lat) oder einem GPX-Track angeben oder die Datei wie N48.1234_E11.5678.wav benennen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The positions in {path} cannot be read: {reason}.</source>
        <translation>Die Positionen in {path} können nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a CSV file with the columns file, lon, lat (or x, y and their CRS), or a GPX file with a track.</source>
        <translation>Eine CSV-Datei mit den Spalten file, lon, lat (oder x, y und deren KBS) oder eine GPX-Datei mit einem Track wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>There are no answers to export.</source>
        <translation>Es gibt keine Antworten zu exportieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Select a hit in the list and press Y or N.</source>
        <translation>Einen Treffer in der Liste wählen und Y oder N drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The area lies outside all imagery of {index}.</source>
        <translation>Das Gebiet liegt außerhalb aller Bilddaten von {index}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Move the map to where the index has imagery, or search the whole index; Show footprints shows where that is.</source>
        <translation>Die Karte dorthin verschieben, wo der Index Bilddaten hat, oder den ganzen Index durchsuchen; „Footprints zeigen“ zeigt, wo das ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose an area inside it; “Voice index footprints” shows where that is.</source>
        <translation>Ein Gebiet darin wählen; „Footprints des Sprachindex“ zeigt, wo das ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The search area cannot be read from {path}: {reason}.</source>
        <translation>Das Suchgebiet kann nicht aus {path} gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another area under Filters.</source>
        <translation>Unter „Filter“ ein anderes Gebiet wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a polygon layer with a valid CRS.</source>
        <translation>Einen Polygonlayer mit gültigem KBS wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} contains several polygon layers: {layers}.</source>
        <translation>{path} enthält mehrere Polygonlayer: {layers}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose one of them as the search area under Filters.</source>
        <translation>Einen davon unter „Filter“ als Suchgebiet wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose one of its layers, not the file: {path}|layername={example}.</source>
        <translation>Einen der Layer wählen, nicht die Datei: {path}|layername={example}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No tile matches the filters ({filters}).</source>
        <translation>Keine Kachel entspricht den Filtern ({filters}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Widen the area or the dates under Filters.</source>
        <translation>Unter „Filter“ das Gebiet oder den Zeitraum erweitern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No place of {index} was acquired both in the earlier ({before}) and in the later time ({after}).</source>
        <translation>Keine Stelle von {index} wurde sowohl in der früheren ({before}) als auch in der späteren Zeit ({after}) aufgenommen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The map of scores would have more than {most} cells: its tiles lie too far apart.</source>
        <translation>Die Score-Karte hätte mehr als {most} Zellen: Ihre Kacheln liegen zu weit auseinander.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Search only the map view or a polygon under Filters, then colour that.</source>
        <translation>Unter „Filter“ nur im Kartenausschnitt oder in einem Polygon suchen, dann dieses Ergebnis einfärben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Limit it to an extent or to large tiles.</source>
        <translation>Begrenzen Sie sie auf eine Ausdehnung oder auf große Kacheln.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{index} has no tile at {lon:.5f}, {lat:.5f} (longitude, latitude).</source>
        <translation>{index} hat keine Kachel bei {lon:.5f}, {lat:.5f} (Länge, Breite).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a place inside the footprints of the index, or one where the map shows imagery.</source>
        <translation>Eine Stelle innerhalb der Footprints des Index wählen, oder eine, an der die Karte Bilder zeigt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a place inside the footprints of the index.</source>
        <translation>Eine Stelle innerhalb der Footprints des Index wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No raster was found in {inputs}.</source>
        <translation>In {inputs} wurde kein Raster gefunden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose raster layers, files, or a folder that contains some.</source>
        <translation>Rasterlayer, Dateien oder einen Ordner wählen, der Raster enthält.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the file exists and opens in QGIS.</source>
        <translation>Prüfen, ob die Datei vorhanden ist und sich in QGIS öffnen lässt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The catalogue {catalogue} cannot be searched: {reason}.</source>
        <translation>Der Katalog {catalogue} kann nicht durchsucht werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the address, which is that of a STAC API or of a file catalog.json, and your connection, then press Search again.</source>
        <translation>Die Adresse prüfen (die einer STAC-API oder einer Datei catalog.json) und die Verbindung, dann noch einmal „Suchen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the address, which is that of a STAC API or of a file catalog.json, and your connection.</source>
        <translation>Die Adresse prüfen (die einer STAC-API oder einer Datei catalog.json) und die Verbindung.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is in {format} format, which the engine cannot read.</source>
        <translation>{path} ist im Format {format}, das die Engine nicht lesen kann.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>When you add it to an index, choose Convert to GeoTIFF, if QGIS can read it.</source>
        <translation>Beim Hinzufügen zu einem Index „In GeoTIFF umwandeln“ wählen, falls QGIS es lesen kann.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If QGIS can read it, convert it first (Raster &gt; Conversion &gt; Translate).</source>
        <translation>Falls QGIS es lesen kann, zuerst umwandeln (Raster &gt; Konvertierung &gt; Transformieren).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has no CRS.</source>
        <translation>{path} hat kein KBS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know it, set it under Rasters with missing metadata.</source>
        <translation>Falls bekannt, es unter „Raster mit fehlenden Metadaten“ angeben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know it, choose it under “CRS of rasters without one”.</source>
        <translation>Falls bekannt, es unter „KBS von Rastern ohne KBS“ wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The extent of {path} is outside the area of its CRS; the assigned CRS is probably wrong.</source>
        <translation>Die Ausdehnung von {path} liegt außerhalb des Bereichs seines KBS; das zugewiesene KBS ist wahrscheinlich falsch.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know the right one, set it under Rasters with missing metadata.</source>
        <translation>Falls das richtige bekannt ist, es unter „Raster mit fehlenden Metadaten“ angeben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Assign the right one to the file (Raster &gt; Projections &gt; Assign Projection).</source>
        <translation>Der Datei das richtige zuweisen (Raster &gt; Projektionen &gt; Projektion zuweisen).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} does not show the Earth: its CRS belongs to {body}.</source>
        <translation>{path} zeigt nicht die Erde: sein KBS gehört zu {body}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Voice indexes hold imagery of the Earth only; leave it out.</source>
        <translation>Sprachindizes enthalten nur Bilddaten der Erde; diese Datei weglassen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is not georeferenced (no geotransform and no world file).</source>
        <translation>{path} ist nicht georeferenziert (keine Geotransformation und keine World-Datei).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Georeference it first (Layer &gt; Georeferencer), or put a world file beside it.</source>
        <translation>Zuerst georeferenzieren (Layer &gt; Georeferenzierung) oder eine World-Datei daneben ablegen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is read from the web ({address}), but only the folder that holds it was chosen.</source>
        <translation>{path} wird aus dem Internet gelesen ({address}), gewählt wurde aber nur der Ordner, in dem die Datei liegt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Nothing is fetched because a file in a folder says so. If you trust it, choose the file itself, or add it to the map and choose the layer.</source>
        <translation>Nur weil eine Datei in einem Ordner es verlangt, wird nichts abgerufen. Wenn Sie ihr vertrauen, wählen Sie die Datei selbst, oder fügen Sie sie der Karte hinzu und wählen Sie den Layer.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has %n band(s); {bands} cannot be used.</source>
        <translation>
            <numerusform>%Ln Kanal in {path}; nicht verwendbar: {bands}.</numerusform>
            <numerusform>%Ln Kanäle in {path}; nicht verwendbar: {bands}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose other bands under Rasters with missing metadata.</source>
        <translation>Unter „Raster mit fehlenden Metadaten“ andere Kanäle wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Enter one or three of its band numbers under “Bands to use”.</source>
        <translation>Eine oder drei seiner Kanalnummern unter „Zu verwendende Kanäle“ eingeben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} covers {width_m:.0f} x {height_m:.0f} m: too little for one tile of {ground_size_m:.0f} m.</source>
        <translation>{path} bedeckt {width_m:.0f} x {height_m:.0f} m: zu wenig für eine Kachel von {ground_size_m:.0f} m.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a smaller ground size.</source>
        <translation>Eine kleinere Kachelgröße wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has pixels of {pixel_m:.1f} m: a tile of {ground_size_m:.0f} m would be only {pixels:.0f} pixels wide.</source>
        <translation>{path} hat Pixel von {pixel_m:.1f} m: Eine Kachel von {ground_size_m:.0f} m wäre nur {pixels:.0f} Pixel breit.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a ground size of at least {advised_m:.0f} m.</source>
        <translation>Eine Kachelgröße von mindestens {advised_m:.0f} m wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} appears to be a raster of {index} that was moved from {old} to {new}.</source>
        <translation>{source} ist anscheinend ein Raster von {index}, das von {old} nach {new} verschoben wurde.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If it was moved, press Details, then Relocate…; if it is another raster, remove the old one there first.</source>
        <translation>Wurde es verschoben, „Details“ und dann „Neuer Ort…“ drücken; ist es ein anderes Raster, das alte dort zuerst entfernen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If it was moved, use Relocate… under Details in the dock Voice Search; if it is another raster, remove the old one there first.</source>
        <translation>Wurde es verschoben, im Bedienfeld Sprachsuche unter „Details“ „Neuer Ort…“ verwenden; ist es ein anderes Raster, das alte dort zuerst entfernen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot take the place of {source}: {difference}.</source>
        <translation>{path} kann {source} nicht ersetzen: {difference}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index keeps the old path. Add the new raster with Add layers.</source>
        <translation>Der Index behält den alten Pfad. Das neue Raster mit „Layer hinzufügen“ hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index keeps the old path. Add the new raster with “Add imagery to voice index”.</source>
        <translation>Der Index behält den alten Pfad. Das neue Raster mit „Bilddaten zu Sprachindex hinzufügen“ hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>This build has about {tiles} tiles: about {days:.1f} days of work and {size_gb:.1f} GB on disk ({free_gb:.1f} GB are free).</source>
        <translation>Dieser Aufbau hat etwa {tiles} Kacheln: etwa {days:.1f} Tage Arbeit und {size_gb:.1f} GB Speicherplatz ({free_gb:.1f} GB sind frei).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a larger ground size or a smaller area of the imagery.</source>
        <translation>Eine größere Kachelgröße oder einen kleineren Ausschnitt der Bilder wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a larger ground size or a smaller area of the imagery; to build it all the same, tick “Build even if it takes more than a day or the free disk”.</source>
        <translation>Eine größere Kachelgröße oder einen kleineren Ausschnitt der Bilder wählen; um trotzdem aufzubauen, „Auch aufbauen, wenn es länger als einen Tag dauert oder der Speicherplatz nicht reicht“ ankreuzen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is not a voice index.</source>
        <translation>{path} ist kein Sprachindex.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another voice index, or press New index… to build one.</source>
        <translation>Einen anderen Sprachindex wählen oder „Neuer Index…“ drücken, um einen aufzubauen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose the folder NAME.scrl of a voice index, or make one with “Build voice index”.</source>
        <translation>Den Ordner NAME.scrl eines Sprachindex wählen oder mit „Sprachindex aufbauen“ einen anlegen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} already exists and was built with different settings.</source>
        <translation>{path} ist schon vorhanden und wurde mit anderen Einstellungen aufgebaut.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another name, or use Add layers to add imagery to that index.</source>
        <translation>Einen anderen Namen wählen oder jenen Index mit „Layer hinzufügen“ um Bilddaten ergänzen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Use “Add imagery to voice index”, or choose another folder.</source>
        <translation>„Bilddaten zu Sprachindex hinzufügen“ verwenden oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has no tiles.</source>
        <translation>{path} hat keine Kacheln.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Add layers to add imagery to it.</source>
        <translation>„Layer hinzufügen“ drücken, um Bilddaten hinzuzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Add imagery with “Add imagery to voice index”.</source>
        <translation>Ihn mit „Bilddaten zu Sprachindex hinzufügen“ füllen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} was built with another model ({index_model}) than the installed one ({loaded_model}).</source>
        <translation>{path} wurde mit einem anderen Modell ({index_model}) als dem installierten ({loaded_model}) aufgebaut.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Embed again: same imagery, same settings.</source>
        <translation>Auf „Neu einbetten“ drücken: dieselben Bilder, dieselben Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose it in the Voice Search panel and press Embed again.</source>
        <translation>Im Bedienfeld Sprachsuche auswählen und auf „Neu einbetten“ drücken.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n of the {total} images of {index} cannot be read, such as {source}; the index stays as it was.</source>
        <translation>
            <numerusform>%Ln von {total} Bildern von {index} kann nicht gelesen werden, etwa {source}; der Index bleibt, wie er war.</numerusform>
            <numerusform>%Ln von {total} Bildern von {index} können nicht gelesen werden, etwa {source}; der Index bleibt, wie er war.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Make them available, or remove them under Details, then press Embed again; what has been embedded is kept.</source>
        <translation>Verfügbar machen oder unter Details entfernen, dann auf „Neu einbetten“ drücken; was eingebettet ist, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Make them available, then try again; what has been embedded is kept.</source>
        <translation>Verfügbar machen, dann erneut versuchen; was eingebettet ist, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Details, then Check and repair.</source>
        <translation>„Details“ drücken, dann „Prüfen und reparieren“.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Build it again with “Build voice index”, in a new folder.</source>
        <translation>Ihn mit „Sprachindex aufbauen“ in einem neuen Ordner neu aufbauen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Restore this file from a backup; without one, delete the folder {index} and build the index again.</source>
        <translation>Diese Datei aus einer Sicherung wiederherstellen; ohne Sicherung den Ordner {index} löschen und den Index neu aufbauen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that you have read permission for this folder, and that its disk is connected.</source>
        <translation>Prüfen, ob Leserechte für diesen Ordner bestehen und ob sein Datenträger angeschlossen ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has format version {found}; this version reads up to {known}.</source>
        <translation>{path} hat die Formatversion {found}; diese Version liest höchstens {known}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Update the plugin SCRL Voice Search.</source>
        <translation>Die Erweiterung SCRL Voice Search aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is being written by another process (process ID {pid}).</source>
        <translation>In {path} schreibt gerade ein anderer Prozess (Prozess-ID {pid}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until that build has finished, here or in another QGIS; searching works meanwhile.</source>
        <translation>Warten, bis jener Aufbau fertig ist, hier oder in einem anderen QGIS; inzwischen kann gesucht werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until the other QGIS or program has finished building, then run this again.</source>
        <translation>Warten, bis das andere QGIS oder Programm mit dem Aufbau fertig ist, dann erneut ausführen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is already being written.</source>
        <translation>In {path} wird bereits geschrieben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until it has finished, or cancel that build; searching works meanwhile.</source>
        <translation>Warten, bis das fertig ist, oder den Aufbau anhalten; inzwischen kann gesucht werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until it has finished, then run this again.</source>
        <translation>Warten, bis das fertig ist, dann erneut ausführen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} holds %n image(s) that {source} does not, such as {example}.</source>
        <translation>
            <numerusform>{path} enthält %Ln Bild, das in {source} fehlt, zum Beispiel {example}.</numerusform>
            <numerusform>{path} enthält %Ln Bilder, die in {source} fehlen, zum Beispiel {example}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Take a copy of the shared index first and add to that copy, or choose another schema or name.</source>
        <translation>Holen Sie zuerst eine Kopie des gemeinsamen Index und ergänzen Sie diese, oder wählen Sie ein anderes Schema oder einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database {server} cannot be reached: {reason}.</source>
        <translation>Die Datenbank {server} ist nicht erreichbar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check its address and the network, then try again; finished work is kept.</source>
        <translation>Prüfen Sie die Adresse und das Netzwerk und versuchen Sie es erneut; Fertiges bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database {server} does not let you in: {reason}.</source>
        <translation>Die Datenbank {server} lehnt die Anmeldung ab: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check user name and password: in QGIS&apos;s authentication configuration if the address names one (Settings &gt; Options &gt; Authentication), if not in PostgreSQL&apos;s password file (pgpass) or service file.</source>
        <translation>Prüfen Sie Benutzernamen und Passwort: in der Authentifizierungskonfiguration von QGIS, wenn die Adresse eine nennt (Einstellungen &gt; Optionen &gt; Authentifizierung), sonst in der Passwortdatei (pgpass) oder der Dienstdatei von PostgreSQL.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine was not given user and password of the authentication configuration {authcfg} for {server}.</source>
        <translation>Benutzer und Passwort der Authentifizierungskonfiguration {authcfg} für {server} liegen der Engine nicht vor.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the configuration in Settings &gt; Options &gt; Authentication, then try again.</source>
        <translation>Prüfen Sie die Konfiguration unter Einstellungen &gt; Optionen &gt; Authentifizierung und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The shared index needs a password that QGIS keeps under lock.</source>
        <translation>Der gemeinsame Index braucht ein Passwort, das QGIS unter Verschluss hält.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Try again, and enter QGIS&apos;s master password.</source>
        <translation>Drücken Sie „Erneut versuchen“ und geben Sie das Master-Passwort von QGIS ein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Run this again and enter QGIS&apos;s master password; for qgis_process, the variable QGIS_AUTH_PASSWORD_FILE names a file that holds it.</source>
        <translation>Führen Sie dies erneut aus und geben Sie das Master-Passwort von QGIS ein; bei qgis_process nennt die Variable QGIS_AUTH_PASSWORD_FILE eine Datei, die es enthält.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>This QGIS has no authentication configuration {authcfg}.</source>
        <translation>Dieses QGIS hat keine Authentifizierungskonfiguration {authcfg}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Connect to the shared index again, with a connection of this QGIS that has user and password in an authentication configuration.</source>
        <translation>Verbinden Sie sich noch einmal mit dem gemeinsamen Index, über eine Verbindung dieses QGIS, deren Authentifizierungskonfiguration Benutzer und Passwort enthält.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The authentication configuration {authcfg} cannot be used for a database: {reason}.</source>
        <translation>Die Authentifizierungskonfiguration {authcfg} ist für eine Datenbank nicht verwendbar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a connection whose configuration has user and password (Basic) or certificates (PKI).</source>
        <translation>Wählen Sie eine Verbindung, deren Konfiguration Benutzer und Passwort (Basic) oder Zertifikate (PKI) enthält.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database {server} does not have {extension}.</source>
        <translation>In der Datenbank {server} fehlt {extension}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask its administrator to install it, then to run: {statement}</source>
        <translation>Bitten Sie die Administration, die Erweiterung zu installieren und dann auszuführen: {statement}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>You may not do that with {path}: {reason}.</source>
        <translation>Dazu fehlt Ihnen bei {path} das Recht: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask the administrator of the database to give you the role {role}.</source>
        <translation>Bitten Sie die Administration der Datenbank um die Rolle {role}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The saved searches in {path} cannot be read: {reason}.</source>
        <translation>Die gespeicherten Suchen in {path} können nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Restore this file from a backup; to begin anew, rename it. It is left as it is until then.</source>
        <translation>Diese Datei aus einer Sicherung wiederherstellen; um neu anzufangen, sie umbenennen. Bis dahin bleibt sie, wie sie ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} is not a raster of {index}.</source>
        <translation>{source} ist kein Raster von {index}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index has changed since; close Details and open it again.</source>
        <translation>Der Index hat sich inzwischen geändert; „Details“ schließen und wieder öffnen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Enter file names of rasters in the voice index; * stands for any number of characters.</source>
        <translation>Dateinamen von Rastern im Sprachindex eingeben; * steht für beliebig viele Zeichen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that you have write permission for this folder, or choose another one.</source>
        <translation>Schreibrechte für diesen Ordner prüfen oder einen anderen wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The disk with {path} is full.</source>
        <translation>Der Datenträger mit {path} ist voll.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, then try again. A build keeps what it has finished: Continue resumes it.</source>
        <translation>Platz schaffen, dann noch einmal versuchen. Was ein Aufbau fertig hat, bleibt erhalten: „Fortsetzen“ führt ihn weiter.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, then run this again. A build keeps what it has finished, and resumes there.</source>
        <translation>Platz schaffen, dann erneut ausführen. Was ein Aufbau fertig hat, bleibt erhalten; er geht dort weiter.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No microphone can be used: {reason}.</source>
        <translation>Es kann kein Mikrofon verwendet werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Connect one, allow QGIS to use it, or choose another one under Microphone. Open… asks with a recording instead.</source>
        <translation>Eines anschließen, QGIS den Zugriff erlauben oder unter „Mikrofon“ ein anderes wählen. Mit „Öffnen…“ kann stattdessen mit einer Aufnahme gesucht werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is being used for another recording.</source>
        <translation>Das Mikrofon wird für eine andere Aufnahme verwendet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Finish or cancel that recording first.</source>
        <translation>Zuerst jene Aufnahme beenden oder abbrechen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No model was found in {path}.</source>
        <translation>In {path} wurde kein Modell gefunden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The model in {path} cannot be loaded: {reason}.</source>
        <translation>Das Modell in {path} kann nicht geladen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{name} is needed for this and is not installed.</source>
        <translation>{name} wird dafür benötigt und ist nicht installiert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Repair in Settings &gt; Options &gt; Voice search.</source>
        <translation>Unter Einstellungen &gt; Optionen &gt; Sprachsuche „Reparieren“ drücken.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database of coordinate reference systems (PROJ&apos;s proj.db) is missing.</source>
        <translation>Die Datenbank der Koordinatenbezugssysteme (proj.db von PROJ) fehlt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Repair in Settings &gt; Options &gt; Voice search; where the engine runs on Debian&apos;s or Ubuntu&apos;s own packages, `sudo apt install proj-data` fixes it.</source>
        <translation>Unter Einstellungen &gt; Optionen &gt; Sprachsuche „Reparieren“ drücken; wo die Engine mit den eigenen Paketen von Debian oder Ubuntu läuft, hilft `sudo apt install proj-data`.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>A cluster takes Dask, which is not installed for the engine.</source>
        <translation>Ein Cluster braucht Dask, das für die Engine nicht installiert ist.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Install it from a terminal: {command}</source>
        <translation>In einem Terminal installieren: {command}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The Dask scheduler {address} cannot be reached: {reason}.</source>
        <translation>Der Dask-Scheduler {address} ist nicht erreichbar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check its address in Settings &gt; Options &gt; Voice search, and that it is running; without an address, this computer builds alone.</source>
        <translation>Seine Adresse unter Einstellungen &gt; Optionen &gt; Sprachsuche prüfen, und ob er läuft; ohne Adresse baut dieser Rechner allein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The Dask scheduler {address} has no worker of the voice search.</source>
        <translation>Der Dask-Scheduler {address} hat keinen Worker der Sprachsuche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask whoever runs the cluster to start its workers, then try again.</source>
        <translation>Den Betreiber des Clusters bitten, die Worker zu starten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The workers of {address} run {workers}; this computer runs {own}.</source>
        <translation>Auf den Workern von {address} läuft {workers}, auf diesem Rechner {own}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The same version of the plugin, with the same model, must be installed there and here.</source>
        <translation>Dort und hier muss dieselbe Version der Erweiterung mit demselben Modell installiert sein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The connection to the Dask scheduler {address} was lost.</source>
        <translation>Die Verbindung zum Dask-Scheduler {address} ist abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Try again once the scheduler is running again. A build keeps what it has finished: Continue resumes it.</source>
        <translation>Noch einmal versuchen, sobald der Scheduler wieder läuft. Was ein Aufbau fertig hat, bleibt erhalten: „Fortsetzen“ führt ihn weiter.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Run this again once the scheduler is running again. A build keeps what it has finished, and resumes there.</source>
        <translation>Noch einmal ausführen, sobald der Scheduler wieder läuft. Was ein Aufbau fertig hat, bleibt erhalten; er geht dort weiter.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n of the {total} parts could not be finished on the cluster: {reason}.</source>
        <translation>
            <numerusform>%Ln der {total} Teile konnte auf dem Cluster nicht fertiggestellt werden: {reason}.</numerusform>
            <numerusform>%Ln der {total} Teile konnten auf dem Cluster nicht fertiggestellt werden: {reason}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Everything else is in the index. Press Continue to do what is left.</source>
        <translation>Alles andere ist im Index. „Fortsetzen“ drücken, um den Rest zu erledigen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Everything else is in the index. Run this again to do what is left.</source>
        <translation>Alles andere ist im Index. Noch einmal ausführen, um den Rest zu erledigen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{address} cannot be used to bring parts from the workers: {reason}.</source>
        <translation>Über {address} können keine Teile von den Workern geholt werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the staging storage in Settings &gt; Options &gt; Voice search, and its credentials in the environment of QGIS and of the workers.</source>
        <translation>Den Zwischenspeicher unter Einstellungen &gt; Optionen &gt; Sprachsuche prüfen, und seine Zugangsdaten in der Umgebung von QGIS und der Worker.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search does not match this version of the plugin.</source>
        <translation>Die Engine der Sprachsuche passt nicht zu dieser Version der Erweiterung.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Cancelled. What was finished is kept.</source>
        <translation>Abgebrochen. Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine has rejected a request of the plugin: {problem}.</source>
        <translation>Die Engine hat eine Anfrage der Erweiterung abgelehnt: {problem}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Something unexpected happened: {what}.</source>
        <translation>Etwas Unerwartetes ist geschehen: {what}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search is not installed.</source>
        <translation>Die Engine der Sprachsuche ist nicht installiert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Open the dock Voice Search and press Set up now, or choose a Python of your own in Settings &gt; Options &gt; Voice search.</source>
        <translation>Das Bedienfeld „Sprachsuche“ öffnen und „Jetzt einrichten“ drücken oder unter Einstellungen &gt; Optionen &gt; Sprachsuche ein eigenes Python wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The Python chosen for the engine cannot be run: {path}.</source>
        <translation>Das für die Engine gewählte Python kann nicht ausgeführt werden: {path}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another one in Settings &gt; Options &gt; Voice search, or empty the field.</source>
        <translation>Unter Einstellungen &gt; Optionen &gt; Sprachsuche ein anderes wählen oder das Feld leeren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search cannot be started ({reason}).</source>
        <translation>Die Engine der Sprachsuche kann nicht gestartet werden ({reason}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check its Python in Settings &gt; Options &gt; Voice search.</source>
        <translation>Unter Einstellungen &gt; Optionen &gt; Sprachsuche das Python der Engine prüfen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search ended while it was starting ({reason}).</source>
        <translation>Die Engine der Sprachsuche wurde beim Start beendet ({reason}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search is not running.</source>
        <translation>Die Engine der Sprachsuche läuft nicht.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>See the message above the map, or Settings &gt; Options &gt; Voice search.</source>
        <translation>Siehe die Meldung über der Karte oder Einstellungen &gt; Optionen &gt; Sprachsuche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search stopped unexpectedly.</source>
        <translation>Die Engine der Sprachsuche wurde unerwartet beendet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search was restarted.</source>
        <translation>Die Engine der Sprachsuche wurde neu gestartet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask again.</source>
        <translation>Erneut fragen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search has not responded for {seconds:.0f} s.</source>
        <translation>Die Engine der Sprachsuche antwortet seit {seconds:.0f} s nicht.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Unexpected response from the engine of the voice search.</source>
        <translation>Unerwartete Antwort von der Engine der Sprachsuche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The plugin is incomplete: there is no engine in {path}.</source>
        <translation>Die Erweiterung ist unvollständig: In {path} ist keine Engine.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If its disk is not connected, connect it and choose the index again; if it was moved, open it at its new place; if it was deleted, remove it from the list.</source>
        <translation>Wenn sein Datenträger nicht angeschlossen ist, ihn anschließen und den Index erneut wählen; wenn er verschoben wurde, ihn am neuen Ort öffnen; wenn er gelöscht wurde, ihn aus der Liste entfernen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording cannot be saved in {path}: {reason}.</source>
        <translation>Die Aufnahme kann nicht in {path} gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, or check that you have write permission for this folder.</source>
        <translation>Platz schaffen oder Schreibrechte für diesen Ordner prüfen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The picture of the place cannot be saved in {path}: {reason}.</source>
        <translation>Das Bild der Stelle kann nicht in {path} gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The footprints cannot be saved in {path}: {reason}.</source>
        <translation>Die Footprints können nicht in {path} gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>QGIS cannot open the map of scores {path}.</source>
        <translation>QGIS kann die Score-Karte {path} nicht öffnen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the disk has free space, and try again.</source>
        <translation>Prüfen, ob auf dem Datenträger Platz frei ist, und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The demo scene cannot be copied to {path}: {reason}.</source>
        <translation>Die Demo-Szene kann nicht nach {path} kopiert werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The demo cannot be deleted in {path}: {reason}.</source>
        <translation>Die Demo in {path} kann nicht gelöscht werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Restart QGIS, and delete this folder.</source>
        <translation>QGIS neu starten und diesen Ordner löschen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The footprints in {path} cannot be opened.</source>
        <translation>Die Footprints in {path} können nicht geöffnet werden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The package annoy is not installed: the question was compared with every tile, which is exact but slower in a large index.</source>
        <translation>Das Paket annoy ist nicht installiert: Die Frage wurde mit jeder Kachel verglichen; das ist exakt, aber in einem großen Index langsamer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Part {part} has no usable search tree ({reason}) and was searched tile by tile; Check and repair in Details fixes it.</source>
        <translation>Teil {part} hat keinen brauchbaren Suchbaum ({reason}) und wurde Kachel für Kachel durchsucht; „Prüfen und reparieren“ unter „Details“ behebt das.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The model was probably not taught what this names, so the hits may show something else. An example finds more: “More like this” at a hit that is right, or an image dropped on this panel.</source>
        <translation>Was hier genannt wird, hat das Modell wahrscheinlich nicht gelernt; die Treffer können etwas anderes zeigen. Mit einem Beispiel findet es mehr: „Ähnliche suchen“ bei einem richtigen Treffer, oder ein Bild, das auf dieses Bedienfeld gezogen wird.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n tile(s) without a date were left out.</source>
        <translation>
            <numerusform>%Ln Kachel ohne Datum wurde ausgelassen.</numerusform>
            <numerusform>%Ln Kacheln ohne Datum wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} has changed and is indexed again.</source>
        <translation>{source} hat sich geändert und wird neu indiziert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} is served by {service}, whose terms of use usually forbid bulk download. Ask the operator first, or use imagery of your own.</source>
        <translation>{source} kommt von {service}; dessen Nutzungsbedingungen verbieten meist das massenhafte Herunterladen. Zuerst den Betreiber fragen oder eigene Bilder verwenden.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Tiles of {ground_size_m:.0f} m are only {pixels:.0f} pixels wide in {source}, whose pixels are {pixel_m:.3g} m: too few to show most things. Choose a ground size of at least {advised_m:.0f} m.</source>
        <translation>Kacheln von {ground_size_m:.0f} m sind in {source} mit Pixeln von {pixel_m:.3g} m nur {pixels:.0f} Pixel breit: zu wenige, um das meiste zu zeigen. Eine Kachelgröße von mindestens {advised_m:.0f} m wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} is indexed in {crs}, as asked, and not in its own CRS, {own}.</source>
        <translation>{source} wird wie gewünscht in {crs} indiziert und nicht in seinem eigenen KBS, {own}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Only the best {hits} new places are listed; there are more.</source>
        <translation>Nur die besten {hits} neuen Stellen sind aufgeführt; es gibt mehr.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The scores of these notes are similarities: only what pictures have to do with speech is calibrated.</source>
        <translation>Die Scores dieser Notizen sind Ähnlichkeiten: Kalibriert ist nur der Zusammenhang von Bildern und Sprache.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine stopped; the build resumes as soon as it is running again.</source>
        <translation>Die Engine wurde beendet; der Aufbau wird fortgesetzt, sobald sie wieder läuft.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Building on the Dask cluster {address} with %n worker(s); dashboard: {dashboard}</source>
        <translation>
            <numerusform>Aufbau auf dem Dask-Cluster {address} mit %Ln Worker; Dashboard: {dashboard}</numerusform>
            <numerusform>Aufbau auf dem Dask-Cluster {address} mit %Ln Workern; Dashboard: {dashboard}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Worker {worker} gets no more parts of this build: {reason}</source>
        <translation>Worker {worker} bekommt keine weiteren Teile dieses Aufbaus: {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n worker(s) are not used: they run {workers}, this computer runs {own}.</source>
        <translation>
            <numerusform>%Ln Worker wird nicht verwendet: Dort läuft {workers}, auf diesem Rechner {own}.</numerusform>
            <numerusform>%Ln Worker werden nicht verwendet: Dort läuft {workers}, auf diesem Rechner {own}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, as given when it was added, instead of the file&apos;s own, {own}.</source>
        <translation>KBS {crs}, wie beim Hinzufügen angegeben, statt des eigenen der Datei, {own}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, as given when it was added; the file has none that can be used.</source>
        <translation>KBS {crs}, wie beim Hinzufügen angegeben; die Datei hat kein brauchbares.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, that of the layer, instead of the file&apos;s own, {own}. To use another one, set the CRS of the layer and add it again.</source>
        <translation>KBS {crs}, das des Layers, statt des eigenen der Datei, {own}. Für ein anderes das KBS des Layers setzen und ihn erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, that of the layer; the file has none that can be used.</source>
        <translation>KBS {crs}, das des Layers; die Datei hat kein brauchbares.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, from {file}.</source>
        <translation>KBS {crs}, aus {file}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Warped to its {count} ground control points, with a residual of {rms_m:.3g} m (RMS). For a better fit, georeference it with more points.</source>
        <translation>Auf seine {count} Passpunkte entzerrt, mit einem Restfehler von {rms_m:.3g} m (RMS). Für eine bessere Anpassung mit mehr Punkten georeferenzieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Warped by its RPCs for ground at a height of {height_m:g} m, to within {error_m:g} m there according to the file; less exact where the ground is higher or lower. Orthorectify it for exact positions.</source>
        <translation>Mit seinen RPCs für Gelände in {height_m:g} m Höhe entzerrt, dort laut Datei auf {error_m:g} m genau; weniger genau, wo das Gelände höher oder tiefer liegt. Für genaue Positionen orthorektifizieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Warped by its RPCs for ground at a height of {height_m:g} m; less exact where the ground is higher or lower. Orthorectify it for exact positions.</source>
        <translation>Mit seinen RPCs für Gelände in {height_m:g} m Höhe entzerrt; weniger genau, wo das Gelände höher oder tiefer liegt. Für genaue Positionen orthorektifizieren.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands}, those of the layer.</source>
        <translation>Zeigt die Bänder {bands}, die des Layers.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Contrast of the layer: {ranges} are black and white.</source>
        <translation>Kontrast des Layers: {ranges} sind schwarz und weiß.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Contrast as given when it was added: {ranges} are black and white.</source>
        <translation>Kontrast wie beim Hinzufügen angegeben: {ranges} sind schwarz und weiß.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Its overviews (pyramids) show another picture, probably an earlier version of the file, and are not used. Build them again.</source>
        <translation>Seine Übersichten (Pyramiden) zeigen ein anderes Bild, wahrscheinlich eine frühere Version der Datei, und werden nicht verwendet. Neu erstellen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands}, as chosen when it was added.</source>
        <translation>Zeigt die Bänder {bands}, wie beim Hinzufügen gewählt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands}, the default bands of the ENVI header. To use others, add the raster again with other bands.</source>
        <translation>Zeigt die Bänder {bands}, die Standardbänder des ENVI-Headers. Für andere das Raster mit anderen Bändern erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands} ({names}) as red, green and blue. To use others, add the raster again with other bands.</source>
        <translation>Zeigt die Bänder {bands} ({names}) als Rot, Grün und Blau. Für andere das Raster mit anderen Bändern erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands} (central wavelengths {nanometres} nm) as red, green and blue. To use others, add the raster again with other bands.</source>
        <translation>Zeigt die Bänder {bands} (Mittenwellenlängen {nanometres} nm) als Rot, Grün und Blau. Für andere das Raster mit anderen Bändern erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands} as red, green and blue, the band order of {product}. To use others, add the raster again with other bands.</source>
        <translation>Zeigt die Bänder {bands} als Rot, Grün und Blau, die Bandfolge von {product}. Für andere das Raster mit anderen Bändern erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands} of {count}; the file does not say what they mean. To use others, add the raster again with other bands.</source>
        <translation>Zeigt die Bänder {bands} von {count}; die Datei sagt nicht, was sie bedeuten. Für andere das Raster mit anderen Bändern erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>One scene of several files: {files} are shown as red, green and blue.</source>
        <translation>Eine Szene aus mehreren Dateien: {files} werden als Rot, Grün und Blau gezeigt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shown as a positive: the file says that its lowest value is white (min-is-white). If that is wrong, correct its photometric interpretation.</source>
        <translation>Als Positiv gezeigt: Laut Datei ist ihr kleinster Wert Weiß (min-is-white). Stimmt das nicht, ihre photometrische Interpretation berichtigen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Served by {service}, whose terms of use usually forbid bulk download. To take it out, use Remove image… under Details.</source>
        <translation>Kommt von {service}; dessen Nutzungsbedingungen verbieten meist das massenhafte Herunterladen. Entfernen lässt es sich mit „Bild entfernen…“ unter „Details“.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Acquired {date}, as given when it was added.</source>
        <translation>Aufgenommen am {date}, wie beim Hinzufügen angegeben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Acquired {date}, according to the file name. If that is wrong, add the raster again with its acquisition date.</source>
        <translation>Aufgenommen am {date}, laut Dateiname. Stimmt das nicht, das Raster mit seinem Aufnahmedatum erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Acquired {date}, according to the catalogue. If that is wrong, add the raster again with its acquisition date.</source>
        <translation>Aufgenommen am {date}, laut Katalog. Stimmt das nicht, das Raster mit seinem Aufnahmedatum erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Acquired {date}, according to the metadata item {item}. If that is wrong, add the raster again with its acquisition date.</source>
        <translation>Aufgenommen am {date}, laut dem Metadatum {item}. Stimmt das nicht, das Raster mit seinem Aufnahmedatum erneut hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Pixels of value {value:g} are empty, as given when it was added.</source>
        <translation>Pixel mit dem Wert {value:g} sind leer, wie beim Hinzufügen angegeben.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Pixels of value {values} are treated as empty although the file does not declare it. If they are not, add the raster again without looking for empty pixels.</source>
        <translation>Pixel mit dem Wert {values} gelten als leer, obwohl die Datei das nicht angibt. Sind sie es nicht, das Raster erneut hinzufügen, ohne leere Pixel zu suchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Pixels beyond {limit:g} are treated as empty although the file does not declare it. If they are not, add the raster again without looking for empty pixels.</source>
        <translation>Pixel jenseits von {limit:g} gelten als leer, obwohl die Datei das nicht angibt. Sind sie es nicht, das Raster erneut hinzufügen, ohne leere Pixel zu suchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The border of one single colour ({colours}; {percent:.0f}% of the raster) is treated as empty. If it is not, add the raster again without looking for empty pixels.</source>
        <translation>Der einfarbige Rand ({colours}; {percent:.0f}% des Rasters) gilt als leer. Ist er es nicht, das Raster erneut hinzufügen, ohne leere Pixel zu suchen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Nothing can be heard: the microphone is muted, or QGIS may not use it. Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation>Es ist nichts zu hören: Das Mikrofon ist stummgeschaltet, oder QGIS darf es nicht verwenden. Es in den Toneinstellungen des Systems prüfen oder ein anderes wählen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is too loud and distorts; turn its level down.</source>
        <translation>Das Mikrofon ist zu laut und übersteuert; den Pegel verringern.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is very quiet; turn its level up, or speak closer to it.</source>
        <translation>Das Mikrofon ist sehr leise; den Pegel erhöhen oder näher am Mikrofon sprechen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone works, but nobody spoke; say a sentence while it listens.</source>
        <translation>Das Mikrofon funktioniert, aber niemand hat gesprochen; während der Aufnahme einen Satz sagen.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone works, and speech is heard well.</source>
        <translation>Das Mikrofon funktioniert, und Sprache ist gut zu hören.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>On macOS, QGIS does not ask for the microphone, and then hears silence: quit QGIS, start it in Terminal (/Applications/QGIS.app/Contents/MacOS/QGIS) and let Terminal use the microphone, or ask with a sound file.</source>
        <translation>Unter macOS bittet QGIS nicht um das Mikrofon und hört dann nur Stille: Beenden Sie QGIS, starten Sie es im Terminal (/Applications/QGIS.app/Contents/MacOS/QGIS) und erlauben Sie dem Terminal das Mikrofon, oder fragen Sie mit einer Tondatei.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Loading the model</source>
        <translation>Modell laden</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Checking the installation</source>
        <translation>Installation prüfen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Reading the rasters</source>
        <translation>Raster lesen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Selecting the tiles in the search area</source>
        <translation>Kacheln im Suchgebiet werden ausgewählt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Embedding tiles</source>
        <translation>Kacheln einbetten</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Reading tiles</source>
        <translation>Kacheln werden gelesen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Comparing tiles</source>
        <translation>Kacheln werden verglichen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Merging parts</source>
        <translation>Teile zusammenführen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Copying parts</source>
        <translation>Teile werden kopiert</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Verifying parts</source>
        <translation>Teile prüfen</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Writing footprints</source>
        <translation>Footprints schreiben</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Scoring tiles</source>
        <translation>Kacheln werden bewertet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Reading voice notes</source>
        <translation>Sprachnotizen werden gelesen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n raster(s)</source>
        <translation>
            <numerusform>%Ln Raster</numerusform>
            <numerusform>%Ln Raster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n check(s)</source>
        <translation>
            <numerusform>%Ln Prüfung</numerusform>
            <numerusform>%Ln Prüfungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n model(s)</source>
        <translation>
            <numerusform>%Ln Modell</numerusform>
            <numerusform>%Ln Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n step(s)</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
</context>
</TS>
