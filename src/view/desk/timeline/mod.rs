//! The pages about an event's mail.

mod announcements;
mod messages;
mod moved;
mod page;
mod preview;
mod settings;

pub use announcements::{
    AnnouncedRow, AnnouncementFormPage, AnnouncementPage, AnnouncementsPage, DraftPage, DraftRow,
};
pub use messages::{MessageRow, MessagesPage};
pub use moved::{Going, MovedMail, TimesMovedPage};
pub use page::{
    ComingMail, GoneMail, HoldForm, LanguageCount, PauseNote, StateCount, TimelinePage,
};
pub use preview::{FoundPerson, Preview, PreviewPage, TestForm, Tongue};
pub use settings::{
    LanguageColumn, OwnWordsFormPage, OwnWordsPage, OwnWordsRow, ReminderRow, TimesPage,
};
