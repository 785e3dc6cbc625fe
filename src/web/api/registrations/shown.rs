use std::collections::HashMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::event::{Event, Key, Mode};
use crate::registration::{
    self, Answer, Answers, Entered, Registration, RegistrationState, entered_all, tags_of,
};
use crate::web::api::problem::Problem;
use crate::web::api::stated::Text;

/// A registration, as a program sees it. Neither the code that let somebody in is in it, nor any address of
/// a page of theirs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Registration)]
pub(super) struct Shown {
    #[schema(value_type = String)]
    #[serde(serialize_with = "as_text")]
    pub(super) id: Id<Registration>,
    /// What has become of it.
    state: RegistrationState,
    name: String,
    email: String,
    /// The language of its mails.
    #[schema(value_type = String)]
    language: Language,
    mode: Mode,
    /// The other way to attend, for which they stand in line.
    wished_mode: Option<Mode>,
    /// The language they want to hear.
    #[schema(value_type = Option<String>)]
    listening: Option<Language>,
    /// The keys of the sessions they come to.
    #[schema(value_type = Vec<String>)]
    sessions: Vec<Key>,
    organisation: Option<String>,
    position: Option<String>,
    country: Option<String>,
    /// What they answered, by the question's key.
    #[schema(value_type = BTreeMap<String, Answer>)]
    answers: Answers,
    /// The keys of what they agree to.
    #[schema(value_type = Vec<String>)]
    consents: Vec<Key>,
    /// What organisers sort it by.
    tags: Vec<String>,
    #[schema(value_type = String, format = DateTime)]
    registered_at: Instant,
    /// When it was given the place it has, or had last.
    #[schema(value_type = Option<String>, format = DateTime)]
    confirmed_at: Option<Instant>,
    #[schema(value_type = Option<String>, format = DateTime)]
    address_confirmed_at: Option<Instant>,
    /// When mail to its address came back for good.
    #[schema(value_type = Option<String>, format = DateTime)]
    undeliverable_at: Option<Instant>,
    /// Why an organiser declined it, where they did and said so.
    #[schema(value_type = Option<Text>)]
    decline_reason: Option<Localised>,
}

fn as_text<S: serde::Serializer>(id: &Id<Registration>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

/// The registrations `ids` for `event` that there are, in this order.
pub(super) async fn all(
    tx: &mut Tx,
    event: &Event,
    ids: &[Id<Registration>],
) -> Result<Vec<Shown>, Problem> {
    let loaded = registration::load_all(tx, ids).await?;
    let mut entered = entered_all(tx, ids).await?;
    let mut tags = tags_of(tx, ids).await?;
    let own = loaded.into_iter().map(|(one, _)| one);
    let own = own.filter(|one| one.event == event.id);
    let mut by_id: HashMap<_, _> = own
        .filter_map(|one| {
            let (id, given) = (one.id, entered.remove(&one.id)?);
            let tags = tags.remove(&id).unwrap_or_default();
            Some((id, Shown::of(event, one, given, tags)))
        })
        .collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

impl Shown {
    fn of(event: &Event, one: Registration, given: Entered, tags: Vec<String>) -> Self {
        let sessions = event.sessions().filter(|of| one.sessions.contains(&of.id));
        let sessions = sessions.map(|of| event.details.session_key(of.index));
        Self {
            id: one.id,
            state: one.state,
            name: one.name.to_string(),
            email: one.email.to_string(),
            mode: one.mode,
            wished_mode: one.wished_mode,
            sessions: sessions.collect(),
            language: one.language,
            listening: one.listening,
            organisation: given.organisation,
            position: given.position,
            country: given.country,
            answers: given.answers,
            consents: given.consents,
            tags,
            registered_at: one.registered_at,
            confirmed_at: one.confirmed_at,
            address_confirmed_at: one.address_confirmed_at,
            undeliverable_at: one.undeliverable_at,
            decline_reason: one.decline_reason,
        }
    }
}
