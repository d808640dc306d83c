//! Methods in words.

use super::messages::{EN, fill};
use crate::apportionment::Method;

/// What a method is called.
pub(super) fn method(method: Method) -> String {
    let with = |message, name: &str, value: String| fill(message, &[(name, &value)]);
    let name = match method {
        Method::ModifiedSainteLague(first) => {
            return with(EN.method_modified_sainte_lague, "first", first.to_string());
        }
        Method::Stationary(point) => {
            return with(EN.method_stationary, "point", point.to_string());
        }
        Method::PowerMean(order) => {
            return with(EN.method_power_mean, "order", order.to_string());
        }
        Method::DHondt => EN.method_dhondt,
        Method::SainteLague => EN.method_sainte_lague,
        Method::Adams => EN.method_adams,
        Method::Dean => EN.method_dean,
        Method::HuntingtonHill => EN.method_huntington_hill,
        Method::Danish => EN.method_danish,
        Method::ImperialiDivisor => EN.method_imperiali_divisor,
        Method::Macau => EN.method_macau,
        Method::Hare => EN.method_hare,
        Method::Droop => EN.method_droop,
        Method::HagenbachBischoff => EN.method_hagenbach_bischoff,
        Method::HagenbachBischoffRounded => EN.method_hagenbach_bischoff_rounded,
        Method::Imperiali => EN.method_imperiali,
        Method::HareStrongest => EN.method_hare_strongest,
        Method::BalinskiYoung => EN.method_balinski_young,
    };
    name.to_owned()
}

/// How a divisor method rounds votes over the divisor; none if it is no divisor method.
pub(super) fn rounding(method: Method) -> Option<String> {
    let with = |message, name: &str, value: String| Some(fill(message, &[(name, &value)]));
    let rounding = match method {
        Method::ModifiedSainteLague(first) => {
            return with(EN.rounded_modified, "first", first.to_string());
        }
        Method::Stationary(point) => return with(EN.rounded_from, "point", point.to_string()),
        Method::PowerMean(order) => return with(EN.rounded_power, "order", order.to_string()),
        Method::DHondt => EN.rounded_down,
        Method::SainteLague => EN.rounded_nearest,
        Method::Adams => EN.rounded_up,
        Method::Dean => EN.rounded_harmonic,
        Method::HuntingtonHill => EN.rounded_geometric,
        Method::Danish => EN.rounded_third,
        Method::ImperialiDivisor => EN.rounded_less_one,
        Method::Macau => EN.rounded_powers,
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
