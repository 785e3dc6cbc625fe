-- What organisers do to the mails of an event's plan, and what they write before it is announced.

-- A mail of the plan that an organiser keeps back: which session's, of which kind, and which of that
-- kind (a reminder's minutes before the start, a change's revision, a cancellation's number; 0 for a
-- link). `state` is 'held', 'skipped', or 'resumed' where it was held before.
CREATE TABLE mail_hold (
    event_id UUID NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    session_id UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    mail TEXT NOT NULL,
    mark BIGINT NOT NULL,
    state TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (event_id, session_id, mail, mark)
);

-- An announcement that is being written: `details` as in `announcement`.
CREATE TABLE announcement_draft (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    details JSONB NOT NULL,
    written_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX announcement_draft_of_event ON announcement_draft (event_id, written_at);

-- How many messages of an event are in which state, and its messages from the latest on.
CREATE INDEX message_census ON message (subject, kind, session, revision, state);
CREATE INDEX message_of_subject ON message (subject, id);
