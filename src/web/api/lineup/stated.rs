//! Whom a program puts into a lineup, and what it says of them.

use serde_json::Value as Json;

use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::file::{Sort, appearance_from_json};
use crate::event::lineup::Placed;
use crate::event::person::{self, Profile};
use crate::event::{Appearance, AppearanceState, Event, Person, Seen};
use crate::web::api::caller::Caller;
use crate::web::api::events::faults::{of_file, tells_link};
use crate::web::api::field_error::FieldError;
use crate::web::api::problem::Problem;

/// The key that names somebody of the directory.
const PERSON: &str = "person";

/// Somebody new in a session: known in the directory, which says what is left out, or not yet.
pub(super) async fn newcomer(
    tx: &mut Tx,
    caller: &Caller,
    event: &Event,
    sent: &Json,
) -> Result<(Option<Id<Person>>, Appearance), Problem> {
    let mut stated = sent.clone();
    let named = stated.as_object_mut().and_then(|keys| keys.remove(PERSON));
    // Nobody but a file names places: another of the session may have the id.
    if stated.get("id").is_some_and(|id| !id.is_null()) {
        let error = FieldError::within(sent, "id", Sort::Misplaced);
        return Err(Problem::unfit(vec![error]));
    }
    let mut appearance = appearance(event, &stated)?;
    // Nobody has said yet that they were asked, as on the board (F-8).
    appearance.state.get_or_insert(AppearanceState::Idea);
    let Some(named) = named.filter(|named| !named.is_null()) else {
        return Ok((None, appearance));
    };
    let known = known(tx, caller, &named).await?;
    let known = known.ok_or_else(|| {
        let words = caller.locale().text("api-unknown-person");
        let error = FieldError::within(sent, PERSON, Sort::Reference);
        Problem::unfit(vec![error.saying(words)])
    })?;
    let appearance = filled_in(appearance, &known.profile);
    tells_no_link(event, &appearance, sent)?;
    Ok((Some(known.id), appearance))
}

/// What is stated anew about `placed`: how far the agreement has come is as it was, unless it is said too.
pub(super) fn anew(event: &Event, placed: &Placed, sent: &Json) -> Result<Appearance, Problem> {
    let to = appearance(event, sent)?;
    if to.id.is_some() && to.id != placed.appearance.id {
        let error = FieldError::within(sent, "id", Sort::Misplaced);
        return Err(Problem::unfit(vec![error]));
    }
    Ok(Appearance {
        state: to.state.or(placed.appearance.state),
        ..to
    })
}

/// What is stated about somebody.
fn appearance(event: &Event, sent: &Json) -> Result<Appearance, Problem> {
    let read = appearance_from_json(sent, &event.details);
    let appearance = read.map_err(|found| of_file(sent, &found))?;
    tells_no_link(event, &appearance, sent)?;
    Ok(appearance)
}

/// Somebody in the directory, which is the organisation's and holds addresses: not for tokens of one event.
async fn known(tx: &mut Tx, caller: &Caller, named: &Json) -> Result<Option<Person>, Problem> {
    let id = named.as_str().and_then(|id| id.parse().ok());
    let Some(id) = id.filter(|_| caller.token.scope.event.is_none()) else {
        return Ok(None);
    };
    Ok(person::find(tx, caller.token.organisation, id).await?)
}

fn filled_in(stated: Appearance, known: &Profile) -> Appearance {
    Appearance {
        name: stated.name.or_else(|| Some(known.name.clone())),
        position: stated.position.or_else(|| known.position.clone()),
        organisation: stated.organisation.or_else(|| known.organisation.clone()),
        bio: stated.bio.or_else(|| known.bio.clone()),
        email: stated.email.or_else(|| known.email.clone()),
        ..stated
    }
}

/// That no text tells everybody a link to join by (S-32).
fn tells_no_link(event: &Event, appearance: &Appearance, sent: &Json) -> Result<(), Problem> {
    let links = event.details.meeting_links();
    let texts = [
        ("name", &appearance.name),
        ("position", &appearance.position),
        ("organisation", &appearance.organisation),
        ("bio", &appearance.bio),
    ];
    let mut errors = Vec::new();
    for (key, texts) in texts {
        for (language, text) in texts.iter().flat_map(Localised::keyed) {
            if Seen::of(text).tells_any(&links) {
                let path = language.map_or(key.to_owned(), |tag| format!("{key}.{tag}"));
                errors.push(tells_link(sent, path));
            }
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Problem::unfit(errors))
    }
}
