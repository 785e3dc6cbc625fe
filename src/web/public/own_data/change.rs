//! Changing one's own registration, until registration closes (E-6).

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::event::{Event, EventState, facts_with_sessions};
use crate::registration::{Changed, Refusal, Registration, change, entered, wished_sessions};
use crate::view::OwnChangePage;
use crate::web::form::{Fault, Filled};
use crate::web::public::allowance::{may_change, too_many};
use crate::web::public::own::{ROUNDS, held, owned};
use crate::web::public::visitor::Visit;
use crate::web::public::{asked, entered_in_form, reading};
use crate::web::reply::{html, secret, see_other};
use crate::web::{Error, Site};

/// The form as it would be filled in now; or, where nothing can be changed, the reason.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let (event, registration) = owned(&mut tx, &site, &token).await?;
    let changing = Changing {
        visit: &visit,
        token: &token,
        event: &event,
        registration: &registration,
    };
    let told = as_told(&mut tx, &event, &registration).await?;
    let page = match barred(&event, &registration, tx.now()) {
        None => changing.form(&told, &[]),
        Some(word) => OwnChangePage {
            typed: Vec::new(),
            ..changing.refused(word, &told)
        },
    };
    changing.answer(StatusCode::OK, &page)
}

/// Does what was typed: 303 to their own page, 422 with what to correct, or 409 with why not. What was typed
/// stays in every answer, and nothing is written but with the first.
pub async fn save(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let typed = Filled::read(&body)?;
    for _ in 0..ROUNDS {
        let mut tx = site.db.begin().await?;
        let (event, registration) = held(&mut tx, &site, &token).await?;
        let told = as_told(&mut tx, &event, &registration).await?;
        let changing = Changing {
            visit: &visit,
            token: &token,
            event: &event,
            registration: &registration,
        };
        let filled = changing.completed(&typed, &told);
        if let Some(word) = barred(&event, &registration, tx.now()) {
            return changing.answer(StatusCode::CONFLICT, &changing.refused(word, &filled));
        }
        let request = match reading::read_change(&filled, &event, visit.language) {
            Ok(request) => request,
            Err(faults) => {
                let page = changing.form(&filled, &faults);
                return changing.answer(StatusCode::UNPROCESSABLE_ENTITY, &page);
            }
        };
        if !may_change(&mut tx, &site, registration.id).await? {
            return Ok(too_many());
        }
        match change(&mut tx, &event, registration.id, &request).await? {
            Changed::Overtaken => {}
            Changed::AlreadySo => {
                // Whoever made it so may share this commit.
                tx.commit().await?;
                return Ok(changing.done(""));
            }
            Changed::Done { waits } => {
                tx.commit().await?;
                site.worker.notify_one();
                return Ok(changing.done(if waits { "?waits" } else { "?changed" }));
            }
            refused => {
                let page = changing.not_done(refused, &filled);
                return changing.answer(StatusCode::CONFLICT, &page);
            }
        }
    }
    Err(Error::Busy)
}

/// Whether there is anything to change at `now`.
pub fn can_be_changed(event: &Event, registration: &Registration, now: Instant) -> bool {
    barred(event, registration, now).is_none()
}

/// What the form would hold for what is registered, with the sessions that they wait for.
async fn as_told(tx: &mut Tx, event: &Event, registration: &Registration) -> Result<Filled, Error> {
    let entered = entered(tx, registration).await?;
    let told = entered_in_form(event, registration, entered);
    let waited = wished_sessions(tx, registration.id).await?;
    let sessions = event.sessions();
    let keys = sessions
        .filter(|session| waited.contains(&session.id))
        .map(|session| event.details.session_key(session.index).to_string());
    let more = keys.map(|key| ("session".to_owned(), key));
    let language = ("language".to_owned(), registration.language.to_string());
    let told = told
        .fields()
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    Ok(Filled::with(told.chain(more).chain([language]).collect()))
}

/// Why nothing can be changed at `now`, where it cannot.
fn barred(event: &Event, registration: &Registration, now: Instant) -> Option<&'static str> {
    if event.state != EventState::Published {
        Some("cancelled")
    } else if event.is_over(now) {
        Some("over")
    } else if now >= event.schedule.closes_at {
        Some("closed")
    } else if !registration.can_be_changed() {
        Some("settled")
    } else {
        None
    }
}

/// Somebody at the form.
struct Changing<'a> {
    visit: &'a Visit<'a>,
    token: &'a str,
    event: &'a Event,
    registration: &'a Registration,
}

impl Changing<'_> {
    /// What was typed, with what the form does not ask for as it was `told` before.
    fn completed(&self, typed: &Filled, told: &Filled) -> Filled {
        let moves = self.registration.can_be_moved();
        let is_asked = |name: &str| match name {
            "email" | "code" | "form_key" => false,
            "mode" | "session" => moves,
            _ => true,
        };
        let typed = typed.fields().filter(|(name, _)| is_asked(name));
        let kept = told
            .fields()
            .filter(|(name, _)| matches!(*name, "email" | "mode" | "session") && !is_asked(name));
        let fields = typed.chain(kept);
        Filled::with(
            fields
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    fn form(&self, filled: &Filled, faults: &[Fault]) -> OwnChangePage {
        let (own, moves) = (self.own(), self.registration.can_be_moved());
        let action = format!("{own}/change");
        let form = asked::change(self.visit, self.event, (filled, faults), action, moves);
        let sessions = &self.registration.sessions;
        let path = format!("/registrations/{}/change", self.token);
        OwnChangePage {
            frame: self.visit.frame_about(self.event, &path).private(),
            event: facts_with_sessions(self.event, self.visit.locale(), sessions),
            event_page: self.visit.event_path(self.event, ""),
            own,
            form: Some(form),
            refused: None,
            line: None,
            typed: Vec::new(),
            moves,
        }
    }

    /// Nothing can be changed; what was typed is there to be copied.
    fn refused(&self, word: &'static str, filled: &Filled) -> OwnChangePage {
        OwnChangePage {
            form: None,
            refused: Some(word),
            typed: asked::typed(self.visit.locale(), self.event, filled),
            ..self.form(filled, &[])
        }
    }

    /// Something else can be asked for: the form is there again, as it was sent.
    fn not_done(&self, refused: Changed, filled: &Filled) -> OwnChangePage {
        let (word, has_line) = match refused {
            Changed::Full { has_line } => ("full", has_line),
            Changed::AsksOrganiser => ("approval", false),
            Changed::Refused(Refusal::ModeNotOffered) => ("mode", false),
            Changed::Refused(Refusal::Cancelled) => return self.refused("cancelled", filled),
            Changed::Refused(Refusal::Over) => return self.refused("over", filled),
            Changed::Refused(_) => return self.refused("closed", filled),
            _ => return self.refused("settled", filled),
        };
        let action = format!("{}/change", self.own());
        OwnChangePage {
            refused: Some(word),
            line: has_line.then(|| asked::line(action, filled)),
            ..self.form(filled, &[])
        }
    }

    fn own(&self) -> String {
        self.visit.own_path(self.token, "")
    }

    fn done(&self, query: &str) -> Response {
        secret(see_other(&format!("{}{query}", self.own())))
    }

    fn answer(&self, status: StatusCode, page: &OwnChangePage) -> Result<Response, Error> {
        let text = html(self.visit.site.view.page(page, self.visit.language)?);
        Ok((status, secret(text)).into_response())
    }
}
