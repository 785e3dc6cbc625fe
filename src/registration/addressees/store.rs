use std::cmp::Reverse;

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::Event;
use crate::event::announcement::{Announced, Announcement};
use crate::registration::Registration;
use crate::sql;

/// How many hear `said`, by the language of their mails.
pub async fn audience(
    tx: &mut Tx,
    event: &Event,
    said: &Announcement,
) -> Result<Vec<(Language, i64)>> {
    let session = said.session_in(event);
    if said.session.is_some() && session.is_none() {
        return Ok(Vec::new());
    }
    let mut heard: Vec<(Language, i64)> = tx
        .query(sql!(
            "SELECT r.language, count(*) AS people FROM registration r
             WHERE r.event_id = $1 AND r.state IN ('pending', 'waitlisted', 'confirmed')
                AND ($2 = 'everybody' OR r.state = $2 OR ($2 = 'attended' AND r.state = 'confirmed'
                    AND EXISTS (SELECT 1 FROM check_in c WHERE c.registration_id = r.id
                        AND (c.session_id = $4 OR $4 IS NULL))))
                AND (r.mode = $3 OR $3 IS NULL)
                AND (EXISTS (SELECT 1 FROM invitation i
                    WHERE i.registration_id = r.id AND i.session_id = $4) OR $4 IS NULL)
                AND r.undeliverable_at IS NULL
             GROUP BY r.language ORDER BY r.language"
        ))
        .bind(event.id)
        .bind(said.to)
        .bind(said.mode)
        .bind(session)
        .fetch_all()
        .await?;
    if let Some(wanted) = &said.languages {
        heard.retain(|(language, _)| wanted.iter().any(|one| one.is_same_tongue(language)));
    }
    Ok(heard)
}

/// Up to `limit` of those who hear `said` and were owed no mail of `announced` yet, the earliest
/// registration first within a language.
pub async fn unaddressed(
    tx: &mut Tx,
    event: &Event,
    announced: Id<Announced>,
    said: &Announcement,
    limit: usize,
) -> Result<Vec<Id<Registration>>> {
    let mut found = Vec::new();
    for (language, _) in audience(tx, event, said).await? {
        let room = limit - found.len();
        found.extend(unaddressed_in(tx, event, (announced, said), &language, room).await?);
    }
    Ok(found)
}

/// The same, but one reader of each language, that of the most readers first.
pub async fn one_of_each(
    tx: &mut Tx,
    event: &Event,
    announced: Id<Announced>,
    said: &Announcement,
    limit: usize,
) -> Result<Vec<Id<Registration>>> {
    let mut heard = audience(tx, event, said).await?;
    heard.sort_by_key(|(_, people)| Reverse(*people));
    let mut tongues: Vec<Language> = Vec::new();
    for (language, _) in heard {
        if !tongues.iter().any(|one| one.is_same_tongue(&language)) {
            tongues.push(language);
        }
    }
    let mut found = Vec::new();
    for language in tongues.iter().take(limit) {
        found.extend(unaddressed_in(tx, event, (announced, said), language, 1).await?);
    }
    Ok(found)
}

async fn unaddressed_in(
    tx: &mut Tx,
    event: &Event,
    (announced, said): (Id<Announced>, &Announcement),
    language: &Language,
    limit: usize,
) -> Result<Vec<Id<Registration>>> {
    let found: Vec<(Id<Registration>,)> = tx
        .query(sql!(
            "SELECT r.id FROM registration r
             WHERE r.event_id = $1 AND r.state IN ('pending', 'waitlisted', 'confirmed')
                AND ($2 = 'everybody' OR r.state = $2 OR ($2 = 'attended' AND r.state = 'confirmed'
                    AND EXISTS (SELECT 1 FROM check_in c WHERE c.registration_id = r.id
                        AND (c.session_id = $4 OR $4 IS NULL))))
                AND (r.mode = $3 OR $3 IS NULL)
                AND (EXISTS (SELECT 1 FROM invitation i
                    WHERE i.registration_id = r.id AND i.session_id = $4) OR $4 IS NULL)
                AND r.undeliverable_at IS NULL AND r.language = $5
                AND NOT EXISTS (SELECT 1 FROM message m
                    WHERE m.subject = $1 AND m.recipient = r.id AND m.session = $6)
             ORDER BY r.id LIMIT $7"
        ))
        .bind(event.id)
        .bind(said.to)
        .bind(said.mode)
        .bind(said.session_in(event))
        .bind(language.clone())
        .bind(announced)
        .bind(i64::try_from(limit).expect("a batch is small"))
        .fetch_all()
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
