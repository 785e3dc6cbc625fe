-- What organisers do with registrations: look for them, decide and take back, note, check in, import.

-- What a search looks in: name and organisation, folded; NULL until that was done (registration::find).
ALTER TABLE registration ADD COLUMN search_key TEXT;
-- Since when somebody is in the waiting list, where that is not since they asked.
ALTER TABLE registration ADD COLUMN listed_at TIMESTAMPTZ;
-- Until when an organiser's decision can be taken back: the person is told of it then, and of nothing
-- that follows from it before.
ALTER TABLE registration ADD COLUMN undo_until TIMESTAMPTZ;

CREATE INDEX registration_by_time ON registration (event_id, registered_at, id);
CREATE INDEX registration_by_name ON registration (event_id, search_key, id);
CREATE INDEX registration_unfolded ON registration (id) WHERE search_key IS NULL;
CREATE INDEX registration_of_address ON registration (email_key);
CREATE INDEX registration_country ON registration (event_id, country) WHERE country IS NOT NULL;
CREATE INDEX registration_undo ON registration (event_id, undo_until) WHERE undo_until IS NOT NULL;

-- A decision of an organiser that can be taken back until the message it owes leaves (F-14): what the
-- registration was before, and which message (`kind`, `revision`) tells of it. Those of one press share
-- `batch`.
CREATE TABLE decision (
    id UUID PRIMARY KEY,
    batch UUID NOT NULL,
    event_id UUID NOT NULL REFERENCES event (id),
    registration_id UUID NOT NULL REFERENCES registration (id),
    actor TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    was JSONB NOT NULL,
    kind TEXT NOT NULL,
    revision BIGINT NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    undo_until TIMESTAMPTZ NOT NULL,
    undone_at TIMESTAMPTZ
);

CREATE INDEX decision_of_batch ON decision (batch);
CREATE INDEX decision_of_registration ON decision (registration_id, id);
CREATE INDEX decision_of_event ON decision (event_id, undo_until);

-- Organisers' own words about a registration.
CREATE TABLE registration_note (
    id UUID PRIMARY KEY,
    registration_id UUID NOT NULL REFERENCES registration (id),
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX registration_note_of ON registration_note (registration_id, id);

-- Short words that organisers sort registrations by; `tag_key` is the tag, folded.
CREATE TABLE registration_tag (
    registration_id UUID NOT NULL REFERENCES registration (id),
    tag_key TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (registration_id, tag_key)
);

-- Who came to a session.
CREATE TABLE check_in (
    registration_id UUID NOT NULL REFERENCES registration (id),
    session_id UUID NOT NULL REFERENCES session (id),
    checked_in_at TIMESTAMPTZ NOT NULL,
    checked_in_by TEXT NOT NULL,
    PRIMARY KEY (registration_id, session_id)
);

CREATE INDEX check_in_of_session ON check_in (session_id);

-- A list that was handed in and is looked at before anybody is added from it; gone once they are, and
-- after a day.
CREATE TABLE roster (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id),
    made_by TEXT NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    content BYTEA NOT NULL
);

CREATE INDEX roster_by_age ON roster (made_at);
