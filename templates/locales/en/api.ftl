# Tokens, by which programs do what organisers do.

nav-api = API
tokens-title = Tokens for programs
tokens-lead = A program that sends a token sees and does what organisers do: the web site of your institute, for example, that shows who is coming. Make one for each program, with no more than it needs.
tokens-name = Name
tokens-name-hint = What it is for, such as “Web site”. The log names it so.
tokens-name-missing = Enter what the token is for
tokens-access = May
token-access-read = See
token-access-read-hint = Events, registrations with addresses, mails and figures
token-access-write = See and change
token-access-write-hint = Publish, register, decide, cancel, too
tokens-links = Joining links, too
tokens-links-hint = Without this no answer holds a link to join a meeting, not even for organisers.
tokens-shows-links = and joining links
tokens-until = Good until
tokens-over = Over
tokens-used = Last used
tokens-never = Never
tokens-revoke = Revoke
tokens-new = New token
tokens-submit = Make the token
tokens-made-title = The token “{ $name }”
tokens-made-text = Copy it now: it is shown this once. Whoever has it can do what it allows, so keep it as you keep a password.
done-token-revoked = The token is revoked. It opens nothing any more.
