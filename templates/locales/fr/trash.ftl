# The trash, and the event to try things out with.

trash-title = Corbeille
trash-lead = Les événements de la corbeille peuvent être rétablis tels quels. En attendant, personne ne les voit et aucun courriel ne part.
trash-thrown-at = Mis à la corbeille
trash-left = Suppression définitive
trash-days-left = { $count ->
    [0] aujourd’hui
    [one] dans { $count } jour
    [many] dans { $count } de jours
   *[other] dans { $count } jours
}
trash-restore = Rétablir
trash-empty-title = La corbeille est vide
trash-empty-text = Un événement que vous supprimez reste ici 30 jours et peut être rétabli jusque-là.
trash-to-events = Vers les événements

trash-delete-title = Supprimer cet événement
trash-goes-along = Avec l’événement partent à la corbeille :
trash-goes-alone = Personne ne s’est inscrit et aucun courriel n’attend : seul l’événement part à la corbeille.
trash-registrations = { $count ->
    [one] { $count } inscription, désistements et refus compris
    [many] { $count } d’inscriptions, désistements et refus compris
   *[other] { $count } inscriptions, désistements et refus compris
}
trash-mails = { $count ->
    [one] { $count } courriel qui n’est pas parti
    [many] { $count } de courriels qui ne sont pas partis
   *[other] { $count } courriels qui ne sont pas partis
}
trash-announcements = { $count ->
    [one] { $count } annonce
    [many] { $count } d’annonces
   *[other] { $count } annonces
}
trash-for-thirty-days = Pendant 30 jours, vous pouvez le rétablir depuis la corbeille, tel qu’il est maintenant. Jusque-là, personne ne le voit, aucun courriel ne part et son adresse reste prise. Ensuite, il est supprimé définitivement, avec toutes les inscriptions.
trash-slug = Nom court de l’événement
trash-slug-hint = Plus de 50 personnes se sont inscrites. Saisissez { $slug } pour indiquer que c’est bien de cet événement qu’il s’agit.
trash-slug-wrong = Saisissez le nom court de l’événement tel qu’il est écrit au-dessus du champ
trash-delete = Mettre à la corbeille
trash-keep = Garder l’événement
trash-to-cancel = Annuler l’événement
trash-hindered-expected = { $count ->
    [one] { $count } personne a une place ou en attend une. Annulez d’abord l’événement pour qu’elle soit prévenue ; il pourra ensuite être supprimé.
    [many] { $count } de personnes ont une place ou en attendent une. Annulez d’abord l’événement pour qu’elles soient prévenues ; il pourra ensuite être supprimé.
   *[other] { $count } personnes ont une place ou en attendent une. Annulez d’abord l’événement pour qu’elles soient prévenues ; il pourra ensuite être supprimé.
}
trash-hindered-being-told = { $count ->
    [0] L’événement est annulé et des messages partent encore. Revenez quand le dernier courriel sera parti.
    [one] L’événement est annulé et { $count } personne reste à prévenir. Revenez quand le dernier courriel sera parti.
    [many] L’événement est annulé et { $count } de personnes restent à prévenir. Revenez quand le dernier courriel sera parti.
   *[other] L’événement est annulé et { $count } personnes restent à prévenir. Revenez quand le dernier courriel sera parti.
}

done-event-trashed = L’événement est dans la corbeille. Vous pouvez le rétablir pendant 30 jours.
done-event-restored = L’événement est rétabli, tel qu’il était.

sample-event-title = Événement d’essai : une table ronde pour se faire la main
sample-offer = Essayer avec un événement d’essai
sample-offer-hint = Un brouillon que personne d’autre ne voit ; supprimez-le quand vous voulez.
done-sample-made = Voici un événement d’essai. C’est un brouillon : personne ne le voit, et vous pouvez tout modifier.
