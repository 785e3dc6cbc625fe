mailbox-title = Mails of this demonstration
mailbox-lead = Every mail that was sent, the latest first. Load this page again after you have registered, and once more after registration has closed.
mailbox-empty = No mail has been sent yet. Register for the event first.
mailbox-to = To { $address }
mailbox-calendar = The calendar entry in it
mailbox-html = Show it as a mail program does
mailbox-whole = Download it
