use std::fmt::Display;

use crate::base::db::Result;

/// What was read; none where it cannot be understood, so that everything else goes on.
pub(super) fn unless_unreadable<T>(
    read: Result<T>,
    what: &str,
    id: impl Display,
) -> Result<Option<T>> {
    match read {
        Err(error) if error.is_unreadable() => {
            // Without the error, which may quote what is stored.
            tracing::error!(%id, "{what} is about something that cannot be read: no webhook is told");
            Ok(None)
        }
        read => read.map(Some),
    }
}
