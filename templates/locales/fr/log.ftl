# The log: who did what. `log-did-…` follows a name: “Maya Haddad a annulé l’événement”.

log-title = Journal
log-filter = Choisir les lignes
log-who = Qui
log-what = Quoi
log-show = Afficher
log-anybody = Tout le monde
log-anything = Tout
log-to-all = Tout afficher
log-older = Plus ancien
log-none-title = Rien ne correspond
log-empty-title = Rien n’a encore été fait
log-empty-text = Tout ce qui sera modifié figurera ici : qui l’a fait, quand, et comment c’était avant.
log-added = ajouté :
log-removed = retiré :
log-became = est devenu
log-arrow = →

log-actor-operator = L’administration du service
log-actor-attendee = Une personne du public
log-actor-speaker = Une personne au programme
log-actor-convoke = Le service
log-actor-gone = Une personne qui a quitté l’équipe
log-actor-program = Le programme { $name }

log-did-event_made = a créé l’événement
log-did-event_changed = a modifié l’événement
log-did-event_cancelled = a annulé l’événement
log-did-event_moved = a déplacé l’événement après un changement légal de l’heure
log-did-event_trashed = a mis l’événement à la corbeille
log-did-event_restored = a rétabli l’événement depuis la corbeille
log-did-event_readdressed = a donné à l’événement une adresse impossible à deviner
log-did-event_removed = a supprimé définitivement un événement
log-did-change_told = a fait annoncer un changement
log-did-link_released = a diffusé le lien
log-did-announcement_made = a rédigé une annonce
log-did-announcement_stopped = a arrêté une annonce
log-did-registered = a fait une inscription
log-did-address_confirmed = a confirmé l’adresse
log-did-hold_expired = a libéré une place dont l’adresse n’était pas confirmée
log-did-promoted = a donné une place libre à une personne de la liste d’attente
log-did-withdrawn = a annulé une inscription
log-did-approved = a accepté une inscription
log-did-declined = a refusé une inscription
log-did-waitlisted = a mis une inscription sur la liste d’attente
log-did-decision_undone = a annulé une décision
log-did-note_added = a écrit une note
log-did-note_removed = a supprimé une note
log-did-tagged = a étiqueté une inscription
log-did-untagged = a retiré une étiquette d’une inscription
log-did-checked_in = a noté une arrivée
log-did-check_in_undone = a annulé une arrivée
log-did-attendance_noted = a noté les présences d’après le rapport d’une réunion
log-did-imported = a ajouté des personnes depuis une liste
log-did-registrations_exported = a exporté les inscriptions
log-did-undeliverable = a constaté que les courriels à une adresse reviennent
log-did-reminders_stopped = a arrêté les rappels
log-did-reminders_resumed = a redemandé les rappels
log-did-mail_retried = a fait renvoyer un courriel
log-did-mail_given_up = a abandonné un courriel
log-did-mail_skipped = a écarté des courriels
log-did-copied = a copié toute la base vers une autre
log-did-mail_paused = a suspendu tous les courriels
log-did-restored = a rétabli la base à partir d’une sauvegarde
log-did-mail_resumed = a laissé repartir les courriels
log-did-mail_held = a retenu des courriels
log-did-signed_in = a ouvert une session
log-did-role_given = a donné un rôle à quelqu’un
log-did-role_taken = a retiré son rôle à quelqu’un
log-did-invited = a invité quelqu’un dans l’équipe
log-did-invitation_withdrawn = a retiré une invitation
log-did-token_made = a créé un jeton pour un programme
log-did-token_revoked = a révoqué un jeton
log-did-webhook_made = a créé un webhook
log-did-webhook_switched_on = a activé un webhook
log-did-webhook_switched_off = a désactivé un webhook
log-did-webhook_secret_renewed = a donné un nouveau secret à un webhook
log-did-webhook_removed = a supprimé un webhook
log-did-password_set = a défini un mot de passe
log-did-password_removed = a supprimé un mot de passe
log-did-device_added = a ajouté un appareil pour se connecter
log-did-device_removed = a retiré un appareil pour se connecter
log-did-passkey_added = a ajouté une clé d’accès
log-did-passkey_removed = a supprimé une clé d’accès
log-did-passkey_behind = n’a pas pu entrer avec une clé d’accès dont il existe peut-être une copie
log-did-identity_connected = a relié l’authentification unique
log-did-identity_disconnected = a délié l’authentification unique
log-did-organisation_renamed = a renommé l’organisation
log-did-lineup_changed = a modifié les interventions
log-did-person_added = a ajouté quelqu’un à l’annuaire
log-did-person_changed = a modifié une fiche de l’annuaire
log-did-person_removed = a retiré quelqu’un de l’annuaire
log-did-person_photo_set = a enregistré une photo
log-did-person_photo_removed = a retiré une photo
log-did-host_logo_set = a défini le logo d’un organisme
log-did-host_logo_removed = a retiré le logo d’un organisme

log-detail-from = Avant
log-detail-announcement_made-to = Destinataires
log-detail-to = Après
log-detail-state = État
log-detail-mode = Mode de participation
log-detail-kind = Type
log-detail-facts = Ce qui a changé
# same as English
log-detail-session = Session
log-detail-registrations = Inscriptions
log-detail-kept_back = Courriels retenus
log-detail-role = Rôle
log-detail-status = Réponse du serveur de messagerie
log-detail-tzdb_version = Données des fuseaux horaires
log-detail-rows = Lignes
log-detail-columns = Colonnes
log-detail-fields = Champs
log-detail-name = Nom
log-detail-access = Permet de
log-detail-links = Liens de connexion
log-detail-address = Serveur
log-detail-kinds = Est prévenu de
log-detail-people = Noms
log-detail-because = Raison

log-value-read = Voir
log-value-write = Voir et modifier
log-value-true = Oui
log-value-false = Non
log-value-draft = Brouillon
log-value-published = Publié
log-value-cancelled = Annulé
log-value-unconfirmed = Adresse non confirmée
log-value-pending = En attente de décision
log-value-waitlisted = Sur la liste d’attente
log-value-confirmed = Confirmé
log-value-registered = Inscription
log-value-withdrawn = Désistement
log-value-checked_in = Arrivée
log-value-event_changed = Événement modifié
log-value-event_closed = Inscriptions closes
log-value-link_released = Lien communiqué
log-value-failing = Rien n’est arrivé pendant un jour
log-value-gone = Le serveur n’existe plus
log-value-maker = La personne qui l’a créé n’est plus propriétaire
log-value-sealed = Autre clé d’instance
log-value-declined = Refusé
log-value-everybody = Tout le monde
log-value-online = En ligne
log-value-in_person = Sur place
log-value-time = Horaire
log-value-place = Lieu
log-value-link = Lien
log-value-announcement = Annonce
log-value-follow_up = Message de suivi
log-value-owner = Propriétaire
log-value-organiser = Organisation
log-value-assistant = Assistance

log-field-slug = Adresse
log-field-kind = Type
# same as English
log-field-format = Format
log-field-time_zone = Fuseau horaire
log-field-languages = Langues
log-field-page_languages = Langues de la page
log-field-title = Titre
log-field-summary = Résumé
# same as English
log-field-description = Description
log-field-visibility = Visibilité
# same as English
log-field-contact = Contact
log-field-rules = Règles de la salle
log-field-recording = Enregistrement
log-field-photography = Photos
log-field-retention = Durée de conservation
log-field-embed = Intégré par
log-field-interpretation = Interprétation
log-field-interpretation-from = De
log-field-interpretation-to = Vers
log-field-interpretation-mode = Mode
log-field-venue = Lieu
log-field-name = Nom
log-field-address = Adresse postale
log-field-city = Ville
log-field-country = Pays
log-field-map = Plan
log-field-registration = Inscription
log-field-mode = Mode de participation
log-field-opens = Ouverture
log-field-closes = Clôture
# same as English
log-field-capacity = Places
log-field-online = En ligne
log-field-in_person = Sur place
log-field-waitlist = Liste d’attente
log-field-approval = Accord préalable
log-field-invitation_only = Sur invitation seulement
# same as English
log-field-codes = Codes
# same as English
log-field-code = Code
# same as English
log-field-places = Places
log-field-expires = Expiration
log-field-confirm_address = Confirmer les adresses
log-field-per_session = Session par session
log-field-field = Champ
log-field-required = Obligatoire
log-field-purpose = Finalité
# same as English
log-field-question = Question
log-field-label = Libellé
# same as English
log-field-options = Options
# same as English
log-field-if = Condition
log-field-is = Est
log-field-consent = Consentement
log-field-text = Texte
log-field-meeting = Réunion
log-field-provider = Service
log-field-link = Lien
log-field-service = Liens créés par le service
log-field-lineup_link = Lien des personnes au programme
log-field-release = Diffusion
log-field-join_page = Page d’accès
log-field-channel = Canal
log-field-tech_check = Essai technique
# same as English
log-field-note = Note
log-field-mail = Courriels
log-field-reminders = Rappels
log-field-quiet_hours = Heures calmes
log-field-quiet_hours-from = Début
log-field-quiet_hours-to = Fin
log-field-reply_to = Réponses à
log-field-host = Organisation citée
log-field-host-link = Site web
log-field-role = Rôle
log-field-short = Nom court
log-field-disclaimer = Mention
# same as English
log-field-session = Session
log-field-abstract = Présentation
log-field-starts = Début
log-field-ends = Fin
log-field-place = Salle
log-field-appearance = Intervention
log-field-position = Fonction
# same as English
log-field-organisation = Organisation
log-field-bio = Biographie
log-field-email = Adresse électronique
log-field-state = État

log-more = { $count ->
    [one] Afficher { $count } autre changement
    [many] Afficher { $count } d’autres changements
   *[other] Afficher { $count } autres changements
}
