"""Maven repositories, reached through jgo, which knows their addresses."""

from collections.abc import Mapping
from pathlib import Path

import requests
from jgo.config import GlobalSettings
from jgo.maven import MavenContext, PythonResolver

from graph.embedded.errors import PartsUnavailable
from graph.embedded.jars import Jar

TRIES = 3
TIMEOUT = 30


class Repository:
    """Gets jars into a passing folder and checks them there."""

    def __init__(self, incoming: Path, parts: Path, named: Mapping[str, str] | None) -> None:
        self._parts = parts
        if named is None:
            named = GlobalSettings.load().repositories
        self._context = MavenContext(
            resolver=PythonResolver(),
            repo_cache=incoming,
            remote_repos=dict(named) or None,
            timeout=TIMEOUT,
        )

    def fetch(self, jar: Jar) -> Path:
        """Get one jar, whole and with the right SHA-256, trying again when it breaks off."""
        reason = ""
        for _ in range(TRIES):
            try:
                file = self._resolve(jar)
            except (requests.RequestException, RuntimeError, OSError) as error:
                reason = _reason(error)
                continue
            if jar.is_whole(file):
                return file
            reason = "what the repository sends does not have the SHA-256 of the lock"
        raise PartsUnavailable(jar.name, reason, self._parts)

    def _resolve(self, jar: Jar) -> Path:
        component = self._context.project(jar.group, jar.artifact).at_version(jar.version)
        artifact = component.artifact(jar.classifier, "jar")
        if (cached := artifact.cached_path) is not None:
            # What a broken try left there would pass for the whole file.
            cached.unlink(missing_ok=True)
        return artifact.resolve()


def _reason(error: Exception) -> str:
    if isinstance(error, requests.ConnectionError):
        return "no repository answers"
    if isinstance(error, requests.Timeout):
        return f"the repository did not answer within {TIMEOUT} s"
    if isinstance(error, RuntimeError):  # jgo: no repository has the file
        return "no repository has it"
    return str(error) or type(error).__name__
