use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::PATH;
use crate::account::invitation::Invitation;
use crate::account::{Member, Role, invitation, team};
use crate::base::text::EmailAddress;
use crate::base::zone::Zone;
use crate::view::desk::{InvitedRow, MemberRow, TeamPage};
use crate::view::{Choice, Field, Form, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;
use crate::web::organiser::latest::LatestEvents;

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

async fn page(desk: &Desk, filled: &Filled, was_sent: bool) -> Result<TeamPage, Error> {
    let mut tx = desk.site.db.read().await?;
    let members = team(&mut tx, desk.organisation.id).await?;
    let invited = invitation::of_organisation(&mut tx, desk.organisation.id).await?;
    let events = LatestEvents::of(desk, &mut tx).await?;
    Ok(TeamPage {
        frame: desk.frame("team"),
        members: members
            .iter()
            .map(|member| row(desk, member, &events))
            .collect(),
        invited: invited
            .iter()
            .map(|one| invited_row(desk, one, &events))
            .collect(),
        form: form(desk, filled, &events, was_sent),
    })
}

fn row(desk: &Desk, member: &Member, events: &LatestEvents) -> MemberRow {
    let id = member.organiser.id;
    MemberRow {
        name: member.organiser.name.to_string(),
        email: member.organiser.email.to_string(),
        role: member.role.as_str(),
        event: member.event.map(|event| events.title(event)),
        is_self: id == desk.organiser.id,
        action: match member.event {
            Some(event) => format!("{PATH}/{id}/{event}"),
            None => format!("{PATH}/{id}"),
        },
    }
}

fn invited_row(desk: &Desk, one: &Invitation, events: &LatestEvents) -> InvitedRow {
    InvitedRow {
        email: one.email.to_string(),
        role: one.role.as_str(),
        event: one.event().map(|event| events.title(event)),
        until: desk.locale().moment(&Zone::utc(), one.expires_at),
        action: format!("{PATH}/invitations/{}/withdraw", one.id),
    }
}

fn form(desk: &Desk, filled: &Filled, events: &LatestEvents, was_sent: bool) -> Form {
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
