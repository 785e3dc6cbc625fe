-- The personal page to join by, and what is kept to hear or read afterwards.

-- The hash of the address of somebody's join page, and the generation of tokens that it is of: it counts
-- while that is `token_generation`. NULL until it was derived (registration::join).
ALTER TABLE registration ADD COLUMN join_hash BYTEA;
ALTER TABLE registration ADD COLUMN join_generation BIGINT;
CREATE UNIQUE INDEX registration_join ON registration (join_hash);
CREATE INDEX registration_unjoined ON registration (event_id)
    WHERE join_hash IS NULL OR join_generation <> token_generation;

-- A recording or notes, sealed as links are.
ALTER TABLE meeting ADD COLUMN recording BYTEA;
