//! Whole pictures, drawn and read back.
