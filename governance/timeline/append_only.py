"""SQL that makes a table append-only: the database itself refuses UPDATE, DELETE and TRUNCATE."""

FUNCTION = """
CREATE OR REPLACE FUNCTION governance_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
"""
DROP_FUNCTION = "DROP FUNCTION IF EXISTS governance_append_only();"


def forward(table):
    return f"""
    CREATE TRIGGER {table}_written_once BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION governance_append_only();
    CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION governance_append_only();
    """


def reverse(table):
    return f"DROP TRIGGER IF EXISTS {table}_written_once ON {table}; DROP TRIGGER IF EXISTS {table}_never_emptied ON {table};"
