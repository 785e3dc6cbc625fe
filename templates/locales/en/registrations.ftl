# Registrations: the list, decisions, adding, importing, exporting.

registration-state-unconfirmed = Address not confirmed
registration-state-pending = Request
registration-state-waitlisted = Waiting list
registration-state-confirmed = Confirmed
registration-state-declined = Declined
registration-state-cancelled = Withdrawn

registrations-count-unconfirmed = { $n ->
    [one] address to be confirmed
   *[other] addresses to be confirmed
}
registrations-count-pending = { $n ->
    [one] request to decide on
   *[other] requests to decide on
}
registrations-count-waitlisted = on the waiting list
registrations-count-confirmed = confirmed
registrations-count-declined = declined
registrations-count-cancelled = withdrawn
registrations-counted = Counted at { $moment }
registrations-places-online = Online { $taken } of { $capacity } places.
registrations-places-in_person = In the room { $taken } of { $capacity } places.
registrations-over = Over by { $n }

registrations-add = Add by hand
registrations-import = Import a list
registrations-export = Export
registrations-empty-title = Nobody has registered yet
registrations-empty-text = Whoever registers stands here at once. You can also add people by hand, or import a list.
registrations-none-title = Nothing found
registrations-none-text = Use fewer words or other filters.
registrations-found = { $n ->
    [one] { $n } registration
   *[other] { $n } registrations
}
registrations-filter-words = Name, organisation or address
registrations-filter-state = State
registrations-filter-mode = Mode
registrations-filter-language = Language
registrations-filter-session = Session
registrations-filter-country = Country
registrations-filter-tag = Tag
registrations-filter-order = Order
registrations-filter-all = All
registrations-filter-submit = Show
registrations-filter-reset = Show all
registrations-order-newest = Newest first
registrations-order-oldest = Oldest first
registrations-order-name = By name
registrations-mode-online = Online
registrations-mode-in_person = In person
registrations-name = Name
registrations-about = Position and organisation
registrations-email = Mail address
registrations-state = State
registrations-mode = Mode
registrations-language = Language
registrations-at = Registered
registrations-tick = Tick
registrations-tick-page = Tick everybody on this page
registrations-undeliverable = Mail comes back
registrations-told-at = Told at { $moment }
registrations-pager-label = Pages
registrations-pager-previous = Previous page
registrations-pager-next = Next page
registrations-pager-page = Page { $page } of { $pages }

bulk-title = With those ticked
bulk-all = { $n ->
    [one] The one that is found
   *[other] All { $n } that are found, on every page
}
bulk-tag = Tag
bulk-tag-submit = Add the tag
bulk-hint = A decision can be taken back for five minutes; then the mail goes.
verb-approve = Approve
verb-waitlist = Put on the waiting list
verb-decline = Decline
verb-decline-ask = Decline…
verb-withdraw = Withdraw
verb-withdraw-ask = Withdraw…

undo-title = { $n ->
    [one] One decision can be taken back
   *[other] { $n } decisions can be taken back
}
undo-until = The mail goes at { $moment }.
undo-button = Take back
undo-row-confirmed = { $n ->
    [one] { $n } approved
   *[other] { $n } approved
}
undo-row-declined = { $n ->
    [one] { $n } declined
   *[other] { $n } declined
}
undo-row-waitlisted = { $n ->
    [one] { $n } put on the waiting list
   *[other] { $n } put on the waiting list
}
undo-row-cancelled = { $n ->
    [one] { $n } withdrawn
   *[other] { $n } withdrawn
}
told-full = { $n ->
    [one] For { $n } person no place is free.
   *[other] For { $n } people no place is free.
}
told-not-open = { $n ->
    [one] { $n } registration is in no state for this.
   *[other] { $n } registrations are in no state for this.
}
told-know-link = { $n ->
    [one] { $n } person was sent the joining link before: only another link keeps them out.
   *[other] { $n } people were sent the joining link before: only another link keeps them out.
}
told-listed = { $n ->
    [one] { $n } place was given to somebody else meanwhile: that person is now last on the waiting list.
   *[other] { $n } places were given to others meanwhile: those people are now last on the waiting list.
}
told-stay = { $n ->
    [one] { $n } decision stays: the mail has left, or something else has happened since.
   *[other] { $n } decisions stay: the mail has left, or something else has happened since.
}

decide-title-approve = { $n ->
    [one] Approve { $n } registration
   *[other] Approve { $n } registrations
}
decide-title-waitlist = { $n ->
    [one] Put { $n } registration on the waiting list
   *[other] Put { $n } registrations on the waiting list
}
decide-title-decline = { $n ->
    [one] Decline { $n } registration
   *[other] Decline { $n } registrations
}
decide-title-withdraw = { $n ->
    [one] Withdraw { $n } registration
   *[other] Withdraw { $n } registrations
}
decide-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
decide-told-approve = { $n ->
    [one] The person gets a place and a mail that says so.
   *[other] These { $n } people get a place, as far as places are free, and a mail that says so.
}
decide-told-waitlist = { $n ->
    [one] The person waits in the list and is told so by mail.
   *[other] These { $n } people wait in the list and are told so by mail.
}
decide-told-decline = { $n ->
    [one] The person is told by mail that there is no place.
   *[other] These { $n } people are told by mail that there is no place.
}
decide-told-withdraw = { $n ->
    [one] The registration is given up as the person asked, and a mail says so.
   *[other] These { $n } registrations are given up as the people asked, and a mail says so.
}
decide-undo = { $n ->
    [one] The mails go in { $n } minute; until then you can take it back.
   *[other] The mails go in { $n } minutes; until then you can take it back.
}
decide-places = { $n ->
    [one] { $n } of them has a place now. It becomes free, and the entry leaves the calendar.
   *[other] { $n } of them have a place now. It becomes free, and the entry leaves the calendar.
}
decide-submit-approve = { $n ->
    [one] Approve
   *[other] Approve all { $n }
}
decide-submit-waitlist = { $n ->
    [one] Put on the waiting list
   *[other] Put all { $n } on the waiting list
}
decide-submit-decline = { $n ->
    [one] Decline
   *[other] Decline all { $n }
}
decide-submit-withdraw = { $n ->
    [one] Withdraw
   *[other] Withdraw all { $n }
}
decide-cancel = Back without deciding
decide-nobody = Nobody is ticked.
registrations-reason = Reason
registrations-reason-in = Reason, in { $language }
registrations-type-name = Type { $name } to confirm
registrations-type-name-wrong = Type { $name } exactly, since this concerns many people

requests-title = Requests
requests-all = All registrations
requests-lead = { $n ->
    [one] { $n } request waits for a decision.
   *[other] { $n } requests wait for a decision.
}
requests-free = { $n ->
    [one] { $n } place is free.
   *[other] { $n } places are free.
}
requests-keys = Mark each request, then save. By keyboard: A approves, W puts on the waiting list, D declines, S leaves for later; J and K go down and up.
requests-marked = Marked:
requests-earlier = { $n ->
    [one] Confirmed for { $n } earlier event
   *[other] Confirmed for { $n } earlier events
}
requests-reason = Reason for those declined
requests-submit = Save the decisions
requests-none-title = No request waits
requests-none-text = Everything is decided.
mark-approve = Approve
mark-waitlist = Waiting list
mark-decline = Decline
mark-later = Later

one-facts = Facts
one-address-confirmed = Address confirmed
one-confirmed = Place given
one-reason = Reason given
one-sessions = Sessions
one-earlier = Before
one-answers = Answers
one-tags = Tags
one-tags-hint = Parted by commas; only organisers see them
one-tags-submit = Save tags
one-notes = Notes
one-note-hint = Only organisers see it
one-note-submit = Add note
one-note-remove = Remove
one-mails = Mail
one-mails-none = No mail yet.
one-mail-kind = What
one-mail-at = When
one-mail-reply = Answer of the server
one-calendar = Answer of the calendar
one-stays = Checked in
one-history = What happened
calendar-answer-accepted = Accepted
calendar-answer-tentative = Tentative
calendar-answer-declined = Declined

registration-mail-registered = Registered
registration-mail-link = Joining link
registration-mail-withdrawn = Withdrawn
registration-mail-confirm_address = Confirm the address
registration-mail-received = Request received
registration-mail-waitlisted = On the waiting list
registration-mail-known = Registered already
registration-mail-approved = Approved
registration-mail-promoted = Place from the waiting list
registration-mail-declined = Declined
registration-mail-decline_noted = Calendar says no
registration-mail-reminder = Reminder
registration-mail-changed = Changed
registration-mail-cancelled = Event cancelled
registration-mail-announcement = Announcement
registration-mail-follow_up = After the event
registration-mail-state-scheduled = To be sent
registration-mail-state-leased = Being sent
registration-mail-state-retry = Will be tried again
registration-mail-state-sent = Sent
registration-mail-state-failed = Turned away
registration-mail-state-suppressed = Not sent
registration-mail-state-uncertain = May have arrived
registration-mail-state-dead = Could not be written
registration-actor-attendee = The person
registration-actor-convoke = The service
registration-actor-operator = The operator
registration-actor-gone = Somebody who has left
registration-deed-registered = Registered
registration-deed-approved = Approved
registration-deed-declined = Declined
registration-deed-waitlisted = Put on the waiting list
registration-deed-withdrawn = Withdrawn
registration-deed-decision_undone = Decision taken back
registration-deed-promoted = Given a place from the list
registration-deed-address_confirmed = Address confirmed
registration-deed-hold_expired = Place given up: address not confirmed in time
registration-deed-undeliverable = Mail came back
registration-deed-note_added = Note added
registration-deed-note_removed = Note removed
registration-deed-tagged = Tags changed
registration-deed-checked_in = Checked in
registration-deed-check_in_undone = Check-in taken back

add-title = Add somebody
add-lead = They get a place at once and the usual confirmation by mail. No approval, code or consent is asked for.
add-language = Language of their mails
add-beyond = Add even though registration has closed or every place is taken
add-submit = Add
add-closed = Registration closed on { $moment }: tick the box to add somebody all the same
add-full = No place is free: tick the box to add somebody all the same
add-over = The event is over or does not take place: nobody can be added
add-known = This address has registered already
add-known-link = Open that registration

export-title = Export registrations
export-lead = { $n ->
    [one] One registration, as the list shows it.
   *[other] { $n } registrations, as the list shows them.
}
export-columns = Columns
export-columns-hint = Take only what you need: what has left here cannot be deleted from here.
export-purpose = What is the list for?
export-purpose-hint = One line, kept in the log with your name and the columns.
export-purpose-missing = Say in a few words what the list is for
export-kept = { $n ->
    [0] Here the data is deleted when the event is over. Delete the file then, too.
    [one] Here the data is deleted { $n } day after the event. Delete the file then, too.
   *[other] Here the data is deleted { $n } days after the event. Delete the file then, too.
}
export-xlsx = Download for Excel (XLSX)
export-csv = Download as CSV
export-column-name = Name
export-column-state = State
export-column-email = Mail address
export-column-organisation = Organisation
export-column-position = Position
export-column-country = Country
export-column-language = Language
export-column-mode = Mode
export-column-sessions = Sessions
export-column-registered = Registered
export-column-answers = Answers to your questions
export-column-tags = Tags
export-column-source = Link followed

import-title = Import a list
import-lead = A list of people from a spreadsheet: at most { $n } rows. You see what would happen before anybody is added.
import-file = File
import-file-hint = CSV or text, separated by commas, semicolons or tabs. From Excel: Save as, CSV.
import-paste = Or paste from the spreadsheet
import-paste-hint = With the row of headings, such as Name, E-mail, Organisation.
import-submit = Look at it
import-empty = Choose a file, or paste rows
import-many = Split the list: it has more rows than are taken at once
import-large = Split the list: it is larger than 4 MB
import-preview-title = Look before anybody is added
import-again = Hand in another list
import-count = { $n ->
    [one] One row.
   *[other] { $n } rows.
}
import-new = { $n ->
    [0] Nobody would be added.
    [one] One person would be added.
   *[other] { $n } people would be added.
}
import-known = { $n ->
    [one] One has registered already and stays as is.
   *[other] { $n } have registered already and stay as they are.
}
import-gone = { $n ->
    [one] One has no place any more where the list comes from and is left out.
   *[other] { $n } have no place any more where the list comes from and are left out.
}
import-columns = What the columns hold
import-encoding = Letters look wrong? Read it as
import-encoding-auto = Found out by itself
import-mode = Mode, where the list does not say
import-line = Line
import-column = Column
import-value = What stands there
import-fault = What to do
import-faults = What is wrong
import-faults-title = Correct this in the list, then hand it in again
import-faults-count = { $n ->
    [one] One cell is wrong
   *[other] { $n } cells are wrong
}
import-more-faults = { $n ->
    [one] and one more
   *[other] and { $n } more
}
import-look = Look again
import-fate-new = new
import-fate-known = known
import-fate-gone = no place
import-fate-fault = wrong
import-beyond = Add them even though registration has closed or there are not as many places
import-told = Everybody added gets the usual confirmation by mail at once. All are added, or nobody.
import-add = { $n ->
    [one] Add one person
   *[other] Add { $n } people
}
import-column-number = Column { $n }
import-column-skip = (leave out)
import-column-name = Name
import-column-given = First name
import-column-family = Last name
import-column-email = Mail address
import-column-organisation = Organisation
import-column-position = Position
import-column-country = Country
import-column-mode = Mode
import-column-language = Language
import-column-sessions = Sessions
import-column-status = Status
import-sheet-empty = The list has no rows
import-sheet-no-name = Say which column holds the names
import-sheet-no-email = Say which column holds the mail addresses
import-sheet-twice = Two columns are taken for the same
import-sheet-over = The event is over or does not take place: nobody can be added
import-fault-name-missing = Enter a name
import-fault-text-long = Shorten it to 200 characters
import-fault-email-missing = Enter a mail address
import-fault-email-malformed = Enter an address such as name@example.org
import-fault-email-repeated = Keep this address once: it stands on line { $line } already
import-fault-mode-unknown = Write online or in person
import-fault-language-unknown = Write a language of the event, such as en or Arabic
import-fault-session-unknown = Write the sessions by their names or keys, parted by semicolons
import-fault-status-unknown = Write confirmed or cancelled once it is decided where the list comes from; or leave the column out

done-decided-approve = { $n ->
    [one] One registration is approved.
   *[other] { $n } registrations are approved.
}
done-decided-waitlist = { $n ->
    [one] One registration is on the waiting list.
   *[other] { $n } registrations are on the waiting list.
}
done-decided-decline = { $n ->
    [one] One registration is declined.
   *[other] { $n } registrations are declined.
}
done-decided-withdraw = { $n ->
    [one] One registration is withdrawn.
   *[other] { $n } registrations are withdrawn.
}
done-decided-several = { $n ->
    [one] One decision is made.
   *[other] { $n } decisions are made.
}
done-decision-undone = { $n ->
    [0] Nothing was taken back.
    [one] One decision is taken back.
   *[other] { $n } decisions are taken back.
}
done-nobody-chosen = Nothing was done: tick somebody first.
done-tagged = { $n ->
    [one] One registration has the tag.
   *[other] { $n } registrations have the tag.
}
done-registration-added = Added. The confirmation is on its way.
done-note-added = The note is added.
done-note-removed = The note is removed.
done-tags-set = The tags are saved.
done-imported = { $n ->
    [one] One person is added. The confirmation is on its way.
   *[other] { $n } people are added. The confirmations are on their way.
}
