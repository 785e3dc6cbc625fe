//! What goes wrong beside and beneath a delivery: mail servers that misbehave, workers that are
//! killed, clocks that jump. Nothing is lost, and nothing goes twice without need (OUT-4..OUT-6,
//! And servers that are killed while very many register.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

#[path = "../support/behaviours.rs"]
mod behaviours;
#[path = "../support/certificates.rs"]
#[expect(dead_code, reason = "others need a good one only")]
mod certificates;
#[path = "../support/crowd.rs"]
mod crowd;
#[path = "../story/events.rs"]
#[expect(dead_code, reason = "one event is enough here")]
mod events;
#[path = "../support/faulty_smtp.rs"]
#[expect(
    dead_code,
    reason = "a test says when it cannot go on, the tool does not"
)]
mod faulty_smtp;
#[path = "../support/kept.rs"]
mod kept;
#[path = "../support/served.rs"]
#[expect(dead_code, reason = "nobody asks for its number")]
mod served;
#[path = "../story/stage.rs"]
#[expect(dead_code, reason = "little is played here")]
mod stage;
#[path = "../tools/faulty_smtp/words.rs"]
mod words;

mod accounts;
mod asking;
mod gate;
mod guests;
mod host;
mod kills;
mod node;
mod nodes;
mod outage;
mod policies;
mod power;
mod reckoned;
mod reckoning;
mod replies;
mod rolling;
mod rush;
mod siege;
mod storm;
mod tool;
mod wire;
