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
passkey-remove = Supprimer
passkey-stopped = Votre navigateur n’a pas créé de clé d’accès. Réessayez ; s’il en a déjà une pour vous ici, elle suffit
passkey-not-added = La clé d’accès n’a pas été ajoutée. Réessayez
done-passkey-added = La clé d’accès est ajoutée. Vos autres navigateurs sont déconnectés.
done-passkey-removed = La clé d’accès est supprimée. Vos autres navigateurs sont déconnectés.
