# Mails to those who appear.

mail-subject-lineup_link = Votre lien pour intervenir : { $title }
mail-lead-lineup_link = Vous figurez au programme. Voici votre lien d’accès :
mail-lineup-personal = Ce lien est réservé aux personnes au programme et aux interprètes : ne le transmettez pas.
mail-lineup-page = Il ouvre une page personnelle, qui a un bouton vers la réunion dès maintenant et jusqu’à la fin de la session.
mail-lineup-calendar = La session est jointe pour votre calendrier, avec le lien.
mail-footer-lineup = { $site } a envoyé ce message parce que vous figurez au programme de l’événement.

mail-subject-lineup-asked = Invitation à participer : { $title }
mail-subject-lineup-reminded = Votre réponse est attendue : { $title }
mail-subject-lineup-agreed = Votre page personnelle pour le programme : { $title }
mail-lead-lineup-asked = L’équipe organisatrice souhaite que vous figuriez au programme de l’événement ci-dessous.
mail-lead-lineup-reminded = L’équipe organisatrice vous a proposé de figurer au programme de l’événement ci-dessous et attend votre réponse.
mail-lead-lineup-agreed = Vous figurez au programme de l’événement ci-dessous. Tout ce qui vous concerne se trouve sur une page personnelle.
mail-lineup-role = Votre rôle :
mail-lineup-do-asked = Sur la page ci-dessous, vous acceptez ou déclinez, et vous rédigez votre présentation. Deux minutes suffisent, sans compte.
mail-lineup-do-agreed = Sur la page ci-dessous, vous trouvez le déroulé et rédigez votre présentation. Aucun compte n’est nécessaire.
mail-lineup-open = Ouvrir ma page
mail-lineup-page-personal = Cette page n’appartient qu’à vous : ne transmettez pas son adresse. Votre lien d’accès y figurera aussi, une fois diffusé.
mail-footer-lineup-asked = { $site } a envoyé ce message parce que l’équipe organisatrice de l’événement a saisi cette adresse pour son programme.
mail-tech-check = Essai technique de la caméra et du micro : à partir de ce moment, { $moment }. Si vous n’êtes pas disponible, répondez à ce message.
