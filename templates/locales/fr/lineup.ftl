# Line-ups, the directory of people, and the pages of those who appear.

lineup-role-speaker = intervention
lineup-role-moderator = modération
lineup-role-discussant = discussion
lineup-role-keynote = allocution principale
lineup-role-interpreter = interprète
lineup-role-opening = mot d’ouverture

lineup-state-idea = Idée
lineup-state-invited = Invitation envoyée
lineup-state-confirmed = Confirmation reçue
lineup-state-declined = Invitation déclinée
lineup-state-withdrawn = Désistement

lineup-field-role = Rôle
lineup-field-state = État
lineup-field-state-hint = Seuls les noms confirmés sont publics.
lineup-field-name = Nom
lineup-field-position = Fonction
# same as English
lineup-field-organisation = Organisation
lineup-field-bio = Présentation
lineup-field-email = Adresse électronique
lineup-field-email-hint = Pour l’invitation et le lien d’accès. Elle n’est jamais affichée.
lineup-field-channel = Canal
lineup-field-channel-hint = Pour les interprètes : celui où la personne travaille.
lineup-channel = De { $from } vers { $to }
lineup-channel-any = Aucun en particulier
lineup-field-place = Rang
lineup-field-in = { $field } en { $language }

lineup-title = Interventions
lineup-tells-nobody = Les modifications faites ici paraissent aussitôt sur la page publique. Les personnes inscrites ne sont pas prévenues par courriel.
lineup-announce = Rédiger une annonce
lineup-run-sheet = Déroulé
lineup-interpreters = Fiche des interprètes
# same as English
lineup-sessions = Sessions
lineup-standing = { $confirmed } sur { $places } confirmées
lineup-tasks = { $count ->
    [one] { $count } chose à faire
    [many] { $count } de choses à faire
   *[other] { $count } choses à faire
}
lineup-need-unanswered = n’a pas répondu après deux rappels. Appelez ou écrivez personnellement.
lineup-need-declined = a décliné. Cherchez quelqu’un d’autre.
lineup-need-withdrew = avait accepté et ne vient pas. Cherchez quelqu’un d’autre.
lineup-unasked = { $count ->
    [one] { $count } personne dont vous avez l’adresse n’a pas encore reçu d’invitation par courriel.
    [many] { $count } de personnes dont vous avez l’adresse n’ont pas encore reçu d’invitation par courriel.
   *[other] { $count } personnes dont vous avez l’adresse n’ont pas encore reçu d’invitation par courriel.
}
lineup-ask-all = { $count ->
    [0] Inviter par courriel
    [one] Inviter cette personne par courriel
    [many] Inviter les { $count } de personnes par courriel
   *[other] Inviter les { $count } personnes par courriel
}
lineup-ask = Inviter par courriel
lineup-ask-again = Renvoyer le courriel
lineup-asked = Invitation envoyée par courriel le { $moment }.
lineup-gaps = Il manque encore :
lineup-gap-email = adresse électronique
lineup-gap-name = nom en { $language }
lineup-gap-bio = présentation en { $language }
# same as English
lineup-gap-photo = photo
lineup-gap-consent = accord pour la photo
lineup-up = Monter
lineup-down = Descendre
lineup-move-to = Déplacer au rang (1 à { $count })
lineup-move = Déplacer
lineup-moved = { $name } : rang { $place } sur { $count }
lineup-role-up = Monter ce rôle
lineup-more = Plus
lineup-set-state = Appliquer
lineup-edit = Modifier
lineup-withdraw = Retirer ou remplacer
lineup-off = Ne participent pas
lineup-note = C’est noté
lineup-replace = Remplacer
lineup-remove = Supprimer
lineup-empty-title = Personne n’intervient encore dans cette session
lineup-empty-text = Ajoutez des personnes une à une, ou collez-les depuis un tableur. Personne n’est prévenu avant votre invitation.
lineup-add = Ajouter quelqu’un
lineup-add-title = Ajouter quelqu’un à la session
lineup-add-submit = Ajouter aux interventions
lineup-open-hint = Laissez le nom vide pour une place à préciser.
lineup-paste = Coller un tableau
lineup-back = Retour aux interventions
lineup-save = Enregistrer
lineup-from-directory = Depuis l’annuaire
lineup-nobody-found = Personne de ce nom dans l’annuaire. Remplissez le formulaire pour ajouter une nouvelle personne.
lineup-their-page = Sa page personnelle
lineup-their-page-text = L’invitation contient un lien vers une page où la personne accepte ou décline, rédige sa présentation et fournit une photo. Aucun compte n’est nécessaire.
lineup-revoke = Désactiver son lien
lineup-person = Fiche dans l’annuaire
lineup-leaves = En cas de désistement
lineup-remove-mistake = Supprimer une ligne ajoutée par erreur
lineup-replace-title = À la place de { $name }

lineup-withdraw-title = Retirer { $name }
lineup-withdraw-told = Qui est prévenu
lineup-withdraw-page = La page publique ne montre plus cette personne, dès maintenant.
lineup-withdraw-attendees = Les personnes inscrites ne sont pas prévenues par courriel.
lineup-withdraw-person = Aucune invitation n’était partie d’ici : rien ne lui est envoyé.
lineup-withdraw-person-asked = La personne ne reçoit aucun courriel à ce sujet : écrivez-lui personnellement. Son lien vers la page demeure, sans le lien d’accès.
lineup-withdraw-submit = Retirer
lineup-withdraw-replace = Retirer et nommer quelqu’un d’autre
lineup-withdraw-expected = { $count ->
    [0] Personne n’a encore de place à cette session.
    [one] { $count } personne a une place à cette session.
    [many] { $count } de personnes ont une place à cette session.
   *[other] { $count } personnes ont une place à cette session.
}
lineup-remove-title = Supprimer { $name }
lineup-remove-asked = Une invitation est partie par courriel : le lien vers sa propre page ne fonctionnera plus et sa réponse sera perdue.
# same as English
lineup-session = Session

lineup-overtaken-title = Quelqu’un a été plus rapide
lineup-overtaken-text = Pendant que cette page était ouverte, l’événement a été modifié. Rien de vous n’est encore enregistré, et rien de ce que vous avez saisi n’est perdu : regardez ce qui diffère, puis recommencez.
lineup-actor-colleague = Une personne qui a quitté l’équipe
lineup-actor-self = La personne elle-même
lineup-actor-operator = L’administration du service
lineup-change-added = { $actor } a ajouté { $who }
lineup-change-changed = { $actor } a modifié { $who }
lineup-change-moved = { $actor } a déplacé { $who }
lineup-change-role_moved = { $actor } a monté le rôle de { $who }
lineup-change-state = { $actor } a changé l’état de { $who }
lineup-change-withdrawn = { $actor } a retiré { $who }
lineup-change-removed = { $actor } a supprimé { $who }
lineup-change-noted = { $actor } a pris note de la réponse de { $who }
lineup-change-photo = { $actor } a changé la photo de { $who }
lineup-change-invited = { $actor } a invité { $who } par courriel
lineup-change-revoked = { $actor } a désactivé le lien de { $who }
lineup-change-answered = { $actor } a répondu : { $who }
lineup-change-described = { $actor } a rédigé la présentation de { $who }
lineup-change-event = { $actor } a modifié les détails de l’événement

lineup-problem-email = Saisissez une adresse comme nom@example.org
lineup-problem-long = Raccourcissez ce texte
lineup-problem-link = Retirez de ce texte le lien d’accès à la réunion

# same as English
photo-title = Photo
photo-choose = Choisir une photo
photo-replace = Choisir une autre photo
photo-hint = JPEG, PNG ou WebP, 5 Mo au plus. Le lieu et la date de la prise de vue sont retirés du fichier.
photo-crop = Partie à garder
photo-crop-hint = Un carré convient le mieux à la photo ronde à côté d’un nom. Il est découpé à l’enregistrement de la photo.
photo-crop-whole = La photo entière
photo-crop-start = Un carré en haut, ou à gauche d’une photo large
photo-crop-middle = Un carré au milieu
photo-crop-end = Un carré en bas, ou à droite d’une photo large
photo-alt = Ce que montre la photo
photo-alt-hint = Pour les personnes qui ne la voient pas, par exemple « Une femme à un pupitre ».
photo-no-alt = Photo sans description
photo-consent = La personne accepte que la photo soit montrée publiquement
photo-consent-own = J’accepte que ma photo soit montrée sur la page publique de l’événement
photo-submit = Enregistrer la photo
photo-remove = Retirer la photo
photo-problem-missing = Choisissez d’abord un fichier
photo-problem-heavy = Choisissez un fichier de 5 Mo au plus
photo-problem-format = Choisissez un fichier JPEG, PNG ou WebP
photo-problem-pixels = Choisissez une image plus petite, de 40 millions de pixels au plus
photo-problem-damaged = Ce fichier est endommagé. Choisissez-en un autre
photo-problem-slow = L’image a pris trop de temps. Essayez-en une plus petite

paste-title = Coller un tableau
paste-rows = Lignes
paste-hint = Copiez les cellules de votre tableur et collez-les ici : rôle, nom, fonction, organisation, adresse électronique. Une première ligne avec ces titres peut les mettre dans un autre ordre ; les exports d’Eventbrite, de pretix, de Zoom et d’Indico sont compris tels quels.
paste-language = Langue de ces textes
paste-submit = Vérifier d’abord
paste-preview = { $count ->
    [one] { $count } personne
    [many] { $count } de personnes
   *[other] { $count } personnes
}
paste-wrong = { $count ->
    [one] { $count } cellule est à corriger. Personne n’est ajouté avant cela.
    [many] { $count } de cellules sont à corriger. Personne n’est ajouté avant cela.
   *[other] { $count } cellules sont à corriger. Personne n’est ajouté avant cela.
}
paste-confirm = { $count ->
    [0] Ajouter
    [one] Ajouter cette personne
    [many] Ajouter les { $count } de personnes
   *[other] Ajouter les { $count } personnes
}
paste-problem-role = Utilisez intervention, modération, discussion, allocution principale, interprète ou mot d’ouverture
paste-problem-name = Saisissez un nom
paste-problem-twice = Ce nom figure déjà dans la session
paste-problem-empty = Collez au moins une ligne
paste-problem-many = Collez 200 lignes au plus à la fois

people-title = Annuaire
people-add = Ajouter quelqu’un
people-add-submit = Ajouter à l’annuaire
people-search = Chercher par nom ou organisation
people-find = Chercher
people-all = Afficher tout le monde
people-count = { $count ->
    [0] Personne ne porte ce nom.
    [one] { $count } personne
    [many] { $count } de personnes
   *[other] { $count } personnes
}
people-paste-hint = Copiez les cellules de votre tableur et collez-les ici : nom, fonction, organisation, adresse électronique. Une première ligne avec ces titres peut les mettre dans un autre ordre. Vous voyez tout le monde avant que quiconque soit ajouté.
people-paste-known = déjà dans l’annuaire : inchangé
people-appearances = Interventions
people-empty-title = L’annuaire est encore vide
people-empty-text = Toute personne que vous ajoutez à une session figure ici d’elle-même, prête pour le prochain événement.
# same as English
people-pages = Pages
people-previous = Page précédente
people-next = Page suivante
people-back = Retour à l’annuaire
people-hint = Pour les interventions à venir. Ce que les événements passés disent des personnes ne change jamais.
people-appeared = Interventions passées
people-as-of-then = À l’époque
people-remove-title = Retirer de l’annuaire
people-remove-text = Cette personne ne figure dans aucune session.
people-remove = Retirer
people-nothing = rien
people-overtaken-text = Pendant que cette page était ouverte, la fiche a été modifiée. Ce que vous avez saisi figure ci-dessous ; voici ce que dit la fiche maintenant :
people-problem-name = Saisissez un nom dans une langue au moins
people-problem-taken = Une personne de ce nom figure déjà dans l’annuaire

sheet-run = Déroulé
sheet-interpreters = Fiche des interprètes
sheet-back = Retour
sheet-about = Fonction et organisation
sheet-printed = État au { $moment }

appearing-title = Votre rôle dans le programme
appearing-you = Bienvenue
appearing-asked = L’équipe organisatrice souhaite votre participation. Acceptez ou déclinez ci-dessous ; aucun compte n’est nécessaire.
appearing-over = Cet événement est terminé. Plus rien ne peut être modifié ici.
appearing-cancelled = Cet événement n’a pas lieu.
appearing-state-invited = Sans réponse pour le moment
appearing-state-confirmed = Participation confirmée
appearing-state-declined = Participation déclinée
appearing-state-withdrawn = Désistement
appearing-confirm = Je participe
appearing-confirm-all = { $count ->
    [0] Je participe
    [one] Je participe
    [many] Je participe aux { $count } sessions
   *[other] Je participe aux { $count } sessions
}
appearing-decline = Je ne peux pas participer
appearing-withdraw = Finalement, je ne peux pas venir
appearing-decline-text = L’équipe organisatrice est prévenue aussitôt et peut donner la place à quelqu’un d’autre.
appearing-decline-button = Prévenir l’équipe organisatrice
appearing-with = Avec :
appearing-join-from = Votre lien d’accès figure ici et arrive par courriel à partir du { $moment }.
appearing-channels = Interprétation
appearing-participants = Qui participe, avec les questions posées
appearing-sheet = Fiche avec l’ordre du jour et les noms
appearing-words = Votre présentation
appearing-words-text = Elle figure sur la page publique une fois que vous avez accepté. Rédigez-la dans autant de langues que possible.
appearing-words-submit = Enregistrer
appearing-channel = Votre canal : de { $from } vers { $to }
tech-check = Essai technique
tech-check-text = Quelqu’un est là pour essayer avec vous la caméra et le micro à partir de ce moment : { $moment }.
tech-check-none = aucun n’est prévu
tech-check-set = Fixer
appearing-done-confirmed = Votre participation est confirmée. Merci.
appearing-done-declined = L’équipe organisatrice sait que vous ne participez pas.
appearing-done-already = C’était déjà noté.
appearing-done-late = Il est trop tard pour modifier cela ici. Écrivez à l’équipe organisatrice.
appearing-done-words = Vos textes sont enregistrés.
appearing-done-photo = Votre photo est enregistrée.
appearing-done-photo-gone = Votre photo est retirée.

participants-title = Qui participe
participants-count = { $count ->
    [0] Personne n’est encore confirmé.
    [one] { $count } personne est confirmée.
    [many] { $count } de personnes sont confirmées.
   *[other] { $count } personnes sont confirmées.
}
participants-text = Gardez ces noms pour vous.

done-lineup-added = Ajouté aux interventions.
done-lineup-changed = Enregistré.
done-lineup-state = L’état est changé.
done-lineup-note = C’est noté.
done-lineup-remove = Supprimé.
done-lineup-revoke = Son lien ne mène plus nulle part. Renvoyez le courriel pour en créer un nouveau.
done-lineup-role = L’ordre des rôles est changé.
done-lineup-withdrawn = Retiré.
done-lineup-replaced = Remplacé.
done-lineup-photo = La photo est enregistrée.
done-lineup-invited = { $n ->
    [one] { $n } courriel est en route.
    [many] { $n } de courriels sont en route.
   *[other] { $n } courriels sont en route.
}
done-lineup-not-reached = Aucune invitation n’est partie : une adresse manque, ou la session est terminée.
done-lineup-pasted = { $n ->
    [one] { $n } personne est ajoutée.
    [many] { $n } de personnes sont ajoutées.
   *[other] { $n } personnes sont ajoutées.
}
done-person-added = Ajouté à l’annuaire.
done-person-changed = Enregistré.
done-person-photo = La photo est enregistrée.
done-person-removed = Retiré de l’annuaire.
done-person-appears = Cette personne figure dans une session et reste dans l’annuaire.
