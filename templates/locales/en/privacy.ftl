# Privacy: what is kept, sensitive events, and what keeps the form from being used against somebody.

log-did-personal_data_removed = removed the personal data of those who registered, when its time was over
log-did-consents_changed = changed what they agree to

mail-subject-retention = Personal data will be deleted soon: { $title }
mail-retention-goes = All personal data of those who registered for the event below will be deleted on { $moment }.
mail-retention-people = { $count ->
    [one] It concerns one person.
   *[other] It concerns { $count } people.
}
mail-retention-stays = Names, addresses, answers, notes and mails go, also from the waiting list and the log; only figures stay. Save what you may keep and still need, or change in the details of the event how long data is kept.
mail-retention-list = To the list of registrations
mail-retention-figures = To the figures, which stay
mail-your-data = What we keep of you, how long, and who sees it

overview-data-goes = Personal data of those who registered is deleted on { $moment }.
overview-data-gone = The personal data of those who registered was deleted on { $moment }. The figures stay.
figures-kept = The registrations were deleted on { $moment }. These figures stay; groups of fewer than five people are not told apart.

discreet-title = Your registration
discreet-site = Registration service
discreet-mail = This message is about a registration of yours. It says no more than that in its first lines and in its subject, so that nobody who sees your screen or shares your mailbox learns from them what it is about. Your own page says it in full.
discreet-exit = Leave this page
discreet-exit-limits = Opens another site at once. This page stays in the history of your browser until you clear it, and whoever watches your connection can see which site you visited.

form-again = Look through what you entered and send it once more. It came faster than people usually fill in a form.
form-trap = Leave this field empty

your-data-link = What is kept of you, and how long
your-data-title = Your data
your-data-lead = What is kept of you when you register for this event, who sees it, and when it is deleted.
your-data-what = What is kept
your-data-language = Language
your-data-why-name = So that the organisers know how to address you. Any name will do: nobody checks it.
your-data-why-email = So that the confirmation, changes and the link reach you.
your-data-why-language = So that mails come in your language.
your-data-why-mode = So that there is a place for you, in the room or online.
your-data-why-session = So that there is a place for you where you want to be.
your-data-why-listening = So that there are interpreters for those who need them.
your-data-why-answer = A question of the organisers, to prepare the event.
your-data-why-code = So that a place is kept for those who were invited.
your-data-also = Besides: when you registered, by which link where it says so in its address, and what became of it, which mails were sent to you and whether they could be delivered, notes that organisers make, and whether you came where that is noted at the door.
your-data-not = Not kept are where you connect from, your device, whether you open a mail, and which links in mails you follow. Our pages and mails load nothing from other sites.
your-data-consents = Only if you agree
your-data-consents-kept = Nothing is ticked for you. With your agreement it is kept which text you read, in which language, and when.
your-data-who = Who sees it
your-data-who-hosts = Those who run the event:
your-data-who-site = { $site }, where it is stored.
your-data-who-provider = If you join online: { $provider } sees your connection and the name that you give there.
your-data-who-named = If you join online: { $provider } is given the name that you register with, and sees your connection.
your-data-who-meeting = If you join online: the service of the meeting sees your connection and the name that you give there.
your-data-who-nobody = Other attendees do not see that you registered. Nothing is sold or used for advertising.
your-data-how-long = How long it is kept
your-data-until = { $count ->
    [0] Until the event ends on { $moment }. Then it is deleted by itself.
    [one] For one day after the event, until { $moment }. Then it is deleted by itself.
   *[other] For { $count } days after the event, until { $moment }. Then it is deleted by itself.
}
your-data-gone = It was deleted on { $moment }.
your-data-numbers = Only numbers stay, such as how many people registered. Groups of fewer than five people are not told apart in them.
your-data-backups = Copies that whoever runs this service makes in case of damage can hold it longer, until newer ones take their place.
your-data-rights = What you can do
your-data-own = Every mail about your registration has a link to your own page. There you see what is kept, change it, take a copy with you, withdraw, or have everything deleted at once.
your-data-calendar = What is in your calendar already cannot be deleted from here: withdraw first, which takes the entry out, and delete then.
