//! The developer commands of Dateline: `cargo xtask serve`, `test`, `dist` and their helpers.
//! They fetch the tools the build needs, at pinned versions, and run them; no product code lives here.

mod audit;
mod boundaries;
mod browser;
mod cache;
mod causes;
mod cldr;
mod command;
mod deny;
mod dist;
mod e2e;
mod failure;
mod files;
mod measure;
mod npm;
mod reproduce;
mod run;
mod serve;
mod shell;
mod size;
mod split;
mod steps;
mod tables;
mod tools;
mod train;
mod visits;
mod wasm;

use std::process::ExitCode;

use failure::Failure;

/// One command: its name, its options as help shows them, what it does, and the function behind it.
struct Command {
    name: &'static str,
    options: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<(), Failure>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        options: "[--port N] [--open]",
        about: "set up the tools, build, serve on 127.0.0.1 and rebuild on change",
        run: serve::command,
    },
    Command {
        name: "test",
        options: "[--only NAME]",
        about: "set up what the tests need and run every check",
        run: steps::command,
    },
    Command {
        name: "dist",
        options: "[--seeds DIR] [--out DIR]",
        about: "build the page for publishing: from seeds/ into dist/",
        run: dist::command,
    },
    Command {
        name: "command",
        options: "[--shell DIR] [--target T]",
        about: "build `dateline` with the page inside: a command without a toolchain",
        run: command::command,
    },
    Command {
        name: "shell",
        options: "[--out DIR]",
        about: "make the page without articles, as `command` and `dist` take it",
        run: command::shell_command,
    },
    Command {
        name: "npm",
        options: "[--out DIR]",
        about: "put together the npm package, which makes sites under Node.js without a binary",
        run: npm::command,
    },
    Command {
        name: "size",
        options: "",
        about: "show what a first visit moves and what for; fail above the budget",
        run: size::command,
    },
    Command {
        name: "audit",
        options: "[--out FILE]",
        about: "judge dist/ by the Nu HTML checker and Lighthouse; fail below the goals",
        run: audit::command,
    },
    Command {
        name: "reproduce",
        options: "",
        about: "build the last commit twice from nothing and compare the bytes",
        run: reproduce::command,
    },
    Command {
        name: "score",
        options: "--data DIR [--only WORD | --read SET]",
        about: "print our figures on the development sets, or draw events of one to read",
        run: measure::score,
    },
    Command {
        name: "bench",
        options: "ingest|growth|hostile|studio|visits",
        about: "measure ingest (by stage, on awkward corpora, on hostile texts), the studio, visits to pages",
        run: measure::bench,
    },
    Command {
        name: "train",
        options: "names --data DIR",
        about: "learn the names' weights; `--folds N --out DIR` for held-out ones",
        run: train::command,
    },
    Command {
        name: "cldr",
        options: "LANGUAGE...",
        about: "make the tables of month names and the like from the Unicode CLDR",
        run: cldr::command,
    },
    Command {
        name: "shots",
        options: "[--out DIR]",
        about: "take screenshots of dist/, desktop and phone, light and dark",
        run: e2e::shots,
    },
    Command {
        name: "finish",
        options: "",
        about: "add to dist/ what the bundler does not know (dist calls it)",
        run: dist::finish_command,
    },
    Command {
        name: "announce",
        options: "PORT",
        about: "print the address once it answers (serve calls it)",
        run: serve::announce,
    },
    Command { name: "help", options: "", about: "list the commands", run: help },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Failure> {
    let Some((name, rest)) = arguments.split_first() else {
        eprint!("{}", help_text());
        return Err(Failure::usage("no command named"));
    };
    let name = if name == "--help" || name == "-h" { "help" } else { name };
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(rest),
        None => {
            Err(Failure::usage(format!("no command `{name}`; `cargo xtask help` lists them all")))
        }
    }
}

fn help(arguments: &[String]) -> Result<(), Failure> {
    if let Some(extra) = arguments.first() {
        return Err(Failure::usage(format!("`help` takes no argument, got `{extra}`")));
    }
    print!("{}", help_text());
    Ok(())
}

const COLUMN: usize = 33;

fn help_text() -> String {
    let mut text = String::from("cargo xtask COMMAND\n\n");
    for command in COMMANDS {
        let call = format!("{} {}", command.name, command.options);
        // What is longer than its column has a line of its own.
        let end = if call.trim_end().len() + 2 <= COLUMN { "" } else { "\n" };
        let before = if end.is_empty() { COLUMN - call.len().min(COLUMN) } else { COLUMN + 2 };
        text.push_str(&format!("  {call}{end}{:before$}{}\n", "", command.about));
    }
    text.push_str("\nTools are kept in ");
    match cache::folder() {
        Ok(folder) => text.push_str(&folder.display().to_string()),
        Err(failure) => text.push_str(&format!("(unknown: {failure})")),
    }
    text.push_str("; DATELINE_CACHE names another folder.\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], exit_code: u8, message: &str) {
        let arguments: Vec<String> = arguments.iter().map(|word| word.to_string()).collect();
        let failure = dispatch(&arguments).expect_err("wrong use must fail");
        assert_eq!(failure.exit_code(), exit_code, "{failure}");
        assert!(failure.to_string().contains(message), "`{failure}` lacks `{message}`");
    }

    #[test]
    fn wrong_use_exits_with_two_and_names_the_word() {
        check(&[], 2, "no command");
        check(&["surve"], 2, "`surve`");
        check(&["help", "me"], 2, "`me`");
        check(&["dist", "--fast"], 2, "`--fast`");
        check(&["dist", "--seeds"], 2, "`--seeds` wants a value");
        check(&["dist", "--seeds", "no/such/folder"], 2, "no/such/folder");
        check(&["dist", "--out", "."], 2, "something else");
        check(&["command", "--fast"], 2, "`--fast`");
        check(&["command", "--target"], 2, "`--target` wants a value");
        check(&["command", "--shell", "no/such/folder"], 2, "no/such/folder");
        check(&["shell", "--out"], 2, "`--out` wants a value");
        check(&["reproduce", "twice"], 2, "`twice`");
        check(&["serve", "--port"], 2, "`--port` wants a value");
        check(&["serve", "--port", "many"], 2, "`many`");
        check(&["test", "--only", "nothing-such"], 2, "`nothing-such`");
        check(&["shots", "here"], 2, "`here`");
        check(&["audit", "here"], 2, "`here`");
        check(&["audit", "--out"], 2, "`--out` wants a value");
        check(&["announce"], 2, "one port");
        check(&["score"], 2, "`--data DIR`");
        check(&["bench", "everything"], 2, "hostile");
        check(&["train"], 2, "what to train");
        check(&["train", "dates"], 2, "`dates`");
        check(&["cldr"], 2, "which languages");
        check(&["cldr", "../de"], 2, "`../de`");
        check(&["cldr", "tlh"], 2, "`tlh`");
    }

    #[test]
    fn help_names_every_command_with_its_line() {
        let text = help_text();
        for command in COMMANDS {
            let about = format!("  {}\n", command.about);
            assert!(text.contains(command.name) && text.contains(&about), "{about}");
        }
    }
}
