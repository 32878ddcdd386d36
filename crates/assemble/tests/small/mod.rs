//! A shell of few bytes, with all that a site is made of. The command's tests use it too.

/// Its files, by their paths.
pub const SHELL: &[(&str, &str)] = &[
    (
        "index.html",
        "<!doctype html><html lang=en><meta charset=utf-8><title>Dateline</title>HEAD_PLACE<body>\
         <div data-state=loading id=dateline><p>Unpacking</p></div>",
    ),
    ("first.css", ":root{--a:1}"),
    ("rest.css", "p{margin:0}"),
    ("lost.css", ":root{--a:1}"),
    ("program.wasm", "\0asm\x01\0\0\0"),
    ("later.wasm", "\0asm\x01\0\0\0later"),
    ("start.js", "load('WASM_NAME','WASM_HASH');later('LATER_NAME','LATER_HASH')"),
    ("alone.js", "alone()"),
    ("absent.js", "absent()"),
    ("lost.js", "lost()"),
    ("sw.js", "keep(BUILD)"),
    ("embed-inline.js", "import 'MAIN_NAME'"),
    ("fixed/icon.svg", "<svg/>"),
    ("fixed/frame-0123456789abcdef.js", "frame()"),
];
