//! Finding a time zone by what people type.

use super::flaw::Flaw;
use super::slot::given;
use crate::base::zone::{Zone, accepted_names};

/// The zone that was typed: by its name in any case, or by its city where one zone alone has it.
///
/// # Errors
/// Where nothing was typed, or nothing that names one zone.
pub fn find(typed: &[&str]) -> Result<Zone, Flaw> {
    let typed = given(typed).ok_or(Flaw::Missing)?;
    if let Ok(zone) = typed.parse() {
        return Ok(zone);
    }
    let wanted = typed.to_lowercase().replace(' ', "_");
    let is_same = |name: &&str| name.to_lowercase() == wanted;
    let is_city = |name: &&str| {
        let city = name.rsplit('/').next().unwrap_or_default();
        city.to_lowercase() == wanted
    };
    let name = accepted_names().find(is_same).or_else(|| {
        let mut cities = accepted_names().filter(is_city);
        cities.next().filter(|_| cities.next().is_none())
    });
    name.and_then(|name| name.parse().ok())
        .ok_or(Flaw::Malformed("zone"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u_09_a_zone_is_found_by_its_city() {
        for (typed, name) in [
            ("Asia/Beirut", "Asia/Beirut"),
            ("asia/beirut", "Asia/Beirut"),
            ("beirut", "Asia/Beirut"),
            ("New York", "America/New_York"),
            ("utc", "UTC"),
        ] {
            let found = find(&[typed]).map(|zone| zone.name().to_owned());
            assert_eq!(found.as_deref(), Ok(name), "{typed}");
        }
        assert_eq!(find(&[""]), Err(Flaw::Missing));
        for unknown in ["UTC+2", "Atlantis", "<script>"] {
            assert_eq!(find(&[unknown]), Err(Flaw::Malformed("zone")), "{unknown}");
        }
    }
}
