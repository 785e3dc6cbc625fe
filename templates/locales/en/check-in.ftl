# The door: check-in, lists and badges.

check-in-list = Printable list
check-in-badges = Badges
check-in-present = { $n ->
    [one] is there, of { $expected } expected in the room
   *[other] are there, of { $expected } expected in the room
}
check-in-over = This session is over, or the event does not take place. Arrivals can still be noted.
check-in-session = Session
check-in-words = Name or organisation
check-in-who = Show
check-in-who-all = Everybody
check-in-who-expected = Still expected
check-in-who-present = Already there
check-in-headset = Headset: { $language }
check-in-headset-column = Headset
check-in-came = Came { $moment } ({ $who })
check-in-button = Check in
check-in-undo = Take back
check-in-none-title = Nobody found
check-in-none-text = Only confirmed people stand here. Try fewer letters of the name, or another session.
check-in-other-sessions = Other sessions
check-in-no-place = This person has no confirmed place. An organiser can decide.
check-in-all = To the door
check-in-print-hint = Print this page with your browser (Ctrl P).
check-in-there = There
badges-none-text = Badges are for those who are confirmed for the room.
badge-rules-chatham_house = Chatham House Rule
badge-rules-on_record = On the record
badge-no-photos = No photographs.
badge-recorded = This event is recorded.
own-code-title = For the door
own-code-label = Code for check-in
own-code-text = Show this code at the entrance, on your phone or printed. Your name does it, too.
done-checked-in = Checked in.
done-checked-in-before = Was checked in before.
done-check-in-undone = The check-in is taken back.
done-no-place = Not checked in: there is no confirmed place for this session.
