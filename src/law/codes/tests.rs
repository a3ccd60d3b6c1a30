//! Every standard against lists of its own.

use std::{collections::BTreeSet, fmt, str::FromStr};

use proptest::prelude::*;
use serde::{Serialize, de};

use super::{credit::*, division::*, industry::*};
use crate::{
    shape::{Shape, Shaped},
    time::{Day, NaiveDate, date},
};

fn industry(text: &str) -> IndustryCode {
    text.parse().unwrap_or_else(|reason| panic!("{text}: {reason}"))
}

fn place(text: &str) -> DivisionCode {
    text.parse().unwrap_or_else(|reason| panic!("{text}: {reason}"))
}

fn change(old: &str, new: &str, from: NaiveDate) -> DivisionChange {
    DivisionChange::new(place(old), place(new), from)
}

/// Says of each text how it is written, or why it is refused; JSON must say the same.
fn told<T>(text: &str) -> String
where
    T: FromStr<Err: fmt::Display> + fmt::Display + fmt::Debug + PartialEq + Shaped,
    T: Serialize + de::DeserializeOwned,
{
    let Shape::Coded(shape) = T::SHAPE else { panic!("{} is no code", shape_name::<T>()) };
    let json = serde_json::to_string(text).unwrap();
    match text.parse::<T>() {
        Ok(code) => {
            let written = code.to_string();
            assert_eq!(format!("{code:?}"), written);
            assert_eq!(format!("{code:>20}"), format!("{written:>20}"));
            assert_eq!(written.parse::<T>().ok().as_ref(), Some(&code), "{text}");
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), code);
            assert_eq!(serde_json::to_string(&code).unwrap(), format!("\"{written}\""));
            assert_eq!((shape.check)(text), Ok(()));
            written
        }
        Err(reason) => {
            let refusal = serde_json::from_str::<T>(&json).unwrap_err().to_string();
            assert!(refusal.starts_with(&reason.to_string()), "{refusal}");
            assert_eq!((shape.check)(text).unwrap_err(), reason.to_string());
            reason.to_string()
        }
    }
}

fn shape_name<T>() -> &'static str {
    std::any::type_name::<T>()
}

#[test]
fn samples_are_written_as_they_are_read() {
    for (shape, told) in [
        (IndustryCode::SHAPE, told::<IndustryCode> as fn(&str) -> String),
        (DivisionCode::SHAPE, told::<DivisionCode>),
        (CreditCode::SHAPE, told::<CreditCode>),
    ] {
        let Shape::Coded(shape) = shape else { panic!("no code") };
        for sample in shape.samples {
            assert_eq!(told(sample), *sample);
        }
        assert!(format!("{shape:?}").starts_with("CodeShape { name: "));
    }
}

#[test]
fn strings_only() {
    for json in ["13", "1311.0", "null", "true", "[\"13\"]", "{}", "330102"] {
        assert!(serde_json::from_str::<IndustryCode>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<DivisionCode>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<CreditCode>(json).is_err(), "{json}");
    }
    let refusal = serde_json::from_str::<DivisionCode>("330102").unwrap_err().to_string();
    assert!(refusal.contains("a string (DivisionCode)"), "{refusal}");
}

#[test]
fn codes_are_small() {
    assert_eq!(size_of::<IndustryCode>(), 6);
    assert_eq!(size_of::<DivisionCode>(), 6);
    assert_eq!(size_of::<CreditCode>(), 18);
}

#[test]
fn industry_texts() {
    use IndustryCodeError as E;

    for (text, written) in [
        ("C", "C"),
        ("13", "C13"),
        ("131", "C131"),
        ("1311", "C1311"),
        ("C1311", "C1311"),
        ("0111", "A0111"),
        ("111", "B111"),
        ("C1310", "C1310"),
        ("2011:C1311", "2011:C1311"),
        ("2011:1311", "2011:C1311"),
        ("2002:T", "2002:T"),
        ("8310", "P8310"),
        ("2011:8210", "2011:P8210"),
        ("2002:8410", "2002:P8410"),
        ("2002:5320", "2002:F5320"),
    ] {
        assert_eq!(told::<IndustryCode>(text), written, "{text}");
    }
    for (text, reason) in [
        ("", E::Length),
        ("2011:", E::Length),
        ("1", E::Length),
        ("C1", E::Length),
        ("13111", E::Length),
        ("C13111", E::Length),
        ("c13", E::Character),
        ("U", E::Character),
        ("Z98", E::Character),
        ("CC", E::Character),
        ("C 13", E::Character),
        ("C13 ", E::Character),
        (" C13", E::Character),
        ("13C", E::Character),
        ("C-1", E::Character),
        ("+13", E::Character),
        ("Ｃ13", E::Character),
        ("１３", E::Character),
        ("制造业", E::Character),
        ("C13.1", E::Character),
        ("2011：C13", E::Character),
        ("2017:C13", E::Edition),
        ("1994:C13", E::Edition),
        (":C13", E::Edition),
        ("2011 :C13", E::Edition),
        ("C13:2011", E::Edition),
        ("2011:2011:C13", E::Character),
        ("00", E::NoSuchClass),
        ("98", E::NoSuchClass),
        ("A0011", E::NoSuchClass),
        ("2011:97", E::NoSuchClass),
        ("2002:C3811", E::NoSuchClass),
        ("2002:64", E::NoSuchClass),
        ("2002:12", E::NoSuchClass),
        ("F13", E::LetterDisagrees),
        ("P8210", E::LetterDisagrees),
        ("2011:P8310", E::LetterDisagrees),
        ("2002:G5320", E::LetterDisagrees),
    ] {
        assert_eq!(text.parse::<IndustryCode>(), Err(reason), "{text}");
        assert_eq!(told::<IndustryCode>(text), reason.reason(), "{text}");
        assert_eq!(IndustryCode::new(text), None);
    }
    assert_eq!(industry("2011:1311").edition(), IndustryEdition::Y2011);
    assert_eq!(industry("1311").section(), 'C');
}

/// How many classes (大类) each edition has is well known; each belongs to just one letter.
#[test]
fn letter_and_digits_agree() {
    for (mark, classes) in [("", 97), ("2011:", 96), ("2002:", 95)] {
        let mut found = 0;
        let mut letters = BTreeSet::new();
        for class in 0..=99 {
            let taken: Vec<_> = ('A'..='T')
                .filter_map(|it| IndustryCode::new(&format!("{mark}{it}{class:02}")))
                .collect();
            let bare = IndustryCode::new(&format!("{mark}{class:02}"));
            assert_eq!(taken, Vec::from_iter(bare), "{mark}{class:02}");
            found += taken.len();
            letters.extend(taken.iter().map(|it| it.section()));
        }
        assert_eq!((found, letters.len()), (classes, 20), "{mark}");
    }
    let first = |mark: &str, letter: char| {
        let starts = |class: &u8| IndustryCode::new(&format!("{mark}{letter}{class:02}"));
        (0..=99).find(|it| starts(it).is_some())
    };
    let firsts: Vec<_> = ('A'..='T').filter_map(|it| first("", it)).collect();
    assert_eq!(
        firsts,
        [1, 6, 13, 44, 47, 51, 53, 61, 63, 66, 70, 71, 73, 76, 80, 83, 84, 86, 91, 97]
    );
    assert_eq!(first("2011:", 'P'), Some(82));
    assert_eq!(first("2002:", 'P'), Some(84));
}

#[test]
fn sections_have_names() {
    for (letter, name) in ('A'..='T').zip(SECTIONS) {
        assert_eq!(industry(&letter.to_string()).section_zh(), name);
        assert_eq!(industry(&format!("2011:{letter}")).section_zh(), name);
    }
    assert_eq!(industry("7010").section_zh(), "房地产业");
    assert_eq!(industry("2002:7210").section_zh(), "房地产业");
    assert_eq!(industry("2002:G60").section_zh(), "信息传输、计算机服务和软件业");
    assert_eq!(industry("G60").section_zh(), "交通运输、仓储和邮政业");
}

#[test]
fn bans_on_industries() {
    for (code, ban, within) in [
        ("C1311", "C1311", Some(true)),
        ("C1311", "C131", Some(true)),
        ("C1311", "C13", Some(true)),
        ("C1311", "C", Some(true)),
        ("C1310", "C131", Some(true)),
        ("C131", "C1310", Some(true)),
        ("C131", "C1311", None),
        ("C1310", "C1311", None),
        ("C13", "C1310", None),
        ("C1312", "C1311", Some(false)),
        ("C1301", "C1310", Some(false)),
        ("B12", "B1200", Some(true)),
        ("B120", "B1200", Some(true)),
        ("B1200", "B12", Some(true)),
        ("B1010", "B10", Some(true)),
        ("B10", "B101", None),
        ("R90", "R90", Some(true)),
        ("C", "C13", None),
        ("C", "D44", Some(false)),
        ("C", "D", Some(false)),
        ("C1311", "2011:C1311", None),
        ("2011:C1311", "C", None),
        ("2011:C1311", "2002:D", None),
        ("2011:C1311", "2011:13", Some(true)),
    ] {
        assert_eq!(industry(code).within(industry(ban)), within, "{code} in {ban}");
    }
}

#[test]
fn division_texts() {
    use DivisionCodeError as E;

    for (text, written) in [
        ("33", "33"),
        ("3300", "33"),
        ("330000", "33"),
        ("3301", "3301"),
        ("330100", "3301"),
        ("330102", "330102"),
        ("450101", "4501"),
        ("450103", "450103"),
        ("450110", "450110"),
        ("445101", "4451"),
        ("620201", "6202"),
        // Municipalities: real districts and counties.
        ("110101", "110101"),
        ("120101", "120101"),
        ("310101", "310101"),
        ("500101", "500101"),
        ("500201", "500201"),
        ("5002", "5002"),
        ("500200", "5002"),
        ("500000", "50"),
        // Counties directly under a province.
        ("419001", "419001"),
        ("429001", "429001"),
        ("469001", "469001"),
        ("659001", "659001"),
        ("139001", "139001"),
        ("659000", "6590"),
        ("460001", "460001"),
        ("460000", "46"),
        // 盟 and 自治州: county-level cities.
        ("152201", "152201"),
        ("222401", "222401"),
        ("532901", "532901"),
        ("653101", "653101"),
        // 钟山区.
        ("520201", "520201"),
        ("520101", "5201"),
        ("81", "81"),
        ("810000", "81"),
        ("8200", "82"),
        ("710000", "71"),
    ] {
        assert_eq!(told::<DivisionCode>(text), written, "{text}");
    }
    for (text, reason) in [
        ("", E::Length),
        ("3", E::Length),
        ("330", E::Length),
        ("33010", E::Length),
        ("3301020", E::Length),
        ("33010200", E::Length),
        ("330102001", E::Statistical),
        ("330102001000", E::Statistical),
        ("3301020010000", E::Length),
        ("00", E::NoSuchProvince),
        ("000000", E::NoSuchProvince),
        ("16", E::NoSuchProvince),
        ("100000", E::NoSuchProvince),
        ("830000", E::NoSuchProvince),
        ("990000", E::NoSuchProvince),
        ("810001", E::NoLowerLevel),
        ("710100", E::NoLowerLevel),
        ("8201", E::NoLowerLevel),
        ("330001", E::NoCity),
        ("500001", E::NoCity),
        ("33 ", E::Character),
        ("+33", E::Character),
        ("CN33", E::Character),
        ("３３", E::Character),
        ("浙江", E::Character),
        ("33-01-02", E::Character),
    ] {
        assert_eq!(text.parse::<DivisionCode>(), Err(reason), "{text}");
        assert_eq!(told::<DivisionCode>(text), reason.reason(), "{text}");
        assert_eq!(DivisionCode::new(text), None);
    }
}

#[test]
fn provinces_have_names() {
    let names: BTreeSet<_> = (0..100)
        .filter_map(|it| DivisionCode::new(&format!("{it:02}")))
        .map(DivisionCode::province_zh)
        .collect();
    assert_eq!(names.len(), 34);
    assert_eq!(place("450103").province_zh(), "广西壮族自治区");
    assert_eq!(place("500101").province_zh(), "重庆市");
}

#[test]
fn areas() {
    for (code, area, within) in [
        ("450103", "450100", Some(true)),
        ("450101", "4501", Some(true)),
        ("450103", "45", Some(true)),
        ("450101", "450103", None),
        ("450200", "450103", Some(false)),
        ("45", "450103", None),
        ("110101", "1101", Some(true)),
        ("110101", "1102", Some(false)),
        ("500101", "5001", Some(true)),
        ("500101", "5002", Some(false)),
        ("500230", "5002", Some(true)),
        ("500230", "50", Some(true)),
        ("50", "5001", None),
        ("419001", "4190", Some(true)),
        ("419001", "4101", Some(false)),
        ("469002", "469001", Some(false)),
    ] {
        assert_eq!(place(code).within(place(area)), within, "{code} in {area}");
    }
}

#[test]
fn cities() {
    for (one, other, same) in [
        ("450102", "450103", Some(true)),
        ("450101", "450103", Some(true)),
        ("4501", "450103", Some(true)),
        ("4502", "450103", Some(false)),
        ("45", "450103", None),
        ("45", "45", None),
        ("45", "44", Some(false)),
        ("500101", "500230", Some(true)),
        ("5001", "5002", Some(true)),
        ("50", "500101", Some(true)),
        ("110101", "120101", Some(false)),
        ("419001", "419001", Some(true)),
        ("429004", "429005", Some(false)),
        ("469001", "469002", Some(false)),
        ("659001", "659002", Some(false)),
        ("139001", "139002", Some(false)),
        ("460001", "460002", Some(false)),
        ("6590", "659001", None),
        ("6590", "6590", None),
        ("659001", "6501", Some(false)),
        ("419001", "410102", Some(false)),
        ("41", "419001", None),
        ("222401", "222402", Some(true)),
        ("81", "81", None),
    ] {
        assert_eq!(place(one).same_city(place(other)), same, "{one} and {other}");
    }
}

#[test]
fn hangzhou_of_2021() {
    let aliases = DivisionAliases::new([
        change("330104", "330102", date!(2021, 4, 9)),
        change("330103", "330105", date!(2021, 4, 9)),
    ])
    .unwrap();
    let (old, new) = (place("330104"), place("330102"));
    let before = aliases.current(old, date!(2021, 4, 8));
    assert_eq!(before, Resolved { code: old, abolished_from: None });
    assert_eq!(before.code.within(new), Some(false));
    let after = aliases.current(old, date!(2021, 4, 9));
    assert_eq!(after.abolished_from, Some(Day(date!(2021, 4, 9))));
    assert_eq!(after.code.within(new), Some(true));
    assert_eq!(aliases.current(new, date!(2024, 1, 1)).abolished_from, None);
    assert_eq!(DivisionAliases::default().current(old, date!(2024, 1, 1)).code, old);
}

#[test]
fn chains_of_changes() {
    let aliases = DivisionAliases::new([
        change("330103", "330104", date!(2010, 1, 1)),
        change("330104", "330105", date!(2005, 1, 1)),
        change("330104", "330106", date!(2015, 1, 1)),
        change("330106", "330108", date!(2015, 1, 1)),
        change("330104", "330109", date!(2020, 1, 1)),
    ])
    .unwrap();
    let current = |code, day| {
        let found = aliases.current(place(code), day);
        (found.code.to_string(), found.abolished_from.map(|it| it.to_string()))
    };
    let told = |code: &str, from: &str| (code.to_owned(), Some(from.to_owned()));
    assert_eq!(current("330103", date!(2009, 12, 31)), ("330103".into(), None));
    // 330104 had been abolished in 2005, but took the place of 330103 five years later.
    assert_eq!(current("330103", date!(2010, 1, 1)), told("330104", "2010-01-01"));
    assert_eq!(current("330103", date!(2015, 1, 1)), told("330108", "2010-01-01"));
    assert_eq!(current("330103", date!(2024, 1, 1)), told("330108", "2010-01-01"));
    assert_eq!(current("330104", date!(2004, 1, 1)), ("330104".into(), None));
    assert_eq!(current("330104", date!(2006, 1, 1)), told("330105", "2005-01-01"));
    assert_eq!(current("330104", date!(2019, 1, 1)), told("330108", "2015-01-01"));
    assert_eq!(current("330104", date!(2024, 1, 1)), told("330109", "2020-01-01"));
}

#[test]
fn faults_of_changes() {
    let from = date!(2020, 1, 1);
    let refused = DivisionAliases::new([
        change("330102", "330103", from),
        change("330104", "330104", from),
        change("330102", "330105", from),
        change("330106", "330107", from),
        change("330107", "330108", date!(2021, 1, 1)),
        change("330108", "330107", date!(2022, 1, 1)),
        change("330105", "330109", from),
    ]);
    let words: Vec<_> =
        refused.unwrap_err().iter().map(|(n, words)| format!("{n}: {words}")).collect();
    assert_eq!(
        words,
        [
            "1: 330104 changes to itself",
            "2: 330102 already changes on 2020-01-01, in change 0",
            "3: from 330106 to 330107 the changes lead round in a circle",
            "4: from 330107 to 330108 the changes lead round in a circle",
            "5: from 330108 to 330107 the changes lead round in a circle",
        ]
    );
    assert!(DivisionAliases::new([]).is_ok());
}

#[test]
fn changes_in_json() {
    let text = r#"{"old":"330104","new":"330102","from":"2021-04-09"}"#;
    let read: DivisionChange = serde_json::from_str(text).unwrap();
    assert_eq!(read, change("330104", "330102", date!(2021, 4, 9)));
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    for wrong in [
        r#"{"old":330104,"new":"330102","from":"2021-04-09"}"#,
        r#"{"old":"330104","new":"990102","from":"2021-04-09"}"#,
        r#"{"old":"330104","new":"330102"}"#,
    ] {
        assert!(serde_json::from_str::<DivisionChange>(wrong).is_err(), "{wrong}");
    }
}

/// The check character as the standard puts it, found by trying all.
fn checked(body: &str) -> String {
    let value = |c: char| u64::try_from(ALPHABET.iter().position(|it| *it as char == c).unwrap());
    let sum: u64 = (0..).zip(body.chars()).map(|(n, c)| value(c).unwrap() * 3_u64.pow(n)).sum();
    let fits = |it: &&u8| (sum + value(**it as char).unwrap()) % 31 == 0;
    format!("{body}{}", *ALPHABET.iter().find(fits).unwrap() as char)
}

#[test]
fn credit_texts() {
    use CreditCodeError as E;

    let zero = "911000000000000070";
    for text in ["91110108551385082Q", zero, "N2330104MF00000013", "Y14501030000000011"] {
        assert_eq!(told::<CreditCode>(text), text);
    }
    for (text, reason) in [
        ("", E::Length),
        ("91110108551385082", E::Length),
        ("91110108551385082QQ", E::Length),
        ("统一社会信用", E::Length),
        ("91110108551385082q", E::Character),
        ("9111010855138508ZQ", E::Character),
        ("9111010855138508OQ", E::Character),
        ("91110108551385082I", E::Character),
        ("9111010855138508 Q", E::Character),
        ("９1110108551385082Q", E::Character),
        ("９１１１０１０８５５１３８５０８２Ｑ", E::Character),
        ("统一社会信用代码统一社会信用代码统一", E::Character),
        ("91110108551385082R", E::Check),
        ("91110108551385028Q", E::Check),
        ("91100000000000007Y", E::Check),
    ] {
        assert_eq!(text.parse::<CreditCode>(), Err(reason), "{text}");
        assert_eq!(told::<CreditCode>(text), reason.reason(), "{text}");
        assert_eq!(CreditCode::new(text), None);
    }
    let registered = |text: &str| CreditCode::new(text).and_then(CreditCode::registered_in);
    assert_eq!(registered("91110108551385082Q"), Some(place("110108")));
    assert_eq!(registered("12450100000000001G"), Some(place("4501")));
    assert_eq!(registered("51100000000000019B"), None);
    let letters = checked("91ABCDEF551385082");
    assert!(CreditCode::new(&letters).is_some());
    assert_eq!(registered(&letters), None);
}

fn any_industry() -> impl Strategy<Value = IndustryCode> {
    // Few classes and digits, so that codes often lie near one another.
    let mark = prop::sample::select(vec!["", "", "", "2011:", "2002:"]);
    let letter = "[A-C]".prop_map(String::from);
    let digits = "(06|10|12|13|20)[0-2]{0,2}".prop_map(String::from);
    (mark, prop_oneof![1 => letter, 6 => digits])
        .prop_filter_map("no class of 2002", |(mark, code)| {
            IndustryCode::new(&format!("{mark}{code}"))
        })
}

/// Every subclass that a canonical code covers, twins included.
fn subclasses(code: &str) -> BTreeSet<String> {
    let (section, digits) = code.split_at(1);
    match digits.len() {
        0 => (1..=97)
            .map(|class| format!("{class:02}"))
            .filter(|class| IndustryCode::new(&format!("{section}{class}")).is_some())
            .flat_map(|class| subclasses(&format!("{section}{class}")))
            .collect(),
        3 | 4 if digits.ends_with('0') => subclasses(&code[..code.len() - 1]),
        4 => BTreeSet::from([digits.to_owned()]),
        _ => (0..10_u32.pow(4 - u32::try_from(digits.len()).unwrap()))
            .map(|rest| format!("{digits}{rest:0width$}", width = 4 - digits.len()))
            .collect(),
    }
}

fn any_place() -> impl Strategy<Value = DivisionCode> {
    "(11|45|46|50|65|52)((01|02|90|23)(01|02|21)?)?"
        .prop_filter_map("no place", |text| DivisionCode::new(&text))
}

fn any_changes() -> impl Strategy<Value = Vec<DivisionChange>> {
    let one = (0..7_u32, 0..7_u32, 0..5_u32).prop_map(|(old, new, year)| {
        let code = |n| place(&format!("33010{}", n + 2));
        let from = NaiveDate::from_ymd_opt(2000 + i32::try_from(year).unwrap(), 1, 1).unwrap();
        DivisionChange::new(code(old), code(new), from)
    });
    prop::collection::vec(one, 0..7)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn industries_round_trip(text in "(20(11|02|17):)?[A-TU]?[0-9]{0,5}") {
        told::<IndustryCode>(&text);
    }

    #[test]
    fn divisions_round_trip(text in "[1-8][0-9]([0-9]0|0[0-9]|[0-9]{2})?(00|01|[0-9]{2})?") {
        told::<DivisionCode>(&text);
        if let Some(code) = DivisionCode::new(&text) {
            let padded = format!("{code}{}", "0".repeat(6 - code.to_string().len()));
            prop_assert_eq!(DivisionCode::new(&padded), Some(code));
            prop_assert_eq!(code.within(place(&text[..2])), Some(true));
        }
    }

    #[test]
    fn any_text_is_handled(text in any::<String>(), start in "[A-C13579]{0,2}") {
        for text in [text.clone(), start.clone() + &text, text + &start] {
            told::<IndustryCode>(&text);
            told::<DivisionCode>(&text);
            told::<CreditCode>(&text);
        }
    }

    #[test]
    fn eighteen_bytes_or_characters(text in "[一-龥]{6}|[一-龥]{18}|[é]{9}|[0-9A-Z]{15}[一-龥]|[0-9]{2}[😀]{4}") {
        prop_assert!(CreditCode::new(&text).is_none());
        told::<CreditCode>(&text);
    }

    #[test]
    fn credit_codes_with_their_check(body in "[0-9A-HJ-NP-RTUWXY]{17}", wrong in 0..31_usize) {
        let text = checked(&body);
        prop_assert_eq!(told::<CreditCode>(&text), text.clone());
        let other = format!("{body}{}", ALPHABET[wrong] as char);
        prop_assert_eq!(CreditCode::new(&other).is_some(), other == text);
    }

    #[test]
    fn check_value_zero(body in "[0-9A-HJ-NP-RTUWXY]{16}") {
        // One of the 31 characters at the last place but one makes the check value 0.
        let zero = ALPHABET.iter().map(|it| checked(&format!("{body}{}", *it as char)));
        let zero: Vec<_> = zero.filter(|it| it.ends_with('0')).collect();
        prop_assert_eq!(zero.len(), 1);
        prop_assert!(CreditCode::new(&zero[0]).is_some());
    }

    #[test]
    fn bans_by_subclasses(code in any_industry(), ban in any_industry()) {
        let expected = if code.edition() == ban.edition() {
            let bare = |it: IndustryCode| {
                let text = it.to_string();
                subclasses(text.rsplit(':').next().unwrap())
            };
            let (code, ban) = (bare(code), bare(ban));
            if code.is_subset(&ban) {
                Some(true)
            } else if code.is_disjoint(&ban) {
                Some(false)
            } else {
                None
            }
        } else {
            None
        };
        prop_assert_eq!(code.within(ban), expected, "{} in {}", code, ban);
    }

    #[test]
    fn areas_by_text(code in any_place(), area in any_place()) {
        let (one, other) = (code.to_string(), area.to_string());
        let expected = match (one.starts_with(&other), other.starts_with(&one)) {
            (true, _) => Some(true),
            (_, true) => None,
            _ => Some(false),
        };
        prop_assert_eq!(code.within(area), expected);
        prop_assert_eq!(code.same_city(area), area.same_city(code));
        if code.within(area) == Some(true) && other.len() == 6 {
            prop_assert_eq!(code.same_city(area), Some(true));
        }
    }

    #[test]
    fn changes_end(changes in any_changes(), asked in 0..7_u32, year in 1999..2006_i32) {
        // A circle, found by walking from every change as many steps as there are changes.
        let circular = |first: &DivisionChange| {
            let mut reached = BTreeSet::from([first.new]);
            for _ in &changes {
                let further: Vec<_> = changes
                    .iter()
                    .filter(|it| it.old != it.new && reached.contains(&it.old))
                    .map(|it| it.new)
                    .collect();
                if further.is_empty() {
                    return false;
                }
                reached = BTreeSet::from_iter(further);
            }
            true
        };
        let unsound: BTreeSet<_> = (0..changes.len())
            .filter(|n| {
                let it = &changes[*n];
                let twice = changes[..*n].iter().any(|other| (other.old, other.from) == (it.old, it.from));
                twice || it.old == it.new || circular(it)
            })
            .collect();
        match DivisionAliases::new(changes.clone()) {
            Err(faults) => {
                prop_assert!(faults.is_sorted());
                prop_assert_eq!(faults.iter().map(|it| it.0).collect::<BTreeSet<_>>(), unsound);
            }
            Ok(aliases) => {
                prop_assert!(unsound.is_empty());
                let code = place(&format!("33010{}", asked + 2));
                let day = NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
                let found = aliases.current(code, day);
                let last = changes.iter().filter(|it| it.old == code && it.from.0 <= day).max_by_key(|it| it.from);
                prop_assert_eq!(found.abolished_from, last.map(|it| it.from));
                prop_assert_eq!(found.code == code, last.is_none());
            }
        }
    }
}
