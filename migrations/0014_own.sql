-- What people do about their own registration.

-- A session that somebody with a place wants to come to as well, and that is full: they keep what they
-- have, and stand in its line. Counted among those who wait for the session, in the way they attend.
CREATE TABLE session_wish (
    registration_id UUID NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
    session_id UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    event_id UUID NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    wished_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (registration_id, session_id)
);

CREATE INDEX session_wish_of_event ON session_wish (event_id);

-- Somebody was erased: what is left to do then is to remove the copies of these mails (their Message-IDs)
-- and what the files of the database still hold. Gone once that is done.
CREATE TABLE erasure (
    id UUID PRIMARY KEY,
    mails JSONB NOT NULL,
    -- How often it is still to be done: a mail may have been on its way.
    passes BIGINT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL
);

-- Somebody asked for the link to their own page: the registrations that they meant, none where the address
-- is unknown. Gone as soon as a worker has answered.
CREATE TABLE resend_request (
    id UUID PRIMARY KEY,
    wanted JSONB NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL
);
