"""QGIS's proxy and certificates, handed over to pip."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtNetwork import QNetworkProxy


@dataclass(frozen=True)
class Proxy:
    """A proxy as QGIS's options name it.

    Attributes:
        kind: "http" or "socks5".
        host: Its name.
        port: 0: the usual one.
        user: Empty: nobody.
        password: Of that user.
        excluded: Addresses that it is not used for.
    """

    kind: str
    host: str
    port: int = 0
    user: str = ""
    password: str = ""
    excluded: tuple[str, ...] = ()


def proxy_of_qgis() -> Proxy | None:
    """Return QGIS's proxy; None: none, or the system's, which pip finds by itself."""
    settings = QgsSettings()
    if not settings.value("proxy/proxyEnabled", False, type=bool):
        return None
    # Already with the name and password of an authentication configuration, if one is chosen.
    proxy = QgsNetworkAccessManager.instance().fallbackProxy()
    if not proxy.hostName():
        return None
    socks = proxy.type() == QNetworkProxy.ProxyType.Socks5Proxy
    excluded = [
        *_texts(settings.value("proxy/proxyExcludedUrls")),
        *_texts(settings.value("proxy/noProxyUrls")),
    ]
    return Proxy(
        kind="socks5" if socks else "http",
        host=proxy.hostName(),
        port=proxy.port(),
        user=proxy.user(),
        password=proxy.password(),
        excluded=tuple(excluded),
    )


def proxy_variables(proxy: Proxy) -> dict[str, str]:
    """Return the variables with which pip, and what it starts, uses a proxy."""
    login = ""
    if proxy.user:
        login = f"{quote(proxy.user, safe='')}:{quote(proxy.password, safe='')}@"
    port = f":{proxy.port}" if proxy.port else ""
    # Names are looked up behind the proxy, as Qt does it.
    scheme = "socks5h" if proxy.kind == "socks5" else "http"
    url = f"{scheme}://{login}{proxy.host}{port}"
    hosts = [_host(address) for address in proxy.excluded]
    none = ",".join(dict.fromkeys(["localhost", "127.0.0.1", *filter(None, hosts)]))
    variables = {"HTTP_PROXY": url, "HTTPS_PROXY": url, "NO_PROXY": none}
    # Some programs read these in small letters only; on Windows the two are one.
    return {**variables, **{name.lower(): value for name, value in variables.items()}}


def certificate_variables(folder: Path) -> dict[str, str]:
    """Return the variables with which pip, and what it starts, trusts the authorities that QGIS trusts.

    Args:
        folder: Where the file of these authorities is written.

    Returns:
        None of them if the user has added no authority to those of the system.
    """
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not (manager.databaseCAs() or manager.extraFileCAs()):
        return {}
    text = bytes(manager.trustedCaCertsPemText())
    if b"BEGIN CERTIFICATE" not in text:
        return {}
    file = folder / "certificates.pem"
    file.write_bytes(text)
    names = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
    return dict.fromkeys(names, str(file))


def without_secrets(text: str, proxy: Proxy | None) -> str:
    """Return a text for the log without the proxy's password, or any that an address holds."""
    text = re.sub(r"(?<=://)[^/@\s]+@", "***@", text)
    if proxy is None or not proxy.password:
        return text
    return text.replace(quote(proxy.password, safe=""), "***").replace(proxy.password, "***")


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, (list, tuple)):
        return [str(text) for text in value]
    return [str(value)] if value else []


def _host(address: str) -> str:
    address = address.strip()
    parts = urlsplit(address if "://" in address else f"//{address}")
    return parts.hostname or ""
