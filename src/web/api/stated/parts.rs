//! What programs state besides events.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Appearance, Text};
use crate::event::Mode;
use crate::event::announcement::{Addressees, AnnouncementKind};

/// Somebody who is put into a session.
#[derive(Serialize, ToSchema)]
pub(in crate::web::api) struct NewAppearance {
    /// Who they are in the directory, which says what is left out here; none for somebody new.
    person: Option<String>,
    #[serde(flatten)]
    appearance: Appearance,
}

/// Somebody in the directory.
#[derive(ToSchema)]
pub(in crate::web::api) struct Profile {
    /// In the languages in which it is written.
    name: Text,
    position: Option<Text>,
    organisation: Option<Text>,
    bio: Option<Text>,
    /// Never shown to the public.
    email: Option<String>,
}

/// What an organiser has to say to many. Texts know the placeholders of mails.
#[derive(ToSchema)]
pub(in crate::web::api) struct Announcement {
    kind: AnnouncementKind,
    /// The subject of its mails.
    subject: Text,
    /// Markdown.
    text: Text,
    /// When it goes, on the event’s clock; at once, or when the event is over, where absent.
    send_at: Option<String>,
    to: Option<Addressees>,
    /// Only to those who attend so.
    mode: Option<Mode>,
    /// Only to those who come to the session of this key.
    session: Option<String>,
    /// Only to readers of these.
    languages: Option<Vec<String>>,
    /// Where the recording is; of a follow-up only.
    recording: Option<String>,
    /// Where one may say what it was like; of a follow-up only.
    survey: Option<String>,
}
