//! Codes of places: GB/T 2260, and what older codes have become.

use std::collections::BTreeMap;
use std::{error::Error, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{filled, inside, number, pad};
use crate::{
    part::Part,
    shape::{CodeShape, Shape, Shaped, record, sealed::Sealed},
    time::{Day, NaiveDate},
};

/// Provinces, autonomous regions, municipalities and special regions: the first two digits, and the name.
pub(super) const PROVINCES: [(&[u8; 2], &str); 34] = [
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
pub(super) const NONE: [u8; 2] = [0; 2];
/// A pair of digits that only fills a code up.
pub(super) const PAD: [u8; 2] = *b"00";

reasons! {
    /// Why a text is no [`DivisionCode`].
    ///
    /// ```
    /// use oversight::law::codes::{DivisionCode, DivisionCodeError};
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
/// use oversight::law::codes::DivisionCode;
/// let nanning: DivisionCode = "450100".parse()?;
/// assert_eq!(nanning.to_string(), "4501");
/// assert_eq!(nanning, "450101".parse()?);
/// assert_eq!(nanning.province_zh(), "广西壮族自治区");
/// assert_eq!(DivisionCode::new("110101").map(|it| it.to_string()).as_deref(), Some("110101"));
/// # Ok::<(), oversight::law::codes::DivisionCodeError>(())
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
    /// use oversight::law::codes::DivisionCode;
    /// let within = |code: &str, area: &str| Ok::<_, oversight::law::codes::DivisionCodeError>(
    ///     code.parse::<DivisionCode>()?.within(area.parse()?));
    /// assert_eq!(within("450103", "450100")?, Some(true));
    /// assert_eq!(within("450103", "44")?, Some(false));
    /// assert_eq!(within("450100", "450103")?, None);
    /// assert_eq!(within("500230", "5001")?, Some(false));
    /// # Ok::<(), oversight::law::codes::DivisionCodeError>(())
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
    /// use oversight::law::codes::DivisionCode;
    /// let same = |one: &str, other: &str| Ok::<_, oversight::law::codes::DivisionCodeError>(
    ///     one.parse::<DivisionCode>()?.same_city(other.parse()?));
    /// assert_eq!(same("450102", "450103")?, Some(true));
    /// assert_eq!(same("500101", "500230")?, Some(true));
    /// assert_eq!(same("469001", "469002")?, Some(false));
    /// assert_eq!(same("45", "450103")?, None);
    /// # Ok::<(), oversight::law::codes::DivisionCodeError>(())
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
pub(super) fn city_numbers(city: [u8; 2]) -> bool {
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
/// use oversight::{law::codes::{DivisionAliases, DivisionChange, DivisionCode}, time::date};
/// let [old, new]: [DivisionCode; 2] = ["330104".parse()?, "330102".parse()?];
/// let aliases = DivisionAliases::new([DivisionChange::new(old, new, date!(2021, 4, 9))])
///     .expect("one sound change");
///
/// let before = aliases.current(old, date!(2021, 4, 8));
/// assert_eq!((before.code, before.abolished_from), (old, None));
/// let after = aliases.current(old, date!(2021, 4, 9));
/// assert_eq!((after.code, after.abolished_from), (new, Some(date!(2021, 4, 9).into())));
/// # Ok::<(), oversight::law::codes::DivisionCodeError>(())
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
pub(super) fn faults(changes: &[DivisionChange]) -> Vec<(usize, String)> {
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
