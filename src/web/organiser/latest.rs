//! The latest events of an organisation, among which one can be chosen.

use uuid::Uuid;

use super::desk::Desk;
use crate::base::db::Tx;
use crate::event::{self, facts};
use crate::view::{Choice, Words};
use crate::web::Error;

/// How many of them.
const EVENTS: usize = 40;

/// Their identifiers, slugs and titles.
pub(super) struct LatestEvents(Vec<(Uuid, String, Words)>);

impl LatestEvents {
    /// Those that whoever sits at `desk` may know of.
    pub(super) async fn of(desk: &Desk, tx: &mut Tx) -> Result<Self, Error> {
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

    /// The one at `slug`.
    pub(super) fn at(&self, slug: &str) -> Option<Uuid> {
        let found = self.0.iter().find(|(_, known, _)| known == slug)?;
        Some(found.0)
    }

    /// What `event` is called; one that is not among them is named by nothing.
    pub(super) fn title(&self, event: Uuid) -> Words {
        let known = self.0.iter().find(|(id, ..)| *id == event);
        known.map_or_else(|| Words::plain("…"), |(_, _, title)| title.clone())
    }

    /// Each of them, after `all`.
    pub(super) fn choices(&self, all: String) -> Vec<Choice> {
        let each = self.0.iter();
        let each = each.map(|(_, slug, title)| Choice::new(slug, title.clone()));
        std::iter::once(Choice::new("", all)).chain(each).collect()
    }
}
