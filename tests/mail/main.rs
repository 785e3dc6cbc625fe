//! How a mail looks and how it leaves: against a strict reader, a real server and a faulty one.

mod connections;
#[path = "../support/faulty_smtp.rs"]
mod faulty_smtp;
mod folder;
mod form;
mod letters;
#[path = "../support/python.rs"]
mod python;
mod real_server;
mod replies;
