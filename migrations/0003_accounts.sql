-- Who works in the workspace, where, and how they are let in.

CREATE TABLE organiser (
    id UUID PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    -- Argon2id in the PHC string format; none: signs in by mailed code only.
    password TEXT,
    -- The secret of one-time passwords (RFC 6238), sealed for the organiser, and the last time step
    -- that let somebody in: none is good twice.
    totp BYTEA,
    totp_step BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMPTZ NOT NULL
);

-- `event_id` is all zeros for the whole organisation.
CREATE TABLE membership (
    organiser_id UUID NOT NULL REFERENCES organiser (id),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    event_id UUID NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (organiser_id, organisation_id, event_id)
);

CREATE INDEX membership_of_organisation ON membership (organisation_id, event_id);

-- A browser that is signed in.
CREATE TABLE sign_in (
    id UUID PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    organiser_id UUID NOT NULL REFERENCES organiser (id),
    -- The organisation that its pages are about.
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    made_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX sign_in_of_organiser ON sign_in (organiser_id);

-- A browser that asks to be signed in. The code is derived from `id` and the instance key; no
-- organiser: the address is nobody's, which the browser is not told.
CREATE TABLE sign_in_request (
    id UUID PRIMARY KEY,
    browser_hash BYTEA NOT NULL UNIQUE,
    organiser_id UUID REFERENCES organiser (id),
    made_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX sign_in_request_age ON sign_in_request (expires_at);

-- A link that signs somebody in once, printed for an operator.
CREATE TABLE sign_in_link (
    token_hash BYTEA PRIMARY KEY,
    organiser_id UUID NOT NULL REFERENCES organiser (id),
    expires_at TIMESTAMPTZ NOT NULL
);

-- Somebody asked to join a team; the token in the mail is derived from `id` and the instance key.
CREATE TABLE team_invitation (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    event_id UUID NOT NULL,
    role TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    language TEXT NOT NULL,
    invited_by UUID NOT NULL REFERENCES organiser (id),
    token_hash BYTEA NOT NULL UNIQUE,
    made_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    UNIQUE (organisation_id, event_id, email_key)
);

-- How often something was tried from somewhere, by a keyed hash of both.
CREATE TABLE attempt (
    bucket BYTEA PRIMARY KEY,
    tries BIGINT NOT NULL,
    began_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX attempt_age ON attempt (began_at);
