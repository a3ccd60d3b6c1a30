//! Inspections by higher organs, and what they found.

use super::Walk;
use crate::{
    facts::{InspectionFinding, OversightInspection},
    path::{Path, field},
    rule::{Context, Runner, SubjectRef},
    shape::IdKind,
};

/// An inspection by a higher organ under check.
#[derive(Debug, Clone, Copy)]
pub struct InspectionCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The inspection.
    pub inspection: &'a OversightInspection,
    /// Its address.
    pub at: Path,
}

/// A finding of an inspection under check.
#[derive(Debug, Clone, Copy)]
pub struct FindingCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The inspection that made it.
    pub inspection: &'a OversightInspection,
    /// The finding.
    pub finding: &'a InspectionFinding,
    /// Its address.
    pub at: Path,
}

impl<'a> Walk<'a> for InspectionCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        for (n, inspection) in cx.dossier.records().oversight_inspections.iter().enumerate() {
            let at = Path::ROOT.field(field!("oversight_inspections")).index(n);
            let (id, day) = (inspection.id.as_str(), inspection.handed_over_on.0);
            let subject = SubjectRef::of(IdKind::Inspection, id, at, day);
            run.judge(&Self { cx, inspection, at }, subject);
            for (k, finding) in inspection.findings.elements().iter().enumerate() {
                let at = at.field(field!("findings")).index(k);
                let case = FindingCase { cx, inspection, finding, at };
                let id = finding.id.as_str();
                run.judge(&case, SubjectRef::of(IdKind::Finding, id, at, day));
            }
        }
    }
}

/// A finding is handed over by its inspection.
impl<'a> Walk<'a> for FindingCase<'a> {}
