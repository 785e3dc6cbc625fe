//! Who was owed which mail, and what came of it: the sums of a storm.

use std::collections::{BTreeMap, BTreeSet};

use crate::faulty_smtp::Received;

/// What is owed and how often a message may have left without anybody knowing.
#[derive(Default)]
pub struct Accounts {
    /// The recipient of each message, by Message-ID.
    owed: BTreeMap<String, String>,
    /// How often a worker died between the final dot of a message and noting it.
    doubts: BTreeMap<String, usize>,
    /// What a person has to decide about.
    flagged: BTreeSet<String>,
}

impl Accounts {
    pub fn owe(&mut self, message_id: &str, recipient: &str) {
        self.owed
            .insert(message_id.to_owned(), recipient.to_owned());
    }

    pub fn doubt(&mut self, message_id: &str) {
        *self.doubts.entry(message_id.to_owned()).or_default() += 1;
    }

    pub fn flag(&mut self, message_id: &str) {
        self.flagged.insert(message_id.to_owned());
    }

    /// What does not add up: who has none, who has one too many, who has another's.
    pub fn faults(&self, arrived: &[Received]) -> Vec<String> {
        let mut arrivals: BTreeMap<String, usize> = BTreeMap::new();
        let mut faults = Vec::new();
        for mail in arrived {
            let id = mail.message_id();
            match self.owed.get(&id) {
                None => faults.push(format!("{id} is owed to nobody")),
                Some(recipient) if *recipient != mail.recipient => {
                    faults.push(format!("{} has a mail to {recipient}", mail.recipient));
                }
                Some(_) => *arrivals.entry(id).or_default() += 1,
            }
        }
        for (id, recipient) in &self.owed {
            let arrived = arrivals.get(id).copied().unwrap_or_default();
            let doubts = self.doubts.get(id).copied().unwrap_or_default();
            if arrived == 0 && !self.flagged.contains(id) {
                faults.push(format!("{recipient} has none"));
            }
            if arrived > 1 + doubts {
                faults.push(format!("{recipient} has {arrived}, with {doubts} in doubt"));
            }
        }
        faults
    }

    /// How many messages arrived more than once.
    pub fn repeated(&self, arrived: &[Received]) -> usize {
        let ids: BTreeSet<String> = arrived.iter().map(Received::message_id).collect();
        arrived.len() - ids.len()
    }
}

#[test]
fn planted_faults_are_found() {
    let mail = |number: usize, recipient: &str| Received {
        sender: String::new(),
        recipient: recipient.to_owned(),
        content: format!("Message-ID: <{number}@x.example>\r\n").into_bytes(),
    };
    let mut accounts = Accounts::default();
    accounts.owe("1@x.example", "ana");
    accounts.owe("2@x.example", "bob");
    accounts.doubt("2@x.example");
    let both = [mail(1, "ana"), mail(2, "bob"), mail(2, "bob")];
    assert_eq!(accounts.faults(&both), Vec::<String>::new());
    assert_eq!(accounts.repeated(&both), 1);
    for (arrived, word) in [
        (vec![mail(2, "bob")], "ana has none"),
        (
            vec![mail(1, "ana"), mail(2, "ana")],
            "ana has a mail to bob",
        ),
        (
            vec![mail(1, "ana"), mail(1, "ana"), mail(2, "bob")],
            "ana has 2",
        ),
        ([&both[..], &[mail(2, "bob")]].concat(), "bob has 3"),
        ([&both[..], &[mail(3, "eve")]].concat(), "owed to nobody"),
    ] {
        let faults = accounts.faults(&arrived).join("\n");
        assert!(faults.contains(word), "{word}: {faults}");
    }
    accounts.flag("1@x.example");
    assert_eq!(accounts.faults(&[mail(2, "bob")]), Vec::<String>::new());
}
