//! Promotion cases.

use super::{MeetingCase, Walk};
use crate::{
    dossier::PromotionIndex,
    facts::{Person, Promotion, Step},
    path::{Path, field},
    rule::{Context, Runner, SubjectRef},
    shape::IdKind,
};

/// A promotion case under check.
#[derive(Debug, Clone, Copy)]
pub struct PromotionCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The case.
    pub promotion: &'a Promotion,
    /// Its address.
    pub at: Path,
    pub(crate) index: &'a PromotionIndex,
    /// Its place among the promotions of the dossier, where it is one of them.
    pub(crate) place: Option<u32>,
    /// The step that it is about to take, where that is the question.
    pub(crate) gate: Option<Step>,
}

impl<'a> PromotionCase<'a> {
    /// The candidate, and where he or she stands in the register.
    pub(crate) fn candidate(&self) -> Option<(&'a Person, Path)> {
        let place = self.index.candidate as usize;
        let person = self.cx.dossier.records().people.get(place)?;
        Some((person, Path::ROOT.field(field!("people")).index(place)))
    }

    /// The item in which it was decided, as the meeting rules see it.
    pub(crate) fn sitting(&self) -> Option<(MeetingCase<'a>, u32)> {
        let (meeting, item) = self.index.item?;
        let records = self.cx.dossier.records();
        let place = meeting as usize;
        let meeting = records.meetings.get(place)?;
        let index = self.cx.dossier.index().meetings.get(place)?;
        let at = Path::ROOT.field(field!("meetings")).index(place);
        let parameters = self.cx.policy.on(meeting.held_on.day());
        Some((MeetingCase { cx: self.cx, meeting, at, parameters, index }, item))
    }
}

impl<'a> Walk<'a> for PromotionCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        let records = cx.dossier.records();
        let shelf = Path::ROOT.field(field!("promotions"));
        for (n, (promotion, index)) in
            (0u32..).zip(records.promotions.iter().zip(&cx.dossier.index().promotions))
        {
            let at = shelf.index(n as usize);
            Self { cx, promotion, at, index, place: Some(n), gate: None }.judge(run);
        }
    }
}

impl PromotionCase<'_> {
    /// Hands it over. A case has many days; each rule asks which of them it is about.
    pub(crate) fn judge(&self, run: &mut impl Runner) {
        let (id, day) = (self.promotion.id.as_str(), self.cx.as_of);
        run.judge(self, SubjectRef::of(IdKind::Promotion, id, self.at, day));
    }
}
