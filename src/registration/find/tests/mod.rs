mod store;

use uuid::Uuid;

use super::*;
use crate::base::testing::TestDb;
use crate::on_both_engines;

on_both_engines! {
    async fn u_14_names_from_before_there_was_a_search_are_found(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let id = Uuid::from_u128(7);
        store::register_as_before(&mut tx, id).await;
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
