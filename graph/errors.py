"""What can go wrong with the store, each with its facts.

StoreError
├── Unreachable         nothing answers at the address
├── Refused             the server answers and does not let us in
├── Missing             no entity, report, connection or claim of that id
├── Moved               an old address of an entity; ``new`` is where it is now
├── OutOfMemory         the server has too little memory for what it was asked
│   └── TooLarge        one report alone does not fit into the server's memory
├── TooSlow             a question took longer than it may
└── Conflict            two things that cannot both be
    ├── DifferentTypes  a person and a place cannot be judged the same
    └── Rebuilding      the derived layer is being rebuilt, or that was broken off
"""


class StoreError(Exception):
    """Something about the graph store went wrong."""


class Unreachable(StoreError):
    """Nothing that speaks Bolt answers at the address."""

    def __init__(self, uri: str, why: str) -> None:
        super().__init__(
            f"no Neo4j answers at {uri} ({why}); check that it runs and that the address is right"
        )
        self.uri = uri
        self.why = why


class Refused(StoreError):
    """The server answers and does not let us in."""

    def __init__(self, uri: str, user: str, why: str) -> None:
        super().__init__(
            f"Neo4j at {uri} does not let {user!r} in ({why}); check user, password and database"
        )
        self.uri = uri
        self.user = user
        self.why = why


class Missing(StoreError):
    """No thing of that id is in the store."""

    def __init__(self, id: str, what: str = "entity") -> None:
        super().__init__(f"there is no {what} {id!r} in the store")
        self.id = id
        self.what = what


class Moved(StoreError):
    """An old address of an entity; it is to be found at the new one."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"entity {old!r} is now {new!r}")
        self.old = old
        self.new = new


class OutOfMemory(StoreError):
    """The server has too little memory for what it was asked."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Neo4j has too little memory for this ({why}); give it more (FILROUGE_NEO4J_HEAP)"
        )
        self.why = why


class TooLarge(OutOfMemory):
    """One report alone needs more memory than the server may use for a transaction."""

    def __init__(self, report: str, why: str) -> None:
        StoreError.__init__(
            self,
            "so much stands in the report that Neo4j has too little memory to save it whole "
            f"({why}); give it more (FILROUGE_NEO4J_HEAP) or split the report",
        )
        self.report = report
        self.why = why


class TooSlow(StoreError):
    """The server broke a question off because it took longer than it may."""

    def __init__(self, seconds: float, why: str) -> None:
        super().__init__(f"Neo4j took longer than {seconds:g} s and was stopped ({why})")
        self.seconds = seconds


class Conflict(StoreError):
    """Two things that cannot both be."""


class DifferentTypes(Conflict):
    """Two appearances of different types cannot be the same."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"a {left} and a {right} cannot be judged the same")
        self.left = left
        self.right = right


class Rebuilding(Conflict):
    """The derived layer is being rebuilt, or a rebuild was broken off."""

    def __init__(self) -> None:
        super().__init__(
            "the derived layer is being rebuilt, or that was broken off; "
            "wait for it, or run `filrouge rebuild` to do it again"
        )
