//! An event as its pages, mails and calendar texts show it, in one language.

use chrono::TimeDelta;

use super::lineup::Shown;
use super::logo::Logos;
use super::picture::Size;
use super::{
    Appearance, Event, Format, Host, HostRole, InterpretationMode, Photo, Release, Session,
    SessionOf, Venue,
};
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::view::{
    CheckFacts, EventFacts, HostFacts, HostGroup, LineupGroup, Locale, Moment, Online, PersonFacts,
    PhotoFacts, SessionFacts, VenueFacts, Words,
};

/// Everything that may be said of `event` in public, to a reader of `locale`.
pub fn facts(event: &Event, locale: &Locale) -> EventFacts {
    Telling::of(event, locale).facts(|_| true)
}

/// The same, with the photos of those who appear and the logos of hosts; of a sensitive event without
/// logos (P-10).
pub fn facts_with_pictures(
    event: &Event,
    locale: &Locale,
    photos: &Shown,
    logos: &Logos,
) -> EventFacts {
    let telling = Telling {
        photos: Some(photos),
        logos: Some(logos).filter(|_| !event.is_sensitive()),
        ..Telling::of(event, locale)
    };
    telling.facts(|_| true)
}

/// The same, with only `sessions` of it.
pub fn facts_with_sessions(event: &Event, locale: &Locale, sessions: &[Id<Session>]) -> EventFacts {
    Telling::of(event, locale).facts(|session| sessions.contains(&session.id))
}

/// The same, as a mail or a calendar entry tells it: of a sensitive event that it is a registration, when and
/// where it is, and not what for (P-10, CAL-25).
pub fn facts_to_send(event: &Event, locale: &Locale, sessions: &[Id<Session>]) -> EventFacts {
    let facts = facts_with_sessions(event, locale, sessions);
    if !event.is_sensitive() {
        return facts;
    }
    let unnamed = |session: SessionFacts| SessionFacts {
        title: None,
        about: None,
        lineup: Vec::new(),
        ..session
    };
    EventFacts {
        title: Words::plain(locale.text("discreet-title")),
        summary: None,
        description: None,
        hosts: Vec::new(),
        sessions: facts.sessions.into_iter().map(unnamed).collect(),
        ..facts
    }
}

/// When those who appear try out camera and microphone, to a reader of `locale`; `None` where nothing is
/// stated, or it is over at `now`. Of a sensitive event no words of an organiser's are told.
pub fn check_facts(event: &Event, locale: &Locale, now: Instant) -> Option<CheckFacts> {
    let check = event.details.tech_check.as_ref()?;
    let zone = &event.details.zone;
    let starts_at = zone.resolve_leniently(check.starts).instant;
    let note = check.note.as_ref().filter(|_| !event.is_sensitive());
    let order = event.details.text_order();
    (now < starts_at).then(|| CheckFacts {
        starts: locale.moment(zone, starts_at),
        note: note.and_then(|note| Words::pick(note, locale, &order)),
    })
}

struct Telling<'a> {
    event: &'a Event,
    locale: &'a Locale,
    order: Vec<Language>,
    photos: Option<&'a Shown>,
    logos: Option<&'a Logos>,
}

impl<'a> Telling<'a> {
    fn of(event: &'a Event, locale: &'a Locale) -> Self {
        Self {
            event,
            locale,
            order: event.details.text_order(),
            photos: None,
            logos: None,
        }
    }

    fn facts(&self, is_told: impl Fn(&SessionOf<'_>) -> bool) -> EventFacts {
        let details = &self.event.details;
        let schedule = &self.event.schedule;
        let told: Vec<SessionOf<'_>> = self
            .event
            .sessions()
            .filter(|session| is_told(session))
            .collect();
        let day = |instant| details.zone.local(instant).date();
        let first = told.iter().map(|session| session.sitting.starts_at).min();
        let first = first.unwrap_or_else(|| schedule.starts_at());
        let last = told.iter().map(|session| session.sitting.ends_at).max();
        let last = last.unwrap_or_else(|| schedule.ends_at());
        EventFacts {
            slug: details.slug.to_string(),
            title: self
                .words(Some(&details.title))
                .unwrap_or_else(|| Words::plain("")),
            summary: self.words(details.summary.as_ref()),
            description: self.words(details.description.as_ref()),
            kind: details.kind.as_str(),
            format: details.format.as_str(),
            // An event that ends at midnight does not last until the next day.
            days: self
                .locale
                .days(day(first), day(last - TimeDelta::seconds(1))),
            hours: self.locale.hours(&details.zone, first, last).hours_in_zone,
            sessions: told.iter().map(|session| self.session(*session)).collect(),
            online: self.online(&told),
            venue: details.venue.as_ref().map(|venue| self.venue(venue)),
            venue_to_be_announced: details.format != Format::Online && details.venue.is_none(),
            spoken: self.languages(&details.languages),
            interpretation: self.interpretation(),
            rules: details.rules().as_str(),
            recording: details.recording.unwrap_or(false),
            photography: details.photography.unwrap_or(false),
            hosts: self.hosts(),
            contact: self.event.contact(),
            approval: details.terms.needs_approval(),
            invitation_only: details.terms.is_invitation_only(),
            confirm_address: details.terms.confirms_address(),
            opens: schedule
                .opens_at
                .map(|at| self.locale.moment(&details.zone, at)),
            kept_for_days: details.retention().delta().num_days(),
            closes: self.locale.moment(&details.zone, schedule.last_minute()),
        }
    }

    fn session(&self, of: SessionOf<'_>) -> SessionFacts {
        let details = &self.event.details;
        let session = of.session;
        SessionFacts {
            key: details.session_key(of.index).to_string(),
            title: self.words(session.title.as_ref()),
            about: self.words(session.r#abstract.as_ref()),
            hours: self
                .locale
                .hours(&details.zone, of.sitting.starts_at, of.sitting.ends_at),
            place: self.words(session.place.as_ref()),
            spoken: session
                .languages
                .as_ref()
                .filter(|languages| **languages != details.languages)
                .map(|languages| self.languages(languages)),
            lineup: self.lineup(of),
        }
    }

    /// Roles in the order in which they first appear, people in the order of the event.
    fn lineup(&self, of: SessionOf<'_>) -> Vec<LineupGroup> {
        let mut groups: Vec<LineupGroup> = Vec::new();
        let lineup = of.session.lineup.iter().enumerate();
        for (index, appearance) in lineup.filter(|(_, a)| a.is_named() || a.is_to_be_announced()) {
            let photo = self.photos.and_then(|shown| shown.photo(of.id, index));
            let person = self.person(appearance, photo);
            let role = appearance.role.as_str();
            match groups.iter_mut().find(|group| group.role == role) {
                Some(group) => group.people.push(person),
                None => groups.push(LineupGroup {
                    role,
                    people: vec![person],
                }),
            }
        }
        groups
    }

    /// A place to be announced shows neither who may fill it nor where they are from (F-8).
    fn person(&self, appearance: &Appearance, photo: Option<&Photo>) -> PersonFacts {
        let alt = |photo: &Photo| self.words(photo.about.alt.as_ref());
        let told = |text: &Option<Localised>| {
            self.words(
                text.as_ref()
                    .filter(|_| appearance.is_named() || appearance.name.is_none()),
            )
        };
        PersonFacts {
            name: self.words(appearance.name.as_ref().filter(|_| appearance.is_named())),
            position: told(&appearance.position),
            organisation: told(&appearance.organisation),
            bio: told(&appearance.bio).filter(|_| appearance.is_named()),
            photo: photo
                .filter(|_| appearance.is_named())
                .map(|photo| PhotoFacts {
                    src: photo.path(Size::Small),
                    alt: alt(photo).map_or_else(String::new, |words| words.text),
                }),
        }
    }

    fn hosts(&self) -> Vec<HostGroup> {
        HostRole::ALL
            .iter()
            .filter_map(|role| {
                let hosts = self.event.details.hosts.iter().enumerate();
                let of_role = hosts.filter(|(_, host)| host.role == *role);
                let hosts: Vec<HostFacts> = of_role
                    .map(|(index, host)| self.host(index, host))
                    .collect();
                (!hosts.is_empty()).then_some(HostGroup {
                    role: role.as_str(),
                    hosts,
                })
            })
            .collect()
    }

    fn host(&self, index: usize, host: &Host) -> HostFacts {
        let name = self
            .words(Some(&host.name))
            .unwrap_or_else(|| Words::plain(""));
        let key = self.event.details.host_key(index);
        let logo = self.logos.and_then(|logos| logos.path(&key, Size::Small));
        HostFacts {
            logo,
            short: self
                .words(host.short.as_ref())
                .filter(|short| short.text != name.text),
            name,
            link: host.link.as_ref().map(ToString::to_string),
            disclaimer: self.words(host.disclaimer.as_ref()),
        }
    }

    /// By the meeting of the sessions told, where they share one; the policy of the first else.
    fn online(&self, told: &[SessionOf<'_>]) -> Option<Online> {
        if self.event.details.format == Format::InPerson {
            return None;
        }
        let session = told.first()?;
        let meeting = self.event.meeting_of(session.session);
        let release = meeting.map_or(Release::AfterClose, |meeting| meeting.release());
        let sent_from = match release {
            Release::AfterClose => Some(self.event.schedule.last_minute()),
            Release::BeforeStart(span) => Some(session.sitting.starts_at - span.delta()),
            Release::OnConfirmation | Release::Manual => None,
        };
        Some(Online {
            provider: meeting
                .and_then(|meeting| meeting.provider)
                .and_then(|provider| provider.name())
                .map(str::to_owned),
            named: meeting.is_some_and(|meeting| meeting.makes_links().is_some()),
            release: policy(release),
            sent_from: sent_from.map(|at| self.moment(at)),
        })
    }

    fn venue(&self, venue: &Venue) -> VenueFacts {
        let country = venue
            .country
            .as_ref()
            .map(|code| self.locale.country_name(code));
        let town: Vec<String> = venue.city.clone().into_iter().chain(country).collect();
        let town = town.into_iter().reduce(|left, right| {
            self.locale
                .text_with("list-comma", &[("left", &left), ("right", &right)])
        });
        VenueFacts {
            name: self.words(venue.name.as_ref()),
            address: self.words(venue.address.as_ref()),
            town,
            map: venue.map.as_ref().map(ToString::to_string),
        }
    }

    /// A phrase for each channel; two that go both ways between the same languages are one.
    fn interpretation(&self) -> Vec<String> {
        let channels = &self.event.details.interpretation;
        let mut phrases = Vec::new();
        for (index, channel) in channels.iter().enumerate() {
            let is_way_back = |other: &super::Interpretation| {
                other.mode == channel.mode && other.from == channel.to && other.to == channel.from
            };
            if channel.mode != InterpretationMode::Sign && channels[..index].iter().any(is_way_back)
            {
                continue;
            }
            let both_ways = channels[index..].iter().any(is_way_back) && channel.from != channel.to;
            let [from, to] = [&channel.from, &channel.to].map(|l| self.locale.language_name(l));
            let mode = channel.mode.as_str();
            phrases.push(match (channel.mode, both_ways) {
                (InterpretationMode::Sign, _) => self
                    .locale
                    .text_with("interpretation-sign", &[("from", &from)]),
                (_, true) => {
                    let key = format!("interpretation-{mode}-between");
                    self.locale.text_with(&key, &[("from", &from), ("to", &to)])
                }
                (_, false) => self.locale.text_with(
                    &format!("interpretation-{mode}"),
                    &[("from", &from), ("to", &to)],
                ),
            });
        }
        phrases
    }

    fn languages(&self, languages: &[Language]) -> String {
        let names: Vec<String> = languages
            .iter()
            .map(|language| self.locale.language_name(language))
            .collect();
        self.locale.list(&names)
    }

    fn moment(&self, at: Instant) -> Moment {
        self.locale.moment(&self.event.details.zone, at)
    }

    fn words(&self, text: Option<&Localised>) -> Option<Words> {
        Words::pick(text?, self.locale, &self.order).filter(|words| !words.text.is_empty())
    }
}

const fn policy(release: Release) -> &'static str {
    match release {
        Release::AfterClose => "after_close",
        Release::OnConfirmation => "on_confirmation",
        Release::BeforeStart(_) => "before_start",
        Release::Manual => "manual",
    }
}
