"""Connect to a shared index: its database and its schema."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from qgis.core import QgsDataSourceUri, QgsProviderRegistry
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ... import texts
from ...contract import AUTHCFG, auth_configuration, has_password, is_shared, shared_address
from ...help import Topic
from ...translation import tr
from ..widgets import theme
from ..widgets.help_button import add_help

_SSL = QgsDataSourceUri.SslMode
#: What a connection demands; a password must not go out less guarded than it says. Others are libpq's default.
_SSL_MODES = {
    _SSL.SslRequire: "require",
    _SSL.SslVerifyCa: "verify-ca",
    _SSL.SslVerifyFull: "verify-full",
}


class SharedIndexDialog(QDialog):
    """Asks for the address of a shared index.

    Args:
        parent: Qt's owner.
        published: The name of an index that is to be published there; empty: one that is there is looked for.

    Signals:
        chosen(str): The address, without any password.
    """

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None, published: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            tr("Publish {name} to a shared index").format(name=published)
            if published
            else tr("Connect to a shared index")
        )
        self.setMinimumWidth(440)
        self.connections = QComboBox()
        self.connections.setToolTip(
            tr(
                "PostgreSQL connections that are set up in QGIS: takes host, database, user and authentication "
                "configuration from one"
            )
        )
        self.connections.addItem(tr("None"), "")
        for name, address in sorted(known_databases().items()):
            self.connections.addItem(name, address)
        self.address = QLineEdit()
        self.address.setToolTip(tr("Where the database is: postgresql://USER@HOST/DATABASE"))
        self.schema = QLineEdit()
        self.schema.setToolTip(
            tr(
                "The schema of this index; made if it is missing. If it holds the index already, what is new is added"
            )
            if published
            else tr("The schema in which the index was published; if empty, that of the address")
        )
        self.schema.setText(published)
        form = QFormLayout()
        form.addRow(tr("QGIS &connection:"), self.connections)
        form.addRow(tr("&Database:"), self.address)
        form.addRow(tr("&Schema:"), self.schema)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setAccessibleName(tr("Status"))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        add_help(self, self._buttons, Topic.SHARED_INDEX)
        self.ok_button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        theme.pack(QVBoxLayout(self), form, self.note, self._buttons, margin=None)
        self.connections.activated.connect(self._take_connection)
        self.address.textChanged.connect(self._check)
        self.schema.textChanged.connect(self._check)
        self.accepted.connect(lambda: self.chosen.emit(self.index()))
        self._check()

    def index(self) -> str:
        """Return the address of the index, without any password; empty if it is none."""
        text, schema = self.address.text().strip(), self.schema.text().strip()
        if not is_shared(text):
            return ""
        if schema:
            text += ("&" if "?" in text else "?") + urlencode([("schema", schema)], quote_via=quote)
        try:
            return shared_address(text)
        except ValueError:
            return ""

    def _take_connection(self, row: int) -> None:
        self.address.setText(self.connections.itemData(row))

    def _check(self) -> None:
        """Say what is missing, and let only a whole address through."""
        text = self.address.text().strip()
        index = self.index()
        secret = bool(index) and has_password(text)
        if secret:
            note = tr(texts.NO_PASSWORD)
        elif text and not index:
            note = tr("Write the address as postgresql://USER@HOST/DATABASE.")
        elif index and (authcfg := auth_configuration(index)):
            note = tr(
                "User and password are those of QGIS's authentication configuration {authcfg}. The address holds only "
                "its name."
            ).format(authcfg=authcfg)
        else:
            note = tr(
                "The password is read from PostgreSQL's password file (pgpass) or service file. QGIS gives its own if "
                "the connection has an authentication configuration."
            )
        self.note.setText(note)
        self.ok_button.setEnabled(bool(index) and not secret)


def known_databases() -> dict[str, str]:
    """Return the addresses of QGIS's PostgreSQL connections under their names, without passwords."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    if metadata is None:
        return {}
    found = {}
    for name, connection in metadata.connections(False).items():
        uri = QgsDataSourceUri(connection.uri())
        options = [("service", uri.service())] if uri.service() else []
        if uri.authConfigId():
            options.append((AUTHCFG, uri.authConfigId()))
        if uri.sslMode() in _SSL_MODES:
            options.append(("sslmode", _SSL_MODES[uri.sslMode()]))
        host = uri.host()
        if host.startswith("/"):  # the folder of a socket
            options.append(("host", host))
            host = ""
        user = f"{quote(uri.username(), safe='')}@" if uri.username() else ""
        port = f":{uri.port()}" if uri.port() and host else ""
        query = f"?{urlencode(options, quote_via=quote)}" if options else ""
        found[name] = f"postgresql://{user}{host}{port}/{quote(uri.database(), safe='')}{query}"
    return found
