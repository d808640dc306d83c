//! The forms of a noun after a number.

/// The forms of a noun after a number, and which one a number takes.
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    one: &'static str,
    few: &'static str,
    many: &'static str,
    rule: Rule,
}

#[derive(Clone, Copy, Debug)]
enum Rule {
    /// One, and all other numbers.
    English,
    /// By the last digits: 1, 21, 31 …; 2–4, 22–24 …; all others, 11–14 among them.
    Russian,
    /// One form for all.
    Kazakh,
}

impl Plural {
    /// `1 seat`, `2 seats`.
    pub const fn english(one: &'static str, many: &'static str) -> Self {
        Self { one, few: many, many, rule: Rule::English }
    }

    /// `1 место`, `2 места`, `5 мест`.
    pub const fn russian(one: &'static str, few: &'static str, many: &'static str) -> Self {
        Self { one, few, many, rule: Rule::Russian }
    }

    /// `1 орын`, `145 орын`: Kazakh keeps the singular after numbers.
    pub const fn kazakh(form: &'static str) -> Self {
        Self { one: form, few: form, many: form, rule: Rule::Kazakh }
    }

    /// The form after this number.
    ///
    /// ```
    /// use kurultai::report::messages::Plural;
    /// let seats = Plural::russian("место", "места", "мест");
    /// assert_eq!([1, 3, 12, 21, 145].map(|number| seats.after(number)), ["место", "места", "мест", "место", "мест"]);
    /// ```
    pub const fn after(&self, number: u64) -> &'static str {
        match (self.rule, number % 10, number % 100) {
            (Rule::English, ..) if number != 1 => self.many,
            (Rule::Russian, _, 11..=14) | (Rule::Russian, 0 | 5..=9, _) => self.many,
            (Rule::Russian, 2..=4, _) => self.few,
            _ => self.one,
        }
    }
}
