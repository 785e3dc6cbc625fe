# Whether somebody wants to be reminded of an event.

reminders-title-wanted = You get reminders of this event
reminders-text-wanted = Before the event starts we remind you by e-mail. If you stop this, your registration stays as it is, and all other mails about the event still reach you.
reminders-stop = Stop reminders
reminders-title-stopped = You get no more reminders
reminders-text-stopped = Your registration is as it was. All other mails about the event still reach you, such as the link to join or a change of time.
reminders-resume = Send me reminders again
reminders-own = To your registration
own-reminders = Reminders
own-reminders-wanted = Before the event starts we remind you by e-mail.
own-reminders-stopped = You asked for no reminders of this event.
