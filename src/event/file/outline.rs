use std::fmt::Display;

use super::tree::{Branch, Node};
use crate::base::language::Localised;
use crate::event::lineup::Channel;
use crate::event::{
    Appearance, Capacity, Code, Condition, Consent, Details, Field, Host, Interpretation, Key,
    MailSettings, Meeting, MeetingLink, Question, QuietHours, Release, Session, Survey,
    SurveyQuestion, TechCheck, Terms, Venue, Wording,
};

/// The tree of what is stated about an event; what is not stated is not in it.
pub(in crate::event) fn outline(details: &Details) -> Branch {
    Branch::new()
        .text_of("slug", Some(&details.slug))
        .text_of("kind", Some(&details.kind))
        .text_of("format", Some(&details.format))
        .text_of("time_zone", Some(&details.zone))
        .texts("languages", Some(&details.languages))
        .texts("page_languages", details.page_languages.as_ref())
        .with("title", Node::localised_section(&details.title))
        .with(
            "summary",
            details.summary.as_ref().map(Node::localised_section),
        )
        .with(
            "description",
            details.description.as_ref().map(Node::localised_section),
        )
        .text_of("visibility", details.visibility.as_ref())
        .text_of("contact", details.contact.as_ref())
        .text_of("rules", details.rules.as_ref())
        .bare("recording", details.recording)
        .bare("photography", details.photography)
        .text_of("retention", details.retention.as_ref())
        .texts("embed", details.embed.as_ref())
        .sections("interpretation", &details.interpretation, interpretation)
        .with(
            "venue",
            details.venue.as_ref().map(venue).map(Node::Section),
        )
        .with("registration", registration(&details.terms))
        .with(
            "meeting",
            details.meeting.as_ref().map(meeting).map(Node::Section),
        )
        .with(
            "tech_check",
            details
                .tech_check
                .as_ref()
                .map(tech_check)
                .map(Node::Section),
        )
        .with("mail", details.mail.as_ref().map(mail).map(Node::Section))
        .with(
            "survey",
            details.survey.as_ref().map(survey).map(Node::Section),
        )
        .sections("host", &details.hosts, host)
        .sections("session", &details.sessions, |one| session(details, one))
}

fn interpretation(channel: &Interpretation) -> Branch {
    Branch::new()
        .text_of("from", Some(&channel.from))
        .text_of("to", Some(&channel.to))
        .text_of("mode", Some(&channel.mode))
}

fn venue(venue: &Venue) -> Branch {
    Branch::new()
        .localised("name", venue.name.as_ref())
        .localised("address", venue.address.as_ref())
        .text_of("city", venue.city.as_ref())
        .text_of("country", venue.country.as_ref())
        .text_of("map", venue.map.as_ref())
}

/// Terms that state nothing are those of a file without the table.
fn registration(terms: &Terms) -> Option<Node> {
    (*terms != Terms::default()).then(|| Node::Section(stated(terms)))
}

fn stated(terms: &Terms) -> Branch {
    let codes = terms.codes.as_ref();
    Branch::new()
        .bare("opens", terms.opens)
        .bare("closes", terms.closes)
        .with("capacity", terms.capacity.map(capacity))
        .bare("waitlist", terms.waitlist)
        .text_of("offers", terms.offers.as_ref())
        .bare("offers_until", terms.offers_until)
        .bare("approval", terms.approval)
        .bare("invitation_only", terms.invitation_only)
        .with(
            "codes",
            codes.map(|codes| Node::List(codes.iter().map(code).collect())),
        )
        .bare("confirm_address", terms.confirm_address)
        .bare("per_session", terms.per_session)
        .sections("field", &terms.fields, field)
        .sections("question", &terms.questions, question)
        .sections("consent", &terms.consents, consent)
}

fn capacity(capacity: Capacity) -> Node {
    let places = Branch::new()
        .bare("online", capacity.online)
        .bare("in_person", capacity.in_person);
    Node::Inline(places)
}

fn code(code: &Code) -> Node {
    let stated = Branch::new()
        .with("code", Node::Secret(code.code.clone()))
        .bare("places", code.places)
        .bare("expires", code.expires);
    Node::Inline(stated)
}

fn field(field: &Field) -> Branch {
    Branch::new()
        .text_of("name", Some(&field.name))
        .bare("required", field.required)
        .localised("purpose", Some(&field.purpose))
}

fn question(question: &Question) -> Branch {
    let Question {
        id, label, kind, ..
    } = question;
    asked(id.as_ref(), label, kind, &question.options)
        .bare("required", question.required)
        .with("if", question.condition.as_ref().map(condition))
}

fn condition(condition: &Condition) -> Node {
    let stated = Branch::new()
        .text_of("question", Some(&condition.question))
        .text_of("is", Some(&condition.is));
    Node::Inline(stated)
}

fn consent(consent: &Consent) -> Branch {
    Branch::new()
        .text_of("id", consent.id.as_ref())
        .localised("text", Some(&consent.text))
        .bare("required", consent.required)
}

fn meeting(meeting: &Meeting) -> Branch {
    let address = |link: &MeetingLink| Node::Secret(link.reveal().to_owned());
    Branch::new()
        .text_of("provider", meeting.provider.as_ref())
        .bare("service", meeting.service)
        .with("link", meeting.link.as_ref().map(address))
        .with("lineup_link", meeting.lineup_link.as_ref().map(address))
        .with("release", meeting.release.map(release))
        .bare("join_page", meeting.join_page)
        .with("recording", meeting.recording.as_ref().map(address))
}

fn release(release: Release) -> Node {
    match release {
        Release::BeforeStart(span) => {
            Node::Inline(Branch::new().text_of("before_start", Some(&span)))
        }
        word => Node::text(&word),
    }
}

fn channel(channel: &Channel) -> Node {
    let stated = Branch::new()
        .text_of("from", Some(&channel.from))
        .text_of("to", Some(&channel.to));
    Node::Inline(stated)
}

fn tech_check(check: &TechCheck) -> Branch {
    Branch::new()
        .bare("starts", Some(check.starts))
        .localised("note", check.note.as_ref())
}

fn mail(mail: &MailSettings) -> Branch {
    Branch::new()
        .texts("reminders", mail.reminders.as_ref())
        .with("quiet_hours", mail.quiet_hours.map(quiet_hours))
        .text_of("reply_to", mail.reply_to.as_ref())
        .sections("text", &mail.texts, wording)
}

fn wording(wording: &Wording) -> Branch {
    Branch::new()
        .text_of("kind", Some(&wording.kind))
        .localised("subject", wording.subject.as_ref())
        .localised("lead", wording.lead.as_ref())
}

fn quiet_hours(hours: QuietHours) -> Node {
    let stated = Branch::new()
        .text_of("from", Some(&hours.from.format("%H:%M")))
        .text_of("to", Some(&hours.to.format("%H:%M")));
    Node::Inline(stated)
}

fn survey(survey: &Survey) -> Branch {
    Branch::new()
        .text_of("open_for", Some(&survey.open_for))
        .sections("question", &survey.questions, survey_question)
}

fn survey_question(question: &SurveyQuestion) -> Branch {
    let SurveyQuestion {
        id, label, kind, ..
    } = question;
    asked(id.as_ref(), label, kind, &question.options)
}

/// What attendees are asked, before or after.
fn asked(
    id: Option<&Key>,
    label: &Localised,
    kind: &impl Display,
    options: &[Localised],
) -> Branch {
    let list = || Node::List(options.iter().map(Node::localised).collect());
    Branch::new()
        .text_of("id", id)
        .localised("label", Some(label))
        .text_of("kind", Some(kind))
        .with("options", (!options.is_empty()).then(list))
}

fn host(host: &Host) -> Branch {
    Branch::new()
        .text_of("id", host.id.as_ref())
        .text_of("role", Some(&host.role))
        .localised("name", Some(&host.name))
        .localised("short", host.short.as_ref())
        .text_of("link", host.link.as_ref())
        .localised("disclaimer", host.disclaimer.as_ref())
}

fn session(details: &Details, session: &Session) -> Branch {
    Branch::new()
        .text_of("id", session.id.as_ref())
        .localised("title", session.title.as_ref())
        .localised("abstract", session.r#abstract.as_ref())
        .bare("starts", Some(session.starts))
        .bare("ends", Some(session.ends))
        .localised("place", session.place.as_ref())
        .texts("languages", session.languages.as_ref())
        .with("capacity", session.capacity.map(capacity))
        .with(
            "meeting",
            session.meeting.as_ref().map(meeting).map(Node::Section),
        )
        .sections("appearance", &session.lineup, |one| {
            appearance(details, one)
        })
}

/// A channel that the event has not any more is left out: no file could state it.
pub(super) fn appearance(details: &Details, appearance: &Appearance) -> Branch {
    let email = appearance.email.as_ref();
    let email = email.map(|address| Node::Secret(address.to_string()));
    Branch::new()
        .text_of("id", appearance.id.as_ref())
        .text_of("role", Some(&appearance.role))
        .localised("name", appearance.name.as_ref())
        .localised("position", appearance.position.as_ref())
        .localised("organisation", appearance.organisation.as_ref())
        .localised("bio", appearance.bio.as_ref())
        .with("email", email)
        .text_of("state", appearance.state.as_ref())
        .with("channel", appearance.channel_of(details).map(channel))
}
