<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>qgis_scrl</name>
    <message>
        <location filename="../../qgis_scrl/answers.py"/>
        <source>Closest known phrases</source>
        <translation>Expressions connues les plus proches</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/answers.py"/>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Heard as</source>
        <translation>Compris comme</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/answers.py"/>
        <source>Understood as</source>
        <translation>Interprété comme</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/credentials.py"/>
        <source>its method is {method}</source>
        <translation>sa méthode est {method}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/changes_controller.py"/>
        <source>Writing the places…</source>
        <translation>Écriture des lieux…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/changes_controller.py"/>
        <source>The places are on the map.</source>
        <translation>Les lieux sont sur la carte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Opening the demo scene…</source>
        <translation>Ouverture de la scène de démonstration…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>The demo scene opens as soon as the engine is ready.</source>
        <translation>La scène de démonstration s&apos;ouvrira dès que le moteur sera prêt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>No imagery at hand? Try it with the demo scene: one press, three questions.</source>
        <translation>Pas d&apos;images sous la main ? Essayez avec la scène de démonstration : un clic, trois questions.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Three questions to begin with. Or ask your own, above.</source>
        <translation>Trois questions pour commencer. Ou posez la vôtre, ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>QGIS cannot open it</source>
        <translation>QGIS ne peut pas l&apos;ouvrir</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Demo scene</source>
        <translation>Scène de démonstration</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Remove the demo</source>
        <translation>Supprimer la démonstration</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Delete the demo scene and its voice index?</source>
        <translation>Supprimer la scène de démonstration et son index vocal ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>Results and answers of the demo go with them. Your own layers and voice indexes stay, and the demo can be opened again at any time.</source>
        <translation>Les résultats et les réponses de la démonstration sont supprimés aussi. Vos propres couches et index vocaux restent, et la démonstration peut être rouverte à tout moment.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>The demo&apos;s voice index is being built. Stop the build first.</source>
        <translation>L&apos;index vocal de la démonstration est en construction. Arrêtez d&apos;abord la construction.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/demo_controller.py"/>
        <source>The demo was stopped. Press the button once more, and it goes on.</source>
        <translation>La démonstration a été arrêtée. Cliquez encore une fois sur le bouton pour la poursuivre.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <source>Click a place on the map, or drag a box around it.</source>
        <translation>Cliquez sur un lieu de la carte, ou tracez un rectangle autour de lui.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <source>this place</source>
        <translation>ce lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <source>Reading the map at this place…</source>
        <translation>Lecture de la carte à cet endroit…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Press Esc to cancel.</source>
        <translation>Appuyez sur Esc pour annuler.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/example_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <location filename="../../qgis_scrl/errors.py"/>
        <location filename="../../qgis_scrl/layers/conversion.py"/>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>unknown reason</source>
        <translation>raison inconnue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/exploration_controller.py"/>
        <source>group {number} ({phrase})</source>
        <translation>groupe {number} ({phrase})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/exploration_controller.py"/>
        <source>odd place {rank}</source>
        <translation>lieu atypique {rank}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/exploration_controller.py"/>
        <source>Writing the groups…</source>
        <translation>Écriture des groupes…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/exploration_controller.py"/>
        <source>The groups are on the map.</source>
        <translation>Les groupes sont sur la carte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>It cannot be kept: {reason}.</source>
        <translation>Impossible de la garder : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>There are no recordings on this computer.</source>
        <translation>Il n’y a aucun enregistrement sur cet ordinateur.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>%n recording(s) still in use. Close other windows of QGIS, then try again.</source>
        <translation>
            <numerusform>%Ln enregistrement est encore utilisé. Fermez les autres fenêtres de QGIS, puis réessayez.</numerusform>
            <numerusform>%Ln enregistrements sont encore utilisés. Fermez les autres fenêtres de QGIS, puis réessayez.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/history_controller.py"/>
        <source>All recordings have been deleted.</source>
        <translation>Tous les enregistrements ont été supprimés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/image_controller.py"/>
        <source>{name} is in the project.</source>
        <translation>{name} est dans le projet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/image_controller.py"/>
        <source>{name} was added to the project.</source>
        <translation>{name} a été ajouté au projet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/image_controller.py"/>
        <source>{name} cannot be opened in QGIS. Check that it is still there: {path}</source>
        <translation>{name} ne peut pas être ouvert dans QGIS. Vérifiez qu’il est toujours là : {path}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/image_controller.py"/>
        <source>Opening {name}</source>
        <translation>Ouverture de {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Folder in which the copy, {name}, is to lie</source>
        <translation>Dossier où placer la copie {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Publishing voice index {name}</source>
        <translation>Publication de l’index vocal {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Copying voice index {name} to this computer</source>
        <translation>Copie de l’index vocal {name} sur cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} is published: %n tile(s). {copied} of {parts} parts were copied.</source>
        <translation>
            <numerusform>{name} est publié : %Ln tuile. {copied} parties sur {parts} ont été copiées.</numerusform>
            <numerusform>{name} est publié : %Ln tuiles. {copied} parties sur {parts} ont été copiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} is on this computer, too: %n tile(s). {copied} of {parts} parts were copied.</source>
        <translation>
            <numerusform>{name} est aussi sur cet ordinateur : %Ln tuile. {copied} parties sur {parts} ont été copiées.</numerusform>
            <numerusform>{name} est aussi sur cet ordinateur : %Ln tuiles. {copied} parties sur {parts} ont été copiées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The list of indexes has it.</source>
        <translation>Il figure dans la liste des index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Publish to a shared index</source>
        <translation>Publier dans un index partagé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Others cannot use it yet: you may make no roles in this database. Let an administrator run these statements:</source>
        <translation>Les autres ne peuvent pas encore l’utiliser : vous n’avez pas le droit de créer des rôles dans cette base. Faites exécuter ces instructions par un administrateur :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} has not been copied as a whole. The next time goes on where it was stopped.</source>
        <translation>{name} n’est pas encore entièrement copié. La prochaine fois reprendra là où la copie s’est arrêtée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Images would be lost</source>
        <translation>Des images seraient perdues</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Copy {name} all the same?</source>
        <translation>Copier {name} quand même ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>An index is being built or copied. Wait until that has finished, or stop it.</source>
        <translation>Un index est en cours de construction ou de copie. Attendez la fin de l&apos;opération, ou arrêtez-la.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Processing is switched off. Switch it on in Plugins &gt; Manage and Install Plugins….</source>
        <translation>Processing est désactivé. Activez-le dans Extensions &gt; Installer/Gérer les extensions….</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Adding to voice index {name}</source>
        <translation>Ajout à l&apos;index vocal {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Building voice index {name}</source>
        <translation>Construction de l&apos;index vocal {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Voice index {name} is ready: %n tile(s), {new} of them new, in {duration}.</source>
        <translation>
            <numerusform>L&apos;index vocal {name} est prêt : %Ln tuile (nouvelles : {new}), en {duration}.</numerusform>
            <numerusform>L&apos;index vocal {name} est prêt : %Ln tuiles (nouvelles : {new}), en {duration}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>%n image(s) left out: {reason}</source>
        <translation>
            <numerusform>%Ln image écartée : {reason}</numerusform>
            <numerusform>%Ln images écartées : {reason}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The log names the others.</source>
        <translation>Les autres figurent dans le journal.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Bands, dates or empty pixels of %n image(s) had to be decided: see Details.</source>
        <translation>
            <numerusform>Les bandes, la date ou les pixels vides de %Ln image ont dû être choisis : voyez « Détails ».</numerusform>
            <numerusform>Les bandes, les dates ou les pixels vides de %Ln images ont dû être choisis : voyez « Détails ».</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>{name} stays as it was. Embed again goes on where it was stopped.</source>
        <translation>{name} reste tel quel. « Réencoder » reprend là où il a été arrêté.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The build of {name} was stopped before anything was written.</source>
        <translation>La construction de {name} a été arrêtée avant toute écriture.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>The build of {name} was stopped. What is finished can be searched; Continue resumes the build.</source>
        <translation>La construction de {name} a été arrêtée. La partie terminée est interrogeable ; « Continuer » reprend la construction.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Large build</source>
        <translation>Construction longue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_controller.py"/>
        <source>Build voice index {name} all the same?</source>
        <translation>Construire quand même l&apos;index vocal {name} ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_dialog_controller.py"/>
        <source>Comparing tiles…</source>
        <translation>Comparaison des tuiles…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/index_dialog_controller.py"/>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/keyboard_tool.py"/>
        <source>Arrow keys and Enter take the centre of the map; press Esc to cancel.</source>
        <translation>Les flèches et Entrée prennent le centre de la carte ; Échap annule.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Click places on the map: a click or Enter is a yes, with Shift or the right button a no; U takes back, Esc leaves.</source>
        <translation>Cliquez sur des lieux de la carte : un clic ou Entrée vaut oui, avec Maj ou le bouton droit non ; U revient en arrière, Échap quitte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>No place was found here. Click inside one of the squares on the map.</source>
        <translation>Aucun lieu n&apos;a été trouvé ici. Cliquez dans l&apos;un des carrés de la carte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>{path} is not a file of answers</source>
        <translation>{path} n’est pas un fichier de réponses</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>The folder of the voice index cannot be written to; your answers are kept in {file}.</source>
        <translation>Le dossier de l’index vocal n’est pas accessible en écriture ; vos réponses sont conservées dans {file}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Your answers could not be saved ({reason}). They can be asked with until QGIS is closed; use Export answers to save them elsewhere.</source>
        <translation>Vos réponses n’ont pas pu être enregistrées ({reason}). Elles restent utilisables jusqu’à la fermeture de QGIS ; utilisez « Exporter les réponses » pour les enregistrer ailleurs.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Save as search profile</source>
        <translation>Enregistrer comme profil de recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Search profiles ({patterns})</source>
        <translation>Profils de recherche ({patterns})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Footprints (*.gpkg)</source>
        <translation>Emprises (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Pictures with COCO annotations (*.json)</source>
        <translation>Images avec annotations COCO (*.json)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Export answers</source>
        <translation>Exporter les réponses</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>Saved the search profile {file}. Ask with it under Open…, in any index of this model.</source>
        <translation>Le profil de recherche {file} a été enregistré. Utilisez-le sous « Ouvrir… », dans tout index de ce modèle.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/label_controller.py"/>
        <source>%n answer(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln réponse écrite dans {file}.</numerusform>
            <numerusform>%Ln réponses écrites dans {file}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>The file is made with the first note.</source>
        <translation>Le fichier est créé avec la première note.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>voice notes.gpkg</source>
        <translation>notes vocales.gpkg</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>New voice notes</source>
        <translation>Nouvelles notes vocales</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Open voice notes</source>
        <translation>Ouvrir des notes vocales</translation>
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
            <numerusform>%Ln d&apos;entre elles doit être réencodée avant de pouvoir être recherchée.</numerusform>
            <numerusform>%Ln d&apos;entre elles doivent être réencodées avant de pouvoir être recherchées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The engine is not ready yet</source>
        <translation>Le moteur n&apos;est pas encore prêt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Please wait a moment.</source>
        <translation>Veuillez patienter un instant.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Speak now: describe the place.</source>
        <translation>Parlez maintenant : décrivez le lieu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Listening… Recording stops when you stop speaking.</source>
        <translation>Écoute… L&apos;enregistrement s&apos;arrête quand vous cessez de parler.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Ask a question in the dock first, then search the notes with it.</source>
        <translation>Posez d&apos;abord une question dans le panneau, puis cherchez-la dans les notes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Press New to begin a file of voice notes, or Open.</source>
        <translation>Appuyez sur Nouveau pour commencer un fichier de notes vocales, ou sur Ouvrir.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>%n note(s), those that fit best first.</source>
        <translation>
            <numerusform>%Ln note, la plus pertinente d&apos;abord.</numerusform>
            <numerusform>%Ln notes, les plus pertinentes d&apos;abord.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>None fits well.</source>
        <translation>Aucune ne correspond bien.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>The note cannot be played on this computer.</source>
        <translation>La note ne peut pas être lue sur cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Delete a voice note</source>
        <translation>Supprimer une note vocale</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Delete the note “{note}”?</source>
        <translation>Supprimer la note « {note} » ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>The note and its sound are deleted from the file. This cannot be undone.</source>
        <translation>La note et son enregistrement sont supprimés du fichier. Cette action est irréversible.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>The note “{note}” and its sound have been deleted.</source>
        <translation>La note « {note} » et son enregistrement ont été supprimés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/notes_controller.py"/>
        <source>Click a place on the map.</source>
        <translation>Cliquez sur un lieu de la carte.</translation>
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
        <translation>Parlez maintenant : dites ce que vous cherchez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Listening…</source>
        <translation>Écoute en cours…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Release the button when you have finished; press Esc to cancel.</source>
        <translation>Relâchez le bouton quand vous avez fini ; appuyez sur Esc pour annuler.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Recording stops when you stop speaking; press Esc to cancel.</source>
        <translation>L&apos;enregistrement s&apos;arrête quand vous cessez de parler ; appuyez sur Esc pour annuler.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Reading {name}…</source>
        <translation>Lecture de {name}…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>{name} has been deleted or moved.</source>
        <translation>{name} a été supprimé ou déplacé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>These hits were found with it, so the search cannot be repeated.</source>
        <translation>Ces résultats ont été obtenus avec ce fichier, la recherche ne peut donc pas être relancée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>There is no polygon layer in this project.</source>
        <translation>Ce projet ne contient aucune couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Add one, or search the whole index.</source>
        <translation>Ajoutez-en une, ou recherchez dans tout l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Searching for places like {name}…</source>
        <translation>Recherche de lieux comme {name}…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Searching for {question}…</source>
        <translation>Recherche de {question}…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Say something to test the microphone.</source>
        <translation>Dites quelque chose pour tester le microphone.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Speak and say what you are looking for.</source>
        <translation>Cliquez sur « Parler » et dites ce que vous cherchez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/question_controller.py"/>
        <source>Test again</source>
        <translation>Tester à nouveau</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>HTML pages (*.html)</source>
        <translation>Pages HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>Tiles searched</source>
        <translation>Tuiles parcourues</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Minimum score</source>
        <translation>Score minimal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>The report was saved to {file}.</source>
        <translation>Le rapport a été enregistré dans {file}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>The layout “{name}” was added to the project, with a page for each place. Use Atlas &gt; Export Atlas as PDF there.</source>
        <translation>La mise en page « {name} » a été ajoutée au projet, avec une page par lieu. Utilisez-y Atlas &gt; Exporter l’atlas au format PDF.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/report_controller.py"/>
        <source>Making the report…</source>
        <translation>Création du rapport…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>This layer has no places any more.</source>
        <translation>Cette couche ne contient plus de lieux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Those of a temporary layer are lost when its project is closed. Press Search again to find them once more.</source>
        <translation>Ceux d&apos;une couche temporaire sont perdus à la fermeture de son projet. Cliquez sur « Relancer » pour les retrouver.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>No places found.</source>
        <translation>Aucun lieu trouvé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Search another area, or rephrase the question.</source>
        <translation>Recherchez dans une autre zone, ou reformulez la question.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n doubtful place(s).</source>
        <translation>
            <numerusform>%Ln lieu douteux.</numerusform>
            <numerusform>%Ln lieux douteux.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>They are not the best matches: answer some with Y or N, then press Refine below the list.</source>
        <translation>Ce ne sont pas les meilleurs résultats : répondez à quelques-uns par Y ou N, puis cliquez sur « Affiner » sous la liste.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>No place matches well; the closest ones are shown.</source>
        <translation>Aucun lieu ne correspond bien ; les plus ressemblants sont affichés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Rephrase the question, or search another area.</source>
        <translation>Reformulez la question, ou recherchez dans une autre zone.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Select one in the list to see it on the map.</source>
        <translation>Sélectionnez-en un dans la liste pour le voir sur la carte.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n weaker one(s) hidden: move the score slider to see more.</source>
        <translation>
            <numerusform>%Ln moins pertinent masqué : déplacez le curseur de score pour en voir plus.</numerusform>
            <numerusform>%Ln moins pertinents masqués : déplacez le curseur de score pour en voir plus.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>There may be more: raise the number of places under Filters.</source>
        <translation>Il y en a peut-être d’autres : augmentez le nombre de lieux sous « Filtres ».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>The %n best place(s) found.</source>
        <translation>
            <numerusform>Le %Ln meilleur lieu trouvé.</numerusform>
            <numerusform>Les %Ln meilleurs lieux trouvés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>%n place(s) found.</source>
        <translation>
            <numerusform>%Ln lieu trouvé.</numerusform>
            <numerusform>%Ln lieux trouvés.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>no. {rank}</source>
        <translation>n° {rank}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Scoring every place…</source>
        <translation>Évaluation de tous les lieux…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Scoring every place… {percent}%</source>
        <translation>Évaluation de tous les lieux… {percent} %</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Move the map slider to colour more or less of it.</source>
        <translation>Déplacez le curseur de la carte pour en colorer plus ou moins.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{percent}% of %n place(s) have a score of {limit:.2f} or more.</source>
        <translation>
            <numerusform>{percent} % de %Ln lieu ont un score d&apos;au moins {limit:.2f}.</numerusform>
            <numerusform>{percent} % des %Ln lieux ont un score d&apos;au moins {limit:.2f}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>The whole map is coloured by score.</source>
        <translation>Toute la carte est colorée selon le score.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{layer} is being edited. Save or discard the edits, then press Keep again.</source>
        <translation>La couche {layer} est en cours d&apos;édition. Enregistrez ou annulez les modifications, puis cliquez à nouveau sur « Conserver ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>Other hits are still being saved. Press Keep again in a moment.</source>
        <translation>D&apos;autres résultats sont en cours d&apos;enregistrement. Cliquez à nouveau sur « Conserver » dans un instant.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>the layer is being edited; save the edits, then press Keep</source>
        <translation>la couche est en cours d&apos;édition ; enregistrez les modifications, puis cliquez sur « Conserver »</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>QGIS cannot open the file that was written</source>
        <translation>QGIS ne peut pas ouvrir le fichier écrit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>{layer} was saved to {file}. Save the project to see it again next time.</source>
        <translation>La couche {layer} a été enregistrée dans {file}. Enregistrez le projet pour la retrouver la prochaine fois.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/results_controller.py"/>
        <source>The hits could not be saved ({reason}). They are still on the map: right-click the layer and use Export &gt; Save Features As... to save them elsewhere.</source>
        <translation>Les résultats n&apos;ont pas pu être enregistrés ({reason}). Ils sont toujours sur la carte : clic droit sur la couche, puis Exporter &gt; Sauvegarder les entités sous… pour les enregistrer ailleurs.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/saved_searches_controller.py"/>
        <source>“{name}” is asked of all imagery that is added from now on.</source>
        <translation>« {name} » sera posée à toutes les images ajoutées à partir de maintenant.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/saved_searches_controller.py"/>
        <source>It is called “{name}” now.</source>
        <translation>Elle s’appelle maintenant « {name} ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/saved_searches_controller.py"/>
        <source>“{name}” was removed.</source>
        <translation>« {name} » a été supprimée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/saved_searches_controller.py"/>
        <source>“{name}” is back.</source>
        <translation>« {name} » est rétablie.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/service_download.py"/>
        <source>{name} imagery</source>
        <translation>{name} images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>Click a place on the map to see it at all dates.</source>
        <translation>Cliquez sur un lieu de la carte pour le voir à toutes les dates.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>Looking for the tiles of this place…</source>
        <translation>Recherche des tuiles de ce lieu…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>The voice index shows this place on one date only. Add imagery of other dates to compare it.</source>
        <translation>L’index vocal ne montre ce lieu qu’à une seule date. Ajoutez des images d’autres dates pour comparer.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/time_controller.py"/>
        <source>%n date(s) of this place. Left and right go through time, and the map follows; Enter zooms in.</source>
        <translation>
            <numerusform>%Ln date de ce lieu. Gauche et droite parcourent le temps, et la carte suit ; Entrée zoome.</numerusform>
            <numerusform>%Ln dates de ce lieu. Gauche et droite parcourent le temps, et la carte suit ; Entrée zoome.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Speak or type</source>
        <translation>Parler ou saisir</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Press Speak and say in English what you are looking for, such as “white storage tanks beside a river”. Or type it and press Enter.</source>
        <translation>Cliquez sur « Parler » et dites en anglais ce que vous cherchez, par exemple « white storage tanks beside a river ». Ou saisissez-le et appuyez sur Entrée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>How sure, and how many</source>
        <translation>Quelle certitude, et combien</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>The slider above the list hides places with a low score, at once and without a new search. How many places are searched for at most is set under Filters.</source>
        <translation>Le curseur au-dessus de la liste masque les lieux de faible score, aussitôt et sans nouvelle recherche. Le nombre maximal de lieux à chercher se règle dans « Filtres ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Show an example</source>
        <translation>Montrer un exemple</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>What is hard to say can be shown: press Show me one and click it on the map, or drag a box around it.</source>
        <translation>Ce qui est difficile à dire peut être montré : cliquez sur « En montrer un », puis sur la carte, ou tracez un cadre autour.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Yes and no</source>
        <translation>Oui et non</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Answer places of the list with Y (yes) or N (no), then press Refine: the search learns what you mean.</source>
        <translation>Répondez aux lieux de la liste par Y (oui) ou N (non), puis cliquez sur « Affiner » : la recherche apprend ce que vous voulez dire.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Only here, only then</source>
        <translation>Seulement ici, seulement alors</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/tour_controller.py"/>
        <source>Under Filters the search is limited to the map extent, to polygons or to dates of the imagery.</source>
        <translation>« Filtres » limite la recherche à l&apos;emprise de la carte, à des polygones ou à des dates d&apos;acquisition.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/watch_controller.py"/>
        <source>%n new place(s) for “{name}”</source>
        <translation>
            <numerusform>%Ln nouveau lieu pour « {name} »</numerusform>
            <numerusform>%Ln nouveaux lieux pour « {name} »</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/controllers/watch_controller.py"/>
        <source>%n new place(s) for {names}</source>
        <translation>
            <numerusform>%Ln nouveau lieu pour {names}</numerusform>
            <numerusform>%Ln nouveaux lieux pour {names}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/controllers/watch_controller.py"/>
        <source>New: {name}</source>
        <translation>Nouveau : {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Clouds</source>
        <translation>Nuages</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>File size</source>
        <translation>Taille du fichier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Pixel size</source>
        <translation>Taille du pixel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Item</source>
        <translation>Élément</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Images of a catalogue (STAC)</source>
        <translation>Images d&apos;un catalogue (STAC)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Search the catalogue for images (Enter)</source>
        <translation>Rechercher des images dans le catalogue (Entrée)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Stop searching</source>
        <translation>Arrêter la recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/tiles_dialog.py"/>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Enter the address of a catalogue and press Search.</source>
        <translation>Saisissez l&apos;adresse d&apos;un catalogue et cliquez sur « Rechercher ».</translation>
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
        <translation>État</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Select all images</source>
        <translation>Sélectionner toutes les images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Select none</source>
        <translation>Ne rien sélectionner</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Select no image</source>
        <translation>Ne sélectionner aucune image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Selected images</source>
        <translation>Images sélectionnées</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Licences and notes</source>
        <translation>Licences et remarques</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Add the selected images to the imagery of the index; they stay where they are</source>
        <translation>Ajouter les images sélectionnées à celles de l&apos;index ; elles restent où elles sont</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Address of the catalogue</source>
        <translation>Adresse du catalogue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Address of a STAC API or of a static catalogue, or the path of a file catalog.json</source>
        <translation>Adresse d&apos;une API STAC ou d&apos;un catalogue statique, ou chemin d&apos;un fichier catalog.json</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Current map extent</source>
        <translation>Emprise de la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Whole catalogue</source>
        <translation>Tout le catalogue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search area</source>
        <translation>Zone de recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Where the images lie, at least in part</source>
        <translation>Où se trouvent les images, au moins en partie</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>any</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Earliest acquisition date</source>
        <translation>Date d&apos;acquisition la plus ancienne</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Only imagery acquired on this day or later</source>
        <translation>Uniquement les images acquises à cette date ou après</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Latest acquisition date</source>
        <translation>Date d&apos;acquisition la plus récente</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Only imagery acquired on this day or earlier</source>
        <translation>Uniquement les images acquises à cette date ou avant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>to</source>
        <translation>au</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Limit the cloud cover</source>
        <translation>Limiter la couverture nuageuse</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Leave cloudier images out; those that do not say how many clouds they have are kept</source>
        <translation>Écarter les images plus nuageuses ; celles qui n&apos;indiquent pas leur couverture nuageuse sont gardées</translation>
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
        <translation>Couverture nuageuse maximale</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Maximum share of an image that clouds cover</source>
        <translation>Part maximale d&apos;une image couverte par des nuages</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Collections</source>
        <translation>Collections</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>IDs of the collections to look in, separated by commas; empty: all</source>
        <translation>ID des collections où chercher, séparés par des virgules ; vide : toutes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Maximum number of images</source>
        <translation>Nombre maximal d&apos;images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Maximum number of images to list</source>
        <translation>Nombre maximal d&apos;images dans la liste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>&amp;Catalogue</source>
        <translation>&amp;Catalogue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>A&amp;rea</source>
        <translation>&amp;Zone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Dates</source>
        <translation>&amp;Dates</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>C&amp;louds</source>
        <translation>&amp;Nuages</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>C&amp;ollections</source>
        <translation>C&amp;ollections</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>&amp;Images</source>
        <translation>&amp;Images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Images found</source>
        <translation>Images trouvées</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Ticked images will be added; Space ticks or unticks one</source>
        <translation>Les images cochées seront ajoutées ; Espace coche ou décoche une image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>The first date is after the last date.</source>
        <translation>La première date est postérieure à la dernière.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Choose “Whole catalogue”, or close this window and show a place on the map.</source>
        <translation>Choisissez « Tout le catalogue », ou fermez cette fenêtre et affichez un lieu sur la carte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Searching the catalogue</source>
        <translation>Recherche dans le catalogue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>The search was stopped.</source>
        <translation>La recherche a été arrêtée.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>%n image(s) found.</source>
        <translation>
            <numerusform>%Ln image trouvée.</numerusform>
            <numerusform>%Ln images trouvées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>Choose a larger area, other dates or more clouds, and search again.</source>
        <translation>Choisissez une zone plus grande, d&apos;autres dates ou plus de nuages, et relancez la recherche.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/catalogue_dialog.py"/>
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>%Ln image sélectionnée</numerusform>
            <numerusform>%Ln images sélectionnées</numerusform>
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
        <translation>Qu’est-ce qui a changé dans {name} ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Earlier date</source>
        <translation>Première date</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Imagery of this time is compared</source>
        <translation>Les images de cette époque sont comparées</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Later date</source>
        <translation>Seconde date</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>with imagery of this time at the same places</source>
        <translation>aux images de cette époque aux mêmes lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>the picture has changed most</source>
        <translation>l’image a le plus changé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>the score of the question has risen</source>
        <translation>le score de la question a augmenté</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>the score of the question has fallen</source>
        <translation>le score de la question a diminué</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>the score of the question has risen or fallen</source>
        <translation>le score de la question a augmenté ou diminué</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Season and light, which change every place, are left out of the account. A score that has risen: no wetland then, wetland now</source>
        <translation>La saison et la lumière, qui changent tous les lieux, ne comptent pas. Un score qui a augmenté : pas de zone humide alors, une zone humide maintenant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>What has changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>A score is between 0 and 1; 0.3 is a clear change</source>
        <translation>Un score est compris entre 0 et 1 ; 0,3 est un changement net</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Least change of the score</source>
        <translation>Changement minimal du score</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>So many places are listed at most</source>
        <translation>Nombre maximal de lieux affichés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Number of places</source>
        <translation>Nombre de lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Only what the map shows</source>
        <translation>Seulement ce que montre la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Look only at tiles in the current extent of the map</source>
        <translation>Considérer seulement les tuiles dans l&apos;emprise actuelle de la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>&amp;Earlier:</source>
        <translation>&amp;Avant :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>&amp;Later:</source>
        <translation>A&amp;près :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Places &amp;where:</source>
        <translation>&amp;Lieux où :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>&amp;By at least:</source>
        <translation>D’au &amp;moins :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>&amp;Number of places:</source>
        <translation>&amp;Nombre de lieux :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Find changes</source>
        <translation>Trouver les changements</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Compare the two dates, place by place</source>
        <translation>Comparer les deux dates, lieu par lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Stop comparing tiles</source>
        <translation>Arrêter la comparaison des tuiles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Places that have changed, before and after</source>
        <translation>Lieux qui ont changé, avant et après</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Zoom to place</source>
        <translation>Zoomer sur le lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Zoom the map to the selected place (Enter)</source>
        <translation>Zoomer la carte sur le lieu sélectionné (Entrée)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Through time</source>
        <translation>À travers le temps</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Show the selected place at all dates of the voice index</source>
        <translation>Montrer le lieu sélectionné à toutes les dates de l’index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Add as layer</source>
        <translation>Ajouter comme couche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Add the places that are listed to the map</source>
        <translation>Ajouter les lieux de la liste à la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>This index has imagery of one date only. Add imagery of another date to compare them.</source>
        <translation>Cet index n’a d’images que d’une seule date. Ajoutez des images d’une autre date pour comparer.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Ask a question in the dock to compare its scores.</source>
        <translation>Posez une question dans le panneau pour comparer ses scores.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>The question: {question}</source>
        <translation>La question : {question}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>%n change(s) in {compared} places.</source>
        <translation>
            <numerusform>%Ln changement dans {compared} lieux.</numerusform>
            <numerusform>%Ln changements dans {compared} lieux.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Nothing has changed so much. Try a smaller change, or other dates.</source>
        <translation>Rien n’a autant changé. Essayez un changement plus petit, ou d’autres dates.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>{year} (%n date(s))</source>
        <translation>
            <numerusform>{year} (%Ln date)</numerusform>
            <numerusform>{year} (%Ln dates)</numerusform>
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
        <translation>sans date</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Score {before} → {after}</source>
        <translation>Score {before} → {after}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/changes_dialog.py"/>
        <source>Changed {times} times as much as most places</source>
        <translation>A changé {times} fois plus que la plupart des lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>What is in {name}?</source>
        <translation>Que contient {name} ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Into how many groups the tiles are divided, at most</source>
        <translation>Nombre maximal de groupes entre lesquels les tuiles sont réparties</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Number of groups</source>
        <translation>Nombre de groupes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>&amp;Groups:</source>
        <translation>&amp;Groupes :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Group again</source>
        <translation>Regrouper</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Group the tiles anew with these settings</source>
        <translation>Regrouper les tuiles avec ces paramètres</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Groups of tiles that look alike</source>
        <translation>Groupes de tuiles qui se ressemblent</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Search for this group</source>
        <translation>Rechercher ce groupe</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Search for places that look like the selected group (Enter)</source>
        <translation>Rechercher des lieux qui ressemblent au groupe sélectionné (Entrée)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Places least like the rest</source>
        <translation>Lieux qui ressemblent le moins au reste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>More like this</source>
        <translation>Lieux similaires</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Search for places that look like the selected one</source>
        <translation>Rechercher des lieux qui ressemblent à celui qui est sélectionné</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Least like the rest</source>
        <translation>Les plus atypiques</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Tiles that look alike, the largest group first</source>
        <translation>Tuiles qui se ressemblent, le plus grand groupe en premier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Tiles that look like no other, the oddest first</source>
        <translation>Tuiles qui ne ressemblent à aucune autre, la plus atypique en premier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Add as layers</source>
        <translation>Ajouter comme couches</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Add the tiles with a colour for each group, and those least like the rest, to the map</source>
        <translation>Ajouter à la carte les tuiles, avec une couleur par groupe, et celles qui ressemblent le moins au reste</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>%n tile(s) in {groups}.</source>
        <translation>
            <numerusform>%Ln tuile dans {groups}.</numerusform>
            <numerusform>%Ln tuiles dans {groups}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>%n group(s)</source>
        <translation>
            <numerusform>%Ln groupe</numerusform>
            <numerusform>%Ln groupes</numerusform>
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
            <numerusform>%Ln tuile</numerusform>
            <numerusform>%Ln tuiles</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <source>{number}: {phrases}</source>
        <translation>{number} : {phrases}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <source>Group {number}: {phrases}; {tiles}, {share} of all</source>
        <translation>Groupe {number} : {phrases} ; {tiles}, {share} du total</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/explore_dialog.py"/>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <source>Rank {rank}, similarity to the rest {similarity}</source>
        <translation>Rang {rank}, similarité avec le reste {similarity}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Questions of this project</source>
        <translation>Questions de ce projet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Find by words</source>
        <translation>Chercher par mots</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Show only questions with all these words: what was typed or heard, examples, the name of the voice index (Ctrl+F)</source>
        <translation>N’afficher que les questions contenant tous ces mots : texte saisi ou entendu, exemples, nom de l’index vocal (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Find questions by words</source>
        <translation>Chercher des questions par mots</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Details of the selected question</source>
        <translation>Détails de la question sélectionnée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Ask again</source>
        <translation>Reposer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Search again with this question: in the same voice index, with the same filters and answers (Enter)</source>
        <translation>Relancer la recherche avec cette question : dans le même index vocal, avec les mêmes filtres et réponses (Entrée)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Ask as text</source>
        <translation>Poser par écrit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Search with the words that were heard, because the recording has been deleted</source>
        <translation>Chercher avec les mots entendus, car l’enregistrement a été supprimé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Show its layer</source>
        <translation>Afficher sa couche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Show the layer of its results, if it is still in the project</source>
        <translation>Afficher la couche de ses résultats, si elle est encore dans le projet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Keep this question and its recording, however many others follow (K)</source>
        <translation>Garder cette question et son enregistrement, quel que soit le nombre des suivantes (K)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Remove this question from the list; its recording is deleted when this window closes (Delete)</source>
        <translation>Retirer cette question de la liste ; son enregistrement est supprimé à la fermeture de cette fenêtre (Suppr)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Bring the question that was forgotten last back (Ctrl+Z)</source>
        <translation>Rétablir la dernière question oubliée (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Bring the forgotten question back</source>
        <translation>Rétablir la question oubliée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete all recordings…</source>
        <translation>Supprimer tous les enregistrements…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete all recorded questions from this computer, of other projects, too; the list stays</source>
        <translation>Supprimer de cet ordinateur toutes les questions enregistrées, y compris celles d’autres projets ; la liste reste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>The question of this layer is not known.</source>
        <translation>La question de cette couche n’est pas connue.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete all recordings</source>
        <translation>Supprimer tous les enregistrements</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete %n recording(s), {size}?</source>
        <translation>
            <numerusform>Supprimer %Ln enregistrement, {size} ?</numerusform>
            <numerusform>Supprimer %Ln enregistrements, {size} ?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>All recorded questions of all projects are deleted from this computer, kept ones, too. This cannot be undone. The questions stay in the list, with the words that were heard.</source>
        <translation>Toutes les questions enregistrées de tous les projets sont supprimées de cet ordinateur, même celles qui sont gardées. Cette action est irréversible. Les questions restent dans la liste, avec les mots entendus.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>No question has been asked in this project yet.</source>
        <translation>Aucune question n’a encore été posée dans ce projet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>No question has these words. Delete a word to see more.</source>
        <translation>Aucune question ne contient ces mots. Effacez un mot pour en voir davantage.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>{shown} of %n question(s)</source>
        <translation>
            <numerusform>{shown} sur %Ln question</numerusform>
            <numerusform>{shown} sur %Ln questions</numerusform>
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
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>there</source>
        <translation>présent</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Sounds like: {phrases}</source>
        <translation>Ressemble à : {phrases}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Its area was too detailed to be saved: Ask again searches where the dock&apos;s filters say.</source>
        <translation>Sa zone était trop détaillée pour être enregistrée : « Reposer » cherche là où le disent les filtres du panneau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Its recording has been deleted, so it cannot be asked again as it was.</source>
        <translation>Son enregistrement a été supprimé, elle ne peut donc plus être reposée telle quelle.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Speak it again.</source>
        <translation>Énoncez-la de nouveau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Speak it again, or press Ask as text to search with the words that were heard.</source>
        <translation>Énoncez-la de nouveau, ou appuyez sur « Poser par écrit » pour chercher avec les mots entendus.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>{name} has been deleted or moved, so it cannot be asked again. Put the file back, or show another example.</source>
        <translation>{name} a été supprimé ou déplacé, la question ne peut donc pas être reposée. Remettez le fichier en place, ou montrez un autre exemple.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>{name}: {value}</source>
        <translation>{name} : {value}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Answers</source>
        <translation>Réponses</translation>
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
        <translation>Index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Asked</source>
        <translation>Posée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/history_dialog.py"/>
        <source>Kept</source>
        <translation>Gardée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Acquired</source>
        <translation>Acquisition</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>CRS</source>
        <translation>SCR</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Decisions</source>
        <translation>Choix</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Images of the voice index</source>
        <translation>Images de l&apos;index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Images that this index was built from</source>
        <translation>Images à partir desquelles cet index a été construit</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Check and repair</source>
        <translation>Vérifier et réparer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Compare all files with their checksums and remove damaged parts</source>
        <translation>Comparer tous les fichiers à leurs sommes de contrôle et retirer les parties endommagées</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Compact</source>
        <translation>Compacter</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Merge small parts so that searches open fewer files</source>
        <translation>Fusionner les petites parties pour que les recherches ouvrent moins de fichiers</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove image…</source>
        <translation>Retirer l&apos;image…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove the selected image from the index; the image file is not deleted</source>
        <translation>Retirer l&apos;image sélectionnée de l&apos;index ; le fichier image n&apos;est pas supprimé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Relocate…</source>
        <translation>Relocaliser…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Say where the image files are now, if they were moved; nothing is embedded again</source>
        <translation>Indiquer où se trouvent les fichiers image s&apos;ils ont été déplacés ; rien n&apos;est recalculé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Remove from list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove this index from the list; its folder is not deleted</source>
        <translation>Retirer cet index de la liste ; son dossier n&apos;est pas supprimé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Open the folder of the index in the file manager</source>
        <translation>Ouvrir le dossier de l&apos;index dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Voice index {name}</source>
        <translation>Index vocal {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>{title}: {text}</source>
        <translation>{title} : {text}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{tiles} (not finished)</source>
        <translation>{tiles} (inachevé)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{tiles} in {parts}</source>
        <translation>{tiles} en {parts}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n part(s)</source>
        <translation>
            <numerusform>%Ln partie</numerusform>
            <numerusform>%Ln parties</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build not finished: %n tile(s) remaining.</source>
        <translation>
            <numerusform>Construction inachevée : %Ln tuile restante.</numerusform>
            <numerusform>Construction inachevée : %Ln tuiles restantes.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{checksum} (current model)</source>
        <translation>{checksum} (modèle actuel)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{checksum} (different model; rebuild the index)</source>
        <translation>{checksum} (modèle différent ; reconstruisez l&apos;index)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Contents</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Disk space</source>
        <translation>Espace disque</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Ground sizes</source>
        <translation>Tailles au sol</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Tile overlap</source>
        <translation>Recouvrement des tuiles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Extent</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n image(s) with decisions: select one to read them.</source>
        <translation>
            <numerusform>%Ln image avec des choix : sélectionnez-la pour les lire.</numerusform>
            <numerusform>%Ln images avec des choix : sélectionnez-en une pour les lire.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Checking all files…</source>
        <translation>Vérification de tous les fichiers…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Merging small parts…</source>
        <translation>Fusion des petites parties…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove image</source>
        <translation>Retirer l&apos;image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Remove {image} from this voice index?</source>
        <translation>Retirer l&apos;image {image} de cet index vocal ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Searches will no longer find its tiles. The image file is not deleted.</source>
        <translation>Les recherches ne trouveront plus ses tuiles. Le fichier image n&apos;est pas supprimé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Removing {image}…</source>
        <translation>Retrait de l&apos;image {image}…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{image} was removed.</source>
        <translation>L&apos;image {image} a été retirée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>All images of this index are where they were.</source>
        <translation>Toutes les images de cet index sont à leur place.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Choose the folder that was {folder}</source>
        <translation>Choisir le dossier qui était {folder}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Comparing the images in {folder}…</source>
        <translation>Comparaison des images de {folder}…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n image(s) relocated.</source>
        <translation>
            <numerusform>%Ln image relocalisée.</numerusform>
            <numerusform>%Ln images relocalisées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>{image} keeps its old path: {reason}</source>
        <translation>{image} garde son ancien chemin : {reason}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>No problems found.</source>
        <translation>Aucun problème trouvé.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n problem(s) repaired.</source>
        <translation>
            <numerusform>%Ln problème réparé.</numerusform>
            <numerusform>%Ln problèmes réparés.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>Press Continue in the Voice Search panel to build removed parts again.</source>
        <translation>Cliquez sur « Continuer » dans le panneau Recherche vocale pour reconstruire les parties retirées.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n part(s) merged into {number}.</source>
        <translation>
            <numerusform>%Ln partie fusionnée en {number}.</numerusform>
            <numerusform>%Ln parties fusionnées en {number}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/index_details_dialog.py"/>
        <source>%n more problem(s)</source>
        <translation>
            <numerusform>%Ln autre problème</numerusform>
            <numerusform>%Ln autres problèmes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Reading the images…</source>
        <translation>Lecture des images…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add imagery to {index}</source>
        <translation>Ajouter des images à {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>New voice index</source>
        <translation>Nouvel index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Build estimate</source>
        <translation>Estimation de la construction</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Skipped images</source>
        <translation>Images ignorées</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Convert to GeoTIFF…</source>
        <translation>Convertir en GeoTIFF…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Let QGIS write images that only QGIS can read as GeoTIFF, and index those files</source>
        <translation>Faire écrire par QGIS en GeoTIFF les images que seul QGIS peut lire, et indexer ces fichiers</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Build</source>
        <translation>Construire</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Start the build in the background; you can already search the finished tiles</source>
        <translation>Lancer la construction en arrière-plan ; les tuiles terminées sont interrogeables aussitôt</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Converting images…</source>
        <translation>Conversion des images…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Select at least one image, or add files or a folder.</source>
        <translation>Sélectionnez au moins une image, ou ajoutez des fichiers ou un dossier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Enter one or three band numbers, such as 4 3 2.</source>
        <translation>Saisissez un ou trois numéros de bande, par exemple 4 3 2.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Enter the value of empty pixels, such as 0 or -9999.</source>
        <translation>Saisissez la valeur des pixels vides, par exemple 0 ou -9999.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Select at least one ground size.</source>
        <translation>Sélectionnez au moins une taille au sol.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Enter a name for the index.</source>
        <translation>Saisissez un nom pour l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The name must not contain any of these characters: {characters}</source>
        <translation>Le nom ne doit contenir aucun de ces caractères : {characters}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Choose a folder for the index.</source>
        <translation>Choisissez un dossier pour l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The name is too long.</source>
        <translation>Le nom est trop long.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{name} already exists in this folder. Choose another name.</source>
        <translation>{name} existe déjà dans ce dossier. Choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{folder} (folder)</source>
        <translation>{folder} (dossier)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Imagery</source>
        <translation>Images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The selected layers, files and folders will be indexed</source>
        <translation>Les couches, fichiers et dossiers sélectionnés seront indexés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add image files that are not in the project</source>
        <translation>Ajouter des fichiers image qui ne sont pas dans le projet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add all images in a folder and its subfolders</source>
        <translation>Ajouter toutes les images d&apos;un dossier et de ses sous-dossiers</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Download from map service…</source>
        <translation>Télécharger d’un service…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Download what an XYZ, WMS or WMTS layer shows in an area, to index that</source>
        <translation>Télécharger ce qu’une couche XYZ, WMS ou WMTS montre dans une zone, pour l’indexer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Colours as on the map</source>
        <translation>Couleurs de la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Index the layers in the colours in which the map shows them; otherwise, bands and contrast are chosen automatically. True colour is recognised best.</source>
        <translation>Indexer les couches dans les couleurs que montre la carte ; sinon, les bandes et le contraste sont choisis automatiquement. Les couleurs naturelles sont les mieux reconnues.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>From a catalogue (STAC)…</source>
        <translation>D&apos;un catalogue (STAC)…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Search a STAC catalogue for images, and index them where they lie</source>
        <translation>Rechercher des images dans un catalogue STAC et les indexer là où elles se trouvent</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Object size</source>
        <translation>Taille des objets</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Rasters with missing metadata</source>
        <translation>Rasters aux métadonnées manquantes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Values to use for images whose files do not contain them</source>
        <translation>Valeurs à utiliser pour les images dont les fichiers n&apos;en contiennent pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>CRS of rasters without one</source>
        <translation>SCR des rasters qui n&apos;en ont pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>CRS to assign to rasters without one</source>
        <translation>SCR à attribuer aux rasters qui n&apos;en ont pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Acquisition date of rasters without one</source>
        <translation>Date d&apos;acquisition des rasters qui n&apos;en ont pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Acquisition date of rasters whose files do not contain one</source>
        <translation>Date d&apos;acquisition des rasters dont les fichiers n&apos;en contiennent pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Bands to use</source>
        <translation>Bandes à utiliser</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>One band for grayscale, or three for red, green and blue, such as 4 3 2</source>
        <translation>Une bande pour les niveaux de gris, ou trois pour le rouge, le vert et le bleu, par exemple 4 3 2</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>found automatically</source>
        <translation>trouvés automatiquement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>of this value</source>
        <translation>de cette valeur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>only as declared in the file</source>
        <translation>seulement ceux déclarés dans le fichier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Empty pixels</source>
        <translation>Pixels vides</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Pixels that show nothing, such as -9999 or the black border of a rotated image, in rasters that do not declare them</source>
        <translation>Pixels qui ne montrent rien, comme -9999 ou le bord noir d&apos;une image tournée, dans les rasters qui ne les déclarent pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Value of empty pixels</source>
        <translation>Valeur des pixels vides</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Value of empty pixels, such as 0 or -9999</source>
        <translation>Valeur des pixels vides, par exemple 0 ou -9999</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Keep tiles of one single colour</source>
        <translation>Garder les tuiles d&apos;une seule couleur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>They show nothing, and are left out otherwise.</source>
        <translation>Elles ne montrent rien et sont sinon omises.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;CRS</source>
        <translation>&amp;SCR</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Acquisi&amp;tion date</source>
        <translation>&amp;Date d&apos;acquisition</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;Bands</source>
        <translation>&amp;Bandes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;Empty pixels</source>
        <translation>Pixels vid&amp;es</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Name of the voice index</source>
        <translation>Nom de l&apos;index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Name of the index in the Voice Search panel</source>
        <translation>Nom de l&apos;index dans le panneau Recherche vocale</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Folder for the voice index</source>
        <translation>Dossier de l&apos;index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The index does not contain the imagery itself, so it needs much less space</source>
        <translation>L&apos;index ne contient pas les images elles-mêmes, il occupe donc beaucoup moins de place</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>About this folder</source>
        <translation>À propos de ce dossier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Folder</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{program} synchronises this folder: the whole index is uploaded, and files that are being uploaded may be locked for moments. A folder outside of it is faster.</source>
        <translation>{program} synchronise ce dossier : tout l’index est envoyé sur le serveur, et des fichiers peuvent être verrouillés un instant pendant l’envoi. Un dossier situé ailleurs est plus rapide.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Images ({patterns});;All files (*)</source>
        <translation>Images ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add images</source>
        <translation>Ajouter des images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Add folder of images</source>
        <translation>Ajouter un dossier d&apos;images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Estimating…</source>
        <translation>Estimation en cours…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>None of these images can be used.</source>
        <translation>Aucune de ces images n&apos;est utilisable.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>About %n tile(s), {duration}, {size} of disk space.</source>
        <translation>
            <numerusform>Environ %Ln tuile, {duration}, {size} d&apos;espace disque.</numerusform>
            <numerusform>Environ %Ln tuiles, {duration}, {size} d&apos;espace disque.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>There are no tiles. Choose other imagery or ground sizes.</source>
        <translation>Il n&apos;y a aucune tuile. Choisissez d&apos;autres images ou d&apos;autres tailles au sol.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Skipped: {reason}</source>
        <translation>Ignorée : {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>%n more image(s) skipped</source>
        <translation>
            <numerusform>%Ln autre image ignorée</numerusform>
            <numerusform>%Ln autres images ignorées</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>{name} cannot be converted: {reason}</source>
        <translation>Impossible de convertir {name} : {reason}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Folder for the GeoTIFF files</source>
        <translation>Dossier pour les fichiers GeoTIFF</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>Converting images… {percent:.0f}%</source>
        <translation>Conversion des images… {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/new_index_dialog.py"/>
        <source>The folder {folder} cannot be created ({reason}). Choose another one.</source>
        <translation>Le dossier {folder} ne peut pas être créé ({reason}). Choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Voice notes</source>
        <translation>Notes vocales</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>File of voice notes</source>
        <translation>Fichier de notes vocales</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Begin a new GeoPackage of voice notes</source>
        <translation>Commencer un nouveau GeoPackage de notes vocales</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Open a GeoPackage of voice notes</source>
        <translation>Ouvrir un GeoPackage de notes vocales</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Add a folder of recordings whose positions are in a CSV file, a GPX track or their names</source>
        <translation>Ajouter un dossier d&apos;enregistrements dont les positions figurent dans un fichier CSV, une trace GPX ou leurs noms</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Embed again</source>
        <translation>Réencoder</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Embed the notes of another model anew, from their sound, so that they can be searched</source>
        <translation>Réencoder, à partir de leur son, les notes d&apos;un autre modèle, afin de pouvoir les rechercher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Who records the notes; kept for the next one</source>
        <translation>Qui enregistre les notes ; conservé pour la suivante</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>A title, or what else is to be kept with the next note</source>
        <translation>Un titre, ou ce qui doit être conservé avec la prochaine note</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Record a note here…</source>
        <translation>Enregistrer une note ici…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Click a place on the map, then speak; recording stops when you stop speaking</source>
        <translation>Cliquez sur un lieu de la carte, puis parlez ; l&apos;enregistrement s&apos;arrête quand vous cessez de parler</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>At the GPS position</source>
        <translation>À la position GPS</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Record a note where the GPS receiver is; needs a connection in the GPS panel</source>
        <translation>Enregistrer une note là où se trouve le récepteur GPS ; nécessite une connexion dans le panneau GPS</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Stop recording, and keep the note</source>
        <translation>Arrêter l&apos;enregistrement et conserver la note</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Which notes fit here?</source>
        <translation>Quelles notes correspondent ici ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Click a place on the map: notes are ranked by how well they describe what it looks like</source>
        <translation>Cliquez sur un lieu de la carte : les notes sont classées selon leur aptitude à décrire son aspect</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Search with the question</source>
        <translation>Chercher avec la question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Rank the notes by the question that the dock shows</source>
        <translation>Classer les notes selon la question affichée dans le panneau</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>All notes</source>
        <translation>Toutes les notes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>List all notes</source>
        <translation>Lister toutes les notes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Play the selected note, or stop it (Enter)</source>
        <translation>Lire la note sélectionnée, ou l&apos;arrêter (Entrée)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Find places like this</source>
        <translation>Trouver des lieux semblables</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Search the voice index for places that look like what the selected note describes</source>
        <translation>Chercher dans l&apos;index vocal des lieux qui ressemblent à ce que décrit la note sélectionnée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Delete the selected note and its sound (Del)</source>
        <translation>Supprimer la note sélectionnée et son enregistrement (Suppr)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>&amp;Author:</source>
        <translation>&amp;Auteur :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>Co&amp;mment:</source>
        <translation>Co&amp;mmentaire :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>No file of voice notes is open.</source>
        <translation>Aucun fichier de notes vocales n&apos;est ouvert.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/notes_dialog.py"/>
        <source>{rank}. {title} ({score})</source>
        <translation>{rank}. {title} ({score})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Saved searches of {name}</source>
        <translation>Recherches enregistrées de {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Name of the search</source>
        <translation>Nom de la recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>What the search is called when it has found something</source>
        <translation>Nom de la recherche quand elle a trouvé quelque chose</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep asking</source>
        <translation>Continuer à demander</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Ask this question of all imagery that is added to the index from now on</source>
        <translation>Poser cette question à toutes les images ajoutées à l’index à partir de maintenant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Saved</source>
        <translation>Enregistrée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Last asked</source>
        <translation>Posée la dernière fois</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Ask now</source>
        <translation>Demander maintenant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Search the whole index with the selected question (Enter)</source>
        <translation>Rechercher dans tout l’index avec la question sélectionnée (Entrée)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Give the selected search another name (F2)</source>
        <translation>Donner un autre nom à la recherche sélectionnée (F2)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Ask the selected question no more (Del)</source>
        <translation>Ne plus poser la question sélectionnée (Suppr)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Bring the search back that was removed last (Ctrl+Z)</source>
        <translation>Rétablir la dernière recherche supprimée (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Ask a question in the dock to keep asking it of imagery that is added later.</source>
        <translation>Posez une question dans le panneau pour continuer à la poser aux images ajoutées plus tard.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Your question: {question}</source>
        <translation>Votre question : {question}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>Your question: {question} (score ≥ {minimum})</source>
        <translation>Votre question : {question} (score ≥ {minimum})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/saved_searches_dialog.py"/>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>Publish {name} to a shared index</source>
        <translation>Publier {name} dans un index partagé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>Connect to a shared index</source>
        <translation>Se connecter à un index partagé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>PostgreSQL connections that are set up in QGIS: takes host, database, user and authentication configuration from one</source>
        <translation>Connexions PostgreSQL configurées dans QGIS : reprend l’hôte, la base de données, l’utilisateur et la configuration d’authentification de l’une d’elles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>Where the database is: postgresql://USER@HOST/DATABASE</source>
        <translation>Emplacement de la base de données : postgresql://UTILISATEUR@HÔTE/BASE</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>The schema of this index; made if it is missing. If it holds the index already, what is new is added</source>
        <translation>Le schéma de cet index ; créé s’il manque. S’il contient déjà l’index, ce qui est nouveau y est ajouté</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>The schema in which the index was published; if empty, that of the address</source>
        <translation>Le schéma dans lequel l’index a été publié ; s’il est vide, celui de l’adresse</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>QGIS &amp;connection:</source>
        <translation>&amp;Connexion QGIS :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>&amp;Database:</source>
        <translation>Base de &amp;données :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>&amp;Schema:</source>
        <translation>&amp;Schéma :</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>Write the address as postgresql://USER@HOST/DATABASE.</source>
        <translation>Écrivez l’adresse sous la forme postgresql://UTILISATEUR@HÔTE/BASE.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>User and password are those of QGIS&apos;s authentication configuration {authcfg}. The address holds only its name.</source>
        <translation>L’utilisateur et le mot de passe sont ceux de la configuration d’authentification {authcfg} de QGIS. L’adresse ne contient que son identifiant.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dialogs/shared_index_dialog.py"/>
        <source>The password is read from PostgreSQL&apos;s password file (pgpass) or service file. QGIS gives its own if the connection has an authentication configuration.</source>
        <translation>Le mot de passe est lu dans le fichier de mots de passe (pgpass) ou le fichier de services de PostgreSQL. Si la connexion a une configuration d’authentification, c’est QGIS qui le fournit.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Voice Search</source>
        <translation>Recherche vocale</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The engine stopped and is starting again.</source>
        <translation>Le moteur s&apos;est arrêté et redémarre.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>No voice index is selected.</source>
        <translation>Aucun index vocal n&apos;est sélectionné.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Select one above, or build a new one.</source>
        <translation>Sélectionnez-en un ci-dessus, ou construisez-en un.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is being built.</source>
        <translation>L&apos;index vocal est en cours de construction.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>It can be searched in a moment.</source>
        <translation>Il sera interrogeable dans un instant.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Press Add layers to add imagery.</source>
        <translation>Cliquez sur « Ajouter des couches » pour y ajouter des images.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Press Continue to build it.</source>
        <translation>Cliquez sur « Continuer » pour le construire.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is empty.</source>
        <translation>L&apos;index vocal est vide.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Choose or build a voice index first</source>
        <translation>Choisissez ou construisez d&apos;abord un index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>The voice index is being built; it can be searched in a moment</source>
        <translation>L&apos;index vocal est en cours de construction ; il sera interrogeable dans un instant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>A search is running; press Esc to cancel it</source>
        <translation>Une recherche est en cours ; appuyez sur Esc pour l&apos;annuler</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>Only one file can be asked with. Drop a single sound file or picture.</source>
        <translation>La recherche n&apos;accepte qu&apos;un fichier à la fois. Déposez un seul fichier audio ou une seule image.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/dock_widget.py"/>
        <source>{name} is neither a sound file nor a picture. Drop a WAV, FLAC, OGG or MP3 file, or a picture such as PNG, JPEG or TIFF.</source>
        <translation>{name} n&apos;est ni un fichier audio ni une image. Déposez un fichier WAV, FLAC, OGG ou MP3, ou une image, par exemple PNG, JPEG ou TIFF.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/collapsible_section.py"/>
        <source>Expand or collapse: {title}</source>
        <translation>Développer ou réduire : {title}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/collapsible_section.py"/>
        <source>Expand or collapse this section</source>
        <translation>Développer ou réduire cette section</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Try the demo scene</source>
        <translation>Essayer la démonstration</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Copy a small rendered scene into your profile, add it to the project, build its voice index and suggest three questions; takes less than a minute</source>
        <translation>Copier une petite scène de synthèse dans votre profil, l&apos;ajouter au projet, construire son index vocal et proposer trois questions ; prend moins d&apos;une minute</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Try it with the demo scene</source>
        <translation>Essayer avec la scène de démonstration</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Close these suggestions</source>
        <translation>Fermer ces suggestions</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Delete the demo scene and its voice index; your own layers and indexes stay</source>
        <translation>Supprimer la scène de démonstration et son index vocal ; vos propres couches et index restent</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Ask with this recording, as if you had spoken: “{text}”</source>
        <translation>Demander avec cet enregistrement, comme si vous aviez dit : « {text} »</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Spoken question: {text}</source>
        <translation>Question parlée : {text}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Ask “{text}”</source>
        <translation>Demander « {text} »</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/demo_bar.py"/>
        <source>Typed question: {text}</source>
        <translation>Question saisie : {text}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Whole index</source>
        <translation>Tout l&apos;index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search everything in the voice index</source>
        <translation>Rechercher dans tout l&apos;index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the extent of the map</source>
        <translation>Rechercher uniquement dans l&apos;emprise actuelle de la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Selected features</source>
        <translation>Entités sélectionnées</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons that are selected on the map</source>
        <translation>Rechercher uniquement dans les polygones sélectionnés sur la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Polygon layer</source>
        <translation>Couche de polygones</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons of a layer</source>
        <translation>Rechercher uniquement dans les polygones d&apos;une couche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Polygon layer to search within</source>
        <translation>Couche de polygones délimitant la recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search only within the polygons of this layer</source>
        <translation>Rechercher uniquement dans les polygones de cette couche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Maximum number of places</source>
        <translation>Nombre maximal de lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Maximum number of places to find, best matches first</source>
        <translation>Nombre maximal de lieux à trouver, les plus pertinents d&apos;abord</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Where</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>&amp;Places</source>
        <translation>&amp;Lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Change the dates under Filters.</source>
        <translation>Modifiez les dates sous « Filtres ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Filters: {summary}</source>
        <translation>Filtres : {summary}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>Search area, acquisition dates and number of places</source>
        <translation>Zone de recherche, dates d&apos;acquisition et nombre de lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, {first} to {last}</source>
        <translation>{area}, du {first} au {last}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, from {first}</source>
        <translation>{area}, à partir du {first}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/filters_panel.py"/>
        <source>{area}, until {last}</source>
        <translation>{area}, jusqu&apos;au {last}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} m</source>
        <translation>{number} m</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{number} km</source>
        <translation>{number} km</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{task}: {done} of {total}</source>
        <translation>{task} : {done} sur {total}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{task}: {done}</source>
        <translation>{task} : {done}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{rate}/s</source>
        <translation>{rate}/s</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{duration} left</source>
        <translation>reste {duration}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/formatting.py"/>
        <source>{west} to {east}, {south} to {north}</source>
        <translation>{west} à {east}, {south} à {north}</translation>
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
        <translation>{first} à {last}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>car, tree</source>
        <translation>voiture, arbre</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>house, swimming pool</source>
        <translation>maison, piscine</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>house with garden, tennis court</source>
        <translation>maison avec jardin, court de tennis</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>large building, sports field, aircraft</source>
        <translation>grand bâtiment, terrain de sport, avion</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>residential block, car park</source>
        <translation>îlot résidentiel, parking</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>village, harbour, airport terminal</source>
        <translation>village, port, aérogare</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>town district, airport</source>
        <translation>quartier, aéroport</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>town, lake</source>
        <translation>ville, lac</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>landscape</source>
        <translation>paysage</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Side of the square tiles that the imagery is cut into. Select the size of what you are looking for; several sizes find both small and large objects.</source>
        <translation>Côté des tuiles carrées dans lesquelles les images sont découpées. Sélectionnez la taille de ce que vous cherchez ; plusieurs tailles permettent de trouver à la fois petits et grands objets.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Other ground size in metres</source>
        <translation>Autre taille au sol en mètres</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Add size</source>
        <translation>Ajouter la taille</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>Add this size to the list</source>
        <translation>Ajouter cette taille à la liste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>{size}: {examples} (suggested)</source>
        <translation>{size} : {examples} (suggérée)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/ground_sizes.py"/>
        <source>{size}: {examples}</source>
        <translation>{size} : {examples}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/help_button.py"/>
        <source>Show the page of the user guide about this in the browser (F1)</source>
        <translation>Afficher la page du guide à ce sujet dans le navigateur (F1)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Best first</source>
        <translation>Meilleurs d&apos;abord</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Nearest first</source>
        <translation>Plus proches d&apos;abord</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Newest first</source>
        <translation>Plus récents d&apos;abord</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>By image</source>
        <translation>Par image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>{distance} away</source>
        <translation>à {distance}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <source>Rank {rank}, score {score}</source>
        <translation>Rang {rank}, score {score}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Your answer: yes</source>
        <translation>Votre réponse : oui</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Your answer: no</source>
        <translation>Votre réponse : non</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Acquired: {date}</source>
        <translation>Acquisition : {date}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Acquisition date unknown</source>
        <translation>Date d&apos;acquisition inconnue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Ground size: {size}</source>
        <translation>Taille au sol : {size}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Distance from the map centre: {distance}</source>
        <translation>Distance au centre de la carte : {distance}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Places found</source>
        <translation>Lieux trouvés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Zoom the map to this place</source>
        <translation>Zoomer la carte sur ce lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Search for places that look like this one</source>
        <translation>Rechercher des lieux qui ressemblent à celui-ci</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Show this place at all dates of the voice index</source>
        <translation>Montrer ce lieu à toutes les dates de l’index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Add its image as a layer</source>
        <translation>Ajouter son image comme couche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Add the whole raster of this place to the project</source>
        <translation>Ajouter au projet le raster entier de ce lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Rank your voice notes by how well they describe this place</source>
        <translation>Classer vos notes vocales selon leur aptitude à décrire ce lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Yes, this is it</source>
        <translation>Oui, c’est cela</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>No, this is not it</source>
        <translation>Non, ce n’est pas cela</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Remove the answer</source>
        <translation>Retirer la réponse</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>This place is neither a yes nor a no</source>
        <translation>Ce lieu n’est ni un oui ni un non</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Copy coordinates ({position})</source>
        <translation>Copier les coordonnées ({position})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Latitude and longitude of the centre (WGS 84)</source>
        <translation>Latitude et longitude du centre (WGS 84)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>Yes: more like this when you press Refine (Y)</source>
        <translation>Oui : davantage de lieux semblables après « Affiner » (Y)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/hit_list.py"/>
        <source>No: nothing like this when you press Refine (N)</source>
        <translation>Non : rien de semblable après « Affiner » (N)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>New index…</source>
        <translation>Nouvel index…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build a voice index from layers, files or a folder</source>
        <translation>Construire un index vocal à partir de couches, de fichiers ou d&apos;un dossier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Contents of the voice index</source>
        <translation>Contenu de l&apos;index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add layers</source>
        <translation>Ajouter des couches</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add imagery to this index; imagery already in it is not processed again</source>
        <translation>Ajouter des images à cet index ; les images qu&apos;il contient déjà ne sont pas traitées à nouveau</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>What is in here?</source>
        <translation>Que contient-il ?</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Group the tiles of this index by what they look like, and find those that are least like the rest; no question is needed</source>
        <translation>Regrouper les tuiles de cet index selon leur aspect et trouver celles qui ressemblent le moins au reste ; sans poser de question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>More about this index: its dates, what has changed, saved searches, footprints, details, tour</source>
        <translation>Plus sur cet index : ses dates, ce qui a changé, recherches enregistrées, emprises, détails, visite</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>More about this index</source>
        <translation>Plus sur cet index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show the user guide in the browser (F1)</source>
        <translation>Afficher le guide dans le navigateur (F1)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Through time…</source>
        <translation>À travers le temps…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Click a place on the map to see it at all dates of this index</source>
        <translation>Cliquer sur un lieu de la carte pour le voir à toutes les dates de cet index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>What has changed…</source>
        <translation>Ce qui a changé…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Compare two dates of this index, place by place</source>
        <translation>Comparer deux dates de cet index, lieu par lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Saved searches…</source>
        <translation>Recherches enregistrées…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Questions that are asked of all imagery that is added to this index</source>
        <translation>Questions posées à toutes les images ajoutées à cet index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show footprints</source>
        <translation>Afficher les emprises</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Add a layer that shows where this index has imagery</source>
        <translation>Ajouter une couche montrant où cet index contient des images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Details…</source>
        <translation>Détails…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show the contents of this index; check and repair it</source>
        <translation>Afficher le contenu de cet index ; le vérifier et le réparer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Publish to a shared index…</source>
        <translation>Publier dans un index partagé…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Copy this index into a PostgreSQL database, where a team can search it</source>
        <translation>Copier cet index dans une base PostgreSQL, où une équipe peut y chercher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Copy to this computer…</source>
        <translation>Copier sur cet ordinateur…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Copy this shared index into a folder, where it needs no database</source>
        <translation>Copier cet index partagé dans un dossier, où il n’a pas besoin de base de données</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Show the tour</source>
        <translation>Afficher la visite</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Five hints about this panel, one after the other</source>
        <translation>Cinq conseils sur ce panneau, l&apos;un après l&apos;autre</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Record notes at places, listen to them, and find those that fit a place or a question</source>
        <translation>Enregistrer des notes en des lieux, les écouter et trouver celles qui correspondent à un lieu ou à une question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue the build where it stopped</source>
        <translation>Reprendre la construction là où elle s&apos;est arrêtée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Continue the unfinished build</source>
        <translation>Reprendre la construction inachevée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Embed the same imagery with the installed model, with the same settings; the index is replaced when all is done</source>
        <translation>Réencoder les mêmes images avec le modèle installé et les mêmes réglages ; l&apos;index est remplacé quand tout est terminé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop the build</source>
        <translation>Arrêter la construction</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Choose a voice index</source>
        <translation>Choisir un index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>database</source>
        <translation>base de données</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Open another index…</source>
        <translation>Ouvrir un autre index…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Connect to a shared index…</source>
        <translation>Se connecter à un index partagé…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>{name}: starting…</source>
        <translation>{name} : démarrage…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Progress of the copy</source>
        <translation>Avancement de la copie</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Progress of the copy; you can go on searching</source>
        <translation>Avancement de la copie ; vous pouvez continuer à chercher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop copying</source>
        <translation>Arrêter la copie</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop copying; the next time goes on where it was stopped</source>
        <translation>Arrêter la copie ; la prochaine fois reprendra là où elle s’est arrêtée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build progress</source>
        <translation>Progression de la construction</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Build progress; you can already search the finished tiles</source>
        <translation>Progression de la construction ; les tuiles terminées sont déjà interrogeables</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stop the build; finished tiles are kept and you can continue later</source>
        <translation>Arrêter la construction ; les tuiles terminées sont conservées et vous pourrez continuer plus tard</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>{name}: {progress}</source>
        <translation>{name} : {progress}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stopping; what is copied is kept…</source>
        <translation>Arrêt en cours ; ce qui est copié est conservé…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Stopping; finished tiles are kept…</source>
        <translation>Arrêt en cours ; les tuiles terminées sont conservées…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Open voice index (folder NAME.scrl)</source>
        <translation>Ouvrir un index vocal (dossier NAME.scrl)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Choose the voice index to search</source>
        <translation>Choisir l&apos;index vocal à interroger</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>%n tile(s) of {sizes}</source>
        <translation>
            <numerusform>%Ln tuile de {sizes}</numerusform>
            <numerusform>%Ln tuiles de {sizes}</numerusform>
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
    <message>
        <location filename="../../qgis_scrl/dock/widgets/index_bar.py"/>
        <source>Built with a different model. Embed it again to search it.</source>
        <translation>Construit avec un autre modèle. Réencodez-le pour y chercher.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Refine</source>
        <translation>Affiner</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Search again with your answers: more like what got a yes, nothing that got a no</source>
        <translation>Rechercher à nouveau avec vos réponses : davantage de ce qui a reçu un oui, rien de ce qui a reçu un non</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Refine the question with your answers</source>
        <translation>Affiner la question avec vos réponses</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Answer on the map; undo, clear, save or export your answers</source>
        <translation>Répondre sur la carte ; annuler, effacer, enregistrer ou exporter vos réponses</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Show doubtful ones</source>
        <translation>Afficher les douteux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Show the places about which the question is least sure: answers teach most there</source>
        <translation>Afficher les lieux où la question est la moins sûre : c’est là que les réponses apprennent le plus</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Yes / No on the map</source>
        <translation>Oui / Non sur la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Click places on the map: a click is a yes, Shift+click or a right click a no; Esc leaves</source>
        <translation>Cliquez sur des lieux de la carte : un clic vaut oui, Maj+clic ou un clic droit non ; Échap quitte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Undo the last answer</source>
        <translation>Annuler la dernière réponse</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>In the list: U, Backspace or Ctrl+Z</source>
        <translation>Dans la liste : U, Retour arrière ou Ctrl+Z</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Clear answers</source>
        <translation>Effacer les réponses</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Take back all answers to this question; this can be undone</source>
        <translation>Retirer toutes les réponses à cette question ; cela peut être annulé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Save as search profile…</source>
        <translation>Enregistrer comme profil de recherche…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Save the question with what it has learned as a small file, for other indexes and colleagues</source>
        <translation>Enregistrer la question avec ce qu’elle a appris dans un petit fichier, pour d’autres index et des collègues</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Export answers…</source>
        <translation>Exporter les réponses…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Write the answers as training data: footprints (GeoPackage) or pictures (COCO)</source>
        <translation>Écrire les réponses comme données d’entraînement : emprises (GeoPackage) ou images (COCO)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>{yes} yes, {no} no</source>
        <translation>{yes} oui, {no} non</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/label_bar.py"/>
        <source>Answer places with Y (yes) or N (no), then press Refine.</source>
        <translation>Répondez aux lieux par Y (oui) ou N (non), puis cliquez sur « Affiner ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/new_places_bar.py"/>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/new_places_bar.py"/>
        <source>Add the new places to the map as a layer; after that they are no longer new</source>
        <translation>Ajouter les nouveaux lieux à la carte dans une couche ; ensuite, ils ne sont plus nouveaux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/new_places_bar.py"/>
        <source>Show new places</source>
        <translation>Afficher les nouveaux lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_box.py"/>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Double weight</source>
        <translation>Poids double</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Normal weight</source>
        <translation>Poids normal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Half weight</source>
        <translation>Demi-poids</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Not this</source>
        <translation>Pas ceci</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>not</source>
        <translation>pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>not ×{weight}</source>
        <translation>pas ×{weight}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>heard: {phrase}</source>
        <translation>entendu : {phrase}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>spoken</source>
        <translation>oral</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>search profile</source>
        <translation>profil de recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>like {name}</source>
        <translation>comme {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>an example</source>
        <translation>un exemple</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>a place</source>
        <translation>un lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>typed</source>
        <translation>saisi</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>How much this counts: choose another weight, or “Not this”</source>
        <translation>Importance de cet élément : choisissez un autre poids, ou « Pas ceci »</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Weight of {part}: {weight}</source>
        <translation>Poids de {part} : {weight}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Remove from the question (Del)</source>
        <translation>Retirer de la question (Suppr)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Remove {part}</source>
        <translation>Retirer {part}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Add what you speak, type or show next to this question.
Or hold Ctrl while you press Enter, click the map or drop a file.</source>
        <translation>Ajouter à cette question ce que vous direz, saisirez ou montrerez ensuite.
Ou maintenez Ctrl en appuyant sur Entrée, en cliquant sur la carte ou en déposant un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Add to the question</source>
        <translation>Ajouter à la question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Undo: ask the previous question again (Ctrl+Z)</source>
        <translation>Annuler : reposer la question précédente (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>Back to the previous question</source>
        <translation>Revenir à la question précédente</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_chips.py"/>
        <source>The question</source>
        <translation>La question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Clear (Esc)</source>
        <translation>Effacer (Échap)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Clear what is typed</source>
        <translation>Effacer le texte saisi</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Type a question</source>
        <translation>Saisir une question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Type what to add</source>
        <translation>Saisissez ce qu&apos;il faut ajouter</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Or type: storage tanks</source>
        <translation>Ou saisissez : storage tanks</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/question_field.py"/>
        <source>Type in English what you are looking for, and press Enter.
Ctrl+Enter adds it to the question that is shown.</source>
        <translation>Saisissez en anglais ce que vous cherchez, puis appuyez sur Entrée.
Ctrl+Entrée l&apos;ajoute à la question affichée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>The recording has been deleted, or cannot be played on this computer</source>
        <translation>L&apos;enregistrement a été supprimé, ou ne peut pas être lu sur cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Stop playback</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Play the question</source>
        <translation>Écouter la question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Asked: {moment}</source>
        <translation>Question posée : {moment}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Ask</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Search again with this question</source>
        <translation>Relancer la recherche avec cette question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Ask again: {question} ({moment})</source>
        <translation>Reposer la question : {question} ({moment})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>Recent questions</source>
        <translation>Questions récentes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recent_questions.py"/>
        <source>There are no recent questions.</source>
        <translation>Il n&apos;y a aucune question récente.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recognised_phrases.py"/>
        <source>Known phrases that are closest to your question, closest first.
Click one to search for it instead of what was heard (or Tab, then Enter).</source>
        <translation>Expressions connues les plus proches de votre question, la plus proche d&apos;abord.
Cliquez sur l&apos;une d&apos;elles (ou Tab, puis Entrée) pour la chercher à la place de ce qui a été entendu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/recognised_phrases.py"/>
        <source>Recognised phrases</source>
        <translation>Expressions reconnues</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Order of the list; distances are measured from the centre of the map</source>
        <translation>Ordre de la liste ; les distances sont mesurées depuis le centre de la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Order of the list</source>
        <translation>Ordre de la liste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Hide results with a lower score in the list and on the map, without a new search</source>
        <translation>Masquer les résultats de score inférieur dans la liste et sur la carte, sans nouvelle recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Also show results with a lower score: moves the score slider to its minimum</source>
        <translation>Afficher aussi les résultats de score inférieur : place le curseur de score au minimum</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Colour only places with at least this score on the map, without a new search</source>
        <translation>Ne colorer sur la carte que les lieux ayant au moins ce score, sans nouvelle recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Minimum score of the coloured map</source>
        <translation>Score minimal de la carte colorée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Search for places that look like the selected one (M)</source>
        <translation>Rechercher des lieux qui ressemblent à celui qui est sélectionné (M)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Find more places like the selected one</source>
        <translation>Trouver d&apos;autres lieux comme celui qui est sélectionné</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Search again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Repeat this search with the same question, voice index and filters</source>
        <translation>Relancer cette recherche avec la même question, le même index vocal et les mêmes filtres</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Repeat this search</source>
        <translation>Relancer cette recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Colour map</source>
        <translation>Colorer la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Colour the whole map: every place of the voice index by its score for this question</source>
        <translation>Colorer toute la carte : chaque lieu de l&apos;index vocal selon son score pour cette question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Colour the whole map by score</source>
        <translation>Colorer toute la carte selon le score</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Ask this question of all imagery that is added to the voice index from now on</source>
        <translation>Poser cette question à toutes les images ajoutées à l’index vocal à partir de maintenant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep asking this question</source>
        <translation>Continuer à poser cette question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Save these results to a GeoPackage next to the voice index</source>
        <translation>Enregistrer ces résultats dans un GeoPackage à côté de l&apos;index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Keep these results</source>
        <translation>Conserver ces résultats</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Make a report of these results: an HTML page with pictures, or a print layout</source>
        <translation>Faire un rapport de ces résultats : une page HTML avec images, ou une mise en page</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Make a report of these results</source>
        <translation>Faire un rapport de ces résultats</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>HTML page…</source>
        <translation>Page HTML…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>One file with pictures and a map, which opens without a network</source>
        <translation>Un seul fichier avec images et carte, qui s’ouvre sans réseau</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Print layout</source>
        <translation>Mise en page</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>An atlas with a page for each place, for printing and for PDF</source>
        <translation>Un atlas avec une page par lieu, pour l’impression et le PDF</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Remove all temporary layers of the voice search from the project</source>
        <translation>Retirer du projet toutes les couches temporaires de la recherche vocale</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Remove all temporary result layers</source>
        <translation>Retirer toutes les couches temporaires de résultats</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Places found will be listed here and shown on the map.</source>
        <translation>Les lieux trouvés seront listés ici et affichés sur la carte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Temporary layer</source>
        <translation>Couche temporaire</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>This layer is lost when QGIS is closed unless you keep it</source>
        <translation>Cette couche sera perdue à la fermeture de QGIS si vous ne la conservez pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Saved layer</source>
        <translation>Couche enregistrée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>This layer is stored in a file</source>
        <translation>Cette couche est stockée dans un fichier</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>%n place(s)</source>
        <translation>
            <numerusform>%Ln lieu</numerusform>
            <numerusform>%Ln lieux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>{shown} of %n place(s)</source>
        <translation>
            <numerusform>{shown} sur %Ln lieu</numerusform>
            <numerusform>{shown} sur %Ln lieux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Show %n hidden place(s) with a lower score</source>
        <translation>
            <numerusform>Afficher %Ln lieu masqué de score inférieur</numerusform>
            <numerusform>Afficher %Ln lieux masqués de score inférieur</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Map ≥ {minimum}</source>
        <translation>Carte ≥ {minimum}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/results_panel.py"/>
        <source>Score ≥ {minimum}</source>
        <translation>Score ≥ {minimum}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set-up progress</source>
        <translation>Progression de l&apos;installation</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set-up step</source>
        <translation>Étape de l&apos;installation</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Use NVIDIA GPU (3 GB)</source>
        <translation>Utiliser le GPU NVIDIA (3 Go)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Install the packages with CUDA, which builds indexes faster on an NVIDIA graphics card. Otherwise the processor (CPU) is used.</source>
        <translation>Installer les paquets avec CUDA, pour construire les index plus vite avec une carte graphique NVIDIA. Sinon, le processeur (CPU) est utilisé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up now</source>
        <translation>Installer maintenant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Download the packages and set up the engine</source>
        <translation>Télécharger les paquets et installer le moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up with demo</source>
        <translation>Installer avec démo</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up the engine, then open a small rendered scene with three questions</source>
        <translation>Installer le moteur, puis ouvrir une petite scène de synthèse avec trois questions</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up and try the demo scene</source>
        <translation>Installer et essayer la scène de démonstration</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Use my own Python…</source>
        <translation>Utiliser mon Python…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the Python of an environment that contains the engine&apos;s packages</source>
        <translation>Choisir le Python d&apos;un environnement qui contient les paquets du moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Install offline…</source>
        <translation>Installer hors ligne…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Set up the engine without internet access, from a folder of wheels</source>
        <translation>Installer le moteur sans accès à Internet, à partir d&apos;un dossier de wheels</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Continue where the set-up stopped</source>
        <translation>Reprendre l&apos;installation là où elle s&apos;est arrêtée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Stop the set-up; downloaded files are kept</source>
        <translation>Arrêter l&apos;installation ; les fichiers téléchargés sont conservés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Open the log of the set-up</source>
        <translation>Ouvrir le journal de l&apos;installation</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the Python executable</source>
        <translation>Choisir l&apos;exécutable Python</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Choose the folder with the engine&apos;s wheels</source>
        <translation>Choisir le dossier contenant les wheels du moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>The set-up of the engine is not finished. It continues where it stopped.</source>
        <translation>L&apos;installation du moteur n&apos;est pas terminée. Elle reprendra là où elle s&apos;est arrêtée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>The engine is not installed yet.</source>
        <translation>Le moteur n&apos;est pas encore installé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Voice Search uses neural networks. They run on this computer in their own Python environment; the Python packages of QGIS are not changed.</source>
        <translation>La recherche vocale utilise des réseaux de neurones. Ils fonctionnent sur cet ordinateur, dans leur propre environnement Python ; les paquets Python de QGIS ne sont pas modifiés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Looking for a suitable Python…</source>
        <translation>Recherche d&apos;un Python adapté…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>This takes a few seconds.</source>
        <translation>Cela prend quelques secondes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Checking your Python…</source>
        <translation>Vérification de votre Python…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>Setting up the engine…</source>
        <translation>Installation du moteur…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>You can keep working in QGIS and close this panel.</source>
        <translation>Vous pouvez continuer à travailler dans QGIS et fermer ce panneau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>There are no packages for this platform. Use your own Python.</source>
        <translation>Il n&apos;existe pas de paquets pour cette plateforme. Utilisez votre propre Python.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/setup_panel.py"/>
        <source>About {download} will be downloaded once (from {hosts}). About {disk} of disk space will be used in {folder}.</source>
        <translation>Environ {download} à télécharger une seule fois (depuis {hosts}). Environ {disk} d&apos;espace disque seront utilisés dans {folder}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Speak</source>
        <translation>Parler</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop recording and search (Esc cancels)</source>
        <translation>Arrêter l&apos;enregistrement et rechercher (Esc pour annuler)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop recording and search</source>
        <translation>Arrêter l&apos;enregistrement et rechercher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Press and say what you are looking for; recording stops when you stop speaking.
Or hold the button down while you speak.</source>
        <translation>Cliquez et dites ce que vous cherchez ; l&apos;enregistrement s&apos;arrête quand vous cessez de parler.
Ou maintenez le bouton enfoncé pendant que vous parlez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Speak a question</source>
        <translation>Poser une question à la voix</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Input level of the microphone</source>
        <translation>Niveau d&apos;entrée du microphone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Input level</source>
        <translation>Niveau d&apos;entrée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>{level} dB</source>
        <translation>{level} dB</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Time left to start speaking, or to finish</source>
        <translation>Temps restant pour commencer à parler, ou pour finir</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Choose and test the microphone</source>
        <translation>Choisir et tester le microphone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a file: a recording, a picture or a search profile.
You can also drop one onto this panel.</source>
        <translation>Rechercher avec un fichier : un enregistrement, une image ou un profil de recherche.
Vous pouvez aussi le déposer sur ce panneau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a file</source>
        <translation>Rechercher avec un fichier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Show me one</source>
        <translation>En montrer un</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Click a place on the map, or drag a box around it, to find more places like it.
It may be on any image layer, even outside the voice index. Hold Ctrl to add it to the question.</source>
        <translation>Cliquez sur un lieu de la carte, ou tracez un rectangle autour de lui, pour trouver des lieux semblables.
Il peut se trouver sur n&apos;importe quelle couche d&apos;images, même hors de l&apos;index vocal. Maintenez Ctrl pour l&apos;ajouter à la question.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Show an example on the map</source>
        <translation>Montrer un exemple sur la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Ask again: listen to your recent questions and search with them once more</source>
        <translation>Reposer une question : écouter les questions récentes et relancer la recherche avec l&apos;une d&apos;elles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Ask a recent question again</source>
        <translation>Reposer une question récente</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>All questions of this project: find, ask again, keep or forget them</source>
        <translation>Toutes les questions de ce projet : les chercher, reposer, garder ou oublier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>All questions of this project</source>
        <translation>Toutes les questions de ce projet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>A recording is being made</source>
        <translation>Un enregistrement est en cours</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Stop test</source>
        <translation>Arrêter le test</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>System default</source>
        <translation>Par défaut (système)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>{microphone} (not connected)</source>
        <translation>{microphone} (non connecté)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Use this microphone</source>
        <translation>Utiliser ce microphone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Searching for microphones…</source>
        <translation>Recherche de microphones…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>No microphone found</source>
        <translation>Aucun microphone trouvé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Test microphone</source>
        <translation>Tester le microphone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Speak for three seconds to check that the microphone records you</source>
        <translation>Parler pendant trois secondes pour vérifier que le microphone vous enregistre</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Recording…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with an audio file (WAV, FLAC, OGG, MP3)</source>
        <translation>Rechercher avec un fichier audio (WAV, FLAC, OGG, MP3)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Picture…</source>
        <translation>Image…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search for places that look like a picture (PNG, JPEG, TIFF or another raster file)</source>
        <translation>Rechercher des lieux qui ressemblent à une image (PNG, JPEG, TIFF ou un autre fichier raster)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search profile…</source>
        <translation>Profil de recherche…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a question that has learned from yes and no</source>
        <translation>Rechercher avec une question qui a appris de vos oui et non</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation>Fichiers audio ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Open recording</source>
        <translation>Ouvrir un enregistrement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Pictures ({patterns});;All files (*)</source>
        <translation>Images ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a picture</source>
        <translation>Rechercher avec une image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search profiles ({patterns});;All files (*)</source>
        <translation>Profils de recherche ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/speak_panel.py"/>
        <source>Search with a search profile</source>
        <translation>Rechercher avec un profil de recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>There is no voice index yet.</source>
        <translation>Il n&apos;y a pas encore d&apos;index vocal.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Build one from your imagery, then search it by voice as often as you like.</source>
        <translation>Construisez-en un à partir de vos images, puis interrogez-le à la voix aussi souvent que vous le souhaitez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Starting the engine…</source>
        <translation>Démarrage du moteur…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>This takes a few seconds. Meanwhile you can choose a voice index.</source>
        <translation>Cela prend quelques secondes. En attendant, vous pouvez choisir un index vocal.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Ready.</source>
        <translation>Prêt.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Press Speak and say in English what you are looking for, or type it.</source>
        <translation>Cliquez sur « Parler » et dites en anglais ce que vous cherchez, ou saisissez-le.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Opening the microphone…</source>
        <translation>Ouverture du microphone…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Searching…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Search finished.</source>
        <translation>Recherche terminée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Select a place in the list to show it on the map.</source>
        <translation>Sélectionnez un lieu dans la liste pour l&apos;afficher sur la carte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Something went wrong.</source>
        <translation>Une erreur s&apos;est produite.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/status_banner.py"/>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Working</source>
        <translation>Traitement en cours</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Through Time</source>
        <translation>À travers le temps</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>The place at each date, the earliest first</source>
        <translation>Le lieu à chaque date, la plus ancienne d’abord</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/time_panel.py"/>
        <source>Score for the question: {score}</source>
        <translation>Score pour la question : {score}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Show the hint before</source>
        <translation>Afficher le conseil précédent</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Show no more hints (Esc); the tour stays in the menu beside the voice index</source>
        <translation>Ne plus afficher de conseils (Échap) ; la visite reste dans le menu à côté de l&apos;index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Skip the tour</source>
        <translation>Passer la visite</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>End the tour</source>
        <translation>Terminer la visite</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Show the next hint</source>
        <translation>Afficher le conseil suivant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/tour_panel.py"/>
        <source>Hint {number} of {count}: {title}</source>
        <translation>Conseil {number} sur {count} : {title}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Waveform</source>
        <translation>Forme d&apos;onde</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Waveform of the recording</source>
        <translation>Forme d&apos;onde de l&apos;enregistrement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Level {level}, speech detected</source>
        <translation>Niveau {level}, parole détectée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/dock/widgets/waveform.py"/>
        <source>Level {level}, waiting for speech</source>
        <translation>Niveau {level}, en attente de parole</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/engine_client.py"/>
        <source>{problem} It is starting again.</source>
        <translation>{problem} Il redémarre.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/history.py"/>
        <source>Like examples</source>
        <translation>Comme des exemples</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/history.py"/>
        <source>Spoken question</source>
        <translation>Question orale</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/history.py"/>
        <source>Like {name}</source>
        <translation>Comme {name}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>No microphone can be used, only recordings can be opened: {reason}. This needs the package sounddevice and, on Debian and Ubuntu, `sudo apt install libportaudio2`.</source>
        <translation>Aucun microphone n&apos;est utilisable, seuls des enregistrements peuvent être ouverts : {reason}. Il faut le paquet sounddevice et, sous Debian et Ubuntu, `sudo apt install libportaudio2`.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>STAC catalogues cannot be searched: {reason}. This needs the package pystac-client.</source>
        <translation>Les catalogues STAC ne peuvent pas être interrogés : {reason}. Le paquet pystac-client est nécessaire.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Finding a suitable Python</source>
        <translation>Recherche d&apos;un Python adapté</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Creating the environment</source>
        <translation>Création de l&apos;environnement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Downloading packages</source>
        <translation>Téléchargement des paquets</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Installing packages</source>
        <translation>Installation des paquets</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Preparing torchaudio</source>
        <translation>Préparation de torchaudio</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Preparing Annoy</source>
        <translation>Préparation d&apos;Annoy</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Checking packages</source>
        <translation>Vérification des paquets</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Testing the engine</source>
        <translation>Test du moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{step}: {detail}</source>
        <translation>{step} : {detail}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{step} ({done} of {total})</source>
        <translation>{step} ({done} sur {total})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>exit code {code}</source>
        <translation>code de sortie {code}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Cancelled. Downloaded files are kept.</source>
        <translation>Annulé. Les fichiers téléchargés sont conservés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Writing files</source>
        <translation>Écriture des fichiers</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{path} is not a usable Python: {reason}.</source>
        <translation>{path} n&apos;est pas un Python utilisable : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Choose the Python executable (python or python.exe) of an environment that contains the engine&apos;s packages.</source>
        <translation>Choisissez l&apos;exécutable Python (python ou python.exe) d&apos;un environnement qui contient les paquets du moteur.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>the lock file cannot be created</source>
        <translation>le fichier de verrouillage ne peut pas être créé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Python {version}</source>
        <translation>Python {version}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>the file does not exist</source>
        <translation>le fichier n&apos;existe pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>unexpected output</source>
        <translation>sortie inattendue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>checking the installed packages</source>
        <translation>vérification des paquets installés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The folder of wheels {folder} cannot be read: {reason}.</source>
        <translation>Le dossier de wheels {folder} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Choose the folder again.</source>
        <translation>Choisissez à nouveau le dossier.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The folder {folder} lacks %n wheel(s) that this computer needs: {packages}.</source>
        <translation>
            <numerusform>Il manque au dossier {folder} %Ln wheel nécessaire à cet ordinateur : {packages}.</numerusform>
            <numerusform>Il manque au dossier {folder} %Ln wheels nécessaires à cet ordinateur : {packages}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Add them to the folder, then press Try again; the user guide explains how to download them.</source>
        <translation>Ajoutez les fichiers manquants au dossier, puis cliquez sur « Réessayer » ; le guide de l&apos;utilisateur explique comment les télécharger.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>%n small package(s)</source>
        <translation>
            <numerusform>%Ln petit paquet</numerusform>
            <numerusform>%Ln petits paquets</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>Annoy could not be installed: searches are exact, but slower in large indexes.</source>
        <translation>Annoy n&apos;a pas pu être installé : les recherches sont exactes, mais plus lentes dans les grands index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/installer.py"/>
        <source>The engine is installed but does not respond: {reason}</source>
        <translation>Le moteur est installé mais ne répond pas : {reason}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>{name} instead of CPython</source>
        <translation>{name} au lieu de CPython</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>32-bit</source>
        <translation>32 bits</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>Python {version} instead of {versions}</source>
        <translation>Python {version} au lieu de {versions}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>no packages for this processor type ({machine})</source>
        <translation>aucun paquet pour ce type de processeur ({machine})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>glibc 2.28 or later is required; found: {libc}</source>
        <translation>glibc 2.28 ou ultérieure requise ; trouvé : {libc}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>macOS 14 or later is required; found: {version}</source>
        <translation>macOS 14 ou ultérieur requis ; trouvé : {version}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/interpreters.py"/>
        <source>its module venv is missing</source>
        <translation>son module venv est absent</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Set up with this Python</source>
        <translation>Installer avec ce Python</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Free some space, then press Try again. Downloaded files are kept.</source>
        <translation>Libérez de l&apos;espace, puis cliquez sur « Réessayer ». Les fichiers téléchargés sont conservés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The file of {package} does not match its checksum: it was damaged in transit, or a proxy or mirror delivers another build.</source>
        <translation>Le fichier de {package} ne correspond pas à sa somme de contrôle : il a été endommagé pendant le transfert, ou un proxy ou un miroir fournit une autre version.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again. If it happens again, contact the administrator of the proxy or mirror.</source>
        <translation>Cliquez sur « Réessayer ». Si cela se reproduit, contactez l&apos;administrateur du proxy ou du miroir.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The proxy refused the connection.</source>
        <translation>Le proxy a refusé la connexion.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check Settings &gt; Options &gt; Network &gt; Use proxy for web access (host, port, user, password), then press Try again; or install from local wheels.</source>
        <translation>Vérifiez Préférences &gt; Options &gt; Réseau &gt; Utiliser un proxy pour l&apos;accès Internet (hôte, port, utilisateur, mot de passe), puis cliquez sur « Réessayer » ; ou installez à partir de wheels locaux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The certificate of the server is not trusted by this computer, as is common in corporate networks.</source>
        <translation>Cet ordinateur ne fait pas confiance au certificat du serveur, cas fréquent dans les réseaux d&apos;entreprise.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Import the certificate of your organisation in Settings &gt; Options &gt; Authentication &gt; Manage Certificates, then press Try again; or install from local wheels.</source>
        <translation>Importez le certificat de votre organisation dans Préférences &gt; Options &gt; Authentification &gt; Gestion des Certificats, puis cliquez sur « Réessayer » ; ou installez à partir de wheels locaux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The package index cannot be reached: there is no internet connection, or a firewall blocks it.</source>
        <translation>L&apos;index de paquets est inaccessible : il n&apos;y a pas de connexion à Internet, ou un pare-feu la bloque.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check the connection, then press Try again; downloaded files are kept. Without internet access, install from local wheels.</source>
        <translation>Vérifiez la connexion, puis cliquez sur « Réessayer » ; les fichiers téléchargés sont conservés. Sans accès à Internet, installez à partir de wheels locaux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The path of a file is too long for Windows.</source>
        <translation>Le chemin d&apos;un fichier est trop long pour Windows.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Ask your administrator to enable long paths in Windows (LongPathsEnabled), restart QGIS, then press Try again; or choose the Python of an environment in a short folder.</source>
        <translation>Demandez à votre administrateur d’activer les chemins longs dans Windows (LongPathsEnabled), redémarrez QGIS, puis appuyez sur Réessayer ; ou choisissez le Python d’un environnement situé dans un dossier au chemin court.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Another program, probably an antivirus, has locked or removed a file of the engine.</source>
        <translation>Un autre programme, probablement un antivirus, a verrouillé ou supprimé un fichier du moteur.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Exclude the folder of the engine from the antivirus scan, close other QGIS windows, then press Try again.</source>
        <translation>Excluez le dossier du moteur de l&apos;analyse antivirus, fermez les autres fenêtres de QGIS, puis cliquez sur « Réessayer ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder of the engine is not writable.</source>
        <translation>Le dossier du moteur n&apos;est pas accessible en écriture.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check that you have write permission for this folder, then press Try again.</source>
        <translation>Vérifiez que vous avez le droit d&apos;écriture sur ce dossier, puis cliquez sur « Réessayer ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>None of the package indexes offers {package} for this computer.</source>
        <translation>Aucun des index de paquets ne propose {package} pour cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Clear Package index in Settings &gt; Options &gt; Voice search (the CPU build of torch then comes from PyTorch&apos;s own index), or enter an index that has the package, then press Try again; or install from local wheels.</source>
        <translation>Videz « Index de paquets » dans Préférences &gt; Options &gt; Recherche vocale (la version CPU de torch provient alors de l&apos;index propre à PyTorch), ou saisissez un index qui contient le paquet, puis cliquez sur « Réessayer » ; ou installez à partir de wheels locaux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>This Python cannot install packages: both pip and ensurepip are missing.</source>
        <translation>Ce Python ne peut pas installer de paquets : pip et ensurepip sont tous deux absents.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>On Debian and Ubuntu, run `sudo apt install python3-venv`, then press Try again. Otherwise, install Python from python.org, or add the wheel of pip to the folder of wheels.</source>
        <translation>Sous Debian et Ubuntu, exécutez `sudo apt install python3-venv`, puis cliquez sur « Réessayer ». Sinon, installez Python depuis python.org, ou ajoutez le wheel de pip au dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The wheel of {package} does not match its checksum: it is damaged, or another build.</source>
        <translation>Le wheel de {package} ne correspond pas à sa somme de contrôle : il est endommagé, ou d&apos;une autre version.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Download the wheels again with the requirements file of this plugin version (see the user guide).</source>
        <translation>Téléchargez à nouveau les wheels avec le fichier de dépendances (requirements) de cette version de l&apos;extension (voir le guide de l&apos;utilisateur).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder of wheels does not contain {package} for this computer.</source>
        <translation>Le dossier de wheels ne contient pas {package} pour cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Add it to the folder, then press Try again.</source>
        <translation>Ajoutez-le au dossier, puis cliquez sur « Réessayer ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The set-up of the engine failed at “{step}” (exit code {code}): {reason}.</source>
        <translation>L&apos;installation du moteur a échoué à l&apos;étape « {step} » (code de sortie {code}) : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The set-up of the engine failed at “{step}” (exit code {code}).</source>
        <translation>L&apos;installation du moteur a échoué à l&apos;étape « {step} » (code de sortie {code}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again. If it fails again, press Show log and report the problem.</source>
        <translation>Cliquez sur « Réessayer ». En cas de nouvel échec, cliquez sur « Afficher le journal » et signalez le problème.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>a package</source>
        <translation>l&apos;un des paquets</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>{package} comes from {host}, which cannot be reached from this computer; other package indexes can.</source>
        <translation>{package} provient de {host}, inaccessible depuis cet ordinateur ; d&apos;autres index de paquets sont accessibles.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The next package</source>
        <translation>Le paquet suivant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Try again later. In a corporate network, ask for {host} to be allowed, or enter a mirror of it under Package index in Settings &gt; Options &gt; Voice search, then press Try again; or install from local wheels. Downloaded files are kept.</source>
        <translation>Réessayez plus tard. Dans un réseau d&apos;entreprise, demandez l&apos;autorisation d&apos;accès à {host}, ou indiquez-en un miroir sous « Index de paquets » dans Préférences &gt; Options &gt; Recherche vocale, puis cliquez sur « Réessayer » ; ou installez à partir de wheels locaux. Les fichiers téléchargés sont conservés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The engine needs {needed} in {folder}, but only {free} is available.</source>
        <translation>Le moteur a besoin de {needed} dans {folder}, mais il ne reste que {free}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Free some space, then press Try again.</source>
        <translation>Libérez de l&apos;espace, puis cliquez sur « Réessayer ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder {folder} is not writable: {reason}.</source>
        <translation>Le dossier {folder} n&apos;est pas accessible en écriture : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Check that you have write permission for this folder, or use your own Python.</source>
        <translation>Vérifiez que vous avez le droit d&apos;écriture sur ce dossier, ou utilisez votre propre Python.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The folder {folder} is too deep for Windows: paths in it would be {length} characters long, and Windows takes {limit}.</source>
        <translation>Le dossier {folder} est trop profond pour Windows : les chemins y compteraient {length} caractères, et Windows en accepte {limit}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Another QGIS is already setting up the engine.</source>
        <translation>Un autre QGIS est déjà en train d&apos;installer le moteur.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Wait until it has finished, then press Try again.</source>
        <translation>Attendez qu&apos;il ait terminé, puis cliquez sur « Réessayer ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>No suitable Python found (64-bit {versions}).</source>
        <translation>Aucun Python adapté trouvé (64 bits, {versions}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Checked: {reasons}.</source>
        <translation>Vérifiés : {reasons}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install one from python.org or your system&apos;s packages, then press Try again; or use your own Python.</source>
        <translation>Installez-en un depuis python.org ou les paquets de votre système, puis cliquez sur « Réessayer » ; ou utilisez votre propre Python.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install Python {version} with its module venv (Debian and Ubuntu, if available: `sudo apt install python{version}-venv`), then press {button}. If it is installed in an unusual location, press Use my own Python and choose it.</source>
        <translation>Installez Python {version} avec son module venv (Debian et Ubuntu, si disponible : `sudo apt install python{version}-venv`), puis cliquez sur « {button} ». S&apos;il est installé à un emplacement inhabituel, cliquez sur « Utiliser mon Python » et choisissez-le.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install Python {version} from python.org, then press {button}; the Python of QGIS is not changed. If it is installed in an unusual location, press Use my own Python and choose it.</source>
        <translation>Installez Python {version} depuis python.org, puis cliquez sur « {button} » ; le Python de QGIS n&apos;est pas modifié. S&apos;il est installé à un emplacement inhabituel, cliquez sur « Utiliser mon Python » et choisissez-le.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>No suitable Python found (64-bit {versions}); this QGIS comes with Python {own}.</source>
        <translation>Aucun Python adapté trouvé (64 bits, {versions}) ; ce QGIS est fourni avec Python {own}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install the Microsoft Visual C++ Redistributable (x64), then press Try again. If it is already installed, an antivirus may have removed a file: exclude the folder of the engine from the scan, then press Try again.</source>
        <translation>Installez Microsoft Visual C++ Redistributable (x64), puis cliquez sur « Réessayer ». S&apos;il est déjà installé, un antivirus a peut-être supprimé un fichier : excluez le dossier du moteur de l&apos;analyse, puis cliquez sur « Réessayer ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press Try again to reinstall damaged packages. An antivirus may have removed a file.</source>
        <translation>Cliquez sur « Réessayer » pour réinstaller les paquets endommagés. Un antivirus a peut-être supprimé un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The package {package} is installed but cannot be loaded: {reason}.</source>
        <translation>Le paquet {package} est installé mais ne peut pas être chargé : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Create an environment on top of it: `{python} -m venv --system-site-packages ~/voice-search`, then run `~/voice-search/bin/python -m pip install --no-deps {packages}`. Then press Use my own Python and choose ~/voice-search/bin/python.</source>
        <translation>Créez un environnement basé sur celui-ci : `{python} -m venv --system-site-packages ~/voice-search`, puis exécutez `~/voice-search/bin/python -m pip install --no-deps {packages}`. Cliquez ensuite sur « Utiliser mon Python » et choisissez ~/voice-search/bin/python.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Run `{python} -m pip install --no-deps {packages}`, then press Try again.</source>
        <translation>Exécutez `{python} -m pip install --no-deps {packages}`, puis cliquez sur « Réessayer ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Press {button}: the packages are installed into a separate folder, and this Python is not changed. Or choose another Python that has them.</source>
        <translation>Cliquez sur « {button} » : les paquets sont installés dans un dossier séparé, et ce Python n&apos;est pas modifié. Ou choisissez un autre Python qui les possède.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>Install them there and press Try again, choose another Python, or press Set up now.</source>
        <translation>Installez-les dans celui-ci et cliquez sur « Réessayer », choisissez un autre Python, ou cliquez sur « Installer maintenant ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/installation/setup_errors.py"/>
        <source>The Python {python} cannot run the engine. Missing packages: {packages}.</source>
        <translation>Le Python {python} ne peut pas exécuter le moteur. Paquets manquants : {packages}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layer_menu.py"/>
        <source>Ask this question again</source>
        <translation>Reposer cette question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layer_menu.py"/>
        <source>Show its question</source>
        <translation>Afficher sa question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>proprietary (a licence of its own; see the catalogue)</source>
        <translation>propriétaire (licence particulière ; voir le catalogue)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>various (see the catalogue)</source>
        <translation>diverses (voir le catalogue)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>other (see the catalogue)</source>
        <translation>autre (voir le catalogue)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>%n item(s) without a picture in red, green and blue left out.</source>
        <translation>
            <numerusform>%Ln élément sans image en rouge, vert et bleu écarté.</numerusform>
            <numerusform>%Ln éléments sans image en rouge, vert et bleu écartés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>%n entry(ies) of the catalogue could not be read.</source>
        <translation>
            <numerusform>%Ln entrée du catalogue n’a pas pu être lue.</numerusform>
            <numerusform>%Ln entrées du catalogue n’ont pas pu être lues.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>There may be more: narrow the search, or raise the maximum number of images.</source>
        <translation>Il y en a peut-être d&apos;autres : restreignez la recherche ou augmentez le nombre maximal d&apos;images.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>Licences, as the catalogue names them: {terms}.</source>
        <translation>Licences, telles que le catalogue les nomme : {terms}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/catalogue_images.py"/>
        <source>The catalogue names no licence; ask its operator what you may do with the images.</source>
        <translation>Le catalogue n&apos;indique aucune licence ; demandez à son exploitant ce que vous pouvez faire des images.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/changes.py"/>
        <source>Changes in {index}</source>
        <translation>Changements dans {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/changes.py"/>
        <source>Rank {rank}, {before} to {after}</source>
        <translation>Rang {rank}, {before} à {after}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/conversion.py"/>
        <source>Converting images to GeoTIFF</source>
        <translation>Conversion des images en GeoTIFF</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/footprints.py"/>
        <source>Footprints of {index}</source>
        <translation>Emprises de {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/group.py"/>
        <location filename="../../qgis_scrl/options_page.py"/>
        <location filename="../../qgis_scrl/plugin.py"/>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>Voice search</source>
        <translation>Recherche vocale</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <source>Groups of {index}</source>
        <translation>Groupes de {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/groups.py"/>
        <source>Least like the rest of {index}</source>
        <translation>Les plus atypiques de {index}</translation>
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
        <translation>{low:.2f} à {high:.2f}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/hits.py"/>
        <source>Doubtful: {question}</source>
        <translation>Douteux : {question}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/labels.py"/>
        <source>Answers of {index}</source>
        <translation>Réponses de {index}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/labels.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/labels.py"/>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>Right-click the layer and use Export &gt; Save As… to export it to a file first.</source>
        <translation>Clic droit sur la couche, puis Exporter &gt; Enregistrer sous… pour l&apos;exporter d&apos;abord dans un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>Download an area of it with Download imagery of a map service (scrl:fetchservice) in the Processing toolbox, and index that.</source>
        <translation>Téléchargez-en une zone avec « Télécharger les images d’un service » (scrl:fetchservice) de la boîte à outils de traitements, puis indexez-la.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a web map service (WMS, WMTS or XYZ tiles), not a file.</source>
        <translation>{name} est un service de cartes web (WMS, WMTS ou tuiles XYZ), pas un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a web coverage service (WCS), not a file.</source>
        <translation>{name} est un service de couverture web (WCS), pas un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is an ArcGIS map service, not a file.</source>
        <translation>{name} est un service de cartes ArcGIS, pas un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is a PostGIS raster, not a file.</source>
        <translation>{name} est un raster PostGIS, pas un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} is computed by QGIS, not a file.</source>
        <translation>{name} est calculé par QGIS, ce n&apos;est pas un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} comes from the data provider {provider}, not from a file.</source>
        <translation>{name} vient du fournisseur de données {provider}, pas d&apos;un fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} cannot be opened: its file has been moved or deleted.</source>
        <translation>{name} ne peut pas être ouvert : son fichier a été déplacé ou supprimé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/raster_layers.py"/>
        <source>{name} exists only in the memory of QGIS.</source>
        <translation>{name} n&apos;existe que dans la mémoire de QGIS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Report: {title}</source>
        <translation>Rapport : {title}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Page {number} of {total}</source>
        <translation>Page {number} sur {total}</translation>
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
        <translation>Lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Tile size</source>
        <translation>Taille de tuile</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/report_layout.py"/>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Unlikely</source>
        <translation>Peu probable</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Perhaps</source>
        <translation>Possible</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Very likely</source>
        <translation>Très probable</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Least similar</source>
        <translation>Le moins ressemblant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Less similar</source>
        <translation>Moins ressemblant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Similar</source>
        <translation>Ressemblant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Most similar</source>
        <translation>Le plus ressemblant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Scores: {question}</source>
        <translation>Scores : {question}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/score_map.py"/>
        <source>Below {limit:.2f}: not coloured</source>
        <translation>Moins de {limit:.2f} : non coloré</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The area extends beyond the valid extent of its CRS.</source>
        <translation>La zone dépasse le domaine de validité de son SCR.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Zoom in, or search the whole index.</source>
        <translation>Zoomez davantage, ou recherchez dans tout l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The project has no CRS.</source>
        <translation>Le projet n&apos;a pas de SCR.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Set the project CRS, or search the whole index.</source>
        <translation>Définissez le SCR du projet, ou recherchez dans tout l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>The map is empty.</source>
        <translation>La carte est vide.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Zoom to a layer, or search the whole index.</source>
        <translation>Zoomez sur une couche, ou recherchez dans tout l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Set the project CRS, then show the place again.</source>
        <translation>Définissez le SCR du projet, puis montrez à nouveau le lieu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Polygons are selected in several layers: {layers}.</source>
        <translation>Des polygones sont sélectionnés dans plusieurs couches : {layers}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Click the layer that you want to use in the Layers panel.</source>
        <translation>Cliquez sur la couche à utiliser dans le panneau Couches.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>No polygon feature is selected.</source>
        <translation>Aucun polygone n&apos;est sélectionné.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Select one or more polygons on the map, or choose another search area.</source>
        <translation>Sélectionnez un ou plusieurs polygones sur la carte, ou choisissez une autre zone de recherche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} is not a polygon layer.</source>
        <translation>{layer} n&apos;est pas une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Choose a polygon layer.</source>
        <translation>Choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} has no CRS.</source>
        <translation>La couche {layer} n&apos;a pas de SCR.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Right-click the layer and use Layer CRS &gt; Set Layer CRS… to set it.</source>
        <translation>Clic droit sur la couche, puis SCR de la couche &gt; SCR de la couche… pour le définir.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>{layer} contains no polygons.</source>
        <translation>La couche {layer} ne contient aucun polygone.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/layers/search_areas.py"/>
        <source>Add a polygon, or choose another search area.</source>
        <translation>Ajoutez un polygone, ou choisissez une autre zone de recherche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Not installed.</source>
        <translation>Non installé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The set-up is not finished. Press Repair to continue.</source>
        <translation>L&apos;installation n&apos;est pas terminée. Cliquez sur « Réparer » pour la poursuivre.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The Python of the environment no longer runs. Press Repair to create the environment again.</source>
        <translation>Le Python de l&apos;environnement ne fonctionne plus. Cliquez sur « Réparer » pour recréer l&apos;environnement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Set up for another version of the plugin. Press Repair to update it.</source>
        <translation>Installé pour une autre version de l&apos;extension. Cliquez sur « Réparer » pour le mettre à jour.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Engine environment</source>
        <translation>Environnement du moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Environment status</source>
        <translation>État de l&apos;environnement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>{index} (for torch)</source>
        <translation>{index} (pour torch)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>None in addition to PyPI</source>
        <translation>Aucun en plus de PyPI</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Package index</source>
        <translation>Index de paquets</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Packages come from PyPI; on Linux, torch comes from PyTorch&apos;s own index, because PyPI offers only the large CUDA build there. An index that you enter here, such as the mirror of your organisation, is used for all packages in addition to PyPI and instead of PyTorch&apos;s index.</source>
        <translation>Les paquets proviennent de PyPI ; sous Linux, torch provient de l&apos;index propre à PyTorch, car PyPI n&apos;y propose que la volumineuse version CUDA. Un index saisi ici, par exemple le miroir de votre organisation, est utilisé pour tous les paquets en plus de PyPI et à la place de l&apos;index de PyTorch.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Check all packages and reinstall missing or damaged ones</source>
        <translation>Vérifier tous les paquets et réinstaller ceux qui manquent ou sont endommagés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Remove environment</source>
        <translation>Supprimer l&apos;environnement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Delete the environment to free disk space; voice indexes are kept</source>
        <translation>Supprimer l&apos;environnement pour libérer de l&apos;espace disque ; les index vocaux sont conservés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Package &amp;index</source>
        <translation>&amp;Index de paquets</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Python {version}, with NVIDIA GPU support.</source>
        <translation>Python {version}, avec prise en charge du GPU NVIDIA.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Python {version}, CPU only.</source>
        <translation>Python {version}, CPU uniquement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Set up</source>
        <translation>Installer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The progress is shown in the Voice Search dock.</source>
        <translation>La progression s&apos;affiche dans le panneau Recherche vocale.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Remove the engine&apos;s environment in {folder}? Voice indexes are kept, and the engine can be set up again at any time.</source>
        <translation>Supprimer l&apos;environnement du moteur dans {folder} ? Les index vocaux sont conservés, et le moteur peut être réinstallé à tout moment.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The engine is being set up in this or another QGIS window. Press Cancel in its Voice Search dock, or wait until the set-up has finished; then try again.</source>
        <translation>Le moteur est en cours d&apos;installation dans cette fenêtre de QGIS ou dans une autre. Cliquez sur « Annuler » dans son panneau Recherche vocale, ou attendez la fin de l&apos;installation ; puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Stopping the engine…</source>
        <translation>Arrêt du moteur…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>The environment cannot be removed: {reason}. Close other QGIS windows and all programs that use {folder}, then try again.</source>
        <translation>L&apos;environnement ne peut pas être supprimé : {reason}. Fermez les autres fenêtres de QGIS et tous les programmes qui utilisent {folder}, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_environment.py"/>
        <source>Removed. The disk space is being freed.</source>
        <translation>Supprimé. L&apos;espace disque est en cours de libération.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine is not running. It starts when the dock is opened.</source>
        <translation>Le moteur n&apos;est pas en cours d&apos;exécution. Il démarre à l&apos;ouverture du panneau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine is starting…</source>
        <translation>Le moteur démarre…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine stopped and is restarting…</source>
        <translation>Le moteur s&apos;est arrêté et redémarre…</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The engine cannot be started.</source>
        <translation>Le moteur ne peut pas être démarré.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Errors and warnings</source>
        <translation>Erreurs et avertissements</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Information</source>
        <translation>Informations</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Everything (for bug reports)</source>
        <translation>Tout (pour les rapports de bogue)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Python of the engine</source>
        <translation>Python du moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Python executable of the engine&apos;s environment. Leave empty to use the environment that the plugin manages.</source>
        <translation>Exécutable Python de l&apos;environnement du moteur. Laissez vide pour utiliser l&apos;environnement géré par l&apos;extension.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Engine status</source>
        <translation>État du moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Restart engine</source>
        <translation>Redémarrer le moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Stop the engine and start it again</source>
        <translation>Arrêter le moteur et le relancer</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Log level</source>
        <translation>Niveau de journalisation</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>What the engine writes to the log messages panel of QGIS</source>
        <translation>Ce que le moteur écrit dans le panneau Journal des messages de QGIS</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Microphone that records the questions</source>
        <translation>Microphone qui enregistre les questions</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Number of recordings kept</source>
        <translation>Nombre d&apos;enregistrements conservés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Number of recent questions whose recordings are kept on this computer, for Ask again</source>
        <translation>Nombre de questions récentes dont les enregistrements sont conservés sur cet ordinateur, pour « Redemander »</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Delete now</source>
        <translation>Supprimer maintenant</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Delete the recordings of all questions</source>
        <translation>Supprimer les enregistrements de toutes les questions</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Folder for new voice indexes</source>
        <translation>Dossier des nouveaux index vocaux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Folder in which new voice indexes are created</source>
        <translation>Dossier dans lequel les nouveaux index vocaux sont créés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Suggested from the pixel size of the images</source>
        <translation>Suggérées d&apos;après la taille du pixel des images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Default ground sizes in metres</source>
        <translation>Tailles au sol par défaut en mètres</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Side lengths of the tiles in metres, for example 100 200. Leave empty for a suggestion based on the pixel size.</source>
        <translation>Longueurs du côté des tuiles en mètres, par exemple 100 200. Laissez vide pour une suggestion basée sur la taille du pixel.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>None: this computer builds alone</source>
        <translation>Aucun : cet ordinateur construit seul</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Dask scheduler for builds</source>
        <translation>Ordonnanceur Dask des constructions</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Address of a Dask scheduler whose workers build voice indexes, for example tcp://host:8786. Leave empty to build on this computer.</source>
        <translation>Adresse d’un ordonnanceur Dask dont les workers construisent les index vocaux, par exemple tcp://host:8786. Laissez vide pour construire sur cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>None: the workers reach the folder of the index</source>
        <translation>Aucun : les workers accèdent au dossier de l’index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Staging storage of the cluster</source>
        <translation>Stockage intermédiaire de la grappe</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Folder or address through which the workers send what they have built, for example s3://bucket/prefix. Leave empty if they reach the folder of the voice index under the same path.</source>
        <translation>Dossier ou adresse par lequel les workers envoient ce qu’ils ont construit, par exemple s3://bucket/prefix. Laissez vide s’ils accèdent au dossier de l’index vocal sous le même chemin.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Zoom to the place selected in the list</source>
        <translation>Zoomer sur le lieu sélectionné dans la liste</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>If unchecked, the place is selected and flashes, but the map does not move</source>
        <translation>Si décoché, le lieu est sélectionné et clignote, mais la carte ne bouge pas</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Search while I speak</source>
        <translation>Rechercher pendant que je parle</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Places found with what has been said so far are outlined on the map, until the answer replaces them</source>
        <translation>Les lieux trouvés avec ce qui a été dit jusqu&apos;ici sont entourés sur la carte, jusqu&apos;à ce que la réponse les remplace</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>End a recording sooner when the question sounds complete</source>
        <translation>Terminer l’enregistrement plus tôt quand la question semble complète</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>If checked, 0.5 s of silence are enough where a sentence sounds complete. If unchecked, recording always waits for 0.8 s of silence, which gives you time for pauses.</source>
        <translation>Si la case est cochée, 0,5 s de silence suffisent quand une phrase semble complète. Sinon, l’enregistrement attend toujours 0,8 s de silence, ce qui laisse le temps de faire des pauses.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Copy information about QGIS, the plugin and the engine, for a bug report</source>
        <translation>Copier les informations sur QGIS, l&apos;extension et le moteur, pour un rapport de bogue</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Show the page of the user guide about installing the engine in the browser</source>
        <translation>Afficher la page du guide sur l’installation du moteur dans le navigateur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Status message</source>
        <translation>Message d&apos;état</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Python</source>
        <translation>&amp;Python</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Log level</source>
        <translation>Niveau de &amp;journalisation</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Microphone</source>
        <translation>&amp;Microphone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Recordings kept</source>
        <translation>Enregistrements conservés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Voice indexes and results</source>
        <translation>Index vocaux et résultats</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Ground sizes (m)</source>
        <translation>&amp;Tailles au sol (m)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Cluster</source>
        <translation>Grappe</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>&amp;Scheduler</source>
        <translation>&amp;Ordonnanceur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>S&amp;taging</source>
        <translation>&amp;Stockage intermédiaire</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Ground sizes must be numbers in metres, for example 100 200.</source>
        <translation>Les tailles au sol doivent être des nombres en mètres, par exemple 100 200.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Collecting information…</source>
        <translation>Collecte des informations…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>%n line(s) copied. Paste them into your bug report.</source>
        <translation>
            <numerusform>%Ln ligne copiée. Collez-la dans votre rapport de bogue.</numerusform>
            <numerusform>%Ln lignes copiées. Collez-les dans votre rapport de bogue.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>The recordings in {folder} cannot be deleted: {reason}.</source>
        <translation>Les enregistrements dans {folder} ne peuvent pas être supprimés : {reason}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>%n recording(s) still in use. Stop playback, then try again.</source>
        <translation>
            <numerusform>%Ln enregistrement encore utilisé. Arrêtez la lecture, puis réessayez.</numerusform>
            <numerusform>%Ln enregistrements encore utilisés. Arrêtez la lecture, puis réessayez.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Deleted</source>
        <translation>Supprimés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/options_page.py"/>
        <source>Ready (version {version}, model: {model})</source>
        <translation>Prêt (version {version}, modèle : {model})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Search your imagery by voice</source>
        <translation>Rechercher dans vos images à la voix</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Open the Voice Search dock and record a question; press again to stop recording</source>
        <translation>Ouvrir le panneau Recherche vocale et enregistrer une question ; cliquer à nouveau pour arrêter l&apos;enregistrement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Open the Voice Search dock and type a question</source>
        <translation>Ouvrir le panneau Recherche vocale et saisir une question</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/plugin.py"/>
        <source>Find, ask again, keep or forget the questions of this project</source>
        <translation>Chercher, reposer, garder ou oublier les questions de ce projet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <source>Add imagery to voice index</source>
        <translation>Ajouter des images à un index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <source>append update tiles raster</source>
        <translation>ajouter compléter actualiser tuiles raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/add_to_index.py"/>
        <source>Adds rasters to a voice index. Rasters that it already contains are skipped, unless the file has changed. The tiles have the ground sizes and the overlap of the index.</source>
        <translation>Ajoute des rasters à un index vocal. Les rasters qu&apos;il contient déjà sont ignorés, sauf si le fichier a changé. Les tuiles ont les tailles au sol et le recouvrement de l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>voice speech speak search image retrieval scrl</source>
        <translation>voix parole parler recherche image scrl</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>See {log} for details.</source>
        <translation>Consultez {log} pour plus de détails.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/algorithm.py"/>
        <source>Folder NAME.scrl of a voice index.</source>
        <translation>Dossier NAME.scrl d&apos;un index vocal.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Build voice index</source>
        <translation>Construire un index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>embed tiles raster</source>
        <translation>encoder construire tuiles raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Makes imagery searchable by voice. The rasters are divided into square tiles, and each tile is embedded as a vector that can be compared with a spoken sentence. The result is a folder NAME.scrl without any imagery. The rasters are not changed.

Choose the ground size by what you are looking for: 50 to 100 m for a tennis court or an aeroplane, 200 m for a block of houses or a car park, 500 m for an airport or a harbour. An index may combine several sizes.

An interrupted build resumes where it stopped when it is run again with the same parameters.</source>
        <translation>Rend des images interrogeables à la voix. Les rasters sont divisés en tuiles carrées, et chaque tuile est encodée en un vecteur numérique comparable à une phrase parlée. Le résultat est un dossier NAME.scrl qui ne contient aucune image. Les rasters ne sont pas modifiés.

Choisissez la taille au sol selon ce que vous cherchez : 50 à 100 m pour un court de tennis ou un avion, 200 m pour un pâté de maisons ou un parking, 500 m pour un aéroport ou un port. Un index peut combiner plusieurs tailles.

Une construction interrompue reprend là où elle s&apos;est arrêtée si elle est relancée avec les mêmes paramètres.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Ground sizes of the tiles (metres; empty: suggested)</source>
        <translation>Tailles au sol des tuiles (mètres ; vide : suggérées)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>One or more numbers: 100, 200. Empty: suggested from the pixel size.</source>
        <translation>Un ou plusieurs nombres : 100, 200. Vide : suggérées d&apos;après la taille du pixel.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Overlap of neighbouring tiles (fraction of the side)</source>
        <translation>Recouvrement des tuiles voisines (fraction du côté)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>0.5 also finds objects on the edge of two tiles, with four times as many tiles.</source>
        <translation>0,5 trouve aussi les objets au bord de deux tuiles, avec quatre fois plus de tuiles.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Folder to create; its name usually ends in .scrl.</source>
        <translation>Dossier à créer ; son nom se termine en général par .scrl.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>This voice index is in a temporary folder and is deleted when QGIS is closed. Choose a folder to keep it.</source>
        <translation>Cet index vocal se trouve dans un dossier temporaire et sera supprimé à la fermeture de QGIS. Choisissez un dossier pour le conserver.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>Ground size {size:g} m, suggested by the pixel size of {name} ({pixel:.3g} m).</source>
        <translation>Taille au sol {size:g} m, suggérée d&apos;après la taille du pixel de {name} ({pixel:.3g} m).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_index.py"/>
        <source>No raster was found.</source>
        <translation>Aucun raster trouvé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Tiles in the index</source>
        <translation>Tuiles dans l&apos;index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Tiles embedded by this run</source>
        <translation>Tuiles encodées lors de cette exécution</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>Rasters left out</source>
        <translation>Rasters écartés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>{raster}: {decision}</source>
        <translation>{raster} : {decision}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n raster(s) already in the index, unchanged.</source>
        <translation>
            <numerusform>%Ln raster déjà dans l&apos;index, inchangé.</numerusform>
            <numerusform>%Ln rasters déjà dans l&apos;index, inchangés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n tile(s) embedded in {seconds:.1f} s.</source>
        <translation>
            <numerusform>%Ln tuile encodée en {seconds:.1f} s.</numerusform>
            <numerusform>%Ln tuiles encodées en {seconds:.1f} s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>%n empty tile(s) skipped.</source>
        <translation>
            <numerusform>%Ln tuile vide ignorée.</numerusform>
            <numerusform>%Ln tuiles vides ignorées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>The index contains %n tile(s).</source>
        <translation>
            <numerusform>L&apos;index contient %Ln tuile.</numerusform>
            <numerusform>L&apos;index contient %Ln tuiles.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/build_report.py"/>
        <source>{raster} was left out: {reason}</source>
        <translation>{raster} a été écarté : {reason}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>What is in an index</source>
        <translation>Contenu d&apos;un index</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>groups clusters outliers overview contents kmeans</source>
        <translation>groupes classes anomalies aperçu contenu k-moyennes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Shows what is in a voice index without a question. Tiles that look alike are grouped, and each group is described by phrases; tiles that look least like the rest are listed. The results are a layer of all tiles with the number and the phrases of their groups, and a layer of the oddities, the oddest first.</source>
        <translation>Montre sans question ce que contient un index vocal. Les tuiles qui se ressemblent sont regroupées, et chaque groupe est décrit par des expressions en anglais ; les tuiles qui ressemblent le moins au reste sont listées. Les résultats sont une couche de toutes les tuiles avec le numéro et les expressions de leur groupe, et une couche des tuiles atypiques, la plus atypique en premier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>At most so many; fewer if there are fewer different tiles.</source>
        <translation>Au plus ce nombre ; moins s&apos;il y a moins de tuiles différentes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Number of tiles least like the rest</source>
        <translation>Nombre de tuiles les plus atypiques</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Tiles with groups</source>
        <translation>Tuiles avec leurs groupes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Number of tiles</source>
        <translation>Nombre de tuiles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/explore_index.py"/>
        <source>Number of groups found</source>
        <translation>Nombre de groupes trouvés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Download imagery of a map service</source>
        <translation>Télécharger les images d’un service</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>xyz wms wmts tiles basemap</source>
        <translation>xyz wms wmts tuiles fond de carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Downloads what an XYZ, WMS or WMTS layer shows in an area, so that a voice index can be built of it. The result is a folder of GeoTIFF files and a virtual raster (VRT) of all of them, which is the input of Build voice index.

Many services do not allow this. The first run downloads nothing: it says how many requests are needed, how much space, and which terms the service states. Tick the confirmation and run it again.

Requests are made one at a time, through QGIS&apos;s own network settings, authentication and cache. A service that is busy is given time. Blocks that cannot be fetched whole are left out and named. Run it again with the same layer, area, resolution and folder to fetch what is missing.</source>
        <translation>Télécharge ce qu’une couche XYZ, WMS ou WMTS montre dans une zone, afin d’en construire un index vocal. Le résultat est un dossier de fichiers GeoTIFF et un raster virtuel (VRT) qui les réunit, à donner en entrée à « Construire un index vocal ».

Beaucoup de services ne le permettent pas. La première exécution ne télécharge rien : elle indique le nombre de requêtes, l’espace nécessaire et les conditions que le service énonce. Cochez la confirmation et relancez.

Les requêtes sont faites une à une, avec les paramètres réseau, l’authentification et le cache de QGIS. Un service occupé reçoit un répit. Les blocs qui ne peuvent être obtenus entiers sont laissés de côté et nommés. Relancez avec la même couche, la même zone, la même résolution et le même dossier pour obtenir ce qui manque.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Layer of a map service</source>
        <translation>Couche d’un service</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>An XYZ, WMS or WMTS layer.</source>
        <translation>Une couche XYZ, WMS ou WMTS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Only this part of the service is downloaded.</source>
        <translation>Seule cette partie du service est téléchargée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Ground resolution (metres per pixel)</source>
        <translation>Résolution au sol (mètres par pixel)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Tiles of 200 m need 1 m, tiles of 50 m need 0.25 m. A tiled service is read at the zoom level that is as fine, or at its finest.</source>
        <translation>Des tuiles de 200 m demandent 1 m, des tuiles de 50 m demandent 0,25 m. Un service tuilé est lu au niveau de zoom aussi fin, ou à son plus fin.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>I may download this imagery from this service</source>
        <translation>J’ai le droit de télécharger ces images de ce service</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The first run without it says how much that is, and which terms the service states.</source>
        <translation>La première exécution sans cette confirmation indique combien cela représente et quelles conditions le service énonce.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Download even if it takes more than 10,000 requests</source>
        <translation>Télécharger même s’il faut plus de 10 000 requêtes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Requests per second, at most</source>
        <translation>Requêtes par seconde, au plus</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Folder for the imagery</source>
        <translation>Dossier des images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Folder to create, or the one of a download that is to go on.</source>
        <translation>Dossier à créer, ou celui d’un téléchargement à poursuivre.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Virtual raster of the imagery</source>
        <translation>Raster virtuel des images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Blocks in the folder</source>
        <translation>Blocs dans le dossier</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Blocks left out</source>
        <translation>Blocs laissés de côté</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Requests made</source>
        <translation>Requêtes faites</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Choose an XYZ, WMS or WMTS layer. Files can be indexed as they are.</source>
        <translation>Choisissez une couche XYZ, WMS ou WMTS. Les fichiers peuvent être indexés tels quels.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>{layer} cannot be opened. Check its address and your connection.</source>
        <translation>{layer} ne peut pas être ouverte. Vérifiez son adresse et votre connexion.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The area is empty. Draw one, or use the map view.</source>
        <translation>La zone est vide. Dessinez-en une, ou prenez la vue de la carte.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The area lies outside of {layer}.</source>
        <translation>La zone est en dehors de {layer}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n request(s)</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>about {megabytes:.0f} MB</source>
        <translation>environ {megabytes:.0f} Mo</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>{resolution:.3g} m per pixel</source>
        <translation>{resolution:.3g} m par pixel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>That is a lot for one service: choose a smaller area or a coarser resolution, or allow it under Advanced parameters.</source>
        <translation>C’est beaucoup pour un service : choisissez une zone plus petite ou une résolution plus grossière, ou autorisez-le dans les paramètres avancés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Nothing was downloaded. If you may download this, tick “I may download this imagery from this service” and run it again.</source>
        <translation>Rien n’a été téléchargé. Si vous en avez le droit, cochez « J’ai le droit de télécharger ces images de ce service » et relancez.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) are there already.</source>
        <translation>
            <numerusform>%Ln bloc est déjà là.</numerusform>
            <numerusform>%Ln blocs sont déjà là.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>Run it again with the same parameters to fetch what is missing.</source>
        <translation>Relancez avec les mêmes paramètres pour obtenir ce qui manque.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The download has stopped: {reason}. What has been downloaded is kept.</source>
        <translation>Le téléchargement s’est arrêté : {reason}. Ce qui est téléchargé est conservé.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) were left out.</source>
        <translation>
            <numerusform>%Ln bloc a été laissé de côté.</numerusform>
            <numerusform>%Ln blocs ont été laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>The service shows nothing in this area. Check the layer on the map.</source>
        <translation>Le service ne montre rien dans cette zone. Vérifiez la couche sur la carte.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/fetch_service.py"/>
        <source>%n block(s) are in the folder.</source>
        <translation>
            <numerusform>%Ln bloc est dans le dossier.</numerusform>
            <numerusform>%Ln blocs sont dans le dossier.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>Only inside these polygons</source>
        <translation>Uniquement dans ces polygones</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>A polygon layer in any CRS, or its selected features.</source>
        <translation>Une couche de polygones dans n&apos;importe quel SCR, ou ses entités sélectionnées.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Only inside this extent</source>
        <translation>Uniquement dans cette emprise</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Acquired since</source>
        <translation>Acquisition à partir du</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Acquired until</source>
        <translation>Acquisition jusqu&apos;au</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>Only these rasters</source>
        <translation>Uniquement ces rasters</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>File names, separated by commas; * stands for any characters.</source>
        <translation>Noms de fichiers, séparés par des virgules ; * remplace n&apos;importe quels caractères.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>Only tiles of these ground sizes (metres)</source>
        <translation>Uniquement les tuiles de ces tailles au sol (mètres)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>Numbers: 100, 200.</source>
        <translation>Nombres : 100, 200.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/filters.py"/>
        <source>“{since}” is later than “{until}”. Swap the two dates.</source>
        <translation>La date « {since} » est postérieure à la date « {until} ». Inversez les deux dates.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>change detection difference time date before after</source>
        <translation>changement détection différence temps date avant après</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Compares two times of the imagery in a voice index, place by place. Without a question it finds the places whose picture has changed most, beyond what season and light have changed everywhere; with a question, where its score has risen or fallen: “wetland” in 2020 and none in 2009. The result is a layer with a polygon for each place, most changed first, in EPSG:4326.</source>
        <translation>Compare deux dates de l&apos;imagerie d&apos;un index vocal, lieu par lieu. Sans question, il trouve les lieux dont l&apos;image a le plus changé, au-delà de ce que la saison et la lumière ont changé partout ; avec une question, là où son score a augmenté ou diminué : « wetland » en 2020 et aucune en 2009. Le résultat est une couche avec un polygone par lieu, les plus grands changements d&apos;abord, en EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>A year, a month or a day: 2009, 2009-08, 2009-08-18. From one to another: 2009..2012.</source>
        <translation>Une année, un mois ou un jour : 2009, 2009-08, 2009-08-18. De l&apos;un à l&apos;autre : 2009..2012.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Earlier time</source>
        <translation>Date antérieure</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Later time</source>
        <translation>Date ultérieure</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>What to look for</source>
        <translation>Que rechercher</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>A word, a phrase or a sentence in English. Empty: any change of the picture.</source>
        <translation>Un mot, une expression ou une phrase en anglais. Vide : tout changement de l&apos;image.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>The score of the question has</source>
        <translation>Le score de la question a</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>risen or fallen</source>
        <translation>augmenté ou diminué</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>risen</source>
        <translation>augmenté</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>fallen</source>
        <translation>diminué</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>By at least</source>
        <translation>D&apos;au moins</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>A score is between 0 and 1; 0.3 is a clear change.</source>
        <translation>Un score est compris entre 0 et 1 ; 0,3 est un changement net.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Number of changes found</source>
        <translation>Nombre de changements trouvés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Number of places compared</source>
        <translation>Nombre de lieux comparés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/find_changes.py"/>
        <source>Give an earlier and a later time, such as 2009 and 2020.</source>
        <translation>Indiquez une date antérieure et une date ultérieure, par exemple 2009 et 2020.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>The area layer has no polygon, or none is selected. Draw or select one.</source>
        <translation>La couche délimitant la zone ne contient aucun polygone, ou aucun n&apos;est sélectionné. Dessinez-en ou sélectionnez-en un.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>The extent and the polygons do not overlap. Leave one of them out.</source>
        <translation>L&apos;emprise et les polygones ne se recoupent pas. Retirez l&apos;un des deux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>{layer} has no CRS. Set it: right-click the layer, Layer CRS.</source>
        <translation>La couche {layer} n&apos;a pas de SCR. Définissez-le : clic droit sur la couche, SCR de la couche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>A feature of {layer} is outside the area of the layer&apos;s CRS; the assigned CRS is probably wrong.</source>
        <translation>Une entité de {layer} est en dehors du domaine de validité du SCR de la couche ; le SCR attribué est probablement faux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/geojson.py"/>
        <source>More than {limit} places are too many. Select a few.</source>
        <translation>Plus de {limit} lieux, c&apos;est trop. Sélectionnez-en quelques-uns.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Raster layers</source>
        <translation>Couches raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Raster layers or files on this computer, in any CRS.</source>
        <translation>Couches raster ou fichiers sur cet ordinateur, dans n&apos;importe quel SCR.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Folder of rasters</source>
        <translation>Dossier de rasters</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>All rasters in this folder and its subfolders are added.</source>
        <translation>Tous les rasters de ce dossier et de ses sous-dossiers sont ajoutés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>A list saved by Search a catalogue (STAC), or other STAC items. The images are read where they lie, with the dates that the list names.</source>
        <translation>Une liste enregistrée par « Rechercher dans un catalogue (STAC) », ou d&apos;autres éléments STAC. Les images sont lues là où elles se trouvent, avec les dates indiquées par la liste.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Used only for rasters that have no CRS.</source>
        <translation>Utilisé uniquement pour les rasters qui n&apos;ont pas de SCR.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>One band number, or three for red, green and blue: 3, 2, 1. Empty: automatic.</source>
        <translation>Un numéro de bande, ou trois pour le rouge, le vert et le bleu : 3, 2, 1. Vide : automatique.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>For rasters that do not declare it, or declare it wrongly: 0, -9999. Empty: found automatically; none: no pixels are empty but those that the raster declares.</source>
        <translation>Pour les rasters qui ne la déclarent pas, ou mal : 0, -9999. Vide : trouvée automatiquement ; none : seuls sont vides les pixels que le raster déclare.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Use the bands and contrast of the layers</source>
        <translation>Utiliser les bandes et le contraste des couches</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Layers are indexed in the colours in which the map shows them. Otherwise, bands and contrast are chosen automatically.</source>
        <translation>Les couches sont indexées dans les couleurs que montre la carte. Sinon, les bandes et le contraste sont choisis automatiquement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>Build even if it takes more than a day or the free disk</source>
        <translation>Construire même s&apos;il faut plus d&apos;un jour ou plus que l&apos;espace disque libre</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>No imagery is selected. Choose raster layers or files, or a folder of rasters.</source>
        <translation>Aucune image n&apos;est sélectionnée. Choisissez des couches raster ou des fichiers, ou un dossier de rasters.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>{path} cannot be opened as a raster. Check that the file exists.</source>
        <translation>{path} ne peut pas être ouvert en tant que raster. Vérifiez que le fichier existe.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/imagery_parameters.py"/>
        <source>{layer} is not a raster layer. Choose layers with imagery.</source>
        <translation>{layer} n&apos;est pas une couche raster. Choisissez des couches contenant des images.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Import voice notes</source>
        <translation>Importer des notes vocales</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>notes recordings field gps gpx csv memo</source>
        <translation>notes enregistrements terrain gps gpx csv mémo</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Adds a folder of recordings to a GeoPackage of voice notes, each at the place where it was recorded. Places come from a CSV file with the columns file, lon, lat (or x, y), from a GPX track by the time of the recording, or from names such as N48.1234_E11.5678.wav. The sound is copied into the GeoPackage; recordings that it holds already are left out.</source>
        <translation>Ajoute un dossier d&apos;enregistrements à un GeoPackage de notes vocales, chacun au lieu où il a été fait. Les lieux proviennent d&apos;un fichier CSV avec les colonnes file, lon, lat (ou x, y), d&apos;une trace GPX selon l&apos;heure de l&apos;enregistrement, ou de noms tels que N48.1234_E11.5678.wav. Le son est copié dans le GeoPackage ; les enregistrements qu&apos;il contient déjà sont omis.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Folder of recordings</source>
        <translation>Dossier d&apos;enregistrements</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Positions</source>
        <translation>Positions</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>CSV or GPX files (*.csv *.gpx);;All files (*.*)</source>
        <translation>Fichiers CSV ou GPX (*.csv *.gpx);;Tous les fichiers (*.*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Empty: the only CSV or GPX file of the folder, else the names of the recordings.</source>
        <translation>Vide : le seul fichier CSV ou GPX du dossier, sinon les noms des enregistrements.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>CRS of the columns x and y</source>
        <translation>SCR des colonnes x et y</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Seconds that the recorder&apos;s clock is ahead of the GPX track&apos;s</source>
        <translation>Secondes d&apos;avance de l&apos;horloge de l&apos;enregistreur sur celle de la trace GPX</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>Number of new notes</source>
        <translation>Nombre de nouvelles notes</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/import_notes.py"/>
        <source>%n note(s) added; {known} were there already.</source>
        <translation>
            <numerusform>%Ln note ajoutée ; déjà présentes : {known}.</numerusform>
            <numerusform>%Ln notes ajoutées ; déjà présentes : {known}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Voice index footprints</source>
        <translation>Emprises d&apos;un index vocal</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>tiles outline coverage</source>
        <translation>tuiles contour couverture emprise</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Creates a layer with the footprint of every tile of a voice index: its ID, raster, ground size and acquisition date.</source>
        <translation>Crée une couche avec l&apos;emprise de chaque tuile d&apos;un index vocal : son ID, son raster, sa taille au sol et sa date d&apos;acquisition.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/index_footprints.py"/>
        <source>Footprints</source>
        <translation>Emprises</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/number_lists.py"/>
        <source>“{text}” is not a list of ground sizes. Enter metres: 100, 200.</source>
        <translation>« {text} » n&apos;est pas une liste de tailles au sol. Saisissez des mètres : 100, 200.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/number_lists.py"/>
        <source>“{text}” is not a list of bands. Enter one band number, or three: 3, 2, 1.</source>
        <translation>« {text} » n&apos;est pas une liste de bandes. Saisissez un numéro de bande, ou trois : 3, 2, 1.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/number_lists.py"/>
        <source>“{text}” is not a value of pixels. Enter a number, such as 0 or -9999, or none.</source>
        <translation>« {text} » n&apos;est pas une valeur de pixel. Saisissez un nombre, comme 0 ou -9999, ou none.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/output_layers.py"/>
        <source>The output cannot be written: {reason} Choose another location or format.</source>
        <translation>La sortie ne peut pas être écrite : {reason} Choisissez un autre emplacement ou un autre format.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/provider.py"/>
        <source>Voice search (SCRL)</source>
        <translation>Recherche vocale (SCRL)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/provider.py"/>
        <source>Voice search of imagery (SCRL)</source>
        <translation>Recherche vocale dans les images (SCRL)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>A word, a phrase or a sentence in English.</source>
        <translation>Un mot, une expression ou une phrase en anglais.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Recorded question</source>
        <translation>Question enregistrée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Audio files (*.wav *.flac *.ogg *.opus *.mp3);;All files (*.*)</source>
        <translation>Fichiers audio (*.wav *.flac *.ogg *.opus *.mp3);;Tous les fichiers (*.*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>One spoken English sentence, up to 30 seconds.</source>
        <translation>Une phrase dite en anglais, 30 secondes au plus.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Search profile</source>
        <translation>Profil de recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Search profiles (*.scrlprofile);;All files (*.*)</source>
        <translation>Profils de recherche (*.scrlprofile);;Tous les fichiers (*.*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Saved in the dock with Save as search profile.</source>
        <translation>Enregistré dans le panneau avec « Enregistrer comme profil de recherche ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>A place on the map</source>
        <translation>Un lieu sur la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Finds more of what can be seen there.</source>
        <translation>Trouve d&apos;autres exemples de ce qui y est visible.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Points or polygons as examples</source>
        <translation>Points ou polygones d&apos;exemple</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>A layer, or its selected features; a few of them.</source>
        <translation>Une couche, ou ses entités sélectionnées ; quelques-unes seulement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Image as example</source>
        <translation>Image d&apos;exemple</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>Images (*.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.webp);;All files (*.*)</source>
        <translation>Images (*.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.webp);;Tous les fichiers (*.*)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/question.py"/>
        <source>An aerial picture of what you are looking for, seen from above.</source>
        <translation>Une image aérienne de ce que vous cherchez, vu d&apos;en haut.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Report of places found</source>
        <translation>Rapport des lieux trouvés</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>html page print pictures thumbnails hits share document</source>
        <translation>html page impression images vignettes résultats partager document</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Writes places that a search has found as one HTML page: the question, a map, and for each place its picture, score, position, date and raster. Everything is inside the file: it opens without a network, can be sent and printed. Pictures are read from the rasters of the voice index, where these still lie.</source>
        <translation>Écrit les lieux trouvés par une recherche sous forme d’une page HTML : la question, une carte et, pour chaque lieu, son image, son score, sa position, sa date et son raster. Tout est dans le fichier : il s’ouvre sans réseau, peut être envoyé et imprimé. Les images sont lues dans les rasters de l’index vocal, s’ils s’y trouvent encore.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>A layer that a search has made, or its selected features.</source>
        <translation>Une couche créée par une recherche, ou ses entités sélectionnées.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Empty: the question.</source>
        <translation>Vide : la question.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Coordinate system of positions</source>
        <translation>Système de coordonnées des positions</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Positions are given in it beside longitude and latitude. Empty: that of the project.</source>
        <translation>Les positions y sont données en plus de la longitude et de la latitude. Vide : celui du projet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>Also add a print layout to the project</source>
        <translation>Ajouter aussi une mise en page au projet</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>An atlas with a page for each place. Its pictures are put into a folder beside the report; the layer must be in the project.</source>
        <translation>Un atlas avec une page par lieu. Ses images sont placées dans un dossier à côté du rapport ; la couche doit être dans le projet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>This layer holds no places that a search has found. Choose the layer of a search.</source>
        <translation>Cette couche ne contient aucun lieu trouvé par une recherche. Choisissez la couche d’une recherche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>This layer does not say which voice index its places are from. Search again, and make the report of the new layer.</source>
        <translation>Cette couche ne dit pas de quel index vocal viennent ses lieux. Relancez la recherche, et faites le rapport de la nouvelle couche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>A print layout shows a layer of the project. Add the layer to the project first.</source>
        <translation>Une mise en page montre une couche du projet. Ajoutez d’abord la couche au projet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/report.py"/>
        <source>The layout “{name}” was added to the project.</source>
        <translation>La mise en page « {name} » a été ajoutée au projet.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Save search</source>
        <translation>Enregistrer une recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>watch monitor new alert saved search keep asking</source>
        <translation>surveiller veille nouveau alerte recherche enregistrée</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Saves a question beside a voice index, in the file “NAME searches.json”, to be asked of the imagery that is added from now on; “New places for saved searches” asks it. The searches of an index that has an address (a shared one, or one that a cluster searches) are your own, on this computer. A recording or a search profile must stay where it is; an area is copied.</source>
        <translation>Enregistre une question à côté d’un index vocal, dans le fichier « NAME searches.json », pour la poser aux images ajoutées à partir de maintenant ; « Nouveaux lieux des recherches enregistrées » la pose. Les recherches d’un index qui a une adresse (un index partagé, ou un index qu’une grappe interroge) sont les vôtres, sur cet ordinateur. Un enregistrement ou un profil de recherche doit rester à sa place ; une zone est copiée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Empty: 0.5, at which a place is as likely right as wrong.</source>
        <translation>Vide : 0,5, où un lieu a autant de chances d’être juste que faux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/save_search.py"/>
        <source>Replace a search of the same name</source>
        <translation>Remplacer une recherche du même nom</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Map of scores</source>
        <translation>Carte des scores</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>heat map heatmap score raster probability all tiles query</source>
        <translation>carte de chaleur score raster probabilité toutes tuiles requête</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Colours the whole map: computes the score of every tile of a voice index for a question that is typed, recorded, shown by examples, or a combination of these. The result is a raster (GeoTIFF) in the CRS of the indexed rasters, or in EPSG:4326 if they have several; a cell is as large as the step between the smallest tiles and has the best score of the tiles there. Points have the score of each single tile.</source>
        <translation>Colore toute la carte : calcule le score de chaque tuile d&apos;un index vocal pour une question tapée, enregistrée, montrée par des exemples, ou une combinaison de celles-ci. Le résultat est un raster (GeoTIFF) dans le SCR des rasters indexés, ou en EPSG:4326 s&apos;ils en ont plusieurs ; une cellule est aussi grande que le pas entre les plus petites tuiles et a le meilleur score des tuiles à cet endroit. Les points ont le score de chaque tuile.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Scores of tiles (points)</source>
        <translation>Scores des tuiles (points)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>Best score</source>
        <translation>Meilleur score</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>%n tile(s); the best score is {score:.3f}.</source>
        <translation>
            <numerusform>%Ln tuile ; le meilleur score est {score:.3f}.</numerusform>
            <numerusform>%Ln tuiles ; le meilleur score est {score:.3f}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>{percent:.1f}% of them have a score of {limit:.3f} or more; those below it are more likely wrong.</source>
        <translation>{percent:.1f} % d&apos;entre elles ont un score d&apos;au moins {limit:.3f} ; celles en dessous sont plus probablement fausses.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/score_map.py"/>
        <source>There is no question. Type what to look for, or choose a recording or an example.</source>
        <translation>Il n&apos;y a pas de question. Tapez ce qu&apos;il faut chercher, ou choisissez un enregistrement ou un exemple.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Number of hits</source>
        <translation>Nombre de résultats</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Empty: all hits. The score is the probability that a hit is right, 0 to 1; 0.5 is a good start.</source>
        <translation>Vide : tous les résultats. Le score est la probabilité qu&apos;un résultat soit correct, de 0 à 1 ; 0,5 est un bon début.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Most hits of each raster</source>
        <translation>Nombre maximal de résultats par raster</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Empty: no limit. 1 shows the best place of each raster.</source>
        <translation>Vide : pas de limite. 1 montre le meilleur endroit de chaque raster.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Keep only the best of hits that show the same place</source>
        <translation>Ne garder que le meilleur des résultats qui montrent le même lieu</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Compare with every tile (slower in large indexes)</source>
        <translation>Comparer avec toutes les tuiles (plus lent dans les grands index)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Hits</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>Number of hits found</source>
        <translation>Nombre de résultats trouvés</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>No hits among %n tile(s). Reduce the minimum score, or rephrase the question.</source>
        <translation>
            <numerusform>Aucun résultat parmi %Ln tuile. Réduisez le score minimal, ou reformulez la question.</numerusform>
            <numerusform>Aucun résultat parmi %Ln tuiles. Réduisez le score minimal, ou reformulez la question.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>%n hit(s) among {tiles} ({method}); the best score is {score:.3f}.</source>
        <translation>
            <numerusform>%Ln résultat parmi {tiles} ({method}) ; le meilleur score est {score:.3f}.</numerusform>
            <numerusform>%Ln résultats parmi {tiles} ({method}) ; le meilleur score est {score:.3f}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/search.py"/>
        <source>%n of them with a score of {limit:.3f} or more; hits below it are more likely wrong.</source>
        <translation>
            <numerusform>%Ln d&apos;entre eux a un score d&apos;au moins {limit:.3f} ; en dessous, les résultats sont plus probablement faux.</numerusform>
            <numerusform>%Ln d&apos;entre eux ont un score d&apos;au moins {limit:.3f} ; en dessous, les résultats sont plus probablement faux.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Search by example</source>
        <translation>Rechercher à partir d&apos;un exemple</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>find query similar like place picture image chip</source>
        <translation>trouver question similaire lieu image exemple</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>Finds places that look like a place on the map, or like an image. A point stands for the smallest tile there, a polygon for the mean of the tiles that are mostly inside it; several examples are combined. A place has to be covered by the voice index; an image need not be, and need not be georeferenced.</source>
        <translation>Trouve des lieux qui ressemblent à un lieu de la carte, ou à une image. Un point représente la plus petite tuile à cet endroit, un polygone la moyenne des tuiles qui s&apos;y trouvent en majeure partie ; plusieurs exemples sont combinés. Un lieu doit être couvert par l&apos;index vocal ; une image n&apos;a pas besoin de l&apos;être, ni d&apos;être géoréférencée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_example.py"/>
        <source>No example is selected. Click a point on the map, or choose features or an image.</source>
        <translation>Aucun exemple n&apos;est sélectionné. Cliquez sur un point de la carte, ou choisissez des entités ou une image.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_profile.py"/>
        <source>Search by profile</source>
        <translation>Rechercher par profil</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_profile.py"/>
        <source>find query profile saved question classifier labels feedback</source>
        <translation>trouver requête profil question enregistrée classifieur étiquettes retour</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_profile.py"/>
        <source>Finds places with a search profile: a question that has learned from answers with yes and no, saved in the voice search dock as a file NAME.scrlprofile. It works with every voice index of the model it was made with. The score is the probability that a place is a yes. The result is a layer with a polygon for each hit, best first, in EPSG:4326.</source>
        <translation>Trouve des lieux avec un profil de recherche : une question qui a appris de réponses oui et non, enregistrée dans le panneau de recherche vocale sous la forme d’un fichier NAME.scrlprofile. Il fonctionne avec tout index vocal du modèle avec lequel il a été créé. Le score est la probabilité qu’un lieu soit un oui. Le résultat est une couche avec un polygone par résultat, le meilleur en premier, en EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Search by recording</source>
        <translation>Rechercher à partir d&apos;un enregistrement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>find query sound audio</source>
        <translation>trouver question son audio enregistrement</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_recording.py"/>
        <source>Finds places that match what is said in an audio file. Describe in one sentence what can be seen from above: “white storage tanks beside a river”. The result is a layer with a polygon for each hit, best first, in EPSG:4326.

The voice search dock listens to the microphone; this algorithm is for models, batches and scripts.</source>
        <translation>Trouve les lieux qui correspondent à ce qui est dit dans un fichier audio. Décrivez en une phrase, en anglais, ce qui est visible d&apos;en haut : « white storage tanks beside a river » (réservoirs blancs au bord d&apos;une rivière). Le résultat est une couche avec un polygone par résultat, le meilleur en premier, en EPSG:4326.

Le panneau Recherche vocale écoute le microphone ; cet algorithme est destiné aux modèles, aux traitements par lots et aux scripts.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_text.py"/>
        <source>Search by text</source>
        <translation>Rechercher par texte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_text.py"/>
        <source>find query words typed sentence phrase</source>
        <translation>trouver requête mots saisie phrase</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_text.py"/>
        <source>Finds places that match a typed description. Describe in English what can be seen from above: “white storage tanks beside a river”. The result is a layer with a polygon for each hit, best first, in EPSG:4326.</source>
        <translation>Trouve les lieux qui correspondent à une description saisie. Décrivez en anglais ce que l&apos;on voit d&apos;en haut : « white storage tanks beside a river ». Le résultat est une couche avec un polygone par résultat, les meilleurs d&apos;abord, en EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_by_text.py"/>
        <source>Type what to look for, in English.</source>
        <translation>Saisissez en anglais ce qu&apos;il faut rechercher.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Search a catalogue (STAC)</source>
        <translation>Rechercher dans un catalogue (STAC)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>stac catalog satellite cog cloud download online</source>
        <translation>stac catalogue satellite cog nuage téléchargement en ligne</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Searches a STAC catalogue, an API or a static one, for images by area, date and clouds. The results are a layer with the footprint of each image and its address, which QGIS opens as a raster, and a list (JSON) from which Build voice index and Add imagery to voice index read the images where they lie. Nothing but descriptions is downloaded here.

Connections are opened only to the catalogue that you name, and to where its links lead. The licences that the catalogue names are in the log: check that they allow what you intend.</source>
        <translation>Recherche dans un catalogue STAC, API ou statique, des images selon la zone, la date et les nuages. Les résultats sont une couche avec l&apos;emprise de chaque image et son adresse, que QGIS ouvre comme raster, et une liste (JSON) d&apos;après laquelle « Construire un index vocal » et « Ajouter des images à un index vocal » lisent les images là où elles se trouvent. Seules des descriptions sont téléchargées ici.

Des connexions ne sont ouvertes que vers le catalogue indiqué et là où mènent ses liens. Les licences nommées par le catalogue figurent dans le journal : vérifiez qu&apos;elles autorisent l&apos;usage prévu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>That of a STAC API or of a static catalogue, or a file catalog.json.</source>
        <translation>Celle d&apos;une API STAC ou d&apos;un catalogue statique, ou un fichier catalog.json.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Maximum cloud cover (percent)</source>
        <translation>Couverture nuageuse maximale (pour cent)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Images that do not say how many clouds they have are kept.</source>
        <translation>Les images qui n&apos;indiquent pas leur couverture nuageuse sont gardées.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Only these collections</source>
        <translation>Uniquement ces collections</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>IDs, separated by commas. Empty: all.</source>
        <translation>ID séparés par des virgules. Vide : toutes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Footprints of images</source>
        <translation>Emprises des images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>List of images</source>
        <translation>Liste des images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>STAC items (*.json)</source>
        <translation>Éléments STAC (*.json)</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>The input of Build voice index and Add imagery to voice index.</source>
        <translation>L&apos;entrée de « Construire un index vocal » et de « Ajouter des images à un index vocal ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Number of images</source>
        <translation>Nombre d&apos;images</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Number of items without a picture</source>
        <translation>Nombre d&apos;éléments sans image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_catalogue.py"/>
        <source>Enter the address of a catalogue, such as https://stac.example.net.</source>
        <translation>Saisissez l&apos;adresse d&apos;un catalogue, par exemple https://stac.example.net.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Search voice notes</source>
        <translation>Rechercher des notes vocales</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>notes recordings field memo which fit here</source>
        <translation>notes enregistrements terrain mémo correspondent ici</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Ranks voice notes by how well they describe a place of a voice index, a picture, or what is said or typed. Notes that were recorded elsewhere count, too: somebody may have described a place like this. The result is a layer with a point for each note, best first, in EPSG:4326.</source>
        <translation>Classe les notes vocales selon leur aptitude à décrire un lieu d&apos;un index vocal, une image, ou ce qui est dit ou tapé. Les notes enregistrées ailleurs comptent aussi : quelqu&apos;un a pu décrire un lieu semblable. Le résultat est une couche avec un point par note, les meilleures d&apos;abord, en EPSG:4326.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Needed for places: the notes are compared with its tiles there.</source>
        <translation>Nécessaire pour les lieux : les notes sont comparées à ses tuiles à cet endroit.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Maximum number of notes</source>
        <translation>Nombre maximal de notes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Notes that fit</source>
        <translation>Notes correspondantes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Number of notes that fit</source>
        <translation>Nombre de notes correspondantes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/search_notes.py"/>
        <source>Choose the voice index that the places are compared in.</source>
        <translation>Choisissez l&apos;index vocal dans lequel les lieux sont comparés.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>New places for saved searches</source>
        <translation>Nouveaux lieux des recherches enregistrées</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>Asks the saved searches of a voice index of the imagery that has been added since they were last asked. The result is a layer with a polygon for each new place, in EPSG:4326; the attribute “question” is the name of its search. What it has found once is not found again. Searches are saved with “Save search”.</source>
        <translation>Pose les recherches enregistrées d’un index vocal aux images ajoutées depuis la dernière fois. Le résultat est une couche avec un polygone pour chaque nouveau lieu, en EPSG:4326 ; l’attribut « question » est le nom de la recherche. Ce qui a été trouvé une fois ne l’est plus ensuite. Les recherches s’enregistrent avec « Enregistrer une recherche ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>New places</source>
        <translation>Nouveaux lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>Number of new places</source>
        <translation>Nombre de nouveaux lieux</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>{index} has no saved searches. Save one with “Save search”.</source>
        <translation>{index} n’a aucune recherche enregistrée. Enregistrez-en une avec « Enregistrer une recherche ».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/processing/watch_index.py"/>
        <source>{name}: %n new place(s) in {tiles}.</source>
        <translation>
            <numerusform>{name} : %Ln nouveau lieu dans {tiles}.</numerusform>
            <numerusform>{name} : %Ln nouveaux lieux dans {tiles}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Asked with</source>
        <translation>Posée avec</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>a place on the map</source>
        <translation>un lieu sur la carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>spoken, heard as “{words}”</source>
        <translation>parlé, entendu comme « {words} »</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>typed “{words}”</source>
        <translation>saisi « {words} »</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>{part}, weight {weight}</source>
        <translation>{part}, poids {weight}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Rasters</source>
        <translation>Rasters</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/question_words.py"/>
        <source>Tile sizes</source>
        <translation>Tailles de tuile</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Similarity</source>
        <translation>Similarité</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>No picture: the raster has been moved or deleted</source>
        <translation>Pas d’image : le raster a été déplacé ou supprimé</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Without a picture, because their images have been moved or deleted: {missing} of {places} places.</source>
        <translation>Sans image, car leurs rasters ont été déplacés ou supprimés : {missing} lieux sur {places}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/reports.py"/>
        <source>Made with the QGIS plugin qgis_scrl</source>
        <translation>Créé avec l’extension QGIS qgis_scrl</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/reports.py"/>
        <source>%n place(s) in the report have no picture, because their images have been moved or deleted. If they were moved, use Relocate… under Details in the dock, then make the report again.</source>
        <translation>
            <numerusform>%Ln lieu du rapport n’a pas d’image, car son raster a été déplacé ou supprimé. S’il a été déplacé, utilisez « Relocaliser… » sous « Détails » dans le panneau, puis refaites le rapport.</numerusform>
            <numerusform>%Ln lieux du rapport n’ont pas d’image, car leurs rasters ont été déplacés ou supprimés. S’ils ont été déplacés, utilisez « Relocaliser… » sous « Détails » dans le panneau, puis refaites le rapport.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>{block} was left out: {reason}.</source>
        <translation>{block} a été laissé de côté : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>{folder} contains other files. Choose an empty folder, or a new one.</source>
        <translation>{folder} contient d’autres fichiers. Choisissez un dossier vide, ou un nouveau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>{folder} contains imagery of another service, area or resolution. Choose another folder, or the same layer, area and resolution as before to go on.</source>
        <translation>{folder} contient des images d’un autre service, d’une autre zone ou d’une autre résolution. Choisissez un autre dossier, ou, pour poursuivre, les mêmes couche, zone et résolution qu’auparavant.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/download.py"/>
        <source>The imagery cannot be written to {folder} ({reason}). Choose another folder, or make room.</source>
        <translation>Les images ne peuvent pas être écrites dans {folder} ({reason}). Choisissez un autre dossier, ou libérez de la place.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the layer gave no pixels</source>
        <translation>la couche n’a donné aucun pixel</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service asks for a pause of {minutes:.0f} minutes</source>
        <translation>le service demande une pause de {minutes:.0f} minutes</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service asks for a valid user name, password or token (HTTP {status})</source>
        <translation>le service demande un nom d’utilisateur, un mot de passe ou un jeton valide (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service is busy (HTTP {status})</source>
        <translation>le service est occupé (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service answers with an error (HTTP {status})</source>
        <translation>le service répond par une erreur (HTTP {status})</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>the service answers with something that is not an image</source>
        <translation>le service répond par autre chose qu’une image</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/fetching.py"/>
        <source>an image arrived incomplete</source>
        <translation>une image est arrivée incomplète</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/service.py"/>
        <source>The service states no terms: ask its owner.</source>
        <translation>Le service n’énonce aucune condition : demandez à son propriétaire.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/services/service.py"/>
        <source>It is run by {owner}, whose terms of use usually forbid bulk download.</source>
        <translation>Il est géré par {owner}, dont les conditions d’utilisation interdisent d’ordinaire le téléchargement en masse.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Leave the password out: addresses are kept in settings and projects. Put it into an authentication configuration of QGIS and choose a connection that has it, or into PostgreSQL&apos;s password file (pgpass) or service file.</source>
        <translation>N’indiquez pas le mot de passe : les adresses sont conservées dans les paramètres et les projets. Enregistrez-le dans une configuration d’authentification de QGIS et choisissez une connexion qui l’utilise, ou placez-le dans le fichier de mots de passe (pgpass) ou le fichier de services de PostgreSQL.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Install the plugin SCRL Voice Search again.</source>
        <translation>Réinstallez l&apos;extension SCRL Voice Search.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Try again; if it happens again, see the log (View &gt; Panels &gt; Log Messages).</source>
        <translation>Réessayez ; si cela se reproduit, consultez le journal (Vue &gt; Panneaux &gt; Journal des messages).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Copy diagnostics in Settings &gt; Options &gt; Voice search, and report it.</source>
        <translation>Cliquez sur « Copier le diagnostic » dans Préférences &gt; Options &gt; Recherche vocale, et signalez le problème.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Widen the area or the dates.</source>
        <translation>Élargissez la zone ou les dates.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording is silent (peak level {peak_dbfs:.0f} dBFS).</source>
        <translation>L&apos;enregistrement est silencieux (niveau de crête {peak_dbfs:.0f} dBFS).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the microphone is not muted and that QGIS may use it, or choose another one under Microphone.</source>
        <translation>Vérifiez que le microphone n&apos;est pas coupé et que QGIS peut l&apos;utiliser, ou choisissez-en un autre sous « Microphone ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the microphone was not muted, and record it again.</source>
        <translation>Vérifiez que le microphone n&apos;était pas coupé, et refaites l&apos;enregistrement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No speech was found in the recording ({seconds:.1f} s).</source>
        <translation>Aucune parole n&apos;a été trouvée dans l&apos;enregistrement ({seconds:.1f} s).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Speak and say one sentence, close to the microphone.</source>
        <translation>Cliquez sur « Parler » et dites une phrase, près du microphone.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Record one spoken sentence, close to the microphone.</source>
        <translation>Enregistrez une phrase parlée, près du microphone.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording is {seconds:.0f} s long; the limit is {limit:.0f} s.</source>
        <translation>L&apos;enregistrement dure {seconds:.0f} s ; la limite est de {limit:.0f} s.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Say it in one sentence.</source>
        <translation>Dites-le en une phrase.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Cut it to one sentence.</source>
        <translation>Réduisez-le à une phrase.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read as audio: {reason}.</source>
        <translation>{path} ne peut pas être lu comme fichier audio : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a WAV, FLAC, OGG or MP3 file.</source>
        <translation>Choisissez un fichier WAV, FLAC, OGG ou MP3.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read as an image: {reason}.</source>
        <translation>{path} ne peut pas être lu comme image : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a picture or a raster, such as a PNG, JPEG or GeoTIFF file.</source>
        <translation>Choisissez une image ou un raster, par exemple un fichier PNG, JPEG ou GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The search has no question.</source>
        <translation>La recherche ne contient aucune question.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a recording, a place or an image, or type a question.</source>
        <translation>Choisissez un enregistrement, un lieu ou une image, ou saisissez une question.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>There is no word in “{question}”.</source>
        <translation>Il n&apos;y a aucun mot dans « {question} ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Name in English what to look for, for example: storage tanks beside a river.</source>
        <translation>Nommez en anglais ce qu&apos;il faut rechercher, par exemple : storage tanks beside a river.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The model {model} understands spoken questions only.</source>
        <translation>Le modèle {model} ne comprend que les questions parlées.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Speak the question, or update the plugin.</source>
        <translation>Posez la question à voix haute, ou mettez à jour l&apos;extension.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The parts of the question cancel each other out.</source>
        <translation>Les parties de la question s&apos;annulent mutuellement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Remove a part of the question, or change its weight.</source>
        <translation>Retirez une partie de la question, ou modifiez son poids.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask with other examples.</source>
        <translation>Posez la question avec d&apos;autres exemples.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Tile {tile_id} is not in {index}.</source>
        <translation>La tuile {tile_id} n&apos;est pas dans {index}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index has changed since; ask again.</source>
        <translation>L&apos;index a changé depuis ; reposez la question.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a place where the voice index has tiles.</source>
        <translation>Choisissez un lieu où l&apos;index vocal a des tuiles.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be used as a search profile: {reason}.</source>
        <translation>{path} ne peut pas servir de profil de recherche : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask whoever made it to save it again with Save as search profile.</source>
        <translation>Demandez à la personne qui l’a créé de l’enregistrer à nouveau avec « Enregistrer comme profil de recherche ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} was made with another model ({profile_model}) than the installed one ({loaded_model}).</source>
        <translation>{path} a été créé avec un autre modèle ({profile_model}) que celui installé ({loaded_model}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask its question again, answer Y or N to some hits, and save a new search profile.</source>
        <translation>Posez à nouveau sa question, répondez Y ou N à quelques résultats et enregistrez un nouveau profil de recherche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The saved search {name} asks with {path}, which is gone.</source>
        <translation>La recherche enregistrée {name} utilise {path}, qui n’existe plus.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Put the file back, or save the search again with “Save search”, and let it replace the old one.</source>
        <translation>Remettez le fichier à sa place, ou enregistrez de nouveau la recherche avec « Enregistrer une recherche » en remplaçant l’ancienne.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The saved search {name} refers to tiles of {index} as they were before it was embedded with another model.</source>
        <translation>La recherche enregistrée {name} désigne des tuiles de {index} d’avant son recalcul avec un autre modèle.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Save it again with tiles of the index as it is now.</source>
        <translation>Enregistrez-la de nouveau avec des tuiles de l’index actuel.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{index} has no saved search {name}.</source>
        <translation>{index} n’a pas de recherche enregistrée {name}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the name of the search.</source>
        <translation>Vérifiez le nom de la recherche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{index} already has a saved search {name}.</source>
        <translation>{index} a déjà une recherche enregistrée {name}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another name, or tick “Replace a search of the same name”.</source>
        <translation>Choisissez un autre nom, ou cochez « Remplacer une recherche du même nom ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be used as voice notes: {reason}.</source>
        <translation>{path} ne peut pas être utilisé comme notes vocales : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a GeoPackage of voice notes, or make a new one with New.</source>
        <translation>Choisissez un GeoPackage de notes vocales, ou créez-en un avec Nouveau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a GeoPackage of voice notes; “Import voice notes” makes one.</source>
        <translation>Choisissez un GeoPackage de notes vocales ; « Importer des notes vocales » en crée un.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is being changed by another program.</source>
        <translation>{path} est en cours de modification par un autre programme.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Save or cancel the edits of its layer, then try again.</source>
        <translation>Enregistrez ou annulez les modifications de sa couche, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{count} of the {total} voice notes in {path} were embedded with another model than the installed one.</source>
        <translation>{count} des {total} notes vocales de {path} ont été encodées avec un autre modèle que celui installé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Embed again: it embeds them anew, from their sound.</source>
        <translation>Appuyez sur « Réencoder » : elles sont réencodées à partir de leur son.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Open the file under Voice notes in the dock, and press Embed again.</source>
        <translation>Ouvrez le fichier sous « Notes vocales » dans le panneau, puis appuyez sur « Réencoder ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has no voice note {note_id}.</source>
        <translation>{path} ne contient pas de note vocale {note_id}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>It has been deleted meanwhile; open the file again.</source>
        <translation>Elle a été supprimée entre-temps ; ouvrez de nouveau le fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No recording found in {folder}.</source>
        <translation>Aucun enregistrement trouvé dans {folder}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose the folder that contains the recordings: WAV, FLAC, OGG or MP3 files.</source>
        <translation>Choisissez le dossier qui contient les enregistrements : fichiers WAV, FLAC, OGG ou MP3.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{recording} has no position: {reason}.</source>
        <translation>{recording} n&apos;a pas de position : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Give the positions in a CSV file (file, lon, lat) or a GPX track, or name the file as in N48.1234_E11.5678.wav.</source>
        <translation>Donnez les positions dans un fichier CSV (file, lon, lat) ou une trace GPX, ou nommez le fichier comme N48.1234_E11.5678.wav.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The positions in {path} cannot be read: {reason}.</source>
        <translation>Les positions de {path} ne peuvent pas être lues : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a CSV file with the columns file, lon, lat (or x, y and their CRS), or a GPX file with a track.</source>
        <translation>Choisissez un fichier CSV avec les colonnes file, lon, lat (ou x, y et leur SCR), ou un fichier GPX avec une trace.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>There are no answers to export.</source>
        <translation>Il n’y a pas de réponses à exporter.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Select a hit in the list and press Y or N.</source>
        <translation>Sélectionnez un résultat dans la liste et appuyez sur Y ou N.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The area lies outside all imagery of {index}.</source>
        <translation>La zone se trouve hors de toutes les images de {index}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Move the map to where the index has imagery, or search the whole index; Show footprints shows where that is.</source>
        <translation>Déplacez la carte là où l&apos;index a des images, ou recherchez dans tout l&apos;index ; « Afficher les emprises » montre où elles sont.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose an area inside it; “Voice index footprints” shows where that is.</source>
        <translation>Choisissez une zone couverte par ces images ; « Emprises d&apos;un index vocal » montre où elles sont.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The search area cannot be read from {path}: {reason}.</source>
        <translation>La zone de recherche ne peut pas être lue depuis {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another area under Filters.</source>
        <translation>Choisissez une autre zone sous « Filtres ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a polygon layer with a valid CRS.</source>
        <translation>Choisissez une couche de polygones avec un SCR valide.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} contains several polygon layers: {layers}.</source>
        <translation>{path} contient plusieurs couches de polygones : {layers}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose one of them as the search area under Filters.</source>
        <translation>Choisissez-en une comme zone de recherche sous « Filtres ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose one of its layers, not the file: {path}|layername={example}.</source>
        <translation>Choisissez une de ses couches, pas le fichier : {path}|layername={example}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No tile matches the filters ({filters}).</source>
        <translation>Aucune tuile ne correspond aux filtres ({filters}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Widen the area or the dates under Filters.</source>
        <translation>Élargissez la zone ou les dates sous « Filtres ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No place of {index} was acquired both in the earlier ({before}) and in the later time ({after}).</source>
        <translation>Aucun lieu de {index} n&apos;a été acquis à la fois à la date antérieure ({before}) et à la date ultérieure ({after}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The map of scores would have more than {most} cells: its tiles lie too far apart.</source>
        <translation>La carte des scores aurait plus de {most} cellules : ses tuiles sont trop éloignées les unes des autres.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Search only the map view or a polygon under Filters, then colour that.</source>
        <translation>Sous Filtres, limitez la recherche à l&apos;emprise de la carte ou à un polygone, puis colorez ce résultat.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Limit it to an extent or to large tiles.</source>
        <translation>Limitez-la à une emprise ou à de grandes tuiles.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{index} has no tile at {lon:.5f}, {lat:.5f} (longitude, latitude).</source>
        <translation>{index} n&apos;a pas de tuile à {lon:.5f}, {lat:.5f} (longitude, latitude).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a place inside the footprints of the index, or one where the map shows imagery.</source>
        <translation>Choisissez un lieu à l&apos;intérieur des emprises de l&apos;index, ou un lieu où la carte affiche des images.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a place inside the footprints of the index.</source>
        <translation>Choisissez un lieu à l&apos;intérieur des emprises de l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No raster was found in {inputs}.</source>
        <translation>Aucun raster n&apos;a été trouvé dans {inputs}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose raster layers, files, or a folder that contains some.</source>
        <translation>Choisissez des couches raster, des fichiers, ou un dossier qui en contient.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the file exists and opens in QGIS.</source>
        <translation>Vérifiez que le fichier existe et s&apos;ouvre dans QGIS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The catalogue {catalogue} cannot be searched: {reason}.</source>
        <translation>Le catalogue {catalogue} ne peut pas être interrogé : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the address, which is that of a STAC API or of a file catalog.json, and your connection, then press Search again.</source>
        <translation>Vérifiez l&apos;adresse (celle d&apos;une API STAC ou d&apos;un fichier catalog.json) et votre connexion, puis cliquez de nouveau sur « Rechercher ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the address, which is that of a STAC API or of a file catalog.json, and your connection.</source>
        <translation>Vérifiez l&apos;adresse (celle d&apos;une API STAC ou d&apos;un fichier catalog.json) et votre connexion.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is in {format} format, which the engine cannot read.</source>
        <translation>{path} est au format {format}, que le moteur ne peut pas lire.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>When you add it to an index, choose Convert to GeoTIFF, if QGIS can read it.</source>
        <translation>En l&apos;ajoutant à un index, choisissez « Convertir en GeoTIFF », si QGIS peut le lire.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If QGIS can read it, convert it first (Raster &gt; Conversion &gt; Translate).</source>
        <translation>Si QGIS peut le lire, convertissez-le d&apos;abord (Raster &gt; Conversion &gt; Convertir).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has no CRS.</source>
        <translation>{path} n&apos;a pas de SCR.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know it, set it under Rasters with missing metadata.</source>
        <translation>Si vous le connaissez, indiquez-le sous « Rasters aux métadonnées manquantes ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know it, choose it under “CRS of rasters without one”.</source>
        <translation>Si vous le connaissez, choisissez-le sous « SCR des rasters qui n&apos;en ont pas ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The extent of {path} is outside the area of its CRS; the assigned CRS is probably wrong.</source>
        <translation>L&apos;emprise de {path} est en dehors du domaine de validité de son SCR ; le SCR attribué est probablement faux.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If you know the right one, set it under Rasters with missing metadata.</source>
        <translation>Si vous connaissez le bon, indiquez-le sous « Rasters aux métadonnées manquantes ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Assign the right one to the file (Raster &gt; Projections &gt; Assign Projection).</source>
        <translation>Attribuez le bon au fichier (Raster &gt; Projections &gt; Assigner une projection).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} does not show the Earth: its CRS belongs to {body}.</source>
        <translation>{path} ne montre pas la Terre : son SCR est celui de {body}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Voice indexes hold imagery of the Earth only; leave it out.</source>
        <translation>Les index vocaux ne contiennent que des images de la Terre ; retirez ce fichier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is not georeferenced (no geotransform and no world file).</source>
        <translation>{path} n&apos;est pas géoréférencé (ni géotransformation ni fichier world).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Georeference it first (Layer &gt; Georeferencer), or put a world file beside it.</source>
        <translation>Géoréférencez-le d&apos;abord (Couche &gt; Géoréférencer), ou placez un fichier world à côté.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is read from the web ({address}), but only the folder that holds it was chosen.</source>
        <translation>{path} est lu sur le web ({address}), mais seul le dossier qui le contient a été choisi.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Nothing is fetched because a file in a folder says so. If you trust it, choose the file itself, or add it to the map and choose the layer.</source>
        <translation>Rien n’est téléchargé parce qu’un fichier d’un dossier le demande. Si vous lui faites confiance, choisissez le fichier lui-même, ou ajoutez-le à la carte et choisissez la couche.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has %n band(s); {bands} cannot be used.</source>
        <translation>
            <numerusform>{path} a %Ln bande ; inutilisable : {bands}.</numerusform>
            <numerusform>{path} a %Ln bandes ; inutilisable : {bands}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose other bands under Rasters with missing metadata.</source>
        <translation>Choisissez d&apos;autres bandes sous « Rasters aux métadonnées manquantes ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Enter one or three of its band numbers under “Bands to use”.</source>
        <translation>Saisissez un ou trois de ses numéros de bande sous « Bandes à utiliser ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} covers {width_m:.0f} x {height_m:.0f} m: too little for one tile of {ground_size_m:.0f} m.</source>
        <translation>{path} couvre {width_m:.0f} x {height_m:.0f} m : trop peu pour une tuile de {ground_size_m:.0f} m.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a smaller ground size.</source>
        <translation>Choisissez une taille au sol plus petite.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has pixels of {pixel_m:.1f} m: a tile of {ground_size_m:.0f} m would be only {pixels:.0f} pixels wide.</source>
        <translation>{path} a des pixels de {pixel_m:.1f} m : une tuile de {ground_size_m:.0f} m ne ferait que {pixels:.0f} pixels de large.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a ground size of at least {advised_m:.0f} m.</source>
        <translation>Choisissez une taille au sol d&apos;au moins {advised_m:.0f} m.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} appears to be a raster of {index} that was moved from {old} to {new}.</source>
        <translation>{source} semble être un raster de {index} déplacé de {old} vers {new}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If it was moved, press Details, then Relocate…; if it is another raster, remove the old one there first.</source>
        <translation>S&apos;il a été déplacé, cliquez sur « Détails », puis sur « Relocaliser… » ; si c&apos;est un autre raster, retirez-y d&apos;abord l&apos;ancien.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If it was moved, use Relocate… under Details in the dock Voice Search; if it is another raster, remove the old one there first.</source>
        <translation>S&apos;il a été déplacé, utilisez « Relocaliser… » sous « Détails » dans le panneau Recherche vocale ; si c&apos;est un autre raster, retirez-y d&apos;abord l&apos;ancien.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot take the place of {source}: {difference}.</source>
        <translation>{path} ne peut pas remplacer {source} : {difference}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index keeps the old path. Add the new raster with Add layers.</source>
        <translation>L&apos;index garde l&apos;ancien chemin. Ajoutez le nouveau raster avec « Ajouter des couches ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index keeps the old path. Add the new raster with “Add imagery to voice index”.</source>
        <translation>L&apos;index garde l&apos;ancien chemin. Ajoutez le nouveau raster avec « Ajouter des images à un index vocal ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>This build has about {tiles} tiles: about {days:.1f} days of work and {size_gb:.1f} GB on disk ({free_gb:.1f} GB are free).</source>
        <translation>Cette construction compte environ {tiles} tuiles : environ {days:.1f} jours de travail et {size_gb:.1f} Go sur le disque ({free_gb:.1f} Go sont libres).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a larger ground size or a smaller area of the imagery.</source>
        <translation>Choisissez une taille au sol plus grande ou une zone plus petite des images.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a larger ground size or a smaller area of the imagery; to build it all the same, tick “Build even if it takes more than a day or the free disk”.</source>
        <translation>Choisissez une taille au sol plus grande ou une zone plus petite des images ; pour construire quand même, cochez « Construire même s&apos;il faut plus d&apos;un jour ou plus que l&apos;espace disque libre ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is not a voice index.</source>
        <translation>{path} n&apos;est pas un index vocal.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another voice index, or press New index… to build one.</source>
        <translation>Choisissez un autre index vocal, ou cliquez sur « Nouvel index… » pour en construire un.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose the folder NAME.scrl of a voice index, or make one with “Build voice index”.</source>
        <translation>Choisissez le dossier NAME.scrl d&apos;un index vocal, ou créez-en un avec « Construire un index vocal ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} already exists and was built with different settings.</source>
        <translation>{path} existe déjà et a été construit avec d&apos;autres paramètres.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another name, or use Add layers to add imagery to that index.</source>
        <translation>Choisissez un autre nom, ou utilisez « Ajouter des couches » pour ajouter des images à cet index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Use “Add imagery to voice index”, or choose another folder.</source>
        <translation>Utilisez « Ajouter des images à un index vocal », ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has no tiles.</source>
        <translation>{path} n&apos;a aucune tuile.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Add layers to add imagery to it.</source>
        <translation>Cliquez sur « Ajouter des couches » pour y ajouter des images.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Add imagery with “Add imagery to voice index”.</source>
        <translation>Ajoutez des images avec « Ajouter des images à un index vocal ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} was built with another model ({index_model}) than the installed one ({loaded_model}).</source>
        <translation>{path} a été construit avec un autre modèle ({index_model}) que celui installé ({loaded_model}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Embed again: same imagery, same settings.</source>
        <translation>Appuyez sur « Réencoder » : mêmes images, mêmes réglages.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose it in the Voice Search panel and press Embed again.</source>
        <translation>Choisissez-le dans le panneau Recherche vocale et appuyez sur « Réencoder ».</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n of the {total} images of {index} cannot be read, such as {source}; the index stays as it was.</source>
        <translation>
            <numerusform>%Ln des {total} images de {index} ne peut pas être lue, par exemple {source} ; l&apos;index reste tel quel.</numerusform>
            <numerusform>%Ln des {total} images de {index} ne peuvent pas être lues, par exemple {source} ; l&apos;index reste tel quel.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Make them available, or remove them under Details, then press Embed again; what has been embedded is kept.</source>
        <translation>Rendez-les disponibles ou retirez-les dans Détails, puis appuyez sur « Réencoder » ; ce qui est encodé est conservé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Make them available, then try again; what has been embedded is kept.</source>
        <translation>Rendez-les disponibles, puis réessayez ; ce qui est encodé est conservé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} est endommagé : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Details, then Check and repair.</source>
        <translation>Cliquez sur « Détails », puis sur « Vérifier et réparer ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Build it again with “Build voice index”, in a new folder.</source>
        <translation>Reconstruisez-le avec « Construire un index vocal », dans un nouveau dossier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Restore this file from a backup; without one, delete the folder {index} and build the index again.</source>
        <translation>Restaurez ce fichier depuis une sauvegarde ; à défaut, supprimez le dossier {index} et reconstruisez l&apos;index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that you have read permission for this folder, and that its disk is connected.</source>
        <translation>Vérifiez que vous avez le droit de lecture sur ce dossier, et que son disque est connecté.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} has format version {found}; this version reads up to {known}.</source>
        <translation>{path} est au format version {found} ; cette version lit jusqu&apos;à la version {known}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Update the plugin SCRL Voice Search.</source>
        <translation>Mettez à jour l&apos;extension SCRL Voice Search.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is being written by another process (process ID {pid}).</source>
        <translation>{path} est en cours d&apos;écriture par un autre processus (ID de processus {pid}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until that build has finished, here or in another QGIS; searching works meanwhile.</source>
        <translation>Attendez la fin de cette construction, ici ou dans un autre QGIS ; la recherche reste possible entre-temps.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until the other QGIS or program has finished building, then run this again.</source>
        <translation>Attendez que l&apos;autre QGIS ou programme ait terminé la construction, puis relancez l&apos;algorithme.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} is already being written.</source>
        <translation>{path} est déjà en cours d&apos;écriture.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until it has finished, or cancel that build; searching works meanwhile.</source>
        <translation>Attendez la fin de l&apos;écriture, ou annulez cette construction ; la recherche reste possible entre-temps.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Wait until it has finished, then run this again.</source>
        <translation>Attendez la fin de l&apos;écriture, puis relancez l&apos;algorithme.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} holds %n image(s) that {source} does not, such as {example}.</source>
        <translation>
            <numerusform>{path} contient %Ln image absente de {source}, par exemple {example}.</numerusform>
            <numerusform>{path} contient %Ln images absentes de {source}, par exemple {example}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Take a copy of the shared index first and add to that copy, or choose another schema or name.</source>
        <translation>Récupérez d’abord une copie de l’index partagé et complétez-la, ou choisissez un autre schéma ou un autre nom.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database {server} cannot be reached: {reason}.</source>
        <translation>La base de données {server} est injoignable : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check its address and the network, then try again; finished work is kept.</source>
        <translation>Vérifiez l’adresse et le réseau, puis réessayez ; le travail terminé est conservé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database {server} does not let you in: {reason}.</source>
        <translation>La base de données {server} refuse la connexion : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check user name and password: in QGIS&apos;s authentication configuration if the address names one (Settings &gt; Options &gt; Authentication), if not in PostgreSQL&apos;s password file (pgpass) or service file.</source>
        <translation>Vérifiez le nom d’utilisateur et le mot de passe : dans la configuration d’authentification de QGIS si l’adresse en nomme une (Préférences &gt; Options &gt; Authentification), sinon dans le fichier de mots de passe (pgpass) ou le fichier de services de PostgreSQL.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine was not given user and password of the authentication configuration {authcfg} for {server}.</source>
        <translation>Le moteur n’a pas reçu l’utilisateur et le mot de passe de la configuration d’authentification {authcfg} pour {server}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the configuration in Settings &gt; Options &gt; Authentication, then try again.</source>
        <translation>Vérifiez la configuration dans Préférences &gt; Options &gt; Authentification, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The shared index needs a password that QGIS keeps under lock.</source>
        <translation>L’index partagé nécessite un mot de passe que QGIS garde sous clé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Try again, and enter QGIS&apos;s master password.</source>
        <translation>Appuyez sur « Réessayer » et saisissez le mot de passe principal de QGIS.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Run this again and enter QGIS&apos;s master password; for qgis_process, the variable QGIS_AUTH_PASSWORD_FILE names a file that holds it.</source>
        <translation>Relancez ceci et saisissez le mot de passe principal de QGIS ; pour qgis_process, la variable QGIS_AUTH_PASSWORD_FILE désigne un fichier qui le contient.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>This QGIS has no authentication configuration {authcfg}.</source>
        <translation>Ce QGIS n’a pas de configuration d’authentification {authcfg}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Connect to the shared index again, with a connection of this QGIS that has user and password in an authentication configuration.</source>
        <translation>Connectez-vous à nouveau à l’index partagé, avec une connexion de ce QGIS dont la configuration d’authentification contient l’utilisateur et le mot de passe.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The authentication configuration {authcfg} cannot be used for a database: {reason}.</source>
        <translation>La configuration d’authentification {authcfg} n’est pas utilisable pour une base de données : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose a connection whose configuration has user and password (Basic) or certificates (PKI).</source>
        <translation>Choisissez une connexion dont la configuration contient un utilisateur et un mot de passe (Basic) ou des certificats (PKI).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database {server} does not have {extension}.</source>
        <translation>{extension} manque dans la base de données {server}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask its administrator to install it, then to run: {statement}</source>
        <translation>Demandez à l’administrateur de l’installer, puis d’exécuter : {statement}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>You may not do that with {path}: {reason}.</source>
        <translation>Vous n’avez pas le droit de faire cela avec {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask the administrator of the database to give you the role {role}.</source>
        <translation>Demandez à l’administrateur de la base de données de vous donner le rôle {role}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The saved searches in {path} cannot be read: {reason}.</source>
        <translation>Les recherches enregistrées dans {path} ne peuvent pas être lues : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Restore this file from a backup; to begin anew, rename it. It is left as it is until then.</source>
        <translation>Restaurez ce fichier depuis une sauvegarde ; pour repartir de zéro, renommez-le. D’ici là, il reste tel quel.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} is not a raster of {index}.</source>
        <translation>{source} n&apos;est pas un raster de {index}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The index has changed since; close Details and open it again.</source>
        <translation>L&apos;index a changé depuis ; fermez la fenêtre « Détails » et rouvrez-la.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Enter file names of rasters in the voice index; * stands for any number of characters.</source>
        <translation>Saisissez des noms de fichiers de rasters de l&apos;index vocal ; * remplace un nombre quelconque de caractères.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that you have write permission for this folder, or choose another one.</source>
        <translation>Vérifiez que vous avez le droit d&apos;écriture sur ce dossier, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The disk with {path} is full.</source>
        <translation>Le disque contenant {path} est plein.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, then try again. A build keeps what it has finished: Continue resumes it.</source>
        <translation>Libérez de l’espace, puis réessayez. Une construction garde ce qui est terminé : « Continuer » la reprend.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, then run this again. A build keeps what it has finished, and resumes there.</source>
        <translation>Libérez de l’espace, puis relancez ce traitement. Une construction garde ce qui est terminé et reprend à cet endroit.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No microphone can be used: {reason}.</source>
        <translation>Aucun microphone n&apos;est utilisable : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Connect one, allow QGIS to use it, or choose another one under Microphone. Open… asks with a recording instead.</source>
        <translation>Branchez-en un, autorisez QGIS à l&apos;utiliser, ou choisissez-en un autre sous « Microphone ». « Ouvrir… » permet d&apos;utiliser plutôt un enregistrement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is being used for another recording.</source>
        <translation>Le microphone est utilisé pour un autre enregistrement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Finish or cancel that recording first.</source>
        <translation>Terminez ou annulez d&apos;abord cet enregistrement.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>No model was found in {path}.</source>
        <translation>Aucun modèle n&apos;a été trouvé dans {path}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The model in {path} cannot be loaded: {reason}.</source>
        <translation>Le modèle dans {path} ne peut pas être chargé : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{name} is needed for this and is not installed.</source>
        <translation>{name} est nécessaire pour cela et n&apos;est pas installé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Repair in Settings &gt; Options &gt; Voice search.</source>
        <translation>Cliquez sur « Réparer » dans Préférences &gt; Options &gt; Recherche vocale.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The database of coordinate reference systems (PROJ&apos;s proj.db) is missing.</source>
        <translation>La base de données des systèmes de coordonnées de référence (proj.db de PROJ) est absente.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Press Repair in Settings &gt; Options &gt; Voice search; where the engine runs on Debian&apos;s or Ubuntu&apos;s own packages, `sudo apt install proj-data` fixes it.</source>
        <translation>Cliquez sur « Réparer » dans Préférences &gt; Options &gt; Recherche vocale ; si le moteur utilise les paquets de Debian ou d&apos;Ubuntu, `sudo apt install proj-data` corrige le problème.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>A cluster takes Dask, which is not installed for the engine.</source>
        <translation>Une grappe nécessite Dask, qui n’est pas installé pour le moteur.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Install it from a terminal: {command}</source>
        <translation>Installez-le depuis un terminal : {command}</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The Dask scheduler {address} cannot be reached: {reason}.</source>
        <translation>L’ordonnanceur Dask {address} est inaccessible : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check its address in Settings &gt; Options &gt; Voice search, and that it is running; without an address, this computer builds alone.</source>
        <translation>Vérifiez son adresse dans Préférences &gt; Options &gt; Recherche vocale, et qu’il est en marche ; sans adresse, cet ordinateur construit seul.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The Dask scheduler {address} has no worker of the voice search.</source>
        <translation>L’ordonnanceur Dask {address} n’a aucun worker de la recherche vocale.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask whoever runs the cluster to start its workers, then try again.</source>
        <translation>Demandez à l’administrateur de la grappe de démarrer ses workers, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The workers of {address} run {workers}; this computer runs {own}.</source>
        <translation>Les workers de {address} utilisent {workers} ; cet ordinateur utilise {own}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The same version of the plugin, with the same model, must be installed there and here.</source>
        <translation>La même version de l’extension, avec le même modèle, doit être installée là-bas et ici.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The connection to the Dask scheduler {address} was lost.</source>
        <translation>La connexion à l’ordonnanceur Dask {address} a été perdue.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Try again once the scheduler is running again. A build keeps what it has finished: Continue resumes it.</source>
        <translation>Réessayez dès que l’ordonnanceur fonctionne de nouveau. Une construction garde ce qui est terminé : « Continuer » la reprend.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Run this again once the scheduler is running again. A build keeps what it has finished, and resumes there.</source>
        <translation>Relancez ce traitement dès que l’ordonnanceur fonctionne de nouveau. Une construction garde ce qui est terminé et reprend à cet endroit.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n of the {total} parts could not be finished on the cluster: {reason}.</source>
        <translation>
            <numerusform>%Ln des {total} parties n’a pas pu être terminée sur la grappe : {reason}.</numerusform>
            <numerusform>%Ln des {total} parties n’ont pas pu être terminées sur la grappe : {reason}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Everything else is in the index. Press Continue to do what is left.</source>
        <translation>Tout le reste est dans l’index. Cliquez sur « Continuer » pour faire ce qui reste.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Everything else is in the index. Run this again to do what is left.</source>
        <translation>Tout le reste est dans l’index. Relancez ce traitement pour faire ce qui reste.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{address} cannot be used to bring parts from the workers: {reason}.</source>
        <translation>{address} ne peut pas servir à rapporter les parties des workers : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check the staging storage in Settings &gt; Options &gt; Voice search, and its credentials in the environment of QGIS and of the workers.</source>
        <translation>Vérifiez le stockage intermédiaire dans Préférences &gt; Options &gt; Recherche vocale, et ses identifiants dans l’environnement de QGIS et des workers.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search does not match this version of the plugin.</source>
        <translation>Le moteur de la recherche vocale ne correspond pas à cette version de l&apos;extension.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Cancelled. What was finished is kept.</source>
        <translation>Annulé. Ce qui était terminé est conservé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine has rejected a request of the plugin: {problem}.</source>
        <translation>Le moteur a rejeté une requête de l&apos;extension : {problem}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Something unexpected happened: {what}.</source>
        <translation>Un événement inattendu s&apos;est produit : {what}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search is not installed.</source>
        <translation>Le moteur de la recherche vocale n&apos;est pas installé.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Open the dock Voice Search and press Set up now, or choose a Python of your own in Settings &gt; Options &gt; Voice search.</source>
        <translation>Ouvrez le panneau Recherche vocale et cliquez sur « Installer maintenant », ou choisissez votre propre Python dans Préférences &gt; Options &gt; Recherche vocale.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The Python chosen for the engine cannot be run: {path}.</source>
        <translation>Le Python choisi pour le moteur ne peut pas être exécuté : {path}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Choose another one in Settings &gt; Options &gt; Voice search, or empty the field.</source>
        <translation>Choisissez-en un autre dans Préférences &gt; Options &gt; Recherche vocale, ou videz le champ.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search cannot be started ({reason}).</source>
        <translation>Le moteur de la recherche vocale ne peut pas être démarré ({reason}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check its Python in Settings &gt; Options &gt; Voice search.</source>
        <translation>Vérifiez son Python dans Préférences &gt; Options &gt; Recherche vocale.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search ended while it was starting ({reason}).</source>
        <translation>Le moteur de la recherche vocale s&apos;est terminé pendant son démarrage ({reason}).</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search is not running.</source>
        <translation>Le moteur de la recherche vocale n&apos;est pas en cours d&apos;exécution.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>See the message above the map, or Settings &gt; Options &gt; Voice search.</source>
        <translation>Consultez le message au-dessus de la carte, ou Préférences &gt; Options &gt; Recherche vocale.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search stopped unexpectedly.</source>
        <translation>Le moteur de la recherche vocale s&apos;est arrêté de façon inattendue.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search was restarted.</source>
        <translation>Le moteur de la recherche vocale a été redémarré.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Ask again.</source>
        <translation>Reposez la question.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine of the voice search has not responded for {seconds:.0f} s.</source>
        <translation>Le moteur de la recherche vocale ne répond plus depuis {seconds:.0f} s.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Unexpected response from the engine of the voice search.</source>
        <translation>Réponse inattendue du moteur de la recherche vocale.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The plugin is incomplete: there is no engine in {path}.</source>
        <translation>L&apos;extension est incomplète : il n&apos;y a pas de moteur dans {path}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>If its disk is not connected, connect it and choose the index again; if it was moved, open it at its new place; if it was deleted, remove it from the list.</source>
        <translation>Si son disque n&apos;est pas connecté, connectez-le et choisissez à nouveau l&apos;index ; s&apos;il a été déplacé, ouvrez-le à son nouvel emplacement ; s&apos;il a été supprimé, retirez-le de la liste.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The recording cannot be saved in {path}: {reason}.</source>
        <translation>L&apos;enregistrement ne peut pas être sauvegardé dans {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Free some space, or check that you have write permission for this folder.</source>
        <translation>Libérez de l&apos;espace, ou vérifiez que vous avez le droit d&apos;écriture sur ce dossier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The picture of the place cannot be saved in {path}: {reason}.</source>
        <translation>L&apos;image du lieu ne peut pas être sauvegardée dans {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The footprints cannot be saved in {path}: {reason}.</source>
        <translation>Les emprises ne peuvent pas être enregistrées dans {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>QGIS cannot open the map of scores {path}.</source>
        <translation>QGIS ne peut pas ouvrir la carte des scores {path}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Check that the disk has free space, and try again.</source>
        <translation>Vérifiez qu&apos;il reste de l&apos;espace sur le disque, et réessayez.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The demo scene cannot be copied to {path}: {reason}.</source>
        <translation>La scène de démonstration ne peut pas être copiée dans {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The demo cannot be deleted in {path}: {reason}.</source>
        <translation>La démonstration dans {path} ne peut pas être supprimée : {reason}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Restart QGIS, and delete this folder.</source>
        <translation>Redémarrez QGIS et supprimez ce dossier.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The footprints in {path} cannot be opened.</source>
        <translation>Les emprises dans {path} ne peuvent pas être ouvertes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The package annoy is not installed: the question was compared with every tile, which is exact but slower in a large index.</source>
        <translation>Le paquet annoy n&apos;est pas installé : la question a été comparée à toutes les tuiles, ce qui est exact mais plus lent dans un grand index.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Part {part} has no usable search tree ({reason}) and was searched tile by tile; Check and repair in Details fixes it.</source>
        <translation>La partie {part} n&apos;a pas d&apos;arbre de recherche utilisable ({reason}) et a été parcourue tuile par tuile ; « Vérifier et réparer » dans « Détails » corrige cela.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The model was probably not taught what this names, so the hits may show something else. An example finds more: “More like this” at a hit that is right, or an image dropped on this panel.</source>
        <translation>Le modèle n&apos;a probablement pas appris ce qui est nommé ici ; les résultats peuvent montrer autre chose. Un exemple en trouve davantage : « Lieux similaires » sur un bon résultat, ou une image déposée sur ce panneau.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n tile(s) without a date were left out.</source>
        <translation>
            <numerusform>%Ln tuile sans date a été écartée.</numerusform>
            <numerusform>%Ln tuiles sans date ont été écartées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} has changed and is indexed again.</source>
        <translation>{source} a changé et est indexé à nouveau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} is served by {service}, whose terms of use usually forbid bulk download. Ask the operator first, or use imagery of your own.</source>
        <translation>{source} provient de {service}, dont les conditions d&apos;utilisation interdisent en général le téléchargement en masse. Demandez d&apos;abord à l&apos;exploitant, ou utilisez vos propres images.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Tiles of {ground_size_m:.0f} m are only {pixels:.0f} pixels wide in {source}, whose pixels are {pixel_m:.3g} m: too few to show most things. Choose a ground size of at least {advised_m:.0f} m.</source>
        <translation>Les tuiles de {ground_size_m:.0f} m ne font que {pixels:.0f} pixels de large dans {source}, dont les pixels mesurent {pixel_m:.3g} m : trop peu pour montrer la plupart des choses. Choisissez une taille au sol d’au moins {advised_m:.0f} m.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>{source} is indexed in {crs}, as asked, and not in its own CRS, {own}.</source>
        <translation>{source} est indexé dans {crs}, comme demandé, et non dans son propre SCR, {own}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Only the best {hits} new places are listed; there are more.</source>
        <translation>Seuls les {hits} meilleurs nouveaux lieux sont listés ; il y en a d’autres.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The scores of these notes are similarities: only what pictures have to do with speech is calibrated.</source>
        <translation>Les scores de ces notes sont des similarités : seul le rapport entre images et parole est calibré.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The engine stopped; the build resumes as soon as it is running again.</source>
        <translation>Le moteur s&apos;est arrêté ; la construction reprendra dès qu&apos;il fonctionnera à nouveau.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Building on the Dask cluster {address} with %n worker(s); dashboard: {dashboard}</source>
        <translation>
            <numerusform>Construction sur la grappe Dask {address} avec %Ln worker ; tableau de bord : {dashboard}</numerusform>
            <numerusform>Construction sur la grappe Dask {address} avec %Ln workers ; tableau de bord : {dashboard}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Worker {worker} gets no more parts of this build: {reason}</source>
        <translation>Le worker {worker} ne reçoit plus de parties de cette construction : {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n worker(s) are not used: they run {workers}, this computer runs {own}.</source>
        <translation>
            <numerusform>%Ln worker n’est pas utilisé : il utilise {workers}, cet ordinateur utilise {own}.</numerusform>
            <numerusform>%Ln workers ne sont pas utilisés : ils utilisent {workers}, cet ordinateur utilise {own}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, as given when it was added, instead of the file&apos;s own, {own}.</source>
        <translation>SCR {crs}, comme indiqué lors de l&apos;ajout, au lieu de celui du fichier, {own}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, as given when it was added; the file has none that can be used.</source>
        <translation>SCR {crs}, comme indiqué lors de l&apos;ajout ; le fichier n&apos;en a pas d&apos;utilisable.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, that of the layer, instead of the file&apos;s own, {own}. To use another one, set the CRS of the layer and add it again.</source>
        <translation>SCR {crs}, celui de la couche, au lieu de celui du fichier, {own}. Pour en utiliser un autre, définissez le SCR de la couche et ajoutez-la de nouveau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, that of the layer; the file has none that can be used.</source>
        <translation>SCR {crs}, celui de la couche ; le fichier n&apos;en a pas d&apos;utilisable.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>CRS {crs}, from {file}.</source>
        <translation>SCR {crs}, d&apos;après {file}.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Warped to its {count} ground control points, with a residual of {rms_m:.3g} m (RMS). For a better fit, georeference it with more points.</source>
        <translation>Redressé sur ses {count} points de contrôle, avec un résidu de {rms_m:.3g} m (RMS). Pour un meilleur ajustement, géoréférencez-le avec plus de points.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Warped by its RPCs for ground at a height of {height_m:g} m, to within {error_m:g} m there according to the file; less exact where the ground is higher or lower. Orthorectify it for exact positions.</source>
        <translation>Redressé avec ses RPC pour un terrain à {height_m:g} m d&apos;altitude, à {error_m:g} m près selon le fichier ; moins exact là où le terrain est plus haut ou plus bas. Orthorectifiez-le pour des positions exactes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Warped by its RPCs for ground at a height of {height_m:g} m; less exact where the ground is higher or lower. Orthorectify it for exact positions.</source>
        <translation>Redressé avec ses RPC pour un terrain à {height_m:g} m d&apos;altitude ; moins exact là où le terrain est plus haut ou plus bas. Orthorectifiez-le pour des positions exactes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands}, those of the layer.</source>
        <translation>Montre les bandes {bands}, celles de la couche.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Contrast of the layer: {ranges} are black and white.</source>
        <translation>Contraste de la couche : {ranges} sont noir et blanc.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Contrast as given when it was added: {ranges} are black and white.</source>
        <translation>Contraste comme indiqué lors de l&apos;ajout : {ranges} sont noir et blanc.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Its overviews (pyramids) show another picture, probably an earlier version of the file, and are not used. Build them again.</source>
        <translation>Ses aperçus (pyramides) montrent une autre image, sans doute une version antérieure du fichier, et ne sont pas utilisés. Reconstruisez-les.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands}, as chosen when it was added.</source>
        <translation>Montre les bandes {bands}, choisies lors de l&apos;ajout.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands}, the default bands of the ENVI header. To use others, add the raster again with other bands.</source>
        <translation>Montre les bandes {bands}, celles par défaut de l&apos;en-tête ENVI. Pour en utiliser d&apos;autres, ajoutez de nouveau le raster avec d&apos;autres bandes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands} ({names}) as red, green and blue. To use others, add the raster again with other bands.</source>
        <translation>Montre les bandes {bands} ({names}) en rouge, vert et bleu. Pour en utiliser d&apos;autres, ajoutez de nouveau le raster avec d&apos;autres bandes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands} (central wavelengths {nanometres} nm) as red, green and blue. To use others, add the raster again with other bands.</source>
        <translation>Montre les bandes {bands} (longueurs d&apos;onde centrales {nanometres} nm) en rouge, vert et bleu. Pour en utiliser d&apos;autres, ajoutez de nouveau le raster avec d&apos;autres bandes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands} as red, green and blue, the band order of {product}. To use others, add the raster again with other bands.</source>
        <translation>Montre les bandes {bands} en rouge, vert et bleu, l&apos;ordre des bandes de {product}. Pour en utiliser d&apos;autres, ajoutez de nouveau le raster avec d&apos;autres bandes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shows bands {bands} of {count}; the file does not say what they mean. To use others, add the raster again with other bands.</source>
        <translation>Montre les bandes {bands} sur {count} ; le fichier ne dit pas ce qu&apos;elles signifient. Pour en utiliser d&apos;autres, ajoutez de nouveau le raster avec d&apos;autres bandes.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>One scene of several files: {files} are shown as red, green and blue.</source>
        <translation>Une scène de plusieurs fichiers : {files} sont montrés en rouge, vert et bleu.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Shown as a positive: the file says that its lowest value is white (min-is-white). If that is wrong, correct its photometric interpretation.</source>
        <translation>Montré en positif : le fichier dit que sa valeur la plus basse est le blanc (min-is-white). Si c&apos;est faux, corrigez son interprétation photométrique.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Served by {service}, whose terms of use usually forbid bulk download. To take it out, use Remove image… under Details.</source>
        <translation>Provient de {service}, dont les conditions d&apos;utilisation interdisent en général le téléchargement en masse. Pour l&apos;enlever, utilisez « Retirer l&apos;image… » sous « Détails ».</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Acquired {date}, as given when it was added.</source>
        <translation>Acquis le {date}, comme indiqué lors de l&apos;ajout.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Acquired {date}, according to the file name. If that is wrong, add the raster again with its acquisition date.</source>
        <translation>Acquis le {date}, d&apos;après le nom du fichier. Si c&apos;est faux, ajoutez de nouveau le raster avec sa date d&apos;acquisition.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Acquired {date}, according to the catalogue. If that is wrong, add the raster again with its acquisition date.</source>
        <translation>Acquis le {date}, d&apos;après le catalogue. Si c&apos;est faux, ajoutez de nouveau le raster avec sa date d&apos;acquisition.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Acquired {date}, according to the metadata item {item}. If that is wrong, add the raster again with its acquisition date.</source>
        <translation>Acquis le {date}, d&apos;après la métadonnée {item}. Si c&apos;est faux, ajoutez de nouveau le raster avec sa date d&apos;acquisition.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Pixels of value {value:g} are empty, as given when it was added.</source>
        <translation>Les pixels de valeur {value:g} sont vides, comme indiqué lors de l&apos;ajout.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Pixels of value {values} are treated as empty although the file does not declare it. If they are not, add the raster again without looking for empty pixels.</source>
        <translation>Les pixels de valeur {values} sont traités comme vides bien que le fichier ne le déclare pas. S&apos;ils ne le sont pas, ajoutez de nouveau le raster sans chercher de pixels vides.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Pixels beyond {limit:g} are treated as empty although the file does not declare it. If they are not, add the raster again without looking for empty pixels.</source>
        <translation>Les pixels au-delà de {limit:g} sont traités comme vides bien que le fichier ne le déclare pas. S&apos;ils ne le sont pas, ajoutez de nouveau le raster sans chercher de pixels vides.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The border of one single colour ({colours}; {percent:.0f}% of the raster) is treated as empty. If it is not, add the raster again without looking for empty pixels.</source>
        <translation>Le bord d&apos;une seule couleur ({colours} ; {percent:.0f} % du raster) est traité comme vide. S&apos;il ne l&apos;est pas, ajoutez de nouveau le raster sans chercher de pixels vides.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Nothing can be heard: the microphone is muted, or QGIS may not use it. Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation>Aucun son : le microphone est coupé, ou QGIS n&apos;a pas le droit de l&apos;utiliser. Vérifiez-le dans les paramètres de son du système, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is too loud and distorts; turn its level down.</source>
        <translation>Le microphone est trop fort et sature ; baissez son niveau.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone is very quiet; turn its level up, or speak closer to it.</source>
        <translation>Le microphone est très faible ; augmentez son niveau, ou parlez plus près.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone works, but nobody spoke; say a sentence while it listens.</source>
        <translation>Le microphone fonctionne, mais personne n&apos;a parlé ; dites une phrase pendant qu&apos;il écoute.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>The microphone works, and speech is heard well.</source>
        <translation>Le microphone fonctionne, et la parole est bien captée.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>On macOS, QGIS does not ask for the microphone, and then hears silence: quit QGIS, start it in Terminal (/Applications/QGIS.app/Contents/MacOS/QGIS) and let Terminal use the microphone, or ask with a sound file.</source>
        <translation>Sous macOS, QGIS ne demande pas l’accès au microphone et n’entend alors que le silence : quittez QGIS, lancez-le dans le Terminal (/Applications/QGIS.app/Contents/MacOS/QGIS) et autorisez le Terminal à utiliser le microphone, ou posez la question avec un fichier audio.</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Loading the model</source>
        <translation>Chargement du modèle</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Checking the installation</source>
        <translation>Vérification de l&apos;installation</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Reading the rasters</source>
        <translation>Lecture des rasters</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Selecting the tiles in the search area</source>
        <translation>Sélection des tuiles de la zone de recherche</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Embedding tiles</source>
        <translation>Encodage des tuiles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Reading tiles</source>
        <translation>Lecture des tuiles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Comparing tiles</source>
        <translation>Comparaison des tuiles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Merging parts</source>
        <translation>Fusion des parties</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Copying parts</source>
        <translation>Copie des parties</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Verifying parts</source>
        <translation>Vérification des parties</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Writing footprints</source>
        <translation>Écriture des emprises</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Scoring tiles</source>
        <translation>Évaluation des tuiles</translation>
    </message>
    <message>
        <location filename="../../qgis_scrl/texts.py"/>
        <source>Reading voice notes</source>
        <translation>Lecture des notes vocales</translation>
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
            <numerusform>%Ln vérification</numerusform>
            <numerusform>%Ln vérifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n model(s)</source>
        <translation>
            <numerusform>%Ln modèle</numerusform>
            <numerusform>%Ln modèles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../qgis_scrl/texts.py"/>
        <source>%n step(s)</source>
        <translation>
            <numerusform>%Ln étape</numerusform>
            <numerusform>%Ln étapes</numerusform>
        </translation>
    </message>
</context>
</TS>
