"""Django's PostgreSQL backend, with a server that is there when something connects.

DATABASES entry: NAME, and EMBEDDED = {"data_directory": Path, "durable": bool}.
"""

from django.db.backends.postgresql import base

from monthlypeople.embedded_postgresql import DATABASE
from monthlypeople.embedded_postgresql.client import DatabaseClient
from monthlypeople.embedded_postgresql.postmaster import PORT
from monthlypeople.embedded_postgresql.server import USER, Server, server_at

# Django looks these up in the module of a backend.
Database = base.Database


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    @property
    def server(self) -> Server:
        return server_at(database=DATABASE, **self.settings_dict["EMBEDDED"])

    def get_connection_params(self) -> dict:
        self.settings_dict |= {
            "HOST": str(self.server.ensure_running()),
            "PORT": str(PORT),
            "USER": USER,
            "PASSWORD": "",
        }
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict):
        try:
            return super().get_new_connection(conn_params)
        except Database.OperationalError:
            # The server we knew may be gone: killed, or stopped by hand.
            found = self.server.ensure_running(doubted=True)
            return super().get_new_connection(conn_params | {"host": str(found)})
