mailbox-title = Courriels de cette démonstration
mailbox-lead = Tous les courriels envoyés, le plus récent en premier. Rechargez cette page après votre inscription, puis encore une fois après la clôture des inscriptions.
mailbox-empty = Aucun courriel n’a encore été envoyé. Inscrivez-vous d’abord à l’événement.
mailbox-to = À { $address }
mailbox-calendar = L’entrée de calendrier qu’il contient
mailbox-html = L’afficher comme dans une messagerie
mailbox-whole = Le télécharger
