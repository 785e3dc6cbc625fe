//! Forms for one event that come while others are decided on are decided on together, in one unit of work:
//! whoever comes alone waits for nobody, and of those who come at once each costs less.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::allowance::{may_each_send, may_send};
use super::visitor::announced;
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::{Asking, Outcome, Request, is_plain, register, register_together};
use crate::web::client::Client;
use crate::web::{Error, Site};

/// How many are decided on together at most.
const MOST: usize = 64;

/// A form as it was read.
#[derive(Debug)]
pub struct Form {
    /// The event, as the form was read by it.
    pub event: Arc<Event>,
    /// Where it comes from.
    pub client: Client,
    /// What it asks for.
    pub request: Request,
    /// Its hidden key.
    pub form_key: Option<String>,
}

/// What came of asking for a place once.
#[derive(Debug)]
pub enum Asked {
    /// It was decided on.
    Answered(Outcome),
    /// The event is another than the one that the form was read by.
    Changed(Arc<Event>),
    /// There were too many forms from there.
    TooMany,
}

/// The forms that wait, by event. There is a line while somebody sees to that event.
#[derive(Debug, Clone, Default)]
pub struct Rush(Arc<Mutex<HashMap<Id<Event>, VecDeque<Waiting>>>>);

#[derive(Debug)]
struct Waiting {
    form: Arc<Form>,
    answer: oneshot::Sender<Result<Asked, Error>>,
}

/// Asks for a place, with others who ask for one in the same event.
///
/// # Errors
/// Where the database fails, or there is no such event any more.
pub async fn ask(site: &Arc<Site>, form: &Arc<Form>) -> Result<Asked, Error> {
    if !is_plain(&form.event, &form.request) {
        return ask_alone(site, form).await;
    }
    let (answer, answered) = oneshot::channel();
    let form = Arc::clone(form);
    let event = form.event.id;
    if let Some(turn) = site.rush.join(event, Waiting { form, answer }) {
        tokio::spawn(see_to(Arc::clone(site), turn));
    }
    answered.await.unwrap_or(Err(Error::Busy))
}

/// Decides on the forms that wait for an event, until none does.
async fn see_to(site: Arc<Site>, mut turn: Turn) {
    while let Some(waiting) = turn.next() {
        decide(&site, waiting).await;
    }
}

/// Tells everybody what came of their form. Whoever cannot be decided on with others is asked for alone, and
/// holds nobody up.
async fn decide(site: &Arc<Site>, waiting: Vec<Waiting>) {
    let forms: Vec<&Form> = waiting.iter().map(|one| &*one.form).collect();
    // Where that fails each is told what is wrong with their own.
    let asked = ask_together(site, &forms).await.unwrap_or_default();
    let asked = asked.into_iter().chain(std::iter::repeat_with(|| None));
    for (Waiting { form, answer }, asked) in waiting.into_iter().zip(asked) {
        let site = Arc::clone(site);
        let tell = async move {
            let asked = match asked {
                Some(asked) => Ok(asked),
                None => ask_alone(&site, &form).await,
            };
            // Whoever has gone needs no answer.
            let _ = answer.send(asked);
        };
        tokio::spawn(tell);
    }
}

/// What came of each form, where that can be told of it with the others.
async fn ask_together(site: &Site, forms: &[&Form]) -> Result<Vec<Option<Asked>>, Error> {
    let mut asked: Vec<Option<Asked>> = forms.iter().map(|_| None).collect();
    let mut tx = site.db.begin().await?;
    let slug = forms[0].event.details.slug.as_str();
    let event = announced(&mut tx, site, slug).await?;
    let is_same =
        |who: &usize| Arc::ptr_eq(&forms[*who].event, &event) || forms[*who].event == event;
    let mut who: Vec<usize> = (0..forms.len()).filter(is_same).collect();
    let clients: Vec<&Client> = who.iter().map(|who| &forms[*who].client).collect();
    let may = may_each_send(&mut tx, site, &clients, &event.id.to_string()).await?;
    let mut may = may.into_iter();
    who.retain(|_| may.next() == Some(true));
    let asking = who.iter().map(|who| Asking {
        request: &forms[*who].request,
        form_key: forms[*who].form_key.as_deref(),
    });
    let asking: Vec<Asking<'_>> = asking.collect();
    let Some(outcomes) = register_together(&mut tx, &site.key, &event, &asking).await? else {
        return Ok(asked);
    };
    if outcomes.iter().flatten().any(is_accepted) {
        tx.commit().await?;
    }
    for (who, outcome) in who.into_iter().zip(outcomes) {
        asked[who] = outcome.map(Asked::Answered);
    }
    Ok(asked)
}

/// Asks for a place, in a unit of work of its own.
async fn ask_alone(site: &Site, form: &Form) -> Result<Asked, Error> {
    let Form {
        event,
        client,
        request,
        form_key,
    } = form;
    let mut tx = site.db.begin().await?;
    let now = announced(&mut tx, site, event.details.slug.as_str()).await?;
    if !Arc::ptr_eq(&now, event) && now != *event {
        return Ok(Asked::Changed(now));
    }
    if !may_send(&mut tx, site, client, &event.id.to_string()).await? {
        return Ok(Asked::TooMany);
    }
    let outcome = register(&mut tx, &site.key, event, request, form_key.as_deref()).await?;
    if is_accepted(&outcome) {
        tx.commit().await?;
    }
    Ok(Asked::Answered(outcome))
}

fn is_accepted(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Accepted(_))
}

impl Rush {
    /// Lets a form wait for its event; the turn of whoever has to see to that, where nobody does.
    fn join(&self, event: Id<Event>, waiting: Waiting) -> Option<Turn> {
        let mut lines = self.lines();
        let turn = (!lines.contains_key(&event)).then(|| Turn {
            rush: self.clone(),
            event,
            is_over: false,
        });
        lines.entry(event).or_default().push_back(waiting);
        turn
    }

    fn lines(&self) -> MutexGuard<'_, HashMap<Id<Event>, VecDeque<Waiting>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// That of whoever sees to the forms of an event. However it ends, nobody waits in vain.
struct Turn {
    rush: Rush,
    event: Id<Event>,
    is_over: bool,
}

impl Turn {
    /// Those who came first, no more than [`MOST`]; where nobody waits the turn is over.
    fn next(&mut self) -> Option<Vec<Waiting>> {
        let mut lines = self.rush.lines();
        let line = lines.get_mut(&self.event)?;
        let first = line.len().min(MOST);
        if first == 0 {
            lines.remove(&self.event);
            self.is_over = true;
            return None;
        }
        Some(line.drain(..first).collect())
    }
}

impl Drop for Turn {
    /// Whoever still waits was let down, and is told so as their end of the line goes.
    fn drop(&mut self) {
        if !self.is_over {
            self.rush.lines().remove(&self.event);
        }
    }
}
