//! A partner's own view: how many came by its link, and who of them agreed that it is told (P-13). Whoever withdraws,
//! is erased or takes back what they agreed to is gone from it at once: it is read anew each time.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::base::db::Tx;
use crate::base::secret::Token;
use crate::event::partner::{self, PartnerLink};
use crate::event::{self, Event, EventState, facts};
use crate::registration::RegistrationState;
use crate::registration::figures::Common;
use crate::registration::partner::{Brought, Shared, brought, shared};
use crate::report::figures::{FEW, Figure, Share, Who, chart, discreet};
use crate::report::{Table, csv_of};
use crate::view::{PartnerPage, SharedPerson, Words};
use crate::web::public::visitor::Visit;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

/// What the partner may know.
pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let own = Own::find(&mut tx, &site, &token).await?;
    Ok(secret(html(
        site.view.page(&own.page(&visit, &token), visit.language)?,
    )))
}

/// The same as a table: a line for each who agreed, and how many the others are.
pub(super) async fn download(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let own = Own::find(&mut tx, &site, &token).await?;
    let octets = csv_of(&own.table(&visit))?;
    let attached = format!("attachment; filename=\"{}.csv\"", own.event.details.slug);
    let attached = HeaderValue::from_str(&attached).map_err(|_| Error::NotFound)?;
    let headers = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (CONTENT_DISPOSITION, attached),
    ];
    Ok(secret((headers, octets).into_response()))
}

/// A partner's link, and what came of it.
struct Own {
    event: Event,
    link: PartnerLink,
    /// By what became of them, without those who withdrew or were declined.
    counted: Vec<Brought>,
    /// Who of them agreed that the partner is told.
    people: Vec<Shared>,
}

impl Own {
    /// One neutral answer for whatever is not there (any more): the token, the link, the event, the people.
    async fn find(tx: &mut Tx, site: &Site, token: &str) -> Result<Self, Error> {
        let link = partner::of_view(tx, &Token::from_address(token)).await?;
        let link = link.ok_or(Error::NotFound)?;
        let event = event::load(tx, &site.key, link.event).await?;
        let event = event.ok_or(Error::NotFound)?;
        let is_kept = tx.now() < event.schedule.ends_at() + event.details.retention().delta();
        if !is_kept || event.state == EventState::Draft {
            return Err(Error::NotFound);
        }
        let all = brought(tx, event.id).await?.into_iter();
        let counted = all.filter(|one| one.source == link.source && is_live(one.state));
        Ok(Self {
            counted: counted.collect(),
            people: shared(tx, &event, &link).await?,
            event,
            link,
        })
    }

    fn total(&self) -> i64 {
        self.counted.iter().map(|one| one.people).sum()
    }

    /// How many they are of whom the partner learns nothing else; `None` where they are so few that their number
    /// would tell who they are. Nothing is told then from which it could be reckoned.
    fn others(&self) -> Option<i64> {
        let others = self.total() - i64::try_from(self.people.len()).unwrap_or_default();
        (others == 0 || others >= FEW).then_some(others)
    }

    /// How many all of them are, where the others may be counted.
    fn told_total(&self) -> Option<i64> {
        self.others().map(|_| self.total())
    }

    /// Whether the partner is told who came, and if not, why.
    fn sharing(&self) -> &'static str {
        if self.event.is_confidential() {
            "confidential"
        } else if self.event.consent_to_share(&self.link).is_some() {
            "agreed"
        } else {
            "none"
        }
    }

    fn page(&self, visit: &Visit<'_>, token: &str) -> PartnerPage {
        let locale = visit.locale();
        let own = format!("/partners/{token}");
        let total = self.told_total();
        let states = chart(&discreet(self.figure()), locale);
        let has_numbers =
            states.rows.len() > 1 || states.rows.iter().any(|row| is_number(&row.cells[0]));
        let is_told = total.is_some() && has_numbers;
        let left = |quota: i64| Some((quota - total?).max(0));
        let order = self.event.details.text_order();
        let consent = self.event.consent_to_share(&self.link);
        let link = format!(
            "/events/{}?source={}",
            self.event.details.slug, self.link.source
        );
        PartnerPage {
            frame: visit.frame_about(&self.event, &own).private(),
            event: facts(&self.event, locale),
            event_page: visit.event_path(&self.event, ""),
            partner: self.link.called(locale, &self.event),
            link: visit.site.address(&link),
            total,
            left: self.link.quota.and_then(left),
            columns: states.columns,
            states: if is_told { states.rows } else { Vec::new() },
            sharing: self.sharing(),
            consent: consent.and_then(|consent| Words::pick(&consent.text, locale, &order)),
            people: self.people.iter().map(person).collect(),
            others: self.others(),
            csv: format!("/{}{own}/people.csv", visit.language),
        }
    }

    /// Those who came, by what became of them.
    fn figure(&self) -> Figure {
        let share = |one: &Brought| Share {
            who: Who::Said(one.state.to_string()),
            people: Some(one.people),
        };
        let mut counted: Vec<&Brought> = self.counted.iter().collect();
        counted.sort_by_key(|one| std::cmp::Reverse(one.people));
        Figure {
            common: Common::State,
            shares: counted.into_iter().map(share).collect(),
            total: self.total(),
        }
    }

    fn table(&self, visit: &Visit<'_>) -> Table {
        let text = |key: &str| visit.locale().text(key);
        let told = |people: Option<i64>| {
            people.map_or_else(|| text("partner-fewer"), |people| people.to_string())
        };
        let sharing = self.sharing();
        if sharing != "agreed" {
            return Table {
                headings: vec![text("partner-registered"), text("partner-why")],
                rows: vec![vec![
                    told(self.told_total()),
                    text(&format!("partner-people-{sharing}")),
                ]],
            };
        }
        let row = |one: &Shared| {
            let person = person(one);
            vec![
                person.name,
                person.organisation,
                person.position,
                person.email,
            ]
        };
        let others = vec![
            text("partner-others"),
            told(self.others()),
            String::new(),
            String::new(),
        ];
        Table {
            headings: [
                "field-name",
                "field-organisation",
                "field-position",
                "field-email",
            ]
            .map(text)
            .to_vec(),
            rows: self.people.iter().map(row).chain([others]).collect(),
        }
    }
}

const fn is_live(state: RegistrationState) -> bool {
    !matches!(
        state,
        RegistrationState::Declined | RegistrationState::Cancelled
    )
}

fn is_number(cell: &str) -> bool {
    cell.parse::<i64>().is_ok()
}

fn person(one: &Shared) -> SharedPerson {
    SharedPerson {
        name: one.name.to_string(),
        organisation: one.organisation.clone().unwrap_or_default(),
        position: one.position.clone().unwrap_or_default(),
        email: one.email.to_string(),
    }
}
