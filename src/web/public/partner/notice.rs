use crate::base::db::Tx;
use crate::event::partner::{self, PartnerLink};
use crate::event::{Event, Source};
use crate::view::{PartnerNotice, Words};
use crate::web::Error;
use crate::web::form::{Fault, Filled};
use crate::web::public::visitor::Visit;

/// The word that the form carries on, and what it says of the partner whose link that is. A link that was revoked is
/// passed over, and so is one by which nobody else may come: whoever sends the form again comes without it.
pub async fn followed_link(
    visit: &Visit<'_>,
    event: &Event,
    filled: &Filled,
    faults: &[Fault],
) -> Result<(Option<Source>, Option<PartnerNotice>), Error> {
    let is_used_up = faults.iter().any(|fault| fault.field == "source");
    let source = filled.text("source").parse::<Source>().ok();
    let Some(source) = source.filter(|_| !is_used_up) else {
        return Ok((None, None));
    };
    let mut tx = visit.site.db.read().await?;
    let Some(link) = partner::link(&mut tx, event.id, &source).await? else {
        return Ok((Some(source), None));
    };
    Ok(if link.is_live() {
        (Some(source), Some(notice(visit, event, &link)))
    } else {
        (None, None)
    })
}

/// The same word, where it is that of a partner's link that lives.
pub async fn known_link(
    tx: &mut Tx,
    event: &Event,
    source: Option<Source>,
) -> Result<Option<Source>, Error> {
    let Some(source) = source else {
        return Ok(None);
    };
    let link = partner::link(tx, event.id, &source).await?;
    Ok(link.filter(PartnerLink::is_live).map(|link| link.source))
}

fn notice(visit: &Visit<'_>, event: &Event, link: &PartnerLink) -> PartnerNotice {
    let (locale, order) = (visit.locale(), event.details.text_order());
    let consent = event.consent_to_share(link);
    PartnerNotice {
        name: link.called(locale, event),
        consent_key: consent.and_then(|consent| Some(consent.id.as_ref()?.to_string())),
        consent: consent.and_then(|consent| Words::pick(&consent.text, locale, &order)),
    }
}
