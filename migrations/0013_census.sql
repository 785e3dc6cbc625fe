-- Who comes in which language and how is counted by this index alone, for large events too.
DROP INDEX registration_of_event;
CREATE INDEX registration_of_event ON registration
    (event_id, state, language, mode, undeliverable_at, reminders_stopped_at, id);
