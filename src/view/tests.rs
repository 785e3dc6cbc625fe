//! Every template in every language, and what may not stand in any of them.

mod catalogues;

use std::fs;
use std::path::PathBuf;

use super::*;

fn view() -> View {
    View::load(None).expect("the built-in templates")
}

/// Where `CONVOKE_RENDER_DIR` is set, what a template made is written there, to be looked at.
fn keep(name: &str, content: &str) {
    if let Some(folder) = std::env::var_os("CONVOKE_RENDER_DIR") {
        let path = PathBuf::from(folder).join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, content).expect("the file is written");
    }
}

fn keep_assets(view: &View) {
    if let Some(folder) = std::env::var_os("CONVOKE_RENDER_DIR") {
        let folder = PathBuf::from(folder).join("assets");
        fs::create_dir_all(&folder).expect("the folder is made");
        for (name, asset) in view.assets().all() {
            fs::write(folder.join(name), &asset.bytes).expect("the file is written");
        }
    }
}

fn everything(view: &View, mut check: impl FnMut(&str, &str)) {
    let rendered = view.render_samples(&mut |name, content| {
        keep(name, content);
        check(name, content);
    });
    rendered.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn every_template_renders_in_every_language_with_its_samples() {
    let view = view();
    keep_assets(&view);
    let mut made = 0;
    everything(&view, |name, content| {
        made += 1;
        assert!(!content.trim().is_empty(), "{name} is empty");
    });
    assert!(made > 100, "only {made} were made");
}

#[test]
fn s_16_no_style_attribute_and_no_inline_script_on_pages() {
    everything(&view(), |name, content| {
        if name.ends_with(".html") && !name.contains("/mail-") {
            assert!(!content.contains(" style="), "{name} has a style attribute");
            assert!(!content.contains("<style"), "{name} has a style element");
            assert!(
                !content.contains("javascript:"),
                "{name} has a script address"
            );
            for tag in content.split("<script").skip(1) {
                // Data is no script: browsers never run it, and no policy speaks of it.
                let is_data = tag
                    .strip_prefix(" type=\"application/ld+json\">{")
                    .and_then(|data| data.split_once('<'))
                    .is_some_and(|(_, end)| end.starts_with("/script>"));
                assert!(
                    is_data || tag.starts_with(" type=\"module\" src=\"/assets/"),
                    "{name}: {tag:.60}"
                );
            }
            for handler in [" onclick", " onload", " onsubmit", " onerror"] {
                assert!(!content.contains(handler), "{name} has{handler}");
            }
        }
    });
}

#[test]
fn p_3_mails_fetch_nothing() {
    everything(&view(), |name, content| {
        if name.contains("/mail-") && name.ends_with(".html") {
            for fetch in ["src=", "url(", "<link", "<script", "@import", "background="] {
                assert!(!content.contains(fetch), "{name} has {fetch}");
            }
        }
    });
}

#[test]
fn mime_8_a_url_stands_alone_on_its_line_and_lines_are_short() {
    everything(&view(), |name, content| {
        if name.contains("/mail-") && name.ends_with(".txt") {
            for line in content.lines() {
                assert!(line.len() <= 998, "{name} has a line of {}", line.len());
                let is_alone = line.starts_with("https://") && !line.contains([' ', '\u{2069}']);
                assert!(!line.contains("https://") || is_alone, "{name}: {line}");
            }
        }
    });
}

#[test]
fn cal_16_calendar_texts_hold_no_direction_marks_and_no_way_to_a_registration() {
    everything(&view(), |name, content| {
        if name.contains("/calendar-") {
            let marks = [
                '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200E}', '\u{200F}',
            ];
            assert!(!content.contains(marks), "{name} holds a direction mark");
            assert!(
                !content.contains("/registrations/"),
                "{name} leads to a registration"
            );
        }
    });
}

#[test]
fn s_17_no_mail_holds_what_an_attendee_typed() {
    everything(&view(), |name, content| {
        if name.contains("/mail-") {
            for typed in ["نادين", "nadine", "Institute for Public Policy"] {
                assert!(!content.contains(typed), "{name} holds {typed}");
            }
        }
    });
}

#[test]
fn time_6_times_name_the_zone_in_words_and_the_offset() {
    let view = view();
    for (tag, hours, closes) in [
        (
            "en",
            "15:00–17:00 Beirut time (UTC+2)",
            "Thursday, 24 November 2022, 23:59 Beirut time (UTC+2)",
        ),
        (
            "ar",
            "15:00–17:00 بتوقيت بيروت (UTC+2)",
            "الخميس، 24 نوفمبر 2022، الساعة 23:59 بتوقيت بيروت (UTC+2)",
        ),
        (
            "fr",
            "15:00–17:00, heure locale (Beyrouth, UTC+2)",
            "jeudi 24 novembre 2022 à 23:59, heure locale (Beyrouth, UTC+2)",
        ),
        (
            "ka",
            "15:00–17:00 (ბეირუთი, UTC+2)",
            "ხუთშაბათი, 24 ნოემბერი, 2022, 23:59 (ბეირუთი, UTC+2)",
        ),
        (
            "ru",
            "15:00–17:00 (Бейрут, UTC+2)",
            "четверг, 24 ноября 2022 г. в 23:59 (Бейрут, UTC+2)",
        ),
    ] {
        let language: Language = tag.parse().expect("a tag");
        let event = EventFacts::samples(view.locale(&language)).remove(0);
        assert_eq!(event.sessions[0].hours.hours_in_zone, hours);
        assert_eq!(event.closes.words, closes);
    }
    everything(&view, |name, content| {
        for abbreviation in [" EET", " EEST", " CET", " GMT"] {
            assert!(
                !content.contains(abbreviation),
                "{name} has a bare{abbreviation}"
            );
        }
    });
}

#[test]
fn a_3_the_error_summary_comes_first_and_says_what_stands_beside_the_fields() {
    let view = view();
    everything(&view, |name, html| {
        if name.ends_with("/register-errors.html") {
            let page = scraper::Html::parse_document(html);
            let find = |css: &str| scraper::Selector::parse(css).expect("a selector");
            let title = page
                .select(&find("title"))
                .next()
                .expect("a title")
                .text()
                .collect::<String>();
            let language = name.split('/').next().and_then(|tag| view.language(tag));
            let prefix = view
                .locale(language.expect("a language"))
                .text("error-prefix");
            assert!(title.starts_with(&prefix), "{title}");
            let first = page
                .select(&find("main > * > :first-child"))
                .next()
                .expect("a child");
            assert_eq!(first.attr("tabindex"), Some("-1"), "{name}");
            assert!(
                first
                    .select(&find(":scope > [role=alert]"))
                    .next()
                    .is_some(),
                "{name}"
            );
            for link in first.select(&find("a")) {
                let id = link
                    .attr("href")
                    .expect("an address")
                    .trim_start_matches('#');
                let control = page
                    .select(&find(&format!("[id='{id}']")))
                    .next()
                    .expect("a control");
                assert!(
                    matches!(control.value().name(), "input" | "textarea"),
                    "{name} {id}"
                );
                let beside = page.select(&find(&format!("[id='{id}-problem']"))).next();
                assert_eq!(
                    beside.expect("words").inner_html(),
                    link.inner_html(),
                    "{name}"
                );
            }
        }
    });
}

#[test]
fn a_5_messages_say_what_to_do() {
    const WORDS: &[&str] = &[
        "please",
        "sorry",
        "invalid",
        "oops",
        "unfortunately",
        "من فضلك",
        "يرجى",
        "الرجاء",
        "رجاء",
        "عذرا",
        "عذراً",
        "نأسف",
        "آسف",
        "للأسف",
        "غير صالح",
        "غير صحيح",
        "عفوا",
        "عفواً",
        "veuillez",
        "s’il vous plaît",
        "désolé",
        "malheureusement",
        "invalide",
        "regrett",
        "გთხოვთ",
        "ბოდიში",
        "უკაცრავად",
        "სამწუხაროდ",
        "пожалуйста",
        "извините",
        "простите",
        "к сожалению",
        "сожалеем",
        "недопустим",
        "некорректн",
    ];
    for (name, catalogue) in catalogues() {
        for word in WORDS {
            assert!(
                !catalogue.to_lowercase().contains(word),
                "{name} says “{word}”"
            );
        }
    }
}

#[test]
fn a_7_styles_know_no_left_and_no_right() {
    let css = fs::read_to_string("templates/assets/convoke.css").expect("the style sheet");
    for (number, line) in css.lines().enumerate() {
        let physical = [
            "left:",
            "right:",
            "-left",
            "-right",
            "top:",
            "bottom:",
            "-top:",
            "-bottom:",
            " width:",
            " height:",
            "text-align: left",
            "text-align: right",
            "float:",
        ];
        for word in physical {
            assert!(
                !line.contains(word),
                "line {} has {word}: {line}",
                number + 1
            );
        }
        assert!(
            !line.contains("text-transform"),
            "line {} sets capitals",
            number + 1
        );
    }
}

#[test]
fn s_13_nothing_is_written_raw() {
    for (name, source) in sources("templates", &["html", "txt", "js", "xml"]) {
        for raw in [
            "|safe",
            "| safe",
            "autoescape",
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
        ] {
            assert!(!source.contains(raw), "{name} has {raw}");
        }
    }
}

#[test]
fn u_6_assets_stay_within_their_budgets() {
    let view = view();
    let size = |belongs: &dyn Fn(&str) -> bool| -> usize {
        let of_kind = view.assets().all().filter(|(name, _)| belongs(name));
        of_kind.map(|(_, asset)| asset.bytes.len()).sum()
    };
    // Those of the workspace and of single areas are no part of a public page. The budgets are for
    // compressed bytes; styles and scripts shrink to less than a third.
    for (kind, budget) in [(".css", 3 * 12 * 1024), (".js", 6 * 1024)] {
        let size = size(&|name| name.starts_with("convoke.") && name.ends_with(kind));
        assert!(size < budget, "{size} of {kind}");
    }
    let mut fonts = 0;
    for (script, budget) in [("arabic", 45 * 1024), ("georgian", 15 * 1024)] {
        let size = size(&|name| name.ends_with(".woff2") && name.contains(script));
        assert!((1..budget).contains(&size), "{size} of {script}");
        fonts += size;
    }
    let all = size(&|name| name.ends_with(".woff2"));
    assert_eq!(all, fonts, "a font that no budget counts");
}

#[test]
fn u_6_a_page_asks_at_once_for_the_fonts_of_its_own_language_only() {
    everything(&view(), |name, html| {
        if let Some((language, "home-events.html")) = name.split_once('/') {
            let asked = html.matches("as=\"font\"").count();
            let (arabic, georgian) = (html.contains("-arabic-"), html.contains("-georgian-"));
            assert_eq!(asked > 0, ["ar", "ka"].contains(&language), "{name}");
            assert_eq!(
                (arabic, georgian),
                (language == "ar", language == "ka"),
                "{name}"
            );
        }
    });
}

#[test]
fn every_font_has_its_licence_beside_it() {
    let licence = fs::read_to_string("templates/assets/OFL.txt").expect("the licence");
    for entry in fs::read_dir("templates/assets").expect("the folder") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_str().expect("a name");
        let is_font = name.ends_with(".woff2");
        assert!(
            !is_font || licence.contains(name),
            "{name} is not named in OFL.txt"
        );
    }
}

#[test]
fn s_18_every_mail_to_attendees_opens_with_the_organisers_words_where_there_are_any() {
    let mut kinds = 0;
    for (name, source) in sources("templates/mail", &["html", "txt"]) {
        let own = [
            "/lineup_link/",
            "/announcement/",
            "/follow_up/",
            "/alarm/",
            "/sign_in/",
            "/invitation/",
            "/lineup_invitation/",
            "/retention/",
            "/guest_invitation/",
        ];
        if name.contains("/body.") && !own.iter().any(|kind| name.contains(kind)) {
            kinds += 1;
            // What has changed is said in our words all the same.
            let ours = if name.contains("/changed/") {
                "\"\""
            } else {
                "t(\"mail-lead-"
            };
            assert!(
                source.contains(&format!("{{{{ parts.lead(about, {ours}")),
                "{name}"
            );
        }
    }
    assert!(kinds >= 22, "only {kinds}");
}

#[test]
fn s_18_organisers_words_are_data_and_values_keep_their_direction() {
    let mut seen = 0;
    everything(&view(), |name, content| {
        for (file, words) in [
            (
                "en/mail-registered-own-words.html",
                "somebody else &amp; &lt;tell us&gt;",
            ),
            (
                "en/mail-registered-own-words.txt",
                "somebody else & <tell us>",
            ),
            (
                "en/mail-registered-own-words.txt",
                "See you there: Anti-Corruption in Practice",
            ),
            (
                "ar/mail-registered-own-words-of-several-sessions.html",
                "من <bdi>Example Foundation</bdi>!<br>\n<br>",
            ),
            (
                "ar/mail-registered-own-words-of-several-sessions.txt",
                "من \u{2068}Example Foundation\u{2069}!\n\n",
            ),
        ] {
            if name == file {
                seen += 1;
                assert!(content.contains(words), "{name}: {content}");
            }
        }
    });
    assert_eq!(seen, 5);
}

#[test]
fn a_hosts_file_replaces_the_built_in_one() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("pages")).expect("a folder");
    fs::write(
        folder.path().join("pages/problem.html"),
        "{{ status }} {{ lang }}",
    )
    .expect("written");
    let view = View::load(Some(folder.path())).expect("templates");
    let english = view.language(SOURCE).expect("English").clone();
    let frame = Frame::new(&view, &english, "Institute", "/");
    let page = ProblemPage { frame, status: 404 };
    assert_eq!(view.page(&page, &english).expect("a page"), "404 en");
    fs::write(folder.path().join("pages/problem.html"), "{% if %}").expect("written");
    let error = View::load(Some(folder.path())).expect_err("a broken template");
    assert!(error.to_string().contains("pages/problem.html"), "{error}");
}

#[test]
fn every_language_can_be_read_and_says_everything() {
    let files = Arc::new(files::load(None).expect("files"));
    let locales = Locale::all(&files).expect("languages");
    let is_first = |locale: &&Locale| locale.language().to_string() == SOURCE;
    let first = locales.iter().find(is_first).expect("English");
    for locale in &locales {
        locale.check_against(first).expect("every text");
    }
}

#[test]
fn a_folder_of_a_host_is_a_language_more_once_it_says_everything() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("locales/de");
    fs::create_dir_all(&own).expect("a folder");
    for (path, catalogue) in catalogues() {
        if let Some(file) = path.strip_prefix("templates/locales/en/") {
            fs::write(own.join(file), catalogue.replace("en-GB", "de-DE")).expect("written");
        }
    }
    let view = View::load(Some(folder.path())).expect("a language more");
    let german = view.language("de").expect("German");
    let day = chrono::NaiveDate::from_ymd_opt(2022, 11, 25).expect("a day");
    let date = view.locale(german).date(day);
    assert_eq!(date, "Freitag, 25 November 2022");
    let frame = Frame::new(&view, german, "Institute", "/");
    assert_eq!(frame.languages.len(), view.languages().len());
    fs::remove_file(own.join("check-in.ftl")).expect("removed");
    let error = View::load(Some(folder.path())).expect_err("a text is missing");
    assert_eq!(
        error.to_string(),
        "the catalogue of “de” lacks the text check-in-list"
    );
}

#[test]
fn e_34_a_hosts_template_that_asks_for_too_much_is_refused_at_once() {
    for (file, template) in [
        (
            "pages/next.html",
            "{{ event.title.text }} {{ event.tilte.text }}",
        ),
        (
            "mail/link/body.txt",
            "{% if about.event.online %}{{ link }}{% endif %}",
        ),
        (
            "mail/withdrawn/subject.txt",
            "{{ t(\"mail-subject-nothing\") }}",
        ),
        ("calendar/description.txt", "{{ about.join }}"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, template).expect("written");
        let error = View::load(Some(folder.path())).expect_err("a template that fails");
        assert!(error.to_string().contains(file), "{error}");
    }
}

#[test]
fn s_30_a_template_that_fails_tells_no_value() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("pages")).expect("a folder");
    fs::write(
        folder.path().join("pages/problem.html"),
        "{% if status > 600 %}{{ status.no.where }}{% endif %}",
    )
    .expect("written");
    let view = View::load(Some(folder.path())).expect("templates");
    let english = view.language(SOURCE).expect("English").clone();
    let frame = Frame::new(&view, &english, "Institute", "/");
    let page = ProblemPage { frame, status: 601 };
    let told = view.page(&page, &english).expect_err("a fault").to_string();
    assert!(told.contains("pages/problem.html"), "{told}");
    assert!(!told.contains("601"), "{told}");
}

/// Every catalogue file with its path.
fn catalogues() -> Vec<(String, String)> {
    sources("templates/locales", &["ftl"])
}

/// Every file below `folder` with one of these extensions.
fn sources(folder: &str, extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let extension = path.extension().and_then(|extension| extension.to_str());
            if path.is_dir() {
                open.push(path);
            } else if extension.is_some_and(|extension| extensions.contains(&extension)) {
                let text = fs::read_to_string(&path).expect("a text file");
                found.push((path.display().to_string(), text));
            }
        }
    }
    found.sort();
    found
}
