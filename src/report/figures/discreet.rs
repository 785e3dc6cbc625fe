use super::{Figure, Share, Who};

/// Groups of fewer people are not told to others: somebody might be known by them (U-15).
pub const FEW: i64 = 5;

/// `figure` as it may be shared. Groups of fewer than [`FEW`] are one without a number; so are more,
/// the smallest of those left, where the total would give away how many are in the only one that is
/// hidden, or that all that are hidden make fewer than [`FEW`].
#[must_use]
pub fn discreet(figure: Figure) -> Figure {
    Figure {
        shares: without_few(figure.shares),
        ..figure
    }
}

/// The same of the groups of a whole.
pub(in crate::report) fn without_few(shares: Vec<Share>) -> Vec<Share> {
    let is_few = |share: &Share| share.people.is_none_or(|people| people < FEW);
    let (mut hidden, mut told): (Vec<Share>, Vec<Share>) = shares.into_iter().partition(is_few);
    while !hidden.is_empty() && gives_away(&hidden) {
        let Some(smallest) = smallest(&told) else {
            break;
        };
        hidden.push(told.remove(smallest));
    }
    if !hidden.is_empty() {
        told.push(Share {
            who: Who::Few,
            people: None,
        });
    }
    told
}

fn gives_away(hidden: &[Share]) -> bool {
    let people: i64 = hidden.iter().filter_map(|share| share.people).sum();
    hidden.len() == 1 || people < FEW
}

/// The last of the smallest, since groups of one size are in the order of their names.
fn smallest(told: &[Share]) -> Option<usize> {
    let by_size = told.iter().enumerate().rev();
    by_size
        .min_by_key(|(_, share)| share.people)
        .map(|(index, _)| index)
}
