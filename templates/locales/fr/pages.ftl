# What stands on the public pages around the event itself.

skip-to-content = Aller au contenu
languages-label = Langue
all-events = Tous les événements
to-the-event = Vers la page de l’événement

home-title = Événements
home-upcoming = À venir
home-past = Événements passés
home-empty = Aucun événement n’est annoncé pour le moment. Les prochains paraîtront sur cette page.
feed = Calendrier de tous les événements

button-register = S’inscrire
button-waitlist = S’inscrire sur la liste d’attente
calendar-add = Ajouter au calendrier
calendar-hint = Le fichier de calendrier de l’événement. Chaque personne inscrite reçoit sa propre entrée par courriel : n’ajoutez que l’une des deux.

questions-to = Des questions ? Écrivez à { $contact }.

refused-title-not_yet = Les inscriptions ne sont pas encore ouvertes
refused-title-full = Toutes les places sont prises
refused-title-closed = Les inscriptions sont closes
refused-title-cancelled = Cet événement est annulé
refused-title-over = Cet événement a eu lieu
refused-next-not_yet = Revenez à partir de ce moment : le formulaire sera sur la page de l’événement.
refused-next-full = Les places qui se libèrent vont aux inscriptions suivantes : revenez plus tard ou écrivez à { $contact }.
refused-next-waitlist = Inscrivez-vous sur la liste d’attente : l’équipe organisatrice écrit aux personnes qui y figurent dès qu’une place se libère.
refused-next-closed = Pour une demande tardive, écrivez à { $contact }.
refused-next-cancelled = Consultez nos autres événements dans la liste ou écrivez à { $contact }.
refused-next-over = Consultez nos prochains événements dans la liste ou écrivez à { $contact }.
refused-nothing-saved = Rien n’a été enregistré.
typed-title = Ce que vous avez saisi
typed-hint = Voici vos réponses, pour que vous puissiez les copier.

next-title = Consultez votre messagerie
next-lead = Votre demande nous est parvenue. Nous avons écrit à l’adresse que vous avez indiquée.
next-registered = Un message de { $sender } arrive dans les prochaines minutes, avec tout ce qui concerne votre place.
next-waitlisted = Toutes les places sont prises : un message de { $sender } arrive dans les prochaines minutes et confirme que vous êtes sur la liste d’attente. Un courriel vous prévient dès qu’une place se libère.
next-received = Un message de { $sender } arrive dans les prochaines minutes. L’équipe organisatrice examine ensuite votre demande et vous répond par courriel.
next-confirm_address = Un message de { $sender } arrive dans les prochaines minutes. Ouvrez le lien qu’il contient et appuyez sur le bouton : votre adresse est alors confirmée. Jusque-là, votre place est réservée.
next-change = Le message mène à votre inscription, que vous pouvez consulter, modifier ou annuler.
next-missing = Aucun message ? Regardez dans le dossier des indésirables, puis écrivez à { $contact }.
next-steps = Et maintenant

own-title = Votre inscription
own-state-unconfirmed = Votre adresse n’est pas encore confirmée
own-state-pending = L’équipe organisatrice examine votre demande
own-state-waitlisted = Vous êtes sur la liste d’attente
own-state-confirmed = Votre place est confirmée
own-state-declined = L’équipe organisatrice n’a pas pu vous donner de place
own-state-cancelled = Votre inscription est annulée
own-next-unconfirmed = Appuyez sur le bouton pour confirmer que cette adresse est la vôtre. Tous les courriels sur l’événement viennent de { $sender }.
own-next-pending = Vous recevrez un courriel de { $sender } dès que la décision sera prise.
own-next-waitlisted = Vous recevrez un courriel de { $sender } dès qu’une place se libère.
own-next-confirmed = Tous les courriels sur l’événement viennent de { $sender }.
own-next-declined = Consultez nos autres événements dans la liste.
own-next-cancelled = Votre place est libre pour quelqu’un d’autre. Un message qui retire l’entrée de votre calendrier est en route.
own-link-sent = Le lien d’accès vous a été envoyé par courriel, de la part de { $sender }. Regardez aussi dans le dossier des indésirables.
own-entered = Ce que vous avez saisi
own-registered-at = Inscription du { $moment }
own-withdraw = Annuler mon inscription
own-withdraw-title = Annuler votre inscription
own-withdraw-text = Votre place est libérée et l’entrée est retirée de votre calendrier.
own-withdraw-button = Oui, annuler mon inscription
own-register-again = S’inscrire de nouveau

conflict-title = Ce formulaire a déjà été envoyé, avec d’autres réponses
conflict-text = Votre première inscription reste telle quelle ; les nouvelles réponses n’ont pas été enregistrées. Pour modifier votre inscription, ouvrez le lien du message que vous avez reçu. Pour inscrire quelqu’un d’autre, partez d’un formulaire vierge.
conflict-fresh = Ouvrir un formulaire vierge

problem-400-title = Cette demande n’a pas pu être lue
problem-400-text = Rien n’a été enregistré. Ouvrez la page de l’événement et envoyez le formulaire à partir de là.
problem-401-title = Connectez-vous d’abord
problem-401-text = Votre session n’est pas ou plus ouverte. Rien n’a été modifié. Connectez-vous, revenez en arrière et envoyez de nouveau le formulaire.
problem-403-title = Ceci n’est pas autorisé
problem-403-text = La demande vient d’un autre site ou suppose un autre rôle. Rien n’a été modifié. Ouvrez la page ici et envoyez le formulaire à partir de là.
problem-404-title = Il n’y a pas de page à cette adresse
problem-404-text = Le lien est peut-être incomplet ou n’est plus utilisé. Copiez l’adresse entière depuis votre message, ou partez de la liste des événements.
problem-405-title = Cette adresse sert à envoyer un formulaire
problem-405-text = Ouvrez la page de l’événement et partez de là.
problem-408-title = Le formulaire a mis trop de temps à arriver
problem-408-text = Rien n’a été enregistré. Revenez en arrière et envoyez de nouveau le formulaire.
problem-413-title = L’envoi est trop volumineux
problem-413-text = Rien n’a été enregistré. Revenez en arrière, raccourcissez vos réponses et envoyez de nouveau le formulaire.
problem-421-title = Ce site a une autre adresse
problem-421-text = Utilisez l’adresse qui figure dans votre invitation ou sur le site de l’équipe organisatrice.
problem-429-title = Trop de demandes à la fois
problem-429-text = Rien n’a été enregistré. Attendez quelques minutes, revenez en arrière et envoyez de nouveau le formulaire.
problem-500-title = Quelque chose n’a pas fonctionné de notre côté
problem-500-text = Rien n’a été enregistré. Revenez en arrière et réessayez dans quelques minutes.
problem-503-title = Le service est très sollicité
problem-503-text = Rien n’a été enregistré. Attendez une minute, revenez en arrière et réessayez.
own-confirm-button = Confirmer mon adresse
