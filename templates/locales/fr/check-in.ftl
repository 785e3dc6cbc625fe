# The door: check-in, lists and badges.

check-in-list = Liste à imprimer
# same as English
check-in-badges = Badges
check-in-present = { $n ->
    [one] personne est là, sur { $expected } attendues dans la salle
    [many] de personnes sont là, sur { $expected } attendues dans la salle
   *[other] personnes sont là, sur { $expected } attendues dans la salle
}
check-in-over = Cette session est terminée, ou l’événement n’a pas lieu. Les arrivées peuvent encore être notées.
# same as English
check-in-session = Session
check-in-words = Nom ou organisation
check-in-who = Afficher
check-in-who-all = Tout le monde
check-in-who-expected = Les personnes encore attendues
check-in-who-present = Les personnes déjà là
check-in-headset = Casque : { $language }
check-in-headset-column = Casque
check-in-came = Arrivée { $moment } ({ $who })
check-in-button = Noter l’arrivée
check-in-undo = Annuler l’arrivée
check-in-none-title = Personne ne correspond
check-in-none-text = Seules les personnes confirmées figurent ici. Essayez moins de lettres du nom, ou une autre session.
check-in-other-sessions = Autres sessions
check-in-no-place = Cette personne n’a pas de place confirmée. Une personne de l’équipe organisatrice peut décider.
check-in-all = Vers l’accueil
check-in-print-hint = Imprimez cette page avec votre navigateur (Ctrl P).
check-in-there = Présence
badges-none-text = Les badges sont pour les personnes confirmées dans la salle.
badge-rules-chatham_house = Règle de Chatham House
badge-rules-on_record = Propos publics
badge-no-photos = Pas de photos.
badge-recorded = Cet événement est enregistré.
own-code-title = Pour l’accueil
own-code-label = Code d’entrée
own-code-text = Présentez ce code à l’entrée, sur votre téléphone ou imprimé. Votre nom suffit aussi.
done-checked-in = Arrivée notée.
done-checked-in-before = L’arrivée était déjà notée.
done-check-in-undone = L’arrivée est annulée.
done-no-place = Arrivée non notée : il n’y a pas de place confirmée pour cette session.
