# Mails to those who appear.

mail-subject-lineup_link = Your link as part of the programme: { $title }
mail-lead-lineup_link = You are part of the programme. Here is your link to join:
mail-lineup-personal = This link is for speakers, moderators and interpreters: do not pass it on.
mail-lineup-calendar = The session is attached for your calendar, with the link.
mail-footer-lineup = { $site } sent this message because you are named in the programme of the event.
