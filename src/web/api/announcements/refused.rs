//! Why something is not said to many.

use serde_json::Value as Json;

use crate::base::db::Tx;
use crate::event::Event;
use crate::event::announcement::{Announcement, Unannounceable};
use crate::event::file::Sort;
use crate::registration::audience;
use crate::web::api::caller::Caller;
use crate::web::api::events::faults::tells_link;
use crate::web::api::field_error::FieldError;
use crate::web::api::problem::{Problem, Trouble};

/// That many are told only where the event is named once more, as in the workspace (U-11).
///
/// # Errors
/// 422 where it is not.
pub(super) async fn is_meant(
    tx: &mut Tx,
    caller: &Caller,
    event: &Event,
    (said, confirm): (&Announcement, &str),
) -> Result<(), Problem> {
    let heard = audience(tx, event, said).await?;
    let people = heard.iter().map(|(_, people)| people).sum();
    if event.is_meant(people, confirm) {
        return Ok(());
    }
    let words = caller.locale().text("announce-slug");
    Err(Problem::unfit(vec![FieldError::at("confirm", words)]))
}

/// Why `sent` cannot be announced.
pub(super) fn refused(sent: &Json, reason: Unannounceable) -> Problem {
    let at = |path: &str, sort| {
        let error = FieldError::within(sent, path, sort).because(reason.to_string());
        Problem::unfit(vec![error])
    };
    match reason {
        Unannounceable::NotPublished | Unannounceable::Over | Unannounceable::LongOver => {
            Trouble::State.into()
        }
        Unannounceable::Past => at("send_at", Sort::Time),
        Unannounceable::TellsLink => Problem::unfit(vec![tells_link(sent, "text")]),
        Unannounceable::Before(_) => Trouble::Announced.into(),
    }
}
