-- Figures of an event, the log of what was done, and the trash.

-- Which link somebody followed who registered: the word that its address named.
ALTER TABLE registration ADD COLUMN source TEXT;

-- Registrations of a day are counted by this index alone.
CREATE INDEX registration_by_day ON registration (event_id, registered_at, state);

-- When it was thrown away. From then on it is in the trash and nowhere else, and later gone for good.
ALTER TABLE event ADD COLUMN trashed_at TIMESTAMPTZ;

CREATE INDEX event_trash ON event (trashed_at) WHERE trashed_at IS NOT NULL;

-- Whose log a line stands in, where it is about something of theirs.
ALTER TABLE audit_line ADD COLUMN organisation_id UUID;
ALTER TABLE audit_line ADD COLUMN event_id UUID;

UPDATE audit_line SET event_id = COALESCE(
    (SELECT id FROM event WHERE id = object),
    (SELECT event_id FROM registration WHERE id = object),
    (SELECT e.id FROM message m JOIN event e ON e.id = m.subject WHERE m.id = object));
UPDATE audit_line SET organisation_id =
    (SELECT organisation_id FROM event WHERE event.id = audit_line.event_id);

CREATE INDEX audit_of_event ON audit_line (event_id, id);
CREATE INDEX audit_of_organisation ON audit_line (organisation_id, id);
