# The workspace: what stands around its pages, signing in, the list of events.

nav-label = Espace de travail
nav-events = Événements
nav-people = Annuaire
nav-team = Équipe
nav-log = Journal
nav-trash = Corbeille
nav-account = Votre compte
nav-turn-to = Aller à { $name }
nav-sign-out = Se déconnecter

event-tabs-label = Cet événement
event-public-page = Page publique
tab-overview = Aperçu
tab-edit = Détails
tab-lineup = Interventions
tab-registrations = Inscriptions
tab-mail = Courriels
tab-check-in = Accueil
tab-figures = Chiffres
tab-log = Journal
event-state-draft = Brouillon
event-state-published = Publié
event-state-cancelled = Annulé
event-state-over = Terminé

sign-in-title = Se connecter
sign-in-lead = Pour les personnes qui organisent des événements ici. Indiquez votre adresse : un code arrive par courriel.
sign-in-turned-back = Cette page est réservée à l’équipe organisatrice. Indiquez votre adresse : un code arrive par courriel.
sign-in-anew = La façon de se connecter et les propriétaires de l’organisation se modifient dans les 15 minutes qui suivent la connexion. Indiquez votre adresse : un code arrive par courriel, puis vous revenez ici.
sign-in-email = Votre adresse électronique
sign-in-email-missing = Saisissez votre adresse électronique
sign-in-email-malformed = Saisissez une adresse comme nom@example.org
sign-in-submit = Recevoir un code
sign-in-code-title = Saisissez le code
sign-in-code-lead = Si l’adresse est celle d’une personne de l’équipe organisatrice, un message de { $sender } apporte un code à 8 chiffres. Il est valable { $count ->
    [one] { $count } minute
    [many] { $count } de minutes
   *[other] { $count } minutes
}, dans ce navigateur seulement.
# same as English
sign-in-code = Code
sign-in-code-missing = Saisissez le code qui figure dans le message
sign-in-code-wrong = Ce n’est pas le code du dernier message. Vérifiez les chiffres ou demandez un nouveau code
sign-in-code-often = Trop de codes ont été essayés. Demandez un nouveau code
sign-in-code-over = Ce code a déjà servi ou est trop ancien. Demandez un nouveau code
sign-in-code-submit = Se connecter
sign-in-code-again = Demander un nouveau code
sign-in-link-lead = Ce lien vous connecte, dans ce navigateur. Il ne sert qu’une fois.
sign-in-link-submit = Se connecter

first-title = Bienvenue
first-lead = Personne n’organise encore d’événements ici. Présentez-vous : vous ouvrez la voie.
first-organisation = Nom de votre organisation
first-organisation-hint = Tel que le public le connaît ; il figure en haut de chaque page.
first-name = Votre nom
first-organisation-missing = Saisissez le nom de votre organisation
first-name-missing = Saisissez votre nom
first-submit = Commencer

role-assistant = Assistance
role-assistant-hint = Note les arrivées et voit les listes sans les adresses
role-organiser = Organisation
role-organiser-hint = Gère les événements : pages, interventions, inscriptions, courriels
role-owner = Propriétaire
role-owner-hint = Tout, et l’équipe en plus

desk-home-title = Événements
desk-home-new = Nouvel événement
desk-home-event = Événement
desk-home-when = Date
desk-home-state = État
desk-home-taken = Places prises
desk-home-waiting = En attente
desk-home-past = Passés et annulés
desk-home-empty-title = Aucun événement pour le moment
desk-home-empty-text = Un titre, un jour, un lien et la clôture des inscriptions suffisent pour commencer. Personne ne le voit avant que vous le publiiez.

done-signed-in = Vous voilà dans votre espace de travail.
done-language = La langue est changée.
done-invited = L’invitation est en route.
done-invitation-withdrawn = L’invitation est retirée.
done-invitation-accepted = Vous faites partie de l’équipe.
done-role-given = Le rôle est changé.
done-role-taken = Le rôle est retiré, et tous les navigateurs de cette personne sont déconnectés.
done-last-owner = Rien n’a été modifié : une équipe a besoin d’au moins un rôle Propriétaire. Donnez-le d’abord à quelqu’un d’autre.
done-profile = Enregistré.
done-password-set = Le mot de passe est défini. Vos autres navigateurs sont déconnectés.
done-password-removed = Le mot de passe est supprimé. Vous vous connectez par des codes envoyés par courriel.
done-device-added = L’appareil est ajouté. Vos autres navigateurs sont déconnectés.
done-device-removed = L’appareil est retiré.
done-signed-out-elsewhere = Vos autres navigateurs sont déconnectés.

copy = Copier
copied = Copié

sign-in-by-password = Se connecter avec un mot de passe
sign-in-by-code = Recevoir plutôt un code par courriel
sign-in-password = Mot de passe
sign-in-password-wrong = L’adresse, le mot de passe ou le code à usage unique ne convient pas. Vérifiez-les ou recevez un code par courriel
sign-in-password-often = Trop de mots de passe ont été essayés. Attendez un quart d’heure ou recevez un code par courriel
sign-in-device = Code à usage unique
sign-in-device-hint = Ce qu’affiche votre appareil, si vous en avez ajouté un.
sign-in-device-wrong = Ce n’est pas ce que votre appareil affiche maintenant. Attendez le code suivant

invitation-title = Organisez des événements avec { $organisation }
invitation-accept = Accepter
invitation-sign-in = L’invitation est destinée à { $email }, qui a un compte ici. Connectez-vous, puis acceptez-la.
invitation-sign-out = L’invitation est destinée à { $email }, mais la session ouverte est celle de { $who }. Déconnectez-vous et ouvrez de nouveau le lien.

team-name = Qui
team-role = Rôle
team-event = Événements
team-all-events = Tous les événements
team-you = (vous)
team-change = Modifier
team-remove = Plus aucun rôle
team-save = Enregistrer
team-invited = Invitations
team-until = Jusqu’au
team-withdraw = Retirer
team-invite = Inviter quelqu’un
team-email = Son adresse électronique
team-invite-submit = Envoyer l’invitation

account-name = Votre nom
account-language = Langue des pages et des messages
account-save = Enregistrer
account-password-title = Mot de passe
account-password-lead = Il n’est pas nécessaire : les codes arrivent par courriel. Un mot de passe aide là où le courriel est lent.
account-password = Nouveau mot de passe
account-password-hint = Au moins { $count } caractères : une phrase se retient facilement.
account-password-short = Saisissez au moins 15 caractères : une phrase se retient facilement
account-password-set = Définir le mot de passe
account-password-change = Changer le mot de passe
account-password-remove = Supprimer le mot de passe
account-device-title = Codes à usage unique
account-device-lead = Une application sur votre téléphone affiche un nouveau code toutes les trente secondes. Ainsi, personne ne se connecte avec votre seule messagerie.
account-device-there = Un appareil est ajouté.
account-device-add = Ajouter un appareil
account-device-remove = Retirer l’appareil
account-browsers-title = Autres navigateurs
account-browsers-end = Se déconnecter partout ailleurs
account-anew-title = Votre façon de vous connecter
account-anew-lead = Pour changer votre façon de vous connecter, reconnectez-vous d’abord. Ce navigateur est connecté depuis plus de 15 minutes, ou par authentification unique.
account-anew = Se reconnecter
device-lead = Saisissez cette clé dans une application de codes à usage unique sur votre téléphone, puis saisissez ici ce qu’elle affiche.
device-open = L’ouvrir sur cet appareil
device-code = Ce qu’affiche l’appareil
device-code-wrong = Ce n’est pas ce que l’appareil affiche maintenant. Vérifiez la clé ou attendez le code suivant
device-submit = Ajouter l’appareil
