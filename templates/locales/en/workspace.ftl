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
