//! Links that a server makes for each person: offered where the operator has set one up.

use super::flaw::{Fault, Flaw};
use super::pages::SERVICE;
use super::place::Place;
use super::slot::Slot;
use crate::conferencing::Services;
use crate::event::{Details, Meeting, Provider};

/// Takes the tick out of a page where nothing could come of it.
pub fn offer(slots: &mut Vec<Slot>, services: &Services, details: &Details) {
    let is_offered = !services.offered().is_empty();
    slots.retain(|slot| slot.name != SERVICE || is_offered || !slot.get(details).is_empty());
}

/// What is wrong with the meeting that `place` is about, where a server is to make its links.
pub fn judge(services: &Services, place: &Place, after: &Details) -> Vec<Fault> {
    let is_asked = place.slots.iter().any(|slot| slot.name == SERVICE);
    let Some(meeting) = meeting(place, after).filter(|_| is_asked) else {
        return Vec::new();
    };
    if meeting.service != Some(true) {
        return Vec::new();
    }
    let offered = services.offered();
    let is_set_up = meeting.provider.is_some_and(|one| offered.contains(&one));
    let names = || offered.iter().copied().filter_map(Provider::name).collect();
    let no_service = (!is_set_up).then(|| Fault::of(SERVICE, Flaw::NoService(names())));
    let other_link = meeting.link.as_ref();
    let other_link = other_link.map(|_| Fault::of("link", Flaw::LinkForEach));
    no_service.into_iter().chain(other_link).collect()
}

fn meeting<'a>(place: &Place, details: &'a Details) -> Option<&'a Meeting> {
    match place.index {
        Some(index) => details.sessions.get(index)?.meeting.as_ref(),
        None => details.meeting.as_ref(),
    }
}
