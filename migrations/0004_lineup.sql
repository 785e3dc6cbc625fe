-- Those who appear: a directory with photos, what each event says of them, and how they are asked.

-- Pictures in two sizes, made anew from what was uploaded (S-21). `name` is what their addresses are
-- made of.
CREATE TABLE picture (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    small BYTEA NOT NULL,
    large BYTEA NOT NULL,
    kept_at TIMESTAMPTZ NOT NULL
);

-- What the directory is searched by: names and organisation without accents and variants of letters.
ALTER TABLE person ADD COLUMN search TEXT NOT NULL DEFAULT '';
-- Rises with every change.
ALTER TABLE person ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN photo_id UUID REFERENCES picture (id);
UPDATE person SET search = lower(name_key);
CREATE INDEX person_listing ON person (organisation_id, search, id);

-- The name as this event says it, whatever becomes of the person in the directory.
ALTER TABLE appearance ADD COLUMN named JSONB;
UPDATE appearance SET named = (SELECT p.details FROM person p WHERE p.id = appearance.person_id);
-- What two spellings of their address have in common.
ALTER TABLE appearance ADD COLUMN email_key TEXT;
UPDATE appearance SET email_key = lower(details ->> 'email');
-- Their photo as of this event: {"alt": texts, "consented_at": moment}.
ALTER TABLE appearance ADD COLUMN photo_id UUID REFERENCES picture (id);
ALTER TABLE appearance ADD COLUMN photo JSONB;
-- When they answered by themselves, and when an organiser took note of it.
ALTER TABLE appearance ADD COLUMN answered_at TIMESTAMPTZ;
ALTER TABLE appearance ADD COLUMN noted_at TIMESTAMPTZ;
CREATE INDEX appearance_of_person ON appearance (person_id);
CREATE INDEX appearance_of_address ON appearance (email_key);
CREATE INDEX appearance_photo ON appearance (photo_id);

-- Who was asked to appear in an event, by address: the token leads to all that is theirs there.
CREATE TABLE invitee (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id),
    email_key TEXT NOT NULL,
    -- The language of their mails, once it is known.
    language TEXT,
    token_hash BYTEA NOT NULL UNIQUE,
    token_generation BIGINT NOT NULL,
    -- How often they were asked, and when last.
    rounds BIGINT NOT NULL,
    invited_at TIMESTAMPTZ NOT NULL,
    UNIQUE (event_id, email_key)
);
