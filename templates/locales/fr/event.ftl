# An event: what pages, mails and calendar entries say about it.

kind-roundtable = Table ronde
kind-webinar = Webinaire
kind-workshop = Atelier
kind-conference = Colloque
kind-summit = Sommet
kind-lecture = Conférence
kind-other = Événement

format-in_person = Sur place
format-online = En ligne
format-hybrid = Hybride : sur place et en ligne

facts-label = L’essentiel
fact-when = Date et heure
fact-where = Lieu
fact-languages = Langues
fact-registration = Inscription
fact-rules = Dans la salle
fact-hosts = Qui organise
fact-your-time = À votre heure :

where-online = En ligne
where-online-on = En ligne, sur { $provider }
where-in-person = Sur place
where-to-be-announced = Sur place, lieu à préciser
where-map = Plan

link-after_close = Le lien est envoyé par courriel après la clôture des inscriptions.
link-on_confirmation = Le lien est envoyé par courriel dès que votre place est confirmée.
link-before_start = Le lien est envoyé par courriel à partir du { $moment }.
link-manual = Le lien est envoyé par courriel avant l’événement.

# Languages stand without their articles, which would change with each: « de l’anglais », « du russe ».
interpretation-simultaneous-between = Interprétation simultanée ({ $from } et { $to }, dans les deux sens)
interpretation-simultaneous = Interprétation simultanée ({ $from } vers { $to })
interpretation-consecutive-between = Interprétation consécutive ({ $from } et { $to }, dans les deux sens)
interpretation-consecutive = Interprétation consécutive ({ $from } vers { $to })
interpretation-sign = Interprétation en langue des signes ({ $from })

rules-on_record = Propos publics : ce qui est dit peut être cité.
rules-chatham_house = Règle de Chatham House : ce qui est dit peut être repris, mais pas attribué.
rules-recording = L’événement est enregistré.
rules-photography = Des photos sont prises.

host-organiser = { $count ->
    [one] Organisation
    [many] Organisation
   *[other] Organisation
}
host-partner = { $count ->
    [one] Partenaire
    [many] Partenaires
   *[other] Partenaires
}
host-supporter = { $count ->
    [one] Avec le soutien de
    [many] Avec le soutien de
   *[other] Avec le soutien de
}
host-sponsor = { $count ->
    [one] Mécène
    [many] Mécènes
   *[other] Mécènes
}
host-media_partner = { $count ->
    [one] Partenaire média
    [many] Partenaires médias
   *[other] Partenaires médias
}

role-speaker = { $count ->
    [one] Intervention
    [many] Interventions
   *[other] Interventions
}
role-moderator = { $count ->
    [one] Modération
    [many] Modération
   *[other] Modération
}
role-discussant = { $count ->
    [one] Discussion
    [many] Discussion
   *[other] Discussion
}
role-keynote = { $count ->
    [one] Allocution principale
    [many] Allocutions principales
   *[other] Allocutions principales
}
role-interpreter = { $count ->
    [one] Interprète
    [many] Interprètes
   *[other] Interprètes
}
role-opening = { $count ->
    [one] Mot d’ouverture
    [many] Mots d’ouverture
   *[other] Mots d’ouverture
}

to-be-announced = À préciser
# same as English
programme = Programme
lineup = Avec la participation de
about = À propos de cet événement
# same as English
session-number = Session { $number }
session-languages = En { $languages }
session-count = { $count ->
    [one] { $count } session
    [many] { $count } de sessions
   *[other] { $count } sessions
}

state-open = Inscriptions ouvertes
state-not_yet = Ouverture prochaine
state-full = Complet
state-closed = Inscriptions closes
state-cancelled = Annulé
state-over = Événement passé

door-open = Les inscriptions sont ouvertes jusqu’au { $moment }.
door-not_yet = Les inscriptions ouvrent le { $moment }.
door-closed = Les inscriptions sont closes depuis le { $moment }.
door-full = Toutes les places sont prises.
door-waitlist = Vous pouvez vous inscrire sur la liste d’attente jusqu’au { $moment }.
door-cancelled = Cet événement est annulé. Il n’aura pas lieu.
door-over = Cet événement a eu lieu.
door-approval = L’équipe organisatrice confirme chaque place.
door-invitation = Sur invitation : il faut le code qui figure dans votre invitation.
