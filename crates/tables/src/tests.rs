use dateline_model::{Day, sample};
use serde_json::Value as Json;

use super::*;

/// The rows of a table of the sample, as they are read back.
fn rows(corpus: &Corpus, name: &str) -> Vec<Json> {
    let table = TABLES.iter().find(|table| table.name == name).expect("a table");
    let bytes = Source::new(corpus).file(table, Format::Ndjson).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn value(kind: Kind, value: &Value<'_>) -> bool {
    matches!(
        (kind, value),
        (Kind::Texts, Value::Texts(_))
            | (Kind::Truth, Value::Truth(_))
            | (Kind::Number, Value::Number(_) | Value::Missing)
            | (Kind::Share, Value::Share(_) | Value::Missing)
            | (Kind::Day, Value::Day(_) | Value::Missing)
            | (Kind::Text, Value::Text(_) | Value::Written(_) | Value::Missing)
    )
}

#[test]
fn every_value_is_of_its_columns_kind() {
    let corpus = sample::corpus();
    let source = Source::new(&corpus);
    for table in TABLES {
        let places = (table.places)(&corpus);
        assert!(!places.is_empty(), "{}", table.name);
        for (column, place) in
            table.columns.iter().flat_map(|column| places.iter().map(move |it| (column, it)))
        {
            let found = (column.value)(&source, *place);
            assert!(value(column.kind, &found), "{}.{}: {found:?}", table.name, column.name);
        }
    }
}

#[test]
fn ids_join_the_tables() {
    let corpus = sample::corpus();
    for (table, key, other) in [
        ("mentions", "article", "articles"),
        ("mentions", "name", "names"),
        ("tellings", "event", "events"),
        ("tellings", "article", "articles"),
    ] {
        let known: Vec<Json> = rows(&corpus, other).iter().map(|row| row["id"].clone()).collect();
        for row in rows(&corpus, table) {
            assert!(known.contains(&row[key]), "{table}.{key}: {}", row[key]);
        }
    }
}

#[test]
fn offsets_are_code_points_of_the_body() {
    let mut corpus = sample::corpus();
    // Three bytes more before all, one code point.
    let article = corpus.articles.iter_mut().find(|it| !it.mentions.is_empty()).unwrap();
    article.body.insert(0, '\u{2014}');
    let id = article.id.clone();
    for mention in &mut article.mentions {
        mention.span.start += 3;
        mention.span.end += 3;
    }
    let body: Vec<char> = article.body.chars().collect();
    let found: Vec<Json> =
        rows(&corpus, "mentions").into_iter().filter(|row| row["article"] == id.as_str()).collect();
    assert!(!found.is_empty());
    for row in found {
        let offset = |key: &str| row[key].as_u64().unwrap() as usize;
        let named: String = body[offset("start_offset")..offset("end_offset")].iter().collect();
        assert_eq!(row["text"], named);
    }
}

#[test]
fn words_that_are_withheld_have_no_place() {
    let mut corpus = sample::corpus();
    for article in &mut corpus.articles {
        article.body.clear();
        article.mentions.iter_mut().for_each(|it| it.span = dateline_model::Span::new(0, 0));
    }
    for row in rows(&corpus, "mentions") {
        assert!(row["name"].is_string(), "{row}");
        assert!(row["text"].is_null() && row["start_offset"].is_null(), "{row}");
    }
}

#[test]
fn days_before_our_era_are_days_too() {
    let mut corpus = sample::corpus();
    corpus.events[0].days.start = Day::new(-43, 3, 15).unwrap();
    assert_eq!(rows(&corpus, "events")[0]["first_day"], "-000043-03-15");
}

#[test]
fn parquet_says_what_ndjson_says() {
    let corpus = sample::corpus();
    for table in TABLES {
        let bytes = Source::new(&corpus).file(table, Format::Parquet).unwrap();
        assert_eq!(read(bytes), rows(&corpus, table.name), "{}", table.name);
    }
}

#[test]
fn a_corpus_without_articles_gives_tables_without_rows() {
    let corpus = Corpus::default();
    for table in TABLES {
        let source = Source::new(&corpus);
        assert_eq!(source.file(table, Format::Ndjson).unwrap(), b"");
        assert_eq!(read(source.file(table, Format::Parquet).unwrap()), Vec::<Json>::new());
    }
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    for format in [Format::Ndjson, Format::Parquet] {
        for table in TABLES {
            let corpus = sample::corpus();
            let file = || Source::new(&corpus).file(table, format).unwrap();
            assert!(file() == file(), "{}", table.name);
        }
    }
}

/// The rows of a Parquet file, written as our JSON writes them.
fn read(bytes: Vec<u8>) -> Vec<Json> {
    use ::parquet::file::reader::{FileReader as _, SerializedFileReader};
    use ::parquet::record::Field;
    fn json(field: &Field) -> Json {
        match field {
            Field::Null => Json::Null,
            Field::Bool(truth) => (*truth).into(),
            Field::Long(number) => (*number).into(),
            Field::Double(share) => (*share).into(),
            Field::Date(day) => Day::from_number(*day).to_string().into(),
            Field::Str(text) => text.as_str().into(),
            Field::ListInternal(list) => list.elements().iter().map(json).collect(),
            other => panic!("{other:?} is in no column of ours"),
        }
    }
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
    let rows = reader.get_row_iter(None).unwrap().map(Result::unwrap);
    rows.map(|row| row.get_column_iter().map(|(name, it)| (name.clone(), json(it))).collect())
        .collect()
}

#[test]
fn every_column_stands_in_the_documentation() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/scale.md");
    let page = std::fs::read_to_string(file).unwrap();
    for table in TABLES {
        let mut expected = format!("**{}**: a row is {}.\n\n", table.name, table.about);
        expected.push_str("| column | is | says |\n|---|---|---|\n");
        for Column { name, kind, about, .. } in table.columns {
            expected.push_str(&format!("| `{name}` | {} | {about} |\n", kind.name()));
        }
        assert!(page.contains(&expected), "docs/scale.md lacks:\n{expected}");
    }
}
