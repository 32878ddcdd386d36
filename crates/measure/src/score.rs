//! `score`: what ingest reaches on texts that nobody here wrote, beside other tools' figures.
//!
//! The release `inspect` reads each set, the set's own scorer judges what it printed, and one
//! table shows the figures. A figure below its floor fails the command.

mod events;
mod files;
pub mod halves;
mod pages;
mod rows;
mod sets;

use std::path::PathBuf;

use crate::Failure;
use rows::{ROWS, Row, Source};
use sets::Tools;

/// `dateline-measure score`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    let wanted = Wanted::parse(arguments)?;
    let rows: Vec<&Row> = ROWS
        .iter()
        .filter(|row| wanted.only.as_deref().is_none_or(|word| row.names(word)))
        .collect();
    if rows.is_empty() {
        let word = wanted.only.unwrap_or_default();
        return Err(Failure::Usage(format!("no row of the table has the word `{word}`")));
    }
    let scratch = Scratch::new()?;
    let Wanted { data, dateline, train, only: _ } = wanted;
    let tools = Tools { data, dateline, train, scratch: scratch.folder.clone() };
    let mut reached = Vec::with_capacity(rows.len());
    // Rows of one set stand together, and one judgement serves them all.
    let mut last: Option<(Source, String)> = None;
    for row in &rows {
        let line = match last.take() {
            Some((set, line)) if set == row.set => line,
            _ => row.set.judge(&tools)?,
        };
        reached.push(figure(&line, row.part, row.figure).ok_or_else(|| {
            Failure::Work(format!("the scorer printed no {} of {}: {line}", row.figure, row.part))
        })?);
        last = Some((row.set, line));
    }
    print!("{}", table(&rows, &reached));
    let below: Vec<String> = rows
        .iter()
        .zip(&reached)
        .filter(|(row, reached)| thousandths(**reached) < thousandths(row.floor))
        .map(|(row, reached)| {
            format!(
                "{} {}: {reached:.3} is below its floor {:.3}",
                row.set.name(),
                row.stage,
                row.floor
            )
        })
        .collect();
    match below.is_empty() {
        true => Ok(()),
        false => Err(Failure::Work(below.join("\n       "))),
    }
}

struct Wanted {
    data: PathBuf,
    dateline: PathBuf,
    train: PathBuf,
    only: Option<String>,
}

impl Wanted {
    fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let (mut data, mut dateline, mut train, mut only) = (None, None, None, None);
        let mut rest = arguments.iter();
        while let Some(option) = rest.next() {
            let place = match option.as_str() {
                "--data" => &mut data,
                "--dateline" => &mut dateline,
                "--train" => &mut train,
                "--only" => &mut only,
                other => return Err(Failure::Usage(format!("`score` knows no option `{other}`"))),
            };
            let value = rest.next();
            *place =
                Some(value.ok_or_else(|| Failure::Usage(format!("`{option}` wants a value")))?);
        }
        let path = |value: Option<&String>, option: &str| match value {
            Some(value) => Ok(PathBuf::from(value)),
            None => Err(Failure::Usage(format!("`score` wants `{option}`"))),
        };
        let data = path(data, "--data DIR")?;
        if !data.join("score_body.py").is_file() {
            let data = data.display();
            return Err(Failure::Usage(format!(
                "{data} holds no score_body.py: the folder of the development sets was expected"
            )));
        }
        let dateline = path(dateline, "--dateline PROGRAM")?;
        let train = path(train, "--train PROGRAM")?;
        Ok(Self { data, dateline, train, only: only.cloned() })
    }
}

/// Where the sets are laid out as files; gone when the command ends.
struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    fn new() -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("dateline-score-{}", std::process::id()));
        std::fs::create_dir_all(&folder)
            .map_err(|error| Failure::Work(format!("cannot make {}: {error}", folder.display())))?;
        Ok(Self { folder })
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed from the temporary folder, the system removes.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The number behind `key=` in the part of a scorer's line that begins with `part`; without a part the
/// word behind the words of `key`.
fn figure(line: &str, part: &str, key: &str) -> Option<f64> {
    if part.is_empty() {
        let (words, key): (Vec<&str>, Vec<&str>) =
            (line.split_whitespace().collect(), key.split(' ').collect());
        let at = words.windows(key.len()).position(|words| words == key)?;
        return words.get(at + key.len())?.parse().ok();
    }
    let part = line.split(" | ").find_map(|piece| piece.strip_prefix(part)?.strip_prefix(':'))?;
    // Scorers write `relaxed P=… R=… F1=…`: the key may be two words.
    let (lead, key) = key.rsplit_once(' ').unwrap_or(("", key));
    let part = &part[part.find(lead)? + lead.len()..];
    let value = part.split_whitespace().find_map(|word| word.strip_prefix(key)?.strip_prefix('='));
    value?.parse().ok()
}

/// Figures are compared as they are printed.
fn thousandths(figure: f64) -> i64 {
    (figure * 1000.0).round() as i64
}

fn table(rows: &[&Row], reached: &[f64]) -> String {
    let mut text = format!(
        "{:<28} {:<29} {:>6} {:>6} {:>6}  {}\n",
        "set", "figure", "ours", "floor", "goal", "others"
    );
    for (row, reached) in rows.iter().zip(reached) {
        let goal = row.goal.map_or_else(|| "–".to_owned(), |goal| format!("{goal:.2}"));
        let mark = match row.goal {
            Some(goal) if thousandths(*reached) < thousandths(goal) => " below its goal",
            _ => "",
        };
        text.push_str(&format!(
            "{:<28} {:<29} {reached:>6.3} {:>6.3} {goal:>6}  {}{mark}\n",
            row.set.name(),
            row.stage,
            row.floor,
            row.others
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "TIMEX docs=2 | all: gold=9 pred=8 relaxed P=0.5 R=0.25 F1=0.333 valueF1=0.2 | cal: gold=3 P=0.9 R=0.8 F1=0.847";

    fn check(part: &str, key: &str, expected: Option<f64>) {
        assert_eq!(figure(LINE, part, key), expected, "{part} {key}");
    }

    #[test]
    fn a_figure_is_read_from_its_own_part_of_the_line() {
        check("all", "relaxed F1", Some(0.333));
        check("all", "valueF1", Some(0.2));
        check("cal", "F1", Some(0.847));
        check("cal", "valueF1", None);
        check("title", "loose", None);
    }

    #[test]
    fn a_figure_of_a_line_without_parts_stands_behind_its_words() {
        let line = "found 0.5 right 0.4 of 80  pair P 0.9 R 0.1 F1 0.2 (gold 9)  gathered 0.45";
        assert_eq!(figure(line, "", "pair P"), Some(0.9));
        assert_eq!(figure(line, "", "F1"), Some(0.2));
        assert_eq!(figure(line, "", "gathered"), Some(0.45));
        assert_eq!(figure(line, "", "lab1"), None);
        assert_eq!(figure(line, "", "(gold"), None);
    }

    #[test]
    fn every_row_has_a_floor_that_its_goal_does_not_contradict_silently() {
        for row in ROWS {
            assert!(row.floor > 0.0 && row.floor < 1.0, "{} {}", row.set.name(), row.stage);
            assert!(!row.others.is_empty());
        }
        // The judging of a set is done once because its rows stand together.
        let mut seen: Vec<Source> = Vec::new();
        for row in ROWS {
            if seen.last() != Some(&row.set) {
                assert!(!seen.contains(&row.set), "{} stands in two places", row.set.name());
                seen.push(row.set);
            }
        }
    }

    #[test]
    fn wrong_use_names_the_word() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (line, expected) in
            [("--fast", "`--fast`"), ("--data", "wants a value"), ("--only timex", "--data DIR")]
        {
            match Wanted::parse(&words(line)) {
                Err(Failure::Usage(message)) => assert!(message.contains(expected), "{message}"),
                other => panic!("{line} gave {:?}", other.err()),
            }
        }
    }
}
