# Registrations: the list, decisions, adding, importing, exporting.

registration-state-unconfirmed = Adresse non confirmée
registration-state-pending = Demande
registration-state-waitlisted = Liste d’attente
registration-state-confirmed = Place confirmée
registration-state-declined = Refus
registration-state-cancelled = Désistement

registrations-count-unconfirmed = { $n ->
    [one] adresse à confirmer
    [many] adresses à confirmer
   *[other] adresses à confirmer
}
registrations-count-pending = { $n ->
    [one] demande à examiner
    [many] demandes à examiner
   *[other] demandes à examiner
}
registrations-count-waitlisted = sur la liste d’attente
registrations-count-confirmed = avec une place
registrations-count-declined = refus
registrations-count-cancelled = désistements
registrations-counted = Décompte au { $moment }
registrations-places-online = En ligne { $taken } sur { $capacity } places.
registrations-places-in_person = Dans la salle { $taken } sur { $capacity } places.
registrations-over = { $n } en trop

registrations-add = Ajouter à la main
registrations-import = Importer une liste
registrations-export = Exporter
registrations-empty-title = Personne ne s’est encore inscrit
registrations-empty-text = Chaque nouvelle inscription figure aussitôt ici. Vous pouvez aussi ajouter des personnes à la main ou importer une liste.
registrations-none-title = Aucun résultat
registrations-none-text = Utilisez moins de mots ou d’autres filtres.
registrations-found = { $n ->
    [one] { $n } inscription
    [many] { $n } d’inscriptions
   *[other] { $n } inscriptions
}
registrations-filter-words = Nom, organisation ou adresse
registrations-filter-state = État
# same as English
registrations-filter-mode = Mode
registrations-filter-language = Langue
# same as English
registrations-filter-session = Session
registrations-filter-country = Pays
registrations-filter-tag = Étiquette
registrations-filter-order = Ordre
registrations-filter-all = Tout
registrations-filter-submit = Afficher
registrations-filter-reset = Tout afficher
registrations-order-newest = Les plus récentes d’abord
registrations-order-oldest = Les plus anciennes d’abord
registrations-order-name = Par nom
registrations-mode-online = En ligne
registrations-mode-in_person = Sur place
registrations-name = Nom
registrations-about = Fonction et organisation
registrations-email = Adresse électronique
registrations-state = État
# same as English
registrations-mode = Mode
registrations-language = Langue
registrations-at = Inscription
registrations-tick = Cocher
registrations-tick-page = Cocher toute la page
registrations-undeliverable = Les courriels reviennent
registrations-told-at = Courriel envoyé le { $moment }
# same as English
registrations-pager-label = Pages
registrations-pager-previous = Page précédente
registrations-pager-next = Page suivante
registrations-pager-page = Page { $page } sur { $pages }

bulk-title = Avec les personnes cochées
bulk-all = { $n ->
    [0] Aucune personne trouvée
    [1] La seule personne trouvée
    [one] { $n } personne trouvée
    [many] Les { $n } de personnes trouvées, sur toutes les pages
   *[other] Les { $n } personnes trouvées, sur toutes les pages
}
bulk-tag = Étiquette
bulk-tag-submit = Ajouter l’étiquette
bulk-hint = Vous pouvez revenir sur une décision pendant cinq minutes ; ensuite, le courriel part.
verb-approve = Accepter
verb-waitlist = Mettre sur la liste d’attente
verb-decline = Refuser
verb-decline-ask = Refuser…
verb-withdraw = Enregistrer le désistement
verb-withdraw-ask = Enregistrer le désistement…

undo-title = { $n ->
    [one] Vous pouvez revenir sur { $n } décision
    [many] Vous pouvez revenir sur { $n } de décisions
   *[other] Vous pouvez revenir sur { $n } décisions
}
undo-until = Le courriel part à { $moment }.
undo-button = Revenir sur la décision
undo-row-confirmed = { $n ->
    [one] { $n } acceptée
    [many] { $n } d’acceptées
   *[other] { $n } acceptées
}
undo-row-declined = { $n ->
    [one] { $n } refusée
    [many] { $n } de refusées
   *[other] { $n } refusées
}
undo-row-waitlisted = { $n ->
    [one] { $n } mise sur la liste d’attente
    [many] { $n } de mises sur la liste d’attente
   *[other] { $n } mises sur la liste d’attente
}
undo-row-cancelled = { $n ->
    [one] { $n } désistement
    [many] { $n } de désistements
   *[other] { $n } désistements
}
told-full = { $n ->
    [one] Pour { $n } personne, aucune place n’est libre.
    [many] Pour { $n } de personnes, aucune place n’est libre.
   *[other] Pour { $n } personnes, aucune place n’est libre.
}
told-not-open = { $n ->
    [one] { $n } inscription n’est pas dans un état qui le permet.
    [many] { $n } d’inscriptions ne sont pas dans un état qui le permet.
   *[other] { $n } inscriptions ne sont pas dans un état qui le permet.
}
told-know-link = { $n ->
    [one] { $n } personne a déjà reçu le lien d’accès : seul un autre lien l’empêche d’entrer.
    [many] { $n } de personnes ont déjà reçu le lien d’accès : seul un autre lien les empêche d’entrer.
   *[other] { $n } personnes ont déjà reçu le lien d’accès : seul un autre lien les empêche d’entrer.
}
told-listed = { $n ->
    [one] { $n } place a été donnée entre-temps à quelqu’un d’autre : cette personne est maintenant en fin de liste d’attente.
    [many] { $n } de places ont été données entre-temps à d’autres : ces personnes sont maintenant en fin de liste d’attente.
   *[other] { $n } places ont été données entre-temps à d’autres : ces personnes sont maintenant en fin de liste d’attente.
}
told-stay = { $n ->
    [one] { $n } décision demeure : le courriel est parti, ou autre chose s’est passé depuis.
    [many] { $n } de décisions demeurent : le courriel est parti, ou autre chose s’est passé depuis.
   *[other] { $n } décisions demeurent : le courriel est parti, ou autre chose s’est passé depuis.
}

decide-title-approve = { $n ->
    [one] Accepter { $n } inscription
    [many] Accepter { $n } d’inscriptions
   *[other] Accepter { $n } inscriptions
}
decide-title-waitlist = { $n ->
    [one] Mettre { $n } inscription sur la liste d’attente
    [many] Mettre { $n } d’inscriptions sur la liste d’attente
   *[other] Mettre { $n } inscriptions sur la liste d’attente
}
decide-title-decline = { $n ->
    [one] Refuser { $n } inscription
    [many] Refuser { $n } d’inscriptions
   *[other] Refuser { $n } inscriptions
}
decide-title-withdraw = { $n ->
    [one] Enregistrer le désistement de { $n } personne
    [many] Enregistrer le désistement de { $n } de personnes
   *[other] Enregistrer le désistement de { $n } personnes
}
decide-more = { $n ->
    [one] et { $n } autre
    [many] et { $n } d’autres
   *[other] et { $n } autres
}
decide-told-approve = { $n ->
    [0] Personne n’est concerné.
    [one] La personne reçoit une place et un courriel qui le lui annonce.
    [many] Ces { $n } de personnes reçoivent une place, tant qu’il y en a de libres, et un courriel qui le leur annonce.
   *[other] Ces { $n } personnes reçoivent une place, tant qu’il y en a de libres, et un courriel qui le leur annonce.
}
decide-told-waitlist = { $n ->
    [0] Personne n’est concerné.
    [one] La personne passe sur la liste d’attente et l’apprend par courriel.
    [many] Ces { $n } de personnes passent sur la liste d’attente et l’apprennent par courriel.
   *[other] Ces { $n } personnes passent sur la liste d’attente et l’apprennent par courriel.
}
decide-told-decline = { $n ->
    [0] Personne n’est concerné.
    [one] La personne apprend par courriel qu’il n’y a pas de place.
    [many] Ces { $n } de personnes apprennent par courriel qu’il n’y a pas de place.
   *[other] Ces { $n } personnes apprennent par courriel qu’il n’y a pas de place.
}
decide-told-withdraw = { $n ->
    [0] Personne n’est concerné.
    [one] L’inscription est annulée à la demande de la personne, et un courriel le confirme.
    [many] Ces { $n } d’inscriptions sont annulées à la demande des personnes, et un courriel le confirme.
   *[other] Ces { $n } inscriptions sont annulées à la demande des personnes, et un courriel le confirme.
}
decide-undo = { $n ->
    [one] Les courriels partent dans { $n } minute ; jusque-là, vous pouvez revenir sur la décision.
    [many] Les courriels partent dans { $n } de minutes ; jusque-là, vous pouvez revenir sur la décision.
   *[other] Les courriels partent dans { $n } minutes ; jusque-là, vous pouvez revenir sur la décision.
}
decide-places = { $n ->
    [one] { $n } de ces personnes a maintenant une place. Elle se libère, et l’entrée quitte son calendrier.
    [many] { $n } de ces personnes ont maintenant une place. Ces places se libèrent, et l’entrée quitte leur calendrier.
   *[other] { $n } de ces personnes ont maintenant une place. Ces places se libèrent, et l’entrée quitte leur calendrier.
}
decide-submit-approve = { $n ->
    [0] Accepter
    [one] Accepter
    [many] Accepter les { $n }
   *[other] Accepter les { $n }
}
decide-submit-waitlist = { $n ->
    [0] Mettre sur la liste d’attente
    [one] Mettre sur la liste d’attente
    [many] Mettre les { $n } sur la liste d’attente
   *[other] Mettre les { $n } sur la liste d’attente
}
decide-submit-decline = { $n ->
    [0] Refuser
    [one] Refuser
    [many] Refuser les { $n }
   *[other] Refuser les { $n }
}
decide-submit-withdraw = { $n ->
    [0] Enregistrer le désistement
    [one] Enregistrer le désistement
    [many] Enregistrer les { $n } désistements
   *[other] Enregistrer les { $n } désistements
}
decide-cancel = Retour sans décider
decide-nobody = Personne n’est coché.
registrations-reason = Motif
registrations-reason-in = Motif, en { $language }
registrations-type-name = Saisissez { $name } pour confirmer
registrations-type-name-wrong = Saisissez exactement { $name }, car beaucoup de personnes sont concernées

requests-title = Demandes
requests-all = Toutes les inscriptions
requests-lead = { $n ->
    [one] { $n } demande attend une décision.
    [many] { $n } de demandes attendent une décision.
   *[other] { $n } demandes attendent une décision.
}
requests-free = { $n ->
    [one] { $n } place est libre.
    [many] { $n } de places sont libres.
   *[other] { $n } places sont libres.
}
requests-keys = Marquez chaque demande, puis enregistrez. Au clavier : A accepte, W met sur la liste d’attente, D refuse, S laisse pour plus tard ; J et K descendent et montent.
requests-marked = Choix :
requests-earlier = { $n ->
    [one] Place confirmée à { $n } événement précédent
    [many] Place confirmée à { $n } d’événements précédents
   *[other] Place confirmée à { $n } événements précédents
}
requests-reason = Motif pour les demandes refusées
requests-submit = Enregistrer les décisions
requests-none-title = Aucune demande n’attend
requests-none-text = Tout est décidé.
mark-approve = Accepter
mark-waitlist = Liste d’attente
mark-decline = Refuser
mark-later = Plus tard

one-facts = Informations
one-address-confirmed = Adresse confirmée
one-confirmed = Place donnée
one-reason = Motif donné
# same as English
one-sessions = Sessions
one-earlier = Auparavant
one-answers = Réponses
one-tags = Étiquettes
one-tags-hint = Séparées par des virgules ; seule l’équipe organisatrice les voit
one-tags-submit = Enregistrer les étiquettes
# same as English
one-notes = Notes
one-note-hint = Seule l’équipe organisatrice la voit
one-note-submit = Ajouter la note
one-note-remove = Supprimer
one-mails = Courriels
one-mails-none = Aucun courriel pour le moment.
one-mail-kind = Quoi
one-mail-at = Quand
one-mail-reply = Réponse du serveur
one-calendar = Réponse du calendrier
one-stays = Arrivée notée
one-history = Ce qui s’est passé
calendar-answer-accepted = Accepté
calendar-answer-tentative = Peut-être
calendar-answer-declined = Décliné

registration-mail-registered = Inscription enregistrée
registration-mail-link = Lien d’accès
registration-mail-withdrawn = Désistement
registration-mail-confirm_address = Adresse à confirmer
registration-mail-received = Demande reçue
registration-mail-waitlisted = Sur la liste d’attente
registration-mail-known = Inscription déjà faite
registration-mail-approved = Demande acceptée
registration-mail-promoted = Place depuis la liste d’attente
registration-mail-declined = Refus
registration-mail-decline_noted = Le calendrier dit non
registration-mail-reminder = Rappel
registration-mail-changed = Changement
registration-mail-cancelled = Événement annulé
registration-mail-announcement = Annonce
registration-mail-follow_up = Après l’événement
registration-mail-state-scheduled = À envoyer
registration-mail-state-leased = En cours d’envoi
registration-mail-state-retry = Sera réessayé
registration-mail-state-sent = Envoyé
registration-mail-state-failed = Rejeté
registration-mail-state-suppressed = Non envoyé
registration-mail-state-uncertain = Peut-être arrivé
registration-mail-state-dead = N’a pas pu être rédigé
registration-actor-attendee = La personne
registration-actor-convoke = Le service
registration-actor-operator = L’administration du service
registration-actor-gone = Quelqu’un qui a quitté l’équipe
registration-deed-registered = Inscription
registration-deed-approved = Acceptation
registration-deed-declined = Refus
registration-deed-waitlisted = Mise sur la liste d’attente
registration-deed-withdrawn = Désistement
registration-deed-decision_undone = Retour sur la décision
registration-deed-promoted = Place donnée depuis la liste
registration-deed-address_confirmed = Adresse confirmée
registration-deed-hold_expired = Place libérée : adresse non confirmée à temps
registration-deed-undeliverable = Un courriel est revenu
registration-deed-note_added = Note ajoutée
registration-deed-note_removed = Note supprimée
registration-deed-tagged = Étiquettes modifiées
registration-deed-checked_in = Arrivée notée
registration-deed-check_in_undone = Arrivée annulée

add-title = Ajouter quelqu’un
add-lead = La personne obtient aussitôt une place et la confirmation habituelle par courriel. Ni accord, ni code, ni consentement ne sont demandés.
add-language = Langue de ses courriels
add-beyond = Ajouter même si les inscriptions sont closes ou que toutes les places sont prises
add-submit = Ajouter
add-closed = Les inscriptions sont closes depuis le { $moment } : cochez la case pour ajouter quelqu’un malgré tout
add-full = Aucune place n’est libre : cochez la case pour ajouter quelqu’un malgré tout
add-over = L’événement est terminé ou n’a pas lieu : personne ne peut être ajouté
add-known = Cette adresse a déjà servi à une inscription
add-known-link = Ouvrir cette inscription

export-title = Exporter les inscriptions
export-lead = { $n ->
    [one] { $n } inscription, telle que la liste l’affiche.
    [many] { $n } d’inscriptions, telles que la liste les affiche.
   *[other] { $n } inscriptions, telles que la liste les affiche.
}
export-columns = Colonnes
export-columns-hint = Ne prenez que le nécessaire : ce qui est parti d’ici ne peut plus être supprimé d’ici.
export-purpose = À quoi sert la liste ?
export-purpose-hint = Une ligne, conservée dans le journal avec votre nom et les colonnes.
export-purpose-missing = Dites en quelques mots à quoi sert la liste
export-kept = { $n ->
    [0] Ici, les données sont supprimées dès que l’événement est terminé. Supprimez alors aussi le fichier.
    [one] Ici, les données sont supprimées { $n } jour après l’événement. Supprimez alors aussi le fichier.
    [many] Ici, les données sont supprimées { $n } de jours après l’événement. Supprimez alors aussi le fichier.
   *[other] Ici, les données sont supprimées { $n } jours après l’événement. Supprimez alors aussi le fichier.
}
export-xlsx = Télécharger pour Excel (XLSX)
export-csv = Télécharger en CSV
export-column-name = Nom
export-column-state = État
export-column-email = Adresse électronique
# same as English
export-column-organisation = Organisation
export-column-position = Fonction
export-column-country = Pays
export-column-language = Langue
# same as English
export-column-mode = Mode
# same as English
export-column-sessions = Sessions
export-column-registered = Inscription
export-column-answers = Réponses à vos questions
export-column-tags = Étiquettes
export-column-source = Lien suivi

import-title = Importer une liste
import-lead = Une liste de personnes issue d’un tableur : { $n } lignes au plus. Vous voyez ce qui se passerait avant que quiconque soit ajouté.
import-file = Fichier
import-file-hint = CSV ou texte, séparé par des virgules, des points-virgules ou des tabulations. Depuis Excel : Enregistrer sous, CSV.
import-paste = Ou coller depuis le tableur
import-paste-hint = Avec la ligne des titres, comme Nom, E-mail, Organisation.
import-submit = Voir le résultat
import-empty = Choisissez un fichier ou collez des lignes
import-many = Partagez la liste : elle a plus de lignes qu’on n’en prend à la fois
import-large = Partagez la liste : elle dépasse 4 Mo
import-preview-title = Vérifiez avant tout ajout
import-again = Remettre une autre liste
import-count = { $n ->
    [one] { $n } ligne.
    [many] { $n } de lignes.
   *[other] { $n } lignes.
}
import-new = { $n ->
    [0] Personne ne serait ajouté.
    [one] { $n } personne serait ajoutée.
    [many] { $n } de personnes seraient ajoutées.
   *[other] { $n } personnes seraient ajoutées.
}
import-known = { $n ->
    [one] { $n } a déjà une inscription et reste telle quelle.
    [many] { $n } ont déjà une inscription et restent telles quelles.
   *[other] { $n } ont déjà une inscription et restent telles quelles.
}
import-gone = { $n ->
    [one] { $n } n’a plus de place là d’où vient la liste et reste de côté.
    [many] { $n } n’ont plus de place là d’où vient la liste et restent de côté.
   *[other] { $n } n’ont plus de place là d’où vient la liste et restent de côté.
}
import-columns = Ce que contiennent les colonnes
import-encoding = Des lettres semblent fausses ? Lire le fichier en
import-encoding-auto = Reconnu automatiquement
import-mode = Mode, là où la liste ne le dit pas
import-line = Ligne
import-column = Colonne
import-value = Contenu
import-fault = Que faire
import-faults = Ce qui ne convient pas
import-faults-title = Corrigez ceci dans la liste, puis remettez-la
import-faults-count = { $n ->
    [one] { $n } cellule ne convient pas
    [many] { $n } de cellules ne conviennent pas
   *[other] { $n } cellules ne conviennent pas
}
import-more-faults = { $n ->
    [one] et { $n } autre
    [many] et { $n } d’autres
   *[other] et { $n } autres
}
import-look = Vérifier de nouveau
import-fate-new = nouvelle
import-fate-known = connue
import-fate-gone = sans place
import-fate-fault = à corriger
import-beyond = Ajouter ces personnes même si les inscriptions sont closes ou que les places manquent
import-told = Chaque personne ajoutée reçoit aussitôt la confirmation habituelle par courriel. Toutes sont ajoutées, ou aucune.
import-add = { $n ->
    [one] Ajouter { $n } personne
    [many] Ajouter { $n } de personnes
   *[other] Ajouter { $n } personnes
}
import-column-number = Colonne { $n }
import-column-skip = (laisser de côté)
import-column-name = Nom complet
import-column-given = Prénom
import-column-family = Nom de famille
import-column-email = Adresse électronique
# same as English
import-column-organisation = Organisation
import-column-position = Fonction
import-column-country = Pays
# same as English
import-column-mode = Mode
import-column-language = Langue
# same as English
import-column-sessions = Sessions
import-column-status = Statut
import-sheet-empty = La liste n’a aucune ligne
import-sheet-no-name = Indiquez quelle colonne contient les noms
import-sheet-no-email = Indiquez quelle colonne contient les adresses électroniques
import-sheet-twice = Deux colonnes sont prises pour la même chose
import-sheet-over = L’événement est terminé ou n’a pas lieu : personne ne peut être ajouté
import-fault-name-missing = Saisissez un nom
import-fault-text-long = Raccourcissez à 200 caractères
import-fault-email-missing = Saisissez une adresse électronique
import-fault-email-malformed = Saisissez une adresse comme nom@example.org
import-fault-email-repeated = Gardez cette adresse une seule fois : elle figure déjà à la ligne { $line }
import-fault-mode-unknown = Écrivez « en ligne » ou « sur place »
import-fault-language-unknown = Écrivez une langue de l’événement, comme fr ou arabe
import-fault-session-unknown = Écrivez les sessions par leur nom ou leur clé, séparées par des points-virgules
import-fault-status-unknown = Écrivez « confirmé » ou « annulé » une fois la décision prise là d’où vient la liste ; ou laissez la colonne de côté

done-decided-approve = { $n ->
    [one] { $n } inscription est acceptée.
    [many] { $n } d’inscriptions sont acceptées.
   *[other] { $n } inscriptions sont acceptées.
}
done-decided-waitlist = { $n ->
    [one] { $n } inscription est sur la liste d’attente.
    [many] { $n } d’inscriptions sont sur la liste d’attente.
   *[other] { $n } inscriptions sont sur la liste d’attente.
}
done-decided-decline = { $n ->
    [one] { $n } inscription est refusée.
    [many] { $n } d’inscriptions sont refusées.
   *[other] { $n } inscriptions sont refusées.
}
done-decided-withdraw = { $n ->
    [one] { $n } inscription est annulée.
    [many] { $n } d’inscriptions sont annulées.
   *[other] { $n } inscriptions sont annulées.
}
done-decided-several = { $n ->
    [one] { $n } décision est prise.
    [many] { $n } de décisions sont prises.
   *[other] { $n } décisions sont prises.
}
done-decision-undone = { $n ->
    [0] Aucune décision n’a été annulée.
    [one] { $n } décision est annulée.
    [many] { $n } de décisions sont annulées.
   *[other] { $n } décisions sont annulées.
}
done-nobody-chosen = Rien n’a été fait : cochez d’abord quelqu’un.
done-tagged = { $n ->
    [one] { $n } inscription porte l’étiquette.
    [many] { $n } d’inscriptions portent l’étiquette.
   *[other] { $n } inscriptions portent l’étiquette.
}
done-registration-added = Ajouté. La confirmation est en route.
done-note-added = La note est ajoutée.
done-note-removed = La note est supprimée.
done-tags-set = Les étiquettes sont enregistrées.
done-imported = { $n ->
    [one] { $n } personne est ajoutée. La confirmation est en route.
    [many] { $n } de personnes sont ajoutées. Les confirmations sont en route.
   *[other] { $n } personnes sont ajoutées. Les confirmations sont en route.
}
