//! The format for others: as a JSON Schema, and as a guide to read.

use std::fmt::Write as _;

#[cfg(feature = "schema")]
use serde_json::{Map, Value, json};

#[cfg(feature = "schema")]
use crate::outcome::Outcome;

use crate::{
    facts::Records,
    policy::{PARAMETERS, PolicyFile},
    shape::{ChoiceShape, CodeShape, FieldShape, RecordShape, Shape, Shaped},
};

/// A shape with a name.
#[derive(Clone, Copy)]
enum Named {
    Record(&'static RecordShape),
    Choice(&'static ChoiceShape),
    Code(&'static CodeShape),
}

impl Named {
    const fn name(self) -> &'static str {
        match self {
            Self::Record(it) => it.name,
            Self::Choice(it) => it.name,
            Self::Code(it) => it.name,
        }
    }

    fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Record(one), Self::Record(other)) => same_record(one, other),
            (Self::Choice(one), Self::Choice(other)) => same_choice(one, other),
            (Self::Code(one), Self::Code(other)) => same_code(one, other),
            _ => false,
        }
    }
}

fn same_choice(one: &ChoiceShape, other: &ChoiceShape) -> bool {
    one.name == other.name && one.words == other.words
}

fn same_code(one: &CodeShape, other: &CodeShape) -> bool {
    one.name == other.name && one.pattern == other.pattern
}

fn same_record(one: &RecordShape, other: &RecordShape) -> bool {
    std::ptr::eq(one, other)
        || one.name == other.name
            && one.fields.len() == other.fields.len()
            && one.fields.iter().zip(other.fields).all(|(one, other)| {
                one.name == other.name
                    && one.required == other.required
                    && same(&one.shape, &other.shape)
            })
}

fn same(one: &Shape, other: &Shape) -> bool {
    match (one, other) {
        (Shape::Record(one), Shape::Record(other)) => same_record(one, other),
        (Shape::Choice(one), Shape::Choice(other)) => same_choice(one, other),
        (Shape::Coded(one), Shape::Coded(other)) => same_code(one, other),
        (Shape::List(one), Shape::List(other))
        | (Shape::Nullable(one), Shape::Nullable(other))
        | (Shape::Fact(one), Shape::Fact(other)) => same(one, other),
        (Shape::Map(one, one_inner), Shape::Map(other, other_inner)) => {
            same_choice(one, other) && same(one_inner, other_inner)
        }
        (Shape::Id(one), Shape::Id(other)) => one == other,
        (Shape::Whole(one), Shape::Whole(other)) => one == other,
        (Shape::Text, Shape::Text)
        | (Shape::Day, Shape::Day)
        | (Shape::Moment, Shape::Moment)
        | (Shape::Term, Shape::Term)
        | (Shape::Bool, Shape::Bool) => true,
        _ => false,
    }
}

/// Every named shape that a document may hold, in the order in which a reader meets them, each under a title that no
/// other has: one generic record may stand there with several contents.
struct Titles(Vec<(Named, String)>);

impl Titles {
    fn of(root: &Shape) -> Self {
        let mut titles = Self(Vec::new());
        titles.meet(root);
        let mut next = 0;
        while let Some((named, _)) = titles.0.get(next) {
            if let Named::Record(record) = *named {
                for field in record.fields {
                    titles.meet(&field.shape);
                }
            }
            next += 1;
        }
        titles
    }

    fn meet(&mut self, shape: &Shape) {
        match shape {
            Shape::Record(record) => self.add(Named::Record(record)),
            Shape::Choice(choice) => self.add(Named::Choice(choice)),
            Shape::Coded(code) => self.add(Named::Code(code)),
            Shape::List(inner) | Shape::Nullable(inner) | Shape::Fact(inner) => self.meet(inner),
            Shape::Map(keys, inner) => {
                self.add(Named::Choice(keys));
                self.meet(inner);
            }
            _ => {}
        }
    }

    fn add(&mut self, named: Named) {
        if self.0.iter().any(|(it, _)| it.is(named)) {
            return;
        }
        let name = named.name();
        let title = match self.0.iter().filter(|(it, _)| it.name() == name).count() {
            0 => name.to_owned(),
            others => format!("{name}{}", others + 1),
        };
        self.0.push((named, title));
    }

    fn title(&self, named: Named) -> &str {
        self.0.iter().find(|(it, _)| it.is(named)).map_or("", |(_, title)| title)
    }
}

/// The doc of a shape as one line.
fn line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every day from 1900 to 2200, and nothing else: long months, short ones, February, and the 29th of leap years.
#[cfg(feature = "schema")]
const DAY: &str = "(?:(?:(?:19|20|21)[0-9]{2}|2200)-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])\
    |(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))\
    |(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)";

/// The time of day that may follow a day.
#[cfg(feature = "schema")]
const TIME: &str = "(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?";

/// A shape as a JSON Schema (draft 2020-12), with one definition for each record, choice and code.
///
/// What the reader takes, the schema accepts. It cannot say that identifiers are unique and known, that one day may
/// not lie before another, that a key stands once, that a check character fits, or that a string has no lone surrogate. And to JSON Schema `1.0` and
/// `1e0` are integers, which the reader refuses: whole numbers are written in digits alone.
#[cfg(feature = "schema")]
pub(crate) fn json_schema(title: &str, shape: &Shape) -> Value {
    let titles = Titles::of(shape);
    let definitions: Map<String, Value> = titles
        .0
        .iter()
        .map(|(named, title)| (title.clone(), definition(&titles, *named)))
        .collect();
    let mut schema = schema_of(&titles, shape);
    schema.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("title".into(), title.into());
    if !definitions.is_empty() {
        schema.insert("$defs".into(), definitions.into());
    }
    schema.into()
}

#[cfg(feature = "schema")]
fn definition(titles: &Titles, named: Named) -> Value {
    match named {
        Named::Record(record) => {
            let required: Vec<_> =
                record.fields.iter().filter(|it| it.required).map(|it| it.name).collect();
            let properties: Map<String, Value> = record
                .fields
                .iter()
                .map(|field| {
                    let mut schema = schema_of(titles, &field.shape);
                    schema.insert("description".into(), line(field.doc).into());
                    (field.name.to_owned(), schema.into())
                })
                .collect();
            let mut schema = json!({
                "description": line(record.doc),
                "type": "object",
                "properties": properties,
                "additionalProperties": false,
            });
            if let (false, Some(schema)) = (required.is_empty(), schema.as_object_mut()) {
                schema.insert("required".into(), required.into());
            }
            schema
        }
        Named::Choice(choice) => {
            let words: Vec<_> = choice.words.iter().map(|(word, _)| *word).collect();
            let mut description = line(choice.doc);
            for (word, doc) in choice.words {
                let _ = write!(description, "\n- `{word}`: {}", line(doc));
            }
            json!({ "description": description, "type": "string", "enum": words })
        }
        Named::Code(code) => json!({
            "description": line(code.doc),
            "type": "string",
            "pattern": code.pattern,
            "examples": code.samples,
        }),
    }
}

#[cfg(feature = "schema")]
fn schema_of(titles: &Titles, shape: &Shape) -> Map<String, Value> {
    let reference = |named| format!("#/$defs/{}", titles.title(named));
    let schema = match shape {
        Shape::Record(record) => json!({ "$ref": reference(Named::Record(record)) }),
        Shape::Choice(choice) => json!({ "$ref": reference(Named::Choice(choice)) }),
        Shape::Coded(code) => json!({ "$ref": reference(Named::Code(code)) }),
        Shape::List(inner) => json!({ "type": "array", "items": schema_of(titles, inner) }),
        Shape::Nullable(inner) | Shape::Fact(inner) => {
            json!({ "anyOf": [schema_of(titles, inner), { "type": "null" }] })
        }
        Shape::Map(keys, inner) => json!({
            "type": "object",
            "propertyNames": { "$ref": reference(Named::Choice(keys)) },
            "additionalProperties": schema_of(titles, inner),
        }),
        Shape::Id(_) => json!({ "type": "string", "minLength": 1 }),
        Shape::Text => json!({ "type": "string" }),
        Shape::Day => json!({ "type": "string", "pattern": format!("^{DAY}$") }),
        Shape::Moment => json!({ "type": "string", "pattern": format!("^{DAY}{TIME}$") }),
        Shape::Term => json!({ "oneOf": terms() }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Whole(max) => json!({ "type": "integer", "minimum": 0, "maximum": max }),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}

/// A term is an object of one key.
#[cfg(feature = "schema")]
fn terms() -> Vec<Value> {
    use crate::json::{TERM_KEYS, TERM_MAX};
    TERM_KEYS
        .iter()
        .map(|key| {
            json!({
                "type": "object",
                "properties": { *key: { "type": "integer", "minimum": 0, "maximum": TERM_MAX } },
                "required": [key],
                "additionalProperties": false,
            })
        })
        .collect()
}

/// A guide to the format in Markdown: every record with its keys, every choice with its words and every code with
/// examples, in the order in which a reader meets them.
pub(crate) fn guide(shape: &Shape) -> String {
    let titles = Titles::of(shape);
    let mut guide = format!("The document is {}.\n", holds(&titles, shape));
    guide.push_str(FACTS);
    for (named, title) in &titles.0 {
        // Writing to a string cannot fail.
        let _ = match named {
            Named::Record(record) => write_record(&mut guide, &titles, title, record),
            Named::Choice(choice) => write_choice(&mut guide, title, choice),
            Named::Code(code) => write_code(&mut guide, title, code),
        };
    }
    guide
}

const FACTS: &str = "\nA **fact** may be unknown, absent or known: leave the key out where nobody has said, write \
    `null` where it is on record that there is none, and the value where it is on record. Where a rule needs a fact that \
    nobody has said, it answers *undetermined* and names it. Any other key that is not required may be left out; \
    its meaning says what that stands for.\n";

/// A guide to the format of a dossier in Markdown.
#[must_use]
pub fn dossier_guide() -> String {
    guide(&Records::SHAPE)
}

/// A guide to the format of a policy file in Markdown.
#[must_use]
pub fn policy_guide() -> String {
    let mut text = guide(&PolicyFile::SHAPE);
    text.push_str("\n## Defaults\n\nWhat holds where a policy sets no value of its own.\n\n");
    text.push_str("| Parameter | Default | Whose word | How sure |\n| --- | --- | --- | --- |\n");
    for it in PARAMETERS {
        let default = it.default.unwrap_or("none: a rule that needs it is undetermined");
        let basis = it.default.map_or("", |_| it.basis.en());
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| `{}` | {default} | {basis} | {} |", it.field, it.confidence.en());
    }
    text
}

/// JSON Schema (draft 2020-12) of a dossier. What the reader takes the schema accepts; see the guide for what a schema
/// cannot say: identifiers that are unique and known, days in order, keys that stand once.
#[cfg(feature = "schema")]
#[must_use]
pub fn dossier_schema() -> Value {
    json_schema("oversight dossier", &Records::SHAPE)
}

/// JSON Schema (draft 2020-12) of a policy file.
#[cfg(feature = "schema")]
#[must_use]
pub fn policy_schema() -> Value {
    json_schema("oversight policy", &PolicyFile::SHAPE)
}

/// JSON Schema (draft 2020-12) of a report.
#[cfg(feature = "schema")]
#[must_use]
#[expect(clippy::indexing_slicing, reason = "assigning to a key of a JSON object adds it")]
pub fn report_schema() -> Value {
    let words = |words: &[&str]| json!({ "type": "string", "enum": words });
    let list = |items: Value| json!({ "type": "array", "items": items });
    let object = |properties: Value| {
        let keys: Vec<String> =
            properties.as_object().map(|it| it.keys().cloned().collect()).unwrap_or_default();
        json!({
            "type": "object",
            "properties": properties,
            "required": keys,
            "additionalProperties": false,
        })
    };
    let or_null = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
    // A word, or an object of one key: how an enum stands in JSON.
    let tagged = json!({ "anyOf": [
        { "type": "string" },
        { "type": "object", "minProperties": 1, "maxProperties": 1 },
    ] });
    let code = json!({ "type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$" });
    let pointer = json!({ "type": "string", "pattern": "^(/[^/]*)*$" });
    let day = json!({ "type": "string", "pattern": format!("^{DAY}$") });
    let count = json!({ "type": "integer", "minimum": 0 });
    let text = json!({ "type": "string" });
    let outcomes: Vec<Value> =
        Outcome::ALL.iter().filter_map(|it| serde_json::to_value(it).ok()).collect();
    let mut row = object(json!({
        "code": code, "compliant": count, "pending": count, "undetermined": count, "violated": count,
        "waived": count, "not_applicable": { "type": "object", "additionalProperties": count },
    }));
    row["description"] = "How many subjects ended how under one rule.".into();
    let mut schema = object(json!({
        "crate_version": text,
        "as_of": day,
        "outcome": { "enum": outcomes },
        "violations": list(object(json!({
            "code": code, "fingerprint": text, "severity": words(&["serious", "ordinary", "advisory"]),
            "key": text, "period": or_null(text.clone()), "subject": pointer, "subject_id": or_null(text.clone()), "at": pointer,
            "also": list(pointer.clone()), "breach": tagged, "day": day, "who": or_null(text.clone()),
            "hinges": list(json!({ "type": "object", "required": ["field", "basis"] })),
            "waived_by": or_null(count.clone()),
            "cites": list(json!({ "type": "object", "required": ["instrument", "title", "place"] })),
            "remedy": object(json!({ "zh": text, "en": text })),
        }))),
        "undetermined": list(object(json!({
            "code": code, "key": text, "period": or_null(text.clone()), "subject": pointer, "subject_id": or_null(text.clone()),
            "missing": list(tagged.clone()),
        }))),
        "pending": list(object(json!({
            "code": code, "key": text, "period": or_null(text.clone()), "subject": pointer, "subject_id": or_null(text.clone()), "at": pointer,
            "due": or_null(day.clone()),
        }))),
        "tally": list(row),
        "waivers": list(object(json!({
            "index": count, "state": words(&["used", "ran_out", "matched_nothing", "no_such_rule"]),
        }))),
        "left_out": list(object(json!({ "code": code, "reason": text }))),
    }));
    schema["properties"]["trace"] = list(json!({
        "type": "object", "required": ["code", "key", "subject", "outcome"],
        "properties": { "evidence": { "type": "array", "items": { "type": "object" } } },
    }));
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = "oversight report".into();
    schema
}

fn write_record(
    guide: &mut String,
    titles: &Titles,
    title: &str,
    record: &RecordShape,
) -> std::fmt::Result {
    write!(guide, "\n## {title}\n\n{}\n", line(record.doc))?;
    if !record.fields.is_empty() {
        guide.push_str("\n| Key | Required | Holds | Meaning |\n| --- | --- | --- | --- |\n");
    }
    for FieldShape { name, doc, required, shape } in record.fields {
        let required = if *required { "yes" } else { "no" };
        let (holds, meaning) = (cell(&holds(titles, shape)), cell(doc));
        writeln!(guide, "| `{name}` | {required} | {holds} | {meaning} |")?;
    }
    for (start, end) in record.ordered {
        write!(guide, "\n`{end}` may not lie before `{start}`.\n")?;
    }
    Ok(())
}

fn write_choice(guide: &mut String, title: &str, choice: &ChoiceShape) -> std::fmt::Result {
    write!(guide, "\n## {title}\n\n{}\n", line(choice.doc))?;
    guide.push_str("\n| Word | Meaning |\n| --- | --- |\n");
    for (word, doc) in choice.words {
        writeln!(guide, "| `{}` | {} |", cell(word), cell(doc))?;
    }
    Ok(())
}

fn write_code(guide: &mut String, title: &str, code: &CodeShape) -> std::fmt::Result {
    write!(guide, "\n## {title}\n\n{}\n", line(code.doc))?;
    if !code.samples.is_empty() {
        write!(guide, "\nFor instance `{}`.\n", code.samples.join("`, `"))?;
    }
    Ok(())
}

/// Text for a cell of a table.
fn cell(text: &str) -> String {
    line(text).replace('|', "\\|")
}

/// What a value of the shape is, in words.
fn holds(titles: &Titles, shape: &Shape) -> String {
    let link = |named| {
        let title = titles.title(named);
        format!("[{title}](#{})", title.to_lowercase())
    };
    match shape {
        Shape::Record(record) => format!("an object: {}", link(Named::Record(record))),
        Shape::Choice(choice) => format!("a word: {}", link(Named::Choice(choice))),
        Shape::Coded(code) => format!("a code: {}", link(Named::Code(code))),
        Shape::List(inner) => format!("a list, each {}", holds(titles, inner)),
        Shape::Nullable(inner) => holds(titles, inner),
        Shape::Fact(inner) => format!("**fact**: {}; or `null`", holds(titles, inner)),
        Shape::Map(keys, inner) => format!(
            "an object whose keys are words of {}, each with {}",
            link(Named::Choice(keys)),
            holds(titles, inner)
        ),
        Shape::Id(kind) => format!("an identifier ({})", kind.en()),
        Shape::Text => "text".into(),
        Shape::Day => "a day, `YYYY-MM-DD`".into(),
        Shape::Moment => {
            "a day, `YYYY-MM-DD`, or with the time of day, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`".into()
        }
        Shape::Term => {
            "a term: `{\"working_days\": 5}`, `{\"calendar_days\": 30}` or `{\"months\": 6}`".into()
        }
        Shape::Bool => "`true` or `false`".into(),
        Shape::Whole(max) => format!("a whole number from 0 to {max}"),
    }
}

#[cfg(test)]
#[allow(unreachable_pub)]
mod guide_tests {
    use super::*;
    use crate::{
        facts::{PersonId, Records, Relation, Text},
        law::codes::DivisionChange,
        shape::{Shaped, record},
        time::{Day, Term},
    };

    record! {
        /// A b|c,
        /// and more.
        pub struct Small {
            /// Its identifier | unique.
            id: PersonId,
            ..
            /// First day.
            from: Option<Day>,
            /// Last day.
            until: Option<Day>,
            /// What it is.
            relation: Option<Relation>,
            /// Others.
            names: Vec<Text>,
            /// A limit.
            limit: Option<Term>,
        }
        order from <= until;
    }

    #[test]
    fn guide_of_a_record() {
        let guide = guide(&Small::SHAPE);
        let start = "The document is an object: [Small](#small).\n".to_owned() + FACTS + "
## Small

A b|c, and more.

| Key | Required | Holds | Meaning |
| --- | --- | --- | --- |
| `id` | yes | an identifier (person) | Its identifier \\| unique. |
| `from` | no | a day, `YYYY-MM-DD` | First day. |
| `until` | no | a day, `YYYY-MM-DD` | Last day. |
| `relation` | no | a word: [Relation](#relation) | What it is. |
| `names` | no | a list, each text | Others. |
| `limit` | no | a term: `{\"working_days\": 5}`, `{\"calendar_days\": 30}` or `{\"months\": 6}` | A limit. |

`until` may not lie before `from`.

## Relation

What a relative is to a person.

| Word | Meaning |
| --- | --- |
| `spouse` | 配偶. |
";
        assert!(guide.starts_with(&start), "{guide}");
        assert!(guide.ends_with("| `other` | A relation outside all sets. |\n"), "{guide}");
    }

    #[test]
    fn guide_of_a_code() {
        let guide = guide(&DivisionChange::SHAPE);
        let row = "| `old` | yes | a code: [DivisionCode](#divisioncode) | The code that was abolished. |";
        assert!(guide.contains(row), "{guide}");
        assert_eq!(guide.matches("\n## DivisionCode\n\nA place after GB/T 2260 ").count(), 1);
        assert!(guide.contains("\n\nFor instance `450103`, `4501`, "), "{guide}");
    }

    #[test]
    fn guide_tells_every_record_once() {
        let guide = guide(&Records::SHAPE);
        for title in ["Records", "Person", "Membership", "Meeting", "Item", "Vote", "Emergency"] {
            assert_eq!(guide.matches(&format!("\n## {title}\n")).count(), 1, "{title}");
        }
    }

    #[test]
    fn one_name_with_two_contents_has_two_titles() {
        static NUMBER: RecordShape = RecordShape {
            name: "Entry",
            doc: "A number.",
            fields: &[FieldShape {
                name: "value",
                doc: "",
                required: true,
                shape: Shape::Whole(9),
            }],
            ordered: &[],
        };
        static TEXT: RecordShape = RecordShape {
            name: "Entry",
            doc: "A text.",
            fields: &[FieldShape { name: "value", doc: "", required: true, shape: Shape::Text }],
            ordered: &[],
        };
        static BOTH: RecordShape = RecordShape {
            name: "Both",
            doc: "",
            fields: &[
                FieldShape { name: "a", doc: "", required: true, shape: Shape::Record(&NUMBER) },
                FieldShape { name: "b", doc: "", required: true, shape: Shape::Record(&TEXT) },
                FieldShape { name: "c", doc: "", required: true, shape: Shape::Record(&NUMBER) },
            ],
            ordered: &[],
        };
        let guide = guide(&Shape::Record(&BOTH));
        assert!(guide.contains("| `a` | yes | an object: [Entry](#entry) |"), "{guide}");
        assert!(guide.contains("| `b` | yes | an object: [Entry2](#entry2) |"), "{guide}");
        assert!(guide.contains("| `c` | yes | an object: [Entry](#entry) |"), "{guide}");
        assert_eq!(guide.matches("\n## ").count(), 3, "{guide}");
    }
}

#[cfg(all(test, feature = "schema"))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::{
        facts::{Records, Relation},
        law::codes::{CreditCode, DivisionCode, IndustryCode},
        shape::Shaped,
        time::{Moment, Term, parse_day},
    };

    fn validator(shape: &Shape) -> jsonschema::Validator {
        let schema = json_schema("A title", shape);
        jsonschema::draft202012::meta::validate(&schema).unwrap();
        jsonschema::draft202012::new(&schema).unwrap()
    }

    #[test]
    fn schema_and_reader_agree() {
        let validator = validator(&Records::SHAPE);
        let item = |body: &str| {
            format!(
                r#"{{"meetings": [{{"id": "m", "kind": "joint", "held_on": "2024-05-06T09:30", "items": [{body}]}}]}}"#
            )
        };
        let texts = [
            "{}".to_owned(),
            "[]".to_owned(),
            r#"{"unit": null, "kinship": null, "people": []}"#.to_owned(),
            r#"{"people": null}"#.to_owned(),
            r#"{"unit": {"region": "guangxi", "departments": [{"id": "d"}]}}"#.to_owned(),
            r#"{"unit": {"region": "hunan"}}"#.to_owned(),
            r#"{"poeple": []}"#.to_owned(),
            r#"{"people": [{}]}"#.to_owned(),
            r#"{"people": [{"id": 1}]}"#.to_owned(),
            r#"{"people": [{"id": "p", "posts": [{"title": "t", "from": "2024-02-29"}]}]}"#.to_owned(),
            r#"{"people": [{"id": "p", "posts": [{"title": "t", "from": "2023-02-29"}]}]}"#.to_owned(),
            r#"{"payments": [{"id": "p", "paid_on": "2024-05-06", "amount_fen": 18446744073709551615}]}"#.to_owned(),
            r#"{"payments": [{"id": "p", "paid_on": "2024-05-06", "amount_fen": -1}]}"#.to_owned(),
            r#"{"payments": [{"id": "p", "paid_on": "2024-05-06", "amount_fen": 1.5}]}"#.to_owned(),
            item(r#"{"id": "i", "vote": {"tally": {"approve": 4294967295}}}"#),
            item(r#"{"id": "i", "vote": {"tally": {"approve": 4294967296}}}"#),
            item(r#"{"id": "i", "vote": {"tally": {}}}"#),
            item(r#"{"id": "i", "vote": {"ballots": [{"by": "p", "choice": "approve"}], "method": null}}"#),
            item(r#"{"id": "i", "statements_incomplete": null}"#),
            item(r#"{"id": "i", "present": ["a", "b"], "consulted": [{"party": "x"}]}"#),
        ];
        let mut taken = 0;
        for text in &texts {
            let reads = serde_json::from_str::<Records>(text).is_ok();
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(validator.is_valid(&value), reads, "{text}");
            taken += usize::from(reads);
        }
        assert_eq!((texts.len(), taken), (20, 8));
        // What the docs say the schema cannot say.
        let float: Value = serde_json::from_str(
            r#"{"payments": [{"id": "p", "paid_on": "2024-05-06", "amount_fen": 1.0}]}"#,
        )
        .unwrap();
        assert!(validator.is_valid(&float));
    }

    #[test]
    fn days_are_just_those_that_are_read() {
        let day = validator(&Shape::Day);
        for year in 1899..=2201 {
            for month in 0..=13 {
                for date in 0..=32 {
                    let text = format!("{year:04}-{month:02}-{date:02}");
                    let reads = parse_day(&text).is_some();
                    assert_eq!(day.is_valid(&text.clone().into()), reads, "{text}");
                }
            }
        }
        let moment = validator(&Shape::Moment);
        for text in [
            "2024-05-06",
            "2024-05-06T00:00",
            "2024-05-06T23:59:59",
            "2024-05-06T24:00",
            "2024-05-06T9:30",
            "2024-05-06T09:60",
            "2024-05-06T09:30:60",
            "2024-05-06T09:30Z",
            "2024-05-06T",
            "2024-05-06\n",
            "2024-05-06t09:30",
            "２024-05-06",
            "2023-02-29T09:30",
            "",
            "2024-5-6",
        ] {
            assert_eq!(moment.is_valid(&text.into()), text.parse::<Moment>().is_ok(), "{text:?}");
            assert_eq!(day.is_valid(&text.into()), parse_day(text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn codes_are_just_those_that_are_read() {
        let industry = validator(&IndustryCode::SHAPE);
        for mark in ["", "2002:", "2011:", "2017:", ":"] {
            for letter in std::iter::once(' ').chain('A'..='U') {
                for digits in 0..=100 {
                    for rest in ["", "0", "01", "012", " "] {
                        let text = format!("{mark}{letter}{digits:02}{rest}").replacen(' ', "", 1);
                        let reads = IndustryCode::new(&text).is_some();
                        assert_eq!(industry.is_valid(&text.clone().into()), reads, "{text}");
                    }
                }
                let text = format!("{mark}{letter}");
                let reads = IndustryCode::new(&text).is_some();
                assert_eq!(industry.is_valid(&text.clone().into()), reads, "{text}");
            }
        }
        let division = validator(&DivisionCode::SHAPE);
        for province in 0..100 {
            for rest in [
                "", "0", "00", "01", "90", "99", "0000", "0001", "0100", "0101", "9001", "9999",
                "00000",
            ] {
                let text = format!("{province:02}{rest}");
                let reads = DivisionCode::new(&text).is_some();
                assert_eq!(division.is_valid(&text.clone().into()), reads, "{text}");
            }
        }
        let credit = validator(&CreditCode::SHAPE);
        assert!(credit.is_valid(&"91110108551385082Q".into()));
        // A schema cannot add up.
        assert!(credit.is_valid(&"91110108551385082R".into()));
        for letter in '0'..='z' {
            let taken = "0123456789ABCDEFGHJKLMNPQRTUWXY".contains(letter);
            let text = format!("9111010855138508{letter}Q");
            assert_eq!(credit.is_valid(&text.clone().into()), taken, "{text}");
        }
        assert!(!credit.is_valid(&"91110108551385082".into()));
        let schema = json_schema("Code", &CreditCode::SHAPE);
        assert_eq!(schema.pointer("/$ref").unwrap(), "#/$defs/CreditCode");
        assert_eq!(schema.pointer("/$defs/CreditCode/examples/0").unwrap(), "91110108551385082Q");
    }

    #[test]
    fn terms_and_maps() {
        let term = validator(&Term::SHAPE);
        for text in [
            r#"{"months": 1}"#,
            r#"{"calendar_days": 0}"#,
            r#"{"working_days": 4294967295}"#,
            r#"{"working_days": 4294967296}"#,
            "{}",
            r#"{"months": 1, "working_days": 1}"#,
            r#"{"days": 1}"#,
            "5",
        ] {
            let reads = serde_json::from_str::<Term>(text).is_ok();
            assert_eq!(term.is_valid(&serde_json::from_str(text).unwrap()), reads, "{text}");
        }
        let Shape::Choice(words) = Relation::SHAPE else { unreachable!() };
        let map = validator(&Shape::Map(words, &Shape::Bool));
        assert!(map.is_valid(&json!({ "spouse": true, "child": false })));
        assert!(!map.is_valid(&json!({ "friend": true })));
        assert!(!map.is_valid(&json!({ "spouse": 1 })));
    }

    #[test]
    fn definitions_carry_the_docs() {
        let schema = json_schema("Records", &Records::SHAPE);
        let at = |pointer| schema.pointer(pointer).unwrap();
        assert_eq!(at("/$ref"), "#/$defs/Records");
        assert_eq!(at("/$defs/Payment/required"), &json!(["id", "paid_on", "amount_fen"]));
        assert_eq!(at("/$defs/Payment/additionalProperties"), false);
        assert_eq!(
            at("/$defs/Payment/properties/paid_on/description"),
            "The day it was approved or paid."
        );
        assert_eq!(at("/$defs/Answer/enum"), &json!(["approved", "refused"]));
    }
}
