//! What kinds of statement there are.

mod object_kind;

pub use object_kind::ObjectKind;

use crate::names::Name;
use serde::Serialize;

macro_rules! commands {
    ($($plain:ident => $tag:literal,)*) => {
        /// What a statement does, named after the server's command tags. Variants carry what must be
        /// known to run the statement; the objects it names are its targets.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Command {
            /// `ALTER TABLE … DETACH PARTITION … CONCURRENTLY`. It works in two transactions of its own.
            DetachPartitionConcurrently {
                /// The partitioned table.
                parent: Name,
                /// The partition taken off.
                partition: Name,
            },
            /// `ALTER TYPE … ADD VALUE`. The value cannot be used before the transaction that adds it commits.
            AlterTypeAddValue {
                /// The enum type.
                type_name: Name,
                /// The new value, decoded.
                value: String,
            },
            /// `COPY`.
            Copy {
                /// Whether data lines follow the statement.
                from_stdin: bool,
            },
            /// `CREATE DATABASE`.
            CreateDatabase {
                /// The database.
                name: String,
            },
            /// `CREATE INDEX`.
            CreateIndex {
                /// Whether it is built `CONCURRENTLY`; a failure then leaves an invalid index behind.
                concurrently: bool,
                /// With `IF NOT EXISTS` an invalid index of that name is left as it is.
                if_not_exists: bool,
                /// The index in the table's schema; the server makes up a name if there is none.
                index: Option<Name>,
                /// The indexed relation.
                table: Name,
            },
            /// `CREATE SUBSCRIPTION`.
            CreateSubscription {
                /// The subscription.
                name: String,
            },
            /// `CREATE TABLESPACE`.
            CreateTablespace {
                /// The tablespace.
                name: String,
            },
            /// `CREATE TYPE` other than an enum.
            CreateType {
                /// The type.
                name: Name,
            },
            /// `CREATE TYPE … AS ENUM`.
            CreateTypeEnum {
                /// The type.
                name: Name,
            },
            /// `DROP DATABASE`.
            DropDatabase {
                /// The database.
                name: String,
            },
            /// `DROP INDEX`; the indexes are its targets.
            DropIndex {
                /// Whether `CONCURRENTLY` is given.
                concurrently: bool,
            },
            /// `DROP SUBSCRIPTION`.
            DropSubscription {
                /// The subscription.
                name: String,
            },
            /// `DROP TABLESPACE`.
            DropTablespace {
                /// The tablespace.
                name: String,
            },
            /// `EXPLAIN`.
            Explain {
                /// Whether the statement is really run.
                analyze: bool,
            },
            /// `REFRESH MATERIALIZED VIEW`.
            RefreshMaterializedView {
                /// Whether readers go on meanwhile.
                concurrently: bool,
            },
            /// `REINDEX`.
            Reindex {
                /// Whether `CONCURRENTLY` is given, as a word or as an option.
                concurrently: bool,
                /// Index, table, schema, database or (for `SYSTEM`) database.
                kind: ObjectKind,
            },
            /// `SELECT`, `VALUES` or `TABLE`, without `INTO`.
            Select {
                /// Whether it calls `set_config` for more than the transaction.
                changes_session: bool,
            },
            /// `SET` or `RESET`.
            Set {
                /// `RESET` rather than `SET`.
                reset: bool,
                /// Only until the transaction ends: `SET LOCAL` and `SET TRANSACTION`.
                local: bool,
                /// What is set.
                setting: Setting,
            },
            $(#[doc = concat!("`", $tag, "`.")] $plain,)*
            /// A statement this crate does not know.
            Other {
                /// Its first words, at most three, in upper case.
                keywords: String,
            },
        }

        impl Command {
            /// The server's command tag, such as `CREATE TABLE`; `UNKNOWN` for [`Command::Other`].
            pub fn tag(&self) -> &'static str {
                match self {
                    Self::DetachPartitionConcurrently { .. } => "ALTER TABLE",
                    Self::AlterTypeAddValue { .. } => "ALTER TYPE",
                    Self::Copy { .. } => "COPY",
                    Self::CreateDatabase { .. } => "CREATE DATABASE",
                    Self::CreateIndex { .. } => "CREATE INDEX",
                    Self::CreateSubscription { .. } => "CREATE SUBSCRIPTION",
                    Self::CreateTablespace { .. } => "CREATE TABLESPACE",
                    Self::CreateType { .. } | Self::CreateTypeEnum { .. } => "CREATE TYPE",
                    Self::DropDatabase { .. } => "DROP DATABASE",
                    Self::DropIndex { .. } => "DROP INDEX",
                    Self::DropSubscription { .. } => "DROP SUBSCRIPTION",
                    Self::DropTablespace { .. } => "DROP TABLESPACE",
                    Self::Explain { .. } => "EXPLAIN",
                    Self::RefreshMaterializedView { .. } => "REFRESH MATERIALIZED VIEW",
                    Self::Reindex { .. } => "REINDEX",
                    Self::Select { .. } => "SELECT",
                    Self::Set { reset: true, .. } => "RESET",
                    Self::Set { reset: false, .. } => "SET",
                    $(Self::$plain => $tag,)*
                    Self::Other { .. } => "UNKNOWN",
                }
            }
        }
    };
}

commands! {
    AlterAggregate => "ALTER AGGREGATE",
    AlterCollation => "ALTER COLLATION",
    AlterConversion => "ALTER CONVERSION",
    AlterDatabase => "ALTER DATABASE",
    AlterDefaultPrivileges => "ALTER DEFAULT PRIVILEGES",
    AlterDomain => "ALTER DOMAIN",
    AlterEventTrigger => "ALTER EVENT TRIGGER",
    AlterExtension => "ALTER EXTENSION",
    AlterForeignDataWrapper => "ALTER FOREIGN DATA WRAPPER",
    AlterForeignTable => "ALTER FOREIGN TABLE",
    AlterFunction => "ALTER FUNCTION",
    AlterIndex => "ALTER INDEX",
    AlterLanguage => "ALTER LANGUAGE",
    AlterLargeObject => "ALTER LARGE OBJECT",
    AlterMaterializedView => "ALTER MATERIALIZED VIEW",
    AlterOperator => "ALTER OPERATOR",
    AlterOperatorClass => "ALTER OPERATOR CLASS",
    AlterOperatorFamily => "ALTER OPERATOR FAMILY",
    AlterPolicy => "ALTER POLICY",
    AlterProcedure => "ALTER PROCEDURE",
    AlterPublication => "ALTER PUBLICATION",
    AlterRole => "ALTER ROLE",
    AlterRoutine => "ALTER ROUTINE",
    AlterRule => "ALTER RULE",
    AlterSchema => "ALTER SCHEMA",
    AlterSequence => "ALTER SEQUENCE",
    AlterServer => "ALTER SERVER",
    AlterStatistics => "ALTER STATISTICS",
    AlterSubscription => "ALTER SUBSCRIPTION",
    AlterSystem => "ALTER SYSTEM",
    AlterTable => "ALTER TABLE",
    AlterTablespace => "ALTER TABLESPACE",
    AlterTextSearchConfiguration => "ALTER TEXT SEARCH CONFIGURATION",
    AlterTextSearchDictionary => "ALTER TEXT SEARCH DICTIONARY",
    AlterTextSearchParser => "ALTER TEXT SEARCH PARSER",
    AlterTextSearchTemplate => "ALTER TEXT SEARCH TEMPLATE",
    AlterTrigger => "ALTER TRIGGER",
    AlterType => "ALTER TYPE",
    AlterUserMapping => "ALTER USER MAPPING",
    AlterView => "ALTER VIEW",
    Analyze => "ANALYZE",
    Begin => "BEGIN",
    Call => "CALL",
    Checkpoint => "CHECKPOINT",
    Close => "CLOSE CURSOR",
    Cluster => "CLUSTER",
    Comment => "COMMENT",
    Commit => "COMMIT",
    CommitPrepared => "COMMIT PREPARED",
    CreateAccessMethod => "CREATE ACCESS METHOD",
    CreateAggregate => "CREATE AGGREGATE",
    CreateCast => "CREATE CAST",
    CreateCollation => "CREATE COLLATION",
    CreateConversion => "CREATE CONVERSION",
    CreateDomain => "CREATE DOMAIN",
    CreateEventTrigger => "CREATE EVENT TRIGGER",
    CreateExtension => "CREATE EXTENSION",
    CreateForeignDataWrapper => "CREATE FOREIGN DATA WRAPPER",
    CreateForeignTable => "CREATE FOREIGN TABLE",
    CreateFunction => "CREATE FUNCTION",
    CreateLanguage => "CREATE LANGUAGE",
    CreateMaterializedView => "CREATE MATERIALIZED VIEW",
    CreateOperator => "CREATE OPERATOR",
    CreateOperatorClass => "CREATE OPERATOR CLASS",
    CreateOperatorFamily => "CREATE OPERATOR FAMILY",
    CreatePolicy => "CREATE POLICY",
    CreateProcedure => "CREATE PROCEDURE",
    CreatePublication => "CREATE PUBLICATION",
    CreateRole => "CREATE ROLE",
    CreateRule => "CREATE RULE",
    CreateSchema => "CREATE SCHEMA",
    CreateSequence => "CREATE SEQUENCE",
    CreateServer => "CREATE SERVER",
    CreateStatistics => "CREATE STATISTICS",
    CreateTable => "CREATE TABLE",
    CreateTableAs => "CREATE TABLE AS",
    CreateTextSearchConfiguration => "CREATE TEXT SEARCH CONFIGURATION",
    CreateTextSearchDictionary => "CREATE TEXT SEARCH DICTIONARY",
    CreateTextSearchParser => "CREATE TEXT SEARCH PARSER",
    CreateTextSearchTemplate => "CREATE TEXT SEARCH TEMPLATE",
    CreateTransform => "CREATE TRANSFORM",
    CreateTrigger => "CREATE TRIGGER",
    CreateUserMapping => "CREATE USER MAPPING",
    CreateView => "CREATE VIEW",
    Deallocate => "DEALLOCATE",
    DeallocateAll => "DEALLOCATE ALL",
    DeclareCursor => "DECLARE CURSOR",
    Delete => "DELETE",
    DiscardAll => "DISCARD ALL",
    DiscardPlans => "DISCARD PLANS",
    DiscardSequences => "DISCARD SEQUENCES",
    DiscardTemp => "DISCARD TEMP",
    Do => "DO",
    DropAccessMethod => "DROP ACCESS METHOD",
    DropAggregate => "DROP AGGREGATE",
    DropCast => "DROP CAST",
    DropCollation => "DROP COLLATION",
    DropConversion => "DROP CONVERSION",
    DropDomain => "DROP DOMAIN",
    DropEventTrigger => "DROP EVENT TRIGGER",
    DropExtension => "DROP EXTENSION",
    DropForeignDataWrapper => "DROP FOREIGN DATA WRAPPER",
    DropForeignTable => "DROP FOREIGN TABLE",
    DropFunction => "DROP FUNCTION",
    DropLanguage => "DROP LANGUAGE",
    DropMaterializedView => "DROP MATERIALIZED VIEW",
    DropOperator => "DROP OPERATOR",
    DropOperatorClass => "DROP OPERATOR CLASS",
    DropOperatorFamily => "DROP OPERATOR FAMILY",
    DropOwned => "DROP OWNED",
    DropPolicy => "DROP POLICY",
    DropProcedure => "DROP PROCEDURE",
    DropPublication => "DROP PUBLICATION",
    DropRole => "DROP ROLE",
    DropRoutine => "DROP ROUTINE",
    DropRule => "DROP RULE",
    DropSchema => "DROP SCHEMA",
    DropSequence => "DROP SEQUENCE",
    DropServer => "DROP SERVER",
    DropStatistics => "DROP STATISTICS",
    DropTable => "DROP TABLE",
    DropTextSearchConfiguration => "DROP TEXT SEARCH CONFIGURATION",
    DropTextSearchDictionary => "DROP TEXT SEARCH DICTIONARY",
    DropTextSearchParser => "DROP TEXT SEARCH PARSER",
    DropTextSearchTemplate => "DROP TEXT SEARCH TEMPLATE",
    DropTransform => "DROP TRANSFORM",
    DropTrigger => "DROP TRIGGER",
    DropType => "DROP TYPE",
    DropUserMapping => "DROP USER MAPPING",
    DropView => "DROP VIEW",
    Execute => "EXECUTE",
    Fetch => "FETCH",
    Grant => "GRANT",
    GrantRole => "GRANT ROLE",
    ImportForeignSchema => "IMPORT FOREIGN SCHEMA",
    Insert => "INSERT",
    Listen => "LISTEN",
    Load => "LOAD",
    LockTable => "LOCK TABLE",
    Merge => "MERGE",
    Move => "MOVE",
    Notify => "NOTIFY",
    Prepare => "PREPARE",
    PrepareTransaction => "PREPARE TRANSACTION",
    ReassignOwned => "REASSIGN OWNED",
    Release => "RELEASE",
    Revoke => "REVOKE",
    RevokeRole => "REVOKE ROLE",
    Rollback => "ROLLBACK",
    RollbackPrepared => "ROLLBACK PREPARED",
    Savepoint => "SAVEPOINT",
    SecurityLabel => "SECURITY LABEL",
    SelectInto => "SELECT INTO",
    SetConstraints => "SET CONSTRAINTS",
    Show => "SHOW",
    StartTransaction => "START TRANSACTION",
    Truncate => "TRUNCATE TABLE",
    Unlisten => "UNLISTEN",
    Update => "UPDATE",
    Vacuum => "VACUUM",
}

/// What `SET` or `RESET` changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// A configuration parameter, in lower case; `SET TIME ZONE` is `timezone`, `SET SCHEMA` is
    /// `search_path`, `SET NAMES` is `client_encoding`, `SET XML OPTION` is `xmloption`.
    Parameter(String),
    /// `SET ROLE`.
    Role,
    /// `SET SESSION AUTHORIZATION`.
    SessionAuthorization,
    /// `SET TRANSACTION`.
    Transaction,
    /// `SET SESSION CHARACTERISTICS`.
    SessionCharacteristics,
    /// `RESET ALL`.
    All,
}
