# The registration form.

form-title = S’inscrire
form-title-waitlist = S’inscrire sur la liste d’attente
form-lead-waitlist = Toutes les places sont prises. Les personnes inscrites sur la liste d’attente sont prévenues par courriel dès qu’une place se libère.
form-submit = S’inscrire
form-submit-waitlist = S’inscrire sur la liste d’attente
form-kept = { $count ->
    [0] Vos réponses ne servent qu’à cet événement et sont supprimées dès qu’il est terminé.
    [one] Vos réponses ne servent qu’à cet événement et sont supprimées { $count } jour après sa fin.
    [many] Vos réponses ne servent qu’à cet événement et sont supprimées { $count } de jours après sa fin.
   *[other] Vos réponses ne servent qu’à cet événement et sont supprimées { $count } jours après sa fin.
}
optional = (facultatif)
yes = Oui
no = Non

field-name = Nom complet
field-name-hint = Le nom que verra l’équipe organisatrice. Il n’est comparé à aucun document.
field-email = Adresse électronique
field-email-hint = Vous y recevrez la confirmation et tout ce qui concerne l’événement.
field-mode = Comment participerez-vous ?
mode-online = En ligne
mode-online-hint = Le lien vous parvient par courriel.
mode-in_person = Sur place
# same as English
field-organisation = Organisation
field-position = Fonction
field-country = Pays
field-listening = Dans quelle langue écouterez-vous ?
field-listening-hint = Une interprétation est assurée entre ces langues.
field-session = À quelles sessions viendrez-vous ?
# same as English
field-code = Code
field-code-hint = Il figure dans votre invitation.
question-if = Répondez seulement si « { $question } » a pour réponse « { $answer } ».

error-prefix = Erreur :
error-summary = Corrigez ce qui suit, puis envoyez de nouveau le formulaire

problem-name-missing = Saisissez votre nom complet
problem-email-missing = Saisissez votre adresse électronique
problem-email-malformed = Saisissez une adresse électronique de la forme nom@example.org
problem-email-long = Saisissez une adresse électronique de 254 caractères au plus
problem-mode-missing = Indiquez si vous participez en ligne ou sur place
problem-organisation-missing = Saisissez le nom de votre organisation
problem-position-missing = Saisissez votre fonction
problem-country-missing = Saisissez votre pays
problem-listening-unknown = Choisissez l’une des langues proposées
problem-session-missing = Choisissez au moins une session
problem-session-unknown = Choisissez parmi les sessions proposées
problem-answer-missing = Répondez à la question : { $question }
problem-choice-unknown = Choisissez parmi les réponses proposées : { $question }
problem-consent-missing = Cochez cette case pour vous inscrire : { $text }
problem-code-missing = Saisissez le code qui figure dans votre invitation
problem-code-unknown = Saisissez le code exactement comme il figure dans votre invitation
problem-text-long = { $count ->
    [one] Raccourcissez votre réponse à { $count } caractère
    [many] Raccourcissez votre réponse à { $count } de caractères
   *[other] Raccourcissez votre réponse à { $count } caractères
}
problem-code-used-up = Demandez un autre code à l’équipe organisatrice : celui-ci a servi autant de fois qu’il le pouvait
problem-code-expired = Demandez un autre code à l’équipe organisatrice : celui-ci a expiré
