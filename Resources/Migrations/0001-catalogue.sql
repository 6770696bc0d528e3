-- What the partnership promises: boards, strategies, objectives, measures, targets.
-- Dates are whole days since 1970-01-01; decimals are whole hundred-millionths.

CREATE TABLE board (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    role TEXT,
    source_document TEXT,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE board_report (
    board_id INTEGER NOT NULL REFERENCES board ON DELETE CASCADE,
    reports_to_id INTEGER NOT NULL REFERENCES board,
    PRIMARY KEY (board_id, reports_to_id),
    CHECK (board_id <> reports_to_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    description TEXT,
    source_document TEXT,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    statement TEXT NOT NULL,
    explanation TEXT,
    source_document TEXT,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE strategy (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    short_title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'current', 'archived')),
    starts TEXT,
    ends TEXT,
    supersedes_id INTEGER REFERENCES strategy,
    under_id INTEGER REFERENCES strategy,
    vision TEXT,
    ambition TEXT,
    purpose TEXT,
    source_document TEXT,
    note TEXT,
    position INTEGER NOT NULL,
    CHECK (supersedes_id <> id),
    CHECK (under_id <> id)
) STRICT;

-- The names a strategy gives its own levels, from the top down.
CREATE TABLE strategy_level (
    strategy_id INTEGER NOT NULL REFERENCES strategy ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (strategy_id, position),
    UNIQUE (strategy_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE strategy_board (
    strategy_id INTEGER NOT NULL REFERENCES strategy ON DELETE CASCADE,
    position INTEGER NOT NULL,
    board_id INTEGER NOT NULL REFERENCES board,
    PRIMARY KEY (strategy_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE objective (
    id INTEGER PRIMARY KEY,
    strategy_id INTEGER NOT NULL REFERENCES strategy,
    parent_id INTEGER REFERENCES objective,
    code TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL,
    level TEXT NOT NULL,
    number TEXT,
    title TEXT NOT NULL,
    short_title TEXT NOT NULL,
    why TEXT,
    what TEXT,
    how TEXT,
    success TEXT,
    note TEXT,
    position INTEGER NOT NULL,
    UNIQUE (strategy_id, slug),
    CHECK (parent_id <> id)
) STRICT;

CREATE INDEX objective_in_order ON objective (strategy_id, position);
CREATE INDEX objective_of_parent ON objective (parent_id);

CREATE TABLE objective_board (
    objective_id INTEGER NOT NULL REFERENCES objective ON DELETE CASCADE,
    position INTEGER NOT NULL,
    board_id INTEGER NOT NULL REFERENCES board,
    PRIMARY KEY (objective_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE objective_theme (
    objective_id INTEGER NOT NULL REFERENCES objective ON DELETE CASCADE,
    theme_id INTEGER NOT NULL REFERENCES theme,
    PRIMARY KEY (objective_id, theme_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE objective_statement (
    objective_id INTEGER NOT NULL REFERENCES objective ON DELETE CASCADE,
    statement_id INTEGER NOT NULL REFERENCES statement,
    PRIMARY KEY (objective_id, statement_id)
) STRICT, WITHOUT ROWID;

-- A page of judged measures: a whole strategy's, or one objective's.
CREATE TABLE scorecard (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    strategy_id INTEGER NOT NULL REFERENCES strategy,
    objective_id INTEGER REFERENCES objective,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE measure (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('measure', 'implied', 'fact', 'context', 'derived')),
    value_kind TEXT NOT NULL CHECK (
        value_kind IN
        ('percentage', 'rate', 'count', 'score', 'points', 'composition', 'narrative')),
    unit TEXT NOT NULL,
    multiplier INTEGER CHECK (multiplier > 0),
    decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 6),
    polarity TEXT NOT NULL CHECK (polarity IN ('high', 'low', 'range', 'context', 'unconfirmed')),
    polarity_note TEXT,
    frequency TEXT NOT NULL CHECK (
        frequency IN
        ('quarterly', 'termly', 'annual', 'monthly', 'survey', 'irregular', 'as-parts',
         'to-be-defined')),
    period_kind TEXT NOT NULL CHECK (
        period_kind IN
        ('FQ', 'FY', 'AY', 'CY', 'TERM', 'SCHOOL-TERM', 'MONTH', 'SNAP', 'P3', 'SURVEY', 'PARTS',
         'UNKNOWN')),
    time_basis TEXT NOT NULL CHECK (
        time_basis IN
        ('in-period', 'cumulative', 'rolling-12-months', 'snapshot', 'cohort-year', 'survey',
         'as-parts', 'unknown')),
    numerator TEXT,
    denominator TEXT,
    definition_basis TEXT,
    source TEXT,
    benchmarks TEXT,
    breakdowns TEXT,
    -- Counts from 1 to this are not shown to everyone; 0 where what is counted is not children.
    small_number_threshold INTEGER NOT NULL CHECK (small_number_threshold >= 0),
    small_number_rounding TEXT NOT NULL CHECK (small_number_rounding IN ('none', '5')),
    status TEXT NOT NULL CHECK (
        status IN ('active', 'in-development', 'to-be-defined', 'archived')),
    wording TEXT,
    printed_figures TEXT,
    source_document TEXT,
    note TEXT,
    position INTEGER NOT NULL
) STRICT;

-- The measures a derived one is worked out from.
CREATE TABLE measure_base (
    measure_id INTEGER NOT NULL REFERENCES measure ON DELETE CASCADE,
    position INTEGER NOT NULL,
    base_id INTEGER NOT NULL REFERENCES measure,
    PRIMARY KEY (measure_id, position),
    CHECK (measure_id <> base_id)
) STRICT, WITHOUT ROWID;

-- Where a measure is shown: under an objective, or under the strategy itself with a heading.
-- Keyed so that the placements of a strategy lie side by side, in its own order.
CREATE TABLE placement (
    strategy_id INTEGER NOT NULL REFERENCES strategy,
    position INTEGER NOT NULL,
    measure_id INTEGER NOT NULL REFERENCES measure ON DELETE CASCADE,
    objective_id INTEGER REFERENCES objective,
    heading TEXT,
    note TEXT,
    PRIMARY KEY (strategy_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX placement_of_objective ON placement (objective_id);
CREATE INDEX placement_of_measure ON placement (measure_id);

-- Keyed so that the targets of a measure lie side by side, the last to end last.
CREATE TABLE target (
    measure_id INTEGER NOT NULL REFERENCES measure ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('at-least', 'at-most', 'within', 'floor', 'maintain')),
    value INTEGER NOT NULL,
    -- The other end of a range, or the aim above a floor.
    upper INTEGER CHECK (upper >= value),
    -- A value that moves with time: days and values, such as 2025-03-31 60; 2027-03-31 72.5.
    milestones TEXT,
    milestone_shape TEXT CHECK (milestone_shape IN ('linear', 'listed')),
    tolerance INTEGER NOT NULL CHECK (tolerance >= 0),
    tolerance_kind TEXT NOT NULL CHECK (tolerance_kind IN ('absolute', 'relative')),
    starts_on INTEGER,
    -- 2932896, the last day of 9999, where no end is set.
    ends_on INTEGER NOT NULL DEFAULT 2932896,
    baseline_value INTEGER,
    baseline_period TEXT,
    scope TEXT NOT NULL CHECK (scope IN ('national', 'local')),
    set_by TEXT,
    set_on TEXT,
    printed TEXT,
    source_document TEXT,
    note TEXT,
    position INTEGER NOT NULL,
    PRIMARY KEY (measure_id, ends_on, position),
    CHECK (ends_on >= starts_on),
    CHECK (kind <> 'within' OR upper IS NOT NULL),
    CHECK (upper IS NULL OR kind IN ('within', 'floor')),
    CHECK ((milestones IS NULL) = (milestone_shape IS NULL)),
    CHECK (milestones IS NULL OR kind IN ('at-least', 'at-most')),
    CHECK (tolerance_kind = 'absolute' OR value > 0)
) STRICT, WITHOUT ROWID;

-- You said / We will.
CREATE TABLE pledge (
    id INTEGER PRIMARY KEY,
    strategy_id INTEGER NOT NULL REFERENCES strategy,
    objective_id INTEGER REFERENCES objective,
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    you_said TEXT,
    evidence TEXT,
    evidence_date TEXT,
    we_will TEXT,
    done TEXT,
    done_date TEXT,
    measure_id INTEGER REFERENCES measure,
    source_document TEXT,
    position INTEGER NOT NULL
) STRICT;
