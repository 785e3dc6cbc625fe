# Mails to those who run an event.

mail-subject-alarm = The link to join is missing: { $title }
mail-alarm-missing = Nobody has entered the link to join the event below.
mail-alarm-due = It has to leave on { $moment }.
mail-alarm-was-due = It was to leave on { $moment }.
mail-alarm-online = { $count ->
    [0] Nobody is confirmed for online so far.
    [one] One person is confirmed for online.
   *[other] { $count } people are confirmed for online.
}
mail-alarm-enter = Enter it with the event: everybody confirmed for online gets it as soon as it is there and released.
mail-footer-organiser = { $site } sent this message because this is the contact address of the event.
