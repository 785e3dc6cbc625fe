//! A new event, in as few fields as can be (U-9).

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate, NaiveTime};

use super::edit;
use super::flaw::{Fault, Flaw};
use super::judge::judge;
use super::pages;
use super::shown::Showing;
use super::slot::{Asked, Slot, given};
use crate::base::db::Tx;
use crate::base::language::{Language, Localised};
use crate::base::zone::WallTime;
use crate::event::{
    self, CannotSave, Details, Format, Kind, SaveOptions, Saved, Session, Slug, Terms, Text,
    Visibility, free_slug,
};
use crate::view::desk::{NewEventPage, Sheet};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// Shown where nothing is typed yet, since nothing but a guess could stand there.
const UNSAID: [&str; 5] = ["title", "date", "starts", "ends", "zone"];

/// The form.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let blank = blank(desk.language());
    let slots = slots(&blank);
    let values: Vec<Vec<String>> = slots.iter().map(|slot| first_value(slot, &blank)).collect();
    let page = page(&desk, &blank, &slots, &values, &[]);
    desk.html(&page)
}

/// Makes a draft, and goes on to what is to be looked at before it is announced.
pub async fn make(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let blank = blank(desk.language());
    let slots = slots(&blank);
    let filled = with_every_field(&slots, &filled);
    let mut edit = edit::apply(&slots, &blank, &filled);
    end_after_start(&mut edit.details);
    if edit.faults.is_empty() {
        edit.faults = judge(&slots, None, &edit.details, Some(0));
    }
    if !edit.faults.is_empty() {
        let page = page(&desk, &edit.details, &slots, &edit.shown, &edit.faults);
        let response = desk.html(&page)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, response).into_response());
    }
    let mut tx = desk.site.db.begin().await?;
    let wish = wish(&edit.details);
    let slug = draft(&mut tx, &desk, edit.details, &wish).await?;
    tx.commit().await?;
    Ok(desk.done(&format!("/organise/events/{slug}/publish"), "event-made"))
}

/// Keeps `details` as a draft at `wish`, or at the next address like it that is free; a sensitive event
/// at an address that nobody can guess (P-10).
pub async fn draft(
    tx: &mut Tx,
    desk: &Desk,
    mut details: Details,
    wish: &Slug,
) -> Result<Slug, Error> {
    details.slug = match details.visibility() {
        Visibility::Sensitive => Slug::unguessable(tx.chance()),
        Visibility::Public | Visibility::Unlisted => free_slug(tx, wish).await?,
    };
    let slug = details.slug.clone();
    let actor = desk.actor();
    let options = SaveOptions {
        draft: true,
        actor: &actor,
        ..SaveOptions::default()
    };
    let (key, sender) = (&desk.site.key, &desk.site.sender);
    match event::save(tx, key, desk.organisation.id, sender, details, options).await {
        Ok(Saved::New) => Ok(slug),
        Err(CannotSave::Database(error)) => Err(error.into()),
        // Somebody else took the address in the meantime.
        Ok(_) | Err(_) => Err(Error::Busy),
    }
}

/// The title in Latin letters, or what it is and when.
fn wish(details: &Details) -> Slug {
    let order = details.text_order();
    let title = details.title.pick(&order[0], &order);
    let of_title = title.and_then(|title| Slug::of_title(title.text));
    of_title.unwrap_or_else(|| {
        let day = details.sessions[0].starts.local.date();
        let word = format!("{}-{day}", details.kind);
        word.parse().unwrap_or_else(|_| details.slug.clone())
    })
}

fn page(
    desk: &Desk,
    details: &Details,
    slots: &[Slot],
    values: &[Vec<String>],
    faults: &[Fault],
) -> NewEventPage {
    let showing = Showing {
        locale: desk.locale(),
        details,
        faults,
        meanwhile: &[],
    };
    let (groups, problems) = showing.groups(slots, values);
    NewEventPage {
        frame: desk.frame("events"),
        sheet: Sheet {
            action: "/organise/new-event".to_owned(),
            hidden: Vec::new(),
            groups,
            problems,
        },
    }
}

fn first_value(slot: &Slot, blank: &Details) -> Vec<String> {
    if UNSAID.contains(&slot.name.as_str()) {
        Vec::new()
    } else {
        slot.get(blank)
    }
}

/// A field that was not sent is one in which nothing was typed.
fn with_every_field(slots: &[Slot], filled: &Filled) -> Filled {
    let unsent = slots
        .iter()
        .filter(|slot| slot.asked != Asked::Side && filled.all(&slot.name).next().is_none());
    let sent = filled
        .fields()
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    Filled::with(
        sent.chain(unsent.map(|slot| (slot.name.clone(), String::new())))
            .collect(),
    )
}

/// An event of which nothing is stated yet, for readers of `language`.
fn blank(language: &Language) -> Details {
    let midnight = WallTime::of(NaiveDate::default().and_time(NaiveTime::MIN));
    Details {
        slug: "event".parse().expect("a slug"),
        kind: Kind::Roundtable,
        format: Format::Online,
        zone: "UTC".parse().expect("every database has UTC"),
        languages: vec![language.clone()],
        page_languages: None,
        title: Localised::One(String::new()),
        summary: None,
        description: None,
        visibility: None,
        contact: None,
        rules: None,
        recording: None,
        photography: None,
        retention: None,
        embed: None,
        interpretation: Vec::new(),
        venue: None,
        terms: Terms::default(),
        meeting: None,
        tech_check: None,
        mail: None,
        survey: None,
        hosts: Vec::new(),
        sessions: vec![Session {
            id: None,
            title: None,
            r#abstract: None,
            starts: midnight,
            ends: midnight,
            place: None,
            languages: None,
            capacity: None,
            meeting: None,
            lineup: Vec::new(),
        }],
    }
}

fn slots(blank: &Details) -> Vec<Slot> {
    let whole = pages::whole();
    let title = whole.slot(
        "title",
        Asked::Line,
        |_| Vec::new(),
        |d, typed| {
            let title = super::slot::text(Text::TITLE, typed)?;
            d.title = Localised::One(title.ok_or(Flaw::Missing)?);
            Ok(())
        },
    );
    let day = whole.slot(
        "date",
        Asked::Day,
        |_| Vec::new(),
        |d, typed| {
            let day = given(typed).ok_or(Flaw::Missing)?;
            let day: NaiveDate = day.parse().map_err(|_| Flaw::Malformed("day"))?;
            let session = &mut d.sessions[0];
            session.starts = WallTime::of(day.and_time(session.starts.local.time()));
            Ok(())
        },
    );
    let mut basics = pages::named(pages::Part::Basics.slots(blank));
    let mut meeting = pages::named(pages::Part::Meeting.slots(blank));
    let mut registration = pages::named(pages::Part::Registration.slots(blank));
    let mut slots = vec![title.required(), day.required()];
    slots.push(hour("starts", |session| &mut session.starts));
    slots.extend(basics.remove("starts.side"));
    slots.push(hour("ends", |session| &mut session.ends));
    slots.extend(basics.remove("ends.side"));
    slots.extend(
        ["zone", "format"]
            .into_iter()
            .filter_map(|name| basics.remove(name)),
    );
    slots.extend(basics.remove("languages").map(|slot| slot.ranked(2)));
    slots.extend(meeting.remove("link"));
    slots.extend(registration.remove("closes"));
    slots.push(capacity());
    slots
}

fn hour(name: &'static str, at: fn(&mut Session) -> &mut WallTime) -> Slot {
    let put = move |d: &mut Details, typed: &[&str]| {
        let time = given(typed).ok_or(Flaw::Missing)?;
        let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| Flaw::Malformed("hour"))?;
        let wall = at(&mut d.sessions[0]);
        *wall = WallTime::of(wall.local.date().and_time(time));
        Ok(())
    };
    pages::whole()
        .slot(name, Asked::Hour, |_| Vec::new(), put)
        .required()
}

/// Places in the room, or online where there is none.
fn capacity() -> Slot {
    let put = |d: &mut Details, typed: &[&str]| {
        let places = pages::count(typed)?;
        let mut capacity = d.terms.capacity();
        match d.format {
            Format::Online => capacity.online = places,
            Format::InPerson | Format::Hybrid => capacity.in_person = places,
        }
        d.terms.capacity = places.map(|_| capacity);
        Ok(())
    };
    pages::whole().slot("capacity", Asked::Number, |_| Vec::new(), put)
}

/// Ends on the day on which it starts, or on the next where the hour has passed then.
fn end_after_start(details: &mut Details) {
    let session = &mut details.sessions[0];
    let starts = session.starts.local;
    let same_day = starts.date().and_time(session.ends.local.time());
    session.ends.local = if same_day > starts {
        same_day
    } else {
        same_day.checked_add_days(Days::new(1)).unwrap_or(same_day)
    };
}
