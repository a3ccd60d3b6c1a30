//! Codes that national standards give to industries, places and organisations, and changes of the codes of places.
//!
//! They are read strictly from text and kept in one canonical form. Codes of industries and places are matched by their
//! levels alone, without a table of what exists: where one of two codes is too coarse to say, the answer is `None`.

use std::{collections::BTreeMap, error::Error, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{
    part::Part,
    shape::{CodeShape, Shape, Shaped, choice, record, sealed::Sealed},
    time::{Day, NaiveDate},
};

/// Why a text is no code: an enum, its words and the rest of an error.
macro_rules! reasons {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident {
            $( $(#[doc = $vdoc:literal])* $variant:ident => $words:literal, )+
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[doc = $vdoc])* $variant, )+
        }

        impl $name {
            /// The reason in plain words. They do not repeat the text.
            #[must_use]
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$variant => $words),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.reason())
            }
        }

        impl Error for $name {}
    };
}

/// What all codes have in common, given `read` and `Display`: other ways to read one, `Debug`, `serde`, [`Shaped`].
macro_rules! coded {
    ($name:ident $error:ident, $doc:literal, $pattern:expr, $samples:expr) => {
        impl $name {
            /// The code that a text writes, if it is one; parse the text instead to learn why it is none.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                Self::read(text).ok()
            }
        }

        impl FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                Self::read(text)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl Sealed for $name {}

        impl Shaped for $name {
            const SHAPE: Shape = Shape::Coded(&CodeShape {
                name: stringify!($name),
                doc: $doc,
                pattern: $pattern,
                samples: $samples,
                check: |text| Self::read(text).map(drop).map_err($error::reason),
            });
        }

        impl Part for $name {
            fn write(&self, out: &mut String) {
                use fmt::Write as _;
                // Writing to a string cannot fail.
                let _ = write!(out, "{self}");
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl de::Visitor<'_> for Text {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("a string (", stringify!($name), ")"))
                    }

                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        $name::read(text).map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    };
}

/// Prints bytes that are ASCII by construction, up to the first that is zero.
fn pad(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(std::str::from_utf8(filled(bytes)).map_err(|_| fmt::Error)?)
}

/// The bytes before the first that is zero: shorter codes are kept with zero bytes behind.
fn filled(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// Whether what is recorded lies in what is asked about, by prefix; `None` where it is recorded more coarsely.
fn inside(recorded: &[u8], asked: &[u8]) -> Option<bool> {
    if recorded.starts_with(asked) {
        Some(true)
    } else if asked.starts_with(recorded) {
        None
    } else {
        Some(false)
    }
}

/// The number that two ASCII digits write.
const fn number([tens, units]: [u8; 2]) -> u8 {
    (tens - b'0') * 10 + (units - b'0')
}

choice! {
    /// The edition of GB/T 4754 that an industry code belongs to. The same digits mean other things in another edition.
    pub enum IndustryEdition {
        /// GB/T 4754-2002.
        Y2002 => "2002",
        /// GB/T 4754-2011.
        Y2011 => "2011",
        /// GB/T 4754-2017, with its amendment of 2019.
        Y2017 => "2017",
    }
}

/// The classes (大类) of each section (门类) from A to T: the first and the last.
type Classes = [(u8, u8); 20];

const CLASSES_2017: Classes = [
    (1, 5),
    (6, 12),
    (13, 43),
    (44, 46),
    (47, 50),
    (51, 52),
    (53, 60),
    (61, 62),
    (63, 65),
    (66, 69),
    (70, 70),
    (71, 72),
    (73, 75),
    (76, 79),
    (80, 82),
    (83, 83),
    (84, 85),
    (86, 90),
    (91, 96),
    (97, 97),
];

/// As in 2017 up to section M; one class fewer in N moves the rest.
const CLASSES_2011: Classes = [
    (1, 5),
    (6, 12),
    (13, 43),
    (44, 46),
    (47, 50),
    (51, 52),
    (53, 60),
    (61, 62),
    (63, 65),
    (66, 69),
    (70, 70),
    (71, 72),
    (73, 75),
    (76, 78),
    (79, 81),
    (82, 82),
    (83, 84),
    (85, 89),
    (90, 95),
    (96, 96),
];

const CLASSES_2002: Classes = [
    (1, 5),
    (6, 11),
    (13, 43),
    (44, 46),
    (47, 50),
    (51, 59),
    (60, 62),
    (63, 65),
    (66, 67),
    (68, 71),
    (72, 72),
    (73, 74),
    (75, 78),
    (79, 81),
    (82, 83),
    (84, 84),
    (85, 87),
    (88, 92),
    (93, 97),
    (98, 98),
];

/// Numbers inside the sections that the edition of 2002 leaves free.
const FREE_2002: [u8; 2] = [38, 64];

/// Names of the sections from A to T; those of 2011 and 2017 are the same.
const SECTIONS: [&str; 20] = [
    "农、林、牧、渔业",
    "采矿业",
    "制造业",
    "电力、热力、燃气及水生产和供应业",
    "建筑业",
    "批发和零售业",
    "交通运输、仓储和邮政业",
    "住宿和餐饮业",
    "信息传输、软件和信息技术服务业",
    "金融业",
    "房地产业",
    "租赁和商务服务业",
    "科学研究和技术服务业",
    "水利、环境和公共设施管理业",
    "居民服务、修理和其他服务业",
    "教育",
    "卫生和社会工作",
    "文化、体育和娱乐业",
    "公共管理、社会保障和社会组织",
    "国际组织",
];

const SECTIONS_2002: [&str; 20] = [
    "农、林、牧、渔业",
    "采矿业",
    "制造业",
    "电力、燃气及水的生产和供应业",
    "建筑业",
    "交通运输、仓储和邮政业",
    "信息传输、计算机服务和软件业",
    "批发和零售业",
    "住宿和餐饮业",
    "金融业",
    "房地产业",
    "租赁和商务服务业",
    "科学研究、技术服务和地质勘查业",
    "水利、环境和公共设施管理业",
    "居民服务和其他服务业",
    "教育",
    "卫生、社会保障和社会福利业",
    "文化、体育和娱乐业",
    "公共管理和社会组织",
    "国际组织",
];

impl IndustryEdition {
    /// The letter of the section that holds a class.
    fn section_of(self, class: u8) -> Option<u8> {
        let classes = match self {
            Self::Y2002 if FREE_2002.contains(&class) => return None,
            Self::Y2002 => CLASSES_2002,
            Self::Y2011 => CLASSES_2011,
            Self::Y2017 => CLASSES_2017,
        };
        let (_, letter) = classes
            .iter()
            .zip(b'A'..=b'T')
            .find(|((first, last), _)| (*first..=*last).contains(&class))?;
        Some(letter)
    }

    /// What stands before a code of this edition.
    const fn mark(self) -> &'static str {
        match self {
            Self::Y2002 => "2002:",
            Self::Y2011 => "2011:",
            Self::Y2017 => "",
        }
    }
}

reasons! {
    /// Why a text is no [`IndustryCode`].
    ///
    /// ```
    /// use oversight::facts::{IndustryCode, IndustryCodeError};
    /// assert_eq!("F1311".parse::<IndustryCode>(), Err(IndustryCodeError::LetterDisagrees));
    /// assert_eq!("98".parse::<IndustryCode>(), Err(IndustryCodeError::NoSuchClass));
    /// ```
    pub enum IndustryCodeError {
        /// Another mark than those of the older editions.
        Edition => "the mark of the edition is `2011:` or `2002:`; codes of 2017 have none",
        /// Neither a capital letter from A to T in front nor a digit, or not ASCII.
        Character => "an industry code is one capital letter from A to T, ASCII digits, or both",
        /// Nothing at all, one digit, or more than four.
        Length => "an industry code has two to four digits, or none after its letter",
        /// The first two digits are no class (大类) of the edition.
        NoSuchClass => "the first two digits are no class (大类) of the edition",
        /// The letter is not that of the section (门类) which holds the class.
        LetterDisagrees => "the letter is not that of the section (门类) to which the digits belong",
    }
}

/// The code of an industry after GB/T 4754 (国民经济行业分类): a section (门类), or a class (大类), group (中类) or
/// subclass (小类) of it.
///
/// It is written `C`, `C13`, `C131`, `C1311`, or without the letter, which follows from the digits. A text without a mark
/// is of the edition of 2017; `2011:C1311` and `2002:C1311` are of older ones. That the letter, the first two digits and
/// the edition agree is checked, that a group or subclass exists is not. A code whose leading zero got lost cannot be told
/// from another: `111` is group 111, never subclass 0111.
///
/// ```
/// use oversight::facts::IndustryCode;
/// let pork: IndustryCode = "1351".parse()?;
/// assert_eq!(pork.to_string(), "C1351");
/// assert_eq!(pork.section_zh(), "制造业");
/// assert_eq!(pork.within("C13".parse()?), Some(true));
/// # Ok::<(), oversight::facts::IndustryCodeError>(())
/// ```
#[doc(alias = "国民经济行业分类")]
#[doc(alias = "行业代码")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndustryCode {
    edition: IndustryEdition,
    section: u8,
    digits: [u8; 4],
}

impl IndustryCode {
    fn read(text: &str) -> Result<Self, IndustryCodeError> {
        let (edition, rest) = match text.split_once(':') {
            None => (IndustryEdition::Y2017, text),
            Some(("2011", rest)) => (IndustryEdition::Y2011, rest),
            Some(("2002", rest)) => (IndustryEdition::Y2002, rest),
            Some(_) => return Err(IndustryCodeError::Edition),
        };
        let (letter, digits) = match rest.as_bytes() {
            [letter @ b'A'..=b'T', digits @ ..] => (Some(*letter), digits),
            digits => (None, digits),
        };
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(IndustryCodeError::Character);
        }
        let section = match digits {
            [] => letter.ok_or(IndustryCodeError::Length)?,
            [tens, units] | [tens, units, _] | [tens, units, _, _] => {
                edition.section_of(number([*tens, *units])).ok_or(IndustryCodeError::NoSuchClass)?
            }
            _ => return Err(IndustryCodeError::Length),
        };
        if letter.is_some_and(|letter| letter != section) {
            return Err(IndustryCodeError::LetterDisagrees);
        }
        let mut code = Self { edition, section, digits: [0; 4] };
        code.digits.iter_mut().zip(digits).for_each(|(slot, digit)| *slot = *digit);
        Ok(code)
    }

    /// The edition it belongs to.
    #[must_use]
    pub const fn edition(self) -> IndustryEdition {
        self.edition
    }

    /// The letter of its section (门类).
    #[must_use]
    pub const fn section(self) -> char {
        self.section as char
    }

    /// The name of its section (门类) in its edition.
    ///
    /// ```
    /// use oversight::facts::IndustryCode;
    /// let name = |text| IndustryCode::new(text).map(IndustryCode::section_zh);
    /// assert_eq!(name("F"), Some("批发和零售业"));
    /// assert_eq!(name("2002:F"), Some("交通运输、仓储和邮政业"));
    /// ```
    #[must_use]
    pub fn section_zh(self) -> &'static str {
        let names = match self.edition {
            IndustryEdition::Y2002 => SECTIONS_2002,
            IndustryEdition::Y2011 | IndustryEdition::Y2017 => SECTIONS,
        };
        names.get(usize::from(self.section - b'A')).copied().unwrap_or_default()
    }

    /// Whether an activity recorded under this code lies in a banned one.
    ///
    /// `None` where this code is the coarser one, so that the activity may or may not lie there, and where the editions
    /// differ. A level that is not divided has one subdivision, whose code ends in 0, so both spellings match alike:
    /// `C1310` as `C131`, `B1200` as `B12`.
    ///
    /// ```
    /// use oversight::facts::IndustryCode;
    /// let within = |code: &str, ban: &str| Ok::<_, oversight::facts::IndustryCodeError>(
    ///     code.parse::<IndustryCode>()?.within(ban.parse()?));
    /// assert_eq!(within("C1311", "C13")?, Some(true));
    /// assert_eq!(within("C131", "C1310")?, Some(true));
    /// assert_eq!(within("C1411", "C13")?, Some(false));
    /// assert_eq!(within("C", "C13")?, None);
    /// assert_eq!(within("2011:C1311", "C13")?, None);
    /// # Ok::<(), oversight::facts::IndustryCodeError>(())
    /// ```
    #[must_use]
    pub fn within(self, ban: Self) -> Option<bool> {
        if self.edition != ban.edition {
            return None;
        }
        if self.section != ban.section {
            return Some(false);
        }
        inside(self.divided(), ban.divided())
    }

    /// Itself and the levels above it, coarsest first, without the zeros of levels that are not divided.
    pub(crate) fn levels(self) -> impl DoubleEndedIterator<Item = Self> {
        let depth = self.divided().len();
        [0, 2, 3, 4].into_iter().filter(move |it| *it <= depth).map(move |length| {
            let mut level = Self { digits: [0; 4], ..self };
            let kept = level.digits.iter_mut().zip(self.digits).take(length);
            kept.for_each(|(slot, digit)| *slot = digit);
            level
        })
    }

    /// The digits without the zeros of levels that are not divided.
    fn divided(&self) -> &[u8] {
        match filled(&self.digits) {
            [class @ .., b'0', b'0'] if class.len() == 2 => class,
            [group @ .., b'0'] if group.len() >= 2 => group,
            digits => digits,
        }
    }
}

impl fmt::Display for IndustryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0; 10];
        let bytes = self.edition.mark().bytes().chain([self.section]).chain(self.digits);
        text.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = byte);
        pad(&text, f)
    }
}

coded! {
    IndustryCode IndustryCodeError,
    "An industry after GB/T 4754 (国民经济行业分类): the letter of a section, and none or two to four digits below it. \
     The letter may be left out where there are digits. Without a mark the code is of the edition of 2017; \
     `2011:` and `2002:` before it mark older ones. Always a string, as leading zeros count.",
    "^(?:[A-T]|(?:A?0[1-5]|B?(?:0[6-9]|1[0-2])|C?(?:1[3-9]|[23][0-9]|4[0-3])|D?4[4-6]|E?(?:4[7-9]|50)|F?5[12]\
        |G?(?:5[3-9]|60)|H?6[12]|I?6[3-5]|J?6[6-9]|K?70|L?7[12]|M?7[3-5]|N?7[6-9]|O?8[0-2]|P?83|Q?8[45]\
        |R?(?:8[6-9]|90)|S?9[1-6]|T?97)[0-9]{0,2}\
    |2011:(?:[A-T]|(?:A?0[1-5]|B?(?:0[6-9]|1[0-2])|C?(?:1[3-9]|[23][0-9]|4[0-3])|D?4[4-6]|E?(?:4[7-9]|50)|F?5[12]\
        |G?(?:5[3-9]|60)|H?6[12]|I?6[3-5]|J?6[6-9]|K?70|L?7[12]|M?7[3-5]|N?7[6-8]|O?(?:79|8[01])|P?82|Q?8[34]\
        |R?8[5-9]|S?9[0-5]|T?96)[0-9]{0,2})\
    |2002:(?:[A-T]|(?:A?0[1-5]|B?(?:0[6-9]|1[01])|C?(?:1[3-9]|2[0-9]|3[0-79]|4[0-3])|D?4[4-6]|E?(?:4[7-9]|50)|F?5[1-9]\
        |G?6[0-2]|H?6[35]|I?6[67]|J?(?:6[89]|7[01])|K?72|L?7[34]|M?7[5-8]|N?(?:79|8[01])|O?8[23]|P?84|Q?8[5-7]\
        |R?(?:8[89]|9[0-2])|S?9[3-7]|T?98)[0-9]{0,2}))$",
    &["C1311", "C131", "C13", "C", "C1310", "K7010", "2011:C1311", "2002:F5320"]
}

/// Provinces, autonomous regions, municipalities and special regions: the first two digits, and the name.
const PROVINCES: [(&[u8; 2], &str); 34] = [
    (b"11", "北京市"),
    (b"12", "天津市"),
    (b"13", "河北省"),
    (b"14", "山西省"),
    (b"15", "内蒙古自治区"),
    (b"21", "辽宁省"),
    (b"22", "吉林省"),
    (b"23", "黑龙江省"),
    (b"31", "上海市"),
    (b"32", "江苏省"),
    (b"33", "浙江省"),
    (b"34", "安徽省"),
    (b"35", "福建省"),
    (b"36", "江西省"),
    (b"37", "山东省"),
    (b"41", "河南省"),
    (b"42", "湖北省"),
    (b"43", "湖南省"),
    (b"44", "广东省"),
    (b"45", "广西壮族自治区"),
    (b"46", "海南省"),
    (b"50", "重庆市"),
    (b"51", "四川省"),
    (b"52", "贵州省"),
    (b"53", "云南省"),
    (b"54", "西藏自治区"),
    (b"61", "陕西省"),
    (b"62", "甘肃省"),
    (b"63", "青海省"),
    (b"64", "宁夏回族自治区"),
    (b"65", "新疆维吾尔自治区"),
    (b"71", "台湾省"),
    (b"81", "香港特别行政区"),
    (b"82", "澳门特别行政区"),
];

/// A pair of digits that a coarser code does not have.
const NONE: [u8; 2] = [0; 2];
/// A pair of digits that only fills a code up.
const PAD: [u8; 2] = *b"00";

reasons! {
    /// Why a text is no [`DivisionCode`].
    ///
    /// ```
    /// use oversight::facts::{DivisionCode, DivisionCodeError};
    /// assert_eq!("16".parse::<DivisionCode>(), Err(DivisionCodeError::NoSuchProvince));
    /// assert_eq!("330102001".parse::<DivisionCode>(), Err(DivisionCodeError::Statistical));
    /// ```
    pub enum DivisionCodeError {
        /// Something other than an ASCII digit.
        Character => "a division code is made of ASCII digits alone",
        /// Nine or twelve digits: statistical codes go below the county, GB/T 2260 does not.
        Statistical => "a statistical code of 9 or 12 digits; of those only the first six may be a division code",
        /// Not two, four or six digits.
        Length => "a division code has two, four or six digits",
        /// The first two digits are none of the 34 provinces.
        NoSuchProvince => "the first two digits are no province (省级行政区)",
        /// 71, 81 and 82 have no codes below them in GB/T 2260.
        NoLowerLevel => "Taiwan, Hong Kong and Macao have no lower division codes",
        /// A county without a city above it. Only Hainan (海南) once had such codes.
        NoCity => "the middle two digits may not be 00 before a county",
    }
}

/// The code of a place after GB/T 2260 (行政区划代码): a province (省), a city or prefecture (市, 地区, 自治州, 盟), or a county
/// or district (县, 区).
///
/// It has two, four or six digits; pairs of `00` at the end only fill it up. The 市辖区 of a prefecture-level city, `01` at
/// the end, is the city itself. In municipalities, prefectures (地区, 自治州, 盟) and among the counties directly under a
/// province, `01` is a real district, county or county-level city, as is 520201 (钟山区), and stays. The first two digits
/// must be a province; that a city or county exists is not checked.
///
/// ```
/// use oversight::facts::DivisionCode;
/// let nanning: DivisionCode = "450100".parse()?;
/// assert_eq!(nanning.to_string(), "4501");
/// assert_eq!(nanning, "450101".parse()?);
/// assert_eq!(nanning.province_zh(), "广西壮族自治区");
/// assert_eq!(DivisionCode::new("110101").map(|it| it.to_string()).as_deref(), Some("110101"));
/// # Ok::<(), oversight::facts::DivisionCodeError>(())
/// ```
#[doc(alias = "行政区划代码")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode {
    province: [u8; 2],
    city: [u8; 2],
    county: [u8; 2],
}

impl DivisionCode {
    fn read(text: &str) -> Result<Self, DivisionCodeError> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DivisionCodeError::Character);
        }
        let (province, mut city, mut county) = match *text.as_bytes() {
            [p1, p2] => ([p1, p2], NONE, NONE),
            [p1, p2, c1, c2] => ([p1, p2], [c1, c2], NONE),
            [p1, p2, c1, c2, d1, d2] => ([p1, p2], [c1, c2], [d1, d2]),
            _ if matches!(text.len(), 9 | 12) => return Err(DivisionCodeError::Statistical),
            _ => return Err(DivisionCodeError::Length),
        };
        if PROVINCES.iter().all(|(it, _)| **it != province) {
            return Err(DivisionCodeError::NoSuchProvince);
        }
        if county == PAD {
            county = NONE;
        }
        if city == PAD && county == NONE {
            city = NONE;
        }
        if city != NONE && matches!(&province, b"71" | b"81" | b"82") {
            return Err(DivisionCodeError::NoLowerLevel);
        }
        // Until 2003 the counties directly under Hainan were 4600xx; records of that time still name them.
        if city == PAD && province != *b"46" {
            return Err(DivisionCodeError::NoCity);
        }
        let code = Self { province, city, county };
        Ok(if county == *b"01" && code.has_summary() {
            Self { county: NONE, ..code }
        } else {
            code
        })
    }

    /// Whether `01` below the city is the sum of its districts (市辖区汇总码): it is below prefecture-level cities, which
    /// have 01 to 20 and 51 to 70; 地区, 自治州 and 盟 have 21 to 50. In Liupanshui (六盘水) it is a district.
    fn has_summary(self) -> bool {
        !self.is_municipal()
            && city_numbers(self.city)
            && (self.province, self.city) != (*b"52", *b"02")
    }

    /// Whether it lies in a municipality directly under the central government (直辖市).
    const fn is_municipal(self) -> bool {
        matches!(&self.province, b"11" | b"12" | b"31" | b"50")
    }

    /// Whether its city is none, but stands for counties directly under the province (省直辖县级行政区划).
    ///
    /// Today those are 4190, 4290, 4690 and 6590; other provinces had such codes before.
    fn is_virtual_city(self) -> bool {
        self.city == *b"90" || self.city == PAD
    }

    fn digits(self) -> [u8; 6] {
        let ([p1, p2], [c1, c2], [d1, d2]) = (self.province, self.city, self.county);
        [p1, p2, c1, c2, d1, d2]
    }

    /// Itself and the levels above it, coarsest first.
    pub(crate) fn levels(self) -> impl DoubleEndedIterator<Item = Self> {
        let province = Self { city: NONE, county: NONE, ..self };
        let city = (self.city != NONE).then_some(Self { county: NONE, ..self });
        let county = (self.county != NONE).then_some(self);
        [Some(province), city, county].into_iter().flatten()
    }

    /// The name of its province, autonomous region, municipality or special region.
    #[must_use]
    pub fn province_zh(self) -> &'static str {
        let name = PROVINCES.iter().find(|(it, _)| **it == self.province);
        name.map(|(_, name)| *name).unwrap_or_default()
    }

    /// Whether a place recorded under this code lies in an area.
    ///
    /// `None` where this code is the coarser one, so that the place may or may not lie there. Codes of four digits in
    /// municipalities mean only what begins with them: 5001 is the districts of Chongqing, 5002 its counties, 50 all of it.
    ///
    /// ```
    /// use oversight::facts::DivisionCode;
    /// let within = |code: &str, area: &str| Ok::<_, oversight::facts::DivisionCodeError>(
    ///     code.parse::<DivisionCode>()?.within(area.parse()?));
    /// assert_eq!(within("450103", "450100")?, Some(true));
    /// assert_eq!(within("450103", "44")?, Some(false));
    /// assert_eq!(within("450100", "450103")?, None);
    /// assert_eq!(within("500230", "5001")?, Some(false));
    /// # Ok::<(), oversight::facts::DivisionCodeError>(())
    /// ```
    #[must_use]
    pub fn within(self, area: Self) -> Option<bool> {
        inside(filled(&self.digits()), filled(&area.digits()))
    }

    /// Whether two places lie in one city or prefecture; in municipalities, in one municipality.
    ///
    /// Counties directly under a province are each a city of their own. `None` where one of the two codes is too coarse.
    ///
    /// ```
    /// use oversight::facts::DivisionCode;
    /// let same = |one: &str, other: &str| Ok::<_, oversight::facts::DivisionCodeError>(
    ///     one.parse::<DivisionCode>()?.same_city(other.parse()?));
    /// assert_eq!(same("450102", "450103")?, Some(true));
    /// assert_eq!(same("500101", "500230")?, Some(true));
    /// assert_eq!(same("469001", "469002")?, Some(false));
    /// assert_eq!(same("45", "450103")?, None);
    /// # Ok::<(), oversight::facts::DivisionCodeError>(())
    /// ```
    #[must_use]
    pub fn same_city(self, other: Self) -> Option<bool> {
        if self.province != other.province {
            return Some(false);
        }
        if self.is_municipal() {
            return Some(true);
        }
        if self.city == NONE || other.city == NONE {
            return None;
        }
        if self.city != other.city {
            return Some(false);
        }
        if !self.is_virtual_city() {
            return Some(true);
        }
        (self.county != NONE && other.county != NONE).then_some(self.county == other.county)
    }
}

/// Whether the third and fourth digits are among those of prefecture-level cities (地级市).
fn city_numbers(city: [u8; 2]) -> bool {
    city != NONE && matches!(number(city), 1..=20 | 51..=70)
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(&self.digits(), f)
    }
}

coded! {
    DivisionCode DivisionCodeError,
    "A place after GB/T 2260 (行政区划代码): two digits for a province, four for a city or prefecture, six for a county or \
     district; pairs of `00` at the end may fill it up. Always a string. Statistical codes of 9 or 12 digits are refused.",
    "^(?:(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])(?:[0-9]{2}|0000|(?:0[1-9]|[1-9][0-9])[0-9]{2})?\
    |4600[0-9]{2}|(?:71|81|82)(?:00){0,2})$",
    &["450103", "4501", "45", "110101", "500230", "419001", "81"]
}

record! {
    /// A division code that was abolished, and the one that took its place.
    ///
    /// It speaks of this code alone: where a city was renumbered, its counties need changes of their own. Of a county that
    /// was divided up, the one successor is named to which its records go.
    #[doc(alias = "行政区划变更")]
    pub struct DivisionChange {
        /// The code that was abolished.
        old: DivisionCode,
        /// The code that took its place.
        new: DivisionCode,
        /// The first day on which the old code no longer holds.
        from: Day,
        ..
    }
}

/// What became of a division code by some day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Resolved {
    /// The code on that day: the one asked about, or the one that took its place.
    pub code: DivisionCode,
    /// The first day on which the code asked about no longer held; `None` while it holds.
    pub abolished_from: Option<Day>,
}

/// Changes of division codes, to match records of different years on the codes of one day.
///
/// The crate holds none. Hangzhou, for instance:
///
/// ```
/// use oversight::{facts::{DivisionAliases, DivisionChange, DivisionCode}, time::date};
/// let [old, new]: [DivisionCode; 2] = ["330104".parse()?, "330102".parse()?];
/// let aliases = DivisionAliases::new([DivisionChange::new(old, new, date!(2021, 4, 9))])
///     .expect("one sound change");
///
/// let before = aliases.current(old, date!(2021, 4, 8));
/// assert_eq!((before.code, before.abolished_from), (old, None));
/// let after = aliases.current(old, date!(2021, 4, 9));
/// assert_eq!((after.code, after.abolished_from), (new, Some(date!(2021, 4, 9).into())));
/// # Ok::<(), oversight::facts::DivisionCodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DivisionAliases {
    /// By old code, then by day.
    changes: Vec<DivisionChange>,
}

impl DivisionAliases {
    /// A list of changes, in any order.
    ///
    /// # Errors
    ///
    /// Every fault with the place of the change in the list: a code that changes twice on one day, a change to the same
    /// code, changes that lead round in a circle, whatever their days.
    pub fn new(
        changes: impl IntoIterator<Item = DivisionChange>,
    ) -> Result<Self, Vec<(usize, String)>> {
        let mut changes: Vec<_> = changes.into_iter().collect();
        let faults = faults(&changes);
        if !faults.is_empty() {
            return Err(faults);
        }
        changes.sort_by_key(|it| (it.old, it.from));
        Ok(Self { changes })
    }

    /// What a code has become by a day.
    ///
    /// Of several changes of one code the last by that day counts. What took its place may have been replaced since, and
    /// is followed; changes of a successor from before it became one are not.
    #[must_use]
    pub fn current(&self, code: DivisionCode, day: NaiveDate) -> Resolved {
        let day = Day(day);
        let past = self.changes.partition_point(|it| (it.old, it.from) <= (code, day));
        let last = past.checked_sub(1).and_then(|n| self.changes.get(n));
        let Some(first) = last.filter(|it| it.old == code) else {
            return Resolved { code, abolished_from: None };
        };
        // No circles, so this ends.
        let mut change = first;
        while let Some(next) = self.next(change).filter(|it| it.from <= day) {
            change = next;
        }
        Resolved { code: change.new, abolished_from: Some(first.from) }
    }

    /// What a code has become by now, by every change on the list.
    #[must_use]
    pub fn newest(&self, code: DivisionCode) -> DivisionCode {
        if self.changes.is_empty() { code } else { self.current(code, NaiveDate::MAX).code }
    }

    /// The first change of a successor since it became one.
    fn next(&self, change: &DivisionChange) -> Option<&DivisionChange> {
        let since = (change.new, change.from);
        let n = self.changes.partition_point(|it| (it.old, it.from) < since);
        self.changes.get(n).filter(|it| it.old == change.new)
    }
}

/// Every fault of a list of changes.
fn faults(changes: &[DivisionChange]) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    let mut first = BTreeMap::new();
    // How many changes lead away from each code and do not end yet, and which codes lead to each.
    let mut open: BTreeMap<DivisionCode, usize> = BTreeMap::new();
    let mut leading_to: BTreeMap<DivisionCode, Vec<DivisionCode>> = BTreeMap::new();
    for (n, DivisionChange { old, new, from }) in changes.iter().enumerate() {
        let before = *first.entry((*old, *from)).or_insert(n);
        if before != n {
            faults.push((n, format!("{old} already changes on {from}, in change {before}")));
        }
        if old == new {
            faults.push((n, format!("{old} changes to itself")));
            continue;
        }
        *open.entry(*old).or_default() += 1;
        open.entry(*new).or_default();
        leading_to.entry(*new).or_default().push(*old);
    }
    let mut ended: Vec<_> =
        open.iter().filter(|(_, count)| **count == 0).map(|(code, _)| *code).collect();
    while let Some(code) = ended.pop() {
        for old in leading_to.get(&code).into_iter().flatten() {
            if let Some(count) = open.get_mut(old) {
                *count -= 1;
                if *count == 0 {
                    ended.push(*old);
                }
            }
        }
    }
    // What is left leads into a circle.
    for (n, DivisionChange { old, new, .. }) in changes.iter().enumerate() {
        if old != new && open.get(new).is_some_and(|count| *count > 0) {
            faults.push((n, format!("from {old} to {new} the changes lead round in a circle")));
        }
    }
    faults.sort();
    faults
}

reasons! {
    /// Why a text is no [`CreditCode`].
    ///
    /// ```
    /// use oversight::facts::{CreditCode, CreditCodeError};
    /// assert_eq!("91110108551385082X".parse::<CreditCode>(), Err(CreditCodeError::Check));
    /// ```
    pub enum CreditCodeError {
        /// Not 18 characters.
        Length => "a unified social credit code has 18 characters",
        /// A character outside the alphabet of the standard.
        Character => "a unified social credit code has ASCII digits and capital letters without I, O, S, V and Z",
        /// The last character does not follow from the others.
        Check => "the last character of the unified social credit code does not follow from the others",
    }
}

/// The characters of a credit code, each standing for its place.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What a character of a credit code counts.
fn value(byte: u8) -> Result<u32, CreditCodeError> {
    let place = ALPHABET.iter().zip(0..).find(|(it, _)| **it == byte);
    place.map(|(_, value)| value).ok_or(CreditCodeError::Character)
}

/// The unified social credit code of an organisation after GB 32100-2015 (统一社会信用代码).
///
/// 18 digits and capital letters, of which the last follows from the others. Lower case is refused.
///
/// ```
/// use oversight::facts::CreditCode;
/// let code: CreditCode = "91110108551385082Q".parse()?;
/// assert_eq!(code.to_string(), "91110108551385082Q");
/// assert!(CreditCode::new("91110108551385082q").is_none());
/// # Ok::<(), oversight::facts::CreditCodeError>(())
/// ```
#[doc(alias = "统一社会信用代码")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; 18]);

impl CreditCode {
    fn read(text: &str) -> Result<Self, CreditCodeError> {
        if text.chars().count() != 18 {
            return Err(CreditCodeError::Length);
        }
        // 18 characters are 18 bytes only where all of them are ASCII.
        let bytes: [u8; 18] = text.as_bytes().try_into().map_err(|_| CreditCodeError::Character)?;
        let [body @ .., last] = &bytes;
        let (mut sum, mut weight) = (0, 1);
        for byte in body {
            sum += value(*byte)? * weight;
            weight = weight * 3 % 31;
        }
        // The check value is what is missing to a multiple of 31; nothing is missing where it is 0.
        let check = (31 - sum % 31) % 31;
        if value(*last)? == check { Ok(Self(bytes)) } else { Err(CreditCodeError::Check) }
    }

    /// Where the authority sits that registered it, as far as its digits 3 to 8 are the code of a place.
    ///
    /// A hint, no proof: it tells neither where the organisation is nor where it works, and the place may have another
    /// code by now. Central authorities have 100000, which is none.
    ///
    /// ```
    /// use oversight::facts::{CreditCode, DivisionCode};
    /// let place = CreditCode::new("91110108551385082Q").and_then(CreditCode::registered_in);
    /// assert_eq!(place, DivisionCode::new("110108"));
    /// ```
    #[must_use]
    pub fn registered_in(self) -> Option<DivisionCode> {
        let [_, _, place @ .., _, _, _, _, _, _, _, _, _, _] = &self.0;
        DivisionCode::new(std::str::from_utf8(place).ok()?)
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(&self.0, f)
    }
}

coded! {
    CreditCode CreditCodeError,
    "An organisation after GB 32100-2015 (统一社会信用代码): 18 digits and capital letters without I, O, S, V and Z, of which \
     the last follows from the others.",
    "^[0-9A-HJ-NP-RTUWXY]{18}$",
    &["91110108551385082Q"]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::time::date;

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
        let value =
            |c: char| u64::try_from(ALPHABET.iter().position(|it| *it as char == c).unwrap());
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
}
