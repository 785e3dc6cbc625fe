-- What those who came say of an event, without their names.

-- One row a person. It names nobody: `answerer` is a hash of their registration under the instance key, so that
-- they can change what they said and have it erased, and nobody who reads the database alone can say whose it
-- is. No moment is kept, which would tell it; whoever holds the database's file may find the order in which rows
-- came all the same. Gone with the event's retention, when the totals are kept.
CREATE TABLE survey_answer (
    event_id UUID NOT NULL REFERENCES event (id),
    answerer BYTEA NOT NULL,
    answers JSONB NOT NULL,
    PRIMARY KEY (event_id, answerer)
);
