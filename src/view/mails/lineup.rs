//! Mails to those who appear.

use serde::Serialize;

use super::super::appearing::CheckFacts;
use super::super::locale::Locale;
use super::super::words::Words;
use super::{JOIN_PAGE, Mail, Occasion};

/// The link to join by, of somebody who appears.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineupLink {
    /// What it is about.
    pub about: Occasion,
    /// The link, or the page in its place.
    pub join: String,
    /// Whether it is a page, which leads to a link of their own.
    pub by_page: bool,
    /// When they try out camera and microphone, while that is to come.
    pub check: Option<CheckFacts>,
}

impl Mail for LineupLink {
    const KIND: &'static str = "lineup_link";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        ["roundtable", "everything"]
            .into_iter()
            .zip(Occasion::samples(locale))
            .map(|(name, about)| {
                let by_page = name == "everything";
                let link = "https://zoom.example/j/86512345678?pwd=cGFuZWw,bA";
                let join = if by_page { JOIN_PAGE } else { link }.to_owned();
                let check = (name == "everything").then(|| CheckFacts {
                    starts: about.event.closes.clone(),
                    note: Some(Words::plain("Come with headphones.")),
                });
                let mail = Self {
                    about,
                    join,
                    by_page,
                    check,
                };
                (name, mail)
            })
            .collect()
    }
}

/// Somebody is asked to appear, through the page that is theirs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineupInvitation {
    /// What it is about, with the sessions in which they appear only.
    pub about: Occasion,
    /// What they do, in the order of the event: `speaker`, `moderator` …
    pub roles: Vec<&'static str>,
    /// `asked`, `reminded`, `agreed`: who has agreed is only given the page.
    pub state: &'static str,
    /// Whether the event's page can be seen.
    pub is_public: bool,
    /// Their own page, as a complete address.
    pub own_page: String,
}

impl Mail for LineupInvitation {
    const KIND: &'static str = "lineup_invitation";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let [roundtable, everything] = Occasion::samples(locale)
            .try_into()
            .unwrap_or_else(|_| unreachable!("there are two samples"));
        let mail = |about: &Occasion, roles: &[&'static str], state, is_public| Self {
            about: about.clone(),
            roles: roles.to_vec(),
            state,
            is_public,
            own_page: format!(
                "https://events.lcps.example/{}/lineup/0Jd1x8Zt2vQ4s6Yb8Nc0Kf2Hm4Lp6Rr8",
                locale.language()
            ),
        };
        vec![
            ("asked", mail(&roundtable, &["speaker"], "asked", false)),
            (
                "reminded",
                mail(&roundtable, &["moderator"], "reminded", true),
            ),
            (
                "agreed",
                mail(&everything, &["keynote", "interpreter"], "agreed", true),
            ),
        ]
    }
}
