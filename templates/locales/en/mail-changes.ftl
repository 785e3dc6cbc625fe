# Mails that tell many at once: reminders, changes, cancellations.

mail-subject-reminder = Reminder: { $title }
mail-lead-reminder = A reminder of the event that you are registered for:
mail-reminders-stop = To get no more reminders of this event:
mail-reminders-stop-link = Stop reminders
mail-subject-changed-time = New time: { $title }
mail-subject-changed-place = New venue: { $title }
mail-subject-changed-link = New link to join: { $title }
mail-subject-changed-several = What has changed: { $title }
mail-changed-time = The time has changed. The new time is below.
mail-changed-place = The venue has changed. The new venue is below.
mail-changed-link = The link to join has changed, and the one sent before no longer works.
mail-changed-kept = Your registration stays as it is. If you can come, you need not do anything.
mail-changed-pending = The organiser has yet to decide on your request.
mail-changed-waitlisted = You are still on the waiting list.
mail-calendar-changed = The attached entry brings your calendar up to date.
mail-subject-cancelled = Cancelled: { $title }
mail-lead-cancelled = The event below is cancelled and will not take place.
calendar-cancelled = This event has been cancelled.
