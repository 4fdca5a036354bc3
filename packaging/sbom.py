# SPDX-License-Identifier: MIT
"""The bill of materials of what Diptych is shipped with, as CycloneDX."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib.metadata import distribution, requires
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from third_party import Package, shipped

HOMEPAGE = "https://github.com/diptych/diptych"


def bill(version: str, made_at: int) -> str:
    """Return the bill as JSON; ``made_at`` is in seconds since 1970."""
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"{HOMEPAGE}/{version}/{made_at}"))
    bom.metadata.timestamp = datetime.fromtimestamp(made_at, UTC)
    ours = Component(
        name="diptych",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="diptych",
        licenses=[LicenseFactory().make_from_string("MIT")],
        purl=PackageURL("pypi", None, "diptych", version),
        external_references=[
            ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(HOMEPAGE))
        ],
    )
    bom.metadata.component = ours
    parts = {package.name: component(package) for package in shipped()}
    bom.components.update(parts.values())
    bom.register_dependency(ours, parts.values())
    for name, part in parts.items():
        bom.register_dependency(part, [parts[each] for each in needs(name) if each in parts])
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def component(package: Package) -> Component:
    """Return a package with its licence as we take it."""
    version = distribution(package.name).version
    return Component(
        name=package.name,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=package.name,
        licenses=[LicenseFactory().make_from_string(package.taken_as)],
        purl=PackageURL("pypi", None, package.name, version),
    )


def needs(name: str) -> list[str]:
    """Return the plain names of the packages that one asks for, extras left out."""
    asked = [each for each in requires(name) or () if "extra ==" not in each]
    names = [re.match(r"[\w.-]+", each) for each in asked]
    return sorted({re.sub(r"[-_.]+", "-", found[0]).lower() for found in names if found})
