# What came back: mail that could not be delivered, and answers of calendars.

own-undeliverable = Mail to your address came back, so nothing more is sent there. To get the mails about this event, withdraw and register again with another address, or write to { $contact }.

mail-subject-decline_noted = Do you want to give up your place? { $title }
mail-lead-decline_noted = Your calendar told us that you are not coming. Nothing has changed yet: your place is still yours for:
mail-decline-withdraw = If you cannot come, give up your place on this page, so that somebody else can have it:
mail-decline-keep = If you want to come after all, or did not decline, you need not do anything.
