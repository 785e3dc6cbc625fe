# Offers to those on the waiting list.

mail-subject-offer = Une place vous est réservée : { $title }
mail-lead-offer = Vous êtes sur la liste d’attente et une place s’est libérée. Elle vous est réservée jusqu’à votre réponse :
mail-offer-until = Dernier délai pour l’accepter : { $moment }.
mail-offer-button = Accepter ou refuser
mail-offer-open = Acceptez-la ou refusez-la ici :
mail-offer-ends = Sans réponse d’ici là, la place va à la personne suivante et vous quittez la liste. Vous pouvez vous inscrire de nouveau tant que les inscriptions sont ouvertes.
goes-out-offer = Offre d’une place
registration-mail-offer = Offre d’une place
registration-deed-offered = Place offerte
registration-deed-offer_taken = Offre acceptée
registration-deed-offer_expired = Offre restée sans réponse
log-did-offered = a offert une place libre à une personne de la liste d’attente
log-did-offer_taken = a accepté la place offerte
log-did-offer_expired = a mis fin à une offre que personne n’a acceptée
own-offer-title = Une place vous est réservée
own-offer-text = Elle est à vous si vous l’acceptez dans le délai : { $moment }. Sinon, elle va à la personne suivante.
own-offer-take = Accepter la place
own-place-in-line = { $count ->
    [1] La prochaine place est pour vous.
    [one] Votre rang dans la liste : { $count }.
    [many] Votre rang dans la liste : { $count }.
   *[other] Votre rang dans la liste : { $count }.
}
edit-offers = Durée pendant laquelle une place libre est offerte
edit-offers-hint = Laissé vide, la place va aussitôt à la personne suivante de la liste d’attente. Sinon, elle lui est réservée pendant cette durée, comme 12h ou 2d, jusqu’à ce qu’elle l’accepte ; jamais au-delà d’une heure avant le début.
edit-offers-until = Dernière minute pour accepter une offre
flaw-malformed-offers = Saisissez une durée entre 15m et 14d, comme 12h

# Registered online, and on the list for the room.

button-meanwhile-online = Participer en ligne jusqu’à ce qu’une place se libère dans la salle
mail-waits-for-room = Vous êtes aussi sur la liste d’attente pour la salle. Dès qu’une place s’y libère, elle est à vous et vous recevez un autre message.
own-line-title = Vous attendez une place dans la salle
own-line-text = D’ici là, vous participez en ligne. Dès qu’une place se libère dans la salle, elle est à vous.
own-line-leave = Quitter la liste d’attente et rester en ligne
log-did-left_line = a quitté une liste d’attente
registration-deed-left_line = Sortie d’une liste d’attente

# Several people at one address, and people who are asked to come.

mail-known-further = Quelqu’un a aussi demandé, avec votre adresse, une place pour une autre personne. Si c’était vous, dites-le sur la page ci-dessous : cette personne est alors inscrite. Si ce n’était pas vous, vous n’avez rien à faire.
own-companion-title = Une place a été demandée pour une autre personne : { $name }
own-companion-text = La demande a été faite avec votre adresse. Si vous la confirmez, les courriels pour cette personne arrivent aussi à votre adresse.
own-companion-bring = Inscrire cette personne
own-companion-dismiss = Je ne l’ai pas demandé
session-clashes = En même temps : { $sessions }
log-did-companion_dismissed = n’a pas voulu de deuxième place
registration-deed-companion_dismissed = Deuxième place non voulue
mail-subject-guest = Invitation : { $title }
mail-lead-guest = Nous aimerions vous compter parmi nous et vous gardons l’inscription ouverte pour :
mail-guest-button = S’inscrire
mail-guest-register = Inscrivez-vous ici :
mail-guest-until = Dernier délai pour vous inscrire : { $moment }.
mail-guest-personal = Ce lien vaut pour votre adresse seulement. Si l’invitation ne vous intéresse pas, vous n’avez rien à faire.
mail-footer-guest = { $site } a envoyé ce message parce que l’équipe organisatrice de l’événement a saisi cette adresse.
mail-kind-guest_invitation = Invitation à s’inscrire
invite-title = Inviter des personnes
invite-lead = Chaque personne reçoit un message avec son propre lien, qui inscrit son adresse même quand les inscriptions se font sur invitation seulement. La clôture, le nombre de places et l’acceptation valent aussi pour elle.
invite-addresses = Adresses électroniques
invite-addresses-hint = Une par ligne, ou séparées par des virgules ; 200 au plus à la fois. Les personnes déjà invitées qui ne se sont pas inscrites sont invitées de nouveau.
invite-submit = Envoyer les invitations
invite-bad = Ceci n’est pas une adresse électronique : { $word }
invite-many = Nombre maximal d’adresses à la fois : { $most }
invite-none = Saisissez au moins une adresse électronique
invite-closed = Publiez l’événement et invitez avant la clôture des inscriptions
invite-asked = Personnes invitées
invite-when = Dernière invitation
invite-answer = Réponse
invite-registered = Inscription faite
invite-no-answer = Pas encore de réponse
invite-take-back = Retirer
done-guests-invited = { $n ->
    [one] { $n } invitation est en route.
    [many] { $n } d’invitations sont en route.
   *[other] { $n } invitations sont en route.
}
done-guest-uninvited = Invitation retirée : le lien ne mène plus nulle part.
log-did-guests_invited = a invité des personnes à s’inscrire
log-did-guest_uninvited = a retiré une invitation à s’inscrire
