//! How an event is shown on other sites: addresses, and pieces of HTML to copy (F-20, U-8).

use axum::response::Response;

use crate::base::language::Language;
use crate::event::{Event, EventState, facts};
use crate::view::desk::{EventTab, ShareEdition, SharePage};
use crate::web::organiser::Desk;
use crate::web::organiser::desk::tab_path;
use crate::web::public::editions;
use crate::web::{Error, Site};

/// Everything that other sites take.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let site = &desk.site;
    let public_path = format!("/events/{}", event.details.slug);
    let languages = editions(site, &event);
    let page = SharePage {
        frame: desk.event_frame(&event, EventTab::Overview),
        visibility: match event.state {
            EventState::Draft => "draft",
            EventState::Published | EventState::Cancelled => event.details.visibility().as_str(),
        },
        calendar: site.address(&format!("{public_path}.ics")),
        address: site.address(&public_path),
        editions: languages
            .iter()
            .map(|language| edition(site, &event, language))
            .collect(),
        sites: event.details.embed.clone().unwrap_or_default(),
        partners: format!("{}/partners", tab_path(&event, EventTab::Overview)),
        settings: format!("{}/basics", tab_path(&event, EventTab::Edit)),
    };
    desk.html(&page)
}

fn edition(site: &Site, event: &Event, language: &Language) -> ShareEdition {
    let locale = site.view.locale(language);
    let title = facts(event, locale).title.text;
    let page = site.address(&format!("/{language}/events/{}", event.details.slug));
    ShareEdition::of(language, locale.text("autonym"), &title, page)
}
