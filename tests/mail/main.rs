//! How a mail looks and how it leaves: against a strict reader, a real server and a faulty one.

mod approved;
#[path = "../support/behaviours.rs"]
mod behaviours;
#[path = "../support/certificates.rs"]
#[expect(dead_code, reason = "these tests need good ones")]
mod certificates;
mod connections;
#[path = "../support/faulty_smtp.rs"]
#[expect(dead_code, reason = "these tests need few of its faults")]
mod faulty_smtp;
mod folder;
mod form;
#[path = "../support/golden.rs"]
mod golden;
mod kinds;
mod letters;
mod octets;
#[path = "../support/python.rs"]
mod python;
mod real_server;
mod replies;
mod spam;
mod starttls;
#[path = "../support/tls_front.rs"]
mod tls_front;
mod verdict;
