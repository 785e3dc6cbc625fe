-- Programs that act for an organisation, or for one event of it.

CREATE TABLE api_token (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    -- All zeros for the whole organisation.
    event_id UUID NOT NULL,
    name TEXT NOT NULL,
    access TEXT NOT NULL,
    -- Whether it is told the links to join by.
    shows_links BOOLEAN NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    made_by UUID NOT NULL REFERENCES organiser (id),
    made_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    -- The row stays, so that the log can say whose doing something was.
    revoked_at TIMESTAMPTZ
);

CREATE INDEX api_token_of_organisation ON api_token (organisation_id, made_at);

-- What a program asked for under a key of its own: asked again, it is answered again and not done again.
-- Gone a day later.
CREATE TABLE api_deed (
    token_id UUID NOT NULL REFERENCES api_token (id),
    key_hash BYTEA NOT NULL,
    content_hash BYTEA NOT NULL,
    -- What was made.
    object UUID NOT NULL,
    done_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (token_id, key_hash)
);

CREATE INDEX api_deed_age ON api_deed (done_at);
