//! Where something stands in a body, as JSON pointers say it (RFC 6901).

use serde_json::Value as Json;

/// The pointer to what stands at `path` in `body`: a path such as `session.1.starts` counts from 1, a pointer
/// from 0. What is missing is pointed to where it would stand.
pub(super) fn of(body: &Json, path: &str) -> String {
    let (mut at, mut rest, mut pointer) = (Some(body), path, String::from("#"));
    while !rest.is_empty() {
        let (step, after) = first_step(at, rest);
        let token = match at {
            Some(Json::Array(_)) => {
                let number: usize = step.parse().unwrap_or(1);
                number.saturating_sub(1).to_string()
            }
            _ => step.replace('~', "~0").replace('/', "~1"),
        };
        at = match at {
            Some(Json::Array(entries)) => token.parse().ok().and_then(|at: usize| entries.get(at)),
            Some(Json::Object(entries)) => entries.get(step),
            _ => None,
        };
        pointer.push('/');
        pointer.push_str(&token);
        rest = after;
    }
    pointer
}

/// The first step of `path`, and the rest of it. A key may hold full stops itself.
fn first_step<'a>(at: Option<&Json>, path: &'a str) -> (&'a str, &'a str) {
    let known = match at {
        Some(Json::Object(entries)) => {
            let stops = path.match_indices('.').map(|(stop, _)| stop);
            stops
                .chain([path.len()])
                .rfind(|end| *end > 0 && entries.contains_key(&path[..*end]))
        }
        _ => None,
    };
    let end = known.or_else(|| path.find('.')).unwrap_or(path.len());
    let after = path[end..].strip_prefix('.').unwrap_or_default();
    (&path[..end], after)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::of;

    #[test]
    fn a_pointer_leads_to_what_a_path_names() {
        let body = json!({
            "session": [{ "starts": 1, "a.b": { "c/d": [7] } }, { "starts": 2 }],
            "title": { "en": "Water" },
        });
        let cases = [
            ("session.2.starts", "#/session/1/starts"),
            ("session.1.a.b.c/d.1", "#/session/0/a.b/c~1d/0"),
            ("title.en", "#/title/en"),
            ("title.fr", "#/title/fr"),
            ("meeting.link", "#/meeting/link"),
            ("session.1", "#/session/0"),
            ("", "#"),
        ];
        for (path, pointer) in cases {
            assert_eq!(of(&body, path), pointer, "{path}");
        }
        let leads = body.pointer(&of(&body, "session.2.starts")[1..]);
        assert_eq!(leads, Some(&json!(2)));
    }
}
