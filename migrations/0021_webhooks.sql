-- Other systems that are told what happens.

CREATE TABLE webhook (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    -- All zeros for every event of the organisation.
    event_id UUID NOT NULL,
    address TEXT NOT NULL,
    -- What it is told, as a list of words.
    kinds JSONB NOT NULL,
    -- Whether it is told names and addresses of people.
    shows_people BOOLEAN NOT NULL,
    -- What its messages are signed with, sealed with the instance key for this row's id.
    secret BYTEA NOT NULL,
    -- The one before, which signs too until `former_until`.
    former_secret BYTEA,
    former_until TIMESTAMPTZ,
    -- Whoever answers for it: an owner, or it is told nothing.
    made_by UUID NOT NULL REFERENCES organiser (id),
    made_at TIMESTAMPTZ NOT NULL,
    -- NULL while it is switched off.
    active_since TIMESTAMPTZ,
    off_because TEXT,
    -- Tries in a row that failed, and since when.
    failures BIGINT NOT NULL,
    failing_since TIMESTAMPTZ
);

CREATE INDEX webhook_of_organisation ON webhook (organisation_id, made_at);

-- One message to one of them. It names what it is about; what it says is made when it leaves.
CREATE TABLE webhook_delivery (
    id UUID PRIMARY KEY,
    webhook_id UUID NOT NULL REFERENCES webhook (id),
    kind TEXT NOT NULL,
    -- The line of the log that it comes from, or the event whose moment came; there is never a second one.
    subject UUID NOT NULL,
    happened_at TIMESTAMPTZ NOT NULL,
    -- All zeros where it is about none.
    event_id UUID NOT NULL,
    registration_id UUID NOT NULL,
    session_id UUID NOT NULL,
    -- When it is tried next, or anybody's again who has it in hand; NULL once it is settled.
    due_at TIMESTAMPTZ,
    attempts BIGINT NOT NULL,
    -- What the last try came to: the status that was answered, or a word.
    status BIGINT,
    trouble TEXT,
    tried_at TIMESTAMPTZ,
    settled_at TIMESTAMPTZ,
    UNIQUE (webhook_id, kind, subject, happened_at)
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, due_at);
CREATE INDEX webhook_delivery_age ON webhook_delivery (settled_at);

-- Whether the line waits to be told to webhooks: kept with the deed, so that none is lost.
ALTER TABLE audit_line ADD COLUMN owed_to_webhooks BOOLEAN;
CREATE INDEX audit_owed_to_webhooks ON audit_line (id) WHERE owed_to_webhooks;
