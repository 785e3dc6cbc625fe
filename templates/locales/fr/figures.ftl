# How many registered: charts, their tables, and the report after an event.

figures-title = Chiffres
figures-intro = Toutes les personnes inscrites, sans les désistements ni les refus, au { $moment }.
figures-empty-title = Personne ne s’est encore inscrit
figures-empty-text = Dès les premières inscriptions, cette page les montre par jour, langue, pays et organisation. Partagez la page de l’événement pour les lancer.
figures-empty-draft = Publiez d’abord l’événement ; dès que des personnes s’inscrivent, cette page les montre par jour, langue, pays et organisation.
figures-to-event = Ouvrir la page de l’événement
figures-to-overview = Retour à l’aperçu
figures-to-report = Rapport de l’événement
figures-table = Les chiffres en tableau
figures-scroll = Graphique, défile sur le côté
figures-download = Télécharger
figures-sources-title = Savoir quel lien a attiré des personnes
figures-sources-text = Ajoutez ?source= et un mot court de votre choix à l’adresse du formulaire, et donnez à chaque partenaire un mot différent. Cette page montre alors combien de personnes sont venues par chacun.

figures-title-days = Inscriptions par jour
figures-title-states = Par état
figures-title-attendance = Présence
figures-title-languages = Par langue
figures-title-modes = Par mode de participation
figures-title-countries = Par pays
figures-title-organisations = Par organisation
figures-title-sources = Par lien suivi
figures-title-sessions = Présence par session

figures-column-day = Jour
figures-column-week = Semaine du
figures-column-new = Nouvelles
figures-column-total = Au total
figures-column-states = État
figures-column-attendance = Présence
figures-column-languages = Langue
figures-column-modes = Mode de participation
figures-column-countries = Pays
# same as English
figures-column-organisations = Organisation
figures-column-sources = Lien suivi
# same as English
figures-column-session = Session
figures-column-people = Personnes
figures-column-percent = Pourcentage

figures-state-unconfirmed = Adresse non confirmée
figures-state-pending = En attente de décision
figures-state-waitlisted = Sur la liste d’attente
figures-state-confirmed = Avec une place
figures-state-declined = Refus
figures-state-cancelled = Désistement
figures-attendance-came = Arrivée notée
figures-attendance-absent = Arrivée non notée

figures-silent = Non précisé
figures-silent-source = Sans lien particulier
figures-others = Toutes les autres personnes
figures-few = Petits groupes
figures-untold = non affiché

figures-people = { $count ->
    [one] { $count } personne
    [many] { $count } de personnes
   *[other] { $count } personnes
}
figures-share = { $count } ({ $percent } %)
figures-part = { $name } { $count }
figures-summary = { $people } : { $parts }.
figures-summary-days = Inscriptions du { $first } au { $last } : { $people }. Jour le plus fort, le { $busiest } : { $most }. Clôture des inscriptions le { $closes }.

figures-scale-new = Nouvelles
figures-scale-total = Au total
figures-closing = Clôture des inscriptions
figures-legend-day = Nouvelles par jour
figures-legend-week = Nouvelles par semaine
figures-legend-total = Total jusque-là
figures-date = { $day } { $month }

report-title = Rapport
report-running = L’événement n’est pas terminé : voici les chiffres à ce jour.
report-print = Imprimez cette page avec votre navigateur pour la garder en PDF.
report-full = Tout est affiché. Les groupes de moins de 5 personnes sont réservés à l’équipe organisatrice.
report-shared = Les groupes de moins de 5 personnes ne sont pas affichés, pour que personne ne puisse être reconnu.
report-to-shared = Version à partager
report-to-full = Version de l’équipe organisatrice
report-facts = L’événement
report-lineup = Interventions
report-lineup-empty = Aucune intervention n’est confirmée.
report-numbers = Les chiffres
report-registered = Inscriptions
report-confirmed = Avec une place
report-withdrawn = Désistements
