# Events within the pages of other sites.

embed-register = S’inscrire (nouvel onglet)
embed-waitlist = S’inscrire sur la liste d’attente (nouvel onglet)
embed-more = Tout sur l’événement (nouvel onglet)

# On other sites: what organisers copy into their pages.

share-title = Sur d’autres sites
share-lead = Des adresses et des extraits HTML à copier dans votre propre site.
share-draft = Personne d’autre ne voit encore cet événement. Publiez-le avant de les placer sur un site.
share-sensitive = Cet événement est sensible : il n’est pas destiné à paraître sur d’autres sites.
share-addresses = Adresses
share-address = L’événement, dans une langue que lit chaque visiteur
share-calendar = Son fichier de calendrier
share-link = Un lien
share-wordpress = Dans WordPress, ajoutez un bloc « HTML personnalisé » et collez-y ceci.
share-framed = L’événement dans votre page
share-framed-text = Affiche la date, le lieu et l’état des inscriptions dans un cadre. Il n’a besoin ni de cookie ni de script ; son bouton ouvre le formulaire dans un nouvel onglet. Seuls les sites que vous nommez peuvent l’afficher.
share-no-site = Aucun site ne peut encore afficher cet événement dans un cadre. Nommez le vôtre sous « L’essentiel ».
share-settings = Sites autorisés à l’afficher
edit-embed = Sites autorisés à l’afficher dans un cadre
edit-embed-hint = Un par ligne, comme https://partner.example, sans chemin. Laissé vide, aucun site n’est autorisé.
flaw-malformed-origin = Saisissez un site par ligne, comme https://partner.example, sans chemin
