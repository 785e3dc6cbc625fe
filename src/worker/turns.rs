use std::collections::HashMap;

use crate::base::id::Id;
use crate::webhook::{Due, Webhook};

/// So many webhooks are told at once.
const AT_ONCE: usize = 16;

/// So many of one organisation: others are told, too, while all of its servers are slow.
const AT_ONCE_OF_ONE: usize = 4;

/// Whose turn it is among the webhooks that are owed something.
#[derive(Debug, Default)]
pub(super) struct Turns {
    /// How many turns there were.
    taken: u64,
    /// Which turn each had last.
    last: HashMap<Id<Webhook>, u64>,
}

impl Turns {
    /// Those of `waiting` that may be told beside those `in_hand`, whose last turn was the longest ago first.
    pub(super) fn take(&mut self, waiting: &[Due], in_hand: &[Due]) -> Vec<Due> {
        let is_in_hand = |one: &Due| in_hand.iter().any(|other| other.webhook == one.webhook);
        let mut queue: Vec<&Due> = waiting.iter().filter(|one| !is_in_hand(one)).collect();
        queue.sort_by_key(|one| self.last.get(&one.webhook));
        let mut told = in_hand.to_vec();
        for one in queue {
            let is_of_same = |other: &&Due| other.organisation == one.organisation;
            if told.len() < AT_ONCE && told.iter().filter(is_of_same).count() < AT_ONCE_OF_ONE {
                self.taken += 1;
                self.last.insert(one.webhook, self.taken);
                told.push(*one);
            }
        }
        told.split_off(in_hand.len())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn due(organisation: u128, webhook: u128) -> Due {
        Due {
            webhook: Id::from_uuid(Uuid::from_u128(webhook)),
            organisation: Id::from_uuid(Uuid::from_u128(organisation)),
        }
    }

    #[test]
    fn slow_webhooks_of_one_leave_room_for_those_of_others() {
        let mut turns = Turns::default();
        let slow: Vec<Due> = (0..20).map(|number| due(1, number)).collect();
        let in_hand = turns.take(&slow, &[]);
        assert_eq!(in_hand, slow[..4]);
        assert_eq!(turns.take(&slow, &in_hand), [], "no more of them meanwhile");
        let waiting = [slow, vec![due(2, 100)]].concat();
        assert_eq!(turns.take(&waiting, &in_hand), [due(2, 100)]);
    }

    #[test]
    fn no_more_than_there_is_room_for_are_told() {
        let waiting: Vec<Due> = (0..40).map(|number| due(number, number)).collect();
        let in_hand = Turns::default().take(&waiting, &[]);
        assert_eq!(in_hand, waiting[..AT_ONCE]);
    }

    #[test]
    fn whoever_was_told_is_told_again_after_all_others() {
        let mut turns = Turns::default();
        // Each is owed more than one turn takes, and stays where it was in the list.
        let waiting: Vec<Due> = (0..40).map(|number| due(number, number)).collect();
        let mut told = Vec::new();
        for _ in 0..3 {
            told.extend(turns.take(&waiting, &[]));
        }
        assert_eq!(told[..40], waiting, "each once before anybody twice");
        assert_eq!(told[40..], waiting[..8]);
    }
}
