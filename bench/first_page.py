"""How long `filrouge serve` takes to its first page, with Neo4j running and without.

Usage: python bench/first_page.py [--runs 3]

Each run is a process of its own on a home of its own in a temporary folder; the home is set up
once before (password, empty graph), as it is for a user from the second day on. The yardstick is
a bare `import flask, neo4j` in a fresh Python on the same machine.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median
from urllib.error import URLError


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def filrouge(home: Path, *words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "filrouge", *words],
        env={**os.environ, "FILROUGE_HOME": str(home)},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def seconds_to_first_page(home: Path) -> float:
    port = free_port()
    start = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "filrouge", "serve", "--port", str(port)],
        env={**os.environ, "FILROUGE_HOME": str(home)},
        stdout=subprocess.DEVNULL,
    )
    try:
        while True:
            if server.poll() is not None:
                raise SystemExit("filrouge serve ended before its first page")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as page:
                    page.read()
                return time.perf_counter() - start
            except URLError:
                time.sleep(0.02)
    finally:
        server.terminate()
        server.wait(30)


def seconds_of_imports() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import flask, neo4j"], check=True)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="filrouge-bench-") as folder:
        home = Path(folder)
        filrouge(home, "db", "start")
        seconds_to_first_page(home)  # constraints and indexes are made here, once
        try:
            yardstick = median(seconds_of_imports() for _ in range(runs))
            running = [seconds_to_first_page(home) for _ in range(runs)]
            stopped = []
            for _ in range(runs):
                filrouge(home, "db", "stop")
                stopped.append(seconds_to_first_page(home))
        finally:
            filrouge(home, "db", "stop")
    print(f"bare imports           {yardstick:5.2f} s")
    for name, values in (("Neo4j running", running), ("Neo4j stopped", stopped)):
        middle = median(values)
        print(f"first page, {name}  {middle:5.2f} s ({middle / yardstick:.1f} x the imports)")


if __name__ == "__main__":
    main()
