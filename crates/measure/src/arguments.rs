//! Options of a command, by name.

use crate::Failure;

/// The values of `--name VALUE` options, in the order of `names`.
pub fn values<'a, const N: usize>(
    arguments: &'a [String],
    names: [&str; N],
) -> Result<[Option<&'a str>; N], Failure> {
    let mut out = [None; N];
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let place = names
            .iter()
            .position(|name| name == word)
            .ok_or_else(|| Failure::Usage(format!("`{word}` is no option of this command")))?;
        let value =
            words.next().ok_or_else(|| Failure::Usage(format!("`{word}` wants a value")))?;
        out[place] = Some(value.as_str());
    }
    Ok(out)
}

/// A value that is a number above 0.
pub fn number(name: &str, value: Option<&str>, otherwise: usize) -> Result<usize, Failure> {
    let Some(value) = value else { return Ok(otherwise) };
    value
        .parse()
        .ok()
        .filter(|number| *number > 0)
        .ok_or_else(|| Failure::Usage(format!("`{name} {value}`: a number above 0 was expected")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_by_name_and_wrong_ones_are_named() {
        let words: Vec<String> = ["--b", "2", "--a", "1"].map(String::from).to_vec();
        assert_eq!(values(&words, ["--a", "--b"]).unwrap(), [Some("1"), Some("2")]);
        assert!(
            matches!(values(&words, ["--a"]), Err(Failure::Usage(said)) if said.contains("--b"))
        );
        assert!(values(&words[..1], ["--b"]).is_err());
        assert_eq!(number("--a", Some("7"), 1).unwrap(), 7);
        assert!(number("--a", Some("0"), 1).is_err() && number("--a", Some("x"), 1).is_err());
    }
}
