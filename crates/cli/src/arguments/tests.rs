use super::*;

fn check(line: &str) -> Result<Command, String> {
    parse(line.split_whitespace().map(str::to_owned))
}

#[test]
fn inspect_takes_paths_and_flags_in_any_order() {
    let Ok(Command::Inspect { paths, reading, format }) =
        check("inspect a --format=json --plain b --date 2025-05-28 --names w")
    else {
        panic!("an inspect command");
    };
    assert_eq!(paths, [PathBuf::from("a"), "b".into()]);
    assert!(reading.plain);
    assert_eq!(reading.names, Some("w".into()));
    assert_eq!(reading.date, Day::parse("2025-05-28"));
    assert_eq!(format, Format::Json);
}

#[test]
fn no_path_means_the_seeds() {
    assert!(
        matches!(check("check"), Ok(Command::Check { paths }) if paths == [PathBuf::from("seeds")])
    );
}

#[test]
fn build_takes_a_folder_a_shell_and_where_the_site_stands() {
    let asked = build("build a --shell empty --out site --url https://example.org/news");
    assert_eq!(asked.paths, [PathBuf::from("a")]);
    assert_eq!(asked.shell, Some("empty".into()));
    assert_eq!(asked.goal, Goal::Site("site".into()));
    assert_eq!(asked.site.url.as_deref(), Some("https://example.org/news/"));
    assert_eq!((asked.serve, asked.watch), (None, false));
}

fn build(line: &str) -> Build {
    match check(line) {
        Ok(Command::Build(asked)) => asked,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn build_needs_no_more_than_a_folder() {
    let asked = build("build articles");
    assert_eq!((asked.shell, asked.goal), (None, Goal::Site("dist".into())));
    let asked = build("build articles --one-file page.html --watch");
    assert_eq!((asked.goal, asked.watch), (Goal::OneFile("page.html".into()), true));
}

#[test]
fn a_port_may_follow_serve_and_a_folder_is_none() {
    for (line, port) in [
        ("build a --serve", Port::Any),
        ("build --serve a", Port::Any),
        ("build a --serve --watch", Port::Any),
        ("build --serve 9000 a", Port::This(9000)),
        ("build a --serve=9000", Port::This(9000)),
    ] {
        let asked = build(line);
        assert_eq!(asked.serve, Some(port), "{line}");
        assert_eq!(asked.paths, [PathBuf::from("a")], "{line}");
    }
}

#[test]
fn an_export_takes_a_format_and_a_folder() {
    let Ok(Command::Export { paths, format, out }) = check("export a --format parquet --out b")
    else {
        panic!("an export");
    };
    assert_eq!((paths, format, out), (vec!["a".into()], Tables::Parquet, "b".into()));
    let usual = check("export");
    assert!(
        matches!(usual, Ok(Command::Export { format: Tables::Ndjson, out, .. }) if out == *"tables")
    );
}

#[test]
fn parts_are_read_by_number_and_joined_into_a_file() {
    let Ok(Command::Read { paths, share, out }) = check("read a --part 2/3 --out 2.part") else {
        panic!("a part");
    };
    assert_eq!((paths, share.to_string(), out), (vec!["a".into()], "2/3".into(), "2.part".into()));
    let Ok(Command::Join { parts, overlay, out }) =
        check("join 1.part 2.part --overlay dateline.toml --out all.dateline")
    else {
        panic!("a corpus");
    };
    assert_eq!(parts, [PathBuf::from("1.part"), "2.part".into()]);
    assert_eq!((overlay, out), (Some("dateline.toml".into()), "all.dateline".into()));
}

#[test]
fn wrong_use_names_the_word() {
    for (line, word) in [
        ("", "command"),
        ("inspekt", "inspekt"),
        ("inspect --date 28.5.2025", "28.5.2025"),
        ("inspect --date", "--date wants"),
        ("inspect --format xml", "xml"),
        ("inspect --fast", "--fast"),
        ("check --plain", "check takes no --plain"),
        ("check --out x", "--out"),
        ("build --out", "--out wants"),
        ("build --shell", "--shell wants"),
        ("build --one-file", "--one-file wants"),
        ("build --one-file x --out y", "no --out"),
        ("build --one-file x --serve", "no --serve"),
        ("build --serve 0", "port"),
        ("build --serve=many", "many"),
        ("build --serve 70000", "70000"),
        ("check --watch", "--watch"),
        ("inspect --serve", "--serve"),
        ("build --out x --url example.org", "example.org"),
        ("build --plain --shell x --out x", "build takes"),
        ("check --shell x", "--shell"),
        ("check --names w", "check takes"),
        ("inspect --names", "--names wants"),
        ("inspect --pages", "--pages wants"),
        ("check --pages w", "check takes"),
        ("export --format json", "ndjson or parquet"),
        ("export --plain", "export takes no --plain"),
        ("read --out x", "--part"),
        ("read --part 1/2", "--out"),
        ("read --part 3/2 --out x", "3/2"),
        ("read --part 0/2 --out x", "0/2"),
        ("read --part half --out x", "half"),
        ("join --out x.dateline", "join wants"),
        ("join a --out x", ".dateline"),
        ("join a", "--out"),
        ("join a --part 1/2", "--part"),
        ("inspect a.dateline --plain", "a.dateline was read already"),
        ("build --overlay x", "--overlay"),
    ] {
        let message = check(line).expect_err(line);
        assert!(message.contains(word), "{message}");
    }
}
