# Clés d’accès : se connecter avec un appareil que l’on déverrouille.

sign-in-passkey = Se connecter avec une clé d’accès
sign-in-passkey-stopped = Votre navigateur n’a pas utilisé de clé d’accès. Réessayez ou recevez un code par courriel
sign-in-passkey-wrong = Cette clé d’accès ne connecte personne ici. Recevez un code par courriel
passkeys-title = Clés d’accès
passkeys-lead = Votre téléphone, votre ordinateur ou une clé de sécurité vous connecte, déverrouillé par votre empreinte, votre visage ou son code PIN. Aucun autre code n’est alors nécessaire.
passkey-name = Nom
passkey-name-hint = De quel appareil il s’agit, par exemple « Téléphone ».
passkey-unnamed = Clé d’accès
passkey-made = Ajoutée
passkey-used = Dernière utilisation
passkey-never = Jamais
passkey-add = Ajouter une clé d’accès
passkeys-full = Vous avez autant de clés d’accès que l’on peut en avoir. Supprimez-en une pour en ajouter une autre.
passkey-remove = Supprimer
passkey-stopped = Votre navigateur n’a pas créé de clé d’accès. Réessayez ; s’il en a déjà une pour vous ici, elle suffit
passkey-not-added = La clé d’accès n’a pas été ajoutée. Réessayez
done-passkey-added = La clé d’accès est ajoutée. Vos autres navigateurs sont déconnectés.
done-passkey-removed = La clé d’accès est supprimée. Vos autres navigateurs sont déconnectés.

# Authentification unique : un fournisseur d’identité dit qui est quelqu’un.

sign-in-sso = Se connecter avec { $provider }
sign-in-sso-failed = { $provider } n’a pas dit qui vous êtes. Réessayez ou recevez un code par courriel
sign-in-sso-nobody = Personne dans l’équipe organisatrice n’a une adresse que { $provider } a vérifiée comme la vôtre. Recevez un code par courriel ou demandez une invitation à une personne de l’équipe
sign-in-sso-proof = Votre compte ici n’est pas encore relié à { $provider }. Connectez-vous comme d’habitude, puis reliez-le sous « Votre compte »
leaving-title = { $provider } dit qui vous êtes
leaving-lead = Votre navigateur s’y rend de lui-même. Au retour, votre session est ouverte.
leaving-go = Aller vers { $provider }
sso-title = Authentification unique
sso-lead = Connectez-vous ici grâce à votre session chez { $provider }.
sso-connected = Vous vous connectez ici grâce à votre session chez { $provider }.
sso-ended = { $provider } ne vous connecte plus ici : vous l’avez délié, ou vous avez ajouté une clé d’accès ou des codes à usage unique. Reliez de nouveau votre compte pour vous connecter ainsi.
sso-connect = Relier à { $provider }
sso-disconnect = Délier de { $provider }
done-sso-connected = Votre compte est relié. Il vous permet désormais de vous connecter. Vos autres navigateurs sont déconnectés.
done-sso-taken = Rien n’a été relié : ce compte appartient ici à une autre personne de l’équipe.
done-sso-disconnected = Votre compte est délié. Vos autres navigateurs sont déconnectés.
