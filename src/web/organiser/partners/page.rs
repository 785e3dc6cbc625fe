//! What the page says of each partner's link.

use super::form::quota_field;
use super::path;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::partner::{self, PartnerLink};
use crate::event::{Event, EventState};
use crate::registration::RegistrationState;
use crate::registration::partner::{Brought, brought, shared};
use crate::view::desk::{EventTab, PartnerCard, PartnersPage};
use crate::view::{Field, Form, Words};
use crate::web::Error;
use crate::web::organiser::desk::Desk;
use crate::web::public::editions;

/// `wrong` is what was typed as the limit of one of them, and is none.
pub(super) async fn page(
    desk: &Desk,
    tx: &mut Tx,
    event: &Event,
    form: Form,
    wrong: Option<(Id<PartnerLink>, &str)>,
) -> Result<PartnersPage, Error> {
    let counted = brought(tx, event.id).await?;
    let mut links = Vec::new();
    for link in partner::of_event(tx, event.id).await? {
        let told = shared(tx, event, &link).await?.len();
        let typed = wrong.filter(|(id, _)| *id == link.id && link.is_live());
        let typed = typed.map(|(_, typed)| typed);
        let quota_form = quota_form(desk, event, &link, typed);
        let counted = (counted.as_slice(), told);
        links.push(card(desk, event, (&link, counted), quota_form));
    }
    Ok(PartnersPage {
        frame: desk.event_frame(event, EventTab::Registrations),
        is_draft: event.state == EventState::Draft,
        is_confidential: event.is_confidential(),
        opened: None,
        is_wrong: !form.problems.is_empty() || links.iter().any(is_wrong),
        links,
        form,
    })
}

fn is_wrong(card: &PartnerCard) -> bool {
    !card.quota_form.problems.is_empty()
}

/// Changes how many may come by `link`; with what was `typed`, where that is wrong.
fn quota_form(desk: &Desk, event: &Event, link: &PartnerLink, typed: Option<&str>) -> Form {
    let quota = link.quota.map(|quota| quota.to_string());
    let quota = quota.unwrap_or_default();
    let field = Field {
        id: format!("quota-{}", link.id),
        problem: typed.map(|_| desk.locale().text("partners-quota-wrong")),
        ..quota_field(desk, typed.unwrap_or(&quota))
    };
    Form::of(format!("{}/{}/quota", path(event), link.id), vec![field])
}

fn card(
    desk: &Desk,
    event: &Event,
    (link, (counted, told)): (&PartnerLink, (&[Brought], usize)),
    quota_form: Form,
) -> PartnerCard {
    let (site, locale) = (&desk.site, desk.locale());
    let (slug, source) = (&event.details.slug, &link.source);
    let editions = editions(site, event);
    let language = &editions[0];
    let order = event.details.text_order();
    let people = |wanted: &[RegistrationState]| -> i64 {
        let own = counted.iter().filter(|one| one.source == *source);
        let own = own.filter(|one| wanted.contains(&one.state));
        own.map(|one| one.people).sum()
    };
    let confirmed = people(&[RegistrationState::Confirmed]);
    let waiting = people(&[
        RegistrationState::Unconfirmed,
        RegistrationState::Pending,
        RegistrationState::Waitlisted,
    ]);
    let consent = event.consent_to_share(link);
    PartnerCard {
        id: link.id.to_string(),
        name: link.called(locale, event),
        is_revoked: !link.is_live(),
        source: source.to_string(),
        address: site.address(&format!("/events/{slug}?source={source}")),
        embed: site.address(&format!("/{language}/events/{slug}/embed?source={source}")),
        calendar: site.address(&format!("/calendar.ics?source={source}")),
        feed: site.address(&format!("/{language}/feed.atom?source={source}")),
        confirmed,
        waiting,
        gone: people(&[RegistrationState::Cancelled, RegistrationState::Declined]),
        quota: link.quota,
        consent: consent.and_then(|consent| Words::pick(&consent.text, locale, &order)),
        is_consent_gone: link.consent.is_some() && consent.is_none(),
        told,
        has_view: link.has_view,
        quota_form,
        action: format!("{}/{}", path(event), link.id),
    }
}
