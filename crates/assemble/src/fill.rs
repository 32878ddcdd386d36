//! Places for values in the shell's texts.

use crate::Error;

/// The text with each value in its place. Every place must be there once: one that is there twice or not
/// at all is a shell that this assembly does not know.
pub(crate) fn fill(file: &str, text: &str, values: &[(&str, &str)]) -> Result<String, Error> {
    let mut out = text.to_owned();
    for (place, value) in values {
        let lacks = || Error::Place { file: file.into(), place: (*place).into() };
        let (before, after) = out.split_once(place).ok_or_else(lacks)?;
        if after.contains(place) {
            return Err(lacks());
        }
        out = [before, value, after].concat();
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_goes_where_its_place_is() {
        let filled = fill("a.js", "x(A_NAME,B_HASH)", &[("A_NAME", "1"), ("B_HASH", "2")]);
        assert_eq!(filled.unwrap(), "x(1,2)");
    }

    #[test]
    fn a_place_that_is_there_twice_or_never_is_named_with_its_file() {
        for text in ["", "A_NAME A_NAME"] {
            let error = fill("a.js", text, &[("A_NAME", "1")]).unwrap_err();
            let said = error.to_string();
            assert!(said.contains("a.js") && said.contains("A_NAME"), "{said}");
        }
    }
}
