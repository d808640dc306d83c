//! What the tests of pictures with axes are filled with.

use super::Caption;

/// One character, or sixty, in three alphabets, and all that markup and spreadsheets trip over.
pub(super) const NAMES: [&str; 7] = [
    "Қазақстан Республикасының жалпыұлттық демократиялық партиясы",
    "Народно-демократическая патриотическая партия «Ауыл» и союзы",
    "Ә",
    "<b>\"a\", 'b' & c;</b>",
    "👩‍👩‍👧🇰🇿🐎",
    "حزب الشعب",
    "Общенациональная социал-демократическая партия Казахстана 26",
];

/// The lists of 2023.
pub(super) const LISTS: [&str; 7] =
    ["Amanat", "Auyl", "Respublica", "Aq Jol", "People’s Party", "OSDP", "Baytaq"];

pub(super) fn caption(title: &str) -> Caption {
    Caption {
        title: title.to_owned(),
        subtitle: "Kurultai: 2023 list votes on 145 seats. Largest remainders (Hare quota), \
                   threshold 5 % of valid votes. 100,000 draws, seed 1"
            .to_owned(),
        source: "Source: Central Election Commission, 19 March 2023 · kurultai 0.1.0".to_owned(),
        description: "Amanat 83 seats".to_owned(),
        language: "en".to_owned(),
    }
}

/// Holds pictures against those that are kept, byte by byte, and leaves those that differ beside the build.
pub(super) fn assert_golden(pictures: &[(&str, String)]) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let drawn = folder.join("target/pictures");
    let mut others = Vec::new();
    for (name, svg) in pictures {
        super::inspection::inspect(svg);
        let file = format!("{name}.svg");
        let kept = std::fs::read_to_string(folder.join("tests/golden").join(&file));
        if kept.is_ok_and(|kept| kept == *svg) {
            continue;
        }
        std::fs::create_dir_all(&drawn).unwrap();
        std::fs::write(drawn.join(&file), svg).unwrap();
        others.push(file);
    }
    assert!(others.is_empty(), "not as kept; look at target/pictures: {others:?}");
}
