# The registration form.

form-title = Register
form-title-waitlist = Join the waiting list
form-lead-waitlist = Every place is taken. Whoever is on the waiting list is told by e-mail when a place becomes free.
form-submit = Register
form-submit-waitlist = Join the waiting list
form-kept = { $count ->
    [0] Your answers are used for this event only and deleted when it is over.
    [one] Your answers are used for this event only and deleted { $count } day after it.
   *[other] Your answers are used for this event only and deleted { $count } days after it.
}
optional = (optional)
yes = Yes
no = No

field-name = Full name
field-name-hint = The name the organiser sees. It is not checked against a document.
field-email = E-mail address
field-email-hint = Your confirmation and everything else about the event go there.
field-mode = How will you take part?
mode-online = Online
mode-online-hint = The link comes by e-mail.
mode-in_person = In person
field-organisation = Organisation
field-position = Position
field-country = Country
field-listening = Which language will you listen in?
field-listening-hint = Interpretation is offered between the languages.
field-session = Which sessions will you come to?
field-code = Code
field-code-hint = It stands in your invitation.
question-if = Answer only if “{ $question }” is “{ $answer }”.

error-prefix = Error:
error-summary = Correct this, then send the form again

problem-name-missing = Enter your full name
problem-email-missing = Enter your e-mail address
problem-email-malformed = Enter an e-mail address of the form name@example.org
problem-email-long = Enter an e-mail address of at most 254 characters
problem-mode-missing = Choose whether you take part online or in person
problem-organisation-missing = Enter your organisation
problem-position-missing = Enter your position
problem-country-missing = Enter your country
problem-listening-unknown = Choose one of the languages listed
problem-session-missing = Choose at least one session
problem-session-unknown = Choose among the sessions listed
problem-answer-missing = Answer the question: { $question }
problem-choice-unknown = Choose among the answers listed: { $question }
problem-consent-missing = Tick this box to register: { $text }
problem-code-missing = Enter the code from your invitation
problem-code-unknown = Enter the code exactly as it stands in your invitation
problem-text-long = { $count ->
    [one] Shorten your answer to { $count } character
   *[other] Shorten your answer to { $count } characters
}
problem-code-used-up = Ask the organiser for another code: this one has been used by as many people as it may
problem-code-expired = Ask the organiser for another code: this one has expired
