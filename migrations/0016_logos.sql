-- The logos of hosts: rows of their own, since hosts are written anew with every change of an event. A host
-- is known by its id, or by its number where it has none.
CREATE TABLE host_logo (
    event_id UUID NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    host_key TEXT NOT NULL,
    picture_id UUID NOT NULL REFERENCES picture (id),
    PRIMARY KEY (event_id, host_key)
);

CREATE INDEX host_logo_of_picture ON host_logo (picture_id);
