"""Connecting to a shared index: what the dialog takes, and what the dock makes of the address."""

from __future__ import annotations

import pytest
from qgis.core import QgsProviderRegistry

from qgis_scrl.dock.dialogs.shared_index_dialog import SharedIndexDialog
from qgis_scrl.dock.widgets.index_bar import IndexBar
from qgis_scrl.settings import Settings

ADDRESS = "postgresql://anna@db.example.org/imagery?schema=city"


@pytest.fixture
def dialog(qgis_app):
    return SharedIndexDialog()


def test_an_address_is_typed(dialog):
    assert not dialog.ok_button.isEnabled()
    dialog.address.setText("db.example.org")
    assert not dialog.ok_button.isEnabled()
    assert "postgresql://" in dialog.note.text()
    dialog.address.setText("postgresql://anna@db.example.org/imagery")
    dialog.schema.setText("city")
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    dialog.ok_button.click()
    assert chosen == [ADDRESS]


@pytest.mark.parametrize(
    "address",
    ["postgresql://anna:secret@db.example.org/imagery", f"{ADDRESS}&password=secret"],
)
def test_a_password_is_not_taken(dialog, address):
    dialog.address.setText(address)
    assert not dialog.ok_button.isEnabled()
    assert "pgpass" in dialog.note.text()
    assert "secret" not in dialog.index()


def test_the_connections_of_qgis_are_offered(qgis_app):
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = "dbname='imagery' host=db.example.org port=5433 user='anna' password='secret'"
    connection = metadata.createConnection(uri, {"saveUsername": True, "savePassword": True})
    metadata.saveConnection(connection, "Team database")
    try:
        dialog = SharedIndexDialog()
        row = dialog.connections.findText("Team database")
        dialog.connections.setCurrentIndex(row)
        dialog.connections.activated.emit(row)
        assert dialog.address.text() == "postgresql://anna@db.example.org:5433/imagery"
        assert dialog.ok_button.isEnabled()
    finally:
        metadata.deleteConnection("Team database")


def test_the_bar_lists_it_by_its_schema(plain_settings):
    bar = IndexBar(Settings())
    wanted: list[bool] = []
    bar.shared_wanted.connect(lambda: wanted.append(True))
    bar.choose(ADDRESS)
    assert bar.index == ADDRESS
    assert bar.choice.currentText() == "city (db.example.org)"
    row = bar.choice.findData("connect-to-shared")
    bar.choice.setCurrentIndex(row)
    bar.choice.activated.emit(row)
    assert wanted
    assert bar.index == ADDRESS
