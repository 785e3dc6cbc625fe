# Who came online, from the report of a meeting.

attendance-title = Attendance from a report
attendance-link = From a report
attendance-lead = Hand in the attendance report of Zoom or Teams as it was downloaded, in English. You see whom it means before anything is noted.
attendance-rule = Whoever was there for less than a minute has not attended, and whoever came in several times counts once. People are found by their address, or else by a name that only one registration has; nobody is guessed.
attendance-file-hint = CSV, as Zoom and Teams give it. It may hold panelists and hosts, too.
attendance-paste = Or paste its text
attendance-none = Hand in a report that names people and how long they were there
attendance-early = Choose another session: this one has not begun
attendance-preview-title = Look before anything is noted
attendance-again = Hand in another report
attendance-came = { $n ->
    [0] Nobody would be noted.
    [one] One person would be noted as attended.
   *[other] { $n } people would be noted as attended.
}
attendance-noted = { $n ->
    [one] One was noted already.
   *[other] { $n } were noted already.
}
attendance-short = { $n ->
    [one] One was there for less than a minute and is not noted.
   *[other] { $n } were there for less than a minute and are not noted.
}
attendance-unmatched = { $n ->
    [one] One matches no registration, or not one alone. Whom you know you can note at the door.
   *[other] { $n } match no registration, or not one alone. Whom you know you can note at the door.
}
attendance-absent = { $n ->
    [one] One row says that somebody did not come.
   *[other] { $n } rows say that somebody did not come.
}
attendance-people = People in the report
attendance-name = Name in the meeting
attendance-time = There for
attendance-minutes = { $n ->
    [0] less than a minute
    [one] one minute
   *[other] { $n } minutes
}
attendance-registration = Registration
attendance-fate-unknown = not registered
attendance-fate-unclear = unclear
attendance-fate-short = too short
attendance-fate-came = attended
attendance-fate-noted = noted already
attendance-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
attendance-faults-count = { $n ->
    [one] Correct one line of the report, then hand it in again
   *[other] Correct { $n } lines of the report, then hand it in again
}
attendance-fault-nobody = Enter a name or a mail address
attendance-fault-time = Enter for how long, such as 57 for minutes or 1h 5m
attendance-note = { $n ->
    [one] Note one person
   *[other] Note { $n } people
}
done-attendance-noted = { $n ->
    [one] One person is noted as attended.
   *[other] { $n } people are noted as attended.
}
