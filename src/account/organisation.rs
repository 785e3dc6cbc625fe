use serde_json::json;

use super::store;
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;

/// Who runs events on an instance.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Organisation {
    /// Its identifier.
    pub id: Id<Self>,
    /// The short word that tells it from others on the command line, unique on the instance.
    pub slug: String,
    /// Its name, as people read it.
    pub name: String,
}

/// Makes an organisation.
///
/// # Errors
/// [`Fault`](crate::base::db::Error::Fault) where the slug is taken; the unit of work has to be
/// dropped then.
pub async fn create(tx: &mut Tx, slug: &str, name: &str) -> Result<Id<Organisation>> {
    let organisation = Organisation {
        id: tx.new_id(),
        slug: slug.to_owned(),
        name: name.to_owned(),
    };
    store::insert(tx, &organisation).await?;
    Ok(organisation.id)
}

/// The slug of the organisation that the first start makes.
const FIRST: &str = "organisation";

/// Makes the first organisation where there is none.
pub async fn ensure_first(tx: &mut Tx, name: &str) -> Result<()> {
    if store::organisations(tx).await?.is_empty() {
        create(tx, FIRST, name).await?;
    }
    Ok(())
}

/// Calls an organisation by another name.
pub async fn rename(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    name: &str,
    actor: &str,
) -> Result<()> {
    store::rename(tx, organisation, name).await?;
    let told = json!({ "name": name });
    audit::record(tx, actor, "organisation_renamed", organisation.uuid(), told).await
}

#[cfg(test)]
mod tests {
    use crate::account::{by_slug, create, organisations, rename, the_only_one};
    use crate::base::testing::TestDb;
    use crate::on_both_engines;

    on_both_engines! {
        async fn an_organisation_is_found_by_its_slug(test: TestDb) {
            let mut tx = test.begin().await.unwrap();
            let id = create(&mut tx, "levant", "Levant Institute").await.unwrap();
            let found = by_slug(&mut tx, "levant").await.unwrap().unwrap();
            assert_eq!((found.id, found.slug, found.name),
                (id, "levant".to_owned(), "Levant Institute".to_owned()));
            assert_eq!(by_slug(&mut tx, "maghreb").await.unwrap(), None);
        }

        async fn only_a_single_organisation_goes_without_saying(test: TestDb) {
            let mut tx = test.begin().await.unwrap();
            assert_eq!(the_only_one(&mut tx).await.unwrap(), None);
            let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
            assert_eq!(the_only_one(&mut tx).await.unwrap().unwrap().id, levant);
            create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
            assert_eq!(the_only_one(&mut tx).await.unwrap(), None);
            let slugs: Vec<String> = organisations(&mut tx).await.unwrap().into_iter()
                .map(|organisation| organisation.slug).collect();
            assert_eq!(slugs, ["gulf", "levant"]);
        }

        async fn an_organisation_can_take_another_name(test: TestDb) {
            let mut tx = test.begin().await.unwrap();
            let id = create(&mut tx, "levant", "Levant Institute").await.unwrap();
            rename(&mut tx, id, "Levant Policy Institute", "operator").await.unwrap();
            let found = by_slug(&mut tx, "levant").await.unwrap().unwrap();
            assert_eq!(found.name, "Levant Policy Institute");
        }

        async fn a_slug_is_taken_once(test: TestDb) {
            let mut tx = test.begin().await.unwrap();
            create(&mut tx, "levant", "Levant Institute").await.unwrap();
            assert!(create(&mut tx, "levant", "Another").await.is_err());
        }
    }
}
