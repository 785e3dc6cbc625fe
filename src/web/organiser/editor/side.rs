//! Which of two moments is meant that the clocks show twice (TIME-4).

use super::slot::{Offer, Says};
use crate::base::zone::{Unresolved, WallTime, Zone, utc_offset};

/// The two sides of `wall`, the earlier first; none where it comes once.
pub fn offers(zone: &Zone, wall: WallTime) -> Vec<Offer> {
    let Err(Unresolved::Fold { earlier, later, .. }) =
        zone.resolve_strictly(WallTime::of(wall.local))
    else {
        return Vec::new();
    };
    [("edit-side-earlier", earlier), ("edit-side-later", later)]
        .into_iter()
        .filter_map(|(key, side)| {
            let offset = side.offset?;
            Some(Offer {
                value: offset.to_string(),
                says: Says::Side(key, utc_offset(offset)),
            })
        })
        .collect()
}
