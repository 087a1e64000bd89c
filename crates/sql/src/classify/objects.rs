//! The kinds of object that `CREATE`, `ALTER`, `DROP`, `COMMENT` and `GRANT` speak of: how each is
//! spelled, how it is named, and which commands it gives.

use super::{Cursor, Target};
use crate::command::{Command, ObjectKind};
use crate::lex::TokenKind;
use crate::names::Name;

/// How objects of a kind are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// `schema.name`.
    Qualified,
    /// `name` alone.
    Plain,
    /// `schema.name (argument types)`; the types are optional.
    Routine,
    /// `schema.+ (operand types)`.
    Operator,
    /// `name ON table`.
    OnTable,
    /// Not by a name of its own.
    Nameless,
}

/// One kind of object. A command is `None` where there is none or where it is read by a function of its own.
pub(super) struct Object {
    words: &'static [&'static str],
    pub kind: ObjectKind,
    pub naming: Naming,
    pub create: Option<Command>,
    pub alter: Option<Command>,
    pub drop: Option<Command>,
}

macro_rules! command {
    (-) => {
        None
    };
    ($command:ident) => {
        Some(Command::$command)
    };
}

macro_rules! objects {
    ($($($word:literal)+ : $kind:ident $naming:ident, $create:tt $alter:tt $drop:tt;)*) => {
        &[$(Object {
            words: &[$($word),+],
            kind: ObjectKind::$kind,
            naming: Naming::$naming,
            create: command!($create),
            alter: command!($alter),
            drop: command!($drop),
        },)*]
    };
}

/// Where one spelling begins another, the longer comes first.
static OBJECTS: &[Object] = objects! {
    "access" "method": AccessMethod Plain, CreateAccessMethod - DropAccessMethod;
    "aggregate": Aggregate Routine, CreateAggregate AlterAggregate DropAggregate;
    "cast": Cast Nameless, CreateCast - DropCast;
    "collation": Collation Qualified, CreateCollation AlterCollation DropCollation;
    "conversion": Conversion Qualified, CreateConversion AlterConversion DropConversion;
    "database": Database Plain, - AlterDatabase -;
    "domain": Domain Qualified, CreateDomain AlterDomain DropDomain;
    "event" "trigger": EventTrigger Plain, CreateEventTrigger AlterEventTrigger DropEventTrigger;
    "extension": Extension Plain, CreateExtension AlterExtension DropExtension;
    "foreign" "data" "wrapper": ForeignDataWrapper Plain,
        CreateForeignDataWrapper AlterForeignDataWrapper DropForeignDataWrapper;
    "foreign" "table": ForeignTable Qualified, CreateForeignTable AlterForeignTable DropForeignTable;
    "function": Function Routine, CreateFunction AlterFunction DropFunction;
    "group": Role Plain, CreateRole AlterRole DropRole;
    "index": Index Qualified, - AlterIndex -;
    "language": Language Plain, CreateLanguage AlterLanguage DropLanguage;
    "procedural" "language": Language Plain, CreateLanguage AlterLanguage DropLanguage;
    "large" "object": LargeObject Nameless, - AlterLargeObject -;
    "materialized" "view": MaterializedView Qualified,
        CreateMaterializedView AlterMaterializedView DropMaterializedView;
    "operator" "class": OperatorClass Qualified, CreateOperatorClass AlterOperatorClass DropOperatorClass;
    "operator" "family": OperatorFamily Qualified, CreateOperatorFamily AlterOperatorFamily DropOperatorFamily;
    "operator": Operator Operator, CreateOperator AlterOperator DropOperator;
    "policy": Policy OnTable, CreatePolicy AlterPolicy DropPolicy;
    "procedure": Procedure Routine, CreateProcedure AlterProcedure DropProcedure;
    "publication": Publication Plain, CreatePublication AlterPublication DropPublication;
    "role": Role Plain, CreateRole AlterRole DropRole;
    "routine": Routine Routine, - AlterRoutine DropRoutine;
    "rule": Rule OnTable, - AlterRule DropRule;
    "schema": Schema Plain, CreateSchema AlterSchema DropSchema;
    "sequence": Sequence Qualified, CreateSequence AlterSequence DropSequence;
    "server": Server Plain, CreateServer AlterServer DropServer;
    "statistics": Statistics Qualified, - AlterStatistics DropStatistics;
    "subscription": Subscription Plain, - AlterSubscription -;
    "table": Table Qualified, CreateTable AlterTable DropTable;
    "tablespace": Tablespace Plain, - AlterTablespace -;
    "text" "search" "configuration": TextSearchConfiguration Qualified,
        CreateTextSearchConfiguration AlterTextSearchConfiguration DropTextSearchConfiguration;
    "text" "search" "dictionary": TextSearchDictionary Qualified,
        CreateTextSearchDictionary AlterTextSearchDictionary DropTextSearchDictionary;
    "text" "search" "parser": TextSearchParser Qualified,
        CreateTextSearchParser AlterTextSearchParser DropTextSearchParser;
    "text" "search" "template": TextSearchTemplate Qualified,
        CreateTextSearchTemplate AlterTextSearchTemplate DropTextSearchTemplate;
    "transform": Transform Nameless, CreateTransform - DropTransform;
    "trigger": Trigger OnTable, - AlterTrigger DropTrigger;
    "type": Type Qualified, - AlterType DropType;
    "user" "mapping": UserMapping Nameless, CreateUserMapping AlterUserMapping DropUserMapping;
    "user": Role Plain, CreateRole AlterRole DropRole;
    "view": View Qualified, CreateView AlterView DropView;
};

/// Takes the words that name a kind of object.
pub(super) fn object(cursor: &mut Cursor<'_>) -> Option<&'static Object> {
    OBJECTS.iter().find(|object| cursor.words(object.words))
}

/// Takes one object's name as its kind is named, and adds it and its table to the targets. Says whether
/// there was a name.
pub(super) fn named(object: &Object, cursor: &mut Cursor<'_>, targets: &mut Vec<Target>) -> bool {
    let name = match object.naming {
        Naming::Qualified | Naming::Routine => cursor.name(),
        Naming::Plain | Naming::OnTable => cursor.identifier().map(unqualified),
        Naming::Operator => operator(cursor),
        Naming::Nameless => None,
    };
    let Some(name) = name else { return false };
    targets.push(Target::new(object.kind, name));
    match object.naming {
        Naming::Routine | Naming::Operator => {
            cursor.skip_parentheses();
        }
        Naming::OnTable if cursor.word("on") => {
            targets.extend(cursor.name().map(|table| Target::new(ObjectKind::Table, table)));
        }
        _ => {}
    }
    true
}

/// Takes names separated by commas.
pub(super) fn named_list(object: &Object, cursor: &mut Cursor<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    while named(object, cursor, &mut targets) && cursor.symbol(b',') {}
    targets
}

/// Takes relations separated by commas, each with an optional column list.
pub(super) fn relations(cursor: &mut Cursor<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    while let Some(name) = cursor.relation() {
        targets.push(Target::new(ObjectKind::Table, name));
        cursor.skip_parentheses();
        if !cursor.symbol(b',') {
            break;
        }
    }
    targets
}

fn unqualified(name: String) -> Name {
    Name { schema: None, name }
}

fn operator(cursor: &mut Cursor<'_>) -> Option<Name> {
    let mut ahead = *cursor;
    let mut schema = None;
    while let Some(part) = ahead.identifier() {
        schema = Some(part);
        if !ahead.symbol(b'.') {
            return None;
        }
    }
    let symbol = ahead.token().filter(|token| token.kind == TokenKind::Operator)?;
    let name = symbol.text(cursor.text()).to_owned();
    *cursor = ahead;
    Some(Name { schema, name })
}
