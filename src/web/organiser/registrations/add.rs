//! Adding somebody by hand.

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::{base, wake};
use crate::event::Event;
use crate::registration::{self, Added, ByHand};
use crate::view::desk::EventTab;
use crate::view::desk::registrations::AddPage;
use crate::view::{Choice, Field, Form, Problem, Widget};
use crate::web::Error;
use crate::web::form::{Fault, Filled};
use crate::web::organiser::desk::Desk;
use crate::web::public::{by_hand, read_by_hand};
use crate::web::reply::see_other;

/// Why somebody was not added though the form was filled in well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hindrance {
    Closed,
    Full,
    Over,
    Known,
}

/// The form.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    desk.html(&page(&desk, &event, &Filled::default(), &[], None))
}

/// Gives them a place.
pub async fn add(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let request = match read_by_hand(&filled, &event, desk.language()) {
        Ok(request) => request,
        Err(faults) => return refused(&desk, &page(&desk, &event, &filled, &faults, None)),
    };
    let actor = desk.actor();
    let by = ByHand {
        actor: &actor,
        beyond_terms: filled.text("beyond") == "yes",
    };
    let added = registration::add(&mut tx, &desk.site.key, &event, &request, &by).await?;
    let (hindrance, known) = match added {
        Added::Done(id) => {
            tx.commit().await?;
            wake(&desk);
            return Ok(see_other(&format!(
                "{}/{id}?done=registration-added",
                base(&event)
            )));
        }
        Added::Known(id) => (Hindrance::Known, Some(format!("{}/{id}", base(&event)))),
        Added::Closed => (Hindrance::Closed, None),
        Added::Full => (Hindrance::Full, None),
        Added::Over => (Hindrance::Over, None),
    };
    let page = AddPage {
        known,
        ..page(&desk, &event, &filled, &[], Some(hindrance))
    };
    refused(&desk, &page)
}

fn refused(desk: &Desk, page: &AddPage) -> Result<Response, Error> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(page)?).into_response())
}

fn page(
    desk: &Desk,
    event: &Event,
    filled: &Filled,
    faults: &[Fault],
    hindrance: Option<Hindrance>,
) -> AddPage {
    let (mut fields, mut problems) = by_hand(desk.locale(), event, filled, faults);
    fields.push(language(desk, event, filled));
    let mut beyond = beyond(desk, filled);
    if let Some((words, is_about_terms)) = hindrance.map(|hindrance| told(desk, event, hindrance)) {
        beyond.problem = is_about_terms.then(|| words.clone());
        problems.push(Problem {
            field: Some(
                if is_about_terms {
                    &beyond.id
                } else {
                    "field-email"
                }
                .to_owned(),
            ),
            words,
        });
    }
    fields.push(beyond);
    AddPage {
        frame: desk.event_frame(event, EventTab::Registrations),
        base: base(event),
        form: Form {
            action: format!("{}/add", base(event)),
            hidden: Vec::new(),
            fields,
            problems,
        },
        known: None,
    }
}

/// What stood in the way, and whether the box helps.
fn told(desk: &Desk, event: &Event, hindrance: Hindrance) -> (String, bool) {
    let locale = desk.locale();
    match hindrance {
        Hindrance::Closed => {
            let closed = event.schedule.last_minute();
            let moment = locale.moment(&event.details.zone, closed).words;
            (locale.text_with("add-closed", &[("moment", &moment)]), true)
        }
        Hindrance::Full => (locale.text("add-full"), true),
        Hindrance::Over => (locale.text("add-over"), false),
        Hindrance::Known => (locale.text("add-known"), false),
    }
}

/// The language of their mails.
pub(super) fn language(desk: &Desk, event: &Event, filled: &Filled) -> Field {
    let locale = desk.locale();
    let given = filled.text("language");
    let options = event.details.page_languages().iter().enumerate();
    let options = options.map(|(index, language)| Choice {
        chosen: language.to_string() == given || (given.is_empty() && index == 0),
        ..Choice::new(language.to_string(), locale.language_name(language))
    });
    Field {
        widget: Widget::Select,
        options: options.collect(),
        ..Field::line("language", locale.text("add-language"))
    }
}

fn beyond(desk: &Desk, filled: &Filled) -> Field {
    let words = desk.locale().text("add-beyond");
    Field {
        widget: Widget::Tick,
        required: false,
        options: vec![Choice {
            chosen: filled.text("beyond") == "yes",
            ..Choice::new("yes", words.clone())
        }],
        ..Field::line("beyond", words)
    }
}
