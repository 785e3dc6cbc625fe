# What came back: mail that could not be delivered, and answers of calendars.

own-undeliverable = Un courriel envoyé à votre adresse nous est revenu : plus rien n’y est envoyé. Pour recevoir les courriels sur cet événement, annulez votre inscription et inscrivez-vous de nouveau avec une autre adresse, ou écrivez à { $contact }.

mail-subject-decline_noted = Voulez-vous libérer votre place ? { $title }
mail-lead-decline_noted = Votre calendrier nous a signalé que vous ne venez pas. Rien n’a encore changé : votre place reste à vous pour :
mail-decline-withdraw = Si vous ne pouvez pas venir, libérez votre place sur cette page, pour que quelqu’un d’autre puisse en profiter :
mail-decline-keep = Si vous souhaitez venir malgré tout, ou si vous n’avez rien décliné, vous n’avez rien à faire.
