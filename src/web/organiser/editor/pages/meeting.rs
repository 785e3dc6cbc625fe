use super::programme;
use crate::base::span::Span;
use crate::event::{Details, Meeting, MeetingLink, Provider, Release};
use crate::web::organiser::editor::flaw::Flaw;
use crate::web::organiser::editor::slot::{Asked, Lens, Offer, Says, Slot, given};

/// The tick that has a server make each person a link.
pub const SERVICE: &str = "service";

/// How long before the start the link may be made to leave.
const BEFORE: [&str; 7] = ["15m", "30m", "1h", "2h", "3h", "12h", "1d"];

/// Where the event is joined.
pub fn of_event() -> Vec<Slot> {
    let meeting = Lens::new(
        |details| Some(&details.meeting),
        |details| Some(&mut details.meeting),
    );
    let mut slots = slots(&meeting);
    // One choice for the whole event: its sessions are alike in this.
    let place = slots.len() - 1;
    slots.insert(place, join_page(&meeting));
    slots
}

/// Where a session is joined that is joined elsewhere.
pub fn of_session(index: usize) -> Vec<Slot> {
    let session = programme::session(index);
    slots(&session.within(|s| Some(&s.meeting), |s| Some(&mut s.meeting)))
}

fn slots(meeting: &Lens<Option<Meeting>>) -> Vec<Slot> {
    vec![
        provider(meeting),
        service(meeting),
        link(meeting, "link", |m| &m.link, |m| &mut m.link),
        link(
            meeting,
            "lineup-link",
            |m| &m.lineup_link,
            |m| &mut m.lineup_link,
        ),
        release(meeting),
        link(
            meeting,
            "recording-link",
            |m| &m.recording,
            |m| &mut m.recording,
        ),
    ]
}

fn provider(meeting: &Lens<Option<Meeting>>) -> Slot {
    let shown = |m: &Option<Meeting>| {
        let provider = m.as_ref().and_then(|meeting| meeting.provider);
        provider.iter().map(ToString::to_string).collect()
    };
    let put = |m: &mut Option<Meeting>, typed: &[&str]| {
        let provider = given(typed).map(str::parse::<Provider>).transpose();
        let provider = provider.map_err(|_| Flaw::Unknown)?;
        change(m, |meeting| meeting.provider = provider);
        Ok(())
    };
    let offers = |_: &Details| {
        let named = Provider::ALL.iter().map(|provider| Offer {
            value: provider.to_string(),
            says: provider.name().map_or_else(
                || Says::Text("edit-provider-other".to_owned()),
                |name| Says::Itself(name.to_owned()),
            ),
        });
        named.collect()
    };
    meeting
        .slot("provider", Asked::One, shown, put)
        .offering(offers)
}

/// Whether the provider's server makes each person a link; only a page of their own leads there.
fn service(meeting: &Lens<Option<Meeting>>) -> Slot {
    let shown = |m: &Option<Meeting>| m.as_ref().and_then(|m| m.service).unwrap_or(false);
    meeting.tick(SERVICE, shown, |m, yes| {
        change(m, |meeting| {
            meeting.service = yes.then_some(true);
            // What stands against it goes; what agrees with it holds on once the tick is taken out.
            if yes && meeting.join_page == Some(false) {
                meeting.join_page = None;
            }
        });
    })
}

/// The only pages that show a link are those of the meeting (S-32).
fn link(
    meeting: &Lens<Option<Meeting>>,
    name: &str,
    of: fn(&Meeting) -> &Option<MeetingLink>,
    at: fn(&mut Meeting) -> &mut Option<MeetingLink>,
) -> Slot {
    let shown = move |m: &Option<Meeting>| {
        let link = m.as_ref().and_then(|meeting| of(meeting).as_ref());
        link.map(|link| link.reveal().to_owned())
            .into_iter()
            .collect()
    };
    meeting.slot(name, Asked::Address, shown, move |m, typed| {
        let link = given(typed).map(str::parse::<MeetingLink>).transpose();
        let link = link.map_err(|_| Flaw::Malformed("link"))?;
        change(m, |meeting| *at(meeting) = link);
        Ok(())
    })
}

fn release(meeting: &Lens<Option<Meeting>>) -> Slot {
    let stated = |m: &Option<Meeting>| m.as_ref().map_or(Release::AfterClose, Meeting::release);
    let shown = move |m: &Option<Meeting>| vec![stated(m).to_string()];
    let put = |m: &mut Option<Meeting>, typed: &[&str]| {
        let release = given(typed).and_then(|word| word.parse::<Release>().ok());
        let release = release.ok_or(Flaw::Unknown)?;
        change(m, |meeting| meeting.release = Some(release));
        Ok(())
    };
    let look = meeting.clone();
    let offers = move |details: &Details| {
        let mut spans: Vec<Span> = BEFORE.iter().filter_map(|span| span.parse().ok()).collect();
        if let Some(Release::BeforeStart(span)) = look.look(details).map(stated)
            && !spans.contains(&span)
        {
            spans.push(span);
        }
        let words = ["after_close", "on_confirmation", "manual"].map(|word| Offer {
            value: word.to_owned(),
            says: Says::Text(format!("edit-release-{word}")),
        });
        let before = spans.into_iter().map(|span| Offer {
            value: Release::BeforeStart(span).to_string(),
            says: super::settings::before(span),
        });
        words.into_iter().chain(before).collect()
    };
    meeting
        .slot("release", Asked::One, shown, put)
        .offering(offers)
        .required()
}

fn join_page(meeting: &Lens<Option<Meeting>>) -> Slot {
    let shown = |m: &Option<Meeting>| m.as_ref().and_then(|m| m.join_page).unwrap_or(false);
    meeting.tick("join-page", shown, |m, yes| {
        change(m, |meeting| {
            let is_page_anyway = meeting.service == Some(true);
            meeting.join_page = (yes || !is_page_anyway).then_some(yes);
        });
    })
}

/// A meeting of which nothing is stated is none.
fn change(meeting: &mut Option<Meeting>, change: impl FnOnce(&mut Meeting)) {
    const NONE: Meeting = Meeting {
        provider: None,
        link: None,
        lineup_link: None,
        release: None,
        join_page: None,
        service: None,
        recording: None,
    };
    let mut stated = meeting.take().unwrap_or(NONE);
    change(&mut stated);
    *meeting = (stated != NONE).then_some(stated);
}
