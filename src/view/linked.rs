//! An event in the words of schema.org, as JSON-LD: what search engines read.

use serde::Serialize;

use super::facts::EventFacts;

/// An event or one of its sessions (schema.org/Event).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkedEvent {
    /// The vocabulary; stated once, at the outermost.
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    pub context: Option<&'static str>,
    /// `Event`.
    #[serde(rename = "@type")]
    pub class: &'static str,
    /// Its title.
    pub name: String,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its page.
    pub url: String,
    /// Pictures of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub image: Vec<String>,
    /// When it starts, with the offset from UTC.
    pub start_date: String,
    /// When it ends.
    pub end_date: String,
    /// A member of schema.org/EventStatusType.
    pub event_status: &'static str,
    /// A member of schema.org/EventAttendanceModeEnumeration.
    pub event_attendance_mode: &'static str,
    /// Tags of the languages spoken.
    pub in_language: Vec<String>,
    /// Where it takes place; the way to join online is never here.
    pub location: Vec<LinkedLocation>,
    /// Who runs it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizer: Vec<LinkedParty>,
    /// Who pays for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sponsor: Vec<LinkedParty>,
    /// Who helps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contributor: Vec<LinkedParty>,
    /// Who appears.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub performer: Vec<LinkedPerson>,
    /// The way in, while there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offers: Option<LinkedOffer>,
    /// Its sessions, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sub_event: Vec<LinkedEvent>,
}

/// Where an event takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum LinkedLocation {
    /// On the net (schema.org/VirtualLocation).
    Online {
        /// `VirtualLocation`.
        #[serde(rename = "@type")]
        class: &'static str,
        /// The event's page, where one registers to be told the way.
        url: String,
    },
    /// In a room (schema.org/Place).
    Room {
        /// `Place`.
        #[serde(rename = "@type")]
        class: &'static str,
        /// The house, the room, or that it is to be announced.
        name: String,
        /// Where that is.
        #[serde(skip_serializing_if = "Option::is_none")]
        address: Option<LinkedAddress>,
        /// The same on a map.
        #[serde(rename = "hasMap", skip_serializing_if = "Option::is_none")]
        map: Option<String>,
    },
}

/// A postal address (schema.org/PostalAddress).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkedAddress {
    /// `PostalAddress`.
    #[serde(rename = "@type")]
    pub class: &'static str,
    /// Street, floor, room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street_address: Option<String>,
    /// The town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_locality: Option<String>,
    /// ISO 3166-1 code of the country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_country: Option<String>,
}

/// An organisation (schema.org/Organization).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkedParty {
    /// `Organization`.
    #[serde(rename = "@type")]
    pub class: &'static str,
    /// Its name.
    pub name: String,
    /// Its web site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Somebody who appears (schema.org/Person), with position and organisation as of the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkedPerson {
    /// `Person`.
    #[serde(rename = "@type")]
    pub class: &'static str,
    /// Their name.
    pub name: String,
    /// Their position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// Their organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<LinkedParty>,
}

/// The way into an event (schema.org/Offer).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkedOffer {
    /// `Offer`.
    #[serde(rename = "@type")]
    pub class: &'static str,
    /// Where one registers.
    pub url: String,
    /// Registering costs nothing.
    pub price: &'static str,
    /// Of which nothing is asked; readers want one named all the same.
    pub price_currency: &'static str,
    /// A member of schema.org/ItemAvailability.
    pub availability: &'static str,
    /// Since when one can register.
    pub valid_from: String,
    /// Until when.
    pub valid_through: String,
}

impl LinkedParty {
    /// An organisation with this name, and its web site where it is known.
    pub fn named(name: impl Into<String>, url: Option<String>) -> Self {
        Self {
            class: "Organization",
            name: name.into(),
            url,
        }
    }
}

impl LinkedEvent {
    pub(super) fn sample(event: &EventFacts, page: &str) -> Self {
        Self {
            context: Some("https://schema.org"),
            class: "Event",
            name: event.title.text.clone(),
            description: None,
            url: page.to_owned(),
            image: Vec::new(),
            start_date: event.sessions[0].hours.starts.clone(),
            end_date: event.sessions[0].hours.ends.clone(),
            event_status: "https://schema.org/EventScheduled",
            event_attendance_mode: "https://schema.org/OnlineEventAttendanceMode",
            in_language: vec!["en".into()],
            location: vec![LinkedLocation::Online {
                class: "VirtualLocation",
                url: page.to_owned(),
            }],
            // What an organiser types may hold anything.
            organizer: vec![LinkedParty::named("</script><script>& Co.\u{2028}", None)],
            sponsor: Vec::new(),
            contributor: Vec::new(),
            performer: Vec::new(),
            offers: None,
            sub_event: Vec::new(),
        }
    }
}
