//! Whatever an editor puts right, and in whatever order: a corpus that is joined again with what is known of the last
//! one is the corpus that is read anew, byte for byte.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::any;

use dateline_model::{Corpus, Day, EntityKind, Status, encode};

use super::properties::{check, page};
use crate::overlay::{
    ArticleOverlay, Behind, EventOverlay, Fact, NameOverlay, Overlay, OwnEvent, Remark, Remarks,
};
use crate::{Known, Options, Source, ingest, join_again, open};

/// An editor with a folder.
struct Editor {
    files: Vec<(String, String)>,
    overlay: Overlay,
}

/// What an editor may do next: which correction, and of what.
type Step = (u8, u8, u8);

const KINDS: u8 = 21;

impl Editor {
    fn new(pages: Vec<String>) -> Self {
        let names = (0..).map(|number: u32| format!("{number}.txt"));
        Self { files: names.zip(pages).collect(), overlay: Overlay::default() }
    }

    fn sources(&self) -> Vec<Source<'_>> {
        self.files
            .iter()
            .map(|(path, text)| Source { path, bytes: text.as_bytes(), meta: None })
            .collect()
    }

    fn article(&mut self, id: String) -> &mut ArticleOverlay {
        let rows = &mut self.overlay.articles;
        let at = rows.iter().position(|row| row.id == id).unwrap_or_else(|| {
            rows.push(ArticleOverlay { id, ..ArticleOverlay::default() });
            rows.len() - 1
        });
        &mut rows[at]
    }

    /// Puts something right in what was read, or changes the folder.
    fn act(&mut self, (kind, one, other): Step, corpus: &Corpus) {
        fn at<T>(all: &[T], number: u8) -> Option<&T> {
            all.get(usize::from(number) % all.len().max(1))
        }
        let day = Day::new(2024, 3, 1 + one as i8 % 28);
        let remark = Remark { note: Some(format!("note {other}")), when: day };
        let all = Remarks { rest: remark.clone(), own: BTreeMap::new() };
        let name = |number: u8| at(&corpus.entities, number).map(|it| it.name.clone());
        let (first, second) = (name(one), name(other));
        let event = |number: u8| at(&corpus.events, number).map(|it| it.id.clone());
        let (Some(article), Some(first), Some(second)) = (at(&corpus.articles, one), first, second)
        else {
            self.overlay = Overlay::default();
            return;
        };
        let id = article.id.clone();
        let paragraphs: Vec<&str> = article.paragraphs().map(|it| it.1).collect();
        let line = at(&paragraphs, other).map(|it| (*it).to_owned());
        let left = at(&article.furniture, other).map(|it| it.text.clone());
        let events = &mut self.overlay.events;
        let row = |id: Option<String>| EventOverlay {
            id: id.unwrap_or_default(),
            remarks: all.clone(),
            ..EventOverlay::default()
        };
        match kind % KINDS {
            0 => {
                let row = self.article(id);
                row.title = Some(format!("The harbour votes on plan {other}"));
                row.remarks.own.insert(Fact::Title, remark);
            }
            1 => self.article(id).date = day,
            2 => self.article(id).outlet = Some("Oakdale Courier".into()),
            3 => {
                self.article(id).language = Some(["de", "en", "xx"][usize::from(other) % 3].into())
            }
            4 => self.article(id).lines_out.extend(line),
            5 => self
                .article(id)
                .lines_in
                .extend(left.map(|it| (it, line.map_or(Behind::Page, Behind::Paragraph)))),
            6 => self.article(id).names.push((first, second)),
            7 => self.article(id).leave_out = other.is_multiple_of(2),
            8 => {
                self.article(id).checked = true;
                self.article(corpus.articles[0].id.clone()).remarks.rest = remark;
            }
            9 => self.overlay.merge.push((first, vec![second])),
            10 => self.overlay.split.push(first),
            11 => self.overlay.ignore.push(first),
            12 => {
                let kind = Some(EntityKind::Organisation);
                let own = BTreeMap::from([(Fact::Kind, remark)]);
                let remarks = Remarks { rest: Remark::default(), own };
                self.overlay.names.push(NameOverlay { name: first, kind, remarks });
            }
            13 => events.push(EventOverlay { date: day, ..row(event(one)) }),
            14 => events.push(EventOverlay {
                label: Some("The vote".into()),
                status: Some(Status::CalledOff),
                merge: event(other).into_iter().collect(),
                ..row(event(one))
            }),
            15 => events.push(EventOverlay {
                label: Some("A day of one's own".into()),
                date: day,
                own: Some(OwnEvent {
                    from: event(other),
                    told: vec![(id, line.into_iter().collect())],
                }),
                ..row(Some("own".into()))
            }),
            16 => drop(events.pop()),
            17 => drop(self.overlay.articles.pop()),
            18 => {
                let place = usize::from(one) % self.files.len();
                let text = &mut self.files[place].1;
                text.push_str(
                    "\n\nMayor Ida Moor opened the ferry on 9 March 2024, the board said.",
                );
            }
            19 => {
                let other = at(&corpus.articles, other).map(|it| it.fingerprint);
                self.article(id).fingerprint = other;
            }
            _ => {
                let place = usize::from(one) % self.files.len();
                if self.files.len() > 1 {
                    self.files.remove(place);
                }
            }
        }
    }
}

#[test]
fn what_is_known_of_the_last_corpus_changes_no_byte_of_the_next() {
    let steps = vec((0..KINDS, any::<u8>(), any::<u8>()), 1..9);
    check(40, (vec(page(), 1..7), steps), |(pages, steps)| {
        let mut editor = Editor::new(pages);
        let options = Options::default();
        let mut known = Known::default();
        let join = |editor: &Editor, known: &mut Known| {
            let opened = editor.sources().iter().map(|source| open(source, &options)).collect();
            join_again(opened, &editor.overlay, &options, &(), known)
        };
        let mut corpus = join(&editor, &mut known);
        for step in steps {
            editor.act(step, &corpus);
            corpus = join(&editor, &mut known);
            let anew = ingest(&editor.sources(), &editor.overlay, &options);
            assert_eq!(corpus, anew, "{step:?}");
            assert!(encode(&corpus) == encode(&anew), "{step:?}");
        }
    });
}
