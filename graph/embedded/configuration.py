"""What stands in the server's `conf` folder."""

from dataclasses import dataclass
from pathlib import Path

from graph.embedded.port import LOOPBACK
from graph.embedded.private_file import private_folder, write_whole

FOLDERS = ("conf", "data", "logs", "run", "plugins", "import", "licenses")

NEO4J_CONF = """\
# Written anew by filrouge at each start; what is changed here is lost.
server.default_listen_address={loopback}
server.bolt.listen_address={loopback}:{port}
server.bolt.advertised_address={loopback}:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.max_size={heap}
server.memory.pagecache.size={page_cache}
# A new database takes two megabytes, not half a gigabyte of empty log.
db.tx_log.preallocate=false
db.tx_log.rotation.size=16M
db.tx_log.rotation.retention_policy=keep_none
# Stopping takes a second.
db.shutdown_transaction_end_timeout=2s
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
dbms.security.auth_enabled=true
# Nothing leaves this machine, and no query reads its files or calls another host.
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
"""

USER_LOGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR" monitorInterval="30" packages="org.neo4j.logging.log4j">
  <Appenders>
    <RollingRandomAccessFile name="Neo4jLog"
        fileName="${config:server.directories.logs}/neo4j.log"
        filePattern="${config:server.directories.logs}/neo4j.log.%02i">
      <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %-5p %m%n"/>
      <Policies><SizeBasedTriggeringPolicy size="5 MB"/></Policies>
      <DefaultRolloverStrategy fileIndex="min" max="3"/>
    </RollingRandomAccessFile>
    <Console name="ConsoleAppender" target="SYSTEM_OUT">
      <ThresholdFilter level="ERROR"/>
      <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %-5p %m%n"/>
    </Console>
  </Appenders>
  <Loggers>
    <Root level="INFO"><AppenderRef ref="Neo4jLog"/><AppenderRef ref="ConsoleAppender"/></Root>
  </Loggers>
</Configuration>
"""

SERVER_LOGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR" monitorInterval="30" packages="org.neo4j.logging.log4j">
  <Appenders>
    <RollingRandomAccessFile name="DebugLog"
        fileName="${config:server.directories.logs}/debug.log"
        filePattern="${config:server.directories.logs}/debug.log.%02i">
      <Neo4jDebugLogLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %-5p [%c{1.}] %m%n"/>
      <Policies><SizeBasedTriggeringPolicy size="10 MB"/></Policies>
      <DefaultRolloverStrategy fileIndex="min" max="3"/>
    </RollingRandomAccessFile>
  </Appenders>
  <Loggers>
    <Root level="INFO"><AppenderRef ref="DebugLog"/></Root>
  </Loggers>
</Configuration>
"""


@dataclass(frozen=True, slots=True)
class Memory:
    """How much memory the server may take for its work and for its pages."""

    heap: str
    page_cache: str


def write_configuration(home: Path, port: int, memory: Memory) -> None:
    """Make the home's folders and write its settings for this port."""
    private_folder(home)
    for name in FOLDERS:
        private_folder(home / name)
    conf = NEO4J_CONF.format(
        loopback=LOOPBACK, port=port, heap=memory.heap, page_cache=memory.page_cache
    )
    write_whole(home / "conf" / "neo4j.conf", conf)
    write_whole(home / "conf" / "user-logs.xml", USER_LOGS)
    write_whole(home / "conf" / "server-logs.xml", SERVER_LOGS)
