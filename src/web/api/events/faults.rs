//! What is wrong with an event that a program states.

use serde_json::Value as Json;

use crate::event::file::Sort;
use crate::event::{CannotSave, Details, Impossible, file, told_links};
use crate::web::api::caller::Caller;
use crate::web::api::field_error::FieldError;
use crate::web::api::problem::{Problem, Trouble};

/// The event that was `sent`, where it can take place here: nobody is let in by a service that is not set up.
///
/// # Errors
/// 422 with everything that is wrong.
pub(super) fn read(caller: &Caller, sent: &Json) -> Result<Details, Problem> {
    let details = file::from_json(sent).map_err(|found| of_file(sent, &found))?;
    let lacking = caller.site.services.lacking(&details);
    if lacking.is_empty() {
        return Ok(details);
    }
    let errors = lacking.into_iter().map(|(path, lacks)| {
        FieldError::within(sent, path, Sort::Misplaced).because(lacks.to_string())
    });
    Err(Problem::unfit(errors.collect()))
}

/// What of `sent` cannot be read.
pub(in crate::web::api) fn of_file(sent: &Json, faults: &file::Faults) -> Problem {
    let errors = faults.iter().map(|fault| {
        let path = fault.path.as_str();
        FieldError::within(sent, path, fault.sort).because(fault.reason.as_str())
    });
    Problem::unfit(errors.collect())
}

/// Texts that would tell everybody a link to join by (S-32); those that `before` has too were judged then.
///
/// # Errors
/// 422 with each of them.
pub(super) fn told(sent: &Json, before: Option<&Details>, after: &Details) -> Result<(), Problem> {
    let told = told_links(before, after);
    if told.is_empty() {
        return Ok(());
    }
    let errors = told.into_iter().map(|path| tells_link(sent, path));
    Err(Problem::unfit(errors.collect()))
}

/// The text at `path` of `sent` would tell a link to join by.
pub(in crate::web::api) fn tells_link(sent: &Json, path: impl Into<String>) -> FieldError {
    FieldError::within(sent, path, Sort::Link)
}

/// Why an event could not be saved as it is stated, in `sent` or before.
pub(super) fn of_saving(sent: Option<&Json>, error: CannotSave) -> Problem {
    let at = |path: String, sort| match sent {
        Some(sent) => FieldError::within(sent, path, sort),
        None => FieldError::of_sort(path, sort),
    };
    match error {
        CannotSave::Impossible(reasons) => {
            let errors = reasons
                .iter()
                .map(|reason| at(place(reason), Sort::Time).because(reason.to_string()));
            Problem::unfit(errors.collect())
        }
        CannotSave::TakenSlug | CannotSave::InTrash => Trouble::Taken.into(),
        CannotSave::SessionInUse(_) | CannotSave::ModeInUse(_) => {
            let needed = at(String::new(), Sort::Missing).because(error.to_string());
            Problem::with(Trouble::InUse, vec![needed])
        }
        CannotSave::SurveyAnswered => {
            let needed = at("survey".to_owned(), Sort::Missing).because(error.to_string());
            Problem::with(Trouble::Answered, vec![needed])
        }
        CannotSave::Overtaken => Trouble::Busy.into(),
        CannotSave::Database(error) => error.into(),
    }
}

fn place(reason: &Impossible) -> String {
    match reason {
        Impossible::Session { index, end, .. } => {
            let key = if *end { "ends" } else { "starts" };
            format!("session.{}.{key}", index + 1)
        }
        Impossible::EndsBeforeStart { index } => format!("session.{}.ends", index + 1),
        Impossible::ClosesAfterEnd | Impossible::ClosesBeforeOpening => {
            "registration.closes".to_owned()
        }
    }
}
