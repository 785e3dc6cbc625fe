# Mails to those who appear.

mail-subject-lineup_link = Your link as part of the programme: { $title }
mail-lead-lineup_link = You are part of the programme. Here is your link to join:
mail-lineup-personal = This link is for speakers, moderators and interpreters: do not pass it on.
mail-lineup-page = It opens a page of your own, which has a button to the meeting from now until the end of the session.
mail-lineup-calendar = The session is attached for your calendar, with the link.
mail-footer-lineup = { $site } sent this message because you are named in the programme of the event.

mail-subject-lineup-asked = Invitation to take part: { $title }
mail-subject-lineup-reminded = Your answer is still open: { $title }
mail-subject-lineup-agreed = Your page as part of the programme: { $title }
mail-lead-lineup-asked = The organiser would like you to be part of the programme of the event below.
mail-lead-lineup-reminded = The organiser asked you to be part of the programme of the event below and waits for your answer.
mail-lead-lineup-agreed = You are part of the programme of the event below. Everything that concerns you is on a page of your own.
mail-lineup-role = Your part:
mail-lineup-do-asked = On the page below you confirm or decline, and say how you want to be introduced. It takes two minutes and needs no account.
mail-lineup-do-agreed = On the page below you see the run-sheet, and say how you want to be introduced. It needs no account.
mail-lineup-open = Open my page
mail-lineup-page-personal = This page is yours alone: do not pass its address on. Your link to join will be there too, once it is released.
mail-footer-lineup-asked = { $site } sent this message because the organiser of the event entered this address for its programme.
mail-tech-check = Technical check of camera and microphone: from { $moment } on. If you cannot come then, answer this message.
