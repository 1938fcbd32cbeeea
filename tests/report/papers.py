"""Six articles of an invented week, one of them by somebody who means harm. All of it made up."""

from dataclasses import replace

from tests.factory import article
from tracker.model import Article, Zone

COURIER = article(
    "Two versions of a night at the harbour\n"
    "By Mara Quill\n"
    "A leaked roster lists 74 sailors as killed when the landing ship Meridian burned at its berth in Port Selwyn on "
    "Tuesday. The paper also counts another 27 wounded. It was posted by a group that says it took the file from a "
    "ministry server, and two former officers who read it for this newspaper called its layout genuine.\n"
    "The Norland defence ministry has stood by its first account: one sailor dead and six hurt, after a fire it blames "
    "on a fault in the engine room. “There was no attack,” a ministry spokesman said.\n"
    "A fire in the engine room, the ministry says; a video filmed from the mole shows an object striking the deck.\n"
    "Share this story with a friend",
    publisher="The Selwyn Courier",
    published="2024-05-03",
    url="https://courier.example/2024/harbour?id=7&lang=en",
    title="Two versions of a night at the harbour",
    author="Mara Quill",
    path="in/courier.html",
    language="en",
    sha256="9f2c" * 16,
)
POST = article(
    "Norland said on Wednesday that one sailor died and six were injured in a fire aboard the Meridian, the state "
    "agency NTA reported.\n"
    "Estmark’s navy chief, Admiral Ilse Brandt, said the ship had been hit by two drones.",
    publisher="Evening Post",
    published="2024-05-02",
    url="https://post.example/world/meridian",
    title="Norland plays down losses on burned warship",
    path="in/post.html",
    language="en",
)
WIRE = article(
    "Norland said on Wednesday that one sailor died and six were injured in a fire aboard the Meridian, the state "
    "agency NTA reported.",
    publisher="Daily Ledger",
    published="2024-05-02",
    title="Fire on the Meridian",
    path="in/ledger.txt",
    language="en",
    copy_of=POST.article_id,
)
FLOOD = article(
    "At least 12 people have died in the floods of the Anser valley, the civil protection agency said on Monday "
    "morning.\n"
    "By the evening the agency spoke of 19 dead. In the town of Lower Anser alone eight people drowned, its mayor "
    "said.\n"
    "Dozens are missing, according to the Red Cross. About 3,300 people had to leave their homes.",
    publisher="Radio Anser",
    published="2024-04-22",
    url="http://radio-anser.example/live",
    title="Anser valley under water",
    path="in/flood.html",
    language="en",
)
MARKETS = article(
    "Organisers put the crowd on the market square at 20,000; the police counted no more than 4,500.",
    publisher="",
    published="",
    url="javascript:alert(1)",
    title="<script>alert('title')</script> Crowd on the square",
    author='"><img src=x onerror=alert(1)>',
    path="in/<b>market.txt",
)
EMPTY = article(
    "Tomorrow’s weather: fair, with a light wind from the west.",
    publisher="Evening Post",
    published="2024-05-02",
    path="in/weather.txt",
)


def _dropped(given: Article) -> Article:
    """The last paragraph of an article is furniture of its page, the first its headline, the second its byline."""
    kinds = ["headline", "byline", *["body"] * (len(given.zones) - 3), "dropped"]
    zones = (Zone(start=z.start, end=z.end, kind=kind) for z, kind in zip(given.zones, kinds, strict=True))
    return replace(given, zones=tuple(zones))


COURIER = _dropped(COURIER)
