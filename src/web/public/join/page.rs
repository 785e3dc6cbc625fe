//! What somebody's page to join by says.

use super::joiner::{Joiner, Own};
use crate::event::{Joining, SessionOf, Way, facts_to_send};
use crate::view::{JoinEnd, JoinPage, JoinSitting, Words};
use crate::web::public::visitor::Visit;

/// The page.
pub fn page(visit: &Visit<'_>, own: &Own) -> JoinPage {
    let (event, locale) = (&own.event, visit.locale());
    let end = own.end(locale);
    let sittings: Vec<JoinSitting> = own.sessions().map(|of| sitting(visit, own, of)).collect();
    let listening = match &own.joiner {
        Joiner::Attendee(registration) => registration.listening.as_ref(),
        Joiner::Appearing(_) => None,
    };
    let path = own.path();
    // As mails tell it: of a sensitive event nothing is said to whoever finds the address in a calendar.
    let mut facts = facts_to_send(event, locale, &own.session_ids());
    if end == Some(JoinEnd::InPerson) {
        facts.online = None;
    }
    JoinPage {
        frame: visit.frame_about(event, "").private().chosen_at(&path),
        event: facts,
        event_page: visit.event_path(event, ""),
        own: format!("{path}?lang={}", visit.language),
        state: overall(&sittings),
        sittings,
        listening: listening.map(|language| locale.language_name(language)),
        appears: matches!(own.joiner, Joiner::Appearing(_)),
        away: None,
        end,
    }
}

/// The same while the service that would let them in to `session` does not answer.
pub fn page_while_away(visit: &Visit<'_>, own: &Own, session: SessionOf<'_>) -> JoinPage {
    let page = page(visit, own);
    JoinPage {
        state: "away",
        away: Some(entrance(visit, own, session)),
        ..page
    }
}

fn sitting(visit: &Visit<'_>, own: &Own, of: SessionOf<'_>) -> JoinSitting {
    let (event, locale) = (&own.event, visit.locale());
    let number = (of.index + 1).to_string();
    let named = of.session.title.as_ref().filter(|_| !event.is_sensitive());
    let order = event.details.text_order();
    let title = named.and_then(|title| Words::pick(title, locale, &order));
    let name = title.map_or_else(
        || locale.text_with("session-number", &[("number", &number)]),
        |title| title.text,
    );
    let empty = JoinSitting {
        name,
        state: "late",
        opens: None,
        join: None,
        by: None,
        recording: None,
    };
    match own.joining(of) {
        Joining::Early { opens_at } => JoinSitting {
            state: "waiting",
            opens: Some(locale.moment(&event.details.zone, opens_at)),
            ..empty
        },
        Joining::Late => empty,
        Joining::Open(Way::Link(link)) => JoinSitting {
            state: "open",
            join: Some(link.reveal().to_owned()),
            ..empty
        },
        Joining::Open(Way::Own(provider)) => JoinSitting {
            state: "open",
            join: Some(entrance(visit, own, of)),
            by: provider.name(),
            ..empty
        },
        Joining::Over { recording } => JoinSitting {
            state: "over",
            recording: recording.map(|link| link.reveal().to_owned()),
            ..empty
        },
    }
}

/// Where the link is made by which they enter `session`.
fn entrance(visit: &Visit<'_>, own: &Own, session: SessionOf<'_>) -> String {
    let key = own.event.details.session_key(session.index);
    format!("{}/{key}?lang={}", own.path(), visit.language)
}

/// How it is as a whole: what can be done now comes first.
fn overall(sittings: &[JoinSitting]) -> &'static str {
    let states = ["open", "late", "waiting"];
    let found = states
        .into_iter()
        .find(|state| sittings.iter().any(|sitting| sitting.state == *state));
    found.unwrap_or("over")
}
