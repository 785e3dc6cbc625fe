# The workspace: what stands around its pages, signing in, the list of events.

nav-label = Workspace
nav-events = Events
nav-people = People
nav-team = Team
nav-log = Log
nav-trash = Trash
nav-account = Your account
nav-turn-to = Go to { $name }
nav-sign-out = Sign out

event-tabs-label = This event
event-public-page = Public page
tab-overview = Overview
tab-edit = Details
tab-lineup = Line-up
tab-registrations = Registrations
tab-mail = Mail
tab-check-in = Check-in
tab-figures = Figures
tab-log = Log
event-state-draft = Draft
event-state-published = Published
event-state-cancelled = Cancelled
event-state-over = Over

sign-in-title = Sign in
sign-in-lead = For those who organise events here. Give your address, and a code comes by mail.
sign-in-turned-back = This page is for organisers. Give your address, and a code comes by mail.
sign-in-anew = How one signs in, and who owns the organisation, is changed within 15 minutes of signing in. Give your address, and a code comes by mail; then you come back.
sign-in-email = Your mail address
sign-in-email-missing = Enter your mail address
sign-in-email-malformed = Enter an address such as name@example.org
sign-in-submit = Send me a code
sign-in-code-title = Enter the code
sign-in-code-lead = If the address is an organiser’s, a message from { $sender } brings a code of 8 digits. It is good for { $count ->
    [one] one minute
   *[other] { $count } minutes
}, in this browser only.
sign-in-code = Code
sign-in-code-missing = Enter the code from the message
sign-in-code-wrong = This is not the code from the latest message. Check the digits, or ask for a new code
sign-in-code-often = Too many codes were tried. Ask for a new code
sign-in-code-over = This code is used up or too old. Ask for a new code
sign-in-code-submit = Sign in
sign-in-code-again = Ask for a new code
sign-in-link-lead = This link signs you in, in this browser. It works once.
sign-in-link-submit = Sign in

first-title = Welcome
first-lead = Nobody organises events here yet. Say who you are, and you are the first.
first-organisation = Name of your organisation
first-organisation-hint = As attendees know it; it stands above every page.
first-name = Your name
first-organisation-missing = Enter the name of your organisation
first-name-missing = Enter your name
first-submit = Begin

role-assistant = Assistant
role-assistant-hint = Checks people in and sees lists without addresses
role-organiser = Organiser
role-organiser-hint = Runs events: pages, line-ups, registrations, mail
role-owner = Owner
role-owner-hint = Everything, and the team besides

desk-home-title = Events
desk-home-new = New event
desk-home-event = Event
desk-home-when = When
desk-home-state = State
desk-home-taken = Places taken
desk-home-waiting = Waiting
desk-home-past = Past and cancelled
desk-home-empty-title = No event yet
desk-home-empty-text = A title, a day, a link and the closing of registration are enough for a start. Nobody sees it before you publish it.

done-signed-in = You are signed in.
done-language = The language is changed.
done-invited = The invitation is on its way.
done-invitation-withdrawn = The invitation is withdrawn.
done-invitation-accepted = You are in.
done-role-given = The role is changed.
done-role-taken = The role is taken away, and their browsers are signed out.
done-last-owner = Nothing was changed: a team needs an owner. Make somebody else one first.
done-profile = Saved.
done-password-set = The password is set. Your other browsers are signed out.
done-password-removed = The password is removed. You sign in by mailed codes.
done-device-added = The device is added. Your other browsers are signed out.
done-device-removed = The device is removed.
done-signed-out-elsewhere = Your other browsers are signed out.

copy = Copy
copied = Copied

sign-in-by-password = Sign in with a password
sign-in-by-code = Have a code mailed instead
sign-in-password = Password
sign-in-password-wrong = Address, password or one-time password is not right. Check them, or have a code mailed
sign-in-password-often = Too many passwords were tried. Wait a quarter of an hour, or have a code mailed
sign-in-device = One-time password
sign-in-device-hint = What your device shows, if you have added one.
sign-in-device-wrong = This is not what your device shows now. Wait for the next one

invitation-title = Organise events with { $organisation }
invitation-accept = Accept
invitation-sign-in = The invitation is for { $email }, who has an account here. Sign in, and accept it then.
invitation-sign-out = The invitation is for { $email }, and you are signed in as { $who }. Sign out, and open the link again.

team-name = Who
team-role = Role
team-event = Events
team-all-events = All events
team-you = (you)
team-change = Change
team-remove = No role any more
team-save = Save
team-invited = Invited
team-until = Until
team-withdraw = Withdraw
team-invite = Invite somebody
team-email = Their mail address
team-invite-submit = Send the invitation

account-name = Your name
account-language = Language of pages and messages
account-save = Save
account-password-title = Password
account-password-lead = Not needed: codes come by mail. A password helps where mail is slow.
account-password = New password
account-password-hint = At least { $count } characters: a sentence is easy to remember.
account-password-short = Enter at least 15 characters: a sentence is easy to remember
account-password-set = Set the password
account-password-change = Change the password
account-password-remove = Remove the password
account-device-title = One-time passwords
account-device-lead = A program on your phone shows a new password every half minute. With one, nobody signs in with your mailbox alone.
account-device-there = A device is added.
account-device-add = Add a device
account-device-remove = Remove the device
account-browsers-title = Other browsers
account-browsers-end = Sign out everywhere else
account-anew-title = How you sign in
account-anew-lead = To change how you sign in, sign in again first. This browser has been signed in for more than 15 minutes, or by single sign-on.
account-anew = Sign in again
device-lead = Enter this key in a program for one-time passwords on your phone, then enter here what it shows.
device-open = Open it on this device
device-code = What the device shows
device-code-wrong = This is not what the device shows now. Check the key, or wait for the next one
device-submit = Add the device
