//! Writes a correction into `dateline.toml`, and leaves everything else of it as somebody wrote it.

use toml_edit::{DocumentMut, Item, Table, value};

/// The overlay with what an editor says of an article, by id: each field with its text, or without one where a
/// correction is taken back.
///
/// # Errors
/// Where the overlay cannot be understood, or says something else in this place.
pub fn article<'f>(
    overlay: &str,
    id: &str,
    fields: impl Iterator<Item = (&'f str, Option<&'f str>)>,
) -> Result<String, String> {
    let mut document: DocumentMut =
        overlay.parse().map_err(|error: toml_edit::TomlError| format!("dateline.toml: {error}"))?;
    let none = || "dateline.toml: [articles] is no table; one was expected".to_owned();
    let articles = table(document.as_table_mut(), "articles").ok_or_else(none)?;
    articles.set_implicit(true);
    let row = table(articles, id).ok_or_else(none)?;
    for (field, text) in fields {
        match text {
            Some(text) => drop(row.insert(field, value(text))),
            None => drop(row.remove(field)),
        }
    }
    if row.is_empty() {
        articles.remove(id);
    }
    if articles.is_empty() {
        document.remove("articles");
    }
    Ok(document.to_string())
}

/// The table of this name; a new one where there is none.
fn table<'t>(parent: &'t mut Table, name: &str) -> Option<&'t mut Table> {
    parent.entry(name).or_insert_with(|| Item::Table(Table::new())).as_table_mut()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_is_written_beside_what_is_there_and_taken_back_again() {
        let before = "# Ours\ntitle = \"Talks\"  # shown\n\n[outlets]\nAT = \"Alder Times\"\n";
        let date = [("date", Some("2024-03-05")), ("title", Some("The \"first\" day"))];
        let after = article(before, "sub/a", date.into_iter()).unwrap();
        let expected =
            "\n[articles.\"sub/a\"]\ndate = \"2024-03-05\"\ntitle = 'The \"first\" day'\n";
        assert_eq!(after, [before, expected].concat());
        let fewer = article(&after, "sub/a", [("title", None)].into_iter()).unwrap();
        assert!(fewer.contains("date =") && !fewer.contains("first"), "{fewer}");
        let none = article(&fewer, "sub/a", [("date", None)].into_iter()).unwrap();
        assert_eq!(none, before);
    }

    #[test]
    fn what_cannot_be_understood_is_named_and_nothing_is_lost() {
        for broken in ["title = ", "articles = 3"] {
            let error = article(broken, "a", [("title", Some("x"))].into_iter()).unwrap_err();
            assert!(error.starts_with("dateline.toml:"), "{error}");
        }
    }
}
