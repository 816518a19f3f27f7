"""A fresh QGIS profile with the plugin of this checkout linked into it.

A change of the code is there after QGIS is started again (or the plugin reloaded); nothing of the
user's own profiles is touched. Runs with QGIS's Python and with the engine's: only the standard library.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "qgis_scrl"
# What the installed plugin holds beside its own modules.
BESIDE = ("engine", "resources", "requirements", "metadata.txt", "LICENSE")

# No update check and no news: nothing but what the user asked for, and no network.
SETTINGS = f"""[PythonPlugins]
{PLUGIN}=true
processing=true

[qgis]
checkVersion=false

[app]
checkVersion=false
showTips=false

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true

[migration]
firstRunVersionFlag=999999
settings=false
"""


def link_plugin(plugins: Path) -> Path:
    """Link the plugin into a folder of plugins, as the installed zip would lie there.

    Args:
        plugins: A folder ``python/plugins`` of a profile, or any that ``QGIS_PLUGINPATH`` names.

    Returns:
        The folder of the plugin.
    """
    folder = plugins / PLUGIN
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)  # Removes links, not what they lead to.
    folder.mkdir(parents=True)
    for item in sorted((ROOT / PLUGIN).iterdir()):
        if item.name != "__pycache__":
            (folder / item.name).symlink_to(item)
    for name in BESIDE:
        if not (ROOT / PLUGIN / name).exists():  # It does where the zip has been unpacked.
            (folder / name).symlink_to(ROOT / name)
    return folder


def make_profile(
    home: Path, name: str = "default", settings: str = "", linked: bool = True
) -> Path:
    """Make a profile in which the plugin is linked and enabled; one that is there is made anew.

    Args:
        home: Folder of profiles, for ``qgis --profiles-path`` or ``QGIS_CUSTOM_CONFIG_PATH``.
        name: Name of the profile.
        settings: More lines for its ``QGIS3.ini``.
        linked: Whether the plugin is there; else the profile has never heard of it.

    Returns:
        Its folder.
    """
    profile = home / "profiles" / name
    if profile.exists():
        shutil.rmtree(profile)
    known = SETTINGS
    if linked:
        link_plugin(profile / "python" / "plugins")
    else:
        known = SETTINGS.replace(f"{PLUGIN}=true\n", "")
    file = profile / "QGIS" / "QGIS3.ini"
    file.parent.mkdir(parents=True)
    file.write_text(known + settings, encoding="utf-8")
    return profile


def profile_environment(home: Path) -> dict[str, str]:
    """Return the environment in which ``qgis`` and ``qgis_process`` use the profiles in ``home``."""
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(home)}
    environment.pop("QGIS_PLUGINPATH", None)
    return environment
