"""The kinds of source there are, the outlet's own voice aside: the column ``source_kind`` of the claims table."""

KINDS = (
    "official",
    "military",
    "emergency",
    "medic",
    "police",
    "company",
    "union",
    "party",
    "media",
    "witness",
    "visual_evidence",
    "document",
    "unnamed",
    "person",
)
