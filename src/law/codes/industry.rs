//! Codes of industries: GB/T 4754, with its older editions.

use std::{error::Error, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{filled, inside, number, pad};
use crate::{
    part::Part,
    shape::{CodeShape, Shape, Shaped, choice, sealed::Sealed},
};

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

pub(super) const CLASSES_2017: Classes = [
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
pub(super) const CLASSES_2011: Classes = [
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

pub(super) const CLASSES_2002: Classes = [
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
pub(super) const FREE_2002: [u8; 2] = [38, 64];

/// Names of the sections from A to T; those of 2011 and 2017 are the same.
pub(super) const SECTIONS: [&str; 20] = [
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

pub(super) const SECTIONS_2002: [&str; 20] = [
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
    /// use oversight::law::codes::{IndustryCode, IndustryCodeError};
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
/// use oversight::law::codes::IndustryCode;
/// let pork: IndustryCode = "1351".parse()?;
/// assert_eq!(pork.to_string(), "C1351");
/// assert_eq!(pork.section_zh(), "制造业");
/// assert_eq!(pork.within("C13".parse()?), Some(true));
/// # Ok::<(), oversight::law::codes::IndustryCodeError>(())
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
    /// use oversight::law::codes::IndustryCode;
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
    /// use oversight::law::codes::IndustryCode;
    /// let within = |code: &str, ban: &str| Ok::<_, oversight::law::codes::IndustryCodeError>(
    ///     code.parse::<IndustryCode>()?.within(ban.parse()?));
    /// assert_eq!(within("C1311", "C13")?, Some(true));
    /// assert_eq!(within("C131", "C1310")?, Some(true));
    /// assert_eq!(within("C1411", "C13")?, Some(false));
    /// assert_eq!(within("C", "C13")?, None);
    /// assert_eq!(within("2011:C1311", "C13")?, None);
    /// # Ok::<(), oversight::law::codes::IndustryCodeError>(())
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
