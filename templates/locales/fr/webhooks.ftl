# Webhooks : d’autres systèmes sont prévenus de ce qui se passe.

# same as English
webhooks-title = Webhooks
webhooks-lead = Une adresse à vous est prévenue aussitôt que quelque chose se passe : par exemple le fichier de contacts de l’institut, quand quelqu’un s’inscrit. Aucun message ne contient de lien de connexion.
webhooks-guide = Ce qui est envoyé, et comment vérifier que cela vient de nous
webhooks-see-tokens = Jetons pour les programmes qui interrogent eux-mêmes
webhooks-see = Webhooks, qui préviennent un autre système quand quelque chose se passe
webhooks-made-title = Le secret qui signe les messages
webhooks-made-text = Copiez-le maintenant : il ne s’affiche qu’une fois. Le destinataire s’en sert pour vérifier que les messages viennent de nous.
webhooks-address = Adresse
webhooks-address-hint = Elle commence par https:// et est accessible depuis Internet. Par exemple : https://crm.example.org/hooks/convoke
webhooks-address-malformed = Indiquez une adresse complète, comme https://crm.example.org/hooks/convoke
webhooks-address-not-https = Indiquez une adresse qui commence par https://
webhooks-address-credentials = Retirez nom et mot de passe de l’adresse : les messages sont signés
webhooks-address-port = Prenez une adresse sur le port 443, qu’il n’est pas nécessaire de nommer, ou 8443
webhooks-address-inside = Prenez une adresse accessible à tous sur Internet : celle-ci mène au réseau du serveur lui-même
webhooks-address-too-many = Il y a autant de webhooks qu’une organisation peut en avoir. Supprimez-en un pour en créer un autre.
webhooks-kinds = Est prévenu de
webhooks-kinds-none = Choisissez ce dont il est prévenu
webhooks-event-unknown = Choisissez l’un de ces événements
webhooks-about-people = Personnes
webhooks-people = Les noms et adresses aussi
webhooks-people-hint = Sans cela, un message ne désigne qu’une inscription. Jamais envoyés pour les événements soumis à la règle de Chatham House.
webhooks-people-confidential = La règle de Chatham House s’applique à cet événement : personne à l’extérieur n’apprend qui vient. Laissez les noms de côté.
webhooks-with-people = Noms et adresses, sauf sous la règle de Chatham House
webhooks-without-people = Aucun nom
webhooks-new = Nouveau webhook
webhooks-submit = Créer le webhook
webhooks-off = Désactivé.
webhooks-failing = Rien n’est arrivé depuis { $since }. Après un jour sans succès, il est désactivé.
webhooks-both-sign = Les messages portent aussi la signature de l’ancien secret jusqu’au { $until }.
webhooks-latest = Derniers messages
webhooks-none-yet = Aucun message jusqu’ici. Envoyez un essai pour voir s’il arrive.
webhooks-at = Essayé
webhooks-what = Objet
webhooks-answer = Réponse
webhooks-tries = Essais
webhooks-next = Prochain essai : { $at }
webhooks-test = Envoyer un essai
webhooks-switch-off = Désactiver
webhooks-switch-on = Activer
webhooks-renew = Nouveau secret
webhooks-remove = Supprimer
done-webhook-tested = L’essai est en route. Rechargez cette page dans un instant pour voir la réponse.
done-webhook-test-waits = Un essai est déjà en route. Rechargez cette page dans un instant pour voir la réponse.
done-webhook-on = Le webhook est de nouveau prévenu de ce qui se passe à partir de maintenant.
done-webhook-off = Le webhook n’est plus prévenu de rien, pas même de ce qui attendait.
done-webhook-removed = Le webhook est supprimé.

webhook-kind-registered = Inscription
webhook-kind-registered-hint = Quelqu’un s’est inscrit, quelle que soit la suite
webhook-kind-confirmed = Confirmation
webhook-kind-confirmed-hint = Quelqu’un a une place : aussitôt, plus tard, ou une autre qu’avant
webhook-kind-waitlisted = Liste d’attente
webhook-kind-waitlisted-hint = Quelqu’un attend une place
webhook-kind-withdrawn = Désistement
webhook-kind-withdrawn-hint = Quelqu’un s’est désisté, a été refusé, a laissé passer une offre ou a effacé ses données
webhook-kind-checked_in = Arrivée
webhook-kind-checked_in-hint = Quelqu’un est venu à une séance
webhook-kind-event_changed = Événement modifié
webhook-kind-event_changed-hint = Un événement a été publié, modifié, annulé ou mis à la corbeille
webhook-kind-event_closed = Inscriptions closes
webhook-kind-event_closed-hint = Le délai d’inscription est passé
webhook-kind-link_released = Lien communiqué
webhook-kind-link_released-hint = Les personnes confirmées peuvent avoir le lien ; le message ne le contient pas
webhook-kind-test = Essai

webhook-state-waiting = En attente
webhook-state-taken = Reçu
webhook-state-retry = Nouvel essai
webhook-state-failed = Abandonné

webhook-trouble-inside = L’adresse mène au réseau du serveur lui-même
webhook-trouble-unknown = Le nom du serveur ne mène nulle part
webhook-trouble-unreachable = Personne n’accepte la connexion
webhook-trouble-certificate = Le certificat n’est pas bon
webhook-trouble-broken = Pas de réponse lisible
webhook-trouble-late = Pas de réponse en cinq secondes
webhook-trouble-unreadable = Ce dont il s’agit est illisible dans la base de données

webhook-off-owner = Désactivé par un propriétaire.
webhook-off-failing = Rien n’est arrivé pendant un jour. Vérifiez le destinataire, puis réactivez-le.
webhook-off-gone = Son serveur a répondu qu’il n’existe plus (410).
webhook-off-maker = La personne qui l’a créé n’est plus propriétaire. Activez-le pour en répondre vous-même.
webhook-off-sealed = Son secret vient d’une autre clé d’instance. Créez un nouveau secret, puis activez-le.

# same as English
api-webhooks = Webhooks
api-webhooks-text = Un propriétaire enregistre des adresses qui sont prévenues de ce qui se passe, en JSON par POST. « type » est l’un des mots ci-dessous ; « data » contient l’objet du message, dans son état au départ.
api-webhooks-check = Vérifiez chaque message avec le secret, selon « Standard Webhooks » : « webhook-signature » contient, après « v1, », le HMAC-SHA-256 de « webhook-id », « webhook-timestamp » et du corps, joints par des points, en base64. La clé est ce qui suit « whsec_ », décodé. Une signature sur plusieurs suffit. Refusez ce qui a plus de cinq minutes.
api-webhooks-answer = Répondez par 2xx en cinq secondes. Tout le reste est réessayé pendant deux jours ; un message peut venir deux fois, avec le même « webhook-id ».
