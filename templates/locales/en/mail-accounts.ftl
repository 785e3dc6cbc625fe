# Mails to those who work in the workspace, about their way in.

mail-subject-sign-in = Your code for { $site }
mail-sign-in-lead = This code signs you in, in the browser that asked for it:
mail-sign-in-minutes = It is good for { $count ->
    [one] one minute.
   *[other] { $count } minutes.
}
mail-sign-in-nobody = If you did not ask for it, there is nothing to do: nobody can use it without this message.
mail-subject-invitation = Organise events with { $organisation }
mail-invitation-lead = { $by } asks you to organise events with { $organisation }.
mail-invitation-event = It is about this event: { $title }
mail-invitation-role = Your role: { $role }. { $hint }.
mail-invitation-accept = Accept the invitation
mail-invitation-until = You can accept until { $moment }.
mail-invitation-nobody = If you do not know what this is about, there is nothing to do.
mail-footer-account = { $site } sent this message because this address was given in its workspace.
