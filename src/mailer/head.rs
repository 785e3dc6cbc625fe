//! What in a mail's head depends on its kind.

use uuid::Uuid;

use crate::base::secret;
use crate::base::text::SingleLine;

/// The kind that people may want no more of, while they want all others (BULK-3).
const REMINDER: &str = "reminder";

/// By what large receivers count complaints: which event and which kind of mail, without telling
/// anybody which event that is. The last field names the sender and is the same always.
pub fn feedback_id(kind: &str, event: Uuid) -> SingleLine {
    let digest = secret::hash(format!("feedback {event}").as_bytes());
    let event: String = digest[..6]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    SingleLine::clean(&format!("{event}:{kind}:convoke"))
}

/// Where mails of this kind are stopped, below the recipient's own page; `None` for mails that
/// nobody can do without.
pub fn stop_page(kind: &str, own_page: &str) -> Option<String> {
    (kind == REMINDER).then(|| format!("{own_page}/reminders"))
}
