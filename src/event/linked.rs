//! An event in the words of schema.org, for search engines.

use super::{Event, EventState, Format, HostRole, SessionOf};
use crate::base::language::Language;
use crate::view::{
    Door, EventFacts, HostFacts, LinkedAddress, LinkedEvent, LinkedLocation, LinkedOffer,
    LinkedParty, LinkedPerson, Locale, SessionFacts, Words, plain_text,
};

/// Whose appearance search engines are not told of: who interprets is heard and not announced.
const UNANNOUNCED: &str = "interpreter";

/// Complete addresses that the data leads to.
#[derive(Debug, Clone, Copy)]
pub struct Ways<'a> {
    /// The event's page in this language.
    pub page: &'a str,
    /// The form.
    pub register: &'a str,
    /// A picture.
    pub image: &'a str,
    /// Who runs the instance, and where: the organiser where the event names none.
    pub house: (&'a str, &'a str),
}

/// `event` as its page shows it in `facts`, for machines: where it is joined online is not in it, its
/// page stands for that.
pub fn linked(
    event: &Event,
    facts: &EventFacts,
    locale: &Locale,
    door: &Door,
    ways: Ways<'_>,
) -> LinkedEvent {
    Linking {
        event,
        facts,
        locale,
        ways,
    }
    .whole(door)
}

struct Linking<'a> {
    event: &'a Event,
    facts: &'a EventFacts,
    locale: &'a Locale,
    ways: Ways<'a>,
}

impl Linking<'_> {
    fn whole(&self, door: &Door) -> LinkedEvent {
        let (event, facts) = (self.event, self.facts);
        let zone = &event.details.zone;
        let iso = |at| self.locale.moment(zone, at).iso;
        let several = facts.sessions.len() > 1;
        let mut organizer = self.hosts(&[HostRole::Organiser]);
        if organizer.is_empty() {
            let (name, home) = self.ways.house;
            organizer.push(LinkedParty::named(name, Some(home.to_owned())));
        }
        LinkedEvent {
            context: Some("https://schema.org"),
            class: "Event",
            name: facts.title.text.clone(),
            description: self.description(),
            url: self.ways.page.to_owned(),
            image: vec![self.ways.image.to_owned()],
            start_date: iso(event.schedule.starts_at()),
            end_date: iso(event.schedule.ends_at()),
            event_status: self.status(),
            event_attendance_mode: self.attendance(),
            in_language: tags(&event.details.languages),
            location: self.locations(None),
            organizer,
            sponsor: self.hosts(&[HostRole::Sponsor]),
            contributor: self.hosts(&[
                HostRole::Partner,
                HostRole::Supporter,
                HostRole::MediaPartner,
            ]),
            performer: performers(facts.sessions.iter()),
            offers: self.offer(door),
            sub_event: if several { self.sessions() } else { Vec::new() },
        }
    }

    fn sessions(&self) -> Vec<LinkedEvent> {
        let shown = self.facts.sessions.iter();
        let pairs = self.event.sessions().zip(shown);
        pairs.map(|(of, facts)| self.session(of, facts)).collect()
    }

    fn session(&self, of: SessionOf<'_>, facts: &SessionFacts) -> LinkedEvent {
        let number = (of.index + 1).to_string();
        let unnamed = || {
            self.locale
                .text_with("session-number", &[("number", &number)])
        };
        let spoken = of.session.languages.as_ref();
        LinkedEvent {
            context: None,
            class: "Event",
            name: facts.title.as_ref().map_or_else(unnamed, text),
            description: facts.about.as_ref().map(text),
            url: self.ways.page.to_owned(),
            image: Vec::new(),
            start_date: facts.hours.starts.clone(),
            end_date: facts.hours.ends.clone(),
            event_status: self.status(),
            event_attendance_mode: self.attendance(),
            in_language: tags(spoken.unwrap_or(&self.event.details.languages)),
            location: self.locations(facts.place.as_ref()),
            organizer: Vec::new(),
            sponsor: Vec::new(),
            contributor: Vec::new(),
            performer: performers([facts]),
            offers: None,
            sub_event: Vec::new(),
        }
    }

    fn description(&self) -> Option<String> {
        let summary = self.facts.summary.as_ref().map(text);
        let whole = || Some(plain_text(&self.facts.description.as_ref()?.text));
        summary.or_else(whole)
    }

    const fn status(&self) -> &'static str {
        match self.event.state {
            EventState::Cancelled => "https://schema.org/EventCancelled",
            EventState::Draft | EventState::Published => "https://schema.org/EventScheduled",
        }
    }

    const fn attendance(&self) -> &'static str {
        match self.event.details.format {
            Format::Online => "https://schema.org/OnlineEventAttendanceMode",
            Format::InPerson => "https://schema.org/OfflineEventAttendanceMode",
            Format::Hybrid => "https://schema.org/MixedEventAttendanceMode",
        }
    }

    /// Each way to take part; a session may have a `room` of its own.
    fn locations(&self, room: Option<&Words>) -> Vec<LinkedLocation> {
        let format = self.event.details.format;
        let online = (format != Format::InPerson).then(|| LinkedLocation::Online {
            class: "VirtualLocation",
            url: self.ways.page.to_owned(),
        });
        let place = (format != Format::Online).then(|| self.room(room));
        place.into_iter().chain(online).collect()
    }

    fn room(&self, room: Option<&Words>) -> LinkedLocation {
        let shown = self.facts.venue.as_ref();
        let name = room.or_else(|| shown.and_then(|venue| venue.name.as_ref()));
        let town = shown.and_then(|venue| venue.town.clone());
        let unknown = || self.locale.text("where-to-be-announced");
        LinkedLocation::Room {
            class: "Place",
            name: name.map(text).or(town).unwrap_or_else(unknown),
            address: self.address(),
            map: shown.and_then(|venue| venue.map.clone()),
        }
    }

    fn address(&self) -> Option<LinkedAddress> {
        let venue = self.event.details.venue.as_ref()?;
        let shown = self.facts.venue.as_ref()?;
        let address = LinkedAddress {
            class: "PostalAddress",
            street_address: shown.address.as_ref().map(text),
            address_locality: venue.city.clone(),
            address_country: venue.country.clone(),
        };
        let is_known = address.street_address.is_some()
            || address.address_locality.is_some()
            || address.address_country.is_some();
        is_known.then_some(address)
    }

    fn hosts(&self, roles: &[HostRole]) -> Vec<LinkedParty> {
        let party = |host: &HostFacts| LinkedParty::named(text(&host.name), host.link.clone());
        let groups = self.facts.hosts.iter();
        let of_roles = groups.filter(|group| roles.iter().any(|role| role.as_str() == group.role));
        of_roles
            .flat_map(|group| group.hosts.iter().map(party))
            .collect()
    }

    /// A place for anybody, where anybody can have one.
    fn offer(&self, door: &Door) -> Option<LinkedOffer> {
        let availability = match door {
            Door::Open => "https://schema.org/InStock",
            Door::NotYet => "https://schema.org/PreOrder",
            Door::Full { .. } => "https://schema.org/SoldOut",
            Door::Closed | Door::Cancelled | Door::Over => return None,
        };
        if self.facts.invitation_only {
            return None;
        }
        let schedule = &self.event.schedule;
        let opens_at = schedule.opens_at.unwrap_or(self.event.created_at);
        Some(LinkedOffer {
            class: "Offer",
            url: self.ways.register.to_owned(),
            price: "0",
            price_currency: "USD",
            availability,
            valid_from: self.locale.moment(&self.event.details.zone, opens_at).iso,
            valid_through: self.facts.closes.iso.clone(),
        })
    }
}

/// Everybody named, once.
fn performers<'a>(sessions: impl IntoIterator<Item = &'a SessionFacts>) -> Vec<LinkedPerson> {
    let mut performers: Vec<LinkedPerson> = Vec::new();
    let groups = sessions.into_iter().flat_map(|session| &session.lineup);
    for person in groups
        .filter(|group| group.role != UNANNOUNCED)
        .flat_map(|group| &group.people)
    {
        let Some(name) = person.name.as_ref().map(text) else {
            continue;
        };
        if performers.iter().all(|known| known.name != name) {
            performers.push(LinkedPerson {
                class: "Person",
                name,
                job_title: person.position.as_ref().map(text),
                affiliation: person
                    .organisation
                    .as_ref()
                    .map(|organisation| LinkedParty::named(text(organisation), None)),
            });
        }
    }
    performers
}

fn text(words: &Words) -> String {
    words.text.clone()
}

fn tags(languages: &[Language]) -> Vec<String> {
    languages.iter().map(ToString::to_string).collect()
}
