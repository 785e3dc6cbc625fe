use super::whole;
use crate::base::zone::WallTime;
use crate::event::{Details, TechCheck, Text};
use crate::web::organiser::editor::slot::Slot;

/// When those who appear try out camera and microphone, and where. Without a moment there is none.
pub fn slots(details: &Details) -> Vec<Slot> {
    let whole = whole();
    let mut slots = whole.moment(
        "tech-check",
        |d| d.tech_check.as_ref().map(|check| check.starts),
        set,
    );
    slots.extend(whole.texts(
        details,
        "tech-note",
        Text::LINES,
        |d| d.tech_check.as_ref()?.note.as_ref(),
        |d, note| {
            if let Some(check) = &mut d.tech_check {
                check.note = note;
            }
        },
    ));
    slots
}

fn set(details: &mut Details, starts: Option<WallTime>) {
    let note = details.tech_check.take().and_then(|check| check.note);
    details.tech_check = starts.map(|starts| TechCheck { starts, note });
}
