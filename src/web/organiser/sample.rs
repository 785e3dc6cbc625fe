//! An event to try things out with, for who has none yet.

use axum::response::Response;

use super::desk::Desk;
use super::doors::Doors;
use crate::account::Role;
use crate::event::{CannotSave, make_sample};
use crate::web::Error;
use crate::web::methods::post;

pub(super) fn doors(doors: Doors) -> Doors {
    doors.of_organisation(Role::Organiser, "/organise/sample-event", post(make))
}

async fn make(desk: Desk) -> Result<Response, Error> {
    let view = &desk.site.view;
    let titles = view.languages().iter().map(|language| {
        let title = view.locale(language).text("sample-event-title");
        (language.clone(), title)
    });
    let (site, actor) = (&desk.site, desk.actor());
    let mut tx = site.db.begin().await?;
    let organisation = desk.organisation.id;
    let titles = titles.collect();
    let made = make_sample(
        &mut tx,
        &site.key,
        organisation,
        &site.sender,
        titles,
        &actor,
    )
    .await;
    match made {
        Ok(_) => {
            tx.commit().await?;
            Ok(desk.done("/organise", "sample-made"))
        }
        Err(CannotSave::Database(error)) => Err(error.into()),
        Err(_) => Err(Error::Busy),
    }
}
