"""A run in small: three incidents, six articles, four relations, and strings nobody should trust."""

from dataclasses import replace

from tests.factory import account
from tests.report.lines import Line, pair, position, said
from tests.report.papers import COURIER, EMPTY, FLOOD, MARKETS, POST, WIRE
from tracker.model import INF, Incident, Unread
from tracker.tables import Tables

HARBOUR, VALLEY, MARKET = "inc-harbour000", "inc-valley0000", "inc-market0000"


_ROSTER = {"source_kind": "document", "incident_id": HARBOUR, "event": "fire"}
_NORLAND = {
    "source_kind": "military",
    "party": "Norland",
    "incident_id": HARBOUR,
    "event": "fire",
    "source_name": "Norland defence ministry",
}
_AGENCY = {"source_kind": "emergency", "incident_id": VALLEY, "source_name": "civil protection agency"}

ROSTER_DEAD = said(
    COURIER,
    "lists 74 sailors as killed when the landing ship Meridian burned at its berth",
    "leaked roster",
    number="74",
    measure="killed",
    low=74,
    cue="lists",
    **_ROSTER,
)
ROSTER_HURT = said(COURIER, "another 27 wounded", "leaked roster", number="27", measure="injured", low=27, **_ROSTER)
COURIER_DEAD = said(
    COURIER,
    "one sailor dead and six hurt",
    "The Norland defence ministry",
    number="one",
    measure="killed",
    low=1,
    cue="stood by",
    **_NORLAND,
)
COURIER_FIRE = said(
    COURIER, "a fire it blames on a fault in the engine room", "The Norland defence ministry", **_NORLAND
)
NO_ATTACK = said(COURIER, "“There was no attack,”", "a ministry spokesman", stance="denies", **_NORLAND)
VIDEO = said(
    COURIER, "an object striking the deck", "a video", source_kind="visual_evidence", incident_id=HARBOUR, cue="shows"
)
POST_DEAD = said(
    POST,
    "one sailor died and six were injured in a fire aboard the Meridian",
    "Norland",
    number="one",
    measure="killed",
    low=1,
    via=("NTA",),
    cue="said",
    **_NORLAND,
)
WIRE_DEAD = said(
    WIRE,
    "one sailor died and six were injured in a fire aboard the Meridian",
    "Norland",
    number="one",
    measure="killed",
    low=1,
    via=("NTA",),
    **_NORLAND,
)
DRONES = said(
    POST,
    "the ship had been hit by two drones",
    "Admiral Ilse Brandt",
    number="two",
    measure="fired",
    low=2,
    source_kind="military",
    party="Estmark",
    incident_id=HARBOUR,
    cue="said",
)
MORNING = said(
    FLOOD,
    "At least 12 people have died in the floods of the Anser valley",
    "the civil protection agency",
    number="At least 12",
    measure="killed",
    low=12,
    high=INF,
    bound="at_least",
    **_AGENCY,
)
EVENING = said(
    FLOOD, "19 dead", "the agency", number="19", measure="killed", low=19, **_AGENCY | {"said_at": "2024-04-23"}
)
TOWN = said(
    FLOOD,
    "In the town of Lower Anser alone eight people drowned",
    "its mayor",
    number="eight",
    measure="killed",
    low=8,
    scope="part",
    source_kind="official",
    incident_id=VALLEY,
    source_name="mayor of Lower Anser",
)
MISSING = said(
    FLOOD,
    "Dozens are missing",
    "the Red Cross",
    number="Dozens",
    measure="missing",
    low=24,
    high=99,
    bound="vague",
    incident_id=VALLEY,
    source_kind="official",
)
HOMES = said(
    FLOOD,
    "About 3,300 people had to leave their homes",
    "Radio Anser",
    number="About 3,300",
    measure="displaced",
    low=3250,
    high=3350,
    bound="about",
    incident_id=VALLEY,
)
CROWD = said(
    MARKETS,
    "the crowd on the market square at 20,000",
    "Organisers",
    number="20,000",
    measure="attended",
    low=20000,
    source_kind="person",
    incident_id=MARKET,
    source_name="<i>Organisers</i>",
)
POLICE = said(
    MARKETS,
    "no more than 4,500",
    "the police",
    number="no more than 4,500",
    measure="attended",
    low=0,
    high=4500,
    bound="at_most",
    source_kind="police",
    incident_id=MARKET,
    source_name="police",
)

LINES = (
    ROSTER_DEAD,
    ROSTER_HURT,
    COURIER_DEAD,
    COURIER_FIRE,
    NO_ATTACK,
    VIDEO,
    POST_DEAD,
    WIRE_DEAD,
    DRONES,
    MORNING,
    EVENING,
    TOWN,
    MISSING,
    HOMES,
    CROWD,
    POLICE,
)
COURIER_HURT = replace(
    COURIER_DEAD.figure,
    figure_id="fig-courierhurt",
    text="six",
    measure="injured",
    low=6,
    high=6,
    best=6,
    start=COURIER.text.index("six hurt"),
    end=COURIER.text.index("six hurt") + 3,
)
FAULT, STRUCK = account("cause", "engine fault", of=COURIER_FIRE.claim), account("cause", "strike", of=VIDEO.claim)
DENIAL = account("happened", "yes", of=NO_ATTACK.claim, denied=True)


_HURT = Line(claim=COURIER_DEAD.claim, figure=COURIER_HURT)
_FIRST_ACCOUNT = (COURIER_DEAD.claim.claim_id, POST_DEAD.claim.claim_id, WIRE_DEAD.claim.claim_id)

DISCREPANCIES = (
    pair(
        ROSTER_DEAD,
        COURIER_DEAD,
        "figure",
        "conflict",
        "Both count the dead of the Meridian, in full: 74 and 1 leave no number in common.",
        severity=0.92,
        right_value="one",
        right_claims=_FIRST_ACCOUNT,
        right_independent=2,
        right_figures=tuple(line.figure.figure_id for line in (COURIER_DEAD, POST_DEAD, WIRE_DEAD) if line.figure),
    ),
    pair(
        ROSTER_HURT,
        _HURT,
        "figure",
        "conflict",
        "Both count the wounded of the Meridian: 27 and 6 leave no number in common.",
        severity=0.61,
    ),
    pair(
        COURIER_FIRE,
        VIDEO,
        "evidence",
        "conflict",
        "The ministry gives an engine fault as the cause; the video shows a strike.",
        severity=0.7,
        left_account_id=FAULT.account_id,
        right_account_id=STRUCK.account_id,
    ),
    pair(
        CROWD,
        POLICE,
        "figure",
        "conflict",
        "Both count the whole crowd: 20,000 lies above the 4,500 the police allow at most.",
        severity=0.3,
    ),
    pair(
        MORNING,
        EVENING,
        "figure",
        "update",
        "The same agency, later the same day: a running tally of 12 or more became 19.",
    ),
    pair(EVENING, TOWN, "figure", "scope", "Eight is the toll of Lower Anser, 19 that of the valley."),
    pair(POST_DEAD, WIRE_DEAD, "figure", "agree", "Both give one."),
)

INCIDENTS = (
    Incident(
        incident_id=HARBOUR,
        label="Meridian, Port Selwyn",
        event="fire",
        place="Port Selwyn",
        country="Norland",
        date_from="2024-04-30",
        date_to="2024-04-30",
        n_claims=9,
        n_articles=3,
        n_sources=4,
        n_independent=3,
        confidence=0.84,
        reason="“two drones” is joined by the ship’s name alone",
    ),
    Incident(
        incident_id=VALLEY,
        label="Floods, Anser valley",
        event="flood",
        place="Anser valley",
        date_from="2024-04-21",
        date_to="2024-04-22",
        n_claims=5,
        n_articles=1,
        n_sources=4,
        n_independent=1,
        confidence=0.91,
        reason="same article and same place",
    ),
    Incident(
        incident_id=MARKET,
        label="Rally on the <em>market</em> square",
        event="protest",
        n_claims=2,
        n_articles=1,
        n_sources=2,
        n_independent=1,
        confidence=0.42,
        reason="one sentence holds both",
    ),
)

POSITIONS = (
    position("leaked roster", ROSTER_DEAD),
    position("leaked roster", ROSTER_HURT),
    position("Norland defence ministry", POST_DEAD, WIRE_DEAD, COURIER_DEAD, independent=2),
    position("Norland defence ministry", COURIER_DEAD, figure=COURIER_HURT),
    position("Admiral Ilse Brandt", DRONES),
    position("civil protection agency", MORNING, EVENING),
    position("mayor of Lower Anser", TOWN),
    position("the Red Cross", MISSING),
    position("Radio Anser", HOMES),
    position("<i>Organisers</i>", CROWD),
    position("police", POLICE),
)

UNREAD = (
    Unread(
        path="in/scan.pdf",
        reason="the file holds pictures of pages and no text",
        cure="Run it through a text recogniser",
    ),
    Unread(path="in/<svg onload=alert(1)>.html", reason="no article in this page"),
)

SCENE = Tables(
    articles=(COURIER, POST, WIRE, FLOOD, MARKETS, EMPTY),
    unread=UNREAD,
    claims=tuple(line.claim for line in LINES),
    figures=(*(line.figure for line in LINES if line.figure), COURIER_HURT),
    accounts=(FAULT, STRUCK, DENIAL),
    incidents=INCIDENTS,
    positions=POSITIONS,
    discrepancies=DISCREPANCIES,
)
