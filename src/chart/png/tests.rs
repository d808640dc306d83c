//! PNG pictures, read back pixel by pixel.

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

use super::*;
use crate::chart::hemicycle::{Block, HemicycleChart};
use crate::chart::{Caption, Theme, palette};
use crate::election::Colour;

fn house(title: &str, name: &str, theme: Theme) -> String {
    HemicycleChart {
        caption: Caption { title: title.to_owned(), ..Caption::default() },
        theme,
        blocks: vec![
            Block { label: name.to_owned(), seats: 83, colour: palette(0) },
            Block { label: "Ауыл".to_owned(), seats: 62, colour: palette(1) },
        ],
        unfilled: None,
        majorities: Vec::new(),
        coalitions: Vec::new(),
        house_size: 145,
        total_label: "орын".to_owned(),
    }
    .draw()
    .unwrap()
}

fn decoded(svg: &str, scale: u8) -> Pixmap {
    Pixmap::decode_png(&png(svg, scale).unwrap()).unwrap()
}

fn is(pixel: PremultipliedColorU8, colour: Colour) -> bool {
    (pixel.red(), pixel.green(), pixel.blue()) == colour.channels() && pixel.alpha() == 255
}

#[test]
fn a_picture_is_its_svg_times_the_scale() {
    let svg = house("Кім қайда отырады?", "Amanat", Theme::Light);
    let pixels = decoded(&svg, 1);
    assert_eq!((pixels.width(), pixels.height()), (960, 600));
    let ground = "<rect width=\"480\" height=\"300\" fill=\"#0072b2\"/>";
    let small = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 300\" width=\"48\" \
         height=\"30\">{ground}</svg>"
    );
    for scale in 1..=4 {
        let pixels = decoded(&small, scale);
        let expected = (48 * u32::from(scale), 30 * u32::from(scale));
        assert_eq!((pixels.width(), pixels.height()), expected);
        assert!(pixels.pixels().iter().all(|&pixel| is(pixel, palette(0))), "{scale}");
    }
}

#[test]
fn seats_and_ground_have_the_colours_of_the_theme() {
    for theme in [Theme::Light, Theme::Dark] {
        let pixels = decoded(&house("?", "Amanat", theme), 1);
        let count = |colour| pixels.pixels().iter().filter(|&&pixel| is(pixel, colour)).count();
        assert!(pixels.pixels().iter().all(|pixel| pixel.alpha() == 255), "a hole in the ground");
        assert!(is(pixels.pixel(0, 0).unwrap(), theme.background()));
        // 83 discs and 62 discs, of the same size.
        let (left, right) = (count(palette(0)), count(palette(1)));
        assert!(left > 83 * 100 && right > 62 * 100, "{left}, {right}");
        assert!(count(theme.outline()) > 145);
    }
}

#[test]
fn the_same_picture_has_the_same_bytes_on_every_thread() {
    let svg = house("Кім қайда отырады?", "Amanat", Theme::Dark);
    let first = png(&svg, 1).unwrap();
    let others: Vec<Vec<u8>> = std::thread::scope(|scope| {
        let drawing: Vec<_> = (0..3).map(|_| scope.spawn(|| png(&svg, 1).unwrap())).collect();
        drawing.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(others.iter().all(|other| *other == first));
}

/// Every text is drawn in the font the program carries, whatever the machine has: other letters
/// give other pixels, and bold ones wider strokes.
#[test]
fn texts_are_drawn() {
    let ink = |title: &str| {
        let pixels = decoded(&house(title, "Amanat", Theme::Light), 1);
        pixels.pixels().iter().filter(|pixel| pixel.green() < 128).count()
    };
    assert!(ink("ШШШШШШШШШШ") > ink("......") + 500);
}

#[test]
fn scripts_from_right_to_left_and_marks_on_letters_are_drawn() {
    for text in ["حزب الشعب", "עברית \u{202e}gnp", "e\u{301}\u{301}", "Ελλάδα, ქართული, Հայերեն"]
    {
        let pixels = decoded(&house(text, text, Theme::Light), 1);
        assert_eq!((pixels.width(), pixels.height()), (960, 600), "{text}");
    }
}

#[test]
fn characters_the_font_lacks_are_named_each_once() {
    for (text, named) in [
        ("Party 一二一", "`一` (U+4E00), `二` (U+4E8C)"),
        ("लोक", "`क` (U+0915), `ल` (U+0932), `\u{94b}` (U+094B)"),
        // Joiners and the selectors of a variant have no shape of their own to miss.
        ("👩\u{200d}👧\u{fe0f}", "`👧` (U+1F467), `👩` (U+1F469)"),
        ("\u{e000}", "`\u{e000}` (U+E000)"),
    ] {
        let error = png(&house("?", text, Theme::Light), 1).map(drop).unwrap_err();
        assert_eq!(error, ChartError::NoLetters { characters: named.to_owned() });
        // In the title too.
        assert_eq!(png(&house(text, "Amanat", Theme::Dark), 2).map(drop), Err(error));
    }
    let many: String = ('一'..).take(12).collect();
    let error = png(&house("?", &many, Theme::Light), 1).map(drop).unwrap_err().to_string();
    assert!(
        error.contains("`丁` (U+4E01), ") && error.contains(", and 2 more; write SVG"),
        "{error}"
    );
}

#[test]
fn impossible_scales_are_refused() {
    let svg = house("?", "Amanat", Theme::Light);
    for scale in [0, 5, 255] {
        assert_eq!(png(&svg, scale), Err(ChartError::Scale(scale)));
    }
}

#[test]
fn more_pixels_than_a_picture_may_have_are_refused() {
    let tall = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"10000\"/>";
    let error = ChartError::TooManyPixels { width: 960, height: 10_000, scale: 4 };
    assert_eq!(png(tall, 4), Err(error));
}

#[test]
fn what_is_no_svg_is_refused() {
    for text in ["", "picture", "<html/>"] {
        assert!(matches!(png(text, 1), Err(ChartError::NotSvg(_))), "{text}");
    }
}
