use std::collections::BTreeMap;

use chrono::{Duration, NaiveTime};

use super::{CannotSave, Details, SaveOptions, Slug, file, save};
use crate::account::Organisation;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::base::secret::InstanceKey;
use crate::base::sender::Sender;
use crate::base::zone::WallTime;

/// A roundtable as this service was made for.
const ROUNDTABLE: &str = include_str!("../../templates/demo/roundtable.toml");

/// How many days after it is made it takes place.
const IN_DAYS: i64 = 21;

/// Makes an event to try things out with, a draft that nobody sees; `titles` say that it is one, in the
/// languages of the service.
///
/// # Errors
/// [`CannotSave`] where the database fails; the unit of work has to be dropped then.
pub async fn make_sample(
    tx: &mut Tx,
    key: &InstanceKey,
    organisation: Id<Organisation>,
    sender: &Sender,
    titles: BTreeMap<Language, String>,
    actor: &str,
) -> Result<Slug, CannotSave> {
    let mut details = file::read(ROUNDTABLE).expect("a file of ours is a good one");
    details.slug = free_slug(tx);
    details.title = Localised::Each(titles);
    move_ahead(&mut details, tx);
    let slug = details.slug.clone();
    let options = SaveOptions {
        draft: true,
        quietly: true,
        actor,
        of_revision: None,
    };
    save(tx, key, organisation, sender, details, options).await?;
    Ok(slug)
}

/// One that no event has, however many were made and thrown away.
fn free_slug(tx: &Tx) -> Slug {
    let random = u32::from_be_bytes(tx.chance().bytes());
    let slug = format!("sample-event-{random:08x}");
    slug.parse().expect("digits and small letters")
}

/// To the near future, at the hours of the file.
fn move_ahead(details: &mut Details, tx: &Tx) {
    let day = details.zone.local(tx.now()).date() + Duration::days(IN_DAYS);
    let last_minute = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
    let day_before = day - Duration::days(1);
    details.terms.opens = None;
    details.terms.closes = Some(WallTime::of(day_before.and_time(last_minute)));
    for session in &mut details.sessions {
        session.starts = WallTime::of(day.and_time(session.starts.local.time()));
        session.ends = WallTime::of(day.and_time(session.ends.local.time()));
    }
}
