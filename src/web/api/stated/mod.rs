//! What an event file states in JSON, as the document of the API says it: `event::file` reads it.
#![expect(
    dead_code,
    reason = "the document is made of their schemas, and nobody makes one of them"
)]

mod parts;

pub(super) use parts::{Announcement, NewAppearance, Profile};

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::event::lineup::{AppearanceState, Role};
use crate::event::{
    AttendeeMail, FieldName, Format, HostRole, InterpretationMode, Kind, Provider, QuestionKind,
    Rules, SurveyKind, Visibility,
};

/// One text, in the first of the event's languages, or texts by language.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum Text {
    /// In the first of the event's languages.
    One(String),
    /// By language.
    Each(BTreeMap<String, String>),
}

/// An event, as an event file states it. Dates and times are wall-clock times in `time_zone`, such as
/// `2026-12-04T15:00:00`; what is absent has its default.
#[derive(ToSchema)]
pub(super) struct EventFile {
    /// Its name in addresses.
    #[schema(pattern = "^[a-z0-9-]{1,80}$")]
    slug: String,
    kind: Kind,
    format: Format,
    /// Of the IANA's names.
    time_zone: String,
    /// Spoken from the floor, and the languages of the page.
    #[schema(min_items = 1)]
    languages: Vec<String>,
    /// Languages of the page, where they are others.
    page_languages: Option<Vec<String>>,
    title: Text,
    summary: Option<Text>,
    /// Markdown.
    description: Option<Text>,
    visibility: Option<Visibility>,
    /// Whom attendees may write to.
    contact: Option<String>,
    rules: Option<Rules>,
    recording: Option<bool>,
    photography: Option<bool>,
    /// How long personal data is kept after the end, such as `30d`.
    retention: Option<String>,
    /// Origins that may frame the embed page.
    embed: Option<Vec<String>>,
    interpretation: Option<Vec<Interpretation>>,
    venue: Option<Venue>,
    registration: Option<Terms>,
    meeting: Option<Meeting>,
    tech_check: Option<TechCheck>,
    mail: Option<Mail>,
    survey: Option<Survey>,
    host: Option<Vec<Host>>,
    #[schema(min_items = 1)]
    session: Vec<Session>,
}

/// A channel from one language into another.
#[derive(ToSchema)]
struct Interpretation {
    from: String,
    to: String,
    mode: InterpretationMode,
}

/// A place that people come to.
#[derive(ToSchema)]
struct Venue {
    name: Option<Text>,
    address: Option<Text>,
    city: Option<String>,
    /// Two letters (ISO 3166-1).
    country: Option<String>,
    /// Where it is on a map.
    map: Option<String>,
}

/// Who may register, and until when.
#[derive(ToSchema)]
struct Terms {
    opens: Option<String>,
    /// The last minute.
    closes: Option<String>,
    capacity: Option<Capacity>,
    waitlist: Option<bool>,
    /// How long a free place is kept for the next in line, such as `12h`.
    offers: Option<String>,
    offers_until: Option<String>,
    /// Whether an organiser decides.
    approval: Option<bool>,
    invitation_only: Option<bool>,
    codes: Option<Vec<Code>>,
    confirm_address: Option<bool>,
    /// Whether sessions are chosen one by one.
    per_session: Option<bool>,
    field: Option<Vec<Field>>,
    question: Option<Vec<Question>>,
    consent: Option<Vec<Consent>>,
}

/// Places by mode; absent is unlimited.
#[derive(ToSchema)]
struct Capacity {
    online: Option<u32>,
    in_person: Option<u32>,
}

/// A code that lets somebody in.
#[derive(ToSchema)]
struct Code {
    code: String,
    places: Option<u32>,
    expires: Option<String>,
}

/// Something asked besides name and address.
#[derive(ToSchema)]
struct Field {
    name: FieldName,
    required: Option<bool>,
    /// What it is asked for.
    purpose: Text,
}

/// A question of the organiser's.
#[derive(Serialize, ToSchema)]
struct Question {
    id: Option<String>,
    label: Text,
    kind: QuestionKind,
    options: Option<Vec<Text>>,
    required: Option<bool>,
    #[serde(rename = "if")]
    condition: Option<Condition>,
}

/// When a question is asked.
#[derive(Serialize, ToSchema)]
struct Condition {
    question: String,
    is: String,
}

/// Something to agree to.
#[derive(ToSchema)]
struct Consent {
    id: Option<String>,
    text: Text,
    required: Option<bool>,
}

/// Where to join online. Its links are told to tokens that are for them only.
#[derive(ToSchema)]
struct Meeting {
    provider: Option<Provider>,
    /// Whether the instance's own server of the provider makes each person a link, in place of one for all.
    service: Option<bool>,
    link: Option<String>,
    /// That of speakers, moderators and interpreters.
    lineup_link: Option<String>,
    release: Option<Release>,
    /// Whether attendees get a page of their own in its place.
    join_page: Option<bool>,
    recording: Option<String>,
}

/// When attendees get the link.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
enum Release {
    /// `after_close`, `on_confirmation`, `manual`.
    Word(String),
    /// So long before the start.
    BeforeStart {
        /// Such as `3h`.
        before_start: String,
    },
}

/// When those who appear try out camera and microphone.
#[derive(ToSchema)]
struct TechCheck {
    starts: String,
    note: Option<Text>,
}

/// What those who came are asked once the event is over; without questions our own three are.
#[derive(ToSchema)]
struct Survey {
    /// How long after the end, such as `14d`.
    open_for: Option<String>,
    #[schema(max_items = 5)]
    question: Option<Vec<SurveyQuestion>>,
}

/// A question of a survey; who answers may leave it out.
#[derive(ToSchema)]
struct SurveyQuestion {
    id: Option<String>,
    label: Text,
    kind: SurveyKind,
    options: Option<Vec<Text>>,
}

/// What is mailed when.
#[derive(ToSchema)]
struct Mail {
    /// How long before a session reminders go, such as `1d`.
    reminders: Option<Vec<String>>,
    quiet_hours: Option<QuietHours>,
    reply_to: Option<String>,
    text: Option<Vec<Wording>>,
}

/// Hours in which no event-wide mail goes, such as from `22:00` to `08:00`.
#[derive(ToSchema)]
struct QuietHours {
    from: String,
    to: String,
}

/// What is said in place of our own words.
#[derive(ToSchema)]
struct Wording {
    kind: AttendeeMail,
    subject: Option<Text>,
    lead: Option<Text>,
}

/// An organisation named on an event.
#[derive(ToSchema)]
struct Host {
    id: Option<String>,
    role: HostRole,
    name: Text,
    short: Option<Text>,
    link: Option<String>,
    disclaimer: Option<Text>,
}

/// One sitting of an event.
#[derive(ToSchema)]
struct Session {
    id: Option<String>,
    title: Option<Text>,
    r#abstract: Option<Text>,
    starts: String,
    ends: String,
    place: Option<Text>,
    languages: Option<Vec<String>>,
    capacity: Option<Capacity>,
    meeting: Option<Meeting>,
    appearance: Option<Vec<Appearance>>,
}

/// Somebody in a session, as of that event.
#[derive(Serialize, ToSchema)]
pub(super) struct Appearance {
    id: Option<String>,
    role: Role,
    /// Absent while it is to be announced.
    name: Option<Text>,
    position: Option<Text>,
    organisation: Option<Text>,
    bio: Option<Text>,
    /// Never shown.
    email: Option<String>,
    /// Absent it is `confirmed` in an event; of somebody who is put into a session alone it is `idea`, and as it
    /// was where they are stated anew.
    state: Option<AppearanceState>,
    channel: Option<Channel>,
}

/// The channel that an interpreter works in.
#[derive(Serialize, ToSchema)]
struct Channel {
    from: String,
    to: String,
}
