//! Workflows as JSON values, so that they can be asked by name.

use saphyr_parser::{Event, Parser};
use serde_json::{Map, Value};

/// The one document of a text. Every scalar is a string: workflows are asked for words alone.
pub fn read(text: &str) -> Value {
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let value = match event.expect("YAML").0 {
            Event::Scalar(text, ..) => Value::String(text.into_owned()),
            Event::SequenceStart(..) => {
                open.push(Open::List(Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map(Map::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop().expect("what ends began") {
                Open::List(list) => Value::Array(list),
                Open::Map(map, _) => Value::Object(map),
            },
            Event::Alias(_) => panic!("an alias, which hosts read in ways of their own"),
            _ => continue,
        };
        match open.last_mut() {
            None => return value,
            Some(Open::List(list)) => list.push(value),
            Some(Open::Map(map, key)) => match key.take() {
                None => *key = Some(value.as_str().expect("a name").to_owned()),
                Some(name) => {
                    let twice = map.insert(name.clone(), value).is_some();
                    assert!(!twice, "{name} stands twice");
                }
            },
        }
    }
    panic!("an empty document")
}

enum Open {
    List(Vec<Value>),
    /// The name whose value comes next.
    Map(Map<String, Value>, Option<String>),
}
