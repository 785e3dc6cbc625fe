# Mails and calendar entries.

mail-subject-registered = Votre inscription : { $title }
mail-lead-registered = Votre inscription est enregistrée pour :
mail-subject-link = Le lien d’accès : { $title }
mail-lead-link = Voici votre lien d’accès :
mail-join = Rejoindre l’événement
mail-join-address = Si le bouton ne s’ouvre pas, copiez cette adresse :
mail-subject-withdrawn = Inscription annulée : { $title }
mail-lead-withdrawn = Votre inscription est annulée. Vous ne participez plus à :
mail-subject-known = Vous aviez déjà une inscription : { $title }
mail-lead-known = Quelqu’un, peut-être vous, vient d’utiliser votre adresse pour une nouvelle inscription. Rien n’a changé : votre inscription reste telle quelle, pour :
mail-subject-waitlisted = Vous êtes sur la liste d’attente : { $title }
mail-lead-waitlisted = Toutes les places sont prises. Vous êtes sur la liste d’attente pour :
mail-subject-received = Nous avons reçu votre demande : { $title }
mail-lead-received = L’équipe organisatrice confirme chaque place. Votre demande a été reçue pour :
mail-subject-confirm_address = Confirmez votre adresse : { $title }
mail-lead-confirm_address = Quelqu’un, peut-être vous, a utilisé cette adresse pour s’inscrire à :

mail-when = Quand
mail-where = Où
mail-languages = Langues
mail-page = Page de l’événement
mail-organised-by = Organisé par { $hosts }

mail-link-after_close = Votre lien d’accès vous parviendra par courriel, de { $sender }, après la clôture des inscriptions le { $moment }.
mail-link-on_confirmation = Votre lien d’accès vous parviendra dans un message à part, de { $sender }, dès que votre place est confirmée.
mail-link-before_start = Votre lien d’accès vous parviendra par courriel, de { $sender }, à partir du { $moment }.
mail-link-manual = Votre lien d’accès vous parviendra par courriel, de { $sender }, avant l’événement.
mail-link-missing = S’il n’est pas arrivé une heure plus tard, regardez dans le dossier des indésirables, puis répondez à ce message.
mail-link-missing-late = S’il n’est pas arrivé peu avant le début, regardez dans le dossier des indésirables, puis répondez à ce message.
mail-link-personal = Le lien est réservé aux personnes inscrites : ne le transmettez pas.
mail-in-person = Vous participez sur place : rendez-vous au lieu indiqué ci-dessus.
mail-calendar-attached = L’événement est joint pour votre calendrier.
mail-calendar-updates = L’entrée se met à jour d’elle-même quand le lien arrive.
mail-calendar-updated = L’entrée de votre calendrier contient maintenant aussi le lien.
mail-calendar-removed = L’entrée jointe retire l’événement de votre calendrier.
mail-listening = Pour écouter en { $language } : une fois dans la réunion, ouvrez « Interprétation » dans les commandes et choisissez la langue ({ $language }).
mail-listening-any = Pour l’interprétation : une fois dans la réunion, ouvrez « Interprétation » dans les commandes et choisissez votre langue.
mail-manage = Pour consulter ou annuler votre inscription :
mail-manage-button = Votre inscription
mail-again = Si vous changez d’avis, vous pouvez vous inscrire de nouveau sur la page de l’événement tant qu’il reste des places.
mail-not-again = Les inscriptions sont closes. Pour toute question, répondez à ce message.
mail-waitlist-next = Dès qu’une place se libère, vous recevrez un courriel de { $sender }.
mail-approval-next = Vous recevrez un courriel de { $sender } dès que l’équipe organisatrice aura décidé.
mail-confirm = Pour confirmer que l’adresse est la vôtre, ouvrez cette page et appuyez sur le bouton :
mail-confirm-button = Confirmer mon adresse
mail-confirm-until = Votre place est réservée jusqu’au { $moment }.
mail-confirm-ignore = Si ce n’était pas vous, ne faites rien : sans votre confirmation, personne n’est inscrit.
mail-known-ignore = Si ce n’était pas vous, vous n’avez rien à faire.
mail-questions = Des questions ? Répondez à ce message ou écrivez à { $contact }.
mail-footer = { $site } a envoyé ce message parce que cette adresse a servi à s’inscrire à l’événement.

calendar-link-follows = Le lien d’accès vous parviendra par courriel, de { $sender }, et sera alors ajouté à cette entrée.
calendar-manage = Pour modifier ou annuler votre inscription, ouvrez le lien de la confirmation envoyée par { $sender }.
calendar-register = Inscription et informations :

calendar-join = Rejoindre l’événement
calendar-withdrawn = Cette inscription est annulée.
calendar-location-after_close = En ligne (le lien suit après la clôture des inscriptions)
calendar-location-on_confirmation = En ligne (le lien suit par courriel)
calendar-location-before_start = En ligne (le lien suit avant le début)
calendar-location-manual = En ligne (le lien suit avant le début)
calendar-location-online = En ligne
venue-to-be-announced = Lieu à préciser
