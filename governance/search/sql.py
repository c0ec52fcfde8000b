"""The SQL functions behind Chinese search, for a migration: `RunSQL(FORWARD, REVERSE)` before the first column.

Why bigrams: every two neighbouring Chinese characters become one lexeme, so a two-character word is always found
(recall 1), which no segmenting dictionary reaches on place names. Letters and digits make whole words. No text-search
parser is asked, no locale: the comparisons are by code point, so the functions are truly immutable and a dump
restores anywhere.
"""

LONGEST_TEXT = 20_000  # characters; what stands behind is not found
LONGEST_WORD = 64  # characters; a lexeme may not exceed 2,046 bytes

# Letters that make words: ASCII, other Latin, Cyrillic, Mongolian. Everything else that is not Han separates.
WORD_LETTERS = "a-z0-9\u00c0-\u024f\u0400-\u04ff\u1810-\u1819\u1820-\u18aa"
FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"
FIRST_RARE_HAN = "\U00020000"  # extension B and later: characters of some personal and village names

FORWARD = f"""
CREATE OR REPLACE FUNCTION governance_normal(original text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(normalize(original, NFKC) COLLATE "C");

CREATE OR REPLACE FUNCTION governance_bigrams(original text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 500
AS $body$
DECLARE
    plain text := lower(normalize(left(original, {LONGEST_TEXT}), NFKC) COLLATE "C");
    lexemes text[] := array_remove(string_to_array(regexp_replace(plain, '[^{WORD_LETTERS}]+', ' ', 'g'), ' '), '');
    previous text;
    letter text;
BEGIN
    IF octet_length(plain) > 2000 THEN
        lexemes := ARRAY(SELECT left(word, {LONGEST_WORD}) FROM unnest(lexemes) AS word);
    END IF;
    FOREACH letter IN ARRAY string_to_array(plain, NULL) LOOP
        IF letter < '{FIRST_HAN}' COLLATE "C"
                OR (letter > '{LAST_HAN}' COLLATE "C" AND letter < '{FIRST_RARE_HAN}' COLLATE "C") THEN
            previous := NULL;
        ELSE
            IF previous IS NOT NULL THEN
                lexemes := lexemes || (previous || letter);
            END IF;
            previous := letter;
        END IF;
    END LOOP;
    RETURN array_to_tsvector(lexemes);
END
$body$;
"""

REVERSE = """
DROP FUNCTION IF EXISTS governance_bigrams(text);
DROP FUNCTION IF EXISTS governance_normal(text);
"""
