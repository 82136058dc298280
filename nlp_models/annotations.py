"""What components leave on a ``Doc`` for the next ones, beside the findings."""

from spacy.tokens import Doc

# alias's first character -> (first character of the name before it, whether it is the true name)
EXTENSIONS = (
    "aliases",
    "masked",
    "appearances",
    "said",
    "phrased",
    "claims",
    "legs",
    "routes",
    "leads",
    "classes",
)

for extension in EXTENSIONS:
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=())

# what the encoder and the scorers leave; None until they have run
for extension in ("encoded", "strip", "judgement"):
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=None)
