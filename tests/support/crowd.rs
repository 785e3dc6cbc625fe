//! Many people at once who open the form of an event and send it.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::kept::{Answer, Asked, Kept};

/// Nobody has written name and address sooner after a form was opened (S-27), whichever node's clock is behind.
const WRITING: Duration = Duration::from_secs(3);

/// Somebody who wants to come.
#[derive(Debug, Clone)]
pub struct Person {
    /// The event's slug.
    pub event: Arc<str>,
    pub number: usize,
    /// Whether a place in the waiting list would do.
    pub waits: bool,
    /// The hidden key of their form, once it is open.
    pub form_key: Option<String>,
}

/// What somebody heard, or not.
#[derive(Debug)]
pub struct Heard {
    pub person: Person,
    pub answer: io::Result<Answer>,
}

/// So many connections, spread over the servers.
#[derive(Clone)]
pub struct Crowd {
    pub servers: Vec<SocketAddr>,
    pub connections: usize,
    /// How many have been answered since forms were opened last.
    pub answered: Arc<AtomicUsize>,
}

impl Person {
    pub fn new(event: &Arc<str>, number: usize) -> Self {
        Self {
            event: Arc::clone(event),
            number,
            waits: false,
            form_key: None,
        }
    }

    /// One for each event: who registers for many in a day is told of most of them later (S-25), and costs more.
    pub fn email(&self) -> String {
        format!("guest{}@{}.example.org", self.number, self.event)
    }

    /// Opens the form, or sends it once it is open; each from a place of their own (S-25).
    pub async fn ask(&self, server: &mut Kept) -> io::Result<Answer> {
        let place = format!("100.{}.{}.7", self.number / 256 % 256, self.number % 256);
        let (method, last, form) = match &self.form_key {
            None => ("GET", "register", String::new()),
            Some(form_key) => ("POST", "registrations", self.form(form_key)),
        };
        let path = format!("/en/events/{}/{last}", self.event);
        let asked = Asked {
            method,
            path: &path,
            place: &place,
            accepts: "",
            form: &form,
        };
        server.ask(&asked).await
    }

    fn form(&self, form_key: &str) -> String {
        let list = if self.waits { "&waitlist=yes" } else { "" };
        let email = self.email().replace('@', "%40");
        format!(
            "form_key={form_key}&language=en&website=&name=Rana+Haddad&email={email}&mode=online{list}"
        )
    }
}

impl Heard {
    /// What happens next, by the page that it led to; none where it led nowhere.
    pub fn next(&self) -> Option<&str> {
        let answer = self.answer.as_ref().ok()?;
        let (_, next) = answer.location.as_deref()?.rsplit_once('/')?;
        Some(next)
    }

    /// The status of the answer; none where nothing came.
    pub fn status(&self) -> Option<u16> {
        self.answer.as_ref().ok().map(|answer| answer.status)
    }
}

impl Crowd {
    pub fn before(servers: &[SocketAddr], connections: usize) -> Self {
        Self {
            servers: servers.to_vec(),
            connections,
            answered: Arc::default(),
        }
    }

    /// Each opens the form, and has it open for as long as it takes to fill in.
    ///
    /// # Panics
    /// Where somebody is shown no form.
    pub async fn open(&self, people: Vec<Person>) -> Vec<Person> {
        let mut ready = Vec::with_capacity(people.len());
        for heard in self.ask(people).await {
            let shown = heard.answer.expect("a form comes").body;
            let shown = String::from_utf8_lossy(&shown);
            let (_, after) = shown
                .split_once("name=\"form_key\" value=\"")
                .unwrap_or_else(|| panic!("no form: {shown}"));
            let form_key = after.split('"').next().map(str::to_owned);
            ready.push(Person {
                form_key,
                ..heard.person
            });
        }
        self.answered.store(0, Ordering::Relaxed);
        sleep(WRITING).await;
        ready
    }

    /// Each sends their form, as soon as a connection is free. Who hears nothing tries no more, nor does
    /// anybody behind them.
    pub async fn send(&self, people: Vec<Person>) -> Vec<Heard> {
        self.ask(people).await
    }

    async fn ask(&self, people: Vec<Person>) -> Vec<Heard> {
        let queue = Arc::new(Mutex::new(VecDeque::from(people)));
        let mut asking = JoinSet::new();
        for server in self.servers.iter().cycle().take(self.connections) {
            let mut server = Kept::to(*server);
            let (queue, answered) = (Arc::clone(&queue), Arc::clone(&self.answered));
            asking.spawn(async move {
                let mut all = Vec::new();
                while let Some(person) = next(&queue) {
                    let answer = person.ask(&mut server).await;
                    let is_over = answer.is_err();
                    answered.fetch_add(usize::from(!is_over), Ordering::Relaxed);
                    all.push(Heard { person, answer });
                    if is_over {
                        break;
                    }
                }
                all
            });
        }
        asking.join_all().await.into_iter().flatten().collect()
    }
}

fn next(queue: &Mutex<VecDeque<Person>>) -> Option<Person> {
    queue.lock().expect("nobody panics").pop_front()
}
