# Mails that tell many at once: reminders, changes, cancellations.

mail-subject-reminder = Rappel : { $title }
mail-lead-reminder = Rappel de l’événement auquel vous participez :
mail-reminders-stop = Pour ne plus recevoir de rappels de cet événement :
mail-reminders-stop-link = Arrêter les rappels
mail-subject-changed-time = Nouvel horaire : { $title }
mail-subject-changed-place = Nouveau lieu : { $title }
mail-subject-changed-link = Nouveau lien d’accès : { $title }
mail-subject-changed-several = Ce qui a changé : { $title }
mail-changed-time = L’horaire a changé. Vous trouverez le nouvel horaire ci-dessous.
mail-changed-place = Le lieu a changé. Vous trouverez le nouveau lieu ci-dessous.
mail-changed-link = Le lien d’accès a changé ; celui qui vous avait été envoyé ne fonctionne plus.
mail-changed-kept = Votre inscription reste telle quelle. Si vous pouvez venir, vous n’avez rien à faire.
mail-changed-pending = L’équipe organisatrice doit encore se prononcer sur votre demande.
mail-changed-waitlisted = Vous êtes toujours sur la liste d’attente.
mail-calendar-changed = L’entrée jointe met votre calendrier à jour.
mail-subject-cancelled = Annulation : { $title }
mail-lead-cancelled = L’événement ci-dessous est annulé et n’aura pas lieu.
calendar-cancelled = Cet événement est annulé.
