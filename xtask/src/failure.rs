//! The one error of this crate: what to tell the person, and which exit code goes with it.

use std::fmt;

/// Why a command did not do its work.
#[derive(Debug)]
pub enum Failure {
    /// The command was called wrongly.
    Usage(String),
    /// The work itself failed.
    Work(String),
}

impl Failure {
    /// Wrong use; the message names the word that was wrong.
    pub fn usage(message: impl Into<String>) -> Self {
        Failure::Usage(message.into())
    }

    /// Failed work; the message says what failed and what would help.
    pub fn work(message: impl Into<String>) -> Self {
        Failure::Work(message.into())
    }

    /// 2 for wrong use, 1 for everything else.
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Usage(_) => 2,
            Failure::Work(_) => 1,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Failure::Usage(message) | Failure::Work(message)) = self;
        formatter.write_str(message)
    }
}

/// Names what was being done when the system said no.
pub trait Context<T> {
    /// Turns a system error into a [`Failure`] that begins with `what`.
    fn context(self, what: impl FnOnce() -> String) -> Result<T, Failure>;
}

impl<T> Context<T> for std::io::Result<T> {
    fn context(self, what: impl FnOnce() -> String) -> Result<T, Failure> {
        self.map_err(|error| Failure::work(format!("{}: {error}", what())))
    }
}
