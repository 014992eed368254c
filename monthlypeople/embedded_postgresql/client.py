"""`manage.py dbshell` with the psql that belongs to the server."""

from django.db.backends.postgresql import client


class DatabaseClient(client.DatabaseClient):
    def runshell(self, parameters: list[str]) -> None:
        self.connection.get_connection_params()  # starts the server, and learns where its socket is
        self.executable_name = str(self.connection.server.program("psql"))
        super().runshell(parameters)
