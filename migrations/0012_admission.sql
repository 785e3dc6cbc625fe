-- Admission in all its kinds.

-- A place that became free may be kept for whoever it is offered to: the registration is `waitlisted` and
-- seated then, until `held_until`.
DROP INDEX registration_held;
CREATE INDEX registration_held ON registration (held_until) WHERE state IN ('unconfirmed', 'waitlisted');

-- Who has a place in one mode and stands in the line for the other (E-18): one person, counted once among
-- those who come, and once among those who wait.
CREATE TABLE wish (
    registration_id UUID PRIMARY KEY REFERENCES registration (id) ON DELETE CASCADE,
    event_id UUID NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    mode TEXT NOT NULL,
    wished_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX wish_of_event ON wish (event_id);

-- Somebody whom an organiser asked to come: the mailed link registers this very address, once, where only
-- those who are invited may.
CREATE TABLE guest (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    language TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    -- How often they were asked.
    rounds BIGINT NOT NULL,
    invited_at TIMESTAMPTZ NOT NULL,
    registration_id UUID REFERENCES registration (id) ON DELETE CASCADE,
    UNIQUE (event_id, email_key)
);

CREATE INDEX guest_of_registration ON guest (registration_id);

-- Several people at one mailbox (E-19): '' for the first, the folded name for each other.
ALTER TABLE registration ADD COLUMN companion_key TEXT NOT NULL DEFAULT '';
DROP INDEX registration_once;
CREATE UNIQUE INDEX registration_once ON registration (event_id, email_key, companion_key)
    WHERE state IN ('unconfirmed', 'pending', 'waitlisted', 'confirmed');

-- A place that was asked for with the address of a registration and another name: whoever reads its mail
-- says whether it is meant.
CREATE TABLE companion_request (
    id UUID PRIMARY KEY,
    registration_id UUID NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
    name_key TEXT NOT NULL,
    request JSONB NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    UNIQUE (registration_id, name_key)
);
