# Mails about decisions, and about turns in the waiting list.

mail-subject-approved = Your place is confirmed: { $title }
mail-lead-approved = The organiser has confirmed your place. You are registered for:
mail-subject-promoted = A place has become free for you: { $title }
mail-lead-promoted = You were on the waiting list, and a place has become free for you. You are registered for:
mail-promoted-leave = If you can no longer come, withdraw on the page below: the next on the list then gets the place.
mail-subject-declined = We could not offer you a place: { $title }
mail-lead-declined = The organiser could not give you a place. You are not registered for:
mail-subject-taken_back = The organiser has withdrawn your place: { $title }
mail-lead-taken_back = The organiser has withdrawn your place. You are no longer registered for:
mail-reason = The organiser writes:
