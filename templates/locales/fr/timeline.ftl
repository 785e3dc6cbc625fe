# An event's mail: who gets what, when; words, times, messages, announcements.

mail-title = Courriels
mail-nav-label = Pages sur les courriels
mail-nav-timeline = Qui reçoit quoi, et quand
# same as English
mail-nav-messages = Messages
mail-nav-announcements = Annonces
mail-nav-words = Textes
mail-nav-times = Horaires
mail-back = Retour au calendrier des envois
mail-subject = Objet
mail-untranslated = Non traduit
mail-coming = À venir
mail-now = Maintenant
mail-nothing-coming = Rien n’est prévu
mail-nothing-coming-text = Ce qu’un événement va envoyer à plusieurs personnes figure ici, avec l’heure et le nombre, avant le départ.
mail-gone = Envoyé à plusieurs personnes
mail-personal = Une personne à la fois
mail-personal-lead = Les confirmations et les décisions partent dès qu’elles sont prises.
mail-personal-none = Aucun pour le moment.
mail-draft = Cet événement est un brouillon : rien n’est prévu et rien ne part avant sa publication.
mail-cancelled = Cet événement est annulé : seuls les courriels qui l’annoncent partent encore.
mail-link-held = Le lien est retenu alors que son heure est venue : personne ne l’a reçu. Laissez-le partir dès que possible.
mail-paused-operator = Tous les courriels sont suspendus.
mail-paused-server = Le serveur de messagerie refuse les courriels : tous attendent.
mail-paused-since = Depuis le { $moment }, rien ne part, pour aucun événement.
mail-paused-owner = Une personne ayant le rôle Propriétaire peut les laisser repartir.
mail-resume-all = Laisser repartir tous les courriels
mail-no-link = Le lien manque. Saisissez-le sous « Détails » ; le courriel part alors de lui-même.
mail-total = { $count ->
    [one] { $count } courriel
    [many] { $count } de courriels
   *[other] { $count } courriels
}
mail-to-organisers = À l’équipe qui gère l’événement
mail-to-lineup = { $count ->
    [one] À { $count } personne au programme
    [many] À { $count } de personnes au programme
   *[other] À { $count } personnes au programme
}
mail-in-language = { $language } : { $count }
mail-all-in-language = tous en { $language }
mail-more-sessions = { $count ->
    [one] et { $count } autre
    [many] et { $count } d’autres
   *[other] et { $count } autres
}
mail-done-at = Le dernier part vers { $moment }.
mail-wait-held = Retenu
mail-wait-skipped = Écarté
mail-wait-no-link = Lien manquant
mail-wait-quiet = Après les heures calmes
mail-wait-word = Attend votre accord
mail-when-you-say = Quand vous le direz
mail-overtaken = Quelqu’un d’autre a modifié l’événement au même moment. Vérifiez-le, puis enregistrez de nouveau
mail-preview = Le voir
mail-open = Ouvrir
mail-words = Modifier ses textes
mail-hold = Retenir
mail-skip = Écarter
mail-resume = Laisser partir
mail-release = Envoyer le lien maintenant
mail-one-by-one = Messages un par un
mail-column-kind = Courriel
mail-column-states = Combien
mail-column-actions = Actions possibles

mail-kind-registered = Votre inscription
mail-kind-link = Le lien d’accès
mail-kind-withdrawn = Inscription annulée
mail-kind-confirm_address = Confirmez votre adresse
mail-kind-received = Demande reçue
mail-kind-waitlisted = Sur la liste d’attente
mail-kind-known = Inscription déjà faite
mail-kind-approved = Demande acceptée
mail-kind-promoted = Une place après l’attente
mail-kind-offer = Une place est proposée
mail-kind-declined = Demande refusée
mail-kind-decline_noted = Décliné dans le calendrier
mail-kind-resent = Renvoi
mail-kind-reminder = Rappel
mail-kind-changed = Un changement
mail-kind-cancelled = L’événement est annulé
mail-kind-alarm = Alerte : le lien manque
mail-kind-lineup_invitation = Invitation à intervenir
mail-kind-lineup_link = Le lien des personnes au programme
mail-kind-announcement = Annonce
mail-kind-follow_up = Message de suivi
mail-kind-test = Essai
mail-kind-retention = Suppression prochaine des données
mail-kind-other = Autre courriel

mail-state-scheduled = En attente
mail-state-leased = En cours d’envoi
mail-state-retry = Nouvel essai plus tard
mail-state-sent = Envoyé
mail-state-failed = Non remis
mail-state-suppressed = Devenu inutile
mail-state-uncertain = Incertain
mail-state-dead = N’a pas pu être rédigé

mail-state-count-scheduled = { $count } en attente
mail-state-count-leased = { $count } en cours d’envoi
mail-state-count-retry = { $count } à réessayer plus tard
mail-state-count-sent = Envoyés : { $count }
mail-state-count-failed = Non remis : { $count }
mail-state-count-suppressed = Devenus inutiles : { $count }
mail-state-count-uncertain = Incertains : { $count }
mail-state-count-dead = Non rédigés : { $count }

mail-registration-unconfirmed = adresse non confirmée
mail-registration-pending = en attente de décision
mail-registration-waitlisted = sur la liste d’attente
mail-registration-confirmed = avec une place
mail-registration-declined = refus
mail-registration-cancelled = désistement

preview-title = Le courriel : { $kind }
preview-in = Le courriel en { $language }
preview-frame = Le courriel tel qu’il apparaît, en { $language }
preview-text = Le même en texte brut
preview-of-person = En { $language }, tel qu’il part à
preview-of-sample = Tel qu’il part à une personne qui vient de s’inscrire.
preview-placeholder = Un texte de remplacement tient lieu de lien d’accès, et les liens vers la page personnelle ne mènent nulle part.
preview-languages = Langues du courriel
preview-search-title = Pour une personne réelle
preview-search = Nom ou adresse
preview-search-submit = Chercher
preview-nobody = Personne de ce nom n’est inscrit.
preview-sample = Retour à l’exemple

test-title = M’envoyer un essai
test-lead = Il part à { $address }, signalé comme essai, sans entrée de calendrier.
test-languages = Langues
test-submit = Envoyer l’essai
test-subject = [Essai] { $subject }

placeholders-lead = Ces repères sont remplis au moment de rédiger le courriel. Une accolade voulue comme telle s’écrit deux fois.
placeholder-title = le titre de l’événement
placeholder-date = le jour ou les jours
placeholder-hours = de quelle heure à quelle heure, avec le fuseau
placeholder-organiser = qui organise l’événement
placeholder-closes = la dernière minute des inscriptions

phrase-unknown = « { $name } » n’est pas un repère. Utilisez l’un de ceux de la liste, ou doublez les accolades
phrase-many = Utilisez 50 repères au plus
phrase-open = Fermez l’accolade « {"{"} », ou écrivez-la deux fois
phrase-close = Ouvrez l’accolade « {"}"} », ou écrivez-la deux fois
phrase-link = Retirez le lien de la réunion : seul le courriel du lien peut le contenir
phrase-subject-long = Raccourcissez l’objet à 150 caractères au plus
phrase-lead-long = Raccourcissez l’introduction à 2 000 caractères au plus
phrase-text-long = Raccourcissez le texte à 20 000 caractères au plus
phrase-in = { $what } ({ $language })

words-title = Textes
words-lead = Chaque courriel a nos textes dans chaque langue. Remplacez-les par les vôtres : l’objet et l’introduction sont à vous, les informations qui suivent demeurent.
words-column-own = Vos textes
words-ours = Les nôtres
words-of = Textes du courriel : { $kind }
words-back = Tous les textes
words-form-lead = Laissez un champ vide pour garder nos propres textes.
words-lead-field = Introduction
words-submit = Enregistrer les textes

times-title = Horaires
times-reminders = Rappels
times-reminders-hint = Délai avant le début de chaque session. Une ligne vide ne fait aucun rappel.
times-count = Rappel { $number }
times-unit = Unité
# same as English
times-unit-m = minutes
times-unit-h = heures
times-unit-d = jours
times-quiet = Heures calmes
times-quiet-hint = Pendant ces heures, à l’heure de l’événement, rien de ce qui s’adresse à plusieurs personnes ne part, sauf si ce serait trop tard. Laissez les deux vides pour n’en avoir aucune.
times-quiet-from = De
times-quiet-to = À
times-submit = Enregistrer les horaires
times-moved-lead = Avec ces horaires, les courriels ci-dessous partent autrement. Rien n’est encore enregistré.
times-moved-same = { $count ->
    [one] { $count } autre envoi part comme prévu.
    [many] { $count } d’autres envois partent comme prévu.
   *[other] { $count } autres envois partent comme prévu.
}
times-count-malformed = Saisissez un nombre entier de 1 à 999
times-quiet-missing = Saisissez les deux heures des heures calmes, ou aucune
times-quiet-malformed = Saisissez une heure comme 22:00
times-quiet-same = Saisissez deux heures différentes

# same as English
messages-title = Messages
messages-all-kinds = Tous les courriels
messages-all-states = Tous les états
messages-state = État
messages-filter = Afficher
messages-total = { $count ->
    [one] { $count } message
    [many] { $count } de messages
   *[other] { $count } messages
}
messages-who = À
messages-due = Quand
messages-reply = Dernière réponse du serveur
# same as English
messages-id = Message-ID
messages-organisers = Équipe organisatrice
messages-attempts = { $count ->
    [0] pas encore essayé
    [one] essayé { $count } fois
    [many] essayé { $count } de fois
   *[other] essayé { $count } fois
}
messages-send-retry = Réessayer
messages-send-again = Envoyer encore une fois
messages-send-now = Envoyer maintenant
messages-give-up = Abandonner
messages-pages = Pages de messages
messages-first = Les plus récents
messages-next = Plus anciens
messages-none = Aucun message ici
messages-none-text = Dès que l’événement envoie quelque chose, chaque message figure ici avec ce qu’il est devenu.

announce-title = Annonces
announce-new = Rédiger une annonce
announce-back = Toutes les annonces
announce-none = Aucune annonce pour le moment
announce-none-text = Dites aux personnes inscrites ce qui est nouveau, ou envoyez l’enregistrement une fois l’événement terminé. Vous voyez ce qui va se passer avant tout départ.
announce-drafts = Brouillons
announce-written = dernière modification { $moment }
announce-past = Annonces remises
announce-when = Quand
announce-made = Courriels
announce-sent = Envoyés
announce-standing-waits = Attend
announce-standing-begun = En cours d’envoi
announce-standing-gone = Terminé
announce-standing-stopped = Arrêté
announce-standing-late = Trop tard
announce-texts = Ce que vous dites
announce-texts-hint = Le texte est en Markdown. Les personnes qui lisent une langue sans texte le reçoivent dans une autre, signalée comme telle.
announce-text = Texte
announce-to-whom = À qui, et quand
announce-kind = Nature du message
announce-kind-announcement = Une annonce, avant ou pendant l’événement
announce-kind-follow_up = Un message de suivi, après l’événement
announce-to = À
announce-to-confirmed = Personnes qui ont une place
announce-to-waitlisted = Personnes sur la liste d’attente
announce-to-pending = Personnes en attente d’une décision
announce-to-everybody = Toutes ces personnes
announce-mode = Participation
announce-mode-any = de toute manière
announce-mode-online = en ligne
announce-mode-in_person = sur place
# same as English
announce-session = Session
announce-session-any = Toute session
announce-languages = Seulement pour la lecture en
announce-languages-hint = Ne cochez rien pour atteindre toutes les langues.
announce-send-at = Moment du départ
announce-send-at-hint = À l’heure de l’événement : { $zone }. Vide : tout de suite, ou à la fin de l’événement pour un message de suivi.
announce-recording = Lien vers l’enregistrement
announce-survey = Lien vers un questionnaire
announce-check = Vérifier avant l’envoi
announce-subject-missing = Saisissez un objet dans une langue au moins
announce-text-missing = Saisissez un texte dans une langue au moins
announce-pair-missing = Saisissez l’objet et le texte en { $language }, ou aucun des deux
announce-send-at-malformed = Saisissez un jour et une heure comme 2026-11-24T10:00
announce-send-at-impossible = Saisissez un autre moment : celui-ci n’existe pas, ou existe deux fois, à cause du changement d’heure
announce-send-at-past = Saisissez un moment à venir
announce-send-at-late = Saisissez un moment avant la fin de l’événement
announce-send-at-long = Saisissez un moment dans les 14 jours qui suivent la fin de l’événement
announce-link-malformed = Saisissez une adresse qui commence par https://
announce-link-kind = Un enregistrement ou un questionnaire va dans un message de suivi
announce-slug = Saisissez le nom court de l’événement pour l’envoyer à tant de personnes
announce-slug-wrong = Saisissez le nom court exactement tel qu’il est écrit
announce-not-published = L’événement n’est pas publié ou a été annulé : rien ne peut être annoncé
announce-over = L’événement est terminé : rédigez plutôt un message de suivi
announce-long-over = L’événement est terminé depuis plus de 14 jours
announce-before = Exactement la même annonce a déjà été faite. Ne la renvoyez que si c’est voulu
announce-progress = { $sent } sur { $count ->
    [one] { $count } courriel : déjà envoyé
    [many] { $count } de courriels : déjà envoyés
   *[other] { $count } courriels : déjà envoyés
}
announce-rest = { $count ->
    [one] { $count } courriel attend ; départ { $moment }.
    [many] { $count } de courriels attendent ; départ { $moment }.
   *[other] { $count } courriels attendent ; départ { $moment }.
}
announce-stop = Arrêter
announce-stop-text = { $count ->
    [one] L’arrêt retient { $count } courriel qui n’est pas parti.
    [many] L’arrêt retient les { $count } de courriels qui ne sont pas partis.
   *[other] L’arrêt retient les { $count } courriels qui ne sont pas partis.
}

draft-title = Vérifier avant l’envoi
draft-edit = Modifier
draft-consequences = Ce qui va se passer
draft-at = Départ : { $moment }.
draft-now = Part tout de suite.
draft-ahead = Les premiers courriels ({ $count }) partent en avant, un dans chaque langue ; tous les autres suivent { $moment }. Jusque-là, vous pouvez arrêter l’envoi.
draft-silent = Ne dit rien en :
draft-send = { $count ->
    [one] Envoyer { $count } courriel
    [many] Envoyer { $count } de courriels
   *[other] Envoyer { $count } courriels
}
draft-send-again = L’envoyer de nouveau malgré tout
draft-discard = Jeter le brouillon
draft-discard-text = Personne n’en a été averti.

done-mail-held = C’est retenu. Rien n’en part avant que vous le laissiez partir.
done-mail-skipped = C’est écarté. Rien ne part.
done-mail-resumed = L’envoi reprend.
done-mail-moved-on = Les envois prévus ont changé entre-temps. Vérifiez de nouveau.
done-mail-released = Le lien est diffusé : il part maintenant.
done-mail-going = Les courriels repartent.
done-mail-words = Les textes sont enregistrés. Les courriels qui partent désormais les utilisent.
done-mail-times = Les horaires sont enregistrés. Le calendrier des envois les montre.
done-mail-tested = { $n ->
    [one] { $n } essai est en route vers vous.
    [many] { $n } d’essais sont en route vers vous.
   *[other] { $n } essais sont en route vers vous.
}
done-message-due = L’envoi se fait maintenant.
done-message-not = Il ne peut pas être renvoyé : il est parti, ne sert plus à rien, ou un plus récent a pris sa place.
done-message-given-up = Le message est abandonné.
done-announced = L’annonce est remise.
done-announcement-stopped = { $n ->
    [one] Arrêté. { $n } courriel a été retenu.
    [many] Arrêté. { $n } de courriels ont été retenus.
   *[other] Arrêté. { $n } courriels ont été retenus.
}
done-announcement-over = Il n’en restait rien à retenir.
done-draft-discarded = Le brouillon est jeté.
