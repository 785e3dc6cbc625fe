use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::FEW;
use super::words::percent;
use crate::registration::figures::Attended;

/// How many came to a session, of those who have a place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The session's identifier.
    pub session: Uuid,
    /// Who has a place; `None` where so few that it is not told.
    pub confirmed: Option<i64>,
    /// Who of them came; `None` where so few did, or did not, that it is not told.
    pub came: Option<i64>,
}

impl Attendance {
    /// The sessions of an event, where it has several and anybody was checked in.
    pub fn of(attended: &[Attended]) -> Vec<Self> {
        if attended.len() < 2 || attended.iter().all(|one| one.came == 0) {
            return Vec::new();
        }
        let all = attended.iter().map(|one| Self {
            session: one.session.uuid(),
            confirmed: Some(one.confirmed),
            came: Some(one.came),
        });
        all.collect()
    }

    /// The same as it may be shared: neither of those who came, of those who did not, nor of all of them
    /// are fewer than [`FEW`] told.
    #[must_use]
    pub fn discreet(self) -> Self {
        let is_few = |people: i64| (1..FEW).contains(&people);
        let (Some(confirmed), Some(came)) = (self.confirmed, self.came) else {
            return self;
        };
        Self {
            confirmed: Some(confirmed).filter(|_| !is_few(confirmed)),
            came: Some(came)
                .filter(|_| !is_few(confirmed) && !is_few(came) && !is_few(confirmed - came)),
            ..self
        }
    }

    /// Of how many in a hundred that is.
    pub fn percent(self) -> Option<i64> {
        Some(percent(self.came?, self.confirmed?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;

    fn told(confirmed: i64, came: i64) -> (Option<i64>, Option<i64>) {
        let session = Id::from_uuid(Uuid::nil());
        let attended = [(confirmed, came), (9, 9)].map(|(confirmed, came)| Attended {
            session,
            confirmed,
            came,
        });
        let discreet = Attendance::of(&attended)[0].discreet();
        (discreet.confirmed, discreet.came)
    }

    #[test]
    fn u_15_no_few_can_be_counted_out_of_what_is_shared() {
        assert_eq!(told(20, 12), (Some(20), Some(12)));
        assert_eq!(told(20, 4), (Some(20), None), "so few came");
        assert_eq!(told(20, 16), (Some(20), None), "so few stayed away");
        assert_eq!(told(20, 15), (Some(20), Some(15)));
        assert_eq!(told(20, 0), (Some(20), Some(0)));
        assert_eq!(told(20, 20), (Some(20), Some(20)));
        assert_eq!(told(4, 4), (None, None));
        assert_eq!(told(0, 0), (Some(0), Some(0)));
    }

    #[test]
    fn u_15_one_session_is_told_by_the_chart_alone() {
        let session = Id::from_uuid(Uuid::nil());
        let one = Attended {
            session,
            confirmed: 9,
            came: 5,
        };
        assert_eq!(Attendance::of(&[one]), []);
        let nobody = Attended { came: 0, ..one };
        assert_eq!(Attendance::of(&[nobody, nobody]), []);
        assert_eq!(Attendance::of(&[one, nobody])[0].percent(), Some(56));
    }
}
