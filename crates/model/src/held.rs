//! What somebody looks at of a corpus, wherever it lies.

use core::ops::Deref;
use std::sync::Arc;

/// An article, an event or a name: the corpus's own, or one that was unpacked of a part and is kept as long as
/// somebody holds it.
pub enum Held<'c, T> {
    /// The corpus has it.
    Own(&'c T),
    /// A part has it.
    Unpacked(Arc<T>),
}

impl<T> Held<'_, T> {
    /// One that was unpacked.
    pub(crate) fn unpacked(one: T) -> Self {
        Self::Unpacked(Arc::new(one))
    }
}

impl<T> Clone for Held<'_, T> {
    fn clone(&self) -> Self {
        match self {
            Self::Own(one) => Self::Own(one),
            Self::Unpacked(one) => Self::Unpacked(one.clone()),
        }
    }
}

impl<T> Deref for Held<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Own(one) => one,
            Self::Unpacked(one) => one,
        }
    }
}
