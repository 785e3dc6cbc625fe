# Making and changing an event.

new-event-title = Nouvel événement
new-event-lead = L’essentiel d’abord. Tout le reste a une valeur raisonnable et peut être modifié plus tard.
new-event-submit = Continuer vers la vérification

edit-title = Titre
# same as English
edit-date = Date
edit-starts = Début
edit-ends = Fin
edit-zone = Fuseau horaire
edit-zone-hint = Saisissez une ville, comme Beyrouth, et choisissez dans la liste.
edit-format = Mode de participation
edit-format-online = En ligne
edit-format-in_person = Sur place
edit-format-hybrid = Hybride : sur place et en ligne
edit-languages = Langues parlées
edit-languages-hint = La première sert là où un texte n’existe dans aucune autre.
edit-page-languages = Langues de la page de l’événement
edit-page-languages-hint = Laissez vide si ce sont les langues parlées.
edit-link = Lien d’accès
edit-link-hint = Seules les personnes qui ont une place le reçoivent, par courriel, et pas avant sa diffusion.
edit-closes = Clôture des inscriptions
edit-closes-hint = La minute entière compte : 23:59 va jusqu’à minuit. Laissé vide, c’est deux heures avant le premier début, et cela suit ses déplacements ; une date indiquée ici ne bouge pas.
# same as English
edit-capacity = Places
edit-capacity-hint = Dans la salle, ou en ligne s’il n’y a pas de salle. Laissé vide, il n’y a pas de limite.
edit-kind = Type d’événement
edit-visibility = Qui peut le trouver
edit-visibility-public = Tout le monde : il figure dans la liste des événements
edit-visibility-unlisted = Seulement les personnes qui ont son adresse
edit-visibility-sensitive = Seulement les personnes qui ont son adresse, et ni courriel ni entrée de calendrier ne le nomme
edit-contact = Adresse pour les questions
edit-contact-hint = Laissé vide, les questions vont à l’adresse d’où viennent les courriels.
edit-summary = Résumé
edit-summary-hint = Une phrase, affichée sous le titre.
# same as English
edit-description = Description
edit-description-hint = Markdown : une ligne vide commence un paragraphe, *les étoiles* mettent en relief, [des mots](https://…) font un lien.
edit-venue-name = Nom du lieu
edit-venue-address = Adresse
edit-city = Ville
edit-country = Pays
edit-map = Lien vers un plan
edit-from = De
edit-to = Vers
edit-mode = Comment
edit-mode-simultaneous = Simultanée
edit-mode-consecutive = Consécutive
edit-mode-sign = Langue des signes
edit-session-title = Titre de la session
edit-abstract = De quoi il s’agit
edit-place = Salle
edit-session-languages = Langues parlées dans la session
edit-session-languages-hint = Laissez vide si ce sont celles de l’événement.
edit-session-capacity-in_person = Places dans la salle
edit-session-capacity-online = Places en ligne
edit-role = Rôle
edit-role-organiser = Organisation
edit-role-partner = Partenaire
edit-role-supporter = Soutien
edit-role-sponsor = Mécène
edit-role-media_partner = Partenaire média
edit-name = Nom
edit-short = Nom court
edit-web = Site web
edit-disclaimer = Mention à placer à côté du nom
edit-opens = Ouverture des inscriptions
edit-opens-hint = Laissé vide, elles sont ouvertes dès que l’événement est publié.
edit-capacity-in_person = Places dans la salle
edit-capacity-online = Places en ligne
edit-waitlist = Tenir une liste d’attente quand toutes les places sont prises
edit-approval = Décider de chaque demande
edit-invitation-only = Seulement avec un code
edit-confirm-address = Faire confirmer chaque adresse avant de donner une place
edit-per-session = Laisser choisir les sessions
edit-ask-organisation = Demander l’organisation
edit-ask-position = Demander la fonction
edit-ask-country = Demander le pays
edit-asked-no = Ne pas demander
edit-asked-optional = Demander, réponse facultative
edit-asked-required = Demander, réponse obligatoire
edit-purpose = À quoi cela sert
edit-purpose-hint = Affiché à côté du champ. On répond volontiers quand on comprend pourquoi.
# same as English
edit-label = Question
edit-question-kind = Type de réponse
edit-question-kind-text = Une ligne
edit-question-kind-long_text = Plusieurs lignes
edit-question-kind-choice = Une parmi plusieurs
edit-question-kind-choices = Autant qu’on veut parmi plusieurs
edit-question-kind-yes_no = Oui ou non
edit-options = Réponses au choix
edit-options-hint = Une par ligne, dans le même ordre dans chaque langue. Une fois des personnes inscrites, n’en ajoutez qu’à la fin.
edit-required = Réponse obligatoire
edit-condition = Demander seulement si
edit-condition-if = « { $question } » a pour réponse « { $answer } »
edit-consent = Ce à quoi on consent
edit-consent-required = Nécessaire pour s’inscrire
# same as English
edit-code = Code
edit-places = Combien de personnes peuvent l’utiliser
edit-places-hint = Laissé vide, il n’y a pas de limite.
edit-expires = Valable jusqu’au
edit-code-unlimited = Autant de personnes qu’on veut
edit-code-places = { $count ->
    [one] { $count } personne
    [many] { $count } de personnes
   *[other] { $count } personnes
}
edit-rules = Règle de la salle
edit-rules-on_record = Propos publics : ce qui est dit peut être cité
edit-rules-chatham_house = Règle de Chatham House : ce qui est dit peut être repris, mais pas attribué
edit-rules-none = Aucune règle annoncée
edit-recording = L’événement est enregistré
edit-photography = Des photos sont prises
# same as English
edit-provider = Service
edit-provider-other = Un autre
edit-service = Créer un lien pour chaque personne
edit-service-hint = Le serveur du service ci-dessus le crée au moment où la personne arrive, avec son nom, et la modération veille sur la salle. Les courriels et les entrées de calendrier donnent une page personnelle qui y mène : ils ne contiennent aucun lien que l’on pourrait transmettre. Seulement avec un service que l’exploitant de cette instance a configuré, et sans lien ci-dessous.
edit-lineup-link = Lien pour les personnes au programme et les interprètes
edit-lineup-link-hint = Va à ces personnes seulement, où qu’en soient les inscriptions. Il devrait différer de celui du dessus.
edit-release = Quand les personnes inscrites reçoivent le lien
edit-release-after_close = À la clôture des inscriptions
edit-release-on_confirmation = Dès qu’une place est confirmée
edit-release-manual = Quand l’équipe organisatrice le diffuse
edit-join-page = Donner à chaque personne une adresse personnelle qui mène au lien
edit-join-page-hint = Les courriels et les entrées de calendrier donnent alors une page personnelle : à partir d’une demi-heure avant le début, elle mène au lien, quel qu’il soit à ce moment. Ce que cela coûte : il faut que ce service fonctionne à cette minute-là, et les calendriers n’affichent pas le bouton de la réunion. Sans cela, les courriels donnent le lien lui-même : s’il change, il faut prévenir par courriel, et les calendriers partagés avec des collègues le montrent.
edit-recording-link = Enregistrement ou notes
edit-recording-link-hint = Un lien que les personnes qui avaient une place trouvent sur leur page personnelle une fois la réunion terminée.
edit-tech-check = À partir de
edit-tech-check-hint = Laissé vide, il n’y en a pas.
edit-tech-note = Où, et ce qu’il faut apporter
edit-reminders = Rappels avant chaque session
edit-before-minutes = { $count ->
    [one] { $count } minute avant
    [many] { $count } de minutes avant
   *[other] { $count } minutes avant
}
edit-before-hours = { $count ->
    [one] { $count } heure avant
    [many] { $count } d’heures avant
   *[other] { $count } heures avant
}
edit-before-days = { $count ->
    [one] { $count } jour avant
    [many] { $count } de jours avant
   *[other] { $count } jours avant
}
edit-quiet-from = Heures calmes à partir de
edit-quiet-from-hint = Ce qui s’adresse à plusieurs personnes attend leur fin, sauf si ce serait trop tard. Vide pour n’en avoir aucune.
edit-quiet-to = Heures calmes jusqu’à
edit-reply-to = Adresse pour les réponses
edit-reply-to-hint = Laissé vide, les réponses vont à l’adresse pour les questions.
edit-retention = Conservation des données personnelles après l’événement
edit-kept-days = { $count ->
    [0] Aucune
    [one] { $count } jour
    [many] { $count } de jours
   *[other] { $count } jours
}
edit-side = Laquelle des deux ?
edit-side-hint = On recule l’heure cette nuit-là, et ce moment revient deux fois.
edit-side-earlier = La première ({ $offset })
edit-side-later = La seconde ({ $offset })

editor-none = Aucun
editor-unnamed = Sans nom
editor-nothing = Rien
editor-untranslated = Pas encore traduit
editor-meanwhile = Quelqu’un d’autre a indiqué entre-temps : { $value }
editor-rank-1 = Premier choix
editor-rank-2 = Deuxième choix
editor-rank-3 = Troisième choix
editor-rank-4 = Quatrième choix
editor-save = Enregistrer
editor-up = Monter
editor-remove = Supprimer
editor-moved = Déplacé vers le haut
editor-removed = Supprimé
editor-not-saved = Rien n’a été enregistré
editor-field-in-language = { $field } en { $language }

flaw-missing = Remplissez : { $field }
flaw-unknown = Choisissez l’une des possibilités : { $field }
flaw-twice = Deux valeurs sont identiques : { $field }
flaw-gap = On avance l’heure cette nuit-là et ce moment n’existe pas. Choisissez { $before } ou { $after }
flaw-fold = On recule l’heure cette nuit-là et ce moment revient deux fois. Choisissez lequel est le bon
flaw-ends-before-start = Choisissez une fin postérieure au début
flaw-closes-after-end = Fermez les inscriptions avant la fin de la dernière session
flaw-closes-before-opening = Fermez les inscriptions après leur ouverture
flaw-tells-link = Retirez de ce texte le lien d’accès : tout le monde peut le lire
flaw-told-link = Un texte que tout le monde peut lire contient ce lien. Retirez-le d’abord de là
flaw-no-service = Choisissez comme service : { $offered }
flaw-link-for-each = Retirez ce lien : le service en crée un pour chaque personne
flaw-in-use = Des personnes y sont inscrites. Déplacez d’abord leurs inscriptions
flaw-survey-answered = Des personnes ont déjà répondu : une question peut être reformulée et de nouvelles ajoutées, mais aucune ne peut disparaître, changer de type de réponse, ni voir ses choix ou leur ordre changer
flaw-needed = Une question n’est posée qu’après une certaine réponse à une question précédente. Modifiez d’abord cette condition
flaw-malformed-email = Saisissez une adresse de la forme nom@example.org
flaw-malformed-web = Saisissez une adresse qui commence par https:// ou http://
flaw-malformed-link = Saisissez une adresse qui commence par https://
flaw-malformed-count = Saisissez un nombre entier
flaw-malformed-zone = Choisissez un fuseau horaire dans la liste, comme Asia/Beirut
flaw-malformed-moment = Saisissez une date et une heure
flaw-malformed-day = Choisissez un jour
flaw-malformed-hour = Saisissez une heure comme 15:00
flaw-malformed-quiet = Saisissez les deux bornes des heures calmes, différentes l’une de l’autre
flaw-malformed-language = Choisissez une langue
flaw-malformed-phrase = Doublez les accolades voulues comme telles : {"{{"} et {"}}"}
flaw-malformed-slug = Saisissez le nom court exactement tel qu’il est écrit là

time-note-after-gap = On avance l’heure cette nuit-là et ce moment n’existe pas : c’est le premier moment suivant qui compte.
time-note-later-of-two = Ce moment revient deux fois cette nuit-là : c’est le second qui compte.
time-note-picked = Ce moment revient deux fois cette nuit-là : c’est celui que vous avez choisi qui compte.
time-note-ignored = Le décalage indiqué avec cette heure n’est pas en vigueur à ce moment et n’est pas pris en compte.

parts-label = Parties de l’événement
part-basics = L’essentiel
part-basics-lead = Ce que c’est, quand, et dans quelles langues.
part-texts = Textes
part-texts-lead = Chaque texte dans chaque langue de la page. Là où l’un manque, il s’affiche dans une autre langue.
# same as English
part-programme = Sessions
part-programme-lead = Quand chacune a lieu. Les personnes qui y interviennent figurent sous « Interventions ».
part-venue = Lieu
part-venue-lead = Où l’on se rend. Laissé vide, il est à préciser.
part-hosts = Organisations
part-hosts-lead = Les organisations nommées sur la page, dans cet ordre.
part-interpretation = Interprétation
part-interpretation-lead = De quelle langue vers quelle langue, et comment.
part-registration = Inscription
part-registration-lead = Jusqu’à quand l’on peut s’inscrire, combien de personnes, et ce qui est demandé outre le nom et l’adresse.
# same as English
part-questions = Questions
part-questions-lead = Vos propres questions dans le formulaire, dans cet ordre.
part-consents = Consentements
part-consents-lead = Ce à quoi l’on peut consentir, chacun avec sa case que personne n’a cochée d’avance.
# same as English
part-codes = Codes
part-codes-lead = Avec un code, on peut s’inscrire même si l’événement est sur invitation.
part-rules = Règles de la salle
part-rules-lead = Sur la page et dans chaque courriel. Les personnes inscrites sont prévenues quand elles changent.
part-meeting = Réunion
part-meeting-lead = Où l’on se retrouve en ligne. Aucune autre page ne montre le lien.
part-tech-check = Essai technique
part-tech-check-lead = Quand les personnes au programme essaient caméra et micro. Elles le voient sur leur page et dans le courriel avec leur lien, et personne d’autre.
part-mail = Courriels
part-mail-lead = Ce qui est envoyé de soi-même, et quand.

empty-programme = Il n’y a pas de session.
empty-hosts = Aucune organisation n’est encore nommée.
empty-interpretation = Il n’y a pas d’interprétation.
empty-questions = Seuls le nom et l’adresse sont demandés.
empty-consents = Aucun consentement n’est demandé.
empty-codes = Il n’y a pas de code.
add-programme = Ajouter une session
add-hosts = Ajouter une organisation
# same as English
logo-title = Logo
logo-hidden = L’événement est sensible : sa page ne montre aucun logo.
logo-choose = Choisir un logo
logo-replace = Choisir un autre logo
logo-hint = JPEG, PNG ou WebP, jusqu’à 5 Mo. Il s’affiche à côté du nom de l’organisation. Les fichiers d’événement ne contiennent pas de logos.
logo-submit = Enregistrer le logo
logo-remove = Retirer le logo
done-logo-kept = Le logo est enregistré.
done-logo-removed = Le logo est retiré.
add-interpretation = Ajouter un canal
add-questions = Ajouter une question
add-consents = Ajouter un consentement
add-codes = Ajouter un code
new-programme = Nouvelle session
new-hosts = Nouvelle organisation
new-interpretation = Nouveau canal
new-questions = Nouvelle question
new-consents = Nouveau consentement
new-codes = Nouveau code
meeting-sessions = Sessions qui ont leur propre lien
meeting-own = A son propre lien
meeting-shared = Accessible par le lien de l’événement

overtaken-title = Quelqu’un d’autre a modifié ceci entre-temps
overtaken-form = Tout ce que vous avez saisi est là. À côté de chaque champ modifié figure ce que l’autre personne a indiqué ; enregistrez de nouveau pour garder ce que montre le formulaire.
overtaken-list = Voici la liste telle qu’elle est maintenant. Rien n’a été déplacé ni supprimé.

impact-title = Avant d’enregistrer
impact-lead = { $count ->
    [one] { $count } personne a une place ou en attend une. Décidez de ce qui lui est dit.
    [many] { $count } de personnes ont une place ou en attendent une. Décidez de ce qui leur est dit.
   *[other] { $count } personnes ont une place ou en attendent une. Décidez de ce qui leur est dit.
}
impact-changes = Ce qui change
impact-what = Quoi
impact-before = Avant
impact-after = Après
impact-who = Qui est concerné
impact-fact-time = L’horaire change pour toutes les personnes qui viennent.
impact-fact-place = Le lieu change pour les personnes qui viennent sur place.
impact-fact-link = Le lien change pour les personnes qui l’ont reçu.
impact-fact-languages = Les langues changent pour tout le monde.
impact-fact-rules = D’autres règles s’appliquent dans la salle, pour tout le monde.
impact-told = { $count ->
    [one] { $count } personne a reçu ce qui n’est plus vrai.
    [many] { $count } de personnes ont reçu ce qui n’est plus vrai.
   *[other] { $count } personnes ont reçu ce qui n’est plus vrai.
}
impact-holding-link = { $count ->
    [one] { $count } personne a reçu l’ancien lien.
    [many] { $count } de personnes ont reçu l’ancien lien.
   *[other] { $count } personnes ont reçu l’ancien lien.
}
impact-holding-page = { $count ->
    [one] { $count } personne a une page personnelle, qui mène aussitôt au nouveau lien : pas besoin de courriel.
    [many] { $count } de personnes ont une page personnelle, qui mène aussitôt au nouveau lien : pas besoin de courriel.
   *[other] { $count } personnes ont une page personnelle, qui mène aussitôt au nouveau lien : pas besoin de courriel.
}
impact-moves = Courriels qui partent à un autre moment
impact-mail = Courriel
impact-not-sent = non envoyé
impact-more = { $count ->
    [one] Et { $count } autre courriel.
    [many] Et { $count } d’autres courriels.
   *[other] Et { $count } autres courriels.
}
impact-question = Que faut-il envoyer ?
impact-tell = { $count ->
    [one] Prévenir { $count } personne par courriel
    [many] Prévenir { $count } de personnes par courriel
   *[other] Prévenir { $count } personnes par courriel
}
impact-tell-hint = Chaque personne reçoit, dans sa langue, un courriel qui dit ce qui diffère, et son entrée de calendrier est corrigée.
impact-write = { $count ->
    [one] Écrire à { $count } personne
    [many] Écrire à { $count } de personnes
   *[other] Écrire à { $count } personnes
}
impact-write-hint = Le texte ci-dessous va à toutes les personnes qui ont une place ou en attendent une.
impact-quiet = Ne prévenir personne
impact-quiet-hint = C’est enregistré et aucun courriel ne part. Les entrées de calendrier gardent leur contenu.
impact-must-tell = Ces personnes ont accepté de venir sous d’autres règles : il faut les prévenir.
impact-answer-missing = Indiquez ce qui est envoyé, et en quels termes
impact-submit = Enregistrer
impact-back = Retour sans enregistrer

notice-title = Ce que vous leur écrivez
notice-hint = Modifiez le texte comme il vous plaît. Le Markdown est compris. Laissez tout vide pour ne rien écrire.
notice-subject = Objet
notice-text = Texte
notice-languages-subject = Les langues de l’événement ont changé
notice-languages-text = Les langues de « {"{"}title{"}"} » ont changé. L’événement se tient en { $languages }.
notice-rules-subject = Les règles de l’événement ont changé
notice-rules-text = Les règles de « {"{"}title{"}"} » ont changé.
notice-rules-none = Aucune règle de citation n’est annoncée.
notice-recording = L’événement est enregistré.
notice-no-recording = L’événement n’est pas enregistré.
notice-photography = Des photos sont prises.
notice-no-photography = Aucune photo n’est prise.

overview-title = Aperçu
overview-draft = Un brouillon
overview-draft-text = Seule l’équipe organisatrice le voit.
overview-published = Publié
overview-cancelled = Annulé
overview-over = Terminé
overview-people = Personnes
overview-of-places = { $count ->
    [one] sur { $count } place
    [many] sur { $count } de places
   *[other] sur { $count } places
}
overview-over-by = { $count } en trop
overview-steps = À examiner
overview-no-steps = Rien ne manque.
overview-next = Prochains envois
overview-nothing-next = Aucun envoi à plusieurs personnes n’est prévu.
overview-to = { $count ->
    [0] À personne pour le moment
    [one] À { $count } personne, en l’état
    [many] À { $count } de personnes, en l’état
   *[other] À { $count } personnes, en l’état
}
overview-to-organisers = À l’équipe organisatrice
overview-waits = Attend le lien
overview-event = L’événement
overview-address = Adresse pour les invitations

primary-publish = Vérifier et publier
primary-duplicate = Préparer l’événement suivant
primary-figures = Voir les chiffres
primary-decide = { $count ->
    [one] Décider de { $count } demande
    [many] Décider de { $count } de demandes
   *[other] Décider de { $count } demandes
}
primary-link = Saisir le lien d’accès
primary-release = Diffuser le lien
primary-lineup = Compléter les interventions
primary-check-in = Noter les arrivées
primary-registrations = { $count ->
    [0] Voir les inscriptions
    [one] Voir { $count } inscription
    [many] Voir { $count } d’inscriptions
   *[other] Voir { $count } inscriptions
}

people-count-online = En ligne
people-count-in_person = Sur place
people-count-pending = En attente de décision
people-count-waitlisted = Sur la liste d’attente
people-count-unconfirmed = Adresse non confirmée

gap-untranslated = { $count ->
    [one] { $count } texte n’est pas traduit : { $language }
    [many] { $count } de textes ne sont pas traduits : { $language }
   *[other] { $count } textes ne sont pas traduits : { $language }
}
gap-no-link = Il n’y a pas encore de lien d’accès. Un rappel vous parvient avant qu’il ne doive partir.
gap-no-venue = Le lieu reste à préciser
gap-no-lineup = Une session n’a encore aucune intervention
gap-begun = L’événement a déjà commencé : vérifiez la date
gap-closed = Les inscriptions sont déjà closes : vérifiez la date
gap-closes-after-start = Les inscriptions ferment après le début de la première session
gap-link-before-closing = Le lien part avant la clôture des inscriptions : les personnes inscrites plus tard le reçoivent plus tard
gap-same-link = Le public et les personnes au programme ont le même lien d’accès
gap-no-code = L’événement est sur invitation, et il n’y a pas de code
gap-guessable-address = L’événement est sensible, et son adresse peut être devinée

goes-out-registered = Confirmation d’une place
goes-out-link = Lien d’accès
goes-out-withdrawn = Désistement
goes-out-confirm_address = Demande de confirmation de l’adresse
goes-out-received = Accusé de réception d’une demande
goes-out-waitlisted = Liste d’attente
goes-out-known = Inscription déjà faite
goes-out-approved = Acceptation
goes-out-promoted = Place après l’attente
goes-out-declined = Refus
goes-out-decline_noted = Décliné dans le calendrier
goes-out-reminder = Rappel
goes-out-changed = Changement
goes-out-cancelled = Annulation
goes-out-alarm = Alerte : le lien manque

publish-title = Vérifier et publier
publish-check = Avant que ce soit public
publish-gaps = { $count ->
    [0] Rien à examiner.
    [one] Examinez ce point. Il ne vous empêche pas de publier.
    [many] Examinez ces points. Ils ne vous empêchent pas de publier.
   *[other] Examinez ces points. Ils ne vous empêchent pas de publier.
}
publish-complete = Rien ne manque.
publish-mails = { $count ->
    [one] { $count } courriel a été essayé, dans chaque langue.
    [many] { $count } de courriels ont été essayés, dans chaque langue.
   *[other] { $count } courriels ont été essayés, dans chaque langue.
}
publish-broken = Ces courriels ne peuvent pas être rédigés
publish-closes = Les inscriptions ferment le { $moment }.
publish-submit = Publier
publish-later = Pas encore
publish-is-public = La publication est faite.

event-cancel-title = Annuler l’événement
event-cancel-told = { $count ->
    [0] Personne n’est inscrit : aucun courriel ne part.
    [one] { $count } personne est prévenue par courriel aussitôt.
    [many] { $count } de personnes sont prévenues par courriel aussitôt.
   *[other] { $count } personnes sont prévenues par courriel aussitôt.
}
event-cancel-entries = { $count ->
    [0] Il ne figure dans aucun calendrier.
    [one] Il est retiré du calendrier de { $count } personne.
    [many] Il est retiré des calendriers de { $count } de personnes.
   *[other] Il est retiré des calendriers de { $count } personnes.
}
event-cancel-link = Le lien d’accès ne va plus à personne.
event-cancel-for-good = C’est définitif. L’événement suivant peut être préparé à partir de celui-ci.
event-cancel-reason = Le motif, pour les personnes prévenues
event-cancel-reason-hint = Il figure dans le courriel. Laissez vide pour n’en donner aucun.
event-cancel-slug = nom court
event-cancel-type-slug = Saisissez { $slug } pour annuler l’événement
event-cancel-submit = Annuler définitivement l’événement
event-cancel-not = Garder l’événement
event-cancel-cannot = Seul un événement publié peut être annulé.

link-release-title = Diffuser le lien
link-release-text = { $count ->
    [0] Personne n’est encore confirmé en ligne. Toute personne confirmée désormais reçoit le lien aussitôt.
    [one] { $count } personne est confirmée en ligne et reçoit le lien aussitôt.
    [many] { $count } de personnes sont confirmées en ligne et reçoivent le lien aussitôt.
   *[other] { $count } personnes sont confirmées en ligne et reçoivent le lien aussitôt.
}
link-release-missing = Un lien manque encore : ses courriels attendent qu’il soit saisi.
link-release-submit = Diffuser maintenant
link-release-not = Pas encore
link-release-nothing = Il n’y a rien à diffuser : le lien part de lui-même, ou il a déjà été diffusé.
address-new-title = Une adresse que personne ne peut deviner
address-new-text = L’événement reçoit une nouvelle adresse de lettres et de chiffres tirés au hasard, qui ne dit rien de lui.
address-new-breaks = { $count ->
    [0] L’adresse ci-dessus ne mènera alors plus nulle part. Elle figure peut-être sur d’autres sites et dans des invitations : transmettez la nouvelle.
    [one] L’adresse ci-dessus ne mènera alors plus nulle part. { $count } personne a une place ou en attend une : dans les courriels déjà partis, les liens vers la page de l’événement ne fonctionneront plus ; les liens vers sa propre page et pour participer restent valables.
    [many] L’adresse ci-dessus ne mènera alors plus nulle part. { $count } de personnes ont une place ou en attendent une : dans les courriels déjà partis, les liens vers la page de l’événement ne fonctionneront plus ; les liens vers leur propre page et pour participer restent valables.
   *[other] L’adresse ci-dessus ne mènera alors plus nulle part. { $count } personnes ont une place ou en attendent une : dans les courriels déjà partis, les liens vers la page de l’événement ne fonctionneront plus ; les liens vers leur propre page et pour participer restent valables.
}
address-new-submit = Prendre une nouvelle adresse
address-new-not = Garder l’adresse
address-new-nothing = Seuls les événements sensibles ont une telle adresse.
done-event-readdressed = L’événement a une nouvelle adresse. L’ancienne ne mène plus nulle part.

event-duplicate-title = Préparer l’événement suivant à partir de celui-ci
event-duplicate-text = Un brouillon à part, que personne ne voit avant que vous le publiiez.
event-duplicate-keeps = Les textes, les organisations, les questions et les réglages sont conservés.
event-duplicate-moves = Les sessions et la clôture des inscriptions se déplacent d’autant de jours que la première.
event-duplicate-drops = Les liens, les codes, les interventions et les inscriptions ne sont pas repris.
event-duplicate-date = Premier jour
event-duplicate-submit = Créer le brouillon

done-saved = Enregistré.
done-saved-and-told = { $n ->
    [one] Enregistré. { $n } personne est prévenue par courriel.
    [many] Enregistré. { $n } de personnes sont prévenues par courriel.
   *[other] Enregistré. { $n } personnes sont prévenues par courriel.
}
done-saved-and-followed = { $n ->
    [one] Enregistré. Personne n’a l’ancien lien : la page personnelle de { $n } personne mène aussitôt au nouveau.
    [many] Enregistré. Personne n’a l’ancien lien : les pages personnelles de { $n } de personnes mènent aussitôt au nouveau.
   *[other] Enregistré. Personne n’a l’ancien lien : les pages personnelles de { $n } personnes mènent aussitôt au nouveau.
}
done-unchanged = Rien n’a changé.
done-event-made = Le brouillon est créé. Regardez ce qui manque, puis publiez.
done-event-published = L’événement est publié. Toute personne qui a l’adresse peut s’inscrire.
done-published-before = Il était déjà publié.
done-event-cancelled = { $n ->
    [0] L’événement est annulé. Il n’y avait personne à prévenir.
    [one] L’événement est annulé. { $n } personne est prévenue par courriel.
    [many] L’événement est annulé. { $n } de personnes sont prévenues par courriel.
   *[other] L’événement est annulé. { $n } personnes sont prévenues par courriel.
}
done-not-cancelled = Seul un événement publié peut être annulé. Rien n’a été modifié.
done-link-released = { $n ->
    [0] Le lien est diffusé. Toute personne confirmée en ligne désormais le reçoit aussitôt.
    [one] Le lien est diffusé. { $n } personne le reçoit maintenant.
    [many] Le lien est diffusé. { $n } de personnes le reçoivent maintenant.
   *[other] Le lien est diffusé. { $n } personnes le reçoivent maintenant.
}
done-not-released = Il n’y avait rien à diffuser.
done-event-duplicated = Le brouillon est créé. Vérifiez ses dates et donnez-lui un lien.
