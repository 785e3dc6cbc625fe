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
passkey-remove = Remove
passkey-stopped = Your browser made no passkey. Try again; where it has one for you here already, that one is enough
passkey-not-added = The passkey was not added. Try again
done-passkey-added = The passkey is added. Your other browsers are signed out.
done-passkey-removed = The passkey is removed. Your other browsers are signed out.
