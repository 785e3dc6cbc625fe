use sqlx::types::Json;
use uuid::Uuid;

use crate::account::Organisation;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::text::EmailAddress;
use crate::base::zone;
use crate::event::person::{self, Person};
use crate::event::store::Named;
use crate::event::{
    Appearance, AppearanceState, Capacity, Event, Host, Meeting, MeetingLink, Mode, Role, Session,
    SessionOf, Slug,
};
use crate::sql;

/// Writes events.
pub(super) struct Keeper<'a> {
    pub(super) tx: &'a mut Tx,
    pub(super) key: &'a InstanceKey,
}

impl Keeper<'_> {
    /// Writes a new event; `false` where the slug has been taken in the meantime.
    pub(super) async fn insert(&mut self, event: &Event) -> Result<bool> {
        let capacity = event.details.terms.capacity();
        let inserted = self
            .tx
            .query(sql!(
                "INSERT INTO event (id, organisation_id, slug, state, visibility, revision,
                    link_revision, sender, details, opens_at, closes_at, starts_at, ends_at,
                    tzdb_version, online_capacity, in_person_capacity, plan_due_at, created_at,
                    updated_at, retention_due_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                    $17, $17, $13)
                 ON CONFLICT (slug) DO NOTHING"
            ))
            .bind(event.id)
            .bind(event.organisation)
            .bind(event.details.slug.clone())
            .bind(event.state)
            .bind(event.details.visibility())
            .bind(event.revision)
            .bind(event.link_revision)
            .bind(event.sender.clone())
            .bind(Json(&event.details))
            .bind(event.schedule.opens_at)
            .bind(event.schedule.closes_at)
            .bind(event.schedule.starts_at())
            .bind(event.schedule.ends_at())
            .bind(&zone::data().version)
            .bind(places(capacity, Mode::Online))
            .bind(places(capacity, Mode::InPerson))
            .bind(event.created_at)
            .execute()
            .await?;
        if inserted == 0 {
            return Ok(false);
        }
        self.write_parts(event).await?;
        Ok(true)
    }

    /// Whose event in the trash has this slug.
    pub(super) async fn has_trashed(&mut self, slug: &Slug) -> Result<Option<Id<Organisation>>> {
        let found: Option<(Id<Organisation>,)> = self
            .tx
            .query(sql!(
                "SELECT organisation_id FROM event WHERE slug = $1 AND trashed_at IS NOT NULL"
            ))
            .bind(slug.clone())
            .fetch_optional()
            .await?;
        Ok(found.map(|(organisation,)| organisation))
    }

    /// Replaces `known` by `event`; `false` where it is not the latest any more. Taken places stay
    /// as they are. The plan is looked at again at once.
    pub(super) async fn update(&mut self, known: &Event, event: &Event) -> Result<bool> {
        let capacity = event.details.terms.capacity();
        let updated = self
            .tx
            .query(sql!(
                "UPDATE event SET state = $3, visibility = $4, revision = $5, link_revision = $6,
                    sender = $7, details = $8, opens_at = $9, closes_at = $10, starts_at = $11,
                    ends_at = $12, tzdb_version = $13, online_capacity = $14,
                    in_person_capacity = $15, plan_due_at = $16, updated_at = $16,
                    retention_due_at = $12
                 WHERE id = $1 AND revision = $2"
            ))
            .bind(event.id)
            .bind(known.revision)
            .bind(event.state)
            .bind(event.details.visibility())
            .bind(event.revision)
            .bind(event.link_revision)
            .bind(event.sender.clone())
            .bind(Json(&event.details))
            .bind(event.schedule.opens_at)
            .bind(event.schedule.closes_at)
            .bind(event.schedule.starts_at())
            .bind(event.schedule.ends_at())
            .bind(&zone::data().version)
            .bind(places(capacity, Mode::Online))
            .bind(places(capacity, Mode::InPerson))
            .bind(event.updated_at)
            .execute()
            .await?;
        if updated == 0 {
            return Ok(false);
        }
        self.clear_parts(event).await?;
        for gone in known
            .session_ids
            .iter()
            .filter(|id| !event.session_ids.contains(id))
        {
            self.remove_session(*gone).await?;
        }
        self.write_parts(event).await?;
        Ok(true)
    }

    /// Whether anybody ever registered for a session.
    pub(super) async fn is_session_used(&mut self, session: Id<Session>) -> Result<bool> {
        let used: Option<(i64,)> = self
            .tx
            .query(sql!(
                "SELECT next_sequence FROM invitation WHERE session_id = $1 LIMIT 1"
            ))
            .bind(session)
            .fetch_optional()
            .await?;
        Ok(used.is_some())
    }

    /// Whether anybody has a place in this mode, or waits for one.
    pub(super) async fn is_mode_used(&mut self, event: &Event, mode: Mode) -> Result<bool> {
        let (online, in_person): (i64, i64) = self
            .tx
            .query(sql!(
                "SELECT online_taken + online_waiting AS online,
                    in_person_taken + in_person_waiting AS in_person
                 FROM event WHERE id = $1"
            ))
            .bind(event.id)
            .fetch_one()
            .await?;
        Ok(match mode {
            Mode::Online => online > 0,
            Mode::InPerson => in_person > 0,
        })
    }

    /// Whether anybody has answered the survey.
    pub(super) async fn is_survey_answered(&mut self, event: Id<Event>) -> Result<bool> {
        let answered: Option<(Id<Event>,)> = self
            .tx
            .query(sql!(
                "SELECT event_id FROM survey_answer WHERE event_id = $1 LIMIT 1"
            ))
            .bind(event)
            .fetch_optional()
            .await?;
        Ok(answered.is_some())
    }

    /// Notes that a session is joined at another link from now on.
    pub(super) async fn note_other_link(&mut self, session: Id<Session>) -> Result<()> {
        let now = self.tx.now();
        self.tx
            .query(sql!(
                "UPDATE session SET link_changed_at = $2 WHERE id = $1"
            ))
            .bind(session)
            .bind(now)
            .execute()
            .await?;
        Ok(())
    }

    async fn clear_parts(&mut self, event: &Event) -> Result<()> {
        let clear = [
            sql!("DELETE FROM host WHERE event_id = $1"),
            sql!("DELETE FROM meeting WHERE event_id = $1"),
        ];
        for statement in clear {
            self.tx.query(statement).bind(event.id).execute().await?;
        }
        Ok(())
    }

    async fn remove_session(&mut self, session: Id<Session>) -> Result<()> {
        for statement in [
            sql!("DELETE FROM appearance WHERE session_id = $1"),
            sql!("DELETE FROM session WHERE id = $1"),
        ] {
            self.tx.query(statement).bind(session).execute().await?;
        }
        Ok(())
    }

    async fn write_parts(&mut self, event: &Event) -> Result<()> {
        for (position, host) in (0..).zip(&event.details.hosts) {
            self.write_host(event, position, host).await?;
        }
        if let Some(meeting) = &event.details.meeting {
            self.write_meeting(event, Uuid::nil(), meeting).await?;
        }
        for (position, session) in (0..).zip(event.sessions()) {
            self.write_session(event, position, session).await?;
            if let Some(meeting) = &session.session.meeting {
                self.write_meeting(event, session.id.uuid(), meeting)
                    .await?;
            }
            self.write_lineup(event, session).await?;
        }
        Ok(())
    }

    async fn write_host(&mut self, event: &Event, position: i64, host: &Host) -> Result<()> {
        let id: Id<Host> = self.tx.new_id();
        self.tx
            .query(sql!(
                "INSERT INTO host (id, event_id, position, role, details)
                 VALUES ($1, $2, $3, $4, $5)"
            ))
            .bind(id)
            .bind(event.id)
            .bind(position)
            .bind(host.role)
            .bind(Json(host))
            .execute()
            .await?;
        Ok(())
    }

    async fn write_session(
        &mut self,
        event: &Event,
        position: i64,
        of: SessionOf<'_>,
    ) -> Result<()> {
        let capacity = of.session.capacity.unwrap_or_default();
        self.tx
            .query(sql!(
                "INSERT INTO session (id, event_id, session_key, position, starts_at, ends_at,
                    online_capacity, in_person_capacity, details, lineup_link_revision)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                 ON CONFLICT (id) DO UPDATE SET position = $4, starts_at = $5, ends_at = $6,
                    online_capacity = $7, in_person_capacity = $8, details = $9,
                    lineup_link_revision = $10"
            ))
            .bind(of.id)
            .bind(event.id)
            .bind(event.details.session_key(of.index))
            .bind(position)
            .bind(of.sitting.starts_at)
            .bind(of.sitting.ends_at)
            .bind(places(capacity, Mode::Online))
            .bind(places(capacity, Mode::InPerson))
            .bind(Json(of.session))
            .bind(of.lineup_link_revision)
            .execute()
            .await?;
        Ok(())
    }

    async fn write_meeting(
        &mut self,
        event: &Event,
        session: Uuid,
        meeting: &Meeting,
    ) -> Result<()> {
        let subject = event.id.uuid();
        let chance = self.tx.chance().clone();
        let key = self.key;
        let seal = |link: &MeetingLink| key.seal(subject, link.reveal(), &chance);
        self.tx
            .query(sql!(
                "INSERT INTO meeting (event_id, session_id, details, link, lineup_link, recording)
                 VALUES ($1, $2, $3, $4, $5, $6)"
            ))
            .bind(event.id)
            .bind(session)
            .bind(Json(meeting))
            .bind(meeting.link.as_ref().map(seal))
            .bind(meeting.lineup_link.as_ref().map(seal))
            .bind(meeting.recording.as_ref().map(seal))
            .execute()
            .await?;
        Ok(())
    }

    /// Somebody who stays in the lineup keeps the identity by which mails and calendar know them.
    async fn write_lineup(&mut self, event: &Event, of: SessionOf<'_>) -> Result<()> {
        let mut known = self.known_lineup(of.id).await?;
        for (position, appearance) in (0..).zip(&of.session.lineup) {
            let kept = known.iter().position(|before| before.is(appearance));
            let kept = kept.map(|index| known.remove(index));
            self.write_appearance(event, of.id, kept, (position, appearance))
                .await?;
        }
        for gone in known {
            self.tx
                .query(sql!("DELETE FROM appearance WHERE id = $1"))
                .bind(gone.id)
                .execute()
                .await?;
        }
        Ok(())
    }

    async fn known_lineup(&mut self, session: Id<Session>) -> Result<Vec<KnownAppearance>> {
        self.tx
            .query(sql!(
                "SELECT id, person_id, details, named FROM appearance WHERE session_id = $1
                 ORDER BY position"
            ))
            .bind(session)
            .fetch_all()
            .await
    }

    async fn write_appearance(
        &mut self,
        event: &Event,
        session: Id<Session>,
        kept: Option<KnownAppearance>,
        (position, appearance): (i64, &Appearance),
    ) -> Result<()> {
        let named = appearance.name.clone().map(|name| Named { name });
        let known_person = kept
            .as_ref()
            .filter(|before| before.named == named)
            .and_then(|before| before.person_id);
        let person = match known_person {
            Some(person) => Some(person),
            None => person::of_appearance(self.tx, event.organisation, appearance).await?,
        };
        let id = kept.map_or_else(|| self.tx.new_id(), |before| before.id);
        let (role, state): (Role, AppearanceState) = (appearance.role, appearance.state());
        self.tx
            .query(sql!(
                "INSERT INTO appearance (id, session_id, person_id, position, role, state, details,
                    named, email_key)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                 ON CONFLICT (id) DO UPDATE SET person_id = $3, position = $4, role = $5,
                    state = $6, details = $7, named = $8, email_key = $9"
            ))
            .bind(id)
            .bind(session)
            .bind(person)
            .bind(position)
            .bind(role)
            .bind(state)
            .bind(Json(appearance))
            .bind(named.map(Json))
            .bind(appearance.email.as_ref().map(EmailAddress::key))
            .execute()
            .await?;
        Ok(())
    }
}

/// Somebody in the lineup as it was.
#[derive(sqlx::FromRow)]
struct KnownAppearance {
    id: Id<Appearance>,
    person_id: Option<Id<Person>>,
    #[sqlx(json)]
    details: Appearance,
    #[sqlx(json(nullable))]
    named: Option<Named>,
}

impl KnownAppearance {
    /// Whether `appearance` is theirs. Where neither id nor address tells one from others, the name does:
    /// their photo must not become somebody else's.
    fn is(&self, appearance: &Appearance) -> bool {
        let is_marked = appearance.id.is_some() || appearance.email.is_some();
        let name = self.named.as_ref().map(|named| &named.name);
        appearance.is_of_same_person(&self.details)
            && (is_marked || name == appearance.name.as_ref())
    }
}

fn places(capacity: Capacity, mode: Mode) -> Option<i64> {
    capacity.of(mode).map(i64::from)
}
