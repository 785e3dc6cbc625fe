use super::fault::Sort;
use super::ids::Ids;
use super::mail;
use super::meeting::meeting;
use super::session::{self, Times};
use super::survey::survey;
use super::table::Table;
use super::terms::terms;
use super::value::Value;
use super::wording;
use crate::base::span::Span;
use crate::base::zone::Zone;
use crate::event::{
    Details, Host, Impossible, Interpretation, Key, MeetingLink, Schedule, TechCheck, Terms, Text,
    Venue,
};

/// Reads the whole file. `None` where something is missing without which there is no event; what
/// is wrong is noted in either case.
pub(super) fn details(root: &Table<'_>) -> Option<Details> {
    // Every key is read before the first missing one decides: every fault is to be told at once.
    let slug = root.need("slug").and_then(Value::parse);
    let kind = root.need("kind").and_then(Value::word);
    let format = root.need("format").and_then(Value::word);
    let zone = root.need("time_zone").and_then(Value::parse);
    let languages = root.need("languages").and_then(Value::languages);
    let page_languages = root.get("page_languages").and_then(Value::languages);
    let title = root.need("title").and_then(|v| v.localised(Text::TITLE));
    let summary = root.get("summary").and_then(|v| v.localised(Text::SUMMARY));
    let description = root
        .get("description")
        .and_then(|v| v.localised(Text::DESCRIPTION));
    let visibility = root.get("visibility").and_then(Value::word);
    let contact = root.get("contact").and_then(Value::parse);
    let rules = root.get("rules").and_then(Value::word);
    let recording = root.get("recording").and_then(Value::flag);
    let photography = root.get("photography").and_then(Value::flag);
    let retention = root.get("retention").and_then(retention);
    let embed = root.get("embed").and_then(|v| v.list(|v, _| v.origin()));
    let interpretation = root
        .get("interpretation")
        .and_then(|v| v.tables(|table, _| interpretation(table)));
    let venue = root.get("venue").and_then(|v| v.table(venue));
    let terms = root.get("registration").and_then(|v| v.table(terms));
    let meeting = root.get("meeting").and_then(|v| v.table(meeting));
    let tech_check = root.get("tech_check").and_then(|v| v.table(tech_check));
    let mail = root.get("mail").and_then(|v| v.table(mail::settings));
    let survey = root.get("survey").and_then(|v| v.table(survey));
    let hosts = hosts(root);
    let interpretation = interpretation.unwrap_or_default();
    let (sessions, times) = session::sessions(root, &interpretation);
    let terms = terms.unwrap_or_default();
    refuse_impossible(root, zone.as_ref(), &terms, &times);
    if let (Some(zone), Some(check)) = (&zone, &tech_check)
        && let Err(reason) = zone.resolve_strictly(check.starts)
    {
        root.refuse_path("tech_check.starts", Sort::Time, reason);
    }
    let links = MeetingLink::all(meeting.as_ref(), sessions.as_deref().unwrap_or_default());
    wording::refuse_links(root, mail.as_ref(), &links);
    Some(Details {
        slug: slug?,
        kind: kind?,
        format: format?,
        zone: zone?,
        languages: languages?,
        page_languages,
        title: title?,
        summary,
        description,
        visibility,
        contact,
        rules,
        recording,
        photography,
        retention,
        embed,
        interpretation,
        venue,
        terms,
        meeting,
        tech_check,
        mail,
        survey,
        hosts,
        sessions: sessions?,
    })
}

/// At most a year (P-5).
fn retention(value: Value<'_>) -> Option<Span> {
    let span: Span = value
        .text()?
        .parse()
        .map_err(|e| value.refuse(Sort::Form, e))
        .ok()?;
    if span.delta() > Span::days(365).delta() {
        value.refuse(Sort::Range, "is longer than 365d");
    }
    Some(span)
}

fn interpretation(table: &Table<'_>) -> Option<Interpretation> {
    let from = table.need("from").and_then(Value::parse);
    let to = table.need("to").and_then(Value::parse);
    let mode = table.need("mode").and_then(Value::word);
    Some(Interpretation {
        from: from?,
        to: to?,
        mode: mode?,
    })
}

fn tech_check(table: &Table<'_>) -> Option<TechCheck> {
    let starts = table.need("starts").and_then(Value::wall_time);
    let note = table.get("note").and_then(|v| v.localised(Text::LINES));
    Some(TechCheck {
        starts: starts?,
        note,
    })
}

fn venue(table: &Table<'_>) -> Option<Venue> {
    Some(Venue {
        name: table.get("name").and_then(|v| v.localised(Text::LINE)),
        address: table.get("address").and_then(|v| v.localised(Text::LINE)),
        city: table.get("city").and_then(|v| v.cleaned(Text::LINE)),
        country: table.get("country").and_then(Value::country),
        map: table.get("map").and_then(Value::parse),
    })
}

fn hosts(root: &Table<'_>) -> Vec<Host> {
    let mut ids = Ids::default();
    let hosts = root
        .get("host")
        .and_then(|v| v.tables(|table, index| host(table, ids.read(table, index))));
    hosts.unwrap_or_default()
}

fn host(table: &Table<'_>, id: Option<Key>) -> Option<Host> {
    let role = table.need("role").and_then(Value::word);
    let name = table.need("name").and_then(|v| v.localised(Text::LINE));
    let short = table.get("short").and_then(|v| v.localised(Text::LINE));
    let link = table.get("link").and_then(Value::parse);
    let disclaimer = table
        .get("disclaimer")
        .and_then(|v| v.localised(Text::LINES));
    Some(Host {
        id,
        role: role?,
        name: name?,
        short,
        link,
        disclaimer,
    })
}

/// Notes what is impossible about the times, each at the key that says it. Where the zone is not
/// known, their order can be judged all the same.
fn refuse_impossible(root: &Table<'_>, zone: Option<&Zone>, terms: &Terms, times: &[Times]) {
    let stand_in: Zone = "UTC".parse().expect("every database has UTC");
    let derived = Schedule::derive(zone.unwrap_or(&stand_in), terms, times);
    for reason in derived.err().into_iter().flatten() {
        let path = match &reason {
            Impossible::Session { .. } if zone.is_none() => continue,
            Impossible::Session { index, end, .. } => {
                let key = if *end { "ends" } else { "starts" };
                format!("session.{}.{key}", index + 1)
            }
            Impossible::EndsBeforeStart { index } => format!("session.{}.ends", index + 1),
            Impossible::ClosesBeforeOpening if terms.closes.is_none() => {
                "registration.opens".to_owned()
            }
            // The closing by default follows the sessions, whose fault this is then.
            Impossible::ClosesAfterEnd if terms.closes.is_none() => continue,
            Impossible::ClosesAfterEnd | Impossible::ClosesBeforeOpening => {
                "registration.closes".to_owned()
            }
        };
        root.refuse_path(&path, Sort::Time, reason);
    }
}
