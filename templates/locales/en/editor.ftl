# Making and changing an event.

new-event-title = New event
new-event-lead = The essentials first. Everything else has a sensible default and can be changed later.
new-event-submit = Continue to the check list

edit-title = Title
edit-date = Date
edit-starts = Starts
edit-ends = Ends
edit-zone = Time zone
edit-zone-hint = Type a city, such as Beirut, and choose from the list.
edit-format = How people take part
edit-format-online = Online
edit-format-in_person = In person
edit-format-hybrid = Hybrid: in person and online
edit-languages = Languages spoken
edit-languages-hint = The first one is used where a text exists in no other.
edit-page-languages = Languages of the event page
edit-page-languages-hint = Leave empty where they are the languages spoken.
edit-link = Link to join
edit-link-hint = Only attendees with a place get it, by e-mail, and not before it is released.
edit-closes = Registration closes
edit-closes-hint = The whole minute counts: 23:59 means until midnight. Left empty, it is two hours before the first start and moves with it; a date stated here stays where it is.
edit-capacity = Places
edit-capacity-hint = In the room, or online where there is no room. Left empty, there is no limit.
edit-kind = Kind of event
edit-visibility = Who may find it
edit-visibility-public = Everybody: it stands in the list of events
edit-visibility-unlisted = Only those who have its address
edit-visibility-sensitive = Only those who have its address, and no mail or calendar entry names it
edit-contact = Address for questions
edit-contact-hint = Left empty, questions go to the address that mails come from.
edit-summary = Summary
edit-summary-hint = One sentence, shown below the title.
edit-description = Description
edit-description-hint = Markdown: an empty line begins a paragraph, *stars* emphasise, [words](https://…) make a link.
edit-venue-name = Name of the place
edit-venue-address = Address
edit-city = Town
edit-country = Country
edit-map = Link to a map
edit-from = From
edit-to = Into
edit-mode = How
edit-mode-simultaneous = Simultaneous
edit-mode-consecutive = Consecutive
edit-mode-sign = Sign language
edit-session-title = Title of the session
edit-abstract = What it is about
edit-place = Room
edit-session-languages = Languages spoken in it
edit-session-languages-hint = Leave empty where they are those of the event.
edit-session-capacity-in_person = Places in the room
edit-session-capacity-online = Places online
edit-role = Role
edit-role-organiser = Organiser
edit-role-partner = Partner
edit-role-supporter = Supporter
edit-role-sponsor = Sponsor
edit-role-media_partner = Media partner
edit-name = Name
edit-short = Short name
edit-web = Web site
edit-disclaimer = Words that have to stand beside the name
edit-opens = Registration opens
edit-opens-hint = Left empty, it is open as soon as the event is published.
edit-capacity-in_person = Places in the room
edit-capacity-online = Places online
edit-waitlist = Keep a waiting list when every place is taken
edit-approval = Decide on each request
edit-invitation-only = Only with a code
edit-confirm-address = Have each address confirmed before a place is given
edit-per-session = Let people choose sessions
edit-ask-organisation = Ask for the organisation
edit-ask-position = Ask for the position
edit-ask-country = Ask for the country
edit-asked-no = Do not ask
edit-asked-optional = Ask, may stay empty
edit-asked-required = Ask, has to be answered
edit-purpose = What it is needed for
edit-purpose-hint = Shown beside the field. People answer what they understand the need for.
edit-label = Question
edit-question-kind = Kind of answer
edit-question-kind-text = One line
edit-question-kind-long_text = Several lines
edit-question-kind-choice = One of several
edit-question-kind-choices = Any of several
edit-question-kind-yes_no = Yes or no
edit-options = Answers to choose from
edit-options-hint = One a line, in the same order in every language. Once people have registered, add new ones at the end only.
edit-required = Has to be answered
edit-condition = Ask only if
edit-condition-if = “{ $question }” is “{ $answer }”
edit-consent = What people agree to
edit-consent-required = Nobody can register without it
edit-code = Code
edit-places = How many may use it
edit-places-hint = Left empty, there is no limit.
edit-expires = Works until
edit-code-unlimited = Any number of people
edit-code-places = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
edit-rules = Rule of the room
edit-rules-on_record = On the record: what is said may be quoted
edit-rules-chatham_house = Chatham House Rule: what is said may be used, but not who said it
edit-rules-none = None announced
edit-recording = It is recorded
edit-photography = Photographs are taken
edit-provider = Service
edit-provider-other = Another one
edit-service = Make each person a link of their own
edit-service-hint = The server of the service above makes it at the moment they come, with their name, and those who moderate look after the room. Mails and calendar entries hold a page of the attendee’s own, which leads there: no link that could be passed on is in them. Only with a service that the operator of this instance has set up, and without a link below.
edit-lineup-link = Link for speakers, moderators and interpreters
edit-lineup-link-hint = Goes to them alone, whatever registration does. It should differ from the one above.
edit-release = When attendees get the link
edit-release-after_close = When registration has closed
edit-release-on_confirmation = As soon as a place is confirmed
edit-release-manual = When an organiser releases it
edit-join-page = Give each attendee a personal address that leads to the link
edit-join-page-hint = The mails and calendar entries then hold a page of the attendee’s own: from half an hour before the start it leads to the link, whatever that is by then. What it costs: joining depends on this service being up in that minute, and calendars draw no join button of the meeting’s. Left out, mails hold the link itself: if it changes, people need a mail, and calendars shared with colleagues show it.
edit-recording-link = Recording or notes
edit-recording-link-hint = A link that attendees who had a place find on their personal page when the meeting is over.
edit-tech-check = From
edit-tech-check-hint = Left empty, there is none.
edit-tech-note = Where, and what to bring
edit-reminders = Reminders before each session
edit-before-minutes = { $count ->
    [one] { $count } minute before
   *[other] { $count } minutes before
}
edit-before-hours = { $count ->
    [one] { $count } hour before
   *[other] { $count } hours before
}
edit-before-days = { $count ->
    [one] { $count } day before
   *[other] { $count } days before
}
edit-quiet-from = Quiet hours from
edit-quiet-from-hint = What goes to many waits until they end, unless it would come too late. Empty for none.
edit-quiet-to = Quiet hours until
edit-reply-to = Address for replies
edit-reply-to-hint = Left empty, replies go to the address for questions.
edit-retention = Personal data is kept after the event
edit-kept-days = { $count ->
    [0] Not at all
    [one] { $count } day
   *[other] { $count } days
}
edit-side = Which of the two is meant?
edit-side-hint = Clocks go back that night, and this time comes twice.
edit-side-earlier = The earlier one ({ $offset })
edit-side-later = The later one ({ $offset })

editor-none = None
editor-unnamed = Without a name
editor-nothing = Nothing
editor-untranslated = Not translated yet
editor-meanwhile = Somebody else has stated meanwhile: { $value }
editor-rank-1 = First
editor-rank-2 = Second
editor-rank-3 = Third
editor-rank-4 = Fourth
editor-save = Save
editor-up = Move up
editor-remove = Remove
editor-moved = Moved up
editor-removed = Removed
editor-not-saved = Nothing was saved
editor-field-in-language = { $field } in { $language }

flaw-missing = Fill in: { $field }
flaw-unknown = Choose one of those on offer: { $field }
flaw-twice = Two of these are the same: { $field }
flaw-gap = Clocks jump over this time that night. Choose { $before } or { $after }
flaw-fold = Clocks go back that night and this time comes twice. Choose which one is meant
flaw-ends-before-start = Choose an end that comes after the start
flaw-closes-after-end = Close registration before the last session has ended
flaw-closes-before-opening = Close registration after it has opened
flaw-tells-link = Take the link to join out of this text: everybody can read it
flaw-told-link = A text that everybody can read holds this link. Take it out there first
flaw-no-service = Choose as the service: { $offered }
flaw-link-for-each = Take this link out: the service makes one for each person
flaw-in-use = People are registered for this. Move their registrations first
flaw-survey-answered = People have answered already: a question can get other words, and new ones can be added, but none can go, be answered in another way, or get other options or another order of them
flaw-needed = A question is asked only after a certain answer to an earlier one. Change that condition first
flaw-malformed-email = Enter an address of the form name@example.org
flaw-malformed-web = Enter an address that begins with https:// or http://
flaw-malformed-link = Enter an address that begins with https://
flaw-malformed-count = Enter a whole number
flaw-malformed-zone = Choose a time zone from the list, such as Asia/Beirut
flaw-malformed-moment = Enter a date and a time
flaw-malformed-day = Choose a day
flaw-malformed-hour = Enter a time of day such as 15:00
flaw-malformed-quiet = Enter both ends of the quiet hours, and let them differ
flaw-malformed-language = Choose a language
flaw-malformed-phrase = Write braces twice where they are meant as such: {"{{"} and {"}}"}
flaw-malformed-slug = Type the short name exactly as it stands there

time-note-after-gap = Clocks jump over this time that night: the first moment after it counts.
time-note-later-of-two = This time comes twice that night: the later one counts.
time-note-picked = This time comes twice that night: the one you chose counts.
time-note-ignored = The offset stated with this time is not in use then and is ignored.

parts-label = Parts of the event
part-basics = Basics
part-basics-lead = What it is, when, and in which languages.
part-texts = Texts
part-texts-lead = Each text in every language of the page. Where one is missing, readers see it in another.
part-programme = Sessions
part-programme-lead = When each takes place. Who appears in it stands under “Line-up”.
part-venue = Venue
part-venue-lead = Where people come to. Left empty, it is to be announced.
part-hosts = Hosts
part-hosts-lead = The organisations named on the page, in this order.
part-interpretation = Interpretation
part-interpretation-lead = From which language into which, and how.
part-registration = Registration
part-registration-lead = Until when people can register, how many, and what they are asked beyond name and address.
part-questions = Questions
part-questions-lead = Your own questions in the form, in this order.
part-consents = Consents
part-consents-lead = What people may agree to, each with a box of its own that nobody has ticked for them.
part-codes = Codes
part-codes-lead = Whoever has a code can register although the event is by invitation.
part-rules = Rules of the room
part-rules-lead = On the page and in every mail. Whoever is registered is told when they change.
part-meeting = Meeting
part-meeting-lead = Where people join online. No other page shows the link.
part-tech-check = Technical check
part-tech-check-lead = When those who appear try out camera and microphone. They see it on their page and in the mail with their link; nobody else does.
part-mail = Mail
part-mail-lead = What is sent by itself, and when.

empty-programme = There is no session.
empty-hosts = No organisation is named yet.
empty-interpretation = There is no interpretation.
empty-questions = Only name and address are asked.
empty-consents = Nothing is asked to be agreed to.
empty-codes = There is no code.
add-programme = Add a session
add-hosts = Add an organisation
logo-title = Logo
logo-hidden = The event is sensitive: its page shows no logo.
logo-choose = Choose a logo
logo-replace = Choose another logo
logo-hint = JPEG, PNG or WebP, up to 5 MB. It is shown beside the organisation’s name. Event files are without logos.
logo-submit = Save the logo
logo-remove = Remove the logo
done-logo-kept = The logo is saved.
done-logo-removed = The logo is removed.
add-interpretation = Add a channel
add-questions = Add a question
add-consents = Add a consent
add-codes = Add a code
new-programme = New session
new-hosts = New organisation
new-interpretation = New channel
new-questions = New question
new-consents = New consent
new-codes = New code
meeting-sessions = Sessions with a link of their own
meeting-own = Has a link of its own
meeting-shared = Joined at the link of the event

overtaken-title = Somebody else has changed this in the meantime
overtaken-form = What you typed is all here. Beside each field that they changed stands what they stated; save again to keep what the form shows.
overtaken-list = Here is the list as it stands now. Nothing was moved or removed.

impact-title = Before you save
impact-lead = { $count ->
    [one] { $count } person has a place or waits for one. Decide what they are told.
   *[other] { $count } people have a place or wait for one. Decide what they are told.
}
impact-changes = What changes
impact-what = What
impact-before = Before
impact-after = After
impact-who = Whom it concerns
impact-fact-time = The time changes for everybody who comes.
impact-fact-place = The place changes for those who come in person.
impact-fact-link = The link changes for those who were sent it.
impact-fact-languages = The languages change for everybody.
impact-fact-rules = Other rules hold in the room, for everybody.
impact-told = { $count ->
    [one] { $count } person holds what is no longer true.
   *[other] { $count } people hold what is no longer true.
}
impact-holding-link = { $count ->
    [one] { $count } person was sent the old link.
   *[other] { $count } people were sent the old link.
}
impact-holding-page = { $count ->
    [one] { $count } person has a personal page, which leads to the new link at once and needs no mail.
   *[other] { $count } people have a personal page, which leads to the new link at once and needs no mail.
}
impact-moves = Mails that leave at another time
impact-mail = Mail
impact-not-sent = not sent
impact-more = { $count ->
    [one] And { $count } more mail.
   *[other] And { $count } more mails.
}
impact-question = What is sent?
impact-tell = { $count ->
    [one] Tell { $count } person by e-mail
   *[other] Tell { $count } people by e-mail
}
impact-tell-hint = Each gets a mail in their language that says what is different, and their calendar entry is put right.
impact-write = { $count ->
    [one] Write to { $count } person
   *[other] Write to { $count } people
}
impact-write-hint = The words below go to everybody who has a place or waits for one.
impact-quiet = Tell nobody
impact-quiet-hint = It is saved, and no mail leaves. Calendar entries keep what they hold.
impact-must-tell = People agreed to come under other rules, so they have to be told.
impact-answer-missing = Say what is sent, and in which words
impact-submit = Save
impact-back = Back without saving

notice-title = What you write to them
notice-hint = Change the words as you like. Markdown is understood. Leave all of it empty to write nothing.
notice-subject = Subject
notice-text = Text
notice-languages-subject = The languages of the event have changed
notice-languages-text = The languages of “{"{"}title{"}"}” have changed. It is held in { $languages }.
notice-rules-subject = The rules of the event have changed
notice-rules-text = The rules of “{"{"}title{"}"}” have changed.
notice-rules-none = No rule on quoting is announced.
notice-recording = The event is recorded.
notice-no-recording = The event is not recorded.
notice-photography = Photographs are taken.
notice-no-photography = No photographs are taken.

overview-title = Overview
overview-draft = A draft
overview-draft-text = Only organisers see it.
overview-published = Published
overview-cancelled = Cancelled
overview-over = Over
overview-people = People
overview-of-places = { $count ->
    [one] of { $count } place
   *[other] of { $count } places
}
overview-over-by = over by { $count }
overview-steps = To look at
overview-no-steps = Nothing is missing.
overview-next = What goes out next
overview-nothing-next = No mail to many is due.
overview-to = { $count ->
    [0] To nobody yet
    [one] To { $count } person, as things are
   *[other] To { $count } people, as things are
}
overview-to-organisers = To the organisers
overview-waits = Waits for the link
overview-event = The event
overview-address = Address for invitations

primary-publish = Check and publish
primary-duplicate = Make the next event
primary-figures = See the figures
primary-decide = { $count ->
    [one] Decide on { $count } request
   *[other] Decide on { $count } requests
}
primary-link = Enter the link to join
primary-release = Release the link
primary-lineup = Fill the line-up
primary-check-in = Check people in
primary-registrations = { $count ->
    [0] See the registrations
    [one] See { $count } registration
   *[other] See { $count } registrations
}

people-count-online = Online
people-count-in_person = In person
people-count-pending = Awaiting a decision
people-count-waitlisted = On the waiting list
people-count-unconfirmed = Address not confirmed

gap-untranslated = { $count ->
    [one] { $count } text is not translated: { $language }
   *[other] { $count } texts are not translated: { $language }
}
gap-no-link = There is no link to join yet. You are reminded before it has to leave.
gap-no-venue = The venue is still to be announced
gap-no-lineup = A session has nobody in its line-up
gap-begun = It has begun already: check the date
gap-closed = Registration has closed already: check the date
gap-closes-after-start = Registration closes after the first session has started
gap-link-before-closing = The link leaves before registration closes: whoever registers later gets it later
gap-same-link = Attendees and speakers join at the same link
gap-no-code = It is by invitation, and there is no code
gap-guessable-address = The event is sensitive, and its address can be guessed

goes-out-registered = Confirmation of a place
goes-out-link = Link to join
goes-out-withdrawn = Withdrawal
goes-out-confirm_address = Request to confirm the address
goes-out-received = Receipt of a request
goes-out-waitlisted = Waiting list
goes-out-known = Registered already
goes-out-approved = Approval
goes-out-promoted = Place after waiting
goes-out-declined = Refusal
goes-out-decline_noted = Declined in the calendar
goes-out-reminder = Reminder
goes-out-changed = Change
goes-out-cancelled = Cancellation
goes-out-alarm = Alarm: the link is missing

publish-title = Check and publish
publish-check = Before it is public
publish-gaps = { $count ->
    [one] Look at this. It does not keep you from publishing.
   *[other] Look at these. They do not keep you from publishing.
}
publish-complete = Nothing is missing.
publish-mails = { $count ->
    [one] { $count } mail was tried, in every language.
   *[other] { $count } mails were tried, in every language.
}
publish-broken = These mails cannot be written
publish-closes = Registration closes on { $moment }.
publish-submit = Publish
publish-later = Not yet
publish-is-public = It has been published.

event-cancel-title = Cancel the event
event-cancel-told = { $count ->
    [0] Nobody is registered, so no mail leaves.
    [one] { $count } person is told by e-mail at once.
   *[other] { $count } people are told by e-mail at once.
}
event-cancel-entries = { $count ->
    [0] No calendar holds it.
    [one] It is taken out of the calendar of { $count } person.
   *[other] It is taken out of the calendars of { $count } people.
}
event-cancel-link = The link to join goes to nobody any more.
event-cancel-for-good = This cannot be undone. The next event can be made after this one.
event-cancel-reason = Why, for those who are told
event-cancel-reason-hint = It stands in the mail. Leave it empty to give no reason.
event-cancel-slug = short name
event-cancel-type-slug = Type { $slug } to cancel the event
event-cancel-submit = Cancel the event for good
event-cancel-not = Keep the event
event-cancel-cannot = Only a published event can be cancelled.

link-release-title = Release the link
link-release-text = { $count ->
    [0] Nobody is confirmed for online yet. Whoever is from now on gets the link at once.
    [one] { $count } person is confirmed for online and gets the link at once.
   *[other] { $count } people are confirmed for online and get the link at once.
}
link-release-missing = A link is still missing: its mails wait until it is entered.
link-release-submit = Release it now
link-release-not = Not yet
link-release-nothing = There is nothing to release: the link leaves by itself, or it has been released before.
address-new-title = An address that nobody can guess
address-new-text = The event gets a new address of random letters and digits, which says nothing about it.
address-new-breaks = { $count ->
    [0] The address above leads nowhere then. It may stand on other sites and in invitations: pass the new one on.
    [one] The address above leads nowhere then. { $count } person has a place or waits for one: links to the event’s page in mails that have left stop working, links to their own page and to join still work.
   *[other] The address above leads nowhere then. { $count } people have a place or wait for one: links to the event’s page in mails that have left stop working, links to their own pages and to join still work.
}
address-new-submit = Take a new address
address-new-not = Keep the address
address-new-nothing = Only sensitive events have such an address.
done-event-readdressed = The event has a new address. The old one leads nowhere.

event-duplicate-title = Make the next event after this one
event-duplicate-text = A draft of its own, which nobody sees until you publish it.
event-duplicate-keeps = Texts, hosts, questions and settings stay as they are.
event-duplicate-moves = Sessions and the closing of registration move by as many days as the first one.
event-duplicate-drops = Links, codes, line-up and registrations are left out.
event-duplicate-date = First day
event-duplicate-submit = Make the draft

done-saved = Saved.
done-saved-and-told = { $n ->
    [one] Saved. { $n } person is told by e-mail.
   *[other] Saved. { $n } people are told by e-mail.
}
done-saved-and-followed = { $n ->
    [one] Saved. Nobody holds the old link: the personal page of { $n } person leads to the new one at once.
   *[other] Saved. Nobody holds the old link: the personal pages of { $n } people lead to the new one at once.
}
done-unchanged = Nothing has changed.
done-event-made = The draft is made. Look at what is missing, then publish.
done-event-published = It is published. Whoever has the address can register.
done-published-before = It was published before.
done-event-cancelled = { $n ->
    [0] It is cancelled. Nobody had to be told.
    [one] It is cancelled. { $n } person is told by e-mail.
   *[other] It is cancelled. { $n } people are told by e-mail.
}
done-not-cancelled = Only a published event can be cancelled. Nothing was changed.
done-link-released = { $n ->
    [0] The link is released. Whoever is confirmed for online from now on gets it at once.
    [one] The link is released. { $n } person gets it now.
   *[other] The link is released. { $n } people get it now.
}
done-not-released = There was nothing to release.
done-event-duplicated = The draft is made. Check its dates, and give it a link.
