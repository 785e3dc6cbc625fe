# The trash, and the event to try things out with.

trash-title = Trash
trash-lead = Events in the trash can be brought back as they were. Nobody sees them meanwhile, and no mail goes out.
trash-thrown-at = Thrown away
trash-left = Gone for good
trash-days-left = { $count ->
    [0] today
    [one] in { $count } day
   *[other] in { $count } days
}
trash-restore = Bring back
trash-empty-title = The trash is empty
trash-empty-text = An event that you delete stays here for 30 days, and can be brought back until then.
trash-to-events = To the events

trash-delete-title = Delete this event
trash-goes-along = With the event, these go into the trash:
trash-goes-alone = Nobody has registered, and no mail waits: only the event itself goes into the trash.
trash-registrations = { $count ->
    [one] { $count } registration, withdrawn and declined ones included
   *[other] { $count } registrations, withdrawn and declined ones included
}
trash-mails = { $count ->
    [one] { $count } mail that has not left
   *[other] { $count } mails that have not left
}
trash-announcements = { $count ->
    [one] { $count } announcement
   *[other] { $count } announcements
}
trash-for-thirty-days = For 30 days you can bring it back from the trash, as it is now. Until then nobody sees it, no mail goes out, and its address stays taken. After that it is gone for good, with every registration.
trash-slug = Short name of the event
trash-slug-hint = More than 50 people registered. Type { $slug } to say that this is the event you mean.
trash-slug-wrong = Type the short name of the event as it is written above the field
trash-delete = Move to the trash
trash-keep = Keep the event
trash-to-cancel = Cancel the event
trash-hindered-expected = { $count ->
    [one] { $count } person has a place or waits for one. Cancel the event first, so that they are told; then it can be deleted.
   *[other] { $count } people have a place or wait for one. Cancel the event first, so that they are told; then it can be deleted.
}
trash-hindered-being-told = { $count ->
    [0] The event is cancelled, and people are still being told. Come back when the last mail has left.
    [one] The event is cancelled, and { $count } person is still being told. Come back when the last mail has left.
   *[other] The event is cancelled, and { $count } people are still being told. Come back when the last mail has left.
}

done-event-trashed = The event is in the trash. You can bring it back for 30 days.
done-event-restored = The event is back, as it was.

sample-event-title = Sample event: a roundtable to try things out
sample-offer = Try it with a sample event
sample-offer-hint = A draft that nobody else sees; delete it whenever you like.
done-sample-made = Here is a sample event. It is a draft: nobody sees it, and you can change everything.
