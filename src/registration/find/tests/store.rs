use uuid::Uuid;

use crate::base::db::{Sql, Tx};

/// Writes a registration, its event and its organisation as they were before there was a search; all
/// three are called `id`.
pub(super) async fn register_as_before(tx: &mut Tx, id: Uuid) {
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
        let query = tx.query(Sql::new(statement, statement));
        query.bind(id).execute().await.unwrap();
    }
}
