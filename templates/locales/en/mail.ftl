# Mails and calendar entries.

mail-subject-registered = You are registered: { $title }
mail-lead-registered = You are registered for:
mail-subject-link = The link to join: { $title }
mail-lead-link = Here is your link to join:
mail-join = Join the event
mail-join-address = If the button does not open, copy this address:
mail-subject-withdrawn = Registration withdrawn: { $title }
mail-lead-withdrawn = Your registration is withdrawn. You are no longer registered for:
mail-subject-known = You are registered already: { $title }
mail-lead-known = Somebody, perhaps you, has just used your address to register again. Nothing has changed: your registration is kept as it was, for:
mail-subject-waitlisted = You are on the waiting list: { $title }
mail-lead-waitlisted = Every place is taken. You are on the waiting list for:
mail-subject-received = Your request has been received: { $title }
mail-lead-received = The organiser confirms each place. Your request has been received for:
mail-subject-confirm_address = Confirm your address: { $title }
mail-lead-confirm_address = Somebody, perhaps you, has used this address to register for:

mail-when = When
mail-where = Where
mail-languages = Languages
mail-page = Event page
mail-organised-by = Organised by { $hosts }

mail-link-after_close = Your link to join comes by e-mail from { $sender } after registration closes on { $moment }.
mail-link-on_confirmation = Your link to join comes in a message of its own from { $sender } as soon as your place is confirmed.
mail-link-before_start = Your link to join comes by e-mail from { $sender }, from { $moment } on.
mail-link-manual = Your link to join comes by e-mail from { $sender } before the event.
mail-link-missing = If it has not arrived an hour after that, look in the spam folder, then reply to this message.
mail-link-missing-late = If it has not arrived shortly before the start, look in the spam folder, then reply to this message.
mail-link-personal = The link is for those who registered: do not pass it on.
mail-in-person = You take part in person: come to the place above.
mail-calendar-attached = The event is attached for your calendar.
mail-calendar-updates = The entry changes by itself when the link comes.
mail-calendar-updated = The entry in your calendar now holds the link as well.
mail-calendar-removed = The attached entry takes the event out of your calendar.
mail-listening = To listen in { $language }: once you have joined, open “Interpretation” in the controls of the meeting and choose { $language }.
mail-listening-any = For the interpretation: once you have joined, open “Interpretation” in the controls of the meeting and choose your language.
mail-manage = To look at your registration or to withdraw it:
mail-manage-button = Your registration
mail-again = If you change your mind, you can register again on the event page while places are left.
mail-not-again = Registration has closed. For questions, answer this message.
mail-waitlist-next = When a place becomes free you get an e-mail from { $sender }.
mail-approval-next = You get an e-mail from { $sender } as soon as the organiser has decided.
mail-confirm = To confirm that the address is yours, open this page and press its button:
mail-confirm-button = Confirm my address
mail-confirm-until = Your place is held until { $moment }.
mail-confirm-ignore = If this was not you, do nothing: without your confirmation nobody is registered.
mail-known-ignore = If this was not you, you need not do anything.
mail-questions = Questions? Answer this message or write to { $contact }.
mail-footer = { $site } sent this message because this address was used to register for the event.

calendar-link-follows = The link to join comes by e-mail from { $sender } and is then added to this entry.
calendar-manage = To change or withdraw your registration, open the link in the confirmation from { $sender }.
calendar-register = Registration and everything else:

calendar-join = Join the event
calendar-withdrawn = This registration has been withdrawn.
calendar-location-after_close = Online (the link follows after registration closes)
calendar-location-on_confirmation = Online (the link follows by e-mail)
calendar-location-before_start = Online (the link follows before the start)
calendar-location-manual = Online (the link follows before the start)
calendar-location-online = Online
venue-to-be-announced = Venue to be announced
