//! What programs state besides whole events, in JSON: read by the same rules as the same in a file.

use serde_json::Value as Json;

use super::announcement::announcement;
use super::fault::Faults;
use super::ids::Ids;
use super::json::{part_to_json, read_json};
use super::outline;
use super::session;
use super::table::Table;
use super::tree::{Branch, Node};
use super::value::Value;
use crate::event::announcement::Announcement;
use crate::event::person::Profile;
use crate::event::{Appearance, Details, Event, Text};

/// Somebody in a session, as an event file states them.
pub fn appearance_to_json(details: &Details, appearance: &Appearance) -> Json {
    part_to_json(&outline::appearance(details, appearance))
}

/// Reads somebody in a session of `details`.
///
/// # Errors
/// Everything that is wrong.
pub fn appearance_from_json(json: &Json, details: &Details) -> Result<Appearance, Faults> {
    read_json(json, |table| {
        let id = Ids::default().read(table, 0);
        session::appearance(table, id, &details.interpretation)
    })
}

/// An announcement, as its file states it; the recording is in it where `shows_links`, as that of an event.
pub fn announcement_to_json(said: &Announcement, shows_links: bool) -> Json {
    let recording = said.recording.as_ref().filter(|_| shows_links);
    let branch = Branch::new()
        .text_of("kind", Some(&said.kind))
        .localised("subject", Some(&said.subject))
        .localised("text", Some(&said.text))
        .bare("send_at", said.send_at)
        .text_of("to", Some(&said.to))
        .text_of("mode", said.mode.as_ref())
        .text_of("session", said.session.as_ref())
        .texts("languages", said.languages.as_ref())
        .text_of("recording", recording)
        .text_of("survey", said.survey.as_ref());
    part_to_json(&branch)
}

/// Reads what an organiser has to say to those who registered for `event`.
///
/// # Errors
/// Everything that is wrong.
pub fn announcement_from_json(json: &Json, event: &Event) -> Result<Announcement, Faults> {
    read_json(json, |root| announcement(root, event))
}

/// What the directory knows of somebody, without their photo.
pub fn profile_to_json(profile: &Profile) -> Json {
    let email = profile.email.as_ref();
    let branch = Branch::new()
        .localised("name", Some(&profile.name))
        .localised("position", profile.position.as_ref())
        .localised("organisation", profile.organisation.as_ref())
        .localised("bio", profile.bio.as_ref())
        .with(
            "email",
            email.map(|address| Node::Text(address.to_string())),
        );
    part_to_json(&branch)
}

/// Reads what the directory is to know of somebody.
///
/// # Errors
/// Everything that is wrong.
pub fn profile_from_json(json: &Json) -> Result<Profile, Faults> {
    read_json(json, profile)
}

fn profile(table: &Table<'_>) -> Option<Profile> {
    let name = table.need("name").and_then(|v| v.localised(Text::LINE));
    let position = table.get("position").and_then(|v| v.localised(Text::LINE));
    let organisation = table
        .get("organisation")
        .and_then(|v| v.localised(Text::LINE));
    let bio = table.get("bio").and_then(|v| v.localised(Text::LINES));
    let email = table.get("email").and_then(Value::parse);
    let mut profile = Profile::named(name?);
    profile.position = position;
    profile.organisation = organisation;
    profile.bio = bio;
    profile.email = email;
    Some(profile)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::event::file::{Sort, read};

    const SAMPLES: [&str; 2] = [
        include_str!("../../../tests/samples/everything.toml"),
        include_str!("../../../tests/samples/roundtable.toml"),
    ];

    #[test]
    fn whoever_appears_comes_back_as_they_were() {
        let mut read_back = 0;
        for details in SAMPLES.map(|sample| read(sample).expect("a sample")) {
            for one in details.sessions.iter().flat_map(|of| &of.lineup) {
                let json = appearance_to_json(&details, one);
                assert_eq!(appearance_from_json(&json, &details).as_ref(), Ok(one));
                read_back += 1;
            }
        }
        assert!(read_back > 4, "both have a lineup");
    }

    #[test]
    fn whoever_is_known_comes_back_as_they_were_and_faults_are_told_at_their_keys() {
        let position = "x".repeat(2_000);
        let known = json!({ "name": { "ar": "رنا", "en": "Rana" }, "position": position, "bio": "Two\nlines", "email": "rana@example.org" });
        let profile = profile_from_json(&known).expect("it is good");
        assert_eq!(profile_to_json(&profile), known);
        let faulty =
            json!({ "name": { "en": "" }, "email": "rana", "photo": 7, "bio": "x".repeat(2_001) });
        let faults = profile_from_json(&faulty).expect_err("it is faulty");
        let mut told: Vec<_> = faults
            .iter()
            .map(|fault| (fault.path.as_str(), fault.sort))
            .collect();
        told.sort_unstable();
        let expected = [
            ("bio", Sort::Long),
            ("email", Sort::Form),
            ("name.en", Sort::Empty),
            ("photo", Sort::Unknown),
        ];
        assert_eq!(told, expected);
    }
}
