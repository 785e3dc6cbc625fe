# Who came online, from the report of a meeting.

attendance-title = Présences d’après un rapport
attendance-link = D’après un rapport
attendance-lead = Remettez le rapport de présence de Zoom ou de Teams tel qu’il a été téléchargé, en anglais. Vous voyez de qui il s’agit avant que quoi que ce soit soit noté.
attendance-rule = Qui est resté moins d’une minute n’a pas assisté, et qui est entré plusieurs fois compte une fois. Les personnes sont reconnues à leur adresse, sinon à un nom qu’une seule inscription porte ; personne n’est deviné.
attendance-file-hint = CSV, tel que Zoom et Teams le donnent. Il peut aussi contenir les panélistes et les hôtes.
attendance-paste = Ou collez son texte
attendance-none = Remettez un rapport qui nomme des personnes et dit combien de temps elles étaient là
attendance-early = Choisissez une autre session : celle-ci n’a pas commencé
attendance-preview-title = Vérifiez avant que quoi que ce soit soit noté
attendance-again = Remettre un autre rapport
attendance-came = { $n ->
    [0] Personne ne serait noté.
    [one] { $n } personne serait notée présente.
    [many] { $n } de personnes seraient notées présentes.
   *[other] { $n } personnes seraient notées présentes.
}
attendance-noted = { $n ->
    [one] { $n } personne était déjà notée.
    [many] { $n } de personnes étaient déjà notées.
   *[other] { $n } personnes étaient déjà notées.
}
attendance-short = { $n ->
    [one] { $n } personne est restée moins d’une minute et n’est pas notée.
    [many] { $n } de personnes sont restées moins d’une minute et ne sont pas notées.
   *[other] { $n } personnes sont restées moins d’une minute et ne sont pas notées.
}
attendance-unmatched = { $n ->
    [one] { $n } personne ne correspond à aucune inscription, ou pas à une seule. Qui vous connaissez, vous pouvez le noter à l’entrée.
    [many] { $n } de personnes ne correspondent à aucune inscription, ou pas à une seule. Qui vous connaissez, vous pouvez le noter à l’entrée.
   *[other] { $n } personnes ne correspondent à aucune inscription, ou pas à une seule. Qui vous connaissez, vous pouvez le noter à l’entrée.
}
attendance-absent = { $n ->
    [one] { $n } ligne dit que quelqu’un n’est pas venu.
    [many] { $n } de lignes disent que quelqu’un n’est pas venu.
   *[other] { $n } lignes disent que quelqu’un n’est pas venu.
}
attendance-people = Personnes du rapport
attendance-name = Nom dans la réunion
attendance-time = Durée de présence
attendance-minutes = { $n ->
    [0] moins d’une minute
    [one] { $n } minute
    [many] { $n } de minutes
   *[other] { $n } minutes
}
attendance-registration = Inscription
attendance-fate-unknown = pas d’inscription
attendance-fate-unclear = ambigu
attendance-fate-short = trop court
attendance-fate-came = présence
attendance-fate-noted = déjà noté
attendance-more = { $n ->
    [one] et { $n } autre
    [many] et { $n } d’autres
   *[other] et { $n } autres
}
attendance-faults-count = { $n ->
    [one] Corrigez { $n } ligne du rapport, puis remettez-le
    [many] Corrigez { $n } de lignes du rapport, puis remettez-le
   *[other] Corrigez { $n } lignes du rapport, puis remettez-le
}
attendance-fault-nobody = Saisissez un nom ou une adresse électronique
attendance-fault-time = Saisissez la durée, comme 57 pour des minutes ou 1h 5m
attendance-note = { $n ->
    [one] Noter { $n } personne
    [many] Noter { $n } de personnes
   *[other] Noter { $n } personnes
}
done-attendance-noted = { $n ->
    [one] { $n } personne est notée présente.
    [many] { $n } de personnes sont notées présentes.
   *[other] { $n } personnes sont notées présentes.
}
