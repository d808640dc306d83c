//! Words of the list of pictures.

/// What each picture shows, in a sentence.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct ChartMessages {
    pub name: &'static str,
    pub shows: &'static str,
    pub hemicycle: &'static str,
    pub histogram: &'static str,
    pub convergence: &'static str,
    pub methods: &'static str,
    pub votes_seats: &'static str,
    pub coalition_seats: &'static str,
    pub margins: &'static str,
    pub intervals: &'static str,
    pub passes: &'static str,
    pub coalitions: &'static str,
    pub board: &'static str,
    pub sweep: &'static str,
    pub swing: &'static str,
    pub bias: &'static str,
}
