//! Where the room is, what may be told of it, and what is mailed when.

use chrono::NaiveTime;

use super::whole;
use crate::base::span::Span;
use crate::base::text::EmailAddress;
use crate::event::{Details, MailSettings, QuietHours, Rules, Text, Venue, WebLink};
use crate::web::organiser::editor::flaw::Flaw;
use crate::web::organiser::editor::slot::{Asked, Lens, Offer, Says, Slot, given};

/// How long before a session one may be reminded, beside what is stated already.
const BEFORE: [&str; 6] = ["7d", "2d", "1d", "3h", "1h", "15m"];

/// How long personal data may be kept after the end (P-5).
const KEPT: [&str; 6] = ["0d", "7d", "30d", "60d", "90d", "365d"];

/// Where the room is.
pub fn venue(details: &Details) -> Vec<Slot> {
    let venue: Lens<Venue> = Lens::new(
        |details| details.venue.as_ref(),
        |details| Some(details.venue.get_or_insert_with(nowhere)),
    );
    let name = venue.texts(
        details,
        "venue-name",
        Text::LINE,
        |v| v.name.as_ref(),
        |v, text| v.name = text,
    );
    let address = venue.texts(
        details,
        "venue-address",
        Text::LINE,
        |v| v.address.as_ref(),
        |v, text| v.address = text,
    );
    let country = venue.slot(
        "country",
        Asked::One,
        |v| v.country.iter().cloned().collect(),
        |v, typed| {
            let code = given(typed);
            if code.is_some_and(|code| !crate::view::COUNTRIES.contains(&code)) {
                return Err(Flaw::Unknown);
            }
            v.country = code.map(str::to_owned);
            Ok(())
        },
    );
    let countries = |_: &Details| {
        let named = crate::view::COUNTRIES.iter();
        named
            .map(|code| Offer {
                value: (*code).to_owned(),
                says: Says::Country(code),
            })
            .collect()
    };
    name.into_iter()
        .chain(address)
        .chain([
            venue.line(
                "city",
                Text::LINE,
                |v| v.city.clone(),
                |v, text| v.city = text,
            ),
            country.offering(countries),
            venue.value::<WebLink>(
                "map",
                Asked::Address,
                "web",
                |v| v.map.clone(),
                |v, map| v.map = map,
            ),
        ])
        .collect()
}

/// A place of which nothing is known.
pub const fn nowhere() -> Venue {
    Venue {
        name: None,
        address: None,
        city: None,
        country: None,
        map: None,
    }
}

/// What may be told of it (F-15).
pub fn rules() -> Vec<Slot> {
    let whole = whole();
    let recorded = |d: &Details| d.recording.unwrap_or(false);
    let photographed = |d: &Details| d.photography.unwrap_or(false);
    vec![
        whole.word(
            "rules",
            "edit-rules",
            Rules::WORDS,
            Details::rules,
            |d, rules| d.rules = Some(rules),
        ),
        whole.tick("recording", recorded, |d, yes| d.recording = Some(yes)),
        whole.tick("photography", photographed, |d, yes| {
            d.photography = Some(yes)
        }),
    ]
}

/// What is mailed when.
pub fn mail(_: &Details) -> Vec<Slot> {
    let mail: Lens<MailSettings> = Lens::new(
        |details| details.mail.as_ref(),
        |details| Some(details.mail.get_or_insert_default()),
    );
    vec![
        reminders(),
        quiet(
            "quiet-from",
            |hours| hours.from,
            |hours, time| hours.from = time,
        ),
        quiet("quiet-to", |hours| hours.to, |hours, time| hours.to = time),
        mail.value::<EmailAddress>(
            "reply-to",
            Asked::Email,
            "email",
            |m| m.reply_to.clone(),
            |m, address| m.reply_to = address,
        ),
        retention(),
    ]
}

/// “1 day before”.
pub fn before(span: Span) -> Says {
    let minutes = span.delta().num_minutes();
    let (unit, count) = match minutes {
        0 => ("minutes", 0),
        _ if minutes % 1440 == 0 => ("days", minutes / 1440),
        _ if minutes % 60 == 0 => ("hours", minutes / 60),
        _ => ("minutes", minutes),
    };
    Says::Counted(format!("edit-before-{unit}"), count.unsigned_abs())
}

fn reminders() -> Slot {
    let shown = |d: &Details| d.reminders().iter().map(Span::to_string).collect();
    let put = |d: &mut Details, typed: &[&str]| {
        let spans = typed.iter().filter(|text| !text.is_empty());
        let spans: Result<Vec<Span>, _> = spans.map(|text| text.parse()).collect();
        let spans = spans.map_err(|_| Flaw::Unknown)?;
        d.mail.get_or_insert_default().reminders = Some(spans);
        Ok(())
    };
    let offers = |d: &Details| {
        let mut spans: Vec<Span> = BEFORE.iter().filter_map(|span| span.parse().ok()).collect();
        let known: Vec<Span> = d
            .reminders()
            .into_iter()
            .filter(|span| !spans.contains(span))
            .collect();
        spans.extend(known);
        spans.sort_by_key(|span| std::cmp::Reverse(span.delta()));
        let offer = |span: Span| Offer {
            value: span.to_string(),
            says: before(span),
        };
        spans.into_iter().map(offer).collect()
    };
    whole()
        .slot("reminders", Asked::Several, shown, put)
        .offering(offers)
}

/// One end of the quiet hours; there are some where both ends are stated.
fn quiet(
    name: &str,
    of: fn(&QuietHours) -> NaiveTime,
    put: fn(&mut QuietHours, NaiveTime),
) -> Slot {
    let shown = move |d: &Details| {
        let hours = d.mail.as_ref().and_then(|mail| mail.quiet_hours);
        hours
            .iter()
            .map(|hours| of(hours).format("%H:%M").to_string())
            .collect()
    };
    whole().slot(name, Asked::Hour, shown, move |d, typed| {
        let time = given(typed).map(|text| NaiveTime::parse_from_str(text, "%H:%M"));
        let time = time.transpose().map_err(|_| Flaw::Malformed("hour"))?;
        let mail = d.mail.get_or_insert_default();
        match (time, &mut mail.quiet_hours) {
            (None, hours) => *hours = None,
            (Some(time), Some(hours)) => put(hours, time),
            (Some(time), hours @ None) => {
                *hours = Some(QuietHours {
                    from: time,
                    to: time,
                })
            }
        }
        Ok(())
    })
}

fn retention() -> Slot {
    let shown = |d: &Details| vec![d.retention().to_string()];
    let put = |d: &mut Details, typed: &[&str]| {
        let span: Span = given(typed)
            .and_then(|text| text.parse().ok())
            .ok_or(Flaw::Unknown)?;
        if span.delta() > Span::days(365).delta() {
            return Err(Flaw::Unknown);
        }
        d.retention = Some(span);
        Ok(())
    };
    let offers = |d: &Details| {
        let mut spans: Vec<Span> = KEPT.iter().filter_map(|span| span.parse().ok()).collect();
        if !spans.contains(&d.retention()) {
            spans.push(d.retention());
        }
        let offer = |span: Span| Offer {
            value: span.to_string(),
            says: Says::Counted(
                "edit-kept-days".to_owned(),
                span.delta().num_days().unsigned_abs(),
            ),
        };
        spans.into_iter().map(offer).collect()
    };
    whole()
        .slot("retention", Asked::One, shown, put)
        .offering(offers)
        .required()
}
