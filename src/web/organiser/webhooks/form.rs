//! The form that makes a webhook.

use super::PATH;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{self, Event, Rules};
use crate::outgoing::{Address, Refused};
use crate::view::{Choice, Field, Form, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::web::organiser::latest::LatestEvents;
use crate::webhook::{self, Kind, MOST, Wish};

/// A field, and how the catalogue's key for what is wrong with it ends.
pub(super) type Flaw = (&'static str, &'static str);

/// What was asked for, or what is wrong with it.
pub(super) async fn wish(
    desk: &Desk,
    tx: &mut Tx,
    filled: &Filled,
    events: &LatestEvents,
) -> Result<Result<Wish, Vec<Flaw>>, Error> {
    let mut flaws = Vec::new();
    let kinds: Vec<Kind> = Kind::choosable()
        .filter(|kind| filled.all("kinds").any(|word| word == kind.as_str()))
        .collect();
    if kinds.is_empty() {
        flaws.push(("kinds", "none"));
    }
    let chosen = filled.text("event");
    let event = events.at(chosen).map(Id::from_uuid);
    if event.is_none() && !chosen.is_empty() {
        flaws.push(("event", "unknown"));
    }
    let shows_people = filled.text("people") == "yes";
    if let Some(event) = event
        && shows_people
        && is_confidential(desk, tx, event).await?
    {
        flaws.push(("people", "confidential"));
    }
    let there_are = webhook::of_organisation(tx, desk.organisation.id).await?;
    if there_are.len() >= MOST {
        flaws.push(("address", "too-many"));
    }
    Ok(match outside(filled.text("address")) {
        Ok(address) if flaws.is_empty() => Ok(Wish {
            address,
            kinds,
            event,
            shows_people,
        }),
        Ok(_) => Err(flaws),
        Err(refused) => {
            flaws.push(("address", refused.word()));
            Err(flaws)
        }
    })
}

/// An address that may be asked as far as its text tells; where its name leads is judged each time it is asked.
fn outside(text: &str) -> Result<Address, Refused> {
    let address: Address = text.parse()?;
    if address.names_inside() {
        return Err(Refused::Inside);
    }
    Ok(address)
}

/// Whether nobody outside is told who comes (P-18).
async fn is_confidential(desk: &Desk, tx: &mut Tx, event: Id<Event>) -> Result<bool, Error> {
    let event = event::load(tx, &desk.site.key, event).await?;
    Ok(event.is_some_and(|event| event.details.rules() == Rules::ChathamHouse))
}

pub(super) fn form(desk: &Desk, filled: &Filled, events: &LatestEvents, flaws: &[Flaw]) -> Form {
    let locale = desk.locale();
    let problem = |field: &str| {
        let (_, flaw) = flaws.iter().find(|(flawed, _)| *flawed == field)?;
        Some(locale.text(&format!("webhooks-{field}-{flaw}")))
    };
    let address = Field {
        widget: Widget::Link,
        problem: problem("address"),
        ..Field::line("address", locale.text("webhooks-address"))
    }
    .hinted(locale.text("webhooks-address-hint"))
    .holding(filled.text("address"));
    let kinds = Kind::choosable().map(|kind| Choice {
        hint: Some(locale.text(&format!("webhook-kind-{kind}-hint"))),
        chosen: filled.all("kinds").any(|word| word == kind.as_str()),
        ..Choice::new(kind.as_str(), locale.text(&format!("webhook-kind-{kind}")))
    });
    let kinds = Field {
        widget: Widget::Boxes,
        options: kinds.collect(),
        problem: problem("kinds"),
        ..Field::line("kinds", locale.text("webhooks-kinds"))
    };
    let event = Field {
        problem: problem("event"),
        ..Field::optional("event", Widget::Select, locale.text("team-event"))
    };
    let all = events.choices(locale.text("team-all-events"));
    let words = locale.text("webhooks-people");
    let people = Field {
        problem: problem("people"),
        ..Field::optional("people", Widget::Tick, words.clone())
    }
    .hinted(locale.text("webhooks-people-hint"))
    .among(vec![Choice::new("yes", words)], filled.text("people"));
    let event = event.among(all, filled.text("event"));
    Form::of(PATH, vec![address, kinds, event, people])
}
