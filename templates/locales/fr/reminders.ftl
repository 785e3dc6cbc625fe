# Whether somebody wants to be reminded of an event.

reminders-title-wanted = Vous recevez des rappels de cet événement
reminders-text-wanted = Avant le début de l’événement, nous vous le rappelons par courriel. Si vous y mettez fin, votre inscription reste telle quelle et tous les autres courriels sur l’événement vous parviennent encore.
reminders-stop = Arrêter les rappels
reminders-title-stopped = Vous ne recevez plus de rappels
reminders-text-stopped = Votre inscription est inchangée. Tous les autres courriels sur l’événement vous parviennent encore, comme le lien d’accès ou un changement d’horaire.
reminders-resume = Recevoir de nouveau les rappels
reminders-own = Vers votre inscription
own-reminders = Rappels
own-reminders-wanted = Avant le début de l’événement, nous vous le rappelons par courriel.
own-reminders-stopped = Vous avez demandé à ne recevoir aucun rappel de cet événement.
