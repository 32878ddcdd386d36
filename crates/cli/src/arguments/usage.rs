//! What the command says of itself.

/// What is printed for `--help` and after wrong use.
pub(crate) const USAGE: &str = "\
Usage: dateline inspect [PATH ...] [--plain] [--date YYYY-MM-DD] [--names FILE] [--pages FILE]
                        [--format json|text]
       dateline check [PATH ...]
       dateline build [PATH ...] [--out DIR | --one-file FILE] [--url URL] [--serve [PORT]]
                      [--watch] [--shell DIR]
       dateline export [PATH ...] [--format ndjson|parquet] [--out DIR]
       dateline read [PATH ...] --part I/N --out FILE
       dateline join FILE ... [--overlay FILE] --out FILE.dateline
       dateline merge FILE FILE [--out FILE]
       dateline --version

inspect   what was read from each article, with the reasons
check     the articles' ids, and every file that was skipped or read with doubt
build     the whole site, into DIR: the explorer, and the articles and events as
          pages that need no script
export    tables of articles, names, mentions, events and tellings, for engines that
          load them; docs/scale.md has the columns
read      what the I-th of N parts of the files yield by themselves, for any machine
join      the corpus of all parts, which the other commands take as their PATH
merge     two people's corrections in one dateline.toml, printed or into FILE; where
          they differ, each place is named and nothing is written

PATH      files or folders; `seeds` when none is named; or one file that `join` wrote
--plain   each file is nothing but an article's body
--date    the publication date, for files whose date is known from elsewhere
--names   other weights for finding names than the built-in, for measuring
--pages   other weights for telling articles from pages, for measuring
--format  json, or text (a report; the default at a terminal); of tables ndjson, the
          default, or parquet
--out     the folder to write to: an empty one, or one with an earlier build; `dist`
          when none is named, for tables `tables`. For read and join the file
--part    which part of the files to read, as 2/3
--overlay the corrections, as dateline.toml at the top of a folder
--one-file  write only the explorer as one file, which opens from the disk
--url     where the site will stand; else [site] url of dateline.toml
--serve   serve what was built on 127.0.0.1, on port 8080 if that is free
--watch   build again whenever a file of PATH changes
--shell   another explorer without articles than the one in this program

Exit code: 0 when every file was read, 1 when some were skipped or corrections differ,
2 on wrong use. A build,
an export, read and join name what is skipped and end with 0.";
