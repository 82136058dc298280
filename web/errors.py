"""What can go wrong between a browser and the store.

WebError
├── BadInput       a field of a request does not hold what it should
├── ForeignHost    the request names a host that is not ours
├── NoSuchJob      a job that this server does not know
└── NoOriginal     the original of a report is not kept on this machine
"""


class WebError(Exception):
    """Any error of the pages themselves."""


class BadInput(WebError):
    """A field of a request does not hold what it should; ``expected`` says what would."""

    def __init__(self, field: str, value: str, expected: str) -> None:
        super().__init__(f"{field} is {value!r}, expected {expected}")
        self.field = field
        self.value = value
        self.expected = expected


class ForeignHost(WebError):
    """The request names a host that is not ours: another page may be behind it."""

    def __init__(self, host: str) -> None:
        super().__init__(f"this server does not answer for the host {host!r}")
        self.host = host


class NoSuchJob(WebError):
    """A job that this server does not know (jobs are forgotten when it stops)."""

    def __init__(self, job_id: str) -> None:
        super().__init__(f"there is no job {job_id}")
        self.job_id = job_id


class NoOriginal(WebError):
    """The original of a report is not kept on this machine."""

    def __init__(self, path: str) -> None:
        super().__init__(f"the original of {path!r} is not kept on this machine")
        self.path = path
