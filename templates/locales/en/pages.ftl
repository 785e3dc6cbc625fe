# What stands on the public pages around the event itself.

skip-to-content = Skip to content
languages-label = Language
all-events = All events
to-the-event = To the event page

home-title = Events
home-upcoming = Coming up
home-past = Past events
home-empty = No event is announced at the moment. New ones appear on this page.
feed = Calendar of all events

button-register = Register
button-waitlist = Join the waiting list
calendar-add = Add to calendar
calendar-hint = The calendar file of the event. Everybody who registers gets an entry of their own by e-mail; add only one of the two.

questions-to = Questions? Write to { $contact }.

refused-title-not_yet = Registration has not opened yet
refused-title-full = Every place is taken
refused-title-closed = Registration has closed
refused-title-cancelled = This event has been cancelled
refused-title-over = This event has taken place
refused-next-not_yet = Come back after that moment: the form will be on the event page.
refused-next-full = Places that become free are given to later registrations: come back later, or write to { $contact }.
refused-next-waitlist = Join the waiting list: the organiser writes to those on it when a place becomes free.
refused-next-closed = For a late request, write to { $contact }.
refused-next-cancelled = Look for other events on our list, or write to { $contact }.
refused-next-over = Look for the next events on our list, or write to { $contact }.
refused-nothing-saved = Nothing was saved.
typed-title = What you entered
typed-hint = Here are your answers, for you to copy.

next-title = Check your e-mail
next-lead = Your request has reached us. We have written to the address you gave.
next-registered = A message from { $sender } arrives within the next few minutes, with everything about your place.
next-waitlisted = Every place is taken: a message from { $sender } arrives within the next few minutes and says that you are on the waiting list. You are told by e-mail when a place becomes free.
next-received = A message from { $sender } arrives within the next few minutes. The organiser then decides on your request and tells you by e-mail.
next-confirm_address = A message from { $sender } arrives within the next few minutes. Open its link and press the button there: this confirms your address. Your place is held until then.
next-change = The message leads to your registration, where you can look at it, change it or withdraw it.
next-missing = No message? Look in the spam folder, then write to { $contact }.
next-steps = What happens next

own-title = Your registration
own-state-unconfirmed = Your address is not confirmed yet
own-state-pending = The organiser is looking at your request
own-state-waitlisted = You are on the waiting list
own-state-confirmed = Your place is confirmed
own-state-declined = The organiser could not give you a place
own-state-cancelled = Your registration is withdrawn
own-next-unconfirmed = Press the button to confirm that this address is yours. All mails about the event come from { $sender }.
own-next-pending = You get an e-mail from { $sender } as soon as there is a decision.
own-next-waitlisted = You get an e-mail from { $sender } when a place becomes free.
own-next-confirmed = All mails about the event come from { $sender }.
own-next-declined = Look for other events on our list.
own-next-cancelled = Your place is free for somebody else. A message that takes the entry out of your calendar is on its way.
own-link-sent = The link to join was sent to your address by e-mail from { $sender }. Look in the spam folder, too.
own-entered = What you entered
own-registered-at = Registered on { $moment }
own-withdraw = Withdraw
own-withdraw-title = Withdraw your registration
own-withdraw-text = Your place is given up, and the entry is taken out of your calendar.
own-withdraw-button = Yes, withdraw my registration
own-register-again = Register again

conflict-title = This form was sent before, with other answers
conflict-text = Your first registration is kept as it was; the new answers were not saved. To change your registration, open the link in the message you got. To register somebody else, start with a fresh form.
conflict-fresh = Open a fresh form

problem-400-title = This request could not be read
problem-400-text = Nothing was saved. Open the event page and send the form from there.
problem-401-title = Sign in first
problem-401-text = You are not signed in, or not any more. Nothing was changed. Sign in, go back and send the form again.
problem-403-title = This is not allowed
problem-403-text = The request came from another site, or is for somebody with another role. Nothing was changed. Open the page here and send the form from it.
problem-404-title = There is no page at this address
problem-404-text = The link may be incomplete, or no longer in use. Copy the whole address from your message, or start from the list of events.
problem-405-title = This address is for sending a form
problem-405-text = Open the event page and start from there.
problem-408-title = The form took too long to arrive
problem-408-text = Nothing was saved. Go back and send the form again.
problem-413-title = That was too much to send
problem-413-text = Nothing was saved. Go back, shorten your answers and send the form again.
problem-421-title = This site has another address
problem-421-text = Use the address from your invitation or from the organiser’s web site.
problem-429-title = Too many requests at once
problem-429-text = Nothing was saved. Wait a few minutes, go back and send the form again.
problem-500-title = Something went wrong on our side
problem-500-text = Nothing was saved. Go back and try again in a few minutes.
problem-503-title = The service is busy
problem-503-text = Nothing was saved. Wait a minute, go back and try again.
own-confirm-button = Confirm my address
