-- What the mails of an event's life need: changes told, cancellations, words of organisers, what
-- came back, and a queue that can be stopped.

-- How often the event was called off; tells the mails of one cancellation from those of the next.
ALTER TABLE event ADD COLUMN cancellations BIGINT NOT NULL DEFAULT 0;
-- Why it was, in its organiser's words: {"reason": a text or texts by language}.
ALTER TABLE event ADD COLUMN cancelled_because JSONB;
-- The moment up to which its plan was looked at last.
ALTER TABLE event ADD COLUMN planned_until TIMESTAMPTZ;

-- The last change of time, place or link that attendees are told of: the event's revision by which
-- it came, when, and what it touched. No revision: there was none.
ALTER TABLE session ADD COLUMN change_revision BIGINT;
ALTER TABLE session ADD COLUMN changed_at TIMESTAMPTZ;
ALTER TABLE session ADD COLUMN change_facts JSONB;
-- When its joining link became another one: who was sent one before does not hold the present one.
ALTER TABLE session ADD COLUMN link_changed_at TIMESTAMPTZ;

-- When the person asked for no more reminders.
ALTER TABLE registration ADD COLUMN reminders_stopped_at TIMESTAMPTZ;
-- When mail to the address came back for good, and the status that said so (RFC 3463).
ALTER TABLE registration ADD COLUMN undeliverable_at TIMESTAMPTZ;
ALTER TABLE registration ADD COLUMN undeliverable_status TEXT;

-- What the person's calendar answered last (PARTSTAT), to which SEQUENCE, and when by its DTSTAMP.
ALTER TABLE invitation ADD COLUMN answer TEXT;
ALTER TABLE invitation ADD COLUMN answered_sequence BIGINT;
ALTER TABLE invitation ADD COLUMN answered_at TIMESTAMPTZ;

-- A text of an organiser to many: an announcement, or what follows an event. `rest_at` is when most of
-- its mails leave, known once the first were made owed; at `owed_at` all were.
CREATE TABLE announcement (
    id UUID PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id),
    details JSONB NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    rest_at TIMESTAMPTZ,
    owed_at TIMESTAMPTZ,
    stopped_at TIMESTAMPTZ
);

CREATE INDEX announcement_of_event ON announcement (event_id, made_at);

-- One row while no mail may leave: by whom, why, and when one message may find out for all.
CREATE TABLE mail_pause (
    id SMALLINT PRIMARY KEY,
    paused_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    refusals BIGINT NOT NULL,
    probe_at TIMESTAMPTZ
);

-- Subjects whose sender was refused, until one of their messages was let through.
CREATE TABLE mail_refusal (
    subject UUID PRIMARY KEY,
    refusals BIGINT NOT NULL,
    reason TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    rests_until TIMESTAMPTZ NOT NULL
);

-- The order in which what is due leaves: the more urgent first, then what is over sooner.
CREATE INDEX message_next ON message (priority, COALESCE(not_useful_after, 'infinity'), due_at, id)
    WHERE state IN ('scheduled', 'retry');

-- How many wait in the list, by mode: they come before whoever asks anew.
ALTER TABLE event ADD COLUMN online_waiting BIGINT NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN in_person_waiting BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN online_waiting BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN in_person_waiting BIGINT NOT NULL DEFAULT 0;

UPDATE event SET
    online_waiting = (SELECT count(*) FROM registration r
        WHERE r.event_id = event.id AND r.state = 'waitlisted' AND r.mode = 'online'),
    in_person_waiting = (SELECT count(*) FROM registration r
        WHERE r.event_id = event.id AND r.state = 'waitlisted' AND r.mode = 'in_person');
UPDATE session SET
    online_waiting = (SELECT count(*) FROM invitation i
        JOIN registration r ON r.id = i.registration_id
        WHERE i.session_id = session.id AND r.state = 'waitlisted' AND r.mode = 'online'),
    in_person_waiting = (SELECT count(*) FROM invitation i
        JOIN registration r ON r.id = i.registration_id
        WHERE i.session_id = session.id AND r.state = 'waitlisted' AND r.mode = 'in_person');
UPDATE event SET plan_due_at = updated_at WHERE online_waiting + in_person_waiting > 0;

-- When the person was given the place they have.
ALTER TABLE registration ADD COLUMN confirmed_at TIMESTAMPTZ;
UPDATE registration SET confirmed_at = COALESCE(address_confirmed_at, registered_at)
    WHERE state = 'confirmed';
-- The first revision of its links that counts: earlier ones went with a place taken back since.
ALTER TABLE registration ADD COLUMN first_link BIGINT NOT NULL DEFAULT 0;
-- What an organiser gives as the reason for declining: {"reason": a text or texts by language}.
ALTER TABLE registration ADD COLUMN declined_because JSONB;

-- The calendar side of somebody who appears in a session, once they were sent the link: as
-- `invitation` is for attendees.
CREATE TABLE appearance_invitation (
    appearance_id UUID PRIMARY KEY REFERENCES appearance (id) ON DELETE CASCADE,
    uid TEXT NOT NULL UNIQUE,
    next_sequence BIGINT NOT NULL,
    issued_at TIMESTAMPTZ
);

-- Rises with every change of the link by which those who appear join.
ALTER TABLE session ADD COLUMN lineup_link_revision BIGINT NOT NULL DEFAULT 0;
