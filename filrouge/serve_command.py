"""``filrouge serve``: the pages, on this machine only unless the settings say otherwise."""

import ipaddress
import socket

import click

from filrouge.opening import open_store
from filrouge.secret_key import secret_key
from filrouge.settings import load_settings
from filrouge.terminal import errors, output, parts_bar


@click.command()
@click.option("--host", help="Address to serve on (FILROUGE_HOST).")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to serve on (FILROUGE_PORT).")
def serve(host: str | None, port: int | None) -> None:
    """Serve the pages until Ctrl-C and print the address to open."""
    import waitress

    from ingest.limits import Limits
    from ingest.options import Options
    from ingest.originals import Originals
    from web import create_app
    from web.config import LOOPBACK, Config

    settings = load_settings()
    listen = host or settings.host
    at = port or settings.port
    _refuse_taken_port(listen, at)
    with parts_bar() as bar:
        store = open_store(settings, bar)
    config = Config(
        secret_key=secret_key(settings.home).hex(),
        home=settings.home,
        ingest=Options(
            workers=settings.workers,
            limits=Limits(
                size=settings.report_limit,
                seconds=settings.report_seconds,
                memory=settings.report_memory,
            ),
        ),
        reviewer=settings.reviewer,
        language=settings.language,
        upload_limit_bytes=settings.upload_limit,
        hosts=LOOPBACK | {_shown(listen), *settings.allowed_hosts},
    )
    with store:
        app = create_app(store, Originals(settings.home / "originals"), config)
        server = waitress.create_server(
            app,
            host=listen,
            port=at,
            threads=8,
            max_request_body_size=settings.upload_limit + 1_000_000,
            ident=None,
        )
        if not _is_loopback(listen):
            errors.print(
                f"filrouge: {listen} can be reached from other machines; whoever reaches it "
                "reads everything",
                style="yellow",
            )
        output.print(f"filrouge is ready: open http://{_shown(listen)}:{at}/ (Ctrl-C ends it)")
        try:
            server.run()
        finally:
            server.close()


def _refuse_taken_port(host: str, port: int) -> None:
    """Say so early when the port is taken, before Neo4j is started for nothing."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"cannot serve on {host} port {port}: {error.strerror}. Is filrouge running there "
                "already? Another port: filrouge serve --port 8601"
            ) from None


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
