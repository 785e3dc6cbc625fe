//! What pages tell search engines and other sites (F-20). Of a sensitive event they tell nothing, and
//! an unlisted one is shown where its address is shared, but not to be found (P-10, P-12).

use super::visitor::{Visit, editions, event_path};
use crate::event::{Event, Visibility, Ways, linked};
use crate::view::{Discovery, Door, Edition, EventFacts, ShareCard};
use crate::web::Site;

/// Of the list of events.
pub fn of_home(visit: &Visit<'_>, title: String) -> Discovery {
    let site = visit.site;
    let edition = |tag: String| Edition {
        href: site.address(&format!("/{tag}/")),
        tag,
    };
    let languages = site.view.languages().iter();
    Discovery {
        canonical: site.address(&format!("/{}/", visit.language)),
        editions: languages
            .map(|language| edition(language.to_string()))
            .collect(),
        chooser: Some(site.address("/")),
        feed: Some(site.address(&feed_path(visit))),
        card: ShareCard {
            kind: "website",
            title,
            description: None,
            image: picture(site),
            locale: visit.locale().open_graph(),
        },
        linked: None,
    }
}

/// Of an event's page; nothing where the event is sensitive.
pub fn of_event(
    visit: &Visit<'_>,
    event: &Event,
    facts: &EventFacts,
    door: &Door,
) -> Option<Discovery> {
    if event.details.visibility() == Visibility::Sensitive {
        return None;
    }
    let site = visit.site;
    let languages = editions(site, event);
    // What the event does not speak is a copy of what it does.
    let known_in = languages
        .iter()
        .find(|language| *language == visit.language)
        .or_else(|| languages.first())
        .unwrap_or(visit.language);
    let href = |tag: &str| site.address(&format!("/{tag}{}", event_path(event, "")));
    let listed = event.is_listed();
    let edition = |tag: String| Edition {
        href: href(&tag),
        tag,
    };
    let shown_in = languages.iter().filter(|_| listed);
    let canonical = href(&known_in.to_string());
    let image = picture(site);
    let ways = Ways {
        page: &canonical,
        register: &site.address(&visit.event_path(event, "/register")),
        image: &image,
        house: (&site.name.get(), &site.address("/")),
    };
    let linked = listed.then(|| linked(event, facts, visit.locale(), door, ways));
    Some(Discovery {
        editions: shown_in
            .map(|language| edition(language.to_string()))
            .collect(),
        chooser: listed.then(|| site.address(&event_path(event, ""))),
        feed: listed.then(|| site.address(&feed_path(visit))),
        card: ShareCard {
            kind: "article",
            title: facts.title.text.clone(),
            description: facts.summary.as_ref().map(|words| words.text.clone()),
            image,
            locale: visit.locale().open_graph(),
        },
        linked,
        canonical,
    })
}

/// The address of the feed of all events in the language of the page.
pub fn feed_path(visit: &Visit<'_>) -> String {
    format!("/{}/feed.atom", visit.language)
}

/// A picture for those who show one: a host may put another in its place.
fn picture(site: &Site) -> String {
    let path = site.view.assets().address("card.png");
    site.address(&path.expect("the picture is one of our assets"))
}
