# Line-ups, the directory of people, and the pages of those who appear.

lineup-role-speaker = speaker
lineup-role-moderator = moderator
lineup-role-discussant = discussant
lineup-role-keynote = keynote speaker
lineup-role-interpreter = interpreter
lineup-role-opening = opening remarks

lineup-state-idea = Idea
lineup-state-invited = Asked
lineup-state-confirmed = Confirmed
lineup-state-declined = Declined
lineup-state-withdrawn = Withdrawn

lineup-field-role = Role
lineup-field-state = State
lineup-field-state-hint = Only confirmed names are public.
lineup-field-name = Name
lineup-field-position = Position
lineup-field-organisation = Organisation
lineup-field-bio = About them
lineup-field-email = Mail address
lineup-field-email-hint = For the invitation and the link to join. It is never shown.
lineup-field-channel = Channel
lineup-field-channel-hint = For interpreters: the one that they work in.
lineup-channel = From { $from } into { $to }
lineup-channel-any = No single one
lineup-field-place = Place
lineup-field-in = { $field } in { $language }

lineup-title = Line-up
lineup-tells-nobody = Changes here show on the public page at once. Attendees are not told by mail.
lineup-announce = Write an announcement
lineup-run-sheet = Run-sheet
lineup-interpreters = Sheet for interpreters
lineup-sessions = Sessions
lineup-standing = { $confirmed } of { $places } confirmed
lineup-tasks = { $count ->
    [one] One thing to do
   *[other] { $count } things to do
}
lineup-need-unanswered = has not answered after two reminders. Call or write in person.
lineup-need-declined = has declined. Look for somebody else.
lineup-need-withdrew = had agreed and does not come. Look for somebody else.
lineup-unasked = { $count ->
    [one] One person with an address has not been asked by mail yet.
   *[other] { $count } people with an address have not been asked by mail yet.
}
lineup-ask-all = { $count ->
    [one] Ask this person by mail
   *[other] Ask all { $count } by mail
}
lineup-ask = Ask by mail
lineup-ask-again = Send the mail again
lineup-asked = Asked by mail on { $moment }.
lineup-gaps = Still missing:
lineup-gap-email = mail address
lineup-gap-name = name in { $language }
lineup-gap-bio = text about them in { $language }
lineup-gap-photo = photo
lineup-gap-consent = consent to the photo
lineup-up = Move up
lineup-down = Move down
lineup-move-to = Move to position (1 to { $count })
lineup-move = Move
lineup-moved = { $name } moved to { $place } of { $count }
lineup-role-up = Move this role up
lineup-more = More
lineup-set-state = Set
lineup-edit = Edit
lineup-withdraw = Withdraw or replace
lineup-off = Not taking part
lineup-note = Noted
lineup-replace = Replace
lineup-remove = Remove
lineup-empty-title = Nobody is in this session yet
lineup-empty-text = Add people one by one, or paste them from a spreadsheet. Nobody is told before you ask them.
lineup-add = Add somebody
lineup-add-title = Add somebody to the session
lineup-add-submit = Add to the line-up
lineup-open-hint = Leave the name empty for a place that is to be announced.
lineup-paste = Paste a spreadsheet
lineup-back = Back to the line-up
lineup-save = Save
lineup-from-directory = From the directory
lineup-nobody-found = Nobody in the directory is called so. Fill in the form to add somebody new.
lineup-their-page = Their own page
lineup-their-page-text = The invitation brings a link to a page where they confirm or decline, say how they are introduced, and give a photo. They need no account.
lineup-revoke = Make their link useless
lineup-person = Entry in the directory
lineup-leaves = When they do not come
lineup-remove-mistake = Remove an entry made by mistake
lineup-replace-title = In place of { $name }

lineup-withdraw-title = Withdraw { $name }
lineup-withdraw-told = Who is told
lineup-withdraw-page = The public page shows them no more, at once.
lineup-withdraw-attendees = Attendees are not told by mail.
lineup-withdraw-person = They were never asked from here, so nothing is sent to them.
lineup-withdraw-person-asked = They get no mail about it: write to them in person. Their link to the page stays, without the link to join.
lineup-withdraw-submit = Withdraw
lineup-withdraw-replace = Withdraw and name somebody else
lineup-withdraw-expected = { $count ->
    [0] Nobody has a place in this session yet.
    [one] { $count } person has a place in this session.
   *[other] { $count } people have a place in this session.
}
lineup-remove-title = Remove { $name }
lineup-remove-asked = They were asked by mail: the link to their own page stops working, and their answer is lost.
lineup-session = Session

lineup-overtaken-title = Somebody else was quicker
lineup-overtaken-text = While this page was open, the event was changed. Nothing of yours is saved yet, and nothing you typed is lost: look at what is different, then do it again.
lineup-actor-colleague = A former colleague
lineup-actor-self = The person themselves
lineup-actor-operator = The operator of the service
lineup-change-added = { $actor } added { $who }
lineup-change-changed = { $actor } changed { $who }
lineup-change-moved = { $actor } moved { $who }
lineup-change-role_moved = { $actor } moved the role of { $who } up
lineup-change-state = { $actor } set the state of { $who }
lineup-change-withdrawn = { $actor } withdrew { $who }
lineup-change-removed = { $actor } removed { $who }
lineup-change-noted = { $actor } took note of the answer of { $who }
lineup-change-photo = { $actor } changed the photo of { $who }
lineup-change-invited = { $actor } asked { $who } by mail
lineup-change-revoked = { $actor } made the link of { $who } useless
lineup-change-answered = { $actor } answered: { $who }
lineup-change-described = { $actor } wrote about { $who }
lineup-change-event = { $actor } changed the details of the event

lineup-problem-email = Enter an address such as name@example.org
lineup-problem-long = Shorten this text
lineup-problem-link = Take the link to the meeting out of this text

photo-title = Photo
photo-choose = Choose a photo
photo-replace = Choose another photo
photo-hint = JPEG, PNG or WebP, up to 5 MB. Where and when it was taken is removed from the file.
photo-crop = Part to keep
photo-crop-hint = A square suits the round picture beside a name best. It is cut out when the photo is saved.
photo-crop-whole = The whole photo
photo-crop-start = A square at the top, or at the left of a wide photo
photo-crop-middle = A square in the middle
photo-crop-end = A square at the bottom, or at the right of a wide photo
photo-alt = What the photo shows
photo-alt-hint = For people who do not see it, such as “A woman at a lectern”.
photo-no-alt = Photo without a description
photo-consent = The person agreed that the photo is shown publicly
photo-consent-own = I agree that my photo is shown on the public page of the event
photo-submit = Save the photo
photo-remove = Remove the photo
photo-problem-missing = Choose a file first
photo-problem-heavy = Choose a file of up to 5 MB
photo-problem-format = Choose a JPEG, PNG or WebP file
photo-problem-pixels = Choose a smaller picture, of up to 40 million pixels
photo-problem-damaged = This file is damaged. Choose another
photo-problem-slow = The picture took too long. Try a smaller one

paste-title = Paste a spreadsheet
paste-rows = Rows
paste-hint = Copy the cells in your spreadsheet and paste them here: role, name, position, organisation, mail address. A first row with these headings may put them in another order; exports of Eventbrite, pretix, Zoom and Indico are understood as they are.
paste-language = Language of these texts
paste-submit = Look at it first
paste-preview = { $count ->
    [one] One person
   *[other] { $count } people
}
paste-wrong = { $count ->
    [one] One cell has to be changed. Nobody is added before that.
   *[other] { $count } cells have to be changed. Nobody is added before that.
}
paste-confirm = { $count ->
    [one] Add this person
   *[other] Add all { $count }
}
paste-problem-role = Use speaker, moderator, discussant, keynote, interpreter or opening
paste-problem-name = Enter a name
paste-problem-twice = This name is in the session already
paste-problem-empty = Paste at least one row
paste-problem-many = Paste up to 200 rows at once

people-title = People
people-add = Add somebody
people-add-submit = Add to the directory
people-search = Search by name or organisation
people-find = Search
people-all = Show everybody
people-count = { $count ->
    [0] Nobody is called so.
    [one] One person
   *[other] { $count } people
}
people-paste-hint = Copy the cells in your spreadsheet and paste them here: name, position, organisation, mail address. A first row with these headings may put them in another order. You see everybody before anybody is entered.
people-paste-known = in the directory already: stays as it is
people-appearances = Appearances
people-empty-title = Nobody is in the directory yet
people-empty-text = Whoever you put into a line-up stands here by themselves, ready for the next event.
people-pages = Pages
people-previous = Previous page
people-next = Next page
people-back = Back to the directory
people-hint = For line-ups to come. What past events say of people never changes.
people-appeared = Where they appeared
people-as-of-then = At that time
people-remove-title = Remove from the directory
people-remove-text = They appear in no line-up.
people-remove = Remove
people-nothing = nothing
people-overtaken-text = While this page was open, the entry was changed. What you typed is below; this is what the entry says now:
people-problem-name = Enter a name in at least one language
people-problem-taken = Somebody of this name is in the directory already

sheet-run = Run-sheet
sheet-interpreters = Sheet for interpreters
sheet-back = Back
sheet-about = Position and organisation
sheet-printed = As of { $moment }

appearing-title = Your part in the programme
appearing-you = Welcome
appearing-asked = The organiser would like you to take part. Confirm or decline below; it needs no account.
appearing-over = This event is over. Nothing can be changed here any more.
appearing-cancelled = This event does not take place.
appearing-state-invited = Not answered yet
appearing-state-confirmed = Confirmed
appearing-state-declined = Declined
appearing-state-withdrawn = Withdrawn
appearing-confirm = I take part
appearing-confirm-all = { $count ->
    [one] I take part
   *[other] I take part in all { $count }
}
appearing-decline = I cannot take part
appearing-withdraw = I cannot come after all
appearing-decline-text = The organiser is told at once and may give the place to somebody else.
appearing-decline-button = Tell the organiser
appearing-with = With:
appearing-join-from = Your link to join is here, and comes by mail, from { $moment } on.
appearing-channels = Interpretation
appearing-participants = Who takes part, and their questions
appearing-sheet = Sheet with agenda and names
appearing-words = How you are introduced
appearing-words-text = This stands on the public page once you have confirmed. Write it in as many languages as you can.
appearing-words-submit = Save
appearing-channel = Your channel: from { $from } into { $to }
tech-check = Technical check
tech-check-text = Somebody is there to try out camera and microphone with you from { $moment } on.
tech-check-none = none is agreed on
tech-check-set = Set
appearing-done-confirmed = You take part. Thank you.
appearing-done-declined = The organiser knows that you do not take part.
appearing-done-already = This was noted before.
appearing-done-late = It is too late to change this here. Write to the organiser.
appearing-done-words = Your words are saved.
appearing-done-photo = Your photo is saved.
appearing-done-photo-gone = Your photo is removed.

participants-title = Who takes part
participants-count = { $count ->
    [0] Nobody is confirmed yet.
    [one] One person is confirmed.
   *[other] { $count } people are confirmed.
}
participants-text = Keep these names to yourself.

done-lineup-added = Added to the line-up.
done-lineup-changed = Saved.
done-lineup-state = The state is set.
done-lineup-note = Noted.
done-lineup-remove = Removed.
done-lineup-revoke = Their link leads nowhere any more. Send the mail again for a new one.
done-lineup-role = The order of roles is changed.
done-lineup-withdrawn = Withdrawn.
done-lineup-replaced = Replaced.
done-lineup-photo = The photo is saved.
done-lineup-invited = { $n ->
    [one] One mail is on its way.
   *[other] { $n } mails are on their way.
}
done-lineup-not-reached = Nobody could be asked: an address is missing, or the session is over.
done-lineup-pasted = { $n ->
    [one] One person is added.
   *[other] { $n } people are added.
}
done-person-added = Added to the directory.
done-person-changed = Saved.
done-person-photo = The photo is saved.
done-person-removed = Removed from the directory.
done-person-appears = They appear in a line-up and stay in the directory.
