//! Somebody registered by a program: by the same form, read in the same way, and by the same admission as
//! everybody; or given a place, as an organiser does.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{named, one};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::{Event, Mode};
use crate::registration::{
    self, Added, Answer, ByHand, Outcome, Refusal, Registration, Request, Source,
};
use crate::web::api::caller::Caller;
use crate::web::api::field_error::FieldError;
use crate::web::api::once::Once;
use crate::web::api::problem::{Problem, Trouble};
use crate::web::api::sent::{created, read};
use crate::web::form::{Fault, FieldError as Wrong, Filled};
use crate::web::public::{faults_in_words, read_by_hand, read_form};

/// How often a request is decided on anew because somebody else took the seat meanwhile.
const ROUNDS: usize = 20;

/// Somebody who is to be registered: what the form asks.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Somebody)]
pub(super) struct Sent {
    name: String,
    email: String,
    mode: Option<Mode>,
    organisation: Option<String>,
    position: Option<String>,
    country: Option<String>,
    /// The language of mails; that of what was agreed to, too.
    #[schema(value_type = Option<String>)]
    language: Option<Language>,
    /// The language they want to hear.
    #[schema(value_type = Option<String>)]
    listening: Option<Language>,
    /// The keys of sessions, where they are chosen one by one.
    #[serde(default)]
    sessions: Vec<String>,
    /// Answers, by the question's key.
    #[serde(default)]
    answers: BTreeMap<String, Answer>,
    /// The keys of what they have read and agree to.
    #[serde(default)]
    consents: Vec<String>,
    code: Option<String>,
    /// Which link they followed.
    #[schema(value_type = Option<String>, pattern = "^[a-z0-9-]{1,40}$")]
    source: Option<Source>,
    /// Whether a place in the waiting list would do.
    #[serde(default)]
    waitlist: bool,
    /// Whether they are given a place as an organiser gives one: without approval, code or consent.
    #[serde(default)]
    by_hand: bool,
    /// Whether closing and capacity do not matter then.
    #[serde(default)]
    beyond_terms: bool,
}

impl Sent {
    /// The same as the form says it.
    fn filled(&self) -> Filled {
        let mut fields = vec![
            ("name".to_owned(), self.name.clone()),
            ("email".to_owned(), self.email.clone()),
        ];
        let given = [
            ("mode", self.mode.map(|mode| mode.to_string())),
            ("organisation", self.organisation.clone()),
            ("position", self.position.clone()),
            ("country", self.country.clone()),
            ("language", self.language.as_ref().map(ToString::to_string)),
            (
                "listening",
                self.listening.as_ref().map(ToString::to_string),
            ),
            ("code", self.code.clone()),
            ("source", self.source.as_ref().map(ToString::to_string)),
            ("waitlist", self.waitlist.then(|| "yes".to_owned())),
        ];
        let given = given.into_iter();
        fields.extend(given.filter_map(|(name, value)| Some((name.to_owned(), value?))));
        let sessions = self.sessions.iter();
        fields.extend(sessions.map(|key| ("session".to_owned(), key.clone())));
        for (key, answer) in &self.answers {
            let values = match answer {
                Answer::One(value) => std::slice::from_ref(value),
                Answer::Several(values) => values,
            };
            let name = format!("answer.{key}");
            fields.extend(values.iter().map(|value| (name.clone(), value.clone())));
        }
        let consents = self.consents.iter();
        fields.extend(consents.map(|key| (format!("consent.{key}"), "yes".to_owned())));
        Filled::with(fields)
    }
}

/// What became of somebody.
enum Became {
    Registered(Id<Registration>),
    /// Somebody else took the seat meanwhile: to be asked again.
    Overtaken,
}

/// Registers somebody.
pub(in crate::web::api) async fn create(
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sent: Sent = read(&headers, &body)?;
    for _ in 0..ROUNDS {
        let mut tx = caller.site.db.begin().await?;
        let event = caller.event(&mut tx).await?;
        let id = match Once::begin(&mut tx, &caller, &headers, (&uri, &body)).await? {
            Err(known) => known,
            Ok(once) => match register(&mut tx, &caller, &event, &sent).await? {
                Became::Overtaken => continue,
                Became::Registered(id) => {
                    once.finish(&mut tx, &caller, id.uuid()).await?;
                    id.uuid()
                }
            },
        };
        let shown = shown(&mut tx, &caller, &event, (&uri, id)).await?;
        tx.commit().await?;
        caller.site.worker.notify_one();
        return Ok(shown);
    }
    Err(Trouble::Busy.into())
}

async fn shown(
    tx: &mut Tx,
    caller: &Caller,
    event: &Event,
    (uri, id): (&Uri, Uuid),
) -> Result<Response, Problem> {
    let address = caller.site.address(&format!("{}/{id}", uri.path()));
    let path = [("registration".to_owned(), id.to_string())].into();
    let registration = named(tx, event, &path).await?;
    Ok(created(&address, &one(tx, event, registration.id).await?))
}

async fn register(
    tx: &mut Tx,
    caller: &Caller,
    event: &Event,
    sent: &Sent,
) -> Result<Became, Problem> {
    let filled = sent.filled();
    let language = sent.language.as_ref();
    let language = language.unwrap_or(&event.details.page_languages()[0]);
    let read = if sent.by_hand {
        read_by_hand(&filled, event, language)
    } else {
        read_form(&filled, event, language)
    };
    let request = read.map_err(|faults| unfit(caller, event, &filled, &faults))?;
    if sent.by_hand {
        return add(tx, caller, event, (&request, sent.beyond_terms)).await;
    }
    let before = live(tx, event, &request).await?;
    if before.is_some() {
        return Err(Trouble::Known.into());
    }
    match registration::register(tx, &caller.site.key, event, &request, None).await? {
        Outcome::Accepted(_) => {}
        Outcome::Overtaken => return Ok(Became::Overtaken),
        Outcome::Reused => return Err(Trouble::KeyReused.into()),
        Outcome::Refused(refusal) => return Err(refused(caller, event, &filled, refusal)),
    }
    let made = live(tx, event, &request).await?;
    Ok(Became::Registered(made.ok_or(Trouble::Failed)?.id))
}

/// The registration that keeps this address from registering again.
async fn live(
    tx: &mut Tx,
    event: &Event,
    request: &Request,
) -> Result<Option<Registration>, Problem> {
    let Some(id) = registration::of_address(tx, event.id, &request.email).await? else {
        return Ok(None);
    };
    let found = registration::load(tx, id).await?;
    Ok(found.filter(Registration::is_live))
}

async fn add(
    tx: &mut Tx,
    caller: &Caller,
    event: &Event,
    (request, beyond_terms): (&Request, bool),
) -> Result<Became, Problem> {
    let actor = caller.actor();
    let by = ByHand {
        actor: &actor,
        beyond_terms,
    };
    Err(
        match registration::add(tx, &caller.site.key, event, request, &by).await? {
            Added::Done(id) => return Ok(Became::Registered(id)),
            Added::Known(_) => Trouble::Known,
            Added::Closed => Trouble::Closed,
            Added::Full => Trouble::Full,
            Added::Over => Trouble::State,
        }
        .into(),
    )
}

fn refused(caller: &Caller, event: &Event, filled: &Filled, refusal: Refusal) -> Problem {
    let about = |field: &str, error| {
        let field = field.to_owned();
        unfit(caller, event, filled, &[Fault { field, error }])
    };
    match refusal {
        Refusal::Cancelled | Refusal::Over => Trouble::State.into(),
        Refusal::NotYetOpen => Trouble::NotOpen.into(),
        Refusal::Closed => Trouble::Closed.into(),
        Refusal::Full { .. } => Trouble::Full.into(),
        Refusal::ModeNotOffered => about("mode", Wrong::Missing),
        Refusal::CodeUnknown => about("code", Wrong::Unknown),
        Refusal::CodeUsedUp => about("code", Wrong::UsedUp),
        Refusal::CodeExpired => about("code", Wrong::Expired),
        Refusal::LinkUsedUp => about("source", Wrong::UsedUp),
    }
}

/// What has to be sent otherwise, in the words of the form.
fn unfit(caller: &Caller, event: &Event, filled: &Filled, faults: &[Fault]) -> Problem {
    let words = faults_in_words(caller.locale(), event, filled, faults);
    let errors = faults.iter().zip(words).map(|(fault, words)| {
        FieldError::at(fault.field.as_str(), words).pointing(&pointed(&fault.field))
    });
    Problem::unfit(errors.collect())
}

/// Where in the body a field of the form is said.
fn pointed(field: &str) -> String {
    match field.split_once('.') {
        Some(("answer", key)) => format!("#/answers/{key}"),
        Some(("consent", _)) => "#/consents".to_owned(),
        _ if field == "session" => "#/sessions".to_owned(),
        _ => format!("#/{field}"),
    }
}
