# Passkeys: signing in with a device that its owner unlocks.

sign-in-passkey = Sign in with a passkey
sign-in-passkey-stopped = Your browser did not use a passkey. Try again, or have a code mailed
sign-in-passkey-wrong = This passkey signs nobody in here. Have a code mailed
passkeys-title = Passkeys
passkeys-lead = Your phone, your computer or a security key signs you in, unlocked by your fingerprint, your face or its PIN. No code is needed then.
passkey-name = Name
passkey-name-hint = Which device it is, such as “Phone”.
passkey-unnamed = Passkey
passkey-made = Added
passkey-used = Used last
passkey-never = Never
passkey-add = Add a passkey
passkeys-full = You have as many passkeys as one can have. Remove one to add another.
passkey-remove = Remove
passkey-stopped = Your browser made no passkey. Try again; where it has one for you here already, that one is enough
passkey-not-added = The passkey was not added. Try again
done-passkey-added = The passkey is added. Your other browsers are signed out.
done-passkey-removed = The passkey is removed. Your other browsers are signed out.

# Single sign-on: an identity provider says who somebody is.

sign-in-sso = Sign in with { $provider }
sign-in-sso-failed = { $provider } did not say who you are. Try again, or have a code mailed
sign-in-sso-nobody = No organiser here has a mail address that { $provider } has verified to be yours. Have a code mailed, or ask a colleague to invite you
sign-in-sso-proof = Your account here is not connected with { $provider } yet. Sign in as you are used to, then connect it under “Your account”
leaving-title = { $provider } says who you are
leaving-lead = Your browser goes there by itself. You come back signed in.
leaving-go = Go to { $provider }
sso-title = Single sign-on
sso-lead = Sign in here by being signed in to { $provider }.
sso-connected = You sign in here by being signed in to { $provider }.
sso-ended = { $provider } does not sign you in here any more: you disconnected it, or added a passkey or one-time passwords. Connect your account once more to sign in by it.
sso-connect = Connect with { $provider }
sso-disconnect = Disconnect from { $provider }
done-sso-connected = Your account is connected. You can sign in by it from now on. Your other browsers are signed out.
done-sso-taken = Nothing was connected: the account there belongs to another organiser here.
done-sso-disconnected = Your account is disconnected. Your other browsers are signed out.
