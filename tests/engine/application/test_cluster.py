"""Builds on a cluster, as far as they get without one; tests/engine/index/test_cluster.py has clusters."""

from __future__ import annotations

import subprocess
import sys

import pytest

from engine.application import build
from engine.contract.methods import AddToIndexParams, BuildIndexParams, Cluster
from engine.errors import ClusterPackagesMissing, UsageError
from engine.progress import Task
from tests.support.paths import ROOT, SCENE

SOMEWHERE = Cluster("tcp://127.0.0.1:1")


def test_without_dask_the_error_says_how_to_install_it(session, index, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    for module in ("cluster", "cluster_worker"):
        monkeypatch.delitem(sys.modules, f"engine.index.{module}", raising=False)
    path = tmp_path / "x.scrl"
    params = BuildIndexParams(str(path), (str(SCENE),), (500.0,), cluster=SOMEWHERE)
    with pytest.raises(ClusterPackagesMissing) as missing:
        build.build_index(session, params, Task())
    requirements = ROOT / "requirements" / "cluster.txt"
    assert f'"{sys.executable}" -m pip install -r "{requirements}"' in missing.value.next_step
    assert requirements.is_file()
    assert not path.exists()
    added = AddToIndexParams(index, (str(SCENE),), cluster=SOMEWHERE)
    with pytest.raises(ClusterPackagesMissing):
        build.add_to_index(session, added, Task())


def test_who_needs_no_cluster_does_not_load_dask():
    code = "import sys, engine.cli, engine.handlers; raise SystemExit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("tiles", [0, 65_537])
def test_parts_of_a_size_that_is_not_possible(session, tmp_path, tiles):
    params = BuildIndexParams(str(tmp_path / "x.scrl"), (str(SCENE),), (500.0,), part_tiles=tiles)
    with pytest.raises(UsageError, match=str(tiles)):
        build.build_index(session, params, Task())


def test_storage_for_parts_without_a_cluster():
    done = subprocess.run(
        [
            sys.executable, "-m", "engine", "index", "build", "x.scrl", str(SCENE),
            "--staging", "s3://bucket",
        ],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "--cluster" in done.stderr
