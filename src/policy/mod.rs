//! How much: the numbers a body may set, each with the days it holds and whose word it is; local lists; waivers.

mod ban;
mod parameters;
mod period;
mod waiver;

pub use ban::{Ban, BanArea};
pub(crate) use ban::{BanFields, BusinessFacts, HolderFacts, Matched, is_none};
pub use parameters::{
    Entry, PARAMETERS, ParameterInfo, ParameterValues, Parameters, Ratio, Setting,
};
pub use period::{Period, PowerPair, ReturnUnit};
pub(crate) use waiver::Departure;
pub use waiver::Waiver;
use waiver::WaiverIndex;

#[cfg(feature = "json")]
use crate::json;
use crate::{
    error::{Error, Fault, FaultKind},
    law::codes::{DivisionAliases, DivisionChange},
    path::{Path, Root, field},
    shape::{choice, record},
    time::{Calendar, CalendarYear, Day, NaiveDate, Region, date},
};

record! {
    /// A policy file: only what differs from the defaults.
    #[doc(alias = "政策参数")]
    pub struct PolicyFile {
        ..
        /// Which defaults to begin with. Left out: `default`.
        profile: Option<Profile>,
        /// The first day on which the measures bind. Left out: 2023-01-01.
        measures_from: Option<Day>,
        /// Values that the body sets.
        parameters: Option<ParameterValues>,
        /// Holiday arrangements beside those that the crate holds.
        holidays: Vec<HolidayYear>,
        /// Bans on business 禁业清单. Left out: none is loaded; an empty list says that there is none.
        bans: Option<Vec<Ban>>,
        /// Changes of division codes: places of old and new records are matched by what their codes have become.
        division_changes: Vec<DivisionChange>,
        /// Findings that somebody with the power to do so has waived.
        waivers: Vec<Waiver>,
    }
}

choice! {
    /// Which defaults a policy begins with.
    pub enum Profile {
        /// Every optional rule off.
        Default => "default",
        /// Every optional rule on.
        OptionalRules => "optional_rules",
    }
}

record! {
    /// Days off and days worked of one year in one region, as a notice arranges them.
    #[doc(alias = "调休")]
    pub struct HolidayYear {
        /// The year.
        year: u32,
        /// The region.
        region: Region,
        /// The notice it comes from.
        source: String,
        ..
        /// Days off that would otherwise be worked.
        off: Vec<Day>,
        /// Days worked that would otherwise be off.
        worked: Vec<Day>,
        /// The day of the notice.
        published_on: Option<Day>,
    }
}

/// The policy of one body: every parameter resolved by day, calendars, waivers.
///
/// Built once and shared. `Policy::default()` is the crate's own defaults, in which what no instrument settles is unset:
/// a rule that needs it answers `Undetermined` and names the field.
///
/// ```
/// use oversight::{policy::Policy, time::date};
/// let policy = Policy::from_json(r#"{ "parameters": {
///     "large_sum_threshold_fen": [ { "value": 50000000, "from": "2023-01-01", "cite": "院党组议事规则" } ] } }"#)?;
/// assert_eq!(policy.on(date!(2024, 5, 6)).large_sum_threshold_fen.value, Some(50_000_000));
/// assert_eq!(Policy::default().on(date!(2024, 5, 6)).large_sum_threshold_fen.value, None);
/// # Ok::<(), oversight::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    file: PolicyFile,
    measures_from: NaiveDate,
    /// Parameters by first day, earliest first.
    resolved: Vec<(NaiveDate, Parameters)>,
    /// Before the first of them.
    before: Parameters,
    national: Calendar,
    guangxi: Calendar,
    aliases: DivisionAliases,
    waiver_index: WaiverIndex,
}

impl Policy {
    /// A policy from its file.
    ///
    /// # Errors
    ///
    /// Every fault of it: two values of one parameter from the same day, a ratio that is none, a holiday arrangement that
    /// contradicts itself, a blank reason of a waiver.
    pub fn new(file: PolicyFile) -> Result<Self, Error> {
        let mut faults = Vec::new();
        let profile = file.profile.unwrap_or(Profile::Default);
        let mut defaults = Parameters::default();
        if profile == Profile::OptionalRules {
            defaults.turn_optional_rules_on();
        }
        let none = ParameterValues::new();
        let (before, resolved) = file.parameters.as_ref().unwrap_or(&none).resolve(
            defaults,
            Path::of(Root::Policy).field(field!("parameters")),
            &mut faults,
        );
        let mut national = Calendar::national();
        let mut guangxi = Calendar::for_region(Region::Guangxi);
        for (n, year) in file.holidays.iter().enumerate() {
            let at = Path::of(Root::Policy).field(field!("holidays")).index(n);
            let arranged = year.arranged();
            let fault = |error: &crate::time::CalendarError| {
                let words = error.faults.iter().map(ToString::to_string).collect::<Vec<_>>();
                Fault::at(at, FaultKind::NotAllowed(words.join("; ")))
            };
            // A national year also underlies every region's calendar.
            let tried = if year.region == Region::National {
                national.clone().with_year(arranged.clone()).map(|it| national = it).err()
            } else {
                None
            };
            match tried {
                Some(error) => faults.push(fault(&error)),
                None => match guangxi.clone().with_year(arranged) {
                    Ok(it) => guangxi = it,
                    Err(error) => faults.push(fault(&error)),
                },
            }
        }
        let aliases = DivisionAliases::new(file.division_changes.iter().cloned());
        let aliases = aliases.unwrap_or_else(|changes| {
            let at = Path::of(Root::Policy).field(field!("division_changes"));
            let wrong =
                |(n, words): (usize, String)| Fault::at(at.index(n), FaultKind::NotAllowed(words));
            faults.extend(changes.into_iter().map(wrong));
            DivisionAliases::default()
        });
        let bans = file.bans.as_deref().unwrap_or_default();
        Ban::faults(bans, Path::of(Root::Policy).field(field!("bans")), &mut faults);
        for (n, waiver) in file.waivers.iter().enumerate() {
            waiver.faults(Path::of(Root::Policy).field(field!("waivers")).index(n), &mut faults);
        }
        if !faults.is_empty() {
            return Err(Error::from_faults(faults));
        }
        let waiver_index = WaiverIndex::of(&file.waivers);
        let measures_from = file.measures_from.map_or(MEASURES_FROM, |day| day.0);
        Ok(Self { file, measures_from, resolved, before, national, guangxi, aliases, waiver_index })
    }

    /// A policy from JSON text.
    ///
    /// # Errors
    ///
    /// Every fault of the text, with its JSON Pointer, line and column; see also [`Policy::new`].
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::new(json::read(text)?).map_err(|error| {
            let mut faults = error.into_faults();
            json::locate(text, &mut faults);
            Error::from_faults(faults)
        })
    }

    /// The file it was made from.
    #[must_use]
    pub const fn file(&self) -> &PolicyFile {
        &self.file
    }

    /// The first day on which the measures bind.
    #[must_use]
    pub const fn measures_from(&self) -> NaiveDate {
        self.measures_from
    }

    /// Days from one to another, both included, in pieces on each of which the parameters are the same.
    pub(crate) fn pieces(
        &self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, NaiveDate, &Parameters)> {
        let changes = self.resolved.iter().map(|it| it.0);
        let changes = changes.filter(move |day| from < *day && *day <= until);
        let starts = std::iter::once(from).chain(changes.clone());
        let ends = changes.filter_map(|day| day.pred_opt()).chain(std::iter::once(until));
        starts.zip(ends).map(|(start, end)| (start, end, self.on(start)))
    }

    /// The parameters in force on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &Parameters {
        let after = self.resolved.partition_point(|it| it.0 <= day);
        after.checked_sub(1).and_then(|n| self.resolved.get(n)).map_or(&self.before, |it| &it.1)
    }

    /// The calendar of working days of a region.
    #[must_use]
    pub fn calendar(&self, region: Region) -> &Calendar {
        match region {
            Region::Guangxi => &self.guangxi,
            _ => &self.national,
        }
    }

    /// The waiver that counts for a departure.
    pub(crate) fn waiver_of(&self, departure: &Departure<'_>, as_of: NaiveDate) -> Option<usize> {
        self.waiver_index.find(&self.file.waivers, departure, as_of)
    }

    /// The bans on business; `None` where no list is loaded.
    #[must_use]
    pub fn bans(&self) -> Option<&[Ban]> {
        self.file.bans.as_deref()
    }

    /// What old division codes have become.
    #[must_use]
    pub const fn division_aliases(&self) -> &DivisionAliases {
        &self.aliases
    }

    /// What was waived.
    #[must_use]
    pub fn waivers(&self) -> &[Waiver] {
        &self.file.waivers
    }
}

/// Where the policy gives no adoption date.
const MEASURES_FROM: NaiveDate = date!(2023, 1, 1);

impl Default for Policy {
    fn default() -> Self {
        // Nothing that is set, nothing that can be at fault.
        let none = ParameterValues::new();
        let (before, resolved) =
            none.resolve(Parameters::default(), Path::of(Root::Policy), &mut Vec::new());
        Self {
            file: PolicyFile::new(),
            measures_from: MEASURES_FROM,
            resolved,
            before,
            national: Calendar::national(),
            guangxi: Calendar::for_region(Region::Guangxi),
            aliases: DivisionAliases::default(),
            waiver_index: WaiverIndex::default(),
        }
    }
}

impl HolidayYear {
    fn arranged(&self) -> CalendarYear {
        CalendarYear {
            year: i32::try_from(self.year).unwrap_or(i32::MAX),
            region: self.region,
            off: self.off.clone(),
            worked: self.worked.clone(),
            source: self.source.clone(),
            published_on: self.published_on,
        }
    }
}
