-- Links by which partners invite people, and what each partner sees of those who came. A node of the version before
-- knows nothing of them: while both run, it lets people in whatever the limit of a link, and shows nobody to a partner.

CREATE TABLE partner_link (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    -- The word in its address: whoever comes by it has it as the source of their registration.
    source TEXT NOT NULL UNIQUE,
    -- What the partner is called, by language.
    name JSONB NOT NULL,
    -- The same, folded: links of one partner for several events stand together in its feeds.
    name_key TEXT NOT NULL,
    -- How many places may be taken by it; NULL for any number.
    quota BIGINT,
    -- Which of the event's consents lets the partner see who somebody is; NULL for none.
    consent_key TEXT,
    -- SHA-256 of the token that opens the partner's own view; NULL where there is none.
    view_hash BYTEA UNIQUE,
    made_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ
);

-- Whether the form said, as this was agreed to, that by it the partner whose link was followed is told who they are.
ALTER TABLE consent ADD COLUMN for_partner BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX partner_link_of_event ON partner_link (event_id, made_at);
CREATE INDEX partner_link_of_name ON partner_link (name_key);
CREATE INDEX registration_of_source ON registration (event_id, source) WHERE source IS NOT NULL;
