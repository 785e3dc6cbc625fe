use chrono::TimeDelta;

use super::store;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};

/// What waits to leave, and until when it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    /// How many messages are due, or in a worker's hands.
    pub due: i64,
    /// How many wait for their time, or for their next try.
    pub later: i64,
    /// When the last of them will have left; `None` where none waits, or where nothing says how many
    /// leave in a minute.
    pub done_at: Option<Instant>,
}

/// What waits to leave, and when the last will have left if `per_minute` do and all goes well (OUT-8).
pub async fn outlook(tx: &mut Tx, per_minute: Option<u32>) -> Result<Outlook> {
    let now = tx.now();
    let mut outlook = Outlook {
        due: 0,
        later: 0,
        done_at: None,
    };
    let interval = per_minute.map(|per_minute| TimeDelta::minutes(1) / saturating(per_minute));
    for (due_at, count) in store::due_counts(tx).await? {
        if due_at <= now {
            outlook.due += count;
        } else {
            outlook.later += count;
        }
        // Those due together follow each other, after all that were due before.
        outlook.done_at = interval.map(|interval| {
            let begin = outlook.done_at.unwrap_or(now).max(due_at);
            begin + interval * i32::try_from(count).unwrap_or(i32::MAX)
        });
    }
    Ok(outlook)
}

fn saturating(per_minute: u32) -> i32 {
    i32::try_from(per_minute).unwrap_or(i32::MAX)
}
