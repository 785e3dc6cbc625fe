//! The measures, each with what it is measured by.

pub mod links;
pub mod memory;
pub mod nodes;
pub mod pages;
pub mod registrations;
pub mod size;
pub mod start;

use std::sync::mpsc;
use std::time::Instant as Moment;

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};

use crate::crowd::{Crowd, Person};
use crate::house::House;

/// What `story` finds on a fresh database of `engine`.
fn on<R: Send>(engine: Engine, story: impl AsyncFnOnce(TestDb) -> R) -> R {
    let (found, finding) = mpsc::channel();
    run(engine, async |test: TestDb| {
        found.send(story(test).await).unwrap();
    });
    finding.recv().unwrap()
}

/// How many of `people` a second registered for an event of their own, each known to be kept.
async fn registered_a_second(house: &House, crowd: &Crowd, slug: &str, people: usize) -> f64 {
    let event = house.announce(slug, people);
    let people = (0..people).map(|number| Person::new(&event, number));
    let ready = crowd.open(people.collect()).await;
    let wanted = ready.len();
    let began = Moment::now();
    let heard = crowd.send(ready).await;
    let took = began.elapsed();
    for one in &heard {
        assert_eq!(one.next(), Some("registered"), "{:?}", one.answer);
    }
    assert_eq!(heard.len(), wanted);
    assert_eq!(house.confirmed(slug).await, wanted);
    wanted as f64 / took.as_secs_f64()
}
