# Mails to those who run an event.

mail-subject-alarm = The link to join is missing: { $title }
mail-alarm-missing = Nobody has entered the link to join the event below.
mail-alarm-due = It has to leave on { $moment }.
mail-alarm-was-due = It was to leave on { $moment }, and nobody has got it yet.
mail-alarm-waiting = { $count ->
    [0] Nobody is waiting for it so far.
    [one] One person is waiting for it.
   *[other] { $count } people are waiting for it.
}
mail-alarm-enter = Enter it with the event: everybody confirmed for online then gets it within a minute of its release.
mail-footer-organiser = { $site } sent this message because this is the contact address of the event.
