//! What those who appear say by themselves, through their own link (F-9). They see and change what is
//! theirs, and nothing else (P-13).

use super::edit::{Told, record};
use super::{Appearance, AppearanceState, Invitee, Placed, store};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::person::{self, About};
use crate::event::{Event, Picture, picture};
use crate::words;

/// Who acts through such a link, in the audit log.
const SELF: &str = "lineup";

words! {
    /// What somebody answers to the invitation.
    pub enum Answer {
        /// They come.
        Confirm = "confirm",
        /// They do not.
        Decline = "decline",
    }
}

/// What an answer came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// It is noted.
    Done,
    /// It was so already.
    Already,
    /// Nothing can be answered any more: the session is over, or somebody else has the place.
    TooLate,
}

/// What somebody says of themselves, in the languages of the event's page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// Their position.
    pub position: Option<Localised>,
    /// Their organisation.
    pub organisation: Option<Localised>,
    /// About them.
    pub bio: Option<Localised>,
}

/// Answers for `of`, or for every session that is still to be answered. Having agreed, who declines
/// withdraws.
pub async fn answer(
    tx: &mut Tx,
    event: &Event,
    invitee: &Invitee,
    of: Option<Id<Appearance>>,
    answer: Answer,
) -> Result<Answered> {
    let own = store::of_address(tx, event.id, &invitee.email_key).await?;
    let meant = own
        .iter()
        .filter(|one| of.is_none_or(|id| one.id == id))
        .filter(|one| is_to_come(event, one, tx));
    let mut outcome = Answered::TooLate;
    let mut changed: Vec<(&Placed, AppearanceState)> = Vec::new();
    for one in meant {
        let from = one.appearance.state();
        match (from, answer) {
            (AppearanceState::Idea | AppearanceState::Invited, Answer::Confirm) => {
                changed.push((one, AppearanceState::Confirmed));
            }
            (AppearanceState::Idea | AppearanceState::Invited, Answer::Decline) => {
                changed.push((one, AppearanceState::Declined));
            }
            (AppearanceState::Confirmed, Answer::Decline) if of.is_some() => {
                changed.push((one, AppearanceState::Withdrawn));
            }
            (AppearanceState::Confirmed, Answer::Confirm)
            | (AppearanceState::Declined | AppearanceState::Withdrawn, Answer::Decline) => {
                outcome = Answered::Already;
            }
            _ => {}
        }
    }
    if changed.is_empty() {
        return Ok(outcome);
    }
    let revision = store::advance(tx, event.id).await?;
    for (one, to) in changed {
        let from = one.appearance.state();
        if store::set_answer(tx, one, (from, to)).await? {
            let after = Appearance {
                state: Some(to),
                ..one.appearance.clone()
            };
            let told = Told::of(event, one, "answered").with_changes(&one.appearance, &after);
            record(tx, event, SELF, revision, &told).await?;
        }
    }
    Ok(Answered::Done)
}

/// Puts what somebody says of themselves into every session of `event` in which they appear, and into
/// the directory. What was said already changes nothing, and the event stays as it is.
pub async fn describe(
    tx: &mut Tx,
    event: &Event,
    invitee: &Invitee,
    words: &OwnWords,
) -> Result<()> {
    let own = store::of_address(tx, event.id, &invitee.email_key).await?;
    let said = |one: &Placed| Appearance {
        position: words.position.clone(),
        organisation: words.organisation.clone(),
        bio: words.bio.clone(),
        ..one.appearance.clone()
    };
    let on = own.iter().filter(|one| !one.is_off());
    let changed: Vec<(&Placed, Appearance)> = on
        .map(|one| (one, said(one)))
        .filter(|(one, after)| *after != one.appearance)
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let revision = store::advance(tx, event.id).await?;
    for (one, after) in changed {
        store::update(tx, one.id, one.person, &after).await?;
        if let Some(person) = one.person {
            person::learn(tx, event.organisation, person, &after).await?;
        }
        let told = Told::of(event, one, "described").with_changes(&one.appearance, &after);
        record(tx, event, SELF, revision, &told).await?;
    }
    Ok(())
}

/// Shows this photo of somebody wherever they appear in `event`, and in the directory; or none. The
/// one that is shown already, with the same words, changes nothing.
pub async fn set_own_photo(
    tx: &mut Tx,
    event: &Event,
    invitee: &Invitee,
    photo: Option<(Id<Picture>, About)>,
) -> Result<()> {
    let own = store::of_address(tx, event.id, &invitee.email_key).await?;
    let shows = |one: &Placed| {
        let shown = one.photo.as_ref();
        shown.map(|shown| (shown.picture, &shown.about))
            == photo.as_ref().map(|(picture, about)| (*picture, about))
    };
    let on = own.iter().filter(|one| !one.is_off());
    let changed: Vec<&Placed> = on.filter(|one| !shows(one)).collect();
    if changed.is_empty() {
        return match photo {
            // Nobody is left to show it.
            Some((picture, _)) => picture::forget(tx, picture).await,
            None => Ok(()),
        };
    }
    let revision = store::advance(tx, event.id).await?;
    for one in changed {
        let of_event = photo.as_ref().map(|(picture, about)| (*picture, about));
        store::set_photo(tx, one.id, of_event).await?;
        if let Some(id) = one.person
            && let Some(person) = person::find(tx, event.organisation, id).await?
            && person::is_own(&person, &one.appearance)
        {
            person::set_photo(tx, SELF, &person, photo.clone()).await?;
        }
        record(tx, event, SELF, revision, &Told::of(event, one, "photo")).await?;
    }
    for before in own.iter().filter_map(|one| one.photo.as_ref()) {
        picture::forget(tx, before.picture).await?;
    }
    Ok(())
}

fn is_to_come(event: &Event, one: &Placed, tx: &Tx) -> bool {
    let session = event.sessions().find(|of| of.id == one.session);
    session.is_some_and(|of| tx.now() < of.sitting.ends_at)
}
