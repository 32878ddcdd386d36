//! German time expressions.

pub mod cldr;

use crate::en::time::words::Unit;
