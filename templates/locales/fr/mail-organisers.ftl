# Mails to those who run an event.

mail-subject-alarm = Le lien d’accès manque : { $title }
mail-alarm-missing = Personne n’a saisi le lien d’accès à l’événement ci-dessous.
mail-alarm-due = Il doit partir le { $moment }.
mail-alarm-was-due = Il devait partir le { $moment }.
mail-alarm-online = { $count ->
    [0] Personne n’est confirmé en ligne pour le moment.
    [one] { $count } personne est confirmée en ligne.
    [many] { $count } de personnes sont confirmées en ligne.
   *[other] { $count } personnes sont confirmées en ligne.
}
mail-alarm-enter = Saisissez-le dans l’événement : toutes les personnes confirmées en ligne le reçoivent dès qu’il est là et diffusé.
mail-footer-organiser = { $site } a envoyé ce message parce que cette adresse est le contact de l’événement.
