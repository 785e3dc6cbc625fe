# Mails to those who work in the workspace, about their way in.

mail-subject-sign-in = Votre code pour { $site }
mail-sign-in-lead = Ce code vous connecte, dans le navigateur qui l’a demandé :
mail-sign-in-minutes = Il est valable { $count ->
    [one] { $count } minute.
    [many] { $count } de minutes.
   *[other] { $count } minutes.
}
mail-sign-in-nobody = Si vous ne l’avez pas demandé, vous n’avez rien à faire : personne ne peut l’utiliser sans ce message.
mail-subject-invitation = Organisez des événements avec { $organisation }
mail-invitation-lead = { $by } vous propose d’organiser des événements avec { $organisation }.
mail-invitation-event = Il s’agit de cet événement : { $title }
mail-invitation-role = Votre rôle : { $role }. { $hint }.
mail-invitation-accept = Accepter l’invitation
mail-invitation-until = Vous pouvez l’accepter jusqu’au { $moment }.
mail-invitation-nobody = Si vous ne savez pas de quoi il s’agit, vous n’avez rien à faire.
mail-footer-account = { $site } a envoyé ce message parce que cette adresse a été indiquée dans son espace de travail.
