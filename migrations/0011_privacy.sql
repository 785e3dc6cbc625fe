-- What ends personal data by itself, what stays of it in numbers, and what keeps the form from being
-- used against somebody.

-- When the retention of an event is looked at next: its end, then the warning before its data goes, then
-- the end of its retention, then each day for what was entered afterwards.
ALTER TABLE event ADD COLUMN retention_due_at TIMESTAMPTZ;
UPDATE event SET retention_due_at = ends_at;
CREATE INDEX event_retention ON event (retention_due_at);

-- When its personal data was removed.
ALTER TABLE event ADD COLUMN purged_at TIMESTAMPTZ;

-- The figures of an event whose registrations were removed: {"ever", "live", "groups"}, with groups of
-- few people told together.
CREATE TABLE kept_figures (
    event_id UUID PRIMARY KEY REFERENCES event (id),
    kept_at TIMESTAMPTZ NOT NULL,
    confirmed BIGINT NOT NULL,
    counts JSONB NOT NULL
);

-- When somebody took back what they had agreed to.
ALTER TABLE consent ADD COLUMN withdrawn_at TIMESTAMPTZ;
CREATE INDEX consent_of_registration ON consent (registration_id);

-- A mail that anybody could cause by typing an address: when it leaves, by a keyed hash of the address.
-- Gone a day later.
CREATE TABLE form_mail (
    id UUID PRIMARY KEY,
    address_hash BYTEA NOT NULL,
    due_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX form_mail_of_address ON form_mail (address_hash, due_at);
CREATE INDEX form_mail_age ON form_mail (due_at);
