//! Who may do what about an event, and which events somebody works for.

mod store;

pub use store::{Listed, access, of_organiser, of_program};

use super::Event;
use crate::account::{Organisation, Role};
use crate::base::id::Id;

/// What somebody may do about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// The event.
    pub event: Id<Event>,
    /// Whose it is.
    pub organisation: Organisation,
    /// The more of what they may do in the organisation and for the event alone.
    pub role: Role,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Organiser, add, create, grant};
    use crate::base::db::Tx;
    use crate::base::testing::TestDb;
    use crate::base::text::SingleLine;
    use crate::event::tests::{Desk, ROUNDTABLE};
    use crate::on_both_engines;

    async fn somebody(tx: &mut Tx, address: &str) -> Id<Organiser> {
        let (email, language) = (address.parse().unwrap(), "en".parse().unwrap());
        add(tx, &email, &SingleLine::clean(""), &language)
            .await
            .unwrap()
            .id
    }

    on_both_engines! {
        async fn s_01_an_event_is_reached_by_its_own_people_only(test: TestDb) {
            let mut desk = Desk::of(&test).await;
            let event = desk.publish(ROUNDTABLE).await;
            let (tx, slug) = (&mut desk.tx, &event.details.slug);
            let gulf = create(tx, "gulf", "Gulf Institute").await.unwrap();
            let (own, other) = (event.organisation, Some(uuid::Uuid::from_u128(7)));
            let mut reached = Vec::new();
            for (address, organisation, only, role) in [
                ("maya@institute.example", own, None, Role::Owner),
                ("omar@institute.example", own, Some(event.id.uuid()), Role::Assistant),
                ("lina@institute.example", own, other, Role::Owner),
                ("sami@gulf.example", gulf, None, Role::Owner),
            ] {
                let organiser = somebody(tx, address).await;
                grant(tx, organiser, organisation, only, role, "operator").await.unwrap();
                let access = access(tx, organiser, slug).await.unwrap();
                let listed = of_organiser(tx, own, organiser).await.unwrap().len();
                reached.push((access.map(|access| access.role), listed));
            }
            let expected = [(Some(Role::Owner), 1), (Some(Role::Assistant), 1), (None, 0), (None, 0)];
            assert_eq!(reached, expected);
            let both = somebody(tx, "omar@institute.example").await;
            grant(tx, both, own, None, Role::Organiser, "operator").await.unwrap();
            let access = access(tx, both, slug).await.unwrap().unwrap();
            assert_eq!((access.event, access.role), (event.id, Role::Organiser));
            assert_eq!(access.organisation.id, own);
        }
    }
}
