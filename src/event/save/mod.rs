//! Keeping what an organiser stated: a new event, or the next revision of a known one.

mod store;

use serde_json::json;

use store::Keeper;

use super::announcement;
use super::asked::asks_the_same;
use super::changes::{self, Change};
use super::logo;
use super::{
    Details, Event, EventState, Fact, Format, Impossible, Key, Mode, Schedule, Told, Way, find,
    tell, touched,
};
use crate::account::Organisation;
use crate::audit;
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::sender::Sender;

/// Who acts from the command line, in the audit log.
pub const OPERATOR: &str = "operator";

/// What saving came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// There was none at this slug.
    New,
    /// There was a draft, which stated this before; it is public now.
    Published(Box<Details>),
    /// There was one, which stated this before; its state is the same.
    Changed(Box<Details>),
    /// There was one, and it stated the same.
    Unchanged,
}

/// Why an event could not be saved; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum CannotSave {
    /// Its times are impossible.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Impossible(Vec<Impossible>),
    /// The slug belongs to an event of another organisation.
    #[error("another organisation has an event with this slug")]
    TakenSlug,
    /// The slug belongs to an event in the trash.
    #[error("an event with this slug is in the trash: bring it back, or take another slug")]
    InTrash,
    /// People are registered for a session that would go.
    #[error("the session “{0}” has registrations and cannot be removed")]
    SessionInUse(Key),
    /// People are registered to attend in a way that would go.
    #[error("people are registered {}, so that this cannot go", match .0 {
        Mode::Online => "online",
        Mode::InPerson => "in person",
    })]
    ModeInUse(Mode),
    /// People have answered what would go or be another question.
    #[error(
        "the survey has answers: no question of it can go, be answered otherwise or change places with another; \
         other words, and more questions with ids of their own, are possible"
    )]
    SurveyAnswered,
    /// Somebody else saved it in the meantime.
    #[error("the event was changed by somebody else at the same time; look at it and try again")]
    Overtaken,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// How to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaveOptions<'a> {
    /// Whether it should not be published yet.
    pub draft: bool,
    /// Whether nobody is told of what is different.
    pub quietly: bool,
    /// Who saves it, for the audit log.
    pub actor: &'a str,
    /// The revision that the details were made from, where anybody else's is not to be saved over.
    pub of_revision: Option<i64>,
}

impl Default for SaveOptions<'_> {
    fn default() -> Self {
        Self {
            draft: false,
            quietly: false,
            actor: OPERATOR,
            of_revision: None,
        }
    }
}

/// Saves `details` under their slug. A new event is published unless it is a draft; a known one is
/// published if it was a draft and should not stay one, and else keeps its state. `sender` is the
/// sender of its mails from its publication on (CAL-8). Who holds facts of a public event that are others
/// now is told, unless it is to happen quietly (F-17).
///
/// # Errors
/// [`CannotSave`]; the unit of work has to be dropped then.
pub async fn save(
    tx: &mut Tx,
    key: &InstanceKey,
    organisation: Id<Organisation>,
    sender: &Sender,
    details: Details,
    options: SaveOptions<'_>,
) -> Result<Saved, CannotSave> {
    let SaveOptions {
        draft,
        quietly,
        actor,
        of_revision,
    } = options;
    let schedule = Schedule::of(&details).map_err(CannotSave::Impossible)?;
    let known = find(tx, key, &details.slug).await?;
    let mut keeper = Keeper { tx, key };
    let Some(known) = known else {
        let event = new_event(&keeper, organisation, sender, details, schedule, draft);
        if !keeper.insert(&event).await? {
            return Err(match keeper.has_trashed(&event.details.slug).await? {
                Some(theirs) if theirs == organisation => CannotSave::InTrash,
                Some(_) => CannotSave::TakenSlug,
                None => CannotSave::Overtaken,
            });
        }
        record(tx, &event, actor, "event_made", &[]).await?;
        return Ok(Saved::New);
    };
    if known.organisation != organisation {
        return Err(CannotSave::TakenSlug);
    }
    if of_revision.is_some_and(|revision| revision != known.revision) {
        return Err(CannotSave::Overtaken);
    }
    let state = match known.state {
        EventState::Draft if !draft => EventState::Published,
        state => state,
    };
    if known.details == details && known.state == state {
        return Ok(Saved::Unchanged);
    }
    let sender = if known.state == EventState::Draft {
        sender
    } else {
        &known.sender
    };
    let mut event = Event {
        state,
        sender: sender.clone(),
        revision: known.revision + 1,
        session_ids: session_ids(&keeper, &known, &details),
        told: Vec::new(),
        updated_at: keeper.tx.now(),
        details,
        schedule,
        ..known.clone()
    };
    event.told = told(&known, &event.session_ids);
    event.lineup_link_revisions = lineup_link_revisions(&known, &event);
    // Only now there is everything of each session that is new.
    event.link_revision += i64::from(has_other_links(&known, &event));
    for (index, id) in known.session_ids.iter().enumerate() {
        if !event.session_ids.contains(id) && keeper.is_session_used(*id).await? {
            return Err(CannotSave::SessionInUse(known.details.session_key(index)));
        }
    }
    let gone = [
        (Mode::Online, Format::InPerson),
        (Mode::InPerson, Format::Online),
    ];
    for (mode, format) in gone {
        if event.details.format == format && keeper.is_mode_used(&event, mode).await? {
            return Err(CannotSave::ModeInUse(mode));
        }
    }
    if !keeper.update(&known, &event).await? {
        return Err(CannotSave::Overtaken);
    }
    // Only now, when nobody can answer in the meantime.
    let asked = known.details.survey.as_ref();
    if asked.is_some_and(|asked| !asks_the_same(asked, event.details.survey.as_ref()))
        && keeper.is_survey_answered(event.id).await?
    {
        return Err(CannotSave::SurveyAnswered);
    }
    logo::follow_hosts(tx, &known, &event).await?;
    let touched = touched(&known, &event);
    let mut keeper = Keeper { tx, key };
    for other in touched
        .iter()
        .filter(|touched| touched.facts.contains(&Fact::Link))
    {
        keeper.note_other_link(other.session).await?;
    }
    if known.schedule.ends_at() != event.schedule.ends_at() {
        announcement::follow_end(tx, &event).await?;
    }
    let changes = changes::between(&known.details, &event.details);
    record(tx, &event, actor, "event_changed", &changes).await?;
    if known.state == EventState::Published && event.state == known.state && !quietly {
        tell(tx, &event, &touched, actor).await?;
    }
    let before = Box::new(known.details);
    Ok(if known.state == event.state {
        Saved::Changed(before)
    } else {
        Saved::Published(before)
    })
}

/// Writes down what was done, and what had to be decided about its deadlines (TIME-4).
async fn record(
    tx: &mut Tx,
    event: &Event,
    actor: &str,
    action: &str,
    changes: &[Change],
) -> db::Result<()> {
    let notes: Vec<String> = Schedule::decided(&event.details)
        .iter()
        .map(ToString::to_string)
        .collect();
    let told = json!({
        "revision": event.revision,
        "state": event.state,
        "changes": changes, "notes": notes });
    audit::record(tx, actor, action, event.id.uuid(), told).await
}

fn new_event(
    keeper: &Keeper<'_>,
    organisation: Id<Organisation>,
    sender: &Sender,
    details: Details,
    schedule: Schedule,
    draft: bool,
) -> Event {
    let now = keeper.tx.now();
    Event {
        id: keeper.tx.new_id(),
        organisation,
        state: if draft {
            EventState::Draft
        } else {
            EventState::Published
        },
        revision: 0,
        link_revision: 0,
        lineup_link_revisions: vec![0; details.sessions.len()],
        cancellations: 0,
        cancel_reason: None,
        holds: Vec::new(),
        sender: sender.clone(),
        session_ids: details
            .sessions
            .iter()
            .map(|_| keeper.tx.new_id())
            .collect(),
        told: vec![None; details.sessions.len()],
        details,
        schedule,
        released_at: None,
        created_at: now,
        updated_at: now,
    }
}

/// Sessions keep their identity by their key (contract, “Event files”).
fn session_ids(keeper: &Keeper<'_>, known: &Event, details: &Details) -> Vec<Id<super::Session>> {
    (0..details.sessions.len())
        .map(|index| {
            let key = details.session_key(index);
            known
                .sessions()
                .find(|session| known.details.session_key(session.index) == key)
                .map_or_else(|| keeper.tx.new_id(), |session| session.id)
        })
        .collect()
}

/// What attendees were told last of each session that stays.
fn told(known: &Event, sessions: &[Id<super::Session>]) -> Vec<Option<Told>> {
    let last = |id| known.sessions().find(|of| of.id == id)?.told.cloned();
    sessions.iter().map(|id| last(*id)).collect()
}

/// Whether somebody who may have been sent the link of a session would now be sent another.
fn has_other_links(known: &Event, event: &Event) -> bool {
    known.sessions().any(|old| {
        let kept = event.sessions().find(|new| new.id == old.id);
        kept.is_some_and(|new| is_sent_anew(known.way_to(old.session), event.way_to(new.session)))
    })
}

/// How often the link of each session was another one for those who appear, this time included.
fn lineup_link_revisions(known: &Event, event: &Event) -> Vec<i64> {
    let ids = event.session_ids.iter().zip(&event.details.sessions);
    ids.map(|(id, session)| {
        let Some(old) = known.sessions().find(|old| old.id == *id) else {
            return 0;
        };
        let (before, now) = (
            known.lineup_way_to(old.session),
            event.lineup_way_to(session),
        );
        let is_other = is_sent_anew(before, now);
        old.lineup_link_revision + i64::from(is_other)
    })
    .collect()
}

/// Whether who was sent the one has something else to be sent now.
fn is_sent_anew(before: Option<Way<'_>>, now: Option<Way<'_>>) -> bool {
    match (before, now) {
        (Some(before), Some(now)) => !now.is_sent_as(before),
        (before, now) => before.is_some() != now.is_some(),
    }
}
