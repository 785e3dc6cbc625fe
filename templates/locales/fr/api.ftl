# Les jetons, par lesquels des programmes font ce que fait l’équipe.

# same as English
nav-api = API
tokens-title = Jetons pour les programmes
tokens-lead = Un programme qui envoie un jeton voit et fait ce que fait l’équipe : par exemple le site de votre institut, qui montre combien de personnes viennent. Créez-en un par programme, avec le strict nécessaire.
tokens-name = Nom
tokens-name-hint = À quoi il sert, par exemple « Site web ». C’est ainsi que le journal le nomme.
tokens-name-missing = Indiquez à quoi sert le jeton
tokens-access = Permet de
token-access-read = Voir
token-access-read-hint = Événements, inscriptions avec adresses, courriels et chiffres
token-access-write = Voir et modifier
token-access-write-hint = Publier, inscrire, décider et annuler en plus
tokens-links = Les liens de connexion aussi
tokens-links-hint = Sans cela, aucune réponse ne contient de lien vers une réunion, même pour l’équipe.
tokens-shows-links = et les liens de connexion
tokens-until = Valable jusqu’au
tokens-over = Expiré
tokens-used = Dernière utilisation
tokens-never = Jamais
tokens-revoke = Révoquer
tokens-new = Nouveau jeton
tokens-submit = Créer le jeton
tokens-made-title = Le jeton « { $name } »
tokens-made-text = Copiez-le maintenant : il ne s’affiche qu’une fois. Quiconque le possède peut faire ce qu’il permet ; gardez-le comme un mot de passe.
done-token-revoked = Le jeton est révoqué. Il ne donne plus accès à rien.
