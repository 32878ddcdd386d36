//! A corpus that is read in parts is the corpus that is read at once.

use std::path::Path;

use dateline_model::{Corpus, encode};

use super::*;

/// Reads a folder in so many parts, as different machines would, and writes a file of each.
fn parts(folder: &Folder, place: &Folder, of: usize) -> Vec<PathBuf> {
    let file = |number: usize| {
        let share = Share::parse(&format!("{number}/{of}")).expect("a part");
        let part = read_part(std::slice::from_ref(&folder.0), share).expect("a part");
        let file = place.0.join(format!("{number}-of-{of}.part"));
        write(&file, &part.encode()).expect("a file");
        file
    };
    (1..=of).map(file).collect()
}

/// What a joined corpus's file gives.
fn joined(place: &Folder, parts: &[PathBuf], overlay: Option<&Path>) -> Corpus {
    let whole = join_parts(parts, overlay).expect("a corpus");
    let file = place.0.join("all.dateline");
    write(&file, &whole.encode()).expect("a file");
    let read = read(&[file], &Options::default()).expect("a corpus");
    assert_eq!(read, whole.corpus);
    read
}

fn refused(parts: &[PathBuf], overlay: Option<&Path>) -> String {
    match join_parts(parts, overlay) {
        Ok(_) => panic!("an error was expected"),
        Err(error) => error.to_string(),
    }
}

fn check(folder: &Folder) {
    let whole = folder.read().expect("a corpus");
    let overlay = folder.0.join(OVERLAY);
    let overlay = overlay.is_file().then_some(overlay);
    for of in [1, 2, 3, 1000] {
        let place = Folder::new(&format!("{}-{of}", folder.0.file_name().unwrap().display()));
        // The order in which a shell names the files is no matter.
        let mut parts = parts(folder, &place, of);
        parts.reverse();
        let corpus = joined(&place, &parts, overlay.as_deref());
        assert!(corpus == whole && encode(&corpus) == encode(&whole), "{of} parts");
    }
}

#[test]
fn the_seeds_in_parts_are_the_seeds() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut folder = Folder::new("parts-seeds");
    for entry in fs::read_dir(seeds).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        folder = folder.with(name, fs::read(&path).unwrap());
    }
    check(&folder);
}

/// Texts that tell of the same people and days, and files that are none: what one file says depends on the
/// others.
fn generated(name: &str) -> Folder {
    const WHO: [&str; 4] = ["Vera Lindqvist", "Tomas Brandt", "Amara Osei", "Lindqvist"];
    const WHERE: [&str; 3] = ["Oslo", "Hamburg", "Accra"];
    let mut folder = Folder::new(name)
        .with("b-copy.txt", ARTICLE)
        .with("c-empty.txt", " \n")
        .with("d-binary.txt", b"\x89PNG\0\x01\x02\x03\0\0")
        .with("f.pdf", "%PDF")
        .with("many.ndjson", "{\"title\":\"One\",\"body\":\"The quay was closed on 3 May 2024, the harbour master said.\"}\n{\"title\":3}\n")
        .with("lonely.meta.json", "{}")
        .with("a.meta.json", r#"{"outlet": "The Port Post", "colour": "red"}"#)
        .with("a.txt", ARTICLE)
        .with("sub/dateline.toml", "title = 'Elsewhere'");
    for number in 0..40_usize {
        let (who, place) = (WHO[number % 4], WHERE[number % 3]);
        let day = 1 + number % 9;
        let dated =
            if number % 5 == 0 { String::new() } else { format!("Date: 2024-03-{day:02}\n") };
        let text = format!(
            "Title: {who} in {place}\n{dated}\n{who} opened the tunnel below {place} on Monday. \"It is open,\" {who} said. On {day} March 2024 the tunnel was closed for {number} hours, and on {day} April it will open again.\n\nThe council had voted for it in 20{:02}.\n",
            10 + number % 12
        );
        folder = folder.with(&format!("sub/{number:02}.txt"), text);
    }
    folder
}

#[test]
fn generated_texts_in_parts_are_the_texts_at_once() {
    let folder = generated("parts-generated");
    let whole = folder.read().unwrap();
    assert!(whole.warnings.len() > 5 && whole.events.len() > 5, "{whole:?}");
    check(&folder);
    let folder = folder
        .with(OVERLAY, "title = 'Tunnels'\n[outlets]\n'The Port Post' = 'Port Post'\n[articles.'sub/00']\ndate = '2024-03-20'\n[articles.gone]\ntitle = 'x'\n[articles.'sub/01']\nleave_out = true\n");
    check(&folder);
}

#[test]
fn what_may_not_be_published_is_withheld_of_a_joined_corpus_too() {
    let folder = generated("parts-publish").with(OVERLAY, "[publish]\nbody = 'none'\n");
    let place = Folder::new("parts-publish-place");
    let overlay = folder.0.join(OVERLAY);
    joined(&place, &parts(&folder, &place, 2), Some(&overlay));
    let publish = |path: &Path| read_for_publishing(&[path.into()]).unwrap().corpus;
    let published = publish(&place.0.join("all.dateline"));
    assert!(published.articles.iter().all(|article| article.body.is_empty()));
    assert_eq!(published, publish(&folder.0));

    // A rule that fits nothing stops it, with its file and line.
    fs::write(&overlay, "[publish.articles]\n'sub/0' = 'none'\n").unwrap();
    joined(&place, &parts(&folder, &place, 2), Some(&overlay));
    let Err(error) = read_for_publishing(&[place.0.join("all.dateline")]) else {
        panic!("an error was expected");
    };
    assert!(error.to_string().contains(&format!("{}:2: ", overlay.display())), "{error}");
}

#[test]
fn parts_that_do_not_make_a_whole_are_named_with_what_they_lack() {
    let folder = generated("parts-unfit");
    let place = Folder::new("parts-unfit-place");
    let three = parts(&folder, &place, 3);
    let said = refused(&three[..1], None);
    assert!(said.contains("part 2/3 is missing, with b-copy.txt, "), "{said}");
    assert!(said.contains("and 10 more; `dateline read --part 2/3` writes it"), "{said}");
    assert!(said.contains("part 3/3 is missing, with c-empty.txt, "), "{said}");
    let said = refused(&[&three[..], &three[1..2]].concat(), None);
    assert!(said.contains("2-of-3.part: is part 2/3, as "), "{said}");
    let two = parts(&folder, &place, 2);
    let said = refused(&[&three[..], &two[..1]].concat(), None);
    assert!(said.contains("1-of-2.part: is part 1/2; one of 3"), "{said}");
    assert!(refused(&[], None).contains("no part was named"));

    // A file that came between two readings.
    let folder = folder.with("sub/new.txt", ARTICLE);
    let later = parts(&folder, &place, 2);
    let earlier = place.0.join("earlier");
    let share = Share::parse("1/2").unwrap();
    fs::remove_file(folder.0.join("sub/new.txt")).unwrap();
    write(&earlier, &read_part(std::slice::from_ref(&folder.0), share).unwrap().encode()).unwrap();
    let said = refused(&[earlier, later[1].clone()], None);
    assert!(said.contains("2-of-2.part: was read from other files"), "{said}");
    assert!(said.contains("sub/new.txt"), "{said}");
}

#[test]
fn a_part_that_cannot_be_used_is_named() {
    let folder = generated("parts-broken");
    let place = Folder::new("parts-broken-place");
    let mut two = parts(&folder, &place, 2);
    let whole = fs::read(&two[1]).unwrap();
    let text = String::from_utf8_lossy(&whole[..30]).into_owned();
    let version = text.lines().next().unwrap().trim_start_matches("dateline part, ").to_owned();
    let other = [b"dateline part, 9.9.9\n", &whole[whole.len() / 2..]].concat();
    for (bytes, expected) in [
        (whole[..whole.len() - 5].to_vec(), "2-of-2.part: is cut short or damaged"),
        (other, "2-of-2.part: is a part of version 9.9.9"),
        (ARTICLE.into(), "2-of-2.part: is no part"),
    ] {
        fs::write(&two[1], bytes).unwrap();
        let said = refused(&two, None);
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(version, env!("CARGO_PKG_VERSION"));
    two[1] = place.0.join("gone.part");
    assert!(refused(&two, None).contains("gone.part"));
}

#[test]
fn corrections_of_the_folder_do_not_get_lost() {
    let folder = Folder::new("parts-rules").with("a.txt", ARTICLE).with(OVERLAY, "title = 'x'");
    let place = Folder::new("parts-rules-place");
    let said = refused(&parts(&folder, &place, 1), None);
    assert!(said.contains("dateline.toml was expected") && said.contains("--overlay"), "{said}");
}

#[test]
fn a_joined_corpus_stands_alone_and_is_known_when_it_is_damaged() {
    let folder = generated("parts-alone");
    let place = Folder::new("parts-alone-place");
    joined(&place, &parts(&folder, &place, 1), None);
    let file = place.0.join("all.dateline");
    let said = |paths: &[PathBuf]| read(paths, &Options::default()).unwrap_err().to_string();
    assert!(said(&[file.clone(), folder.0.clone()]).contains("no other path beside it"));
    let share = Share::parse("1/1").unwrap();
    assert!(read_part(std::slice::from_ref(&file), share).is_err());
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() - 1]).unwrap();
    let said = said(&[file]);
    assert!(said.contains("all.dateline: is cut short or damaged"), "{said}");
}
