//! The last seat under every law in Kazakh.

use super::super::LastSeatMessages;

pub(super) const LAST_SEAT: LastSeatMessages = LastSeatMessages {
    won: "Соңғы орын",
    missed: "Орын тимеген бірінші тізім",
    switch: "Ең аз ауысу",
    switched: "{votes}: {from} → {to}",
    columns: "Орын алған ең ірі {shown} тізімнің бағаны бар; қалған {left_out} тізім JSON пен CSV-де.",
    legend: "Соңғы орын және орын тимеген бірінші тізім: соңғы орынды кім алды (блоктан — оның бірінші тізімі) және келесі кім болды. Ең аз ауысу: бір тізімнен екіншісіне (ең ірілері: {most}) өтіп, қандай да бір орынды өзгертетін ең аз сайлаушы; дәлелденбеген жерде ~.",
};
