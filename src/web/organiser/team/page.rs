use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::PATH;
use crate::account::invitation::Invitation;
use crate::account::{Member, Role, invitation, team};
use crate::base::db::Tx;
use crate::base::text::EmailAddress;
use crate::base::zone::Zone;
use crate::event::{self, facts};
use crate::view::desk::{InvitedRow, MemberRow, TeamPage};
use crate::view::{Choice, Field, Form, Widget, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// How many of the latest events somebody can be asked in for.
const EVENTS: usize = 40;

/// The team, and a form that asks somebody in.
pub(super) async fn show(desk: Desk) -> Result<Response, Error> {
    let page = page(&desk, &Filled::default(), false).await?;
    desk.html(&page)
}

/// The same with what has to be filled in otherwise.
pub(super) async fn refused(desk: &Desk, filled: &Filled) -> Result<Response, Error> {
    let page = page(desk, filled, true).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response())
}

/// The events by which roles are named: their identifiers, slugs and titles.
struct Events(Vec<(Uuid, String, Words)>);

impl Events {
    async fn of(desk: &Desk, tx: &mut Tx) -> Result<Self, Error> {
        let (organisation, organiser) = (desk.organisation.id, desk.organiser.id);
        let listed = event::of_organiser(tx, organisation, organiser).await?;
        let mut events = Vec::new();
        for listed in listed.into_iter().take(EVENTS) {
            if let Some(event) = event::load(tx, &desk.site.key, listed.id).await? {
                let title = facts(&event, desk.locale()).title;
                events.push((event.id.uuid(), event.details.slug.to_string(), title));
            }
        }
        Ok(Self(events))
    }

    fn titles(&self) -> HashMap<Uuid, Words> {
        let titles = self.0.iter().map(|(id, _, title)| (*id, title.clone()));
        titles.collect()
    }

    fn choices(&self, all: String) -> Vec<Choice> {
        let each = self
            .0
            .iter()
            .map(|(_, slug, title)| Choice::new(slug, title.clone()));
        std::iter::once(Choice::new("", all)).chain(each).collect()
    }
}

async fn page(desk: &Desk, filled: &Filled, was_sent: bool) -> Result<TeamPage, Error> {
    let mut tx = desk.site.db.read().await?;
    let members = team(&mut tx, desk.organisation.id).await?;
    let invited = invitation::of_organisation(&mut tx, desk.organisation.id).await?;
    let events = Events::of(desk, &mut tx).await?;
    let titles = events.titles();
    Ok(TeamPage {
        frame: desk.frame("team"),
        members: members
            .iter()
            .map(|member| row(desk, member, &titles))
            .collect(),
        invited: invited
            .iter()
            .map(|one| invited_row(desk, one, &titles))
            .collect(),
        form: form(desk, filled, &events, was_sent),
    })
}

fn row(desk: &Desk, member: &Member, titles: &HashMap<Uuid, Words>) -> MemberRow {
    let id = member.organiser.id;
    MemberRow {
        name: member.organiser.name.to_string(),
        email: member.organiser.email.to_string(),
        role: member.role.as_str(),
        event: member.event.map(|event| title(titles, event)),
        is_self: id == desk.organiser.id,
        action: match member.event {
            Some(event) => format!("{PATH}/{id}/{event}"),
            None => format!("{PATH}/{id}"),
        },
    }
}

fn invited_row(desk: &Desk, one: &Invitation, titles: &HashMap<Uuid, Words>) -> InvitedRow {
    InvitedRow {
        email: one.email.to_string(),
        role: one.role.as_str(),
        event: one.event().map(|event| title(titles, event)),
        until: desk.locale().moment(&Zone::utc(), one.expires_at),
        action: format!("{PATH}/invitations/{}/withdraw", one.id),
    }
}

/// An event that is not among the latest is named by nothing.
fn title(titles: &HashMap<Uuid, Words>, event: Uuid) -> Words {
    let known = titles.get(&event).cloned();
    known.unwrap_or_else(|| Words::plain("…"))
}

fn form(desk: &Desk, filled: &Filled, events: &Events, was_sent: bool) -> Form {
    let locale = desk.locale();
    let typed = filled.text("email");
    let is_address = typed.parse::<EmailAddress>().is_ok();
    let email = Field {
        widget: Widget::Email,
        problem: (was_sent && !is_address).then(|| locale.text("sign-in-email-malformed")),
        ..Field::line("email", locale.text("team-email")).holding(typed)
    };
    let role = |role: &Role| Choice {
        hint: Some(locale.text(&format!("role-{role}-hint"))),
        ..Choice::new(role.as_str(), locale.text(&format!("role-{role}")))
    };
    let chosen = Some(filled.text("role")).filter(|role| !role.is_empty());
    let role = Field {
        widget: Widget::Radios,
        ..Field::line("role", locale.text("team-role"))
    }
    .among(
        Role::ALL.iter().map(role).collect(),
        chosen.unwrap_or("organiser"),
    );
    let event = Field {
        widget: Widget::Select,
        ..Field::line("event", locale.text("team-event"))
    }
    .among(
        events.choices(locale.text("team-all-events")),
        filled.text("event"),
    );
    Form::of(PATH, vec![email, role, event])
}
