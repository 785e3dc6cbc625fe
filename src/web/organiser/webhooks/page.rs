//! What the page says of each webhook.

use super::PATH;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::zone::Zone;
use crate::view::desk::{DeliveryRow, WebhookCard, WebhooksPage};
use crate::view::{Form, Moment};
use crate::web::Error;
use crate::web::organiser::desk::Desk;
use crate::web::organiser::latest::LatestEvents;
use crate::webhook::{self, Delivery, MOST, OffBecause, Webhook};

/// So many of the latest messages are shown of each.
const SHOWN: i64 = 10;

pub(super) async fn page(
    desk: &Desk,
    tx: &mut Tx,
    events: &LatestEvents,
    form: Form,
) -> Result<WebhooksPage, Error> {
    let mut webhooks = Vec::new();
    for webhook in webhook::of_organisation(tx, desk.organisation.id).await? {
        let deliveries = webhook::latest(tx, webhook.id, SHOWN).await?;
        webhooks.push(card(desk, &webhook, &deliveries, events, tx.now()));
    }
    Ok(WebhooksPage {
        frame: desk.frame("api"),
        made: None,
        form: (webhooks.len() < MOST).then_some(form),
        webhooks,
    })
}

fn card(
    desk: &Desk,
    webhook: &Webhook,
    deliveries: &[Delivery],
    events: &LatestEvents,
    now: Instant,
) -> WebhookCard {
    let locale = desk.locale();
    let kinds = webhook.kinds.iter();
    let kinds = kinds.map(|kind| locale.text(&format!("webhook-kind-{kind}")));
    let until = webhook.former_until.filter(|until| now < *until);
    WebhookCard {
        id: webhook.id.to_string(),
        address: webhook.address.clone(),
        kinds: locale.list(&kinds.collect::<Vec<_>>()),
        event: webhook.event.map(|event| events.title(event.uuid())),
        shows_people: webhook.shows_people,
        off: webhook.off_because.map(OffBecause::as_str),
        failing_since: webhook.failing_since.map(|since| moment(desk, since)),
        former_until: until.map(|until| moment(desk, until)),
        deliveries: deliveries.iter().map(|one| row(desk, one)).collect(),
        action: format!("{PATH}/{}", webhook.id),
    }
}

fn row(desk: &Desk, delivery: &Delivery) -> DeliveryRow {
    let is_tried = delivery.tried_at.is_some();
    let state = match delivery.due_at {
        _ if delivery.is_taken() => "taken",
        Some(_) if is_tried => "retry",
        Some(_) => "waiting",
        None => "failed",
    };
    let next = delivery.due_at.filter(|_| state == "retry");
    DeliveryRow {
        at: moment(desk, delivery.tried_at.unwrap_or(delivery.happened_at)),
        kind: delivery.kind.as_str(),
        state,
        status: delivery.status,
        trouble: delivery.trouble.clone(),
        tries: delivery.attempts,
        next: next.map(|next| moment(desk, next)),
    }
}

fn moment(desk: &Desk, at: Instant) -> Moment {
    desk.locale().moment(&Zone::utc(), at)
}
