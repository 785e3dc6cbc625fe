//! Keeping a change: at once where it concerns nobody, and else as its organiser answers (F-17).

use super::flaw::{Fault, Flaw};
use super::impact::Impact;
use crate::base::db::Tx;
use crate::event::announcement::{Announcement, announce};
use crate::event::{self, CannotSave, Details, Event, EventState, Fact, SaveOptions, Saved};
use crate::web::Error;
use crate::web::organiser::Desk;

/// What the organiser wants those to know whom a change concerns.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Nobody has been asked.
    Unasked,
    /// Tell them, and say this to all.
    Tell(Option<Box<Announcement>>),
    /// Tell nobody.
    Quiet,
}

/// What became of a change.
#[derive(Debug)]
pub enum Settled {
    /// There was none.
    Unchanged,
    /// It is kept.
    Kept(Kept),
    /// Its organiser has to answer first; the event as it would be.
    Asks(Box<(Impact, Event)>),
    /// It cannot be kept.
    Refused(Vec<Fault>),
    /// Somebody else has changed the event.
    Overtaken,
}

/// Whom a change that is kept has reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many are told.
    pub told: i64,
    /// How many pages of attendees lead to another link now, where the link is another and nobody needs to
    /// be told (S-37).
    pub followed: i64,
}

/// Keeps `after` in place of the details of `before`. What it means is found out by doing it: where the
/// answer is not [`Settled::Kept`], the unit of work has to be dropped.
pub async fn settle(
    tx: &mut Tx,
    desk: &Desk,
    before: &Event,
    after: Details,
    answer: &Answer,
) -> Result<Settled, Error> {
    let actor = desk.actor();
    let options = SaveOptions {
        draft: before.state == EventState::Draft,
        quietly: *answer == Answer::Quiet,
        actor: &actor,
        of_revision: Some(before.revision),
    };
    let (key, sender) = (&desk.site.key, &desk.site.sender);
    match event::save(tx, key, desk.organisation.id, sender, after, options).await {
        Ok(Saved::Unchanged) => return Ok(Settled::Unchanged),
        Ok(Saved::New | Saved::Published(_) | Saved::Changed(_)) => {}
        Err(CannotSave::SessionInUse(_) | CannotSave::ModeInUse(_)) => {
            return Ok(Settled::Refused(vec![Fault::elsewhere(Flaw::InUse)]));
        }
        Err(CannotSave::SurveyAnswered) => {
            return Ok(Settled::Refused(vec![Fault::elsewhere(
                Flaw::SurveyAnswered,
            )]));
        }
        Err(CannotSave::Impossible(_)) => {
            return Ok(Settled::Refused(vec![Fault::elsewhere(
                Flaw::EndsBeforeStart,
            )]));
        }
        Err(CannotSave::TakenSlug | CannotSave::InTrash | CannotSave::Overtaken) => {
            return Ok(Settled::Overtaken);
        }
        Err(CannotSave::Database(error)) => return Err(error.into()),
    }
    let event = desk.event(tx).await?;
    let turned_sensitive = event.is_sensitive() && !before.is_sensitive();
    // Nobody knows the address of a draft yet. For an event that was announced it is offered.
    if turned_sensitive && event.state == EventState::Draft && event.details.slug.is_guessable() {
        let moved = event::readdress(tx, &event, &actor).await?;
        return Ok(moved.map_or(Settled::Overtaken, |_| Settled::Kept(Kept::default())));
    }
    if event.state != EventState::Published || event.is_over(tx.now()) {
        return Ok(Settled::Kept(Kept::default()));
    }
    let impact = Impact::of(tx, before, &event).await?;
    let is_answered = match answer {
        Answer::Unasked => !impact.needs_answer(),
        Answer::Quiet => impact.may_be_quiet() || impact.people.concerned() == 0,
        Answer::Tell(said) => said.is_some() || impact.may_be_quiet(),
    };
    if !is_answered {
        return Ok(Settled::Asks(Box::new((impact, event))));
    }
    if let Answer::Tell(Some(said)) = answer
        && let Err(_unsaid) = announce(tx, &event, said, true, &actor).await?
    {
        return Ok(Settled::Refused(vec![Fault::elsewhere(Flaw::TellsLink)]));
    }
    let is_followed = impact.told == 0 && impact.facts.contains(&Fact::Link);
    Ok(Settled::Kept(Kept {
        told: impact.told,
        followed: if is_followed {
            impact.people.holding_page
        } else {
            0
        },
    }))
}
