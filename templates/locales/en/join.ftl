# Joining by a page of one's own.

join-kicker = Joining online
join-title-waiting = The meeting is not open yet
join-title-late = The link is not there yet
join-title-open = You can join now
join-title-away = The meeting does not answer
join-title-over = The meeting is over
join-title-room = You are expected in the room
join-waiting = From { $moment } on, half an hour before the start, this page has a button that takes you to the meeting. Nothing is needed until then; the address of this page stays the same.
join-late = The organiser has not released the link yet. As soon as they do, this page has a button that takes you to the meeting.
join-open = The button takes you to the meeting itself, at another service: it sees your connection and the name that you enter there.
join-open-on = The button takes you to the meeting itself, at { $provider }: it sees your connection and the name that you enter there.
join-open-own = The button takes you to the meeting itself, at { $provider }, by a link that is made for you alone: it is given your name and sees your connection.
join-away = The meeting service did not answer when it was asked for your link. Nothing is lost: wait a moment and try again.
join-again = Try again
join-over = There is nothing to join any more.
join-recording = The organiser has put up a recording or notes, for those who had a place.
join-recording-button = To the recording or notes
join-look = Look again
join-nothing = There is nothing to join at this address any more.
join-no-place = This page opens the meeting for those who have a place. The messages about your registration say what you can do.
join-room = You have a place in the room, so there is nothing to join online.

mail-join-page = It opens a page of your own, which has a button to the meeting from half an hour before the start. Should the link to the meeting change, the page leads to the new one.
