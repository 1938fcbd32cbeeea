"""How much is read of one input before it is refused: every bound of this room, each with its reason."""

# Bytes of a file that is read whole. The longest live blog seen is under 2 MB; what is larger is a dump of many
# articles, which the formats that hold many read piece by piece.
LARGEST = 50_000_000

# Characters of one article. The longest live blog seen has under 2 million; reading one of 5 million takes two minutes
# and some gigabytes, one of 50 a machine.
LONGEST_TEXT = 5_000_000

# Paragraphs of one article, those of the page around it not counted. Long live blogs have some thousands; a text of
# 500,000 lines of a letter kept extraction busy for two minutes a megabyte.
MOST_PARAGRAPHS = 100_000

# Rows of one file that are listed each for holding no article. A table of another kind has as many as it has rows, and
# who mends it looks at the first.
MOST_LISTED = 1_000

# Tags of a page. Real ones stay under 20,000; a million of empty paragraphs cost what looks for the article 1 GB.
MOST_TAGS = 200_000

# Bytes between the tags that hold the name of an author in a feed. What looks for an address of mail in it takes time
# with the square of its length: 30,000 letters are 8 seconds.
LONGEST_NAME = 5_000

# Bytes looked at to tell a format: the first tags of a page, the first names in a Word file.
HEAD = 4096

# Of archives within archives: a web archive in a zip file in a mail is three; more is how bombs are packed.
DEEPEST_ARCHIVE = 4

# Bytes out of an archive for each byte in it. English text packs to a quarter, tables to a twentieth; deflate's limit
# of 1,032 and more is what bombs live on. What is unpacked twice (a file of a packed archive) counts twice. The first
# bytes are free, since small files of one word pack better.
RATIO = 200
FREE = 100_000_000

# Attributes of one tag. Real pages stay under 50; most parsers take time with the square of their number.
MOST_ATTRIBUTES = 500

# Characters of one header of a message. Subjects have a line or two; long lists of receivers are not looked at. What
# reads headers takes time, and gigabytes, with more than the square of their length.
LONGEST_HEADER = 2_000

# Bytes out of what has no size that could be asked for: a pipe.
PIPE = 4_000_000_000

# Entries of one archive. A year of a large paper has some hundred thousand articles.
MOST_MEMBERS = 1_000_000

# Bytes that an xz file may ask for to be unpacked: what its strongest setting (-9) needs, doubled.
XZ_MEMORY = 128 << 20

# Seconds in which a file must give its next article before it is given up. The slowest seen that ends, a page of a
# million paragraphs, takes 40 on a busy core; the longest pages of real news take one.
SILENCE = 120.0

# --- Of the web ---

# Seconds for one answer, from the first look-up to the last byte.
PATIENCE = 30.0

# Bytes of a page. Those of papers with all they carry have up to 5 MB, reports as PDF up to 20.
LARGEST_PAGE = 20_000_000

# Bytes of robots.txt that must be read (RFC 9309, 2.5).
LARGEST_ROBOTS = 512_000

# Redirections: to the encrypted site, to its www, to the new address. Browsers follow 20; RFC 9309 asks for 5.
MOST_REDIRECTIONS = 5

# Seconds in which an address must give its next article: each of its redirections has its own patience and its pause,
# and so has the robots.txt of each.
SILENCE_OF_THE_WEB = 600.0

# Seconds between two requests to one host: no more than a reader who opens tab after tab.
PAUSE = 2.0
