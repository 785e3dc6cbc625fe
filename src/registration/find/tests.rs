use uuid::Uuid;

use super::*;
use crate::base::db::{Sql, Tx};
use crate::base::testing::TestDb;
use crate::on_both_engines;

/// A statement by hand, whose text is the same on both engines.
async fn by_hand(tx: &mut Tx, statement: &'static str, id: Uuid) {
    let query = tx.query(Sql::new(statement, statement));
    query.bind(id).execute().await.unwrap();
}

on_both_engines! {
    async fn u_14_names_from_before_there_was_a_search_are_found(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let id = Uuid::from_u128(7);
        for statement in [
            "INSERT INTO organisation (id, slug, name, created_at)
             VALUES ($1, 'levant', 'Levant', '2022-11-20T10:00:00Z')",
            "INSERT INTO event (id, organisation_id, slug, state, visibility, revision,
                link_revision, sender, details, closes_at, starts_at, ends_at, tzdb_version,
                created_at, updated_at)
             VALUES ($1, $1, 'e', 'published', 'public', 0, 0, 'x', '{}', '2022-11-20T10:00:00Z',
                '2022-11-20T10:00:00Z', '2022-11-20T10:00:00Z', 'x', '2022-11-20T10:00:00Z',
                '2022-11-20T10:00:00Z')",
            "INSERT INTO registration (id, event_id, state, email, email_key, name, organisation,
                country, language, mode, answers, seated, token_hash, token_generation,
                registered_at)
             VALUES ($1, $1, 'confirmed', 'a@x.example', 'a@x.example', 'أحمد', 'مؤسسة', 'لبنان',
                'ar', 'online', '{}', TRUE, 'x', 0, '2022-11-20T10:00:00Z')",
        ] {
            by_hand(&mut tx, statement, id).await;
        }
        let event = Id::from_uuid(id);
        let filter = Filter { words: "موسسه احمد".to_owned(), ..Filter::default() };
        assert_eq!(count(&mut tx, event, &filter).await.unwrap(), 0);
        assert_eq!(fold_names(&mut tx).await.unwrap(), 1);
        assert_eq!(fold_names(&mut tx).await.unwrap(), 0);
        assert_eq!(count(&mut tx, event, &filter).await.unwrap(), 1);
        for order in Order::ALL {
            let found = ids(&mut tx, event, &filter, *order, (10, 0)).await.unwrap();
            assert_eq!(found, [Id::from_uuid(id)], "{order}");
        }
        assert_eq!(countries(&mut tx, event).await.unwrap(), ["لبنان"]);
    }
}
