//! Whether JSON-LD says what its vocabulary lets it say: classes, their properties, and what each of
//! these takes, by schema.org's own list.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

const SCHEMA_ORG: &str = include_str!("../vocabulary/schema-org.json");
const GOOGLE: &str = include_str!("../vocabulary/google-event.json");

/// The part of schema.org that events use.
#[derive(Deserialize)]
pub struct Vocabulary {
    classes: BTreeMap<String, Vec<String>>,
    properties: BTreeMap<String, Property>,
    members: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Property {
    of: Vec<String>,
    takes: Vec<String>,
}

/// What a search engine asks of an event.
#[derive(Deserialize)]
pub struct Wishes {
    pub required: Vec<String>,
    pub recommended: Vec<String>,
}

impl Wishes {
    pub fn of_google() -> Self {
        serde_json::from_str(GOOGLE).unwrap()
    }
}

impl Vocabulary {
    pub fn of_schema_org() -> Self {
        serde_json::from_str(SCHEMA_ORG).unwrap()
    }

    /// Everything that is wrong with `node`, by its place.
    pub fn faults(&self, node: &Value, place: &str) -> Vec<String> {
        let class = node["@type"].as_str().unwrap_or_default();
        if !self.classes.contains_key(class) {
            return vec![format!("{place}: no class {class:?}")];
        }
        let properties = node.as_object().into_iter().flatten();
        properties
            .filter(|(name, _)| !name.starts_with('@'))
            .flat_map(|(name, value)| {
                self.faults_of(class, name, value, &format!("{place}.{name}"))
            })
            .collect()
    }

    fn faults_of(&self, class: &str, name: &str, value: &Value, place: &str) -> Vec<String> {
        let Some(property) = self.properties.get(name) else {
            return vec![format!("{place}: no property")];
        };
        if !property.of.iter().any(|of| self.is_a(class, of)) {
            return vec![format!("{place}: none of {class}")];
        }
        let values = value
            .as_array()
            .map_or(std::slice::from_ref(value), Vec::as_slice);
        let mut faults = Vec::new();
        if values.is_empty() {
            faults.push(format!("{place}: empty"));
        }
        for value in values {
            if value.is_object() {
                let own = value["@type"].as_str().unwrap_or_default();
                if !property.takes.iter().any(|takes| self.is_a(own, takes)) {
                    faults.push(format!("{place}: takes no {own}"));
                }
                faults.extend(self.faults(value, place));
            } else if !property.takes.iter().any(|takes| self.is_of(value, takes)) {
                faults.push(format!("{place}: takes no {value}"));
            }
        }
        faults
    }

    /// Whether a text, a number or a truth value can stand where `class` is taken.
    fn is_of(&self, value: &Value, class: &str) -> bool {
        let Some(text) = value.as_str() else {
            return (value.is_boolean() && class == "Boolean")
                || (value.is_number() && class == "Number");
        };
        match class {
            "Text" => !text.trim().is_empty(),
            "URL" => url::Url::parse(text).is_ok_and(|url| url.scheme() == "https"),
            "DateTime" => chrono::DateTime::parse_from_rfc3339(text).is_ok(),
            "Number" => text.parse::<f64>().is_ok(),
            class => text
                .strip_prefix("https://schema.org/")
                .and_then(|member| self.members.get(member))
                .is_some_and(|own| self.is_a(own, class)),
        }
    }

    fn is_a(&self, class: &str, other: &str) -> bool {
        let above = || self.classes.get(class).into_iter().flatten();
        class == other || above().any(|above| self.is_a(above, other))
    }
}

/// The wishes that `event` leaves open.
pub fn lacking<'w>(event: &Value, wishes: &'w [String]) -> Vec<&'w str> {
    let is_met = |wish: &&String| at(event, wish).iter().any(|value| !value.is_null());
    wishes
        .iter()
        .filter(|wish| !is_met(wish))
        .map(String::as_str)
        .collect()
}

/// What stands at a path such as `offers.price`, in any item of a list on the way.
fn at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    let mut found = vec![value];
    for name in path.split('.') {
        found = found
            .into_iter()
            .flat_map(|value| {
                value
                    .as_array()
                    .map_or(std::slice::from_ref(value), Vec::as_slice)
            })
            .map(|value| &value[name])
            .collect();
    }
    found
}

#[test]
fn planted_faults_are_found() {
    let vocabulary = Vocabulary::of_schema_org();
    for (planted, fault) in [
        (r#"{"@type": "Evnt"}"#, "no class"),
        (r#"{"@type": "Event", "startsAt": "x"}"#, "no property"),
        (r#"{"@type": "Event", "price": "0"}"#, "none of Event"),
        (r#"{"@type": "Event", "startDate": "tomorrow"}"#, "takes no"),
        (
            r#"{"@type": "Event", "eventStatus": "https://schema.org/InStock"}"#,
            "takes no",
        ),
        (
            r#"{"@type": "Event", "performer": {"@type": "Offer"}}"#,
            "takes no Offer",
        ),
        (r#"{"@type": "Event", "image": []}"#, "empty"),
    ] {
        let faults = vocabulary.faults(&serde_json::from_str(planted).unwrap(), "event");
        assert!(
            faults.iter().any(|found| found.contains(fault)),
            "{planted}: {faults:?}"
        );
    }
    let bare = serde_json::json!({ "name": "x", "offers": { "url": null } });
    let wishes = ["name", "offers.url", "startDate"].map(str::to_owned);
    assert_eq!(lacking(&bare, &wishes), ["offers.url", "startDate"]);
}
