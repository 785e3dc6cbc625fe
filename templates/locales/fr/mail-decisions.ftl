# Mails about decisions, and about turns in the waiting list.

mail-subject-approved = Votre place est confirmée : { $title }
mail-lead-approved = L’équipe organisatrice a confirmé votre place. Votre inscription est enregistrée pour :
mail-subject-promoted = Une place s’est libérée pour vous : { $title }
mail-lead-promoted = Vous étiez sur la liste d’attente, et une place s’est libérée pour vous. Votre inscription est enregistrée pour :
mail-promoted-leave = Si vous ne pouvez plus venir, annulez votre inscription sur la page ci-dessous : la place ira à la personne suivante sur la liste.
mail-subject-declined = Nous n’avons pas pu vous proposer de place : { $title }
mail-lead-declined = L’équipe organisatrice n’a pas pu vous donner de place. Vous n’avez pas d’inscription pour :
mail-subject-taken_back = L’équipe organisatrice a repris votre place : { $title }
mail-lead-taken_back = L’équipe organisatrice a repris votre place. Vous n’avez plus d’inscription pour :
mail-reason = Message de l’équipe organisatrice :
