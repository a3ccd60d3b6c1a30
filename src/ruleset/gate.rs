//! May a promotion case go on today? The case is judged as if it did.

use super::{Record, RuleSet, alone::sealed, run::Run};
use crate::{
    dossier::Index,
    error::{Error, Fault, FaultKind},
    facts::{
        Fact, Inspection, Motion, Promotion, PromotionDecision, PublicNotice, Recommendation, Step,
    },
    finding::Violation,
    outcome::Severity,
    path::{Path, Root, field},
    report::Report,
    rule::{Context, PromotionCase},
    time::{Day, Moment, NaiveDate},
};

/// 能否进入下一环节: whether a promotion case may take a step on the as-of day.
///
/// Given to [`RuleSet::check`], it has the case judged as if the step were taken at the end of that day, after all that is on
/// record of it, and as if no later step had been. In the report
///
/// - departures are what blocks the step: what would depart if it were taken, and what departed before;
/// - what is undetermined is missing, and names each fact that would settle it;
/// - what is pending may still be done, or comes with the step itself, such as the vote with the decision; it carries the
///   day due where there is one.
///
/// The step may be taken where [`Gate::is_open`]. Addresses begin at the case, those of the register and of other records at
/// the dossier; those of the step itself may lead to what is not there yet.
///
/// ```
/// use oversight::{RuleSet, facts::{Promotion, Step}, dossier::Dossier, policy::Policy, ruleset::Gate, time::date};
/// let dossier = Dossier::from_json(r#"{ "people": [ { "id": "p1" } ] }"#)?;
/// let case: Promotion = serde_json::from_str(r#"{ "id": "c1", "candidate": "p1",
///     "motion": { "opened_on": "2024-03-01" }, "recommendation": null }"#).unwrap();
/// let gate = Gate::new(&case, Step::Inspection);
/// let report = RuleSet::stable().check(&gate, &dossier, &Policy::default(), date!(2024, 3, 20))?;
/// assert!(!Gate::is_open(&report));
/// // The inspection would begin without a recommendation.
/// assert!(report.violations().any(|it| it.code().as_str() == "PRM022"));
/// # Ok::<(), oversight::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Gate<'p> {
    promotion: &'p Promotion,
    step: Step,
}

impl<'p> Gate<'p> {
    /// The gate before a step of a case.
    #[must_use]
    pub const fn new(promotion: &'p Promotion, step: Step) -> Self {
        Self { promotion, step }
    }

    /// The case.
    #[must_use]
    pub const fn promotion(&self) -> &'p Promotion {
        self.promotion
    }

    /// Whether the step may be taken: nothing departs, advisories and waived departures aside, and nothing is undetermined.
    #[must_use]
    pub fn is_open(report: &Report) -> bool {
        let blocks = |it: &Violation| it.waived_by.is_none() && it.severity > Severity::Advisory;
        report.undetermined().is_empty() && !report.violations().any(blocks)
    }

    /// The step.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }
}

impl sealed::Sealed for Promotion {}
impl sealed::Sealed for Gate<'_> {}

impl Record for Promotion {
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error> {
        check(self, None, rules, cx, report)
    }
}

impl Record for Gate<'_> {
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error> {
        let taken = take(self.promotion, self.step, cx.as_of)?;
        check(&taken, Some(self.step), rules, cx, report)
    }
}

fn check(
    promotion: &Promotion,
    gate: Option<Step>,
    rules: &RuleSet,
    cx: Context<'_>,
    report: &mut Report,
) -> Result<(), Error> {
    let records = cx.dossier.records();
    let index = Index::of_promotion(records, promotion).map_err(Error::from_faults)?;
    let place = (0u32..).zip(&records.promotions).find(|it| it.1.id == promotion.id);
    let place = place.map(|it| it.0);
    let case =
        PromotionCase { cx, promotion, at: Path::of(Root::Promotion), index: &index, place, gate };
    let mut run = Run::alone(rules, cx, report, promotion);
    run.awaited = gate.map(|step| {
        let at = Path::of(Root::Promotion).field(step.key());
        match step {
            // The notice of the inspection comes before it.
            Step::Inspection => [field!("inspectors"), field!("finished_on"), field!("report_on")]
                .map(|it| at.field(it)),
            // The probation is set with the appointment.
            Step::Appointment => [at, at, Path::of(Root::Promotion).field(field!("probation"))],
            _ => [at; 3],
        }
    });
    case.judge(&mut run);
    run.finish(false);
    Ok(())
}

/// The case as it stands once the step is taken on a day, and no later one was.
fn take(case: &Promotion, step: Step, today: NaiveDate) -> Result<Promotion, Error> {
    if let Some(on) = case.taken_on(step).known().filter(|on| **on < today) {
        let words = format!("the case took this step on {on}, before the as-of day");
        let fault =
            Fault::at(Path::of(Root::Promotion).field(step.key()), FaultKind::NotAllowed(words));
        return Err(Error::from_faults(vec![fault]));
    }
    let mut case = case.clone();
    for later in Step::ALL.iter().copied().filter(|it| *it > step) {
        // One that was taken too early stands.
        if case.taken_on(later).known().is_none_or(|on| *on > today) {
            match later {
                Step::Motion => case.motion = Fact::Absent,
                Step::Recommendation => case.recommendation = Fact::Absent,
                Step::Inspection => case.inspection = Fact::Absent,
                Step::Decision => case.decision = Fact::Absent,
                Step::Notice => case.notice = Fact::Absent,
                Step::Appointment => case.appointed_on = Fact::Absent,
            }
        }
    }
    let now = Moment::closing(today);
    // What is planned of the step, such as the inspectors, stays; the vote is still to come.
    match step {
        Step::Motion => set(&mut case.motion, Motion::new(now), |it| it.opened_on = now),
        Step::Recommendation => {
            set(&mut case.recommendation, Recommendation::new(now), |it| it.started_on = now);
        }
        Step::Inspection => {
            set(&mut case.inspection, Inspection::new(now), |it| {
                it.started_on = now;
                if it.inspectors.elements().is_empty() {
                    it.inspectors = Fact::Unknown;
                }
            });
        }
        Step::Decision => {
            case.decision = Fact::Known(PromotionDecision::new(now));
        }
        Step::Notice => {
            set(&mut case.notice, PublicNotice::new(today), |it| it.from = Day(today));
        }
        Step::Appointment => {
            case.appointed_on = Fact::Known(now);
            if case.probation.is_absent() {
                case.probation = Fact::Unknown;
            }
        }
    }
    // Its document is made with it.
    match &mut case.documents {
        Fact::Known(documents) if !documents.contains(&step) => documents.push(step),
        Fact::Absent => case.documents = Fact::Known(vec![step]),
        // There can be no other yet.
        Fact::Unknown if step == Step::Motion => case.documents = Fact::Known(vec![step]),
        Fact::Known(_) | Fact::Unknown => {}
    }
    Ok(case)
}

fn set<T>(fact: &mut Fact<T>, fresh: T, change: impl FnOnce(&mut T)) {
    match fact {
        Fact::Known(it) => change(it),
        Fact::Absent | Fact::Unknown => *fact = Fact::Known(fresh),
    }
}
