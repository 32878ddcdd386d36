//! `pages`: what the site crate makes of a folder, or of what a built program carries, written beside
//! the app.

use std::fs;
use std::path::Path;

use dateline_folder::Publication;
use dateline_site::{File, Options, files, front};

use crate::arguments::Origin;
use crate::program;

/// Writes all files into `out`, and completes the `index.html` that is there.
/// Says how much was written.
pub(crate) fn write(origin: &Origin, out: &Path, mut site: Options) -> Result<String, String> {
    let publication = read(origin)?;
    site.url = site.url.or(publication.url);
    let corpus = &publication.corpus;
    let all = files(corpus, &site);
    let count = all.len();
    let mut folder = None;
    for File { path, bytes } in all {
        let file = out.join(path);
        // Neighbours share a folder: most are made once.
        let parent = file.parent().map(Path::to_path_buf);
        if folder != parent {
            folder = parent;
            if let Some(folder) = &folder {
                fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
            }
        }
        fs::write(&file, bytes).map_err(|error| named(&file, &error))?;
    }
    let index = out.join("index.html");
    if index.is_file() {
        let page = fs::read_to_string(&index).map_err(|error| named(&index, &error))?;
        let page = front(corpus, &site, &page)?;
        fs::write(&index, page).map_err(|error| named(&index, &error))?;
    }
    let said = format!("{count} files without scripts are in {}", out.display());
    Ok(if site.url.is_some() { said } else { format!("{said}\n{NO_ADDRESS}") })
}

/// What lacks where nobody said where the site will stand.
const NO_ADDRESS: &str = "the site's address is not known: previews have no picture, the feed does not \
name its own address, and there is no site map; say url = \"https://...\" under [site] in \
dateline.toml, or DATELINE_URL in the environment";

fn read(origin: &Origin) -> Result<Publication, String> {
    match origin {
        Origin::Seeds(paths) => {
            dateline_folder::read_for_publishing(paths).map_err(|error| error.to_string())
        }
        Origin::Program(file) => {
            let bytes = fs::read(file).map_err(|error| named(file, &error))?;
            program::publication(&bytes).map_err(|error| format!("{}: {error}", file.display()))
        }
    }
}

fn named(file: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", file.display())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::tests::module;
    use dateline_model::{encode, sample};

    #[test]
    fn a_site_without_an_address_is_told_what_it_lacks() {
        let out = std::env::temp_dir().join(format!("dateline-address-{}", std::process::id()));
        let write = |url: Option<&str>| {
            let program = out.join("dateline.wasm");
            let corpus = encode(&sample::corpus());
            let mut sections: Vec<(&str, &[u8])> = vec![("dateline-corpus", &corpus)];
            sections.extend(url.map(|url| ("dateline-url", url.as_bytes())));
            fs::create_dir_all(&out).unwrap();
            fs::write(&program, module(&sections)).unwrap();
            super::write(&Origin::Program(program), &out, Options::default()).unwrap()
        };
        let said = write(None);
        assert!(said.lines().nth(1).is_some_and(|line| line.contains("[site]")), "{said}");
        assert_eq!(write(Some("https://example.org/news/")).lines().count(), 1);
        fs::remove_dir_all(&out).unwrap();
    }

    #[test]
    fn pages_of_a_program_are_of_its_own_reading_whatever_became_of_the_seeds() {
        let out = std::env::temp_dir().join(format!("dateline-pages-{}", std::process::id()));
        let program = out.join("dateline.wasm");
        let corpus = sample::corpus();
        let sections: [(&str, &[u8]); 2] =
            [("dateline-corpus", &encode(&corpus)), ("dateline-url", b"https://example.org/news/")];
        fs::create_dir_all(&out).unwrap();
        fs::write(&program, module(&sections)).unwrap();
        write(&Origin::Program(program), &out, Options::default()).unwrap();
        let list = fs::read_to_string(out.join("articles.html")).unwrap();
        for article in &corpus.articles {
            assert!(list.contains(&article.title), "{list}");
        }
        assert!(list.contains("https://example.org/news/articles.html"), "{list}");
        assert!(out.join("sitemap.xml").is_file());
        fs::remove_dir_all(&out).unwrap();
    }
}
