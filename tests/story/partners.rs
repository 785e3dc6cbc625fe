//! Partners who invite (F-13): never more than may come by a link, whoever asks at once; and nobody is told to a
//! partner who has not agreed, or does no more (P-13, P-18).

use convoke::base::db::Engine;
use convoke::base::id::Id;
use convoke::base::language::Localised;
use convoke::base::testing::{TestDb, run};
use convoke::base::text::SingleLine;
use convoke::event::partner::{self, PartnerLink, Wish};
use convoke::event::{self, Details, Rules, Source};
use convoke::on_both_engines;
use convoke::registration::partner::{brought, shared};
use convoke::registration::{
    self, Added, Asking, ByHand, Consent, Next, Outcome, Refusal, Registration, RegistrationState,
    Request, agree,
};

use crate::events::{request, request_of, roundtable};
use crate::races::{CONNECTIONS, all_at_once, close_the_gate};
use crate::stage::Stage;

const IN: Outcome = Outcome::Accepted(Next::Registered);
const USED_UP: Outcome = Outcome::Refused(Refusal::LinkUsedUp);

/// What people agree to who let the partner know who they are.
const SHARE: &str = "share";

on_both_engines! {
    async fn f_13_no_more_come_by_a_link_than_may(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, Some(2)).await;
        let requests = (0..30).map(|number| by(&link, request_of(number)));
        let outcomes = all_at_once(&nodes(&stage).await, requests).await;
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == IN).count(), 2);
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == USED_UP).count(), 28);
        assert_eq!(stage.taken().await, [2, 2]);
        // Who comes without it is none of its business.
        assert_eq!(stage.ask(&request_of(40), None).await, IN);
        // A place that is given up can be taken again, by one.
        assert!(stage.withdraw(stage.registrations().await[0].id).await);
        let requests = (50..60).map(|number| by(&link, request_of(number)));
        let outcomes = all_at_once(&nodes(&stage).await, requests).await;
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == IN).count(), 1);
    }

    /// The twin: without a limit everybody comes in.
    async fn f_13_any_number_comes_by_a_link_without_a_limit(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, None).await;
        let requests = (0..30).map(|number| by(&link, request_of(number)));
        assert_eq!(all_at_once(&nodes(&stage).await, requests).await, [IN; 30]);
        assert_eq!(came(&stage, &link).await, 30);
    }

    async fn f_13_who_waits_in_the_list_is_counted_too(test: TestDb) {
        let mut details = with_consent();
        details.terms.capacity = crate::events::online(1);
        details.terms.waitlist = Some(true);
        let stage = Stage::set(test, details).await;
        let link = made(&stage, Some(2)).await;
        let waits = |number| Request { waitlist: true, ..by(&link, request_of(number)) };
        assert_eq!(stage.ask(&waits(0), None).await, IN);
        assert_eq!(stage.ask(&waits(1), None).await, Outcome::Accepted(Next::Waitlisted));
        assert_eq!(stage.ask(&waits(2), None).await, USED_UP);
        assert!(change_quota(&stage, &link, Some(3)).await);
        assert_eq!(stage.ask(&waits(2), None).await, Outcome::Accepted(Next::Waitlisted));
    }

    async fn f_13_a_form_that_comes_again_is_no_second_guest(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, Some(1)).await;
        let first = by(&link, request_of(0));
        assert_eq!(stage.ask(&first, Some("form")).await, IN);
        assert_eq!(stage.ask(&first, Some("form")).await, IN, "the answer is told again");
        assert_eq!(stage.ask(&first, Some("another")).await, USED_UP);
        assert_eq!(came(&stage, &link).await, 1);
    }

    async fn f_13_those_by_a_limited_link_are_decided_on_alone_and_others_together(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let (limited, free) = (made(&stage, Some(1)).await, made(&stage, None).await);
        let requests = [
            by(&limited, request_of(0)),
            by(&free, request_of(1)),
            request_of(2),
            by(&limited, request_of(3)),
        ];
        let asking: Vec<_> = requests.iter().map(|request| Asking { request, form_key: None }).collect();
        let outcomes = stage.ask_together(&asking).await;
        assert_eq!(outcomes, [None, Some(IN), Some(IN), None]);
        let both = [Asking { request: &requests[0], form_key: None }, Asking { request: &requests[3], form_key: None }];
        assert_eq!(stage.ask_at_once(&both).await, [IN, USED_UP]);
    }

    async fn f_13_a_link_that_nobody_knows_any_more_keeps_nobody_out(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, Some(1)).await;
        assert_eq!(stage.ask(&by(&link, request_of(0)), None).await, IN);
        assert!(revoke(&stage, &link).await);
        assert!(!revoke(&stage, &link).await, "once");
        assert!(!change_quota(&stage, &link, None).await);
        for number in 1..3 {
            assert_eq!(stage.ask(&by(&link, request_of(number)), None).await, IN);
        }
        let word: Source = "newsletter".parse().unwrap();
        let by_word = Request { source: Some(word.clone()), ..request_of(3) };
        assert_eq!(stage.ask(&by_word, None).await, IN);
        let sources = stage.registrations().await.into_iter().map(|one| one.source);
        let expected = [Some(link.source.clone()), None, None, Some(word)];
        assert_eq!(sources.collect::<Vec<_>>(), expected, "who came before stays counted");
    }

    async fn p_13_the_partner_is_told_of_those_who_agreed_and_of_nobody_else(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let (link, other) = (made(&stage, None).await, made(&stage, None).await);
        let agreed = stage.join(&agreeing(by(&link, named("agreed")))).await;
        stage.join(&by(&link, named("silent"))).await;
        stage.join(&agreeing(by(&other, named("elsewhere")))).await;
        stage.join(&agreeing(named("nowhere"))).await;
        assert_eq!(told(&stage, &link).await, ["agreed"]);
        assert_eq!(came(&stage, &link).await, 2);
        // Taken back it is at once as if it had never been given, and given anew to the same it holds again.
        assert!(agrees(&stage, agreed.id, &[]).await);
        assert_eq!(told(&stage, &link).await, [""; 0]);
        let elsewhere = Consent { for_partner: false, ..consent() };
        assert!(agrees(&stage, agreed.id, &[elsewhere]).await);
        assert_eq!(told(&stage, &link).await, [""; 0], "where nothing was said of a partner");
        assert!(agrees(&stage, agreed.id, &[]).await);
        assert!(agrees(&stage, agreed.id, &[consent()]).await);
        assert_eq!(told(&stage, &link).await, ["agreed"]);
        assert!(stage.withdraw(agreed.id).await);
        assert_eq!(told(&stage, &link).await, [""; 0]);
    }

    async fn p_06_who_is_erased_is_gone_from_the_partners_view(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, None).await;
        let agreed = stage.join(&agreeing(by(&link, named("agreed")))).await;
        assert_eq!(told(&stage, &link).await, ["agreed"]);
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        registration::erase(&mut tx, &stage.key, &event, &agreed).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told(&stage, &link).await, [""; 0]);
        assert_eq!(came(&stage, &link).await, 0);
    }

    async fn p_13_nobody_is_told_by_what_cannot_be_refused_or_taken_back(test: TestDb) {
        let mut details = with_consent();
        let stage = Stage::set(test, details.clone()).await;
        let link = made(&stage, None).await;
        stage.join(&agreeing(by(&link, named("agreed")))).await;
        assert_eq!(told(&stage, &link).await, ["agreed"]);
        details.terms.consents[0].required = Some(true);
        stage.save(details.clone()).await;
        assert_eq!(told(&stage, &link).await, [""; 0], "one could not do without");
        details.terms.consents.clear();
        stage.save(details).await;
        assert_eq!(told(&stage, &link).await, [""; 0], "it is asked no more");
        stage.save(with_consent()).await;
        assert_eq!(told(&stage, &link).await, ["agreed"]);
    }

    async fn p_07_who_agreed_to_other_words_is_not_told(test: TestDb) {
        let mut details = with_consent();
        let stage = Stage::set(test, details.clone()).await;
        let link = made(&stage, None).await;
        stage.join(&agreeing(by(&link, named("agreed")))).await;
        details.terms.consents[0].text = Localised::One("Photos may be taken".to_owned());
        stage.save(details.clone()).await;
        assert_eq!(told(&stage, &link).await, [""; 0], "the same key stands for other words");
        // What is known by its place alone is no link's.
        details.terms.consents[0].id = None;
        let event = stage.event().await;
        assert_eq!(event.consents_to_share().count(), 1);
        stage.save(details).await;
        assert_eq!(stage.event().await.consents_to_share().count(), 0);
        stage.save(with_consent()).await;
        assert_eq!(told(&stage, &link).await, ["agreed"]);
    }

    async fn p_13_who_was_not_told_of_the_partner_is_not_shown(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, None).await;
        let unaware = Request {
            consents: vec![Consent { for_partner: false, ..consent() }],
            ..by(&link, named("unaware"))
        };
        stage.join(&unaware).await;
        assert_eq!(told(&stage, &link).await, [""; 0]);
        // The twin: the same words where the form said so.
        stage.join(&agreeing(by(&link, named("aware")))).await;
        assert_eq!(told(&stage, &link).await, ["aware"]);
    }

    async fn e_14_who_is_yet_to_be_asked_is_kept_no_place_by_a_link(test: TestDb) {
        let mut details = with_consent();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        let link = made(&stage, Some(1)).await;
        let asked = Outcome::Accepted(Next::ConfirmAddress);
        for number in 0..3 {
            let one = request(&format!("mailbox+{number}@example.org"));
            assert_eq!(stage.ask(&one, None).await, asked);
        }
        let later = request("mailbox+3@example.org");
        assert_eq!(stage.ask(&by(&link, later.clone()), None).await, asked);
        assert_eq!(stage.ask(&by(&link, request_of(1)), None).await, asked, "the place is free");
        let now = stage.latest(request_of(1).email.as_str()).await;
        assert!(stage.confirm(now.id).await);
        assert_eq!(stage.ask(&by(&link, request_of(2)), None).await, USED_UP);
        stage.test.clock.advance(chrono::TimeDelta::days(1));
        let later = stage.latest(later.email.as_str()).await;
        assert!(stage.confirm(later.id).await);
        assert_eq!(came(&stage, &link).await, 1, "who confirms when it is used up comes without it");
    }

    async fn f_13_whom_an_organiser_adds_is_counted_by_the_link(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        let (link, gone) = (made(&stage, Some(1)).await, made(&stage, None).await);
        assert!(matches!(add(&stage, &by(&link, request_of(0)), false).await, Added::Done(_)));
        assert_eq!(add(&stage, &by(&link, request_of(1)), false).await, Added::Full);
        assert!(matches!(add(&stage, &by(&link, request_of(1)), true).await, Added::Done(_)));
        assert!(revoke(&stage, &gone).await);
        assert!(matches!(add(&stage, &by(&gone, request_of(2)), false).await, Added::Done(_)));
        assert_eq!((came(&stage, &link).await, came(&stage, &gone).await), (2, 0));
    }

    async fn p_18_under_the_chatham_house_rule_nobody_is_told(test: TestDb) {
        let mut details = with_consent();
        let stage = Stage::set(test, details.clone()).await;
        let link = made(&stage, None).await;
        stage.join(&agreeing(by(&link, named("agreed")))).await;
        details.rules = Some(Rules::ChathamHouse);
        stage.save(details).await;
        assert_eq!(told(&stage, &link).await, [""; 0]);
        assert_eq!(came(&stage, &link).await, 1);
    }

    async fn p_13_an_address_that_nobody_confirmed_is_not_told(test: TestDb) {
        let mut details = with_consent();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        let link = made(&stage, Some(1)).await;
        let typed = agreeing(by(&link, named("typed")));
        assert_eq!(stage.ask(&typed, None).await, Outcome::Accepted(Next::ConfirmAddress));
        assert_eq!(told(&stage, &link).await, [""; 0]);
        let next = by(&link, named("next"));
        assert_eq!(stage.ask(&next, None).await, USED_UP, "the place is kept for whoever confirms");
        let one = stage.registrations().await[0].id;
        assert!(stage.confirm(one).await);
        assert_eq!(told(&stage, &link).await, ["typed"]);
    }

    async fn f_13_links_go_with_their_event_and_no_duplicate_has_them(test: TestDb) {
        let stage = Stage::set(test, with_consent()).await;
        made(&stage, None).await;
        let old = stage.event().await;
        let (slug, day) = ("the-next".parse().unwrap(), "2023-11-25".parse().unwrap());
        let next = old.details.duplicate(slug, day).unwrap();
        let slug = next.slug.clone();
        stage.save(next).await;
        let mut tx = stage.begin().await;
        let next = event::find(&mut tx, &stage.key, &slug).await.unwrap().unwrap();
        assert_eq!(partner::of_event(&mut tx, next.id).await.unwrap(), []);
        assert_eq!(partner::of_event(&mut tx, old.id).await.unwrap().len(), 1);
    }
}

/// Everybody has counted nobody by the link and decided to come, when the first of them can take a seat.
#[test]
fn f_13_who_counted_at_once_is_counted_again_at_the_end() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, Some(2)).await;
        let node = stage.second_node().await;
        let gate = close_the_gate(&stage).await;
        let requests: Vec<_> = (0..CONNECTIONS)
            .map(|number| by(&link, request_of(number)))
            .collect();
        let asking = tokio::spawn(async move { all_at_once(&[node], requests.into_iter()).await });
        stage.until_waiting(CONNECTIONS).await;
        gate.commit().await.unwrap();
        let outcomes = asking.await.unwrap();
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == IN).count(), 2);
        assert_eq!(
            outcomes
                .iter()
                .filter(|outcome| **outcome == USED_UP)
                .count(),
            CONNECTIONS - 2
        );
        assert_eq!(stage.taken().await, [2, 2]);
    });
}

#[test]
fn r_02_whoever_finds_a_link_used_up_waits_for_nobody() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, Some(1)).await;
        assert_eq!(stage.ask(&by(&link, request_of(0)), None).await, IN);
        let gate = close_the_gate(&stage).await;
        assert_eq!(
            stage
                .second_node()
                .await
                .ask(&by(&link, request_of(1)), None)
                .await,
            USED_UP
        );
        gate.commit().await.unwrap();
    });
}

#[test]
fn r_02_those_by_a_limited_link_and_others_wait_for_nobody_in_a_circle() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, with_consent()).await;
        let link = made(&stage, Some(100)).await;
        let node = stage.second_node().await;
        let gate = close_the_gate(&stage).await;
        // One mailbox: each waits for the one before it there, too.
        let requests = (0..CONNECTIONS).map(|number| {
            let plain = request(&format!("mailbox+{number}@example.org"));
            if number.is_multiple_of(2) {
                by(&link, plain)
            } else {
                plain
            }
        });
        let requests: Vec<_> = requests.collect();
        let asking = tokio::spawn(async move { all_at_once(&[node], requests.into_iter()).await });
        stage.until_waiting(CONNECTIONS).await;
        gate.commit().await.unwrap();
        assert_eq!(asking.await.unwrap(), [IN; CONNECTIONS]);
    });
}

/// The roundtable, which asks whether somebody may be told to the partner.
fn with_consent() -> Details {
    let mut details = roundtable();
    details.terms.consents = vec![event::Consent {
        id: Some(SHARE.parse().unwrap()),
        text: Localised::One("The partner may know that I come".to_owned()),
        required: None,
    }];
    details
}

fn consent() -> Consent {
    Consent {
        key: SHARE.parse().unwrap(),
        text: "The partner may know that I come".to_owned(),
        language: "en".parse().unwrap(),
        for_partner: true,
    }
}

fn agreeing(request: Request) -> Request {
    Request {
        consents: vec![consent()],
        ..request
    }
}

fn named(name: &str) -> Request {
    Request {
        name: SingleLine::clean(name),
        ..request(&format!("{name}@example.org"))
    }
}

fn by(link: &PartnerLink, request: Request) -> Request {
    Request {
        source: Some(link.source.clone()),
        ..request
    }
}

async fn add(stage: &Stage, request: &Request, beyond_terms: bool) -> Added {
    let by = ByHand {
        actor: "organiser",
        beyond_terms,
    };
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let added = registration::add(&mut tx, &stage.key, &event, request, &by).await;
    tx.commit().await.unwrap();
    added.unwrap()
}

/// As many nodes as can write at once.
async fn nodes(stage: &Stage) -> Vec<Stage> {
    if stage.db.engine() == Engine::Sqlite {
        vec![stage.clone()]
    } else {
        vec![stage.clone(), stage.second_node().await]
    }
}

async fn made(stage: &Stage, quota: Option<i64>) -> PartnerLink {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let wish = Wish {
        name: Localised::One("National Democratic Institute".to_owned()),
        quota,
        consent: Some(SHARE.parse().unwrap()),
    };
    let link = partner::make(&mut tx, &event, wish, "organiser").await;
    tx.commit().await.unwrap();
    link.unwrap()
}

/// A link whose partner can look.
pub async fn opened_to_a_partner(stage: &Stage) {
    let link = made(stage, Some(7)).await;
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let token = partner::open_view(&mut tx, &event, link.id, "organiser").await;
    tx.commit().await.unwrap();
    assert!(token.unwrap().is_some());
}

async fn change_quota(stage: &Stage, link: &PartnerLink, quota: Option<i64>) -> bool {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let done = partner::change_quota(&mut tx, &event, link.id, quota, "organiser").await;
    tx.commit().await.unwrap();
    done.unwrap()
}

async fn revoke(stage: &Stage, link: &PartnerLink) -> bool {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let done = partner::revoke(&mut tx, &event, link.id, "organiser").await;
    tx.commit().await.unwrap();
    done.unwrap()
}

async fn agrees(stage: &Stage, registration: Id<Registration>, given: &[Consent]) -> bool {
    let mut tx = stage.begin().await;
    let is_different = agree(&mut tx, registration, given).await.unwrap();
    tx.commit().await.unwrap();
    is_different
}

/// The names that the partner is told.
async fn told(stage: &Stage, link: &PartnerLink) -> Vec<String> {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let people = shared(&mut tx, &event, link).await.unwrap();
    people.iter().map(|one| one.name.to_string()).collect()
}

/// How many came by a link and are still there.
async fn came(stage: &Stage, link: &PartnerLink) -> i64 {
    let mut tx = stage.begin().await;
    let all = brought(&mut tx, link.event).await.unwrap().into_iter();
    let own = all.filter(|one| one.source == link.source);
    own.filter(|one| one.state != RegistrationState::Cancelled)
        .map(|one| one.people)
        .sum()
}
