//! Line-ups, the directory, photos, and the pages of those who appear (U-12, F-8, F-9, P-13, S-21).

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::event::{Details, file, lineup};
use convoke::on_both_engines;

use crate::stage::{Answer, Browser, HOST, ROUNDTABLE, Stage};

const SUMMIT: &str = include_str!("../samples/summit.toml");

/// The path of somebody's own page, from the latest mail.
async fn own_page(stage: &Stage) -> String {
    let mails = stage.work().await;
    let text = &mails.last().unwrap().text;
    let link = text
        .split_whitespace()
        .find(|word| word.contains("/lineup/"));
    let link = link.unwrap_or_else(|| panic!("no link in {text}"));
    link.trim_start_matches(&format!("https://{HOST}"))
        .to_owned()
}

/// The identifiers of those in the first session, in order.
async fn ids(stage: &Stage) -> Vec<String> {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let people = lineup::of_session(&mut tx, event.id, event.session_ids[0])
        .await
        .unwrap();
    people.iter().map(|one| one.id.to_string()).collect()
}

async fn revision(stage: &Stage) -> String {
    stage.event().await.revision.to_string()
}

async fn session(stage: &Stage) -> String {
    stage.event().await.session_ids[0].to_string()
}

fn names(answer: &Answer) -> Vec<String> {
    answer.texts(".lineup-name > a")
}

/// Adds somebody with an address and asks them.
async fn ask(stage: &Stage, browser: &Browser, role: &str) -> String {
    let (revision, session) = (revision(stage).await, session(stage).await);
    let added = browser
        .post(
            &stage.page("/lineup/add"),
            &[
                ("session", session.as_str()),
                ("revision", revision.as_str()),
                ("role", role),
                ("state", "idea"),
                ("name.en", "Nino Beridze"),
                ("email", "nino@speakers.example"),
            ],
        )
        .await;
    assert!(added.leads_to().contains("done=lineup-added"));
    let revision = self::revision(stage).await;
    let asked = browser
        .post(&stage.page("/lineup/invite"), &[("revision", &revision)])
        .await;
    assert!(asked.leads_to().ends_with("done=lineup-invited&n=1"));
    own_page(stage).await
}

/// A form with a file, as browsers send it.
async fn upload(
    browser: &Browser,
    path: &str,
    fields: &[(&str, &str)],
    photo: Option<&[u8]>,
) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                .into_bytes(),
        );
    }
    if let Some(photo) = photo {
        body.extend(
            b"--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"../x.php\"\r\n\
            Content-Type: text/html\r\n\r\n",
        );
        body.extend(photo);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    let origin = format!("https://{HOST}");
    let headers = [
        ("content-type", "multipart/form-data; boundary=b"),
        ("origin", origin.as_str()),
    ];
    browser.ask("POST", path, &headers, body).await
}

pub fn photo() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(300, 300)
        .write_to(&mut file, image::ImageFormat::Png)
        .unwrap();
    file.into_inner()
}

/// The roundtable, online, with a link of the panel's own.
fn with_panel() -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    let meeting = details.meeting.as_mut().unwrap();
    meeting.lineup_link = Some("https://meet.example.org/PANELCANARY".parse().unwrap());
    details
}

on_both_engines! {
    async fn u_12_a_lineup_is_put_in_order_and_says_so(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let page = browser.get(&stage.page("/lineup")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body());
        let first = names(&page);
        assert_eq!(first.len(), 4);
        let (ids, revision) = (ids(&stage).await, revision(&stage).await);
        let moved = browser
            .post(&stage.page(&format!("/lineup/{}/move", ids[3])), &[("to", "1"), ("revision", &revision)])
            .await;
        assert!(moved.leads_to().ends_with(&format!("#row-{}", ids[3])));
        let page = browser.get(moved.leads_to().split('#').next().unwrap()).await;
        assert_eq!(names(&page), [&first[0], &first[3], &first[1], &first[2]].map(String::clone));
        assert_eq!(page.texts("#moved"), ["Layal Bou Moussa moved to 1 of 3"]);
    }

    async fn u_12_the_second_of_two_editors_sees_the_change_and_keeps_what_was_typed(test: TestDb) {
        let stage = Stage::set(test).await;
        let (one, other) = (stage.signed_in(Role::Organiser).await, stage.signed_in(Role::Owner).await);
        let (ids, seen) = (ids(&stage).await, revision(&stage).await);
        let path = stage.page(&format!("/lineup/{}", ids[1]));
        let fields = |position: &'static str, revision: &str| [
            ("revision", revision.to_owned()), ("role", "speaker".to_owned()),
            ("state", "confirmed".to_owned()), ("name.en", "Tinatin Khidasheli".to_owned()),
            ("position.en", position.to_owned()), ("organisation.en", "Civic IDEA".to_owned()),
        ];
        let send = async |browser: &Browser, position, revision: &str| {
            let fields = fields(position, revision);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post(&path, &fields).await
        };
        assert_eq!(send(&one, "Founder", &seen).await.status, StatusCode::SEE_OTHER);
        let second = send(&other, "Chair of the board", &seen).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        let told = second.texts(".since").join(" ");
        assert!(told.contains("Chairperson") && told.contains("Founder"), "{told}");
        assert_eq!(second.attributes("[name='position.en']", "value"), ["Chair of the board"]);
        let now = second.attributes("form.form [name=revision]", "value").remove(0);
        assert_eq!(send(&other, "Chair of the board", &now).await.status, StatusCode::SEE_OTHER);
        let moved = other.post(&stage.page(&format!("/lineup/{}/move", ids[2])), &[("to", "1"), ("revision", &seen)]).await;
        assert_eq!(moved.status, StatusCode::CONFLICT);
        assert!(moved.texts(".since").join(" ").contains("Founder"));
    }

    async fn s_2_people_of_other_lineups_and_directories_are_not_there(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let ids = ids(&stage).await;
        let mut other = file::read(ROUNDTABLE).unwrap();
        other.slug = "other".parse().unwrap();
        stage.save_in(stage.organisation, other).await;
        for rest in ["", "/withdraw"] {
            let foreign = browser.get(&format!("/organise/events/other/lineup/{}{rest}", ids[0])).await;
            assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        }
        for act in ["move", "state", "remove", "note", "invite", "revoke", "nonsense", "withdraw"] {
            let path = format!("/organise/events/other/lineup/{}/{act}", ids[0]);
            let foreign = browser.post(&path, &[("revision", "0"), ("to", "1"), ("state", "idea")]).await;
            assert_eq!(foreign.status, StatusCode::NOT_FOUND, "{act}");
        }
    }

    async fn f_9_a_speaker_confirms_writes_and_withdraws_without_an_account(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "speaker").await;
        let speaker = stage.stranger();
        let before = revision(&stage).await;
        for _ in 0..5 {
            let page = speaker.get(&own).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.header("cache-control"), "no-store");
            assert_eq!(page.header("referrer-policy"), "no-referrer");
            assert!(page.header("x-robots-tag").contains("noindex"));
        }
        assert_eq!(revision(&stage).await, before);
        let answer = |what: &'static str| {
            let (speaker, path) = (speaker.clone(), format!("{own}/answer"));
            async move { speaker.post(&path, &[("answer", what)]).await }
        };
        assert!(answer("confirm").await.leads_to().ends_with("done=confirmed"));
        assert!(answer("confirm").await.leads_to().ends_with("done=already"));
        let words = [("position.en", "Director"), ("bio.ar", "تقيس الأنهار.")];
        let said = speaker.post(&format!("{own}/words"), &words).await;
        assert!(said.leads_to().ends_with("done=words"));
        let public = stage.stranger().get(&format!("/en/events/{}", stage.slug)).await;
        assert!(public.body().contains("Nino Beridze") && public.body().contains("Director"));
        let page = speaker.get(&own).await;
        assert!(!page.body().contains("lineup_link"));
        let part = page.attributes(".withdraw [name=part]", "value").remove(0);
        let gone = speaker.post(&format!("{own}/answer"), &[("part", &part), ("answer", "decline")]).await;
        assert!(gone.leads_to().ends_with("done=declined"));
        let board = browser.get(&stage.page("/lineup")).await;
        assert!(board.texts(".tasks").join(" ").contains("had agreed"), "{:?}", board.texts(".tasks"));
        let arabic = speaker.get(&own.replacen("/en/", "/ar/", 1)).await;
        assert!(arabic.body().contains("دورك في البرنامج"));
    }

    async fn s_8_an_unknown_a_revoked_and_an_old_link_lead_to_the_same_page(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "speaker").await;
        let speaker = stage.stranger();
        let nowhere = "/en/lineup/0Jd1x8Zt2vQ4s6Yb8Nc0Kf2Hm4Lp6Rr8";
        let unknown = speaker.get(nowhere).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        stage.test.clock.set("2022-11-26T00:00:00Z".parse().unwrap());
        let over = speaker.get(&own).await;
        assert_eq!(over.texts(".panel")[0], "This event is over. Nothing can be changed here any more.");
        let late = speaker.post(&format!("{own}/answer"), &[("answer", "confirm")]).await;
        assert!(late.leads_to().ends_with("done=late"));
        let placed = ids(&stage).await.pop().unwrap();
        // Who was signed in days ago is not any more.
        let browser = stage.signed_in(Role::Owner).await;
        browser.post(&stage.page(&format!("/lineup/{placed}/revoke")), &[]).await;
        let revoked = speaker.get(&own).await;
        let nameless = |answer: &Answer, path: &str| answer.body().replace(&path[3..], "");
        assert_eq!(revoked.status, unknown.status);
        assert_eq!(nameless(&revoked, &own), nameless(&unknown, nowhere));
    }

    async fn s_8_the_link_of_who_appears_unasked_can_be_made_useless(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.sessions[0].lineup[0].email = Some("chair@speakers.example".parse().unwrap());
        let stage = Stage::set_with(test, details).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let pages: Vec<String> =
            ids(&stage).await.iter().map(|id| stage.page(&format!("/lineup/{id}"))).collect();
        let buttons = async |page: &str| browser.get(page).await.attributes("form[action$='/revoke']", "action");
        let revoke = format!("{}/revoke", pages[0]);
        assert_eq!(buttons(&pages[0]).await, [revoke.as_str()]);
        // Who has no address was sent nothing.
        assert_eq!(buttons(&pages[1]).await, [""; 0]);
        assert!(browser.post(&revoke, &[]).await.leads_to().contains("lineup-revoke"));
    }

    async fn e_26_the_panels_link_is_on_the_own_page_once_it_is_released_and_only_for_who_agreed(test: TestDb) {
        let stage = Stage::set_with(test, with_panel()).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "speaker").await;
        let speaker = stage.stranger();
        stage.test.clock.set("2022-11-24T21:59:59Z".parse().unwrap());
        speaker.post(&format!("{own}/answer"), &[("answer", "confirm")]).await;
        assert!(!speaker.get(&own).await.body().contains("PANELCANARY"));
        stage.test.clock.set("2022-11-24T22:00:00Z".parse().unwrap());
        assert!(speaker.get(&own).await.body().contains("PANELCANARY"));
        let part = speaker.get(&own).await.attributes(".withdraw [name=part]", "value").remove(0);
        speaker.post(&format!("{own}/answer"), &[("part", &part), ("answer", "decline")]).await;
        assert!(!speaker.get(&own).await.body().contains("PANELCANARY"));
    }

    async fn p_13_moderators_see_names_and_nobody_else_does(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "moderator").await;
        let moderator = stage.stranger();
        let form = [("name", "Rana Canary"), ("email", "rana@attendees.example"), ("mode", "online")];
        let path = format!("/en/events/{}/registrations", stage.slug);
        assert_eq!(moderator.post(&path, &form).await.status, StatusCode::SEE_OTHER);
        let list = format!("{own}/participants");
        assert_eq!(moderator.get(&list).await.status, StatusCode::NOT_FOUND);
        moderator.post(&format!("{own}/answer"), &[("answer", "confirm")]).await;
        let page = moderator.get(&list).await;
        assert_eq!(page.texts(".participant-name"), ["Rana Canary"]);
        assert!(!page.body().contains("rana@"));
        assert_eq!(moderator.get(&format!("{own}/sheet")).await.status, StatusCode::NOT_FOUND);
        let asked = browser.get(&stage.page("/lineup/interpreters")).await;
        assert!(asked.body().contains("علي طه") && asked.body().contains("Ali Taha"));
        assert!(browser.get(&stage.page("/lineup/run-sheet")).await.body().contains("Julien"));
    }

    async fn s_21_a_photo_is_public_once_agreed_to_and_confirmed(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "speaker").await;
        let speaker = stage.stranger();
        let public = format!("/en/events/{}", stage.slug);
        let path = format!("{own}/photo");
        let svg = upload(&speaker, &path, &[], Some(b"<svg onload='alert(1)'/>")).await;
        assert_eq!(svg.status, StatusCode::UNPROCESSABLE_ENTITY);
        let consent = [("alt", "A woman at a desk"), ("consent", "yes")];
        let kept = upload(&speaker, &path, &consent, Some(&photo())).await;
        assert!(kept.leads_to().ends_with("done=photo"));
        assert_eq!(speaker.get(&public).await.attributes(".person-photo", "src").len(), 0);
        speaker.post(&format!("{own}/answer"), &[("answer", "confirm")]).await;
        let page = speaker.get(&public).await;
        let src = page.attributes(".person-photo", "src");
        assert_eq!(page.attributes(".person-photo", "alt"), ["A woman at a desk"]);
        let picture = speaker.get(&src[0]).await;
        assert_eq!(picture.header("content-type"), "image/jpeg");
        assert_eq!(picture.header("x-content-type-options"), "nosniff");
        assert_eq!(picture.header("content-security-policy"), "default-src 'none'; sandbox");
        assert!(picture.header("cache-control").contains("immutable"));
        assert_eq!(speaker.get("/pictures/nothing.small").await.status, StatusCode::NOT_FOUND);
        let without = upload(&speaker, &path, &[("alt", "A woman at a desk")], None).await;
        assert!(without.leads_to().ends_with("done=photo"));
        assert_eq!(speaker.get(&public).await.attributes(".person-photo", "src").len(), 0);
        upload(&speaker, &path, &[("remove", "yes")], None).await;
        assert_eq!(speaker.get(&src[0]).await.status, StatusCode::NOT_FOUND);
    }

    async fn u_16_a_square_of_a_photo_is_kept_for_speakers_and_organisers(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "speaker").await;
        let speaker = stage.stranger();
        let mut wide = std::io::Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(400, 200)
            .write_to(&mut wide, image::ImageFormat::Png)
            .unwrap();
        let wide = wide.into_inner();
        let id = ids(&stage).await.pop().unwrap();
        let theirs = stage.page(&format!("/lineup/{id}"));
        let offered = speaker.get(&own).await.attributes("[name=crop]", "value");
        assert_eq!(offered, ["whole", "start", "middle", "end"]);
        for (who, path, page) in [(&speaker, format!("{own}/photo"), own.clone()), (&browser, format!("{theirs}/photo"), theirs)] {
            for (crop, size) in [("whole", (240, 120)), ("end", (200, 200)), ("nonsense", (240, 120))] {
                upload(who, &path, &[("crop", crop), ("consent", "yes")], Some(&wide)).await;
                let src = who.get(&page).await.attributes(".portrait", "src").remove(0);
                let picture = image::load_from_memory(&who.get(&src).await.octets).unwrap();
                assert_eq!((picture.width(), picture.height()), size, "{crop}");
            }
        }
    }

    async fn u_17_an_interpreter_is_tied_to_one_channel(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "interpreter").await;
        let id = ids(&stage).await.pop().unwrap();
        let path = stage.page(&format!("/lineup/{id}"));
        let form = browser.get(&path).await;
        assert_eq!(form.attributes("[name=channel] option", "value"), ["", "en>ar", "ar>en"]);
        let set = async |role: &str, channel: &str| {
            let revision = revision(&stage).await;
            let fields = [("role", role), ("state", "confirmed"), ("channel", channel), ("revision", &revision),
                ("name.en", "Nino Beridze"), ("email", "nino@speakers.example")];
            assert!(browser.post(&path, &fields).await.leads_to().contains("done=lineup-changed"));
            stage.event().await.details.sessions[0].lineup.last().unwrap().channel.clone()
        };
        assert_eq!(set("interpreter", "en>ka").await, None, "no channel of this event");
        assert_eq!(set("speaker", "en>ar").await, None, "speakers have none");
        assert_eq!(set("interpreter", "ar>en").await.unwrap().to_string(), "ar>en");
        let interpreter = stage.stranger();
        let page = interpreter.get(&own).await;
        assert!(page.texts("#content").concat().contains("Your channel: from Arabic into English"));
        for sheet in [interpreter.get(&format!("{own}/sheet")).await, browser.get(&stage.page("/lineup/interpreters")).await] {
            assert!(sheet.texts(".sheet-table").concat().contains("From Arabic into English"));
        }
        assert!(browser.get(&stage.page("/lineup")).await.body().contains("From Arabic into English"));
        assert_eq!(browser.get(&path).await.attributes("[name=channel] option[selected]", "value"), ["ar>en"]);
        let written = file::write(&stage.event().await.details);
        assert!(written.contains("channel = { from = \"ar\", to = \"en\" }"));
        assert_eq!(file::read(&written).unwrap().sessions, stage.event().await.details.sessions);
        // Of a channel that the event has not any more nothing is said, and its file can be read.
        let mut details = stage.event().await.details;
        details.interpretation.remove(1);
        stage.save_in(stage.organisation, details).await;
        assert!(!interpreter.get(&own).await.body().contains("Your channel"));
        assert!(file::read(&file::write(&stage.event().await.details)).is_ok());
    }

    async fn u_16_those_who_appear_are_told_when_to_try_out_their_camera(test: TestDb) {
        let stage = Stage::set_with(test, with_panel()).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "speaker").await;
        let speaker = stage.stranger();
        speaker.post(&format!("{own}/answer"), &[("answer", "confirm")]).await;
        let board = browser.get(&stage.page("/lineup")).await;
        assert!(board.texts("#content").concat().contains("none is agreed on"));
        let path = stage.page("/edit/tech-check");
        assert!(board.attributes("main a", "href").contains(&path));
        let fields = [("tech-check", "2022-11-25T11:00"), ("tech-note.en", "With headphones."), ("tech-note.ar", "مع سماعات.")];
        assert!(browser.post(&path, &fields).await.leads_to().ends_with("done=saved"));
        let told = "11:00 Beirut time (UTC+2)";
        for (who, page) in [(&browser, stage.page("/lineup")), (&speaker, own.clone())] {
            let said = who.get(&page).await.texts("#content").concat();
            assert!(said.contains(told) && said.contains("With headphones."), "{page}: {said}");
        }
        let public = speaker.get(&format!("/en/events/{}", stage.slug)).await;
        assert!(!public.body().contains("headphones"));
        stage.test.clock.set("2022-11-24T22:00:00Z".parse().unwrap());
        let mails = stage.work().await;
        let link = mails.iter().find(|mail| mail.text.contains("PANELCANARY")).unwrap();
        assert!(link.text.contains(told) && link.text.contains("With headphones."), "{}", link.text);
        stage.test.clock.set("2022-11-25T09:00:00Z".parse().unwrap());
        assert!(!speaker.get(&own).await.body().contains("headphones"), "it is over");
        let browser = stage.signed_in(Role::Owner).await;
        let cleared = [("tech-check", ""), ("tech-note.en", ""), ("tech-note.ar", "")];
        assert!(browser.post(&path, &cleared).await.leads_to().ends_with("done=saved"));
        assert_eq!(stage.event().await.details.tech_check, None);
    }

    async fn f_9_who_says_the_same_again_changes_nothing(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = ask(&stage, &browser, "speaker").await;
        let speaker = stage.stranger();
        let (words, path) = ([("position.en", "Director"), ("bio.en", "Counts rivers.")], format!("{own}/photo"));
        let consent = [("alt", "A woman at a desk"), ("consent", "yes")];
        let stands = async || {
            let mut tx = stage.begin().await;
            let text = "SELECT revision, plan_due_at IS NOT NULL AND plan_due_at <= $2 FROM event WHERE slug = $1";
            let now = tx.now();
            let query = tx.query(Sql::new(text, text)).bind(stage.slug.clone()).bind(now);
            let found: (i64, bool) = query.fetch_one().await.unwrap();
            found
        };
        let before = stands().await.0;
        assert!(speaker.post(&format!("{own}/words"), &words).await.leads_to().ends_with("done=words"));
        assert_eq!(stands().await, (before + 1, true), "the first time it does");
        upload(&speaker, &path, &consent, Some(&photo())).await;
        assert_eq!(stands().await.0, before + 2);
        stage.work().await;
        let settled = stands().await;
        assert!(!settled.1, "{settled:?}");
        for _ in 0..3 {
            assert!(speaker.post(&format!("{own}/words"), &words).await.leads_to().ends_with("done=words"));
            assert!(upload(&speaker, &path, &consent, None).await.leads_to().ends_with("done=photo"));
        }
        assert_eq!(stands().await, settled);
        upload(&speaker, &path, &[("remove", "yes")], None).await;
        assert_eq!(stands().await.0, settled.0 + 1);
        stage.work().await;
        let settled = stands().await;
        upload(&speaker, &path, &[("remove", "yes")], None).await;
        assert_eq!(stands().await, settled);
    }

    async fn u_13_a_spreadsheet_is_looked_at_and_then_added_all_or_none(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let (revision, session, path) = (revision(&stage).await, session(&stage).await, stage.page("/lineup/paste"));
        let send = async |rows: &str, confirm: &str| {
            let fields = [("rows", rows), ("session", &session), ("revision", &revision), ("language", "en"), ("confirm", confirm)];
            browser.post(&path, &fields).await
        };
        let good = "speaker\tNino\tDirector\tX\tnino@x.example\nkeynote\tAna";
        let wrong = send("singer\tNino\nspeaker\tAna", "yes").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.texts(".wrong").len(), 1);
        assert_eq!(send("", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let shown = send(good, "").await;
        assert_eq!(shown.texts(".pasted tbody tr").len(), 2);
        assert_eq!(ids(&stage).await.len(), 4);
        assert!(send(good, "yes").await.leads_to().ends_with("done=lineup-pasted&n=2"));
        assert_eq!(ids(&stage).await.len(), 6);
        assert_eq!(send("speaker\tOther", "yes").await.status, StatusCode::CONFLICT);
        assert_eq!(browser.get(&format!("{path}?session={session}")).await.status, StatusCode::OK);
    }

    async fn u_13_people_are_pasted_into_the_directory_all_or_none(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let send = async |rows: &str, confirm: &str| {
            let fields = [("rows", rows), ("language", "en"), ("confirm", confirm)];
            browser.post("/organise/people/paste", &fields).await
        };
        let count = async || browser.get("/organise/people").await.texts(".people-table tbody tr").len();
        let wrong = send("Nino\tDirector\tX\tnino@\nAna", "yes").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((wrong.texts(".wrong").len(), count().await), (1, 4), "not even Ana");
        assert_eq!(send("", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let list = "Organisation,Name,E-mail\nWater Watch,Nino,nino@x.example\nLCPS,ali taha,\n";
        let shown = send(list, "").await;
        assert_eq!(shown.texts(".pasted tbody tr").len(), 2);
        assert!(shown.texts(".pasted tbody tr")[1].contains("stays as it is"), "{}", shown.body());
        assert_eq!(count().await, 4, "looked at only");
        let added = send(list, "yes").await;
        assert_eq!(added.leads_to(), "/organise/people?done=lineup-pasted&n=1");
        let all = browser.get("/organise/people").await;
        assert!(all.body().contains("Water Watch") && count().await == 5);
        let again = send(list, "yes").await;
        assert_eq!(again.leads_to(), "/organise/people?done=lineup-pasted&n=0");
    }

    async fn f_8_a_withdrawal_says_who_is_told_and_names_somebody_else(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let ids = ids(&stage).await;
        let page = browser.get(&stage.page(&format!("/lineup/{}/withdraw", ids[1]))).await;
        assert!(page.body().contains("Attendees are not told by mail."));
        let people = browser.get("/organise/people?q=courson").await;
        let person = people.attributes(".people-table a", "href").remove(0);
        let person = person.rsplit('/').next().unwrap();
        let form = format!("/lineup/add?replaces={}&person={person}", ids[1]);
        let form = browser.get(&stage.page(&form)).await;
        assert_eq!(form.attributes("[name='name.en']", "value"), ["Julien Courson"]);
        let (revision, session) = (revision(&stage).await, session(&stage).await);
        let fields = [("session", session.as_str()), ("replaces", &ids[1]), ("person", person), ("revision", &revision),
            ("role", "speaker"), ("state", "confirmed"), ("name.en", "Julien Courson")];
        let replaced = browser.post(&stage.page("/lineup/add"), &fields).await;
        assert!(replaced.leads_to().contains("done=lineup-replaced"));
        let found = browser.get(&stage.page(&format!("/lineup/add?session={session}&q=taha"))).await;
        assert_eq!(found.texts(".found a"), ["Ali Taha"]);
    }

    async fn u_12_somebody_is_put_into_the_session_that_is_chosen(test: TestDb) {
        let stage = Stage::set_with(test, file::read(SUMMIT).unwrap()).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let event = stage.event().await;
        let [first, second] = [0, 1].map(|at| event.session_ids[at].to_string());
        for path in ["/lineup/add", "/lineup/paste"] {
            let page = browser.get(&stage.page(path)).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert_eq!(page.attributes("select[name=session] option", "value"), [first.clone(), second.clone()]);
            assert_eq!(page.attributes("select[name=session] option[selected]", "value"), [first.as_str()], "{path}");
            assert_eq!(page.attributes("form[method=post] input[name=session]", "value").len(), 0, "{path}");
            let chosen = browser.get(&stage.page(&format!("{path}?session={second}"))).await;
            assert_eq!(chosen.attributes("select[name=session] option[selected]", "value"), [second.as_str()]);
        }
        let revision = revision(&stage).await;
        let fields = [("session", second.as_str()), ("revision", &revision), ("role", "speaker"), ("state", "idea"), ("name.en", "Nino")];
        let added = browser.post(&stage.page("/lineup/add"), &fields).await;
        assert!(added.leads_to().contains("?session=2&"), "{}", added.leads_to());
        // What has begun and ended is not where somebody is put by default.
        stage.test.clock.set(event.schedule.sessions[0].ends_at);
        let browser = stage.signed_in(Role::Organiser).await;
        let page = browser.get(&stage.page("/lineup/add")).await;
        assert_eq!(page.attributes("select[name=session] option[selected]", "value"), [second.as_str()]);
    }

    async fn u_12_one_session_is_not_asked_for(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let only = session(&stage).await;
        for path in ["/lineup/add", "/lineup/paste"] {
            let page = browser.get(&stage.page(path)).await;
            assert_eq!(page.attributes("select[name=session]", "name").len(), 0, "{path}");
            let sent = page.attributes("form[method=post] input[name=session]", "value");
            assert_eq!(sent, [only.as_str()], "{path}");
        }
    }

    async fn u_11_it_is_said_first_how_many_expect_somebody(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        for number in 0..3 {
            crate::people::register(&stage, number, "en", None, "").await;
        }
        let id = ids(&stage).await.remove(1);
        for page in ["withdraw", "removal"] {
            let asked = browser.get(&stage.page(&format!("/lineup/{id}/{page}"))).await;
            assert!(asked.body().contains("3 people have a place in this session."), "{page}");
            assert!(asked.body().contains("The public page shows them no more"), "{page}");
        }
        let asked = browser.get(&stage.page(&format!("/lineup/{id}/removal"))).await;
        let (action, revision) = (asked.attributes("form.button-form", "action"), revision(&stage).await);
        let removed = browser.post(&action[0], &[("revision", &revision)]).await;
        assert!(removed.leads_to().ends_with("done=lineup-remove"), "{}", removed.leads_to());
        assert_eq!(ids(&stage).await.len(), 3);
    }

    async fn f_8_the_directory_is_kept_by_two_without_losing_anything(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let added = browser.post("/organise/people/new", &[("name.en", "Émile Zak"), ("name.ar", "إميل زاك")]).await;
        let path = added.leads_to().split('?').next().unwrap().to_owned();
        let found = browser.get("/organise/people?q=emile").await;
        assert_eq!(found.texts(".people-table tbody th"), ["Émile Zak"]);
        let nameless = browser.post("/organise/people/new", &[("bio.en", "x")]).await;
        assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(nameless.texts("#field-bio-en"), ["x"]);
        let twice = browser.post("/organise/people/new", &[("name.en", "Émile Zak"), ("name.ar", "إميل زاك")]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = |bio| [("name.en", "Émile Zak"), ("name.ar", "إميل زاك"), ("bio.en", bio), ("revision", "0")];
        assert!(browser.post(&path, &fields("One.")).await.leads_to().ends_with("done=person-changed"));
        let second = browser.post(&path, &fields("Two.")).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.texts(".summary").join(" ").contains("One."));
        assert_eq!(second.texts("#field-bio-en"), ["Two."]);
        let kept = upload(&browser, &format!("{path}/photo"), &[("consent", "yes")], Some(&photo())).await;
        assert!(kept.leads_to().ends_with("done=person-photo"));
        assert_eq!(browser.get(&path).await.attributes(".portrait", "src").len(), 1);
        let gone = browser.post(&format!("{path}/remove"), &[]).await;
        assert_eq!(gone.leads_to(), "/organise/people?done=person-removed");
    }

    async fn a_lineup_of_sixty_sessions_stays_small(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        let session = details.sessions[0].clone();
        details.sessions = (0..60)
            .map(|number| convoke::event::Session {
                id: Some(format!("s{number}").parse().unwrap()),
                ..session.clone()
            })
            .collect();
        let stage = Stage::set_with(test, details).await;
        let browser = stage.signed_in(Role::Organiser).await;
        for page in ["/lineup?session=s30", "/lineup/run-sheet", "/lineup/interpreters"] {
            let page = browser.get(&stage.page(page)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.octets.len() < 100_000, "{}", page.octets.len());
        }
    }
}
