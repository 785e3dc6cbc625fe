use super::Headcount;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::sql;

/// The people of an event.
pub async fn headcount(tx: &mut Tx, event: Id<Event>) -> Result<Headcount> {
    tx.query(sql!(
        "SELECT count(CASE WHEN r.state = 'confirmed' AND r.mode = 'online' THEN 1 END) AS online,
            count(CASE WHEN r.state = 'confirmed' AND r.mode = 'in_person' THEN 1 END) AS in_person,
            count(CASE WHEN r.state = 'pending' THEN 1 END) AS pending,
            count(CASE WHEN r.state = 'waitlisted' THEN 1 END) AS waitlisted,
            count(CASE WHEN r.state = 'unconfirmed' THEN 1 END) AS unconfirmed,
            count(CASE WHEN held.link >= r.first_link AND held.pages = 0 THEN 1 END) AS holding_link,
            count(CASE WHEN held.pages > 0 THEN 1 END) AS holding_page
         FROM registration r
         LEFT JOIN (
            SELECT m.recipient, max(CASE WHEN m.kind = 'link' THEN m.revision END) AS link,
                count(CASE WHEN CAST(m.payload ->> 'page' AS TEXT) IN ('1', 'true') THEN 1 END) AS pages
            FROM message m
            WHERE m.subject = $1 AND m.kind IN ('link', 'changed')
                AND m.state IN ('sent', 'uncertain', 'leased')
            GROUP BY m.recipient) AS held
            ON held.recipient = r.id AND r.state = 'confirmed' AND r.mode = 'online'
         WHERE r.event_id = $1 AND r.state IN ('confirmed', 'pending', 'waitlisted', 'unconfirmed')"
    ))
    .bind(event)
    .fetch_one()
    .await
}

/// How many are told of the change that `event` came by, as it is kept: whoever holds what it touches. Who
/// holds a link is told of another only where `has_link_news`, once it may be told.
pub async fn told_of_change(tx: &mut Tx, event: &Event, has_link_news: bool) -> Result<i64> {
    let (told,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS told FROM registration r
             WHERE r.event_id = $1 AND r.state IN ('confirmed', 'pending', 'waitlisted')
                AND r.undeliverable_at IS NULL AND EXISTS (
                    SELECT 1 FROM session s
                    JOIN invitation i ON i.session_id = s.id AND i.registration_id = r.id
                    WHERE s.event_id = $1 AND s.change_revision = $2
                        AND (CAST(s.change_facts AS TEXT) LIKE '%\"time\"%'
                            OR (r.mode = 'in_person'
                                AND CAST(s.change_facts AS TEXT) LIKE '%\"place\"%')
                            OR ($3 AND r.state = 'confirmed' AND r.mode = 'online'
                                AND CAST(s.change_facts AS TEXT) LIKE '%\"link\"%' AND EXISTS (
                                    SELECT 1 FROM message l
                                    WHERE l.subject = $1 AND l.recipient = r.id AND l.kind = 'link'
                                        AND l.revision >= r.first_link
                                        AND l.state IN ('sent', 'uncertain', 'leased'))
                                AND NOT EXISTS (
                                    SELECT 1 FROM message p
                                    WHERE p.subject = $1 AND p.recipient = r.id
                                        AND p.kind IN ('link', 'changed')
                                        AND p.state IN ('sent', 'uncertain', 'leased')
                                        AND CAST(p.payload ->> 'page' AS TEXT)
                                            IN ('1', 'true')))))"
        ))
        .bind(event.id)
        .bind(event.revision)
        .bind(has_link_news)
        .fetch_one()
        .await?;
    Ok(told)
}
