# An event: what pages, mails and calendar entries say about it.

kind-roundtable = Roundtable
kind-webinar = Webinar
kind-workshop = Workshop
kind-conference = Conference
kind-summit = Summit
kind-lecture = Lecture
kind-other = Event

format-in_person = In person
format-online = Online
format-hybrid = Hybrid: in person and online

facts-label = At a glance
fact-when = Date and time
fact-where = Where
fact-languages = Languages
fact-registration = Registration
fact-rules = In the room
fact-hosts = Hosts
fact-your-time = Your time:

where-online = Online
where-online-on = Online, on { $provider }
where-in-person = In person
where-to-be-announced = In person, venue to be announced
where-map = Map

link-after_close = The link is sent by e-mail after registration closes.
link-on_confirmation = The link is sent by e-mail as soon as your place is confirmed.
link-before_start = The link is sent by e-mail from { $moment } on.
link-manual = The link is sent by e-mail before the event.

interpretation-simultaneous-between = Simultaneous interpretation between { $from } and { $to }
interpretation-simultaneous = Simultaneous interpretation from { $from } into { $to }
interpretation-consecutive-between = Consecutive interpretation between { $from } and { $to }
interpretation-consecutive = Consecutive interpretation from { $from } into { $to }
interpretation-sign = Sign-language interpretation ({ $from })

rules-on_record = On the record: what is said may be quoted.
rules-chatham_house = Chatham House Rule: what is said may be used, but not who said it.
rules-recording = The event is recorded.
rules-photography = Photographs are taken.

host-organiser = { $count ->
    [one] Organiser
   *[other] Organisers
}
host-partner = { $count ->
    [one] Partner
   *[other] Partners
}
host-supporter = { $count ->
    [one] Supporter
   *[other] Supporters
}
host-sponsor = { $count ->
    [one] Sponsor
   *[other] Sponsors
}
host-media_partner = { $count ->
    [one] Media partner
   *[other] Media partners
}

role-speaker = { $count ->
    [one] Speaker
   *[other] Speakers
}
role-moderator = { $count ->
    [one] Moderator
   *[other] Moderators
}
role-discussant = { $count ->
    [one] Discussant
   *[other] Discussants
}
role-keynote = { $count ->
    [one] Keynote speaker
   *[other] Keynote speakers
}
role-interpreter = { $count ->
    [one] Interpreter
   *[other] Interpreters
}
role-opening = { $count ->
    [one] Opening remarks
   *[other] Opening remarks
}

to-be-announced = To be announced
programme = Programme
lineup = Who takes part
about = About this event
session-number = Session { $number }
session-languages = In { $languages }
session-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}

state-open = Registration open
state-not_yet = Opens soon
state-full = Full
state-closed = Registration closed
state-cancelled = Cancelled
state-over = Past event

door-open = Registration is open until { $moment }.
door-not_yet = Registration opens on { $moment }.
door-closed = Registration closed on { $moment }.
door-full = Every place is taken.
door-waitlist = You can join the waiting list until { $moment }.
door-cancelled = This event has been cancelled. It will not take place.
door-over = This event has taken place.
door-approval = The organiser confirms each place.
door-invitation = By invitation: you need the code from your invitation.
