# Joining by a page of one's own.

join-kicker = Participer en ligne
join-title-waiting = La réunion n’est pas encore ouverte
join-title-late = Le lien n’est pas encore là
join-title-open = Vous pouvez rejoindre la réunion
join-title-away = La réunion ne répond pas
join-title-over = La réunion est terminée
join-title-room = Vous êtes attendu·e dans la salle
join-waiting = À partir de ce moment, une demi-heure avant le début : { $moment }, cette page aura un bouton qui mène à la réunion. D’ici là, vous n’avez rien à faire ; l’adresse de cette page reste la même.
join-late = L’équipe organisatrice n’a pas encore diffusé le lien. Dès que ce sera fait, cette page aura un bouton qui mène à la réunion.
join-open = Le bouton mène à la réunion elle-même, sur un autre service : il voit votre connexion et le nom que vous y saisissez.
join-open-on = Le bouton mène à la réunion elle-même, sur { $provider } : ce service voit votre connexion et le nom que vous y saisissez.
join-open-own = Le bouton mène à la réunion elle-même, sur { $provider }, par un lien créé pour vous seul·e : ce service reçoit votre nom et voit votre connexion.
join-away = Le service de réunion n’a pas répondu quand votre lien lui a été demandé. Rien n’est perdu : attendez un instant et réessayez.
join-again = Réessayer
join-over = Il n’y a plus rien à rejoindre.
join-recording = L’équipe organisatrice a mis à disposition un enregistrement ou des notes, pour les personnes qui avaient une place.
join-recording-button = Vers l’enregistrement ou les notes
join-look = Regarder à nouveau
join-nothing = Il n’y a plus rien à rejoindre à cette adresse.
join-no-place = Cette page ouvre la réunion aux personnes qui ont une place. Les messages sur votre inscription disent ce que vous pouvez faire.
join-room = Vous avez une place dans la salle : il n’y a donc rien à rejoindre en ligne.

mail-join-page = Il ouvre une page personnelle, qui a un bouton vers la réunion à partir d’une demi-heure avant le début. Si le lien de la réunion change, la page mène au nouveau.
