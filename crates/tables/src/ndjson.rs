//! A table as a JSON object a line. Every line has all keys, so that an engine knows the columns from any.

use crate::{Place, Source, Table, Value};

pub(crate) fn file(source: &Source<'_>, table: &Table, places: &[Place]) -> Vec<u8> {
    let mut out = Vec::new();
    for place in places {
        for (at, column) in table.columns.iter().enumerate() {
            out.push(if at == 0 { b'{' } else { b',' });
            json(&mut out, &Value::Text(column.name));
            out.push(b':');
            json(&mut out, &(column.value)(source, *place));
        }
        out.extend(b"}\n");
    }
    out
}

fn json(out: &mut Vec<u8>, value: &Value<'_>) {
    serde_json::to_writer(out, value).expect("texts, numbers and lists, into memory");
}
