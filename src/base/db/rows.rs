//! Many rows in one parameter, so that one statement writes them all: a JSON array of objects, which SQLite
//! reads by `json_each` and PostgreSQL by `jsonb_to_recordset`. JSON knows neither octets nor moments; these
//! are texts that both engines make of them what they keep.

use chrono::SecondsFormat;
use serde::Serialize;
use uuid::Uuid;

use crate::base::clock::Instant;
use crate::base::id::Id;

/// Octets: `unhex(…)` on SQLite, `decode(…, 'hex')` on PostgreSQL, or a column of type `uuid` there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Hex(String);

/// A moment, as SQLite keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct At(String);

impl Hex {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&[u8]> for Hex {
    fn from(octets: &[u8]) -> Self {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |four: u8| char::from(DIGITS[usize::from(four)]);
        let digits = octets
            .iter()
            .flat_map(|octet| [digit(octet >> 4), digit(octet & 15)]);
        Self(digits.collect())
    }
}

impl From<Uuid> for Hex {
    fn from(uuid: Uuid) -> Self {
        Self::from(uuid.as_bytes().as_slice())
    }
}

impl<T> From<Id<T>> for Hex {
    fn from(id: Id<T>) -> Self {
        Self::from(id.uuid())
    }
}

impl From<Instant> for At {
    fn from(instant: Instant) -> Self {
        Self(instant.to_rfc3339_opts(SecondsFormat::AutoSi, false))
    }
}

#[cfg(test)]
mod tests {
    use sqlx::types::Json;

    use super::*;
    use crate::base::db::Sql;
    use crate::base::testing::{TestDb, start};
    use crate::on_both_engines;

    #[derive(Serialize)]
    struct Row {
        id: Hex,
        at: At,
        text: &'static str,
    }

    on_both_engines! {
        async fn rows_are_read_as_if_each_value_had_been_bound(test: TestDb) {
            let mut tx = test.begin().await.unwrap();
            let moments = [start(), start() + chrono::TimeDelta::microseconds(1_230_450)];
            let ids: Vec<Id<Row>> = moments.iter().map(|_| tx.new_id()).collect();
            let text = "Rana \"ر\" \\ '\n\u{1f600} %";
            let rows: Vec<Row> = ids.iter().zip(moments)
                .map(|(id, at)| Row { id: Hex::from(*id), at: At::from(at), text }).collect();
            for (id, at) in ids.iter().zip(moments) {
                let same = Sql::new(
                    "SELECT count(*) FROM json_each($1) WHERE unhex(value->>'id') = $2
                        AND value->>'at' = $3 AND value->>'text' = $4",
                    "SELECT count(*) FROM jsonb_to_recordset($1) AS r(id UUID, at TIMESTAMPTZ, text TEXT)
                     WHERE id = $2 AND at = $3 AND text = $4",
                );
                let asked = tx.query(same).bind(Json(&rows)).bind(*id).bind(at).bind(text);
                let (found,): (i64,) = asked.fetch_one().await.unwrap();
                assert_eq!(found, 1);
            }
        }
    }
}
