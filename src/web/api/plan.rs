//! The mails that an event will send to many, and keeping them back (U-10).

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Required;

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::field_error::FieldError;
use super::problem::{Problem, Trouble};
use super::sent::{done, json, read};
use crate::base::clock::Instant;
use crate::base::language::Language;
use crate::event::file::Sort;
use crate::event::{Event, HeldMail, HoldState};
use crate::mailer::hold::{self, Spoken};
use crate::mailer::timeline::{Coming, Detail, Wait, coming};

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .get(
            Need::Event,
            "/api/v1/events/{event}/plan",
            list,
            About::new(
                "Lists the mails that an event will send to many, the next first; all of them.",
            )
            .gives_all::<Shown>(),
        )
        .post(
            Need::Event,
            "/api/v1/events/{event}/plan/hold",
            speak,
            About::new("Keeps mails of the plan back, or lets them go again.")
                .takes::<Said>(Required::True),
        )
}

/// Mails to many that are still to leave together.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlannedMails)]
struct Shown {
    /// The kind.
    kind: &'static str,
    /// By what they can be kept back; none where they cannot.
    mail: Option<HeldMail>,
    /// Which of these.
    mark: Option<i64>,
    /// The keys of the sessions that they are about; none for all.
    sessions: Vec<String>,
    /// When they were planned to leave, by which those of one batch are known.
    #[schema(value_type = String, format = DateTime)]
    moment: Instant,
    /// When they leave, as things are.
    #[schema(value_type = String, format = DateTime)]
    leaves_at: Instant,
    /// How many, by language.
    #[schema(value_type = BTreeMap<String, i64>)]
    mails: BTreeMap<Language, i64>,
    /// What keeps them: `no_link`, `quiet_hours`, `held`, `skipped`, `word`.
    wait: Option<&'static str>,
}

/// What is said about mails of the plan.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SaidOfMails)]
struct Said {
    mail: HeldMail,
    /// Which of these, as the plan has it.
    #[serde(default)]
    mark: i64,
    /// When they were planned to leave, as the plan has it.
    #[schema(value_type = String, format = DateTime)]
    moment: Instant,
    /// A link is never skipped.
    say: HoldState,
}

async fn list(caller: Caller) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    let coming = coming(&mut tx, &event, Detail::Together).await?;
    let shown: Vec<_> = coming.iter().map(|one| shown(&event, one)).collect();
    Ok(json(&shown))
}

fn shown(event: &Event, one: &Coming<'_>) -> Shown {
    let (mail, mark) = one.hold_key().unzip();
    let keys = one.sessions.iter();
    let keys = keys.map(|of| event.details.session_key(of.index).to_string());
    Shown {
        kind: one.kind(),
        mail,
        mark,
        sessions: keys.collect(),
        moment: one.moment,
        leaves_at: one.at,
        mails: one.mails.iter().cloned().collect(),
        wait: one.wait.map(word),
    }
}

const fn word(wait: Wait) -> &'static str {
    match wait {
        Wait::NoLink => "no_link",
        Wait::QuietHours => "quiet_hours",
        Wait::Held => "held",
        Wait::Skipped => "skipped",
        Wait::Word => "word",
    }
}

/// Holds mails, skips them, or lets them go.
async fn speak(caller: Caller, headers: HeaderMap, body: Bytes) -> Result<Response, Problem> {
    let said: Said = read(&headers, &body)?;
    let is_link = matches!(said.mail, HeldMail::Link | HeldMail::LineupLink);
    // Nobody does without the link for good.
    if is_link && said.say == HoldState::Skipped {
        let error = FieldError::of_sort("say", Sort::Misplaced).pointing("#/say");
        return Err(Problem::unfit(vec![error]));
    }
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let spoken = Spoken::at(&event, (said.mail, said.mark), said.moment.timestamp());
    if !hold::speak(&mut tx, &event, &spoken, said.say, &caller.actor()).await? {
        return Err(Trouble::State.into());
    }
    tx.commit().await?;
    caller.site.worker.notify_one();
    Ok(done())
}
