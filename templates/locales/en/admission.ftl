# Offers to those on the waiting list.

mail-subject-offer = A place is kept for you: { $title }
mail-lead-offer = You are on the waiting list, and a place has become free. It is kept for you until you answer:
mail-offer-until = Take it up by { $moment }.
mail-offer-button = Take up or decline
mail-offer-open = Take it up or decline it here:
mail-offer-ends = Without an answer by then the next on the list has the place, and you leave the list. You can register again while registration is open.
goes-out-offer = Offer of a place
registration-mail-offer = Offer of a place
registration-deed-offered = Offered a place
registration-deed-offer_taken = Took up the offer
registration-deed-offer_expired = Let the offer go by
log-did-offered = offered a free place to somebody on the waiting list
log-did-offer_taken = took up the offer of a place
log-did-offer_expired = ended an offer that nobody took up
own-offer-title = A place is kept for you
own-offer-text = It is yours if you take it up by { $moment }. Otherwise the next on the list has it.
own-offer-take = Take the place
own-place-in-line = { $count ->
    [one] You are next in line.
   *[other] You are number { $count } in line.
}
edit-offers = How long a free place is offered
edit-offers-hint = Left empty, the next on the waiting list has it at once. Otherwise it is kept for them that long, such as 12h or 2d, until they take it up; never later than an hour before the start.
edit-offers-until = Last minute to take an offer up
flaw-malformed-offers = Enter a time between 15m and 14d, such as 12h

# Registered online, and on the list for the room.

button-meanwhile-online = Come online until there is a place in the room
mail-waits-for-room = You are also on the waiting list for the room. When a place there becomes free, it is yours and you get another message.
own-line-title = You wait for a place in the room
own-line-text = Until then you are registered online. When a place in the room becomes free, it is yours.
own-line-leave = Leave the waiting list and stay online
log-did-left_line = left a waiting list
registration-deed-left_line = Left a waiting list

# Several people at one address, and people who are asked to come.

mail-known-further = With your address somebody asked for a place for another person, too. If you did, say so on the page below: that person is registered then. If you did not, there is nothing to do.
own-companion-title = A place was asked for { $name }
own-companion-text = It was asked for with your address. If you confirm it, the mails for this person come to your address, too.
own-companion-bring = Register this person
own-companion-dismiss = I did not ask for it
session-clashes = At the same time: { $sessions }
log-did-companion_dismissed = did not mean a second place
registration-deed-companion_dismissed = Did not mean a second place
mail-subject-guest = You are invited: { $title }
mail-lead-guest = We would like to have you with us and keep the way to register open for you:
mail-guest-button = Register
mail-guest-register = Register here:
mail-guest-until = Register by { $moment }.
mail-guest-personal = This link is for your address only. If you are not interested, there is nothing to do.
mail-footer-guest = { $site } sent this message because the organiser of the event entered this address.
mail-kind-guest_invitation = An invitation to register
invite-title = Invite people
invite-lead = Each gets a message with a link of their own, which registers their address also where only those who are invited may. Closing, places and approval hold for them, too.
invite-addresses = E-mail addresses
invite-addresses-hint = One a line, or parted by commas; at most 200 at once. Who was asked before and has not registered is asked again.
invite-submit = Send invitations
invite-bad = This is no e-mail address: { $word }
invite-many = Enter at most { $most } addresses at once
invite-none = Enter one e-mail address at least
invite-closed = Publish the event, and invite people before its registration closes
invite-asked = Who was invited
invite-when = Last asked
invite-answer = Answer
invite-registered = Registered
invite-no-answer = None yet
invite-take-back = Take back
done-guests-invited = { $n ->
    [one] One invitation is on its way.
   *[other] { $n } invitations are on their way.
}
done-guest-uninvited = Taken back: the link leads nowhere any more.
log-did-guests_invited = invited people to register
log-did-guest_uninvited = took an invitation to register back
