# An event's mail: who gets what, when; words, times, messages, announcements.

mail-title = Mail
mail-nav-label = Pages about mail
mail-nav-timeline = Who gets what, when
mail-nav-messages = Messages
mail-nav-announcements = Announcements
mail-nav-words = Wording
mail-nav-times = Times
mail-back = Back to the timeline
mail-subject = Subject
mail-untranslated = Not translated
mail-coming = Still to come
mail-now = Now
mail-nothing-coming = Nothing is planned
mail-nothing-coming-text = What an event will send to many stands here, with its time and its numbers, before it leaves.
mail-gone = Sent to many
mail-personal = To people one by one
mail-personal-lead = Confirmations and decisions leave as soon as they are made.
mail-personal-none = None so far.
mail-draft = This event is a draft: nothing is planned and nothing leaves before it is published.
mail-cancelled = This event is cancelled: only the mails about that still leave.
mail-link-held = The link is on hold although its time has come: nobody has got it. Let it go as soon as you can.
mail-paused-operator = All mail is paused.
mail-paused-server = The mail server refuses to take mail, so all of it waits.
mail-paused-since = Since { $moment } nothing leaves, for any event.
mail-paused-owner = An owner of the organisation can let it go again.
mail-resume-all = Let all mail go again
mail-no-link = The link is missing. Enter it under “Details”; the mail then leaves by itself.
mail-total = { $count ->
    [one] One mail
   *[other] { $count } mails
}
mail-to-organisers = To those who run the event
mail-to-lineup = { $count ->
    [one] To one person in the line-up
   *[other] To { $count } people in the line-up
}
mail-in-language = { $language }: { $count }
mail-all-in-language = all in { $language }
mail-more-sessions = { $count ->
    [one] and one more
   *[other] and { $count } more
}
mail-done-at = The last leaves about { $moment }.
mail-wait-held = On hold
mail-wait-skipped = Skipped
mail-wait-no-link = Link missing
mail-wait-quiet = After the quiet hours
mail-wait-word = Waits for your word
mail-when-you-say = When you say so
mail-overtaken = Somebody else changed the event at the same moment. Look at it, and save once more
mail-preview = Look at it
mail-open = Open
mail-words = Edit its words
mail-hold = Hold
mail-skip = Skip
mail-resume = Let it go
mail-release = Send the link now
mail-one-by-one = Messages one by one
mail-column-kind = Mail
mail-column-states = How many
mail-column-actions = What can be done

mail-kind-registered = You are registered
mail-kind-link = The link to join
mail-kind-withdrawn = Registration withdrawn
mail-kind-confirm_address = Confirm your address
mail-kind-received = Request received
mail-kind-waitlisted = On the waiting list
mail-kind-known = Registered already
mail-kind-approved = Request approved
mail-kind-promoted = A place after waiting
mail-kind-offer = A place is offered
mail-kind-declined = Request declined
mail-kind-decline_noted = Declined in the calendar
mail-kind-resent = Sent again
mail-kind-reminder = Reminder
mail-kind-changed = Something has changed
mail-kind-cancelled = The event is cancelled
mail-kind-alarm = Alarm: the link is missing
mail-kind-lineup_invitation = Invitation to the line-up
mail-kind-lineup_link = The link for the line-up
mail-kind-announcement = Announcement
mail-kind-follow_up = Follow-up
mail-kind-test = Test
mail-kind-retention = Data will be deleted
mail-kind-other = Another mail

mail-state-scheduled = Waiting
mail-state-leased = Being sent
mail-state-retry = Tried again later
mail-state-sent = Sent
mail-state-failed = Not delivered
mail-state-suppressed = Not needed any more
mail-state-uncertain = Uncertain
mail-state-dead = Could not be made

mail-state-count-scheduled = { $count } waiting
mail-state-count-leased = { $count } being sent
mail-state-count-retry = { $count } tried again later
mail-state-count-sent = { $count } sent
mail-state-count-failed = { $count } not delivered
mail-state-count-suppressed = { $count } not needed any more
mail-state-count-uncertain = { $count } uncertain
mail-state-count-dead = { $count } could not be made

mail-registration-unconfirmed = address not confirmed
mail-registration-pending = awaits a decision
mail-registration-waitlisted = on the waiting list
mail-registration-confirmed = has a place
mail-registration-declined = declined
mail-registration-cancelled = withdrawn

preview-title = Look at: { $kind }
preview-in = The mail in { $language }
preview-frame = The mail as it looks, in { $language }
preview-text = The same as plain text
preview-of-person = In { $language }, as it goes to
preview-of-sample = As it goes to somebody who has just registered.
preview-placeholder = A placeholder stands for the link to join, and the links to the reader’s own page lead nowhere.
preview-languages = Languages of the mail
preview-search-title = For a real person
preview-search = Name or address
preview-search-submit = Find
preview-nobody = Nobody of that name is registered.
preview-sample = Back to the sample

test-title = Send a test to me
test-lead = It goes to { $address }, marked as a test, without a calendar entry.
test-languages = Languages
test-submit = Send the test
test-subject = [Test] { $subject }

placeholders-lead = These are filled in when a mail is written. A brace that is meant as such is written twice.
placeholder-title = the event’s title
placeholder-date = the day or days
placeholder-hours = from when to when, with the zone
placeholder-organiser = who runs the event
placeholder-closes = the last minute of registration

phrase-unknown = “{ $name }” is no placeholder. Use one of those listed, or write the braces twice
phrase-many = Use 50 placeholders or fewer
phrase-open = Close the brace “{"{"}”, or write it twice
phrase-close = Open the brace “{"}"}”, or write it twice
phrase-link = Take the meeting link out: only the mail with the link may hold it
phrase-subject-long = Shorten the subject to 150 characters or fewer
phrase-lead-long = Shorten the opening to 2,000 characters or fewer
phrase-text-long = Shorten the text to 20,000 characters or fewer
phrase-in = { $what } ({ $language })

words-title = Wording
words-lead = Every mail has words of ours in every language. Put yours in their place: subject and opening are yours, the facts below them stay.
words-column-own = Your words
words-ours = Ours
words-of = Words of: { $kind }
words-back = All wordings
words-form-lead = Leave a field empty, and our own words stand there.
words-lead-field = Opening
words-submit = Save the words

times-title = Times
times-reminders = Reminders
times-reminders-hint = So long before each session starts. An empty row is no reminder.
times-count = Reminder { $number }
times-unit = Unit
times-unit-m = minutes
times-unit-h = hours
times-unit-d = days
times-quiet = Quiet hours
times-quiet-hint = In these hours, on the event’s clock, nothing leaves that goes to many, unless it would come too late. Leave both empty for none.
times-quiet-from = From
times-quiet-to = To
times-submit = Save the times
times-moved-lead = With these times, the mails below leave otherwise. Nothing is saved yet.
times-moved-same = { $count ->
    [one] { $count } other mailing leaves as before.
   *[other] { $count } other mailings leave as before.
}
times-count-malformed = Enter a whole number from 1 to 999
times-quiet-missing = Enter both times of the quiet hours, or none
times-quiet-malformed = Enter a time such as 22:00
times-quiet-same = Enter two different times

messages-title = Messages
messages-all-kinds = All mails
messages-all-states = All states
messages-state = State
messages-filter = Show
messages-total = { $count ->
    [one] One message
   *[other] { $count } messages
}
messages-who = To
messages-due = When
messages-reply = Last word of the mail server
messages-id = Message-ID
messages-organisers = Organisers
messages-attempts = { $count ->
    [one] tried once
   *[other] tried { $count } times
}
messages-send-retry = Try again
messages-send-again = Send once more
messages-send-now = Send now
messages-give-up = Give up
messages-pages = Pages of messages
messages-first = The latest
messages-next = Earlier ones
messages-none = No message here
messages-none-text = As soon as the event sends something, every message stands here with what became of it.

announce-title = Announcements
announce-new = Write an announcement
announce-back = All announcements
announce-none = Nothing announced yet
announce-none-text = Tell attendees what is new, or send the recording when it is over. You see what will happen before anything leaves.
announce-drafts = Drafts
announce-written = last written { $moment }
announce-past = Handed in
announce-when = When
announce-made = Mails
announce-sent = Sent
announce-standing-waits = Waits
announce-standing-begun = Leaving
announce-standing-gone = Done
announce-standing-stopped = Stopped
announce-standing-late = Came too late
announce-texts = What you say
announce-texts-hint = The text is Markdown. Who reads a language without a text gets it in another one, marked as such.
announce-text = Text
announce-to-whom = To whom, and when
announce-kind = What it is
announce-kind-announcement = An announcement, before or during the event
announce-kind-follow_up = A follow-up, after the event
announce-to = To
announce-to-confirmed = Those who have a place
announce-to-waitlisted = Those on the waiting list
announce-to-pending = Those who await a decision
announce-to-everybody = All of these
announce-mode = Attending
announce-mode-any = in any way
announce-mode-online = online
announce-mode-in_person = in person
announce-session = Session
announce-session-any = Any session
announce-languages = Only readers of
announce-languages-hint = Tick none to reach readers of every language.
announce-send-at = When it leaves
announce-send-at-hint = On the event’s clock ({ $zone }). Empty: at once, or for a follow-up at the end of the event.
announce-recording = Link to the recording
announce-survey = Link to a survey
announce-check = Check before sending
announce-subject-missing = Enter a subject in at least one language
announce-text-missing = Enter a text in at least one language
announce-pair-missing = Enter both subject and text in { $language }, or neither
announce-send-at-malformed = Enter a day and time such as 2026-11-24T10:00
announce-send-at-impossible = Enter another time: this one does not exist, or exists twice, since the clocks change
announce-send-at-past = Enter a time that is still to come
announce-send-at-late = Enter a time before the end of the event
announce-send-at-long = Enter a time within 14 days after the end of the event
announce-link-malformed = Enter an address that begins with https://
announce-link-kind = A recording or a survey belongs in a follow-up
announce-slug = Type the event’s short name to send it to so many
announce-slug-wrong = Type the short name exactly as it stands
announce-not-published = The event is not published, or was cancelled: nothing can be announced
announce-over = The event is over: write a follow-up in its place
announce-long-over = The event was over more than 14 days ago
announce-before = The very same was announced before. Send it again only if that is meant
announce-progress = { $sent } of { $count ->
    [one] one mail sent
   *[other] { $count } mails sent
}
announce-rest = { $count ->
    [one] One mail waits and leaves { $moment }.
   *[other] { $count } mails wait and leave { $moment }.
}
announce-stop = Stop
announce-stop-text = { $count ->
    [one] Stopping keeps back the mail that has not left.
   *[other] Stopping keeps back the { $count } mails that have not left.
}

draft-title = Check before sending
draft-edit = Edit
draft-consequences = What will happen
draft-at = Leaves { $moment }.
draft-now = Leaves at once.
draft-ahead = The first { $count } go ahead, one in each language; all others follow { $moment }. Until then you can stop it.
draft-silent = Says nothing in:
draft-send = { $count ->
    [one] Send one mail
   *[other] Send { $count } mails
}
draft-send-again = Send it again all the same
draft-discard = Throw the draft away
draft-discard-text = Nobody has been told of it.

done-mail-held = It is on hold. Nothing of it leaves until you let it go.
done-mail-skipped = It is skipped. It does not leave.
done-mail-resumed = It goes again.
done-mail-moved-on = The plan has changed meanwhile. Look at it again.
done-mail-released = The link is released: it leaves now.
done-mail-going = Mail goes again.
done-mail-words = The words are saved. Mails that leave from now on use them.
done-mail-times = The times are saved. The timeline shows them.
done-mail-tested = { $n ->
    [one] A test is on its way to you.
   *[other] { $n } tests are on their way to you.
}
done-message-due = It is sent now.
done-message-not = It cannot be sent again: it has left, is of no use any more, or a newer one took its place.
done-message-given-up = It is given up.
done-announced = It is handed in.
done-announcement-stopped = { $n ->
    [one] Stopped. One mail was kept back.
   *[other] Stopped. { $n } mails were kept back.
}
done-announcement-over = Nothing of it was left to keep back.
done-draft-discarded = The draft is gone.
