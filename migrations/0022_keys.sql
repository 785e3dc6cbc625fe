-- How organisers are let in besides mailed codes and passwords: by a passkey, or by the word of an
-- identity provider that the operator trusts.

-- A key pair of which this is the public half.
CREATE TABLE passkey (
    id UUID PRIMARY KEY,
    organiser_id UUID NOT NULL REFERENCES organiser (id),
    credential_id BYTEA NOT NULL UNIQUE,
    -- What was verified when it was made, and how often it had signed when it was used last.
    credential TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);

CREATE INDEX passkey_of_organiser ON passkey (organiser_id);

-- What a browser has been asked to sign, good once. No organiser: somebody who wants to sign in.
CREATE TABLE passkey_challenge (
    browser_hash BYTEA PRIMARY KEY,
    organiser_id UUID REFERENCES organiser (id),
    state TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX passkey_challenge_age ON passkey_challenge (expires_at);

-- Whom an identity provider means.
CREATE TABLE identity (
    organiser_id UUID NOT NULL REFERENCES organiser (id),
    issuer TEXT NOT NULL,
    -- None: nobody any more. The row stays, so that the address alone does not connect the two once more.
    subject TEXT,
    -- By an address alone, or by somebody who had proven who they are.
    is_by_address BOOLEAN NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    PRIMARY KEY (organiser_id, issuer),
    UNIQUE (issuer, subject)
);

-- A browser that was sent to the identity provider, good once. No organiser: somebody who wants to sign
-- in; otherwise who wants to be known by what the provider says from now on.
CREATE TABLE identity_request (
    browser_hash BYTEA PRIMARY KEY,
    organiser_id UUID REFERENCES organiser (id),
    -- What the provider has to say again, and the secret that the code is redeemed with, sealed.
    state_hash BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX identity_request_age ON identity_request (expires_at);

-- Whether a browser was signed in by a provider's word alone.
ALTER TABLE sign_in ADD COLUMN is_vouched BOOLEAN NOT NULL DEFAULT FALSE;
