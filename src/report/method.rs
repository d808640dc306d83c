//! Methods in words.

use super::messages::{Messages, fill};
use crate::apportionment::Method;

/// What a method is called.
pub(super) fn method(words: &Messages, method: Method) -> String {
    let with = |message, name: &str, value: String| fill(message, &[(name, &value)]);
    let name = match method {
        Method::ModifiedSainteLague(first) => {
            return with(
                words.method_modified_sainte_lague,
                "first",
                words.marked(&first.to_string()),
            );
        }
        Method::Stationary(point) => {
            return with(words.method_stationary, "point", words.marked(&point.to_string()));
        }
        Method::PowerMean(order) => {
            return with(words.method_power_mean, "order", words.marked(&order.to_string()));
        }
        Method::DHondt => words.method_dhondt,
        Method::SainteLague => words.method_sainte_lague,
        Method::Adams => words.method_adams,
        Method::Dean => words.method_dean,
        Method::HuntingtonHill => words.method_huntington_hill,
        Method::Danish => words.method_danish,
        Method::ImperialiDivisor => words.method_imperiali_divisor,
        Method::Macau => words.method_macau,
        Method::Hare => words.method_hare,
        Method::Droop => words.method_droop,
        Method::HagenbachBischoff => words.method_hagenbach_bischoff,
        Method::HagenbachBischoffRounded => words.method_hagenbach_bischoff_rounded,
        Method::Imperiali => words.method_imperiali,
        Method::HareStrongest => words.method_hare_strongest,
        Method::BalinskiYoung => words.method_balinski_young,
    };
    name.to_owned()
}

/// How a divisor method rounds votes over the divisor; none if it is no divisor method.
pub(super) fn rounding(words: &Messages, method: Method) -> Option<String> {
    let with = |message, name: &str, value: String| Some(fill(message, &[(name, &value)]));
    let rounding = match method {
        Method::ModifiedSainteLague(first) => {
            return with(words.rounded_modified, "first", words.marked(&first.to_string()));
        }
        Method::Stationary(point) => {
            return with(words.rounded_from, "point", words.marked(&point.to_string()));
        }
        Method::PowerMean(order) => {
            return with(words.rounded_power, "order", words.marked(&order.to_string()));
        }
        Method::DHondt => words.rounded_down,
        Method::SainteLague => words.rounded_nearest,
        Method::Adams => words.rounded_up,
        Method::Dean => words.rounded_harmonic,
        Method::HuntingtonHill => words.rounded_geometric,
        Method::Danish => words.rounded_third,
        Method::ImperialiDivisor => words.rounded_less_one,
        Method::Macau => words.rounded_powers,
        Method::Hare
        | Method::Droop
        | Method::HagenbachBischoff
        | Method::HagenbachBischoffRounded
        | Method::Imperiali
        | Method::HareStrongest
        | Method::BalinskiYoung => return None,
    };
    Some(rounding.to_owned())
}
