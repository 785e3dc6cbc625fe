# Privacy: what is kept, sensitive events, and what keeps the form from being used against somebody.

log-did-personal_data_removed = a supprimé les données personnelles des personnes inscrites, leur délai étant écoulé
log-did-consents_changed = a modifié ses consentements

mail-subject-retention = Des données personnelles vont être supprimées : { $title }
mail-retention-goes = Toutes les données personnelles des personnes inscrites à l’événement ci-dessous vont être supprimées. Date : { $moment }.
mail-retention-people = { $count ->
    [one] Cela concerne { $count } personne.
    [many] Cela concerne { $count } de personnes.
   *[other] Cela concerne { $count } personnes.
}
mail-retention-stays = Noms, adresses, réponses, notes et courriels disparaissent, y compris de la liste d’attente et du journal ; seuls les chiffres restent. Enregistrez ce que vous avez le droit de garder et dont vous avez encore besoin, ou modifiez la durée de conservation dans les détails de l’événement.
mail-retention-list = Vers la liste des inscriptions
mail-retention-figures = Vers les chiffres, qui restent
mail-your-data = Ce que nous conservons sur vous, combien de temps, et qui le voit

overview-data-goes = Les données personnelles des personnes inscrites seront supprimées. Date : { $moment }.
overview-data-gone = Les données personnelles des personnes inscrites ont été supprimées. Date : { $moment }. Les chiffres restent.
figures-kept = Les inscriptions ont été supprimées. Date : { $moment }. Ces chiffres restent ; les groupes de moins de cinq personnes n’y sont pas distingués.

discreet-title = Votre inscription
discreet-site = Service d’inscription
discreet-mail = Ce message concerne une de vos inscriptions. Son objet et ses premières lignes n’en disent pas davantage, pour que personne, en voyant votre écran ou en partageant votre messagerie, n’y apprenne de quoi il s’agit. Votre page personnelle donne tous les détails.
discreet-exit = Quitter cette page
discreet-exit-limits = Ouvre aussitôt un autre site. Cette page reste dans l’historique de votre navigateur jusqu’à ce que vous l’effaciez, et quiconque surveille votre connexion peut voir quel site vous avez consulté.

form-again = Relisez ce que vous avez saisi et envoyez-le une nouvelle fois. L’envoi est arrivé plus vite qu’on ne remplit d’ordinaire un formulaire.
form-trap = Laissez ce champ vide

your-data-link = Ce qui est conservé sur vous, et combien de temps
your-data-title = Vos données
your-data-lead = Ce qui est conservé sur vous quand vous vous inscrivez à cet événement, qui le voit, et quand c’est supprimé.
your-data-what = Ce qui est conservé
your-data-language = Langue
your-data-why-name = Pour que l’équipe organisatrice sache comment s’adresser à vous. N’importe quel nom convient : personne ne le vérifie.
your-data-why-email = Pour que la confirmation, les changements et le lien vous parviennent.
your-data-why-language = Pour que les courriels arrivent dans votre langue.
your-data-why-mode = Pour qu’il y ait une place pour vous, dans la salle ou en ligne.
your-data-why-session = Pour qu’il y ait une place pour vous là où vous voulez être.
your-data-why-listening = Pour qu’il y ait des interprètes pour qui en a besoin.
your-data-why-answer = Une question de l’équipe organisatrice, pour préparer l’événement.
your-data-why-code = Pour qu’une place soit gardée aux personnes invitées.
your-data-also = Et aussi : la date de votre inscription, le lien qui vous y a mené s’il le dit dans son adresse, et ses suites, les courriels qui vous ont été envoyés et s’ils ont pu être remis, les notes de l’équipe organisatrice, et votre venue si elle est notée à l’entrée.
your-data-not = Ne sont conservés ni l’endroit d’où vous vous connectez, ni votre appareil, ni l’ouverture d’un courriel, ni les liens de courriels que vous suivez. Nos pages et nos courriels ne chargent rien depuis d’autres sites.
your-data-consents = Seulement avec votre accord
your-data-consents-kept = Rien n’est coché à votre place. Avec votre accord sont conservés le texte que vous avez lu, sa langue et la date.
your-data-who = Qui le voit
your-data-who-hosts = Les responsables de l’événement :
your-data-who-site = { $site }, où les données sont stockées.
your-data-who-provider = Si vous participez en ligne : { $provider } voit votre connexion et le nom que vous y indiquez.
your-data-who-named = Si vous participez en ligne : { $provider } reçoit le nom sous lequel vous vous inscrivez et voit votre connexion.
your-data-who-meeting = Si vous participez en ligne : le service de réunion voit votre connexion et le nom que vous y indiquez.
your-data-who-nobody = Les autres personnes inscrites ne voient pas votre inscription. Rien n’est vendu ni utilisé pour la publicité.
your-data-how-long = Durée de conservation
your-data-until = { $count ->
    [0] Jusqu’à la fin de l’événement : { $moment }. Ensuite, la suppression est automatique.
    [one] { $count } jour après l’événement, jusqu’à cette date : { $moment }. Ensuite, la suppression est automatique.
    [many] { $count } de jours après l’événement, jusqu’à cette date : { $moment }. Ensuite, la suppression est automatique.
   *[other] { $count } jours après l’événement, jusqu’à cette date : { $moment }. Ensuite, la suppression est automatique.
}
your-data-gone = Les données ont été supprimées. Date : { $moment }.
your-data-numbers = Seuls des nombres restent, comme celui des inscriptions. Les groupes de moins de cinq personnes n’y sont pas distingués.
your-data-backups = Les copies que l’exploitant de ce service fait en cas de panne peuvent les contenir plus longtemps, jusqu’à ce que de plus récentes les remplacent.
your-data-rights = Ce que vous pouvez faire
your-data-own = Chaque courriel sur votre inscription contient un lien vers votre page personnelle. Vous y voyez ce qui est conservé, et pouvez le modifier, en emporter une copie, annuler votre inscription ou faire tout supprimer aussitôt.
your-data-calendar = Ce qui est déjà dans votre calendrier ne peut pas être supprimé d’ici : annulez d’abord votre inscription, ce qui retire l’entrée, puis supprimez vos données.
