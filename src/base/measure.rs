//! What is counted and timed while it runs, each under one name. Where nobody asks for it, it costs next to
//! nothing. Labels are words of ours: never an address, a name, a path or anything that somebody typed (P-4).

use std::time::Duration;

use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};

const REQUESTS: &str = "convoke_http_requests_total";
const REQUEST_SECONDS: &str = "convoke_http_request_seconds";
const REGISTRATIONS: &str = "convoke_registrations_total";
const MAILS: &str = "convoke_mails_total";
const COMMIT_SECONDS: &str = "convoke_commit_seconds";
const DUE: &str = "convoke_outbox_due";
const WAITING_SECONDS: &str = "convoke_outbox_waiting_seconds";
const SINCE_LAST_MAIL_SECONDS: &str = "convoke_last_mail_seconds";
const PAUSED: &str = "convoke_mail_paused";
const DATABASE: &str = "convoke_database_up";
const MEMORY: &str = "process_resident_memory_bytes";

/// Says what each of them means.
pub fn describe() {
    describe_counter!(REQUESTS, "Requests answered, by method, route and status");
    describe_histogram!(
        REQUEST_SECONDS,
        "From a request's head to its answer, by route"
    );
    describe_counter!(
        REGISTRATIONS,
        "Forms that asked for a place, by what became of them"
    );
    describe_counter!(
        MAILS,
        "Mails handed over, by what the mail server made of them"
    );
    describe_histogram!(
        COMMIT_SECONDS,
        "From the end of a unit of work until it was kept durably"
    );
    describe_gauge!(DUE, "Messages that should have left");
    describe_gauge!(
        WAITING_SECONDS,
        "For how long the longest waiting of them has been due"
    );
    describe_gauge!(
        SINCE_LAST_MAIL_SECONDS,
        "Since a mail server last took a mail"
    );
    describe_gauge!(PAUSED, "1 while no mail may leave");
    describe_gauge!(DATABASE, "1 while the database answers");
    describe_gauge!(MEMORY, "Memory in use");
}

/// A request was answered.
pub fn answered(method: &'static str, route: &str, status: u16, took: Duration) {
    let route = route.to_owned();
    counter!(REQUESTS, "method" => method, "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    histogram!(REQUEST_SECONDS, "route" => route).record(took);
}

/// Somebody asked for a place.
pub fn asked_for_a_place(outcome: &'static str) {
    counter!(REGISTRATIONS, "outcome" => outcome).increment(1);
}

/// A mail server was offered a mail.
pub fn mail_handed_over(outcome: &'static str) {
    counter!(MAILS, "outcome" => outcome).increment(1);
}

/// A unit of work was kept, so long after its end.
pub fn committed(took: Duration) {
    histogram!(COMMIT_SECONDS).record(took);
}

/// How the outbox stands: how many are due, for how long, and since when nothing was sent.
pub fn outbox(due: i64, waiting: Duration, since_last_mail: Option<Duration>, is_paused: bool) {
    gauge!(DUE).set(due as f64);
    gauge!(WAITING_SECONDS).set(waiting.as_secs_f64());
    if let Some(since) = since_last_mail {
        gauge!(SINCE_LAST_MAIL_SECONDS).set(since.as_secs_f64());
    }
    gauge!(PAUSED).set(if is_paused { 1.0 } else { 0.0 });
}

/// Whether the database answers.
pub fn database(is_up: bool) {
    gauge!(DATABASE).set(if is_up { 1.0 } else { 0.0 });
}

/// How much memory the process has.
pub fn memory(octets: u64) {
    gauge!(MEMORY).set(octets as f64);
}
