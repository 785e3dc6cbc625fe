//! What is wrong with an event that a program states.

use serde_json::Value as Json;

use crate::event::{CannotSave, Details, file, told_links};
use crate::web::api::caller::Caller;
use crate::web::api::problem::{FieldError, Problem, Trouble};

/// The event that was `sent`, where it can take place here: nobody is let in by a service that is not set up.
///
/// # Errors
/// 422 with everything that is wrong.
pub(super) fn read(caller: &Caller, sent: &Json) -> Result<Details, Problem> {
    let judge = |details: &Details| caller.site.services.lacking(details);
    file::from_json(sent, judge).map_err(of_file)
}

/// What cannot be read: in the words of event files, which are English.
fn of_file(faults: file::Faults) -> Problem {
    let errors = faults.iter().map(|fault| FieldError {
        path: fault.path.clone(),
        detail: fault.reason.clone(),
    });
    Problem::unfit(errors.collect())
}

/// Texts that would tell everybody a link to join by (S-32); those that `before` has too were judged then.
///
/// # Errors
/// 422 with each of them.
pub(super) fn told(
    caller: &Caller,
    before: Option<&Details>,
    after: &Details,
) -> Result<(), Problem> {
    let told = told_links(before, after);
    if told.is_empty() {
        return Ok(());
    }
    let errors = told.into_iter().map(|path| tells_link(caller, path));
    Err(Problem::unfit(errors.collect()))
}

/// The text at `path` would tell a link to join by.
pub(super) fn tells_link(caller: &Caller, path: impl Into<String>) -> FieldError {
    FieldError {
        path: path.into(),
        detail: caller.locale().text("api-tells-link"),
    }
}

/// Why an event could not be saved.
pub(super) fn of_saving(error: CannotSave) -> Problem {
    match error {
        CannotSave::Impossible(reasons) => {
            let errors = reasons.iter().map(|reason| FieldError {
                path: String::new(),
                detail: reason.to_string(),
            });
            Problem::unfit(errors.collect())
        }
        CannotSave::TakenSlug | CannotSave::InTrash => Trouble::Taken.into(),
        CannotSave::SessionInUse(_) | CannotSave::ModeInUse(_) => {
            let detail = error.to_string();
            let path = String::new();
            Problem::with(Trouble::InUse, vec![FieldError { path, detail }])
        }
        CannotSave::SurveyAnswered => {
            let detail = error.to_string();
            let path = "survey".to_owned();
            Problem::with(Trouble::Answered, vec![FieldError { path, detail }])
        }
        CannotSave::Overtaken => Trouble::Busy.into(),
        CannotSave::Database(error) => error.into(),
    }
}
