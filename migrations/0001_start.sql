-- One text for both engines. SQLite takes any type name: UUID and BYTEA hold blobs there,
-- TIMESTAMPTZ holds RFC 3339 text in UTC, JSONB holds the text of an object or an array.

CREATE TABLE instance (
    id SMALLINT PRIMARY KEY,
    key_fingerprint TEXT NOT NULL
);

CREATE TABLE organisation (
    id UUID PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- Columns are what statements judge by; `details` holds the rest of what the organiser stated.
CREATE TABLE event (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    visibility TEXT NOT NULL,
    revision BIGINT NOT NULL,
    link_revision BIGINT NOT NULL,
    sender TEXT NOT NULL,
    details JSONB NOT NULL,
    opens_at TIMESTAMPTZ,
    closes_at TIMESTAMPTZ NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    tzdb_version TEXT NOT NULL,
    online_capacity BIGINT,
    in_person_capacity BIGINT,
    online_taken BIGINT NOT NULL DEFAULT 0,
    in_person_taken BIGINT NOT NULL DEFAULT 0,
    released_at TIMESTAMPTZ,
    -- The next moment at which the event may owe a message it does not owe yet; NULL for none.
    plan_due_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX event_plan ON event (plan_due_at);
CREATE INDEX event_listing ON event (visibility, starts_at);

CREATE TABLE session (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id),
    session_key TEXT NOT NULL,
    position BIGINT NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    online_capacity BIGINT,
    in_person_capacity BIGINT,
    online_taken BIGINT NOT NULL DEFAULT 0,
    in_person_taken BIGINT NOT NULL DEFAULT 0,
    details JSONB NOT NULL,
    UNIQUE (event_id, session_key)
);

CREATE TABLE host (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id),
    position BIGINT NOT NULL,
    role TEXT NOT NULL,
    details JSONB NOT NULL
);

CREATE INDEX host_of_event ON host (event_id);

-- The directory of those who appear in an organisation's events.
CREATE TABLE person (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    name_key TEXT NOT NULL,
    details JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (organisation_id, name_key)
);

CREATE TABLE appearance (
    id UUID PRIMARY KEY,
    session_id UUID NOT NULL REFERENCES session (id),
    person_id UUID REFERENCES person (id),
    position BIGINT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    details JSONB NOT NULL
);

CREATE INDEX appearance_of_session ON appearance (session_id);

-- `session_id` is all zeros for the meeting of the whole event. Links are sealed with the
-- instance key, for the event's id.
CREATE TABLE meeting (
    event_id UUID NOT NULL REFERENCES event (id),
    session_id UUID NOT NULL,
    details JSONB NOT NULL,
    link BYTEA,
    lineup_link BYTEA,
    PRIMARY KEY (event_id, session_id)
);

CREATE TABLE registration (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id),
    state TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    mode TEXT NOT NULL,
    listening TEXT,
    organisation TEXT,
    position TEXT,
    country TEXT,
    code TEXT,
    answers JSONB NOT NULL,
    -- Whether it counts among the taken places of its event and sessions.
    seated BOOLEAN NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    token_generation BIGINT NOT NULL,
    registered_at TIMESTAMPTZ NOT NULL,
    -- When a seat that waits for its address to be confirmed is given up again.
    held_until TIMESTAMPTZ,
    address_confirmed_at TIMESTAMPTZ,
    withdrawn_at TIMESTAMPTZ
);

CREATE UNIQUE INDEX registration_once ON registration (event_id, email_key)
    WHERE state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed');
CREATE INDEX registration_of_event ON registration (event_id, state);
CREATE INDEX registration_held ON registration (held_until) WHERE state = 'unconfirmed';

-- The sessions of a registration, and the calendar side of each: one object, one UID (CAL-3..7).
CREATE TABLE invitation (
    registration_id UUID NOT NULL REFERENCES registration (id),
    session_id UUID NOT NULL REFERENCES session (id),
    uid TEXT NOT NULL UNIQUE,
    -- The number of the next REQUEST or CANCEL.
    next_sequence BIGINT NOT NULL,
    issued_at TIMESTAMPTZ,
    PRIMARY KEY (registration_id, session_id)
);

CREATE TABLE consent (
    id UUID PRIMARY KEY,
    registration_id UUID NOT NULL REFERENCES registration (id),
    consent_key TEXT NOT NULL,
    text_hash BYTEA NOT NULL,
    language TEXT NOT NULL,
    given_at TIMESTAMPTZ NOT NULL
);

-- Forms that were accepted: the same form sent again gets the same answer (R-4).
CREATE TABLE submission (
    form_key_hash BYTEA PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id),
    content_hash BYTEA NOT NULL,
    outcome TEXT NOT NULL,
    accepted_at TIMESTAMPTZ NOT NULL
);

-- Mails owed. The outbox knows no events: subject, recipient, session, lane and payload are its
-- callers' business. `session` is all zeros for none.
CREATE TABLE message (
    id UUID PRIMARY KEY,
    subject UUID NOT NULL,
    recipient UUID NOT NULL,
    session UUID NOT NULL,
    kind TEXT NOT NULL,
    revision BIGINT NOT NULL,
    lane UUID NOT NULL,
    priority SMALLINT NOT NULL,
    payload JSONB NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    written_at TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    not_useful_after TIMESTAMPTZ,
    lease_owner TEXT,
    leased_until TIMESTAMPTZ,
    data_begun BOOLEAN NOT NULL DEFAULT FALSE,
    attempts BIGINT NOT NULL DEFAULT 0,
    -- How often no mail could be made of it (R-9).
    compose_failures BIGINT NOT NULL DEFAULT 0,
    -- Whether it is sent once more where its sending ended without an answer; from `hurries_from` on
    -- as soon as its lease is over (OUT-5).
    resends BOOLEAN NOT NULL,
    hurries_from TIMESTAMPTZ,
    -- How often its sending ended without an answer to the final dot (OUT-5).
    uncertain_ends BIGINT NOT NULL DEFAULT 0,
    last_reply TEXT,
    settled_at TIMESTAMPTZ,
    UNIQUE (subject, recipient, session, kind, revision)
);

CREATE INDEX message_due ON message (due_at) WHERE state IN ('scheduled', 'retry');
CREATE INDEX message_leased ON message (leased_until) WHERE state = 'leased';
CREATE INDEX message_lane ON message (lane, id);

CREATE TABLE audit_line (
    id UUID PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object UUID NOT NULL,
    changes JSONB NOT NULL
);

CREATE INDEX audit_of_object ON audit_line (object, at);
